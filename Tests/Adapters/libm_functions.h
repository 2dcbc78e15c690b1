// The functions of libm.c in one format: REAL is double or float, and <tgmath.h> has exp mean expf where it must.
// IN(name) is the name of a function in that format. Included once for each.

// A weight or target of zero hides an infinite loss, which the plain product would make NaN.
static REAL IN(times)(REAL weight, REAL loss) { return weight == 0 && isinf(loss) ? 0 : weight * loss; }

// The same of a slope: nothing over nothing is nothing.
static REAL IN(over)(REAL weight, REAL p) { return weight == 0 && p == 0 ? 0 : weight / p; }

// Not fmax, which drops a NaN.
static REAL IN(positive_part)(REAL x) { return x < 0 ? 0 : x; }

// Activations

// Either branch takes exp of what is not positive, and so cannot overflow.
static REAL IN(sigmoid_of)(REAL x) {
  REAL e = exp(-fabs(x));
  return x < 0 ? e / (1 + e) : 1 / (1 + e);
}

static REAL IN(softplus_of)(REAL x) { return IN(positive_part)(x) + log1p(exp(-fabs(x))); }

static void IN(map)(struct request *request, const char *name, REAL (*f)(REAL), REAL (*slope)(REAL, REAL)) {
  const struct tensor *argument_x = argument(request, name);
  const REAL *x = argument_x->data, *c = cotangent(request);
  REAL *y = value(request, argument_x->rank, argument_x->shape)->data, *g = gradient(request, name);
  for (size_t i = 0; i < argument_x->count; i++) {
    y[i] = f(x[i]);
    if (g != NULL) g[i] = IN(times)(c == NULL ? 1 : c[i], slope(x[i], y[i]));
  }
}

static REAL IN(sigmoid_slope)(REAL x, REAL y) { return y * IN(sigmoid_of)(-x); }
static void IN(sigmoid)(struct request *request) { IN(map)(request, "x", IN(sigmoid_of), IN(sigmoid_slope)); }

static REAL IN(log_sigmoid_of)(REAL x) { return -IN(softplus_of)(-x); }
static REAL IN(log_sigmoid_slope)(REAL x, REAL y) { return (void)y, IN(sigmoid_of)(-x); }
static void IN(log_sigmoid)(struct request *request) {
  IN(map)(request, "x", IN(log_sigmoid_of), IN(log_sigmoid_slope));
}

static REAL IN(softplus_slope)(REAL x, REAL y) { return (void)y, IN(sigmoid_of)(x); }
static void IN(softplus)(struct request *request) { IN(map)(request, "x", IN(softplus_of), IN(softplus_slope)); }

static REAL IN(relu_slope)(REAL x, REAL y) { return isnan(x) ? x : y > 0; }
static void IN(relu)(struct request *request) { IN(map)(request, "x", IN(positive_part), IN(relu_slope)); }

// Rows

// The index of the largest, or of a NaN; `stride` apart.
static size_t IN(largest)(const REAL *x, size_t n, size_t stride) {
  size_t best = 0;
  for (size_t j = 1; j < n; j++)
    if (x[j * stride] > x[best * stride] || isnan(x[j * stride])) best = j;
  return best;
}

// log Σ exp(x − max): the largest adds 1, which log1p keeps apart from what may be far below it.
static REAL IN(log_sum_of_shifted)(const REAL *x, size_t n, size_t stride, size_t best, REAL temperature) {
  REAL rest = 0;
  for (size_t j = 0; j < n; j++)
    if (j != best) rest += exp((x[j * stride] - x[best * stride]) / temperature);
  return log1p(rest);
}

static void IN(log_softmax_row)(const REAL *x, size_t n, size_t stride, REAL temperature, REAL *y) {
  if (n == 0) return;
  size_t best = IN(largest)(x, n, stride);
  REAL log_sum = IN(log_sum_of_shifted)(x, n, stride, best, temperature);
  for (size_t j = 0; j < n; j++) y[j] = (x[j * stride] - x[best * stride]) / temperature - log_sum;
}

static void IN(softmax_row)(const REAL *x, size_t n, size_t stride, REAL temperature, REAL *y) {
  if (n == 0) return;
  REAL sum = 0, largest = x[IN(largest)(x, n, stride) * stride];
  for (size_t j = 0; j < n; j++) sum += y[j] = exp((x[j * stride] - largest) / temperature);
  for (size_t j = 0; j < n; j++) y[j] /= sum;
}

static size_t columns(const struct tensor *);
static REAL IN(temperature)(struct request *request) {
  REAL temperature = (REAL)real_option(request, "temperature", 1);
  if (temperature <= 0 || isinf(temperature)) reject("the temperature must be positive");
  return temperature;
}

