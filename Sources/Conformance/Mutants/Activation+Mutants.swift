import CrossEntropy
import Exact

extension Mutant {
  static let activation: [Mutant] = sigmoidMutants + softplusMutants + reluMutants + elementMutants

  private static let sigmoidMutants: [Mutant] = [
    .asking(
      "sigmoid-of-the-opposite", "The sigmoid is taken of −x.",
      clauses: ["SIGMOID-1"], functions: ["sigmoid"],
      breaks: [
        "sigmoid-lies-between-zero-and-one", "sigmoid-undoes-the-logit",
        "sigmoid-is-convex-below-zero-and-concave-above",
      ]
    ) { $0.change("x") { $0.negated } },
    .asking(
      "sigmoid-twice-as-steep", "The sigmoid is that of 2x, as if it were a hyperbolic tangent.",
      clauses: ["SIGMOID-1"], functions: ["sigmoid"],
      breaks: [
        "sigmoid-is-e-to-x-over-one-more", "sigmoid-tail-is-exponential",
        "logit-undoes-the-sigmoid", "sigmoid-undoes-the-logit", "sigmoid-is-half-of-one-plus-tanh",
        "adding-log-odds-is-bayes-rule", "softmax-of-two-is-a-sigmoid",
      ]
    ) { $0.change("x") { $0.times(2) } },
    .spoiling(
      "sigmoid-flushed-to-zero", "Where e^−x overflows a double, the sigmoid is 0.",
      clauses: ["SIGMOID-4"], functions: ["sigmoid"],
      breaks: [
        "sigmoid-is-e-to-x-over-one-more", "sigmoid-tail-is-exponential",
        "logit-undoes-the-sigmoid", "log-sigmoid-is-the-logarithm-of-the-sigmoid",
        "log-sigmoid-slope", "softplus-slope",
      ]
    ) { call, answer in
      answer.replace(call) { x, value in x < -709 ? Ball(0) : value }
    },
    .spoiling(
      "sigmoid-clipped", "The sigmoid is kept 10^−7 away from 0 and 1.",
      clauses: ["SIGMOID-3"], functions: ["sigmoid"],
      breaks: [
        "sigmoid-ends", "sigmoid-is-half-of-one-plus-tanh", "adding-log-odds-is-bayes-rule",
        "softmax-of-two-is-a-sigmoid",
      ]
    ) { _, answer in
      answer.value = answer.value.map {
        .smaller(
          .larger($0, .number(Rational(1, 10_000_000))), .number(1 - Rational(1, 10_000_000)))
      }
    },
    .spoiling(
      "sigmoid-with-epsilon", "10^−6 is added to what 1 is divided by.",
      clauses: ["SIGMOID-1", "SIGMOID-2"], functions: ["sigmoid"],
      breaks: ["sigmoids-of-opposites-add-up-to-one", "sigmoid-lies-between-zero-and-one"]
    ) { _, answer in
      answer.value = answer.value.map { $0 / (Ball(1) + $0 * .number(Rational(1, 1_000_000))) }
    },
    .spoiling(
      "hard-sigmoid", "The sigmoid is 0, 0.2x + 0.5 and 1, with the slope of that.",
      clauses: ["SIGMOID-1", "SIGMOID-5"], functions: ["sigmoid"],
      breaks: ["activations-are-monotone"]
    ) { call, answer in
      answer.replace(call) { x, _ in .number(min(max(x / 5 + Rational(1, 2), 0), 1)) }
      answer.replaceSlopes(call) { x, _ in
        x.magnitude > Rational(5, 2) ? Ball(0) : .number(Rational(1, 5))
      }
    },
    .spoiling(
      "sigmoid-slope-at-the-output", "The slope is taken at σ(x), as if the output were the input.",
      clauses: ["SIGMOID-5"], functions: ["sigmoid"],
      breaks: [
        "sigmoid-slope", "sigmoid-slope-is-at-most-a-quarter", "sigmoid-slope-vanishes-far-out",
        "sigmoid-slope-by-central-differences",
      ]
    ) { call, answer in
      let value = answer.value.elements
      answer.replaceSlopes(call) { index, _, _ in
        let s = Ball(1) / (Ball(1) + .exp(-value[index]))
        return s * (Ball(1) - s)
      }
    },
    .spoiling(
      "sigmoid-slope-without-the-complement", "The slope of the sigmoid is σ(x).",
      clauses: ["SIGMOID-5"], functions: ["sigmoid"],
      breaks: [
        "sigmoid-slope", "sigmoid-slope-is-at-most-a-quarter", "sigmoid-slope-vanishes-far-out",
        "sigmoid-slope-by-central-differences",
      ]
    ) { call, answer in
      let value = answer.value.elements
      answer.replaceSlopes(call) { index, _, _ in value[index] }
    },
    .spoiling(
      "log-sigmoid-of-a-double", "The logarithm is taken of the sigmoid as it rounds to a double.",
      clauses: ["LOG-SIGMOID-3", "LOG-SIGMOID-4"], functions: ["log_sigmoid"],
      breaks: [
        "activations-are-never-steeper-than-one", "log-sigmoid-is-the-logarithm-of-the-sigmoid",
        "log-sigmoid-is-minus-softplus-of-the-opposite", "log-sigmoids-of-opposites-differ-by-x",
        "log-sigmoid-is-near-the-lesser-of-x-and-zero", "log-sigmoid-tail-is-exponential",
        "log-sigmoid-slope-by-central-differences", "log-softmax-of-two-is-a-log-sigmoid",
      ]
    ) { call, answer in
      answer.replace(call) { _, value in .log(Ball.exp(value).roundedToDouble) }
    },
    .spoiling(
      "log-sigmoid-with-epsilon", "10^−7 is added before the logarithm is taken.",
      clauses: ["LOG-SIGMOID-1"], functions: ["log_sigmoid"],
      breaks: [
        "activations-are-monotone", "log-sigmoids-of-opposites-differ-by-x",
        "log-sigmoid-is-near-the-lesser-of-x-and-zero", "log-sigmoid-tail-is-exponential",
        "log-sigmoid-ends", "log-sigmoid-is-concave", "log-softmax-of-two-is-a-log-sigmoid",
      ]
    ) { _, answer in
      answer.value = answer.value.map { .log(.exp($0) + .number(Rational(1, 10_000_000))) }
    },
    .spoiling(
      "log-sigmoid-as-a-loss", "What is answered is −log σ(x).",
      clauses: ["LOG-SIGMOID-1"], functions: ["log_sigmoid"], breaks: ["log-sigmoid-is-concave"]
    ) { _, answer in
      answer.value = answer.value.map { -$0 }
      answer.gradient = answer.gradient.mapValues { $0.map { -$0 } }
    },
    .asking(
      "log-sigmoid-of-the-opposite", "The log-sigmoid is taken of −x.",
      clauses: ["LOG-SIGMOID-1"], functions: ["log_sigmoid"], breaks: ["activations-are-monotone"]
    ) { $0.change("x") { $0.negated } },
    .spoiling(
      "log-sigmoid-slope-is-the-sigmoid", "The slope of log σ is taken for σ(x), not σ(−x).",
      clauses: ["LOG-SIGMOID-5"], functions: ["log_sigmoid"],
      breaks: ["log-sigmoid-slope", "log-sigmoid-slope-by-central-differences"]
    ) { call, answer in
      let value = answer.value.elements
      answer.replaceSlopes(call) { index, _, _ in .exp(value[index]) }
    },
  ]

