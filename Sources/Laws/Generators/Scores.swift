public import CrossEntropy
public import Exact
public import Property

// Scores and numbers for the losses beside the cross-entropies.

extension Gen<[Rational]> {
  /// n targets, 1 or −1.
  public static func signs(of n: Int) -> Gen {
    Gen<Rational>.element(of: [1, -1]).array(count: n)
  }

  /// Scores, some of them exactly at ± a number where a loss has its corner.
  public static func scores(_ count: ClosedRange<Int>, touching corner: Rational) -> Gen {
    Gen { source in
      let limit = source.isSmallWorld ? min(count.upperBound, 3) : count.upperBound
      let score = Gen<Rational> { source in
        if source.isSmallWorld { return try Gen<Rational>.logit.draw(&source) }
        switch try source.index(below: 6) {
        case 4: return corner
        case 5: return -corner
        default: return try Gen<Rational>.number(-30...30).draw(&source)
        }
      }
      return try score.array(count.lowerBound...max(limit, count.lowerBound)).draw(&source)
    }
  }

  /// Numbers with few digits.
  public static func numbers(
    _ count: ClosedRange<Int>, in range: ClosedRange<Int> = -12...12
  ) -> Gen {
    Gen { source in
      let limit = source.isSmallWorld ? min(count.upperBound, 3) : count.upperBound
      let counts = count.lowerBound...max(limit, count.lowerBound)
      return try Gen<Rational>.coarse(range).array(counts).draw(&source)
    }
  }

  /// n numbers with few digits.
  public static func numbers(of n: Int, in range: ClosedRange<Int> = -12...12) -> Gen {
    Gen<Rational>.coarse(range).array(count: n)
  }

  /// n weights above 0.
  public static func positiveWeights(of n: Int) -> Gen {
    Gen<Rational>.element(of: [1, 2, 3, 4, Rational(1, 2)]).array(count: n)
  }
}

extension Gen<Rational> {
  /// A power of two near 1, which leaves numbers in their format.
  public static var scale: Gen { .element(of: [2, Rational(1, 2), 4, Rational(1, 4), 8]) }
}

extension Gen<Batch> {
  /// Rows of logits with few digits, among which ties are common.
  public static func tiedBatch(
    rows: ClosedRange<Int> = 1...3, classes: ClosedRange<Int> = 1...4
  ) -> Gen {
    Gen { source in
      let limit = source.isSmallWorld ? min(classes.upperBound, 3) : classes.upperBound
      let n = classes.lowerBound + (try source.index(below: limit - classes.lowerBound + 1))
      let row = Gen<([Rational], Int)> { source in
        (try Gen<[Rational]>.numbers(of: n, in: -4...4).draw(&source), try source.index(below: n))
      }
      let few = source.isSmallWorld ? rows.lowerBound...max(rows.lowerBound, 1) : rows
      let drawn = try row.array(few).draw(&source)
      return Batch(logits: drawn.map(\.0), labels: drawn.map(\.1), classes: n)
    }
  }
}

extension Batch {
  /// The arguments `scores` and `labels`.
  public var scored: [String: Call.Argument] {
    ["scores": .rows(logits, classes: classes), "labels": .labels(labels)]
  }

  /// The rows with other logits.
  public func with(_ logits: [[Rational]]) -> Batch {
    Batch(logits: logits, labels: labels, classes: classes)
  }
}
