// What the kernels do to fractions of whole limbs besides multiplying them: squares, and steps by a
// word.

extension Limbs {
  /// Limbs from which a square is formed by itself.
  private static let squareThreshold = 10

  /// The square of a fraction of n = `count` limbs, in result[1...n]; result[0] is scratch.
  ///
  /// The same products of limbs as in `fractionProduct`, those that are equal in pairs formed once
  /// and doubled; so the same bound: never more than the square, and short by less than n units.
  static func fractionSquare(_ a: Source, count: Int, into result: Row) {
    if count < squareThreshold || count >= fractionThreshold {
      return unsafe fractionProduct(a, a, count: count, into: result)
    }
    unsafe result[0] = 0
    for row in 0..<(count - 1) {
      let start = max(row + 1, count - 1 - row)
      unsafe result[row + 1] = addProduct(
        of: a + start, by: a[row], to: result + (start + row - count + 1), count: count - start)
    }
    unsafe result[count] = 0
    // Twice that, and the squares of the limbs; with an even count the lowest square begins at
    // result[1], and of result[0] only the bit that is shifted out matters.
    var place = 1 - count & 1
    var (bit, carry) = unsafe (place == 0 ? 0 : result[0] >> 63, UInt64(0))
    for index in (count / 2)..<count {
      let limb = unsafe a[index]
      let square = UInt128(limb) &* UInt128(limb)
      let (low, high) = unsafe (result[place], result[place + 1])
      let first =
        UInt128(low << 1 | bit) &+ UInt128(UInt64(truncatingIfNeeded: square)) &+ UInt128(carry)
      let second =
        UInt128(high << 1 | low >> 63) &+ (square >> 64) &+ (first >> 64)
      unsafe result[place] = UInt64(truncatingIfNeeded: first)
      unsafe result[place + 1] = UInt64(truncatingIfNeeded: second)
      (bit, carry) = (high >> 63, UInt64(truncatingIfNeeded: second >> 64))
      place += 2
    }
  }

  /// a − b in `count` limbs; returns what is borrowed.
  ///
  /// The sum with the complement of b and one: the carry is the absence of a borrow.
  @inline(__always) @discardableResult
  static func subtract(_ b: Source, from a: Source, count: Int, into result: Row) -> UInt64 {
    var carry: UInt64 = 1
    for index in 0..<count {
      let sum = unsafe UInt128(a[index]) &+ UInt128(~b[index]) &+ UInt128(carry)
      unsafe result[index] = UInt64(truncatingIfNeeded: sum)
      carry = UInt64(truncatingIfNeeded: sum >> 64)
    }
    return 1 - carry
  }

  /// a −= b in `count` limbs, where b is not more than a.
  @inline(__always)
  static func subtract(_ b: Source, from a: Row, count: Int) {
    unsafe subtract(b, from: a, count: count, into: a)
  }

  /// a + b in `count` limbs, where the sum fits.
  @inline(__always)
  static func sum(_ a: Source, _ b: Source, count: Int, into result: Row) {
    var carry: UInt64 = 0
    for index in 0..<count {
      let sum = unsafe UInt128(a[index]) &+ UInt128(b[index]) &+ UInt128(carry)
      unsafe result[index] = UInt64(truncatingIfNeeded: sum)
      carry = UInt64(truncatingIfNeeded: sum >> 64)
    }
  }

  /// a += b in `count` limbs, where the sum fits.
  @inline(__always)
  static func add(_ b: Source, to a: Row, count: Int) {
    unsafe sum(a, b, count: count, into: a)
  }

  /// a −= b in `count` limbs, with what is borrowed taken off `whole`, the limb above.
  @inline(__always)
  static func subtract(_ b: Source, from a: Row, count: Int, whole: inout UInt64) {
    whole -= unsafe subtract(b, from: a, count: count, into: a)
  }

  /// a −= b · factor in `count` limbs; returns what is borrowed from the limb above.
  ///
  /// What the product carries and what the difference borrows do not wait for one another.
  @inline(__always)
  static func subtractProduct(of b: Source, by factor: UInt64, from a: Row, count: Int) -> UInt64 {
    var (carry, kept) = (UInt64(0), UInt64(1))
    for index in 0..<count {
      let product = unsafe UInt128(b[index]) &* UInt128(factor) &+ UInt128(carry)
      carry = UInt64(truncatingIfNeeded: product >> 64)
      let sum =
        unsafe UInt128(a[index]) &+ UInt128(~UInt64(truncatingIfNeeded: product)) &+ UInt128(kept)
      unsafe a[index] = UInt64(truncatingIfNeeded: sum)
      kept = UInt64(truncatingIfNeeded: sum >> 64)
    }
    return carry &+ (1 - kept)
  }

