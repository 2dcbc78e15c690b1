// From an enclosure straight to a format: the two ends are rounded, and the result is given only if
// they agree. There is no intermediate format, so nothing is rounded twice.

extension Floating {
  /// The number of `format` nearest to a rational one, ties to the even significand.
  public init(rounding value: Rational, to format: Format) {
    // Cutting the quotient with two digits to spare and a sticky last digit (round to odd) keeps
    // every comparison with a midpoint as it was.
    let shift = max(
      0, format.precision + 4 + value.denominator.bitWidth - value.numerator.magnitude.bitWidth)
    let (quotient, remainder) = (value.numerator.magnitude << shift)
      .quotientAndRemainder(dividingBy: value.denominator)
    let sticky = remainder.isZero ? quotient << 1 : quotient << 1 + .one
    self.init(
      rounding: Dyadic(isNegative: value.isNegative, sticky, exponent: Integer(-shift - 1)),
      to: format)
  }

  /// The number of `format` nearest to a dyadic one, ties to the even significand.
  public init(rounding value: Dyadic, to format: Format) {
    self = Floating.nearest(value, format, direction: 0)
  }

  /// The rounding of `value` + ε·`direction` for an ε too small to matter but for a tie.
  static func nearest(_ value: Dyadic, _ format: Format, direction: Int) -> Floating {
    if value.isZero { return .zero(isNegative: direction < 0, format) }
    guard let top = value.top.asInt, top <= format.greatestExponent + 1 else {
      return value.top.isNegative
        ? .zero(isNegative: value.isNegative, format)
        : .infinity(isNegative: value.isNegative, format)
    }
    // The weight of the last digit kept: fixed below the least normal number.
    let last = max(top - format.precision, format.leastExponent - format.precision + 1)
    if top < last { return .zero(isNegative: value.isNegative, format) }
    let cut = last - value.exponent.asInt!
    var kept: UInt64
    if cut <= 0 {
      kept = (value.significand << -cut).asUInt64!
    } else {
      kept = (value.significand >> cut).asUInt64!
      // Half of the last digit, and something below it or not.
      let half = value.significand.bit(cut - 1)
      let below = value.significand.hasBits(below: cut - 1)
      let outward = value.isNegative ? -direction : direction
      if half && (below || outward > 0 || (outward == 0 && kept & 1 == 1)) { kept += 1 }
    }
    // A carry past the last digit moves the exponent; the pattern's arithmetic does that by itself.
    let unit = UInt64(1) << UInt64(format.precision - 1)
    let biased = last + format.precision - 1 + format.bias
    let pattern = kept < unit ? kept : UInt64(biased - 1) * unit + kept
    let infinity = UInt64(1 << format.exponentWidth - 1) * unit
    if pattern >= infinity { return .infinity(isNegative: value.isNegative, format) }
    return .pattern(value.isNegative, exponent: 0, fraction: pattern, format)
  }

  /// The number of `format` nearest to every number of the ball; nil if they do not agree.
  public init?(rounding ball: Ball, to format: Format) {
    if ball.isNaN {
      self = .nan(format)
    } else if ball.isInfinite {
      self = .infinity(isNegative: ball.isNegativeInfinity, format)
    } else if ball.isUnknown {
      return nil
    } else {
      let low = Floating(rounding: ball.lower, to: format)
      let high = Floating(rounding: ball.upper, to: format)
      if low != high && !(low.isZero && high.isZero) { return nil }
      self = high
    }
  }

  /// The number of `format` nearest to one of the extended line; ties go to the even significand,
  /// beyond the greatest number and half its ulp lies infinity.
  public init(rounding value: Extended, to format: Format) {
    switch value {
    case .nan: self = .nan(format)
    case .infinity(let isNegative): self = .infinity(isNegative: isNegative, format)
    case .finite(let value): self.init(rounding: value, to: format)
    }
  }
}
