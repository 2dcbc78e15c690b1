import Conformance
import CrossEntropy
import Exact

/// `xent verify`
enum VerifyCommand: Command {
  static let name = "verify"
  static let abstract = "Holds an implementation to the certified answers."
  static let usage =
    "[--subject NAME] [--tier TIER] [--function GLOB]… [--format FORMAT]… [--accuracy LEVEL] [--profile FILE] [--no-probe] [--known-failing FILE] [--write-known-failing FILE] [--save FILE [--resume]] [--fail-fast N] [--timeout S] [--first-timeout S] [--summary FILE] [--report FILE]… [--json] [-- COMMAND …]"
  static let details = """
    ARGUMENTS:
      COMMAND                 An adapter: JSON requests on its standard input, replies on its
                              standard output. Without it a built-in subject is verified.

    OPTIONS:
    \(Arguments.subjectHelp)
    \(Arguments.selectionHelp)
      --accuracy LEVEL        correctly_rounded, strict, standard (default) or backward_stable.
      --profile FILE          Hold it to these policies, over what it declares; xent probe --write
                              makes such a file.
      --no-probe              Hold it to the specification's policies where it declares none, instead
                              of asking first which it follows.
      --fail-fast N           Stop after N failures.
    \(Arguments.knownHelp)
      --write-known-failing FILE
                              Write the failures as such a list, to begin with.
      --save FILE             Write what becomes of each question, a line a record, as replies come.
      --resume                Go on from such a file.
    \(Arguments.timeoutHelp)
    \(Arguments.reportHelp)

    EXIT STATUS: 0 it conforms, 1 it does not, 2 it could not be run or broke the protocol, 3 it
    conforms and the list of known failures is stale.
    """

  static func run(_ words: [String]) throws -> ExitCode {
    let arguments = try Arguments(
      words,
      options: Arguments.subjectOptions + Arguments.selectionOptions + Arguments.reportOptions + [
        "accuracy", "profile", "fail-fast", "known-failing", "write-known-failing", "save",
      ],
      flags: ["json", "no-probe", "resume"])
    if let extra = arguments.positional.first {
      throw Failure.usage("unexpected argument \(extra); a command to verify goes after --")
    }
    try arguments.checkReports()
    let questions = try arguments.questions()
    let limit = try arguments.int("fail-fast", in: 1...Int.max) ?? .max
    let profile = try arguments.profile()
    var verification = Verification(try arguments.subject(), questions)
    (verification.profile, verification.probes) = (profile, !arguments.has("no-probe"))
    verification.failureLimit = limit
    verification.accuracy = try arguments.accuracy()
    verification.known = try arguments.knownFailures()
    let saved = try SavedRecords(arguments)
    verification.earlier = saved.earlier
    var failures = Failures()
    for record in saved.earlier { failures.add(record) }
    var bar = ProgressBar()
    let report = try verification.run(
      take: { record in
        saved.add(record)
        failures.add(record)
      },
      progress: { bar.show($0, of: $1, after: saved.earlier.count) })
    bar.clear()
    if let path = arguments["write-known-failing"] {
      try arguments.write(failures.list, to: path)
    }
    let code = try arguments.finish(report)
    if let failure = report.breakdown { throw Failure(Arguments.message(failure), .cannotRun) }
    return code
  }
}

/// The failures of a run, and how many formats each case was asked in.
private struct Failures {
  private var records: [Record] = []
  private var asked: [String: Int] = [:]

  mutating func add(_ record: Record) {
    asked[record.caseName, default: 0] += 1
    if record.outcome == .fails || record.outcome == .known { records.append(record) }
  }

  var list: String { KnownFailures.text(of: records, formatsAsked: asked) }
}
