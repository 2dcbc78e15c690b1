// The probability that a model gave to all that happened, and its logarithm.
// Source: R. A. Fisher, On the Mathematical Foundations of Theoretical Statistics, 1922.

enum Likelihood: Formula {
  static let signature = Signature(
    "likelihood", [.real("p", "[n]", .probability)], formula: "Π pᵢ", isRational: true)

  static func value<S: Scalar>(_ x: Inputs<S>) throws -> Tensor<S> {
    Tensor(x.vector("p").product)
  }

  /// The product of the others.
  static func gradient<S: Scalar>(
    _ x: Inputs<S>, by name: String, cotangent: Tensor<S>
  ) throws -> Tensor<S> {
    let p = x.vector("p")
    var before = [x.constant(1)]
    for value in p.dropLast() { before.append(before.last! * value) }
    var (after, slopes) = (x.constant(1), [S]())
    for index in p.indices.reversed() {
      slopes.append(weighted(cotangent.elements[0], before[index] * after))
      after = after * p[index]
    }
    return Tensor(slopes.reversed())
  }
}

enum LogLikelihood: Formula {
  static let signature = Signature(
    "log_likelihood", [.real("p", "[n]", .probability)], [.base], formula: "Σ log pᵢ")

  static func value<S: Scalar>(_ x: Inputs<S>) throws -> Tensor<S> {
    Tensor(x.vector("p").map { S.log($0) }.sum / x.logarithmOfBase)
  }

  static func gradient<S: Scalar>(
    _ x: Inputs<S>, by name: String, cotangent: Tensor<S>
  ) throws -> Tensor<S> {
    if name == "base" { return try x.gradientByBase(value(x), cotangent) }
    let base = x.logarithmOfBase
    return x.tensor("p").map { weighted(cotangent.elements[0], x.constant(1) / $0 / base) }
  }
}

enum NegativeLogLikelihood: Formula {
  static let signature = Signature(
    "negative_log_likelihood", [.real("p", "[n]", .probability)], [.base], formula: "−Σ log pᵢ")

  static func value<S: Scalar>(_ x: Inputs<S>) throws -> Tensor<S> {
    try LogLikelihood.value(x).map { -$0 }
  }

  static func gradient<S: Scalar>(
    _ x: Inputs<S>, by name: String, cotangent: Tensor<S>
  ) throws -> Tensor<S> {
    try LogLikelihood.gradient(x, by: name, cotangent: cotangent).map { -$0 }
  }
}
