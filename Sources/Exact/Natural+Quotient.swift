// Quotients (Knuth, The Art of Computer Programming, volume 2, 4.3.1, algorithm D), greatest common
// divisors and roots.

extension Natural {
  /// The quotient, rounded down, and the remainder.
  /// - Precondition: `divisor` is not zero.
  public func quotientAndRemainder(dividingBy divisor: Natural) -> (Natural, Natural) {
    precondition(!divisor.isZero, "division by zero")
    if self < divisor { return (.zero, self) }
    if let small = divisor.asUInt64 {
      let (quotient, remainder) = quotientAndRemainder(dividingBy: small)
      return (quotient, Natural(remainder))
    }
    let shift = divisor.limbs.last!.leadingZeroBitCount
    let d = (divisor << shift).limbs
    var u = (self << shift).limbs
    if u.count == limbs.count { u.append(0) }
    let (n, m) = (d.count, u.count - d.count)
    let (top, next) = (d[n - 1], d[n - 2])
    var quotient = [UInt64](repeating: 0, count: m)
    for j in stride(from: m - 1, through: 0, by: -1) {
      var (estimate, rest, restOverflowed) = (UInt64.max, UInt64(0), false)
      if u[j + n] < top {
        (estimate, rest) = top.dividingFullWidth((u[j + n], u[j + n - 1]))
      } else {
        // The leading limbs are equal, so the estimate is 2⁶⁴ − 1.
        (rest, restOverflowed) = u[j + n - 1].addingReportingOverflow(top)
      }
      while !restOverflowed {
        let product = next.multipliedFullWidth(by: estimate)
        if product.high < rest || (product.high == rest && product.low <= u[j + n - 2]) { break }
        estimate -= 1
        (rest, restOverflowed) = rest.addingReportingOverflow(top)
      }
      if Natural.subtractMultiple(of: d, times: estimate, from: &u, at: j) {
        estimate -= 1
        Natural.addBack(d, to: &u, at: j)
      }
      quotient[j] = estimate
    }
    u.removeLast(u.count - n)
    return (Natural(limbs: quotient), Natural(limbs: u) >> shift)
  }

  /// Takes `factor · d` from `u` at limb `j`; tells whether the result went below zero.
  private static func subtractMultiple(
    of d: [UInt64], times factor: UInt64, from u: inout [UInt64], at j: Int
  ) -> Bool {
    var (carry, borrow): (UInt64, UInt64) = (0, 0)
    for i in d.indices {
      let product = UInt128(d[i]) &* UInt128(factor) &+ UInt128(carry)
      carry = UInt64(truncatingIfNeeded: product >> 64)
      let (first, a) = u[i + j].subtractingReportingOverflow(UInt64(truncatingIfNeeded: product))
      let (second, b) = first.subtractingReportingOverflow(borrow)
      u[i + j] = second
      borrow = (a ? 1 : 0) &+ (b ? 1 : 0)
    }
    let (first, a) = u[j + d.count].subtractingReportingOverflow(carry)
    let (second, b) = first.subtractingReportingOverflow(borrow)
    u[j + d.count] = second
    return a || b
  }

  private static func addBack(_ d: [UInt64], to u: inout [UInt64], at j: Int) {
    var carry: UInt64 = 0
    for i in d.indices {
      let sum = UInt128(u[i + j]) &+ UInt128(d[i]) &+ UInt128(carry)
      u[i + j] = UInt64(truncatingIfNeeded: sum)
      carry = UInt64(truncatingIfNeeded: sum >> 64)
    }
    u[j + d.count] &+= carry
  }

  /// The quotient, rounded down, and the remainder, by one limb.
  public func quotientAndRemainder(dividingBy divisor: UInt64) -> (Natural, UInt64) {
    precondition(divisor != 0, "division by zero")
    var quotient = limbs
    var remainder: UInt64 = 0
    for index in quotient.indices.reversed() {
      (quotient[index], remainder) = divisor.dividingFullWidth((remainder, quotient[index]))
    }
    return (Natural(limbs: quotient), remainder)
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

  /// The greatest common divisor; that of zero and `n` is `n`.
  public static func greatestCommonDivisor(_ a: Natural, _ b: Natural) -> Natural {
    var (a, b) = (a, b)
    if a.isZero || b.isZero { return a.isZero ? b : a }
    // Powers of two are split off first: the denominators of floating-point numbers need no more.
    let (zerosA, zerosB) = (a.trailingZeroBitCount, b.trailingZeroBitCount)
    (a, b) = (a >> zerosA, b >> zerosB)
    while !b.isZero {
      if let x = a.asUInt64, let y = b.asUInt64 {
        a = Natural(wordGCD(x, y))
        break
      }
      if a.isOne || b.isOne {
        a = .one
        break
      }
      (a, b) = (b, a % b)
    }
    return a << min(zerosA, zerosB)
  }

  /// Two numbers divided by their greatest common divisor; the second is not zero.
  static func lowestTerms(_ a: Natural, _ b: Natural) -> (Natural, Natural) {
    if b.isOne || a.isOne { return (a, b) }
    if b.isPowerOfTwo {
      let zeros =
        a.isZero ? b.trailingZeroBitCount : min(a.trailingZeroBitCount, b.trailingZeroBitCount)
      return (a >> zeros, b >> zeros)
    }
    let divisor = greatestCommonDivisor(a, b)
    return divisor.isOne ? (a, b) : (a / divisor, b / divisor)
  }

  private static func wordGCD(_ a: UInt64, _ b: UInt64) -> UInt64 {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a
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
