extension Least {
  static let likelihood: [Least] = [
    Least(
      "likelihood-at-most-its-least-probability", of: "likelihood-per-observation", "p = [1, 0.5]"),
    Least(
      "likelihood-gradient-by-p-differences", of: "likelihood-per-observation",
      "p = [0.5, 0.5], place = 0, bits = 8"),
    Least(
      "likelihood-gradient-is-product-of-others", of: "likelihood-slope-by-division",
      "p = [0, 0.5], cotangent = 1"),
    Least("likelihood-ignores-order", of: "last-forgotten", "p = [0, 1], order = [1, 0]"),
    Least("likelihood-is-exp-of-log-likelihood", of: "likelihood-per-observation", "p = [1, 0.5]"),
    Least("likelihood-is-the-product", of: "likelihood-per-observation", "p = [0.25, 0.25]"),
    Least(
      "likelihood-multiplies-over-samples", of: "likelihood-per-observation", "p = [1], q = [0.5]"),
    Least("log-likelihood-change-of-base", of: "log-likelihoods-in-bits", "p = [0.5], b = 2"),
    Least(
      "log-likelihood-gradient-at-edges", of: "log-likelihood-clipped",
      "edge = by p at p = 0, cotangent = 1, others = [], place = 0"),
    Least("log-likelihood-gradient-by-base", of: "base-slope-without-base", "p = [0.5], b = none"),
    Least("log-likelihood-gradient-by-p", of: "slopes-in-nats", "p = [0.5], b = 2, cotangent = 1"),
    Least(
      "log-likelihood-gradient-by-p-differences", of: "log-likelihood-turned",
      "p = [0.5], place = 0, bits = 8"),
    Least("log-likelihood-ignores-order", of: "last-forgotten", "p = [0, 1], order = [1, 0]"),
    Least("log-likelihood-is-not-positive", of: "log-likelihood-turned", "p = [0]"),
    Least("log-likelihood-is-sum-of-logs", of: "log-likelihood-turned", "p = [0], b = 2"),
    Least("log-likelihoods-add-over-samples", of: "log-likelihood-mean", "p = [1], q = [0.5]"),
    Least(
      "maximum-likelihood-is-least-divergence", of: "negative-log-likelihood-turned",
      "q = [1, 0], r = [0.5, 0.5], sample = [0]"),
    Least(
      "negative-log-likelihood-change-of-base", of: "log-likelihoods-in-bits", "p = [0.5], b = 2"),
    Least(
      "negative-log-likelihood-gradient-at-edges", of: "log-likelihood-clipped",
      "edge = by p at p = 0, cotangent = 1, others = [], place = 0"),
    Least(
      "negative-log-likelihood-gradient-by-base", of: "base-slope-without-base",
      "p = [0.5], b = none"),
    Least(
      "negative-log-likelihood-gradient-by-p", of: "slopes-in-nats",
      "p = [0.5], b = 2, cotangent = 1"),
    Least(
      "negative-log-likelihood-gradient-by-p-differences", of: "negative-log-likelihood-turned",
      "p = [0.5], place = 0, bits = 8"),
    Least(
      "negative-log-likelihood-ignores-order", of: "last-forgotten", "p = [0, 1], order = [1, 0]"),
    Least(
      "negative-log-likelihood-is-cross-entropy-of-shares", of: "negative-log-likelihood-turned",
      "q = [0.5, 0.5], sample = [0]"),
    Least(
      "negative-log-likelihood-is-minus-log-likelihood", of: "log-likelihood-turned",
      "p = [0], b = 2"),
    Least(
      "negative-log-likelihood-is-total-information", of: "negative-log-likelihood-turned",
      "p = [0], b = 2"),
    Least(
      "shares-are-most-likely", of: "log-likelihood-turned",
      "q = [0.5, 0.5], sample = [0, 0, 1, 0, 1, 0, 0, 0, 1, 0]"),
  ]
}
