public import Foundation

/// An executable of the package, found beside the test bundle, wherever the build put both; nil if
/// it is not built.
public func product(_ name: String) -> URL? {
  let starts = [Bundle.main.bundleURL] + CommandLine.arguments.map { URL(filePath: $0) }
  for start in starts {
    var folder = start
    while folder.path().count > 1 {
      folder = folder.deletingLastPathComponent()
      let candidate = folder.appending(path: name)
      if FileManager.default.isExecutableFile(atPath: candidate.path(percentEncoded: false)),
        (try? candidate.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory == false
      {
        return candidate
      }
    }
  }
  return nil
}
