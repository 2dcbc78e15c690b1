import CrossEntropy
import Exact

/// Ways to compute: the textbook's formulas, or the stable forms of the primitives.
enum Textbook: Sendable {}
enum Careful: Sendable {}

/// A number of a format that rounds after every operation, each of them to the nearest: what the
/// best hardware with the best library would compute, the same on every machine.
///
/// Like a ball, a whole number brings no format of its own; a zero counts as approached from above.
struct Rounded<Way: Sendable>: Scalar {
  let value: Extended
  let format: Format?

  private init(exactly value: Extended, _ format: Format?) {
    (self.value, self.format) = (value, format)
  }

  /// The number of the format that is nearest.
  init(_ value: Rational, _ format: Format) {
    self.init(exactly: Floating(rounding: value, to: format).value, format)
  }

  init(_ value: Int) { self.init(exactly: .finite(Rational(value)), nil) }
  init(_ value: Extended, precision: Int) { self.init(exactly: value, nil) }

  static var nan: Self { Self(exactly: .nan, nil) }
  static var infinity: Self { Self(exactly: .infinity(isNegative: false), nil) }

  var isNaN: Bool { value.isNaN }
  var isZero: Bool { value == .finite(.zero) }
  var isInfinite: Bool { if case .infinity = value { true } else { false } }

  private func with(_ value: Extended) -> Self { Self(exactly: value, format) }

  private static func rounded(_ value: Rational, _ a: Self, _ b: Self) -> Self {
    guard let format = a.format ?? b.format else { return Self(exactly: .finite(value), nil) }
    return Self(value, format)
  }

  private var isNegative: Bool {
    switch value {
    case .finite(let value): value.isNegative
    case .infinity(let isNegative): isNegative
    case .nan: false
    }
  }

  static prefix func - (a: Self) -> Self {
    switch a.value {
    case .finite(let value): a.with(.finite(-value))
    case .infinity(let isNegative): a.with(.infinity(isNegative: !isNegative))
    case .nan: a
    }
  }

  static func + (a: Self, b: Self) -> Self {
    switch (a.value, b.value) {
    case (.finite(let x), .finite(let y)): rounded(x + y, a, b)
    case (.nan, _), (_, .nan): .nan
    case (.infinity(let x), .infinity(let y)): x == y ? a : .nan
    case (.infinity, _): a
    case (_, .infinity): b
    }
  }

  static func - (a: Self, b: Self) -> Self { a + -b }

  static func * (a: Self, b: Self) -> Self {
    if case (.finite(let x), .finite(let y)) = (a.value, b.value) { return rounded(x * y, a, b) }
    if a.isNaN || b.isNaN || a.isZero || b.isZero { return .nan }
    return a.isNegative == b.isNegative ? .infinity : -.infinity
  }

  static func / (a: Self, b: Self) -> Self {
    if a.isNaN || b.isNaN || (a.isZero && b.isZero) || (a.isInfinite && b.isInfinite) {
      return .nan
    }
    if b.isInfinite { return a.with(.finite(.zero)) }
    if a.isInfinite || b.isZero { return a.isNegative == b.isNegative ? .infinity : -.infinity }
    return rounded(a.value.asRational! / b.value.asRational!, a, b)
  }

  // MARK: Elementary functions

  /// The nearest number of the format; it is sought for irrational values only, which are no ties.
  private func nearest(_ enclosure: (Int) -> Ball) -> Self {
    let format = format ?? .float64
    var precision = format.startingPrecision
    while true {
      if let result = format.round(enclosure(precision)) {
        return Self(exactly: result.value, format)
      }
      precision *= 2
    }
  }

  static func exp(_ x: Self) -> Self {
    switch x.value {
    case .finite(let value):
      value.isZero ? x.constant(1) : x.nearest { .exp(Ball(value, precision: $0)) }
    case .infinity(let isNegative): isNegative ? x.with(.finite(.zero)) : x
    case .nan: x
    }
  }

  static func log(_ x: Self) -> Self {
    if x.isZero { return -.infinity }
    if x.isNegative { return .nan }
    guard case .finite(let value) = x.value else { return x }
    return value == .one
      ? x.with(.finite(.zero)) : x.nearest { .log(Ball(value, precision: $0)) }
  }

  static func power(_ x: Self, _ y: Self) -> Self { .exp(y * .log(x)) }

  // MARK: Order

  static func larger(_ a: Self, _ b: Self) -> Self {
    a.isNaN || b.isNaN ? .nan : isBelow(a, b) ? b : a
  }

  static func smaller(_ a: Self, _ b: Self) -> Self { -larger(-a, -b) }
  static func isLess(_ a: Self, _ b: Self) throws -> Bool { isBelow(a, b) }

  private static func isBelow(_ a: Self, _ b: Self) -> Bool {
    if a.isNaN || b.isNaN || a.value == b.value { return false }
    if case (.finite(let x), .finite(let y)) = (a.value, b.value) { return x < y }
    return (a.isInfinite && a.isNegative) || (b.isInfinite && !b.isNegative)
  }

  func constant(_ value: Int) -> Self { with(.finite(Rational(value))) }
  func enclosing(_ ball: Ball) -> Self {
    ball.isFinite ? Self(ball.midpoint.asRational, format ?? .float64) : .nan
  }
}

extension Rounded: StableScalar where Way == Careful {
  static func log(onePlus x: Self) -> Self {
    guard case .finite(let value) = x.value, value > Rational(-1) else { return .log(Self(1) + x) }
    return value.isZero ? x : x.nearest { .log(onePlus: Ball(value, precision: $0)) }
  }
}
