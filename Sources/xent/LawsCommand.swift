import Conformance
import CrossEntropy
import Foundation
import Judgement
import Laws
import Property

/// `xent laws`
enum LawsCommand: Command {
  static let name = "laws"
  static let abstract = "Every claim of the family: listed, or tried on a subject."
  static let usage = "[GLOB …] [--check] [--subject NAME] [--cases N] [--seed S] [--json]"
  static let details = """
    ARGUMENTS:
      GLOB                    Only laws whose name, family or clause matches, such as 'softmax-*',
                              Focal or ENTROPY-1.

    OPTIONS:
      --check                 Try the laws instead of listing them; exits 1 if one fails.
      --subject NAME          Try them on this subject only, which may be a mutant:
                              \(LawSubjects.right.map(\.name).joined(separator: "\n                              ")).
      --cases N               Multiply the number of cases by N (default: 1).
      --seed S                Another draw than the one that the names of the laws stand for.
      --json                  The list as JSON.
    """

  private static func names(_ subjects: [any Subject]) -> String {
    subjects.map { $0.name }.joined(separator: ", ")
  }

  static func run(_ words: [String]) throws -> ExitCode {
    let arguments = try Arguments(
      words, options: ["subject", "cases", "seed"], flags: ["check", "json"])
    if arguments.foreign != nil {
      throw Failure.usage("laws are tried on subjects of this process, not on a command")
    }
    let families = try selection(arguments.positional)
    if arguments.has("check") {
      if arguments.has("json") {
        throw Failure.usage("--json goes with the list, not with --check")
      }
      return try check(families.flatMap(\.laws), arguments)
    }
    for option in ["subject", "cases", "seed"] where arguments[option] != nil {
      throw Failure.usage("--\(option) goes with --check")
    }
    if arguments.has("json") {
      Console.writeLine(json(families).pretty())
    } else {
      Console.write(families.map(text).joined(separator: "\n"))
    }
    return .success
  }

  private static func selection(_ patterns: [String]) throws -> [LawFamily] {
    if patterns.isEmpty { return Law.families }
    func matches(_ pattern: String, _ law: Law, _ family: LawFamily) -> Bool {
      glob(pattern, matches: law.name) || glob(pattern, matches: family.name)
        || law.clauses.contains { glob(pattern, matches: $0) }
    }
    for pattern in patterns
    where !Law.families.contains(where: { family in
      family.laws.contains { matches(pattern, $0, family) }
    }) {
      let known =
        Law.all.map(\.name) + Law.families.map(\.name) + Clause.all.map(\.id)
      if Clause.all.contains(where: { $0.id == pattern }) {
        throw Failure.usage("no law checks \(pattern)")
      }
      let nearest = nearestName(to: pattern, among: known).map { "; did you mean \($0)?" } ?? ""
      throw Failure.usage("there is no law, family or clause \(pattern)" + nearest)
    }
    return Law.families.map { family in
      family.keeping { law in patterns.contains { matches($0, law, family) } }
    }.filter { !$0.laws.isEmpty }
  }

  private static func text(_ family: LawFamily) -> String {
    family.name + "\n"
      + family.laws.map { law in
        """
          \(law.name)  (\(law.clauses.joined(separator: ", ")))
              \(law.statement)
              holds of \(promises(law)); broken by \(names(LawSubjects.breaking(law)))
              \(law.source)

        """
      }.joined()
  }

  private static func promises(_ law: Law) -> String {
    Promise.allCases.filter(law.promises.contains).map(\.rawValue).joined(separator: ", ")
  }

  private static func json(_ families: [LawFamily]) -> JSON {
    .array(
      families.flatMap { family in
        family.laws.map { law in
          .members([
            ("name", .string(law.name)), ("family", .string(family.name)),
            ("statement", .string(law.statement)),
            ("clauses", .array(law.clauses.map { .string($0) })),
            ("source", .string(law.source)),
            (
              "promises",
              .array(Promise.allCases.filter(law.promises.contains).map { .string($0.rawValue) })
            ),
            ("subjects", .array(claimed(law).map { .string($0.name) })),
            ("broken_by", .array(LawSubjects.breaking(law).map { .string($0.name) })),
          ])
        }
      })
  }

  private static func claimed(_ law: Law) -> [any Subject] {
    LawSubjects.right.filter { law.isClaimed(of: $0) }
  }

  private static func check(_ laws: [Law], _ arguments: Arguments) throws -> ExitCode {
    var settings = Settings()
    settings.factor = try arguments.int("cases", in: 1...1_000_000) ?? 1
    settings.seed = UInt64(try arguments.int("seed", in: 0...Int.max) ?? 0)
    let only = try arguments["subject"].map { try LawsCommand.subject($0) }
    var (cases, trials, failures) = (0, 0, 0)
    for law in laws {
      for subject in only.map({ [$0] }) ?? claimed(law) where law.isClaimed(of: subject) {
        trials += 1
        switch law.run(on: subject, settings) {
        case .holds(let count): cases += count
        case .fails(let finding):
          failures += 1
          Console.writeLine("✘ \(finding)\n")
        case .inconclusive(let why):
          failures += 1
          Console.writeLine("✘ \(law.name) on \(subject.name) is inconclusive: \(why)\n")
        }
      }
    }
    if trials == 0 { throw Failure.usage("none of these laws is claimed of \(only?.name ?? "")") }
    let verdict = failures == 0 ? "all hold" : "\(failures) fail"
    Console.writeLine(
      "\(counted(laws.count, "law")) in \(counted(trials, "trial")), \(counted(cases, "case")): "
        + verdict)
    return failures == 0 ? .success : .doesNotConform
  }

  static func subject(_ name: String) throws -> any Subject {
    if let subject = LawSubjects.named(name) { return subject }
    let known = (LawSubjects.right + LawSubjects.wrong).map { $0.name }
    let nearest = nearestName(to: name, among: known).map { "; did you mean \($0)?" } ?? ""
    throw Failure.usage(
      "there is no subject \(name)"
        + (nearest.isEmpty ? "; there are \(names(LawSubjects.right))" : nearest))
  }
}
