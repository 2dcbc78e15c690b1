extension Pair {
  /// x = 2^E·m with m in [0.7, 1.42), cut into 256 stretches, one of which has 1 in its middle. With
  /// the table's a, of 12 digits, near 1/m: log x = E·log 2 − log a + log(1 + r), r = m·a − 1,
  /// |r| < 2^−8.8. So that the products are exact, m is cut in two: r = r₁ + r₂ is exact, r₂ at most
  /// u·|r₁|. Next to 1, where E and log a are zero, r = x − 1 is one double.
  ///
  /// E·log 2 − log a has its digits down to 2^−42 in the first summand, which is exact, and is added
  /// exactly to r₁, the smaller one, or alone; `rests` is of what is left out here, and below 2^−43.
  @inline(__always)
  private static func reduced(
    _ x: Lanes, _ table: PairTable
  ) -> (whole: Lanes, r: Pair, sum: Pair, rests: Lanes) {
    let (power, m, entry) = Lanes.stretch(x, table)
    let r = exactSum(m.head * entry.factor - Lanes(all: 1), m.rest * entry.factor)
    let whole = power * Lanes(all: table.logOfTwo.head) + entry.head
    let constants = power * Lanes(all: table.logOfTwo.rest) + entry.rest
    return (whole, r, exactSum(large: whole, small: r.head), constants + r.rest)
  }

  /// log x for a normal positive x, and a bound on its error, 2^−77 or less next to 1.
  ///
  /// With r as above, h its leading 26 digits and t = r − h, |t| < 2^−25·|r|,
  ///
  ///     log(1 + r) = r − h²/2 − t(h + t/2) + r³·(1/3 − r/4 + r²/5 − r³/6 + r⁴/7 − r⁵/8):
  ///
  /// h² is exact, and exactly added to the sum; the other terms, below 2^−27 with the rests, are
  /// rounded, and so are their five sums, to 2^−79.5 altogether. The cubic is off by 4u of itself,
  /// 2^−79, by 3·r²·r₂/3, 2^−79.4, and by the term left out, 2^−82: together below 2^−77.
  ///
  /// Next to 1 the first summand is zero, and r₂: then what is wrong is in the cubic, |r|³·2^−51, in
  /// t(h + t/2), r²·2^−78, and in the sums, u times those and u²|r|.
  @inline(__always)
  static func logarithm(_ x: Lanes, _ table: PairTable) -> (value: Pair, error: Lanes) {
    let (whole, r, sum, rests) = reduced(x, table)
    let h = r.head.leadingDigits
    let t = (r.head - h) + r.rest
    let half = Lanes(all: 0.5)
    let second = exactSum(large: sum.head, small: Lanes(all: -0.5) * (h * h))
    let square = r.head * r.head
    let low = Lanes(all: 1.0 / 3) - r.head * Lanes(all: 0.25)
    let middle = Lanes(all: 0.2) - r.head * Lanes(all: 1.0 / 6)
    let high = Lanes(all: 1.0 / 7) - r.head * Lanes(all: 0.125)
    let cubic = (square * r.head) * (low + square * (middle + square * high))
    let rest = (sum.rest + second.rest) + (rests + (cubic - t * (h + half * t)))
    let size = r.head.magnitudes
    let near = square * (size * Lanes(all: 0x1p-50) + Lanes(all: 0x1p-77))
    return (
      Pair(head: second.head, rest: rest),
      near + (size * Lanes(all: 0x1p-104) + whole.unlessZero(0x1p-77))
    )
  }

  /// The same in fewer operations, its error 2^−68 or less next to 1.
  ///
  /// To the rest comes
  ///
  ///     r²·q = r²·(−1/2 + r/3 − r²/4 + r³/5 − r⁴/6 + r⁵/7)
  ///
  /// with an error of 4u·r²/2 of its own; the product r₁r₂ that is left out, the next term, r⁸/8, and
  /// three sums below 2^−18 bring it below 2^−68.
  ///
  /// Next to 1 all that is wrong is in r²·q, below r²·2^−51. Another u·r²/2 is for what a margin costs
  /// that is put to the rest.
  @inline(__always)
  static func roughLogarithm(_ x: Lanes, _ table: PairTable) -> (value: Pair, error: Lanes) {
    let (whole, r, sum, rests) = reduced(x, table)
    let square = r.head * r.head
    let low = Lanes(all: -0.5) + r.head * Lanes(all: 1.0 / 3)
    let middle = Lanes(all: -0.25) + r.head * Lanes(all: 0.2)
    let high = Lanes(all: -1.0 / 6) + r.head * Lanes(all: 1.0 / 7)
    let series = square * (low + square * (middle + square * high))
    return (
      Pair(head: sum.head, rest: sum.rest + (rests + series)),
      square * Lanes(all: 0x1p-50) + whole.unlessZero(0x1p-68)
    )
  }
}
