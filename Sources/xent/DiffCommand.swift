import Conformance
import CrossEntropy

/// `xent diff`
enum DiffCommand: Command {
  static let name = "diff"
  static let abstract = "What changed between two summaries."
  static let usage = "BEFORE AFTER"
  static let details = """
    ARGUMENTS:
      BEFORE, AFTER           Files that xent verify --summary, judge or merge wrote.

    EXIT STATUS: 0 nothing fails in AFTER that did not in BEFORE, 1 something does.
    """

  static func run(_ words: [String]) throws -> ExitCode {
    let arguments = try Arguments(words)
    guard arguments.positional.count == 2 else {
      throw Failure.usage("two summaries are needed, before and after")
    }
    let difference = Difference(
      from: try MergeCommand.summary(arguments.positional[0]),
      to: try MergeCommand.summary(arguments.positional[1]))
    Console.write(difference.text)
    return difference.isWorse ? .doesNotConform : .success
  }
}
