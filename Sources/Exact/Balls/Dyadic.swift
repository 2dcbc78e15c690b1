/// A whole number times a power of two, the exponent without limit: the midpoint of a ball, and
/// every finite binary floating-point number.
public struct Dyadic: Sendable, Hashable {
  /// Odd, or zero.
  public let significand: Natural
  /// Whether the number is below zero.
  public let isNegative: Bool
  let power: Exponent

  /// The power of two that the significand is multiplied with; zero for zero.
  public var exponent: Integer { power.asInteger }

  /// ± `significand` × 2^`exponent`; the factors of two of the significand go to the exponent, so
  /// that equal numbers have equal parts.
  public init(isNegative: Bool = false, _ significand: Natural, exponent: Integer = 0) {
    self.init(isNegative, significand, Exponent(exponent))
  }

  init(_ isNegative: Bool, _ significand: Natural, _ power: Exponent) {
    let zeros = significand.trailingZeroBitCount
    if zeros == 0 {
      self.init(isNegative, odd: significand, power)
    } else {
      self.init(isNegative, odd: significand >> zeros, power + zeros)
    }
  }

  /// Takes a significand that is odd, or zero.
  init(_ isNegative: Bool, odd significand: Natural, _ power: Exponent) {
    self.significand = significand
    let isZero = significand.isZero
    self.isNegative = isNegative && !isZero
    self.power = isZero ? .word(0) : power
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
  public var top: Integer { topPower.asInteger }

  @inline(__always)
  var topPower: Exponent { power + significand.bitWidth }

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
    Dyadic(!a.isNegative, odd: a.significand, a.power)
  }

  /// The exact product.
  public static func * (a: Dyadic, b: Dyadic) -> Dyadic { product(a, b, bits: 0).0 }

  /// The exact sum. The gap between the exponents must be small enough for memory; ``Ball`` rounds
  /// a wide gap away before it adds.
  public static func + (a: Dyadic, b: Dyadic) -> Dyadic { sum(a, b, bits: 0).0 }

  /// The exact difference, under the same condition as the sum.
  public static func - (a: Dyadic, b: Dyadic) -> Dyadic { a + -b }

  /// The product with two to the power `count`.
  public func scaled(by count: Integer) -> Dyadic {
    scaled(by: Exponent(count))
  }

  func scaled(by count: Exponent) -> Dyadic { Dyadic(isNegative, odd: significand, power + count) }

  /// The number cut towards zero to `bits` binary digits, and whether anything was cut off.
  public func truncated(to bits: Int) -> (Dyadic, isExact: Bool) {
    let excess = significand.bitWidth - bits
    if excess <= 0 { return (self, true) }
    return (Dyadic(isNegative, significand >> excess, power + excess), false)
  }

  /// The number times two to the power `bits`, rounded towards minus infinity.
  func fixedPoint(bits: Int) -> Integer {
    guard let shift = (power + bits).asInt else {
      precondition(power < .word(0), "a number too large for fixed point")
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
    let (p, q) = (a.topPower, b.topPower)
    if p != q { return (p < q) != a.isNegative }
    if let x = a.significand.asUInt128, let y = b.significand.asUInt128 {
      // Equal tops: with the leading digits at the top the significands compare like the numbers.
      let (x, y) = (
        x &<< UInt128(truncatingIfNeeded: x.leadingZeroBitCount),
        y &<< UInt128(truncatingIfNeeded: y.leadingZeroBitCount)
      )
      return a.isNegative ? y < x : x < y
    }
    // The exponents differ by no more than the lengths of the significands.
    let power = min(a.power, b.power)
    let x = a.significand << (a.power - power).asInt!
    let y = b.significand << (b.power - power).asInt!
    return a.isNegative ? y < x : x < y
  }
}
