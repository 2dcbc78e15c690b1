public import CrossEntropy
public import Exact
public import Property

/// Rows of logits with their labels, as a classifier hands them to a loss.
public struct Batch: Sendable, CustomStringConvertible {
  /// The scores by rows, one for every class.
  public var logits: [[Rational]]
  /// The class of each row, from 0.
  public var labels: [Int]
  /// How many classes there are, also where there is no row.
  public let classes: Int

  /// Rows with their labels; `classes` is the length of every row.
  public init(logits: [[Rational]], labels: [Int], classes: Int) {
    (self.logits, self.labels, self.classes) = (logits, labels, classes)
  }

  /// The number of rows.
  public var count: Int { labels.count }

  /// The arguments `logits` and `labels`.
  public var arguments: [String: Call.Argument] {
    ["logits": .rows(logits, classes: classes), "labels": .labels(labels)]
  }

  /// Some of the rows.
  public func rows(_ range: some Sequence<Int>) -> Batch {
    let picked = Array(range)
    return Batch(
      logits: picked.map { logits[$0] }, labels: picked.map { labels[$0] }, classes: classes)
  }

  /// 1 at the label of each row and 0 elsewhere.
  public var oneHot: [[Rational]] {
    labels.map { label in (0..<classes).map { $0 == label ? .one : .zero } }
  }

  /// The batch as reports print it.
  public var description: String {
    "logits \(Shown.text(logits)), labels \(labels)"
  }
}

extension Call.Argument {
  /// A matrix of so many columns, also where it has no row.
  public static func rows(_ rows: [[Rational]], classes: Int) -> Self {
    .real(Tensor(shape: [rows.count, classes], rows.joined().map { .finite($0) }))
  }
}

extension Gen<Batch> {
  /// So many rows of 1 to 4 classes (or as many as are asked for).
  public static func batch(
    rows: ClosedRange<Int> = 1...4, classes: ClosedRange<Int> = 1...4
  ) -> Gen {
    Gen { source in
      let limit = source.isSmallWorld ? min(classes.upperBound, 3) : classes.upperBound
      let n = classes.lowerBound + (try source.index(below: limit - classes.lowerBound + 1))
      let row = Gen<([Rational], Int)> { source in
        (try Gen<[Rational]>.logits(of: n).draw(&source), try source.index(below: n))
      }
      let few = source.isSmallWorld ? rows.lowerBound...max(rows.lowerBound, 1) : rows
      let drawn = try row.array(few).draw(&source)
      return Batch(logits: drawn.map(\.0), labels: drawn.map(\.1), classes: n)
    }
  }
}

extension Gen<[Rational]> {
  /// A weight for each of n classes, some of them 0, not all.
  public static func classWeights(of n: Int) -> Gen {
    Gen { source in
      var weights = try Gen<Rational>.coarseWeight.array(count: n).draw(&source)
      if weights.allSatisfy(\.isZero) { weights[0] = .one }
      return weights
    }
  }
}

extension Gen<Rational> {
  /// A weight: 1, 0, or k/8.
  public static var coarseWeight: Gen {
    Gen { source in
      switch try source.index(below: 4) {
      case 0: return .one
      case 1: return .zero
      default: return Rational(try source.index(below: 41), 8)
      }
    }
  }

  /// A label smoothing: 0, 1, or k/8.
  public static var smoothing: Gen {
    Gen { source in
      switch try source.index(below: 3) {
      case 0: return Rational(try source.index(below: 2))
      default: return Rational(try source.index(below: 9), 8)
      }
    }
  }
}
