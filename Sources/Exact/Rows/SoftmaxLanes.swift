/// The softmax and the surprises of a row, eight at once, for what is made of them.
///
/// Both are made of m − x, m the largest logit, which is exact in two doubles, and of the rest, the sum
/// of the other powers: m − x + log(1 + rest), of which neither is negative, and e^(x − m)/(1 + rest).
///
/// - Note: A class, for it is long to copy.
@safe public final class SoftmaxLanes {
  private let logits: UnsafeBufferPointer<Double>
  private let largest: DoubleVector
  private let logarithm: PairBall
  private let reciprocal: PairBall

  /// The lanes of a row.
  public init(_ row: SoftmaxRow) {
    unsafe logits = row.logits
    largest = unsafe DoubleVector(repeating: row.logits[row.winner])
    logarithm = PairBall(.log(onePlus: row.rest))
    reciprocal = PairBall(1) / (PairBall(1) + PairBall(row.rest))
  }

  /// m − x
  @inline(__always)
  private func differences(_ index: Int) -> PairBall {
    let logits = unsafe RowSum.load(logits.baseAddress!, index, logits.count, beyond: 0)
    let difference = Pair.exactSum(largest, -logits)
    return PairBall(difference.head, plus: difference.rest, error: PairBall.zero)
  }

  /// −log softmax(x) from an index on; +∞ for excluded classes.
  public func surprises(at index: Int) -> PairBall { differences(index) + logarithm }

  /// The softmax from an index on; exactly 0 for excluded classes.
  public func softmax(at index: Int) -> PairBall {
    let differences = differences(index)
    let isExcluded = differences.head .== .infinity
    return (PairBall.exp(-differences) * reciprocal)
      .replacing(with: PairBall(PairBall.zero), where: isExcluded)
  }
}
