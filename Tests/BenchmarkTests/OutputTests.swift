import Exact
import Testing

@testable import Benchmarks

/// Results held to what they should be.
@Suite struct `Results of benchmarks` {
  private static let exact = Outputs.balls(
    [.exp(Ball(midpoint: .one, precision: 256))], precision: 128)

  /// A ball round e, moved and widened by powers of two.
  private static func results(moved: Integer?, radius: Integer) -> Outputs {
    let e = Ball.exp(Ball(midpoint: .one, precision: 128)).midpoint
    let midpoint = moved.map { e + .powerOfTwo($0) } ?? e
    return .balls(
      [Ball(midpoint: midpoint, radius: .powerOfTwo(radius), precision: 128)], precision: 128)
  }

  @Test func `an enclosure must hold the value`() {
    #expect(Self.results(moved: nil, radius: -124).wrongPlaces(beside: Self.exact) == [])
    #expect(Self.results(moved: -120, radius: -124).wrongPlaces(beside: Self.exact) == [0])
  }

  @Test func `an enclosure must be narrow`() {
    #expect(Self.results(moved: nil, radius: -60).wrongPlaces(beside: Self.exact) == [0])
    let unknown = Outputs.balls([.unknown(precision: 128)], precision: 128)
    #expect(unknown.wrongPlaces(beside: Self.exact) == [0])
  }

  @Test func `a number must be the nearest`() {
    let exact = Outputs.bits([1, 2, 3])
    #expect(Outputs.bits([1, 2, 3]).wrongPlaces(beside: exact) == [])
    #expect(Outputs.bits([1, 0]).wrongPlaces(beside: exact) == [1])
  }

  @Test func `words are read as results of the same kind`() throws {
    let words: [Substring] = ["1f@-3~1@-9"]
    guard case .balls(let balls, _)? = Self.exact.reading(words) else {
      Issue.record("a ball is not read")
      return
    }
    #expect(balls[0].midpoint == Dyadic(31).scaled(by: -3))
    #expect(balls[0].radius.asDyadic == .powerOfTwo(-9))
    for bad in ["", "1f@-3", "1f@-3~-1@0", "1g@-3~1@-9", "1f@x~1@-9", "1f~1"] {
      #expect(Self.exact.reading([bad[...]]) == nil, "\(bad)")
    }
    #expect(Outputs.bits([]).reading(["3ff"]) == nil)
    #expect(Outputs.decimals([]).reading(["0.5", "x"]) == nil)
    #expect(Outputs.decimals([]).reading(["0.5", "-1e-7"])?.count == 2)
  }
}
