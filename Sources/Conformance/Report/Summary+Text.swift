import CrossEntropy
import Exact
import Judgement

extension Summary {
  /// The report for a person.
  public var text: String {
    [header, profileText, table, failureText, closing].filter { !$0.isEmpty }.joined(
      separator: "\n\n") + "\n"
  }

  private var header: String {
    let language = hello.language.map { " (\($0))" } ?? ""
    let version = hello.version.isEmpty ? "" : " \(hello.version)"
    return """
      subject   \(hello.name)\(version)\(language)
      level     \(accuracy.rawValue): \(accuracy.rule)
      """
  }

  /// One line for each function and format.
  private var table: String {
    if groups.isEmpty { return "" }
    let rows = keys.map { key -> [String] in
      let group = groups[key]!
      let place = group.worst?.id.split(separator: "/").last?.split(separator: "@").first
      return [
        group[.fails] > 0 ? "✘" : group[.conforms] > 0 ? "✔" : "–",
        key.function, key.format.rawValue, "\(group[.conforms]) of \(group.asked)",
        group.worst.map { "\(short($0.multiple)) × the bound" } ?? "",
        group.worst.map { $0.ulps.isFinite ? "\(short($0.ulps)) ulp" : "" } ?? "",
        place.map(String.init) ?? "",
      ]
    }
    let titles = ["", "function", "format", "passed", "worst", "", "where"]
    return aligned([titles] + rows)
  }

  // MARK: Failures

  /// How many failures of a clause are shown in full.
  static let shown = 2

  /// The failures that are kept, by the clause that they break.
  var failuresByClause: [(clause: String, records: [Record])] {
    var clauses: [String] = []
    var byClause: [String: [Record]] = [:]
    for record in failures {
      let clause = record.clauses.first ?? ""
      if byClause[clause] == nil { clauses.append(clause) }
      byClause[clause, default: []].append(record)
    }
    return clauses.map { ($0, byClause[$0]!) }
  }

  private var failureText: String {
    failuresByClause.map { id, records in
      let sentence = Clause.all.first { $0.id == id }?.sentence ?? ""
      var lines = [id.isEmpty ? "✘ requests of your own" : "✘ \(id)  \(sentence)"]
      lines += records.prefix(Summary.shown).map(Summary.describe)
      let more = records.dropFirst(Summary.shown)
      if !more.isEmpty {
        let names = more.prefix(8).map(\.id).joined(separator: ", ")
        let rest = failureCount(of: id) - Summary.shown
        lines.append("  and \(rest) more: \(names)\(rest > 8 ? ", …" : "")")
      }
      if let likeness = Diagnosis(of: records) { lines.append("  " + likeness.text) }
      return lines.joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  /// How many failures break a clause first, those that are not kept among them.
  func failureCount(of clause: String) -> Int {
    groups.values.reduce(0) { $0 + ($1.failuresByClause[clause] ?? 0) }
  }

  /// One failure in a few lines.
  static func describe(_ record: Record) -> String {
    guard let exhibit = record.exhibit else { return "  \(record.id)" }
    var lines = ["  \(exhibit.call)"]
    let name = record.id.split(separator: "@").first.map(String.init) ?? record.id
    lines.append("    vector    \(name)\(exhibit.note.isEmpty ? "" : ": \(exhibit.note)")")
    if let expected = exhibit.expected { lines.append("    expected  \(expected)  certified") }
    lines.append("    got       \(exhibit.got)")
    let place = exhibit.place.isEmpty ? "" : ", at \(exhibit.place)"
    lines.append("    error     \(record.why ?? "")\(place)")
    if record.ulps.isFinite && record.ulps > 0 {
      let size =
        record.multiple.isFinite
        ? "\(short(record.multiple)) × the bound, where 2 are allowed"
        : "every step of the accepted algorithms is exact here, and so must the answer be"
      lines.append("              \(size); \(short(record.ulps)) ulp")
    }
    return lines.joined(separator: "\n")
  }

  // MARK: The end

  private var closing: String {
    var lines = [
      "\(counted(judged, "answer")) judged in \(counted(Set(keys.map(\.function)).count, "function")), "
        + "\(counted(Set(keys.map(\.format)).count, "format")); \(self[.unsupported]) unsupported, "
        + "\(self[.notJudged]) not judged"
    ]
    if let omissions { lines.append("not declared, so not asked: \(omissions)") }
    if let first = restarts.first {
      lines.append("started again \(counted(restarts.count, "time")), first because \(first)")
    }
    if let known, self[.known] > 0 {
      let count = known.entries.count { $0.failed > 0 }
      lines.append(
        "\(counted(self[.known], "failure")) known, by \(count) of "
          + "\(known.entries.count) entries of the list")
    }
    for entry in stale { lines.append("the list of known failures is stale: \(entry)") }
    if !isComplete && breakdown == nil {
      lines.append("stopped before the end: the limit on failures was reached")
    }
    lines.append(verdict)
    return lines.joined(separator: "\n")
  }

  /// The verdict in a sentence.
  var verdict: String {
    if breakdown != nil { return "\(hello.name) broke down, so there is no verdict." }
    if conforms {
      let but = self[.known] > 0 ? " but for what is known to fail" : ""
      return "\(hello.name) conforms on everything that was asked\(but)."
    }
    if self[.fails] == 0 { return "\(hello.name) answered nothing that can be judged." }
    return
      "\(hello.name) does not conform: \(counted(self[.fails], "failure")) in \(counted(asked, "question"))."
  }
}
