public import Foundation
import Judgement

/// The folder Spec of a checkout.
public struct SpecFolder: Sendable {
  /// The folder that holds Golden and Spec.
  public let root: URL
  /// README first, then the chapters by their numbers.
  public let chapters: [Chapter]

  /// Reads the chapters.
  /// - Throws: `GoldenFolder.Missing`; `GoldenError` for a file that is no UTF-8.
  public init(root: URL) throws {
    self.root = root
    let folder = root.appending(path: "Spec")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    let files = names.filter { $0.hasSuffix(".md") }.sorted {
      ($0 == "README.md" ? 0 : 1, $0) < ($1 == "README.md" ? 0 : 1, $1)
    }
    if files.isEmpty {
      throw GoldenFolder.Missing(
        description: "there is no chapter in \(folder.path(percentEncoded: false))")
    }
    chapters = try files.map { file in
      Chapter(
        name: String(file.dropLast(3)), text: try GoldenFolder.text(folder.appending(path: file)))
    }
  }

  /// A link or an image of a chapter that leads nowhere.
  func brokenLinks(of chapter: Chapter) -> [Example.Malformed] {
    chapter.links.compactMap { link in
      let parts = link.target.split(
        separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      let file = String(parts[0])
      let target = root.appending(path: "Spec/" + file)
      if !file.isEmpty && !FileManager.default.fileExists(atPath: target.path()) {
        return Example.Malformed(
          line: link.line, message: "the link leads to \(file), which is not there")
      }
      guard parts.count == 2 else { return nil }
      let other = file.isEmpty ? chapter : chapters.first { $0.name + ".md" == file }
      if other?.anchors.contains(String(parts[1])) == false {
        return Example.Malformed(
          line: link.line, message: "the link leads to #\(parts[1]), and there is no such heading")
      }
      return nil
    }
  }
}
