import Conformance
import CrossEntropy
import Exact
import Judgement
import Laws
import Specification

/// `xent spec`
enum SpecCommand: Command {
  static let name = "spec"
  static let abstract =
    "The text of Spec/: its examples run, its clauses traced, its figures drawn."
  static let usage =
    "<check|list|figures> [<chapter or clause> …] [--orphans] [--root <folder>] [--json]"
  static let details = """
    ARGUMENTS:
      check                   Run every example, follow every link, compare the clauses with the
                              code's and the figures with what is drawn now, and look for orphans
                              in the ledger; exits 1 if anything is wrong.
      check <chapter> …       Only the text of chapters whose name begins so, such as 04 or README.
      list                    The ledger: for every clause the laws and vectors that check it and
                              the mutants that violate it.
      list <clause> …         Only clauses whose id matches, such as 'SOFTMAX-*'.
      figures                 Draw the figures of Spec/figures from the reference, and say what
                              changed.

    OPTIONS:
      --orphans               With list: only clauses that lack something; exits 1 if there are any.
      --root <folder>         The folder that holds Spec (default: the nearest one above the
                              current folder that holds both Golden and Spec).
      --json                  Print the ledger as JSON, every law, vector and mutant named.
    """

  private static let actions = ["check", "list", "figures"]

  static func run(_ words: [String]) throws -> ExitCode {
    let arguments = try Arguments(words, options: ["root"], flags: ["json", "orphans"])
    guard let action = arguments.positional.first else {
      throw Failure.usage("what to do is missing: check, list or figures")
    }
    let names = Array(arguments.positional.dropFirst())
    if action != "list" {
      for flag in ["json", "orphans"] where arguments.has(flag) {
        throw Failure.usage("--\(flag) goes with list")
      }
    }
    switch action {
    case "check": return try check(names, arguments)
    case "list":
      if arguments["root"] != nil { throw Failure.usage("list needs no --root") }
      return try list(names, arguments)
    case "figures":
      if let extra = names.first { throw Failure.usage("unexpected argument \(extra)") }
      return try drawFigures(arguments)
    default:
      let nearest = nearestName(to: action, among: actions).map { "; did you mean \($0)?" } ?? ""
      throw Failure.usage("there is no action \(action)" + nearest)
    }
  }

  // MARK: The text

  private static func check(_ names: [String], _ arguments: Arguments) throws -> ExitCode {
    let folder = try arguments.reading { try SpecFolder(root: arguments.root()) }
    for name in names where !folder.chapters.contains(where: { $0.name.hasPrefix(name) }) {
      throw Failure.usage("no chapter's name begins with \(name)")
    }
    let chapters = folder.chapters.filter { chapter in
      names.isEmpty || names.contains { chapter.name.hasPrefix($0) }
    }
    let findings = chapters.flatMap { folder.findings(in: $0) }
    for finding in findings { Console.writeLine("✘ \(finding)") }
    var wrong = findings.count
    let examples = chapters.map { $0.examples.read }
    let claims = examples.joined().reduce(0) { $0 + $1.claims.count }
    Console.writeLine(
      "\(counted(chapters.count, "chapter")), \(counted(examples.joined().count, "example")) with "
        + "\(counted(claims, "claim")), "
        + "\(counted(chapters.reduce(0) { $0 + $1.clauses.count }, "clause"))")
    if names.isEmpty {
      let misplaced = folder.misplacedClauses()
      for sentence in misplaced { Console.writeLine("✘ \(sentence)") }
      wrong += misplaced.count + writeOrphans(Ledger.whole)
      wrong += try writeStaleFigures(folder)
    }
    Console.writeLine(wrong == 0 ? "All is right." : "\(counted(wrong, "thing")) wrong.")
    return wrong == 0 ? .success : .doesNotConform
  }

  /// Writes what the ledger lacks, and says how much that is.
  private static func writeOrphans(_ ledger: Ledger) -> Int {
    for stranger in ledger.strangers { Console.writeLine("✘ \(stranger)") }
    let orphans = ledger.rows.filter { !$0.lacks.isEmpty }
    for row in orphans {
      Console.writeLine("✘ \(row.clause.id) lacks \(row.lacks.joined(separator: " and "))")
    }
    return ledger.strangers.count + orphans.count
  }

  // MARK: The ledger

  private static func list(_ patterns: [String], _ arguments: Arguments) throws -> ExitCode {
    let ledger = Ledger.whole
    for pattern in patterns
    where !ledger.rows.contains(where: { glob(pattern, matches: $0.clause.id) }) {
      let nearest = nearestName(to: pattern, among: ledger.rows.map(\.clause.id))
      throw Failure.usage(
        "there is no clause \(pattern)" + (nearest.map { "; did you mean \($0)?" } ?? ""))
    }
    let chosen = ledger.rows.filter { row in
      patterns.isEmpty || patterns.contains { glob($0, matches: row.clause.id) }
    }
    let isComplete = chosen.allSatisfy(\.lacks.isEmpty) && ledger.strangers.isEmpty
    let rows = chosen.filter { !arguments.has("orphans") || !$0.lacks.isEmpty }
    if arguments.has("json") {
      Console.writeLine(JSON.array(rows.map(json)).pretty())
    } else {
      Console.write(text(rows))
      for stranger in ledger.strangers { Console.writeLine("✘ \(stranger)") }
      Console.writeLine(
        "\(counted(chosen.count, "clause")): "
          + (isComplete
            ? "each has a law or a vector that checks it and a mutant that violates it"
            : "\(counted(chosen.count { !$0.lacks.isEmpty }, "orphan"))"))
    }
    return isComplete || !arguments.has("orphans") ? .success : .doesNotConform
  }

  private static func text(_ rows: [Ledger.Row]) -> String {
    if rows.isEmpty { return "" }
    let table = rows.map { row in
      [
        row.lacks.isEmpty ? "✔" : "✘", row.clause.id, "\(row.laws.count)",
        "\(row.cases.reduce(0) { $0 + $1.formats.count })", "\(row.mutants.count)",
        row.laws.first?.name ?? row.cases.first?.id ?? "", row.mutants.first?.name ?? "",
      ]
    }
    let head = ["", "clause", "laws", "vectors", "mutants", "checked by", "violated by"]
    return aligned([head] + table) + "\n\n"
  }

  private static func json(_ row: Ledger.Row) -> JSON {
    func names(_ names: [String]) -> JSON { .array(names.map { .string($0) }) }
    return .members([
      ("id", .string(row.clause.id)), ("sentence", .string(row.clause.sentence)),
      ("laws", names(row.laws.map(\.name))),
      (
        "vectors",
        names(row.cases.flatMap { one in one.formats.map { "\(one.id)@\($0.rawValue)" } })
      ),
      ("mutants", names(row.mutants.map(\.name))), ("lacks", names(row.lacks)),
    ])
  }
}
