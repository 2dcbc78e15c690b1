// The four operations on balls. Each comment gives the error rule: a, b are midpoints, r, s radii.

extension Ball: Equatable {
  /// Whether two balls are the same set of numbers; NaN equals NaN here.
  public static func == (a: Ball, b: Ball) -> Bool {
    a.special == b.special && a.midpoint == b.midpoint && a.radius == b.radius
  }
}

extension Ball {
  /// The number with the other sign; the radius stays.
  public static prefix func - (a: Ball) -> Ball {
    if a.isPositiveInfinity { return .negativeInfinity.withPrecision(a.precision) }
    if a.isNegativeInfinity { return .infinity.withPrecision(a.precision) }
    return a.isFinite ? Ball(midpoint: -a.midpoint, radius: a.radius, precision: a.precision) : a
  }

  /// Error rule: (a ± r) + (b ± s) ⊂ (a + b) ± (r + s).
  public static func + (a: Ball, b: Ball) -> Ball {
    let precision = max(a.precision, b.precision)
    if a.isNaN || b.isNaN { return .nan }
    if a.isUnknown || b.isUnknown { return .unknown(precision: precision) }
    if a.isInfinite || b.isInfinite {
      if a.isInfinite && b.isInfinite && a.special != b.special { return .nan }
      return a.isInfinite ? a : b
    }
    return sum(a.midpoint, b.midpoint, radius: a.radius + b.radius, precision: precision)
  }

  /// The difference, by the error rule of the sum.
  public static func - (a: Ball, b: Ball) -> Ball { a + -b }

  /// The sum of two midpoints. A term that lies wholly below the digits kept is put into the
  /// radius instead of being added.
  private static func sum(_ a: Dyadic, _ b: Dyadic, radius: Magnitude, precision: Int) -> Ball {
    if !a.isZero && !b.isZero && precision > 0 {
      let (p, q) = (a.topPower, b.topPower)
      let isSwapped = p < q
      let width = (isSwapped ? b : a).significand.bitWidth
      if .word(max(precision, width) + 64) < (isSwapped ? q - p : p - q) {
        return Ball(
          midpoint: isSwapped ? b : a, radius: radius + Magnitude(above: isSwapped ? a : b),
          precision: precision)
      }
    }
    return Ball(cut: Dyadic.sum(a, b, bits: precision), radius, precision)
  }

  /// Error rule: |xy − ab| ≤ |a|s + |b|r + rs.
  public static func * (a: Ball, b: Ball) -> Ball {
    let precision = max(a.precision, b.precision)
    if a.isNaN || b.isNaN { return .nan }
    if a.isInfinite || b.isInfinite {
      guard let p = a.sign, let q = b.sign else { return .unknown(precision: precision) }
      return p * q == 0 ? .nan : p * q > 0 ? .infinity : .negativeInfinity
    }
    // Nothing is known of an unknown factor, not even that it is finite: no exception for zero.
    if a.isUnknown || b.isUnknown { return .unknown(precision: precision) }
    let radius =
      a.radius.isZero && b.radius.isZero
      ? Magnitude.zero
      : Magnitude(above: a.midpoint) * b.radius + Magnitude(above: b.midpoint) * a.radius
        + a.radius * b.radius
    return Ball(
      cut: Dyadic.product(a.midpoint, b.midpoint, bits: precision), radius, precision)
  }

  /// Error rule, with q = a/b: |x/y − q| ≤ (r + |q|s) / (|b| − s), unknown where s may reach |b|.
  ///
  /// An exact zero divides as the limit from above: 1/0 is infinite, 0/0 NaN.
  public static func / (a: Ball, b: Ball) -> Ball {
    let precision = max(a.precision, b.precision)
    if a.isNaN || b.isNaN { return .nan }
    if a.isUnknown || b.isUnknown { return .unknown(precision: precision) }
    if b.isInfinite { return a.isInfinite ? .nan : Ball(midpoint: .zero, precision: precision) }
    if b.isZero || a.isInfinite {
      guard let p = a.sign, let q = b.sign else { return .unknown(precision: precision) }
      if p == 0 { return .nan }
      return p * (q < 0 ? -1 : 1) > 0 ? .infinity : .negativeInfinity
    }
    let denominator = Magnitude.LowerBound(below: b.midpoint, minus: b.radius)
    if denominator.significand == 0 { return .unknown(precision: precision) }
    if a.isZero { return Ball(midpoint: .zero, precision: precision) }
    let quotient = midpointQuotient(a.midpoint, b.midpoint, precision: precision)
    if a.radius.isZero && b.radius.isZero { return quotient }
    let error = a.radius + (Magnitude(above: quotient.midpoint) + quotient.radius) * b.radius
    return quotient.widened(by: error / denominator)
  }

  /// The quotient of two midpoints, exact where it ends within the digits kept.
  private static func midpointQuotient(_ a: Dyadic, _ b: Dyadic, precision: Int) -> Ball {
    let digits = max(precision, leastPrecision) + 2
    let quotient = Dyadic.quotient(a, b, digits: digits, bits: precision)
    // Cut off: less than one unit of the quotient's last place.
    return Ball(
      cut: quotient.cut, quotient.isExact ? .zero : .powerOfTwo(quotient.unit), precision)
  }

  /// A whole power, with 0⁰ = 1, by repeated squaring: the error rule is that of the product.
  public func power(_ exponent: Int) -> Ball {
    if exponent < 0 { return Ball(midpoint: .one, precision: precision) / power(-exponent) }
    var (result, base, rest) = (Ball(midpoint: .one, precision: precision), self, exponent)
    if isNaN { return exponent == 0 ? result : .nan }
    while rest > 0 {
      if rest & 1 == 1 { result = result * base }
      rest >>= 1
      if rest > 0 { base = base * base }
    }
    return result
  }

  /// The larger of two: every number of the result is the larger of a pair. NaN stays NaN.
  public static func larger(_ a: Ball, _ b: Ball) -> Ball {
    if a.isNaN || b.isNaN { return .nan }
    if a.isPositiveInfinity || b.isNegativeInfinity { return a }
    if b.isPositiveInfinity || a.isNegativeInfinity { return b }
    let precision = max(a.precision, b.precision)
    if a.isUnknown || b.isUnknown { return .unknown(precision: precision) }
    if a.lower >= b.upper { return a }
    if b.lower >= a.upper { return b }
    return .between(
      low: max(a.lower, b.lower), high: max(a.upper, b.upper), precision: precision)
  }

  /// The smaller of two: every number of the result is the smaller of a pair. NaN stays NaN.
  public static func smaller(_ a: Ball, _ b: Ball) -> Ball { -larger(-a, -b) }

  /// The order of two numbers; nil where the balls leave it open, or one is NaN.
  public static func compare(_ a: Ball, _ b: Ball) -> Int? {
    if a.isNaN || b.isNaN || a.isUnknown || b.isUnknown { return nil }
    if a.isInfinite || b.isInfinite {
      if a.special == b.special { return 0 }
      return a.isPositiveInfinity || b.isNegativeInfinity ? 1 : -1
    }
    if a.isExact && b.isExact {
      return a.midpoint < b.midpoint ? -1 : b.midpoint < a.midpoint ? 1 : 0
    }
    if a.upper < b.lower { return -1 }
    if b.upper < a.lower { return 1 }
    return nil
  }
}
