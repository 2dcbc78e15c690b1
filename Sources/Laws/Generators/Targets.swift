public import Exact
public import Property

// Targets, labels and rows, with few digits where laws make new numbers of them.

extension Gen<Rational> {
  /// A probability k/2^n of few digits.
  public static var coarseProbability: Gen {
    Gen { source in
      if source.isSmallWorld { return Rational(try source.index(below: 5), 4) }
      switch try source.index(below: 4) {
      case 0: return Rational(try source.index(below: 2))
      case 1: return Rational(1, 2)
      default: return Rational(try source.index(below: 65), 64)
      }
    }
  }

  /// A probability k/64 strictly between 0 and 1.
  public static var coarseInnerProbability: Gen {
    Gen { source in
      if source.isSmallWorld { return Rational([2, 1, 3][try source.index(below: 3)], 4) }
      return try source.index(below: 3) == 0
        ? Rational(1, 2) : Rational(1 + (try source.index(below: 63)), 64)
    }
  }

  /// What a yes-or-no target is as a number.
  public static var yesOrNo: Gen { .element(of: [1, 0]) }

  /// The focusing parameter of a focal loss.
  public static var gamma: Gen {
    Gen { source in
      if source.isSmallWorld { return [2, 0, 1, Rational(1, 2)][try source.index(below: 4)] }
      return try source.index(below: 3) == 0
        ? 2 : try Gen.nonnegative(upTo: 5).draw(&source)
    }
  }
}

extension Gen<[Rational]> {
  /// Probabilities k/64 that add up to 1, over n outcomes.
  public static func gridDistribution(of n: Int) -> Gen {
    Gen { source in
      let parts = source.isSmallWorld ? 4 : 64
      let cuts = try (0..<n - 1).map { _ in parts - (try source.index(below: parts + 1)) }.sorted()
      return zip([0] + cuts, cuts + [parts]).map { Rational($1 - $0, parts) }
    }
  }

  /// n positive probabilities that add up to 1.
  public static func innerDistribution(of n: Int) -> Gen {
    Gen.gridDistribution(of: n).map { row in
      // A share of 1/2 of the uniform one, where a format allows, keeps every place positive.
      row.contains(where: \.isZero)
        ? zip(row, halves(n)).map { ($0 + $1) * Rational(1, 2) } : row
    }
  }

  /// A row of so many classes.
  public static func row(
    _ classes: ClosedRange<Int>, of row: @escaping @Sendable (Int) -> Gen<[Rational]>
  ) -> Gen {
    Gen<[[Rational]]>.rows(1...1, classes: classes, of: row).map { $0[0] }
  }

  /// n numbers of [0, 1] that need not add up to 1.
  public static func coarseMasses(of n: Int) -> Gen {
    Gen<Rational>.coarseProbability.array(count: n)
  }

  /// 1/2, 1/4, 1/8 … , the last twice.
  private static func halves(_ n: Int) -> [Rational] {
    (1...n).map { .powerOfTwo(-Swift.min($0, n - 1)) }
  }
}

extension Gen<[[Rational]]> {
  /// So many rows of so many classes, each drawn alike.
  public static func rows(
    _ rows: ClosedRange<Int> = 1...3, classes: ClosedRange<Int> = 1...4,
    of row: @escaping @Sendable (Int) -> Gen<[Rational]>
  ) -> Gen {
    Gen { source in
      let limit = source.isSmallWorld ? min(classes.upperBound, 3) : classes.upperBound
      let n =
        classes.lowerBound + (try source.index(below: max(limit - classes.lowerBound, 0) + 1))
      let few = source.isSmallWorld ? rows.lowerBound...max(rows.lowerBound, 1) : rows
      return try row(n).array(few).draw(&source)
    }
  }

  /// As many rows and classes as a matrix has, each row drawn alike.
  public static func like(
    _ matrix: [[Rational]], of row: @escaping @Sendable (Int) -> Gen<[Rational]>
  ) -> Gen {
    row(matrix[0].count).array(count: matrix.count)
  }
}

extension Gen<[Int]> {
  /// So many labels of n classes.
  public static func labels(_ count: Int, of n: Int) -> Gen {
    Gen<Int>.int(0...n - 1).array(count: count)
  }
}

extension Gen<Batch> {
  /// Rows of logits with few digits, so that sums and shifts of them can be formed in a format.
  public static func coarseBatch(
    rows: ClosedRange<Int> = 1...3, classes: ClosedRange<Int> = 1...4
  ) -> Gen {
    Gen { source in
      let limit = source.isSmallWorld ? min(classes.upperBound, 3) : classes.upperBound
      let n =
        classes.lowerBound + (try source.index(below: max(limit - classes.lowerBound, 0) + 1))
      let row = Gen<([Rational], Int)> { source in
        (
          try Gen<[Rational]>.coarseLogits(n...n).draw(&source), try source.index(below: n)
        )
      }
      let few = source.isSmallWorld ? rows.lowerBound...max(rows.lowerBound, 1) : rows
      let drawn = try row.array(few).draw(&source)
      return Batch(logits: drawn.map(\.0), labels: drawn.map(\.1), classes: n)
    }
  }
}
