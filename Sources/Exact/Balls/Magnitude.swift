/// An upper bound on an error: 32 significant bits, an exponent without limit, every operation
/// rounded up.
///
/// `infinite` bounds nothing: a ball with that radius may be any number.
public struct Magnitude: Sendable, Hashable {
  /// Zero, or in [2³¹, 2³²).
  private let significand: UInt64
  private let exponent: Exponent
  /// Whether this bounds nothing.
  public let isInfinite: Bool

  /// Rounds `significand` × 2^`exponent` up.
  init(roundingUp significand: UInt64, exponent: Integer) {
    self.init(roundingUp: significand, Exponent(exponent))
  }

  @inline(__always)
  init(roundingUp significand: UInt64, _ exponent: Exponent) {
    isInfinite = false
    guard significand != 0 else {
      (self.significand, self.exponent) = (0, .word(0))
      return
    }
    let excess = 32 - significand.leadingZeroBitCount
    if excess <= 0 {
      self.significand = significand << UInt64(-excess)
      self.exponent = exponent + excess
      return
    }
    let cut = significand >> UInt64(excess)
    let isExact = cut << UInt64(excess) == significand
    let up = isExact ? cut : cut + 1
    // Rounding 2³² − 1 up gives 2³²: one more shift, exact.
    let carry = up >> 32
    self.significand = up >> carry
    self.exponent = exponent + (excess + Int(carry))
  }

  private init(infinite: Void) {
    (significand, exponent, isInfinite) = (0, .word(0), true)
  }

  /// No error at all.
  public static let zero = Magnitude(roundingUp: 0, exponent: 0)
  /// The bound that every number meets.
  public static let infinite = Magnitude(infinite: ())

  /// An upper bound on the magnitude of a number.
  public init(above value: Dyadic) {
    if let word = value.significand.asUInt64 {
      self.init(roundingUp: word, value.power)
    } else {
      let bits = value.significand.bitWidth
      // The significand is odd, so bits were cut off: one more covers them.
      self.init(
        roundingUp: (value.significand >> (bits - 63)).asUInt64! + 1,
        value.power + (bits - 63))
    }
  }

  /// 2^`exponent`, exactly.
  public static func powerOfTwo(_ exponent: Integer) -> Magnitude {
    powerOfTwo(Exponent(exponent))
  }

  static func powerOfTwo(_ exponent: Exponent) -> Magnitude { Magnitude(roundingUp: 1, exponent) }

  /// Whether the bound is zero: there is no error.
  public var isZero: Bool { significand == 0 && !isInfinite }

  /// The value, exactly.
  /// - Precondition: it is finite.
  public var asDyadic: Dyadic {
    precondition(!isInfinite, "an infinite bound is no number")
    return Dyadic(false, Natural(significand), exponent)
  }

  /// The exponent of the power of two just above the bound, which is neither zero nor infinite.
  public var top: Integer { (exponent + 32).asInteger }

  /// An upper bound on the sum.
  public static func + (a: Magnitude, b: Magnitude) -> Magnitude {
    if a.isInfinite || b.isInfinite { return .infinite }
    if a.isZero { return b }
    if b.isZero { return a }
    if case .word(let p) = a.exponent, case .word(let q) = b.exponent {
      let (large, small) = p < q ? (b.significand, a.significand) : (a.significand, b.significand)
      // The difference of two words fits in one without a sign.
      let gap = UInt(bitPattern: max(p, q) &- min(p, q))
      return Magnitude(
        roundingUp: large &+ (gap < 32 ? small &>> UInt64(gap) : 0) &+ 1, .word(max(p, q)))
    }
    if a.exponent < b.exponent { return b + a }
    guard let gap = (a.exponent - b.exponent).asInt, gap < 32 else {
      return Magnitude(roundingUp: a.significand + 1, a.exponent)
    }
    let shifted = b.significand >> UInt64(gap)
    return Magnitude(roundingUp: a.significand + shifted + 1, a.exponent)
  }

  /// An upper bound on the product.
  public static func * (a: Magnitude, b: Magnitude) -> Magnitude {
    // Nothing is known of an unbounded number times an exact zero radius either.
    if a.isInfinite || b.isInfinite { return .infinite }
    let product = a.significand &* b.significand
    if case .word(let p) = a.exponent, case .word(let q) = b.exponent {
      let (exponent, overflow) = p.addingReportingOverflow(q)
      if !overflow { return Magnitude(roundingUp: product, .word(exponent)) }
    }
    return Magnitude(roundingUp: product, a.exponent + b.exponent)
  }

  /// The product with two to the power `count`.
  public func scaled(by count: Integer) -> Magnitude {
    isInfinite || isZero ? self : Magnitude(roundingUp: significand, exponent + Exponent(count))
  }

  /// An upper bound on the quotient by a lower bound of a denominator; infinite where that is zero.
  static func / (a: Magnitude, b: LowerBound) -> Magnitude {
    if a.isZero { return .zero }
    if a.isInfinite || b.significand == 0 { return .infinite }
    let quotient = (a.significand << 31) / b.significand + 1
    return Magnitude(roundingUp: quotient, a.exponent - 31 - b.exponent)
  }

  /// A lower bound on a magnitude: 32 significant bits, rounded down.
  struct LowerBound {
    let significand: UInt64
    let exponent: Exponent

    init(below value: Dyadic) {
      let bits = value.significand.bitWidth
      let excess = max(0, bits - 32)
      let shift = UInt64(max(0, 32 - bits))
      significand = (value.significand >> excess).asUInt64! << shift
      exponent = value.power + (excess - Int(shift))
    }

    /// A lower bound on `value` − `radius`, zero if that may be so.
    init(below value: Dyadic, minus radius: Magnitude) {
      let bound = LowerBound(below: value)
      if radius.isZero || bound.significand == 0 {
        self = bound
        return
      }
      guard !radius.isInfinite, let gap = (bound.exponent - radius.exponent).asInt else {
        // A radius astronomically smaller than the value costs one unit; a larger one, everything.
        let isNegligible = !radius.isInfinite && radius.exponent < bound.exponent
        significand = isNegligible ? bound.significand - 1 : 0
        exponent = bound.exponent
        return
      }
      let taken: UInt64 =
        gap >= 32 ? 1 : gap >= 0 ? radius.significand >> UInt64(gap) + 1 : .max
      significand = taken < bound.significand ? bound.significand - taken : 0
      exponent = bound.exponent
    }
  }
}

extension Magnitude: Comparable {
  /// The order of the bounds, an infinite one after all others.
  public static func < (a: Magnitude, b: Magnitude) -> Bool {
    if a.isInfinite || b.isInfinite { return !a.isInfinite }
    if a.isZero || b.isZero { return a.isZero && !b.isZero }
    return a.exponent != b.exponent ? a.exponent < b.exponent : a.significand < b.significand
  }
}
