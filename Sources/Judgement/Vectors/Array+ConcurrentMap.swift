import Dispatch
import Synchronization

extension Array where Element: Sendable {
  /// The results of a function of every element, in order, computed on all cores.
  ///
  /// - Throws: the error of the first element, in order, that has one.
  func concurrentMap<Result: Sendable>(
    _ transform: @Sendable (Element) throws -> Result
  ) throws -> [Result] {
    let results = Mutex([Swift.Result<Result, any Error>?](repeating: nil, count: count))
    // The elements may differ much in what they cost, so each core takes the next one that is left.
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let result = Swift.Result { try transform(self[index]) }
      results.withLock { $0[index] = result }
    }
    return try results.withLock { $0 }.map { try $0!.get() }
  }
}
