import CrossEntropy
import Exact

extension Mutant {
  static let softplusMutants: [Mutant] = [
    .spoiling(
      "softplus-with-a-threshold", "Above 20 the softplus is x itself.",
      clauses: ["SOFTPLUS-1"], functions: ["softplus"],
      breaks: [
        "softplus-of-opposites-differ-by-x", "softplus-is-finite-where-e-to-x-overflows",
        "softplus-is-conjugate-to-negative-entropy", "softplus-rises-between-its-tangents",
        "log-sum-exp-of-two-is-the-larger-and-a-softplus",
      ]
    ) { call, answer in
      answer.replace(call) { x, value in x > 20 ? .number(x) : value }
    },
    .spoiling(
      "softplus-overflowing", "Where e^x overflows a double, the softplus is ∞.",
      clauses: ["SOFTPLUS-3"], functions: ["softplus"],
      breaks: [
        "activations-are-never-steeper-than-one", "softplus-is-the-logarithm-of-one-plus-e-to-x",
        "softplus-of-opposites-differ-by-x", "softplus-is-finite-where-e-to-x-overflows",
        "softplus-slope-by-central-differences",
      ]
    ) { call, answer in
      answer.replace(call) { x, value in x > 709 ? .infinity : value }
    },
    .spoiling(
      "softplus-without-log1p", "The softplus is 0 where 1 + e^x rounds to 1.",
      clauses: ["SOFTPLUS-4"], functions: ["softplus"],
      breaks: [
        "activations-are-monotone", "log-sigmoid-is-minus-softplus-of-the-opposite",
        "softplus-is-the-logarithm-of-one-plus-e-to-x", "softplus-lies-just-above-relu",
        "softplus-tail-is-exponential", "softplus-is-conjugate-to-negative-entropy",
        "log-sum-exp-of-two-is-the-larger-and-a-softplus",
      ]
    ) { call, answer in
      answer.replace(call) { x, value in x < -36 ? Ball(0) : value }
    },
    .spoiling(
      "softplus-in-bits", "The softplus is taken to base 2.",
      clauses: ["SOFTPLUS-1"], functions: ["softplus"],
      breaks: ["activations-are-never-steeper-than-one"]
    ) { _, answer in
      answer.value = answer.value.map { $0 / .log(.number(2)) }
    },
    .spoiling(
      "softplus-through-the-origin", "log 2 is subtracted, so that the softplus of 0 is 0.",
      clauses: ["SOFTPLUS-1"], functions: ["softplus"],
      breaks: ["softplus-tail-is-exponential", "softplus-ends"]
    ) { _, answer in
      answer.value = answer.value.map { $0 - .log(.number(2)) }
    },
    .asking(
      "softplus-of-a-clipped-logit", "The logit is held between −20 and 20 first.",
      clauses: ["SOFTPLUS-1"], functions: ["softplus"], breaks: ["softplus-is-convex"]
    ) {
      $0.change("x") { $0.asRational.map { .finite(min(max($0, -20), 20)) } ?? $0 }
    },
    .asking(
      "softplus-of-the-opposite", "The softplus is taken of −x.",
      clauses: ["SOFTPLUS-1"], functions: ["softplus"], breaks: ["activations-are-monotone"]
    ) { $0.change("x") { $0.negated } },
    .spoiling(
      "softplus-is-relu", "The softplus is max(0, x), with the slope of that.",
      clauses: ["SOFTPLUS-1"], functions: ["softplus"], breaks: ["activations-are-monotone"]
    ) { call, answer in
      answer.replace(call) { x, _ in .number(max(x, 0)) }
      answer.replaceSlopes(call) { x, _ in Ball(x > 0 ? 1 : 0) }
    },
    .spoiling(
      "softplus-slope-of-the-sigmoid", "The slope of softplus is taken for σ(x)σ(−x).",
      clauses: ["SOFTPLUS-5"], functions: ["softplus"],
      breaks: [
        "softplus-slope", "softplus-slope-by-central-differences",
        "softplus-rises-between-its-tangents",
      ]
    ) { call, answer in
      answer.replaceSlopes(call) { _, slope in slope * (Ball(1) - slope) }
    },
  ]

  static let reluMutants: [Mutant] = [
    .spoiling(
      "relu-leaking", "Below 0 the ReLU is 0.01x, with the slope of that.",
      clauses: ["RELU-1", "RELU-3"], functions: ["relu"],
      breaks: [
        "softplus-sharpens-to-relu", "relu-keeps-what-is-positive", "relu-is-idempotent",
        "relu-splits-a-number-into-its-two-parts",
      ]
    ) { call, answer in
      answer.replace(call) { x, value in x.isNegative ? .number(x / 100) : value }
      answer.replaceSlopes(call) { x, slope in x.isNegative ? .number(Rational(1, 100)) : slope }
    },
    .spoiling(
      "relu-capped-at-six", "The ReLU is at most 6.",
      clauses: ["RELU-1"], functions: ["relu"], breaks: ["relu-is-positively-homogeneous"]
    ) { _, answer in answer.value = answer.value.map { .smaller($0, Ball(6)) } },
    .spoiling(
      "relu-dropping-nan", "The maximum of 0 and NaN is 0.",
      clauses: ["RELU-2"], functions: ["relu"], breaks: ["activations-of-nan-are-nan"]
    ) { _, answer in answer.value = answer.value.map { $0.isNaN ? Ball(0) : $0 } },
    .spoiling(
      "relu-the-wrong-way", "The ReLU is min(0, x).",
      clauses: ["RELU-1"], functions: ["relu"],
      breaks: [
        "softplus-lies-just-above-relu", "softplus-sharpens-to-relu", "relu-keeps-what-is-positive",
        "relu-splits-a-number-into-its-two-parts", "relu-is-subadditive",
      ]
    ) { call, answer in answer.replace(call) { x, _ in .number(min(x, 0)) } },
    .spoiling(
      "relu-squared", "The ReLU is squared.",
      clauses: ["RELU-1"], functions: ["relu"],
      breaks: ["relu-is-idempotent", "relu-is-positively-homogeneous", "relu-is-subadditive"]
    ) { _, answer in answer.value = answer.value.map { $0 * $0 } },
    .spoiling(
      "relu-slope-is-the-sign", "The slope of ReLU is −1 below 0.",
      clauses: ["RELU-3"], functions: ["relu"],
      breaks: ["relu-slope", "relu-lies-above-its-tangents"]
    ) { call, answer in
      answer.replaceSlopes(call) { x, slope in x.isNegative ? Ball(-1) : slope }
    },
    .spoiling(
      "relu-slope-outside-the-hull", "At its corner the slope of ReLU is 2.",
      clauses: ["GRADIENT-3"], functions: ["relu"],
      breaks: ["relu-slope", "relu-lies-above-its-tangents"]
    ) { call, answer in
      answer.replaceSlopes(call) { x, slope in x.isZero ? Ball(2) : slope }
    },
    .spoiling(
      "relu-slope-nan-at-infinity", "The slope of ReLU at −∞ is 0·∞.",
      clauses: ["RELU-3"], functions: ["relu"], breaks: ["relu-ends"]
    ) { call, answer in
      answer.gradient["x"] = answer.gradient["x"].map { slopes in
        slopes.shaped(
          zip(call.numbers("x"), slopes.elements).map {
            $0 == .infinity(isNegative: true) ? .nan : $1
          })
      }
    },
  ]
}
