import Exact

/// A function of the family: its signature, its value as the textbook writes it, and its gradient
/// in closed form, both over any arithmetic.
public protocol Formula: Sendable {
  /// What the function is called, takes and is.
  static var signature: Signature { get }

  /// The value.
  /// - Throws: ``Undecided`` where the arithmetic cannot order two numbers, ``DataError`` where the
  ///   data have no answer.
  static func value<S: Scalar>(_ x: Inputs<S>) throws -> Tensor<S>

  /// The vector-Jacobian product: the derivative by the argument or option `name`, contracted with
  /// `cotangent`, which has the shape of the value.
  static func gradient<S: Scalar>(
    _ x: Inputs<S>, by name: String, cotangent: Tensor<S>
  ) throws -> Tensor<S>

  /// The value by the other algorithms that a careful engineer writes for it, beside the formula
  /// over stable primitives: a judge that allows one must allow them all.
  static func otherForms<S: StableScalar>(_ x: Inputs<S>) throws -> [Tensor<S>]

  /// The value by algorithms that are stable only against the size of the input: their error is
  /// small beside a number that they cancel, not always beside the result.
  static func backwardStableForms<S: StableScalar>(_ x: Inputs<S>) throws -> [Tensor<S>]

  /// The vector-Jacobian product by the other algorithms that a careful engineer writes for it:
  /// those that differentiate the value step by step, and reuse what it has computed.
  static func otherGradients<S: StableScalar>(
    _ x: Inputs<S>, by name: String, cotangent: Tensor<S>
  ) throws -> [Tensor<S>]
}

extension Formula {
  public static func otherForms<S: StableScalar>(_ x: Inputs<S>) throws -> [Tensor<S>] { [] }
  public static func backwardStableForms<S: StableScalar>(_ x: Inputs<S>) throws -> [Tensor<S>] {
    []
  }
  public static func otherGradients<S: StableScalar>(
    _ x: Inputs<S>, by name: String, cotangent: Tensor<S>
  ) throws -> [Tensor<S>] {
    []
  }

  /// For the functions that have none; their signature says why, and no call reaches this.
  public static func gradient<S: Scalar>(
    _ x: Inputs<S>, by name: String, cotangent: Tensor<S>
  ) throws -> Tensor<S> {
    throw DataError.notDifferentiable(
      name, function: signature.name, why: signature.notDifferentiable ?? "it has no gradient")
  }
}

/// A function of the catalogue.
public struct Function: Sendable {
  let formula: any Formula.Type
  /// The value over decimals, from here on in code compiled for them.
  private let valueOfDecimals: @Sendable (Inputs<Decimal38>) throws -> Tensor<Decimal38>
  /// What the function is called, takes and is.
  public var signature: Signature { formula.signature }
  /// The name that calls and the wire know the function by, such as `kl_divergence`.
  public var name: String { signature.name }

  init<F: Formula>(_ formula: F.Type) {
    self.formula = formula
    valueOfDecimals = { try F.value($0) }
  }

  /// The value in an arithmetic.
  ///
  /// Balls are long beside what generic code costs; a decimal is not, and goes to the formula that
  /// is compiled for it.
  func value<S: Scalar>(_ x: Inputs<S>) throws -> Tensor<S> {
    if S.self == Decimal38.self, let x = x as? Inputs<Decimal38> {
      return try valueOfDecimals(x) as! Tensor<S>
    }
    return try formula.value(x)
  }

