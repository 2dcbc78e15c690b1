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
    /// The fraction 2⁶⁴/D − 1 in as many limbs as `Plan.short` has at most.
    let reciprocal: UnsafePointer<UInt64>

    private init(_ row: UnsafePointer<UInt64>, terms: Int) {
      unsafe (coefficients, divisor, inverse) = (row, row[0], row[-1])
      unsafe reciprocal = row + (terms + 1)
    }

    static let exponentialTerms = 20, logarithmTerms = 46

    /// The constants of both, made once: each time the inverse, D, the coefficients, the reciprocal.
    nonisolated(unsafe) private static let constants: UnsafePointer<UInt64> = {
      let length = 2 + Plan.short.upperBound
      let row = UnsafeMutablePointer<UInt64>.allocate(
        capacity: exponentialTerms + logarithmTerms + 2 * length)
      unsafe row.initialize(
        repeating: 0, count: exponentialTerms + logarithmTerms + 2 * length)
      let exponential = unsafe row + 1
      var coefficient: UInt64 = 4
      for k in stride(from: exponentialTerms, through: 0, by: -1) {
        unsafe exponential[k] = coefficient
        coefficient *= UInt64(max(k, 1))
      }
      let logarithm = unsafe exponential + exponentialTerms + length
      var multiple: UInt64 = 1
      for k in 1...UInt64(logarithmTerms) {
        var (divisor, rest) = (k, multiple % k)
        while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
        multiple *= k / divisor
      }
      unsafe logarithm[0] = multiple
      for k in 1...logarithmTerms { unsafe logarithm[k] = multiple / UInt64(k) }
      for unsafe(series, terms) in unsafe [
        (exponential, exponentialTerms), (logarithm, logarithmTerms),
      ] {
        let d = unsafe series[0]
        // 2¹²⁸ − 1 less 2⁶⁴·d leaves the complement of d above a limb of ones.
        unsafe series[-1] = d.dividingFullWidth((~d, .max)).quotient
        let count = Plan.short.upperBound
        // 2⁶⁴ − d is what is left of 2⁶⁴ above the quotient 1.
        unsafe Limbs.divide(series + (terms + 1), count: count, whole: 0 &- d, by: d)
      }
      return unsafe UnsafePointer(row)
    }()

    /// Σ x^k/k!
    static var exponential: Series {
      unsafe Series(constants + 1, terms: exponentialTerms)
    }

    /// Σ x^k/k
    static var logarithm: Series {
      unsafe Series(
        constants + (exponentialTerms + 3 + Plan.short.upperBound), terms: logarithmTerms)
    }
  }
}

extension FixedPoint.Series {
  /// The limbs of scratch that `sum` takes.
  static func scratch(block: Int, count: Int) -> Int { (block + 2) * (count + 2) }

  /// The sum for x < 2^−β into the n = `count` limbs of `result`.
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
  /// Where n is known, the division by D is one by 2⁶⁴, whose cut counts 2, and a product with a
  /// fraction that is cut, short by less than n + 1: less than 7n + 10 in all.
  @inline(__always)
  func sum<Number: Count, Terms: SeriesTerms>(
    of x: Limbs.Source, _ terms: Terms.Type, count: Number, _ plan: FixedPoint.Plan,
    scratch: Limbs.Row, into result: Limbs.Row
  ) {
    let blocks = unsafe Blocks<Number, Terms>(
      coefficients: coefficients, x: x, rows: scratch + 1, count: count, anyPlan: plan)
    blocks.makePower(Two())
    blocks.makePower(Three())
    if blocks.block > 3 { blocks.makePower(Four()) }
    if blocks.block > 4 { blocks.makePower(Five()) }
    var j = blocks.last
    while j > 3 {
      blocks.makeTail(j)
      j -= 1
    }
    if j > 2 { blocks.makeTail(Three()) }
    if j > 1 { blocks.makeTail(Two()) }
    if j > 0 { blocks.makeTail(One()) }
    blocks.makeTail(Zero())
    let sum = unsafe blocks.tail(0)
    if !Number.isKnown {
      unsafe Limbs.divide(
        sum, count: count.value, whole: sum[count.value], by: divisor, inverse: inverse,
        into: result)
      return
    }
    // By 2⁶⁴, and times 2⁶⁴/D, which is 1 and the fraction `reciprocal`.
    let (upper, product) = unsafe (sum + 1, blocks.tail(1))
    unsafe Limbs.shortFractionProduct(
      upper, reciprocal + (FixedPoint.Plan.short.upperBound - count.value), count: count.value,
      into: product - 1)
    unsafe Limbs.sum(product, upper, count: count.value, into: result)
  }
}

