/// A binary floating-point format of IEEE 754, or bfloat16.
public enum Format: String, Sendable, Hashable, CaseIterable {
  /// IEEE 754's binary64: 53 binary digits, exponents from −1022 to 1023.
  case float64
  /// IEEE 754's binary32: 24 binary digits, exponents from −126 to 127.
  case float32
  /// IEEE 754's binary16: 11 binary digits, exponents from −14 to 15.
  case float16
  /// The exponents of float32 with 8 binary digits.
  case bfloat16

  /// Binary digits of a significand, the implied one included.
  @inline(__always)
  public var precision: Int {
    switch self {
    case .float64: 53
    case .float32: 24
    case .float16: 11
    case .bfloat16: 8
    }
  }

  /// Bits of a stored number: sign, exponent and the fraction without the implied digit.
  @inline(__always)
  public var bitWidth: Int {
    switch self {
    case .float64: 64
    case .float32: 32
    case .float16, .bfloat16: 16
    }
  }

  @inline(__always)
  var exponentWidth: Int { bitWidth - precision }
  @inline(__always)
  var bias: Int { 1 << (exponentWidth - 1) - 1 }

  /// The exponent of the least normal number, 2^`leastExponent`.
  @inline(__always)
  public var leastExponent: Int { 1 - bias }

  /// The exponent of the greatest finite numbers.
  @inline(__always)
  public var greatestExponent: Int { bias }

  /// The greatest finite number.
  public var greatest: Rational {
    (Rational(2) - .powerOfTwo(1 - precision)) * .powerOfTwo(greatestExponent)
  }

  /// The least number above zero.
  public var leastNonzero: Rational { .powerOfTwo(leastExponent - precision + 1) }

  /// Whether the format has the number.
  public func contains(_ value: Dyadic) -> Bool {
    value.isZero
      || value.significand.bitWidth <= precision
        && value.top <= Integer(greatestExponent + 1)
        && value.exponent >= Integer(leastExponent - precision + 1)
  }

  /// Whether the format has the number.
  public func contains(_ value: Rational) -> Bool {
    Dyadic(exactly: value).map { contains($0) } ?? false
  }
}
