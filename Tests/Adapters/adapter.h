// What every C adapter for `xent` shares: the lines, the bits, the hello and the bye. C11 and nothing else.
//
// An adapter is a table of functions and one call of `answer_requests`. A function asks the request for its arguments
// and options, and fills in the value and the gradients that are wanted:
//
//     static void relu(struct request *request) {
//       const struct tensor *x = argument(request, "x");
//       double *y = value(request, x->rank, x->shape)->data;
//       for (size_t i = 0; i < x->count; i++) y[i] = x->float64[i] < 0 ? 0 : x->float64[i];
//     }
//
//     int main(void) {
//       const struct function functions[] = {{"relu", {relu}, .arguments = {"x"}}, {NULL}};
//       return answer_requests("mine", "1.0", functions, "{}");
//     }

#ifndef ADAPTER_H
#define ADAPTER_H

#include <inttypes.h>
#include <setjmp.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_NAMES = 8, MAX_RANK = 8, MAX_DEPTH = 64 };

enum format { FLOAT64, FLOAT32, FORMATS };
static const char *const format_names[FORMATS] = {"float64", "float32"};

// Row-major, in the format of the request unless it is of integers.
struct tensor {
  const char *name;
  size_t rank, shape[MAX_RANK], count;
  bool is_integer;
  union {
    void *data;
    double *float64;
    float *float32;
    int64_t *integer;
  };
};

struct request;

// One row of an adapter's table, which ends with a row without a name. A format without a function is not declared.
struct function {
  const char *name;
  void (*in[FORMATS])(struct request *);
  const char *arguments[MAX_NAMES], *options[MAX_NAMES], *gradient[MAX_NAMES];
};

struct request {
  const struct function *function;
  enum format format;
  struct tensor arguments[MAX_NAMES], gradients[MAX_NAMES], value, cotangent;
  size_t argument_count, gradient_count;
  bool has_cotangent;
  const struct node *options;
};

// Memory: all that a line needs is released together when it is answered

struct block {
  struct block *next;
  max_align_t start[];
};
static struct block *blocks;

// Zeroed memory for `count` things of `size` bytes.
static void *allocate(size_t count, size_t size) {
  size_t room = SIZE_MAX - sizeof(struct block);
  struct block *block = size != 0 && count > room / size ? NULL : calloc(1, sizeof *block + count * size);
  if (block == NULL) {
    fputs("adapter.h: out of memory\n", stderr);
    exit(1);
  }
  block->next = blocks;
  blocks = block;
  return block->start;
}

static void release_all(void) {
  while (blocks != NULL) {
    struct block *next = blocks->next;
    free(blocks);
    blocks = next;
  }
}

// JSON: a line becomes a tree of nodes that point into it

enum kind { WORD, STRING, LIST, OBJECT };

// The text of a string is as it was written, escapes and all: an id is echoed, and no name here needs an escape.
struct node {
  enum kind kind;
  const char *key, *text;
  struct node *first, *next;
};

// Reads a string that begins at its quote, and ends it where its second quote was; NULL if there is none.
static char *read_string(char **cursor) {
  char *start = ++*cursor;
  for (; **cursor != '"'; ++*cursor) {
    if ((unsigned char)**cursor < ' ') return NULL;
    if (**cursor == '\\' && *++*cursor == '\0') return NULL;
  }
  *(*cursor)++ = '\0';
  return start;
}

static void skip_space(char **cursor) { *cursor += strspn(*cursor, " \t\r\n"); }

// Reads one value; NULL if there is none. A number or a word is kept as its text.
static struct node *read_node(char **cursor, int depth) {
  skip_space(cursor);
  struct node *node = allocate(1, sizeof *node);
  char open = **cursor;
  if (open == '"') {
    node->kind = STRING;
    node->text = read_string(cursor);
    return node->text == NULL ? NULL : node;
  }
  if (open != '{' && open != '[') {
    size_t length = strspn(*cursor, "+-.0123456789abcdefghijklmnopqrstuvwxyzE");
    if (length == 0) return NULL;
    char *text = allocate(length + 1, 1);
    node->text = memcpy(text, *cursor, length);
    *cursor += length;
    return node;
  }

  if (depth == MAX_DEPTH) return NULL;
  char close = open == '{' ? '}' : ']';
  node->kind = open == '{' ? OBJECT : LIST;
  struct node **end = &node->first;
  ++*cursor;
  skip_space(cursor);
  if (**cursor == close) return ++*cursor, node;
  while (true) {
    const char *key = NULL;
    if (open == '{') {
      skip_space(cursor);
      if (**cursor != '"' || (key = read_string(cursor)) == NULL) return NULL;
      skip_space(cursor);
      if (*(*cursor)++ != ':') return NULL;
    }
    if ((*end = read_node(cursor, depth + 1)) == NULL) return NULL;
    (*end)->key = key;
    end = &(*end)->next;
    skip_space(cursor);
    if (**cursor == close) return ++*cursor, node;
    if (*(*cursor)++ != ',') return NULL;
  }
}

