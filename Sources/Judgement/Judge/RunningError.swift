import CrossEntropy
public import Exact

/// A number with a bound on what rounding may have done to it: the arithmetic of the allowance.
///
/// `value` is what an algorithm gives in real arithmetic, `bound` such that every admissible
/// floating-point execution of the same algorithm gives a v̂ with |v̂ − value| ≤ bound. A formula run
/// over it says how far a sound implementation may stray, with no formula of errors per function.
///
/// **Proof**, by induction over the operations. Let â, b̂ be the execution's operands, |â − a| ≤ eₐ.
/// Each operation adds what the exact operation makes of the operands' errors (`propagated`: the
/// triangle inequality, or monotonicity on [a − eₐ, a + eₐ]; never a derivative, which would be
/// unsound where e ≥ |a|) and what rounding adds to a result of size at most |v| + propagated. The
/// rule of each operation stands beside it.
///
/// **Exact operations cost nothing**: where operands without error have a result in the format, an
/// execution has no choice. Without this rule a log-sum-exp of [1e−30] could be answered by 0.
///
/// Source: J. H. Wilkinson, *Error analysis revisited*, 1986 (running error analysis); N. J. Higham,
/// *Accuracy and Stability of Numerical Algorithms*, §3.3.
public struct RunningError: Sendable {
  /// What the algorithm gives in real arithmetic, enclosed tightly.
  public let value: Ball
  /// At least the distance of any execution's result from `value`.
  public let bound: Magnitude
  /// Whether executions stay inside the format's range up to here.
  public let range: Range
  /// Nil for constants that have met no input yet; those must be exact.
  let context: RoundingContext?

  /// Where executions may have come to.
  public enum Range: Sendable {
    /// Every execution has a finite number.
    case inside
    /// An execution may have the infinity of the value's sign here.
    case overflows
    /// An execution may have anything, NaN too.
    case lost
  }

  init(
    _ value: Ball, bound: Magnitude = .zero, range: Range = .inside, _ context: RoundingContext?
  ) {
    (self.value, self.bound, self.range, self.context) = (value, bound, range, context)
  }

  /// A number of the input.
  public init(_ value: Extended, _ context: RoundingContext) {
    let ball = Ball(value, precision: context.precision)
    // A subnormal number of the input has not been flushed; and a decimal may be without error and yet
    // no binary number: its ball has a radius, not a bound.
    if let number = value.asRational, context.represents(number) {
      self.init(ball, context)
    } else {
      self = .rounded(ball, propagated: .zero, mayUnderflow: true, context)
    }
  }

  /// Whether it is without error.
  var isExact: Bool { bound.isZero && value.isExact && range == .inside }
  var isOne: Bool { isExact && value.midpoint == .one }

  /// At least the size of any execution's result.
  var reach: Magnitude { value.size + bound }

  /// Whether an execution that keeps to the bound may be beyond a format's greatest number.
  func reaches(_ format: Format) -> Bool {
    value.isFinite && (bound.isInfinite || reach.asDyadic >= format.overflowThreshold)
  }

  /// The result of an operation that rounds to nearest: u(|v| + propagated) more, and λ where a
  /// result may be flushed to zero; nothing if it is exact.
  static func rounded(
    _ value: Ball, propagated: Magnitude, range: Range = .inside, mayUnderflow: Bool = false,
    _ context: RoundingContext?
  ) -> RunningError {
    rounded(value, propagated: propagated, range: range, context) { context, size in
      context.unit * size + (mayUnderflow ? context.floor : .zero)
    }
  }

  /// The result of an operation with its own rule of rounding, told the largest size of the result.
  ///
  /// - Parameter isElementary: whether a result may err though the format has it.
  static func rounded(
    _ value: Ball, propagated: Magnitude, range: Range, isElementary: Bool = false,
    _ context: RoundingContext?,
    rounding: (RoundingContext, Magnitude) -> Magnitude
  ) -> RunningError {
    guard value.isFinite else {
      let bound: Magnitude = value.isUnknown ? .infinite : .zero
      return RunningError(value, bound: bound, range: range, context)
    }
    guard let context else {
      precondition(value.isExact, "a rounding of constants that have met no input")
      return RunningError(value, range: range, nil)
    }
    // The value has more digits than any format: what is not exact in it, is not in the format.
    if !isElementary && propagated.isZero && value.isExact && context.keeps(value.midpoint) {
      return RunningError(value, range: range, context)
    }
    let bound = propagated + rounding(context, value.size + propagated)
    let overflows = bound.isInfinite || context.overflows(value.size + bound)
    return RunningError(
      value, bound: bound, range: range == .inside && overflows ? .overflows : range, context)
  }
}

extension Ball {
  /// At least the size of the number.
  var size: Magnitude { isFinite ? Magnitude(above: midpoint) + radius : .infinite }
}

extension Magnitude {
  /// The bound as an exact number.
  /// - Precondition: it is finite.
  var ball: Ball { Ball(midpoint: asDyadic, precision: 64) }
}
