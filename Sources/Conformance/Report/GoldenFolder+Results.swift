import Foundation
public import Judgement

// What real implementations do, as the folder keeps it.

extension GoldenFolder {
  /// The summaries of real implementations by the names of their adapters; none without a folder.
  /// - Throws: `GoldenError` for one that is no summary.
  public func readResults() throws -> [(name: String, summary: Summary)] {
    if !GoldenFolder.isFolder(results) { return [] }
    return try GoldenFolder.files(in: results).map { file in
      do {
        let summary = try Summary(JSON(parsing: GoldenFolder.text(file)))
        return (file.deletingPathExtension().lastPathComponent, summary)
      } catch let error as WireError {
        throw GoldenError(file: file.lastPathComponent, line: 1, error.description)
      }
    }
  }

  /// The page over all results; empty if there is none.
  public func resultsPage() -> String { (try? GoldenFolder.text(page)) ?? "" }

  /// Writes the page over all results.
  public func write(resultsPage text: String) throws {
    try Data(text.utf8).write(to: page, options: .atomic)
  }
}
