import CrossEntropy
import Exact

// Mistakes that any function of vectors of probabilities can have, and what mutants of these
// functions read from calls.

extension Mutant {
  private static let lists = [
    "entropy", "cross_entropy", "kl_divergence", "js_divergence", "perplexity", "likelihood",
    "log_likelihood", "negative_log_likelihood",
  ]

  private static let withBase = [
    "information_content", "entropy", "cross_entropy", "kl_divergence", "js_divergence",
    "log_likelihood", "negative_log_likelihood",
  ]

  private static let slopes = ["p", "q"]

  static let conventions: [Mutant] = [
    .asking(
      "base-ignored", "The logarithm is natural, whatever the base is.", clauses: ["INPUT-13"],
      functions: withBase + ["differential_entropy"],
      breaks: [
        "cross-entropy-change-of-base", "cross-entropy-refuses-a-base-not-above-1",
        "differential-entropy-change-of-base", "differential-entropy-gradient",
        "entropy-change-of-base", "entropy-refuses-a-base-not-above-1",
        "information-content-change-of-base", "information-content-counts-halvings",
        "information-content-refuses-a-base-not-above-1", "js-divergence-change-of-base",
        "js-divergence-refuses-a-base-not-above-1", "kl-divergence-change-of-base",
        "log-likelihood-change-of-base", "log-likelihood-refuses-a-base-not-above-1",
        "negative-log-likelihood-change-of-base",
        "negative-log-likelihood-refuses-a-base-not-above-1",
      ]
    ) { $0.options["base"] = nil },
    .asking(
      "base-lenient", "A base that is none is taken for e.", clauses: ["INPUT-7"],
      functions: withBase,
      breaks: [
        "cross-entropy-refuses-a-base-not-above-1", "entropy-refuses-a-base-not-above-1",
        "information-content-refuses-a-base-not-above-1",
        "js-divergence-refuses-a-base-not-above-1",
        "kl-divergence-refuses-a-base-not-above-1",
        "log-likelihood-refuses-a-base-not-above-1",
        "negative-log-likelihood-refuses-a-base-not-above-1",
      ]
    ) { call in
      if case .real(let base) = call.options["base"], !((base.asRational ?? 0) > .one) {
        call.options["base"] = nil
      }
    },
    .spoiling(
      "base-slope-without-base", "The derivative by the base b is −value/ln b.",
      clauses: ["INPUT-13", "GRADIENT-1"], functions: withBase + ["differential_entropy"],
      breaks: [
        "cross-entropy-gradient-by-base", "differential-entropy-gradient-by-base",
        "entropy-gradient-by-base", "information-content-gradient-by-base",
        "js-divergence-gradient-by-base", "kl-divergence-gradient-by-base",
        "log-likelihood-gradient-by-base", "negative-log-likelihood-gradient-by-base",
      ]
    ) { call, answer in answer.changeGradient("base") { $0 * .exp(call.logarithmOfBase) } },
    .spoiling(
      "slopes-in-nats", "The derivatives forget the base.",
      clauses: [
        "INPUT-13", "INFORMATION-CONTENT-4", "LOG-LIKELIHOOD-4", "NEGATIVE-LOG-LIKELIHOOD-4",
      ],
      functions: withBase + ["differential_entropy"],
      breaks: [
        "cross-entropy-gradient-by-p", "cross-entropy-gradient-by-q",
        "differential-entropy-gradient", "entropy-gradient-by-p",
        "information-content-gradient-by-p", "js-divergence-gradient-by-p",
        "js-divergence-gradient-by-q", "kl-divergence-gradient-by-p",
        "kl-divergence-gradient-by-q", "log-likelihood-gradient-by-p",
        "negative-log-likelihood-gradient-by-p",
      ]
    ) { call, answer in
      for name in answer.gradient.keys where name != "base" {
        answer.changeGradient(name) { $0 * call.logarithmOfBase }
      }
    },
    .spoiling(
      "slopes-turned", "The derivatives have the wrong sign.", clauses: ["GRADIENT-1"],
      functions: withBase + ["differential_entropy", "perplexity", "likelihood"],
      breaks: [
        "entropy-is-stationary-at-uniform", "information-content-gradient-at-edges",
      ]
    ) { _, answer in
      for name in answer.gradient.keys { answer.changeGradient(name) { -$0 } }
    },
    .asking(
      "cotangent-ignored", "The derivatives are those of the value, whatever the cotangent is.",
      clauses: ["GRADIENT-1"],
      functions: withBase + ["differential_entropy", "perplexity", "likelihood"],
      breaks: [
        "cross-entropy-gradient-at-edges", "cross-entropy-gradient-by-p",
        "cross-entropy-gradient-by-q", "differential-entropy-gradient",
        "information-content-gradient-at-edges", "information-content-gradient-by-p",
        "js-divergence-gradient-at-edges", "js-divergence-gradient-by-p",
        "js-divergence-gradient-by-q", "kl-divergence-gradient-at-edges",
        "kl-divergence-gradient-by-p", "kl-divergence-gradient-by-q",
        "log-likelihood-gradient-at-edges", "log-likelihood-gradient-by-p",
        "negative-log-likelihood-gradient-at-edges",
        "negative-log-likelihood-gradient-by-p",
      ]
    ) { $0.cotangent = nil },
    .spoiling(
      "slopes-finite", "Infinite and undefined derivatives are answered as 0.",
      clauses: ["GRADIENT-2"], functions: withBase + ["perplexity", "likelihood"],
      breaks: [
        "cross-entropy-gradient-at-edges", "cross-entropy-gradient-by-base",
        "entropy-gradient-at-edges", "information-content-gradient-at-edges",
        "js-divergence-gradient-at-edges", "kl-divergence-gradient-at-edges",
        "log-likelihood-gradient-at-edges", "negative-log-likelihood-gradient-at-edges",
        "negative-log-likelihood-gradient-by-base", "perplexity-gradient-at-edges",
        "perplexity-gradient-where-it-is-infinite",
      ]
    ) { _, answer in
      for name in answer.gradient.keys {
        answer.changeGradient(name) { $0.isFinite ? $0 : Ball(0) }
      }
    },
    .spoiling(
      "hidden-slopes-nan", "A zero cotangent times an infinite derivative is NaN.",
      clauses: ["GRADIENT-4"], functions: ["information_content"],
      breaks: ["information-content-gradient-at-edges"]
    ) { call, answer in
      let p = call.numbers("p")
      guard let slopes = answer.gradient["p"], let cotangent = call.cotangent else { return }
      answer.gradient["p"]!.elements = slopes.elements.indices.map { index in
        let isHidden = cotangent.elements[index] == .finite(0) && p[index] == .finite(0)
        return isHidden ? .nan : slopes.elements[index]
      }
    },
    .asking(
      "nan-as-0", "NaN is read as 0, as sums that leave out NaN do.",
      clauses: ["INPUT-2", "INPUT-10"],
      functions: lists + ["information_content"],
      breaks: [
        "cross-entropy-of-nan", "entropy-of-nan",
        "information-content-is-element-by-element", "js-divergence-of-nan",
        "kl-divergence-of-nan", "likelihood-of-nan", "log-likelihood-of-nan",
        "negative-log-likelihood-of-nan", "perplexity-of-nan",
      ]
    ) { call in
      for name in slopes { call.change(name) { $0.isNaN ? .finite(.zero) : $0 } }
    },
    .asking(
      "probabilities-clamped", "What is no probability is moved into [0, 1].",
      clauses: ["INPUT-1", "INPUT-8"],
      functions: lists + ["information_content"],
      breaks: [
        "cross-entropy-refuses-no-probability", "entropy-refuses-no-probability",
        "information-content-refuses-no-probability",
        "js-divergence-refuses-no-probability", "kl-divergence-refuses-no-probability",
        "likelihood-refuses-no-probability", "log-likelihood-refuses-no-probability",
        "negative-log-likelihood-refuses-no-probability",
        "perplexity-refuses-no-probability",
      ]
    ) { call in for name in slopes { call.change(name) { $0.clipped(from: .zero) } } },
    Mutant(
      "shapes-lenient",
      "Lists are cut to the shorter one, tables are flattened, and what has no name is ignored.",
      clauses: ["INPUT-5", "INPUT-6"], functions: lists + ["information_content"],
      breaks: [
        "cross-entropy-refuses-what-does-not-fit", "entropy-refuses-what-does-not-fit",
        "information-content-refuses-what-does-not-fit",
        "js-divergence-refuses-what-does-not-fit",
        "kl-divergence-refuses-what-does-not-fit", "likelihood-refuses-what-does-not-fit",
        "log-likelihood-refuses-what-does-not-fit",
        "negative-log-likelihood-refuses-what-does-not-fit",
        "perplexity-refuses-what-does-not-fit",
      ]
    ) { call, subject in
      var changed = call
      changed.options = call.options.filter { $0.key == "base" }
      let signature = try Function.named(call.function).signature
      changed.arguments = call.arguments.filter { signature.argument($0.key) != nil }
      if signature.arguments[0].shape == "[n]" {
        let count = changed.arguments.keys.map { call.count($0) }.min() ?? 0
        for name in changed.arguments.keys {
          changed.arguments[name] = .vector(Array(call.numbers(name).prefix(count)))
        }
      }
      return try subject.answer(changed)
    },
    .spoiling(
      "nothing-is-nan", "An empty list gives NaN.", clauses: ["ENTROPY-1", "LIKELIHOOD-2"],
      functions: lists + ["information_content"],
      breaks: [
        "cross-entropy-of-nothing", "entropy-of-nothing", "information-content-of-nothing",
        "js-divergence-of-nothing", "kl-divergence-of-nothing", "likelihood-of-nothing",
        "log-likelihood-of-nothing", "negative-log-likelihood-of-nothing",
        "perplexity-of-nothing",
      ]
    ) { call, answer in
      if call.count("p") == 0 { answer.value = Tensor(.nan) }
    },
    .asking(
      "last-forgotten", "The last outcome is left out.",
      clauses: ["ENTROPY-1", "LIKELIHOOD-1", "ENTROPY-3"],
      functions: lists,
      breaks: [
        "cross-entropy-ignores-order", "cross-entropy-refuses-what-does-not-fit",
        "entropy-falls-under-merging", "entropy-ignores-order",
        "entropy-refuses-no-probability", "entropy-refuses-what-does-not-fit",
        "entropy-rises-as-masses-are-levelled", "gibbs-inequality",
        "js-divergence-falls-under-merging", "js-divergence-ignores-order",
        "js-divergence-ignores-the-impossible", "js-divergence-is-stationary-at-equality",
        "js-divergence-refuses-no-probability", "js-divergence-refuses-what-does-not-fit",
        "js-divergence-sums-over-parts", "kl-divergence-falls-through-a-channel",
        "kl-divergence-ignores-order", "kl-divergence-is-not-symmetric",
        "kl-divergence-refuses-what-does-not-fit", "likelihood-ignores-order",
        "likelihood-refuses-no-probability", "likelihood-refuses-what-does-not-fit",
        "log-likelihood-ignores-order", "log-likelihood-is-not-positive",
        "log-likelihood-refuses-no-probability", "log-likelihood-refuses-what-does-not-fit",
        "log-likelihoods-add-over-samples", "negative-log-likelihood-ignores-order",
        "negative-log-likelihood-refuses-no-probability",
        "negative-log-likelihood-refuses-what-does-not-fit", "perplexity-ignores-order",
      ]
    ) { call in
      for name in call.arguments.keys {
        call.arguments[name] = .vector(call.numbers(name).dropLast())
      }
    },
  ]
}