static void IN(log_sum_exp)(struct request *request) {
  const struct tensor *x = argument(request, "x");
  size_t n = columns(x), rows = value(request, x->rank - 1, x->shape)->count;
  REAL *y = request->value.data, *g = gradient(request, "x");
  const REAL *row = x->data, *c = cotangent(request);
  for (size_t i = 0; i < rows; i++, row += n) {
    size_t best = n == 0 ? 0 : IN(largest)(row, n, 1);
    if (n == 0 || isinf(row[best])) y[i] = n == 0 ? -INFINITY : row[best];
    else y[i] = row[best] + IN(log_sum_of_shifted)(row, n, 1, best, 1);
    if (g == NULL) continue;
    IN(softmax_row)(row, n, 1, 1, g + i * n);
    for (size_t j = 0; j < n && c != NULL; j++) g[i * n + j] *= c[i];
  }
}

static void IN(softmax)(struct request *request) {
  const struct tensor *x = argument(request, "x");
  size_t n = columns(x);
  REAL temperature = IN(temperature)(request), *y = value(request, x->rank, x->shape)->data;
  REAL *g = gradient(request, "x");
  const REAL *row = x->data, *c = cotangent(request);
  for (size_t end = n == 0 ? 0 : x->count / n; end > 0; end--, row += n, y += n) {
    IN(softmax_row)(row, n, 1, temperature, y);
    if (g == NULL) continue;
    REAL mean = 0;
    for (size_t j = 0; j < n; j++) mean += y[j] * (c == NULL ? 1 : c[j]);
    for (size_t j = 0; j < n; j++) g[j] = y[j] * ((c == NULL ? 1 : c[j]) - mean) / temperature;
    g += n;
    if (c != NULL) c += n;
  }
}

static void IN(log_softmax)(struct request *request) {
  const struct tensor *x = argument(request, "x");
  size_t n = columns(x);
  REAL temperature = IN(temperature)(request), *y = value(request, x->rank, x->shape)->data;
  REAL *g = gradient(request, "x");
  const REAL *row = x->data, *c = cotangent(request);
  for (size_t end = n == 0 ? 0 : x->count / n; end > 0; end--, row += n, y += n) {
    IN(log_softmax_row)(row, n, 1, temperature, y);
    if (g == NULL) continue;
    REAL sum = 0;
    IN(softmax_row)(row, n, 1, temperature, g);
    for (size_t j = 0; j < n; j++) sum += c == NULL ? 1 : c[j];
    for (size_t j = 0; j < n; j++) g[j] = ((c == NULL ? 1 : c[j]) - sum * g[j]) / temperature;
    g += n;
    if (c != NULL) c += n;
  }
}

// Entropies

// What a natural unit is in units of `base`.
static REAL IN(unit)(struct request *request) {
  const char *word = word_option(request, "base", "");
  REAL base = is_word(word, "2") ? 2 : is_word(word, "10") ? 10 : 0;
  if (is_word(word, "") || is_word(word, "e")) return 1;
  if (base == 0) base = (REAL)real_option(request, "base", 0);
  if (base <= 1 || isinf(base)) reject("the base must be greater than one");
  return 1 / log(base);
}

static void IN(information_content)(struct request *request) {
  const struct tensor *p = argument(request, "p");
  const REAL *x = p->data, *c = cotangent(request);
  REAL unit = IN(unit)(request), *y = value(request, p->rank, p->shape)->data, *g = gradient(request, "p");
  for (size_t i = 0; i < p->count; i++) {
    y[i] = -log(x[i]) * unit;
    if (g != NULL) g[i] = IN(times)(c == NULL ? 1 : c[i], -unit / x[i]);
  }
}

// −q log p, where nothing that cannot happen costs anything.
static REAL IN(surprisal)(REAL q, REAL p) { return IN(times)(q, -log(p)); }

static void IN(entropy)(struct request *request) {
  const struct tensor *argument_p = vector(argument(request, "p"));
  const REAL *p = argument_p->data, *c = cotangent(request);
  REAL unit = IN(unit)(request), sum = 0, *g = gradient(request, "p");
  for (size_t i = 0; i < argument_p->count; i++) {
    sum += IN(surprisal)(p[i], p[i]);
    if (g != NULL) g[i] = IN(times)(c == NULL ? 1 : *c, -(log(p[i]) + 1) * unit);
  }
  *(REAL *)value(request, 0, NULL)->data = sum * unit;
}

