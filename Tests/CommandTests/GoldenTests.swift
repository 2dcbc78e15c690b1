import Foundation
import Support
import Testing

/// `xent golden`, on the package's own files and on copies with faults.
@Suite struct `xent golden` {
  /// Runs with a copy of the golden files, which it may change.
  static func withCopy<Result>(_ body: (URL, [URL]) throws -> Result) throws -> Result {
    let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    let documents = root.appending(path: "Golden/documents")
    try FileManager.default.createDirectory(at: documents, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: root) }
    let originals = try FileManager.default.contentsOfDirectory(
      at: packageRoot.appending(path: "Golden/documents"), includingPropertiesForKeys: nil)
    let copies = originals.map { documents.appending(path: $0.lastPathComponent) }
    for (original, copy) in zip(originals, copies) {
      try FileManager.default.copyItem(at: original, to: copy)
    }
    return try body(root, copies.sorted { $0.path() < $1.path() })
  }

  static func path(_ url: URL) -> String { url.path(percentEncoded: false) }

  static func edit(_ file: URL, _ change: (String) -> String) throws {
    try Data(change(String(contentsOf: file, encoding: .utf8)).utf8).write(to: file)
  }

  @Test func `the package's files are right`() throws {
    let result = try Tool.run("golden", "check", "documents", "--root", Self.path(packageRoot))
    #expect(result.status == 0, "\(result.output)\(result.complaint)")
    #expect(result.output.contains(" in 5 files: exact 14, rounds 15, truncates 18, consistent 1"))
    #expect(result.output.hasSuffix("All are right.\n"))
  }

  @Test func `a wrong digit is a failing case`() throws {
    try Self.withCopy { root, files in
      try Self.edit(files[0]) { $0.replacing("0.566509506552905323646820", with: "0.56651") }
      let result = try Tool.run("golden", "check", "documents", "--root", Self.path(root))
      #expect(result.status == 1)
      #expect(result.output.contains("✘ koech/container-1  value  ("))
      #expect(result.output.contains("    expected  0.566509506552905323646820739748"))
      #expect(result.output.contains("    found     0.56651739748"))
      #expect(result.output.hasSuffix("1 are wrong.\n"))
    }
  }

  @Test func `recording restores what was changed, and changes nothing else`() throws {
    try Self.withCopy { root, files in
      let before = try String(contentsOf: files[0], encoding: .utf8)
      try Self.edit(files[0]) {
        $0.replacing("0.566509506552905323646820", with: "0.56651")
          .replacing("\"verdict\": \"rounds\"", with: "\"verdict\": \"exact\"")
      }
      let result = try Tool.run("golden", "record", "documents", "--root", Self.path(root))
      #expect(result.status == 0)
      #expect(result.output.contains("  koech/container-1: value, verdict\n"))
      #expect(result.output.contains("Cross-Entropy-Loss.json: unchanged\n"))
      #expect(try String(contentsOf: files[0], encoding: .utf8) == before)
    }
  }

  @Test func `nothing is written by a recording that fails`() throws {
    try Self.withCopy { root, files in
      try Self.edit(files[0]) { $0.replacing("0.566509506552905323646820", with: "0.56651") }
      try Self.edit(files[4]) { $0.replacing("relu(", with: "relo(") }
      try Self.edit(files[3]) {
        $0.replacing("\"claim\": \"relu(-2) = 0", with: "\"claim\": \"1 = 0")
      }
      let before = try files.map { try Data(contentsOf: $0) }
      let result = try Tool.run("golden", "record", "documents", "--root", Self.path(root))
      #expect(result.status == 65)
      #expect(result.complaint.contains(": the claim is false"))
      #expect(try files.map { try Data(contentsOf: $0) } == before)
    }
  }

  @Test func `a truncated file is named with its line`() throws {
    try Self.withCopy { root, files in
      try Self.edit(files[0]) { String($0.prefix(20_000)) }
      let result = try Tool.run("golden", "check", "documents", "--root", Self.path(root))
      #expect(result.status == 65)
      #expect(result.output == "")
      #expect(result.complaint.contains("Cross-Entropy-Loss-Function-Koech-2020.json: line "))
    }
  }

  @Test func `a missing folder exits 66`() throws {
    try Self.withCopy { root, files in
      let none = root.appending(path: "nothing")
      #expect(try Tool.run("golden", "check", "documents", "--root", Self.path(none)).status == 66)
      // There is no Spec beside this Golden.
      #expect(try Tool.run("golden", "check", "documents", in: root).status == 66)
      for file in files { try FileManager.default.removeItem(at: file) }
      #expect(try Tool.run("golden", "check", "documents", "--root", Self.path(root)).status == 66)
    }
  }

  @Test func `the nearest folder above with Golden and Spec is the root`() throws {
    try Self.withCopy { root, _ in
      let deep = root.appending(path: "Spec/a/b")
      try FileManager.default.createDirectory(at: deep, withIntermediateDirectories: true)
      #expect(try Tool.run("golden", "check", "documents", in: deep).status == 0)
    }
  }

  @Test func `the list has a line for each case`() throws {
    let result = try Tool.run("golden", "list", "--root", Self.path(packageRoot))
    let lines = result.output.split(separator: "\n")
    #expect(lines.count >= 395)
    let line = try #require(lines.first { $0.hasPrefix("koech/container-1 ") })
    #expect(
      line.split(separator: " ").map(String.init)
        == ["koech/container-1", "rounds", "0.5665", "0.566509506553"])
  }

  @Test(arguments: [
    ["golden"], ["golden", "chek"], ["golden", "record"], ["golden", "record", "vector"],
    ["golden", "check", "vectors", "documents"], ["golden", "list", "vectors"],
  ])
  func `misuse exits 64`(words: [String]) throws {
    #expect(try Tool.run(words).status == 64)
  }

  @Test func `help`() throws {
    #expect(
      try Tool.run("golden", "--help").output == """
        OVERVIEW: The golden files: the documents' numbers and the vectors, checked.

        USAGE: xent golden <check|list|record> [documents|vectors|results] [--root <folder>] [--json]

        ARGUMENTS:
          check                   Compute every value and verdict again; exits 1 if one differs.
          check documents         Only those of the documents' examples.
          check vectors           Only the frozen vectors.
          check results           Only the page over the results of real implementations.
          list                    One line a documents' case: id, verdict, printed, value.
          record documents        Write the values and verdicts into the files of the documents, and
                                  say what changed.
          record vectors          Write the files of the vectors anew, and say what changed.
          record results          Write the page over the results anew.

        OPTIONS:
          --root <folder>         The folder that holds Golden (default: the nearest one above the
                                  current folder that holds both Golden and Spec).
          --json                  Print the list as JSON.

        """)
  }
}
