import Dispatch
import Exact

/// Rows of doubles, every result the double nearest to the exact value, ties to even.
///
///     try Rows.crossEntropy(logits, labels: [3, 0])     // two rows, one after the other
///
/// What `Reference` answers to the same call, to the bit, at the speed of libraries that promise
/// nothing: a row is worked through in pairs of doubles with a proved error (`SoftmaxRow`), which
/// decides all but one element in some ten thousand; those go to words of 128 bits, and what is
/// still open then to the reference itself.
///
/// **Domain**: every double. NaN and infinities mean what they mean to the catalogue's functions.
///
/// Rows are shared out among `threads`, all cores by default; the results do not depend on that.
public enum Rows {
  /// −log softmax(z)_t for each row z with the label t: the cross-entropy of a hard target.
  ///
  /// - Parameters:
  ///   - logits: rows of equal length, one after the other; as many as there are labels.
  ///   - labels: the class number of each row.
  ///   - threads: how many rows are worked on at once; as pays by default.
  /// - Throws: ``DataError`` for a length that is no multiple of the number of labels, and for a
  ///   label that is no class number.
  /// - Complexity: O(*n*) for *n* logits.
  public static func crossEntropy(
    _ logits: [Double], labels: [Int], threads: Int? = nil
  ) throws -> [Double] {
    let classes = try classes(logits, labels)
    return each(logits, classes: classes, width: 1, threads: threads) { line in
      let label = labels[line.number]
      line[0] =
        line.logSoftmax(at: label).map { 0 - $0 }
        ?? reference(line.call(label: label)).value.elements[0]
    }
  }

  /// The softmax of each row, and with it the slopes of that loss by the logits, softmax(z) −
  /// [c = t].
  ///
  /// - Throws: ``DataError``, as `crossEntropy`.
  public static func softmaxAndSlopes(
    _ logits: [Double], labels: [Int], threads: Int? = nil
  ) throws -> (softmax: [Double], slopes: [Double]) {
    let classes = try classes(logits, labels)
    var softmax: [Double] = []
    let slopes = unsafe filled(logits.count) { slopes in
      softmax = unsafe map(
        logits, classes: classes, width: classes, threads: threads, slopes: slopes
      ) { line in
        let label = labels[line.number]
        let (open, slope) = line.softmax(label: label)
        settle(open, of: "softmax", line)
        line.copySlopes(
          at: label,
          slope
            ?? reference(line.call(label: label, isSlope: true)).gradient["logits"]!
            .elements[label])
      }
    }
    return (softmax, slopes)
  }

  /// e^xᵢ / Σ e^xₖ for each row.
  ///
  /// - Parameters:
  ///   - x: rows of equal length, one after the other.
  ///   - classes: the length of a row.
  ///   - threads: how many rows are worked on at once; as pays by default.
  /// - Throws: ``DataError`` for a length that is no multiple of it.
  public static func softmax(
    _ x: [Double], classes: Int, threads: Int? = nil
  ) throws -> [Double] {
    try check(x, classes)
    return each(x, classes: classes, width: classes, threads: threads) { line in
      settle(line.softmax().open, of: "softmax", line)
    }
  }

  /// xᵢ − log Σ e^xₖ for each row.
  ///
  /// - Throws: ``DataError``, as `softmax`.
  public static func logSoftmax(
    _ x: [Double], classes: Int, threads: Int? = nil
  ) throws -> [Double] {
    try check(x, classes)
    return each(x, classes: classes, width: classes, threads: threads) { line in
      settle(line.logSoftmax(), of: "log_softmax", line)
    }
  }

  /// log Σ e^xᵢ for each row.
  ///
  /// - Throws: ``DataError``, as `softmax`.
  public static func logSumExp(
    _ x: [Double], classes: Int, threads: Int? = nil
  ) throws -> [Double] {
    try check(x, classes)
    return each(x, classes: classes, width: 1, threads: threads) { line in
      line[0] =
        line.logSumExp()
        ?? reference(Call("log_sum_exp", ["x": line.vector])).value.elements[0]
    }
  }

  private static func settle(_ open: [Int], of function: String, _ line: RowLine) {
    if open.isEmpty { return }
    let answer = reference(Call(function, ["x": line.vector])).value
    for index in open { line[index] = answer.elements[index] }
  }

  /// What the reference answers: it is asked what it can decide.
  private static func reference(_ call: Call) -> Answer<Double> {
    do {
      return try Reference(call).floating(.float64).map { Double(bitPattern: $0.bits) }
    } catch {
      preconditionFailure("the softmax family of doubles is decided: \(error)")
    }
  }

  private static func classes(_ logits: [Double], _ labels: [Int]) throws -> Int {
    let classes = labels.isEmpty ? 0 : logits.count / labels.count
    guard classes > 0, classes * labels.count == logits.count else {
      throw DataError.wrongShape(
        "logits", shape: [logits.count], expected: "a whole number of logits for each label")
    }
    for (row, label) in labels.enumerated() where !(0..<classes).contains(label) {
      throw DataError.labelOutside("labels", index: [row], label: label, classes: classes)
    }
    return classes
  }

  private static func check(_ x: [Double], _ classes: Int) throws {
    guard classes > 0, x.count % classes == 0 else {
      throw DataError.wrongShape(
        "x", shape: [x.count], expected: "a whole number of rows of \(classes)")
    }
  }
}

// MARK: Threads

extension Rows {
  /// Every row transformed to `width` results, on so many threads.
  private static func each(
    _ x: [Double], classes: Int, width: Int, threads: Int?, _ transform: @Sendable (RowLine) -> Void
  ) -> [Double] {
    unsafe map(x, classes: classes, width: width, threads: threads, slopes: nil, transform)
  }

  private static func map(
    _ x: [Double], classes: Int, width: Int, threads: Int?,
    slopes: UnsafeMutableBufferPointer<Double>?, _ transform: @Sendable (RowLine) -> Void
  ) -> [Double] {
    let rows = x.count / classes
    return unsafe filled(rows * width) { results in
      unsafe x.withUnsafeBufferPointer { x in
        let all = unsafe RowLine(number: 0, row: x, result: results, slopes: slopes, terms: nil)
        inPieces(rows, threads: threads, work: x.count) { range in
          unsafe withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * classes + 14) {
            let terms = $0.baseAddress
            for row in range {
              unsafe transform(all.line(row, classes: classes, width: width, terms: terms))
            }
          }
        }
      }
    }
  }

  /// So many numbers, written by `fill`.
  private static func filled(
    _ count: Int, _ fill: (UnsafeMutableBufferPointer<Double>) -> Void
  ) -> [Double] {
    unsafe Array(unsafeUninitializedCapacity: count) {
      unsafe $0.initialize(repeating: 0)
      unsafe fill($0)
      $1 = count
    }
  }

  /// Runs `body` over 0..<`count` in so many pieces at once; in one where the work is done before
  /// another thread would have begun.
  private static func inPieces(
    _ count: Int, threads: Int?, work: Int, _ body: @Sendable (Range<Int>) -> Void
  ) {
    let pieces = max(1, min(count, threads ?? work >> 15))
    if pieces == 1 { return body(0..<count) }
    DispatchQueue.concurrentPerform(iterations: pieces) { piece in
      body(count * piece / pieces..<count * (piece + 1) / pieces)
    }
  }
}
