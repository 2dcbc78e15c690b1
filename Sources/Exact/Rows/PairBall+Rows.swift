// Rows of numbers through balls in pairs: eight of them in, a sum or eight results out.

extension PairBall {
  /// Eight numbers of a row from an index on, exactly; zeros past its end.
  public init(_ row: UnsafeBufferPointer<Double>, at index: Int) {
    self.init(unsafe RowSum.load(row.baseAddress!, index, row.count, beyond: 0))
  }

  /// One in the lane of that index, if there is one, and zeros.
  public init(oneAt index: Int) {
    self.init(0)
    if 0..<8 ~= index { head[index] = 1 }
  }

  /// The sum of `count` terms, eight of which are made at once from the index of the first.
  ///
  /// A lane's heads are summed exactly: what rounding leaves out, at most u·M of a step with M the sum
  /// of all magnitudes in the lane so far, goes to the sum of the rests, to which a term adds as much
  /// again. In k steps that grows to 2k·u·M and is rounded twice a step, to 4k²u²·M; M and the sum of the
  /// errors are too small by (k + 1)u of themselves at most, k < 2²⁷. The lanes' sums are added in words,
  /// whose roundings count there.
  ///
  /// - Complexity: O(*n*), no allocation.
  public static func sum(count: Int, _ eight: (Int) -> PairBall) -> WordBall<UInt128> {
    precondition(count < 1 << 30, "a sum is of less than 2³⁰ terms")
    var sum = PairBall(0)
    var size = PairBall.zero
    for index in stride(from: 0, to: count, by: 8) {
      let term = index &+ 8 <= count ? eight(index) : eight(index).prefix(count &- index)
      let next = Pair.exactSum(sum.head, term.head)
      sum.head = next.head
      sum.rest += term.rest + next.rest
      sum.error += term.error
      size += term.head.magnitudes
    }
    let steps = Double((count + 7) / 8)
    let error = (sum.error.sum() + steps * steps * 0x1p-104 * size.sum()) * (1 + 0x1p-25)
    let limit = DoubleVector(repeating: 0x1p900)
    let isKnown = (sum.head.magnitudes .< limit) .& (sum.rest.magnitudes .< limit)
    guard all(isKnown), error < 0x1p900 else { return .unknown }
    var result = WordBall<UInt128>.zero
    for lane in 0..<8 {
      result = result + WordBall(sum.head[lane]) + WordBall(sum.rest[lane])
    }
    return error == 0 ? result : result.widened(by: 1, exponent: Int(error.exponent) + 1)
  }

  /// Fills memory with the doubles nearest to the values, eight of which are made at once from the index of
  /// the first; returns the indices of those that are still open.
  ///
  /// - Complexity: O(*n*).
  public static func fill(
    _ result: UnsafeMutableBufferPointer<Double>, _ eight: (Int) -> PairBall
  ) -> [Int] {
    unsafe RowSum.fill(result) { eight($0).nearest }
  }

  /// The nearest doubles, and which of them are sure to be.
  ///
  /// The margins are put to the rest, to u·(u|head| + error) each: that is what they are widened by.
  /// Where both ends round to the same double, all between them do. What is below 2^−900 is left, for
  /// underflow is not counted here; a zero has to be exact.
  private var nearest: (numbers: DoubleVector, isSure: SIMDMask<SIMD8<Int64>>) {
    let size = head.magnitudes
    let margin = (error + size * DoubleVector(repeating: 0x1p-105)) * PairBall.slack
    let (low, high) = (head + (rest - margin), head + (rest + margin))
    let isInside = (size .> 0x1p-900) .& (size .< 0x1p1000)
    return (low + 0, ((low .== high) .& isInside) .| isZero)
  }

  /// The first `count` lanes, and zeros.
  private func prefix(_ count: Int) -> PairBall {
    var result = PairBall(0)
    for lane in 0..<count {
      result.head[lane] = head[lane]
      result.rest[lane] = rest[lane]
      result.error[lane] = error[lane]
    }
    return result
  }
}

extension WordBall where Word == UInt128 {
  /// The double nearest to every number of the ball, if they agree on it.
  public var nearest: Double? { rounded(to: .float64).map { Double(bitPattern: $0) } }
}
