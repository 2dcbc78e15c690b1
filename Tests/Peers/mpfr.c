// MPFR: exp and log correctly rounded to 53 bits, the cross-entropy of a row at 128 bits, and the
// functions at more bits.

#include "peer.h"

#include <mpfr.h>

enum { CLASSES = 1000, ROW_BITS = 128 };

static mpfr_t *inputs, *results;
static long count, result_count;

static void make(long inputs_count, long results_count, mpfr_prec_t bits) {
  count = inputs_count;
  result_count = results_count;
  inputs = allocate((size_t)count * sizeof *inputs);
  results = allocate((size_t)result_count * sizeof *results);
  for (long i = 0; i < count; i++) mpfr_init2(inputs[i], bits < 53 ? 53 : bits);
  for (long i = 0; i < result_count; i++) mpfr_init2(results[i], bits);
}

static long prepare(long words_count, char **words, long bits) {
  (void)bits;
  make(words_count, words_count, 53);
  for (long i = 0; i < count; i++) mpfr_set_d(inputs[i], number(words[i]), MPFR_RNDN);
  return count;
}

static long prepare_rows(long words_count, char **words, long bits) {
  (void)bits;
  make(words_count, words_count / CLASSES, ROW_BITS);
  for (long i = 0; i < count; i++) mpfr_set_d(inputs[i], number(words[i]), MPFR_RNDN);
  return count;
}

// Words of so many bits stand for as many eighths of a number below 8.
static long prepare_wide(long words_count, char **words, long bits) {
  make(words_count, words_count, bits);
  for (long i = 0; i < count; i++) {
    mpfr_set_str(inputs[i], words[i], 16, MPFR_RNDN);
    mpfr_mul_2si(inputs[i], inputs[i], 3 - bits, MPFR_RNDN);
  }
  return count;
}

static void all_exp(void) {
  for (long i = 0; i < count; i++) mpfr_exp(results[i], inputs[i], MPFR_RNDN);
}

static void all_log(void) {
  for (long i = 0; i < count; i++) mpfr_log(results[i], inputs[i], MPFR_RNDN);
}

// log Σ e^xₖ − x₀
static void all_rows(void) {
  mpfr_t sum, power;
  mpfr_init2(sum, ROW_BITS);
  mpfr_init2(power, ROW_BITS);
  for (long row = 0; row < result_count; row++) {
    mpfr_set_zero(sum, 1);
    for (long k = 0; k < CLASSES; k++) {
      mpfr_exp(power, inputs[row * CLASSES + k], MPFR_RNDN);
      mpfr_add(sum, sum, power, MPFR_RNDN);
    }
    mpfr_log(sum, sum, MPFR_RNDN);
    mpfr_sub(results[row], sum, inputs[row * CLASSES], MPFR_RNDN);
  }
  mpfr_clear(sum);
  mpfr_clear(power);
}

static void answer(void) {
  for (long i = 0; i < result_count; i++) write_number(mpfr_get_d(results[i], MPFR_RNDN));
}

// Midpoint and radius: being correctly rounded, it is off by half of the last place at most.
static void answer_wide(void) {
  mpz_t significand;
  mpz_init(significand);
  for (long i = 0; i < result_count; i++) {
    const long exponent = mpfr_get_z_2exp(significand, results[i]);
    char *digits = mpz_get_str(NULL, 16, significand);
    printf(" %s@%ld~1@%ld", digits, exponent, exponent - 1);
    free(digits);
  }
  mpz_clear(significand);
}

int main(int argc, char **argv) {
  const struct task tasks[] = {
      {"exp", prepare, all_exp, answer},
      {"log", prepare, all_log, answer},
      {"cross-entropy-row", prepare_rows, all_rows, answer},
      {"ball-exp-", prepare_wide, all_exp, answer_wide},
      {"ball-log-", prepare_wide, all_log, answer_wide},
      {NULL, NULL, NULL, NULL},
  };
  return serve("MPFR", mpfr_get_version(), tasks, argc, argv);
}