// The whole line as one value; NULL if it is none.
static struct node *read_line(char *line) {
  struct node *node = read_node(&line, 0);
  skip_space(&line);
  return node != NULL && *line == '\0' ? node : NULL;
}

static const struct node *member(const struct node *node, const char *key) {
  if (node == NULL || node->kind != OBJECT) return NULL;
  const struct node *child = node->first;
  while (child != NULL && strcmp(child->key, key) != 0) child = child->next;
  return child;
}

// Ways out of a function: each ends the request with that reply

static jmp_buf way_out;
static const char *reply_kind, *reply_reason;

static _Noreturn void give_up(const char *kind, const char *reason) {
  reply_kind = kind;
  reply_reason = reason;
  longjmp(way_out, 1);
}

static inline _Noreturn void reject(const char *reason) { give_up("reject", reason); }
static inline _Noreturn void unsupported(const char *what) { give_up("unsupported", what); }
static inline _Noreturn void fail(const char *reason) { give_up("error", reason); }

// Bits and tensors

static size_t digits_in(enum format format) { return format == FLOAT64 ? 16 : 8; }
static size_t size_in(enum format format) { return format == FLOAT64 ? sizeof(double) : sizeof(float); }

// An integer from `least` on; anything else is an error.
static int64_t integer_of(const struct node *node, int64_t least) {
  char *end;
  if (node->kind != WORD) fail("an integer is expected");
  int64_t number = strtoll(node->text, &end, 10);
  if (*end != '\0' || number < least) fail("an integer is expected");
  return number;
}

static void read_bits(struct tensor *tensor, const char *bits, enum format format) {
  size_t digits = digits_in(format);
  if (strlen(bits) / digits != tensor->count || strlen(bits) % digits != 0) fail("the bits do not fill the shape");
  if (strspn(bits, "0123456789abcdefABCDEF") != strlen(bits)) fail("the bits are not hexadecimal");
  tensor->data = allocate(tensor->count, size_in(format));
  for (size_t i = 0; i < tensor->count; i++) {
    char element[17] = {0};
    uint64_t pattern = strtoull(memcpy(element, bits + i * digits, digits), NULL, 16);
    uint32_t half = (uint32_t)pattern;
    if (format == FLOAT64) memcpy(&tensor->float64[i], &pattern, sizeof pattern);
    else memcpy(&tensor->float32[i], &half, sizeof half);
  }
}

static struct tensor read_tensor(const char *name, const struct node *node, enum format format) {
  struct tensor tensor = {.name = name, .count = 1};
  const struct node *shape = member(node, "shape"), *bits = member(node, "bits"), *list = member(node, "integers");
  if (shape == NULL || shape->kind != LIST) fail("a tensor needs a shape");
  for (const struct node *length = shape->first; length != NULL; length = length->next) {
    if (tensor.rank == MAX_RANK) unsupported("so many axes");
    size_t axis = (size_t)integer_of(length, 0);
    if (axis != 0 && tensor.count > SIZE_MAX / 16 / axis) fail("the shape is too large");
    tensor.shape[tensor.rank++] = axis;
    tensor.count *= axis;
  }
  if (bits != NULL && bits->kind == STRING) {
    read_bits(&tensor, bits->text, format);
  } else if (list != NULL && list->kind == LIST) {
    size_t count = 0;
    for (const struct node *child = list->first; child != NULL; child = child->next) count++;
    if (count != tensor.count) fail("the integers do not fill the shape");
    tensor.is_integer = true;
    tensor.integer = allocate(count, sizeof *tensor.integer);
    count = 0;
    for (const struct node *child = list->first; child != NULL; child = child->next)
      tensor.integer[count++] = integer_of(child, INT64_MIN);
  } else {
    fail("a tensor needs bits or integers");
  }
  return tensor;
}

static void write_tensor(const struct tensor *tensor, enum format format) {
  fputs("{\"shape\":[", stdout);
  for (size_t i = 0; i < tensor->rank; i++) printf(i == 0 ? "%zu" : ",%zu", tensor->shape[i]);
  fputs("],\"bits\":\"", stdout);
  for (size_t i = 0; i < tensor->count; i++) {
    uint64_t pattern = 0;
    uint32_t half = 0;
    if (format == FLOAT64) memcpy(&pattern, &tensor->float64[i], sizeof pattern);
    else memcpy(&half, &tensor->float32[i], sizeof half);
    printf("%0*" PRIx64, (int)digits_in(format), pattern | half);
  }
  fputs("\"}", stdout);
}

