import Judgement

// The list as a summary keeps it: what is known, why, and whether it is still so.

extension KnownFailures {
  var json: JSON {
    .array(
      entries.map { entry in
        .members([
          ("line", .number(entry.line)), ("pattern", .string(entry.pattern)),
          ("reason", .string(entry.reason)),
          ("explanation", entry.explanation.isEmpty ? nil : .string(entry.explanation)),
          ("failed", .number(entry.failed)), ("passed", .number(entry.passed)),
        ])
      })
  }

  /// - Throws: `WireError`.
  init(_ json: JSON) throws(WireError) {
    guard let list = json.array else { throw WireError("known_failures must be a list") }
    for json in list {
      guard let line = json["line"]?.int, let pattern = json["pattern"]?.string,
        let reason = json["reason"]?.string, let failed = json["failed"]?.int,
        let passed = json["passed"]?.int
      else { throw WireError("a known failure needs a line, a pattern, a reason and counts") }
      entries.append(
        Entry(
          line: line, pattern: pattern, reason: reason,
          explanation: json["explanation"]?.string ?? "", failed: failed, passed: passed))
    }
  }
}
