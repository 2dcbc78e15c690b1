// The five functions that `CategoricalLoss` computes.

private let classWeight = Signature.Argument.real(
  "class_weight", "[C]", .nonnegative, optional: true)

enum CategoricalCrossEntropy: Formula {
  static let signature = Signature(
    "categorical_cross_entropy",
    [.real("p", "[N,C]", .probability), .real("y", "[N,C]", .probability), classWeight],
    [.reduction, .clip],
    formula: "a row: −Σ_c w_c·y_c·log p_c; the mean divides by the number of rows")

  static func value<S: Scalar>(_ x: Inputs<S>) throws -> Tensor<S> {
    CategoricalLoss(x, .probabilities).value()
  }

  static func gradient<S: Scalar>(
    _ x: Inputs<S>, by name: String, cotangent: Tensor<S>
  ) throws -> Tensor<S> {
    try CategoricalLoss(x, .probabilities).gradient(by: name, cotangent: cotangent)
  }
}

enum CategoricalCrossEntropyWithLogits: Formula {
  static let signature = Signature(
    "categorical_cross_entropy_with_logits",
    [.real("logits", "[N,C,…]"), .real("y", "[N,C,…]", .probability), classWeight],
    [.reduction, .labelSmoothing, .normalization("count")],
    formula: "a row: −Σ_c w_c·ỹ_c·log softmax(z)_c, ỹ = (1−ε)y + ε/C")

  static func value<S: Scalar>(_ x: Inputs<S>) throws -> Tensor<S> {
    CategoricalLoss(x, .logits).value()
  }

  static func gradient<S: Scalar>(
    _ x: Inputs<S>, by name: String, cotangent: Tensor<S>
  ) throws -> Tensor<S> {
    try CategoricalLoss(x, .logits).gradient(by: name, cotangent: cotangent)
  }
}

enum SparseCategoricalCrossEntropy: Formula {
  static let signature = Signature(
    "sparse_categorical_cross_entropy",
    [.real("p", "[N,C]", .probability), .labels("labels", "[N]"), classWeight],
    [.reduction, .ignoreIndex, .normalization("weight"), .clip],
    formula: "a row with label t: −w_t·log p_t; the mean divides by Σ w_t or by the count")

  static func value<S: Scalar>(_ x: Inputs<S>) throws -> Tensor<S> {
    CategoricalLoss(x, .probabilities).value()
  }

  static func gradient<S: Scalar>(
    _ x: Inputs<S>, by name: String, cotangent: Tensor<S>
  ) throws -> Tensor<S> {
    try CategoricalLoss(x, .probabilities).gradient(by: name, cotangent: cotangent)
  }
}

enum SparseCategoricalCrossEntropyWithLogits: Formula {
  static let signature = Signature(
    "sparse_categorical_cross_entropy_with_logits",
    [.real("logits", "[N,C,…]"), .labels("labels", "[N,…]"), classWeight],
    [.reduction, .ignoreIndex, .labelSmoothing, .normalization("weight")],
    formula: "a row with label t: −(1−ε)·w_t·log p_t − (ε/C)·Σ_c w_c·log p_c, p = softmax(z)")

  static func value<S: Scalar>(_ x: Inputs<S>) throws -> Tensor<S> {
    CategoricalLoss(x, .logits).value()
  }

  static func gradient<S: Scalar>(
    _ x: Inputs<S>, by name: String, cotangent: Tensor<S>
  ) throws -> Tensor<S> {
    try CategoricalLoss(x, .logits).gradient(by: name, cotangent: cotangent)
  }
}

enum NLLLoss: Formula {
  static let signature = Signature(
    "nll_loss",
    [.real("log_p", "[N,C,…]", .logProbability), .labels("labels", "[N,…]"), classWeight],
    [.reduction, .ignoreIndex, .normalization("weight")],
    formula: "a row with label t: −w_t·log_p_t", isRational: true)

  static func value<S: Scalar>(_ x: Inputs<S>) throws -> Tensor<S> {
    CategoricalLoss(x, .logProbabilities).value()
  }

  static func gradient<S: Scalar>(
    _ x: Inputs<S>, by name: String, cotangent: Tensor<S>
  ) throws -> Tensor<S> {
    try CategoricalLoss(x, .logProbabilities).gradient(by: name, cotangent: cotangent)
  }
}
