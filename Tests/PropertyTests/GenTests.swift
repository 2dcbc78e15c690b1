import Property
import Testing

@Suite struct `Generators` {
  static let ranges = [
    0...0, 5...5, -3...3, -1...5, -5...1, 3...9, -9 ... -3, 0...7, -7...0, -2...0,
  ]

  @Test(arguments: ranges)
  func `a whole number takes each value once, the simplest first`(range: ClosedRange<Int>) {
    var values: [Int] = []
    _ = Check(seed: 0, cases: 0).exhaust { values.append(try Gen.int(range).draw(&$0)) }
    #expect(values.sorted() == Array(range))
    let simplest = range.min { abs($0) < abs($1) }!
    #expect(values.first == simplest)
    // Away from the simplest, the positive one first.
    let expected = range.sorted {
      (abs($0 - simplest), -$0) < (abs($1 - simplest), -$1)
    }
    #expect(values == expected)
  }

  @Test func `whole numbers reach both ends of the greatest ranges`() throws {
    #expect(try Gen.int(0...(.max - 1)).value(on: Tape([.index(.max)])) == .max - 1)
    #expect(try Gen.int(-5 ... .max - 6).value(on: Tape([.index(10)])) == -5)
    #expect(try Gen.int(-5 ... .max - 6).value(on: Tape([.index(11)])) == 6)
    #expect(try Gen.int(-5 ... .max - 6).value(on: Tape([.index(.max)])) == .max - 6)
  }

  @Test func `the first alternative is the simplest`() throws {
    let simple = Tape(Array(repeating: .index(0), count: 9))
    #expect(try Gen.bool.value(on: simple) == false)
    #expect(try Gen.element(of: ["a", "b"]).value(on: simple) == "a")
    #expect(try Gen.oneOf([.just(7), .int(0...9)]).value(on: simple) == 7)
    #expect(try Gen.frequency([(1, .just(7)), (9, .just(8))]).value(on: simple) == 7)
    #expect(try Gen.int(1...9).optional().value(on: simple) == nil)
    #expect(try Gen.int(1...9).array(0...3).value(on: simple) == [])
    #expect(try Gen.int(1...9).array(2...3).value(on: simple) == [1, 1])
    #expect(try Gen.int(1...9).array(count: 3).value(on: simple) == [1, 1, 1])
    #expect(try Gen.real(-5...5, simplest: 0.5).value(on: simple) == 0.5)
  }

  @Test func `weights are the shares of the alternatives`() {
    let values = Gen.frequency([(1, .just("rare")), (3, .just("often"))])
      .values(10_000)
    let rare = values.count { $0 == "rare" }
    #expect(2300...2700 ~= rare)
    #expect(values.count { $0 == "often" } == 10_000 - rare)
  }

  @Test func `alternatives are enumerated once, whatever their weight`() {
    var seen: [Int] = []
    let gen = Gen.frequency([(3, .just(0)), (9, .int(1...4))]).filter { $0 != 2 }
    _ = Check(seed: 0, cases: 0).exhaust { seen.append(try gen.draw(&$0)) }
    #expect(seen == [0, 1, 3, 4])
  }

  @Test func `arrays have all the sizes of their range`() {
    let sizes = Gen.bool.array(2...5).values(1000).map(\.count)
    #expect(Set(sizes) == [2, 3, 4, 5])
    #expect(Set(Gen.bool.array(3...3).values(10).map(\.count)) == [3])
    #expect(Gen.bool.array(0...100).values(1000).map(\.count).max()! > 15)
  }

  /// Whatever element of an array is deleted, its choices are neighbours.
  @Test(arguments: [0...4, 1...4, 4...8])
  func `an element is deleted by deleting neighbouring choices`(count: ClosedRange<Int>) throws {
    let gen = Gen.int(0...9).array(count)
    let tapes = (UInt64(1)...50).map { seed in
      var source = Source(seed: seed)
      _ = try! gen.draw(&source)
      return source.tape
    }
    for tape in tapes {
      let values = try gen.value(on: Tape(tape))
      guard values.count > count.lowerBound else { continue }
      let shorter = tape.indices.dropLast().compactMap { place in
        try? gen.value(on: Tape(Array(tape[..<place] + tape[(place + 2)...])))
      }
      for deleted in values.indices where values.count > count.lowerBound {
        var wanted = values
        wanted.remove(at: deleted)
        #expect(shorter.contains(wanted), "\(values) without the element at \(deleted)")
      }
    }
  }

  @Test func `a filter discards the case when it is met too rarely`() throws {
    let even = Gen.int(0...99).filter { $0 % 2 == 0 }
    #expect(even.values(500).allSatisfy { $0 % 2 == 0 })
    #expect(try even.value(on: Tape([.index(1), .index(3), .index(4)])) == 4)
    #expect(throws: Rejection()) {
      try even.value(on: Tape([.index(1), .index(3), .index(5), .index(4)]))
    }
  }

  @Test func `what is drawn later may depend on what was drawn before`() {
    let square = Gen.int(1...3).flatMap { size in
      Gen.int(0...9).array(count: size).array(count: size)
    }
    #expect(square.values(200).allSatisfy { rows in rows.allSatisfy { $0.count == rows.count } })
    #expect(Set(square.map(\.count).values(200)) == [1, 2, 3])
  }
}
