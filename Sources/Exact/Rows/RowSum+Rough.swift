extension RowSum {
  /// The largest number that the exponential is formed of, and the least that the largest one of a
  /// row must be for what is cut off to be nothing beside it.
  private static let rangeOfLargest = -300.0...600.0

  /// Σ e^xᵢ, in one pass and in fewer operations than with the largest taken off; nil where that is
  /// not within `rangeOfLargest`, and with a NaN.
  ///
  /// A term errs by 2^−62.2 of itself. The rests, below 2^−11.4 of their terms, are added as in
  /// `sumOfExponentials`: 4·2^−64.3 + 2^−64.4 of the whole. Together that is below 2^−61. Numbers
  /// below −600 count as that one, which with all of them is 2^−400 of the whole.
  static func roughSum(
    _ row: UnsafePointer<Double>, count: Int
  ) -> (sum: WordBall<UInt64>, largest: Double)? {
    let table = PairTable.shared
    let lowest = DoubleVector(repeating: lowestDifference)
    var largest = DoubleVector(repeating: -.infinity)
    let (head, rest) = sum(count: count) { index in
      let x = unsafe load(row, index, count)
      largest = largest.replacing(with: x, where: x .> largest)
      return Pair.roughExponential(x.replacing(with: lowest, where: x .< lowest), table)
    }
    let greatest = largest.max()
    guard rangeOfLargest.contains(greatest), head < .infinity else { return nil }
    let result = WordBall<UInt64>(head) + WordBall(rest)
    return (result.widened(by: 1, exponent: result.top + 1 - 61), greatest)
  }
}

extension SoftmaxRow {
  /// log softmax(x)ᵢ = xᵢ − log Σ e^xₖ, rounded: the quickest way to one number of a row. It is open
  /// where the difference cancels, and where logits are far from 0.
  public static func logSoftmax(
    _ logits: UnsafeBufferPointer<Double>, at index: Int, to format: Format
  ) -> UInt64? {
    guard let first = unsafe RowSum.start(of: logits),
      let (sum, largest) = unsafe RowSum.roughSum(first, count: logits.count),
      case let logit = unsafe logits[index], logit >= largest - 600
    else { return nil }
    return (WordBall(logit) - .log(sum)).rounded(to: format)
  }

  /// log Σ e^xᵢ in the same way.
  public static func logSumExp(
    _ logits: UnsafeBufferPointer<Double>, to format: Format
  ) -> UInt64? {
    guard let first = unsafe RowSum.start(of: logits),
      let (sum, _) = unsafe RowSum.roughSum(first, count: logits.count)
    else { return nil }
    return WordBall.log(sum).rounded(to: format)
  }
}