  /// Every function, in the order of the chapters of Spec/.
  public static let all: [Function] = [
    Function(InformationContent.self), Function(Entropy.self), Function(DifferentialEntropy.self),
    Function(CrossEntropyOfDistributions.self), Function(KLDivergence.self),
    Function(JSDivergence.self), Function(Perplexity.self),
    Function(Likelihood.self), Function(LogLikelihood.self), Function(NegativeLogLikelihood.self),
    Function(Sigmoid.self), Function(LogSigmoid.self), Function(Softplus.self), Function(ReLU.self),
    Function(LogSumExp.self), Function(Softmax.self), Function(LogSoftmax.self),
    Function(BinaryCrossEntropy.self), Function(BinaryCrossEntropyWithLogits.self),
    Function(CategoricalCrossEntropy.self), Function(CategoricalCrossEntropyWithLogits.self),
    Function(SparseCategoricalCrossEntropy.self),
    Function(SparseCategoricalCrossEntropyWithLogits.self), Function(NLLLoss.self),
    Function(BinaryFocalWithLogits.self), Function(FocalWithLogits.self),
    Function(LogisticLoss.self), Function(Hinge.self), Function(SquaredHinge.self),
    Function(MulticlassHinge.self),
    Function(MeanSquaredError.self), Function(MeanAbsoluteError.self), Function(Huber.self),
    Function(PairwiseHinge.self), Function(ListNet.self),
    Function(NoiseContrastiveEstimation.self),
    Function(L1Penalty.self), Function(L2Penalty.self),
    Function(BrierScore.self), Function(ExpectedCalibrationError.self),
    Function(IsotonicRegression.self), Function(TemperatureScaling.self),
    Function(Linear.self), Function(LogisticRegressionEpoch.self), Function(ZeroOneError.self),
  ]

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  /// The function of that name.
  /// - Throws: `DataError.unknownFunction` with the nearest name.
  public static func named(_ name: String) throws -> Function {
    guard let function = byName[name] else {
      throw DataError.unknownFunction(
        name, nearest: nearestName(to: name, among: byName.keys.sorted()))
    }
    return function
  }
}

extension Call {
  /// Checks the call against the catalogue.
  /// - Throws: ``DataError``, naming the element and the reason.
  public func checked() throws -> CheckedCall {
    let checked = try CheckedCall(self, Function.named(function).signature)
    return checked
  }
}

extension CheckedCall {
  /// The function that is called.
  public var function: Function { try! Function.named(call.function) }

  /// The value and the gradients asked for, in one arithmetic at one precision.
  /// - Throws: ``Undecided``; ``DataError`` for data without an answer, or a cotangent of another
  ///   shape.
  public func answer<S: Scalar>(over: S.Type, precision: Int = 0) throws -> Answer<S> {
    try answer(Inputs<S>(self, precision: precision))
  }

  /// The value by the algorithms beside the formula itself that are as good.
  public func otherForms<S: StableScalar>(_ inputs: Inputs<S>) throws -> [Tensor<S>] {
    try function.formula.otherForms(inputs)
  }

  /// The value by algorithms that are stable only against the size of the input.
  public func backwardStableForms<S: StableScalar>(_ inputs: Inputs<S>) throws -> [Tensor<S>] {
    try function.formula.backwardStableForms(inputs)
  }

  /// The answer for inputs already in an arithmetic.
  public func answer<S: Scalar>(_ inputs: Inputs<S>) throws -> Answer<S> {
    let function = function
    var answer = Answer(value: try function.value(inputs))
    if call.gradient.isEmpty { return answer }
    let cotangent = try cotangent(inputs, like: answer.value)
    for name in call.gradient {
      answer.gradient[name] = try function.formula.gradient(
        inputs, by: name, cotangent: cotangent)
    }
    return answer
  }

  /// A gradient by the algorithms beside the formula itself that are as good.
  ///
  /// - Parameters:
  ///   - inputs: the call's, in an arithmetic.
  ///   - name: the argument or option to differentiate by.
  ///   - value: of the shape that the value has.
  public func otherGradients<S: StableScalar>(
    _ inputs: Inputs<S>, by name: String, of value: Tensor<S>
  ) throws -> [Tensor<S>] {
    try function.formula.otherGradients(
      inputs, by: name, cotangent: cotangent(inputs, like: value))
  }

  /// What gradients are contracted with: all ones if the call has no cotangent.
  private func cotangent<S: Scalar>(
    _ inputs: Inputs<S>, like value: Tensor<S>
  ) throws -> Tensor<S> {
    guard let given = call.cotangent else { return value.map { _ in inputs.constant(1) } }
    guard given.shape == value.shape else {
      throw DataError.wrongShape("cotangent", shape: given.shape, expected: "\(value.shape)")
    }
    return given.map(inputs.enter)
  }
}
