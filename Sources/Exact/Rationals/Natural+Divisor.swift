// Greatest common divisors: in words by halving (J. Stein, 1967), longer ones by Euclid's algorithm
// until they are words.

extension Natural {
  /// The greatest common divisor; that of zero and `n` is `n`.
  public static func greatestCommonDivisor(_ a: Natural, _ b: Natural) -> Natural {
    if a.isZero || b.isZero { return a.isZero ? b : a }
    // Powers of two are split off first: the denominators of floating-point numbers need no more.
    let (zerosA, zerosB) = (a.trailingZeroBitCount, b.trailingZeroBitCount)
    var (x, y) = (a >> zerosA, b >> zerosB)
    while true {
      if let p = x.asUInt128, let q = y.asUInt128 {
        return Natural(oddDivisor(p, q)) << min(zerosA, zerosB)
      }
      if x < y { swap(&x, &y) }
      let rest = x % y
      if rest.isZero { return y << min(zerosA, zerosB) }
      (x, y) = (y, rest >> rest.trailingZeroBitCount)
    }
  }

  /// Two numbers divided by their greatest common divisor; the second is not zero.
  static func lowestTerms(_ a: Natural, _ b: Natural) -> (Natural, Natural) {
    if b.isOne || a.isOne { return (a, b) }
    if b.isPowerOfTwo {
      let zeros =
        a.isZero ? b.trailingZeroBitCount : min(a.trailingZeroBitCount, b.trailingZeroBitCount)
      return zeros == 0 ? (a, b) : (a >> zeros, b >> zeros)
    }
    let divisor = greatestCommonDivisor(a, b)
    return divisor.isOne ? (a, b) : (a / divisor, b / divisor)
  }

  /// The greatest common divisor of two odd numbers: their difference is even, and its odd part has
  /// the same divisors in common with the smaller of them.
  private static func oddDivisor(_ a: UInt128, _ b: UInt128) -> UInt128 {
    var (a, b) = (a, b)
    while (a | b) &>> 64 != 0 {
      if a == b { return a }
      if a < b { swap(&a, &b) }
      // One division where the lengths differ much; the halvings would take their time.
      a = b &>> 64 == 0 ? a % b : a &- b
      if a == 0 { return b }
      a = a &>> UInt128(truncatingIfNeeded: a.trailingZeroBitCount)
    }
    return UInt128(oddDivisor(UInt64(truncatingIfNeeded: a), UInt64(truncatingIfNeeded: b)))
  }

  private static func oddDivisor(_ a: UInt64, _ b: UInt64) -> UInt64 {
    var (a, b) = (a, b)
    while a != b {
      let difference = a > b ? a &- b : b &- a
      b = a > b ? b : a
      a = difference &>> UInt64(truncatingIfNeeded: difference.trailingZeroBitCount)
    }
    return a
  }
}
