import CrossEntropy
import Exact
import Support
import Testing

@testable import Judgement

/// The corpus's hardest roundings: that they are as hard as is said, and rounded as others round
/// them.
@Suite struct `Knife edges` {
  /// A row of the fixture: the results of one case in one format.
  struct Row {
    let id: String
    let format: Format
    /// What the results are a gradient by; nil for the value.
    let gradient: String?
    /// How far from a tie they may lie, in units in the last place.
    let distance: Rational
    let results: [Floating]

    init(_ columns: [String]) throws {
      let format = try #require(Format(rawValue: columns[1]))
      (id, self.format) = (columns[0], format)
      gradient = columns[2] == "value" ? nil : columns[2]
      distance = try #require(Rational(columns[3]))
      results = try columns[4].split(separator: " ").map {
        Floating(bits: try #require(UInt64($0, radix: 16)), format: format)
      }
    }

    static func all() throws -> [Row] {
      try rows("JudgementTests/Fixtures/knife-edges.tsv").map(Row.init)
    }
  }

  @Test func `the fixture holds them all`() throws {
    let cases = Corpus.all.filter { $0.id.contains("/knife-edge") }
    let asked = cases.flatMap { one in one.formats.map { one.request(in: $0).id } }
    #expect(asked.count == 4 * Corpus.knifeEdges.count)
    #expect(try Set(Row.all().map { "\($0.id)@\($0.format.rawValue)" }) == Set(asked))
  }

  @Test func `the reference rounds them as other software does`() throws {
    for row in try Row.all() {
      let request = try #require(Corpus.named(row.id)).request(in: row.format)
      let results = try Reference(request.call).floating(row.format)[row.gradient].elements
      #expect(results == row.results, "\(request.id)")
    }
  }

  @Test func `every exact result all but lies on a tie`() throws {
    for row in try Row.all() {
      #expect(row.format.bitWidth == 16 || row.distance <= Rational("1e-6")!, "\(row.id)")
      let request = try #require(Corpus.named(row.id)).request(in: row.format)
      // Among the losses next to zero are some of 2^−850, which a sum with 1 has to show.
      let results = try Reference(request.call).enclosures(precision: 1200)[row.gradient].elements
      try #require(results.count == row.results.count)
      for (exact, nearest) in zip(results, row.results) {
        let number = try #require(nearest.value.asRational)
        let isAbove = exact.lower.asRational > number
        let neighbour = try #require(nearest.next(up: isAbove).value.asRational)
        let tie = (number + neighbour) / 2
        let reach = row.distance * (isAbove ? neighbour - number : number - neighbour)
        #expect(
          exact.lower.asRational > tie - reach && exact.upper.asRational < tie + reach,
          "\(request.id): \(nearest.hexadecimal)")
        // On the side of the nearest, and not on the tie itself.
        #expect(
          isAbove ? exact.upper.asRational < tie : exact.lower.asRational > tie,
          "\(request.id): \(nearest.hexadecimal)")
      }
    }
  }

  /// Arithmetic of float64 measures distances in the formats of 16 bits to better than 1e-10 of
  /// their units.
  @Test(arguments: [Format.float16, .bfloat16])
  func `no other input of 16 bits comes nearer`(format: Format) {
    let numbers = (0..<UInt64(1) << 16).map { Floating(bits: $0, format: format).asDouble }
    for (edges, function) in Self.functions(format) {
      let known = edges.inputs(in: format).map {
        Self.distance(function(Floating(rounding: $0, to: format).asDouble), format)
      }
      let farthest = known.max()!
      let near = numbers.map { Self.distance(function($0), format) }.filter { $0 < farthest }
      #expect(near.count >= known.count - 1)
      #expect(near.allSatisfy { one in known.contains { ($0 - one).magnitude < 1e-9 } })
    }
  }

  /// In units in the last place; infinite for 0 and for what is no number.
  private static func distance(_ result: Double, _ format: Format) -> Double {
    if !result.isFinite || result.isZero { return .infinity }
    let exponent = max(Int(result.exponent), format.leastExponent) - format.precision + 1
    let units = result.magnitude * Double(sign: .plus, exponent: -exponent, significand: 1)
    return (units - units.rounded(.down) - 0.5).magnitude
  }

  private static func surprise(_ p: Double) -> Double { p > 0 && p < 1 ? -.log(p) : .nan }

  private static func functions(_ format: Format) -> [(KnifeEdges, (Double) -> Double)] {
    [
      (.sigmoid, { Stable.sigmoid(Stable($0)).value }),
      (.sigmoidSlope, { (Stable.sigmoid(Stable($0)) * .sigmoid(Stable(-$0))).value }),
      (.softplus, { Stable.softplus(Stable($0)).value }),
      (.nats, { surprise($0) }),
      (.bits, { surprise($0) / .log(2) }),
      (.bans, { surprise($0) / .log(10) }),
      (.complement, { $0 > 0 && $0 < 1 ? -Stable.log(complementOf: Stable($0)).value : .nan }),
      (
        .focal,
        { z in
          let doubt = Stable.sigmoid(Stable(-z))
          return -(doubt * doubt * .logSigmoid(Stable(z))).value
        }
      ),
      (.uniform, { .log($0) }),
      (
        .normal,
        { sigma in
          let inside = Int((2 * .pi * sigma * sigma).exponent)
          let isInRange = inside >= format.leastExponent && inside <= format.greatestExponent
          return isInRange ? .log(2 * .pi) / 2 + 0.5 + .log(sigma) : .nan
        }
      ),
      (.exponential, { 1 - .log($0) }),
      (.laplace, { 1 + .log(2 * $0) }),
    ]
  }
}
