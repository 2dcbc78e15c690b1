public import Exact

/// A number and its derivative in one direction: ε-arithmetic, in which any formula differentiates
/// itself.
///
/// f(x + x′ε) = f(x) + f′(x)·x′ε. At a corner, and at the edge of a domain, the derivative is that
/// of the branch taken; the closed forms say what is right there.
public struct Dual<Base: Scalar>: Sendable {
  /// The number itself.
  public var value: Base
  /// How fast the number moves in the direction.
  public var derivative: Base

  /// A number that moves; with derivative 0 it is a constant, with 1 the variable.
  public init(_ value: Base, derivative: Base) {
    (self.value, self.derivative) = (value, derivative)
  }
}

extension Dual: Scalar {
  public init(_ value: Int) { self.init(Base(value), derivative: Base(0)) }
  public init(_ value: Extended, precision: Int) {
    self.init(Base(value, precision: precision), derivative: Base(0))
  }

  public static var nan: Dual { Dual(.nan, derivative: .nan) }
  public static var infinity: Dual { Dual(.infinity, derivative: Base(0)) }
  public var isNaN: Bool { value.isNaN }
  /// A zero that moves is no zero to hide an infinity behind.
  public var isZero: Bool { value.isZero && derivative.isZero }
  public var isInfinite: Bool { value.isInfinite }

  public static prefix func - (a: Dual) -> Dual { Dual(-a.value, derivative: -a.derivative) }

  public static func + (a: Dual, b: Dual) -> Dual {
    Dual(a.value + b.value, derivative: a.derivative + b.derivative)
  }

  public static func - (a: Dual, b: Dual) -> Dual {
    Dual(a.value - b.value, derivative: a.derivative - b.derivative)
  }

  public static func * (a: Dual, b: Dual) -> Dual {
    Dual(
      a.value * b.value,
      derivative: weighted(a.derivative, b.value) + weighted(b.derivative, a.value))
  }

  public static func / (a: Dual, b: Dual) -> Dual {
    let quotient = a.value / b.value
    return Dual(
      quotient,
      derivative: weighted(a.derivative, b.value.constant(1) / b.value)
        - weighted(b.derivative, quotient / b.value))
  }

  public static func exp(_ x: Dual) -> Dual {
    let power = Base.exp(x.value)
    return Dual(power, derivative: weighted(x.derivative, power))
  }

  public static func log(_ x: Dual) -> Dual {
    Dual(.log(x.value), derivative: weighted(x.derivative, x.value.constant(1) / x.value))
  }

  /// d(x^y) = y·x^(y−1)·dx + x^y·log x·dy
  public static func power(_ x: Dual, _ y: Dual) -> Dual {
    let power = Base.power(x.value, y.value)
    let slope = weighted(y.value, .power(x.value, y.value - Base(1)))
    return Dual(
      power,
      derivative: weighted(x.derivative, slope)
        + (y.derivative.isZero ? Base(0) : weighted(y.derivative, power * .log(x.value))))
  }

  public static func larger(_ a: Dual, _ b: Dual) -> Dual {
    if a.isNaN || b.isNaN { return .nan }
    return ((try? Base.isLess(a.value, b.value)) ?? false) ? b : a
  }

  public static func smaller(_ a: Dual, _ b: Dual) -> Dual { -larger(-a, -b) }
  public static func isLess(_ a: Dual, _ b: Dual) throws -> Bool {
    try Base.isLess(a.value, b.value)
  }
  public func constant(_ value: Int) -> Dual {
    Dual(self.value.constant(value), derivative: Base(0))
  }
  /// What is computed outside the arithmetic, from no number of it, is a constant.
  public func enclosing(_ ball: Ball) -> Dual {
    Dual(value.enclosing(ball), derivative: Base(0))
  }
}
