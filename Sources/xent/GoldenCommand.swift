import Conformance
import CrossEntropy
import Foundation
import Judgement

/// `xent golden`
enum GoldenCommand: Command {
  static let name = "golden"
  static let abstract = "The golden files: the documents' numbers and the vectors, checked."
  static let usage = "<check|list|record> [documents|vectors|results] [--root <folder>] [--json]"
  static let details = """
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
    """

  private static let actions = ["check", "list", "record"]

  static func run(_ words: [String]) throws -> ExitCode {
    let arguments = try Arguments(words, options: ["root"], flags: ["json"])
    guard let action = arguments.positional.first else {
      throw Failure.usage("what to do is missing: check, list or record")
    }
    guard actions.contains(action) else {
      let nearest = nearestName(to: action, among: actions).map { "; did you mean \($0)?" } ?? ""
      throw Failure.usage("there is no action \(action)" + nearest)
    }
    let rest = arguments.positional.dropFirst()
    let what = rest.first
    if let what, action == "list" || !["documents", "vectors", "results"].contains(what) {
      throw Failure.usage("unexpected argument \(what)")
    }
    if action == "record" && what == nil {
      throw Failure.usage("record what? documents, vectors or results")
    }
    if let extra = rest.dropFirst().first { throw Failure.usage("unexpected argument \(extra)") }
    if arguments.has("json") && action != "list" {
      throw Failure.usage("--json goes with list")
    }
    return try arguments.reading {
      let folder = try arguments.goldenFolder()
      switch action {
      case "check":
        func isNamed(_ part: String) -> Bool { what == nil || what == part }
        let documents = isNamed("documents") ? try folder.readDocuments() : nil
        let vectors = isNamed("vectors") ? try folder.vectorFiles() : nil
        let results = isNamed("results") ? try folder.readResults() : nil
        let exits = [
          documents.map { check($0) }, try vectors.map { try check(vectors: $0, in: folder) },
          try results.map { try check(results: $0, in: folder) },
        ]
        return exits.contains(.doesNotConform) ? .doesNotConform : .success
      case "record":
        switch what {
        case "vectors": return try recordVectors(folder)
        case "results": return try recordResults(folder)
        default: return try record(folder)
        }
      default:
        let documents = try folder.readDocuments()
        Console.write(arguments.has("json") ? json(documents).pretty() + "\n" : list(documents))
        return .success
      }
    }
  }

  private static func check(_ documents: [GoldenDocument]) -> ExitCode {
    var failed = Set<String>()
    for document in documents {
      for finding in document.findings() {
        failed.insert(finding.id)
        Console.write(
          """
          ✘ \(finding.id)  \(finding.member)  (\(finding.file), line \(finding.line))
              expected  \(finding.expected)
              found     \(finding.found)

          """)
      }
    }
    let cases = documents.flatMap(\.cases)
    let counts = GoldenVerdict.allCases.compactMap { verdict -> String? in
      let count = cases.count { $0.verdict == verdict }
      return count == 0 ? nil : "\(verdict.rawValue) \(count)"
    }
    Console.writeLine(
      "\(cases.count) cases in \(documents.count) files: \(counts.joined(separator: ", "))")
    Console.writeLine(failed.isEmpty ? "All are right." : "\(failed.count) are wrong.")
    return failed.isEmpty ? .success : .doesNotConform
  }

  private static func record(_ folder: GoldenFolder) throws -> ExitCode {
    let documents = try folder.readDocuments(isComplete: false)
    // Everything is computed before anything is written.
    let recorded = try documents.map { document in (document, try document.recorded()) }
    for (document, result) in recorded {
      let file = folder.root.appending(path: "Golden/documents/" + document.file)
      if result.text == (try GoldenFolder.text(file)) {
        Console.writeLine("\(document.file): unchanged")
        continue
      }
      try folder.write(result.text, document: document.file)
      if result.changes.isEmpty {
        Console.writeLine("\(document.file): layout only")
      } else {
        Console.writeLine("\(document.file): \(result.changes.count) cases changed")
        for change in result.changes { Console.writeLine("  \(change)") }
      }
    }
    return .success
  }

  // MARK: The list

  /// Columns of the terminal, as far as it says so.
  private static var columns: Int {
    ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) } ?? 100
  }

  private static func list(_ documents: [GoldenDocument]) -> String {
    let cases = documents.flatMap(\.cases)
    let width = min(cases.map(\.id.count).max() ?? 0, columns * 2 / 5)
    let left = max(16, columns - width - 10 - 4)
    let printedWidth = max(8, left - 16)
    return cases.map { next in
      [
        fit(next.id, width), fit(next.verdict?.rawValue ?? "", 10),
        fit(next.printed ?? "", printedWidth), short(next.value),
      ].joined(separator: "  ").trimmingSuffix(" ") + "\n"
    }.joined()
  }

  private static func fit(_ text: String, _ width: Int) -> String {
    let text = text.replacing("\n", with: " ")
    return text.count > width
      ? text.prefix(width - 1) + "…" : text + String(repeating: " ", count: width - text.count)
  }

  /// A value to twelve digits, of a list the first.
  private static func short(_ value: GoldenValue?) -> String {
    guard let value else { return "" }
    guard let first = value.decimals.first else { return "[]" }
    return GoldenValue.rounded(first, digits: 12) + (value.decimals.count > 1 ? ", …" : "")
  }

  private static func json(_ documents: [GoldenDocument]) -> JSON {
    .array(
      documents.flatMap { document in
        document.cases.map { next in
          .members([
            ("id", .string(next.id)), ("file", .string(document.file)),
            ("line", .number(next.line)), ("example", .string(next.example)),
            ("printed", next.printed.map { .string($0) }),
            ("verdict", next.verdict.map { .string($0.rawValue) }),
            ("shape", next.value.map { .array($0.shape.map { .number($0) }) }),
            ("value", next.value.map { .array($0.decimals.map { .string($0) }) }),
          ])
        }
      })
  }
}

extension String {
  fileprivate func trimmingSuffix(_ character: Character) -> String {
    String(self[..<(lastIndex { $0 != character }.map { index(after: $0) } ?? startIndex)])
  }
}
