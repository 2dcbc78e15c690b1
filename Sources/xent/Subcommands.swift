import CrossEntropy
import Foundation
import Judgement

enum Subcommands {
  /// Every subcommand; the help and the dispatch read this list.
  private static let commands: [any Command.Type] = [
    EvalCommand.self, VerifyCommand.self, ProbeCommand.self, CasesCommand.self, JudgeCommand.self,
    SweepCommand.self, MergeCommand.self, DiffCommand.self, AnswerCommand.self, LawsCommand.self,
    ReplayCommand.self, MutantsCommand.self, GoldenCommand.self, SpecCommand.self,
    ExplainCommand.self, BenchCommand.self,
  ]

  private static func overview() -> String {
    let width = commands.map { $0.name.count }.max()! + 2
    let rows = commands.map { command in
      "  " + command.name.padding(toLength: width, withPad: " ", startingAt: 0) + command.abstract
    }
    return """
      OVERVIEW: The reference for the cross-entropy family, and the suite that holds implementations to it.

      USAGE: xent <subcommand>

      OPTIONS:
        --version               Show the version.
        --help                  Show help information.

      SUBCOMMANDS:
      \(rows.joined(separator: "\n"))

        See 'xent <subcommand> --help' for detailed help.

      """
  }

  /// Runs the subcommand that the words name.
  static func dispatch(_ words: [String]) -> ExitCode {
    guard let name = words.first else {
      Console.write(overview())
      return .success
    }
    if ["--help", "-h", "help"].contains(name) && words.count == 1 {
      Console.write(overview())
      return .success
    }
    if name == "--version" {
      Console.writeLine(suiteVersion)
      return .success
    }
    let wanted = name == "help" ? words[1] : name
    guard let command = commands.first(where: { $0.name == wanted }) else {
      let nearest = nearestName(to: wanted, among: commands.map { $0.name })
      Console.complain(
        "xent: there is no subcommand \(wanted)" + (nearest.map { "; did you mean \($0)?" } ?? ""))
      Console.complain("See 'xent --help'.")
      return .usage
    }
    let own = words.dropFirst().prefix { $0 != "--" }
    if name == "help" || own.contains("--help") || own.contains("-h") {
      Console.write(command.help)
      return .success
    }
    do {
      return try command.run(Array(words.dropFirst()))
    } catch let failure as Failure {
      Console.complain("xent \(command.name): \(failure.message)")
      if let detail = failure.detail {
        Console.complain(detail)
      } else if failure.code == .usage {
        Console.complain("See 'xent \(command.name) --help'.")
      }
      return failure.code
    } catch {
      Console.complain("xent \(command.name): a fault of our own: \(error)")
      return .internalFault
    }
  }
}
