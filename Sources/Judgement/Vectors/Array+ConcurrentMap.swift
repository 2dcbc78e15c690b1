import Dispatch
import Foundation
import Synchronization

extension Array where Element: Sendable {
  /// The results of a function of every element, in order, computed on so many threads, by default on
  /// all cores.
  ///
  /// - Throws: the error of the first element, in order, that has one.
  package func concurrentMap<Result: Sendable, Failure: Error>(
    threads: Int = ProcessInfo.processInfo.activeProcessorCount,
    _ transform: @Sendable (Element) throws(Failure) -> Result
  ) throws(Failure) -> [Result] {
    let results = Mutex([Swift.Result<Result, Failure>?](repeating: nil, count: count))
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: Swift.min(threads, count)) { _ in
      // The elements may differ much in what they cost, so each thread takes the next one that is
      // left.
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        if index >= count { return }
        let result = Swift.Result { () throws(Failure) in try transform(self[index]) }
        results.withLock { $0[index] = result }
      }
    }
    return try results.withLock { $0 }.map { result throws(Failure) in try result!.get() }
  }
}
