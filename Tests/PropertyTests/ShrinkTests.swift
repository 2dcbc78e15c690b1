import Foundation
import Property
import Testing

/// What a claim throws where it does not hold.
struct Violation: Error {}

func require(_ condition: Bool) throws { if !condition { throw Violation() } }

/// The least values for which a claim fails, written out; nil if none was found.
func least<Value>(
  _ gen: Gen<Value>, seed: UInt64 = 1, format: BinaryFormat? = nil, _ claim: (Value) throws -> Void
) throws -> String? {
  let check = Check(seed: seed, cases: 10_000, format: format)
  guard case .fails(let failure) = check.run({ try claim(gen.draw(&$0)) }) else { return nil }
  var source = Source(replaying: failure.least.choices)
  source.format = format
  let value = try gen.draw(&source)
  return "\(value)"
}

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
}
