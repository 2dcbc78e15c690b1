import CrossEntropy
import Exact
import Property

/// Rows of scores with their labels, and a margin.
private struct Rows {
  var batch: Batch
  var margin: Rational
  var variant: String

  func options(_ reduction: String) -> [String: Call.Option] {
    ["margin": .number(margin), "variant": .word(variant), "reduction": .word(reduction)]
  }

  /// What the label of each row lacks of its margin over each other class.
  var gaps: [[Rational]] {
    zip(batch.logits, batch.labels).map { row, t in
      row.indices.filter { $0 != t }.map { margin + row[$0] - row[t] }
    }
  }

  /// Whether somewhere a class is just at the margin, or two are the strongest.
  var hasCorner: Bool {
    gaps.contains { row in
      let paying = row.filter { $0 == row.max() }.count
      return row.contains(where: \.isZero) || (variant == "crammer_singer" && paying > 1)
    }
  }

  func with(_ logits: [[Rational]]) -> Rows {
    Rows(batch: batch.with(logits), margin: margin, variant: variant)
  }
}

extension Trial {
  fileprivate func drawRows(_ batches: Gen<Batch> = .tiedBatch()) throws -> Rows {
    let variant = try draw("variant", multiclassVariants)
    let margin = try draw("margin", .coarse(0...3))
    let rows = Rows(batch: try draw("batch", batches), margin: margin, variant: variant)
    if rows.hasCorner { label("corner") }
    return rows
  }

  fileprivate func losses(_ x: Rows) throws -> [Ball] {
    try values("multiclass_hinge", x.batch.scored, x.options("none"))
  }

  fileprivate func loss(_ x: Rows) throws -> Ball {
    try value("multiclass_hinge", x.batch.scored, x.options("sum"))
  }

  /// The gradient of the sum, by rows.
  fileprivate func slopes(_ x: Rows) throws -> [[Ball]] {
    let all = try gradient("multiclass_hinge", by: "scores", x.batch.scored, x.options("sum"))
    let n = x.batch.classes
    return (0..<x.batch.count).map { Array(all[($0 * n)..<(($0 + 1) * n)]) }
  }
}

extension Law {
  static let multiclassHingeValues: [Law] = [
    Law(
      "multiclass-hinge-definition",
      """
      Crammer and Singer take the greatest that the label lacks over another class, Weston and \
      Watkins the sum.
      """,
      clauses: ["MULTICLASS-HINGE-1", "MULTICLASS-HINGE-2", "MULTICLASS-HINGE-4", "REDUCTION-1"],
      source: "K. Crammer, Y. Singer, 2001; J. Weston, C. Watkins, 1999",
      cover: ["corner": 0.05], world: someOfTheWorld
    ) { t in
      let x = try t.drawRows()
      let expected = x.gaps.map { row in
        let lacking = row.map { max(.zero, $0) }
        return x.variant == "weston_watkins" ? lacking.total : lacking.max() ?? .zero
      }
      try t.equal(t.losses(x), t.exact(expected))
    },
    Law(
      "multiclass-hinge-of-one-class",
      "With a single class there is no other to lead over, and the loss is 0.",
      clauses: ["MULTICLASS-HINGE-4"], source: "K. Crammer, Y. Singer, 2001",
      world: someOfTheWorld
    ) { t in
      let x = try t.drawRows(.tiedBatch(classes: 1...1))
      try t.equal(t.losses(x), x.batch.labels.map { _ in t.exact(.zero) })
    },
    Law(
      "multiclass-hinge-of-two-classes",
      "With two classes both variants are the hinge loss of the difference of the scores.",
      clauses: ["MULTICLASS-HINGE-1", "MULTICLASS-HINGE-2", "HINGE-1"],
      source: "K. Crammer, Y. Singer, 2001", world: someOfTheWorld
    ) { t in
      let x = try t.drawRows(.tiedBatch(classes: 2...2))
      let signed = SignedScores(
        scores: x.batch.logits.map { $0[1] - $0[0] },
        targets: x.batch.labels.map { $0 == 1 ? 1 : -1 }, margin: x.margin)
      try t.equal(t.losses(x), t.losses("hinge", signed))
    },
    Law(
      "multiclass-hinge-shift",
      "Adding the same number to every score of a row changes nothing.",
      clauses: ["MULTICLASS-HINGE-3"], source: "K. Crammer, Y. Singer, 2001"
    ) { t in
      let x = try t.drawRows()
      let c = try t.draw("c", .coarse(-12...12))
      let shifted = x.with(x.batch.logits.map { $0.plus(c) })
      try t.equal(t.losses(x), t.losses(shifted))
    },
    Law(
      "multiclass-hinge-order-of-classes",
      "Renaming the classes, scores and labels alike, changes nothing.",
      clauses: ["MULTICLASS-HINGE-1", "MULTICLASS-HINGE-2"],
      source: "J. Weston, C. Watkins, 1999"
    ) { t in
      let x = try t.drawRows()
      let order = try t.draw("order", .order(of: x.batch.classes))
      let renamed = Batch(
        logits: x.batch.logits.map { row in order.map { row[$0] } },
        labels: x.batch.labels.map { order.firstIndex(of: $0)! }, classes: x.batch.classes)
      try t.equal(
        t.losses(x), t.losses(Rows(batch: renamed, margin: x.margin, variant: x.variant)))
    },
  ]

