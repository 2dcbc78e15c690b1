public import Foundation

/// The root folder of the package, found from where this file stands.
public let packageRoot = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// The rows of a tab-separated fixture, without comments; `path` counts from Tests/.
public func rows(_ path: String) throws -> [[String]] {
  let text = try String(contentsOf: packageRoot.appending(path: "Tests/" + path), encoding: .utf8)
  return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
    line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
  }
}
