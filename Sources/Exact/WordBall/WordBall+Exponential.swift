extension WordBall {
  /// The radius that `exp` gives an exact argument, where it answers at all.
  public static var expMaxError: Word { 1 }

  /// Beyond 2^12 = 4096 every format's exponential is zero or infinite.
  private static var longestArgument: Int { 12 }

  @inline(__always)
  var isHuge: Bool { top >= WordBall.longestArgument && !isZero }

  /// exp(x); unknown for x ≥ 4096, and below −4096 an enclosure of all that it could be.
  ///
  /// Error: |exp(x) − computed| < (1/2 + 9/256) ulp for an exact x (`ExponentialParts`), so the
  /// radius is 1. An error δ of x adds at most exp(x)·(e^δ − 1) ≤ 2^W·δ·(1 + δ) ulps, δ ≤ 1.
  @inline(__always)
  public static func exp(_ x: WordBall) -> WordBall {
    if x.isUnknown { return x }
    if x.isHuge {
      // exp(x) < 2^x for a negative x; half of the significand's unit is left for the leading
      // digit.
      return x.isNegative && x.radius == 0
        ? WordBall(
          isNegative: false, significand: leading, exponent: -4096 - Word.bitWidth,
          radius: leading)
        : .unknown
    }
    let parts = ExponentialParts(x)
    let rounded = (parts.rest &>> 8) &+ (parts.rest &>> 7 & 1)
    var (significand, overflow) = parts.head.addingReportingOverflow(rounded)
    var exponent = parts.power &+ (1 &- Word.bitWidth)
    if overflow {
      significand = significand &>> 1 | leading
      exponent &+= 1
    }
    let result = WordBall(
      isNegative: false, significand: significand, exponent: exponent, radius: 1)
    return x.radius == 0 ? result : result.widened(byErrorOf: x)
  }

  /// The error that an argument's error brings to its exponential, δ·2^W·(1 + δ) units, δ ≤ 2^−8.
  @inline(never)
  private func widened(byErrorOf x: WordBall) -> WordBall {
    let bound = WordBall.zero.errorUnits(x.radius, exponent: x.exponent &+ Word.bitWidth)
    guard let bound, bound < 1 &<< Word(Word.bitWidth - 8) else { return .unknown }
    return widened(by: bound &+ bound &>> 8 &+ 1, exponent: exponent)
  }

  /// An error of `error` · 2^`exponent` in units, rounded up; nil if that is too many.
  private func errorUnits(_ error: Word, exponent: Int) -> Word? {
    if exponent <= 0 { return exponent > -Word.bitWidth ? error &>> Word(-exponent) &+ 1 : 1 }
    return exponent < error.leadingZeroBitCount ? error &<< Word(exponent) : nil
  }

  /// The greatest radius that `expMinusOne` gives an exact argument.
  public static var expMinusOneMaxError: Word { 18 }

  /// exp(x) − 1, with small relative error also near zero; unknown where `exp` is.
  ///
  /// Off zero it is the difference of head·2⁸ + rest and 2^(W+7−power), both in the rest's units
  /// and exact in two words but for the rest's 9 units (`ExponentialParts`). For |x| ≥ 2^−8 that is
  /// at least 2^(W−1)·(1 − 2^−8): a word of digits is there, or all but one of them. With z leading
  /// zeros the result's unit is 2^(W−z) of the rest's, and what is cut off below it one more.
  @inline(__always)
  public static func expMinusOne(_ x: WordBall) -> WordBall {
    if x.isZero || x.isUnknown { return x }
    if x.top < -8 { return expMinusOneNearZero(x) }
    if x.isHuge || x.radius != 0 { return exp(x) - one }
    let width = Word.bitWidth
    let parts = ExponentialParts(x)
    // Far off, one of the two does not reach the other's digits.
    if parts.power.magnitude >= width - 8 { return exp(x) - one }
    let place = parts.power <= 7 ? 7 &- parts.power : width &+ 7 &- parts.power
    let bit: Word = 1 &<< Word(truncatingIfNeeded: place)
    let unit = parts.power <= 7 ? Wide(bit, 0) : Wide(0, bit)
    let sum = Wide(parts.head &>> Word(width - 8), parts.head &<< 8) + Wide(0, parts.rest)
    var size = Wide(0, 0).adding(sum - unit, negatedBy: x.isNegative ? .max : 0)
    var exponent = parts.power &- 7
    if size.high == 0 {
      size = Wide(size.low, 0)
      exponent &-= width
    }
    let zeros = size.high.leadingZeroBitCount
    let error = ExponentialParts<Word>.maxError
    let radius =
      exponent == parts.power &- 7
      ? (error &>> 1) &>> Word(truncatingIfNeeded: width &- 1 &- zeros) &+ 2
      : error &<< Word(truncatingIfNeeded: zeros)
    return WordBall(
      isNegative: x.isNegative, significand: size.shiftedUp(zeros).high,
      exponent: exponent &- zeros, radius: radius)
  }

  /// x·(1 ± S), S = |x|/2! ± |x|²/3! ± …, for |x| < 2^−8, the sign that of x.
  ///
  /// S in units of 2^−(W+8): |x| in them is cut (1, halved in S); Horner's scheme in units of 2^−W
  /// errs by less than 3 (a constant's floor, its own floor, the step before times 2^−8), which
  /// counts below 1 in S < 2^−9, with its floor 2. The terms left out are below |x|^N/(N + 1)! for
  /// N = 7, 13 or 18: 2^−71, 2^−138 or 2^−200, below 2^−7 ulp. S times the significand is cut (1), S's errors
  /// count 2^−8; if 1 − S moves the leading digit, all is doubled: radius 3. The derivative of the
  /// result is exp(x) < 2, its unit that of x or half of it.
  private static func expMinusOneNearZero(_ x: WordBall) -> WordBall {
    let tables = Word.tables
    let size = x.significand.movedDown(by: -(x.exponent + Word.bitWidth + 8)).value.high
    let last = Word.bitWidth == 64 ? 7 : Word.bitWidth == 128 ? 13 : 18
    var sum = tables.inverseFactorial(last)
    for k in stride(from: last - 1, through: 2, by: -1) {
      let product = Word.highProduct(size, sum) &>> 8
      sum = tables.inverseFactorial(k) &+ (x.isNegative ? 0 &- product : product)
    }
    let correction = Word.highProduct(x.significand, Word.highProduct(size, sum)) &>> 8
    var (significand, exponent, radius) = (x.significand, x.exponent, Word(2))
    if x.isNegative {
      significand = significand &- correction
      if significand < leading {
        (significand, exponent, radius) = (significand &<< 1, exponent - 1, 3)
      }
    } else {
      let (sum, overflow) = significand.addingReportingOverflow(correction)
      significand = sum
      if overflow { (significand, exponent) = (sum &>> 1 | leading, exponent + 1) }
    }
    let result = WordBall(
      isNegative: x.isNegative, significand: significand, exponent: exponent, radius: radius)
    return result.widened(by: x.radius, exponent: x.exponent + 1)
  }
}

