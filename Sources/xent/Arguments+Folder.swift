import Foundation
import Judgement

extension Arguments {
  /// The folder of the golden files: in `--root`, or in the nearest folder above the current one that
  /// holds both Golden and Spec.
  /// - Throws: `Failure` if there is none.
  func goldenFolder() throws -> GoldenFolder {
    try reading {
      if let root = self["root"] {
        return try GoldenFolder(root: URL(filePath: root, directoryHint: .isDirectory))
      }
      let current = FileManager.default.currentDirectoryPath
      return try .nearest(to: URL(filePath: current, directoryHint: .isDirectory))
    }
  }

  /// The top of the checkout, as far as `--root` or that search say.
  /// - Throws: `Failure` if nothing is named and there is none.
  func root() throws -> URL {
    if let root = self["root"] { return URL(filePath: root, directoryHint: .isDirectory) }
    return try goldenFolder().root
  }

  /// Reads files; what is missing or malformed there is a failure of what was asked, not of ours.
  func reading<Result>(_ work: () throws -> Result) throws -> Result {
    do {
      return try work()
    } catch let missing as GoldenFolder.Missing {
      throw Failure(missing.description, .missingFile)
    } catch let error as GoldenError {
      throw Failure.badData(error.description)
    }
  }
}
