import CrossEntropy
import Exact

// Rows of 1000 logits, as a language model or an image classifier gives them.

private let classes = 1000
private let rowCount = 8
private let passes = 125

extension Workload {
  static let crossEntropyRow = Workload(
    "cross-entropy-row",
    "\(rowCount) rows of 1000 logits, normal(0, 3), \(passes) times: the loss, correctly rounded to float64 "
      + "(Arb and MPFR at 128 bits, mpmath at 30 digits)",
    goals: [
      .atMost(1, times: "SciPy"), .atLeast(25, timesFasterThan: "Arb"),
      .atLeast(150, timesFasterThan: "MPFR"), .atLeast(500, timesFasterThan: "mpmath"),
    ],
    limit: "the additions and products of doubles of one exponential, some forty, two at a time",
    repeats: passes,
    draw: { draw in Inputs((0..<rowCount * classes).map { _ in draw.normal(3) }) },
    ours: { inputs in
      let (logits, labels) = batch(inputs)
      return {
        let losses = try Rows.crossEntropy(logits, labels: labels, threads: 1)
        return .bits(losses.prefix(rowCount).map(\.bitPattern))
      }
    },
    exact: { inputs in .bits(try inputs.rows(of: classes).map { try crossEntropy($0) }) })

  static let softmaxRow = Workload(
    "softmax-row",
    "\(rowCount) such rows: the softmax and the slope of the loss by each logit, every element "
      + "correctly rounded (SciPy: the softmax alone)",
    goals: [.atMost(2, times: "SciPy")],
    limit:
      "as above, then a quotient in pairs of doubles with its test of rounding for each element",
    peerResults: rowCount * classes, repeats: passes,
    draw: { draw in Inputs((0..<rowCount * classes).map { _ in draw.normal(3) }) },
    ours: { inputs in
      let (logits, labels) = batch(inputs)
      return {
        let result = try Rows.softmaxAndSlopes(logits, labels: labels, threads: 1)
        let count = rowCount * classes
        return .bits(
          (result.softmax.prefix(count) + result.slopes.prefix(count)).map(\.bitPattern))
      }
    },
    exact: { inputs in try softmaxAndSlopes(inputs.rows(of: classes)) })

  /// 1000 rows, which are those of the inputs over and over, as SciPy is given.
  private static func batch(_ inputs: Inputs) -> (logits: [Double], labels: [Int]) {
    let rows = inputs.doubles
    return (
      (0..<passes).flatMap { _ in rows }, [Int](repeating: 0, count: passes * rowCount)
    )
  }

  // MARK: By the reference

  static func call(_ rows: [[Double]], gradient: Bool = false) -> Call {
    Call(
      "sparse_categorical_cross_entropy_with_logits",
      [
        "logits": .matrix(rows.map { $0.map { Rational($0) } }),
        "labels": .labels(rows.map { _ in 0 }),
      ],
      options: ["reduction": "none"], gradient: gradient ? ["logits"] : [])
  }

  private static func crossEntropy(_ row: [Double]) throws -> UInt64 {
    try Reference(call([row])).floating(.float64).value.elements[0].bits
  }

  /// First the softmax of all rows, then the slopes of all rows.
  private static func softmaxAndSlopes(_ rows: [[Double]]) throws -> Outputs {
    let softmax = try rows.map { row in
      let logits = Call.Argument.vector(row.map { Rational($0) })
      return try Reference(Call("softmax", ["x": logits])).floating(.float64).value
    }
    let slopes = try rows.map { row in
      try Reference(call([row], gradient: true)).floating(.float64).gradient["logits"]!
    }
    return .bits((softmax + slopes).flatMap { $0.elements.map(\.bits) })
  }
}
