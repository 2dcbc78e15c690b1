import Conformance
import Foundation
import Judgement

/// A file of what became of each question, a line a record, written as the replies come: a run that
/// is cut short goes on from it.
struct SavedRecords {
  private(set) var earlier: [Record] = []
  private let handle: FileHandle?

  /// - Throws: `Failure` for a file that is there already and is not to be gone on from, or cannot be
  ///   read or written.
  init(_ arguments: Arguments) throws {
    let manager = FileManager.default
    guard let path = arguments["save"] else {
      if arguments.has("resume") { throw Failure.usage("--resume needs --save FILE") }
      handle = nil
      return
    }
    if manager.fileExists(atPath: path) {
      guard arguments.has("resume") else {
        throw Failure.usage("\(path) is there already; --resume goes on from it")
      }
      earlier = try SavedRecords.read(path)
      // A last line that was cut goes; what is whole is written again.
      try SavedRecords.write(earlier.map { "\($0.json)\n" }.joined(), to: path)
    } else {
      try SavedRecords.write("", to: path)
    }
    guard let handle = FileHandle(forWritingAtPath: path) else {
      throw Failure("\(path) cannot be written", .missingFile)
    }
    try handle.seekToEnd()
    self.handle = handle
  }

  func add(_ record: Record) {
    guard let handle else { return }
    do {
      try handle.write(contentsOf: Data("\(record.json)\n".utf8))
    } catch {
      Console.complain("xent: cannot save: \(error.localizedDescription)")
      exit(ExitCode.internalFault.rawValue)
    }
  }

  private static func read(_ path: String) throws -> [Record] {
    guard let text = try? String(contentsOf: URL(filePath: path), encoding: .utf8) else {
      throw Failure("\(path) cannot be read", .missingFile)
    }
    let lines = text.split(separator: "\n")
    return try lines.enumerated().compactMap { index, line in
      do {
        return try Record(JSON(parsing: String(line)))
      } catch {
        if index == lines.count - 1 && !text.hasSuffix("\n") { return nil }
        throw Failure.badData("\(path), line \(index + 1): \(error)")
      }
    }
  }

  private static func write(_ text: String, to path: String) throws {
    do {
      try Data(text.utf8).write(to: URL(filePath: path))
    } catch {
      throw Failure("\(path) cannot be written: \(error.localizedDescription)", .missingFile)
    }
  }
}
