public import Exact

/// What was answered at one number, beside what is right there.
public struct SweptResult: Sendable {
  /// What was asked.
  public let argument: Floating
  /// The nearest number to the value.
  public let expected: Floating
  /// The answer, in a format of its own if it came so.
  public let answer: Floating
  /// By how many units of the last place the answer exceeds the value; nil where one is not finite.
  public let error: Double?

  /// What is wrong with an answer otherwise than that it is too far from the value.
  public enum Mistake: String, Sendable, CaseIterable {
    /// NaN where the value is a number or an infinity.
    case nan = "NaN for a number"
    /// A number or an infinity where there is no value.
    case missedNaN = "a number for NaN"
    /// An infinity where a finite number is the nearest, or the other infinity.
    case infinity = "an infinity for another number"
    /// A finite number where an infinity is the nearest.
    case missedInfinity = "a finite number for an infinity"
    /// Zero where a subnormal number is the nearest.
    case flushed = "zero for a subnormal number"
    /// Zero where a normal number is the nearest.
    case vanished = "zero for a normal number"
    /// A number on the other side of zero.
    case sign = "a number of the other sign"
    /// A refusal, an error, an answer of another shape, or none.
    case unanswered = "no answer"
  }

  /// How an answer stands to the nearest number.
  enum Verdict: Equatable {
    /// It is the nearest number.
    case nearest
    /// It is zero, as it should be, of the other sign, which is never scored.
    case zeroSign
    /// It is a finite number, and not the nearest.
    case inexact
    case mistake(Mistake)
  }

  /// - Precondition: both are of one format.
  static func verdict(on answer: Floating, expected: Floating) -> Verdict {
    if answer == expected || answer.isNaN && expected.isNaN { return .nearest }
    if answer.isNaN { return .mistake(.nan) }
    if expected.isNaN { return .mistake(.missedNaN) }
    if answer.isInfinite { return .mistake(.infinity) }
    if expected.isInfinite { return .mistake(.missedInfinity) }
    if answer.isZero {
      if expected.isZero { return .zeroSign }
      return .mistake(expected.isSubnormal ? .flushed : .vanished)
    }
    if answer.isNegative != expected.isNegative && !expected.isZero { return .mistake(.sign) }
    return .inexact
  }

  /// The worse of two comes first; of two as bad, the one of the lower bits.
  static func isWorse(_ a: SweptResult, _ b: SweptResult) -> Bool {
    let (x, y) = (a.error?.magnitude ?? 0, b.error?.magnitude ?? 0)
    return x != y ? x > y : a.argument.bits < b.argument.bits
  }
}

extension Floating {
  /// Whether the number is below the least normal one, and not zero.
  fileprivate var isSubnormal: Bool {
    let exponents = (UInt64(1) << UInt64(format.bitWidth - format.precision)) - 1
    return !isZero && bits >> UInt64(format.precision - 1) & exponents == 0
  }
}