// What a function asks of a request

// An argument of real numbers; NULL if it was not given.
static const struct tensor *optional_argument(const struct request *request, const char *name) {
  for (size_t i = 0; i < request->argument_count; i++) {
    if (strcmp(request->arguments[i].name, name) != 0) continue;
    if (request->arguments[i].is_integer) reject("real numbers are expected");
    return &request->arguments[i];
  }
  return NULL;
}

static inline const struct tensor *argument(const struct request *request, const char *name) {
  const struct tensor *tensor = optional_argument(request, name);
  if (tensor == NULL) reject("an argument is missing");
  return tensor;
}

static inline const struct tensor *integer_argument(const struct request *request, const char *name) {
  for (size_t i = 0; i < request->argument_count; i++)
    if (strcmp(request->arguments[i].name, name) == 0 && request->arguments[i].is_integer)
      return &request->arguments[i];
  reject("an argument of integers is missing");
}

// A real option as a double, which holds a float exactly.
static inline double real_option(const struct request *request, const char *name, double standard) {
  const struct node *node = member(request->options, name);
  if (node == NULL) return standard;
  struct tensor tensor = read_tensor(name, node, request->format);
  if (tensor.rank != 0 || tensor.is_integer) reject("an option is a single real number");
  return request->format == FLOAT64 ? *tensor.float64 : *tensor.float32;
}

// A word, or the text of a plain JSON value. An option that is a tensor has none, and is NULL.
static inline const char *word_option(const struct request *request, const char *name, const char *standard) {
  const struct node *node = member(request->options, name);
  return node == NULL ? standard : node->text;
}

// Whether an integer option was given, and which.
static inline bool integer_option(const struct request *request, const char *name, int64_t *number) {
  const struct node *node = member(request->options, name);
  if (node == NULL || (node->text != NULL && strcmp(node->text, "none") == 0)) return false;
  *number = integer_of(node, INT64_MIN);
  return true;
}

static inline bool is_word(const char *text, const char *word) { return text != NULL && strcmp(text, word) == 0; }

static inline bool have_same_shape(const struct tensor *a, const struct tensor *b) {
  return a->rank == b->rank && memcmp(a->shape, b->shape, a->rank * sizeof *a->shape) == 0;
}

// Room for the value, zero at first.
static inline struct tensor *value(struct request *request, size_t rank, const size_t *shape) {
  struct tensor tensor = {.rank = rank, .count = 1};
  for (size_t i = 0; i < rank; i++) tensor.count *= tensor.shape[i] = shape[i];
  tensor.data = allocate(tensor.count, size_in(request->format));
  request->value = tensor;
  if (request->has_cotangent && !have_same_shape(&request->cotangent, &tensor))
    fail("the cotangent has not the shape of the value");
  return &request->value;
}

// Room for the gradient by an argument, zero at first; NULL if it is not wanted.
static inline void *gradient(struct request *request, const char *name) {
  for (size_t i = 0; i < request->gradient_count; i++)
    if (strcmp(request->gradients[i].name, name) == 0) return request->gradients[i].data;
  return NULL;
}

// What the gradients are contracted with: one number for each of the value, or NULL if they are all one.
static inline const void *cotangent(const struct request *request) {
  return request->has_cotangent ? request->cotangent.data : NULL;
}

// The conversation

static void write_names(const char *before, const char *const *names) {
  fputs(before, stdout);
  putchar('[');
  for (size_t i = 0; i < MAX_NAMES && names[i] != NULL; i++) printf(i == 0 ? "\"%s\"" : ",\"%s\"", names[i]);
  putchar(']');
}

static bool has_name(const char *const *names, const char *name) {
  for (size_t i = 0; i < MAX_NAMES && names[i] != NULL; i++)
    if (strcmp(names[i], name) == 0) return true;
  return false;
}

static void write_hello(const char *name, const char *version, const struct function *functions, const char *profile) {
  printf("{\"hello\":{\"protocol\":1,\"name\":\"%s\",\"version\":\"%s\",\"language\":\"c\",", name, version);
  fputs("\"functions\":{", stdout);
  for (const struct function *f = functions; f->name != NULL; f++) {
    const char *formats[MAX_NAMES] = {0};
    size_t count = 0;
    for (int format = 0; format < FORMATS; format++)
      if (f->in[format] != NULL) formats[count++] = format_names[format];
    printf(f == functions ? "\"%s\":{" : ",\"%s\":{", f->name);
    write_names("\"formats\":", formats);
    write_names(",\"options\":", f->options);
    write_names(",\"gradient\":", f->gradient);
    putchar('}');
  }
  printf("},\"profile\":%s,\"batch\":64}}\n", profile);
}

