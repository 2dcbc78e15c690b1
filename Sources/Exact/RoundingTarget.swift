/// A set of numbers that results can be rounded to: a binary format, or so many decimal digits.
public protocol RoundingTarget: Sendable {
  /// An element of the set.
  associatedtype Result: Sendable, Hashable

  /// Binary digits with which it pays to start.
  var startingPrecision: Int { get }

  /// The nearest element to every number of the ball; nil if they do not agree.
  func round(_ ball: Ball) -> Result?

  /// The nearest element to `value` + ε·`direction`, ε being too small to matter but for a tie; a
  /// tie with direction 0 goes to the even element.
  func round(_ value: Rational, direction: Int) -> Result
}

extension Format: RoundingTarget {
  public var startingPrecision: Int { precision + 43 }

  public func round(_ ball: Ball) -> Floating? { Floating(rounding: ball, to: self) }

  public func round(_ value: Rational, direction: Int) -> Floating {
    // A denominator that is no power of two is never a tie.
    guard direction != 0, let dyadic = Dyadic(exactly: value) else {
      return Floating(rounding: value, to: self)
    }
    return .nearest(dyadic, self, direction: direction)
  }
}

/// Rounding to a number of significant decimal digits.
public struct DecimalTarget: RoundingTarget {
  /// The significant digits to keep.
  public let count: Int

  /// Rounding to so many significant digits.
  /// - Precondition: `count` is positive.
  public init(count: Int) {
    precondition(count > 0, "at least one digit")
    self.count = count
  }

  public var startingPrecision: Int { count * 3322 / 1000 + 48 }

  public func round(_ ball: Ball) -> DecimalValue? {
    if ball.isNaN { return .nan }
    if ball.isInfinite { return .infinity(isNegative: ball.isNegativeInfinity) }
    return DecimalDigits(rounding: ball, count: count).map { .finite($0) }
  }

  public func round(_ value: Rational, direction: Int) -> DecimalValue {
    .finite(DecimalDigits(rounding: value, count: count, direction: direction))
  }
}

/// A decimal number, an infinity or NaN.
public enum DecimalValue: Sendable, Hashable, CustomStringConvertible {
  /// A number of so many digits.
  case finite(DecimalDigits)
  /// An infinity of either sign.
  case infinity(isNegative: Bool)
  /// Not a number.
  case nan

  /// The digits, `Infinity`, `-Infinity` or `NaN`.
  public var description: String {
    switch self {
    case .finite(let digits): digits.description
    case .infinity(let isNegative): isNegative ? "-Infinity" : "Infinity"
    case .nan: "NaN"
    }
  }
}

/// Rounding to ``Decimal38``.
public struct Decimal38Target: RoundingTarget {
  /// The target, which has nothing to set.
  public init() {}
  public var startingPrecision: Int { 176 }
  public func round(_ ball: Ball) -> Decimal38? { Decimal38(rounding: ball) }
  public func round(_ value: Rational, direction: Int) -> Decimal38 {
    Decimal38(DecimalDigits(rounding: value, count: Decimal38.digitCount, direction: direction))
  }
}

extension RoundingTarget {
  /// Rounds `near` + rest, for a rest whose sign the ball shows: exactly where the sum can be
  /// formed, else by the sign, provided the whole stretch between `near` and 2^−65536 beside it
  /// rounds alike.
  func round(_ near: Rational, plus rest: Ball) -> Result? {
    if near.isZero { return round(rest) }
    if rest.isZero { return round(near, direction: 0) }
    guard rest.isFinite, let sign = rest.sign else { return nil }
    let reach = 1 << 16
    if rest.midpoint.top > Integer(-reach) {
      let ends = [rest.lower, rest.upper].map { round(near + $0.asRational, direction: 0) }
      return ends[0] == ends[1] ? ends[0] : nil
    }
    let beside = round(near, direction: sign)
    let far = round(near + Rational(sign) * .powerOfTwo(1 - reach), direction: 0)
    return beside == far ? beside : nil
  }

  /// The nearest element to every number that `value` may be; nil if they do not agree.
  public func round(_ value: NearRational) -> Result? {
    value.tail.isFinite ? round(value.head, plus: value.tail) : round(value.tail)
  }

  /// The value of a symbolic number rounded; nil if it is opaque, or undecided at `cap` bits.
  public func round(_ value: Symbolic, cap: Int) -> Result? {
    switch value.form {
    case .nan: return round(Ball.nan)
    case .infinity(let isNegative): return round(isNegative ? -Ball.infinity : .infinity)
    case .opaque: return nil
    default: break
    }
    var isIrrational = false
    switch value.decision {
    case .rational(let exact): return round(exact, direction: 0)
    case .irrational: isIrrational = true
    case .unknown: break
    }
    let expansion = value.expansion
    var precision = startingPrecision
    while isIrrational || precision <= cap {
      let result =
        expansion.map { round($0.near, plus: $0.rest(precision)) }
        ?? round(value.enclosure(precision: precision))
      if let result { return result }
      precision *= 2
    }
    return nil
  }
}
