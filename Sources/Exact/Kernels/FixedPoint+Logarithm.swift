extension FixedPoint {
  /// The most ulps by which `log` errs, either way.
  static let logMaxError = 2

  /// log(m) for m = `argument` / 2^`bits` in [1, 2).
  ///
  /// From an approximation y of the logarithm and E = exp(y), with z = (m − E)/(m + E):
  /// log m = y + 2·artanh z, whose series ends after a few terms since |z| is small. In W = bits + 8
  /// working bits.
  ///
  /// Error, in working ulps. It does not matter how good y is: y is used exactly. E falls short by
  /// at most 2 (`expMaxError`), relative to E ≥ 1, hence log E by at most 2. The division is cut:
  /// 1, doubled 2. The powers of z: z² is cut (1), each further power is cut (1) and its error is
  /// multiplied by z² ≤ 1/9, so each power errs by less than 2, its quotient by an odd number ≥ 3
  /// by less than 2/3 + 1 < 2; doubled 4 a term. The first term left out is below 1 (it was cut to
  /// zero, so below 3), and with the rest below 4; doubled 8. T terms after the first: the sum is
  /// 2 + 2 + 4T + 8.
  ///
  /// |z| ≤ |log m − log E|/2. With y from a word (within 2^−60, and cut to W bits), that is less than
  /// 2^−57 + 2^(1−W): z³ is cut to zero for W < 150, else (2T + 1)·56 < W ≤ 776 and T ≤ 6. With y
  /// from a third of the bits, |z| < 2^(3 − bits/3) and T ≤ 4. In all below 128 = half an ulp of
  /// 2^−bits; rounding to nearest adds half an ulp; the total is ≤ 2 with room.
  static func log(_ argument: Natural, bits: Int) -> Natural {
    precondition(argument.bitWidth == bits + 1, "log takes a number from 1 to 2")
    let working = bits + 8
    let m = argument << 8
    let y =
      bits <= longestFromWord
      ? Natural(wordLogarithm((argument >> (bits - 63)).asUInt64!)) >> (64 - working)
      : roughLogarithm(argument, bits: bits) << 8
    let e = exp(y, bits: working)
    let isBelow = m < e
    let difference = isBelow ? e - m : m - e
    let z = (difference << working) / (m + e)
    let square = (z * z) >> working
    var (sum, power, index) = (z, z, UInt64(1))
    while true {
      power = (power * square) >> working
      index += 2
      let term = power.quotientAndRemainder(dividingBy: index).0
      if term.isZero { break }
      sum = sum + term
    }
    let correction = sum << 1
    // A correction below −y can only be rounding round zero: log m ≥ 0.
    let total = isBelow ? (y > correction ? y - correction : .zero) : y + correction
    return (total + Natural(128 as UInt64)) >> 8
  }

  /// The longest logarithm that starts from a word; with more terms it would need the room that the
  /// error bound leaves.
  private static let longestFromWord = 768

  /// log m to a third of the bits, in all of them.
  private static func roughLogarithm(_ argument: Natural, bits: Int) -> Natural {
    let few = bits / 3 + 8
    return log(argument >> (bits - few), bits: few) << (bits - few)
  }

  /// log(m) in units of 2^−64, within 16 of them, for m = `argument` / 2^63 in [1, 2).
  ///
  /// z = (m − 1)/(m + 1) ≤ 1/3, and 2·artanh z = 2z(1 + z²(1/3 + z²(1/5 + …))) by Horner's scheme
  /// up to 1/37; the first term left out is below 2^−64. z, whose divisor is cut to a word, errs by
  /// less than 1 unit and z² by less than 2. A step adds less than 4 (two cuts, and the error of z²
  /// times a sum below 1/2) to a ninth of the error before it: less than 5, times z³ and with two
  /// cuts more less than 3. With z's own, doubled, that is less than 10; what the caller cut off m
  /// is 2.
  private static func wordLogarithm(_ argument: UInt64) -> UInt64 {
    let fraction = argument & ~(1 << 63)
    let z = ((argument >> 1) + 1 << 62).dividingFullWidth((fraction >> 1, fraction << 63)).quotient
    let square = z.multipliedFullWidth(by: z).high
    var sum: UInt64 = 0
    for divisor in stride(from: 37 as UInt64, through: 3, by: -2) {
      sum = sum.multipliedFullWidth(by: square).high + UInt64.max / divisor
    }
    return 2 * (z + z.multipliedFullWidth(by: sum.multipliedFullWidth(by: square).high).high)
  }
}
