import Conformance
import Exact
import Judgement
import Testing

/// Lists of failures that are expected.
@Suite struct `Known failures` {
  static let questions = Selection(functions: ["soft*"], formats: [.float64]).questions()

  /// What a subject comes to under a list.
  static func summary(
    _ arithmetic: BuiltInImplementation.Arithmetic, _ list: String?
  ) throws -> (summary: Summary, records: [Record]) {
    var verification = Verification(BuiltInImplementation(arithmetic), questions)
    verification.known = try list.map { try KnownFailures(parsing: $0) }
    var records: [Record] = []
    let summary = try verification.run(take: { records.append($0) })
    return (summary, records)
  }

  /// The naive subject's failures, as a list.
  static func list() throws -> String {
    let failures = try summary(.naive, nil).records.filter { $0.outcome == .fails }
    #expect(failures.count > 10)
    return KnownFailures.text(of: failures, formatsAsked: [:])
  }

  @Test func `what is on the list fails no more, and is counted`() throws {
    let list = try Self.list()
    let (summary, records) = try Self.summary(.naive, list)
    let known = records.count { $0.outcome == .known }
    #expect(summary.conforms)
    #expect(summary.stale == [])
    #expect(summary[.known] == known && known > 10)
    #expect(summary.known?.entries.map(\.failed) == Array(repeating: 1, count: known))
    #expect(summary.text.contains("\(known) failures known, by \(known) of \(known) entries"))
    #expect(
      summary.text.hasSuffix(
        "conforms on everything that was asked but for what is known to fail.\n"))
  }

  @Test func `an entry that passes now, or is about nothing, is stale`() throws {
    let list = try Self.list() + "softmax/no-such-case  anything\n"
    let summary = try Self.summary(.stable, list).summary
    let entries = try #require(summary.known?.entries)
    #expect(summary.conforms)
    #expect(summary.stale.count == entries.count)
    #expect(
      summary.stale.last == "line \(entries.last!.line): softmax/no-such-case matches no question")
    #expect(summary.stale.dropLast().allSatisfy { $0.hasSuffix(" passes now") })
  }

  @Test func `an entry that is not asked is not stale`() throws {
    #expect(try Self.summary(.stable, "entropy/*  anything\n").summary.stale == [])
  }

  @Test func `another reason is another failure`() throws {
    let list = try Self.list()
    let line = try #require(list.split(separator: "\n").last { $0.hasPrefix("soft") })
    let name = line.prefix { $0 != " " }
    let other = list.replacing(line, with: "\(name)  rejected: it was late")
    let (summary, records) = try Self.summary(.naive, other)
    #expect(!summary.conforms)
    #expect(records.filter { $0.outcome == .fails }.map(\.id) == [String(name)])
  }

  @Test func `patterns, clauses and explanations`() throws {
    let known = try KnownFailures(
      parsing: """
        # Every list begins so.

        # The exponential overflows:
        # no row's greatest logit is subtracted.
        softmax/offset-*  NaN*number
        SOFTMAX-2  NaN
        softplus/*@float64  an overflow
        # Another matter.
        softplus/1  too far
        """)
    #expect(known.entries.map(\.line) == [5, 6, 7, 9])
    #expect(
      known.entries.map(\.pattern) == [
        "softmax/offset-*", "SOFTMAX-2", "softplus/*@float64", "softplus/1",
      ])
    let overflow = "The exponential overflows: no row's greatest logit is subtracted."
    #expect(known.entries.map(\.explanation) == [overflow, overflow, overflow, "Another matter."])
    let error = #expect(throws: WireError.self) { try KnownFailures(parsing: "# a\nsoftmax/1\n") }
    #expect(error?.description == "line 2: a name and the reason of the failure are expected")
  }

  @Test func `parts of a run add up, also through files`() throws {
    let list = try Self.list()
    let whole = try Self.summary(.naive, list).summary
    var parts: [Summary] = []
    for part in [
      Self.questions.filter { $0.request.id < "softmax/o" },
      Self.questions.filter { $0.request.id >= "softmax/o" },
    ] {
      var verification = Verification(BuiltInImplementation(.naive), part)
      verification.known = try KnownFailures(parsing: list)
      parts.append(try Summary(verification.run().json))
    }
    #expect(parts.allSatisfy { $0[.known] > 0 })
    var sum = parts[1]
    try sum.merge(parts[0])
    #expect(sum.json == whole.json)
    #expect(sum.stale == [])
  }
}
