extension Decimal38 {
  /// Whether one number lies below another; false if either is NaN.
  public static func < (a: Decimal38, b: Decimal38) -> Bool {
    if a.isNaN || b.isNaN { return false }
    if a.signum != b.signum { return a.signum < b.signum }
    if a.isInfinite || b.isInfinite { return a.isInfinite == a.isNegative && a != b }
    if a.exponent == b.exponent || a.isZero {
      return a.isNegative ? b.significand < a.significand : a.significand < b.significand
    }
    // Both with 38 digits: the exponents decide, or the digits.
    let tens = PowersOfTen.shared
    let (p, q) = (
      digitCount &- digitCount(of: a.significand, tens),
      digitCount &- digitCount(of: b.significand, tens)
    )
    let gap = (a.exponent &- p) &- (b.exponent &- q)
    if gap != 0 { return (gap < 0) != a.isNegative }
    let (x, y) = (a.significand &* tens.shortPower(p), b.significand &* tens.shortPower(q))
    return a.isNegative ? y < x : x < y
  }

  private var signum: Int { isZero ? 0 : isNegative ? -1 : 1 }
}
