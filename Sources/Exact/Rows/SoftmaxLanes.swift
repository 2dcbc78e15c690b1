/// The softmax and the log-softmax of a row, eight of its elements at once, for what is made of them.
///
/// Both are made of x − m, m the largest logit, which is exact in two doubles, and of the rest, the sum
/// of the other powers: x − m − log(1 + rest) and e^(x − m)/(1 + rest).
///
/// - Note: A class, for it is long to copy.
@safe public final class SoftmaxLanes {
  private let logits: UnsafeBufferPointer<Double>
  private let largest: PairBall
  private let logarithm: PairBall
  private let reciprocal: PairBall

  /// The lanes of a row.
  public init(_ row: SoftmaxRow) {
    unsafe logits = row.logits
    largest = unsafe PairBall(repeating: row.logits[row.winner])
    logarithm = PairBall(.log(onePlus: row.rest))
    reciprocal = PairBall(1) / (PairBall(1) + PairBall(row.rest))
  }

  /// x − m
  private func differences(_ index: Int) -> PairBall {
    unsafe PairBall(logits, at: index) - largest
  }

  /// The log-softmax from an index on; −∞ for excluded classes.
  public func logSoftmax(at index: Int) -> PairBall { differences(index) - logarithm }

  /// The softmax from an index on; exactly 0 for excluded classes.
  public func softmax(at index: Int) -> PairBall {
    let differences = differences(index)
    var result = PairBall.exp(differences) * reciprocal
    let isExcluded = differences.head .== -.infinity
    if any(isExcluded) {
      result.head.replace(with: 0, where: isExcluded)
      result.rest.replace(with: 0, where: isExcluded)
      result.error.replace(with: 0, where: isExcluded)
    }
    return result
  }
}
