import CrossEntropy
import Judgement

/// `xent probe`
enum ProbeCommand: Command {
  static let name = "probe"
  static let abstract = "Infers which documented policies an implementation follows."
  static let usage =
    "[--subject NAME] [--write FILE] [--json] [--timeout S] [--first-timeout S] [-- COMMAND …]"
  static let details = """
    ARGUMENTS:
      COMMAND                 An adapter: JSON requests on its standard input, replies on its
                              standard output. Without it a built-in subject is asked.

    OPTIONS:
    \(Arguments.subjectHelp)
      --write FILE            Write what it declares and what was inferred as a profile, for
                              xent verify --profile FILE.
      --json                  Every answer, and the values that it fits, as JSON.
    \(Arguments.timeoutHelp)

    Axes that are unknown, undecided or mixed are left out of the file; so is the level of accuracy,
    which xent verify --accuracy asks for.

    EXIT STATUS: 0 done, 1 an answer contradicts what is declared, 2 it could not be run or broke the
    protocol.
    """

  static func run(_ words: [String]) throws -> ExitCode {
    let arguments = try Arguments(
      words, options: Arguments.subjectOptions + ["write"], flags: ["json"])
    if let extra = arguments.positional.first {
      throw Failure.usage("unexpected argument \(extra); a command to probe goes after --")
    }
    let subject = try arguments.subject()
    let probe: Probe
    let findings: [Probe.Finding]
    do {
      probe = try Probe(subject)
      findings = try probe.run()
      try subject.finish()
    } catch let failure as ImplementationFailure {
      throw Failure(Arguments.message(failure), .cannotRun)
    }
    let adopted = AdoptedProfile(declared: probe.declared, findings: findings)
    if let path = arguments["write"] {
      try arguments.write(adopted.profile.json.pretty() + "\n", to: path)
    }
    if arguments.has("json") {
      Console.writeLine(
        JSON.members([
          ("subject", .string(subject.hello.name)), ("version", .string(subject.hello.version)),
          ("declared", probe.declared.json), ("profile", adopted.profile.json),
          ("findings", .array(findings.map(\.json))),
        ]).pretty())
    } else {
      Console.write(text(subject.hello, findings, adopted))
    }
    return findings.allSatisfy(\.contradictions.isEmpty) ? .success : .doesNotConform
  }

  private static func text(
    _ hello: Hello, _ findings: [Probe.Finding], _ adopted: AdoptedProfile
  ) -> String {
    let rows = findings.map { finding in
      let own = finding.axis.values[0]
      return [
        finding.differs ? "≠" : "", finding.axis.rawValue, finding.value,
        own, finding.reason,
      ]
    }
    let found = aligned([["", "axis", "value", "specification", "evidence"]] + rows)
    let contradictions = findings.compactMap { finding -> String? in
      guard let first = finding.contradictions.first else { return nil }
      let entry = adopted.entries.first { $0.axis == finding.axis }
      return "✘ \(finding.axis.rawValue) is declared \(entry?.value ?? ""), but \(first.text)"
    }
    let version = hello.version.isEmpty ? "" : " \(hello.version)"
    let count = findings.count(where: \.differs)
    return "subject   \(hello.name)\(version)\n\n\(found)\n\n"
      + contradictions.map { $0 + "\n" }.joined()
      + "\(findings.count(where: \.isDecided)) of \(Axis.allCases.count) axes inferred, \(count) of them other than the specification\n"
  }
}
