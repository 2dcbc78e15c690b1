import CrossEntropy
import Specification
import Support
import Testing

/// Every function has a section with clauses of its own, and clauses are numbered without a gap.
@Suite struct `Clauses` {
  @Test func `every function has a section and a first clause`() throws {
    let chapters = try SpecFolder(root: packageRoot).chapters
    let lines = Set(chapters.flatMap { $0.text.split(separator: "\n").map(String.init) })
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
