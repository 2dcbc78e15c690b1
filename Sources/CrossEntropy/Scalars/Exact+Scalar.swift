public import Exact

// The arithmetics of the module Exact as scalars: each already has what the formulas need.

extension Ball: Scalar {
  public init(_ value: Extended, precision: Int) {
    switch value {
    case .finite(let value): self.init(value, precision: precision)
    // What is computed from an infinity keeps the precision: e^−∞ + 1 may meet a logarithm.
    case .infinity(let isNegative):
      self = (isNegative ? -Ball.infinity : .infinity).withPrecision(precision)
    case .nan: self = .nan
    }
  }

  /// x^y = exp(y·log x), a whole power by multiplication.
  public static func power(_ x: Ball, _ y: Ball) -> Ball {
    if x.isNaN || y.isNaN { return .nan }
    if y.isZero { return y.constant(1) }
    if x.isZero, let sign = y.sign { return sign > 0 ? x : .infinity }
    if y.isExact, let count = y.midpoint.asSmallInt, count > 0 { return x.power(count) }
    return .exp(y * .log(x))
  }

  public static func isLess(_ a: Ball, _ b: Ball) throws -> Bool {
    if a.isNaN || b.isNaN { return false }
    guard let order = compare(a, b) else { throw Undecided(bits: max(a.precision, b.precision)) }
    return order < 0
  }

  public func constant(_ value: Int) -> Ball {
    Ball(midpoint: Dyadic(value), precision: precision)
  }

  public func enclosing(_ ball: Ball) -> Ball { ball }

  // Losses near zero keep their digits: the textbook's log of a number near 1 would need as many
  // more as the loss is small, 14,427 for softplus(−10000), and a focal loss has no other way out.

  /// log1p(e^x)
  public static func softplus(_ x: Ball) -> Ball { .log(onePlus: .exp(x)) }
  /// −softplus(−x)
  public static func logSigmoid(_ x: Ball) -> Ball { -softplus(-x) }

  /// −log1p(rest) of the largest logit m, rest = Σ e^(xₖ − m) over the others, and xᵢ − m −
  /// log1p(rest), in which nothing cancels, of these: one logarithm for all. It would be right with
  /// any finite logit in the place of the largest.
  public static func logSoftmax(_ x: [Ball]) -> [Ball] {
    let finite = x.indices.filter { x[$0].isFinite }
    guard let winner = finite.max(by: { x[$0].midpoint < x[$1].midpoint }) else {
      return x.map { .unknown(precision: $0.precision) }
    }
    let differences = x.map { $0 - x[winner] }
    let rest = x.indices.filter { $0 != winner }.map { Ball.exp(differences[$0]) }.sum
    let logarithm = Ball.log(onePlus: rest)
    return x.indices.map { $0 == winner ? -logarithm : differences[$0] - logarithm }
  }
}

extension Dyadic {
  /// The value if it is a whole number of at most 64 in magnitude.
  fileprivate var asSmallInt: Int? {
    guard !exponent.isNegative, let top = isZero ? 0 : top.asInt, top <= 6 else { return nil }
    return asRational.asInt
  }
}

extension Symbolic: Scalar {
  public init(_ value: Extended, precision: Int) { self.init(value) }

  public static func larger(_ a: Symbolic, _ b: Symbolic) -> Symbolic {
    if a.isNaN || b.isNaN { return .nan }
    return compare(a, b).map { $0 < 0 ? b : a } ?? .opaque
  }

  public static func smaller(_ a: Symbolic, _ b: Symbolic) -> Symbolic { -larger(-a, -b) }

  public static func isLess(_ a: Symbolic, _ b: Symbolic) throws -> Bool {
    if a.isNaN || b.isNaN { return false }
    guard let order = compare(a, b) else { throw Undecided(bits: 4096) }
    return order < 0
  }

  public func constant(_ value: Int) -> Symbolic { Symbolic(value) }
  public func enclosing(_ ball: Ball) -> Symbolic { .opaque }
}

extension Decimal38: Scalar {
  public init(_ value: borrowing Extended, precision: Int) { self.init(value) }

  public static func power(_ x: Decimal38, _ y: Decimal38) -> Decimal38 {
    if x.isNaN || y.isNaN { return .nan }
    if y.isZero { return Decimal38(1) }
    if x.isZero { return y.isNegative ? .infinity : .zero }
    if x.isInfinite || y.isInfinite { return exp(y * log(x)) }
    return Decimal38.powerRounded(x, y)
  }

  public static func larger(_ a: Decimal38, _ b: Decimal38) -> Decimal38 {
    a.isNaN || b.isNaN ? .nan : a < b ? b : a
  }

  public static func smaller(_ a: Decimal38, _ b: Decimal38) -> Decimal38 { -larger(-a, -b) }
  public static func isLess(_ a: Decimal38, _ b: Decimal38) throws -> Bool { a < b }

  /// The textbook's logarithm of the one quotient that is asked for.
  public static func logSoftmax(_ x: [Decimal38], at index: Int) -> Decimal38 {
    let powers = x.map { exp($0) }
    return log(powers[index] / powers.sum)
  }

  public func constant(_ value: Int) -> Decimal38 { Decimal38(value) }

  public func enclosing(_ ball: Ball) -> Decimal38 { Decimal38(ball.nearest) }

  /// x^y correctly rounded: as an algebraic power it is decided exactly.
  private static func powerRounded(_ x: Decimal38, _ y: Decimal38) -> Decimal38 {
    let value = Symbolic.power(Symbolic(x.value), Symbolic(y.value))
    return Decimal38Target().round(value, cap: 1 << 20) ?? .nan
  }
}

extension NearRational: StableScalar {
  public init(_ value: Int) { self.init(Rational(value), precision: 0) }

  public init(_ value: Extended, precision: Int) {
    switch value {
    case .finite(let value): self.init(value, precision: precision)
    default: self.init(head: .zero, tail: Ball(value, precision: precision))
    }
  }

  public static var nan: NearRational { NearRational(head: .zero, tail: .nan) }
  public static var infinity: NearRational { NearRational(head: .zero, tail: .infinity) }
  public var isNaN: Bool { tail.isNaN }
  public var isInfinite: Bool { tail.isInfinite }

  public static func larger(_ a: NearRational, _ b: NearRational) -> NearRational {
    if a.isNaN || b.isNaN { return .nan }
    return compare(a, b).map { $0 < 0 ? b : a }
      ?? NearRational(head: .zero, tail: .larger(a.ball, b.ball))
  }

  public static func smaller(_ a: NearRational, _ b: NearRational) -> NearRational {
    -larger(-a, -b)
  }

  public static func isLess(_ a: NearRational, _ b: NearRational) throws -> Bool {
    if a.isNaN || b.isNaN { return false }
    guard let order = compare(a, b) else {
      throw Undecided(bits: max(a.tail.precision, b.tail.precision))
    }
    return order < 0
  }

  public func constant(_ value: Int) -> NearRational {
    NearRational(Rational(value), precision: tail.precision)
  }

  public func enclosing(_ ball: Ball) -> NearRational { NearRational(head: .zero, tail: ball) }
}

extension Ball {
  /// The midpoint, or what the ball is instead of a number.
  var nearest: Extended {
    if isFinite { return .finite(midpoint.asRational) }
    return isInfinite ? .infinity(isNegative: isNegativeInfinity) : .nan
  }
}