/// How many terms of a series there are, and in blocks of how many.
protocol SeriesTerms {
  static func terms(_ plan: FixedPoint.Plan) -> Int
  static func block(_ plan: FixedPoint.Plan) -> Int
}

enum ExponentialTerms: SeriesTerms {
  @inline(__always)
  static func terms(_ plan: FixedPoint.Plan) -> Int { plan.exponentialTerms }
  @inline(__always)
  static func block(_ plan: FixedPoint.Plan) -> Int { plan.exponentialBlock }
}

enum LogarithmTerms: SeriesTerms {
  @inline(__always)
  static func terms(_ plan: FixedPoint.Plan) -> Int { plan.logarithmTerms }
  @inline(__always)
  static func block(_ plan: FixedPoint.Plan) -> Int { plan.logarithmBlock }
}

/// The rows of a sum in blocks: the powers of the argument from the second on, and two tails.
///
/// Each has a limb of scratch before it, and the tails one for the whole part above them.
@safe private struct Blocks<Number: Count, Terms: SeriesTerms> {
  let coefficients: UnsafePointer<UInt64>
  let x: Limbs.Source
  let rows: Limbs.Row
  let count: Number
  let anyPlan: FixedPoint.Plan

  @inline(__always)
  private var plan: FixedPoint.Plan { Number.isKnown ? .of(count) : anyPlan }
  @inline(__always)
  private var beta: Int { plan.beta }
  @inline(__always)
  private var terms: Int { Terms.terms(plan) }
  @inline(__always)
  var block: Int { Terms.block(plan) }
  /// The last block.
  @inline(__always)
  var last: Int { terms / block }
  /// The limbs by which each tail is shorter than the one it goes into.
  @inline(__always)
  private var zeros: Int { beta * block / 64 }

  /// X^`k`
  @inline(__always)
  private func power(_ k: Int) -> Limbs.Source {
    unsafe k == 1 ? x : Limbs.Source(rows + (k - 2) * (count.value + 2))
  }

  /// t(j), and t(j + 2) before it.
  @inline(__always)
  func tail(_ j: Int) -> Limbs.Row { unsafe rows + (block - 1 + j & 1) * (count.value + 2) }

  @inline(__always)
  private func multiply(
    _ a: Limbs.Source, _ b: Limbs.Source, count: Int, into result: Limbs.Row
  ) {
    if Number.isKnown {
      unsafe Limbs.shortFractionProduct(a, b, count: count, into: result)
    } else {
      unsafe Limbs.fractionProduct(a, b, count: count, into: result)
    }
  }

  /// X^`k` from the powers before it.
  func makePower(_ k: some Count) {
    let k = k.value
    let (a, b) = k & 1 == 0 ? (k / 2, k / 2) : (k - 1, 1)
    let (cutA, cutB) = (beta * b / 64, beta * a / 64)
    let length = count.value - cutA - cutB
    let (left, right) = unsafe (power(a) + cutA, power(b) + cutB)
    let target = unsafe rows + ((k - 2) * (count.value + 2) - 1)
    if a == b && !Number.isKnown {
      unsafe Limbs.fractionSquare(left, count: length, into: target)
    } else {
      unsafe multiply(left, right, count: length, into: target)
    }
  }

  /// t(`j`) from t(`j` + 1).
  func makeTail(_ j: some Count) {
    let j = j.value
    let next = unsafe tail(j)
    let cut = j * zeros
    let length = count.value - cut
    if j == last {
      unsafe next.update(repeating: 0, count: length + 1)
    } else {
      let (tail, short) = unsafe (tail(j + 1), length - zeros)
      let factor = unsafe power(block) + cut
      unsafe multiply(factor, tail, count: short, into: next - 1)
      unsafe next[short] = Limbs.addProduct(of: factor, by: tail[short], to: next, count: short)
      if zeros > 0 { unsafe (next + (short + 1)).update(repeating: 0, count: zeros) }
    }
    let most = min(block - 1, terms - j * block)
    if most > 3 { addTerm(4, j, length) }
    if most > 2 { addTerm(3, j, length) }
    if most > 1 { addTerm(2, j, length) }
    if most > 0 { addTerm(1, j, length) }
    if j > 0 { unsafe next[length] += coefficients[j * block] }
  }

  /// t(`j`) += c·X^`i`, c the coefficient of its place.
  @inline(__always)
  private func addTerm(_ i: Int, _ j: Int, _ length: Int) {
    let used = length - beta * i / 64
    if used <= 0 { return }
    let next = unsafe tail(j)
    let carry = unsafe Limbs.addProduct(
      of: power(i) + j * zeros, by: coefficients[j * block + i], to: next, count: used)
    unsafe Limbs.add(carry, to: next, at: used)
  }
}
