/// A quotient of whole numbers in lowest terms, exact whatever its size.
public struct Rational: Sendable, Hashable {
  /// The number above the line; it carries the sign.
  public let numerator: Integer
  /// The number below the line, at least one and without a common divisor with the numerator.
  public let denominator: Natural

  /// A quotient, brought to lowest terms.
  /// - Precondition: `denominator` is not zero.
  public init(_ numerator: Integer, _ denominator: Natural) {
    precondition(!denominator.isZero, "a rational number with denominator zero")
    if denominator.isOne {
      (self.numerator, self.denominator) = (numerator, denominator)
      return
    }
    let (above, below) = Natural.lowestTerms(numerator.magnitude, denominator)
    self.numerator = Integer(isNegative: numerator.isNegative, magnitude: above)
    self.denominator = below
  }

  /// A whole number, exactly.
  public init(_ value: Integer) { (numerator, denominator) = (value, .one) }
  /// A whole number, exactly.
  public init(_ value: Int) { self.init(Integer(value)) }
  /// A quotient of machine words, of any signs.
  ///
  /// - Precondition: `denominator` is not zero.
  public init(_ numerator: Int, _ denominator: Int) {
    self.init(
      Integer(
        isNegative: (numerator < 0) != (denominator < 0), magnitude: Integer(numerator).magnitude),
      Integer(denominator).magnitude)
  }

  /// The number 0.
  public static let zero = Rational(0)
  /// The number 1.
  public static let one = Rational(1)

  /// Whether the number is zero.
  public var isZero: Bool { numerator.isZero }
  /// Whether the number is below zero.
  public var isNegative: Bool { numerator.isNegative }
  /// Whether the number is whole.
  public var isInteger: Bool { denominator.isOne }
  /// −1, 0 or 1.
  public var signum: Int { numerator.signum }
  /// The number without its sign.
  public var magnitude: Rational {
    Rational(reduced: Integer(magnitude: numerator.magnitude), denominator)
  }

  /// The value if it is a whole number that fits in an `Int`.
  public var asInt: Int? { isInteger ? numerator.asInt : nil }

  /// One over the number.
  /// - Precondition: it is not zero.
  public var reciprocal: Rational {
    precondition(!isZero, "division by zero")
    return Rational(
      reduced: Integer(isNegative: isNegative, magnitude: denominator), numerator.magnitude)
  }

  /// Takes terms that have no common divisor.
  private init(reduced numerator: Integer, _ denominator: Natural) {
    (self.numerator, self.denominator) = (numerator, denominator)
  }

  /// The number with the other sign.
  public static prefix func - (a: Rational) -> Rational {
    Rational(reduced: -a.numerator, a.denominator)
  }

  /// The exact sum, in lowest terms.
  public static func + (a: Rational, b: Rational) -> Rational {
    if a.denominator == b.denominator {
      return Rational(a.numerator + b.numerator, a.denominator)
    }
    // Denominators that are powers of two meet in the larger one.
    if a.denominator.isPowerOfTwo && b.denominator.isPowerOfTwo {
      let (x, y) = (a.denominator.bitWidth, b.denominator.bitWidth)
      let sum = (a.numerator << max(0, y - x)) + (b.numerator << max(0, x - y))
      return Rational(sum, max(a.denominator, b.denominator))
    }
    // Over the product of the denominators divided by their common divisor g, a divisor that the
    // numerator has in common with that denominator divides g (Knuth, 4.5.1): with g = 1 the sum is
    // in lowest terms as it stands.
    let g = Natural.greatestCommonDivisor(a.denominator, b.denominator)
    let (p, q) = g.isOne ? (a.denominator, b.denominator) : (a.denominator / g, b.denominator / g)
    let sum = a.numerator * Integer(magnitude: q) + b.numerator * Integer(magnitude: p)
    if g.isOne { return Rational(reduced: sum, p * q) }
    let (above, below) = Natural.lowestTerms(sum.magnitude, g)
    return Rational(reduced: Integer(isNegative: sum.isNegative, magnitude: above), p * q * below)
  }

  /// The exact difference, in lowest terms.
  public static func - (a: Rational, b: Rational) -> Rational { a + -b }

  /// Common divisors are dropped crosswise, before the product: a long number is then divided by a
  /// short one, not by another long one.
  public static func * (a: Rational, b: Rational) -> Rational {
    if a.isInteger && b.isInteger { return Rational(a.numerator * b.numerator) }
    let (left, under) = Natural.lowestTerms(a.numerator.magnitude, b.denominator)
    let (right, below) = Natural.lowestTerms(b.numerator.magnitude, a.denominator)
    return Rational(
      reduced: Integer(isNegative: a.isNegative != b.isNegative, magnitude: left * right),
      below * under)
  }

  /// The exact quotient, in lowest terms.
  /// - Precondition: `b` is not zero.
  public static func / (a: Rational, b: Rational) -> Rational { a * b.reciprocal }

  /// Adds a number in place.
  public static func += (a: inout Rational, b: Rational) { a = a + b }

  /// The number to a whole power, with 0⁰ = 1.
  /// - Precondition: a negative power is not taken of zero.
  public func power(_ exponent: Int) -> Rational {
    let base = exponent < 0 ? reciprocal : self
    let count = Int(exponent.magnitude)
    return Rational(
      reduced: Integer(
        isNegative: base.isNegative && count & 1 == 1,
        magnitude: base.numerator.magnitude.power(count)),
      base.denominator.power(count))
  }

  /// Two to a whole power.
  public static func powerOfTwo(_ exponent: Int) -> Rational {
    let power = Natural.powerOfTwo(abs(exponent))
    return exponent >= 0
      ? Rational(reduced: Integer(magnitude: power), .one) : Rational(reduced: .one, power)
  }

  /// The whole number times two to a whole power.
  static func scaled(isNegative: Bool, _ significand: Natural, by exponent: Int) -> Rational {
    if exponent >= 0 {
      return Rational(Integer(isNegative: isNegative, magnitude: significand << exponent))
    }
    if significand.isZero { return .zero }
    let zeros = min(significand.trailingZeroBitCount, -exponent)
    return Rational(
      reduced: Integer(isNegative: isNegative, magnitude: significand >> zeros),
      .powerOfTwo(-exponent - zeros))
  }

  /// The largest whole number not above it.
  public var floor: Integer { numerator.flooredQuotientAndRemainder(dividingBy: denominator).0 }
}

extension Rational: Comparable {
  /// The order of the numbers, by cross multiplication.
  public static func < (a: Rational, b: Rational) -> Bool {
    if a.signum != b.signum { return a.signum < b.signum }
    if a.denominator == b.denominator { return a.numerator < b.numerator }
    return a.numerator * Integer(magnitude: b.denominator)
      < b.numerator * Integer(magnitude: a.denominator)
  }
}

extension Rational: ExpressibleByIntegerLiteral {
  /// A whole number as it is written.
  public init(integerLiteral value: Int) { self.init(value) }
}

extension Rational {
  /// The exact value of a finite binary floating-point number.
  /// - Precondition: `value` is finite.
  public init(_ value: some BinaryFloatingPoint) {
    precondition(value.isFinite, "an infinity or NaN is no rational number")
    if value == 0 {
      self = .zero
      return
    }
    let bits = type(of: value).significandBitCount
    let exponent = Int(value.exponent) - bits
    let scaled = UInt64(
      value.significand * type(of: value).init(sign: .plus, exponent: .init(bits), significand: 1))
    self = .scaled(isNegative: value < 0, Natural(scaled), by: exponent)
  }
}
