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
      clauses: ["SIGMOID-4", "POLICY-13"], functions: ["sigmoid"],
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
      clauses: ["SIGMOID-1", "SIGMOID-2", "ACCURACY-7"], functions: ["sigmoid"],
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
