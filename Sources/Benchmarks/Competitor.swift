/// Whoever does the work of a workload and tells how long it took: this package, or a peer.
package protocol Competitor: AnyObject {
  var name: String { get }
  var version: String { get }

  /// One measurement of so many seconds at least; nil for a workload that it does not have.
  /// - Throws: `Complaint` about a peer; anything else is a fault of our own.
  func measure(_ workload: String, _ work: Work, seconds: Double) throws -> Measurement?
}

/// What one measurement says.
package struct Measurement: Sendable {
  /// Nanoseconds an element.
  package let time: Double
  package let outputs: Outputs
}

/// Why a peer's numbers are not believed, or not there.
package struct Complaint: Error, CustomStringConvertible, Hashable {
  package let description: String

  init(_ description: String) { self.description = description }
}

/// This package.
package final class Ourselves: Competitor {
  package let name = "CrossEntropy"
  package let version: String

  package init(version: String) { self.version = version }

  package func measure(_ workload: String, _ work: Work, seconds: Double) throws -> Measurement? {
    let (time, outputs) = try Stopwatch.nanoseconds(seconds: seconds, work.pass)
    return Measurement(time: time / Double(work.elements), outputs: outputs)
  }
}
