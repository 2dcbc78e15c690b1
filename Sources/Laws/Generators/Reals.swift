import CrossEntropy
public import Exact
public import Property

// Numbers for functions of reals: differences that a format can hold, temperatures, infinities.

extension Gen<Rational> {
  /// A logit so moderate that e^±x is no smaller than 2^−1010: strict inequalities between what
  /// saturates are decided within the digits that the reference may take.
  public static var decidableLogit: Gen { .number(-700...700) }

  /// A temperature: a power of two, so that a format can hold the quotients by it, and a fraction as
  /// well where there is no format.
  public static var temperature: Gen {
    Gen { source in
      if source.isSmallWorld { return [1, 2, Rational(1, 2)][try source.index(below: 3)] }
      if source.format == nil, try source.index(below: 2) == 1 {
        return Rational(try source.index(below: 36) + 1, try source.index(below: 12) + 1)
      }
      return .powerOfTwo(try Gen<Int>.int(-7...7).draw(&source))
    }
  }
}

extension Gen<[Rational]> {
  /// A cotangent of n elements with few digits.
  public static func cotangent(of n: Int) -> Gen { .coarseLogits(n...n) }
}

extension Gen<Extended> {
  /// A logit, one of the infinities, or NaN.
  public static var extendedLogit: Gen {
    Gen { source in
      switch try source.index(below: source.isSmallWorld ? 4 : 6) {
      case 1: return .infinity(isNegative: true)
      case 2: return .infinity(isNegative: false)
      case 3: return .nan
      default: return .finite(try Gen<Rational>.logit.draw(&source))
      }
    }
  }
}

extension [Rational] {
  /// The numbers as what may stand beside infinities.
  var extended: [Extended] { map { .finite($0) } }

  /// Each number changed by the same amount.
  func shifted(by amount: Rational) -> [Rational] { map { $0 + amount } }

  func scaled(by factor: Rational) -> [Rational] { map { $0 * factor } }

  var greatest: Rational { self.max()! }
  var least: Rational { self.min()! }
}

extension Tensor<Extended> {
  /// A cotangent of finite numbers.
  static func cotangent(_ values: [Rational]) -> Tensor { Tensor(values.extended) }
}