  /// The quotient of a + `whole` · 2^(64·`count`), rounded down, by a divisor d of at least 2⁶³, larger than `whole`, with its `inverse` ⌊(2¹²⁸ − 1)/d⌋ − 2⁶⁴.
  ///
  /// N. Möller, T. Granlund, *Improved division by invariant integers* (2011), algorithm 4: the
  /// estimate of a limb of the quotient is one too large, or right, or (rarely) one too small.
  @inline(__always)
  static func divide(
    _ a: Source, count: Int, whole: UInt64, by divisor: UInt64, inverse: UInt64, into result: Row
  ) {
    var rest = whole
    for index in stride(from: count - 1, through: 0, by: -1) {
      let limb = unsafe a[index]
      let estimate =
        UInt128(inverse) &* UInt128(rest) &+ (UInt128(rest) &<< 64 | UInt128(limb))
      var quotient = UInt64(truncatingIfNeeded: estimate &>> 64) &+ 1
      rest = limb &- quotient &* divisor
      if rest > UInt64(truncatingIfNeeded: estimate) {
        quotient &-= 1
        rest &+= divisor
      }
      if rest >= divisor {
        quotient &+= 1
        rest &-= divisor
      }
      unsafe result[index] = quotient
    }
  }

  /// Whether a < b.
  @inline(__always)
  static func isLess(_ a: Source, _ b: Source, count: Int) -> Bool {
    for index in stride(from: count - 1, through: 0, by: -1) {
      if unsafe a[index] != b[index] { return unsafe a[index] < b[index] }
    }
    return false
  }

  /// a += `word` · 2^(64·`place`), carrying as far as needed; the sum must fit.
  @inline(__always)
  static func add(_ word: UInt64, to a: Row, at place: Int) {
    var (place, word) = (place, word)
    while word != 0 {
      let (sum, over) = unsafe a[place].addingReportingOverflow(word)
      unsafe a[place] = sum
      (place, word) = (place + 1, over ? 1 : 0)
    }
  }

  /// a += a · factor / 2^shift in `count` limbs, the sum fitting in them: a product with
  /// 1 + factor/2^shift, for a shift below 64·count.
  ///
  /// Of the limbs below those that reach the result only the highest is multiplied; the others are
  /// worth less than factor/2⁶⁴ < 1 unit, and less than one is cut off: what is added is short by
  /// less than 2 units. If `shift` is less than 64, by less than 1.
  static func addShare(
    _ a: Row, by factor: UInt64, over shift: some Count, count: some Count
  ) {
    let count = count.value
    let (whole, part) = (shift.value / 64, UInt64(shift.value % 64))
    var high: UInt64 = 0
    if whole > 0 {
      high = unsafe UInt64.highProduct(a[whole - 1], factor)
    }
    var product = unsafe UInt128(a[whole]) &* UInt128(factor) &+ UInt128(high)
    var low = UInt64(truncatingIfNeeded: product)
    var carry: UInt64 = 0
    var index = whole &+ 1
    while index < count {
      product = unsafe UInt128(a[index]) &* UInt128(factor) &+ (product >> 64)
      let next = UInt64(truncatingIfNeeded: product)
      let piece = low >> part | (next << 1) << (63 - part)
      let place = index &- (whole &+ 1)
      let sum = unsafe UInt128(a[place]) &+ UInt128(piece) &+ UInt128(carry)
      unsafe a[place] = UInt64(truncatingIfNeeded: sum)
      carry = UInt64(truncatingIfNeeded: sum >> 64)
      low = next
      index &+= 1
    }
    high = UInt64(truncatingIfNeeded: product >> 64)
    let piece = low >> part | (high << 1) << (63 - part)
    let place = count &- 1 &- whole
    let sum = unsafe UInt128(a[place]) &+ UInt128(piece) &+ UInt128(carry)
    unsafe a[place] = UInt64(truncatingIfNeeded: sum)
    if whole > 0 {
      unsafe add(high >> part, to: a, at: place + 1)
      unsafe add(UInt64(truncatingIfNeeded: sum >> 64), to: a, at: place + 1)
    }
  }

  /// Five rows.
  typealias Rows = (Source, Source, Source, Source, Source)

  /// a += the rows in `count` limbs, where the sum fits: one carry for all of them.
  @inline(__always)
  static func add(_ rows: Rows, to a: Row, count: Int) {
    var carry: UInt64 = 0
    var index = 0
    while index < count {
      let sum = unsafe UInt128(a[index]) &+ UInt128(carry) &+ column(rows, index)
      unsafe a[index] = UInt64(truncatingIfNeeded: sum)
      carry = UInt64(truncatingIfNeeded: sum >> 64)
      index &+= 1
    }
  }

  /// a −= the rows in `count` limbs, where they are not more than a.
  @inline(__always)
  static func subtract(_ rows: Rows, from a: Row, count: Int) {
    var borrow: UInt64 = 0
    var index = 0
    while index < count {
      let sum = unsafe column(rows, index) &+ UInt128(borrow)
      let (limb, under) = unsafe a[index].subtractingReportingOverflow(
        UInt64(truncatingIfNeeded: sum))
      unsafe a[index] = limb
      borrow = UInt64(truncatingIfNeeded: sum >> 64) &+ (under ? 1 : 0)
      index &+= 1
    }
  }

  @inline(__always)
  private static func column(_ rows: Rows, _ index: Int) -> UInt128 {
    unsafe UInt128(rows.0[index]) &+ UInt128(rows.1[index]) &+ UInt128(rows.2[index])
      &+ UInt128(rows.3[index]) &+ UInt128(rows.4[index])
  }
}
