import Foundation
import Support
import Testing

/// `xent probe`, and what `xent verify` makes of it.
@Suite struct `xent probe` {
  @Test func `a table, and a file that verify reads`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let result = try Tool.run("probe", "--write", "profile.json", in: folder)
    #expect(result.status == 0, "\(result.complaint)")
    #expect(result.output.hasPrefix("subject   stable-double "))
    #expect(result.output.contains("all_ignored_mean"))
    let file = folder.appending(path: "profile.json")
    #expect(try String(contentsOf: file, encoding: .utf8).contains(#""empty_mean": "nan""#))
    let verified = try Tool.run(
      "verify", "--profile", "profile.json", "--function", "softmax", "--tier", "smoke", in: folder)
    #expect(verified.status == 0)
    #expect(verified.output.contains("from the file"))
    try Data(#"{"empty_mean": "maybe"}"#.utf8).write(to: file)
    let bad = try Tool.run("verify", "--profile", "profile.json", in: folder)
    #expect(bad.status == 65 && bad.complaint.contains("empty_mean is"))
    #expect(try Tool.run("verify", "--profile", "none.json", in: folder).status == 66)
  }

  @Test func `JSON has every answer`() throws {
    let result = try Tool.run("probe", "--json")
    #expect(result.status == 0)
    #expect(result.output.contains(#""findings": ["#) && result.output.contains(#""question": "#))
  }

  @Test func `misuse and what cannot be run`() throws {
    #expect(try Tool.run("probe", "softmax").status == 64)
    #expect(try Tool.run("probe", "--subject", "none").status == 64)
    #expect(try Tool.run("probe", "--", "/no/such/command").status == 2)
  }
}
