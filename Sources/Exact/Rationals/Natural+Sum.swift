// Sums, differences and shifts: in 128 bits where operands and result fit in them, else in limbs.

extension Natural {
  /// The exact sum.
  public static func + (a: Natural, b: Natural) -> Natural {
    if let x = a.asUInt128, let y = b.asUInt128 {
      let (sum, overflow) = x.addingReportingOverflow(y)
      if !overflow { return Natural(sum) }
    }
    return longSum(a, b)
  }

  private static func longSum(_ a: Natural, _ b: Natural) -> Natural {
    if a.limbCount < b.limbCount { return longSum(b, a) }
    return unsafe a.withLimbs { long, count in
      unsafe b.withLimbs { short, shortCount in
        unsafe Natural(count: count + 1) { row in
          var carry = false
          for index in 0..<shortCount {
            unsafe (row[index], carry) = Limbs.sum(long[index], short[index], carry)
          }
          for index in shortCount..<count {
            unsafe (row[index], carry) = Limbs.sum(long[index], 0, carry)
          }
          unsafe row[count] = carry ? 1 : 0
        }
      }
    }
  }

  /// The difference.
  /// - Precondition: `b <= a`.
  public static func - (a: Natural, b: Natural) -> Natural {
    if let x = a.asUInt128, let y = b.asUInt128 {
      let (difference, overflow) = x.subtractingReportingOverflow(y)
      precondition(!overflow, "a natural number below zero")
      return Natural(difference)
    }
    return longDifference(a, b)
  }

  private static func longDifference(_ a: Natural, _ b: Natural) -> Natural {
    precondition(b.limbCount <= a.limbCount, "a natural number below zero")
    return unsafe a.withLimbs { long, count in
      unsafe b.withLimbs { short, shortCount in
        unsafe Natural(count: count) { row in
          var borrow = false
          for index in 0..<shortCount {
            unsafe (row[index], borrow) = Limbs.difference(long[index], short[index], borrow)
          }
          for index in shortCount..<count {
            unsafe (row[index], borrow) = Limbs.difference(long[index], 0, borrow)
          }
          precondition(!borrow, "a natural number below zero")
        }
      }
    }
  }

  /// The product with two to the power `count`; a negative count shifts right.
  public static func << (a: Natural, count: Int) -> Natural {
    if count < 0 { return a >> -count }
    if let word = a.asUInt128 {
      if word == 0 { return a }
      if count <= word.leadingZeroBitCount { return Natural(word &<< UInt128(count)) }
    }
    return longShift(a, up: count)
  }

  private static func longShift(_ a: Natural, up count: Int) -> Natural {
    let (whole, part) = (count >> 6, count & 63)
    // The limb that is carried out is zero if the last one has as many zeros as the shift.
    let length = (a.bitWidth + count + 63) >> 6
    return unsafe a.withLimbs { limbs, limbCount in
      unsafe Natural(count: length) { row in
        unsafe row.update(repeating: 0, count: whole)
        let carry = unsafe Limbs.shiftUp(limbs, count: limbCount, by: part, into: row + whole)
        if whole + limbCount < length { unsafe row[whole + limbCount] = carry }
      }
    }
  }

  /// The quotient by two to the power `count`, rounded down.
  public static func >> (a: Natural, count: Int) -> Natural {
    if count < 0 { return a << -count }
    if let word = a.asUInt128 { return count < 128 ? Natural(word &>> UInt128(count)) : .zero }
    return longShift(a, down: count)
  }

  private static func longShift(_ a: Natural, down count: Int) -> Natural {
    if count == 0 { return a }
    let length = (a.bitWidth - count + 63) >> 6
    if length <= 0 { return .zero }
    let (whole, part) = (count >> 6, count & 63)
    return unsafe a.withLimbs { limbs, limbCount in
      unsafe Natural(count: length) { row in
        unsafe Limbs.shiftDown(limbs + whole, count: length, by: part, into: row)
        // What is carried down out of a limb above the last one kept.
        if whole + length < limbCount && part > 0 {
          unsafe row[length - 1] |= limbs[whole + length] << UInt64(64 - part)
        }
      }
    }
  }
}

extension Limbs {
  /// a + b + carry, and the carry out of it.
  @inline(__always)
  static func sum(_ a: UInt64, _ b: UInt64, _ carry: Bool) -> (UInt64, Bool) {
    let (partial, first) = a.addingReportingOverflow(b)
    let (total, second) = partial.addingReportingOverflow(carry ? 1 : 0)
    return (total, first || second)
  }

  /// a − b − borrow, and the borrow out of it.
  @inline(__always)
  static func difference(_ a: UInt64, _ b: UInt64, _ borrow: Bool) -> (UInt64, Bool) {
    let (partial, first) = a.subtractingReportingOverflow(b)
    let (total, second) = partial.subtractingReportingOverflow(borrow ? 1 : 0)
    return (total, first || second)
  }
}