  static let multiclassHingeComparisons: [Law] = [
    Law(
      "crammer-singer-below-weston-watkins",
      """
      The loss of Crammer and Singer is at most that of Weston and Watkins, which is at most C − 1 \
      times it.
      """,
      clauses: ["MULTICLASS-HINGE-1", "MULTICLASS-HINGE-2"],
      source:
        """
        U. Dogan, T. Glasmachers, C. Igel, A unified view on multi-class support vector \
        classification, 2016
        """,
      world: someOfTheWorld
    ) { t in
      var x = try t.drawRows(.tiedBatch(classes: 2...4))
      x.variant = "crammer_singer"
      let greatest = try t.losses(x)
      x.variant = "weston_watkins"
      let others = t.exact(Rational(x.batch.classes - 1))
      for (greatest, sum) in zip(greatest, try t.losses(x)) {
        try t.atMost(greatest, sum, "Crammer and Singer")
        try t.atMost(sum, others * greatest, "Weston and Watkins")
      }
    },
    Law(
      "multiclass-hinge-above-errors",
      "With margin 1 each row that is answered wrong costs at least 1.",
      clauses: ["MULTICLASS-HINGE-1", "MULTICLASS-HINGE-2", "ZERO-ONE-ERROR-1"],
      source: "K. Crammer, Y. Singer, 2001", world: someOfTheWorld
    ) { t in
      var x = try t.drawRows()
      x.margin = .one
      let errors = try t.values("zero_one_error", x.batch.scored, ["reduction": "none"])
      for (error, loss) in zip(errors, try t.losses(x)) {
        try t.atMost(error, loss, "the error")
      }
    },
    Law(
      "multiclass-hinge-scaling",
      "Scores and margin times c give the loss times c.",
      clauses: ["MULTICLASS-HINGE-1", "MULTICLASS-HINGE-2"], source: "K. Crammer, Y. Singer, 2001"
    ) { t in
      let x = try t.drawRows()
      let c = try t.draw("c", .scale)
      var scaled = x.with(x.batch.logits.map { $0.times(c) })
      scaled.margin = c * x.margin
      try t.equal(t.loss(scaled), t.exact(c) * t.loss(x))
    },
    Law(
      "multiclass-hinge-nothing-beyond-the-margin",
      "A row costs nothing just where its label leads over every other class by the margin.",
      clauses: ["MULTICLASS-HINGE-1", "MULTICLASS-HINGE-2"], source: "K. Crammer, Y. Singer, 2001",
      cover: ["corner": 0.05], world: someOfTheWorld
    ) { t in
      let x = try t.drawRows()
      for (loss, gaps) in zip(try t.losses(x), x.gaps) {
        if gaps.contains(where: { $0.signum > 0 }) {
          try t.less(t.exact(.zero), loss, "0 against the loss")
        } else {
          try t.equal(loss, t.exact(.zero), "the loss beyond the margin")
        }
      }
    },
  ]

