import Exact

/// A closed interval of rational numbers: the slow, independent way to a certified value.
///
/// Everything is a series over exact rationals, whose ends are moved outwards to multiples of
/// 2^−`bits` so that they stay short. Nothing here knows of balls, kernels or constants.
struct Interval {
  var low: Rational
  var high: Rational

  init(_ low: Rational, _ high: Rational) { (self.low, self.high) = (low, high) }
  init(_ value: Rational) { self.init(value, value) }

  func rounded(_ bits: Int) -> Interval {
    let scale = Rational.powerOfTwo(bits)
    let (below, above) = ((low * scale).floor, -(Rational(0) - high * scale).floor)
    return Interval(Rational(below) / scale, Rational(above) / scale)
  }

  static func + (a: Interval, b: Interval) -> Interval { Interval(a.low + b.low, a.high + b.high) }
  static func - (a: Interval, b: Interval) -> Interval { Interval(a.low - b.high, a.high - b.low) }

  static func * (a: Interval, b: Interval) -> Interval {
    let ends = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high]
    return Interval(ends.min()!, ends.max()!)
  }

  /// For a divisor that is positive.
  static func / (a: Interval, b: Interval) -> Interval {
    a * Interval(b.high.reciprocal, b.low.reciprocal)
  }
}

enum Oracle {
  /// exp(x): halved until it is below 1/2, the Taylor series with its remainder, squared again.
  static func exp(_ x: Rational, bits: Int) -> Interval {
    var (reduced, halvings) = (x, 0)
    while reduced.magnitude > Rational(1, 2) {
      (reduced, halvings) = (reduced * Rational(1, 2), halvings + 1)
    }
    let working = bits + 3 * halvings + 32 + max(0, (-x).floor.asInt! * 2)
    let step = Interval(reduced).rounded(working + 64)
    var (sum, term, index) = (Interval(1), Interval(1), 0)
    while true {
      index += 1
      term = (term * step * Interval(Rational(1, index))).rounded(working)
      sum = sum + term
      // The rest is below twice the next term, itself below this one.
      let size = max(term.low.magnitude, term.high.magnitude)
      if size <= .powerOfTwo(1 - working) {
        let rest = size * 2
        sum = sum + Interval(-rest, rest)
        break
      }
    }
    for _ in 0..<halvings { sum = (sum * sum).rounded(working) }
    return sum
  }

  /// log(x) for x > 0: x = 2^n·m, log m = 2·artanh((m − 1)/(m + 1)), log 2 = 2·artanh(1/3).
  static func log(_ x: Rational, bits: Int) -> Interval {
    var n = x.numerator.magnitude.bitWidth - x.denominator.bitWidth
    var m = x * .powerOfTwo(-n)
    while m > Rational(4, 3) { (m, n) = (m * Rational(1, 2), n + 1) }
    while m < Rational(2, 3) { (m, n) = (m * 2, n - 1) }
    let fraction = inverseTangent((m - 1) / (m + 1), bits: bits + 8)
    if n == 0 { return fraction }
    return fraction + Interval(Rational(n)) * inverseTangent(Rational(1, 3), bits: bits + 72)
  }

  /// 2·artanh(z) = 2Σ z^(2j+1)/(2j+1) for |z| ≤ 1/3.
  static func inverseTangent(_ z: Rational, bits: Int) -> Interval {
    let working = bits + 32
    let square = Interval(z * z).rounded(working + 64)
    var (power, sum, index) = (Interval(z).rounded(working), Interval(0), 1)
    while true {
      sum = sum + (power * Interval(Rational(1, index))).rounded(working)
      power = (power * square).rounded(working)
      index += 2
      let size = max(power.low.magnitude, power.high.magnitude)
      if size <= .powerOfTwo(1 - working) {
        // The rest: below size·(1 + 1/9 + …).
        let rest = size * 2
        return (sum + Interval(-rest, rest)) * Interval(2)
      }
    }
  }

  /// √x between neighbours 2^−bits apart, by halving.
  static func squareRoot(_ x: Rational, bits: Int) -> Interval {
    let scaled = (x * .powerOfTwo(2 * bits)).floor.magnitude
    var (low, high) = (Natural.zero, Natural.powerOfTwo(scaled.bitWidth / 2 + 1))
    while low + .one < high {
      let middle = (low + high) >> 1
      if middle * middle <= scaled { low = middle } else { high = middle }
    }
    let unit = Rational.powerOfTwo(-bits)
    return Interval(
      Rational(Integer(magnitude: low)) * unit, Rational(Integer(magnitude: high)) * unit)
  }
}

extension Ball {
  /// Whether the interval lies in the ball.
  ///
  /// An exact ball may only be the number that the interval closes in on.
  func contains(_ interval: Interval) -> Bool {
    if isExact && interval.low != interval.high {
      let value = midpoint.asRational
      return interval.low <= value && value <= interval.high
    }
    return contains(interval.low) && contains(interval.high)
  }

  /// Whether the radius is at most 2^−`bits` of the midpoint's magnitude.
  func isAccurate(to bits: Int) -> Bool {
    if !isFinite { return false }
    return isExact || (!midpoint.isZero && radius.top <= midpoint.top - Integer(bits))
  }
}
