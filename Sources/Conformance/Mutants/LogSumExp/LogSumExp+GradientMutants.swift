import CrossEntropy
import Exact

extension Mutant {
  static let softmaxGradientMutants: [Mutant] = [
    .spoilingSlopes(
      "gradient-of-softmax-is-diagonal", "Only pᵢ(1 − pᵢ) is taken, as if of a sigmoid.",
      clauses: ["SOFTMAX-9"], of: "softmax", breaks: ["gradient-of-the-sum-of-a-softmax-is-zero"]
    ) { p, g in zip(p, g).map { $0 * (Ball(1) - $0) * $1 } },
    .spoilingSlopes(
      "gradient-of-softmax-without-the-mean", "The gradient is pg, without its mean.",
      clauses: ["SOFTMAX-9"], of: "softmax", breaks: ["gradient-of-the-sum-of-a-softmax-is-zero"]
    ) { p, g in zip(p, g).map { $0 * $1 } },
    .spoilingSlopes(
      "gradient-of-softmax-without-p", "The gradient is g less its mean, without the factor p.",
      clauses: ["SOFTMAX-9"], of: "softmax",
      breaks: ["gradients-of-softmaxes-sum-to-zero", "jacobian-of-softmax-is-symmetric"]
    ) { p, g in
      let mean = zip(p, g).map { $0 * $1 }.reduce(Ball(0), +)
      return g.map { $0 - mean }
    },
    .spoilingSlopes(
      "gradient-of-softmax-with-the-other-sign", "The gradient is p times the mean less g.",
      clauses: ["SOFTMAX-9"], of: "softmax",
      breaks: [
        "jacobian-of-softmax", "jacobian-of-softmax-is-positive-semidefinite",
        "fisher-information-of-a-softmax-is-its-jacobian",
        "gradient-of-softmax-is-p-times-that-of-log-softmax",
      ]
    ) { p, g in
      let mean = zip(p, g).map { $0 * $1 }.reduce(Ball(0), +)
      return zip(p, g).map { $0 * (mean - $1) }
    },
    .spoilingSlopes(
      "gradient-of-softmax-mixed-up", "Each class gets the derivative of its neighbour.",
      clauses: ["SOFTMAX-9"], of: "softmax",
      breaks: [
        "jacobian-of-softmax", "jacobian-of-softmax-is-symmetric",
        "fisher-information-of-a-softmax-is-its-jacobian",
      ]
    ) { p, g in
      let mean = zip(p, g).map { $0 * $1 }.reduce(Ball(0), +)
      let slopes = zip(p, g).map { $0 * ($1 - mean) }
      return Array(slopes.dropFirst() + slopes.prefix(1))
    },
    .spoilingSlopes(
      "gradient-of-softmax-of-the-cotangent-squared", "The cotangent is squared.",
      clauses: ["GRADIENT-1"], of: "softmax",
      breaks: [
        "gradient-of-softmax", "jacobian-of-softmax-is-positive-semidefinite",
        "gradients-of-softmaxes-are-linear-in-the-cotangent",
        "gradients-of-softmaxes-by-central-differences",
      ]
    ) { p, g in
      let squares = g.map { $0 * $0 }
      let mean = zip(p, squares).map { $0 * $1 }.reduce(Ball(0), +)
      return zip(p, squares).map { $0 * ($1 - mean) }
    },
    .asking(
      "gradients-of-softmaxes-without-their-cotangent", "The cotangent is taken for all ones.",
      clauses: ["GRADIENT-1"], functions: ["softmax", "log_softmax"],
      breaks: ["the-score-has-mean-zero"]
    ) { $0.cotangent = nil },
    .spoilingSlopes(
      "gradient-of-log-softmax-without-the-sum", "The gradient is g − p, right for one label only.",
      clauses: ["LOG-SOFTMAX-6"], of: "log_softmax",
      breaks: [
        "gradients-of-softmaxes-sum-to-zero", "gradients-of-softmaxes-are-linear-in-the-cotangent",
        "gradients-of-softmaxes-by-central-differences",
      ]
    ) { p, g in zip(p, g).map { $1 - $0 } },
    .spoilingSlopes(
      "gradient-of-log-softmax-with-the-other-sign", "The gradient is that of the loss, p·Σ g − g.",
      clauses: ["LOG-SOFTMAX-6"], of: "log_softmax",
      breaks: ["jacobian-of-log-softmax", "gradient-of-softmax-is-p-times-that-of-log-softmax"]
    ) { p, g in
      let total = g.reduce(Ball(0), +)
      return zip(p, g).map { $0 * total - $1 }
    },
    .spoilingSlopes(
      "gradient-of-log-softmax-is-the-cotangent", "The normaliser is held fixed.",
      clauses: ["LOG-SOFTMAX-6"], of: "log_softmax",
      breaks: ["jacobian-of-log-softmax", "the-score-has-mean-zero"]
    ) { _, g in g },
  ]
}
