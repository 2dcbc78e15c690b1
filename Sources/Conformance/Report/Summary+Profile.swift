import CrossEntropy
import Exact
import Judgement

// What an implementation was held to, as reports say it.

extension Summary {
  /// The axes to be told of in a few lines: where it differs from the specification, where it says
  /// one thing and does another, where it does several.
  private var notable: [AdoptedProfile.Entry] {
    profile.filter { entry in
      let isMixed = entry.evidence?.hasPrefix("mixed") ?? false
      return entry.differs || entry.contradiction != nil || isMixed
    }
  }

  /// The profile for a person at a terminal.
  var profileText: String {
    if profile.isEmpty { return "" }
    let rows = notable.map { entry in
      [entry.axis.rawValue, entry.value, entry.standing, entry.axis.values[0], entry.remark]
    }
    let rest = profile.filter { !notable.contains($0) }
    let counts = AdoptedProfile.Source.allCases.compactMap { source -> String? in
      let entries = rest.filter { $0.source == source }
      return entries.first.map { "\(entries.count) \($0.standing)" }
    }
    let titles = ["policy", "held to", "because", "the specification's", "seen"]
    return (rows.isEmpty ? "" : aligned([titles] + rows) + "\n")
      + "\(rows.isEmpty ? "all policies" : "the other policies") are the specification's"
      + " (\(counts.joined(separator: ", ")))"
  }

  var profileMarkdown: [String] {
    if profile.isEmpty { return [] }
    return ["", "### Policies", "", "| axis | held to | because | the specification's | seen |"]
      + ["|---|---|---|---|---|"]
      + profile.map { entry in
        let value = "`\(Summary.cell(entry.value))`"
        return "| \(entry.axis.rawValue) | \(entry.differs ? "**\(value)**" : value) "
          + "| \(entry.standing) | `\(entry.axis.values[0])` | \(Summary.cell(entry.remark)) |"
      }
  }

  var profileHTML: String {
    if profile.isEmpty { return "" }
    let head = ["axis", "held to", "because", "the specification's", "seen"]
      .map { element("th", [:], $0) }.joined()
    let rows = profile.map { entry in
      let kind = entry.contradiction != nil ? "bad" : entry.differs ? "open" : ""
      return element(
        "tr", [:],
        element("th", ["scope": "row"], entry.axis.rawValue)
          + element("td", ["class": kind], escaped(entry.value))
          + [entry.standing, entry.axis.values[0], entry.remark]
          .map { element("td", [:], escaped($0)) }.joined())
    }
    return """
      <section><h2>Policies</h2>
      <p>Where implementations legitimately differ, each is held to what it declares, or else to what its
      answers show; to the specification where they show nothing. A difference is no failure.</p>
      <div class="wide"><table class="matrix">\(element("tr", [:], head))\(rows.joined())</table></div></section>
      """
  }
}