  private static let softplusMutants: [Mutant] = [
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

  private static let reluMutants: [Mutant] = [
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

  private static let functions = ["sigmoid", "log_sigmoid", "softplus", "relu"]

  private static let elementMutants: [Mutant] = [
    .asking(
      "activations-without-their-cotangent",
      "The gradient is the slope, whatever the cotangent is.",
      clauses: ["GRADIENT-1"], functions: functions,
      breaks: ["activation-gradients-scale-with-the-cotangent", "a-zero-cotangent-hides-no-nan"]
    ) { $0.cotangent = nil },
    .spoiling(
      "activations-spreading-nan", "A NaN anywhere makes everything NaN.",
      clauses: ["INPUT-2"], functions: functions, breaks: ["activations-act-element-by-element"]
    ) { call, answer in
      guard call.numbers("x").contains(where: \.isNaN) else { return }
      answer.value = answer.value.map { _ in .nan }
      answer.gradient = answer.gradient.mapValues { $0.map { _ in .nan } }
    },
    .asking(
      "activations-taking-nan-for-zero", "A NaN is replaced by 0 first.",
      clauses: ["INPUT-2"], functions: functions,
      breaks: ["activations-of-nan-are-nan", "a-zero-cotangent-hides-no-nan"]
    ) { $0.change("x") { $0.isNaN ? .finite(0) : $0 } },
    .spoiling(
      "activations-of-nothing-are-zero", "An empty tensor gives the number 0.",
      clauses: ["SIGMOID-1"], functions: functions, breaks: ["activations-keep-empty-tensors-empty"]
    ) { _, answer in
      if answer.value.elements.isEmpty { answer.value = Tensor(Ball(0)) }
    },
    .spoiling(
      "activations-without-limits", "At the infinities the value and the slope are NaN.",
      clauses: ["SIGMOID-3", "LOG-SIGMOID-2", "SOFTPLUS-2", "RELU-1"], functions: functions,
      breaks: ["sigmoid-ends", "log-sigmoid-ends", "softplus-ends", "relu-ends"]
    ) { call, answer in
      let isLost = call.numbers("x").map { $0.asRational == nil }
      func lose(_ tensor: Tensor<Ball>) -> Tensor<Ball> {
        tensor.shaped(zip(isLost, tensor.elements).map { $0 ? .nan : $1 })
      }
      answer.value = lose(answer.value)
      answer.gradient = answer.gradient.mapValues(lose)
    },
  ]
}

extension Answer<Ball> {
  /// Replaces the elements at finite x of a function of one number.
  fileprivate mutating func replace(_ call: Call, _ change: (Rational, Ball) -> Ball) {
    value = value.shaped(
      zip(call.numbers("x"), value.elements).map { x, value in
        x.asRational.map { change($0, value) } ?? value
      })
  }

  /// Replaces the slopes at finite x, each of which is then multiplied by its cotangent.
  fileprivate mutating func replaceSlopes(_ call: Call, _ change: (Rational, Ball) -> Ball) {
    replaceSlopes(call) { _, x, slope in change(x, slope) }
  }

  fileprivate mutating func replaceSlopes(_ call: Call, _ change: (Int, Rational, Ball) -> Ball) {
    guard let slopes = gradient["x"] else { return }
    let x = call.numbers("x")
    gradient["x"] = slopes.shaped(
      x.indices.map { index in
        guard let number = x[index].asRational else { return slopes.elements[index] }
        let g = call.cotangent?.elements[index].asRational ?? 1
        if g.isZero { return Ball(0) }
        return .number(g) * change(index, number, slopes.elements[index] / .number(g))
      })
  }
}
