import Dispatch
import Synchronization

extension Array where Element: Sendable {
  /// The results of a function of every element, in order, computed on all cores.
  ///
  /// - Throws: the error of the first element, in order, that has one.
  package func concurrentMap<Result: Sendable, Failure: Error>(
    _ transform: @Sendable (Element) throws(Failure) -> Result
  ) throws(Failure) -> [Result] {
    let results = Mutex([Swift.Result<Result, Failure>?](repeating: nil, count: count))
    // The elements may differ much in what they cost, so each core takes the next one that is left.
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let result = Swift.Result { () throws(Failure) in try transform(self[index]) }
      results.withLock { $0[index] = result }
    }
    return try results.withLock { $0 }.map { result throws(Failure) in try result!.get() }
  }
}
