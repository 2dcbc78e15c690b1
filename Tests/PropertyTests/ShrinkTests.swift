import Foundation
import Testing

@testable import Property

@Suite struct `The least failing case is the one a person would write` {
  static let seeds: ClosedRange<UInt64> = 1...100
  static let logits = Gen.real(-10_000...10_000).array(1...5)
  static let digits = Gen.int(0...100).array(0...20)

  @Test func `a naive log-sum-exp overflows at 710`() throws {
    for seed in Self.seeds {
      let found = try least(Self.logits, seed: seed) { logits in
        try require(log(logits.reduce(0) { $0 + exp($1) }) < .infinity)
      }
      #expect(found == "[710.0]")
    }
  }

  @Test func `a cross-entropy by 1 − sigmoid saturates`() throws {
    for seed in Self.seeds {
      let found = try least(.real(-1000...1000), seed: seed) { z in
        try require(-log(1 - 1 / (1 + exp(-Float(z)))) < .infinity)
      }
      #expect(found == "17.0")
    }
  }

  @Test func `zero is simplified too where another number is simplest`() throws {
    for seed in Self.seeds {
      let found = try least(.real(0...4, simplest: 1), seed: seed) { try require($0 > 0.01) }
      #expect(found == "0.0")
    }
  }

  @Test func `a probability underflows at a distance of 746`() throws {
    let labelled = Gen<String> { source in
      let logits = try Gen.real(-2000...2000).array(2...6).draw(&source)
      let label = try source.index(below: logits.count)
      let top = logits.max()!
      let probability = exp(logits[label] - top) / logits.reduce(0) { $0 + exp($1 - top) }
      return "\(logits), \(label)" + (probability == 0 ? "!" : "")
    }
    for seed in Self.seeds {
      let found = try least(labelled, seed: seed) { try require(!$0.hasSuffix("!")) }
      #expect(found == "[0.0, 746.0], 0!")
    }
  }

