// Sums, products and quotients that are cut to so many digits, as balls want them. Where the
// significands have at most 128 digits, all is done in 256 bits on the stack; what is too long for
// that takes the same way through long numbers. The two agree in every bit.

extension Dyadic {
  typealias Wide256 = Wide<UInt128>

  /// The exact sum, cut towards zero to `bits` binary digits (0 keeps them all), and whether
  /// nothing was cut off.
  static func sum(_ a: Dyadic, _ b: Dyadic, bits: Int) -> (Dyadic, isExact: Bool) {
    if a.isZero { return b.kept(bits) }
    if b.isZero { return a.kept(bits) }
    if let x = a.significand.asUInt128, let y = b.significand.asUInt128,
      case .word(let p) = a.power, case .word(let q) = b.power
    {
      let (gap, overflow) = p.subtractingReportingOverflow(q)
      // Room for the longer term, moved up by the gap, and a carry.
      let length = 128 &- (gap >= 0 ? x : y).leadingZeroBitCount
      if !overflow && gap > -256 && gap < 256 && length &+ abs(gap) < 256 {
        let (wideX, wideY) = (
          Wide256(0, x).movedUp(by: max(gap, 0)), Wide256(0, y).movedUp(by: max(-gap, 0))
        )
        let power = min(p, q)
        if a.isNegative == b.isNegative {
          return cut(a.isNegative, wideX + wideY, power, bits: bits)
        }
        return wideX < wideY
          ? cut(b.isNegative, wideY - wideX, power, bits: bits)
          : cut(a.isNegative, wideX - wideY, power, bits: bits)
      }
    }
    return longSum(a, b).kept(bits)
  }

  private static func longSum(_ a: Dyadic, _ b: Dyadic) -> Dyadic {
    let power = min(a.power, b.power)
    guard let p = (a.power - power).asInt, let q = (b.power - power).asInt else {
      preconditionFailure("a sum whose terms lie too far apart for memory")
    }
    let (x, y) = (a.significand << p, b.significand << q)
    if a.isNegative == b.isNegative { return Dyadic(a.isNegative, x + y, power) }
    return x < y ? Dyadic(b.isNegative, y - x, power) : Dyadic(a.isNegative, x - y, power)
  }

  /// The exact product, cut towards zero to `bits` binary digits (0 keeps them all), and whether
  /// nothing was cut off.
  static func product(_ a: Dyadic, _ b: Dyadic, bits: Int) -> (Dyadic, isExact: Bool) {
    let isNegative = a.isNegative != b.isNegative
    if let x = a.significand.asUInt128, let y = b.significand.asUInt128,
      case .word(let p) = a.power, case .word(let q) = b.power
    {
      let (power, overflow) = p.addingReportingOverflow(q)
      if !overflow { return cut(isNegative, Wide256(x, times: y), power, bits: bits) }
    }
    // The product of odd numbers is odd.
    return Dyadic(isNegative, odd: a.significand * b.significand, a.power + b.power).kept(bits)
  }

  /// The quotient cut to at least `digits` binary digits, the last of which has the weight
  /// 2^`unit`; whether nothing was cut off it; and the same cut further to `bits` digits (0 keeps
  /// them all).
  static func quotient(
    _ a: Dyadic, _ b: Dyadic, digits: Int, bits: Int
  ) -> (cut: (Dyadic, isExact: Bool), isExact: Bool, unit: Exponent) {
    let isNegative = a.isNegative != b.isNegative
    let (lengthA, lengthB) = (a.significand.bitWidth, b.significand.bitWidth)
    let shift = max(0, digits + lengthB - lengthA)
    let unit = a.power - b.power - shift
    if let x = a.significand.asUInt128, let y = b.significand.asUInt128,
      case .word(let power) = unit, digits < 192
    {
      // The dividend may be a little longer than 256 bits: its last zeros are then brought down
      // after a first division, as in the division of numbers on paper.
      let late = max(0, lengthA + shift - 256)
      let (head, rest) = Wide256(0, x).movedUp(by: shift - late)
        .quotientAndRemainder(dividingBy: y)
      let (tail, remainder) = Wide256(0, rest).movedUp(by: late)
        .quotientAndRemainder(dividingBy: y)
      let quotient = head.movedUp(by: late) + tail
      return (cut(isNegative, quotient, power, bits: bits), remainder == 0, unit)
    }
    let (quotient, remainder) = (a.significand << shift)
      .quotientAndRemainder(dividingBy: b.significand)
    return (Dyadic(isNegative, quotient, unit).kept(bits), remainder.isZero, unit)
  }

  private func kept(_ bits: Int) -> (Dyadic, isExact: Bool) {
    bits == 0 ? (self, true) : truncated(to: bits)
  }

  /// ± `value` · 2^`power`, cut to `bits` binary digits (0 keeps them all), and whether nothing but
  /// zeros was cut off.
  @inline(__always)
  private static func cut(
    _ isNegative: Bool, _ value: Wide256, _ power: Int, bits: Int
  ) -> (Dyadic, isExact: Bool) {
    if value.isZero { return (.zero, true) }
    let zeros = value.trailingZeroBitCount
    let excess = bits == 0 ? 0 : value.bitWidth &- bits
    let isExact = excess <= zeros
    // After a cut the last digit kept may be a zero: its zeros are counted anew.
    let kept = value.movedDown(by: isExact ? zeros : excess)
    let more = isExact ? 0 : kept.trailingZeroBitCount
    let shift = (isExact ? zeros : excess) &+ more
    let odd = kept.movedDown(by: more)
    return (Dyadic(isNegative, odd: odd.asNatural, .word(power) + shift), isExact)
  }
}
