import CrossEntropy
import Exact

// Rows of 1000 logits, as a language model or an image classifier gives them.

private let classes = 1000
private let rowCount = 8

extension Workload {
  static let crossEntropyRow = Workload(
    "cross-entropy-row",
    "\(rowCount) rows of 1000 logits, normal(0, 3): the loss, correctly rounded to float64 "
      + "(Arb and MPFR at 128 bits, mpmath at 30 digits)",
    goals: [
      .atMost(1, times: "SciPy"), .atLeast(25, timesFasterThan: "Arb"),
      .atLeast(150, timesFasterThan: "MPFR"), .atLeast(500, timesFasterThan: "mpmath"),
    ],
    limit:
      "four fifths are the log-softmax of all 1000 classes, a logarithm and a quotient of balls "
      + "each, where one is asked; 43 % of all is counting references and allocation",
    draw: { draw in Inputs((0..<rowCount * classes).map { _ in draw.normal(3) }) },
    ours: { inputs in
      let rows = inputs.rows(of: classes)
      return { .bits(try rows.map { try crossEntropy($0) }) }
    },
    exact: { inputs in .bits(try inputs.rows(of: classes).map { try crossEntropy($0) }) })

  static let softmaxRow = Workload(
    "softmax-row",
    "\(rowCount) such rows: the softmax and the slope of the loss by each logit, every element "
      + "correctly rounded (SciPy: the softmax alone)",
    goals: [.atMost(2, times: "SciPy")],
    limit: "46 % is counting references and allocation; a third is the log-softmax for a loss that "
      + "is not asked, beside its slope",
    peerResults: rowCount * classes,
    draw: { draw in Inputs((0..<rowCount * classes).map { _ in draw.normal(3) }) },
    ours: { inputs in
      let rows = inputs.rows(of: classes)
      return { try softmaxAndSlopes(rows) }
    },
    exact: { inputs in try softmaxAndSlopes(inputs.rows(of: classes)) })

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
