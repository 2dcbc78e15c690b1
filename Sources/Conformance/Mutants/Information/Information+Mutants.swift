import CrossEntropy
import Exact

extension Mutant {
  static let information: [Mutant] =
    informationContent + entropy + differentialEntropy + conventions

  private static let informationContent: [Mutant] = [
    .spoiling(
      "information-content-without-sign", "The information content is log p.",
      clauses: ["INFORMATION-CONTENT-1"], functions: ["information_content"],
      breaks: [
        "cross-entropy-is-mean-information-under-q", "cross-entropy-of-a-certain-outcome",
        "entropy-is-mean-information", "information-content-at-its-ends",
        "information-content-between-its-bounds", "information-content-counts-halvings",
        "information-content-falls", "information-content-gradient-by-base",
        "information-content-gradient-by-p-differences", "information-content-is-minus-log",
      ]
    ) { $1.value = $1.value.map { -$0 } },
    .asking(
      "information-content-in-bits", "The information content is always taken to base 2.",
      clauses: ["INFORMATION-CONTENT-1"], functions: ["information_content"],
      breaks: [
        "cross-entropy-is-mean-information-under-q", "cross-entropy-of-a-certain-outcome",
        "entropy-is-mean-information", "information-content-between-its-bounds",
        "information-content-change-of-base", "information-content-gradient-by-base",
        "information-content-gradient-by-p",
        "information-content-gradient-by-p-differences", "information-content-is-minus-log",
        "information-content-refuses-a-base-not-above-1",
      ]
    ) { $0.options["base"] = 2 },
    .asking(
      "information-content-clipped", "Probabilities below 10^−7 are raised to it.",
      clauses: ["INFORMATION-CONTENT-2", "POLICY-7", "INFORMATION-CONTENT-4"],
      functions: ["information_content"],
      breaks: [
        "cross-entropy-is-mean-information-under-q", "cross-entropy-of-a-certain-outcome",
        "information-content-adds", "information-content-at-its-ends",
        "information-content-counts-halvings", "information-content-falls",
        "information-content-gradient-at-edges", "information-content-gradient-by-p",
        "information-content-gradient-by-p-differences",
        "information-content-refuses-no-probability",
      ]
    ) { $0.change("p") { $0.clipped(from: Rational(1, 10_000_000)) } },
    .spoiling(
      "information-content-summed", "The information contents of all elements are added up.",
      clauses: ["INFORMATION-CONTENT-1"], functions: ["information_content"],
      breaks: [
        "information-content-is-element-by-element", "information-content-is-minus-log",
        "information-content-of-nothing",
      ]
    ) { $1.value = Tensor($1.value.elements.sum) },
    .spoiling(
      "information-content-of-odds", "The logarithm is that of the odds p/(1 − p).",
      clauses: ["INFORMATION-CONTENT-1", "INFORMATION-CONTENT-3"],
      functions: ["information_content"],
      breaks: [
        "cross-entropy-is-mean-information-under-q", "cross-entropy-of-a-certain-outcome",
        "entropy-is-mean-information", "information-content-adds",
        "information-content-at-its-ends", "information-content-between-its-bounds",
        "information-content-counts-halvings", "information-content-gradient-by-base",
        "information-content-gradient-by-p-differences", "information-content-is-minus-log",
        "negative-log-likelihood-is-total-information",
      ]
    ) { call, answer in
      let against = call.balls("p").map { Ball.log(Ball(1) - $0) / call.logarithmOfBase }
      answer.value.elements = zip(answer.value.elements, against).map { $0 + $1 }
    },
  ]