  static let multiclassHingeReductions: [Law] = [
    Law(
      "multiclass-hinge-reductions",
      "Sum and mean of the rows are made of their losses, in whatever order the rows come.",
      clauses: ["REDUCTION-1", "REDUCTION-2", "REDUCTION-3", "REDUCTION-4", "REDUCTION-5"],
      source: "Spec/README.md", cover: ["none": 0.05], world: someOfTheWorld
    ) { t in
      var x = try t.drawRows(.tiedBatch(rows: 0...3))
      if x.batch.count == 0 { t.label("none") }
      try t.reduces(
        "multiclass_hinge", x.batch.scored,
        ["margin": .number(x.margin), "variant": .word(x.variant)])
      let losses = try t.losses(x)
      let order = try t.draw("order", .order(of: x.batch.count))
      x.batch = x.batch.rows(order)
      try t.equal(t.losses(x), order.map { losses[$0] }, "in another order")
    }
  ]

  static let multiclassHingeSlopes: [Law] = [
    Law(
      "multiclass-hinge-gradient-sums-to-zero",
      """
      The gradient of a row sums to 0, pulls only the label up, and by the margin is what the \
      label gets.
      """,
      clauses: ["MULTICLASS-HINGE-5", "GRADIENT-1"], source: "K. Crammer, Y. Singer, 2001",
      isSmooth: true, cover: ["corner": 0.05], world: someOfTheWorld
    ) { t in
      let x = try t.drawRows()
      var total = t.exact(.zero)
      for (slopes, label) in zip(try t.slopes(x), x.batch.labels) {
        try t.equal(slopes.sum, t.exact(.zero), "the sum of the row")
        for (index, slope) in slopes.enumerated() where index != label {
          try t.atMost(t.exact(.zero), slope, "0 against the slope by another class")
        }
        total = total + slopes[label]
      }
      let byMargin = try t.gradient(
        "multiclass_hinge", by: "margin", x.batch.scored, x.options("sum"))
      if !x.hasCorner { try t.equal(byMargin, [-total], "by the margin") }
    },
    Law(
      "multiclass-hinge-above-its-tangents",
      "The gradient of either variant is a subgradient, also where classes tie.",
      clauses: ["MULTICLASS-HINGE-1", "MULTICLASS-HINGE-2", "GRADIENT-3"],
      source: "R. T. Rockafellar, Convex Analysis, 1970, §23", isSmooth: true,
      cover: ["corner": 0.05]
    ) { t in
      let a = try t.drawRows()
      let other = try a.batch.logits.indices.map {
        try t.draw("row \($0)′", .numbers(of: a.batch.classes))
      }
      try t.supports(
        Array(t.slopes(a).joined()), at: Array(a.batch.logits.joined()), t.loss(a),
        Array(other.joined()), t.loss(a.with(other)))
    },
    Law(
      "multiclass-hinge-by-differences",
      "Away from corners the gradient of either variant is its difference quotient.",
      clauses: ["MULTICLASS-HINGE-1", "MULTICLASS-HINGE-2", "GRADIENT-1"],
      source: "W. H. Press et al., Numerical Recipes, 1992, §5.7", promises: [.certified]
    ) { t in
      let x = try t.drawRows(.tiedBatch(rows: 1...1, classes: 2...4))
      try t.assume(!x.hasCorner)
      // Gaps are multiples of 1/16: a step of 1/32 leaves every one of them on its side.
      let quotients = try t.centralSlopes(at: x.batch.logits[0], step: Rational(1, 32)) {
        try t.loss(x.with([$0]))
      }
      try t.equal(quotients, t.slopes(x)[0])
    },
  ]
}
