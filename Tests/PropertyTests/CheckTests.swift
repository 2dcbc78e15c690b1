import Foundation
import Property
import Testing

@Suite struct `A check` {
  static let gen = Gen.real(-1000...1000).array(0...5)

  @Test func `tries the same cases for the same seed and others for another`() {
    #expect(Self.gen.values(100, seed: 7) == Self.gen.values(100, seed: 7))
    #expect(Self.gen.values(100, seed: 7) != Self.gen.values(100, seed: 8))
    #expect(SplitMix.seed(for: "a") != SplitMix.seed(for: "b"))
  }

  @Test func `draws the words that SplitMix64 is known for`() {
    var random = SplitMix(seed: 1_234_567)
    let words = (0..<3).map { _ in random.next() }
    #expect(
      words == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423])
    #expect(SplitMix.seed(for: "a") == 0xaf63_dc4c_8601_ec8c)
  }

  @Test func `holds when all cases do, and counts their labels`() throws {
    let check = Check(seed: 1, cases: 1000, cover: ["empty": 0.05])
    let outcome = check.run { source in
      if try Self.gen.draw(&source).isEmpty { source.label("empty") }
    }
    guard case .holds(let cases, let labels) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(cases == 1000)
    #expect(50...350 ~= labels["empty", default: 0])
    #expect(outcome.report("It") == nil)
  }

  @Test func `reports a label that is too rare`() {
    let check = Check(seed: 1, cases: 1000, cover: ["never": 0.01, "always": 1])
    let outcome = check.run { $0.label("always") }
    guard case .uncovered("never", share: 0, wanted: 0.01) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(outcome.report("It") == "It meets 'never' in 0.0 % of its cases, not in 1.0 %.")
  }

  @Test func `starves when too many draws are discarded`() {
    let outcome = Check(seed: 1, cases: 10).run { source in
      if try source.index(below: 100) > 0 { throw Rejection() }
    }
    guard case .starved(let cases, discarded: 201) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(cases < 10)
    #expect(outcome.report("It")!.hasPrefix("It is starved: 201 draws were discarded for"))
  }

  @Test func `lives with some discards`() {
    let outcome = Check(seed: 1, cases: 100).run { source in
      if try source.index(below: 4) > 0 { throw Rejection() }
    }
    guard case .holds(cases: 100, _) = outcome else {
      Issue.record("\(outcome)")
      return
    }
  }

  @Test func `calls out a claim that fails only once`() {
    var count = 0
    let outcome = Check(seed: 1, cases: 100).run { source in
      _ = try source.index(below: 10)
      count += 1
      try require(count != 5)
    }
    guard case .fails(let failure) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(failure.isFlaky && failure.caseNumber == 5 && failure.steps == 0)
    #expect(failure.first == failure.least)
    #expect(outcome.report("It")!.contains("\n    flaky: the claim held when"))
  }

  @Test func `reports the least case, the reason, the way to it and the tape`() throws {
    let claim: (inout Source) throws -> Void = { source in
      let logits = try Gen.real(-10_000...10_000).array(1...5).draw(&source)
      source.note("z = \(logits)")
      try require(logits.reduce(0) { $0 + exp($1) } < .infinity)
    }
    let check = Check(seed: 3, cases: 400)
    let outcome = check.run(claim)
    guard case .fails(let failure) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    let lines = outcome.report("The sum is finite")!.split(separator: "\n")
    #expect(
      lines == [
        "The sum is finite is false.",
        "    z = [710.0]",
        "    because Violation()",
        "    found as case \(failure.caseNumber) of 400, simplified from "
          + "\(failure.firstNotes[0]) in \(failure.tries) tries",
        "    replay: 0._40863.0",
      ])
    #expect(throws: Violation()) {
      try check.replay(try #require(Tape("0._40863.0")).choices, claim)
    }
    #expect(throws: Violation()) { try check.replay(failure.first.choices, claim) }
    #expect(throws: Never.self) { try check.replay([.index(0), .real(709), .index(0)], claim) }
  }

  @Test func `tells the format to the source, and again when it replays`() {
    let check = Check(seed: 1, cases: 100, format: .binary16)
    let outcome = check.run { source in
      try require(source.format == .binary16)
      try require(try source.real(in: -100_000...100_000) <= 10.1)
    }
    guard case .fails(let failure) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(failure.least.choices == [.real(11)] && !failure.isFlaky)
  }
}
