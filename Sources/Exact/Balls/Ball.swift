/// A number that knows its error: a midpoint and a radius, and the promise that the true value lies
/// within the radius of the midpoint.
///
/// A ball may also be exactly an infinity or NaN (the limits and the undefined values of the
/// extended real line), or `unknown`: nothing has been proved about it at this precision.
///
/// Every result is rounded to the larger `precision` of its operands, and the rounding is added to
/// the radius. Whole numbers made by `init(_: Int)` are exact and bring no precision of their own.
///
/// - Note: Arb (F. Johansson, *Arb: efficient arbitrary-precision midpoint-radius interval
///   arithmetic*, 2017) is the model for the representation.
public struct Ball: Sendable {
  /// What a ball is when it is not a real number with an error.
  enum Special: Sendable { case positiveInfinity, negativeInfinity, nan }

  /// The digits of a result that must be rounded though its operands are exact constants.
  static let leastPrecision = 64

  /// The number in the middle; zero for an infinity, NaN or an unknown ball.
  public let midpoint: Dyadic
  /// How far the true value may lie from the midpoint; infinite if nothing is known.
  public let radius: Magnitude
  /// The binary digits that results made from this ball keep; 0 for an exact constant.
  public let precision: Int
  let special: Special?

  /// The parts as they are: a midpoint of no more than `precision` digits, or kept in full.
  @inline(__always)
  init(_ midpoint: Dyadic, _ radius: Magnitude, _ precision: Int, _ special: Special? = nil) {
    (self.midpoint, self.radius) = (midpoint, radius)
    (self.precision, self.special) = (precision, special)
  }

  /// The ball round `midpoint`, which is first cut to `precision` binary digits (0 keeps them all)
  /// at a cost of one unit in the last place to the radius.
  public init(midpoint: Dyadic, radius: Magnitude = .zero, precision: Int) {
    if radius.isInfinite {
      self.init(.zero, .infinite, precision, nil)
      return
    }
    self.init(
      cut: precision == 0 ? (midpoint, true) : midpoint.truncated(to: precision), radius, precision)
  }

  /// The ball round a midpoint that has been cut to `precision` binary digits, at the same cost:
  /// cutting keeps the leading digit, so that the unit is known.
  init(cut: (Dyadic, isExact: Bool), _ radius: Magnitude, _ precision: Int) {
    if radius.isInfinite {
      self.init(.zero, .infinite, precision, nil)
    } else if cut.isExact {
      self.init(cut.0, radius, precision, nil)
    } else {
      let ulp = Magnitude.powerOfTwo(cut.0.topPower - precision)
      self.init(cut.0, radius + ulp, precision, nil)
    }
  }

  /// An exact whole number.
  public init(_ value: Int) { self.init(Dyadic(value), .zero, 0, nil) }

  /// A rational number, exact if its denominator is a power of two.
  public init(_ value: Rational, precision: Int) {
    if let dyadic = Dyadic(exactly: value) {
      self.init(dyadic, .zero, precision, nil)
    } else {
      let numerator = Ball(Dyadic(value.numerator), .zero, precision, nil)
      self = numerator / Ball(Dyadic(value.denominator), .zero, precision, nil)
    }
  }

  /// Not a number: what an undefined operation gives, such as 0/0.
  public static let nan = Ball(.zero, .zero, 0, .nan)
  /// Positive infinity, exactly.
  public static let infinity = Ball(.zero, .zero, 0, .positiveInfinity)
  static let negativeInfinity = Ball(.zero, .zero, 0, .negativeInfinity)

  /// A ball of which nothing is known.
  public static func unknown(precision: Int) -> Ball { Ball(.zero, .infinite, precision, nil) }

  /// Whether this is NaN.
  public var isNaN: Bool { special == .nan }
  /// Whether this is exactly an infinity of either sign; an unknown ball is not.
  public var isInfinite: Bool { special == .positiveInfinity || special == .negativeInfinity }
  /// Whether this is exactly +∞.
  public var isPositiveInfinity: Bool { special == .positiveInfinity }
  /// Whether this is exactly −∞.
  public var isNegativeInfinity: Bool { special == .negativeInfinity }
  /// Whether nothing is known about the value.
  public var isUnknown: Bool { special == nil && radius.isInfinite }
  /// Whether this is a real number with a finite error.
  public var isFinite: Bool { special == nil && !radius.isInfinite }
  /// Whether this is one real number, without error.
  public var isExact: Bool { special == nil && radius.isZero }
  /// The midpoint as an exact number.
  var centre: Ball { Ball(midpoint, .zero, precision) }
  /// Whether this is zero, without error.
  public var isZero: Bool { isExact && midpoint.isZero }

