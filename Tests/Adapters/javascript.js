// JavaScript's own Math as an implementation under test: `xent verify -- node Tests/Adapters/javascript.js`.
//
// The functions are what one writes by hand; a number is a double.

"use strict";

const { Reject, run, sizeOf, tensor } = require("./adapter.js");

// A weight or target of zero hides an infinite loss, which the plain product would make NaN.
const times = (weight, loss) => (weight === 0 && Math.abs(loss) === Infinity ? 0 : weight * loss);

// The same of a slope: nothing over nothing is nothing.
const over = (weight, p) => (weight === 0 && p === 0 ? 0 : weight / p);

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

// A cotangent's numbers: ones if there is none.
const weightsOf = (cotangent, count) => cotangent?.data ?? new Float64Array(count).fill(1);

function sameShape(...tensors) {
  const shapes = tensors.filter((t) => t !== undefined).map(({ shape }) => shape.join());
  if (shapes.some((shape) => shape !== shapes[0])) throw new Reject("the shapes differ");
}

// Activations

const positivePart = (x) => Math.max(x, 0);

// Either branch takes exp of what is not positive, and so cannot overflow.
function sigmoid(x) {
  const e = Math.exp(-Math.abs(x));
  return x < 0 ? e / (1 + e) : 1 / (1 + e);
}

const softplus = (x) => positivePart(x) + Math.log1p(Math.exp(-Math.abs(x)));
const logSigmoid = (x) => -softplus(-x);
const step = (x) => (Number.isNaN(x) ? x : Number(x > 0));

// A function of each element by itself.
const map = (f, slope) => ({
  arguments: ["x"],
  gradient: ["x"],
  call({ x }, _, cotangent) {
    const c = weightsOf(cotangent, x.data.length);
    return {
      value: tensor(x.shape, x.data.map(f)),
      gradient: { x: tensor(x.shape, x.data.map((x, i) => times(c[i], slope(x)))) },
    };
  },
});

// Rows

// The index of the largest, or of a NaN.
const largest = (x) => x.reduce((best, number, j) => (number > x[best] || Number.isNaN(number) ? j : best), 0);

// log Σ exp(x − max): the largest adds 1, which log1p keeps apart from what may be far below it.
function logSumOfShifted(x, best, temperature) {
  return Math.log1p(sum(x.map((number, j) => (j === best ? 0 : Math.exp((number - x[best]) / temperature)))));
}

function logSumExp(x) {
  if (x.length === 0) return -Infinity;
  const best = largest(x);
  return Math.abs(x[best]) === Infinity ? x[best] : x[best] + logSumOfShifted(x, best, 1);
}

function logSoftmax(x, temperature = 1) {
  const best = largest(x);
  const logSum = logSumOfShifted(x, best, temperature);
  return x.map((number) => (number - x[best]) / temperature - logSum);
}

function softmax(x, temperature = 1) {
  const best = largest(x);
  const exponentials = x.map((number) => Math.exp((number - x[best]) / temperature));
  const total = sum(exponentials);
  return exponentials.map((number) => number / total);
}

// The rows along the last axis.
function rowsOf({ shape, data }) {
  if (shape.length === 0) throw new Reject("a row is expected");
  const length = shape.at(-1);
  return Array.from({ length: sizeOf(shape.slice(0, -1)) }, (_, i) => data.subarray(i * length, (i + 1) * length));
}

const joined = (shape, rows) => tensor(shape, rows.flatMap((row) => Array.from(row)));

const log_sum_exp = {
  arguments: ["x"],
  gradient: ["x"],
  call({ x }, _, cotangent) {
    const rows = rowsOf(x);
    const c = weightsOf(cotangent, rows.length);
    return {
      value: tensor(x.shape.slice(0, -1), rows.map(logSumExp)),
      gradient: { x: joined(x.shape, rows.map((row, i) => softmax(row).map((p) => c[i] * p))) },
    };
  },
};

