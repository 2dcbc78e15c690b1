package import Foundation
import Judgement

/// A program that does the same work elsewhere, spoken to in lines; Tests/Peers/README.md describes
/// them.
///
/// It stays alive over all rounds, so that its measurements alternate with ours. What it says is
/// read with suspicion: a line that is not as agreed, or a time that cannot be, is a complaint.
package final class Peer: Competitor {
  package let name: String
  package let version: String
  private let conversation: Conversation
  /// Why it is of no more use.
  private var end: Complaint?

  /// Starts a command with the inputs' file as its last word.
  /// - Throws: `Complaint` if it does not greet with its name and its version.
  package init(_ command: [String], inputs: URL, patience: Double = 60) throws(Complaint) {
    do {
      conversation = try Conversation(command + [inputs.path(percentEncoded: false)])
    } catch {
      throw Complaint(error.description)
    }
    let line = try Peer.receive(from: conversation, seconds: patience)
    let words = line.split(separator: " ", maxSplits: 1)
    guard words.count == 2 else {
      throw Complaint("it does not greet with a name and a version, but with: \(excerpt(line))")
    }
    (name, version) = (String(words[0]), String(words[1]))
  }

  package func measure(_ workload: String, _ work: Work, seconds: Double) throws -> Measurement? {
    if let end { throw end }
    let clock = ContinuousClock()
    let start = clock.now
    conversation.send("\(workload) \(seconds)")
    let line: String
    do throws(Complaint) {
      line = try Peer.receive(from: conversation, seconds: 120 + 10 * seconds)
    } catch {
      end = error
      throw error
    }
    if line == "-" { return nil }
    let passed = (clock.now - start) / .nanoseconds(1)
    return try Peer.read(line, work, seconds: seconds, passed: passed)
  }

  /// Reads a time and the results.
  ///
  /// - Parameters:
  ///   - seconds: the least time that was to be measured.
  ///   - passed: nanoseconds until the line came.
  static func read(
    _ line: String, _ work: Work, seconds: Double, passed: Double
  ) throws(Complaint) -> Measurement {
    let words = line.split(separator: " ")
    guard let first = words.first, let time = Double(first), time.isFinite, time > 0 else {
      throw Complaint("it does not answer with a time, but with: \(excerpt(line))")
    }
    if words.count - 1 != work.peerResults {
      throw Complaint("it gives \(words.count - 1) results, where there are \(work.peerResults)")
    }
    guard let outputs = work.exact.reading(words.dropFirst()) else {
      throw Complaint("it gives results that cannot be read: \(excerpt(line))")
    }
    if passed < seconds * 1e9 {
      throw Complaint("it was to measure for \(seconds) s, and answered after \(duration(passed))")
    }
    return Measurement(time: time, outputs: outputs)
  }

  private static func receive(
    from conversation: Conversation, seconds: Double
  ) throws(Complaint) -> String {
    switch conversation.next(before: Date(timeIntervalSinceNow: seconds)) {
    case .line(let line): return line
    case .timedOut: throw Complaint("no answer within \(shown(seconds)) s")
    case .endless: throw Complaint("a line that does not end")
    case .ended:
      let soon = Date(timeIntervalSinceNow: 2)
      let how = conversation.exit(before: soon)?.description ?? "closed its standard output"
      let last = conversation.diagnostics(before: soon).split(separator: "\n").last
      throw Complaint("it " + how + (last.map { ": \(excerpt(String($0)))" } ?? ""))
    }
  }
}

private func excerpt(_ line: String) -> String {
  line.count <= 80 ? line : line.prefix(77) + "…"
}