extension Call {
  /// The same as enclosures, more precise than any law looks.
  func balls(_ name: String) -> [Ball] { numbers(name).map { Ball($0, precision: 512) } }

  func count(_ name: String) -> Int { numbers(name).count }

  /// ln b
  var logarithmOfBase: Ball {
    switch options["base"] {
    case .real(let base): .log(Ball(base, precision: 512))
    case .integer(let base): logarithm(of: base)
    default: Ball(1)
    }
  }

  func logarithm(of value: Int) -> Ball { .log(Ball(Rational(value), precision: 512)) }

  /// 10^−12, as programs add it before they take a logarithm.
  var epsilon: Ball { Ball(Rational(1, 1_000_000_000_000), precision: 512) }

  /// The cotangent of a value that is one number.
  var weight: Ball { cotangent.map { Ball($0.elements[0], precision: 512) } ?? Ball(1) }

  /// Divides the numbers of an argument by their sum, where that is a number above 0.
  mutating func normalise(_ name: String) {
    let values = numbers(name).compactMap(\.asRational)
    let total = values.reduce(.zero, +)
    if values.count == count(name), total > .zero {
      arguments[name] = .vector(values.map { $0 / total })
    }
  }
}

extension Extended {
  /// The nearest number of [least, 1].
  func clipped(from least: Rational) -> Extended {
    switch self {
    case .finite(let value): .finite(min(max(value, least), .one))
    case .infinity(let isNegative): .finite(isNegative ? least : .one)
    case .nan: .nan
    }
  }
}

extension Answer<Ball> {
  /// Changes each derivative by an argument.
  mutating func changeGradient(_ name: String, _ transform: (Ball) -> Ball) {
    gradient[name] = gradient[name]?.map(transform)
  }
}
