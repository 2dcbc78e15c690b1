import Foundation

/// What the compiler says of the public symbols of a module, so far as it is asked here.
struct SymbolGraph: Decodable {
  struct Symbol: Decodable {
    struct Kind: Decodable { let identifier: String }
    struct Location: Decodable {
      struct Position: Decodable { let line: Int }
      let uri: URL
      let position: Position
    }
    /// Its own comment, or that of the requirement that it fulfils.
    struct Comment: Decodable {}

    let kind: Kind
    let pathComponents: [String]
    /// Nil for what the compiler makes by itself.
    let location: Location?
    let docComment: Comment?

    var lacksComment: Bool {
      location != nil && docComment == nil && kind.identifier != "swift.extension"
    }
  }

  let symbols: [Symbol]

  /// The symbols, written out in the source, that nothing is said of.
  static func uncommented(in folder: URL) throws -> [Symbol] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "json" }
      .flatMap { try JSONDecoder().decode(SymbolGraph.self, from: Data(contentsOf: $0)).symbols }
      .filter(\.lacksComment)
  }
}

extension SymbolGraph.Symbol: CustomStringConvertible {
  /// `Scalar.swift:34: Scalar.exp(_:)`
  var description: String {
    let place = location.map { "\($0.uri.lastPathComponent):\($0.position.line + 1): " } ?? ""
    return place + pathComponents.joined(separator: ".")
  }
}
