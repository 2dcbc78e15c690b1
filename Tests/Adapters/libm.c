// The C library's exp, log and log1p as an implementation under test, in double and in float:
//
//     cc -std=c11 -O2 -Wall -Wextra -o libm Tests/Adapters/libm.c -lm && xent verify -- ./libm
//
// The functions are what one writes by hand in C, and stand in libm_functions.h.

#include <math.h>
#include <tgmath.h>

#include "adapter.h"

#ifdef __GLIBC__
#include <gnu/libc-version.h>
#define LIBRARY "glibc"
#define LIBRARY_VERSION gnu_get_libc_version()
#else
#define LIBRARY "libm"
#define LIBRARY_VERSION "unknown"
#endif

// What does not depend on the format

enum reduction { NONE, SUM, MEAN };

static enum reduction reduction_of(const struct request *request) {
  const char *word = word_option(request, "reduction", "mean");
  if (is_word(word, "none")) return NONE;
  if (is_word(word, "sum")) return SUM;
  if (is_word(word, "mean")) return MEAN;
  reject("there is no such reduction");
}

// Whether a mean divides by the weights of the targets, and not by the number of rows.
static bool is_mean_by_weight(const struct request *request, bool is_sparse) {
  const char *word = word_option(request, "normalization", is_sparse ? "weight" : "count");
  if (is_word(word, "weight")) return true;
  if (is_word(word, "count")) return false;
  reject("there is no such normalization");
}

static size_t columns(const struct tensor *x) {
  if (x->rank == 0) reject("a row is expected");
  return x->shape[x->rank - 1];
}

static const struct tensor *vector(const struct tensor *x) {
  if (x->rank != 1) reject("a vector is expected");
  return x;
}

static void same_shape(const struct tensor *a, const struct tensor *b) {
  if (!have_same_shape(a, b)) reject("the shapes differ");
}

static bool is_ignored(const struct request *request, int64_t label) {
  int64_t ignored;
  return integer_option(request, "ignore_index", &ignored) && label == ignored;
}

// C would read beside the row.
static void check_labels(
    const struct tensor *labels, size_t rank, const size_t *shape, size_t classes, const struct request *request) {
  if (labels->rank != rank || memcmp(labels->shape, shape, rank * sizeof *shape) != 0) reject("one label a row");
  for (size_t i = 0; i < labels->count; i++) {
    int64_t label = labels->integer[i];
    if (!is_ignored(request, label) && (label < 0 || label >= (int64_t)classes)) reject("a label is out of range");
  }
}

#define REAL double
#define IN(name) name##_float64
#include "libm_functions.h"
#undef REAL
#undef IN

#define REAL float
#define IN(name) name##_float32
#include "libm_functions.h"
#undef REAL
#undef IN

#define FUNCTION(name) #name, {name##_float64, name##_float32}
#define PAIR(a, b) .arguments = {a, b}, .options = {"reduction"}, .gradient = {a}

static const struct function functions[] = {
    {FUNCTION(sigmoid), .arguments = {"x"}, .gradient = {"x"}},
    {FUNCTION(log_sigmoid), .arguments = {"x"}, .gradient = {"x"}},
    {FUNCTION(softplus), .arguments = {"x"}, .gradient = {"x"}},
    {FUNCTION(relu), .arguments = {"x"}, .gradient = {"x"}},
    {FUNCTION(log_sum_exp), .arguments = {"x"}, .gradient = {"x"}},
    {FUNCTION(softmax), .arguments = {"x"}, .options = {"temperature"}, .gradient = {"x"}},
    {FUNCTION(log_softmax), .arguments = {"x"}, .options = {"temperature"}, .gradient = {"x"}},
    {FUNCTION(information_content), .arguments = {"p"}, .options = {"base"}, .gradient = {"p"}},
    {FUNCTION(entropy), .arguments = {"p"}, .options = {"base"}, .gradient = {"p"}},
    {FUNCTION(cross_entropy), .arguments = {"p", "q"}, .options = {"base"}, .gradient = {"p", "q"}},
    {FUNCTION(kl_divergence), .arguments = {"p", "q"}, .options = {"base"}, .gradient = {"p", "q"}},
    {FUNCTION(binary_cross_entropy), .arguments = {"p", "y", "weight"}, .options = {"reduction"}, .gradient = {"p"}},
    {FUNCTION(binary_cross_entropy_with_logits), .arguments = {"logits", "y", "weight", "pos_weight"},
     .options = {"reduction"}, .gradient = {"logits"}},
    {FUNCTION(logistic_loss), PAIR("scores", "y")},
    {FUNCTION(hinge), .arguments = {"scores", "y"}, .options = {"margin", "reduction"}, .gradient = {"scores"}},
    {FUNCTION(squared_hinge), .arguments = {"scores", "y"}, .options = {"margin", "reduction"}, .gradient = {"scores"}},
    {FUNCTION(mean_squared_error), PAIR("prediction", "target")},
    {FUNCTION(mean_absolute_error), PAIR("prediction", "target")},
    {FUNCTION(huber), .arguments = {"prediction", "target"}, .options = {"delta", "reduction"},
     .gradient = {"prediction"}},
    {FUNCTION(brier_score), .arguments = {"p", "y"}, .options = {"half", "reduction"}, .gradient = {"p"}},
    {FUNCTION(categorical_cross_entropy), .arguments = {"p", "y", "class_weight"}, .options = {"reduction"},
     .gradient = {"p"}},
    {FUNCTION(categorical_cross_entropy_with_logits), .arguments = {"logits", "y", "class_weight"},
     .options = {"label_smoothing", "normalization", "reduction"}, .gradient = {"logits"}},
    {FUNCTION(sparse_categorical_cross_entropy), .arguments = {"p", "labels", "class_weight"},
     .options = {"ignore_index", "normalization", "reduction"}, .gradient = {"p"}},
    {FUNCTION(sparse_categorical_cross_entropy_with_logits), .arguments = {"logits", "labels", "class_weight"},
     .options = {"ignore_index", "label_smoothing", "normalization", "reduction"}, .gradient = {"logits"}},
    {.name = NULL},
};

// C looks at no probability before it takes its logarithm.
static const char profile[] =
    "{\"out_of_domain\":\"accepts\",\"zero_times_infinity\":\"zero\",\"infinite_logit\":\"nan\","
    "\"accumulation\":\"format\"}";

int main(void) { return answer_requests(LIBRARY, LIBRARY_VERSION, functions, profile); }
