// Significands of at most 256 digits, in two words on the stack: what a sum, product or quotient of
// two of 128 passes through before it is cut.

extension Wide where Word == UInt128 {
  @inline(__always)
  var isZero: Bool { high | low == 0 }

  /// The number of binary digits; 0 for zero.
  @inline(__always)
  var bitWidth: Int {
    high != 0 ? 256 &- high.leadingZeroBitCount : 128 &- low.leadingZeroBitCount
  }

  /// The number of zeros at the low end of a number that is not zero.
  @inline(__always)
  var trailingZeroBitCount: Int {
    low != 0 ? low.trailingZeroBitCount : 128 &+ high.trailingZeroBitCount
  }

  /// The product with 2^`count`, modulo 2²⁵⁶, for a count from 0 to 255.
  @inline(__always)
  func movedUp(by count: Int) -> Wide {
    count < 128 ? shiftedUp(count) : Wide(low &<< UInt128(truncatingIfNeeded: count &- 128), 0)
  }

  /// The quotient by 2^`count`, rounded down, for a count from 0 to 255.
  @inline(__always)
  func movedDown(by count: Int) -> Wide {
    if count >= 128 { return Wide(0, high &>> UInt128(truncatingIfNeeded: count &- 128)) }
    // In two steps, since a shift by 128 is wanted where the count is zero.
    let part = UInt128(truncatingIfNeeded: count)
    return Wide(high &>> part, low &>> part | (high &<< 1) &<< (127 &- part))
  }

  @inline(__always)
  static func < (a: Wide, b: Wide) -> Bool { a.high != b.high ? a.high < b.high : a.low < b.low }

  /// The quotient by a word, rounded down, and the remainder; the divisor is not zero.
  func quotientAndRemainder(dividingBy divisor: UInt128) -> (Wide, UInt128) {
    let (above, rest) = high < divisor ? (0, high) : high.dividedInWords(by: divisor)
    // The divisor's leading digit at the top, as the estimates of its limbs want it.
    let shift = UInt128(truncatingIfNeeded: divisor.leadingZeroBitCount)
    let (d, dividend) = (divisor &<< shift, Wide(rest, low).shiftedUp(Int(shift)))
    let (first, middle) = Wide.quotientLimb(
      dividend.high, UInt64(truncatingIfNeeded: dividend.low &>> 64), d)
    let (second, last) = Wide.quotientLimb(
      middle, UInt64(truncatingIfNeeded: dividend.low), d)
    return (Wide(above, UInt128(first) &<< 64 | UInt128(second)), last &>> shift)
  }

  /// The quotient and the remainder of `high`·2⁶⁴ + `next` by `d`, for `high` < d and a d whose
  /// leading digit is at the top.
  ///
  /// As in the long division: the estimate from the upper limbs is at most two too large, and since
  /// d has two limbs, the comparison with its lower one leaves none of that.
  @inline(__always)
  private static func quotientLimb(
    _ high: UInt128, _ next: UInt64, _ d: UInt128
  ) -> (UInt64, UInt128) {
    let (top, low) = (UInt64(truncatingIfNeeded: d &>> 64), UInt64(truncatingIfNeeded: d))
    let (above, below) = (
      UInt64(truncatingIfNeeded: high &>> 64), UInt64(truncatingIfNeeded: high)
    )
    var (estimate, rest, restOverflowed) = (UInt64.max, UInt64(0), false)
    if above < top {
      (estimate, rest) = top.dividingFullWidth((above, below))
    } else {
      (rest, restOverflowed) = below.addingReportingOverflow(top)
    }
    while !restOverflowed {
      if UInt128(low) &* UInt128(estimate) <= UInt128(rest) &<< 64 | UInt128(next) { break }
      estimate &-= 1
      (rest, restOverflowed) = rest.addingReportingOverflow(top)
    }
    // The remainder is less than d, so it is right modulo 2¹²⁸.
    return (estimate, high &<< 64 &+ UInt128(next) &- UInt128(estimate) &* d)
  }

  /// The value, which may be long.
  var asNatural: Natural {
    if high == 0 { return Natural(low) }
    return unsafe Natural(count: high &>> 64 == 0 ? 3 : 4) { row in
      unsafe row[0] = UInt64(truncatingIfNeeded: low)
      unsafe row[1] = UInt64(truncatingIfNeeded: low &>> 64)
      unsafe row[2] = UInt64(truncatingIfNeeded: high)
      if high &>> 64 != 0 { unsafe row[3] = UInt64(truncatingIfNeeded: high &>> 64) }
    }
  }
}
