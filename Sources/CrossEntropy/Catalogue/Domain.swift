public import Exact

/// The numbers that an argument or option may be. NaN lies in every domain: NaN in is NaN out.
public enum Domain: String, Sendable, Hashable, CaseIterable {
  case real = "any real number or infinity"
  case finite = "a finite number"
  case probability = "[0, 1]"
  case binary = "{0, 1}"
  case signed = "{-1, 1}"
  case logProbability = "the real numbers and -infinity"
  case nonnegative = "the finite numbers from 0"
  case positive = "the finite numbers above 0"
  case aboveOne = "the finite numbers above 1"
  case clip = "(0, 1/2)"

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
