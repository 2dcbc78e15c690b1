// The four operations, on whole numbers of one and two words: a result is formed exactly, or so that
// what is cut off is known to be there, and rounded once.

extension Decimal38 {
  /// The number of decimal digits of a significand that is not zero, at most 10³⁸.
  ///
  /// With b binary digits, ⌊b·log₁₀ 2⌋ of them or one more; 1233/2¹² is close enough to log₁₀ 2 for
  /// every b up to 256.
  @inline(__always)
  static func digitCount(of value: UInt128, _ tens: PowersOfTen) -> Int {
    let least = ((128 &- value.leadingZeroBitCount) &* 1233) &>> 12
    return value >= tens.shortPower(least) ? least &+ 1 : least
  }

  @inline(__always)
  private static func digitCount(of value: Wide<UInt128>, _ tens: PowersOfTen) -> Int {
    if value.high == 0 { return digitCount(of: value.low, tens) }
    let least = ((256 &- value.high.leadingZeroBitCount) &* 1233) &>> 12
    let power = tens.power(least)
    let isBelow =
      value.high < power.high || value.high == power.high && value.low < power.low
    return isBelow ? least : least &+ 1
  }

  /// `value` × 10^`exponent` rounded to 38 digits, for a value below 10⁷⁶.
  @inline(__always)
  static func rounded(
    _ isNegative: Bool, _ value: Wide<UInt128>, exponent: Int
  ) -> Decimal38 {
    let tens = PowersOfTen.shared
    if value.high == 0 && value.low < tens.shortPower(38) {
      return Decimal38(isNegative, value.low, exponent, tens)
    }
    let excess = digitCount(of: value, tens) &- digitCount
    let digits = rounded(parts(of: value, excess, tens), tens.shortPower(excess))
    return Decimal38(isNegative, digits, exponent &+ excess, tens)
  }

  /// The quotient and the rest by 10^d of a value below 10^(38 + d), for 0 < d < 39.
  ///
  /// With p binary digits in 10^d and R = ⌊2^(127+p)/10^d⌋, the estimate
  /// ⌊⌊value/2^(p−1)⌋·R/2¹²⁸⌋ is short by less than three: one for each floor, for both factors are
  /// below 2¹²⁸. The rest, below 3·10³⁸ < 2¹²⁸ until the quotient is corrected, is right modulo 2¹²⁸.
  @inline(__always)
  private static func parts(
    of value: Wide<UInt128>, _ d: Int, _ tens: PowersOfTen
  ) -> (quotient: UInt128, rest: UInt128) {
    let (inverse, shift) = tens.inverse(d)
    let part = UInt128(truncatingIfNeeded: shift)
    // The shift is from 3 to 126: the upper word loses nothing.
    let upper = value.high &<< (128 &- part) | value.low &>> part
    let divisor = tens.shortPower(d)
    var quotient = UInt128.highProduct(upper, inverse)
    var rest = value.low &- quotient &* divisor
    while rest >= divisor { (quotient, rest) = (quotient &+ 1, rest &- divisor) }
    return (quotient, rest)
  }

  /// The quotient, or the next whole number where the rest is more than half of the divisor, or is
  /// half of it and the quotient odd.
  @inline(__always)
  private static func rounded(
    _ parts: (quotient: UInt128, rest: UInt128), _ divisor: UInt128
  ) -> UInt128 {
    // All below 10³⁸ < 2¹²⁷.
    parts.quotient &+ (parts.rest &<< 1 &+ (parts.quotient & 1) > divisor ? 1 : 0)
  }

  /// A number of at most 10³⁸ × 10^`exponent`: its trailing zeros go to the exponent.
  ///
  /// A multiple of 5^k times the inverse of 5^k modulo 2¹²⁸ is the quotient; any other number gives
  /// one above (2¹²⁸ − 1)/5^k, since those below are taken.
  @inline(__always)
  init(_ isNegative: Bool, _ digits: UInt128, _ exponent: Int, _ tens: PowersOfTen) {
    if digits == 0 {
      self = .zero
      return
    }
    var (significand, power) = (digits, exponent)
    if significand & 1 == 0 {
      let (inverse, limit) = tens.inverseOfFives(0)
      let quotient = significand &* inverse
      if quotient <= limit {
        (significand, power) = Decimal38.withoutZeros(quotient &>> 1, exponent &+ 1, tens)
      }
    }
    self.init(isNegative: isNegative, reduced: significand, exponent: power, tens)
  }

  @inline(never)
  private static func withoutZeros(
    _ digits: UInt128, _ exponent: Int, _ tens: PowersOfTen
  ) -> (UInt128, Int) {
    var (significand, power, index) = (digits, exponent, 4)
    while index >= 0 {
      let count = 1 &<< index
      let (inverse, limit) = tens.inverseOfFives(index)
      let quotient = significand &* inverse
      if significand.trailingZeroBitCount >= count && quotient <= limit {
        (significand, power) = (quotient &>> UInt128(truncatingIfNeeded: count), power &+ count)
      } else {
        index &-= 1
      }
    }
    return (significand, power)
  }

  /// A number without trailing zeros, unless the last of 38 digits is out of bounds.
  @inline(__always)
  private init(
    isNegative: Bool, reduced significand: UInt128, exponent: Int, _ tens: PowersOfTen
  ) {
    // Up to 37 places lie between the last digit here and that of 38.
    if exponent.magnitude <= 999_000 {
      self.init(
        kind: .finite, isNegative: isNegative, significand: significand, exponent: exponent)
      return
    }
    let last = exponent &- (Decimal38.digitCount &- Decimal38.digitCount(of: significand, tens))
    if last > Decimal38.greatestExponent {
      self.init(kind: .infinity, isNegative: isNegative, significand: 0, exponent: 0)
    } else if last < -Decimal38.greatestExponent {
      self = .zero
    } else {
      self.init(
        kind: .finite, isNegative: isNegative, significand: significand, exponent: exponent)
    }
  }

