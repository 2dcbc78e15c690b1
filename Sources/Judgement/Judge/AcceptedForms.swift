public import CrossEntropy

// The accepted forms of the primitives, over any arithmetic that says which of them it is to take:
// the judge's, and those that simulate libraries.

/// An arithmetic that takes one of the accepted forms of the primitives.
public protocol FormedScalar: StableScalar {
  /// Whether the form that this number asks for is one of some; nil for a constant, which does not
  /// care.
  func takes(_ forms: [RoundingContext.Form]) -> Bool?
}

extension FormedScalar {
  /// Asks no more than a primitive needs to know: runs that were told nothing different are one run
  /// (see `Allowance`).
  private static func take(_ forms: RoundingContext.Form..., in x: [Self]) -> Bool {
    x.lazy.compactMap { $0.takes(forms) }.first ?? forms.contains(.apart)
  }

  /// 1/(1 + e^−x) by the sign of x; as it stands; or 1 − σ(−x), if unshifted.
  public static func sigmoid(_ x: Self) -> Self {
    if take(.apart, in: [x]) { return StableForms.sigmoid(x) }
    return take(.unshifted, in: [x])
      ? Self(1) - Self(1) / (Self(1) + .exp(x)) : Self(1) / (Self(1) + .exp(-x))
  }

  /// max(x, 0) + log1p(e^−|x|); the plain logarithm of the sum, if unshifted.
  public static func softplus(_ x: Self) -> Self {
    if !take(.unshifted, in: [x]) || x.isInfinite { return StableForms.softplus(x) }
    return .larger(x, Self(0)) + .log(Self(1) + .exp(.smaller(x, -x)))
  }

  /// −softplus(−x), in the form that is taken there.
  public static func logSigmoid(_ x: Self) -> Self { -softplus(-x) }

  /// log1p(−p), or the logarithm of the difference.
  public static func log(complementOf p: Self) -> Self {
    take(.apart, in: [p]) ? .log(onePlus: -p) : .log(Self(1) - p)
  }

  /// The differences from the largest, their exponentials, and the sum of all of these.
  private static func together(_ x: [Self]) -> (differences: [Self], powers: [Self], sum: Self) {
    let largest = x.largest
    let differences = x.map { $0 - largest }
    let powers = differences.map { exp($0) }
    return (differences, powers, powers.sum)
  }

  /// m + log1p of the others, or m + the logarithm of the whole sum, m being the largest.
  public static func logSumExp(_ x: [Self]) -> Self {
    if take(.apart, in: x) || x.isEmpty || x.largest.isInfinite || x.largest.isNaN {
      return StableForms.logSumExp(x)
    }
    return x.largest + .log(together(x).sum)
  }

  /// The powers over their sum, the largest kept apart or not; or the exponential of the
  /// log-softmax.
  public static func softmax(_ x: [Self]) -> [Self] {
    if take(.apart, in: x) { return StableForms.softmax(x) }
    if !take(.together, in: x) { return logSoftmax(x).map { .exp($0) } }
    let parts = together(x)
    return parts.powers.map { $0 / parts.sum }
  }

  /// xᵢ − m − the logarithm of the sum; or xᵢ less the log-sum-exp, if unshifted.
  public static func logSoftmax(_ x: [Self]) -> [Self] {
    if take(.apart, in: x) { return StableForms.logSoftmax(x) }
    if take(.unshifted, in: x) {
      let total = logSumExp(x)
      return x.map { $0 - total }
    }
    let parts = together(x)
    let logarithm = log(parts.sum)
    return parts.differences.map { $0 - logarithm }
  }
}

extension RunningError: FormedScalar {
  public func takes(_ forms: [RoundingContext.Form]) -> Bool? { context?.takes(forms) }
}
