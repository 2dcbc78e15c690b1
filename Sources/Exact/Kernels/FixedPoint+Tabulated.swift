extension FixedPoint {
  /// How the tabulated kernels go about a number of limbs.
  struct Plan: Equatable {
    /// Steps of argument reduction, eight bits each; five at least, since some are taken together.
    let steps: Int
    /// What is left of an argument after them is less than 2^−β.
    let beta: Int
    let exponentialTerms, exponentialBlock: Int
    let logarithmTerms, logarithmBlock: Int

    /// The numbers of limbs for which there are kernels.
    static var counts: ClosedRange<Int> { 3...82 }

    /// Steps and blocks by measurement; terms so that the first left out, and all after it, are
    /// worth less than two units.
    init(count: Int) {
      let bits = 64 * count
      var steps = max(4, 2 + count / 3)
      var terms = 0
      repeat {
        steps += 1
        terms = 1
        var reach = 8 * steps - 1
        while reach + 8 * steps - 1 < bits {
          terms += 1
          reach += 8 * steps - 1 + terms.binaryLength - 1
        }
      } while terms > Series.exponentialTerms
      self.steps = steps
      beta = 8 * steps - 1
      exponentialTerms = terms
      logarithmTerms = (bits - 1) / beta
      exponentialBlock = Self.block(exponentialTerms)
      logarithmBlock = Self.block(logarithmTerms)
    }

    /// The terms that are summed at once.
    private static func block(_ terms: Int) -> Int { terms < 8 ? 3 : terms < 17 ? 4 : 5 }

    nonisolated(unsafe) private static let all: UnsafePointer<Plan> = {
      let row = UnsafeMutablePointer<Plan>.allocate(capacity: counts.upperBound + 1)
      for count in 0...counts.upperBound {
        unsafe (row + count).initialize(to: Plan(count: max(count, counts.lowerBound)))
      }
      return unsafe UnsafePointer(row)
    }()

    /// The plan for a number of limbs.
    @inline(__always)
    static func of<Number: Count>(_ count: Number) -> Plan {
      unsafe Number.isKnown ? Plan(short: count.value) : all[count.value]
    }

    /// The numbers of limbs whose kernels are written out.
    static let short = 4...8

    /// The plan for one of the `short` numbers of limbs, known where the number is.
    @inline(__always)
    init(short count: Int) {
      steps = 5
      beta = 39
      exponentialTerms = count == 4 ? 6 : count == 5 ? 7 : count == 6 ? 9 : count == 7 ? 10 : 12
      logarithmTerms = (64 * count - 1) / 39
      exponentialBlock = count < 6 ? 3 : 4
      logarithmBlock = count < 5 ? 3 : 4
    }

    /// The limbs in which a kernel leaves `bits` good ones, if there is one for as many.
    @inline(__always)
    static func count(forBits bits: Int) -> Int? {
      let count = max(counts.lowerBound, (bits &+ (16 + 63)) &>> 6)
      return count <= counts.upperBound ? count : nil
    }

    /// The limbs of scratch that either kernel takes.
    func scratch(count: Int) -> Int {
      Series.scratch(block: max(exponentialBlock, logarithmBlock), count: count) + steps + 1
    }
  }

  /// The most units of 2^(−64·`count`) by which a tabulated kernel errs, either way.
  static func tabulatedMaxError(_ count: Int) -> UInt64 { UInt64(16 * count + 64) }

  /// exp(x) for x = `row`/2^(64·`count`) in [0, log 2], into `count` limbs and one for the whole;
  /// the argument is used up.
  ///
  /// Step s takes log(1 + i/2^(8s)) off the argument, i the most such that it stays above zero, and
  /// in the end multiplies by 1 + i/2^(8s). At first i = ⌊2⁸·(p − 1)⌋ with p = 1 + … + x⁴/24 ≤ exp x,
  /// which is short of it by less than x⁵/100; hence what is left is below 2⁻⁸. Then i = ⌊2^(8s)·x⌋,
  /// and log(1 + t) > t − t²/2: below 1.5·2⁻¹⁶ is left, below 1.02·2^(−8s) from the third on.
  ///
  /// The first five indices are those of a limb that never exceeds x, so that nothing waits for whole
  /// rows: each step takes off it what is above the logarithm, the upper limb of the row and one, or
  /// t − t²/2 and what is above t³/3: for the third, of i ≤ 516, 2¹⁸ units of 2⁻⁶⁴; for the fourth, one.
  /// Hence what the fifth leaves is larger by 2⁻⁴⁶ and a few units.
  ///
  /// Error, in units of 2^−64n. The rows subtracted each fall short by less than 2
  /// (`LogarithmTable.maxError`), so x is too large by less than 2S, S = `steps`; what is
  /// left out of the series is less than 2, the sum falls short by less than 7n + 10 more, or 6n + 7
  /// where n is not known (`Series.sum`); each product with 1 + i/2^(8s) by less than 2
  /// (`Limbs.addShare`). What there is before the products grows by less than a factor of 2: the value
  /// is too large by less than 4S, or too small by less than 2·(7n + 12 + 2S) = 14n + 44 for S = 5, or
  /// 2·(6n + 9 + 2S) with S ≤ 5 + n/3, which is less than 14n + 38.
  static func tabulatedExp(_ x: Limbs.Row, count: Int, scratch: Limbs.Row, into result: Limbs.Row) {
    switch count {
    case 4: unsafe exponential(x, count: Four(), scratch, into: result)
    case 5: unsafe exponential(x, count: Five(), scratch, into: result)
    case 6: unsafe exponential(x, count: Six(), scratch, into: result)
    case 7: unsafe exponential(x, count: Seven(), scratch, into: result)
    case 8: unsafe exponential(x, count: Eight(), scratch, into: result)
    default: unsafe exponential(x, count: count, scratch, into: result)
    }
  }

  private static func exponential<Number: Count>(
    _ x: Limbs.Row, count number: Number, _ scratch: Limbs.Row, into result: Limbs.Row
  ) {
    let (count, plan) = (number.value, Plan.of(number))
    let table = LogarithmTable.shared
    let indices = unsafe scratch
    // The first five indices from the upper limb alone, which is made to fall short of x.
    var upper = unsafe x[count - 1]
    let first = firstIndex(upper)
    let row1 = unsafe table.row(1, Int(first), count: count)
    upper = unsafe rest(upper, row1[count - 1] + 1)
    let second = upper >> 48
    let row2 = unsafe table.row(2, Int(second), count: count)
    upper = unsafe rest(upper, row2[count - 1] + 1)
    let third = upper >> 40
    upper = rest(upper, third << 40 - (third * third) << 15 + 1 << 18)
    let fourth = upper >> 32
    upper = rest(upper, fourth << 32 - (fourth * fourth) >> 1 + 1)
    let fifth = upper >> 24
    let row3 = unsafe table.row(3, Int(third), count: count)
    let row4 = unsafe table.row(4, Int(fourth), count: count)
    let row5 = unsafe table.row(5, Int(fifth), count: count)
    unsafe Limbs.subtract((row1, row2, row3, row4, row5), from: x, count: count)
    var step = 6
    while step <= plan.steps {
      let index = unsafe digits(x, 8 * step, count: count)
      unsafe indices[step] = index
      if index != 0 {
        unsafe Limbs.subtract(table.row(step, Int(index), count: count), from: x, count: count)
      }
      step += 1
    }
    unsafe Series.exponential.sum(
      of: x, ExponentialTerms.self, count: number, plan, scratch: scratch + plan.steps + 1,
      into: result)
    unsafe result[count] = 1
    step = plan.steps
    while step > 5 {
      let index = unsafe indices[step]
      if index != 0 {
        unsafe Limbs.addShare(result, by: index, over: 8 * step, count: Next(number))
      }
      step -= 1
    }
    let middle = fourth << 40 + fifth << 32 + fourth * fifth
    unsafe Limbs.addShare(result, by: middle, over: SeventyTwo(), count: Next(number))
    let factor = (1 << 8 + first) * (1 << 16 + second) * (1 << 24 + third)
    unsafe Limbs.addShare(result, by: factor - 1 << 48, over: FortyEight(), count: Next(number))
  }

  /// a − b, or zero where that is less.
  @inline(__always)
  private static func rest(_ a: UInt64, _ b: UInt64) -> UInt64 { a > b ? a - b : 0 }

  /// ⌊2⁸·(x + x²/2 + x³/6 + x⁴/24)⌋ or one less, of the upper limb of x ≤ log 2.
  @inline(__always)
  private static func firstIndex(_ x: UInt64) -> UInt64 {
    let third = UInt64.highProduct(x, UInt64.max / 3)
    let square = third &+ UInt64.highProduct(third, x >> 2)
    let half = x >> 1
    let slope = half &+ UInt64.highProduct(half, square)
    return (x &+ UInt64.highProduct(x, slope)) >> 56
  }

  /// The upper `bits` binary digits of a fraction that has no more than 64 of them.
  @inline(__always)
  private static func digits(_ x: Limbs.Source, _ bits: Int, count: Int) -> UInt64 {
    let place = 64 * count - bits
    let (limb, part) = (place >> 6, UInt64(place & 63))
    let low = unsafe x[limb] >> part
    if part == 0 || limb + 1 == count { return low }
    return unsafe low | x[limb + 1] << (64 - part)
  }

  /// −log(v) for v = `row`/2^(64·`count`) in [1/2, 1), into `count` limbs; the argument is used up.
  ///
  /// Step s multiplies v by 1 + i/2^(8s), i the most such that the product stays below one, and in
  /// the end adds log(1 + i/2^(8s)). At first i + 256 = ⌊2²⁴/w⌋ with w above 2¹⁶·v by at most one:
  /// z = 1 − v is then less than 2⁻⁸ + 2⁻¹⁵. Then i = ⌊2^(8s)·z⌋, and z turns into
  /// z − i/2^(8s)·(1 − z): less than 2.02·2⁻¹⁶, 1.02·2⁻²⁴, 1.01·2^(−8s) from the fourth on.
  /// The first three are found together, from the upper limb and one more, and multiplied by
  /// at once; so are the fourth and the fifth, from the upper limb of z.
  ///
  /// Error, in units of 2^−64n. Of the products the first falls short by less than 1, which
  /// raises z, and each other by less than 2, which lowers it; with S = `steps` that is less than
  /// 2S − 4, and less than 2S in the logarithm. What is left out of the series is less than 2, the
  /// sum falls short by less than 7n + 10 more (`Series.sum`), and each row added by less than 2. The
  /// value is too large by less than 2, or too small by less than 7n + 12 + 4S < 9n + 32.
  static func tabulatedLog(_ v: Limbs.Row, count: Int, scratch: Limbs.Row, into result: Limbs.Row) {
    switch count {
    case 4: unsafe logarithm(v, count: Four(), scratch, into: result)
    case 5: unsafe logarithm(v, count: Five(), scratch, into: result)
    case 6: unsafe logarithm(v, count: Six(), scratch, into: result)
    case 7: unsafe logarithm(v, count: Seven(), scratch, into: result)
    case 8: unsafe logarithm(v, count: Eight(), scratch, into: result)
    default: unsafe logarithm(v, count: count, scratch, into: result)
    }
  }

  private static func logarithm<Number: Count>(
    _ v: Limbs.Row, count number: Number, _ scratch: Limbs.Row, into result: Limbs.Row
  ) {
    let (count, plan) = (number.value, Plan.of(number))
    let table = LogarithmTable.shared
    let indices = unsafe scratch
    let top = unsafe v[count - 1]
    let first = 1 << 24 / (top >> 48 + 1)
    // v·2⁶⁴ from above, times the factors: of 2⁷², then 2⁸⁸, less than one.
    let once = (UInt128(top) &+ 1) &* UInt128(first)
    let second = 1 << 16 + UInt64(truncatingIfNeeded: (1 << 72 &- once) &>> 56)
    let twice = once &* UInt128(second)
    let third = 1 << 24 + UInt64(truncatingIfNeeded: (1 << 88 &- twice) &>> 64)
    let product = first &* second &* third
    unsafe Limbs.addShare(v, by: product &- 1 << 48, over: FortyEight(), count: number)
    // z = 1 − v
    var carry: UInt64 = 1
    for index in 0..<count {
      let sum = unsafe UInt128(~v[index]) &+ UInt128(carry)
      unsafe v[index] = UInt64(truncatingIfNeeded: sum)
      carry = UInt64(truncatingIfNeeded: sum >> 64)
    }
    let upper = unsafe v[count - 1]
    let fourth = upper >> 32
    let fifth = (upper & 0xFFFF_FFFF + UInt64.highProduct(upper, fourth << 32)) >> 24
    let middle = fourth << 40 + fifth << 32 + fourth * fifth
    unsafe Limbs.addShare(v, by: middle, over: SeventyTwo(), count: number)
    unsafe subtract(middle, weight: 72, from: v, count: count)
    var step = 6
    while step <= plan.steps {
      let index = unsafe digits(v, 8 * step, count: count)
      unsafe indices[step] = index
      if index != 0 {
        unsafe Limbs.addShare(v, by: index, over: 8 * step, count: number)
        unsafe subtract(index, weight: 8 * step, from: v, count: count)
      }
      step += 1
    }
    unsafe Series.logarithm.sum(
      of: v, LogarithmTerms.self, count: number, plan, scratch: scratch + plan.steps + 1,
      into: result)
    unsafe Limbs.add(
      (
        table.row(1, Int(first) - 1 << 8, count: count),
        table.row(2, Int(second) - 1 << 16, count: count),
        table.row(3, Int(third) - 1 << 24, count: count),
        table.row(4, Int(fourth), count: count), table.row(5, Int(fifth), count: count)
      ), to: result, count: count)
    step = 6
    while step <= plan.steps {
      let index = unsafe Int(indices[step])
      if index != 0 {
        unsafe Limbs.add(table.row(step, index, count: count), to: result, count: count)
      }
      step += 1
    }
  }

  /// x −= `word`/2^`weight`, which is not more than x.
  @inline(__always)
  private static func subtract(_ word: UInt64, weight: Int, from x: Limbs.Row, count: Int) {
    let place = 64 * count - weight
    let (limb, part) = (place >> 6, UInt64(place & 63))
    let (low, under) = unsafe x[limb].subtractingReportingOverflow(word << part)
    unsafe x[limb] = low
    if limb + 1 == count { return }
    let taken = (word >> 1) >> (63 - part)
    let (high, again) = unsafe x[limb + 1].subtractingReportingOverflow(taken)
    let (rest, third) = high.subtractingReportingOverflow(under ? 1 : 0)
    unsafe x[limb + 1] = rest
    if !again && !third { return }
    for index in (limb + 2)..<count {
      let (value, under) = unsafe x[index].subtractingReportingOverflow(1)
      unsafe x[index] = value
      if !under { return }
    }
  }
}
