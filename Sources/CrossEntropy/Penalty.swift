// Penalties on the size of weights.
// Source: A. E. Hoerl, R. W. Kennard, Ridge Regression, 1970; R. Tibshirani, The Lasso, 1996.

enum L1Penalty: Formula {
  static let signature = Signature(
    "l1_penalty", [.real("w", "[…]")], [.real("strength", .nonnegative, "1")],
    formula: "strength·Σ |w|", isRational: true)

  private static func size<S: Scalar>(_ x: Inputs<S>) -> S {
    x.vector("w").map { .larger($0, -$0) }.sum
  }

  static func value<S: Scalar>(_ x: Inputs<S>) throws -> Tensor<S> {
    Tensor(weighted(x.option("strength"), size(x)))
  }

  static func gradient<S: Scalar>(
    _ x: Inputs<S>, by name: String, cotangent: Tensor<S>
  ) throws -> Tensor<S> {
    let g = cotangent.elements[0]
    if name == "strength" { return Tensor(weighted(g, size(x))) }
    let strength = x.option("strength")
    return try x.tensor("w").map { weighted(g, weighted(strength, try .sign($0))) }
  }
}

enum L2Penalty: Formula {
  static let signature = Signature(
    "l2_penalty", [.real("w", "[…]")], [.real("strength", .nonnegative, "1"), .half],
    formula: "strength·Σ w², halved by the option half", isRational: true)

  private static func size<S: Scalar>(_ x: Inputs<S>) -> S {
    let sum = x.vector("w").map { $0 * $0 }.sum
    return x.flag("half") ? sum.half(x) : sum
  }

  static func value<S: Scalar>(_ x: Inputs<S>) throws -> Tensor<S> {
    Tensor(weighted(x.option("strength"), size(x)))
  }

  static func gradient<S: Scalar>(
    _ x: Inputs<S>, by name: String, cotangent: Tensor<S>
  ) throws -> Tensor<S> {
    let g = cotangent.elements[0]
    if name == "strength" { return Tensor(weighted(g, size(x))) }
    let strength = x.option("strength")
    return x.tensor("w").map { w in
      weighted(g, weighted(strength, x.flag("half") ? w : S(2) * w))
    }
  }
}
