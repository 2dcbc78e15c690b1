import CrossEntropy

/// The frozen vectors of one function, as the file of Golden/vectors that holds them: the tiers
/// `smoke` and `core`. What `full` adds are a few long tensors, which would double the files.
public struct VectorFile: Sendable {
  /// The function that the vectors are of.
  public let function: String
  /// One line a vector, in the order of the corpus.
  public let lines: [String]

  /// Every function's file, in the order of the chapters of Spec/.
  /// - Throws: `Vector.Undecided`.
  public static func all() throws -> [VectorFile] {
    try Function.all.map(\.name).concurrentMap { try VectorFile(of: $0) }
  }

  /// The vectors of one function, made anew from the corpus.
  /// - Throws: `Vector.Undecided`.
  public init(of function: String) throws {
    self.function = function
    lines = try Corpus.all.filter { $0.function == function && $0.tier <= .core }.flatMap { one in
      try one.formats.map { try Vector(one, in: $0).json.description }
    }
  }

  /// The file's name in Golden/vectors.
  public var name: String { function + ".json" }

  /// The whole file. Every vector stands on a line of its own: lines can be searched, and a change
  /// shows what it changes.
  public var text: String {
    """
    {"schema":"vectors-1","function":"\(function)","revision":"\(suiteVersion)","cases":[
    \(lines.joined(separator: ",\n"))
    ]}

    """
  }

  /// What differs between a text that should be this file's and this file: ids, or the file's name
  /// where the difference is in no vector.
  public func differences(from other: String) -> [String] {
    if other == text { return [] }
    func byID(_ lines: [some StringProtocol]) -> [String: String] {
      var result: [String: String] = [:]
      for line in lines where line.hasPrefix(VectorFile.mark) {
        let id = line.dropFirst(VectorFile.mark.count).prefix { $0 != "\"" }
        result[String(id)] = line.hasSuffix(",") ? String(line.dropLast()) : String(line)
      }
      return result
    }
    let (found, right) = (byID(other.split(separator: "\n")), byID(lines))
    let ids = Set(found.keys).union(right.keys).filter { found[$0] != right[$0] }.sorted()
    return ids.isEmpty ? [name] : ids
  }

  /// How every line of a vector begins.
  private static let mark = "{\"id\":\""
}
