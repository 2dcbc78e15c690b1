import Conformance
import Foundation
import Judgement

/// `xent merge`
enum MergeCommand: Command {
  static let name = "merge"
  static let abstract = "Adds up the summaries of the parts of a run."
  static let usage = "SUMMARY… [--summary FILE] [--report FILE]… [--json]"
  static let details = """
    ARGUMENTS:
      SUMMARY                 Files that xent judge --summary or xent verify --summary wrote.

    OPTIONS:
    \(Arguments.reportHelp)

    EXIT STATUS: 0 the whole conforms, 1 it does not.
    """

  static func run(_ words: [String]) throws -> ExitCode {
    let arguments = try Arguments(words, options: Arguments.reportOptions, flags: ["json"])
    if arguments.positional.isEmpty { throw Failure.usage("no summary is given") }
    try arguments.checkReports()
    var sum: Summary?
    for path in arguments.positional {
      let part = try summary(path)
      do {
        try sum?.merge(part)
      } catch {
        throw Failure.badData("\(path): \(error)")
      }
      sum = sum ?? part
    }
    return try arguments.finish(sum!)
  }

  /// A summary from a file.
  /// - Throws: `Failure`, naming the file.
  static func summary(_ path: String) throws -> Summary {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure("there is no file \(path), or it cannot be read", .missingFile)
    }
    do {
      return try Summary(JSON(parsing: String(decoding: data, as: UTF8.self)))
    } catch {
      throw Failure.badData("\(path): \(error)")
    }
  }
}
