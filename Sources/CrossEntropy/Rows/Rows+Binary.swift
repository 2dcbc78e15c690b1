import Exact

// The cross-entropy of yes and no, element by element.

extension Rows {
  /// −weight·(pos_weight·y log σ(z) + (1−y) log(1−σ(z))) of each element.
  ///
  /// - Throws: ``DataError`` for arguments of different lengths, and for a number outside its domain:
  ///   [0, 1] for the targets, from 0 for the weights.
  /// - Complexity: O(*n*).
  public static func binaryCrossEntropy(
    logits: [Double], targets: [Double], weight: [Double]? = nil, positiveWeight: [Double]? = nil,
    threads: Int? = nil
  ) throws -> [Double] {
    let outcome = try BinaryArguments(logits, targets, weight, positiveWeight)
    return elements(logits.count, threads: threads) {
      outcome.weighted($0, BinaryCrossEntropyWithLogits.loss)
    } settle: { open in
      reference(outcome.call(open)).value.elements
    }
  }

  /// The slopes of that loss by the logits, weight·((1−y)·σ(z) − pos_weight·y·σ(−z)).
  ///
  /// - Throws: ``DataError``, as `binaryCrossEntropy`.
  public static func binaryCrossEntropySlopes(
    logits: [Double], targets: [Double], weight: [Double]? = nil, positiveWeight: [Double]? = nil,
    threads: Int? = nil
  ) throws -> [Double] {
    let outcome = try BinaryArguments(logits, targets, weight, positiveWeight)
    return elements(logits.count, threads: threads) {
      outcome.weighted($0, BinaryCrossEntropyWithLogits.slope)
    } settle: { open in
      reference(outcome.call(open, gradient: ["logits"])).gradient["logits"]!.elements
    }
  }
}

/// What the loss of yes and no is computed from.
private struct BinaryArguments: Sendable {
  let logits, targets: RowArgument
  let weight, positiveWeight: RowArgument?

  init(
    _ logits: [Double], _ targets: [Double], _ weight: [Double]?, _ positiveWeight: [Double]?
  ) throws {
    func argument(_ name: String, _ numbers: [Double], _ domain: Domain) throws -> RowArgument {
      try RowArgument(name, numbers, classes: 1, in: domain, count: logits.count)
    }
    self.logits = try argument("logits", logits, .real)
    self.targets = try argument("y", targets, .probability)
    self.weight = try weight.map { try argument("weight", $0, .nonnegative) }
    self.positiveWeight = try positiveWeight.map { try argument("pos_weight", $0, .nonnegative) }
  }

  /// Eight elements by a formula of logit, target and pos_weight.
  func weighted(
    _ index: Int, _ formula: (PairBall, PairBall, PairBall) -> PairBall
  ) -> PairBall {
    let value = formula(logits[index], targets[index], positiveWeight?[index] ?? PairBall(1))
    return weight.map { CrossEntropy.weighted($0[index], value) } ?? value
  }

  /// The question for some of the elements.
  func call(_ indices: [Int], gradient: [String] = []) -> Call {
    let arguments = [logits, targets, weight, positiveWeight].compactMap { $0 }
    return Call(
      "binary_cross_entropy_with_logits",
      Dictionary(uniqueKeysWithValues: arguments.map { ($0.name, $0.vector(indices)) }),
      options: ["reduction": .word("none")], gradient: gradient)
  }
}
