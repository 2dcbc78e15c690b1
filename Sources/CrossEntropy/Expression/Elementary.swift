import Exact

/// The elementary functions that an expression may use beside those of the catalogue.
enum Elementary: String, Sendable, CaseIterable {
  case exp, expm1, log, log1p, log2, log10, sqrt, abs
  case sum, mean, max, min

  /// Whether the function makes one number of many; the others work on each number by itself.
  var isReduction: Bool { [.sum, .mean, .max, .min].contains(self) }

  /// The function of one number, whose constants have a precision of their own.
  /// - Precondition: it is no reduction.
  func apply<S: Scalar>(_ x: S, precision: Int) -> S {
    func constant(_ value: Rational) -> S { S(.finite(value), precision: precision) }
    return switch self {
    case .exp: .exp(x)
    case .expm1: .exp(x) - S(1)
    case .log: .log(x)
    case .log1p: .log(S(1) + x)
    case .log2: .log(x) / .log(constant(2))
    case .log10: .log(x) / .log(constant(10))
    case .sqrt: .power(x, constant(Rational(1, 2)))
    case .abs: .larger(x, -x)
    case .sum, .mean, .max, .min: preconditionFailure("\(rawValue) takes many numbers")
    }
  }

  /// The function of many numbers; the mean of none is NaN, the greatest of none −∞.
  func reduce<S: Scalar>(_ x: [S]) -> S {
    switch self {
    case .sum: x.sum
    case .mean: x.first.map { x.sum / $0.constant(x.count) } ?? .nan
    case .max: x.largest
    case .min: -x.map { -$0 }.largest
    default: preconditionFailure("\(rawValue) takes one number")
    }
  }
}

extension Scalar {
  /// x to a whole power whatever its sign, with 0⁰ = 1.
  ///
  /// A long power is |x|^n = exp(n·log |x|), which keeps its algebraic form over `Symbolic`, times x
  /// once more if n is odd.
  static func wholePower(_ x: Self, _ exponent: Int) -> Self {
    if x.isNaN { return x }
    if exponent == 0 { return x.constant(1) }
    if exponent < 0 { return x.constant(1) / wholePower(x, -exponent) }
    if exponent > 64 {
      let size = larger(x, -x)
      return exponent & 1 == 0
        ? power(size, Self(exponent)) : x * power(size, Self(exponent - 1))
    }
    var (result, base, rest) = (Self(1), x, exponent)
    while true {
      if rest & 1 == 1 { result = result * base }
      rest >>= 1
      if rest == 0 { return result }
      base = base * base
    }
  }
}
