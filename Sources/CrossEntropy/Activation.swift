// Functions of one number: σ and its logarithm, softplus, and the rectifier.
// Source: D. R. Cox, The Regression Analysis of Binary Sequences, 1958 (logistic); C. Dugas et al.,
// Incorporating Second-Order Functional Knowledge …, 2001 (softplus); K. Fukushima, 1969 (rectifier).

enum Sigmoid: Formula {
  static let signature = Signature("sigmoid", [.real("x", "[…]")], formula: "1/(1 + e^−x)")

  static func value<S: Scalar>(_ x: Inputs<S>) throws -> Tensor<S> {
    x.tensor("x").map { .sigmoid($0) }
  }

  /// σ(x)·σ(−x)
  static func gradient<S: Scalar>(
    _ x: Inputs<S>, by name: String, cotangent: Tensor<S>
  ) throws -> Tensor<S> {
    cotangent.times(x.vector("x").map { .sigmoid($0) * .sigmoid(-$0) })
  }

  /// From the value alone: σ·(1 − σ).
  static func otherGradients<S: StableScalar>(
    _ x: Inputs<S>, by name: String, cotangent: Tensor<S>
  ) throws -> [Tensor<S>] {
    let values = x.vector("x").map { S.sigmoid($0) }
    return [cotangent.times(values.map { $0 * (S(1) - $0) })]
  }
}

enum LogSigmoid: Formula {
  static let signature = Signature("log_sigmoid", [.real("x", "[…]")], formula: "log(1/(1 + e^−x))")

  static func value<S: Scalar>(_ x: Inputs<S>) throws -> Tensor<S> {
    x.tensor("x").map { .logSigmoid($0) }
  }

  static func gradient<S: Scalar>(
    _ x: Inputs<S>, by name: String, cotangent: Tensor<S>
  ) throws -> Tensor<S> {
    cotangent.times(x.vector("x").map { .sigmoid(-$0) })
  }
}

enum Softplus: Formula {
  static let signature = Signature("softplus", [.real("x", "[…]")], formula: "log(1 + e^x)")

  static func value<S: Scalar>(_ x: Inputs<S>) throws -> Tensor<S> {
    x.tensor("x").map { .softplus($0) }
  }

  static func gradient<S: Scalar>(
    _ x: Inputs<S>, by name: String, cotangent: Tensor<S>
  ) throws -> Tensor<S> {
    cotangent.times(x.vector("x").map { .sigmoid($0) })
  }
}

enum ReLU: Formula {
  static let signature = Signature(
    "relu", [.real("x", "[…]")], formula: "max(0, x)", isRational: true)

  static func value<S: Scalar>(_ x: Inputs<S>) throws -> Tensor<S> {
    x.tensor("x").map { .larger($0, S(0)) }
  }

  /// 1 above zero, 0 below; at the corner 0, the least of the subgradients.
  static func gradient<S: Scalar>(
    _ x: Inputs<S>, by name: String, cotangent: Tensor<S>
  ) throws -> Tensor<S> {
    try cotangent.times(x.vector("x").map { try .step($0) })
  }
}