  @Test func `not all elements are equal`() throws {
    for seed in Self.seeds {
      #expect(
        try least(Self.digits, seed: seed) { try require(Set($0).count < 2) } == "[0, 1]")
      #expect(
        try least(Self.logits, seed: seed) { try require(Set($0).count < 2) } == "[0.0, 1.0]")
    }
  }

  @Test func `a sum is too large`() throws {
    for seed in Self.seeds {
      #expect(
        try least(Self.digits, seed: seed) { try require($0.reduce(0, +) <= 250) }
          == "[51, 100, 100]")
    }
  }

  @Test func `not all lists are sorted`() throws {
    for seed in Self.seeds {
      #expect(try least(Self.digits, seed: seed) { try require($0 == $0.sorted()) } == "[1, 0]")
    }
  }

  @Test func `two numbers differ by few ulps`() throws {
    for seed in Self.seeds {
      let near = Gen<(Double, Double)> { source in
        let a = try source.real(in: 1...1000, simplest: 1)
        let steps = try source.index(below: 10)
        return (a, a + Double(steps) * a.ulp)
      }
      let found = try least(near, seed: seed) { a, b in try require(a == b || b - a > 3 * a.ulp) }
      #expect(found == "(1.0, 1.0000000000000002)")
    }
  }

  @Test func `a number and its neighbour shrink together`() throws {
    let pair = Gen<[Double]> { source in
      let a = try source.real(in: 1...1000, simplest: 1)
      // Neighbours at times, and the other number may be any.
      return [a, try source.real(in: try source.index(below: 2) == 0 ? a...a.nextUp : 0...1000)]
    }
    for seed in Self.seeds {
      let found = try least(pair, seed: seed) { try require($0[1] != $0[0].nextUp) }
      #expect(found == "[1.0, 1.0000000000000002]")
    }
  }

  @Test func `independent numbers shrink together while they are neighbours`() {
    func drawn(_ values: [Double]) -> [Drawn] {
      values.map { Drawn(choice: .real($0), bound: 0, origin: 0) }
    }
    for start in [345.678901234, 1e9 + 1 / 3, 7.123e-5, 1e200] {
      let found = Shrinker(budget: 4000).shrink(drawn([start, start.nextUp])) { tape in
        guard tape.count == 2, case (.real(let a), .real(let b)) = (tape[0], tape[1]) else {
          return nil
        }
        return a != 0 && b == a.nextUp ? drawn([a, b]) : nil
      }
      #expect(found.tape.map(\.choice) == [.real(1), .real(1.0.nextUp)])
      #expect(found.tries < 1000)
    }
  }

  @Test func `equal numbers shrink together`() throws {
    let tied = Gen<[Double]> { source in
      let a = try source.real(in: -1000...1000)
      let b = try source.real(in: -1000...1000)
      return [a, b]
    }
    for seed in Self.seeds {
      let found = try least(tied, seed: seed) { try require($0[0] != $0[1] || $0[0] < 5) }
      #expect(found == "[5.0, 5.0]")
    }
  }

  @Test func `a count that is drawn before its elements shrinks`() throws {
    let counted = Gen<[Int]> { source in
      let count = try source.index(below: 20)
      return try (0..<count).map { _ in try source.index(below: 1000) }
    }
    for seed in Self.seeds {
      #expect(
        try least(counted, seed: seed) { try require($0.allSatisfy { $0 < 500 }) } == "[500]")
      #expect(
        try least(counted, seed: seed) { try require(Set($0).count == $0.count) } == "[0, 0]")
    }
  }

  @Test func `very large and very small numbers become powers of two`() throws {
    let all = Gen.real(-Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude)
    for seed in Self.seeds {
      #expect(try least(all, seed: seed) { try require($0 * $0 < .infinity) } == "\(0x1p512)")
      #expect(
        try least(all, seed: seed) { try require(abs($0) > 0x1p-1030 || $0 == 0) } == "\(0x1p-1030)"
      )
      #expect(try least(all, seed: seed) { try require($0 >= 0) } == "-1.0")
      #expect(try least(all, seed: seed) { try require(!(0.29...0.31).contains($0)) } == "0.296875")
    }
  }

  @Test func `a nested list keeps only what matters`() throws {
    let nested = Gen.int(0...9).array(0...6).array(0...6)
    for seed in Self.seeds {
      #expect(
        try least(nested, seed: seed) { try require(!$0.contains { $0.contains(7) }) } == "[[7]]")
      #expect(
        try least(nested, seed: seed) { try require($0.reduce(0) { $0 + $1.count } < 3) }
          == "[[0, 0, 0]]")
    }
  }

  @Test func `numbers of either sign shrink to the nearest that fails`() throws {
    for seed in Self.seeds {
      #expect(try least(.int(-1000...1000), seed: seed) { try require($0 < 100) } == "100")
      #expect(try least(.int(-1000...1000), seed: seed) { try require($0 > -100) } == "-100")
      #expect(try least(.real(-1000...1000), seed: seed) { try require($0 > -100) } == "-100.0")
      #expect(
        try least(.real(0.5...1000, simplest: 1), seed: seed) { _ in try require(false) } == "1.0")
    }
  }

  @Test func `elements of several choices are put in order`() throws {
    let pair = Gen<[Int]> { [try $0.index(below: 4), try $0.index(below: 4)] }
    for seed in Self.seeds {
      let found = try least(pair.array(0...9), seed: seed) { pairs in
        try require(!pairs.contains([1, 3]) || !pairs.contains([2, 0]))
      }
      #expect(found == "[[1, 3], [2, 0]]")
    }
  }

  @Test func `the budget is kept`() {
    let tape = (1...30).map { Drawn(choice: .real(Double($0) / 7), bound: 0, origin: 0) }
    let found = Shrinker(budget: 50).shrink(tape) { _ in nil }
    #expect(found.tries == 50 && found.steps == 0 && found.tape == tape)
  }
}
