/// What a row is made of before it is a row.
enum RowSum {
  /// The lowest difference whose exponential is formed; lower ones count as this.
  static let lowestDifference = -600.0
  /// The largest magnitude of a row's largest number, so that its distance to the lowest one that is
  /// looked at is what it should be within 2^−13.
  static let greatestMagnitude = 0x1p40

  /// Where a row begins that has a sum: one of more than one logit, and of no more than are counted
  /// with in the bounds.
  static func start(of logits: UnsafeBufferPointer<Double>) -> UnsafePointer<Double>? {
    logits.count > 1 && logits.count < 1 << 30 ? logits.baseAddress : nil
  }

  /// Eight numbers from `row`; past its end, −∞ or what is said.
  @inline(__always)
  static func load(
    _ row: UnsafePointer<Double>, _ index: Int, _ count: Int, beyond: Double = -.infinity
  ) -> DoubleVector {
    if index &+ 8 <= count {
      return unsafe UnsafeRawPointer(row + index).loadUnaligned(as: DoubleVector.self)
    }
    var result = DoubleVector(repeating: beyond)
    for lane in 0..<(count &- index) { unsafe result[lane] = row[index &+ lane] }
    return result
  }

  /// Fills memory eight by eight; returns the indices of what is not sure to be right.
  @inline(__always)
  static func fill(
    _ result: UnsafeMutableBufferPointer<Double>,
    by eight: (Int) -> (numbers: DoubleVector, isSure: SIMDMask<SIMD8<Int64>>)
  ) -> [Int] {
    var open: [Int] = []
    for index in stride(from: 0, to: result.count, by: 8) {
      let (numbers, isSure) = eight(index)
      if index &+ 8 <= result.count {
        unsafe UnsafeMutableRawPointer(result.baseAddress! + index).storeBytes(
          of: numbers, as: DoubleVector.self)
        if all(isSure) { continue }
      }
      for lane in 0..<min(8, result.count &- index) {
        unsafe result[index &+ lane] = numbers[lane]
        if !isSure[lane] { open.append(index &+ lane) }
      }
    }
    return open
  }

  /// The largest of some numbers, −∞ of none; NaN is passed over.
  static func largest(_ row: UnsafePointer<Double>, count: Int) -> Double {
    var largest = DoubleVector(repeating: -.infinity)
    for index in stride(from: 0, to: count, by: 8) {
      let next = unsafe load(row, index, count)
      largest = largest.replacing(with: next, where: next .> largest)
    }
    return largest.max()
  }

  /// The first index of a number.
  static func index(of value: Double, in row: UnsafePointer<Double>, count: Int) -> Int? {
    let wanted = DoubleVector(repeating: value)
    for start in stride(from: 0, to: count, by: 8) {
      if any(unsafe load(row, start, count) .== wanted) {
        return (start..<min(start + 8, count)).first { unsafe row[$0] == value }
      }
    }
    return nil
  }

  /// exp(x − `largest`) for x ≤ `largest`, and whatever lies below `lowest`, an infinity too, as if
  /// it were that.
  @inline(__always)
  static func exponential(
    _ x: DoubleVector, less largest: DoubleVector, lowest: DoubleVector, _ table: PairTable
  ) -> Pair<DoubleVector> {
    let raised = x.replacing(with: lowest, where: x .< lowest)
    return .exponential(.exactSum(raised, -largest), table)
  }

  /// Σ e^(xᵢ − `largest`) over all i but one; nil with a NaN among them. All terms are kept in
  /// `terms` if there is one: for every eight of them eight heads, then eight rests.
  ///
  /// A lane's heads are summed exactly: what rounding leaves out goes to the rests. |rest| is below
  /// 2^−22.8 of its term. Of a step both sums of rests are rounded, u·2^−22.8 of the term and
  /// u·2^−22.7 of the terms since the last time that the sum of rests was put to the heads, which is
  /// done every four steps: together 4·2^−75.7 + 2^−75.8 of the whole, and nothing else, since then
  /// the rest is below u of the whole again. With the terms' 2^−72.8 that is below 2^−72; the lanes
  /// are joined in the same way, exactly but for u² of the whole each.
  ///
  /// Terms cut short are off by 2^−864 each, the lanes past the end of the row among them: unless the
  /// sum is above 2^−700, all that is said is that it is below 2^−690.
  static func sumOfExponentials(
    _ row: UnsafePointer<Double>, count: Int, without winner: Int, less largest: Double,
    keeping terms: UnsafeMutablePointer<Double>?
  ) -> WordBall<UInt128>? {
    let (head, rest) =
      if let terms = unsafe terms {
        unsafe sum(row, count, winner, largest) { index, term in
          unsafe UnsafeMutableRawPointer(terms + 2 * index).storeBytes(
            of: term, as: Pair<DoubleVector>.self)
        }
      } else {
        unsafe sum(row, count, winner, largest) { _, _ in }
      }
    guard head < .infinity else { return nil }
    if head < 0x1p-700 {
      return WordBall(
        isNegative: false, significand: WordBall<UInt128>.leading, exponent: -691 - 127,
        radius: WordBall<UInt128>.leading)
    }
    let result = WordBall<UInt128>(head) + WordBall(rest)
    return result.widened(by: 1, exponent: result.top + 1 + Pair<DoubleVector>.exponentialError)
  }

  @inline(__always)
  private static func sum(
    _ row: UnsafePointer<Double>, _ count: Int, _ winner: Int, _ largest: Double,
    keep: (Int, Pair<DoubleVector>) -> Void
  ) -> (head: Double, rest: Double) {
    let table = PairTable.shared
    let shift = DoubleVector(repeating: largest)
    let lowest = DoubleVector(repeating: largest + lowestDifference)
    let winnersPlace = winner & ~7
    return sum(count: count) { index in
      var term = unsafe exponential(load(row, index, count), less: shift, lowest: lowest, table)
      keep(index, term)
      if index == winnersPlace {
        term.head[winner & 7] = 0
        term.rest[winner & 7] = 0
      }
      return term
    }
  }

  /// The sum of `count` terms and those that fill up the last eight, which `eight` gives by their
  /// first index: the heads of a lane exactly, the rests put to them every four steps; then the
  /// lanes, exactly but for the sum of what their roundings leave out.
  @inline(__always)
  static func sum(
    count: Int, _ eight: (Int) -> Pair<DoubleVector>
  ) -> (head: Double, rest: Double) {
    var sum = Pair(head: DoubleVector(), rest: DoubleVector())
    for block in stride(from: 0, to: count, by: 32) {
      for index in stride(from: block, to: min(block &+ 32, count), by: 8) {
        let term = eight(index)
        let next = Pair.exactSum(sum.head, term.head)
        sum.head = next.head
        sum.rest += term.rest + next.rest
      }
      sum = Pair.exactSum(sum.head, sum.rest)
    }
    var (head, rest) = (0.0, 0.0)
    for lane in 0..<8 {
      let next = Pair.exactSum(head, sum.head[lane])
      rest += next.rest
      rest += sum.rest[lane]
      head = next.head
    }
    return (head, rest)
  }
}
