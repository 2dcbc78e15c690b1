/// The exponential and the logarithm of fixed-point numbers: whole numbers of units 2^−bits.
///
/// The two kernels under everything else. Each states its error in units of the last place (ulps,
/// here 2^−`bits`) as a constant, argued beside the code and attacked by a test.
enum FixedPoint {
  /// The most ulps by which `exp` falls short; it never exceeds the true value.
  static let expMaxError = 2

  /// exp(x) for x = `argument` / 2^`bits` in [0, 1).
  ///
  /// The Taylor series at x/2^k, then k squarings, in W = bits + k + |bits| + 8 working bits, where
  /// |n| is the length of n. All roundings are downwards, so the result is never too large.
  ///
  /// Error, in working ulps (2^−W). X = x/2^k ≤ 1/2 is exact, since W − bits ≥ k. Term j is made
  /// from term j−1 by a product, cut, and a division by j, cut: if term j−1 falls short by e, term
  /// j does by at most (e·X + 1)/j + 1 ≤ e/4 + 3/2 for j ≥ 2 (and not at all for j ≤ 1), so by at
  /// most 2. The sum stops at the first term that is cut to zero; that term is below 1 + 2 and the
  /// later ones together are below it. With N terms the sum therefore falls short by at most
  /// 2N + 6, relative to exp(X) ≥ 1. Each squaring doubles a relative shortfall and the cut adds
  /// at most one ulp, relative to a number ≥ 1: after k squarings at most 2^k(2N + 7), times
  /// exp(x) < 3 in absolute terms. X < 2^−k makes each term 2^k times smaller than the last, so
  /// N ≤ W/k + 2 ≤ W (k ≥ 2), and 3(2N + 7) < 2^(|bits| + 8) for bits ≥ 16, since W < 3·bits + 16.
  /// So the shortfall is less than one ulp of 2^−bits, and the final cut makes it less than two.
  static func exp(_ argument: Natural, bits: Int) -> Natural {
    precondition(
      bits >= 16 && argument.bitWidth <= bits, "exp takes a fraction of at least 16 bits")
    let halvings = max(2, Int(Double(bits).squareRoot()))
    let working = bits + halvings + (Int.bitWidth - bits.leadingZeroBitCount) + 8
    let x = argument << (working - bits - halvings)
    let one = Natural.powerOfTwo(working)
    var (sum, term, index) = (one, one, UInt64(0))
    while true {
      index += 1
      term = ((term * x) >> working).quotientAndRemainder(dividingBy: index).0
      if term.isZero { break }
      sum = sum + term
    }
    for _ in 0..<halvings { sum = (sum * sum) >> working }
    return sum >> (working - bits)
  }

  /// The most ulps by which `log` errs, either way.
  static let logMaxError = 2

  /// log(m) for m = `argument` / 2^`bits` in [1, 2).
  ///
  /// An approximation y of the logarithm to a third of the bits, by recursion; then with
  /// E = exp(y) and z = (m − E)/(m + E), log m = y + 2·artanh z, whose series ends after a few
  /// terms since |z| is small. In W = bits + 8 working bits; below 48 bits y = 0, E = 1, |z| < 1/3.
  ///
  /// Error, in working ulps. It does not matter how good y is: y is used exactly. E falls short by
  /// at most 2 (`expMaxError`), relative to E ≥ 1, hence log E by at most 2. The division is cut:
  /// 1, doubled 2. The powers of z: z² is cut (1), each further power is cut (1) and its error is
  /// multiplied by z² ≤ 1/9, so each power errs by less than 2, its quotient by an odd number ≥ 3
  /// by less than 2/3 + 1 < 2; doubled 4 a term. The first term left out is below 1 (it was cut to
  /// zero, so below 3), and with the rest below 4; doubled 8. T terms after the first: the sum is
  /// 2 + 2 + 4T + 8. |z| ≤ 1/3 and W ≤ 56 give T ≤ 18; else |z| < 2^(3 − bits/3) and T ≤ 4. In all
  /// below 128 = half an ulp of 2^−bits; rounding to nearest adds half an ulp; the total is ≤ 2
  /// with room.
  static func log(_ argument: Natural, bits: Int) -> Natural {
    precondition(argument.bitWidth == bits + 1, "log takes a number from 1 to 2")
    let working = bits + 8
    let m = argument << 8
    let (y, e) =
      bits < 48
      ? (Natural.zero, Natural.powerOfTwo(working))
      : logarithmStart(argument, bits: bits, working: working)
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

  /// y, log m to a third of the bits, and exp(y), both in `working` bits.
  private static func logarithmStart(
    _ argument: Natural, bits: Int, working: Int
  ) -> (Natural, Natural) {
    let few = bits / 3 + 8
    let rough = log(argument >> (bits - few), bits: few) << (working - few)
    return (rough, exp(rough, bits: working))
  }
}
