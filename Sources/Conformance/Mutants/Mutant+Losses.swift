import CrossEntropy
import Exact
import Laws

// Ways to be wrong that many losses share.

extension Mutant {
  /// A mutant that gets the loss of each element or row wrong, and reduces what it has right.
  ///
  /// - Parameter change: the wrong loss, from the call, the index and the right one.
  static func elementwise(
    _ name: String, _ mistake: String, clauses: [String], functions: [String], breaks: [String],
    _ change: @escaping @Sendable (Call, Int, Ball) -> Ball
  ) -> Mutant {
    Mutant(name, mistake, clauses: clauses, functions: functions, breaks: breaks) { call, subject in
      var answer = try subject.answer(call)
      var each = call
      (each.options["reduction"], each.gradient, each.cotangent) = ("none", [], nil)
      let losses = try subject.answer(each).value.elements.enumerated().map {
        change(call, $0.offset, $0.element)
      }
      if call.isReduced("none") {
        answer.value.elements = losses
      } else if call.isReduced("sum") {
        answer.value.elements = [losses.sum]
      } else {
        answer.value.elements = [losses.isEmpty ? .nan : losses.sum / Rational(losses.count).ball]
      }
      return answer
    }
  }

  /// A mutant whose value is right and whose gradient by some names is wrong.
  static func gradient(
    _ name: String, _ mistake: String, clauses: [String], functions: [String], breaks: [String],
    by names: [String], _ change: @escaping @Sendable (Call, Int, Ball) -> Ball
  ) -> Mutant {
    .spoiling(name, mistake, clauses: clauses, functions: functions, breaks: breaks) {
      call, answer in
      for name in names {
        guard let slopes = answer.gradient[name] else { continue }
        answer.gradient[name]!.elements = slopes.elements.enumerated().map {
          change(call, $0.offset, $0.element)
        }
      }
    }
  }

  /// A mutant whose value is multiplied, or otherwise changed as a whole.
  static func value(
    _ name: String, _ mistake: String, clauses: [String], functions: [String], breaks: [String],
    _ change: @escaping @Sendable (Call, Ball) -> Ball
  ) -> Mutant {
    .spoiling(name, mistake, clauses: clauses, functions: functions, breaks: breaks) {
      call, answer in answer.value = answer.value.map { change(call, $0) }
    }
  }
}

extension Mutant {
  /// Mistakes that are the same in every loss.
  static let sharedMistakes: [Mutant] = [
    .asking(
      "losses-nan-as-zero", "A NaN is read as 0.", clauses: ["INPUT-2"],
      functions: elementLosses + [
        "pairwise_hinge", "list_net", "l1_penalty", "l2_penalty", "zero_one_error", "brier_score",
        "expected_calibration_error", "isotonic_regression",
      ],
      breaks: [
        "margin-nan", "regression-nan", "ranking-nan", "penalty-special-values",
        "zero-one-error-nan", "calibration-nan",
      ]
    ) { call in
      for name in call.arguments.keys { call.change(name) { $0.isNaN ? .finite(.zero) : $0 } }
    },
    .asking(
      "losses-infinity-as-largest", "An infinity is read as the largest double.",
      clauses: ["POLICY-6"], functions: elementLosses + ["l1_penalty", "l2_penalty"],
      breaks: ["margin-infinite-scores", "regression-infinities", "penalty-special-values"]
    ) { call in
      let largest = Rational(Double.greatestFiniteMagnitude)
      for name in call.arguments.keys {
        call.change(name) { number in
          guard case .infinity(let isNegative) = number else { return number }
          return .finite(isNegative ? -largest : largest)
        }
      }
    },
    .asking(
      "losses-cotangent-ignored", "The cotangent is passed over.", clauses: ["GRADIENT-1"],
      functions: elementLosses, breaks: ["margin-cotangents", "regression-cotangents"]
    ) { $0.cotangent = nil },
    .spoiling(
      "losses-gradient-of-the-sum", "The gradient of the mean is not divided.",
      clauses: ["GRADIENT-6"], functions: elementLosses,
      breaks: ["margin-cotangents", "regression-cotangents"]
    ) { call, answer in
      guard call.isReduced("mean") else { return }
      for name in answer.gradient.keys {
        let count = Rational(answer.gradient[name]!.elements.count).ball
        answer.gradient[name] = answer.gradient[name]!.map { $0 * count }
      }
    },
  ]

  private static let elementLosses = [
    "hinge", "squared_hinge", "logistic_loss", "mean_squared_error", "mean_absolute_error", "huber",
  ]
}

extension Call {
  /// The numbers of a real argument, 0 for one that is not finite; none if it is not given.
  func rationals(_ name: String) -> [Rational] {
    guard case .real(let tensor) = arguments[name] else { return [] }
    return tensor.elements.map { $0.asRational ?? .zero }
  }

  func labels(_ name: String = "labels") -> [Int] {
    guard case .integer(let tensor) = arguments[name] else { return [] }
    return tensor.elements
  }

  /// The finite numbers of a matrix, by its rows.
  func rows(_ name: String) -> [[Rational]] {
    guard let shape = arguments[name]?.shape, shape.count == 2 else { return [] }
    let all = rationals(name)
    guard all.count == shape[0] * shape[1] else { return [] }
    return (0..<shape[0]).map { Array(all[($0 * shape[1])..<(($0 + 1) * shape[1])]) }
  }

  func number(option name: String) -> Rational? {
    switch options[name] {
    case .real(let value): value.asRational
    case .integer(let value): Rational(value)
    default: nil
    }
  }

  func isReduced(_ reduction: String) -> Bool {
    if let given = options["reduction"] { return given == .word(reduction) }
    return (try? Function.named(function).signature.option("reduction")?.standard) == reduction
  }
}

extension Extended {
  /// The number, 0 if it is not finite.
  var finite: Rational { asRational ?? .zero }
}

extension Rational {
  /// At the precision of the reference.
  var ball: Ball { Ball(self, precision: ReferenceSubject.precision) }
}

extension Ball {
  static let two = Rational(2).ball
  static let ln2 = Ball.log(Rational(2).ball)
}
