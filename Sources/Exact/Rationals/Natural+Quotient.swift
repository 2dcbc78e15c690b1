// Quotients (Knuth, The Art of Computer Programming, volume 2, 4.3.1, algorithm D) and roots.

extension Natural {
  /// The quotient, rounded down, and the remainder.
  /// - Precondition: `divisor` is not zero.
  public func quotientAndRemainder(dividingBy divisor: Natural) -> (Natural, Natural) {
    precondition(!divisor.isZero, "division by zero")
    if let a = asUInt128, let b = divisor.asUInt128 {
      let (quotient, remainder) = a.dividedInWords(by: b)
      return (Natural(quotient), Natural(remainder))
    }
    if self < divisor { return (.zero, self) }
    if let small = divisor.asUInt64 {
      let (quotient, remainder) = quotientAndRemainder(dividingBy: small)
      return (quotient, Natural(remainder))
    }
    return longQuotientAndRemainder(dividingBy: divisor)
  }

  /// The quotient by at least two limbs of a number that is no shorter.
  ///
  /// Both are shifted up so that the divisor's leading digit is at the top of a limb; a zero limb
  /// above the dividend leaves room for what is carried out of it.
  private func longQuotientAndRemainder(dividingBy divisor: Natural) -> (Natural, Natural) {
    let (n, count) = (divisor.limbCount, limbCount)
    let shift = 64 * n - divisor.bitWidth
    return unsafe withUnsafeTemporaryAllocation(of: UInt64.self, capacity: n + count + 1) {
      let (d, u) = unsafe ($0.baseAddress!, $0.baseAddress! + n)
      unsafe divisor.withLimbs { _ = unsafe Limbs.shiftUp($0, count: $1, by: shift, into: d) }
      unsafe withLimbs { unsafe u[count] = Limbs.shiftUp($0, count: $1, by: shift, into: u) }
      let quotient = unsafe Natural(count: count - n + 1) { row in
        for j in stride(from: count - n, through: 0, by: -1) {
          unsafe row[j] = Limbs.quotientLimb(u + j, d, count: n)
        }
      }
      let remainder = unsafe Natural(count: n) {
        unsafe Limbs.shiftDown(u, count: n, by: shift, into: $0)
      }
      return (quotient, remainder)
    }
  }

  /// The quotient, rounded down, and the remainder, by one limb.
  public func quotientAndRemainder(dividingBy divisor: UInt64) -> (Natural, UInt64) {
    precondition(divisor != 0, "division by zero")
    if let word = asUInt128 {
      let (quotient, remainder) = word.dividedInWords(by: UInt128(divisor))
      return (Natural(quotient), UInt64(truncatingIfNeeded: remainder))
    }
    var remainder: UInt64 = 0
    let quotient = unsafe withLimbs { limbs, count in
      unsafe Natural(count: count) {
        unsafe $0.update(from: limbs, count: count)
        remainder = unsafe Limbs.divide($0, count: count, by: divisor)
      }
    }
    return (quotient, remainder)
  }

  /// The quotient, rounded down.
  ///
  /// - Precondition: `b` is not zero.
  public static func / (a: Natural, b: Natural) -> Natural {
    a.quotientAndRemainder(dividingBy: b).0
  }

  /// The remainder of the quotient rounded down.
  ///
  /// - Precondition: `b` is not zero.
  public static func % (a: Natural, b: Natural) -> Natural {
    a.quotientAndRemainder(dividingBy: b).1
  }

  /// The largest whole number whose power `degree` is at most this one.
  public func root(_ degree: Int) -> Natural {
    precondition(degree >= 1, "a root has a degree of at least 1")
    if degree == 1 || isZero || isOne { return self }
    // Newton's iteration from above falls strictly until it reaches the rounded-down root.
    var guess = Natural.powerOfTwo((bitWidth + degree - 1) / degree)
    while true {
      let next = (guess * Natural(UInt64(degree - 1)) + self / guess.power(degree - 1))
        .quotientAndRemainder(dividingBy: UInt64(degree)).0
      if next >= guess { return guess }
      guess = next
    }
  }
}

extension Limbs {
  /// One limb of a long quotient: that of u by d, `count` ≥ 2 limbs whose leading digit is at the
  /// top, with one limb more in u, whose upper `count` limbs are less than d. Leaves the remainder
  /// in u.
  fileprivate static func quotientLimb(_ u: Row, _ d: Row, count n: Int) -> UInt64 {
    let (top, next) = unsafe (d[n - 1], d[n - 2])
    var (estimate, rest, restOverflowed) = (UInt64.max, UInt64(0), false)
    if unsafe u[n] < top {
      (estimate, rest) = unsafe top.dividingFullWidth((u[n], u[n - 1]))
    } else {
      // The leading limbs are equal, so the estimate is 2⁶⁴ − 1.
      (rest, restOverflowed) = unsafe u[n - 1].addingReportingOverflow(top)
    }
    while !restOverflowed {
      let product = next.multipliedFullWidth(by: estimate)
      if unsafe product.high < rest || (product.high == rest && product.low <= u[n - 2]) { break }
      estimate -= 1
      (rest, restOverflowed) = rest.addingReportingOverflow(top)
    }
    // u − estimate·d, which is below zero where the estimate is still one too large.
    var (carry, borrow): (UInt64, Bool) = (0, false)
    for i in 0..<n {
      let product = unsafe UInt128(d[i]) &* UInt128(estimate) &+ UInt128(carry)
      carry = UInt64(truncatingIfNeeded: product &>> 64)
      unsafe (u[i], borrow) = difference(u[i], UInt64(truncatingIfNeeded: product), borrow)
    }
    unsafe (u[n], borrow) = difference(u[n], carry, borrow)
    if borrow {
      estimate -= 1
      var carry = false
      for i in 0..<n { unsafe (u[i], carry) = sum(u[i], d[i], carry) }
      unsafe u[n] &+= carry ? 1 : 0
    }
    return estimate
  }
}

extension UInt128 {
  /// The quotient, rounded down, and the remainder; one instruction where one word is enough.
  @inline(__always)
  func dividedInWords(by divisor: UInt128) -> (UInt128, UInt128) {
    if (self | divisor) &>> 64 == 0 {
      let (a, b) = (UInt64(truncatingIfNeeded: self), UInt64(truncatingIfNeeded: divisor))
      let quotient = a / b
      return (UInt128(quotient), UInt128(a &- quotient &* b))
    }
    let quotient = self / divisor
    return (quotient, self &- quotient &* divisor)
  }
}
