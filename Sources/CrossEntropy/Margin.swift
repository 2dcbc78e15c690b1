// Losses of a score against a margin. Targets are −1 and 1.
// Source: C. Cortes, V. Vapnik, Support-Vector Networks, 1995; K. Crammer, Y. Singer, 2001;
// J. Weston, C. Watkins, 1999; J. Friedman, T. Hastie, R. Tibshirani, 2000 (logistic loss).

private let signedScores: [Signature.Argument] = [
  .real("scores", "[…]"), .real("y", "[…]", .signed, discrete: "it is -1 or 1"),
]

enum LogisticLoss: Formula {
  static let signature = Signature(
    "logistic_loss", signedScores, [.reduction], formula: "log(1 + e^(−y·s))")

  static func value<S: Scalar>(_ x: Inputs<S>) throws -> Tensor<S> {
    let losses = zip(x.vector("scores"), x.vector("y")).map { S.softplus(-($1 * $0)) }
    return Reduction(x, count: losses.count).value(x.shaped("scores", losses))
  }

  /// −y·σ(−y·s)
  static func gradient<S: Scalar>(
    _ x: Inputs<S>, by name: String, cotangent: Tensor<S>
  ) throws -> Tensor<S> {
    slopes(x, cotangent) { s, y in -(y * .sigmoid(-(y * s))) }
  }

  /// As p − y, the score for one of two classes: y·(σ(y·s) − 1).
  static func otherGradients<S: StableScalar>(
    _ x: Inputs<S>, by name: String, cotangent: Tensor<S>
  ) throws -> [Tensor<S>] {
    [slopes(x, cotangent) { s, y in y * (.sigmoid(y * s) - S(1)) }]
  }

  private static func slopes<S: Scalar>(
    _ x: Inputs<S>, _ cotangent: Tensor<S>, _ slope: (S, S) -> S
  ) -> Tensor<S> {
    let scores = x.tensor("scores")
    let count = scores.elements.count
    let rows = Reduction(x, count: count).rows(cotangent, count: count)
    let slopes = zip(scores.elements, x.vector("y")).map(slope)
    return scores.shaped(zip(rows, slopes).map { weighted($0, $1) })
  }
}

/// max(0, margin − y·s), to the first or the second power.
private struct SignedHinge<S: Scalar> {
  let x: Inputs<S>
  let isSquared: Bool

  /// margin − y·s
  private let gaps: [S]

  init(_ x: Inputs<S>, isSquared: Bool) {
    (self.x, self.isSquared) = (x, isSquared)
    let margin = x.option("margin")
    gaps = zip(x.vector("scores"), x.vector("y")).map { margin - $1 * $0 }
  }

  func value() -> Tensor<S> {
    let losses = gaps.map { gap -> S in
      let loss = S.larger(gap, S(0))
      return isSquared ? loss * loss : loss
    }
    return Reduction(x, count: losses.count).value(x.shaped("scores", losses))
  }

  /// By the gap 1 or 2·gap where it is positive; by the score times −y.
  func gradient(by name: String, cotangent: Tensor<S>) throws -> Tensor<S> {
    let reduction = Reduction(x, count: gaps.count)
    let rows = reduction.rows(cotangent, count: gaps.count)
    let slopes = try gaps.map { gap in
      isSquared ? S(2) * .larger(gap, S(0)) : try .step(gap)
    }
    if name == "margin" {
      return Tensor(reduction.shared(zip(rows, slopes).map { weighted($0, $1) }))
    }
    let byScore = zip(slopes, x.vector("y")).map { -($0 * $1) }
    return x.shaped("scores", zip(rows, byScore).map { weighted($0, $1) })
  }
}

enum Hinge: Formula {
  static let signature = Signature(
    "hinge", signedScores, [.margin, .reduction], formula: "max(0, margin − y·s)", isRational: true)

  static func value<S: Scalar>(_ x: Inputs<S>) throws -> Tensor<S> {
    SignedHinge(x, isSquared: false).value()
  }

  static func gradient<S: Scalar>(
    _ x: Inputs<S>, by name: String, cotangent: Tensor<S>
  ) throws -> Tensor<S> {
    try SignedHinge(x, isSquared: false).gradient(by: name, cotangent: cotangent)
  }
}

enum SquaredHinge: Formula {
  static let signature = Signature(
    "squared_hinge", signedScores, [.margin, .reduction], formula: "max(0, margin − y·s)²",
    isRational: true)

  static func value<S: Scalar>(_ x: Inputs<S>) throws -> Tensor<S> {
    SignedHinge(x, isSquared: true).value()
  }

  static func gradient<S: Scalar>(
    _ x: Inputs<S>, by name: String, cotangent: Tensor<S>
  ) throws -> Tensor<S> {
    try SignedHinge(x, isSquared: true).gradient(by: name, cotangent: cotangent)
  }
}

