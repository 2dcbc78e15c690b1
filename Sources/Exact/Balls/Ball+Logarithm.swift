extension Ball {
  /// log(x), the natural logarithm: −∞ at zero, NaN below.
  ///
  /// Error rule: with r < a, log(a ± r) ⊂ log a ± (−log(1 − r/a)), and −log(1 − t) ≤ 2t for
  /// t ≤ 1/2. A wider ball of positive numbers is enclosed between the logarithms of its ends; one
  /// that may be zero is unknown.
  public static func log(_ x: Ball) -> Ball {
    if let ball = x.inWords({ .log($0) }, { .log($0) }) { return ball }
    return longLogarithm(x)
  }

  @inline(never)
  private static func longLogarithm(_ x: Ball) -> Ball {
    if !x.isFinite { return x.isNegativeInfinity ? .nan : x }
    if x.radius.isZero { return logarithm(x.midpoint, precision: x.precision) }
    guard let sign = x.sign else { return .unknown(precision: x.precision) }
    if sign < 0 { return .nan }
    let ratio = x.radius / Magnitude.LowerBound(below: x.midpoint)
    if ratio > .powerOfTwo(-1) { return monotone(x) { log($0) } }
    return log(x.centre).widened(by: ratio.scaled(by: 1))
  }

  /// log(1 + x), with small relative error also near zero: −∞ at −1, NaN below.
  public static func log(onePlus x: Ball) -> Ball {
    if let ball = x.inWords({ .log(onePlus: $0) }, { .log(onePlus: $0) }) { return ball }
    return longLogarithmOfOnePlus(x)
  }

  @inline(never)
  private static func longLogarithmOfOnePlus(_ x: Ball) -> Ball {
    if !x.isFinite { return x.isNegativeInfinity ? .nan : x }
    if x.radius.isZero { return logarithmOfOnePlus(x.midpoint, precision: x.precision) }
    // With r < 1 + a: |log(1+a±r) − log(1+a)| ≤ −log(1 − r/(1+a)).
    let base = x.midpoint.isZero ? .one : nearOne(x.midpoint)
    let ratio = x.radius / Magnitude.LowerBound(below: base)
    if base.signum <= 0 || ratio > .powerOfTwo(-1) {
      return log(Ball(midpoint: .one, precision: x.precision) + x)
    }
    return log(onePlus: x.centre).widened(by: ratio.scaled(by: 1))
  }

  /// A lower bound on 1 + a that is cheap to form whatever the exponent of a.
  private static func nearOne(_ a: Dyadic) -> Dyadic {
    if a.top < -64 { return Dyadic(Natural(UInt64(1) << 63 - 1), exponent: -63) }
    if a.top > 64 { return a }
    return .one + a
  }

  /// The logarithm to base 2, exact for powers of two.
  public static func log2(_ x: Ball) -> Ball {
    if x.isExact && x.midpoint.signum > 0 && x.midpoint.significand.isOne {
      return Ball(midpoint: Dyadic(x.midpoint.exponent), precision: x.precision)
    }
    return log(x) / logOfTwo(precision: x.precision + 8).withPrecision(x.precision)
  }

  /// The logarithm to base 10.
  public static func log10(_ x: Ball) -> Ball {
    log(x) / logOfTen(precision: x.precision + 8).withPrecision(x.precision)
  }

  /// log of an exact positive number: by the tabulated kernel where there is one, else by that
  /// without.
  ///
  /// x = 2^n·m with 1 ≤ m < 2: log x = log m + n·log 2. Near 1 the sum may cancel; there w, the
  /// working length, is longer by c + 1 where |x − 1| ≥ 2^−c, so that w bits after the point leave
  /// the precision asked for. The significand is cut to w bits (1 ulp of 2^−w, which moves the
  /// logarithm by no more); the kernel errs by 2; n·log 2 is off by |n| units of a length that
  /// makes them less than 1/2, and is cut (1). The radius is 5 ulps.
  @inline(__always)
  private static func logarithm(_ x: Dyadic, precision: Int) -> Ball {
    if let top = x.topPower.asInt, top.magnitude < 1 << 31, x.signum > 0 {
      // |x − 1| ≥ 2^−(zeros + 1), and the logarithm has at least half of that.
      let zeros =
        top == 1
        ? (x.significand.leadingLimb << 1).leadingZeroBitCount
        : top == 0 ? (~x.significand.leadingLimb).leadingZeroBitCount : 0
      let digits = max(precision, leastPrecision) &+ zeros &+ 2
      if zeros < 32, let count = FixedPoint.Plan.count(forBits: digits) {
        return tabulatedLogarithm(x, top: top, count: count, precision: precision)
      }
    }
    return rareLogarithm(x, precision: precision)
  }

  @inline(never)
  private static func rareLogarithm(_ x: Dyadic, precision: Int) -> Ball {
    if x.signum <= 0 { return x.isZero ? .negativeInfinity : .nan }
    let digits = max(precision, leastPrecision)
    let n = x.top - 1
    if x == .one { return Ball(midpoint: .zero, precision: precision) }
    var closeness = 0
    if n == 0 || n == -1 {
      let difference = x - .one
      if difference.top < Integer(-precision / 4 - 8) {
        return logarithmOfOnePlus(difference, precision: precision)
      }
      closeness = max(0, 1 - difference.top.asInt!)
      if let count = FixedPoint.Plan.count(forBits: digits + closeness) {
        return tabulatedLogarithm(x, top: x.top.asInt!, count: count, precision: precision)
      }
    }
    let working = digits + closeness + 8
    let m = x.scaled(by: -n).fixedPoint(bits: working).magnitude
    let long = working + n.magnitude.bitWidth + 1
    let whole = n * Integer(magnitude: Constants.log2(bits: long))
    let (multiple, _) = whole.flooredQuotientAndRemainder(dividingBy: .powerOfTwo(long - working))
    let value = Integer(magnitude: FixedPoint.log(m, bits: working)) + multiple
    return Ball(
      midpoint: Dyadic(isNegative: value.isNegative, value.magnitude, exponent: Integer(-working)),
      radius: Magnitude(roundingUp: 5, exponent: Integer(-working)), precision: precision)
  }

  /// log(1 + x) of an exact number: the Taylor series for tiny arguments.
  private static func logarithmOfOnePlus(_ x: Dyadic, precision: Int) -> Ball {
    if x.isZero { return Ball(midpoint: .zero, precision: precision) }
    let digits = max(precision, leastPrecision)
    if x.top < Integer(-digits / 4 - 8) {
      // x − x²/2 + x³/3 − x⁴/4 + x⁵/5; what is left out is below |x|⁶/6·(1 + 2|x|) < |x|⁶.
      let t = Ball(midpoint: x, precision: digits + 8)
      var (power, sum) = (t, t)
      for divisor in 2...5 {
        power = power * -t
        sum = sum + power / Ball(divisor)
      }
      let bound = Magnitude.powerOfTwo(x.top)
      let sixth = bound * bound * bound * bound * bound * bound
      return sum.widened(by: sixth).withPrecision(precision)
    }
    if x.top > Integer(4 * digits) {
      return log(Ball(midpoint: .one, precision: digits + 8) + Ball(midpoint: x, precision: 0))
        .withPrecision(precision)
    }
    return log(Ball(.one + x, .zero, digits)).withPrecision(precision)
  }

  /// The square root: NaN below zero, unknown where the ball may be negative.
  ///
  /// Error rule: |√y − √a| ≤ r/√a for |y − a| ≤ r ≤ a.
  public static func squareRoot(_ x: Ball) -> Ball {
    if !x.isFinite { return x.isNegativeInfinity ? .nan : x }
    if x.isZero { return x }
    guard let sign = x.sign else { return .unknown(precision: x.precision) }
    if sign < 0 { return .nan }
    let a = x.midpoint
    // An even exponent, and twice the digits wanted under the root.
    var shift = max(0, 2 * x.precision + 4 - a.significand.bitWidth)
    if (a.exponent - Integer(shift)).magnitude.isOdd { shift += 1 }
    let scaled = a.significand << shift
    let root = scaled.root(2)
    let (half, _) = (a.exponent - Integer(shift)).flooredQuotientAndRemainder(dividingBy: 2)
    let isExact = root * root == scaled
    let centre = Ball(
      midpoint: Dyadic(root, exponent: half), radius: isExact ? .zero : .powerOfTwo(half),
      precision: x.precision)
    if x.radius.isZero { return centre }
    return centre.widened(by: x.radius / Magnitude.LowerBound(below: centre.midpoint))
  }
}
