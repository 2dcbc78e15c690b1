public import Foundation
import Judgement

/// The folder Spec/figures of a checkout, held against what is drawn now.
public struct FigureFolder: Sendable {
  /// How a file stands to its figure.
  public enum State: String, Sendable {
    /// It is what is drawn now.
    case same
    /// It is not what is drawn now.
    case different
    /// There is no file.
    case missing
    /// No figure has that name.
    case stray
  }

  /// A file of the folder.
  public struct Entry: Sendable {
    /// Its path from the root of the checkout.
    public let file: String
    /// How it stands to its figure.
    public let state: State
    let svg: String
  }

  /// The folder that holds Spec.
  public let root: URL
  /// The figures in their order, then the files that belong to none.
  public let entries: [Entry]

  /// Draws every figure and reads the files.
  ///
  /// - Parameter root: the folder that holds Spec.
  /// - Throws: `Undecided` or `DataError`, if the reference does not answer.
  public init(root: URL) throws {
    self.root = root
    let folder = root.appending(path: "Spec/figures")
    let drawn = try Figure.all().map { figure -> Entry in
      let file = "\(figure.name).svg"
      let data = FileManager.default.contents(
        atPath: folder.appending(path: file).path(percentEncoded: false))
      let state: State = data.map { $0 == Data(figure.svg.utf8) ? .same : .different } ?? .missing
      return Entry(file: "Spec/figures/" + file, state: state, svg: figure.svg)
    }
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)))
      ?? []
    let strays = names.sorted().map { "Spec/figures/" + $0 }
      .filter { file in !drawn.contains { $0.file == file } }
    entries = drawn + strays.map { Entry(file: $0, state: .stray, svg: "") }
  }

  /// Writes the figures that differ or are missing; what belongs to no figure is left alone.
  /// - Throws: if a file cannot be written.
  public func write() throws {
    try FileManager.default.createDirectory(
      at: root.appending(path: "Spec/figures"), withIntermediateDirectories: true)
    for entry in entries where [.different, .missing].contains(entry.state) {
      try Data(entry.svg.utf8).write(to: root.appending(path: entry.file), options: .atomic)
    }
  }
}
