import Dispatch
import Exact

// How rows and elements are shared out among threads.

extension Rows {
  /// Every row transformed to `width` results, on so many threads.
  static func each(
    _ x: [Double], classes: Int, width: Int, threads: Int?, _ transform: @Sendable (RowLine) -> Void
  ) -> [Double] {
    unsafe map(x, classes: classes, width: width, threads: threads, slopes: nil, transform)
  }

  static func map(
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

  /// So many numbers, eight made at once from the index of the first; `settle` answers for those that
  /// stay open.
  static func elements(
    _ count: Int, threads: Int?, _ eight: @Sendable (Int) -> PairBall,
    settle: @Sendable ([Int]) -> [Double]
  ) -> [Double] {
    let length = 1024
    return unsafe filled(count) { results in
      let all = unsafe RowLine(
        number: 0, row: .init(start: nil, count: 0), result: results, slopes: nil, terms: nil)
      inPieces((count + length - 1) / length, threads: threads, work: count) { blocks in
        for block in blocks {
          let first = block * length
          let part = all.part(first..<min(first + length, count))
          let open = part.fill { eight(first + $0) }
          if open.isEmpty { continue }
          for (index, number) in zip(open, settle(open.map { first + $0 })) { part[index] = number }
        }
      }
    }
  }

  /// So many numbers, written by `fill`.
  static func filled(
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