/// exp(x) = 2^power · (head·2^(1−W) + rest·2^−(W+7)) within `maxError` units of the rest.
///
/// x = k·c + X with c = log 2 / 2¹⁶, 0 ≤ X ≤ c(1 + 2^−32) and k = power·2¹⁶ + i·2⁸ + j, so
///
///     exp(x) = 2^power · 2^(i/2⁸) · (1 + v),   1 + v = 2^(j/2¹⁶) · e^X < 2^(1/2⁸)(1 + 2^−40)
///
/// **The reduction.** With M the upper 64 bits of the significand and L = ⌊2⁶³/log 2⌋ the estimate
/// e = ⌊M·L/2⁶⁴⌋ is at most |x|/c·2^s (s the shift below), and that is less than e + 3. For x > 0,
/// k = ⌊e/2^s⌋; for x < 0, −k = ⌊(e + 3)/2^s⌋ + 1 > |x|/c. Since s ≥ 35 for |x| < 2¹², the quotient
/// is off by at most 3·2^−35 beyond the floor: X is as said. X·2^(W+16) < 0.7·2^W fits in a
/// word, so it is formed modulo 2^W: |x| in that unit is cut (less than 1), k·c falls short by less
/// than 2 (the lower word's floor; what log 2 lacks counts less than 1): together within 2. It does
/// not wrap below zero: for x < 0, X exceeds 2^−s·c, which is more than one unit for W = 64 and
/// s ≤ 63, and the cut works upwards.
///
/// **The series.** u = X + X²·(1/2 + X/6 + …), up to X³, X⁷ or X¹¹, in units of 2^−(W+16):
/// X's error 2.01; the sum in units of 2^−W errs by less than 8 (a pair's three floors; the pairs
/// before, times 2^−32: those in words of a limb less err by less than 4·2⁶⁴, which counts 2^−64) and
/// X² in units of 2^−(W+32) by 1, which count 2^−16; the last floor 1; the
/// terms left out X⁴/24·(1 + X) < 2^−70.6, in this unit 680 for W = 64 (X⁸/8! < 2^−147 for W =
/// 128, X¹²/12! < 2^−226 for W = 192: nothing).
///
/// **The product.** v = b + u + b·u in units of 2^−(W+8), b from the table (its floor 1), u moved
/// down (1, and 685/256 < 2.7), b·u (1.01): less than 5.8. With the table's 2^(i/2⁸) = head + low,
/// rest = head·v + low: v's error counts at most once in the rest's unit, the floor of head·v 1,
/// low·v < 2^−8·2 is left out, low is cut (1): less than 9, and below the truth but for 0.1.
struct ExponentialParts<Word: MachineWord> {
  static var maxError: Word { 9 }

