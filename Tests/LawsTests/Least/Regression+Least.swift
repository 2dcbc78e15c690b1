extension Least {
  static let regression: [Least] = [
    Least(
      "regression-definitions", of: "huber-without-offset",
      "function = huber, delta = 1, target = [0], prediction = [2]"),
    Least(
      "absolute-error-below-root-of-squared", of: "squared-error-halved",
      "delta = 1, target = [0], prediction = [1]"),
    Least("huber-between", of: "huber-without-offset", "delta = 1, target = [0], prediction = [2]"),
    Least(
      "huber-of-large-delta", of: "squared-error-halved",
      "delta = 1, target = [0], prediction = [1], wide delta = 32"),
    Least(
      "huber-is-an-envelope", of: "huber-without-offset",
      "delta = 1, target = [0], prediction = [2], u = 0"),
    Least(
      "squared-error-is-bias-and-variance", of: "squared-error-halved", "target = [0, 2], c = 3"),
    Least(
      "mean-minimises-squared-error", of: "regression-last-counts-twice", "target = [0, 1], c = 1"),
    Least("median-minimises-absolute-error", of: "absolute-error-signed", "target = [0], c = -1"),
    Least(
      "huber-gradient-by-delta", of: "huber-delta-fixed",
      "delta = 2, target = [0], prediction = [2]"),
    Least(
      "outlier-moves-huber-boundedly", of: "squared-error-gradient-without-2",
      "delta = 1, target = [0], prediction = [0], M = 1"),
    Least(
      "huber-euler-identity", of: "huber-gradient-by-delta-missing",
      "delta = 1, target = [0], prediction = [2]"),
    Least("regression-refusals", of: "huber-any-delta", "mistake = delta, delta = 0"),
  ]
}