enum MulticlassHinge: Formula {
  static let signature = Signature(
    "multiclass_hinge", [.real("scores", "[N,C]"), .labels("labels", "[N]")],
    [
      .margin, .word("variant", ["crammer_singer", "weston_watkins"], "crammer_singer"), .reduction,
    ],
    formula: "max(0, margin + max_{j≠t} s_j − s_t), or Σ_{j≠t} max(0, margin + s_j − s_t)",
    isRational: true)

  /// The scores of the classes other than the label t, and how far each lies above s_t − margin.
  private static func gaps<S: Scalar>(_ x: Inputs<S>) -> [[(j: Int, score: S, gap: S)]] {
    let margin = x.option("margin")
    return zip(x.tensor("scores").rows(axis: 1), x.labels("labels").elements).map { row, t in
      row.indices.filter { $0 != t }.map { ($0, row[$0], margin + (row[$0] - row[t])) }
    }
  }

  /// What the sum over no class is: 0, or NaN where the label's score or the margin is.
  private static func blanks<S: Scalar>(_ x: Inputs<S>) -> [S] {
    let isUndefined = x.option("margin").isNaN
    return zip(x.tensor("scores").rows(axis: 1), x.labels("labels").elements).map { row, t in
      isUndefined || row[t].isNaN ? .nan : S(0)
    }
  }

  /// The gap of the largest other score; −∞ where there is no other class.
  private static func largestGaps<S: Scalar>(_ x: Inputs<S>) -> [S] {
    let margin = x.option("margin")
    return zip(x.tensor("scores").rows(axis: 1), x.labels("labels").elements).map { row, t in
      let others = row.indices.filter { $0 != t }.map { row[$0] }
      if others.isEmpty { return margin.isNaN || row[t].isNaN ? .nan : -S.infinity }
      return margin + (others.largest - row[t])
    }
  }

  static func value<S: Scalar>(_ x: Inputs<S>) throws -> Tensor<S> {
    value(x) { margin, score, own in margin + (score - own) }
  }

  /// The three terms of a gap added in the other orders.
  static func otherForms<S: StableScalar>(_ x: Inputs<S>) throws -> [Tensor<S>] {
    [
      value(x) { margin, score, own in (margin - own) + score },
      value(x) { margin, score, own in (margin + score) - own },
    ]
  }

  /// - Parameter gap: the margin and how far a score lies above the label's, added.
  private static func value<S: Scalar>(_ x: Inputs<S>, gap: (S, S, S) -> S) -> Tensor<S> {
    let (margin, isSum) = (x.option("margin"), x.word("variant") == "weston_watkins")
    let rows = zip(x.tensor("scores").rows(axis: 1), x.labels("labels").elements)
    let losses = zip(rows, blanks(x)).map { row, blank -> S in
      let (scores, label) = row
      if blank.isNaN { return .nan }
      let others = scores.indices.filter { $0 != label }.map { scores[$0] }
      // The largest score has the largest gap.
      let rivals = isSum || others.isEmpty ? others : [others.largest]
      return rivals.map { .larger(gap(margin, $0, scores[label]), S(0)) }.sum
    }
    return Reduction(x, count: losses.count).value(Tensor(losses))
  }

  static func gradient<S: Scalar>(
    _ x: Inputs<S>, by name: String, cotangent: Tensor<S>
  ) throws -> Tensor<S> {
    let (gaps, labels) = (gaps(x), x.labels("labels").elements)
    let reduction = Reduction(x, count: gaps.count)
    let rows = reduction.rows(cotangent, count: gaps.count)
    let isSum = x.word("variant") == "weston_watkins"
    // How much each other score moves the loss, and how much the margin does.
    let shares: [[S]]
    let totals: [S]
    if isSum {
      shares = try gaps.map { row in try row.map { try .step($0.gap) } }
      totals = zip(shares, blanks(x)).map { $0.reduce($1, +) }
    } else {
      totals = try largestGaps(x).map { try .step($0) }
      shares = try zip(gaps, totals).map { row, total in
        if total.isNaN { return row.map { _ in .nan } }
        return try S.slopesOfLargest(row.map(\.score), computedAs: row.map(\.gap))
          .map { total * $0 }
      }
    }
    if name == "margin" {
      return Tensor(reduction.shared(zip(rows, totals).map { weighted($0, $1) }))
    }
    let slopes = gaps.indices.map { row -> [S] in
      var slopes = [S](repeating: S(0), count: x.shape("scores")[1])
      for (entry, share) in zip(gaps[row], shares[row]) { slopes[entry.j] = share }
      slopes[labels[row]] = -totals[row]
      return slopes.map { weighted(rows[row], $0) }
    }
    return Tensor(rows: slopes, axis: 1, shape: x.shape("scores"))
  }
}
