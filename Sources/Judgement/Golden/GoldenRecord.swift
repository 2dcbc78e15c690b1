import CrossEntropy

extension GoldenDocument {
  /// The file with certified values, gradients and verdicts written in, and what that changed.
  ///
  /// Everything else stays as it is, in its order. A case that is not evaluated, a false claim, and
  /// an erratum that does not say what is right are errors.
  /// - Throws: ``GoldenError``.
  public func recorded() throws(GoldenError) -> (text: String, changes: [String]) {
    var (recorded, changes) = ([JSON](), [String]())
    for (next, json) in zip(cases, json["cases"]!.array!) {
      func error(_ message: String) -> GoldenError {
        GoldenError(file: file, line: next.line, "\(next.id): \(message)")
      }
      let answer: GoldenAnswer?
      let verdict: GoldenVerdict?
      do {
        (answer, verdict) = try certified(next)
      } catch let failure {
        throw error("\(failure)")
      }
      guard let verdict else { throw error("the claim is false") }
      if verdict == .erratum && !next.hasErrata {
        throw error("what is printed is wrong, and errata must say what is right")
      }
      var members = json.members!
      if let answer {
        GoldenDocument.set("value", answer.value.json, in: &members)
        if !answer.gradient.isEmpty {
          let gradient = answer.gradient.sorted { $0.key < $1.key }
          GoldenDocument.set(
            "gradient", .object(gradient.map { JSON.Member($0.key, $0.value.json) }), in: &members)
        }
      }
      GoldenDocument.set("verdict", .string(verdict.rawValue), in: &members)
      if .object(members) != json {
        let names = members.filter { json[$0.key] != $0.value }.map(\.key)
        changes.append("\(next.id): \(names.joined(separator: ", "))")
      }
      recorded.append(.object(members))
    }
    var whole = json.members!
    GoldenDocument.set("cases", .array(recorded), in: &whole)
    return (JSON.object(whole).pretty() + "\n", changes)
  }

  /// Sets a member where it stands, or before the verdict and the errata.
  private static func set(_ key: String, _ value: JSON, in members: inout [JSON.Member]) {
    if let index = members.firstIndex(where: { $0.key == key }) {
      members[index].value = value
    } else {
      let after = key == "verdict" ? ["errata"] : ["terms", "verdict", "errata"]
      let index = members.firstIndex { after.contains($0.key) }
      members.insert(JSON.Member(key, value), at: index ?? members.count)
    }
  }
}
