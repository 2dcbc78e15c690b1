import Foundation
import Support
import Testing

/// The built `xent`, run as a person runs it.
enum Tool {
  struct Result {
    let status: Int32
    let output: String
    let complaint: String
  }

  /// Runs the tool with words, and waits for it.
  static func run(_ words: String..., in folder: URL? = nil) throws -> Result {
    try run(words, in: folder)
  }

  /// The same for a list of words.
  static func run(_ words: [String], in folder: URL? = nil) throws -> Result {
    let process = Process()
    let tool: URL = try #require(product("xent"), "xent is not built beside the tests")
    process.executableURL = tool
    process.arguments = words
    process.currentDirectoryURL = folder
    let scratch = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let files = ["output", "complaint"].map { scratch.appending(path: $0) }
    for file in files { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: files[0])
    process.standardError = try FileHandle(forWritingTo: files[1])
    try process.run()
    process.waitUntilExit()
    let texts = try files.map { try String(contentsOf: $0, encoding: .utf8) }
    return Result(status: process.terminationStatus, output: texts[0], complaint: texts[1])
  }
}
