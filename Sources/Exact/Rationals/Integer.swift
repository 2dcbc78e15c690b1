/// A whole number of any size and sign.
///
/// A value that fits in a machine word is kept in one, so that exponents (which have no limit but
/// are nearly always small) cost no allocation.
public enum Integer: Sendable, Hashable {
  /// A value that fits in a machine word; always this case if it does.
  case small(Int)
  /// Only for values that do not fit in `Int`.
  case large(isNegative: Bool, magnitude: Natural)

  /// A machine word's value.
  public init(_ value: Int) { self = .small(value) }

  /// ± `magnitude`, in the form that its size asks for.
  public init(isNegative: Bool = false, magnitude: Natural) {
    if let word = magnitude.asUInt64 {
      if word <= UInt64(Int.max) {
        self = .small(isNegative ? -Int(word) : Int(word))
        return
      }
      if isNegative && word == Int.min.magnitude {
        self = .small(.min)
        return
      }
    }
    self = .large(isNegative: isNegative, magnitude: magnitude)
  }

  /// The number 0.
  public static let zero = Integer(0)
  /// The number 1.
  public static let one = Integer(1)

  /// Whether the number is zero.
  @inline(__always)
  public var isZero: Bool { if case .small(0) = self { true } else { false } }

  /// Whether the number is below zero.
  public var isNegative: Bool {
    switch self {
    case .small(let value): value < 0
    case .large(let isNegative, _): isNegative
    }
  }

  /// The number without its sign.
  public var magnitude: Natural {
    switch self {
    case .small(let value): Natural(UInt64(value.magnitude))
    case .large(_, let magnitude): magnitude
    }
  }

  /// The value if it fits in an `Int`.
  public var asInt: Int? {
    if case .small(let value) = self { value } else { nil }
  }

  /// −1, 0 or 1.
  @inline(__always)
  public var signum: Int {
    if case .small(let value) = self { return value.signum() }
    return isNegative ? -1 : 1
  }
}

extension Integer: ExpressibleByIntegerLiteral {
  /// A whole number as it is written.
  public init(integerLiteral value: Int) { self = .small(value) }
}

extension Integer: Comparable {
  /// The order of the numbers.
  public static func < (a: Integer, b: Integer) -> Bool {
    if case .small(let x) = a, case .small(let y) = b { return x < y }
    if a.isNegative != b.isNegative { return a.isNegative }
    return a.isNegative ? b.magnitude < a.magnitude : a.magnitude < b.magnitude
  }
}

extension Integer {
  /// The number with the other sign.
  public static prefix func - (a: Integer) -> Integer {
    if case .small(let value) = a, value != .min { return .small(-value) }
    return Integer(isNegative: !a.isNegative, magnitude: a.magnitude)
  }

  /// The exact sum.
  public static func + (a: Integer, b: Integer) -> Integer {
    if case .small(let x) = a, case .small(let y) = b {
      let (sum, overflow) = x.addingReportingOverflow(y)
      if !overflow { return .small(sum) }
    }
    if a.isNegative == b.isNegative {
      return Integer(isNegative: a.isNegative, magnitude: a.magnitude + b.magnitude)
    }
    let (x, y) = (a.magnitude, b.magnitude)
    return x >= y
      ? Integer(isNegative: a.isNegative, magnitude: x - y)
      : Integer(isNegative: b.isNegative, magnitude: y - x)
  }

  /// The exact difference.
  public static func - (a: Integer, b: Integer) -> Integer {
    if case .small(let x) = a, case .small(let y) = b {
      let (difference, overflow) = x.subtractingReportingOverflow(y)
      if !overflow { return .small(difference) }
    }
    return a + -b
  }

  /// The exact product.
  public static func * (a: Integer, b: Integer) -> Integer {
    if case .small(let x) = a, case .small(let y) = b {
      let (product, overflow) = x.multipliedReportingOverflow(by: y)
      if !overflow { return .small(product) }
    }
    return Integer(
      isNegative: a.isNegative != b.isNegative, magnitude: a.magnitude * b.magnitude)
  }

  /// Adds a number in place.
  public static func += (a: inout Integer, b: Integer) { a = a + b }
  /// Subtracts a number in place.
  public static func -= (a: inout Integer, b: Integer) { a = a - b }

  /// The product with two to the power `count`.
  public static func << (a: Integer, count: Int) -> Integer {
    Integer(isNegative: a.isNegative, magnitude: a.magnitude << count)
  }

  /// The quotient, rounded towards minus infinity, and the remainder, which is not negative.
  public func flooredQuotientAndRemainder(dividingBy divisor: Natural) -> (Integer, Natural) {
    let (quotient, remainder) = magnitude.quotientAndRemainder(dividingBy: divisor)
    if !isNegative { return (Integer(magnitude: quotient), remainder) }
    if remainder.isZero { return (Integer(isNegative: true, magnitude: quotient), .zero) }
    return (Integer(isNegative: true, magnitude: quotient + .one), divisor - remainder)
  }
}

extension Integer: CustomStringConvertible {
  /// The decimal digits, with a sign if negative.
  public var description: String { (isNegative ? "-" : "") + magnitude.description }
}
