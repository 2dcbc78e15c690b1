/// A whole number of 192 binary digits in three limbs: the word of the third tier, and of 38 decimal
/// digits.
///
/// It has the operations that the kernels need, all of them without a branch that depends on the
/// digits but for the division.
public struct UInt192: Sendable, Hashable {
  /// The digits from the least weight on: this one's are 1 … 2⁶³.
  @usableFromInline let low: UInt64
  @usableFromInline let middle: UInt64
  @usableFromInline let high: UInt64

  @inline(__always)
  init(_ high: UInt64, _ middle: UInt64, _ low: UInt64) {
    (self.high, self.middle, self.low) = (high, middle, low)
  }

  /// `high` · 2¹²⁸ + `rest`
  @inline(__always)
  init(_ high: UInt64, _ rest: UInt128) { self.init(high, rest.highLimb, rest.lowLimb) }

  /// The value modulo 2¹²⁸.
  @inline(__always)
  var rest: UInt128 { UInt128(high: middle, low: low) }

  /// ⌊a / 2⁶⁴⌋
  @inline(__always)
  var upper: UInt128 { UInt128(high: high, low: middle) }

  /// 192.
  public static var bitWidth: Int { 192 }
  /// 2¹⁹² − 1.
  public static var max: UInt192 { UInt192(.max, .max, .max) }

  /// The value modulo 2⁶⁴.
  public var lowLimb: UInt64 { low }

  /// The value modulo 2¹⁹²; a negative one has ones above its digits.
  @inline(__always)
  public init<Source: BinaryInteger>(truncatingIfNeeded source: Source) {
    let sign: UInt64 = Source.isSigned && source < 0 ? .max : 0
    let rest = UInt128(truncatingIfNeeded: source)
    let high =
      Source.isSigned || source.bitWidth <= 128 ? sign : UInt64(truncatingIfNeeded: source >> 128)
    self.init(high, rest)
  }

  /// The value, which must not be negative.
  @inline(__always)
  public init<Source: BinaryInteger>(_ source: Source) {
    precondition(source >= 0, "a word below zero")
    self.init(truncatingIfNeeded: source)
  }
}

extension UInt128 {
  @inline(__always)
  init(high: UInt64, low: UInt64) { self = UInt128(high) &<< 64 | UInt128(low) }

  /// The upper of the two limbs.
  @inline(__always)
  var highLimb: UInt64 { UInt64(truncatingIfNeeded: self &>> 64) }
}

extension UInt192: ExpressibleByIntegerLiteral {
  /// A whole number as it is written.
  @inline(__always)
  public init(integerLiteral value: UInt64) { self.init(0, 0, value) }
}

extension UInt192: Comparable {
  /// The order of the numbers.
  @inline(__always)
  public static func < (a: UInt192, b: UInt192) -> Bool {
    a.subtractingReportingOverflow(b).overflow
  }
}

// MARK: Sums and shifts

extension UInt192 {
  /// The sum modulo 2¹⁹², and whether it is not the sum.
  @inline(__always)
  public func addingReportingOverflow(_ b: UInt192) -> (partialValue: UInt192, overflow: Bool) {
    let (rest, carry) = rest.addingReportingOverflow(b.rest)
    let (sum, first) = high.addingReportingOverflow(b.high)
    let (high, second) = sum.addingReportingOverflow(carry ? 1 : 0)
    return (UInt192(high, rest), first || second)
  }

  /// The difference modulo 2¹⁹², and whether it is not the difference.
  @inline(__always)
  public func subtractingReportingOverflow(_ b: UInt192) -> (
    partialValue: UInt192, overflow: Bool
  ) {
    let (rest, borrow) = rest.subtractingReportingOverflow(b.rest)
    let (difference, first) = high.subtractingReportingOverflow(b.high)
    let (high, second) = difference.subtractingReportingOverflow(borrow ? 1 : 0)
    return (UInt192(high, rest), first || second)
  }

  /// The sum modulo 2¹⁹².
  @inline(__always)
  public static func &+ (a: UInt192, b: UInt192) -> UInt192 {
    a.addingReportingOverflow(b).partialValue
  }

  /// The difference modulo 2¹⁹².
  @inline(__always)
  public static func &- (a: UInt192, b: UInt192) -> UInt192 {
    a.subtractingReportingOverflow(b).partialValue
  }

  /// The digits that both have.
  @inline(__always)
  public static func & (a: UInt192, b: UInt192) -> UInt192 {
    UInt192(a.high & b.high, a.middle & b.middle, a.low & b.low)
  }

  /// The digits that one has.
  @inline(__always)
  public static func | (a: UInt192, b: UInt192) -> UInt192 {
    UInt192(a.high | b.high, a.middle | b.middle, a.low | b.low)
  }

  /// The digits that only one has.
  @inline(__always)
  public static func ^ (a: UInt192, b: UInt192) -> UInt192 {
    UInt192(a.high ^ b.high, a.middle ^ b.middle, a.low ^ b.low)
  }

  /// The other digits.
  @inline(__always)
  public static prefix func ~ (a: UInt192) -> UInt192 { UInt192(~a.high, ~a.middle, ~a.low) }