  private static let entropy: [Mutant] = [
    .asking(
      "entropy-in-bits", "The entropy is always taken to base 2.", clauses: ["ENTROPY-1"],
      functions: ["entropy"],
      breaks: [
        "cross-entropy-is-least-at-the-truth", "cross-entropy-of-itself-is-entropy",
        "differential-entropy-is-limit-of-entropy", "entropy-at-least-collision-entropy",
        "entropy-at-most-log-n", "entropy-change-of-base", "entropy-gradient-at-edges",
        "entropy-gradient-by-base", "entropy-gradient-by-p",
        "entropy-gradient-by-p-differences", "entropy-is-stationary-at-uniform",
        "entropy-of-masses-at-most-n-over-e", "entropy-refuses-a-base-not-above-1",
        "entropy-scales", "kl-divergence-from-uniform",
      ]
    ) { $0.options["base"] = 2 },
    .asking(
      "entropy-normalises", "The masses are divided by their sum first.",
      clauses: ["ENTROPY-1", "POLICY-8"], functions: ["entropy"],
      breaks: [
        "cross-entropy-of-itself-is-entropy", "entropy-decomposition",
        "entropy-gradient-at-edges", "entropy-gradient-by-p",
        "entropy-gradient-by-p-differences", "entropy-is-mean-information",
        "entropy-refuses-no-probability", "entropy-refuses-what-does-not-fit",
        "entropy-scales", "entropy-sums-over-parts",
        "js-divergence-is-excess-entropy-of-the-middle",
      ]
    ) { $0.normalise("p") },
    .spoiling(
      "entropy-per-log-n", "The entropy is divided by its greatest value, log n.",
      clauses: ["ENTROPY-1", "ENTROPY-4"], functions: ["entropy"],
      breaks: [
        "entropy-adds-over-independent-sources", "entropy-ignores-the-impossible",
        "entropy-of-equal-chances-grows", "entropy-sums-over-parts",
      ]
    ) { call, answer in
      let count = call.count("p")
      if count > 1 { answer.value = answer.value.map { $0 / call.logarithm(of: count) } }
    },
    .spoiling(
      "entropy-nan-at-0", "0·log 0 is NaN.", clauses: ["ENTROPY-2"], functions: ["entropy"],
      breaks: [
        "binary-entropy-between-its-bounds", "cross-entropy-is-least-at-the-truth",
        "cross-entropy-of-itself-is-entropy", "entropy-at-least-collision-entropy",
        "entropy-at-most-log-n", "entropy-at-most-mean-word-length",
        "entropy-falls-under-merging", "entropy-gradient-by-base",
        "entropy-ignores-the-impossible", "entropy-is-0-only-where-certain",
        "entropy-is-concave", "entropy-is-subadditive",
        "entropy-of-masses-at-most-n-over-e", "entropy-rises-as-masses-are-levelled",
        "entropy-within-a-bit-of-shannon-code",
      ]
    ) { call, answer in
      if call.balls("p").contains(where: \.isZero) { answer.value = Tensor(.nan) }
    },
    .spoiling(
      "entropy-epsilon", "The logarithm is that of p + 10^−12.", clauses: ["ENTROPY-1"],
      functions: ["entropy"],
      breaks: [
        "binary-entropy-between-its-bounds", "entropy-adds-over-independent-sources",
        "entropy-at-most-log-n", "entropy-at-most-mean-word-length", "entropy-chain-rule",
        "entropy-grouping", "entropy-is-0-only-where-certain", "entropy-is-subadditive",
        "entropy-of-equal-chances-grows", "entropy-within-a-bit-of-shannon-code",
      ]
    ) { call, answer in
      let terms = call.balls("p").map { $0 * .log($0 + call.epsilon) }
      answer.value = Tensor(-terms.sum / call.logarithmOfBase)
    },
    .spoiling(
      "entropy-mean", "The mean over the outcomes stands for the sum.",
      clauses: ["ENTROPY-1", "ENTROPY-4", "ENTROPY-5"],
      functions: ["entropy"],
      breaks: [
        "entropy-adds-over-independent-sources", "entropy-chain-rule", "entropy-grouping",
        "entropy-ignores-the-impossible", "entropy-of-equal-chances-grows",
        "entropy-sums-over-parts",
      ]
    ) { call, answer in
      answer.value = answer.value.map { $0 / Ball(max(call.count("p"), 1)) }
    },
    .asking(
      "entropy-stops-at-0", "The sum ends where a probability is 0.",
      clauses: ["ENTROPY-2", "ENTROPY-3"],
      functions: ["entropy"],
      breaks: [
        "entropy-falls-under-merging", "entropy-ignores-order",
        "entropy-ignores-the-impossible", "entropy-is-0-only-where-certain",
        "entropy-is-concave", "entropy-refuses-no-probability",
        "entropy-refuses-what-does-not-fit",
      ]
    ) { call in
      let p = call.numbers("p").prefix { $0 != .finite(.zero) }
      call.arguments["p"] = .vector(Array(p))
    },
    .spoiling(
      "entropy-of-coins", "Each outcome adds the entropy of a coin, −p log p − (1 − p) log(1 − p).",
      clauses: ["ENTROPY-1", "ENTROPY-5"], functions: ["entropy"],
      breaks: [
        "binary-entropy-between-its-bounds", "differential-entropy-is-limit-of-entropy",
        "entropy-adds-over-independent-sources", "entropy-at-least-collision-entropy",
        "entropy-at-most-log-n", "entropy-at-most-mean-word-length", "entropy-chain-rule",
        "entropy-grouping", "entropy-is-subadditive", "entropy-of-equal-chances-grows",
        "entropy-of-masses-at-most-n-over-e", "entropy-scales",
        "entropy-within-a-bit-of-shannon-code",
      ]
    ) { call, answer in
      let others = call.balls("p").map { Ball(1) - $0 }
      let terms = others.map { weighted($0, .log($0)) / call.logarithmOfBase }
      answer.value = answer.value.map { $0 - terms.sum }
    },
    .spoiling(
      "entropy-of-collision", "The entropy is Rényi's of order 2, −log Σp².",
      clauses: ["ENTROPY-1"], functions: ["entropy"],
      breaks: [
        "binary-entropy-between-its-bounds", "cross-entropy-is-least-at-the-truth",
        "entropy-at-least-collision-entropy", "entropy-chain-rule",
        "entropy-gradient-by-base", "entropy-gradient-by-p-differences", "entropy-grouping",
        "entropy-is-concave", "entropy-is-subadditive",
        "entropy-of-masses-at-most-n-over-e", "entropy-of-nothing", "entropy-scales",
        "entropy-sums-over-parts", "entropy-within-a-bit-of-shannon-code",
      ]
    ) { call, answer in
      let squares = call.balls("p").map { $0 * $0 }
      answer.value = Tensor(-Ball.log(squares.sum) / call.logarithmOfBase)
    },
    .spoiling(
      "entropy-of-gini", "The entropy is Gini's impurity, 1 − Σp².", clauses: ["ENTROPY-1"],
      functions: ["entropy"],
      breaks: [
        "entropy-change-of-base", "entropy-of-nothing",
        "entropy-refuses-a-base-not-above-1",
      ]
    ) { call, answer in answer.value = Tensor(Ball(1) - call.balls("p").map { $0 * $0 }.sum) },
    .spoiling(
      "entropy-slope-without-1", "The derivative is −log p.", clauses: ["ENTROPY-6"],
      functions: ["entropy"],
      breaks: [
        "entropy-gradient-at-edges", "entropy-gradient-by-p",
        "entropy-gradient-by-p-differences", "entropy-is-stationary-at-uniform",
      ]
    ) { call, answer in
      answer.changeGradient("p") { $0 + call.weight / call.logarithmOfBase }
    },
  ]

