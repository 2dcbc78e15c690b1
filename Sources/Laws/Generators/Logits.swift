public import Exact
public import Property

extension Gen<[Rational]> {
  /// A row of logits, of 1 to 6 classes: ties, near ties, a dominant one, offsets, all equal, all
  /// negative, and now and then 127 to 129 classes.
  public static func logits(_ count: ClosedRange<Int> = 1...6) -> Gen {
    Gen { source in
      let limit = source.isSmallWorld ? min(count.upperBound, 4) : count.upperBound
      var n = count.lowerBound + (try source.index(below: limit - count.lowerBound + 1))
      if !source.isSmallWorld, count == 1...6, try source.index(below: 200) == 199 {
        n = 127 + (try source.index(below: 3))
        source.label("wide")
      }
      return try Gen.logits(of: n).draw(&source)
    }
  }

  /// A row of n logits.
  public static func logits(of n: Int) -> Gen {
    Gen { source in
      var row = try Gen<Rational>.logit.array(count: n).draw(&source)
      if source.isSmallWorld || n == 0 { return row }
      switch try source.index(below: 12) {
      case 0...4: break
      case 5:
        source.label("tie")
        row[try source.index(below: n)] = row[0]
      case 6:
        // A near tie: the next number of the format, or one 2^−52 away.
        source.label("near tie")
        row[try source.index(below: n)] = row[0] * (.one + .powerOfTwo(1 - source.digits))
      case 7:
        source.label("dominant")
        row[try source.index(below: n)] = try Gen<Rational>.element(of: [40, 800]).draw(&source)
      case 8:
        source.label("all equal")
        row = row.map { _ in row[0] }
      case 9: row = row.map { -$0.magnitude }
      default:
        source.label("offset")
        let offset = try Gen<Rational>.element(of: [10_000, 100_000_000]).draw(&source)
        row = row.map { Rational($0.floor) + offset }
      }
      return row
    }
  }

  /// A row of n logits of moderate size with few digits, so that differences and shifts of them are
  /// numbers of the format too.
  public static func coarseLogits(_ count: ClosedRange<Int> = 1...6) -> Gen {
    Gen { source in
      let limit = source.isSmallWorld ? min(count.upperBound, 4) : count.upperBound
      let n = count.lowerBound + (try source.index(below: limit - count.lowerBound + 1))
      return try Gen<Rational>.coarse(-12...12).array(count: n).draw(&source)
    }
  }
}

extension Gen<[Extended]> {
  /// A row of logits in which some classes are masked by −∞, not all.
  public static func maskedLogits(_ count: ClosedRange<Int> = 1...6) -> Gen {
    Gen { source in
      let row = try Gen<[Rational]>.logits(count).draw(&source)
      let kept = try source.index(below: row.count)
      return try row.enumerated().map { index, logit in
        // 0 leaves it: the plain row is the simplest.
        let isMasked = try source.index(below: 4) == 3 && index != kept
        if isMasked { source.label("mask") }
        return isMasked ? .infinity(isNegative: true) : .finite(logit)
      }
    }
  }
}
