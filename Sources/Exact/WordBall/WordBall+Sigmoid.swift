// Functions of E = exp(−|x|) in (0, 1]: nothing overflows and nothing cancels.

extension WordBall {
  /// The greatest radius that `sigmoid` gives an exact argument.
  public static var sigmoidMaxError: Word { 10 }

  /// 1/(1 + exp(−x)), with small relative error also where it vanishes.
  ///
  /// It is Q = 1/(1 + E) for x ≥ 0 and E·Q for x < 0, Q in (1/2, 1).
  ///
  /// Error: 1 + E in units of 2^(1−W) is cut (1), or kept below 2 (1); its last digit set to one,
  /// which centres that cut, and keeps it above 1; E's own radius counts at most half of that unit,
  /// or 1 where E = 1. Q in units of 2^−W is 2^(2W−1)/s with s ≥ 2^(W−1), so 1.5 of those make 3, 2
  /// make 1 where s is near 2^W, and its cut is 1: Q errs by less than 4. It is multiplied by E
  /// with its error 1, or by 1 − 2^−W for 1, an error of 1 as well: with a and b the factors less
  /// than 1, 4a + b + 1 < 6; where the leading digit of the product is one place lower, ab < 1/2
  /// and 2(4a + b) + 1 < 10.
  @inline(__always)
  public static func sigmoid(_ x: WordBall) -> WordBall {
    let e = exp(WordBall(isNegative: true, x))
    if e.radius != 1 {
      // What encloses all that a vanishing E could be encloses E/(1 + E).
      if x.isNegative { return e.radius == leading ? e : e / (one + e) }
      return one / (one + e)
    }
    let place = -e.top
    let moved = place < Word.bitWidth ? e.significand &>> Word(truncatingIfNeeded: place) : 0
    let (sum, overflow) = leading.addingReportingOverflow(moved)
    let divisor = overflow ? .max : sum | 1
    let (quotient, _) = divisor.dividingFullWidth((leading, 0))
    let factor = x.isNegative ? e.significand : .max
    let product = Wide(factor, times: quotient)
    let (value, shift) = product.raised
    return WordBall(
      isNegative: false, significand: value.high,
      exponent: (x.isNegative ? e.exponent : -Word.bitWidth) &- shift,
      radius: 6 &+ 4 &* Word(truncatingIfNeeded: shift))
  }

  /// The greatest radius that `softplus` and `logSigmoid` give an exact argument.
  public static var softplusMaxError: Word { 10 }

  /// log(1 + exp(x)) = max(x, 0) + log(1 + E), with small relative error also where it vanishes.
  @inline(__always)
  public static func softplus(_ x: WordBall) -> WordBall {
    let e = exp(WordBall(isNegative: true, x))
    // What encloses all that a vanishing E could be encloses log(1 + E).
    let logarithm = x.isHuge ? e : log(onePlus: e)
    return x.isNegative ? logarithm : x + logarithm
  }

  /// log(1/(1 + exp(−x))) = −softplus(−x).
  @inline(__always)
  public static func logSigmoid(_ x: WordBall) -> WordBall { -softplus(-x) }
}
