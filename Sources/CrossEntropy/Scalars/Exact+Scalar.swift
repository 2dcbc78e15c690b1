public import Exact

// The arithmetics of the module Exact as scalars: each already has what the formulas need.

extension Ball: Scalar {
  public init(_ value: Extended, precision: Int) {
    switch value {
    case .finite(let value): self.init(value, precision: precision)
    // What is computed from an infinity keeps the precision: e^−∞ + 1 may meet a logarithm.
    case .infinity(let isNegative):
      self = (isNegative ? -.infinity : .infinity).withPrecision(precision)
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

  public var constantPi: Ball { .pi(precision: max(precision, 64)) }
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
  /// π is in no relation to the other forms that is known.
  public var constantPi: Symbolic { .opaque }
}

extension Decimal38: Scalar {
  public init(_ value: Extended, precision: Int) { self.init(value) }

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
  public func constant(_ value: Int) -> Decimal38 { Decimal38(value) }
  public var constantPi: Decimal38 { Decimal38(rounding: .pi(precision: 192))! }

  /// x^y correctly rounded: as an algebraic power it is decided exactly.
  private static func powerRounded(_ x: Decimal38, _ y: Decimal38) -> Decimal38 {
    let value = Symbolic.power(Symbolic(x.value), Symbolic(y.value))
    return Decimal38Target().round(value, cap: 1 << 20) ?? .nan
  }
}
