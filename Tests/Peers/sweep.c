// An outside check of `xent sweep`: the same sum over the same numbers of float32, by MPFR.
//
//     cc -O2 Tests/Peers/sweep.c -lmpfr -lgmp -o sweep && ./sweep exp 4099
//
// prints how many numbers it asked and the checksum that `xent sweep exp --format float32 --stride
// 4099` must come to. MPFR rounds once to 24 bits, with float32's exponents, and then once more only
// where the number is subnormal, knowing how the first time went: correctly, as its manual says.

#include <mpfr.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef int function(mpfr_t, const mpfr_t, mpfr_rnd_t);

static const struct {
  const char *name;
  function *f;
} functions[] = {
    {"exp", mpfr_exp},   {"expm1", mpfr_expm1}, {"log", mpfr_log},
    {"log1p", mpfr_log1p}, {"log2", mpfr_log2}, {"log10", mpfr_log10},
};

// One step of SplitMix64.
static uint64_t mixed(uint64_t z) {
  z += 0x9e3779b97f4a7c15u;
  z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
  z = (z ^ z >> 27) * 0x94d049bb133111ebu;
  return z ^ z >> 31;
}

static uint64_t sum, asked;

static void ask(function *f, uint32_t bits, mpfr_t x, mpfr_t y) {
  float argument, answer;
  uint32_t result;
  memcpy(&argument, &bits, sizeof argument);
  mpfr_set_flt(x, argument, MPFR_RNDN);
  mpfr_subnormalize(y, f(y, x, MPFR_RNDN), MPFR_RNDN);
  answer = mpfr_get_flt(y, MPFR_RNDN);
  memcpy(&result, &answer, sizeof result);
  if (mpfr_nan_p(y)) result = 0x7fc00000;
  sum += mixed(mixed(bits) + result);
  asked++;
}

// Both neighbours of the powers of two, zero, infinity: what a stride may miss.
static void ask_landmarks(function *f, uint64_t stride, mpfr_t x, mpfr_t y) {
  for (uint64_t sign = 0; sign <= 0x80000000u; sign += 0x80000000u) {
    for (uint64_t power = 0; power < 0x80000000u; power += 0x800000u) {
      for (uint64_t bits = sign + power - (power > 0); bits <= sign + power + 1; bits++) {
        if (bits % stride != 0) ask(f, (uint32_t)bits, x, y);
      }
    }
  }
}

int main(int argc, char **argv) {
  const char *name = argc > 1 ? argv[1] : "";
  const uint64_t stride = argc > 2 ? strtoull(argv[2], NULL, 10) : 1;
  function *f = NULL;
  for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
    if (!strcmp(functions[i].name, name)) f = functions[i].f;
  }
  if (!f || !stride) {
    fputs("usage: sweep exp|expm1|log|log1p|log2|log10 STRIDE\n", stderr);
    return 64;
  }
  mpfr_t x, y;
  mpfr_init2(x, 24);
  mpfr_init2(y, 24);
  // float32: 2^-149 is 0.5 times 2^-148, the greatest numbers are below 2^128.
  mpfr_set_emin(-148);
  mpfr_set_emax(128);
  for (uint64_t bits = 0; bits <= 0xffffffffu; bits += stride) ask(f, (uint32_t)bits, x, y);
  if (stride > 1) ask_landmarks(f, stride, x, y);
  printf("%llu asked, checksum %016llx\n", (unsigned long long)asked, (unsigned long long)sum);
  mpfr_clear(x);
  mpfr_clear(y);
  return 0;
}
