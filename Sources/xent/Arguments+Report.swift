import Conformance
import Foundation
import Judgement

extension Arguments {
  /// The options that say where a summary goes, and their help.
  static let reportOptions = ["summary", "report"]
  static let reportHelp = """
      --summary FILE          Write the summary, for xent merge and xent diff.
      --report FILE           Write a report, by the ending of its name: .html, .md, .xml (JUnit) or
                              .json; may be given more than once.
      --json                  The summary as JSON on standard output.
    """

  static let knownHelp = """
      --known-failing FILE    Failures that are expected: a name and the reason on each line. Any
                              other fails; an entry that fails no more makes the list stale.
    """

  /// Writes a summary where the options say.
  /// - Throws: `Failure` for a file that cannot be written, or of no kind that is known.
  func finish(_ summary: Summary) throws -> ExitCode {
    if let path = self["summary"] { try write(summary.json.pretty() + "\n", to: path) }
    for path in all("report") { try write(Arguments.report(path)(summary), to: path) }
    if has("json") {
      Console.writeLine(summary.json.pretty())
    } else {
      Console.write(summary.text)
    }
    if !summary.conforms { return .doesNotConform }
    return summary.stale.isEmpty ? .success : .stale
  }

  /// The list of known failures that an option names.
  /// - Throws: `Failure` for a file that cannot be read.
  func knownFailures() throws -> KnownFailures? {
    guard let path = self["known-failing"] else { return nil }
    guard let text = try? String(contentsOf: URL(filePath: path), encoding: .utf8) else {
      throw Failure("\(path) cannot be read", .missingFile)
    }
    do {
      return try KnownFailures(parsing: text)
    } catch {
      throw Failure.badData("\(path), \(error.description)")
    }
  }

  /// Refuses reports of unknown kinds before any work is done.
  func checkReports() throws {
    for path in all("report") { _ = try Arguments.report(path) }
  }

  private static func report(_ path: String) throws -> (Summary) -> String {
    switch URL(filePath: path).pathExtension {
    case "html": return \.html
    case "md": return \.markdown
    case "xml": return \.junit
    case "json": return { $0.json.pretty() + "\n" }
    default: throw Failure.usage("a report ends in .html, .md, .xml or .json, not as \(path) does")
    }
  }

  func write(_ text: String, to path: String) throws {
    do {
      try Data(text.utf8).write(to: URL(filePath: path))
    } catch {
      throw Failure("\(path) cannot be written: \(error.localizedDescription)", .missingFile)
    }
  }
}
