import Foundation
import Judgement
import Specification

/// `xent spec`
enum SpecCommand: Command {
  static let name = "spec"
  static let abstract = "The text of Spec/: its examples run, its ledger, its figures."
  static let usage = "<check|list|figures> [<chapter> …] [--root <folder>] [--check] [--json]"
  static let details = """
    ARGUMENTS:
      check                   Run every example, follow every link and compare the clauses with
                              the code's; exits 1 if anything is wrong.
      figures                 Draw the figures of Spec/figures from the reference, and say what
                              changed; with --check nothing is written, and it exits 1 if a file
                              is not what is drawn now.
      <chapter>               Only chapters whose name begins so, such as 04 or README.

    OPTIONS:
      --root <folder>         The folder that holds Spec (default: the nearest one above the
                              current folder that holds both Golden and Spec).
    """

  static func run(_ words: [String]) throws -> ExitCode {
    if words.contains("figures") { return try figures(words) }
    let arguments = try Arguments(words, options: ["root"], flags: ["json"])
    let folder = try SpecFolder(
      root: URL(filePath: arguments["root"]!, directoryHint: .isDirectory))
    let rest = arguments.positional.dropFirst()
    let chapters = folder.chapters.filter { c in
      rest.isEmpty || rest.contains { c.name.hasPrefix($0) }
    }
    var wrong = 0
    for chapter in chapters {
      let examples = chapter.examples
      let findings =
        (examples.unread + examples.read.flatMap { $0.findings() } + folder.brokenLinks(of: chapter))
        .sorted { $0.line < $1.line }
      for finding in findings {
        Console.writeLine("\(chapter.file):\(finding.line): \(finding.message)")
      }
      wrong += findings.count
      Console.complain("\(chapter.file): \(examples.read.count) examples")
    }
    return wrong == 0 ? .success : .doesNotConform
  }
}
