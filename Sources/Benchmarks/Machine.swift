import Foundation

/// What is measured on, as far as it matters to who reads the times.
package struct Machine: Sendable, CustomStringConvertible {
  package let cores: Int
  /// How many threads wanted to run in the last minute, on average; nil where nobody counts.
  package let load: Double?

  /// This machine, now.
  package static var now: Machine {
    var load = 0.0
    let count = unsafe getloadavg(&load, 1)
    return Machine(
      cores: ProcessInfo.processInfo.activeProcessorCount, load: count == 1 ? load : nil)
  }

  package var description: String {
    let busy = load.map { "; \(shown($0)) threads were running before" } ?? ""
    let warning = load.map { $0 > 0.5 } ?? false ? ": other work disturbed the times" : ""
    return "measured on \(cores) cores" + busy + warning
  }
}
