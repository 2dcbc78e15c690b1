/// Rows of 64-bit limbs, least significant first, in memory that the caller owns: the loops under
/// `Natural` and under the fixed-point kernels, which would otherwise spend their time on small
/// arrays.
///
/// Nothing here allocates, and nothing is checked: whoever calls vouches for the counts.
enum Limbs {
  typealias Row = UnsafeMutablePointer<UInt64>
  typealias Source = UnsafePointer<UInt64>

  /// a += b · factor in `count` limbs; returns the limb that is carried out of them.
  ///
  /// No sum overflows: (2⁶⁴ − 1)² + 2(2⁶⁴ − 1) = 2¹²⁸ − 1.
  @inline(__always)
  static func addProduct(of b: Source, by factor: UInt64, to a: Row, count: Int) -> UInt64 {
    var carry: UInt64 = 0
    var index = 0
    while index < count {
      let sum =
        unsafe UInt128(b[index]) &* UInt128(factor) &+ UInt128(a[index]) &+ UInt128(carry)
      unsafe a[index] = UInt64(truncatingIfNeeded: sum)
      carry = UInt64(truncatingIfNeeded: sum &>> 64)
      index &+= 1
    }
    return carry
  }

  /// The quotient of a + `whole` · 2^(64·`count`) by a word, rounded down, in the place of a; the
  /// remainder is returned. `whole` must be less than `divisor`, so that the quotient fits.
  @inline(__always) @discardableResult
  static func divide(_ a: Row, count: Int, whole: UInt64 = 0, by divisor: UInt64) -> UInt64 {
    var remainder = whole
    for index in stride(from: count - 1, through: 0, by: -1) {
      let (quotient, rest) = unsafe divisor.dividingFullWidth((remainder, a[index]))
      unsafe a[index] = quotient
      remainder = rest
    }
    return remainder
  }

  /// a · 2^`shift` in the `count` limbs of `result`, for a shift below 64; returns the limb that is
  /// carried out of them.
  @inline(__always)
  static func shiftUp(_ a: Source, count: Int, by shift: Int, into result: Row) -> UInt64 {
    let part = UInt64(shift)
    var carry: UInt64 = 0
    for index in 0..<count {
      let limb = unsafe a[index]
      unsafe result[index] = limb << part | carry
      // In two steps, since a shift by 64 bits is wanted where `part` is zero.
      carry = (limb >> 1) >> (63 - part)
    }
    return carry
  }

  /// a / 2^`shift`, rounded down, in the `count` limbs of `result`, for a shift below 64.
  @inline(__always)
  static func shiftDown(_ a: Source, count: Int, by shift: Int, into result: Row) {
    let part = UInt64(shift)
    var above: UInt64 = 0
    for index in stride(from: count - 1, through: 0, by: -1) {
      let limb = unsafe a[index]
      unsafe result[index] = limb >> part | above
      above = (limb << 1) << (63 - part)
    }
  }

  /// The product of two rows, in `aCount` + `bCount` limbs.
  @inline(__always)
  static func product(_ a: Source, _ aCount: Int, _ b: Source, _ bCount: Int, into result: Row) {
    unsafe result.update(repeating: 0, count: aCount)
    for row in 0..<bCount {
      unsafe result[row + aCount] = addProduct(
        of: a, by: b[row], to: result + row, count: aCount)
    }
  }

  /// Limbs from which a fraction's product is better formed in full, by Karatsuba's method.
  static let fractionThreshold = 384

  /// The product of two fractions of n = `count` limbs, in result[1...n]; result[0] is scratch.
  ///
  /// Of the n² products of limbs, only those are formed that reach the upper half. Those left out
  /// sum to less than Σ (s + 1)·(2⁶⁴ − 1)²·2^(64s), s = 0 … n − 2, which is less than (n − 1)·2^(64n),
  /// and what is cut off the rest is less than 2^(64n): the result never exceeds the product, and
  /// falls short by less than n units.
  static func fractionProduct(_ a: Source, _ b: Source, count: Int, into result: Row) {
    if count >= fractionThreshold {
      let product = unsafe Natural(a, count: count) * Natural(b, count: count)
      for index in 1...count {
        let limb = count + index - 1
        unsafe result[index] = limb < product.limbs.count ? product.limbs[limb] : 0
      }
      return
    }
    // With a count that is known here the loops are unrolled.
    switch count {
    case 2: unsafe shortFractionProduct(a, b, count: 2, into: result)
    case 3: unsafe shortFractionProduct(a, b, count: 3, into: result)
    case 4: unsafe shortFractionProduct(a, b, count: 4, into: result)
    case 5: unsafe shortFractionProduct(a, b, count: 5, into: result)
    case 6: unsafe shortFractionProduct(a, b, count: 6, into: result)
    case 7: unsafe shortFractionProduct(a, b, count: 7, into: result)
    case 8: unsafe shortFractionProduct(a, b, count: 8, into: result)
    default:
      unsafe result[0] = 0
      for row in 0..<count { unsafe addRow(row, of: a, b, count: count, to: result) }
    }
  }