  /// The quotient by 2^`count`, rounded down, for a count below 192: whole limbs first, then the
  /// part of one, each limb with what the one above it loses.
  @inline(__always)
  public static func &>> (a: UInt192, count: UInt192) -> UInt192 {
    let (whole, part) = (count.low &>> 6, count.low & 63)
    let low = whole == 0 ? a.low : whole == 1 ? a.middle : a.high
    let middle = whole == 0 ? a.middle : whole == 1 ? a.high : 0
    let high = whole == 0 ? a.high : 0
    // In two steps, since a shift by 64 is wanted where the part is zero.
    return UInt192(
      high &>> part, middle &>> part | (high &<< 1) &<< (63 &- part),
      low &>> part | (middle &<< 1) &<< (63 &- part))
  }

  /// The product with 2^`count` modulo 2¹⁹², for a count below 192.
  @inline(__always)
  public static func &<< (a: UInt192, count: UInt192) -> UInt192 {
    let (whole, part) = (count.low &>> 6, count.low & 63)
    let high = whole == 0 ? a.high : whole == 1 ? a.middle : a.low
    let middle = whole == 0 ? a.middle : whole == 1 ? a.low : 0
    let low = whole == 0 ? a.low : 0
    return UInt192(
      high &<< part | (middle &>> 1) &>> (63 &- part),
      middle &<< part | (low &>> 1) &>> (63 &- part), low &<< part)
  }

  /// The number of zeros above the leading digit, 192 for zero.
  @inline(__always)
  public var leadingZeroBitCount: Int {
    if high != 0 { return high.leadingZeroBitCount }
    return 64 &+ rest.leadingZeroBitCount
  }
}

// MARK: Products and the quotient

extension UInt192 {
  /// a·b + c + d, which never exceeds two limbs: (2⁶⁴ − 1)² + 2(2⁶⁴ − 1) = 2¹²⁸ − 1.
  @inline(__always)
  private static func product(_ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64 = 0) -> (
    high: UInt64, low: UInt64
  ) {
    let sum = UInt128(a) &* UInt128(b) &+ UInt128(c) &+ UInt128(d)
    return (sum.highLimb, sum.lowLimb)
  }

  /// Three rows of three products.
  @inline(__always)
  public static func fullProduct(_ a: UInt192, _ b: UInt192) -> (high: UInt192, low: UInt192) {
    let (c1, r0) = product(a.low, b.low, 0)
    let (c2, r1) = product(a.middle, b.low, c1)
    let (r3, r2) = product(a.high, b.low, c2)
    let (d1, s1) = product(a.low, b.middle, r1)
    let (d2, s2) = product(a.middle, b.middle, r2, d1)
    let (s4, s3) = product(a.high, b.middle, r3, d2)
    let (e1, t2) = product(a.low, b.high, s2)
    let (e2, t3) = product(a.middle, b.high, s3, e1)
    let (t5, t4) = product(a.high, b.high, s4, e2)
    return (UInt192(t5, t4, t3), UInt192(t2, s1, r0))
  }

  /// The product modulo 2¹⁹²: of the upper limbs, only the low halves.
  @inline(__always)
  public static func &* (a: UInt192, b: UInt192) -> UInt192 {
    let lowest = UInt128(a.low) &* UInt128(b.low)
    let next = UInt128(a.low) &* UInt128(b.middle) &+ UInt128(a.middle) &* UInt128(b.low)
    let top = a.low &* b.high &+ a.middle &* b.middle &+ a.high &* b.low
    let sum = UInt192(top, 0, 0) &+ UInt192(next.highLimb, next.lowLimb, 0)
    return sum &+ UInt192(0, lowest)
  }

  /// The quotient of `high`·2¹⁹² + `low` by this number, rounded down, and the remainder: for this
  /// number above `high`, its leading digit one.
  @inline(__always)
  public func dividingFullWidth(_ dividend: (high: UInt192, low: UInt192)) -> (
    quotient: UInt192, remainder: UInt192
  ) {
    let (third, first) = limbOfQuotient(dividend.high, dividend.low.high)
    let (second, next) = limbOfQuotient(first, dividend.low.middle)
    let (last, remainder) = limbOfQuotient(next, dividend.low.low)
    return (UInt192(third, second, last), remainder)
  }

  /// The quotient of `rest`·2⁶⁴ + `next` by this number, which is above `rest`, and the remainder.
  ///
  /// The quotient of the upper two limbs by the divisor's first, or all ones if that has no room,
  /// is at least the limb sought, and at most two more (D. Knuth, *The Art of Computer Programming*
  /// 4.3.1, theorems A and B).
  @inline(__always)
  private func limbOfQuotient(_ rest: UInt192, _ next: UInt64) -> (UInt64, UInt192) {
    var limb =
      rest.high < high ? high.dividingFullWidth((rest.high, rest.middle)).quotient : .max
    let dividend = Wide<UInt128>(rest.upper, UInt128(high: rest.low, low: next))
    let divisor = Wide<UInt128>(UInt128(high), self.rest)
    var product = divisor * UInt128(limb)
    while product.high > dividend.high
      || product.high == dividend.high && product.low > dividend.low
    {
      product = product - divisor
      limb &-= 1
    }
    let difference = dividend - product
    return (limb, UInt192(difference.high.lowLimb, difference.low))
  }
}
