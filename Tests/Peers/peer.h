// What every peer in C shares: the inputs' file, the clock, and the lines of the protocol that
// README.md describes. A peer is a table of tasks and one call of `serve`.

#ifndef PEER_H
#define PEER_H

#define _POSIX_C_SOURCE 200809L
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct task {
  // A workload's name; one that ends in '-' is followed by a number of bits.
  const char *name;
  // Reads the inputs, hexadecimal words, and says how many elements a pass computes.
  long (*prepare)(long count, char **words, long bits);
  // What is timed.
  void (*pass)(void);
  // Writes the results of the last pass, each after a space.
  void (*answer)(void);
};

static void *allocate(size_t bytes) {
  void *memory = malloc(bytes ? bytes : 1);
  if (memory) return memory;
  fputs("out of memory\n", stderr);
  exit(1);
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec * 1e9 + (double)time.tv_nsec;
}

// The number whose bits a word holds.
static double number(const char *word) {
  const uint64_t bits = strtoull(word, NULL, 16);
  double value;
  memcpy(&value, &bits, sizeof value);
  return value;
}

static void write_number(double value) {
  uint64_t bits;
  memcpy(&bits, &value, sizeof bits);
  printf(" %016llx", (unsigned long long)bits);
}

// The words after a workload's name in the inputs' file; null if it is not there.
static char **words_of(const char *path, const char *workload, long *count) {
  FILE *file = fopen(path, "r");
  char *line = NULL;
  size_t capacity = 0;
  char **words = NULL;
  while (!words && file && getline(&line, &capacity, file) > 0) {
    char *rest = NULL, *word = strtok_r(line, " \n", &rest);
    if (!word || strcmp(word, workload) != 0) continue;
    words = allocate((strlen(rest) / 2 + 1) * sizeof *words);
    for (*count = 0; (word = strtok_r(NULL, " \n", &rest)); ++*count) words[*count] = word;
  }
  if (file) fclose(file);
  return words;
}

static const struct task *task_of(const struct task *tasks, const char *workload) {
  for (; tasks->name; tasks++) {
    const size_t length = strlen(tasks->name);
    const int is_family = tasks->name[length - 1] == '-';
    if (is_family ? !strncmp(tasks->name, workload, length) : !strcmp(tasks->name, workload)) {
      return tasks;
    }
  }
  return NULL;
}

// Greets, and answers until the input ends. The last of the tasks has no name.
static int serve(
    const char *name, const char *version, const struct task *tasks, int argc, char **argv) {
  char line[256], workload[256], prepared[256] = "";
  double seconds;
  long elements = 0;
  printf("%s %s\n", name, version);
  fflush(stdout);
  while (argc == 2 && fgets(line, sizeof line, stdin)) {
    if (sscanf(line, "%255s %lf", workload, &seconds) != 2) return 1;
    const struct task *task = task_of(tasks, workload);
    if (task && strcmp(prepared, workload) != 0) {
      long count = 0;
      char **words = words_of(argv[1], workload, &count);
      if (!words) return 1;
      const char *bits = strrchr(workload, '-');
      elements = task->prepare(count, words, bits ? atol(bits + 1) : 0);
      strcpy(prepared, workload);
      task->pass();
    }
    if (task) {
      const double start = now();
      double passed;
      long passes = 0;
      do {
        task->pass();
        passes++;
        passed = now() - start;
      } while (passed < seconds * 1e9);
      printf("%.17g", passed / (double)passes / (double)elements);
      task->answer();
      printf("\n");
    } else {
      printf("-\n");
    }
    fflush(stdout);
  }
  return 0;
}

#endif
