import Conformance
import CrossEntropy
import Exact

/// `xent verify`
enum VerifyCommand: Command {
  static let name = "verify"
  static let abstract = "Holds an implementation to the certified answers."
  static let usage =
    "[--subject NAME] [--tier TIER] [--function GLOB]… [--format FORMAT]… [--accuracy LEVEL] [--known-failing FILE] [--write-known-failing FILE] [--fail-fast N] [--timeout S] [--first-timeout S] [--summary FILE] [--report FILE]… [--json] [-- COMMAND …]"
  static let details = """
    ARGUMENTS:
      COMMAND                 An adapter: JSON requests on its standard input, replies on its
                              standard output. Without it a built-in subject is verified.

    OPTIONS:
      --subject NAME          stable-double (default), a good implementation, or naive-double, the
                              textbook's formulas in Double.
    \(Arguments.selectionHelp)
      --accuracy LEVEL        correctly_rounded, strict, standard (default) or backward_stable.
      --fail-fast N           Stop after N failures.
    \(Arguments.knownHelp)
      --write-known-failing FILE
                              Write the failures as such a list, to begin with.
      --timeout S             Seconds to wait for a reply (default: 10).
      --first-timeout S       The same for the first line, while it starts up (default: 60).
    \(Arguments.reportHelp)

    EXIT STATUS: 0 it conforms, 1 it does not, 2 it could not be run or broke the protocol, 3 it
    conforms and the list of known failures is stale.
    """

  static func run(_ words: [String]) throws -> ExitCode {
    let arguments = try Arguments(
      words,
      options: Arguments.selectionOptions + Arguments.reportOptions + [
        "known-failing", "subject", "accuracy", "fail-fast", "timeout", "first-timeout",
        "write-known-failing",
      ],
      flags: ["json"])
    if let extra = arguments.positional.first {
      throw Failure.usage("unexpected argument \(extra); a command to verify goes after --")
    }
    try arguments.checkReports()
    let questions = try arguments.questions()
    let limit = try arguments.int("fail-fast", in: 1...Int.max) ?? .max
    var verification = Verification(try subject(arguments), questions)
    verification.failureLimit = limit
    verification.accuracy = try arguments.accuracy()
    verification.known = try arguments.knownFailures()
    var failures = Failures()
    let report = try verification.run(take: { failures.add($0) })
    if let path = arguments["write-known-failing"] {
      try arguments.write(failures.list, to: path)
    }
    let code = try arguments.finish(report)
    if let failure = report.breakdown { throw Failure(message(failure), .cannotRun) }
    return code
  }

  private static func subject(_ arguments: Arguments) throws -> any Implementation {
    let timeout = try arguments.int("timeout", in: 1...86400) ?? 10
    let first = try arguments.int("first-timeout", in: 1...86400) ?? max(60, timeout)
    guard let command = arguments.foreign else {
      let name = arguments["subject"] ?? BuiltInImplementation.Arithmetic.stable.rawValue
      guard let arithmetic = BuiltInImplementation.Arithmetic(rawValue: name) else {
        let known = BuiltInImplementation.Arithmetic.allCases.map(\.rawValue)
        throw Failure.usage(
          "there is no subject \(name); there are \(known.joined(separator: ", "))")
      }
      return BuiltInImplementation(arithmetic)
    }
    if arguments["subject"] != nil {
      throw Failure.usage("either --subject or a command after --, not both")
    }
    if command.isEmpty { throw Failure.usage("no command follows the --") }
    do {
      return try RestartedImplementation(
        command, timeouts: .init(first: Double(first), request: Double(timeout)))
    } catch let failure as ImplementationFailure {
      throw Failure("\(command[0]): " + message(failure), .cannotRun)
    }
  }

  private static func message(_ failure: ImplementationFailure) -> String {
    let errors = failure.diagnostics.split(separator: "\n").suffix(20)
    if errors.isEmpty { return failure.description }
    return failure.description + "\nits standard error ends with\n"
      + errors.map { "  | \($0)" }.joined(separator: "\n")
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
