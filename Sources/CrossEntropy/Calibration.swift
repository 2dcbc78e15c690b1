import Exact

// How well probabilities tell frequencies.
// Source: G. W. Brier, Verification of Forecasts Expressed in Terms of Probability, 1950;
// M. P. Naeini, G. Cooper, M. Hauskrecht, 2015 (ECE); R. E. Barlow et al., Statistical Inference
// under Order Restrictions, 1972; C. Guo et al., On Calibration of Modern Neural Networks, 2017.

enum BrierScore: Formula {
  static let signature = Signature(
    "brier_score", [.real("p", "[N,C]", .probability), .real("y", "[N,C]", .probability)],
    [.reduction, .half], formula: "Σ_c (p_c − y_c)², halved by the option half", isRational: true)

  static func value<S: Scalar>(_ x: Inputs<S>) throws -> Tensor<S> {
    let losses = zip(x.tensor("p").rows(axis: 1), x.tensor("y").rows(axis: 1)).map { p, y -> S in
      let sum = zip(p, y).map { ($0 - $1) * ($0 - $1) }.sum
      return x.flag("half") ? sum.half(x) : sum
    }
    return Reduction(x, count: losses.count).value(Tensor(losses))
  }

  static func gradient<S: Scalar>(
    _ x: Inputs<S>, by name: String, cotangent: Tensor<S>
  ) throws -> Tensor<S> {
    let (p, y) = (x.tensor("p"), x.tensor("y"))
    let rows = Reduction(x, count: p.shape[0]).rows(cotangent, count: p.shape[0])
    let slopes = zip(p.elements, y.elements).enumerated().map { offset, pair in
      let difference = name == "p" ? pair.0 - pair.1 : pair.1 - pair.0
      return weighted(
        rows[offset / p.shape[1]], x.flag("half") ? difference : S(2) * difference)
    }
    return p.shaped(slopes)
  }
}

enum ExpectedCalibrationError: Formula {
  static let signature = Signature(
    "expected_calibration_error",
    [.real("confidence", "[N]", .probability, exact: true), .real("correct", "[N]", .binary)],
    [
      Signature.Option(name: "bins", kind: .integer(atLeast: 1), standard: "15"),
      .word("edges", ["right_closed", "left_closed"], "right_closed"),
    ],
    formula: "Σ_b (n_b/N)·|mean correct − mean confidence|",
    notDifferentiable: "it jumps where a confidence changes its bin", isRational: true)

  static func value<S: Scalar>(_ x: Inputs<S>) throws -> Tensor<S> {
    // n_b·|mean correct − mean confidence| is the magnitude of the sum of the differences.
    error(x) { correct, confidence in zip(correct, confidence).map { $0 - $1 }.sum }
  }

  /// The difference of the sums, and n_b times that of the means.
  static func otherForms<S: StableScalar>(_ x: Inputs<S>) throws -> [Tensor<S>] {
    [
      error(x) { correct, confidence in correct.sum - confidence.sum },
      error(x) { correct, confidence in
        let count = x.constant(correct.count)
        return count * (correct.sum / count - confidence.sum / count)
      },
    ]
  }

  /// - Parameter gap: n_b·(mean correct − mean confidence) of a bin.
  private static func error<S: Scalar>(_ x: Inputs<S>, gap: ([S], [S]) -> S) -> Tensor<S> {
    let (confidence, correct) = (x.vector("confidence"), x.vector("correct"))
    if confidence.isEmpty || confidence.hasNaN || correct.hasNaN { return Tensor(S.nan) }
    let exact = x.call.reals["confidence"]!.elements
    let bins = Dictionary(grouping: confidence.indices) {
      bin(exact[$0].asRational!, x.integerOption("bins")!, x.word("edges"))
    }
    let gaps = bins.keys.sorted().map { bin in
      gap(bins[bin]!.map { correct[$0] }, bins[bin]!.map { confidence[$0] })
    }
    return Tensor(gaps.map { S.larger($0, -$0) }.sum / x.constant(confidence.count))
  }

  /// The bin (i/n, (i+1)/n] with 0 in the first, or [i/n, (i+1)/n) with 1 in the last.
  private static func bin(_ value: Rational, _ count: Int, _ edges: String) -> Int {
    let scaled = value * Rational(count)
    let floor = scaled.floor.asInt!
    let bin = edges == "right_closed" && scaled.isInteger ? floor - 1 : floor
    return min(max(bin, 0), count - 1)
  }
}

enum IsotonicRegression: Formula {
  static let signature = Signature(
    "isotonic_regression",
    [
      .real("y", "[n]"), .real("x", "[n]", optional: true, exact: true),
      .real("weight", "[n]", .positive, optional: true),
    ],
    [Signature.Option(name: "increasing", kind: .flag, standard: "true")],
    formula: "the monotone sequence of least weighted squared distance to y",
    notDifferentiable: "its slope jumps where blocks merge", isRational: true)

  private struct Block<S> {
    var members: [Int]
    var sum: S
    var weight: S
  }

  static func value<S: Scalar>(_ x: Inputs<S>) throws -> Tensor<S> {
    let y = x.vector("y").map { x.flag("increasing") ? $0 : -$0 }
    let weight = x.optionalTensor("weight")?.elements ?? y.map { _ in x.constant(1) }
    let order = x.call.reals["x"]?.elements
    if y.hasNaN || weight.hasNaN || order?.contains(where: \.isNaN) == true {
      return Tensor(y.map { _ in .nan })
    }
    var blocks: [Block<S>] = []
    for group in groups(y.count, order) {
      let sum = group.map { weight[$0] * y[$0] }.sum
      blocks.append(Block(members: group, sum: sum, weight: group.map { weight[$0] }.sum))
      // Pool adjacent violators: a block above its successor is joined with it.
      while blocks.count > 1 {
        let (left, right) = (blocks[blocks.count - 2], blocks[blocks.count - 1])
        guard try S.isLess(right.sum / right.weight, left.sum / left.weight) else { break }
        blocks.removeLast(2)
        blocks.append(
          Block(
            members: left.members + right.members, sum: left.sum + right.sum,
            weight: left.weight + right.weight))
      }
    }
    var fitted = y
    for block in blocks {
      let mean = block.sum / block.weight
      for index in block.members { fitted[index] = x.flag("increasing") ? mean : -mean }
    }
    return Tensor(fitted)
  }

  /// The samples by rising x, those of equal x together; as they come without x.
  private static func groups(_ count: Int, _ x: [Extended]?) -> [[Int]] {
    guard let x else { return (0..<count).map { [$0] } }
    var groups: [[Int]] = []
    for index in (0..<count).sorted(by: { x[$1].isAbove(x[$0]) || (x[$0] == x[$1] && $0 < $1) }) {
      if let last = groups.last?.first, x[last] == x[index] {
        groups[groups.count - 1].append(index)
      } else {
        groups.append([index])
      }
    }
    return groups
  }
}

extension Extended {
  /// The order of the extended real line; NaN is in none.
  func isAbove(_ other: Extended) -> Bool {
    switch (self, other) {
    case (.nan, _), (_, .nan): false
    case (.infinity(let p), .infinity(let q)): !p && q
    case (.infinity(let isNegative), _): !isNegative
    case (_, .infinity(let isNegative)): isNegative
    case (.finite(let a), .finite(let b)): a > b
    }
  }
}
