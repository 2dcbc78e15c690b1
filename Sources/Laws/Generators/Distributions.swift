public import Exact
public import Property

// Distributions: rationals that add up to exactly one, and such as floating-point programs meet, that
// nearly do.

extension Gen<[Rational]> {
  /// Probabilities that add up to exactly 1, over so many outcomes (1 to 6 by default).
  ///
  /// One-hot, uniform, with zeros, with tiny masses, near-degenerate, and of arbitrary weights; where
  /// the subject computes in a binary format, dyadic ones.
  public static func distribution(_ count: ClosedRange<Int> = 1...6) -> Gen {
    Gen { source in
      let limit = source.isSmallWorld ? min(count.upperBound, 4) : count.upperBound
      let n = count.lowerBound + (try source.index(below: limit - count.lowerBound + 1))
      return try Gen.distribution(of: n).draw(&source)
    }
  }

  /// Probabilities that add up to exactly 1, over n outcomes.
  public static func distribution(of n: Int) -> Gen {
    Gen { source in
      if source.isSmallWorld { return try dyadic(n, parts: 4, &source) }
      switch try source.index(below: 6) {
      case 0:
        source.label("one-hot")
        let place = try source.index(below: n)
        return (0..<n).map { $0 == place ? .one : .zero }
      case 1:
        source.label("uniform")
        // The nearest to uniform that a binary format can hold adds up to 1 as well.
        if source.format == nil { return Array(repeating: Rational(1, n), count: n) }
        return halves(n)
      case 2:
        source.label("tiny")
        return try nearDegenerate(n, &source)
      case 3 where source.format == nil: return try weighted(n, &source)
      default: return try dyadic(n, parts: 1 << (2 + (try source.index(below: 5))), &source)
      }
    }
  }

  /// Numbers of [0, 1] that need not add up to one: what floating-point programs hand over.
  public static func masses(_ count: ClosedRange<Int> = 1...6) -> Gen {
    Gen { source in
      let limit = source.isSmallWorld ? min(count.upperBound, 3) : count.upperBound
      let n = count.lowerBound + (try source.index(below: limit - count.lowerBound + 1))
      return try Gen<Rational>.probability.array(count: n).draw(&source)
    }
  }

  /// Weights over their sum.
  private static func weighted(_ n: Int, _ source: inout Source) throws -> [Rational] {
    var weights = try (0..<n).map { _ in try source.index(below: 20) }
    if weights.allSatisfy({ $0 == 0 }) { weights[0] = 1 }
    let total = weights.reduce(0, +)
    return weights.map { Rational($0, total) }
  }

  /// The lengths between n − 1 cuts of a stretch of so many parts: zeros come by themselves.
  static func dyadic(_ n: Int, parts: Int, _ source: inout Source) throws -> [Rational] {
    let cuts = try (0..<n - 1).map { _ in parts - (try source.index(below: parts + 1)) }.sorted()
    return zip([0] + cuts, cuts + [parts]).map { Rational($1 - $0, parts) }
  }

  /// 1/2, 1/4, 1/8 … , the last twice.
  private static func halves(_ n: Int) -> [Rational] {
    (1...n).map { .powerOfTwo(-min($0, n - 1)) }
  }

  /// Nearly all on one outcome, the rest on one other or on several.
  private static func nearDegenerate(_ n: Int, _ source: inout Source) throws -> [Rational] {
    let step = 1 + (try source.index(below: max(source.digits - n, 1)))
    var masses = (0..<n).map { Rational.powerOfTwo(-step - $0) }
    let place = try source.index(below: n)
    masses[place] = .zero
    masses[place] = .one - masses.reduce(.zero, +)
    return masses.contains { $0.isNegative } ? halves(n) : masses
  }
}
