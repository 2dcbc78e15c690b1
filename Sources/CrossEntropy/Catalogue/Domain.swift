public import Exact

/// The numbers that an argument or option may be. NaN lies in every domain: NaN in is NaN out.
public enum Domain: String, Sendable, Hashable, CaseIterable {
  /// The extended real line.
  case real = "any real number or infinity"
  /// The real numbers.
  case finite = "a finite number"
  /// The real numbers from 0 to 1.
  case probability = "[0, 1]"
  /// 0 and 1 alone.
  case binary = "{0, 1}"
  /// −1 and 1 alone.
  case signed = "{-1, 1}"
  /// Logarithms; −∞ is that of 0.
  case logProbability = "the real numbers and -infinity"
  /// The real numbers from 0.
  case nonnegative = "the finite numbers from 0"
  /// The real numbers above 0.
  case positive = "the finite numbers above 0"
  /// The real numbers above 1, as a base must be.
  case aboveOne = "the finite numbers above 1"
  /// The real numbers between 0 and 1/2, as a clip must be.
  case clip = "(0, 1/2)"

  /// Whether a number lies in the domain, as NaN always does.
  public func contains(_ value: Extended) -> Bool {
    if value.isNaN || self == .real { return true }
    if self == .logProbability { return value != .infinity(isNegative: false) }
    guard let number = value.asRational else { return false }
    return switch self {
    case .real, .logProbability, .finite: true
    case .probability: number >= .zero && number <= .one
    case .binary: number == .zero || number == .one
    case .signed: number.magnitude == .one
    case .nonnegative: number >= .zero
    case .positive: number > .zero
    case .aboveOne: number > .one
    case .clip: number > .zero && number < Rational(1, 2)
    }
  }
}
