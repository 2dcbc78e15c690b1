import CrossEntropy
import Exact
import Judgement

extension Summary {
  /// The report as Markdown, for a pull request or an issue.
  public var markdown: String {
    let formats = Format.allCases.filter { format in keys.contains { $0.format == format } }
    var lines = ["## \(hello.name) \(hello.version)", "", Summary.cell(verdict), ""]
    lines.append("Level `\(accuracy.rawValue)`: \(Summary.cell(accuracy.rule)).")
    lines.append("")
    lines.append("| function | " + formats.map(\.rawValue).joined(separator: " | ") + " |")
    lines.append("|---|" + formats.map { _ in "---|" }.joined())
    for function in Function.all.map(\.name) {
      let cells = formats.map { format -> String in
        guard let group = groups[Key(function: function, format: format)] else { return "" }
        let mark = group[.fails] > 0 ? "✘" : group[.conforms] > 0 ? "✔" : "–"
        let worst = group.worst.map { ", worst \(short($0.multiple))×" } ?? ""
        return "\(mark) \(group[.conforms])/\(group.asked)\(worst)"
      }
      if cells.contains(where: { !$0.isEmpty }) {
        lines.append("| `\(function)` | " + cells.joined(separator: " | ") + " |")
      }
    }
    lines += profileMarkdown
    for (clause, records) in failuresByClause {
      let sentence = Clause.all.first { $0.id == clause }?.sentence ?? "requests of your own"
      lines += ["", "### \(clause) \(Summary.cell(sentence))", ""]
      lines += records.prefix(Summary.shown).map { "```\n\(Summary.describe($0))\n```" }
      if records.count > Summary.shown {
        lines.append("and \(records.count - Summary.shown) more")
      }
      if let likeness = Diagnosis(of: records) { lines += ["", Summary.cell(likeness.text)] }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A text that ends neither a cell of a table nor a line.
  static func cell(_ text: String) -> String {
    text.replacing("|", with: "\\|").replacing("\n", with: " ")
  }
}
