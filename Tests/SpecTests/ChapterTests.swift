import Foundation
import Specification
import Support
import Testing

/// Every example of Spec/ comes out, every link leads somewhere, every clause is the code's.
@Suite struct `Chapters` {
  static let folder = Result { try SpecFolder(root: packageRoot) }

  static let names: [String] = (try? folder.get().chapters.map(\.name)) ?? []

  @Test func `the folder is read`() throws {
    #expect(try Self.folder.get().chapters.first?.name == "README")
  }

  @Test(arguments: names)
  func `a chapter is right`(name: String) throws {
    let folder = try Self.folder.get()
    let chapter = try #require(folder.chapters.first { $0.name == name })
    for finding in folder.findings(in: chapter) {
      // A finding is reported where it stands, in the chapter.
      Issue.record(
        Comment(rawValue: finding.message),
        sourceLocation: SourceLocation(
          fileID: "CrossEntropy/\(finding.file)",
          filePath: packageRoot.appending(path: finding.file).path(), line: finding.line,
          column: 1))
    }
  }

  @Test func `every clause of the code stands in one chapter`() throws {
    #expect(try Self.folder.get().misplacedClauses().isEmpty)
  }

  @Test func `there are some 250 examples`() throws {
    let examples = try Self.folder.get().chapters.reduce(0) { $0 + $1.examples.read.count }
    #expect(examples >= 250)
  }
}
