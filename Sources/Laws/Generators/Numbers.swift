import CrossEntropy
public import Exact
public import Property

// Numbers, as laws draw them. Where the subject computes in a binary format, numbers of that format;
// otherwise rationals as well. Whatever is drawn shrinks to small whole numbers.

extension Gen<Rational> {
  /// A real number of a range.
  public static func number(_ range: ClosedRange<Double>, simplest: Double = 0) -> Gen {
    Gen { source in
      if source.isSmallWorld { return Rational(try Gen<Int>.int(-2...2).draw(&source)) }
      return Rational(try source.real(in: range, simplest: simplest))
    }
  }

  /// A logit or a score: any size at which exponentials matter, and some at which they overflow.
  public static var logit: Gen {
    Gen { source in
      switch source.isSmallWorld ? 0 : try source.index(below: 8) {
      case 0...4: try Gen.number(-30...30).draw(&source)
      case 5...6: try Gen.number(-1000...1000).draw(&source)
      default: try Gen.number(-12000...12000).draw(&source)
      }
    }
  }

  /// A moderate number with few digits, so that sums and products of several can be formed in a
  /// format: k/16.
  public static func coarse(_ range: ClosedRange<Int>) -> Gen {
    Gen { source in
      if source.isSmallWorld {
        return Rational(
          try Gen<Int>.int(max(range.lowerBound, -2)...min(range.upperBound, 2)).draw(&source))
      }
      let whole = try Gen<Int>.int(range).draw(&source)
      let part = try source.index(below: 4) == 3 ? try source.index(below: 16) : 0
      let value = Rational(whole) + Rational(part, 16)
      return value <= Rational(range.upperBound) ? value : Rational(whole)
    }
  }

  /// A number above 0, such as a temperature, a gamma or a delta; 1 is the simplest.
  public static func positive(upTo limit: Int = 20) -> Gen {
    Gen { source in
      if source.isSmallWorld { return [1, 2, Rational(1, 2)][try source.index(below: 3)] }
      switch try source.index(below: 4) {
      case 0: return Rational(try source.index(below: limit) + 1)
      case 1: return .powerOfTwo(-(try source.index(below: 8)))
      case 2: return Rational(try source.index(below: 16 * limit) + 1, 16)
      default:
        let size = try source.real(in: 0...Double(limit), simplest: 1)
        return size > 0 ? Rational(size) : .one
      }
    }
  }

  /// A number from 0, such as a weight, a margin or a strength.
  public static func nonnegative(upTo limit: Int = 20) -> Gen {
    Gen { source in
      try source.index(below: 4) == 0 ? .zero : try Gen.positive(upTo: limit).draw(&source)
    }
  }

  /// A probability: the ends, halves and thirds, next to the ends, tiny, anything between.
  public static var probability: Gen {
    Gen { source in
      if source.isSmallWorld { return Rational(try source.index(below: 5), 4) }
      let isAny = source.format == nil
      switch try source.index(below: 8) {
      case 0: return Rational(try source.index(below: 2))
      case 1:
        let count = 1 << (1 + (try source.index(below: 6)))
        return Rational(try source.index(below: count + 1), count)
      case 2 where isAny:
        let count = 2 + (try source.index(below: 30))
        return Rational(try source.index(below: count + 1), count)
      case 3: return .powerOfTwo(-(try source.index(below: source.tiniest)))
      case 4: return .one - .powerOfTwo(-(try source.index(below: source.digits)))
      default: return Rational(try source.real(in: 0...1))
      }
    }
  }

  /// A probability strictly between 0 and 1.
  public static var innerProbability: Gen {
    Gen { source in
      let value = try Gen.probability.draw(&source)
      return value.isZero || value == .one ? Rational(1, 2) : value
    }
  }

  /// The base of a logarithm: 2, 10, or another number above 1.
  public static var base: Gen {
    Gen { source in
      if source.isSmallWorld { return 2 }
      switch try source.index(below: 3) {
      case 0: return 2
      case 1: return 10
      default: return 1 + (try Gen.positive(upTo: 8).draw(&source))
      }
    }
  }
}

extension Source {
  /// Binary digits of the numbers that can be drawn.
  var digits: Int { format?.precision ?? 53 }

  /// How far powers of two go down: to the subnormal numbers of the format, but not below 2^−150.
  var tiniest: Int { min(150, format.map { $0.precision - 2 - $0.exponents.lowerBound } ?? 150) }
}
