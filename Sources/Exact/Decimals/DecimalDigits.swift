/// A number of so many significant decimal digits: ± `digits` × 10^`exponent`.
public struct DecimalDigits: Sendable, Hashable {
  /// Whether the number is below zero.
  public let isNegative: Bool
  /// All significant digits as one whole number; zero for zero.
  public let digits: Natural
  /// The power of ten of the last digit.
  public let exponent: Integer

  init(isNegative: Bool, digits: Natural, exponent: Integer) {
    (self.isNegative, self.digits, self.exponent) = (isNegative, digits, exponent)
  }

  /// Zero, without digits.
  public static let zero = DecimalDigits(isNegative: false, digits: .zero, exponent: 0)

  /// The number of `count` digits nearest to a rational one, ties to the even last digit.
  public init(rounding value: Rational, count: Int) {
    self.init(rounding: value, count: count, direction: 0)
  }

  /// The rounding of `value` + ε·`direction` for an ε too small to matter but for a tie.
  init(rounding value: Rational, count: Int, direction: Int) {
    if value.isZero {
      self = .zero
      return
    }
    let size = value.magnitude
    // size > 2^bits, and log₁₀ 2 = 0.30102999566…: the guess is never too large, and it rises to the
    // exponent that leaves `count` digits.
    let bits = size.numerator.magnitude.bitWidth - size.denominator.bitWidth - 1
    let logarithm =
      bits >= 0 ? bits * 3_010_299_956 / 10_000_000_000 : bits * 30103 / 100_000 - 1
    var exponent = logarithm - count + 1
    while true {
      let scale = Natural.powerOfTen(abs(exponent))
      let top = exponent >= 0 ? size.numerator.magnitude : size.numerator.magnitude * scale
      let bottom = exponent >= 0 ? size.denominator * scale : size.denominator
      var (quotient, remainder) = top.quotientAndRemainder(dividingBy: bottom)
      let limit = Natural.powerOfTen(count)
      if quotient >= limit {
        exponent += 1
        continue
      }
      let twice = remainder << 1
      let outward = value.isNegative ? -direction : direction
      if twice > bottom
        || (twice == bottom && (outward > 0 || (outward == 0 && quotient.isOdd)))
      {
        quotient = quotient + .one
      }
      if quotient == limit { (quotient, exponent) = (.powerOfTen(count - 1), exponent + 1) }
      self.init(isNegative: value.isNegative, digits: quotient, exponent: Integer(exponent))
      return
    }
  }

  /// The number of `count` digits nearest to every number of the ball; nil if they do not agree.
  public init?(rounding ball: Ball, count: Int) {
    guard ball.isFinite else { return nil }
    let (low, high) = (ball.lower, ball.upper)
    if low.isZero && high.isZero {
      self = .zero
      return
    }
    guard low.signum == high.signum, low.signum != 0 else { return nil }
    let reach = Integer(200_000)
    if max(high.top, low.top) > reach || min(high.top, low.top) < -reach {
      self.init(scaling: ball, count: count)
      return
    }
    let rounded = DecimalDigits(rounding: low.asRational, count: count)
    guard rounded == DecimalDigits(rounding: high.asRational, count: count) else { return nil }
    self = rounded
  }

  /// For exponents too large to be written out: the ball is first divided by a power of ten, itself
  /// a ball.
  private init?(scaling ball: Ball, count: Int) {
    let top = ball.midpoint.top
    // top·log₁₀ 2, cut, is a decimal exponent near enough; the quotient is then an ordinary number
    // whose digits are formed as usual.
    let ratio = Constants.log2(bits: top.magnitude.bitWidth + 64)
    let ten = Constants.log10(bits: top.magnitude.bitWidth + 64)
    let (power, _) = (top * Integer(magnitude: ratio)).flooredQuotientAndRemainder(dividingBy: ten)
    let precision = ball.precision + power.magnitude.bitWidth + 16
    let scale = Ball.exp(
      Ball(midpoint: Dyadic(power), precision: precision)
        * Ball.logOfTen(precision: precision + power.magnitude.bitWidth))
    guard let quotient = DecimalDigits(rounding: ball / scale, count: count) else { return nil }
    self.init(
      isNegative: quotient.isNegative, digits: quotient.digits, exponent: quotient.exponent + power)
  }

  /// The value as a rational number.
  /// - Precondition: the exponent fits in an `Int`, and the value in memory.
  public var asRational: Rational {
    let power = exponent.asInt!
    let ten = Natural.powerOfTen(abs(power))
    let sign = Integer(isNegative: isNegative, magnitude: digits)
    return power >= 0
      ? Rational(sign * Integer(magnitude: ten)) : Rational(sign, ten)
  }
}

extension DecimalDigits: CustomStringConvertible {
  /// As a person writes it: plain from 10⁻⁵ up to the number of digits, else with an exponent.
  public var description: String {
    if digits.isZero { return "0" }
    let text = digits.description
    let sign = isNegative ? "-" : ""
    let pointExponent = exponent + Integer(text.count - 1)
    if let point = pointExponent.asInt, point >= -5, point < max(21, text.count + 1) {
      if point < 0 { return sign + "0." + String(repeating: "0", count: -point - 1) + text }
      if point + 1 >= text.count {
        return sign + text + String(repeating: "0", count: point + 1 - text.count)
      }
      return sign + text.prefix(point + 1) + "." + text.dropFirst(point + 1)
    }
    let fraction = text.count > 1 ? "." + text.dropFirst() : ""
    return sign + text.prefix(1) + fraction + "e" + pointExponent.description
  }
}

extension DecimalDigits {
  /// Reads a decimal number, keeping as many digits as it shows.
  public init?(_ text: some StringProtocol) {
    guard let value = Rational(text) else { return nil }
    let mantissa = text.prefix { $0 != "e" && $0 != "E" }
    let digits = mantissa.filter(\.isNumber).drop { $0 == "0" }
    self.init(rounding: value, count: Swift.max(1, digits.count))
  }
}

extension DecimalDigits {
  /// The same number without the zeros at its end.
  public var trimmed: DecimalDigits {
    let text = digits.description
    let kept = text.reversed().drop { $0 == "0" }.count
    guard kept > 0, kept < text.count else { return self }
    return DecimalDigits(
      isNegative: isNegative, digits: Natural(decimal: text.prefix(kept))!,
      exponent: exponent + Integer(text.count - kept))
  }
}