  private static let differentialEntropy: [Mutant] = [
    differential(
      "normal-takes-variance", "The variance stands where the deviation belongs.", of: .normal,
      also: ["DIFFERENTIAL-ENTROPY-2"],
      breaks: [
        "differential-entropy-closed-forms", "differential-entropy-gradient-by-differences",
        "differential-entropy-scales", "exponential-entropy-is-greatest-at-given-mean",
        "normal-entropy-is-greatest-at-given-variance",
      ]
    ) { call, value in value - call.log(of: .normal) / Ball(2) },
    differential(
      "normal-without-e", "The normal entropy is ½ log(2πs²).", of: .normal,
      breaks: [
        "differential-entropy-closed-forms", "differential-entropy-gradient-by-base",
        "normal-entropy-is-greatest-at-given-variance",
      ]
    ) { call, value in value - Ball(1) / (Ball(2) * call.logarithmOfBase) },
    differential(
      "exponential-takes-scale", "The mean stands where the rate belongs.", of: .exponential,
      breaks: [
        "differential-entropy-gradient-by-differences", "differential-entropy-of-two-sides",
        "differential-entropy-scales", "exponential-entropy-is-greatest-at-given-mean",
        "normal-entropy-is-greatest-at-given-variance",
      ]
    ) { call, value in value + Ball(2) * call.log(of: .exponential) },
    differential(
      "laplace-has-one-side", "The Laplace entropy is log(em).", of: .laplace,
      breaks: [
        "differential-entropy-closed-forms", "differential-entropy-gradient-by-base",
        "differential-entropy-of-two-sides",
        "exponential-entropy-is-greatest-at-given-mean",
      ]
    ) { call, value in value - call.logarithm(of: 2) / call.logarithmOfBase },
    differential(
      "uniform-takes-half-width", "The width is read as the half of it.", of: .uniform,
      breaks: [
        "differential-entropy-closed-forms", "differential-entropy-gradient-by-base",
        "differential-entropy-has-a-sign", "differential-entropy-is-limit-of-entropy",
        "exponential-entropy-is-greatest-at-given-mean",
        "normal-entropy-is-greatest-at-given-variance",
      ]
    ) { call, value in value + call.logarithm(of: 2) / call.logarithmOfBase },
    differential(
      "uniform-not-negative", "A negative entropy is cut to 0.", of: .uniform,
      also: ["DIFFERENTIAL-ENTROPY-3"],
      breaks: [
        "differential-entropy-gradient-by-differences", "differential-entropy-has-a-sign",
        "differential-entropy-is-limit-of-entropy", "differential-entropy-scales",
      ]
    ) { _, value in .larger(Ball(0), value) },
    .spoiling(
      "rate-slope-positive", "The derivative by the rate has the sign of the others.",
      clauses: ["DIFFERENTIAL-ENTROPY-4"], functions: ["differential_entropy"],
      breaks: [
        "differential-entropy-gradient", "differential-entropy-gradient-by-differences",
      ]
    ) { $1.changeGradient("rate") { -$0 } },
    .asking(
      "differential-entropy-lenient",
      "A parameter that is missing, NaN or not above 0 is taken for 1, and a further one is ignored.",
      clauses: ["INPUT-2", "INPUT-6"], functions: ["differential_entropy"],
      breaks: [
        "differential-entropy-needs-its-own-parameter", "differential-entropy-of-nan",
      ]
    ) { call in
      let own = call.density?.rawValue
      for name in Density.allCases.map(\.rawValue) where name != own { call.options[name] = nil }
      if let own {
        if case .real(.finite(let value)) = call.options[own], value > .zero { return }
        call.options[own] = 1
      }
    },
  ]
}

/// A density of `differential_entropy`, by the name of its parameter.
private enum Density: String, CaseIterable {
  case uniform = "width"
  case normal = "sigma"
  case exponential = "rate"
  case laplace = "scale"
}

extension Call {
  fileprivate var density: Density? {
    switch options["distribution"] {
    case .word("normal"): .normal
    case .word("exponential"): .exponential
    case .word("laplace"): .laplace
    default: .uniform
    }
  }

  /// The logarithm of the parameter.
  fileprivate func log(of density: Density) -> Ball {
    guard case .real(let value) = options[density.rawValue] else { return .nan }
    return .log(Ball(value, precision: 512)) / logarithmOfBase
  }
}

extension Mutant {
  /// A mutant that spoils the entropy of one density.
  private static func differential(
    _ name: String, _ mistake: String, of density: Density,
    also clauses: [String] = [], breaks: [String],
    _ change: @escaping @Sendable (Call, Ball) -> Ball
  ) -> Mutant {
    .spoiling(
      name, mistake, clauses: ["DIFFERENTIAL-ENTROPY-1"] + clauses,
      functions: ["differential_entropy"], breaks: breaks
    ) { call, answer in
      if call.density == density { answer.value = answer.value.map { change(call, $0) } }
    }
  }
}
