public import Exact
public import Property

// Distributions from which others are made: mixed, merged, multiplied. Where the subject computes in
// a binary format they have few digits, so that what is made of them is a number of the format too.

extension Gen<[Rational]> {
  /// A distribution over n outcomes: on eighths in a binary format, any otherwise.
  public static func coarseDistribution(of n: Int) -> Gen {
    Gen { source in
      if source.format == nil || source.isSmallWorld {
        return try Gen.distribution(of: n).draw(&source)
      }
      return try dyadic(n, parts: 8, &source)
    }
  }

  /// A distribution over so many outcomes: on eighths in a binary format, any otherwise.
  public static func coarseDistribution(_ count: ClosedRange<Int> = 1...6) -> Gen {
    Gen { source in
      let limit = source.isSmallWorld ? min(count.upperBound, 4) : count.upperBound
      let n = count.lowerBound + (try source.index(below: limit - count.lowerBound + 1))
      return try Gen.coarseDistribution(of: n).draw(&source)
    }
  }
}

extension Gen<[[Rational]]> {
  /// A distribution over m outcomes for each of n conditions: the rows of a channel.
  public static func channel(from n: Int, to m: Int) -> Gen {
    Gen<[Rational]>.coarseDistribution(of: m).array(count: n)
  }
}

extension Gen<Rational> {
  /// A share strictly between 0 and 1: 1/2, 1/4 or 3/4, thirds where any number will do.
  public static var share: Gen {
    Gen { source in
      let shares: [Rational] = [
        Rational(1, 2), Rational(1, 4), Rational(3, 4), Rational(1, 3), Rational(2, 3),
      ]
      return shares[try source.index(below: source.format == nil ? 5 : 3)]
    }
  }
}

extension Gen<[Int]> {
  /// To which of fewer outcomes each of n is merged.
  public static func merging(of n: Int) -> Gen {
    Gen<Int> { source in try source.index(below: max(n - 1, 1)) }.array(count: n)
  }

  /// So many observations of n outcomes.
  public static func sample(of n: Int, _ count: ClosedRange<Int> = 1...8) -> Gen {
    Gen<Int> { source in try source.index(below: n) }.array(count)
  }
}

extension [Rational] {
  /// share·self + (1 − share)·other
  func mixed(_ share: Rational, with other: [Rational]) -> [Rational] {
    zip(self, other).map { share * $0 + (.one - share) * $1 }
  }

  /// Each number of one times each of the other, by rows.
  func times(_ other: [Rational]) -> [Rational] {
    flatMap { mine in other.map { mine * $0 } }
  }

  /// Each number times the row that belongs to it: the joint distribution, by rows.
  func joint(_ rows: [[Rational]]) -> [Rational] {
    zip(self, rows).flatMap { mass, row in row.map { mass * $0 } }
  }

  /// What comes out of a channel.
  func sent(through rows: [[Rational]]) -> [Rational] {
    (rows.first ?? []).indices.map { place in
      zip(self, rows).map { $0 * $1[place] }.total
    }
  }

  /// The sums of the numbers that go to 0, 1, …, n − 1.
  func merged(by groups: [Int]) -> [Rational] {
    indices.map { group in zip(self, groups).filter { $0.1 == group }.map(\.0).total }
  }

  func ordered(by order: [Int]) -> [Rational] { order.map { self[$0] } }

  /// The same with something put before the place.
  func inserting(_ value: Rational, at place: Int) -> [Rational] {
    Array(self[..<place]) + [value] + Array(self[place...])
  }

  /// Σ|pᵢ − qᵢ|
  func distance(to other: [Rational]) -> Rational {
    zip(self, other).map { ($0 - $1).magnitude }.total
  }
}

extension [Int] {
  /// How often each of n outcomes was observed, over the number of observations.
  func shares(of n: Int) -> [Rational] {
    (0..<n).map { outcome in Rational(filter { $0 == outcome }.count, count) }
  }
}
