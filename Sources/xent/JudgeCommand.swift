import Conformance
import CrossEntropy
import Judgement

/// `xent judge`
enum JudgeCommand: Command {
  static let name = "judge"
  static let abstract = "Holds answers in files to the certified ones."
  static let usage =
    "CASES ANSWERS… [--accuracy LEVEL] [--name NAME] [--known-failing FILE] [--summary FILE] [--report FILE]… [--json]"
  static let details = """
    ARGUMENTS:
      CASES                   Lines of requests, as xent cases writes them; - is standard input.
      ANSWERS                 Lines of replies, in any order, in one file or several.

    OPTIONS:
      --accuracy LEVEL        correctly_rounded, strict, standard (default) or backward_stable.
      --name NAME             What the answers come from, where no hello among them says it.
    \(Arguments.knownHelp)
    \(Arguments.reportHelp)

    A request without a reply is a failure: judge parts of the answers with the same parts of the
    cases. What the hello among the answers does not declare may be answered by unsupported: it is
    counted, and not judged.

    EXIT STATUS: 0 they conform, 1 they do not, 3 they do and the list of known failures is stale, 65 a
    line is none of the protocol's.
    """

  static func run(_ words: [String]) throws -> ExitCode {
    let arguments = try Arguments(
      words, options: Arguments.reportOptions + ["known-failing", "accuracy", "name"],
      flags: ["json"])
    if arguments.foreign != nil {
      throw Failure.usage("answers come from files; a command goes to xent verify")
    }
    guard let cases = arguments.positional.first, arguments.positional.count > 1 else {
      throw Failure.usage("a file of cases and one of answers are needed")
    }
    try arguments.checkReports()
    let answers = try arguments.positional.dropFirst().map { try Lines($0) }
    var verification = OfflineVerification()
    verification.accuracy = try arguments.accuracy()
    if let name = arguments["name"] { verification.name = name }
    verification.known = try arguments.knownFailures()
    let summary: Summary
    do {
      summary = try verification.run(cases: Lines(cases), answers: answers.lazy.joined())
    } catch let error as WireError {
      throw Failure.badData(error.description)
    }
    return try arguments.finish(summary)
  }
}
