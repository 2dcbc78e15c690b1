import Judgement

extension GoldenCommand {
  /// Computes every vector again, and says which of the files' differ.
  static func check(vectors present: [String], in folder: GoldenFolder) throws -> ExitCode {
    let files = try VectorFile.all()
    var differing: [String] = []
    for file in files {
      guard present.contains(file.name) else {
        Console.writeLine("✘ Golden/vectors/\(file.name) is missing")
        differing.append(file.name)
        continue
      }
      for id in try file.differences(from: folder.text(vectors: file.name)) {
        Console.writeLine("✘ \(id)  (Golden/vectors/\(file.name))")
        differing.append(id)
      }
    }
    for file in present where !files.contains(where: { $0.name == file }) {
      Console.writeLine("✘ Golden/vectors/\(file) is of no function")
      differing.append(file)
    }
    let count = files.map(\.lines.count).reduce(0, +)
    Console.writeLine("\(count) vectors in \(files.count) files")
    Console.writeLine(
      differing.isEmpty
        ? "All are right."
        : "\(differing.count) differ; xent golden record vectors writes them anew.")
    return differing.isEmpty ? .success : .doesNotConform
  }

  static func recordVectors(_ folder: GoldenFolder) throws -> ExitCode {
    let files = try VectorFile.all()
    let present = (try? folder.vectorFiles()) ?? []
    for file in files {
      let before = present.contains(file.name) ? try folder.text(vectors: file.name) : nil
      if before == file.text { continue }
      try folder.write(file.text, vectors: file.name)
      if let before {
        let changes = file.differences(from: before)
        Console.writeLine("\(file.name): \(changes.count) of \(file.lines.count) changed")
        for id in changes { Console.writeLine("  \(id)") }
      } else {
        Console.writeLine("\(file.name): \(file.lines.count) vectors")
      }
    }
    for file in present where !files.contains(where: { $0.name == file }) {
      try folder.remove(vectors: file)
      Console.writeLine("\(file): removed, there is no such function")
    }
    return .success
  }
}
