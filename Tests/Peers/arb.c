// Arb, which FLINT 3 has taken in: enclosures at a given precision, and the cross-entropy of a row
// at 128 bits, rounded where the enclosure allows it.

#include "peer.h"

#if __has_include(<flint/arb.h>)
#include <flint/arb.h>
#define VERSION "in FLINT " FLINT_VERSION
#else
#include <arb.h>
#define VERSION arb_version
#endif

enum { CLASSES = 1000, ROW_BITS = 128 };

static arb_ptr inputs, results;
static long count, result_count, precision;

static void make(long inputs_count, long results_count, long bits) {
  count = inputs_count;
  result_count = results_count;
  precision = bits;
  inputs = _arb_vec_init(count);
  results = _arb_vec_init(result_count);
}

static long prepare_rows(long words_count, char **words, long bits) {
  (void)bits;
  make(words_count, words_count / CLASSES, ROW_BITS);
  for (long i = 0; i < count; i++) arb_set_d(inputs + i, number(words[i]));
  return count;
}

// Words of so many bits stand for as many eighths of a number below 8.
static long prepare_wide(long words_count, char **words, long bits) {
  fmpz_t whole;
  fmpz_init(whole);
  make(words_count, words_count, bits);
  for (long i = 0; i < count; i++) {
    fmpz_set_str(whole, words[i], 16);
    arb_set_fmpz(inputs + i, whole);
    arb_mul_2exp_si(inputs + i, inputs + i, 3 - bits);
  }
  fmpz_clear(whole);
  return count;
}

static void all_exp(void) {
  for (long i = 0; i < count; i++) arb_exp(results + i, inputs + i, precision);
}

static void all_log(void) {
  for (long i = 0; i < count; i++) arb_log(results + i, inputs + i, precision);
}

// log Σ e^xₖ − x₀
static void all_rows(void) {
  arb_t sum, power;
  arb_init(sum);
  arb_init(power);
  for (long row = 0; row < result_count; row++) {
    arb_zero(sum);
    for (long k = 0; k < CLASSES; k++) {
      arb_exp(power, inputs + row * CLASSES + k, precision);
      arb_add(sum, sum, power, precision);
    }
    arb_log(sum, sum, precision);
    arb_sub(results + row, sum, inputs + row * CLASSES, precision);
  }
  arb_clear(sum);
  arb_clear(power);
}

// What the enclosure leaves open is no number.
static void answer(void) {
  for (long i = 0; i < result_count; i++) {
    const int is_decided = arb_can_round_arf(results + i, 53, ARF_RND_NEAR);
    write_number(is_decided ? arf_get_d(arb_midref(results + i), ARF_RND_NEAR) : 0.0 / 0.0);
  }
}

static void write_dyadic(const arf_t value) {
  fmpz_t significand, exponent;
  fmpz_init(significand);
  fmpz_init(exponent);
  arf_get_fmpz_2exp(significand, exponent, value);
  char *digits = fmpz_get_str(NULL, 16, significand);
  char *power = fmpz_get_str(NULL, 10, exponent);
  printf("%s@%s", digits, power);
  flint_free(digits);
  flint_free(power);
  fmpz_clear(significand);
  fmpz_clear(exponent);
}

static void answer_wide(void) {
  arf_t radius;
  arf_init(radius);
  for (long i = 0; i < result_count; i++) {
    arf_set_mag(radius, arb_radref(results + i));
    printf(" ");
    write_dyadic(arb_midref(results + i));
    printf("~");
    write_dyadic(radius);
  }
  arf_clear(radius);
}

int main(int argc, char **argv) {
  const struct task tasks[] = {
      {"cross-entropy-row", prepare_rows, all_rows, answer},
      {"ball-exp-", prepare_wide, all_exp, answer_wide},
      {"ball-log-", prepare_wide, all_log, answer_wide},
      {NULL, NULL, NULL, NULL},
  };
  return serve("Arb", VERSION, tasks, argc, argv);
}
