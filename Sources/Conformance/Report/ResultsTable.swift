import CrossEntropy
import Exact
import Judgement

/// What real implementations did, side by side: the page that Golden/results shows first.
public struct ResultsTable: Sendable {
  /// The summaries by the names of their adapters, each judged against the list of its known
  /// failures.
  public let results: [(name: String, summary: Summary)]
  /// The recorded sweeps of the reference.
  public let sweeps: [RecordedSweep]

  /// The page over these results, in the order given.
  public init(_ results: [(name: String, summary: Summary)], sweeps: [RecordedSweep] = []) {
    (self.results, self.sweeps) = (results, sweeps)
  }

  /// The page, as Markdown.
  public var markdown: String {
    ([ResultsTable.head, table] + results.map { ResultsTable.section($0.name, $0.summary) }
      + (sweeps.isEmpty ? [] : [RecordedSweep.section(sweeps)]))
      .joined(separator: "\n\n") + "\n"
  }

  private static let head = """
    # What real implementations do

    Each was asked the core tier through its adapter in Tests/Adapters, at level `standard`, and every number that
    it answered was held to its proved bound. `✔` all of a function conforms, in all its formats; `✘ 3/40` three
    of forty answers fail; nothing stands where the implementation has no such function. The sections below say what
    fails and why. A list NAME.known holds every failure with its reason, NAME.json what was measured;
    `Tests/Adapters/run NAME --known-failing Golden/results/NAME.known` runs it again, and fails if anything has
    changed. `xent golden record results` writes this page.
    """

  private var table: String {
    var lines = ["| function | " + results.map(\.name).joined(separator: " | ") + " |"]
    lines.append("|---|" + results.map { _ in "---|" }.joined())
    for function in Function.all.map(\.name) {
      let cells = results.map { ResultsTable.cell(function, $0.summary) }
      if cells.contains(where: { !$0.isEmpty }) {
        lines.append("| `\(function)` | " + cells.joined(separator: " | ") + " |")
      }
    }
    return lines.joined(separator: "\n")
  }

  /// A function in all its formats.
  private static func cell(_ function: String, _ summary: Summary) -> String {
    let groups = summary.keys.filter { $0.function == function }.map { summary.groups[$0]! }
    func count(_ outcome: Record.Outcome) -> Int { groups.reduce(0) { $0 + $1[outcome] } }
    let failed = count(.fails) + count(.known)
    let judged = failed + count(.conforms)
    if judged == 0 { return "" }
    return failed == 0 ? "✔" : "✘ \(failed)/\(judged)"
  }

  private static func section(_ name: String, _ summary: Summary) -> String {
    let hello = summary.hello
    let formats = Format.allCases.filter { format in
      summary.keys.contains { $0.format == format }
    }
    let failed = summary[.fails] + summary[.known]
    var lines = ["## \(name)", ""]
    lines.append(
      "\(hello.name) \(hello.version); \(formats.map(\.rawValue).joined(separator: ", ")); "
        + "\(counted(summary.judged, "answer")) judged, \(failed) fail, "
        + "\(summary[.notJudged]) not judged.")
    let profile = hello.profile.map {
      "`\($0.key)` \($0.value.string ?? $0.value.description)"
    }
    if !profile.isEmpty { lines += ["", "Its policies: " + profile.joined(separator: ", ") + "."] }
    if let known = summary.known { lines += findings(known) }
    if summary[.fails] > 0 {
      lines += [
        "", "Not explained: \(summary.failures.map { "`\($0.id)`" }.joined(separator: ", ")).",
      ]
    }
    return lines.joined(separator: "\n")
  }

  /// The known failures by what is said of them, those of most failures first.
  private static func findings(_ known: KnownFailures) -> [String] {
    var order: [String] = []
    var byExplanation: [String: [KnownFailures.Entry]] = [:]
    for entry in known.entries where entry.failed > 0 {
      if byExplanation[entry.explanation] == nil { order.append(entry.explanation) }
      byExplanation[entry.explanation, default: []].append(entry)
    }
    if order.isEmpty { return [] }
    let rows = order.map { explanation -> (count: Int, line: String) in
      let entries = byExplanation[explanation]!
      let count = entries.reduce(0) { $0 + $1.failed }
      let names = entries.prefix(shown).map { "`\($0.pattern)`" }.joined(separator: ", ")
      let more = entries.count > shown ? ", …" : ""
      return (count, "- \(count): \(explanation.isEmpty ? "?" : explanation) (\(names)\(more))")
    }
    // A stable order: by count, then as the list has them.
    let sorted = rows.enumerated().sorted {
      $0.element.count != $1.element.count
        ? $0.element.count > $1.element.count : $0.offset < $1.offset
    }
    return [""] + sorted.map(\.element.line)
  }

  /// How many names of what fails stand beside an explanation.
  private static let shown = 4
}
