extension Pair<Double> {
  /// log x for a normal positive x, and a bound on its error.
  ///
  /// x = 2^E·m with m in [0.7, 1.42), cut into 256 stretches, one of which has 1 in its middle. With
  /// the table's a, of 12 digits, near 1/m: log x = E·log 2 − log a + log(1 + r), r = m·a − 1,
  /// |r| < 2^−8.8. So that the products are exact, m is cut in two: r = r₁ + r₂ is exact.
  ///
  /// E·log 2 − log a has its digits down to 2^−42 in the first summand, which is exact, and is added
  /// exactly to r₁, the smaller one, or alone. To the rest comes
  ///
  ///     r²·q = r²·(−1/2 + r/3 − r²/4 + r³/5 − r⁴/6 + r⁵/7)
  ///
  /// with an error of 4u·r²/2 of its own; the product r₁r₂ that is left out, the next term, r⁸/8, and
  /// three sums below 2^−18 bring it below 2^−68.
  ///
  /// Next to 1 the first summand is zero and r = x − 1 one double: then all that is wrong is in r²·q,
  /// below r²·2^−51. Another u·r²/2 is for what a margin costs that is put to the rest.
  @inline(__always)
  static func logarithm(_ x: Double, _ table: PairTable) -> (value: Pair, error: Double) {
    let bits = x.bitPattern
    // 1 less 150 stretches and a half.
    let place = bits &- 0x3FE6_9800_0000_0000
    let power = Double(Int64(bitPattern: place) &>> 52)
    let m = bits &- (place & 0xFFF0_0000_0000_0000)
    let entry = table.logarithm(Int(truncatingIfNeeded: place &>> 44) & 255)
    let upper = Double(bitPattern: m & ~0x1FFF)
    let first = upper * entry.factor - 1
    let r = exactSum(first, (Double(bitPattern: m) - upper) * entry.factor)
    let square = r.head * r.head
    let low = -0.5 + r.head * (1.0 / 3)
    let middle = -0.25 + r.head * 0.2
    let high = -1.0 / 6 + r.head * (1.0 / 7)
    let series = square * (low + square * (middle + square * high))
    let whole = power * table.logOfTwo.head + entry.head
    let sum = exactSum(large: whole, small: r.head)
    let constants = power * table.logOfTwo.rest + entry.rest
    return (
      Pair(head: sum.head, rest: sum.rest + (constants + (r.rest + series))),
      square * 0x1p-50 + (whole == 0 ? 0 : 0x1p-68)
    )
  }
}
