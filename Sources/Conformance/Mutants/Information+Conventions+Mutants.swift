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
      functions: withBase + ["differential_entropy"], breaks: []
    ) { $0.options["base"] = nil },
    .asking(
      "base-lenient", "A base that is none is taken for e.", clauses: ["INPUT-7"],
      functions: withBase, breaks: []
    ) { call in
      if case .real(let base) = call.options["base"], !((base.asRational ?? 0) > .one) {
        call.options["base"] = nil
      }
    },
    .spoiling(
      "base-slope-without-base", "The derivative by the base b is −value/ln b.",
      clauses: ["INPUT-13", "GRADIENT-1"], functions: withBase + ["differential_entropy"],
      breaks: []
    ) { call, answer in answer.changeGradient("base") { $0 * .exp(call.logarithmOfBase) } },
    .spoiling(
      "slopes-in-nats", "The derivatives forget the base.", clauses: ["INPUT-13"],
      functions: withBase + ["differential_entropy"], breaks: []
    ) { call, answer in
      for name in answer.gradient.keys where name != "base" {
        answer.changeGradient(name) { $0 * call.logarithmOfBase }
      }
    },
    .spoiling(
      "slopes-turned", "The derivatives have the wrong sign.", clauses: ["GRADIENT-1"],
      functions: withBase + ["differential_entropy", "perplexity", "likelihood"], breaks: []
    ) { _, answer in
      for name in answer.gradient.keys { answer.changeGradient(name) { -$0 } }
    },
    .asking(
      "cotangent-ignored", "The derivatives are those of the value, whatever the cotangent is.",
      clauses: ["GRADIENT-1"],
      functions: withBase + ["differential_entropy", "perplexity", "likelihood"], breaks: []
    ) { $0.cotangent = nil },
    .spoiling(
      "slopes-finite", "Infinite and undefined derivatives are answered as 0.",
      clauses: ["GRADIENT-2"], functions: withBase + ["perplexity", "likelihood"], breaks: []
    ) { _, answer in
      for name in answer.gradient.keys {
        answer.changeGradient(name) { $0.isFinite ? $0 : Ball(0) }
      }
    },
    .asking(
      "nan-as-0", "NaN is read as 0, as sums that leave out NaN do.", clauses: ["INPUT-2"],
      functions: lists + ["information_content"], breaks: []
    ) { call in
      for name in slopes { call.change(name) { $0.isNaN ? .finite(.zero) : $0 } }
    },
    .asking(
      "probabilities-clamped", "What is no probability is moved into [0, 1].", clauses: ["INPUT-1"],
      functions: lists + ["information_content"], breaks: []
    ) { call in for name in slopes { call.change(name) { $0.clipped(from: .zero) } } },
    Mutant(
      "shapes-lenient",
      "Lists are cut to the shorter one, tables are flattened, and what has no name is ignored.",
      clauses: ["INPUT-5", "INPUT-6"], functions: lists + ["information_content"], breaks: []
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
      "nothing-is-nan", "An empty list gives NaN.", clauses: ["ENTROPY-1"],
      functions: lists + ["information_content"], breaks: []
    ) { call, answer in
      if call.count("p") == 0 { answer.value = Tensor(.nan) }
    },
    .asking(
      "last-forgotten", "The last outcome is left out.", clauses: ["ENTROPY-1", "LIKELIHOOD-1"],
      functions: lists, breaks: []
    ) { call in
      for name in call.arguments.keys {
        call.arguments[name] = .vector(call.numbers(name).dropLast())
      }
    },
  ]
}

extension Call {
  /// The numbers of a real argument, none if it is absent.
  func numbers(_ name: String) -> [Extended] {
    guard case .real(let tensor) = arguments[name] else { return [] }
    return tensor.elements
  }

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
