import CrossEntropy
import Exact

extension Report {
  /// The report for a program.
  public var json: JSON {
    .members([
      (
        "subject",
        .members([
          ("name", .string(hello.name)), ("version", .string(hello.version)),
          ("language", hello.language.map { .string($0) }), ("profile", .object(hello.profile)),
        ])
      ),
      ("suite", .string(suiteVersion)), ("level", .string(accuracy.rawValue)),
      ("conforms", .bool(conforms)),
      ("breakdown", breakdown.map { .string($0.description) }),
      ("restarts", .array(restarts.map { .string($0.description) })),
      ("complete", .bool(isComplete)), ("asked", .number(entries.count)),
      ("passed", .number(passed)), ("failed", .number(failures.count)),
      ("unsupported", .number(unsupported)), ("not_judged", .number(notJudged)),
      (
        "not_declared",
        .object(
          notDeclared.sorted { $0.key < $1.key }.map { JSON.Member($0.key, .number($0.value)) })
      ),
      ("groups", .array(groups.map(Report.json))),
      ("failures", .array(failures.map(Report.json))),
    ])
  }

  private static func json(_ group: Group) -> JSON {
    .members([
      ("function", .string(group.function)), ("format", .string(group.format.rawValue)),
      ("asked", .number(group.entries.count)), ("passed", .number(group.passed)),
      ("worst_multiple", group.worst.map { number($0.verdict.multiple) }),
      ("worst_ulps", group.worst.map { number($0.verdict.ulps) }),
      ("worst_case", group.worst.map { .string($0.question.origin.id) }),
    ])
  }

  private static func json(_ entry: Entry) -> JSON {
    let why: String? =
      switch entry.verdict.outcome {
      case .fails(let why), .unsupported(let why), .notJudged(let why): why
      case .conforms: nil
      }
    return .members([
      ("case", .string(entry.question.origin.id)),
      ("clauses", .array(entry.question.origin.clauses.map { .string($0) })),
      ("why", why.map { .string($0) }), ("multiple", number(entry.verdict.multiple)),
      ("ulps", number(entry.verdict.ulps)),
      ("element", entry.verdict.worst.map { .number($0.index) }),
      ("gradient", entry.verdict.worst?.gradient.map { .string($0) }),
      ("request", entry.question.request.json),
      ("reply", entry.reply.json(id: entry.question.request.id)),
    ])
  }

  /// JSON has no infinity: it is written as the protocol writes it.
  private static func number(_ value: Double) -> JSON {
    value.isFinite ? .number("\(value)") : "Infinity"
  }
}
