public import Foundation

/// The folder of the golden files in a checkout.
public struct GoldenFolder: Sendable {
  /// The folder that holds Golden and Spec.
  public let root: URL

  /// A folder or file that should be there and is not.
  public struct Missing: Error, CustomStringConvertible {
    /// What is not there, and what to do.
    public let description: String

    package init(description: String) { self.description = description }
  }

  /// The golden files under a checkout's top folder.
  /// - Throws: `Missing`.
  public init(root: URL) throws {
    self.root = root
    if !GoldenFolder.isFolder(documents) {
      throw Missing(description: "there is no folder \(documents.path(percentEncoded: false))")
    }
  }

  /// The nearest of a folder and those above it that holds both Golden and Spec.
  /// - Throws: `Missing`.
  public static func nearest(to start: URL) throws -> GoldenFolder {
    var folder = start.standardizedFileURL
    while true {
      if ["Golden", "Spec"].allSatisfy({ isFolder(folder.appending(path: $0)) }) {
        return try GoldenFolder(root: folder)
      }
      let parent = folder.deletingLastPathComponent().standardizedFileURL
      if parent.path() == folder.path() {
        throw Missing(
          description: """
            neither \(start.path(percentEncoded: false)) nor a folder above it holds both Golden \
            and Spec; --root names one that holds Golden
            """)
      }
      folder = parent
    }
  }

  package static func isFolder(_ url: URL) -> Bool {
    (try? url.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory ?? false
  }

  private var documents: URL { root.appending(path: "Golden/documents") }
  package var results: URL { root.appending(path: "Golden/results") }
  package var page: URL { results.appending(path: "README.md") }
  private var vectors: URL { root.appending(path: "Golden/vectors") }

  /// The golden files of documents, by name.
  /// - Throws: `Missing` if there are none.
  public func documentFiles() throws -> [URL] {
    let files = try GoldenFolder.files(in: documents)
    if files.isEmpty {
      throw Missing(
        description: "there are no golden files in \(documents.path(percentEncoded: false))")
    }
    return files
  }

  /// The JSON files of a folder, by name.
  package static func files(in folder: URL) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "json" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }

  /// The text of a file.
  /// - Throws: `Missing`; ``GoldenError`` if it is not UTF-8.
  public static func text(_ file: URL) throws -> String {
    guard let data = FileManager.default.contents(atPath: file.path(percentEncoded: false)) else {
      throw Missing(description: "\(file.path(percentEncoded: false)) cannot be read")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      let valid = String(decoding: data, as: UTF8.self).prefix { $0 != "\u{fffd}" }
      throw GoldenError(
        file: file.lastPathComponent, line: valid.count { $0 == "\n" } + 1, "no UTF-8")
    }
    return text
  }

  /// Every golden file of a document, read.
  /// - Throws: `Missing`; ``GoldenError``, also for an id that two files share.
  public func readDocuments(isComplete: Bool = true) throws -> [GoldenDocument] {
    let documents = try documentFiles().map { file in
      try GoldenDocument(
        parsing: GoldenFolder.text(file), file: file.lastPathComponent, isComplete: isComplete)
    }
    if let error = GoldenDocument.duplicates(in: documents).first { throw error }
    return documents
  }

  /// The text of a file of vectors.
  /// - Throws: `Missing`; ``GoldenError`` if it is not UTF-8.
  public func text(vectors file: String) throws -> String {
    try GoldenFolder.text(vectors.appending(path: file))
  }

  /// The names of the files of vectors.
  /// - Throws: `Missing` if there is no folder.
  public func vectorFiles() throws -> [String] {
    if !GoldenFolder.isFolder(vectors) {
      throw Missing(
        description: """
          there is no folder \(vectors.path(percentEncoded: false)); xent golden record vectors \
          makes it
          """)
    }
    return try GoldenFolder.files(in: vectors).map(\.lastPathComponent)
  }

  /// Writes a file of vectors whole, in the folder that is made if need be.
  public func write(_ text: String, vectors file: String) throws {
    try FileManager.default.createDirectory(at: vectors, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: vectors.appending(path: file), options: .atomic)
  }

  /// Removes a file of vectors.
  public func remove(vectors file: String) throws {
    try FileManager.default.removeItem(at: vectors.appending(path: file))
  }

  /// Writes a file of a document whole: a temporary file takes its place.
  public func write(_ text: String, document file: String) throws {
    try Data(text.utf8).write(to: documents.appending(path: file), options: .atomic)
  }
}
