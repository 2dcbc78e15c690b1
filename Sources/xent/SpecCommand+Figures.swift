import Foundation
import Judgement
import Specification

extension SpecCommand {
  /// `xent spec figures`: draws the figures of Spec/figures, or compares them with what is there.
  static func figures(_ words: [String]) throws -> ExitCode {
    let arguments = try Arguments(words, options: ["root"], flags: ["check"])
    if let extra = arguments.positional.dropFirst().first {
      throw Failure.usage("unexpected argument \(extra)")
    }
    let folder = try FigureFolder(root: figureRoot(arguments["root"]))
    let entries = folder.entries
    if arguments.has("check") {
      for entry in entries where entry.state != .same {
        let fault =
          switch entry.state {
          case .missing: "is missing"
          case .stray: "is no figure that is drawn"
          default: "is not what is drawn now"
          }
        Console.writeLine("✘ \(entry.file) \(fault)")
      }
      let wrong = entries.count { $0.state != .same }
      Console.writeLine(
        wrong == 0
          ? "\(entries.count) figures, all as they are drawn."
          : "\(wrong) of \(entries.count) are wrong; xent spec figures writes them.")
      return wrong == 0 ? .success : .doesNotConform
    }
    try folder.write()
    for entry in entries {
      let change =
        switch entry.state {
        case .same: "unchanged"
        case .different: "changed"
        case .missing: "new"
        case .stray: "is no figure that is drawn; left alone"
        }
      Console.writeLine("\(entry.file): \(change)")
    }
    return .success
  }

  private static func figureRoot(_ root: String?) throws -> URL {
    if let root {
      let url = URL(filePath: root, directoryHint: .isDirectory)
      var isFolder = ObjCBool(false)
      let spec = url.appending(path: "Spec").path(percentEncoded: false)
      guard unsafe FileManager.default.fileExists(atPath: spec, isDirectory: &isFolder),
        isFolder.boolValue
      else { throw Failure("there is no folder \(spec)", .missingFile) }
      return url
    }
    do {
      let current = FileManager.default.currentDirectoryPath
      return try GoldenFolder.nearest(to: URL(filePath: current, directoryHint: .isDirectory)).root
    } catch let missing as GoldenFolder.Missing {
      throw Failure(missing.description, .missingFile)
    }
  }
}