static void IN(cross_entropy)(struct request *request) {
  const struct tensor *argument_p = vector(argument(request, "p")), *argument_q = argument(request, "q");
  same_shape(argument_p, argument_q);
  const REAL *p = argument_p->data, *q = argument_q->data, *c = cotangent(request);
  REAL unit = IN(unit)(request), sum = 0, scale = c == NULL ? 1 : *c;
  REAL *by_p = gradient(request, "p"), *by_q = gradient(request, "q");
  for (size_t i = 0; i < argument_p->count; i++) {
    sum += IN(surprisal)(p[i], q[i]);
    if (by_p != NULL) by_p[i] = IN(times)(scale, -log(q[i]) * unit);
    if (by_q != NULL) by_q[i] = IN(times)(scale, p[i] == 0 ? 0 : -p[i] / q[i] * unit);
  }
  *(REAL *)value(request, 0, NULL)->data = sum * unit;
}

static void IN(kl_divergence)(struct request *request) {
  const struct tensor *argument_p = vector(argument(request, "p")), *argument_q = argument(request, "q");
  same_shape(argument_p, argument_q);
  const REAL *p = argument_p->data, *q = argument_q->data, *c = cotangent(request);
  REAL unit = IN(unit)(request), sum = 0, scale = c == NULL ? 1 : *c;
  REAL *by_p = gradient(request, "p"), *by_q = gradient(request, "q");
  for (size_t i = 0; i < argument_p->count; i++) {
    REAL ratio = log(p[i]) - log(q[i]);
    sum += p[i] == 0 && !isnan(q[i]) ? 0 : p[i] * ratio;
    if (by_p != NULL) by_p[i] = IN(times)(scale, (ratio + 1) * unit);
    if (by_q != NULL) by_q[i] = IN(times)(scale, p[i] == 0 ? 0 : -p[i] / q[i] * unit);
  }
  *(REAL *)value(request, 0, NULL)->data = sum * unit;
}

// Losses of one element each

// A loss of a score `x` and a target `y`, and its slope by the score; `parameter` is a margin, delta, the weight of the
// positive or the like.
typedef REAL IN(loss)(REAL x, REAL y, REAL parameter);

static void IN(reduce)(struct request *request, const char *name, const char *target, REAL parameter,
                       IN(loss) *loss, IN(loss) *slope) {
  const struct tensor *xs = argument(request, name), *ys = argument(request, target);
  const struct tensor *weights = optional_argument(request, "weight");
  const struct tensor *positive = optional_argument(request, "pos_weight");
  enum reduction reduction = reduction_of(request);
  same_shape(xs, ys);
  if (weights != NULL) same_shape(xs, weights);
  if (positive != NULL) same_shape(xs, positive);
  const REAL *x = xs->data, *y = ys->data, *w = weights == NULL ? NULL : weights->data, *c = cotangent(request);
  REAL *out = value(request, reduction == NONE ? xs->rank : 0, xs->shape)->data, *g = gradient(request, name);
  REAL sum = 0, share = reduction == MEAN ? 1 / (REAL)xs->count : 1;
  for (size_t i = 0; i < xs->count; i++) {
    if (positive != NULL) parameter = ((const REAL *)positive->data)[i];
    REAL weight = w == NULL ? 1 : w[i], term = IN(times)(weight, loss(x[i], y[i], parameter));
    if (reduction == NONE) out[i] = term;
    sum += term;
    if (g == NULL) continue;
    REAL scale = c == NULL ? 1 : c[reduction == NONE ? i : 0];
    g[i] = IN(times)(scale * share, IN(times)(weight, slope(x[i], y[i], parameter)));
  }
  if (reduction == SUM) *out = sum;
  if (reduction == MEAN) *out = sum / (REAL)xs->count;
}

static REAL IN(bce)(REAL p, REAL y, REAL unused) {
  return (void)unused, IN(times)(y, -log(p)) + IN(times)(1 - y, -log1p(-p));
}
static REAL IN(bce_slope)(REAL p, REAL y, REAL unused) {
  return (void)unused, (1 - y == 0 ? 0 : (1 - y) / (1 - p)) - (y == 0 ? 0 : y / p);
}
static void IN(binary_cross_entropy)(struct request *request) {
  IN(reduce)(request, "p", "y", 0, IN(bce), IN(bce_slope));
}

static REAL IN(bce_logits)(REAL z, REAL y, REAL positive) {
  return IN(times)(positive * y, IN(softplus_of)(-z)) + IN(times)(1 - y, IN(softplus_of)(z));
}
static REAL IN(bce_logits_slope)(REAL z, REAL y, REAL positive) {
  return (1 - y) * IN(sigmoid_of)(z) - positive * y * IN(sigmoid_of)(-z);
}
static void IN(binary_cross_entropy_with_logits)(struct request *request) {
  IN(reduce)(request, "logits", "y", 1, IN(bce_logits), IN(bce_logits_slope));
}

