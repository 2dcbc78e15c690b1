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

  private init(kind: Kind, isNegative: Bool = false, significand: UInt128 = 0, exponent: Int = 0) {
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
  public init(_ value: Rational) {
    self.init(DecimalDigits(rounding: value, count: Decimal38.digitCount))
  }

  /// The nearest decimal to a number of the extended line; infinities and NaN stay what they are.
  public init(_ value: Extended) {
    switch value {
    case .finite(let value): self.init(value)
    case .infinity(let isNegative): self.init(kind: .infinity, isNegative: isNegative)
    case .nan: self = .nan
    }
  }

  /// A whole number, exactly: 38 digits hold every `Int`.
  public init(_ value: Int) { self.init(Rational(value)) }

  /// The value with these digits: ± `significand` × 10^`exponent`, rounded if it has too many.
  public init(isNegative: Bool = false, significand: UInt128, exponent: Int) {
    self.init(
      DecimalDigits(
        rounding: Decimal38.rational(isNegative, significand, exponent), count: Decimal38.digitCount
      ))
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

  /// The sum, correctly rounded; ∞ − ∞ is NaN.
  public static func + (a: Decimal38, b: Decimal38) -> Decimal38 {
    if a.isNaN || b.isNaN { return .nan }
    if a.isInfinite && b.isInfinite { return a.isNegative == b.isNegative ? a : .nan }
    if a.isInfinite || b.isZero { return a }
    if b.isInfinite || a.isZero { return b }
    let (large, small) = a.exponent >= b.exponent ? (a, b) : (b, a)
    // A term more than 80 digits below the other cannot decide the rounding, except for its sign.
    let gap = large.exponent - small.exponent
    let scale = Integer(magnitude: .powerOfTen(min(gap, 81)))
    let rest = gap > 80 ? Integer(small.isNegative ? -1 : 1) : small.whole
    return rounded(
      Rational(large.whole * scale + rest), exponent: large.exponent - min(gap, 81))
  }

  /// The significand with its sign.
  private var whole: Integer { Integer(isNegative: isNegative, magnitude: Natural(significand)) }

  /// `value` × 10^`exponent`, rounded; no power of ten as long as the exponent is formed.
  private static func rounded(_ value: Rational, exponent: Int) -> Decimal38 {
    let digits = DecimalDigits(rounding: value, count: digitCount)
    return Decimal38(
      DecimalDigits(
        isNegative: digits.isNegative, digits: digits.digits,
        exponent: digits.exponent + Integer(exponent)))
  }

  /// The difference, correctly rounded.
  public static func - (a: Decimal38, b: Decimal38) -> Decimal38 { a + -b }

  /// The product, correctly rounded; 0 · ∞ is NaN.
  public static func * (a: Decimal38, b: Decimal38) -> Decimal38 {
    if a.isNaN || b.isNaN { return .nan }
    if a.isInfinite || b.isInfinite {
      if a.isZero || b.isZero { return .nan }
      return Decimal38(kind: .infinity, isNegative: a.isNegative != b.isNegative)
    }
    return rounded(Rational(a.whole * b.whole), exponent: a.exponent + b.exponent)
  }

  /// The quotient, correctly rounded; a number over zero is infinite, 0/0 and ∞/∞ are NaN.
  public static func / (a: Decimal38, b: Decimal38) -> Decimal38 {
    if a.isNaN || b.isNaN || (a.isInfinite && b.isInfinite) || (a.isZero && b.isZero) {
      return .nan
    }
    if b.isInfinite { return .zero }
    if a.isInfinite || b.isZero {
      return Decimal38(kind: .infinity, isNegative: a.isNegative != b.isNegative)
    }
    return rounded(Rational(a.whole) / Rational(b.whole), exponent: a.exponent - b.exponent)
  }

  /// Whether one number lies below another; false if either is NaN.
  public static func < (a: Decimal38, b: Decimal38) -> Bool {
    if a.isNaN || b.isNaN || a == b { return false }
    if a.signum != b.signum { return a.signum < b.signum }
    if a.isInfinite || b.isInfinite { return a.isInfinite == a.isNegative }
    // Significands have at most 38 digits: numbers farther apart are ordered by their exponents.
    let gap = a.exponent - b.exponent
    if gap.magnitude >= Decimal38.digitCount.magnitude { return (gap < 0) != a.isNegative }
    let (x, y) = (
      a.whole * Integer(magnitude: .powerOfTen(max(gap, 0))),
      b.whole * Integer(magnitude: .powerOfTen(max(-gap, 0)))
    )
    return x < y
  }

  private var signum: Int { isZero ? 0 : isNegative ? -1 : 1 }

  /// e^x, correctly rounded; infinite or zero where |x| ≥ 10⁷.
  public static func exp(_ x: Decimal38) -> Decimal38 {
    saturatedExponential(x) ?? rounded(x, Ball.exp, .exp)
  }
  /// e^x − 1, correctly rounded, so that no digit is lost near 0.
  public static func expMinusOne(_ x: Decimal38) -> Decimal38 {
    saturatedExponential(x).map { $0 - Decimal38(1) } ?? rounded(x, Ball.expMinusOne, .expMinusOne)
  }
  /// ln x, correctly rounded: −∞ at 0, NaN below.
  public static func log(_ x: Decimal38) -> Decimal38 { rounded(x, { Ball.log($0) }, .log) }
  /// ln(1 + x), correctly rounded, so that no digit is lost near 0: −∞ at −1, NaN below.
  public static func log(onePlus x: Decimal38) -> Decimal38 {
    rounded(x, { Ball.log(onePlus: $0) }, .logOnePlus)
  }
  /// log₂ x, correctly rounded; exact at the powers of two.
  public static func log2(_ x: Decimal38) -> Decimal38 { rounded(x, Ball.log2, .log2) }
  /// log₁₀ x, correctly rounded; exact at the powers of ten.
  public static func log10(_ x: Decimal38) -> Decimal38 { rounded(x, Ball.log10, .log10) }

  /// Infinity or zero where |x| ≥ 10⁷: e^10⁷ is beyond 10^4,000,000, and nothing has to be computed.
  private static func saturatedExponential(_ x: Decimal38) -> Decimal38? {
    guard x.isFinite, !x.isZero, x.exponent + String(x.significand).count > 7 else { return nil }
    return x.isNegative ? .zero : .infinity
  }

  private enum Elementary { case exp, expMinusOne, log, logOnePlus, log2, log10 }

  /// Ziv's loop over 38 digits. It ends: the rational values of these functions at rational
  /// arguments are at 0 for the exponentials, at 1 for the logarithms, and at the powers of the
  /// base, and those the ball gives exactly or `exactLogarithm` answers; every other value is
  /// irrational (Hermite–Lindemann; Gelfond–Schneider for the bases), so no tie.
  private static func rounded(
    _ x: Decimal38, _ function: (Ball) -> Ball, _ name: Elementary
  ) -> Decimal38 {
    if x.isNaN { return x }
    if name == .log2 || name == .log10, let exact = exactLogarithm(x, base: name == .log2 ? 2 : 10)
    {
      return exact
    }
    var precision = 192
    while true {
      let argument: Ball =
        x.isInfinite
        ? (x.isNegative ? -.infinity : .infinity)
        : Ball(x.value.asRational!, precision: precision)
      if let result = Decimal38(rounding: function(argument)) { return result }
      precision *= 2
    }
  }

  /// The logarithm of a whole power of the base.
  private static func exactLogarithm(_ x: Decimal38, base: Int) -> Decimal38? {
    guard case .finite(let value) = x.value, value.signum > 0 else { return nil }
    if base == 10 { return x.significand == 1 ? Decimal38(x.exponent) : nil }
    let (n, d) = (value.numerator.magnitude, value.denominator)
    guard n.isPowerOfTwo && d.isPowerOfTwo else { return nil }
    return Decimal38(n.bitWidth - d.bitWidth)
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
