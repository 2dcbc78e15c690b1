// The exponential and the logarithm of exact numbers by the tabulated kernels: from the number to
// the ball in rows of limbs, with one allocation, at the end.

extension Ball {
  /// exp(x) for |x| < 2³¹ by the kernel in so many limbs.
  ///
  /// x = q·log 2 + r with 0 ≤ r ≤ log 2, in F = n + 1 limbs after the point. q is first ⌊|x|/log 2⌋
  /// or one less, from the upper 63 bits of |x|·2³². Both |x| and log 2 are cut, and |q| < 2³², so
  /// r errs by less than 1 + 2·2³² units of 2^−64F; cut to n limbs, by less than 1 + 2⁻³⁰ units of
  /// 2^−64n, which moves exp(r) ≤ 2 by less than 3. The kernel's own error comes to that.
  @inline(__always)
  static func tabulatedExponential(_ x: Dyadic, count: Int, precision: Int) -> Ball {
    let fraction = count + 1
    let scratch = FixedPoint.Plan.of(count).scratch(count: count)
    // Assigned within, since a ball that is returned from there would be copied.
    var (value, exponent) = (CutRow(), 0)
    unsafe withUnsafeTemporaryAllocation(
      of: UInt64.self, capacity: 2 * (fraction + 1) + scratch
    ) { buffer in
      let row = buffer.baseAddress!
      let result = unsafe row + fraction + 1
      unsafe x.spread(over: row, fraction: fraction)
      let logOfTwo = unsafe LogarithmTable.shared.row(1, 256, count: fraction)
      let top = unsafe row[fraction] << 32 | row[fraction - 1] >> 32
      var multiple = UInt64.highProduct(top, inverseLogOfTwo) >> 31
      unsafe row[fraction] -= Limbs.subtractProduct(
        of: logOfTwo, by: multiple, from: row, count: fraction)
      while unsafe row[fraction] != 0 || !Limbs.isLess(row, logOfTwo, count: fraction) {
        unsafe Limbs.subtract(logOfTwo, from: row, count: fraction, whole: &row[fraction])
        multiple += 1
      }
      exponent = Int(multiple)
      if x.isNegative {
        unsafe Limbs.subtract(row, from: logOfTwo, count: fraction, into: row)
        exponent = -exponent - 1
      }
      unsafe FixedPoint.tabulatedExp(
        row + 1, count: count, scratch: result + fraction + 1, into: result)
      value = unsafe CutRow(result, count: count + 1, precision: precision)
    }
    return Ball(
      isNegative: false, value, exponent: exponent - 64 * count,
      error: FixedPoint.tabulatedMaxError(count) + 3, precision: precision)
  }

  /// ⌊2⁶³/log 2⌋
  private static let inverseLogOfTwo: UInt64 = 0xB8AA_3B29_5C17_F0BB

  /// log(x) for x in [2^(`top` − 1), 2^`top`), |`top`| < 2³¹, by the kernel in so many limbs.
  ///
  /// x = 2^top·v: log x = top·log 2 − (−log v). v ≥ 1/2 is cut, which moves the logarithm by less
  /// than 2 units of 2^−64n; top·log 2, from one limb more, is off by less than 2⁻³¹ and cut: 4 units
  /// with the kernel's.
  @inline(__always)
  static func tabulatedLogarithm(_ x: Dyadic, top: Int, count: Int, precision: Int) -> Ball {
    let scratch = FixedPoint.Plan.of(count).scratch(count: count)
    var value = CutRow()
    unsafe withUnsafeTemporaryAllocation(
      of: UInt64.self, capacity: 2 * (count + 2) + scratch
    ) { buffer in
      let row = buffer.baseAddress!
      let result = unsafe row + count + 2
      unsafe x.significand.spread(
        by: 64 * count - x.significand.bitWidth, over: result, count: count)
      unsafe FixedPoint.tabulatedLog(
        result, count: count, scratch: result + count + 2, into: result)
      unsafe row.update(repeating: 0, count: count + 2)
      if top != 0 {
        let logOfTwo = unsafe LogarithmTable.shared.row(1, 256, count: count + 1)
        unsafe row[count + 1] = Limbs.addProduct(
          of: logOfTwo, by: UInt64(top.magnitude), to: row, count: count + 1)
      }
      if top > 0 {
        unsafe Limbs.subtract(result, from: row + 1, count: count, whole: &row[count + 1])
      } else {
        unsafe result[count] = 0
        unsafe Limbs.add(result, to: row + 1, count: count + 1)
      }
      value = unsafe CutRow(row + 1, count: count + 1, precision: precision)
    }
    return Ball(
      isNegative: top <= 0, value, exponent: -64 * count,
      error: FixedPoint.tabulatedMaxError(count) + 4, precision: precision)
  }

  /// The ball round ± a row that was cut, in units of 2^`exponent`, wrong by at most `error` units
  /// before it was, which is less than 2³¹.
  @inline(__always)
  private init(
    isNegative: Bool, _ value: CutRow, exponent: Int, error: UInt64, precision: Int
  ) {
    // A far cut is counted in units of 2³¹ for each of its own, and what was wrong before rounded up.
    let excess = value.excess
    let shift = excess < 32 ? 0 : excess &- 31
    let units =
      shift == 0
      ? error &+ (excess > 0 ? 1 : 0) << UInt64(excess)
      : 1 << 31 &+ 1 &+ error >> UInt64(min(63, shift))
    self.init(
      Dyadic(isNegative, odd: value.significand, .word(exponent &+ value.zeros)),
      Magnitude(roundingUp: units, .word(exponent &+ shift)), precision)
  }
}

/// A row of limbs as a significand: cut to so many digits, without the zeros that then end it.
private struct CutRow {
  /// Odd, or zero.
  var significand = Natural.zero
  /// The digits that were cut off, and those with the zeros before them.
  var (excess, zeros) = (0, 0)

  init() {}

  /// The row cut to `precision` digits (0 keeps them all); it is used up.
  init(_ row: Limbs.Row, count: Int, precision: Int) {
    var used = count
    while unsafe used > 0 && row[used - 1] == 0 { used -= 1 }
    if used == 0 { return }
    let width = unsafe 64 * used - row[used - 1].leadingZeroBitCount
    excess = precision == 0 ? 0 : max(0, width - precision)
    var (limb, part) = (excess / 64, excess % 64)
    unsafe row[limb] &= .max << UInt64(part)
    while unsafe row[limb] == 0 { limb += 1 }
    part = unsafe row[limb].trailingZeroBitCount
    let start = unsafe row + limb
    unsafe Limbs.shiftDown(start, count: used - limb, by: part, into: start)
    zeros = 64 * limb + part
    significand = unsafe Natural(start, count: (width - zeros + 63) / 64)
  }
}

extension Dyadic {
  /// Writes the magnitude, which is below 2⁶⁴, in units of 2^(−64·`fraction`), cut, into as many
  /// limbs and one for the whole.
  fileprivate func spread(over row: Limbs.Row, fraction: Int) {
    guard let shift = (power + 64 * fraction).asInt else {
      // A number too large would not have come here.
      return unsafe row.update(repeating: 0, count: fraction + 1)
    }
    unsafe significand.spread(by: shift, over: row, count: fraction + 1)
  }
}
