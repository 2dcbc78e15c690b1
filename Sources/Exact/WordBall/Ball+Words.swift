// The lane from balls to words and back: what a word can hold and prove is answered by its kernels,
// without the rows of limbs that longer numbers need.

extension Ball {
  /// The value of a function, given for two and for three words, at an exact number, if they
  /// enclose it about as closely as `precision` digits can say; nil leaves it to the kernels for any
  /// length.
  ///
  /// Numbers so small that the first terms of a series say far more are left as well.
  @inline(__always)
  func inWords(
    _ twoLimbs: (WordBall<UInt128>) -> WordBall<UInt128>,
    _ threeLimbs: (WordBall<UInt192>) -> WordBall<UInt192>
  ) -> Ball? {
    if precision > 184 || special != nil || !radius.isZero { return nil }
    if precision <= 128, let word = midpoint.significand.asUInt128,
      let argument = WordBall(midpoint, word, precision: precision),
      let ball = Ball(twoLimbs(argument), precision: precision)
    {
      return ball
    }
    return inThreeLimbs(threeLimbs)
  }

  @inline(never)
  private func inThreeLimbs(_ function: (WordBall<UInt192>) -> WordBall<UInt192>) -> Ball? {
    guard let word = UInt192(exactly: midpoint.significand),
      let argument = WordBall(midpoint, word, precision: precision)
    else { return nil }
    return Ball(function(argument), precision: precision)
  }

  /// The same enclosure in `precision` digits (0 keeps them all); nil if the radius is of a size
  /// that would show beside the unit in the last of them.
  ///
  /// The radius is at most a unit of W digits where all are kept, and else at most 2^−7 units of the
  /// last digit kept, to which the cut adds one.
  @inline(__always)
  private init?<Word>(_ value: WordBall<Word>, precision: Int) {
    let cut = Word.bitWidth &- precision
    var kept = value.significand
    var error = Magnitude.zero
    if cut == 0 || precision == 0 {
      if value.radius > (cut == 0 ? 1 : 1 &<< 16) { return nil }
      error = Magnitude(roundingUp: value.radius.lowLimb, .word(value.exponent))
    } else {
      if cut < 7 || value.radius > 1 &<< Word(truncatingIfNeeded: cut &- 7) { return nil }
      kept = kept & ~(1 &<< Word(truncatingIfNeeded: cut) &- 1)
      error =
        kept == value.significand
        ? Magnitude(roundingUp: value.radius.lowLimb, .word(value.exponent))
        : Magnitude(roundingUp: 129, .word(value.exponent &+ cut &- 7))
    }
    if value.isZero {
      self.init(.zero, .zero, precision)
      return
    }
    let zeros = Word.bitWidth &- 1 &- (kept & (0 &- kept)).leadingZeroBitCount
    let significand = Natural(word: kept &>> Word(truncatingIfNeeded: zeros))
    self.init(
      Dyadic(value.isNegative, odd: significand, .word(value.exponent &+ zeros)), error, precision)
  }
}

extension WordBall {
  /// A number other than zero, of the significand `word`; nil for zero, and for one so large or so
  /// small that it is for balls.
  ///
  /// The logarithms of words want exponents below 2¹¹.
  @inline(__always)
  fileprivate init?(_ value: Dyadic, _ word: Word, precision: Int) {
    guard let exponent = value.power.asInt, exponent.magnitude < 4000 else { return nil }
    let zeros = word.leadingZeroBitCount
    if zeros == Word.bitWidth { return nil }
    self.init(
      isNegative: value.isNegative, significand: word &<< Word(truncatingIfNeeded: zeros),
      exponent: exponent &- zeros, radius: 0)
    if top >= 2000 || top < -(precision / 4 + 8) { return nil }
  }
}
