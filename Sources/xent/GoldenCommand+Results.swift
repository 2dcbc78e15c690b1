import Conformance
import Judgement

extension GoldenCommand {
  /// Whether the page says what the results say.
  static func check(
    results: [(name: String, summary: Summary)], in folder: GoldenFolder
  ) throws -> ExitCode {
    if results.isEmpty { return .success }
    let isRight =
      ResultsTable(results, sweeps: try folder.readSweeps()).markdown == folder.resultsPage()
    Console.writeLine("\(results.count) results")
    Console.writeLine(
      isRight
        ? "Their page is right."
        : "✘ Golden/results/README.md differs; xent golden record results writes it anew.")
    return isRight ? .success : .doesNotConform
  }

  static func recordResults(_ folder: GoldenFolder) throws -> ExitCode {
    let results = try folder.readResults()
    if results.isEmpty {
      throw Failure("there are no results in Golden/results", .missingFile)
    }
    let isNew = try writePage(over: results, in: folder)
    Console.writeLine("README.md: \(isNew ? "\(results.count) results" : "unchanged")")
    return .success
  }

  /// Writes the page over results and sweeps, and says whether it has changed.
  @discardableResult
  static func writePage(
    over results: [(name: String, summary: Summary)], in folder: GoldenFolder
  ) throws -> Bool {
    let text = ResultsTable(results, sweeps: try folder.readSweeps()).markdown
    let isNew = text != folder.resultsPage()
    try folder.write(resultsPage: text)
    return isNew
  }
}
