import CrossEntropy

/// What was drawn, and as what.
public typealias Note = (name: String, text: String)

/// A case on which a law fails, in the simplest form found.
public struct Finding: Sendable, CustomStringConvertible {
  public let law: String
  public let statement: String
  public let clauses: [String]
  public let subject: String
  /// The least case, by the names of its draws.
  public let least: [Note]
  /// The case as it was first seen; empty for an example.
  public internal(set) var first: [Note] = []
  /// Why the law fails on the least case.
  public let because: String
  public internal(set) var caseNumber = 0
  public internal(set) var tries = 0
  public internal(set) var isFlaky = false
  /// What replays the least case: law, subject, tape.
  public let token: String

  init(_ law: Law, _ subject: some Subject, _ notes: [Note], _ error: any Error, token: String) {
    (self.law, self.statement, self.clauses) = (law.name, law.statement, law.clauses)
    (self.subject, least, because) = (subject.name, notes, "\(error)")
    self.token = "\(law.name)/\(subject.name)/\(token)"
  }

  static func text(_ notes: [Note]) -> String {
    notes.isEmpty
      ? "(nothing was drawn)" : notes.map { "\($0.name) = \($0.text)" }.joined(separator: ", ")
  }

  /// The least case on one line.
  public var leastText: String { Finding.text(least) }

  public var description: String {
    var lines = ["\(law) (\(clauses.joined(separator: ", "))) is false of \(subject): \(statement)"]
    lines.append("    " + leastText)
    lines.append("    because " + because)
    if isFlaky { lines.append("    it held when the same case was tried again") }
    if !first.isEmpty {
      lines.append("    found as case \(caseNumber), simplified in \(tries) tries from")
      lines.append("    " + Finding.text(first))
    }
    lines.append("    replay: xent replay '\(token)'")
    return lines.joined(separator: "\n")
  }
}
