extension Ball {
  /// exp(x).
  ///
  /// Error rule: exp(a ± r) ⊂ exp(a)·(1 ± expm1(r)), and expm1(r) ≤ 2r for r ≤ 1. A wider ball is
  /// enclosed between the exponentials of its ends.
  ///
  /// - Complexity: O(√p) products of p-bit numbers, p the precision plus the length of the
  ///   argument's whole part.
  public static func exp(_ x: Ball) -> Ball {
    if let ball = x.inWords({ .exp($0) }, { .exp($0) }) { return ball }
    return longExponential(x)
  }

  @inline(never)
  private static func longExponential(_ x: Ball) -> Ball {
    if !x.isFinite {
      return x.isNegativeInfinity ? Ball(midpoint: .zero, precision: x.precision) : x
    }
    if x.radius.isZero { return exponential(x.midpoint, precision: x.precision) }
    if x.radius <= .powerOfTwo(0) {
      let centre = exp(x.centre)
      let size = Magnitude(above: centre.midpoint) + centre.radius
      return centre.widened(by: size * x.radius.scaled(by: 1))
    }
    return monotone(x, exp)
  }

  /// exp(x) − 1, with small relative error also near zero.
  public static func expMinusOne(_ x: Ball) -> Ball {
    if let ball = x.inWords({ .expMinusOne($0) }, { .expMinusOne($0) }) { return ball }
    return longExponentialMinusOne(x)
  }

  @inline(never)
  private static func longExponentialMinusOne(_ x: Ball) -> Ball {
    if x.isNegativeInfinity { return Ball(midpoint: Dyadic(-1), precision: x.precision) }
    if !x.isFinite { return x }
    if x.radius.isZero { return exponentialMinusOne(x.midpoint, precision: x.precision) }
    if x.radius > .powerOfTwo(0) { return monotone(x, expMinusOne) }
    let centre = expMinusOne(x.centre)
    // The derivative is exp(x) ≤ exp(a)·e^r, so the error is at most exp(a)·2r.
    let size = Magnitude(above: centre.midpoint) + centre.radius + .powerOfTwo(0)
    return centre.widened(by: size * x.radius.scaled(by: 1))
  }

  /// The enclosure of an increasing function by its values at the ends.
  static func monotone(_ x: Ball, _ function: (Ball) -> Ball) -> Ball {
    let (low, high) = (
      function(Ball(x.lower, .zero, x.precision)), function(Ball(x.upper, .zero, x.precision))
    )
    guard low.isFinite, high.isFinite else { return .unknown(precision: x.precision) }
    return between(low: low.lower, high: high.upper, precision: x.precision)
  }

  /// The longest whole part, in bits, of an argument whose exponential is formed: beyond it the
  /// exponent alone would fill the memory.
  private static let longestArgument = 1 << 15

  /// exp of an exact number: by the tabulated kernel where there is one, else by that without.
  ///
  /// x = n·log 2 + r with 0 ≤ r < log 2, in W bits: the argument is cut (one unit) and n·log 2 is
  /// short by at most |n| units; W exceeds the working length w by the length of n plus 3, so r is
  /// within 1/4 ulp of 2^−w, cut to w bits within 5/4, which moves exp(r) < 2 by less than 3 ulps;
  /// the kernel adds 2. The radius is 6 ulps of 2^−w, and w is at least 8 more than the precision.
  @inline(__always)
  private static func exponential(_ x: Dyadic, precision: Int) -> Ball {
    if let top = x.topPower.asInt, top < 32, top >= -precision / 4 - 8, !x.isZero,
      let count = FixedPoint.Plan.count(forBits: max(precision, leastPrecision))
    {
      return tabulatedExponential(x, count: count, precision: precision)
    }
    return rareExponential(x, precision: precision)
  }

  @inline(never)
  private static func rareExponential(_ x: Dyadic, precision: Int) -> Ball {
    if x.isZero { return Ball(midpoint: .one, precision: precision) }
    let digits = max(precision, leastPrecision)
    let top = x.topPower.asInt
    if x.top < Integer(-precision / 4 - 8) {
      return Ball(midpoint: .one, precision: precision)
        + exponentialMinusOne(x, precision: precision)
    }
    guard let top, top <= longestArgument else {
      // exp(x) < 2^x for negative x: all that is kept of it is that bound.
      guard x.isNegative, let bits = x.top.asInt, bits < 1 << 26 else {
        return .unknown(precision: precision)
      }
      return Ball(
        midpoint: .zero, radius: .powerOfTwo(x.fixedPoint(bits: 0) + 1), precision: precision)
    }
    let working = digits + 8
    let long = working + max(0, top) + 6
    let (n, rest) = x.fixedPoint(bits: long)
      .flooredQuotientAndRemainder(dividingBy: Constants.log2(bits: long))
    let value = FixedPoint.exp(rest >> (long - working), bits: working)
    return Ball(
      midpoint: Dyadic(value, exponent: n - Integer(working)),
      radius: Magnitude(roundingUp: 6, exponent: n - Integer(working)), precision: precision)
  }

  /// exp(x) − 1 of an exact number: the Taylor series for tiny arguments, else the exponential
  /// with as many bits more as the subtraction can cancel.
  private static func exponentialMinusOne(_ x: Dyadic, precision: Int) -> Ball {
    if x.isZero { return Ball(midpoint: .zero, precision: precision) }
    let digits = max(precision, leastPrecision)
    if x.top < Integer(-digits / 4 - 8) {
      // x + x²/2 + … + x⁵/120; what is left out is below |x|⁶/720·(1 + |x|) < |x|⁶.
      let t = Ball(midpoint: x, precision: digits + 8)
      var (term, sum) = (t, t)
      for divisor in 2...5 {
        term = term * t / Ball(divisor)
        sum = sum + term
      }
      let bound = Magnitude.powerOfTwo(x.top)
      let sixth = bound * bound * bound * bound * bound * bound
      return sum.widened(by: sixth).withPrecision(precision)
    }
    let extra = max(0, -(x.top.asInt ?? 0)) + 8
    let value = exp(Ball(x, .zero, digits + extra))
    return (value - Ball(1)).withPrecision(precision)
  }
}