  /// The same for up to eight limbs, each row written out.
  @inline(__always)
  static func shortFractionProduct(_ a: Source, _ b: Source, count: Int, into result: Row) {
    unsafe result[0] = 0
    if count > 0 { unsafe addRow(0, of: a, b, count: count, to: result) }
    if count > 1 { unsafe addRow(1, of: a, b, count: count, to: result) }
    if count > 2 { unsafe addRow(2, of: a, b, count: count, to: result) }
    if count > 3 { unsafe addRow(3, of: a, b, count: count, to: result) }
    if count > 4 { unsafe addRow(4, of: a, b, count: count, to: result) }
    if count > 5 { unsafe addRow(5, of: a, b, count: count, to: result) }
    if count > 6 { unsafe addRow(6, of: a, b, count: count, to: result) }
    if count > 7 { unsafe addRow(7, of: a, b, count: count, to: result) }
  }

  /// The products with a limb of b that reach the upper half, and the limb that they carry out.
  @inline(__always)
  private static func addRow(_ row: Int, of a: Source, _ b: Source, count: Int, to result: Row) {
    unsafe result[row &+ 1] = addProduct(
      of: a + (count &- 1 &- row), by: b[row], to: result, count: row &+ 1)
  }
}

extension Limbs {
  /// The limbs that `fill` writes into a row of `count`.
  ///
  /// The array grows to its length: one that is made at its length has the runtime look its type up
  /// each time, which takes longer than most arithmetic on the limbs.
  static func filled(count: Int, _ fill: (Row) -> Void) -> [UInt64] {
    var limbs: [UInt64] = []
    limbs.reserveCapacity(count)
    for _ in 0..<count { limbs.append(0) }
    unsafe limbs.withUnsafeMutableBufferPointer { buffer in
      if let row = buffer.baseAddress { unsafe fill(row) }
    }
    return limbs
  }
}

extension Natural {
  /// The number whose limbs these are.
  init(_ row: Limbs.Source, count: Int) {
    if unsafe count > 2 && row[count - 1] != 0 {
      self.init(long: unsafe Array(UnsafeBufferPointer(start: row, count: count)))
    } else {
      unsafe self.init(count: count) { unsafe $0.update(from: row, count: count) }
    }
  }

  /// The number that `fill` writes into a row of `count` limbs.
  @inline(__always)
  init(count: Int, _ fill: (Limbs.Row) -> Void) {
    if count > 2 {
      self.init(limbs: unsafe Limbs.filled(count: count, fill))
      return
    }
    self.init(
      unsafe withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 2) { pair in
        unsafe (pair[0], pair[1]) = (0, 0)
        unsafe fill(pair.baseAddress!)
        return unsafe UInt128(pair[1]) &<< 64 | UInt128(pair[0])
      })
  }
}

extension Natural {
  /// Writes the number times 2^`shift`, cut, into `count` limbs, where it fits.
  func spread(by shift: Int, over row: Limbs.Row, count: Int) {
    unsafe row.update(repeating: 0, count: count)
    if isZero { return }
    unsafe withLimbs { source, length in
      if shift >= 0 {
        let whole = shift / 64
        let carry = unsafe Limbs.shiftUp(
          source, count: length, by: shift % 64, into: row + whole)
        if whole + length < count { unsafe row[whole + length] = carry }
        return
      }
      let (whole, part) = (-shift / 64, -shift % 64)
      if whole >= length { return }
      unsafe Limbs.shiftDown(
        source + whole, count: min(count, length - whole), by: part, into: row)
      if whole + count < length {
        // In two steps, since a shift by 64 bits is wanted where `part` is zero.
        unsafe row[count - 1] |= (source[whole + count] << 1) << UInt64(63 - part)
      }
    }
  }

  /// The upper 64 binary digits of a number that is not zero, the first of them one.
  @inline(__always)
  var leadingLimb: UInt64 {
    var (top, next) = (UInt64(0), UInt64(0))
    switch storage {
    case .words(let low, let high): (top, next) = high == 0 ? (low, 0) : (high, low)
    case .limbs(let limbs): (top, next) = (limbs[limbs.count - 1], limbs[limbs.count - 2])
    }
    let zeros = UInt64(top.leadingZeroBitCount)
    // In two steps, since a shift by 64 bits is wanted where there are no zeros.
    return top << zeros | (next >> 1) >> (63 - zeros)
  }
}