  /// The least number that the ball may be.
  /// - Precondition: `isFinite`.
  public var lower: Dyadic { end(-radius.asDyadic) }

  /// The greatest number that the ball may be.
  /// - Precondition: `isFinite`.
  public var upper: Dyadic { end(radius.asDyadic) }

  /// The midpoint moved by the radius. If the two are too far apart to be added exactly, the larger
  /// is moved outwards by more than the smaller instead, which keeps the promise.
  private func end(_ offset: Dyadic) -> Dyadic {
    if offset.isZero || midpoint.isZero { return midpoint + offset }
    let (p, q) = (midpoint.topPower, offset.topPower)
    let large = p < q ? offset : midpoint
    let limit = Exponent(max(precision, large.significand.bitWidth) + 64)
    if (p < q ? q - p : p - q) <= limit { return midpoint + offset }
    let wide = Dyadic(false, odd: .one, large.topPower - limit)
    return large + (offset.isNegative ? -wide : wide)
  }

  /// −1 or 1 for a value that is surely negative or positive, 0 for exactly zero, nil where the
  /// ball leaves it open (or is NaN).
  public var sign: Int? {
    switch special {
    case .nan: return nil
    case .positiveInfinity: return 1
    case .negativeInfinity: return -1
    case nil: break
    }
    if radius.isZero { return midpoint.signum }
    if radius.isInfinite || midpoint.isZero { return nil }
    return radius.asDyadic < midpoint.magnitude ? midpoint.signum : nil
  }

  /// The same ball with another precision for what is computed from it.
  public func withPrecision(_ precision: Int) -> Ball {
    isFinite
      ? Ball(midpoint: midpoint, radius: radius, precision: precision)
      : Ball(midpoint, radius, precision, special)
  }

  /// The same ball with a further error.
  func widened(by error: Magnitude) -> Ball {
    special == nil ? Ball(midpoint: midpoint, radius: radius + error, precision: precision) : self
  }

  /// A ball that holds two finite numbers and everything between them: the least one, unless they
  /// are so far apart that their sum would not fit in memory.
  public static func between(low a: Dyadic, high b: Dyadic, precision: Int) -> Ball {
    let (large, small) = a.magnitude < b.magnitude ? (b, a) : (a, b)
    let reach = Exponent(max(precision, large.significand.bitWidth) + 64)
    if small.isZero || large.topPower - small.topPower <= reach {
      return Ball(
        midpoint: (a + b).scaled(by: -1), radius: Magnitude(above: (b - a).scaled(by: -1)),
        precision: precision)
    }
    // Half the large one, with a radius that reaches it on one side and the small one on the other.
    let half = large.scaled(by: -1)
    return Ball(
      midpoint: half, radius: Magnitude(above: half) + Magnitude(above: small), precision: precision
    )
  }

  /// Whether the two could be the same number.
  public func overlaps(_ other: Ball) -> Bool {
    if isUnknown || other.isUnknown { return true }
    if special != nil || other.special != nil { return special == other.special }
    return lower <= other.upper && other.lower <= upper
  }

  /// Whether a number could be the value of the ball.
  public func contains(_ value: Rational) -> Bool {
    if isUnknown { return true }
    guard special == nil else { return false }
    return lower.asRational <= value && value <= upper.asRational
  }

  /// Whether every number of `other` lies in this ball.
  public func contains(_ other: Ball) -> Bool {
    if isUnknown { return true }
    if other.isUnknown { return false }
    if special != nil || other.special != nil { return special == other.special }
    return lower <= other.lower && other.upper <= upper
  }
}

extension Ball: CustomStringConvertible {
  /// `[midpoint ± radius]`, `Infinity`, `NaN` or `unknown`.
  public var description: String {
    if isNaN { return "NaN" }
    if isInfinite { return isPositiveInfinity ? "Infinity" : "-Infinity" }
    if isUnknown { return "unknown" }
    return "[\(midpoint) ± \(radius)]"
  }
}
