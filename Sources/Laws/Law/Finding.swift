import CrossEntropy

/// A case on which a law fails, in the simplest form found.
public struct Finding: Sendable, CustomStringConvertible {
  /// The name of the law.
  public let law: String
  /// What the law says.
  public let statement: String
  /// The clauses that the law checks.
  public let clauses: [String]
  /// The name of the subject.
  public let subject: String
  /// The least case: what was drawn, by name.
  public let least: [String]
  /// The case as it was first seen; empty for an example.
  public internal(set) var first: [String] = []
  /// Why the law fails on the least case.
  public let because: String
  /// Which case failed, counted from 1; 0 for an example.
  public internal(set) var caseNumber = 0
  /// How many simpler cases were tried.
  public internal(set) var tries = 0
  /// Whether the claim held when the very same case was tried again.
  public internal(set) var isFlaky = false
  /// What replays the least case: law, subject, tape.
  public let token: String

  init(_ law: Law, _ subject: some Subject, _ notes: [String], _ error: any Error, token: String) {
    (self.law, self.statement, self.clauses) = (law.name, law.statement, law.clauses)
    (self.subject, least, because) = (subject.name, notes, "\(error)")
    self.token = "\(law.name)/\(subject.name)/\(token)"
  }

  static func text(_ notes: [String]) -> String {
    notes.isEmpty ? "(nothing was drawn)" : notes.joined(separator: ", ")
  }

  /// The least case on one line.
  public var leastText: String { Finding.text(least) }

  /// The law, the least case, the reason, how it was found, and what replays it, on a line each.
  public var description: String {
    var lines = ["\(law) (\(clauses.joined(separator: ", "))) is false of \(subject): \(statement)"]
    lines.append("    " + leastText)
    lines.append("    because " + because)
    if isFlaky { lines.append("    it held when the same case was tried again") }
    if caseNumber > 0 {
      let from = first.isEmpty ? "" : ", simplified in \(tries) tries from \(Finding.text(first))"
      lines.append("    found as case \(caseNumber)" + from)
    }
    lines.append("    replay: xent replay '\(token)'")
    return lines.joined(separator: "\n")
  }
}
