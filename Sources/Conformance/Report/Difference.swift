import Exact
import Judgement

/// What changed between two summaries, function by function and format by format.
public struct Difference: Sendable {
  private let before: Summary
  private let after: Summary

  /// What changed from one summary to a later one.
  public init(from before: Summary, to after: Summary) {
    (self.before, self.after) = (before, after)
  }

  private var keys: [Summary.Key] { Set(before.keys + after.keys).sorted() }

  private func failures(_ summary: Summary, _ key: Summary.Key) -> Set<String> {
    Set(summary.groups[key]?.failures.map(\.id) ?? [])
  }

  /// Whether something fails now that did not fail before.
  public var isWorse: Bool {
    keys.contains { key in
      !failures(after, key).isSubset(of: failures(before, key))
        || (after.groups[key]?[.fails] ?? 0) > (before.groups[key]?[.fails] ?? 0)
    }
  }

  /// A line for every function and format with a change, and one for every case that fails now or
  /// no longer; `no difference` without any.
  public var text: String {
    var lines: [String] = []
    for key in keys {
      let (old, new) = (before.groups[key], after.groups[key])
      var changes: [String] = []
      for outcome in Record.Outcome.allCases where old?[outcome] ?? 0 != new?[outcome] ?? 0 {
        changes.append("\(outcome.rawValue) \(old?[outcome] ?? 0) → \(new?[outcome] ?? 0)")
      }
      let (oldWorst, newWorst) = (old?.worst?.multiple ?? 0, new?.worst?.multiple ?? 0)
      if oldWorst != newWorst {
        changes.append("worst \(short(oldWorst)) → \(short(newWorst)) × the bound")
      }
      let (broken, mended) = (
        failures(after, key).subtracting(failures(before, key)),
        failures(before, key).subtracting(failures(after, key))
      )
      if changes.isEmpty && broken.isEmpty && mended.isEmpty { continue }
      lines.append("\(key.function) \(key.format.rawValue): \(changes.joined(separator: ", "))")
      lines += broken.sorted().map { "  ✘ \($0) fails now" }
      lines += mended.sorted().map { "  ✔ \($0) no longer fails" }
    }
    if before.accuracy != after.accuracy {
      lines.insert("level \(before.accuracy.rawValue) → \(after.accuracy.rawValue)", at: 0)
    }
    return lines.isEmpty ? "no difference\n" : lines.joined(separator: "\n") + "\n"
  }
}
