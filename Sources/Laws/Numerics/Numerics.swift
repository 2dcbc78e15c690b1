import CrossEntropy
import Exact
import Property

/// What becomes of the textbook's formulas in `Double`: each law shows a failure, the exact place
/// where it begins, and that the true value was there to be had. They are why the stable forms are
/// what they are.
extension Law {
  static let numerics: [Law] =
    naiveOverflow + naiveUnderflow + naiveTails + naiveCancellation + naiveSums

  /// e^x is finite for x up to here, and overflows beyond: the logarithm of the greatest double.
  static let overflow = 0x1.62e4_2fef_a39e_fp9
  /// e^−x is above 0 for x up to here, and 0 beyond: the logarithm of 2^1075.
  static let underflow = 0x1.7491_0d52_d3051p9
  /// 1 + e^−x is above 1 for x up to here, and rounds to 1 beyond: the logarithm of 2^53.
  static let saturation = 0x1.25e4_f7b2_737f_ap5

  /// A law of a naive formula that gives something wrong for every z beyond a threshold, and a
  /// number before it, while the true value is finite and not what is given, on either side.
  ///
  /// - Parameters:
  ///   - place: which element of the value, or of the gradient if there is one, is meant.
  ///   - slack: how near to the threshold nothing is claimed: where the last digit of an
  ///     exponential decides, as the platform has it.
  ///   - example: a z to be tried first, where few of those beyond the threshold show the failure.
  ///   - call: the question, of z.
  static func naive(
    _ name: String, _ statement: String, clauses: [String], source: String = Law.blanchard,
    beyond threshold: Double, upTo limit: Int = 2000, slack: Double = 0, gives wrong: Extended,
    at place: Int = 0, example: Rational? = nil,
    call: @escaping @Sendable (Rational) -> Call
  ) -> Law {
    Law(
      name, statement, clauses: clauses, source: source, promises: [.literal],
      examples: example.map { [["z": $0]] } ?? []
    ) { t in
      let z = try t.draw("z", .near(threshold, upTo: limit))
      try t.assume(slack == 0 || (z - Rational(threshold)).magnitude > Rational(slack))
      let call = call(z)
      func element(_ answer: Answer<Ball>) -> Ball {
        (answer.gradient.first?.value ?? answer.value).elements[place]
      }
      let value = element(try t.answer(call))
      let truth = element(try t.truth(call))
      if z > Rational(threshold) {
        if wrong.isNaN { try t.isNaN(value, "the formula") }
        try t.equal(value, t.exact(wrong), "the formula")
      } else {
        try t.isFinite(value, "the formula before the threshold")
        try t.holds(value != t.exact(wrong), "the formula gives \(wrong) before the threshold")
      }
      try t.isFinite(truth, "the truth")
      try t.holds(!truth.overlaps(t.exact(wrong)), "the truth is \(wrong)")
    }
  }

  static let blanchard =
    """
    P. Blanchard, D. J. Higham, N. J. Higham, Accurately computing the log-sum-exp and softmax \
    functions, 2021
    """
  static let machler = "M. Mächler, Accurately Computing log(1 − exp(−|a|)), 2012"
  static let higham = "N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2002"
}

extension Call {
  /// A function of one number.
  static func scalar(_ function: String, _ x: Rational) -> Call {
    Call(function, ["x": .scalar(x)])
  }

  /// A function of one row.
  static func row(_ function: String, _ x: [Rational]) -> Call {
    Call(function, ["x": .vector(x)])
  }

  /// The sparse cross-entropy of one row of logits.
  static func sparse(_ logits: [Rational], label: Int, gradient: [String] = []) -> Call {
    Call(
      "sparse_categorical_cross_entropy_with_logits",
      ["logits": .matrix([logits]), "labels": .labels([label])], gradient: gradient)
  }

  /// The binary cross-entropy of one logit.
  static func binary(_ logit: Rational, _ y: Rational, gradient: [String] = []) -> Call {
    Call(
      "binary_cross_entropy_with_logits", ["logits": .vector([logit]), "y": .vector([y])],
      gradient: gradient)
  }
}
