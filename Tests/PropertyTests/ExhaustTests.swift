import Property
import Testing

@Suite struct `All cases of a small world` {
  static let check = Check(seed: 0, cases: 0)
  static let vectors = Gen.int(-2...2).array(1...4)

  @Test func `each vector is tried once`() {
    var seen: [[Int]] = []
    let outcome = Self.check.exhaust { source in
      try require(source.isSmallWorld)
      seen.append(try Self.vectors.draw(&source))
    }
    #expect(seen.count == 5 + 25 + 125 + 625)
    #expect(Set(seen).count == seen.count)
    #expect(seen.first == [0])
    guard case .holds(cases: 780, _) = outcome else {
      Issue.record("\(outcome)")
      return
    }
  }

  @Test(arguments: [0, 1, 77, 779, 780, 781]) func `the limit is kept`(limit: Int) {
    var count = 0
    _ = Self.check.exhaust(limit: limit) { source in
      _ = try Self.vectors.draw(&source)
      count += 1
    }
    #expect(count == min(limit, 780))
  }

  @Test func `discarded cases count for the limit, not for the cases`() {
    var count = 0
    let outcome = Self.check.exhaust(limit: 100) { source in
      count += 1
      if try source.index(below: 1000) % 2 == 1 { throw Rejection() }
      source.label("even")
    }
    guard case .holds(cases: 50, labels: ["even": 50]) = outcome, count == 100 else {
      Issue.record("\(outcome)")
      return
    }
  }

  @Test func `choices that depend on others are enumerated, and a single case is one`() {
    var triangles: [[Int]] = []
    _ = Self.check.exhaust { source in
      let a = try source.index(below: 4)
      triangles.append([a, try source.index(below: a + 1)])
    }
    #expect(triangles == (0..<4).flatMap { a in (0...a).map { [a, $0] } })
    var count = 0
    _ = Self.check.exhaust { _ in count += 1 }
    #expect(count == 1)
    _ = Self.check.exhaust { count += try $0.real(in: 0...9) == 0 ? 1 : 100 }
    #expect(count == 2)
  }

  @Test func `a failure is shrunk within the small world`() throws {
    let outcome = Self.check.exhaust { source in
      let vector = try (source.isSmallWorld ? Self.vectors : .just([])).draw(&source)
      try require(!vector.contains(-1) || vector.count < 2)
    }
    guard case .fails(let failure) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(failure.isSmallWorld && !failure.isFlaky && failure.cases == nil)
    #expect(try Self.vectors.value(on: failure.least) == [0, -1])
    #expect(outcome.report("It")!.contains("\n    found as case \(failure.caseNumber) of all"))
  }
}
