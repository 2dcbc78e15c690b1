extension FixedPoint {
  /// A power series in a small number that both tabulated kernels sum: Σ cₖ·x^k / D for k ≥ 1, with
  /// whole coefficients.
  ///
  /// For the exponential D = 4·20! and cₖ = D/k!, up to 20 terms; for the logarithm, of 1/(1 − x),
  /// D = lcm(1, …, 46) and cₖ = D/k, up to 46. Both lie between 2⁶³ and 2⁶⁴.
  @safe struct Series {
    let coefficients: UnsafePointer<UInt64>
    let divisor: UInt64
    /// What `Limbs.divide` wants of the divisor.
    let inverse: UInt64

    private init(_ row: UnsafePointer<UInt64>) {
      unsafe (coefficients, divisor, inverse) = (row, row[0], row[-1])
    }

    static let exponentialTerms = 20, logarithmTerms = 46

    /// The constants of both, made once.
    nonisolated(unsafe) private static let constants: UnsafePointer<UInt64> = {
      let row = UnsafeMutablePointer<UInt64>.allocate(
        capacity: exponentialTerms + logarithmTerms + 4)
      unsafe row.initialize(repeating: 0, count: exponentialTerms + logarithmTerms + 4)
      let exponential = unsafe row + 1
      var coefficient: UInt64 = 4
      for k in stride(from: exponentialTerms, through: 0, by: -1) {
        unsafe exponential[k] = coefficient
        coefficient *= UInt64(max(k, 1))
      }
      let logarithm = unsafe exponential + exponentialTerms + 2
      var multiple: UInt64 = 1
      for k in 1...UInt64(logarithmTerms) {
        var (divisor, rest) = (k, multiple % k)
        while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
        multiple *= k / divisor
      }
      unsafe logarithm[0] = multiple
      for k in 1...logarithmTerms { unsafe logarithm[k] = multiple / UInt64(k) }
      // 2¹²⁸ − 1 less 2⁶⁴·d leaves the complement of d above a limb of ones.
      let inverse = { (d: UInt64) in d.dividingFullWidth((~d, .max)).quotient }
      unsafe exponential[-1] = inverse(exponential[0])
      unsafe logarithm[-1] = inverse(multiple)
      return unsafe UnsafePointer(row)
    }()

    /// Σ x^k/k!
    static var exponential: Series {
      unsafe Series(constants + 1)
    }

    /// Σ x^k/k
    static var logarithm: Series {
      unsafe Series(constants + exponentialTerms + 3)
    }
  }
}

extension FixedPoint.Series {
  /// The limbs of scratch that `sum` takes.
  static func scratch(block: Int, count: Int) -> Int { (block + 2) * (count + 2) }

  /// The sum for x < 2^−β in n = `count` limbs; where in the scratch it lies is returned.
  ///
  /// In blocks of m terms, from the last to the first:
  ///
  ///     t(j) = c(jm) + c(jm+1)·X + … + c(jm+m−1)·X^(m−1) + X^m·t(j+1),
  ///
  /// without c(0) in t(0), which is divided by D. Since X^m < 2^(−64z), z = ⌊βm/64⌋, the tail t(j)
  /// needs jz limbs less than the sum; and of X^i the ⌊βi/64⌋ upper limbs are zero, and never
  /// written.
  ///
  /// Error, in units of 2^−64n; all of them shortfalls. A power, a square or a product of two before
  /// it that are cut where their rest does not matter, falls short by at most n, and 1.01n with what
  /// the two bring: cutting z limbs off a factor costs one unit at most, and saves one of the n for
  /// each. Term k brings that, and one for the cut to the length of its block, times cₖ/D; the
  /// product with the tail the same times c(jm)/D, and n/D. With cₖ ≤ D/k all k from 2 to 46 sum to
  /// less than 3.5, and those that are multiples of m ≥ 2 to less than 1.9: less than
  /// 5.4·(1.01n + 1) + 1 in all, with the division's cut and what is below it; less than 6n + 7.
  @inline(__always)
  func sum(
    of x: Limbs.Source, below beta: Int, terms: Int, block: Int, count: Int, scratch: Limbs.Row
  ) -> Limbs.Row {
    // Each row has a limb of scratch before it, and the tails one for the whole part above them.
    let stride = count + 2
    let powers = unsafe scratch + 1
    unsafe powers.update(from: x, count: count)
    for power in Swift.stride(from: 2, through: block, by: 1) {
      let (a, b) = power & 1 == 0 ? (power / 2, power / 2) : (power - 1, 1)
      let (cutA, cutB) = (beta * b / 64, beta * a / 64)
      let length = count - cutA - cutB
      let target = unsafe powers + ((power - 1) * stride - 1)
      let left = unsafe powers + ((a - 1) * stride + cutA)
      if a == b {
        unsafe Limbs.fractionSquare(left, count: length, into: target)
      } else {
        let right = unsafe powers + ((b - 1) * stride + cutB)
        unsafe Limbs.fractionProduct(left, right, count: length, into: target)
      }
    }
    var tail = unsafe powers + block * stride
    var next = unsafe tail + stride
    let zeros = beta * block / 64
    let last = terms / block
    for j in Swift.stride(from: last, through: 0, by: -1) {
      let cut = j * zeros
      let length = count - cut
      if j == last {
        unsafe next.update(repeating: 0, count: length + 1)
      } else {
        let short = length - zeros
        let factor = unsafe powers + ((block - 1) * stride + cut)
        unsafe Limbs.fractionProduct(factor, tail, count: short, into: next - 1)
        unsafe next[short] = Limbs.addProduct(
          of: factor, by: tail[short], to: next, count: short)
        if zeros > 0 { unsafe (next + (short + 1)).update(repeating: 0, count: zeros) }
      }
      for i in Swift.stride(from: min(block - 1, terms - j * block), through: 1, by: -1) {
        let used = length - beta * i / 64
        if used <= 0 { continue }
        let carry = unsafe Limbs.addProduct(
          of: powers + ((i - 1) * stride + cut), by: coefficients[j * block + i], to: next,
          count: used)
        unsafe Limbs.add(carry, to: next, at: used)
      }
      if j > 0 { unsafe next[length] += coefficients[j * block] }
      unsafe swap(&tail, &next)
    }
    unsafe Limbs.divide(
      tail, count: count, whole: tail[count], by: divisor, inverse: inverse)
    return unsafe tail
  }
}
