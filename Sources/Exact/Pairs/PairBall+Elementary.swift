// Exponentials and logarithms of eight numbers, with what the argument's error and the kernel add.

extension PairBall {
  /// e^x for x up to 600.
  ///
  /// The kernel's 2^−72 and the argument's error e, which moves the power by at most e^e − 1 of itself:
  /// below 1.001·e for e ≤ 2^−10. A number below −600 is given as 0 ± 2^−865, which holds e^−600.
  public static func exp(_ x: PairBall) -> PairBall {
    let isKnown = (x.head .<= DoubleVector(repeating: 600)) .& (x.error .<= 0x1p-10)
    let isLow =
      (x.head .< DoubleVector(repeating: -600)) .& (isKnown .| (x.head .== -.infinity))
    let isFormed = isKnown .& .!isLow
    let power = Pair.exponential(
      Pair(
        head: zero.replacing(with: x.head, where: isFormed),
        rest: zero.replacing(with: x.rest, where: isFormed)), .shared)
    let relative = x.error * DoubleVector(repeating: 1.002) + DoubleVector(repeating: 0x1.1p-72)
    let error = power.head * relative * slack + least
    let head = power.head.replacing(with: .nan, where: .!isKnown).replacing(with: 0, where: isLow)
    return PairBall(
      head, plus: power.rest.replacing(with: 0, where: isLow),
      error: error.replacing(with: 0x1p-865, where: isLow))
  }

  /// log x, −∞ of zero, for numbers from 2^−900 to 2^900.
  ///
  /// log(h + r) = log h + log(1 + r/h) with |r/h| ≤ u: q = r·(1/h) is off by 2u|q|, and another u|q|/2 by
  /// what follows in the series. The sum with what the kernel has below 2^−27 is rounded to 2^−80, or, next
  /// to 1, to u²|r| and less. An error e of x counts e/(h − e), below 1.002·e/h for e ≤ 2^−10·h.
  public static func log(_ x: PairBall) -> PairBall {
    let isKnown =
      (x.head .>= DoubleVector(repeating: 0x1p-900))
      .& (x.head .<= DoubleVector(repeating: 0x1p900))
      .& (x.error .<= x.head * DoubleVector(repeating: 0x1p-10))
    let one = DoubleVector(repeating: 1)
    let head = one.replacing(with: x.head, where: isKnown)
    let inverse = one / head
    let (value, bound) = Pair.logarithm(head, .shared)
    let quotient = x.rest * inverse
    let own = bound * DoubleVector(repeating: 1 + 0x1p-3)
    let carried = x.error * inverse * DoubleVector(repeating: 1.002)
    let rests = quotient.magnitudes * DoubleVector(repeating: 0x1p-50)
    let error = (own + (carried + rests)) * slack
    let isExact = (x.rest .== 0) .& (x.error .== 0)
    let result = value.head.replacing(with: .nan, where: .!isKnown)
      .replacing(with: -.infinity, where: x.isZero)
    return PairBall(
      result, plus: value.rest + quotient,
      error: error + least.replacing(with: 0, where: isExact))
  }

  /// log(1 + x), as close beside its own size where x is small.
  ///
  /// 1 + x is exact but for 4u². Below 2^−22, where that would show,
  ///
  ///     x + h²·(−1/2 + h/3 − h²/4),   h the head:
  ///
  /// in units of u·h², the product and the bracket are rounded (4 at most), r, the rest, is missing in h² (1), the
  /// sum with it is rounded (1), and the next term is below 2^−88 of x: 8u·h² = 2^−50·h².
  public static func log(onePlus x: PairBall) -> PairBall {
    let whole = log(PairBall(1) + x)
    let small = DoubleVector(repeating: 0x1p-22)
    let isSmall = (x.head.magnitudes .< small) .& (x.error .<= small)
    if !any(isSmall) { return whole }
    let h = zero.replacing(with: x.head, where: isSmall)
    let square = h * h
    let third = DoubleVector(repeating: 1.0 / 3) - h * DoubleVector(repeating: 0.25)
    let series = square * (DoubleVector(repeating: -0.5) + h * third)
    let carried = x.error * DoubleVector(repeating: 1 + 0x1p-20)
    let rounding =
      square * DoubleVector(repeating: 0x1p-50) + h.magnitudes * DoubleVector(repeating: 0x1p-86)
    let error = (carried + rounding) * slack + least
    let result = PairBall(
      h, plus: x.rest + series, error: error.replacing(with: 0, where: x.isZero))
    return whole.replacing(with: result, where: isSmall)
  }

  /// 1/(1 + e^−x), from the power that does not grow.
  public static func sigmoid(_ x: PairBall) -> PairBall {
    let power = exp(x.belowZero)
    return power.replacing(with: PairBall(1), where: x.head .> 0) / (PairBall(1) + power)
  }

  /// log(1 + e^x) = max(x, 0) + log(1 + e^−|x|)
  public static func softplus(_ x: PairBall) -> PairBall {
    log(onePlus: exp(x.belowZero))
      + PairBall(0).replacing(with: x, where: x.head .> 0)
  }

  /// log(1 − p)
  public static func log(complementOf p: PairBall) -> PairBall { log(onePlus: -p) }

  /// −|x|
  private var belowZero: PairBall { replacing(with: -self, where: head .> 0) }
}
