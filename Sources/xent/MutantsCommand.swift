import Conformance
import CrossEntropy
import Exact
import Judgement

/// `xent mutants`
enum MutantsCommand: Command {
  static let name = "mutants"
  static let abstract = "The deliberately wrong implementations, and which questions catch them."
  static let usage =
    "[GLOB …] [--survivors] [--tier TIER] [--function GLOB]… [--format FORMAT]… [--json]"
  static let details = """
    ARGUMENTS:
      GLOB                    Only mutants whose name or clause matches.

    OPTIONS:
      --survivors             Only those that nothing catches.
    \(Arguments.selectionHelp)
                              (default: float64)
      --json                  The matrix as JSON, every question that catches a mutant named.

    A mutant whose mistake is allowed at the level standard, such as flushing to zero, is held to
    strict, and then to correctly_rounded.

    EXIT STATUS: 0 every mutant is caught, 1 one survives.
    """

  static func run(_ words: [String]) throws -> ExitCode {
    let arguments = try Arguments(
      words, options: Arguments.selectionOptions, flags: ["survivors", "json"])
    if arguments.foreign != nil {
      throw Failure.usage("the mutants are this package's own; a command goes to xent verify")
    }
    let mutants = try mutants(arguments.positional)
    let functions = Set(mutants.flatMap(\.functions))
    let questions = try arguments.questions(formats: [.float64])
      .filter { functions.contains($0.request.call.function) }
    let matrix = KillMatrix(mutants, questions)
    let shown = matrix.rows.filter { $0.survives || !arguments.has("survivors") }
    if arguments.has("json") {
      Console.writeLine(JSON.array(shown.map(json)).pretty())
    } else {
      Console.write(text(shown, matrix, questions.count))
    }
    return matrix.survivors.isEmpty ? .success : .doesNotConform
  }

  private static func mutants(_ patterns: [String]) throws -> [Mutant] {
    if patterns.isEmpty { return Mutant.all }
    func matches(_ pattern: String, _ mutant: Mutant) -> Bool {
      ([mutant.name] + mutant.clauses).contains { glob(pattern, matches: $0) }
    }
    for pattern in patterns where !Mutant.all.contains(where: { matches(pattern, $0) }) {
      let nearest = nearestName(to: pattern, among: Mutant.all.map(\.name))
      throw Failure.usage(
        "there is no mutant \(pattern)" + (nearest.map { "; did you mean \($0)?" } ?? ""))
    }
    return Mutant.all.filter { mutant in patterns.contains { matches($0, mutant) } }
  }

  private static func text(
    _ rows: [KillMatrix.Row], _ matrix: KillMatrix, _ questions: Int
  ) -> String {
    let table = rows.map { row -> [String] in
      let level = row.accuracy == .standard ? "" : " at \(row.accuracy.rawValue)"
      let first = row.killers.first?.caseID.map { $0 + level }
      return [
        row.survives ? "✘" : "✔", row.mutant.name, row.mutant.clauses.first ?? "",
        "\(row.killers.count) of \(row.asked)", first ?? "survives: \(row.mutant.mistake)",
      ]
    }
    let survivors = matrix.survivors.count
    let head =
      table.isEmpty ? "" : aligned([["", "mutant", "clause", "caught by", "first"]] + table)
    return head + (head.isEmpty ? "" : "\n\n")
      + "\(matrix.rows.count - survivors) of \(matrix.rows.count) mutants caught by \(questions) questions\n"
  }

  private static func json(_ row: KillMatrix.Row) -> JSON {
    .members([
      ("name", .string(row.mutant.name)), ("mistake", .string(row.mutant.mistake)),
      ("clauses", .array(row.mutant.clauses.map { .string($0) })),
      ("functions", .array(row.mutant.functions.map { .string($0) })),
      ("asked", .number(row.asked)),
      ("accuracy", .string(row.accuracy.rawValue)),
      ("caught_by", .array(row.killers.map { .string($0.request.id) })),
    ])
  }
}
