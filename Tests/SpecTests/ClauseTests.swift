import CrossEntropy
import Foundation
import Support
import Testing

/// The clauses that the code carries are the sentences of Spec/, and every function has its own.
@Suite struct `Clauses` {
  /// The clauses of a chapter, as its lines `- **ID** sentence` give them.
  static func clauses(in text: String) -> [(id: String, sentence: String)] {
    text.split(separator: "\n").compactMap { line in
      guard line.hasPrefix("- **"), let end = line.range(of: "** ") else { return nil }
      let id = line.dropFirst(4)[..<end.lowerBound]
      guard id.allSatisfy({ $0.isUppercase || $0.isNumber || $0 == "-" }) else { return nil }
      return (String(id), String(line[end.upperBound...]))
    }
  }

  static func chapters() throws -> [(name: String, text: String)] {
    let folder = packageRoot.appending(path: "Spec")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".md") }.sorted()
    return try names.map {
      ($0, try String(contentsOf: folder.appending(path: $0), encoding: .utf8))
    }
  }

  @Test func `the code's sentences are those of Spec`() throws {
    let written = try Self.chapters().flatMap { Self.clauses(in: $0.text) }
    let spec = Dictionary(written.map { ($0.id, $0.sentence) }) { first, _ in first }
    #expect(spec.count == written.count, "an id stands twice in Spec")
    let code = Dictionary(Clause.all.map { ($0.id, $0.sentence) }) { first, _ in first }
    #expect(code.count == Clause.all.count, "an id stands twice in the code")
    #expect(spec == code)
  }

  @Test func `every function has a section and a first clause`() throws {
    let text = try Self.chapters().map(\.text).joined(separator: "\n")
    let lines = Set(text.split(separator: "\n").map(String.init))
    let ids = Set(Clause.all.map(\.id))
    for function in Function.all {
      #expect(lines.contains("## \(function.name)"), "Spec has no section for \(function.name)")
      #expect(ids.contains("\(function.signature.clausePrefix)-1"), "\(function.name)")
    }
  }

  @Test func `numbers run from 1 without a gap and each sentence says MUST or SHOULD`() {
    var counts: [String: Int] = [:]
    for clause in Clause.all {
      let parts = clause.id.split(separator: "-")
      let prefix = parts.dropLast().joined(separator: "-")
      counts[prefix, default: 0] += 1
      #expect(parts.last.flatMap { Int($0) } == counts[prefix], "\(clause.id)")
      #expect(
        clause.sentence.contains("MUST") || clause.sentence.contains("SHOULD"), "\(clause.id)")
    }
  }
}
