extension WordBall {
  /// The bits of the number of `format` nearest to every number of the ball, or nil if they do not
  /// agree on it or one of them is a tie.
  ///
  /// The ball must not reach the point halfway between two numbers of the format. One that reaches
  /// below a power of two finds such points half as far apart there, one that reaches above it
  /// twice: a radius below a quarter of the last digit keeps clear of those, and for the same
  /// reason of the halfway point to the overflow.
  @inline(__always)
  public func rounded(to format: Format) -> UInt64? {
    let precision = format.precision
    if isZero { return format.pattern(0, isNegative) }
    if top < format.leastExponent { return roundedBelowNormal(to: format) }
    let cut = Word.bitWidth &- precision
    if radius >= (1 as Word) &<< Word(truncatingIfNeeded: cut &- 2) { return nil }
    if top > format.greatestExponent { return format.pattern(format.infinity, isNegative) }
    guard let kept = kept(cut) else { return nil }
    // The leading digit of `kept`, and a carry beyond it, count into the exponent. One that reaches
    // its end is the pattern of infinity.
    let exponent = UInt64(truncatingIfNeeded: top &+ (format.bias - 1))
    return format.pattern(
      exponent &<< UInt64(truncatingIfNeeded: precision &- 1) &+ kept, isNegative)
  }

  /// The significand without its last `cut` digits, 0 < cut ≤ W, rounded; nil if the ball reaches a
  /// point halfway.
  @inline(__always)
  private func kept(_ cut: Int) -> UInt64? {
    let half: Word = 1 &<< Word(truncatingIfNeeded: cut &- 1)
    let low = significand & (half &- 1 &+ half)
    // The distance of the last digits from the half is at most the radius.
    if low &+ radius &- half <= radius &<< 1 { return nil }
    // The digit that weighs a half rounds by being added: which it is cannot be foretold.
    let twice = significand &>> Word(truncatingIfNeeded: cut &- 1)
    return (twice &>> 1 &+ twice & 1).lowLimb
  }

  /// The same where the last digit stays in its place: below the least normal number.
  @inline(never)
  private func roundedBelowNormal(to format: Format) -> UInt64? {
    let width = Word.bitWidth
    let cut = format.leastExponent - format.precision + 1 - exponent
    // Twice the significand is below the first point halfway.
    if cut > width + 1 { return isUnknown ? nil : format.pattern(0, isNegative) }
    if cut == width + 1 {
      return radius > ~significand ? nil : format.pattern(0, isNegative)
    }
    // The ball may reach one point halfway, not two, or a digit more.
    if radius >= WordBall.leading &>> 2 || radius >= (1 as Word) &<< Word(cut - 2) { return nil }
    return kept(cut).map { format.pattern($0, isNegative) }
  }
}

extension Format {
  /// The bits of an infinity without its sign.
  @inline(__always)
  fileprivate var infinity: UInt64 {
    (1 &<< UInt64(truncatingIfNeeded: exponentWidth) &- 1)
      &<< UInt64(truncatingIfNeeded: precision &- 1)
  }

  /// The bits of a number with the sign put in.
  @inline(__always)
  fileprivate func pattern(_ size: UInt64, _ isNegative: Bool) -> UInt64 {
    size | (isNegative ? 1 : 0) &<< UInt64(truncatingIfNeeded: bitWidth &- 1)
  }
}
