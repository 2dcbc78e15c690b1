/// Whoever does the work of a workload and tells how long it took: this package, or a peer.
public protocol Competitor: AnyObject {
  var name: String { get }
  var version: String { get }

  /// One measurement of so many seconds at least; nil for a workload that it does not have.
  /// - Throws: `Complaint` about a peer; anything else is a fault of our own.
  func measure(_ workload: String, _ work: Work, seconds: Double) throws -> Measurement?
}

/// What one measurement says.
public struct Measurement: Sendable {
  /// Nanoseconds an element.
  public let time: Double
  public let outputs: Outputs
}

/// Why a peer's numbers are not believed, or not there.
public struct Complaint: Error, CustomStringConvertible, Hashable {
  public let description: String

  init(_ description: String) { self.description = description }
}

/// This package.
public final class Ourselves: Competitor {
  public let name = "CrossEntropy"
  public let version: String

  public init(version: String) { self.version = version }

  public func measure(_ workload: String, _ work: Work, seconds: Double) throws -> Measurement? {
    let (time, outputs) = try Stopwatch.nanoseconds(seconds: seconds, work.pass)
    return Measurement(time: time / Double(work.elements), outputs: outputs)
  }
}
