// Products: rows of limbs below a threshold, Karatsuba's three half-size products above it.

extension Natural {
  /// Limbs in the shorter factor from which Karatsuba's method pays.
  static let karatsubaThreshold = 48

  /// The exact product.
  ///
  /// - Complexity: O(*nm*) for factors of *n* ≥ *m* limbs; O(*n*·*m*^0.585) from *m* = 48.
  public static func * (a: Natural, b: Natural) -> Natural {
    if let x = a.asUInt128, let y = b.asUInt128 {
      if (x | y) &>> 64 == 0 { return Natural(x &* y) }
      let product = Wide(x, times: y)
      return product.high == 0 ? Natural(product.low) : product.asNatural
    }
    if a.isZero || b.isZero { return .zero }
    return Natural(limbs: product(a.limbs[...], b.limbs[...]))
  }

  /// Multiplies in place.
  public static func *= (a: inout Natural, b: Natural) { a = a * b }

  /// `a` to the power `exponent`, with 0⁰ = 1.
  public func power(_ exponent: Int) -> Natural {
    precondition(exponent >= 0, "a natural number has no negative power")
    var (result, base, rest) = (Natural.one, self, exponent)
    while rest > 0 {
      if rest & 1 == 1 { result *= base }
      rest >>= 1
      if rest > 0 { base *= base }
    }
    return result
  }

  private static func product(_ a: ArraySlice<UInt64>, _ b: ArraySlice<UInt64>) -> [UInt64] {
    let (long, short) = a.count >= b.count ? (a, b) : (b, a)
    if short.count < karatsubaThreshold { return rows(long, short) }
    if long.count >= 2 * short.count { return pieces(long, short) }
    let half = (long.count + 1) / 2
    if short.count <= half { return pieces(long, short) }
    let (aLow, aHigh) = (long.prefix(half), long.dropFirst(half))
    let (bLow, bHigh) = (short.prefix(half), short.dropFirst(half))
    let low = Natural(limbs: product(aLow, bLow))
    let high = Natural(limbs: product(aHigh, bHigh))
    let sums =
      (Natural(limbs: Array(aLow)) + Natural(limbs: Array(aHigh)))
      * (Natural(limbs: Array(bLow)) + Natural(limbs: Array(bHigh)))
    let middle = sums - low - high
    return (low + middle << (64 * half) + high << (128 * half)).limbs
  }

  /// A long factor is cut into pieces of the short one's length.
  private static func pieces(_ long: ArraySlice<UInt64>, _ short: ArraySlice<UInt64>) -> [UInt64] {
    var total = Natural.zero
    for offset in stride(from: 0, to: long.count, by: short.count) {
      let piece = long.dropFirst(offset).prefix(short.count)
      total = total + Natural(limbs: product(piece, short)) << (64 * offset)
    }
    return total.limbs
  }

  private static func rows(_ a: ArraySlice<UInt64>, _ b: ArraySlice<UInt64>) -> [UInt64] {
    let total = a.count + b.count
    return unsafe a.withUnsafeBufferPointer { a in
      unsafe b.withUnsafeBufferPointer { b in
        unsafe Limbs.filled(count: total) { result in
          unsafe Limbs.product(a.baseAddress!, a.count, b.baseAddress!, b.count, into: result)
        }
      }
    }
  }
}
