/// A row of logits with the certified sum that everything of the softmax family is made of: the
/// largest logit m, and Σ e^(xᵢ − m) over all but that one.
///
/// Keeping the winner's own 1 apart is what saves the digits of a loss near zero: it is
/// log1p(rest), not log(1 + rest).
///
/// The sum comes in two tiers: `init` forms it in pairs of doubles, eight terms at once, and
/// `refined` in words of 128 bits. What is still undecided then is for arithmetic without limits.
/// Results are nil, or listed as open, where a tier does not decide.
///
/// - Note: Loops over `WordBall` are specialised in this module only.
@safe public struct SoftmaxRow {
  let logits: UnsafeBufferPointer<Double>
  /// The terms of the sum in pairs of doubles, the winner's among them, if they were kept.
  let terms: UnsafeMutablePointer<Double>?
  /// The index of the first of the largest logits.
  public let winner: Int
  /// Σ e^(xᵢ − m) over all i but the winner.
  public let rest: WordBall<UInt128>
  /// Whether the sum comes from words.
  public let isRefined: Bool

  private init(
    _ logits: UnsafeBufferPointer<Double>, _ terms: UnsafeMutablePointer<Double>?, _ winner: Int,
    _ rest: WordBall<UInt128>, isRefined: Bool
  ) {
    unsafe (self.logits, self.terms) = (logits, terms)
    (self.winner, self.rest, self.isRefined) = (winner, rest, isRefined)
  }

  /// The sum in pairs of doubles; nil for a row of less than two logits, for one with NaN or +∞,
  /// and for a largest logit beyond ±2⁴⁰. A logit −∞ is an excluded class.
  ///
  /// `terms`, if given, is memory of 2(n + 7) doubles that outlives the row, and makes `softmax`
  /// fast.
  ///
  /// - Complexity: O(*n*), no allocation.
  public init?(
    _ logits: UnsafeBufferPointer<Double>, terms: UnsafeMutablePointer<Double>? = nil
  ) {
    guard let first = unsafe RowSum.start(of: logits) else { return nil }
    let largest = unsafe RowSum.largest(first, count: logits.count)
    guard largest.magnitude <= RowSum.greatestMagnitude else { return nil }
    guard let winner = unsafe RowSum.index(of: largest, in: first, count: logits.count),
      let rest = unsafe RowSum.sumOfExponentials(
        first, count: logits.count, without: winner, less: largest, keeping: terms)
    else { return nil }
    unsafe self.init(logits, terms, winner, rest, isRefined: false)
  }

  /// The same row with its sum formed in words of 128 bits.
  ///
  /// - Complexity: O(*n*), some twenty times slower than the first sum.
  public var refined: SoftmaxRow {
    let largest = unsafe WordBall<UInt128>(logits[winner])
    var sum = WordBall<UInt128>.zero
    for index in unsafe logits.indices where index != winner {
      let logit = unsafe logits[index]
      if logit == -.infinity { continue }
      sum = sum + .exp(WordBall(logit) - largest)
    }
    return unsafe SoftmaxRow(logits, terms, winner, sum, isRefined: true)
  }

  /// log Σ e^xᵢ, rounded.
  public func logSumExp(to format: Format) -> UInt64? {
    if rest.isZero { return nil }
    // One word is enough as a rule; then all that the sum holds.
    let largest = unsafe logits[winner]
    return (WordBall(largest) + .log(onePlus: WordBall<UInt64>(rest))).rounded(to: format)
      ?? (WordBall(largest) + .log(onePlus: rest)).rounded(to: format)
  }

  /// log softmax(x)ᵢ = xᵢ − log Σ e^xₖ, rounded.
  public func logSoftmax(at index: Int, to format: Format) -> UInt64? {
    if rest.isZero { return nil }
    if unsafe logits[index] == -.infinity {
      return Floating.infinity(isNegative: true, format).bits
    }
    return logSoftmax(index, rest: WordBall<UInt64>(rest)).rounded(to: format)
      ?? logSoftmax(index, rest: rest).rounded(to: format)
  }

  @inline(__always)
  private func logSoftmax<Word>(_ index: Int, rest: WordBall<Word>) -> WordBall<Word> {
    let logarithm = WordBall.log(onePlus: rest)
    if index == winner { return -logarithm }
    let logit = unsafe logits[index]
    return unsafe WordBall(logit) - WordBall(logits[winner]) - logarithm
  }

  /// softmax(x)ᵢ as a ball; unknown where little is known of the sum.
  public func softmax(at index: Int) -> Ball {
    let logit = unsafe logits[index]
    if logit == -.infinity { return Ball(0) }
    let power =
      unsafe index == winner
      ? .one : WordBall<UInt128>.exp(WordBall(logit) - WordBall(logits[winner]))
    return (power / (.one + rest)).asBall
  }

  /// softmax(x)ᵢ, or its slope softmax(x)ᵢ − 1 of the loss by the label's own logit, rounded.
  public func softmax(at index: Int, isLabel: Bool = false, to format: Format) -> UInt64? {
    if rest.isZero { return nil }
    let one = WordBall<UInt128>.one
    let sum = one + rest
    let logit = unsafe logits[index]
    if logit == -.infinity { return isLabel ? (-one).rounded(to: format) : 0 }
    if index == winner { return ((isLabel ? -rest : one) / sum).rounded(to: format) }
    let largest = unsafe WordBall<UInt128>(logits[winner])
    let power = WordBall<UInt128>.exp(WordBall(logit) - largest)
    return ((isLabel ? power - sum : power) / sum).rounded(to: format)
  }
}

extension WordBall where Word == UInt64 {
  /// The upper half of a longer word.
  @inline(__always)
  init(_ long: WordBall<UInt128>) {
    // What is cut off, and the cut of the radius, are less than a unit each.
    let radius = UInt64(truncatingIfNeeded: long.radius &>> 64)
    let isExact = long.radius == 0 && UInt64(truncatingIfNeeded: long.significand) == 0
    self.init(
      isNegative: long.isNegative,
      significand: UInt64(truncatingIfNeeded: long.significand &>> 64),
      exponent: long.isZero ? 0 : long.exponent &+ 64,
      radius: long.isUnknown ? .max : isExact ? 0 : radius &+ 2)
  }
}
