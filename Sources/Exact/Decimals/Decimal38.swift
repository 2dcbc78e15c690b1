/// A decimal number of 38 significant digits whose every operation is correctly rounded, ties to
/// the even digit.
///
/// The type behind the 38-digit variants of the formulas. Foundation's `Decimal` has the same
/// digits but cuts its results and traps on some; numbers are computed here and only converted.
///
/// Numbers become infinite or zero where the last of their 38 digits would stand beyond the places
/// 10^±1,000,000. Infinities and NaN behave as in IEEE 754;
/// there is one zero.
public struct Decimal38: Sendable, Hashable {
  /// The digits that a significand keeps.
  public static let digitCount = 38
  static let greatestExponent = 1_000_000

  enum Kind: Sendable, Hashable {
    case finite
    case infinity
    case nan
  }

  let kind: Kind
  /// Whether the number, or the infinity, is below zero; false for zero and NaN.
  public let isNegative: Bool
  /// The significant digits as a whole number below 10³⁸, without trailing zeros.
  public let significand: UInt128
  /// The power of ten of the significand's last digit.
  public let exponent: Int

  init(kind: Kind, isNegative: Bool = false, significand: UInt128 = 0, exponent: Int = 0) {
    (self.kind, self.isNegative) = (kind, isNegative)
    (self.significand, self.exponent) = (significand, exponent)
  }

  /// Not a number: what an undefined operation gives, such as 0/0.
  public static let nan = Decimal38(kind: .nan)
  /// Positive infinity.
  public static let infinity = Decimal38(kind: .infinity)
  /// The one zero; it has no sign.
  public static let zero = Decimal38(kind: .finite)

  /// Whether this is NaN.
  public var isNaN: Bool { kind == .nan }
  /// Whether this is an infinity of either sign.
  public var isInfinite: Bool { kind == .infinity }
  /// Whether this is a number, neither infinite nor NaN.
  public var isFinite: Bool { kind == .finite }
  /// Whether this is zero.
  public var isZero: Bool { kind == .finite && significand == 0 }

  init(_ rounded: DecimalDigits) {
    if rounded.digits.isZero {
      self = .zero
      return
    }
    guard let power = rounded.exponent.asInt, power <= Decimal38.greatestExponent else {
      self =
        rounded.exponent.isNegative
        ? .zero : Decimal38(kind: .infinity, isNegative: rounded.isNegative)
      return
    }
    if power < -Decimal38.greatestExponent {
      self = .zero
      return
    }
    var (digits, exponent) = (rounded.digits.asUInt128!, power)
    while digits % 10 == 0 { (digits, exponent) = (digits / 10, exponent + 1) }
    self.init(
      kind: .finite, isNegative: rounded.isNegative, significand: digits, exponent: exponent)
  }

  /// The nearest decimal to a rational number.
  public init(_ value: borrowing Rational) { self = Decimal38.nearest(value) }

  private static func nearest(_ value: Rational) -> Decimal38 {
    inWords(value) ?? Decimal38(DecimalDigits(rounding: value, count: digitCount))
  }

  /// The same where the terms fit in words; nil leaves it to long division.
  private static func inWords(_ value: Rational) -> Decimal38? {
    guard
      let above = value.numerator.asInt.map({ UInt128($0.magnitude) })
        ?? value.numerator.magnitude.asUInt128
    else { return nil }
    if value.denominator.isPowerOfTwo {
      return dyadic(value.isNegative, above, places: value.denominator.trailingZeroBitCount)
    }
    let limit = PowersOfTen.shared.shortPower(38)
    guard let below = value.denominator.asUInt128, above < limit, below < limit else { return nil }
    return quotient(value.isNegative, above, below, exponent: 0)
  }

  /// n/2^s = n·5^s/10^s. As 5³ < 2⁷, the product is below 2²⁵² < 10⁷⁶ where three times the digits
  /// of n and 7s are at most 756; beyond, it has more than the 39 digits of a tie, and what 192
  /// digits of it say is nearly always enough.
  private static func dyadic(_ isNegative: Bool, _ n: UInt128, places: Int) -> Decimal38? {
    if n == 0 { return .zero }
    let tens = PowersOfTen.shared
    if places <= PowersOfTen.greatest && 3 &* (128 &- n.leadingZeroBitCount) &+ 7 &* places <= 756 {
      let five = tens.power(places).movedDown(by: places)
      return rounded(isNegative, five * n, exponent: -places)
    }
    return Decimal38(rounding: WordBall(isNegative, n, exponent: -places), tens)
  }

  /// The nearest decimal to a number of the extended line; infinities and NaN stay what they are.
  public init(_ value: borrowing Extended) { self = Decimal38.nearest(value) }

  // Not in the initialiser, which would take a copy of what is borrowed.
  private static func nearest(_ value: Extended) -> Decimal38 {
    switch value {
    case .finite(let value): nearest(value)
    case .infinity(let isNegative): Decimal38(kind: .infinity, isNegative: isNegative)
    case .nan: .nan
    }
  }

  /// A whole number, exactly: 38 digits hold every `Int`.
  public init(_ value: Int) {
    self = Decimal38.rounded(value < 0, Wide(0, UInt128(value.magnitude)), exponent: 0)
  }

  /// The value with these digits: ± `significand` × 10^`exponent`, rounded if it has too many.
  public init(isNegative: Bool = false, significand: UInt128, exponent: Int) {
    // Far out nothing is left of it, or everything.
    self = Decimal38.rounded(
      isNegative, Wide(0, significand), exponent: min(max(exponent, -2_000_000), 2_000_000))
  }

  /// The exact value.
  public var value: Extended {
    switch kind {
    case .nan: .nan
    case .infinity: .infinity(isNegative: isNegative)
    case .finite: .finite(Decimal38.rational(isNegative, significand, exponent))
    }
  }

  private static func rational(_ isNegative: Bool, _ digits: UInt128, _ exponent: Int) -> Rational {
    let ten = Natural.powerOfTen(abs(exponent))
    let sign = Integer(isNegative: isNegative, magnitude: Natural(digits))
    return exponent >= 0 ? Rational(sign * Integer(magnitude: ten)) : Rational(sign, ten)
  }

  /// The nearest decimal to every number of the ball; nil if they do not agree.
  public init?(rounding ball: Ball) {
    if ball.isNaN {
      self = .nan
    } else if ball.isInfinite {
      self = Decimal38(kind: .infinity, isNegative: ball.isNegativeInfinity)
    } else if let rounded = DecimalDigits(rounding: ball, count: Decimal38.digitCount) {
      self.init(rounded)
    } else if ball.isFinite && ball.upper.top < -5_000_000 && ball.lower.top < -5_000_000 {
      self = .zero
    } else {
      return nil
    }
  }
}

extension Decimal38 {
  /// The number with the other sign; zero and NaN stay what they are.
  public static prefix func - (a: Decimal38) -> Decimal38 {
    a.isZero || a.isNaN
      ? a
      : Decimal38(
        kind: a.kind, isNegative: !a.isNegative, significand: a.significand, exponent: a.exponent)
  }
}

extension Decimal38: CustomStringConvertible {
  /// The significant digits with their exponent, `Infinity` or `NaN`.
  public var description: String {
    switch kind {
    case .nan: "NaN"
    case .infinity: isNegative ? "-Infinity" : "Infinity"
    case .finite:
      DecimalDigits(
        isNegative: isNegative, digits: Natural(significand), exponent: Integer(exponent)
      ).description
    }
  }
}
