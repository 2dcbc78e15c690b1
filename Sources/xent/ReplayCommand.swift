import Conformance
import CrossEntropy
import Laws

/// `xent replay`
enum ReplayCommand: Command {
  static let name = "replay"
  static let abstract = "One found case again, from the token that its report printed."
  static let usage = "TOKEN [--subject NAME | -- COMMAND …]"
  static let details = """
    ARGUMENTS:
      TOKEN                   LAW/SUBJECT/TAPE, as a failing law prints it.

      COMMAND                 The adapter that xent verify --search found it in.

    OPTIONS:
      --subject NAME          Ask this subject instead of the one in the token.

    EXIT STATUS: 0 the law holds of the case, 1 it does not.
    """

  static func run(_ words: [String]) throws -> ExitCode {
    let arguments = try Arguments(words, options: Arguments.subjectOptions)
    guard let token = arguments.positional.first else { throw Failure.usage("a token is missing") }
    if let extra = arguments.positional.dropFirst().first {
      throw Failure.usage("unexpected argument \(extra)")
    }
    let parts = token.split(separator: "/", maxSplits: 2).map(String.init)
    guard parts.count == 3 else {
      throw Failure.usage("\(token) is no token: LAW/SUBJECT/TAPE is expected")
    }
    guard let law = Law.named(parts[0]) else {
      let nearest = nearestName(to: parts[0], among: Law.all.map(\.name))
      throw Failure.usage(
        "there is no law \(parts[0])" + (nearest.map { "; did you mean \($0)?" } ?? ""))
    }
    let subject = try subject(parts[1], arguments)
    switch law.replay(parts[2], on: subject) {
    case nil: throw Failure.usage("\(parts[2]) is no tape of \(law.name)")
    case .inconclusive(let why): throw Failure.usage(why)
    case .fails(let finding):
      Console.writeLine("✘ \(finding)")
      return .doesNotConform
    case .holds(let notes):
      Console.writeLine("✔ \(law.name) holds of \(subject.name): \(law.statement)\n    \(notes)")
      return .success
    }
  }

  private static func subject(_ name: String, _ arguments: Arguments) throws -> any Subject {
    if arguments.foreign == nil {
      if name.hasPrefix(SearchSubject.prefix) && arguments["subject"] == nil {
        throw Failure.usage("this was found in an adapter: its command goes after --")
      }
      return try LawsCommand.subject(arguments["subject"] ?? name)
    }
    guard let subject = SearchSubject(named: name, try arguments.subject()) else {
      throw Failure.usage("the token is of \(name), not of a search in an adapter")
    }
    return subject
  }
}