// Reads a request and has its function fill in the answer.
static void answer(struct request *request, const struct node *ask, const struct function *functions) {
  const struct node *name = member(ask, "function"), *format = member(ask, "format");
  if (name == NULL || format == NULL || name->kind != STRING || format->kind != STRING)
    fail("a request needs a function and a format");
  while (request->format < FORMATS && strcmp(format_names[request->format], format->text) != 0) request->format++;
  if (request->format == FORMATS) unsupported(format->text);
  const struct function *f = functions;
  while (f->name != NULL && strcmp(f->name, name->text) != 0) f++;
  if (f->name == NULL || f->in[request->format] == NULL) unsupported(name->text);
  request->function = f;

  const struct node *given = member(ask, "arguments");
  for (given = given == NULL ? NULL : given->first; given != NULL; given = given->next) {
    if (given->key == NULL || !has_name(f->arguments, given->key)) unsupported("an argument");
    if (request->argument_count == MAX_NAMES) fail("an argument is given twice");
    request->arguments[request->argument_count++] = read_tensor(given->key, given, request->format);
  }
  request->options = member(ask, "options");
  const struct node *option = request->options == NULL ? NULL : request->options->first;
  for (; option != NULL; option = option->next)
    if (option->key == NULL || !has_name(f->options, option->key)) unsupported("an option");

  const struct node *wanted = member(ask, "gradient");
  for (wanted = wanted == NULL ? NULL : wanted->first; wanted != NULL; wanted = wanted->next) {
    if (wanted->kind != STRING || !has_name(f->gradient, wanted->text)) unsupported("a gradient");
    struct tensor tensor = *argument(request, wanted->text);
    if (gradient(request, wanted->text) != NULL || request->gradient_count == MAX_NAMES) fail("a gradient twice");
    tensor.data = allocate(tensor.count, size_in(request->format));
    request->gradients[request->gradient_count++] = tensor;
  }
  const struct node *cotangent = member(ask, "cotangent");
  if ((request->has_cotangent = cotangent != NULL))
    request->cotangent = read_tensor("cotangent", cotangent, request->format);
  if (request->has_cotangent && request->cotangent.is_integer) fail("the cotangent is of integers");

  f->in[request->format](request);
}

static void write_answer(const struct request *request) {
  fputs(",\"value\":", stdout);
  write_tensor(&request->value, request->format);
  for (size_t i = 0; i < request->gradient_count; i++) {
    printf(i == 0 ? ",\"gradient\":{\"%s\":" : ",\"%s\":", request->gradients[i].name);
    write_tensor(&request->gradients[i], request->format);
  }
  puts(request->gradient_count == 0 ? "}" : "}}");
}

// A line of any length without its end, NULL when there is none left. Valid until the next one is read.
static char *next_line(void) {
  static char *line;
  static size_t room;
  size_t length = 0;
  int c = getchar();
  if (c == EOF) return NULL;
  for (; c != EOF && c != '\n'; c = getchar()) {
    if (length + 2 > room) {
      line = realloc(line, room = 2 * room + 4096);
      if (line == NULL) exit(1);
    }
    line[length++] = (char)(c == '\0' ? '\1' : c);  // no JSON has either, and C strings end at the one
  }
  if (line == NULL) return "";
  line[length] = '\0';
  return line;
}

static void reply(const struct node *ask, const char *id, const struct function *functions) {
  static struct request request;
  request = (struct request){0};
  if (setjmp(way_out) == 0) {
    answer(&request, ask, functions);
    printf("{\"id\":\"%s\"", id);
    write_answer(&request);
  } else {
    printf("{\"id\":\"%s\",\"%s\":\"%s\"}\n", id, reply_kind, reply_reason);
  }
}

// Answers the lines of standard input until it ends. `profile` is the JSON of the policies to be held to.
static int answer_requests(
    const char *name, const char *version, const struct function *functions, const char *profile) {
  long answered = 0;
  for (char *line; (line = next_line()) != NULL; fflush(stdout), release_all()) {
    const struct node *ask = read_line(line), *id = member(ask, "id");
    if (member(ask, "hello") != NULL) {
      write_hello(name, version, functions, profile);
    } else if (member(ask, "bye") != NULL) {
      printf("{\"bye\":{\"answered\":%ld}}\n", answered);
    } else if (id == NULL || id->kind != STRING) {
      puts("{\"id\":null,\"error\":\"the line is no hello, no bye and no request\"}");
    } else {
      reply(ask, id->text, functions);
      answered++;
    }
  }
  return 0;
}

#endif
