import Judgement

/// `xent answer`
enum AnswerCommand: Command {
  static let name = "answer"
  static let abstract =
    "The reference as an implementation: requests in, correctly rounded answers out."
  static let usage = ""
  static let details = """
    Reads one JSON request a line from standard input and writes one JSON reply a line to
    standard output, until the input ends. A line that is no request gets an error reply.
    """

  static func run(_ words: [String]) throws -> ExitCode {
    let arguments = try Arguments(words)
    if let extra = arguments.positional.first {
      throw Failure.usage("unexpected argument \(extra)")
    }
    var (loop, number) = (AnswerLoop(), 0)
    while let line = readLine() {
      number += 1
      if let reply = loop.answer(line, number: number) { Console.writeLine(reply) }
    }
    return .success
  }
}
