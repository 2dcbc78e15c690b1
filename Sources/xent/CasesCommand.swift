import CrossEntropy
import Exact
import Judgement

/// `xent cases`
enum CasesCommand: Command {
  static let name = "cases"
  static let abstract = "The questions as lines, to be answered elsewhere."
  static let usage = "[--tier TIER] [--function GLOB]… [--format FORMAT]… [--bare]"
  static let details = """
    OPTIONS:
    \(Arguments.selectionHelp)
      --bare                  Only the requests, without the hello before and the bye after them.

    Every line but the hello and the bye stands for itself: cut the file as you like, answer the
    parts wherever you like, and hold them to xent judge.

        xent cases > cases.jsonl
        python3 Tests/Adapters/numpy_scipy.py < cases.jsonl > answers.jsonl
        xent judge cases.jsonl answers.jsonl
    """

  static func run(_ words: [String]) throws -> ExitCode {
    let arguments = try Arguments(words, options: Arguments.selectionOptions, flags: ["bare"])
    if let extra = arguments.positional.first ?? arguments.foreign?.first {
      throw Failure.usage("unexpected argument \(extra)")
    }
    let questions = try arguments.questions()
    if !arguments.has("bare") { Console.writeLine(Wire.hello.description) }
    for question in questions { Console.writeLine(question.request.json.description) }
    if !arguments.has("bare") { Console.writeLine(Wire.bye.description) }
    return .success
  }
}
