public import Conformance
import CrossEntropy
import Exact
import Judgement

/// What real implementations did, read for one question at a time: who breaks a clause, who has a policy.
public struct RealResults: Sendable {
  private let results: [(name: String, summary: Summary)]

  /// The summaries by the names of the adapters.
  public init(_ results: [(name: String, summary: Summary)]) { self.results = results }

  static let heading = "real implementations (Golden/results)"

  /// What a look at the results shows, or why there is nothing to look at.
  static func lines(_ results: RealResults?, _ look: (RealResults) -> [[String]]) -> [String] {
    guard let results else {
      return ["there is no Golden/results here; --root names a checkout that has it"]
    }
    let rows = look(results)
    return rows.isEmpty ? ["none fails here"] : Explanation.table(rows, limit: 20)
  }

  /// Who fails cases of which a clause comes first.
  func failures(of clause: String) -> [[String]] {
    failures { $0.clauses.first == clause }
  }

  func failures(function: String) -> [[String]] { failures { $0.function == function } }

  func failures(case id: String) -> [[String]] { failures { $0.id == id } }

  /// For each implementation the known failures that are about some cases, and the first of them.
  private func failures(_ isMeant: (Case) -> Bool) -> [[String]] {
    let cases = Corpus.all.filter(isMeant)
    return results.compactMap { name, summary in
      let entries = (summary.known?.entries ?? []).filter { entry in
        entry.failed > 0 && cases.contains(where: entry.isAbout)
      }
      guard let first = entries.first else { return nil }
      let count = entries.reduce(0) { $0 + $1.failed }
      return [name, counted(count, "failure"), first.pattern, first.reason]
    }
  }

  /// Who has which value of an axis, where it was seen.
  func values(of axis: Axis) -> [[String]] {
    results.compactMap { name, summary in
      summary.profile.first { $0.axis == axis }.map { entry in
        // A value that was neither declared nor seen is only what the judge assumed.
        [
          name, entry.source == .specification ? "unknown" : entry.value,
          entry.evidence ?? "declared",
        ]
      }
    }
  }
}
