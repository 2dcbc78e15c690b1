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
  /// The lanes' sums are added in words, whose roundings count there, and so is the sum of the errors,
  /// seven times rounded.
  ///
  /// - Complexity: O(*n*), no allocation.
  public static func sum(count: Int, _ eight: (Int) -> PairBall) -> WordBall<UInt128> {
    var sum = PairBall(0)
    for index in stride(from: 0, to: count, by: 8) {
      let term = eight(index)
      sum = sum + (index &+ 8 <= count ? term : term.prefix(count &- index))
    }
    let error = sum.error.sum() * (1 + 0x1p-49)
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
