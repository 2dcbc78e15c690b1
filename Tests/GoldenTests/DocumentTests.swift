import Foundation
import Judgement
import Support
import Testing

/// Every number that the documents print, through the library.
@Suite struct `Golden files of the documents` {
  static let folder = try? GoldenFolder(root: packageRoot)
  static let files = (try? folder?.documentFiles()) ?? []

  @Test func `there are five`() { #expect(Self.files.count == 5) }

  @Test(arguments: files)
  func `every value, verdict and claim is right`(file: URL) throws {
    let document = try GoldenDocument(
      parsing: GoldenFolder.text(file), file: file.lastPathComponent)
    #expect(document.findings() == [])
  }

  @Test(arguments: files)
  func `recording changes nothing`(file: URL) throws {
    let text = try GoldenFolder.text(file)
    let recorded = try GoldenDocument(parsing: text, file: file.lastPathComponent).recorded()
    #expect(recorded.changes == [])
    #expect(recorded.text == text)
  }

  @Test func `no id is there twice`() throws {
    let folder = try #require(Self.folder)
    #expect(try folder.readDocuments().flatMap(\.cases).count >= 395)
  }
}
