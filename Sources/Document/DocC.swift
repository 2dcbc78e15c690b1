import Foundation
import PackagePlugin

/// The documentation compiler of the toolchain.
struct DocC {
  let tool: URL
  /// Where everything is written.
  let folder: URL
  /// What every conversion is given besides.
  let arguments: [String]

  /// Removes what an earlier run has written.
  func clear() throws {
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// The archive of a module or of a catalogue, made without a warning.
  ///
  /// - Parameters:
  ///   - parent: the folder that holds the catalogue of that name, if there is one.
  ///   - dependencies: the archives that its links may lead into.
  /// - Throws: `Failure`, once docc has said why.
  func convert(
    _ name: String, in parent: URL, symbols: URL? = nil, dependencies: [URL]
  ) throws -> URL {
    let catalogue = parent.appending(path: "\(name).docc").plainPath
    let archive = folder.appending(path: "\(name).doccarchive")
    var words = ["convert"]
    if FileManager.default.fileExists(atPath: catalogue) { words.append(catalogue) }
    if let symbols { words += ["--additional-symbol-graph-dir", symbols.plainPath] }
    words += dependencies.flatMap { ["--dependency", $0.plainPath] }
    words += [
      "--output-path", archive.plainPath, "--fallback-display-name", name,
      "--fallback-bundle-identifier", name, "--fallback-default-module-kind", "Module",
      "--enable-experimental-external-link-support", "--warnings-as-errors",
    ]
    try run(words + arguments, for: name)
    return archive
  }

  /// The site of all the archives, beginning with a page that lists them.
  func merge(_ archives: [URL], named name: String) throws -> URL {
    let site = folder.appending(path: "site")
    try run(
      ["merge"] + archives.map(\.plainPath) + [
        "--output-path", site.plainPath, "--synthesized-landing-page-name", name,
        "--synthesized-landing-page-topics-style", "list",
      ], for: name)
    return site
  }

  /// Lets docc work in silence, unless it fails.
  private func run(_ words: [String], for name: String) throws {
    let (process, output) = (Process(), Pipe())
    (process.executableURL, process.arguments) = (tool, words)
    (process.standardOutput, process.standardError) = (output, output)
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    if process.terminationStatus != 0 {
      print(text)
      throw Failure(name: name)
    }
  }

  /// The documentation compiler would not do it; its own message stands above.
  struct Failure: Error, CustomStringConvertible {
    let name: String
    var description: String { "the documentation of \(name) was not built" }
  }
}

extension URL {
  /// The path as tools and people take it.
  var plainPath: String { path(percentEncoded: false) }
}
