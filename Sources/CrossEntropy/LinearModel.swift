// The linear score, one pass of logistic regression, and the errors of a classifier.
// Source: H. Robbins, S. Monro, A Stochastic Approximation Method, 1951.

enum Linear: Formula {
  static let signature = Signature(
    "linear",
    [
      .real("x", "[N,d]"), .real("w", "[d] or [d,C]"), .real("b", "[] or [C]", optional: true),
    ], formula: "x·w + b", isRational: true)

  /// x, the columns of w, and the entry of b for each column.
  private static func parts<S: Scalar>(_ x: Inputs<S>) throws -> (
    rows: [[S]], columns: [[S]], offsets: [S]?
  ) {
    let w = x.tensor("w")
    let columns = w.shape.count == 1 ? [w.elements] : w.rows(axis: 0)
    if let b = x.optionalTensor("b"), b.shape.count != w.shape.count - 1 {
      throw DataError.wrongShape(
        "b", shape: b.shape, expected: w.shape.count == 1 ? "[]" : "[\(columns.count)]")
    }
    let offsets = x.optionalTensor("b")?.elements
    let matrix = x.tensor("x")
    let count = matrix.shape[1]
    let rows = (0..<matrix.shape[0]).map {
      Array(matrix.elements[($0 * count)..<(($0 + 1) * count)])
    }
    return (rows, columns, offsets)
  }

  static func value<S: Scalar>(_ x: Inputs<S>) throws -> Tensor<S> {
    let (rows, columns, offsets) = try parts(x)
    let hasColumns = x.shape("w").count == 2
    return Tensor(
      shape: hasColumns ? [rows.count, columns.count] : [rows.count],
      rows.flatMap { row in
        columns.indices.map { column in
          let terms = zip(row, columns[column]).map { $0 * $1 }
          return (terms + (offsets.map { [$0[column]] } ?? [])).sum
        }
      })
  }

  static func gradient<S: Scalar>(
    _ x: Inputs<S>, by name: String, cotangent: Tensor<S>
  ) throws -> Tensor<S> {
    let (rows, columns, _) = try parts(x)
    func g(_ row: Int, _ column: Int) -> S { cotangent.elements[row * columns.count + column] }
    let slopes: [S]
    switch name {
    case "x":
      slopes = rows.indices.flatMap { i in
        rows[i].indices.map { j in columns.indices.map { weighted(g(i, $0), columns[$0][j]) }.sum }
      }
    case "w":
      slopes = (0..<x.shape("x")[1]).flatMap { j in
        columns.indices.map { c in rows.indices.map { weighted(g($0, c), rows[$0][j]) }.sum }
      }
    default: slopes = columns.indices.map { c in rows.indices.map { g($0, c) }.sum }
    }
    return x.shaped(name, slopes)
  }
}

enum LogisticRegressionEpoch: Formula {
  static let signature = Signature(
    "logistic_regression_epoch",
    [.real("x", "[N,d]"), .real("w", "[d]"), .real("y", "[N]", .probability)],
    [.real("learning_rate", .finite, nil)],
    formula: "w ← w − η(σ(w·x) − y)x, once for each sample in its order",
    notDifferentiable: "it is a step of an algorithm")

  static func value<S: Scalar>(_ x: Inputs<S>) throws -> Tensor<S> {
    let (samples, rate) = (x.tensor("x"), x.option("learning_rate"))
    let count = samples.shape[1]
    var w = x.vector("w")
    for (index, y) in x.vector("y").enumerated() {
      let sample = Array(samples.elements[(index * count)..<((index + 1) * count)])
      let score = zip(w, sample).map { $0 * $1 }.sum
      let step = rate * (.sigmoid(score) - y)
      w = zip(w, sample).map { $0 - step * $1 }
    }
    return Tensor(w)
  }
}

enum ZeroOneError: Formula {
  static let signature = Signature(
    "zero_one_error",
    [
      .real("p", "[N,C]", .probability, optional: true), .real("scores", "[N,C]", optional: true),
      .labels("labels", "[N]"),
    ],
    [.word("reduction", ["none", "sum", "mean"], "sum")],
    formula: "1 for a row whose largest score, the first of equals, is not at the label",
    notDifferentiable: "it is piecewise constant", isRational: true)

  static func value<S: Scalar>(_ x: Inputs<S>) throws -> Tensor<S> {
    guard let scores = x.optionalTensor("scores") ?? x.optionalTensor("p"),
      x.optionalTensor("scores") == nil || x.optionalTensor("p") == nil
    else { throw DataError.missing("either p or scores", function: signature.name) }
    let errors = try zip(scores.rows(axis: 1), x.labels("labels").elements).map { row, label -> S in
      if row.hasNaN { return .nan }
      var winner = 0
      for index in row.indices.dropFirst() where try S.isLess(row[winner], row[index]) {
        winner = index
      }
      return x.constant(winner == label ? 0 : 1)
    }
    return Reduction(x, count: errors.count).value(Tensor(errors))
  }
}