  let power: Int
  let head: Word
  let rest: Word

  /// - Precondition: |x| < 2¹²; the radius is not looked at.
  @inline(__always)
  init(_ x: WordBall<Word>) {
    let tables = Word.tables
    let width = Word.bitWidth
    let upper = (x.significand &>> Word(width - 64)).lowLimb
    let estimate = UInt64.highProduct(upper, 0xB8AA_3B29_5C17_F0BB)
    // |x|/c = M·2^(exponent + W − 64)·2¹⁶/log 2, and L has the unit 2^−63.
    let shift = -(x.exponent &+ (width - 64) &+ 17)
    // All ones for x < 0, else zero: a sign is hard to foretell, so no branch depends on it.
    let mask: UInt64 = x.isNegative ? .max : 0
    let quotient = (estimate &+ (mask & 3)) &>> UInt64(truncatingIfNeeded: shift)
    let multiple = (shift < 64 ? quotient : 0) &+ (mask & 1)
    let k = Int(truncatingIfNeeded: (multiple ^ mask) &- mask)

    let place = x.exponent &+ (width + 16)
    let size: Word
    if place >= 0 {
      size = x.significand &<< Word(truncatingIfNeeded: place)
    } else {
      size = place > -width ? x.significand &>> Word(truncatingIfNeeded: -place) : 0
    }
    let factor = Word(truncatingIfNeeded: multiple)
    let whole =
      tables.logOfTwo.high &* factor &+ Word.highProduct(tables.logOfTwo.low, factor)
    let wordMask: Word = x.isNegative ? .max : 0
    let r = ((size &- whole) ^ wordMask) &- wordMask

    // u = X + X²·(1/2 + X/6 + X²·(1/24 + X/120 + …)): pairs of terms do not wait for one another.
    let square = Word.highProduct(r, r)
    // From the third pair on words of a limb less do.
    var sum: Word = 0
    if width > 64 {
      var tail: Word.Shorter = 0
      var index = width == 128 ? 6 : 10
      while index >= 6 {
        let factor = tables.inverseFactorial(index &+ 1).shortened
        tail =
          tables.inverseFactorial(index).shortened
          &+ (Word.Shorter.highProduct(r.shortened, factor) &>> 16)
          &+ (Word.Shorter.highProduct(square.shortened, tail) &>> 32)
        index &-= 2
      }
      sum = Word(lengthening: tail)
    }
    var index = width == 64 ? 2 : 4
    while index >= 2 {
      let pair =
        tables.inverseFactorial(index)
        &+ (Word.highProduct(r, tables.inverseFactorial(index &+ 1)) &>> 16)
      sum = pair &+ (Word.highProduct(square, sum) &>> 32)
      index &-= 2
    }
    let u = r &+ (Word.highProduct(square, sum) &>> 16)

    let base = tables.power(k &>> 8 & 0xFF)
    let near = tables.nearPower(k & 0xFF)
    let v = near &+ (u &>> 8) &+ (Word.highProduct(near, u) &>> 16)
    power = k &>> 16
    head = base.high
    rest = Word.highProduct(base.high, v) &+ (base.low &>> Word(width - 8))
  }
}
