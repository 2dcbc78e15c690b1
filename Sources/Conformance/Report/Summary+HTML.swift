import CrossEntropy
import Exact
import Judgement

extension Summary {
  /// The report as one page that needs nothing else: no script, no font, no request.
  public var html: String {
    let title = escaped("\(hello.name) \(hello.version)")
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title) · conformance</title>
      <style>\(Summary.style)</style>
      </head>
      <body>
      <header>
      <p class="kicker">Cross-entropy conformance · suite \(suiteVersion)</p>
      <h1>\(title)</h1>
      <p class="verdict \(conforms ? "good" : "bad")">\(conforms ? "✔" : "✘") \(escaped(verdict))</p>
      <p>\(counted(judged, "answer")) judged at the level <b>\(accuracy.rawValue)</b>
      (\(escaped(accuracy.rule))); \(self[.unsupported]) unsupported, \(self[.notJudged]) not judged.</p>
      \(remarks)
      </header>
      <main>
      \(matrix)
      \(distributions)
      \(failureSections)
      \(profileHTML)
      </main>
      <footer><p>Every expected number is certified: computed with a proved enclosure, rounded only when
      both ends round to the same number. The bound of a case is what the accepted algorithms may err by
      on it, proved too.</p></footer>
      </body>
      </html>

      """
  }

  private var remarks: String {
    var remarks: [String] = []
    if let breakdown { remarks.append("It broke down: \(breakdown.description)") }
    if let first = restarts.first {
      remarks.append("Started again \(counted(restarts.count, "time")), first because \(first).")
    }
    if !isComplete { remarks.append("Not every question was judged.") }
    return (remarks.map { element("p", ["class": "remark"], escaped($0)) } + [omissionsHTML])
      .joined(separator: "\n")
  }

  private var omissionsHTML: String {
    guard let omissions else { return "" }
    let summary = element("summary", [:], escaped("Not declared, so not asked: \(omissions)"))
    return element(
      "details", ["class": "remark"], summary + element("p", [:], escaped(omittedParts)))
  }

  // MARK: Functions and formats

  private var formats: [Format] {
    Format.allCases.filter { format in keys.contains { $0.format == format } }
  }

  private var functions: [String] {
    Function.all.map(\.name).filter { name in keys.contains { $0.function == name } }
  }

  private var matrix: String {
    let head = element(
      "tr", [:],
      "<th>function</th>" + formats.map { element("th", [:], $0.rawValue) }.joined())
    let rows = functions.map { function in
      element(
        "tr", [:],
        element("th", ["scope": "row"], breakable(function))
          + formats.map { cell(groups[Key(function: function, format: $0)]) }.joined())
    }
    return """
      <section><h2>Functions and formats</h2>
      <p>Passed of asked, and the worst error as a multiple of the bound, of which 2 are allowed.</p>
      <div class="wide"><table class="matrix">\(head)\(rows.joined(separator: "\n"))</table></div></section>
      """
  }

  private func cell(_ group: Group?) -> String {
    guard let group else { return "<td></td>" }
    let kind = group[.fails] > 0 ? "bad" : group[.conforms] > 0 ? "good" : "open"
    let worst =
      group.worst.map { "<small>\($0.multiple.isInfinite ? "∞" : short($0.multiple))×</small>" }
      ?? ""
    let place = group.worst.map { "\($0.id), \(short($0.ulps)) ulp" } ?? ""
    return element(
      "td", ["class": kind, "title": place], "\(group[.conforms])/\(group.asked) \(worst)")
  }

  // MARK: Failures

  /// How many failures of a clause are shown.
  private static let shownOnPage = 6

  private var failureSections: String {
    if failures.isEmpty { return "" }
    let sections = failuresByClause.enumerated().map { place, entry in
      let (clause, records) = entry
      let sentence = Clause.all.first { $0.id == clause }?.sentence ?? "Requests of your own."
      let total = failureCount(of: clause)
      let rest = total - min(records.count, Summary.shownOnPage)
      return element(
        "details", place == 0 ? ["class": "clause", "open": ""] : ["class": "clause"],
        element(
          "summary", [:],
          "<b>\(escaped(clause))</b> <span class=\"count\">\(total)</span> \(escaped(sentence))")
          + records.prefix(Summary.shownOnPage).map(Summary.figure).joined()
          + (rest > 0 ? "<p>and \(rest) more</p>" : ""))
    }
    return "<section><h2>What fails, by clause</h2>\(sections.joined(separator: "\n"))</section>"
  }

  private static func figure(_ record: Record) -> String {
    guard let exhibit = record.exhibit else { return element("p", [:], escaped(record.id)) }
    var rows = [("asked", exhibit.call), ("vector", "\(record.id): \(exhibit.note)")]
    if let expected = exhibit.expected { rows.append(("expected", expected)) }
    rows.append(("got", exhibit.got))
    let place = exhibit.place.isEmpty ? "" : ", at \(exhibit.place)"
    rows.append(("error", (record.why ?? "") + place))
    if record.multiple.isFinite && record.multiple > 0 {
      rows.append(("size", "\(short(record.multiple)) × the bound, \(short(record.ulps)) ulp"))
    }
    return element(
      "dl", [:],
      rows.map { element("dt", [:], $0.0) + element("dd", [:], escaped($0.1)) }.joined())
      + element(
        "details", ["class": "wire"],
        "<summary>as it went over the wire</summary>"
          + element("pre", [:], escaped(exhibit.request.description))
          + element("pre", [:], escaped(exhibit.reply.description)))
  }
}
