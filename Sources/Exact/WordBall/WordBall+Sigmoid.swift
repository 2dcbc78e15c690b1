// Functions of E = exp(−|x|) in (0, 1]: nothing overflows and nothing cancels.

extension WordBall {
  /// The greatest radius that `sigmoid` gives an exact argument.
  public static var sigmoidMaxError: Word { 10 }

  /// 1/(1 + exp(−x)), with small relative error also where it vanishes.
  @inline(__always)
  public static func sigmoid(_ x: WordBall) -> WordBall {
    let e = exp(x.isNegative ? x : -x)
    return (x.isNegative ? e : one) / (one + e)
  }

  /// The greatest radius that `softplus` and `logSigmoid` give an exact argument.
  public static var softplusMaxError: Word { 10 }

  /// log(1 + exp(x)) = max(x, 0) + log(1 + E), with small relative error also where it vanishes.
  @inline(__always)
  public static func softplus(_ x: WordBall) -> WordBall {
    let e = exp(x.isNegative ? x : -x)
    let logarithm = log(onePlus: e)
    return x.isNegative ? logarithm : x + logarithm
  }

  /// log(1/(1 + exp(−x))) = −softplus(−x).
  @inline(__always)
  public static func logSigmoid(_ x: WordBall) -> WordBall { -softplus(-x) }
}
