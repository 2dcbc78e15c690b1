// Losses of a number against a number.
// Source: C. F. Gauss, 1809 (squares); P. J. Huber, Robust Estimation of a Location Parameter, 1964.

private let residuals: [Signature.Argument] = [
  .real("prediction", "[…]"), .real("target", "[…]"),
]

/// A mean over elements of a function of the residual r = prediction − target.
private struct ResidualLoss<S: Scalar> {
  let x: Inputs<S>
  let residuals: [S]

  init(_ x: Inputs<S>) {
    self.x = x
    residuals = zip(x.vector("prediction"), x.vector("target")).map { $0 - $1 }
  }

  func value(_ loss: (S) throws -> S) rethrows -> Tensor<S> {
    Reduction(x, count: residuals.count)
      .value(x.shaped("prediction", try residuals.map(loss)))
  }

  func gradient(by name: String, _ cotangent: Tensor<S>, _ slope: (S) throws -> S) throws -> Tensor<
    S
  > {
    let reduction = Reduction(x, count: residuals.count)
    let rows = reduction.rows(cotangent, count: residuals.count)
    let slopes = try zip(rows, residuals).map { weighted($0, try slope($1)) }
    switch name {
    case "prediction": return x.shaped("prediction", slopes)
    case "target": return x.shaped("prediction", slopes.map { -$0 })
    default: return Tensor(reduction.shared(slopes))
    }
  }
}

enum MeanSquaredError: Formula {
  static let signature = Signature(
    "mean_squared_error", residuals, [.reduction], formula: "(prediction − target)²",
    isRational: true)

  static func value<S: Scalar>(_ x: Inputs<S>) throws -> Tensor<S> {
    ResidualLoss(x).value { $0 * $0 }
  }

  static func gradient<S: Scalar>(
    _ x: Inputs<S>, by name: String, cotangent: Tensor<S>
  ) throws -> Tensor<S> {
    try ResidualLoss(x).gradient(by: name, cotangent) { S(2) * $0 }
  }
}

enum MeanAbsoluteError: Formula {
  static let signature = Signature(
    "mean_absolute_error", residuals, [.reduction], formula: "|prediction − target|",
    isRational: true)

  static func value<S: Scalar>(_ x: Inputs<S>) throws -> Tensor<S> {
    ResidualLoss(x).value { .larger($0, -$0) }
  }

  static func gradient<S: Scalar>(
    _ x: Inputs<S>, by name: String, cotangent: Tensor<S>
  ) throws -> Tensor<S> {
    try ResidualLoss(x).gradient(by: name, cotangent) { try .sign($0) }
  }
}

enum Huber: Formula {
  static let signature = Signature(
    "huber", residuals, [.real("delta", .positive, "1"), .reduction],
    formula: "½r² for |r| ≤ δ, δ(|r| − ½δ) beyond", isRational: true)

  static func value<S: Scalar>(_ x: Inputs<S>) throws -> Tensor<S> {
    let delta = x.option("delta")
    return try ResidualLoss(x).value { r in
      let size = S.larger(r, -r)
      if delta.isNaN { return .nan }
      return try S.isLess(delta, size) ? delta * (size - delta.half(x)) : (size * size).half(x)
    }
  }

  /// δ|r| − ½δ² beyond.
  static func otherForms<S: StableScalar>(_ x: Inputs<S>) throws -> [Tensor<S>] {
    let delta = x.option("delta")
    let value = try ResidualLoss(x).value { r in
      let size = S.larger(r, -r)
      if delta.isNaN { return .nan }
      return try S.isLess(delta, size)
        ? delta * size - (delta * delta).half(x) : (size * size).half(x)
    }
    return [value]
  }

  /// By r: r held within ±δ. By δ: |r| − δ beyond, 0 within.
  static func gradient<S: Scalar>(
    _ x: Inputs<S>, by name: String, cotangent: Tensor<S>
  ) throws -> Tensor<S> {
    let delta = x.option("delta")
    return try ResidualLoss(x).gradient(by: name, cotangent) { r in
      name == "delta"
        ? .larger(.larger(r, -r) - delta, S(0)) : .smaller(.larger(r, -delta), delta)
    }
  }
}