static REAL IN(logistic)(REAL s, REAL y, REAL unused) { return (void)unused, IN(softplus_of)(-y * s); }
static REAL IN(logistic_slope)(REAL s, REAL y, REAL unused) { return (void)unused, -y * IN(sigmoid_of)(-y * s); }
static void IN(logistic_loss)(struct request *request) {
  IN(reduce)(request, "scores", "y", 0, IN(logistic), IN(logistic_slope));
}

static REAL IN(hinge_of)(REAL s, REAL y, REAL margin) { return IN(positive_part)(margin - y * s); }
static REAL IN(hinge_slope)(REAL s, REAL y, REAL margin) { return -y * IN(relu_slope)(margin - y * s, margin - y * s); }
static void IN(hinge)(struct request *request) {
  REAL margin = (REAL)real_option(request, "margin", 1);
  IN(reduce)(request, "scores", "y", margin, IN(hinge_of), IN(hinge_slope));
}

static REAL IN(squared_hinge_of)(REAL s, REAL y, REAL margin) {
  return IN(hinge_of)(s, y, margin) * IN(hinge_of)(s, y, margin);
}
static REAL IN(squared_hinge_slope)(REAL s, REAL y, REAL margin) { return -2 * y * IN(hinge_of)(s, y, margin); }
static void IN(squared_hinge)(struct request *request) {
  REAL margin = (REAL)real_option(request, "margin", 1);
  IN(reduce)(request, "scores", "y", margin, IN(squared_hinge_of), IN(squared_hinge_slope));
}

static REAL IN(squared)(REAL x, REAL y, REAL unused) { return (void)unused, (x - y) * (x - y); }
static REAL IN(squared_slope)(REAL x, REAL y, REAL unused) { return (void)unused, 2 * (x - y); }
static void IN(mean_squared_error)(struct request *request) {
  IN(reduce)(request, "prediction", "target", 0, IN(squared), IN(squared_slope));
}

static REAL IN(absolute)(REAL x, REAL y, REAL unused) { return (void)unused, fabs(x - y); }
static REAL IN(absolute_slope)(REAL x, REAL y, REAL unused) {
  return (void)unused, isnan(x - y) ? x - y : (REAL)((x > y) - (x < y));
}
static void IN(mean_absolute_error)(struct request *request) {
  IN(reduce)(request, "prediction", "target", 0, IN(absolute), IN(absolute_slope));
}

static REAL IN(huber_of)(REAL x, REAL y, REAL delta) {
  REAL r = fabs(x - y);
  return r <= delta ? r * r / 2 : delta * (r - delta / 2);
}
static REAL IN(huber_slope)(REAL x, REAL y, REAL delta) {
  return fabs(x - y) <= delta ? x - y : delta * IN(absolute_slope)(x, y, 0);
}
static void IN(huber)(struct request *request) {
  REAL delta = (REAL)real_option(request, "delta", 1);
  if (delta <= 0 || isinf(delta)) reject("delta must be positive");
  IN(reduce)(request, "prediction", "target", delta, IN(huber_of), IN(huber_slope));
}

// Losses of one row of classes each

static void IN(brier_score)(struct request *request) {
  const struct tensor *ps = argument(request, "p"), *ys = argument(request, "y");
  enum reduction reduction = reduction_of(request);
  const char *word = word_option(request, "half", "false");
  bool half = is_word(word, "true");
  if (!half && !is_word(word, "false")) reject("half is true or false");
  same_shape(ps, ys);
  if (ps->rank != 2) reject("rows of classes are expected");
  size_t rows = ps->shape[0], n = ps->shape[1];
  const REAL *p = ps->data, *y = ys->data, *c = cotangent(request);
  REAL *out = value(request, reduction == NONE ? 1 : 0, ps->shape)->data, *g = gradient(request, "p");
  REAL sum = 0, share = reduction == MEAN ? 1 / (REAL)rows : 1;
  for (size_t i = 0; i < rows; i++) {
    REAL row = 0, scale = (c == NULL ? 1 : c[reduction == NONE ? i : 0]) * share * (half ? 1 : 2);
    for (size_t j = i * n; j < (i + 1) * n; j++) {
      row += (p[j] - y[j]) * (p[j] - y[j]);
      if (g != NULL) g[j] = scale * (p[j] - y[j]);
    }
    if (half) row /= 2;
    if (reduction == NONE) out[i] = row;
    sum += row;
  }
  if (reduction == SUM) *out = sum;
  if (reduction == MEAN) *out = sum / (REAL)rows;
}

