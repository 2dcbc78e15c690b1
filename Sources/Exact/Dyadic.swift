/// A whole number times a power of two, the exponent without limit: the midpoint of a ball, and
/// every finite binary floating-point number.
public struct Dyadic: Sendable, Hashable {
  /// Whether the number is below zero.
  public let isNegative: Bool
  /// Odd, or zero.
  public let significand: Natural
  /// Zero for zero.
  public let exponent: Integer

  /// ± `significand` × 2^`exponent`; the factors of two of the significand go to the exponent, so
  /// that equal numbers have equal parts.
  public init(isNegative: Bool = false, _ significand: Natural, exponent: Integer = 0) {
    let zeros = significand.trailingZeroBitCount
    self.isNegative = isNegative && !significand.isZero
    self.significand = significand >> zeros
    self.exponent = significand.isZero ? 0 : exponent + Integer(zeros)
  }

  /// A whole number, exactly.
  public init(_ value: Integer) { self.init(isNegative: value.isNegative, value.magnitude) }
  /// A whole number, exactly.
  public init(_ value: Int) { self.init(Integer(value)) }

  /// The exact value of a rational number whose denominator is a power of two; nil for others.
  public init?(exactly value: Rational) {
    guard value.denominator.isPowerOfTwo else { return nil }
    self.init(
      isNegative: value.isNegative, value.numerator.magnitude,
      exponent: Integer(1 - value.denominator.bitWidth))
  }

  /// The number 0.
  public static let zero = Dyadic(0)
  /// The number 1.
  public static let one = Dyadic(1)

  /// 2^`exponent`.
  public static func powerOfTwo(_ exponent: Integer) -> Dyadic { Dyadic(.one, exponent: exponent) }

  /// Whether the number is zero.
  public var isZero: Bool { significand.isZero }
  /// −1, 0 or 1.
  public var signum: Int { isZero ? 0 : isNegative ? -1 : 1 }
  /// The number without its sign.
  public var magnitude: Dyadic { isNegative ? -self : self }

  /// For a number that is not zero, the exponent of the power of two just above its magnitude: the
  /// magnitude lies in [2^(`top`−1), 2^`top`).
  public var top: Integer { exponent + Integer(significand.bitWidth) }

  /// The value as a rational number.
  /// - Precondition: the exponent fits in an `Int`, and the value in memory.
  public var asRational: Rational {
    guard let power = exponent.asInt else {
      preconditionFailure("a number with an exponent of \(exponent) does not fit in memory")
    }
    return .scaled(isNegative: isNegative, significand, by: power)
  }

  /// The number with the other sign.
  public static prefix func - (a: Dyadic) -> Dyadic {
    Dyadic(isNegative: !a.isNegative, a.significand, exponent: a.exponent)
  }

  /// The exact product.
  public static func * (a: Dyadic, b: Dyadic) -> Dyadic {
    Dyadic(
      isNegative: a.isNegative != b.isNegative, a.significand * b.significand,
      exponent: a.exponent + b.exponent)
  }

  /// The exact sum. The gap between the exponents must be small enough for memory; ``Ball`` rounds
  /// a wide gap away before it adds.
  public static func + (a: Dyadic, b: Dyadic) -> Dyadic {
    if a.isZero { return b }
    if b.isZero { return a }
    let exponent = min(a.exponent, b.exponent)
    guard let p = (a.exponent - exponent).asInt, let q = (b.exponent - exponent).asInt else {
      preconditionFailure("a sum whose terms lie too far apart for memory")
    }
    let x = Integer(isNegative: a.isNegative, magnitude: a.significand << p)
    let y = Integer(isNegative: b.isNegative, magnitude: b.significand << q)
    let sum = x + y
    return Dyadic(isNegative: sum.isNegative, sum.magnitude, exponent: exponent)
  }

  /// The exact difference, under the same condition as the sum.
  public static func - (a: Dyadic, b: Dyadic) -> Dyadic { a + -b }

  /// The product with two to the power `count`.
  public func scaled(by count: Integer) -> Dyadic {
    Dyadic(isNegative: isNegative, significand, exponent: exponent + count)
  }

  /// The number cut towards zero to `bits` binary digits, and whether anything was cut off.
  public func truncated(to bits: Int) -> (Dyadic, isExact: Bool) {
    let excess = significand.bitWidth - bits
    if excess <= 0 { return (self, true) }
    let cut = Dyadic(
      isNegative: isNegative, significand >> excess, exponent: exponent + Integer(excess))
    return (cut, false)
  }

  /// The number times two to the power `bits`, rounded towards minus infinity.
  func fixedPoint(bits: Int) -> Integer {
    guard let shift = (exponent + Integer(bits)).asInt else {
      precondition(exponent.isNegative, "a number too large for fixed point")
      return isNegative ? -1 : 0
    }
    if shift >= 0 { return Integer(isNegative: isNegative, magnitude: significand << shift) }
    let floor = significand >> -shift
    let isExact = !significand.hasBits(below: -shift)
    return Integer(
      isNegative: isNegative, magnitude: isNegative && !isExact ? floor + .one : floor)
  }
}

extension Dyadic: Comparable {
  /// The order of the numbers, whatever lies between their exponents.
  public static func < (a: Dyadic, b: Dyadic) -> Bool {
    if a.signum != b.signum { return a.signum < b.signum }
    if a.isZero { return false }
    if a.top != b.top { return (a.top < b.top) != a.isNegative }
    // Equal tops: the exponents differ by no more than the lengths of the significands.
    let exponent = min(a.exponent, b.exponent)
    let x = a.significand << (a.exponent - exponent).asInt!
    let y = b.significand << (b.exponent - exponent).asInt!
    return a.isNegative ? y < x : x < y
  }
}