// A row for each row. `pulled` is the gradient of a row: of its softmax and the cotangent.
const rowMap = (f, pulled) => ({
  arguments: ["x"],
  options: ["temperature"],
  gradient: ["x"],
  call({ x }, { temperature = 1 }, cotangent) {
    if (temperature <= 0 || temperature === Infinity) throw new Reject("the temperature must be positive");
    const rows = rowsOf(x);
    const c = rowsOf(tensor(x.shape, weightsOf(cotangent, x.data.length)));
    const slopes = rows.map((row, i) => pulled(softmax(row, temperature), c[i]).map((slope) => slope / temperature));
    return {
      value: joined(x.shape, rows.map((row) => f(row, temperature))),
      gradient: { x: joined(x.shape, slopes) },
    };
  },
});

function pulledBySoftmax(p, c) {
  const mean = sum(p.map((p, j) => p * c[j]));
  return p.map((p, j) => p * (c[j] - mean));
}

function pulledByLogSoftmax(p, c) {
  const total = sum(c);
  return p.map((p, j) => c[j] - total * p);
}

// Entropies

// What a natural unit is in units of a base.
function unitOf(base = "e") {
  if (base === "e") return 1;
  if (Number(base) <= 1 || Number(base) === Infinity) throw new Reject("the base must be greater than one");
  return 1 / Math.log(Number(base));
}

const information_content = {
  arguments: ["p"],
  options: ["base"],
  gradient: ["p"],
  call({ p }, { base }, cotangent) {
    const [unit, c] = [unitOf(base), weightsOf(cotangent, p.data.length)];
    return {
      value: tensor(p.shape, p.data.map((p) => -Math.log(p) * unit)),
      gradient: { p: tensor(p.shape, p.data.map((p, i) => times(c[i], -unit / p))) },
    };
  },
};

// A sum over the elements of vectors. `slopes` are its derivatives by them, in their order.
const sumOver = (names, term, slopes) => ({
  arguments: names,
  options: ["base"],
  gradient: names,
  call(inputs, { base }, cotangent) {
    const vectors = names.map((name) => inputs[name]);
    if (vectors.some(({ shape }) => shape.length !== 1)) throw new Reject("vectors are expected");
    sameShape(...vectors);
    const unit = unitOf(base);
    const [c] = weightsOf(cotangent, 1);
    const [p, q] = [vectors[0].data, (vectors[1] ?? vectors[0]).data];
    const gradient = names.map((name, k) => {
      return [name, tensor(vectors[k].shape, p.map((p, i) => times(c, slopes[k](p, q[i]) * unit)))];
    });
    return {
      value: tensor([], [sum(p.map((p, i) => term(p, q[i]))) * unit]),
      gradient: Object.fromEntries(gradient),
    };
  },
});

// What cannot happen costs nothing.
const surprisal = (p, q) => times(p, -Math.log(q));
const logRatio = (p, q) => Math.log(p) - Math.log(q);
const minusRatio = (p, q) => (p === 0 ? 0 : -p / q);

const entropy = sumOver(["p"], surprisal, [(p) => -(Math.log(p) + 1)]);
const cross_entropy = sumOver(["p", "q"], surprisal, [(p, q) => -Math.log(q), minusRatio]);
const kl_divergence = sumOver(
  ["p", "q"],
  (p, q) => (p === 0 && !Number.isNaN(q) ? 0 : p * logRatio(p, q)),
  [(p, q) => logRatio(p, q) + 1, minusRatio],
);

// Losses

// The losses, their sum or their mean over `divisor`, and what each loss then counts for in the gradient.
function reduced(losses, shape, reduction, divisor, cotangent) {
  const total = () => sum(losses);
  const count = losses.length;
  if (reduction === "none") return [tensor(shape, losses), weightsOf(cotangent, count)];
  const [c] = weightsOf(cotangent, 1);
  if (reduction === "sum") return [tensor([], [total()]), new Float64Array(count).fill(c)];
  if (reduction === "mean") return [tensor([], [total() / divisor]), new Float64Array(count).fill(c / divisor)];
  throw new Reject(`there is no reduction ${reduction}`);
}

