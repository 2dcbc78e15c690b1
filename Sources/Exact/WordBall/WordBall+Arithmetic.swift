// The four operations. Each carries the errors of its operands on, rounded up, and adds one unit of
// the last place where a digit was cut off its own result.

extension WordBall {
  /// The sum.
  ///
  /// The operand of the lower exponent is moved down by the gap into two words; of the sum, whose
  /// leading digit is moved to the top, one word is kept. Both cuts are towards zero of a number
  /// that was moved by less than one unit of its second word: together less than one unit.
  @inline(__always)
  public static func + (a: WordBall, b: WordBall) -> WordBall {
    if a.isZero { return b }
    if b.isZero { return a }
    if a.isUnknown || b.isUnknown { return .unknown }
    let (large, small) = a.exponent >= b.exponent ? (a, b) : (b, a)
    let gap = large.exponent &- small.exponent
    let (moved, isCut) = small.significand.movedDown(by: gap)
    let spread = small.radius.movedDown(by: gap)
    let smallRadius = spread.value.high &+ (spread.value.low != 0 || spread.isCut ? 1 : 0)
    let (radius, overflow) = large.radius.addingReportingOverflow(smallRadius)
    if overflow { return .unknown }
    let whole = Wide(large.significand, 0)
    if large.isNegative == small.isNegative {
      let sum = whole + moved
      if sum.high >= large.significand {
        return WordBall(large.isNegative, sum, isCut, large.exponent, radius)
      }
      // A digit was carried out: one place down, the carry put back.
      let halved = Wide(
        sum.high &>> 1 | leading, sum.low &>> 1 | sum.high &<< Word(Word.bitWidth - 1))
      return WordBall(
        large.isNegative, halved, isCut || sum.low & 1 == 1, large.exponent &+ 1,
        radius &>> 1 &+ (radius & 1))
    }
    let isSwapped = moved.high > large.significand
    var difference = isSwapped ? moved - whole : whole - moved
    if difference.high == 0 && difference.low == 0 {
      return radius == 0 && !isCut ? .zero : .unknown
    }
    var (exponent, error) = (large.exponent, radius)
    if difference.high == 0 {
      // Only where the gap is one at most, so that nothing was cut and all digits are here.
      guard error == 0 else { return .unknown }
      difference = Wide(difference.low, 0)
      exponent &-= Word.bitWidth
    }
    let zeros = difference.high.leadingZeroBitCount
    if error != 0 && error.leadingZeroBitCount <= zeros { return .unknown }
    error = error &<< Word(truncatingIfNeeded: zeros)
    return WordBall(
      large.isNegative != isSwapped, difference.shiftedUp(zeros), isCut, exponent &- zeros, error)
  }

  /// The difference, as good as the sum.
  @inline(__always)
  public static func - (a: WordBall, b: WordBall) -> WordBall { a + -b }

  /// The upper word of a normalised number of two, its lower word cut off.
  @inline(__always)
  private init(
    _ isNegative: Bool, _ value: Wide<Word>, _ isCut: Bool, _ exponent: Int, _ radius: Word
  ) {
    let error = radius &+ (value.low != 0 || isCut ? 1 : 0)
    if error > value.high || error < radius {
      self = .unknown
    } else {
      self.init(
        isNegative: isNegative, significand: value.high, exponent: exponent, radius: error)
    }
  }

  /// The product: (a ± r)(b ± s) ⊂ ab ± (r·b + s·a + r·s), in units of 2^W for a, b < 2^W and
  /// r < 2^(W−3) less than r + s + s/8; where the product's leading digit is one place lower, all is
  /// doubled.
  @inline(__always)
  public static func * (a: WordBall, b: WordBall) -> WordBall {
    if a.isZero || b.isZero { return a.isUnknown || b.isUnknown ? .unknown : .zero }
    // Above a quarter nothing is worth keeping, and below it no sum here overflows.
    if a.radius | b.radius > leading &>> 3 { return .unknown }
    let product = Wide(a.significand, times: b.significand)
    var radius = a.radius &+ b.radius
    if a.radius != 0 && b.radius != 0 { radius = radius &+ (b.radius &>> 3) &+ 1 }
    let (value, shift) = product.raised
    return WordBall(
      a.isNegative != b.isNegative, value, false,
      a.exponent &+ b.exponent &+ Word.bitWidth &- shift,
      radius &<< Word(truncatingIfNeeded: shift))
  }

  /// The quotient, unknown for a divisor that may be zero.
  ///
  /// With q < 2^W the quotient of the significands, which are at least 2^(W−1), the operands'
  /// errors r and s move it by at most q(r/a + s/b)/(1 − s/b) ≤ 2(r + s)/(1 − s/b). For r and s up
  /// to 2^(W/2−3) that exceeds 2(r + s) by less than one unit, and the cut is another.
  @inline(__always)
  public static func / (a: WordBall, b: WordBall) -> WordBall {
    let limit: Word = 1 &<< Word(Word.bitWidth / 2 - 3)
    if b.isZero || a.radius > limit || b.radius > limit { return .unknown }
    if a.isZero { return .zero }
    let isLess = a.significand < b.significand
    let dividend = Wide(
      isLess ? a.significand : a.significand &>> 1,
      isLess ? 0 : a.significand &<< Word(Word.bitWidth - 1))
    let (quotient, remainder) = b.significand.dividingFullWidth((dividend.high, dividend.low))
    let errors = a.radius &+ b.radius
    return WordBall(
      isNegative: a.isNegative != b.isNegative, significand: quotient,
      exponent: a.exponent &- b.exponent &- Word.bitWidth &+ (isLess ? 0 : 1),
      radius: errors == 0 ? (remainder == 0 ? 0 : 1) : 2 &* errors &+ 2)
  }
}

extension MachineWord {
  /// The word as the upper of two, moved down by `count` places; whether a digit was cut off.
  @inline(__always)
  func movedDown(by count: Int) -> (value: Wide<Self>, isCut: Bool) {
    let width = Self.bitWidth
    if count == 0 { return (Wide(self, 0), false) }
    if count < width {
      return (
        Wide(
          self &>> Self(truncatingIfNeeded: count),
          self &<< Self(truncatingIfNeeded: width &- count)),
        false
      )
    }
    if count >= 2 * width { return (Wide(0, 0), self != 0) }
    let low = self &>> Self(truncatingIfNeeded: count &- width)
    return (Wide(0, low), low &<< Self(truncatingIfNeeded: count &- width) != self)
  }
}
