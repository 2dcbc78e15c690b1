import CrossEntropy

extension KnownFailures {
  /// A list of failures as they are now, to begin with. What is the same in every format in which
  /// a case was asked stands once.
  ///
  /// - Parameters:
  ///   - failures: what fails, in any order.
  ///   - asked: how many formats each case was asked in, by its name.
  public static func text(of failures: [Record], formatsAsked asked: [String: Int]) -> String {
    struct Cause: Hashable {
      let clause: String
      let name: String
      let reason: String
    }
    let byCause = Dictionary(grouping: failures) {
      Cause(clause: $0.clauses.first ?? "", name: $0.caseName, reason: $0.reason)
    }
    var text = "# What is known to fail, and why: xent verify --known-failing reads this file.\n"
    let byClause = Dictionary(grouping: byCause.keys, by: \.clause)
    for (clause, causes) in byClause.sorted(by: { $0.key < $1.key }) {
      let sentence = Clause.all.first { $0.id == clause }?.sentence
      text += "\n# " + (sentence.map { "\(clause)  \($0)" } ?? "requests of your own") + "\n"
      for cause in causes.sorted(by: { ($0.name, $0.reason) < ($1.name, $1.reason) }) {
        let ids = byCause[cause]!.map(\.id).sorted()
        let names = ids.count == asked[cause.name] ? [cause.name] : ids
        for name in names { text += "\(name)  \(cause.reason)\n" }
      }
    }
    return text
  }
}

extension Record {
  /// The id without its format.
  public var caseName: String { String(id.prefix { $0 != "@" }) }

  /// Why it fails, on one line.
  var reason: String { (why ?? "").split(whereSeparator: \.isNewline).joined(separator: " ") }
}
