import Conformance
import CrossEntropy
import Exact
import Judgement
import Laws

/// What is known under a name of the specification: a clause, a function, a law, a vector, a mutant or
/// a policy axis.
public struct Explanation: Sendable {
  /// A part of the text: a heading, and lines below it.
  struct Section: Sendable {
    let heading: String
    let lines: [String]
  }

  let title: String
  let lead: [String]
  let sections: [Section]

  /// Explains a name; nil if nothing has it.
  ///
  /// - Parameters:
  ///   - name: an id, or a name as code and wire write it; a clause in capitals or not.
  ///   - results: what real implementations did, as Golden/results keeps it; nil if that is not at
  ///     hand.
  public init?(of name: String, results: RealResults? = nil) {
    let upper = name.uppercased()
    if let clause = Clause.all.first(where: { $0.id == upper }) {
      self.init(clause, results)
    } else if let function = Function.all.first(where: { $0.name == name }) {
      self.init(function, results)
    } else if let axis = Axis(rawValue: name) {
      self.init(axis, results)
    } else if name.contains("/"), let origin = Corpus.named(String(name.prefix { $0 != "@" })) {
      let format = name.firstIndex(of: "@").map { String(name[$0...].dropFirst()) }
      guard let asked = origin.formats.first(where: { format == nil || $0.rawValue == format })
      else { return nil }
      self.init(origin, in: asked, results)
    } else if let law = Law.named(name) {
      self.init(law)
    } else if let mutant = Mutant.named(name) {
      self.init(mutant)
    } else {
      return nil
    }
  }

  init(title: String, lead: [String], sections: [Section]) {
    (self.title, self.lead) = (title, lead)
    self.sections = sections.filter { !$0.lines.isEmpty }
  }

  /// The name of something that is nearest to a name that nothing has; nil if none is near.
  public static func nearest(to name: String) -> String? {
    // The corpus, which takes a second to read, has the only names with a slash.
    if name.contains("/") { return nearestName(to: name, among: Corpus.all.map(\.id)) }
    return nearestName(
      to: name,
      among: Clause.all.map(\.id) + Function.all.map(\.name) + Axis.allCases.map(\.rawValue)
        + Mutant.all.map(\.name) + Law.all.map(\.name))
  }

  /// The whole as plain text: the name, and under each heading what is known.
  public var text: String {
    let head = ([title] + lead.map { "  " + $0 }).joined(separator: "\n") + "\n"
    return head
      + sections.map { section in
        "\n\(section.heading)\n" + section.lines.map { "  \($0)\n" }.joined()
      }.joined()
  }

  // MARK: What several of them show

  /// Rows in columns, of which only so many are shown.
  static func table(_ rows: [[String]], limit: Int = 8) -> [String] {
    let shown = aligned(Array(rows.prefix(limit))).split(separator: "\n").map(String.init)
    return rows.count > limit ? shown + ["and \(rows.count - limit) more"] : shown
  }

  static func clauses(_ ids: [String], heading: String = "clauses") -> Section {
    let byID = Dictionary(uniqueKeysWithValues: Clause.all.map { ($0.id, $0.sentence) })
    return Section(heading: heading, lines: table(ids.map { [$0, byID[$0] ?? ""] }, limit: 20))
  }

  static func laws(_ laws: [Law], heading: String) -> Section {
    Section(heading: heading, lines: table(laws.map { [$0.name, $0.statement] }))
  }

  static func mutants(_ mutants: [Mutant], heading: String) -> Section {
    Section(heading: heading, lines: table(mutants.map { [$0.name, $0.mistake] }))
  }
}
