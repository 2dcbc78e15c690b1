import Exact

/// Information content and entropy, in nats.
///
/// Source: C. Shannon, *A Mathematical Theory of Communication*, 1948.
public enum Information {
  /// −log p, the surprise at an event of probability p, in nats.
  ///
  /// The limits are 0 at 1 and +∞ at 0. The slope is −1/p. Clauses INFORMATION-CONTENT-1 to 4.
  public static func content<E: Elementwise>(_ p: E) -> E { -E.log(p) }

  /// −Σ pᵢ log pᵢ, with 0·log 0 = 0, in nats.
  ///
  /// Of n probabilities that add up to one it lies between 0, which it is of a certainty, and log n,
  /// which it is where all are alike. The slope by pᵢ is −(log pᵢ + 1), +∞ at 0. Clauses ENTROPY-1
  /// to 6.
  /// - Complexity: O(*n*) logarithms.
  public static func entropy<S: Scalar>(_ p: [S]) -> S {
    p.map { Divergence.crossEntropyTerm($0, $0) }.sum
  }

  /// The slope of the entropy by one probability, −(log p + 1).
  static func slope<E: Elementwise>(_ p: E) -> E { -(E.log(p) + E(1)) }
}

enum InformationContent: Formula {
  static let signature = Signature(
    "information_content", [.real("p", "[…]", .probability)], [.base], formula: "−log p")

  static func value<S: Scalar>(_ x: Inputs<S>) throws -> Tensor<S> {
    let base = x.logarithmOfBase
    return x.tensor("p").map { Information.content($0) / base }
  }

  static func gradient<S: Scalar>(
    _ x: Inputs<S>, by name: String, cotangent: Tensor<S>
  ) throws -> Tensor<S> {
    if name == "base" { return try x.gradientByBase(value(x), cotangent) }
    let base = x.logarithmOfBase
    return cotangent.times(x.vector("p").map { -(x.constant(1) / $0) / base })
  }
}

enum Entropy: Formula {
  static let signature = Signature(
    "entropy", [.real("p", "[n]", .probability)], [.base], formula: "−Σ pᵢ log pᵢ")

  static func value<S: Scalar>(_ x: Inputs<S>) throws -> Tensor<S> {
    Tensor(Information.entropy(x.vector("p")) / x.logarithmOfBase)
  }

  static func gradient<S: Scalar>(
    _ x: Inputs<S>, by name: String, cotangent: Tensor<S>
  ) throws -> Tensor<S> {
    if name == "base" { return try x.gradientByBase(value(x), cotangent) }
    let base = x.logarithmOfBase
    return x.tensor("p").map { p in
      weighted(cotangent.elements[0], Information.slope(p) / base)
    }
  }
}

enum DifferentialEntropy: Formula {
  /// The parameter of each distribution.
  private static let parameters = [
    "uniform": "width", "normal": "sigma", "exponential": "rate", "laplace": "scale",
  ]

  static let signature = Signature(
    "differential_entropy", [],
    [
      .word("distribution", ["uniform", "normal", "exponential", "laplace"], "uniform"),
      .real("width", .positive, "none"), .real("sigma", .positive, "none"),
      .real("rate", .positive, "none"), .real("scale", .positive, "none"), .base,
    ],
    formula: "−∫ f log f: log width, ½ log(2πeσ²), 1 − log rate, 1 + log(2·scale)")

  private static func parameter<S: Scalar>(_ x: Inputs<S>) throws -> S {
    let name = parameters[x.word("distribution")]!
    let others = parameters.values.filter { $0 != name && x.optional($0) != nil }
    if let other = others.min() {
      throw DataError.optionOutside(other, value: "given", expected: "only \(name)")
    }
    guard let value = x.optional(name) else {
      throw DataError.missing(name, function: signature.name)
    }
    return value
  }

  static func value<S: Scalar>(_ x: Inputs<S>) throws -> Tensor<S> {
    let parameter = try parameter(x)
    let nats: S =
      switch x.word("distribution") {
      case "normal":
        (S.log(
          S(2) * parameter.enclosing(.pi(precision: max(x.precision, 192))) * parameter * parameter)
          + S(1)).half(x)
      case "exponential": S(1) - .log(parameter)
      case "laplace": S(1) + .log(S(2) * parameter)
      default: .log(parameter)
      }
    return Tensor(nats / x.logarithmOfBase)
  }

  /// The logarithm of the parameter stands in each formula with the factor 1, or −1 for the rate.
  static func gradient<S: Scalar>(
    _ x: Inputs<S>, by name: String, cotangent: Tensor<S>
  ) throws -> Tensor<S> {
    if name == "base" { return try x.gradientByBase(value(x), cotangent) }
    guard name == parameters[x.word("distribution")] else { return Tensor(x.constant(0)) }
    let slope = x.constant(1) / (try parameter(x)) / x.logarithmOfBase
    return cotangent.times([name == "rate" ? -slope : slope])
  }
}

extension Scalar {
  /// One half of the number, at the precision of the inputs.
  func half(_ x: Inputs<Self>) -> Self { self / x.constant(2) }
}

extension Inputs {
  /// By the base b of a value v = nats/log b: −v/(b·log b).
  func gradientByBase(_ value: Tensor<S>, _ cotangent: Tensor<S>) throws -> Tensor<S> {
    let base = optional("base") ?? S.exp(constant(1))
    let slopes = value.elements.map { -($0 / (base * .log(base))) }
    return Tensor(contract(cotangent.elements, slopes))
  }
}
