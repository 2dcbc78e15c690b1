/// A real number of the extended line as an input gives it, or NaN.
public enum Extended: Sendable, Hashable {
  /// A real number, exactly.
  case finite(Rational)
  /// An infinity of either sign.
  case infinity(isNegative: Bool)
  /// Not a number.
  case nan

  /// The number if it is finite.
  public var asRational: Rational? {
    if case .finite(let value) = self { value } else { nil }
  }

  /// Whether this is NaN.
  public var isNaN: Bool { self == .nan }
}

extension Extended: CustomStringConvertible {
  /// The exact number, `Infinity`, `-Infinity` or `NaN`.
  public var description: String {
    switch self {
    case .finite(let value): value.description
    case .infinity(let isNegative): isNegative ? "-Infinity" : "Infinity"
    case .nan: "NaN"
    }
  }
}
