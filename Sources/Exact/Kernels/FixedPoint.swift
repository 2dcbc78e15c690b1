/// The exponential and the logarithm of fixed-point numbers: whole numbers of units 2^−bits.
///
/// The two kernels that need no tables, for any length: under the tables of the faster ones
/// (`tabulatedExp`, `tabulatedLog`), and beyond their reach. Each states its error in units of the
/// last place (ulps, here 2^−`bits`) as a constant, argued beside the code and attacked by a test.
enum FixedPoint {
  /// The most ulps by which `exp` falls short; it never exceeds the true value.
  static let expMaxError = 2

  /// exp(x) for x = `argument` / 2^`bits` in [0, 1).
  ///
  /// With X = x/2^k, the Taylor series of u = exp(X) − 1, then k times u ← 2u + u², which is
  /// exp(2X) − 1; fractions of n whole limbs. All roundings are downwards, so the result is never
  /// too large. Below the last step u ≤ exp(1/2) − 1 < 1, so only that one carries into the whole.
  ///
  /// The series is summed in blocks of m = 6 terms from the last to the first: the tail
  /// t(j) = Σ X^i·j!/(j+i)!, i ≥ 1, is
  ///
  ///     t(j) = (c₁X + c₂X² + … + c_m·X^m + X^m·t(j+m)) / c₀,   c_i = (j+i+1)·…·(j+m),
  ///
  /// and u = t(0). A block costs one product of full length, m by a word and one division by one.
  ///
  /// Error, in units of 2^−64n; a product falls short by less than n (`fractionProduct`). X is
  /// exact, since 64n − bits ≥ k, and X < 2^−k ≤ 1/16. A power, made from the one before, falls
  /// short by at most n/(1 − X) < 1.1n. In a block c_i/c₀ ≤ 1/i!, so the powers from the second on
  /// bring less than 1.1n·0.72 < 0.8n; the product with the tail (n, and less than n for the power
  /// in it) is divided by c₀ ≥ 720; the tail's own error shrinks by more than X^m; the division's
  /// cut is 1: together less than n + 1. With N terms, X^(N+1)/(N+1)! is at most one unit, so what
  /// is left out is less than 2, and u falls short by less than n + 3. A step turns a shortfall d
  /// into at most 2(1 + u)d + n; the product of all 1 + u is less than e; so after k steps it is at
  /// most e·2^k·(n + 3 + n). With v = bits/32 + 2 (rounded down) and |v| its length,
  /// 64n ≥ bits + k + |v| + 4; n ≤ v since k + |v| ≤ bits; hence 2^|v| > n, and e(2n + 3) ≤ 8(n + 1)
  /// makes the shortfall at most half an ulp of 2^−bits. The final cut makes it less than two.
  ///
  /// The words do not overflow: N ≤ 64n/k + m and k > bits/1024 keep N below 1,600, and 1600⁶ < 2⁶⁴;
  /// the numerator of t(j) < 1 is less than c₀.
  static func exp(_ argument: Natural, bits: Int) -> Natural {
    precondition(
      bits >= 16 && argument.bitWidth <= bits, "exp takes a fraction of at least 16 bits")
    // Chosen by measurement; near the best, the running time hardly depends on it.
    let halvings = 4 + max(Int(Double(bits).squareRoot()) / 3, bits / 1024)
    let count = (bits + halvings + (bits / 32 + 2).binaryLength + 4 + 63) / 64
    // The powers of X, the tail and its successor, each with a limb of scratch before it.
    let stride = count + 1
    return unsafe withUnsafeTemporaryAllocation(
      of: UInt64.self, capacity: (block + 2) * stride + 1
    ) { buffer in
      let x = unsafe buffer.baseAddress! + 1
      unsafe argument.spread(by: 64 * count - bits - halvings, over: x, count: count)
      for power in 1..<block {
        unsafe Limbs.fractionProduct(
          x, x + (power - 1) * stride, count: count, into: x + power * stride - 1)
      }
      var (u, next) = unsafe (x + block * stride, x + (block + 1) * stride)
      let terms = termCount(halvings: halvings, bits: 64 * count)
      for first in Swift.stride(from: terms - block, through: 0, by: -block) {
        if first == terms - block {
          unsafe next.update(repeating: 0, count: count)
        } else {
          unsafe Limbs.fractionProduct(
            x + (block - 1) * stride, u, count: count, into: next - 1)
        }
        var (coefficient, whole) = (UInt64(1), UInt64(0))
        for power in Swift.stride(from: block, through: 1, by: -1) {
          unsafe whole += Limbs.addProduct(
            of: x + (power - 1) * stride, by: coefficient, to: next, count: count)
          coefficient *= UInt64(first + power)
        }
        unsafe Limbs.divide(next, count: count, whole: whole, by: coefficient)
        unsafe swap(&u, &next)
      }
      var whole: UInt64 = 1
      for _ in 0..<halvings {
        unsafe Limbs.fractionProduct(u, u, count: count, into: next - 1)
        whole = unsafe 1 + Limbs.addProduct(of: u, by: 2, to: next, count: count)
        unsafe swap(&u, &next)
      }
      unsafe u[count] = whole
      let (limbs, rest) = ((64 * count - bits) / 64, (64 * count - bits) % 64)
      return unsafe Natural(count: count + 1 - limbs) {
        unsafe Limbs.shiftDown(u + limbs, count: count + 1 - limbs, by: rest, into: $0)
      }
    }
  }

  /// The terms of the exponential's series that are summed at once.
  private static let block = 6

  /// A whole number of blocks: N with X^(N+1)/(N+1)! ≤ 2^−bits for X ≤ 2^−halvings.
  private static func termCount(halvings: Int, bits: Int) -> Int {
    var (terms, reach) = (0, halvings)
    while reach < bits {
      terms += 1
      // The next divisor is at least two to the power of its length less one.
      reach += halvings + (terms + 1).binaryLength - 1
    }
    return max(1, (terms + block - 1) / block) * block
  }
}

extension Int {
  /// The number of binary digits of a number that is not negative.
  var binaryLength: Int { Int.bitWidth - leadingZeroBitCount }
}
