// The lane from balls to words and back: what a word can hold and prove is answered by its kernels,
// without the rows of limbs that longer numbers need.

extension Ball {
  /// The value of a function at an exact number, if words enclose it about as closely as
  /// `precision` digits can say; nil leaves it to the kernels for any length.
  ///
  /// Numbers so small that the first terms of a series say far more are left as well.
  @inline(__always)
  static func inWords(_ function: ElementaryFunction, _ x: Dyadic, precision: Int) -> Ball? {
    if precision > 184 { return nil }
    if precision <= 128, let word = WordBall<UInt128>(x, precision: precision),
      let ball = function.value(word).ball(precision: precision)
    {
      return ball
    }
    guard let word = WordBall<UInt192>(x, precision: precision) else { return nil }
    return function.value(word).ball(precision: precision)
  }
}

extension WordBall {
  /// A number other than zero with at most W digits, exactly; nil for others, and for one so large
  /// or so small that it is for balls.
  ///
  /// The logarithms of words want exponents below 2¹¹.
  @inline(__always)
  fileprivate init?(_ value: Dyadic, precision: Int) {
    guard let exponent = value.exponent.asInt, let word = Word(exactly: value.significand),
      exponent.magnitude < 4000
    else { return nil }
    let zeros = word.leadingZeroBitCount
    if zeros == Word.bitWidth { return nil }
    self.init(
      isNegative: value.isNegative, significand: word &<< Word(truncatingIfNeeded: zeros),
      exponent: exponent &- zeros, radius: 0)
    if top >= 2000 || top < -(precision / 4 + 8) { return nil }
  }

  /// The same enclosure in `precision` digits (0 keeps them all); nil if the radius is of a size
  /// that would show beside the unit in the last of them.
  ///
  /// The radius is at most a unit of W digits where all are kept, and else at most 2^−7 units of the
  /// last digit kept, to which the cut adds one.
  @inline(__always)
  fileprivate func ball(precision: Int) -> Ball? {
    let cut = Word.bitWidth &- precision
    var (kept, isExact) = (significand, true)
    if precision == 0 {
      if radius > 1 &<< 16 { return nil }
    } else if cut == 0 {
      if radius > 1 { return nil }
    } else {
      if cut < 7 || radius > 1 &<< Word(truncatingIfNeeded: cut &- 7) { return nil }
      kept = significand & ~(1 &<< Word(truncatingIfNeeded: cut) &- 1)
      isExact = kept == significand
    }
    if isZero { return Ball(midpoint: .zero, precision: precision) }
    let zeros = Word.bitWidth &- 1 &- (kept & (0 &- kept)).leadingZeroBitCount
    let midpoint = Dyadic(
      isNegative: isNegative, Natural(word: kept &>> Word(truncatingIfNeeded: zeros)),
      exponent: Integer(exponent &+ zeros))
    let error =
      isExact
      ? Magnitude(roundingUp: radius.lowLimb, exponent: Integer(exponent))
      : Magnitude(roundingUp: 129, exponent: Integer(exponent &+ cut &- 7))
    return Ball(midpoint: midpoint, radius: error, precision: precision)
  }
}