// −Σ w_c ỹ_c log p_c of each row, ỹ the smoothed targets. `labels`, if there are any, stand for rows of zeros and a one.
static void IN(cross_entropy_of_rows)(struct request *request, const char *name, const struct tensor *labels) {
  const struct tensor *xs = argument(request, name), *ys = labels == NULL ? argument(request, "y") : NULL;
  const struct tensor *weights = optional_argument(request, "class_weight");
  enum reduction reduction = reduction_of(request);
  bool are_logits = strcmp(name, "logits") == 0, is_by_weight = is_mean_by_weight(request, labels != NULL);
  if (xs->rank < 2 || (xs->rank > 2 && !are_logits)) reject("rows of classes are expected");
  size_t n = xs->shape[1], spatial = 1, shape[MAX_RANK] = {xs->shape[0]};
  for (size_t axis = 2; axis < xs->rank; axis++) spatial *= shape[axis - 1] = xs->shape[axis];
  if (ys != NULL) same_shape(xs, ys);
  if (weights != NULL && (weights->rank != 1 || weights->count != n)) reject("one weight for each class is expected");
  if (labels != NULL) check_labels(labels, xs->rank - 1, shape, n, request);

  const REAL *w = weights == NULL ? NULL : weights->data, *c = cotangent(request);
  REAL smoothing = (REAL)real_option(request, "label_smoothing", 0);
  if (smoothing < 0 || smoothing > 1) reject("the smoothing must be between 0 and 1");
  const struct tensor *losses = value(request, reduction == NONE ? xs->rank - 1 : 0, shape);
  REAL *out = losses->data, *g = gradient(request, name), sum = 0, divisor = 0;
  REAL *room = allocate(n, 4 * sizeof(REAL)), *y = room, *target = room + n, *log_p = target + n, *slope = log_p + n;
  size_t rows = shape[0] * spatial;

  // Twice if there is a gradient, which needs the divisor.
  for (int pass = 0; pass < (g == NULL ? 1 : 2); pass++) {
    for (size_t i = 0; i < rows; i++) {
      size_t start = i / spatial * n * spatial + i % spatial;
      const REAL *x = (const REAL *)xs->data + start;
      if (labels != NULL && is_ignored(request, labels->integer[i])) continue;
      REAL loss = 0, total = 0, of_targets = 0;
      if (are_logits) IN(log_softmax_row)(x, n, spatial, 1, log_p);
      for (size_t j = 0; j < n; j++) {
        if (ys != NULL) y[j] = ((const REAL *)ys->data)[start + j * spatial];
        else y[j] = labels->integer[i] == (int64_t)j;
        REAL weight = w == NULL ? 1 : w[j];
        target[j] = weight * ((1 - smoothing) * y[j] + smoothing / (REAL)n);
        total += target[j];
        of_targets += weight * y[j];
        loss += IN(times)(target[j], are_logits ? -log_p[j] : -log(x[j * spatial]));
      }
      if (pass == 0) {
        if (reduction == NONE) out[i] = loss;
        sum += loss;
        divisor += is_by_weight ? of_targets : 1;
        continue;
      }
      REAL scale = (c == NULL ? 1 : c[reduction == NONE ? i : 0]) / (reduction == MEAN ? divisor : 1);
      if (are_logits) IN(softmax_row)(x, n, spatial, 1, slope);
      for (size_t j = 0; j < n; j++) {
        if (!are_logits && y[j] == 0) continue;
        REAL d = are_logits ? total * slope[j] - target[j] : -IN(over)(target[j], x[j * spatial]);
        g[start + j * spatial] = IN(times)(scale, d);
      }
    }
  }
  if (reduction == SUM) *out = sum;
  if (reduction == MEAN) *out = sum / divisor;
}

static void IN(categorical_cross_entropy)(struct request *request) { IN(cross_entropy_of_rows)(request, "p", NULL); }
static void IN(categorical_cross_entropy_with_logits)(struct request *request) {
  IN(cross_entropy_of_rows)(request, "logits", NULL);
}
static void IN(sparse_categorical_cross_entropy)(struct request *request) {
  IN(cross_entropy_of_rows)(request, "p", integer_argument(request, "labels"));
}
static void IN(sparse_categorical_cross_entropy_with_logits)(struct request *request) {
  IN(cross_entropy_of_rows)(request, "logits", integer_argument(request, "labels"));
}
