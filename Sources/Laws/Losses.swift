import CrossEntropy
import Exact

// Calls of the losses in few words. The reduction is the sum unless an option says otherwise.

extension Call {
  typealias Options = [String: Option]

  static func binary(
    p: [Rational], y: [Rational], weight: [Rational]? = nil, _ options: Options = [:]
  ) -> Call {
    loss(
      "binary_cross_entropy",
      ["p": .vector(p), "y": .vector(y), "weight": weight.map { .vector($0) }], options)
  }

  static func binary(
    logits: [Rational], y: [Rational], weight: [Rational]? = nil, posWeight: [Rational]? = nil,
    _ options: Options = [:]
  ) -> Call {
    loss(
      "binary_cross_entropy_with_logits",
      [
        "logits": .vector(logits), "y": .vector(y), "weight": weight.map { .vector($0) },
        "pos_weight": posWeight.map { .vector($0) },
      ], options)
  }

  static func dense(
    p: [[Rational]], y: [[Rational]], weights: [Rational]? = nil, _ options: Options = [:]
  ) -> Call {
    loss(
      "categorical_cross_entropy",
      ["p": .matrix(p), "y": .matrix(y), "class_weight": weights.map { .vector($0) }], options)
  }

  static func dense(
    logits: [[Rational]], y: [[Rational]], weights: [Rational]? = nil, _ options: Options = [:]
  ) -> Call {
    loss(
      "categorical_cross_entropy_with_logits",
      [
        "logits": .matrix(logits), "y": .matrix(y), "class_weight": weights.map { .vector($0) },
      ], options)
  }

  static func sparse(
    p: [[Rational]], labels: [Int], weights: [Rational]? = nil, _ options: Options = [:]
  ) -> Call {
    loss(
      "sparse_categorical_cross_entropy",
      ["p": .matrix(p), "labels": .labels(labels), "class_weight": weights.map { .vector($0) }],
      options)
  }

  static func sparse(
    _ batch: Batch, weights: [Rational]? = nil, _ options: Options = [:]
  ) -> Call {
    loss("sparse_categorical_cross_entropy_with_logits", batch.arguments, options)
      .with("class_weight", weights.map { .vector($0) })
  }

  static func sparse(
    logits: [Rational], label: Int, weights: [Rational]? = nil, _ options: Options = [:]
  ) -> Call {
    sparse(
      Batch(logits: [logits], labels: [label], classes: logits.count), weights: weights, options)
  }

  static func nll(
    _ batch: Batch, weights: [Rational]? = nil, _ options: Options = [:]
  ) -> Call {
    loss(
      "nll_loss",
      [
        "log_p": .rows(batch.logits, classes: batch.classes), "labels": .labels(batch.labels),
        "class_weight": weights.map { .vector($0) },
      ], options)
  }

  static func binaryFocal(
    _ logits: [Rational], y: [Rational], gamma: Rational, _ options: Options = [:]
  ) -> Call {
    loss(
      "binary_focal_with_logits", ["logits": .vector(logits), "y": .vector(y)],
      ["gamma": .number(gamma)].merging(options) { $1 })
  }

  static func focal(
    _ batch: Batch, gamma: Rational, weights: [Rational]? = nil, _ options: Options = [:]
  ) -> Call {
    loss(
      "focal_with_logits", batch.arguments, ["gamma": .number(gamma)].merging(options) { $1 }
    ).with("class_weight", weights.map { .vector($0) })
  }

  private static func loss(
    _ function: String, _ arguments: [String: Argument?], _ options: Options
  ) -> Call {
    Call(
      function, arguments.compactMapValues { $0 },
      options: (["reduction": "sum"] as Options).merging(options) { $1 })
  }

  func with(_ name: String, option: Option) -> Call {
    var copy = self
    copy.options[name] = option
    return copy
  }

  func with(_ name: String, _ argument: Argument?) -> Call {
    var copy = self
    copy.arguments[name] = argument
    return copy
  }

  func reduced(_ reduction: String) -> Call { with("reduction", option: .word(reduction)) }

  /// The call with some of its rows, or elements, only: those of every argument but a weight a class.
  func rows(_ picked: [Int]) -> Call {
    var copy = self
    for (name, argument) in arguments where name != "class_weight" {
      copy.arguments[name] =
        switch argument {
        case .real(let tensor): .real(tensor.rows(picked))
        case .integer(let tensor): .integer(tensor.rows(picked))
        }
    }
    return copy
  }

  /// How many rows, or elements, there are.
  var rowCount: Int { arguments.first { $0.key != "class_weight" }?.value.shape[0] ?? 0 }
}

extension Tensor {
  /// Some of the parts along the first axis, in the order asked for.
  func rows(_ picked: [Int]) -> Tensor {
    let size = shape.dropFirst().reduce(1, *)
    return Tensor(
      shape: [picked.count] + shape.dropFirst(),
      picked.flatMap { elements[($0 * size)..<(($0 + 1) * size)] })
  }
}

extension Trial {
  /// The loss of a call, which is one number.
  func loss(_ call: Call) throws -> Ball {
    try value(call.function, call.arguments, call.options)
  }

  /// The losses of the rows of a call.
  func losses(_ call: Call) throws -> [Ball] {
    try answer(call.reduced("none")).value.elements
  }

  /// The gradient of a call by one of its arguments or options.
  func slopes(_ call: Call, by name: String, cotangent: [Rational]? = nil) throws -> [Ball] {
    try gradient(
      call.function, by: name, call.arguments, call.options,
      cotangent: cotangent.map { Tensor($0.map { .finite($0) }) })
  }

  /// A number times another, where 0 hides an infinity.
  func times(_ weight: Rational, _ value: Ball) -> Ball {
    weight.isZero && !value.isNaN ? Ball(0) : exact(weight) * value
  }

  /// Σ weightᵢ·valueᵢ, where a weight 0 hides an infinity.
  func dot(_ weights: [Rational], _ values: [Ball]) -> Ball {
    zip(weights, values).map { times($0, $1) }.sum
  }

  /// A rational number within 2^−digits of a real one.
  func near(_ value: Ball, digits: Int) -> Rational {
    let scale = Rational.powerOfTwo(digits + 1)
    return Rational((value.midpoint.asRational * scale).floor) / scale
  }
}
