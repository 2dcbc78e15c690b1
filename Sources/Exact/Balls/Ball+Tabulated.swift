// The exponential and the logarithm of exact numbers by the tabulated kernels: from the number to
// the ball in rows of limbs, with one allocation, at the end.

extension FixedPoint.Plan {
  /// The limbs in which a tabulated kernel leaves `bits` good ones, if there is one for as many.
  fileprivate static func count(forBits bits: Int) -> Int? {
    let count = max(counts.lowerBound, (bits + 16 + 63) / 64)
    return count <= counts.upperBound ? count : nil
  }
}

extension Ball {
  /// exp(x) for |x| < 2³¹ to at least `digits` bits; nil where there is no kernel for as many.
  ///
  /// x = q·log 2 + r with 0 ≤ r ≤ log 2, in F = n + 1 limbs after the point. q is first ⌊|x|/log 2⌋
  /// or one less, from the upper 63 bits of |x|·2³². Both |x| and log 2 are cut, and |q| < 2³², so
  /// r errs by less than 1 + 2·2³² units of 2^−64F; cut to n limbs, by less than 1 + 2⁻³⁰ units of
  /// 2^−64n, which moves exp(r) ≤ 2 by less than 3. The kernel's own error comes to that.
  static func tabulatedExponential(_ x: Dyadic, digits: Int, precision: Int) -> Ball? {
    guard let count = FixedPoint.Plan.count(forBits: digits) else { return nil }
    let fraction = count + 1
    let scratch = FixedPoint.Plan.of(count).scratch(count: count)
    return unsafe withUnsafeTemporaryAllocation(
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
      var exponent = Int(multiple)
      if x.isNegative {
        unsafe Limbs.subtract(row, from: logOfTwo, count: fraction, into: row)
        exponent = -exponent - 1
      }
      unsafe FixedPoint.tabulatedExp(
        row + 1, count: count, scratch: result + fraction + 1, into: result)
      return unsafe Ball(
        isNegative: false, result, count: count + 1, exponent: exponent - 64 * count,
        error: FixedPoint.tabulatedMaxError(count) + 3, precision: precision)
    }
  }

  /// ⌊2⁶³/log 2⌋
  private static let inverseLogOfTwo: UInt64 = 0xB8AA_3B29_5C17_F0BB

  /// log(x) for x in [2^(`top` − 1), 2^`top`), |`top`| < 2³¹, with `digits` bits after the point; nil
  /// where there is no kernel for as many.
  ///
  /// x = 2^top·v: log x = top·log 2 − (−log v). v ≥ 1/2 is cut, which moves the logarithm by less
  /// than 2 units of 2^−64n; top·log 2, from one limb more, is off by less than 2⁻³¹ and cut: 4 units
  /// with the kernel's.
  static func tabulatedLogarithm(_ x: Dyadic, top: Int, digits: Int, precision: Int) -> Ball? {
    guard let count = FixedPoint.Plan.count(forBits: digits) else { return nil }
    let scratch = FixedPoint.Plan.of(count).scratch(count: count)
    return unsafe withUnsafeTemporaryAllocation(
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
      return unsafe Ball(
        isNegative: top <= 0, row + 1, count: count + 1, exponent: -64 * count,
        error: FixedPoint.tabulatedMaxError(count) + 4, precision: precision)
    }
  }

  /// The ball round ± `row` · 2^`exponent`, wrong by at most `error` units, which is less than 2³¹;
  /// cut to `precision` digits (0 keeps them all). The row is used up.
  private init(
    isNegative: Bool, _ row: Limbs.Row, count: Int, exponent: Int, error: UInt64, precision: Int
  ) {
    var used = count
    while unsafe used > 0 && row[used - 1] == 0 { used -= 1 }
    if used == 0 {
      self.init(
        midpoint: .zero, radius: Magnitude(roundingUp: error, exponent: Integer(exponent)),
        precision: precision)
      return
    }
    let width = unsafe 64 * used - row[used - 1].leadingZeroBitCount
    let excess = precision == 0 ? 0 : max(0, width - precision)
    // The cut, and the zeros that then end the number.
    var (limb, part) = (excess / 64, excess % 64)
    unsafe row[limb] &= .max << UInt64(part)
    while unsafe row[limb] == 0 { limb += 1 }
    part = unsafe row[limb].trailingZeroBitCount
    let start = unsafe row + limb
    unsafe Limbs.shiftDown(start, count: used - limb, by: part, into: start)
    let cut = 64 * limb + part
    let significand = unsafe Natural(start, count: (width - cut + 63) / 64)
    let radius =
      excess < 32
      ? Magnitude(
        roundingUp: error + (excess > 0 ? 1 << UInt64(excess) : 0), exponent: Integer(exponent))
      : Magnitude(
        roundingUp: 1 << 31 + 1 + error >> UInt64(min(63, excess - 31)),
        exponent: Integer(exponent + excess - 31))
    self.init(
      midpoint: Dyadic(
        isNegative: isNegative, significand, exponent: Integer(exponent + cut)),
      radius: radius, precision: precision)
  }
}

extension Dyadic {
  /// Writes the magnitude, which is below 2⁶⁴, in units of 2^(−64·`fraction`), cut, into as many
  /// limbs and one for the whole.
  fileprivate func spread(over row: Limbs.Row, fraction: Int) {
    guard let shift = (exponent + Integer(64 * fraction)).asInt else {
      // A number too large would not have come here.
      return unsafe row.update(repeating: 0, count: fraction + 1)
    }
    unsafe significand.spread(by: shift, over: row, count: fraction + 1)
  }
}