// A loss of each score `x` and target `y`. `parameter` is the option of that name, checked by `check`.
const elementwise = ([name, target], f, slope, { weights = [], parameter, standard, check = () => true } = {}) => ({
  arguments: [name, target, ...weights],
  options: ["reduction", ...(parameter === undefined ? [] : [parameter])],
  gradient: [name],
  call(inputs, options, cotangent) {
    const { [name]: x, [target]: y, weight, pos_weight: positive } = inputs;
    sameShape(x, y, weight, positive);
    const value = options[parameter] ?? standard;
    if (!check(value)) throw new Reject(`${parameter} is out of range`);
    const extra = (i) => (positive === undefined ? value : positive.data[i]);
    const weighted = (i, number) => (weight === undefined ? number : times(weight.data[i], number));
    const losses = x.data.map((x, i) => weighted(i, f(x, y.data[i], extra(i))));
    const [result, scales] = reduced(losses, x.shape, options.reduction ?? "mean", losses.length, cotangent);
    const slopes = x.data.map((x, i) => times(scales[i], weighted(i, slope(x, y.data[i], extra(i)))));
    return { value: result, gradient: { [name]: tensor(x.shape, slopes) } };
  },
});

const binary_cross_entropy = elementwise(
  ["p", "y"],
  (p, y) => times(y, -Math.log(p)) + times(1 - y, -Math.log1p(-p)),
  (p, y) => (y === 1 ? 0 : (1 - y) / (1 - p)) - (y === 0 ? 0 : y / p),
  { weights: ["weight"] },
);

const binary_cross_entropy_with_logits = elementwise(
  ["logits", "y"],
  (z, y, positive = 1) => times(positive * y, softplus(-z)) + times(1 - y, softplus(z)),
  (z, y, positive = 1) => (1 - y) * sigmoid(z) - positive * y * sigmoid(-z),
  { weights: ["weight", "pos_weight"] },
);

const margin = { parameter: "margin", standard: 1, check: (margin) => !(margin < 0 || margin === Infinity) };
const delta = { parameter: "delta", standard: 1, check: (delta) => !(delta <= 0 || delta === Infinity) };

const logistic_loss = elementwise(["scores", "y"], (s, y) => softplus(-y * s), (s, y) => -y * sigmoid(-y * s));
const hinge = elementwise(
  ["scores", "y"],
  (s, y, margin) => positivePart(margin - y * s),
  (s, y, margin) => -y * step(margin - y * s),
  margin,
);
const squared_hinge = elementwise(
  ["scores", "y"],
  (s, y, margin) => positivePart(margin - y * s) ** 2,
  (s, y, margin) => -2 * y * positivePart(margin - y * s),
  margin,
);
const mean_squared_error = elementwise(["prediction", "target"], (x, y) => (x - y) ** 2, (x, y) => 2 * (x - y));
const mean_absolute_error = elementwise(
  ["prediction", "target"],
  (x, y) => Math.abs(x - y),
  (x, y) => Math.sign(x - y),
);
const huber = elementwise(
  ["prediction", "target"],
  (x, y, delta) => {
    const r = Math.abs(x - y);
    return r <= delta ? (r * r) / 2 : delta * (r - delta / 2);
  },
  (x, y, delta) => (Math.abs(x - y) <= delta ? x - y : delta * Math.sign(x - y)),
  delta,
);

// The rows of classes, along the second axis: their elements' places.
function classRows(shape) {
  const classes = shape[1];
  const spatial = sizeOf(shape.slice(2));
  return Array.from({ length: shape[0] * spatial }, (_, i) => {
    const start = Math.floor(i / spatial) * classes * spatial + (i % spatial);
    return Array.from({ length: classes }, (_, j) => start + j * spatial);
  });
}

const brier_score = {
  arguments: ["p", "y"],
  options: ["reduction", "half"],
  gradient: ["p"],
  call({ p, y }, { reduction = "mean", half = false }, cotangent) {
    sameShape(p, y);
    if (p.shape.length !== 2) throw new Reject("rows of classes are expected");
    if (typeof half !== "boolean") throw new Reject("half is true or false");
    const places = classRows(p.shape);
    const losses = places.map((row) => sum(row.map((k) => (p.data[k] - y.data[k]) ** 2)) / (half ? 2 : 1));
    const [value, scales] = reduced(losses, [p.shape[0]], reduction, losses.length, cotangent);
    const slopes = p.data.map((p, k) => scales[Math.floor(k / places[0].length)] * (half ? 1 : 2) * (p - y.data[k]));
    return { value, gradient: { p: tensor(p.shape, slopes) } };
  },
};

