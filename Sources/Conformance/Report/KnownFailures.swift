import CrossEntropy
import Exact
public import Judgement

/// Failures that are expected, each with its reason: a list that people keep beside an
/// implementation, so that only what is new fails.
///
/// One entry a line: a pattern of names, spaces, and the reason as the report gives it, in which `*`
/// stands for anything. A name is that of a case, `softmax/offset-ties`, with `@float32` for one
/// format alone, or that of a clause, `POLICY-4`. Lines from `#` on above entries say why these are
/// there; an empty line ends what they are about.
public struct KnownFailures: Sendable {
  /// A line of the list, and what came of it.
  public struct Entry: Sendable, Hashable {
    /// The line of the file, from 1.
    public let line: Int
    /// The cases or the clause that it is about; `*` and `?` stand for letters.
    public let pattern: String
    /// Why they fail, as the report gives it; `*` stands for anything.
    public let reason: String
    /// What the lines above say, without the marks.
    public let explanation: String
    /// How many questions that it is about failed as it says, and how many passed.
    public var failed = 0
    /// How many questions that it is about passed.
    public var passed = 0
  }

  /// The entries in the order of the list.
  public internal(set) var entries: [Entry] = []

  /// Reads a list.
  /// - Throws: `WireError`, naming the line.
  public init(parsing text: String) throws(WireError) {
    var explanation: [Substring] = []
    // What is said above several entries is said of them all; the next comment begins anew.
    var isAboutEntries = false
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let line = trimmed(line)
      if line.isEmpty || (line.hasPrefix("#") && isAboutEntries) {
        (explanation, isAboutEntries) = ([], false)
      }
      if line.isEmpty { continue }
      if line.hasPrefix("#") {
        explanation.append(trimmed(line.drop { $0 == "#" }))
        continue
      }
      let pattern = line.prefix { !$0.isWhitespace }
      let reason = trimmed(line.dropFirst(pattern.count))
      if reason.isEmpty {
        throw WireError("line \(index + 1): a name and the reason of the failure are expected")
      }
      isAboutEntries = true
      entries.append(
        Entry(
          line: index + 1, pattern: String(pattern), reason: String(reason),
          explanation: explanation.joined(separator: " ")))
    }
  }

  /// Takes note of what became of a question; a failure that is on the list is marked as known.
  ///
  /// A failure that only its name is on the list of, for another reason, is new.
  mutating func take(_ record: inout Record) {
    let wasFailing = record.outcome == .fails
    for index in entries.indices where entries[index].isAbout(record) {
      if !wasFailing {
        if record.outcome == .conforms { entries[index].passed += 1 }
      } else if entries[index].explains(record) {
        entries[index].failed += 1
        record.outcome = .known
      }
    }
  }

  /// The same list after two parts of one verification.
  static func merged(_ a: KnownFailures?, _ b: KnownFailures?) -> KnownFailures? {
    guard var result = a, let b else { return a ?? b }
    for entry in b.entries {
      if let index = result.entries.firstIndex(where: { $0.isSame(as: entry) }) {
        result.entries[index].failed += entry.failed
        result.entries[index].passed += entry.passed
      } else {
        result.entries.append(entry)
      }
    }
    result.entries.sort { $0.line < $1.line }
    return result
  }

  /// The entries that expect what does not happen: what they are about was asked and none of it
  /// failed so, or is no question of the corpus.
  public func stale() -> [String] {
    entries.compactMap { entry in
      if entry.failed > 0 { return nil }
      if entry.passed > 0 { return "line \(entry.line): \(entry.pattern) passes now" }
      let isKnown = Corpus.all.contains(where: entry.isAbout)
      return isKnown ? nil : "line \(entry.line): \(entry.pattern) matches no question"
    }
  }
}

extension KnownFailures.Entry {
  fileprivate func isSame(as other: Self) -> Bool {
    (line, pattern, reason) == (other.line, other.pattern, other.reason)
  }

  /// Whether it names the case in some format, or the clause that a wrong answer breaks.
  package func isAbout(_ origin: Case) -> Bool {
    isAbout(clauses: origin.clauses)
      || origin.formats.contains { isAbout(id: "\(origin.id)@\($0.rawValue)") }
  }

  fileprivate func isAbout(_ record: Record) -> Bool {
    isAbout(id: record.id) || isAbout(clauses: record.clauses)
  }

  /// An id of a request, such as `softmax/offset-ties@float32`.
  fileprivate func isAbout(id: String) -> Bool {
    if pattern.contains("@") { return glob(pattern, matches: id) }
    return glob(pattern, matches: id.prefix { $0 != "@" })
  }

  /// The clause that a wrong answer breaks is the first.
  fileprivate func isAbout(clauses: [String]) -> Bool { clauses.first == pattern }

  fileprivate func explains(_ record: Record) -> Bool {
    glob("*\(reason)*", matches: record.reason)
  }
}

private func trimmed(_ text: Substring) -> Substring {
  let start = text.drop { $0.isWhitespace }
  return start.lastIndex { !$0.isWhitespace }.map { start[...$0] } ?? start
}
