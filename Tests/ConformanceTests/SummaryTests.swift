import Conformance
import CrossEntropy
import Exact
import Judgement
import Property
import Testing

/// Runs that are cut, shuffled and put together again.
@Suite struct `Summaries` {
  private static let questions = Selection(
    functions: ["softmax", "sigmoid", "entropy"], formats: [.float32, .float64]
  ).questions()
  private static let cases = questions.map(\.request.json.description)
  private static let answers = questions.map { question in
    BuiltInImplementation(.naive).reply(to: question.request).json(id: question.request.id)
      .description
  }

  private static func judge(_ cases: [String], _ answers: [String]) throws -> Summary {
    try OfflineVerification().run(cases: cases, answers: answers)
  }

  @Test func `parts, answered out of order and merged in any order, make the whole`() throws {
    let whole = try Self.judge(Self.cases, Self.answers)
    #expect(whole[.fails] > 0 && whole.asked == Self.questions.count)
    var random = SplitMix(seed: 9)
    for _ in 0..<3 {
      let places = Self.cases.indices.shuffled(using: &random)
      let cuts = [0, places.count / 5, places.count / 2, places.count]
      let parts = try zip(cuts, cuts.dropFirst()).map { start, end in
        let part = places[start..<end]
        return try Self.judge(
          part.map { Self.cases[$0] }, part.shuffled(using: &random).map { Self.answers[$0] })
      }
      var sum: Summary?
      for part in parts.shuffled(using: &random) {
        try sum?.merge(part)
        sum = sum ?? part
      }
      #expect(sum?.json == whole.json && sum?.text == whole.text)
    }
  }

  @Test func `a summary reads back as it was written`() throws {
    let whole = try Self.judge(Self.cases, Self.answers)
    let copy = try Summary(JSON(parsing: whole.json.pretty()))
    #expect(copy.json == whole.json && copy.text == whole.text)
    #expect(throws: WireError.self) { try Summary(JSON(parsing: "{}")) }
  }

  @Test func `failures beyond those that are kept are counted`() throws {
    let request = Self.questions[0].request
    let cases = (0..<150).map { index in
      Request(id: "x\(index)", format: request.format, call: request.call).json.description
    }
    let answers = (0..<150).map { #"{"id":"x\#($0)","error":"no"}"# }
    let summary = try Self.judge(cases, answers)
    #expect(summary[.fails] == 150 && summary.failures.count == Summary.kept)
    #expect(summary.text.contains("and 148 more"))
  }

  @Test func `what is not answered fails, what was not asked is refused`() throws {
    let some = Array(Self.cases.prefix(3))
    let summary = try Self.judge(some, Array(Self.answers.prefix(2)))
    #expect(summary[.fails] == 1 && summary.failures[0].why == "error: there is no reply")
    for answers in [["{"], ["{}"], [Self.answers[5]], [Self.answers[0], Self.answers[0]]] {
      #expect(throws: WireError.self) { try Self.judge(some, answers) }
    }
    #expect(throws: WireError.self) { try Self.judge([some[0], some[0]], []) }
  }

  @Test func `what is not declared is no failure`() throws {
    let hello = #"{"hello":{"protocol":1,"name":"a","functions":{"softmax":{"gradient":false}}}}"#
    let answers = Self.questions.map {
      Reply.unsupported("not today").json(id: $0.request.id).description
    }
    let declared = Self.questions.count {
      $0.request.call.function == "softmax" && $0.request.call.gradient.isEmpty
    }
    let summary = try Self.judge(Self.cases, [hello] + answers)
    #expect(declared > 0 && summary[.fails] == declared && summary.asked == declared)
    #expect(summary.notDeclared.values.reduce(0, +) == answers.count - declared)
    #expect(summary.notDeclared["sigmoid"] != nil)
    #expect(summary.notDeclared["gradient of softmax"] != nil)
    // A second hello, as where parts are put together, takes nothing back.
    let parts = try Self.judge(
      Self.cases, [hello] + answers.prefix(9) + [hello] + answers.dropFirst(9))
    #expect(parts.json == summary.json)
  }

  @Test func `summaries of different implementations or levels do not add up`() throws {
    var one = Summary(hello: Hello(name: "a", version: "1"), accuracy: .standard)
    #expect(throws: WireError.self) {
      try one.merge(Summary(hello: Hello(name: "b", version: "1"), accuracy: .standard))
    }
    #expect(throws: WireError.self) {
      try one.merge(Summary(hello: Hello(name: "a", version: "1"), accuracy: .strict))
    }
  }

  @Test func `a difference names what broke and what was mended`() throws {
    let bad = try Self.judge(Self.cases, Self.answers)
    let good = try Verification(BuiltInImplementation(.stable), Self.questions).run()
    #expect(Difference(from: good, to: bad).isWorse && !Difference(from: bad, to: good).isWorse)
    #expect(Difference(from: bad, to: good).text.contains("@float64 no longer fails"))
    #expect(Difference(from: bad, to: bad).text == "no difference\n")
  }
}