// −Σ w_c ỹ_c log p_c of each row, ỹ the smoothed targets; a label is a row of zeros and a one.
const categorical = (name, target, options) => ({
  arguments: [name, target, "class_weight"],
  options: ["reduction", ...options],
  gradient: [name],
  call(inputs, given, cotangent) {
    const { [name]: x, [target]: y, class_weight: weights } = inputs;
    const [areLogits, isSparse] = [name === "logits", target === "labels"];
    const { reduction = "mean", label_smoothing: smoothing = 0, normalization = isSparse ? "weight" : "count" } = given;
    if (x.shape.length < 2 || (x.shape.length > 2 && !areLogits)) throw new Reject("rows of classes are expected");
    if (smoothing < 0 || smoothing > 1) throw new Reject("the smoothing must be between 0 and 1");
    if (!["weight", "count"].includes(normalization)) throw new Reject(`there is no normalization ${normalization}`);
    const classes = x.shape[1];
    const shape = x.shape.toSpliced(1, 1);
    sameShape(isSparse ? { shape } : x, y);
    if (weights !== undefined) sameShape({ shape: [classes] }, weights);

    const places = classRows(x.shape);
    const isIgnored = places.map((_, i) => isSparse && y.data[i] === given.ignore_index);
    const outside = isSparse && y.data.find((label, i) => !isIgnored[i] && !(label >= 0 && label < classes));
    if (outside !== false && outside !== undefined) throw new Reject(`label ${outside} is outside 0..<${classes}`);
    const weight = (j) => weights?.data[j] ?? 1;
    const plain = places.map((row, i) => row.map((k, j) => (isSparse ? Number(y.data[i] === j) : y.data[k])));
    const targets = plain.map((row) => row.map((y, j) => weight(j) * ((1 - smoothing) * y + smoothing / classes)));
    const rows = places.map((row) => row.map((k) => x.data[k]));
    const losses = rows.map((row, i) => {
      if (isIgnored[i]) return 0;
      const logs = areLogits ? logSoftmax(row) : row.map(Math.log);
      return sum(logs.map((log, j) => times(targets[i][j], -log)));
    });
    const kept = plain.filter((_, i) => !isIgnored[i]);
    const weightOf = (row) => sum(row.map((y, j) => weight(j) * y));
    const divisor = normalization === "count" ? kept.length : sum(kept.map(weightOf));
    const [value, scales] = reduced(losses, shape, reduction, divisor, cotangent);

    const gradient = new Float64Array(x.data.length);
    rows.forEach((row, i) => {
      if (isIgnored[i]) return;
      const total = sum(targets[i]);
      const p = areLogits ? softmax(row) : row;
      places[i].forEach((k, j) => {
        if (!areLogits && plain[i][j] === 0) return;
        gradient[k] = times(scales[i], areLogits ? total * p[j] - targets[i][j] : -over(targets[i][j], p[j]));
      });
    });
    return { value, gradient: { [name]: tensor(x.shape, gradient) } };
  },
});

const functions = {
  sigmoid: map(sigmoid, (x) => sigmoid(x) * sigmoid(-x)),
  log_sigmoid: map(logSigmoid, (x) => sigmoid(-x)),
  softplus: map(softplus, sigmoid),
  relu: map(positivePart, step),
  log_sum_exp,
  softmax: rowMap(softmax, pulledBySoftmax),
  log_softmax: rowMap(logSoftmax, pulledByLogSoftmax),
  information_content,
  entropy,
  cross_entropy,
  kl_divergence,
  binary_cross_entropy,
  binary_cross_entropy_with_logits,
  logistic_loss,
  hinge,
  squared_hinge,
  mean_squared_error,
  mean_absolute_error,
  huber,
  brier_score,
  categorical_cross_entropy: categorical("p", "y", []),
  categorical_cross_entropy_with_logits: categorical("logits", "y", ["label_smoothing", "normalization"]),
  sparse_categorical_cross_entropy: categorical("p", "labels", ["ignore_index", "normalization"]),
  sparse_categorical_cross_entropy_with_logits: categorical(
    "logits", "labels", ["ignore_index", "label_smoothing", "normalization"],
  ),
};

run(functions, {
  name: "javascript",
  version: `node ${process.versions.node}, V8 ${process.versions.v8}`,
  // No probability is looked at before its logarithm is taken.
  profile: {
    out_of_domain: "accepts", zero_times_infinity: "zero", infinite_logit: "nan", accumulation: "format",
  },
});
