/// What a search found.
public enum Outcome: Sendable {
  /// So many cases held; with how many of them carried each label.
  case holds(cases: Int, labels: [String: Int])
  /// A case failed.
  case fails(Failure)
  /// Too many draws were discarded.
  case starved(cases: Int, discarded: Int)
  /// A label that `cover` demands was too rare.
  case uncovered(label: String, share: Double, wanted: Double)
}

/// A failing case, in the simplest form found.
public struct Failure: Sendable {
  /// Which case failed, counted from 1.
  public let caseNumber: Int
  /// How many were to be tried; nil if all of the small world.
  public let cases: Int?
  /// The failing case as it was drawn.
  public let first: Tape
  /// What the claim noted about the first case.
  public let firstNotes: [String]
  /// The failing case in the simplest form found; what replays it.
  public let least: Tape
  /// What the claim noted about the least case.
  public let leastNotes: [String]
  /// Simplifications that kept it failing, and all that were tried.
  public let steps: Int
  /// All simplifications that were tried.
  public let tries: Int
  /// Whether the case came from the small world, which a replay has to be told.
  public let isSmallWorld: Bool
  /// Whether the claim held when the very same case was tried again.
  public let isFlaky: Bool
  /// What the least case threw.
  public let error: any Error
}

extension Outcome {
  /// What a person is told about a claim; nil if it holds.
  public func report(_ name: String) -> String? {
    switch self {
    case .holds: nil
    case .fails(let failure): failure.report(name, because: "\(failure.error)")
    case .starved(let cases, let discarded):
      "\(name) is starved: \(discarded) draws were discarded for \(cases) cases. "
        + "Draw what the claim wants instead of discarding the rest."
    case .uncovered(let label, let share, let wanted):
      "\(name) meets '\(label)' in \(percent(share)) of its cases, not in \(percent(wanted))."
    }
  }

  private func percent(_ share: Double) -> String { "\((share * 1000).rounded() / 10) %" }
}

extension Failure {
  /// The claim, the least case, the reason, how it was found, and how to see it again.
  ///
  /// - Parameters:
  ///   - name: what the claim is called.
  ///   - reason: left out if nil, where it is told by other means.
  ///   - replay: what to do to see the case again; the tape alone if nil.
  public func report(_ name: String, because reason: String?, replay: String? = nil) -> String {
    var lines = ["\(name) is false.", Self.text(leastNotes, least)]
    if let reason { lines.append("because \(reason)") }
    var found = "found as case \(caseNumber)" + (cases.map { " of \($0)" } ?? " of all")
    if steps > 0 {
      found += ", simplified from \(Self.text(firstNotes, first)) in \(tries) tries"
    }
    lines.append(found)
    if isFlaky { lines.append("flaky: the claim held when the same case was tried again") }
    lines.append("replay: " + (replay ?? "\(least)"))
    return lines.joined(separator: "\n    ")
  }

  /// The notes or, for want of any, what was drawn.
  private static func text(_ notes: [String], _ tape: Tape) -> String {
    if !notes.isEmpty { return notes.joined(separator: ", ") }
    let values = tape.choices.map { choice in
      switch choice {
      case .index(let index): "\(index)"
      case .real(let value): "\(value)"
      }
    }
    return "drawn: " + (values.isEmpty ? "nothing" : values.joined(separator: ", "))
  }
}
