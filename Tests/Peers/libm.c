// The C library: loops over exp and log, and the cross-entropy that one writes with them.

#include "peer.h"

#include <math.h>

#ifdef __GLIBC__
#include <gnu/libc-version.h>
#define VERSION gnu_get_libc_version()
#else
#define VERSION "of unknown version"
#endif

enum { CLASSES = 1000 };

static double *inputs, *results;
static long result_count;

static long prepare(long count, char **words, long bits) {
  (void)bits;
  inputs = allocate((size_t)count * sizeof *inputs);
  results = allocate((size_t)count * sizeof *results);
  for (long i = 0; i < count; i++) inputs[i] = number(words[i]);
  result_count = count;
  return count;
}

static long prepare_rows(long count, char **words, long bits) {
  prepare(count, words, bits);
  result_count = count / CLASSES;
  return count;
}

static void all_exp(void) {
  for (long i = 0; i < result_count; i++) results[i] = exp(inputs[i]);
}

static void all_log(void) {
  for (long i = 0; i < result_count; i++) results[i] = log(inputs[i]);
}

// log Σ e^(xₖ − max) + max − x₀
static void all_rows(void) {
  for (long row = 0; row < result_count; row++) {
    const double *x = inputs + row * CLASSES;
    double greatest = x[0], sum = 0;
    for (int k = 1; k < CLASSES; k++) greatest = x[k] > greatest ? x[k] : greatest;
    for (int k = 0; k < CLASSES; k++) sum += exp(x[k] - greatest);
    results[row] = log(sum) + (greatest - x[0]);
  }
}

static void answer(void) {
  for (long i = 0; i < result_count; i++) write_number(results[i]);
}

int main(int argc, char **argv) {
  const struct task tasks[] = {
      {"exp", prepare, all_exp, answer},
      {"log", prepare, all_log, answer},
      {"cross-entropy-row", prepare_rows, all_rows, answer},
      {NULL, NULL, NULL, NULL},
  };
  return serve("libm", VERSION, tasks, argc, argv);
}
