import CrossEntropy
import Exact

extension Report {
  /// The report for a person.
  public var text: String {
    [header, table, failureText, summary].filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private var header: String {
    let language = hello.language.map { " (\($0))" } ?? ""
    let version = hello.version.isEmpty ? "" : " \(hello.version)"
    let profile = hello.profile.map { "\($0.key) \($0.value.string ?? $0.value.description)" }
    return """
      subject   \(hello.name)\(version)\(language)
      profile   \(profile.isEmpty ? "nothing declared" : profile.joined(separator: ", "))
      level     \(accuracy.rawValue): \(accuracy.rule)
      """
  }

  /// One line for each function and format.
  private var table: String {
    if entries.isEmpty { return "" }
    let rows = groups.map { group -> [String] in
      let worst = group.worst?.verdict
      let name = group.worst?.question.origin.id.split(separator: "/").last.map(String.init)
      return [
        group.entries.contains { $0.counts(against: hello) } ? "✘" : "✔",
        group.function, group.format.rawValue,
        "\(group.passed) of \(group.entries.count)",
        worst.map { "\(short($0.multiple)) × the bound" } ?? "",
        worst.map { $0.ulps.isFinite ? "\(short($0.ulps)) ulp" : "" } ?? "", name ?? "",
      ]
    }
    let titles = ["", "function", "format", "passed", "worst", "", "where"]
    return aligned([titles] + rows)
  }

  // MARK: Failures

  /// How many failures of a clause are shown in full.
  private static let shown = 2

  /// The failures, by the clause that they break.
  private var failureText: String {
    var clauses: [String] = []
    var byClause: [String: [Entry]] = [:]
    for entry in failures {
      let clause = entry.question.origin.clauses[0]
      if byClause[clause] == nil { clauses.append(clause) }
      byClause[clause, default: []].append(entry)
    }
    return clauses.map { id in
      let entries = byClause[id]!
      let sentence = Clause.all.first { $0.id == id }?.sentence ?? ""
      var lines = ["✘ \(id)  \(sentence)"]
      lines += entries.prefix(Report.shown).map(describe)
      let more = entries.dropFirst(Report.shown)
      if !more.isEmpty {
        let names = more.prefix(8).map(\.question.request.id).joined(separator: ", ")
        lines.append(
          "  and \(more.count) more: \(names)\(more.count > 8 ? ", …" : "")")
      }
      return lines.joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  private func describe(_ entry: Entry) -> String {
    let (verdict, request) = (entry.verdict, entry.question.request)
    var lines = ["  \(request.text)"]
    lines.append("    vector    \(entry.question.origin.id): \(entry.question.origin.note)")
    // What is shown is the tensor that is wrong.
    let (part, place) = (verdict.worst?.gradient, verdict.worst?.index)
    let what = part.map { "gradient by \($0) " } ?? ""
    if let expected = verdict.expected {
      let text = expected[part].text(keeping: place) { ball in
        (Floating(rounding: ball, to: request.format)
          ?? Floating(rounding: ball.midpoint, to: request.format)).text
      }
      lines.append("    expected  \(what)\(text)  certified")
    }
    switch entry.reply {
    case .answer(let answer):
      lines.append("    got       \(what)\(answer[part].text(keeping: place) { $0.text })")
    case .reject(let why): lines.append("    got       a rejection: \(why)")
    case .unsupported(let what): lines.append("    got       unsupported, though declared: \(what)")
    case .error(let what): lines.append("    got       an error: \(what)")
    }
    if case .fails(let why) = verdict.outcome, case .answer(let answer) = entry.reply {
      let indices = place.map { answer[part].indices(at: $0) } ?? []
      lines.append("    error     \(why)\(indices.isEmpty ? "" : ", at \(indices)")")
      if verdict.ulps.isFinite && verdict.ulps > 0 {
        let size =
          verdict.multiple.isFinite
          ? "\(short(verdict.multiple)) × the bound, where 2 are allowed"
          : "every step of the accepted algorithms is exact here, and so must the answer be"
        lines.append("              \(size); \(short(verdict.ulps)) ulp")
      }
    }
    return lines.joined(separator: "\n")
  }

  // MARK: Summary

  private var summary: String {
    let functions = Set(entries.map(\.question.request.call.function)).count
    let formats = Set(entries.map(\.question.request.format)).count
    var lines = [
      "\(count(entries.count - notJudged - unsupported, "answer")) judged in "
        + "\(count(functions, "function")), \(count(formats, "format")); \(unsupported) unsupported, "
        + "\(notJudged) not judged"
    ]
    if !notDeclared.isEmpty {
      let names = notDeclared.sorted { $0.key < $1.key }.map { "\($0.key) (\($0.value))" }
      lines.append("not declared, so not asked: \(names.joined(separator: ", "))")
    }
    if let first = restarts.first {
      lines.append("started again \(count(restarts.count, "time")), first because \(first)")
    }
    if !isComplete && breakdown == nil {
      lines.append("stopped before the end: the limit on failures was reached")
    }
    lines.append(verdict)
    return lines.joined(separator: "\n")
  }

  private var verdict: String {
    if breakdown != nil { return "\(hello.name) broke down, so there is no verdict." }
    if conforms { return "\(hello.name) conforms on everything that was asked." }
    if failures.isEmpty { return "\(hello.name) answered nothing that can be judged." }
    return
      "\(hello.name) does not conform: \(count(failures.count, "failure")) in \(entries.count) questions."
  }

  private func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
