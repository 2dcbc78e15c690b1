import CrossEntropy

/// What is wrong in the text of Spec/, and where.
public struct SpecFinding: Sendable, Hashable, CustomStringConvertible {
  /// The file, as it is called from the top of a checkout.
  public let file: String
  /// The line, counted from 1.
  public let line: Int
  /// What is wrong, as a sentence without its end.
  public let message: String

  /// `Spec/04-Activation.md:12: …`
  public var description: String { "\(file):\(line): \(message)" }
}

extension SpecFolder {
  /// What is wrong in a chapter: examples that do not come out or cannot be read, links that lead
  /// nowhere, clauses that are not those of the code.
  public func findings(in chapter: Chapter) -> [SpecFinding] {
    let examples = chapter.examples
    let found =
      examples.unread + examples.read.flatMap { $0.findings() } + brokenLinks(of: chapter)
      + SpecFolder.strangeClauses(of: chapter)
    return found.sorted { $0.line < $1.line }
      .map { SpecFinding(file: chapter.file, line: $0.line, message: $0.message) }
  }

  /// The clauses of the code that stand in no chapter, or in more than one.
  public func misplacedClauses() -> [String] {
    let written = chapters.flatMap { $0.clauses.map(\.id) }
    let counts = Dictionary(written.map { ($0, 1) }, uniquingKeysWith: +)
    return Clause.all.compactMap { clause in
      switch counts[clause.id] {
      case nil: "\(clause.id) stands in no chapter"
      case 1: nil
      default: "\(clause.id) stands twice"
      }
    }
  }

  private static let sentences = Dictionary(
    uniqueKeysWithValues: Clause.all.map { ($0.id, $0.sentence) })

  private static func strangeClauses(of chapter: Chapter) -> [Example.Malformed] {
    chapter.clauses.compactMap { clause in
      switch sentences[clause.id] {
      case nil:
        Example.Malformed(line: clause.line, message: "the code has no clause \(clause.id)")
      case clause.sentence: nil
      case let sentence?:
        Example.Malformed(
          line: clause.line, message: "\(clause.id) is in the code: \(sentence)")
      }
    }
  }
}