  /// The sum, correctly rounded; ∞ − ∞ is NaN.
  public static func + (a: Decimal38, b: Decimal38) -> Decimal38 {
    if a.kind != .finite || b.kind != .finite { return specialSum(a, b) }
    if b.significand == 0 { return a }
    if a.significand == 0 { return b }
    let (large, small) = a.exponent >= b.exponent ? (a, b) : (b, a)
    let isSum = a.isNegative == b.isNegative
    var (whole, place) = (large.significand, large.exponent)
    let tens = PowersOfTen.shared
    if place != small.exponent {
      let moved = min(
        place &- small.exponent, digitCount &- digitCount(of: whole, tens))
      whole = whole &* tens.shortPower(moved)
      place &-= moved
    }
    var gap = place &- small.exponent
    if isSum && gap > 0 && gap <= digitCount {
      // The large one has 38 digits. The small one is cut where they end: what is above is added,
      // what is below rounds; a sum that does not wait for a division is ready for the next one.
      let cut = parts(of: Wide(0, small.significand), gap, tens)
      let sum = whole &+ cut.quotient
      if sum < tens.shortPower(38) {
        let digits = rounded((sum, cut.rest), tens.shortPower(gap))
        return Decimal38(large.isNegative, digits, place, tens)
      }
    }
    if gap == 0 {
      // Both are below 10³⁸, and so many units of the small one's last digit.
      if isSum {
        return rounded(
          large.isNegative, Wide(0, whole &+ small.significand), exponent: small.exponent)
      }
      let isSwapped = whole < small.significand
      let difference = isSwapped ? small.significand &- whole : whole &- small.significand
      return Decimal38(large.isNegative != isSwapped, difference, small.exponent, tens)
    }
    // The large one has 38 digits, and is moved up by 38 places at most. What the small one has
    // below those is cut off, so that the result is too small by less than one, and that decides no
    // rounding: the term left is below 10³⁷, less than half of the last digit, which is 10³⁸. Only
    // where a term is taken from 10³⁷·10³⁸ itself is the last digit 10³⁷; it is a nine then, which a
    // tie moves up, as it does what is more than a tie.
    var (term, isCut) = (small.significand, false)
    if gap > digitCount {
      let unit = gap &- digitCount
      let (kept, rest) =
        unit <= digitCount ? term.quotientAndRemainder(dividingBy: tens.shortPower(unit)) : (0, 1)
      (term, isCut, gap) = (kept, rest != 0, digitCount)
    }
    let scale = tens.shortPower(gap)
    let moved = Wide(whole, times: scale)
    let sum =
      isSum ? moved + Wide(0, term) : moved - Wide(0, isCut ? term &+ 1 : term)
    return rounded(large.isNegative, sum, exponent: place &- gap)
  }

  @inline(never)
  private static func specialSum(_ a: Decimal38, _ b: Decimal38) -> Decimal38 {
    if a.isNaN || b.isNaN { return .nan }
    if a.isInfinite && b.isInfinite { return a.isNegative == b.isNegative ? a : .nan }
    return a.isInfinite ? a : b
  }

  /// The difference, correctly rounded.
  public static func - (a: Decimal38, b: Decimal38) -> Decimal38 { a + -b }

  /// The product, correctly rounded; 0 · ∞ is NaN.
  public static func * (a: Decimal38, b: Decimal38) -> Decimal38 {
    if a.kind != .finite || b.kind != .finite {
      if a.isNaN || b.isNaN || a.isZero || b.isZero { return .nan }
      return a.isNegative != b.isNegative ? -infinity : .infinity
    }
    return rounded(
      a.isNegative != b.isNegative, Wide(a.significand, times: b.significand),
      exponent: a.exponent &+ b.exponent)
  }

  /// The quotient, correctly rounded; a number over zero is infinite, 0/0 and ∞/∞ are NaN.
  public static func / (a: Decimal38, b: Decimal38) -> Decimal38 {
    if a.kind != .finite || b.kind != .finite || b.significand == 0 {
      if a.isNaN || b.isNaN || (a.isInfinite && b.isInfinite) || (a.isZero && b.isZero) {
        return .nan
      }
      if b.isInfinite { return .zero }
      return a.isNegative != b.isNegative ? -infinity : .infinity
    }
    return quotient(
      a.isNegative != b.isNegative, a.significand, b.significand,
      exponent: a.exponent &- b.exponent)
  }

  /// x/y × 10^`exponent`, for x and y below 10³⁸.
  ///
  /// With both moved up to 38 digits, x·10³⁷/y, or x·10³⁸/y for x < y, has 38 digits before the
  /// point.
  @inline(__always)
  static func quotient(
    _ isNegative: Bool, _ x: UInt128, _ y: UInt128, exponent: Int
  ) -> Decimal38 {
    if x == 0 { return .zero }
    let tens = PowersOfTen.shared
    let (p, q) = (digitCount &- digitCount(of: x, tens), digitCount &- digitCount(of: y, tens))
    let (dividend, divisor) = (x &* tens.shortPower(p), y &* tens.shortPower(q))
    let places = dividend < divisor ? 38 : 37
    let scale = tens.shortPower(places)
    let parts = divisor.dividingFullWidth(UInt128.fullProduct(dividend, scale))
    let quotient = rounded((parts.quotient, parts.remainder), divisor)
    return Decimal38(isNegative, quotient, exponent &- p &+ q &- places, tens)
  }
}
