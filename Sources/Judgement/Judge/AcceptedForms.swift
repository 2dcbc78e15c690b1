public import CrossEntropy

// The accepted forms of the primitives, over any arithmetic that says which of them it is to take:
// the judge's, and those that simulate libraries.

/// An arithmetic that takes one of the accepted forms of the primitives.
public protocol FormedScalar: StableScalar {
  /// The form that these numbers ask for; nil for constants, which do not care.
  var form: RoundingContext.Form? { get }
}

extension FormedScalar {
  private static func form(_ x: [Self]) -> RoundingContext.Form {
    x.lazy.compactMap(\.form).first ?? .apart
  }

  public static func sigmoid(_ x: Self) -> Self {
    switch form([x]) {
    case .apart: return StableForms.sigmoid(x)
    case .together, .logarithmic: return Self(1) / (Self(1) + .exp(-x))
    case .unshifted: return Self(1) - Self(1) / (Self(1) + .exp(x))
    }
  }

  public static func softplus(_ x: Self) -> Self {
    if form([x]) != .unshifted || x.isInfinite { return StableForms.softplus(x) }
    return .larger(x, Self(0)) + .log(Self(1) + .exp(.smaller(x, -x)))
  }

  public static func logSigmoid(_ x: Self) -> Self { -softplus(-x) }

  public static func log(complementOf p: Self) -> Self {
    form([p]) == .apart ? .log(onePlus: -p) : .log(Self(1) - p)
  }

  /// The differences from the largest, their exponentials, and the sum of all of these.
  private static func together(_ x: [Self]) -> (differences: [Self], powers: [Self], sum: Self) {
    let largest = x.largest
    let differences = x.map { $0 - largest }
    let powers = differences.map { exp($0) }
    return (differences, powers, powers.sum)
  }

  public static func logSumExp(_ x: [Self]) -> Self {
    if form(x) == .apart || x.isEmpty || x.largest.isInfinite || x.largest.isNaN {
      return StableForms.logSumExp(x)
    }
    return x.largest + .log(together(x).sum)
  }

  public static func softmax(_ x: [Self]) -> [Self] {
    switch form(x) {
    case .apart: return StableForms.softmax(x)
    case .together:
      let parts = together(x)
      return parts.powers.map { $0 / parts.sum }
    case .logarithmic, .unshifted: return logSoftmax(x).map { .exp($0) }
    }
  }

  public static func logSoftmax(_ x: [Self]) -> [Self] {
    switch form(x) {
    case .apart: return StableForms.logSoftmax(x)
    case .together, .logarithmic:
      let parts = together(x)
      let logarithm = log(parts.sum)
      return parts.differences.map { $0 - logarithm }
    case .unshifted:
      let total = logSumExp(x)
      return x.map { $0 - total }
    }
  }
}

extension RunningError: FormedScalar {
  public var form: RoundingContext.Form? { context?.form }
}
