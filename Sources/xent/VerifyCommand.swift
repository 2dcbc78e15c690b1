import Conformance
import CrossEntropy
import Exact
import Judgement
import Laws
import Property

/// `xent verify`
enum VerifyCommand: Command {
  static let name = "verify"
  static let abstract = "Holds an implementation to the certified answers."
  static let usage =
    "[--subject NAME] [--tier TIER] [--function GLOB]… [--format FORMAT]… [--accuracy LEVEL] [--profile FILE] [--no-probe] [--known-failing FILE] [--write-known-failing FILE] [--save FILE [--resume]] [--search N [--seed S] [--emit FILE]] [--fail-fast N] [--jobs N] [--timeout S] [--first-timeout S] [--summary FILE] [--report FILE]… [--json] [-- COMMAND …]"
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
      --search N              Then look for more where the corpus does not ask, with N times the numbers
                              that the laws draw. What is found changes no verdict.
      --seed S                Other numbers, the same for the same S.
      --emit FILE             Write what is found as vectors, a line each.
      --save FILE             Write what becomes of each question, a line a record, as replies come.
      --resume                Go on from such a file.
    \(Arguments.jobsHelp)
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
        "search", "seed", "emit", "jobs",
      ],
      flags: ["json", "no-probe", "resume"])
    if let extra = arguments.positional.first {
      throw Failure.usage("unexpected argument \(extra); a command to verify goes after --")
    }
    try arguments.checkReports()
    let questions = try arguments.questions()
    let limit = try arguments.int("fail-fast", in: 1...Int.max) ?? .max
    let profile = try arguments.profile()
    let factor = try arguments.int("search", in: 1...1_000_000)
    for option in ["seed", "emit"] where factor == nil && arguments[option] != nil {
      throw Failure.usage("--\(option) goes with --search")
    }
    let jobs = try arguments.int("jobs", in: 1...1024) ?? 1
    var verification = Verification(try arguments.subject(jobs: jobs), questions)
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
    if let factor, report.breakdown == nil { try search(factor, after: report, arguments) }
    if let failure = report.breakdown { throw Failure(Arguments.message(failure), .cannotRun) }
    return code
  }

  /// Looks for more, format by format, in an implementation started anew.
  private static func search(_ factor: Int, after report: Summary, _ arguments: Arguments) throws {
    let implementation = try arguments.subject()
    var settings = Settings()
    settings.factor = factor
    settings.seed = UInt64(try arguments.int("seed", in: 0...Int.max) ?? 0)
    // What was inferred is what it is held to here as well.
    var profile = try arguments.profile() ?? implementation.hello.declaredProfile()
    for entry in report.profile where entry.source == .inferred {
      profile[entry.axis] = entry.value
    }
    let judge = Judge(try arguments.accuracy(), profile: profile)
    let formats = try arguments.questions().map(\.request.format)
    var finds: [Search.Find] = []
    for format in Format.allCases where formats.contains(format) {
      var bar = ProgressBar()
      finds += Search(judge, format, settings).run(implementation) { bar.show($0, of: $1) }
      bar.clear()
    }
    let command = arguments.foreign.map { " -- " + $0.joined(separator: " ") } ?? ""
    for find in finds {
      Console.writeLine("found \(find.function)  \(find.finding.because)")
      Console.writeLine("    replay: xent replay '\(find.finding.token)'\(command)")
    }
    Console.writeLine(
      "the search found \(finds.count) function\(finds.count == 1 ? "" : "s") wrong beside the corpus"
    )
    if let path = arguments["emit"] {
      let lines = finds.compactMap { $0.vector.map { "\($0)\n" } }
      try arguments.write(lines.joined(), to: path)
    }
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
