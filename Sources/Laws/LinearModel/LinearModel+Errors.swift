import CrossEntropy
import Exact
import Property

extension Trial {
  fileprivate func errors(_ batch: Batch, _ reduction: String = "none") throws -> [Ball] {
    try values("zero_one_error", batch.scored, ["reduction": .word(reduction)])
  }

  /// Rows in which equal largest scores are common.
  fileprivate func drawScored(_ rows: ClosedRange<Int> = 1...4) throws -> Batch {
    let batch = try draw("batch", .tiedBatch(rows: rows))
    if batch.logits.contains(where: { row in row.filter { $0 == row.max() }.count > 1 }) {
      label("tie")
    }
    return batch
  }
}

private let vapnik = "V. Vapnik, The Nature of Statistical Learning Theory, 1995, §1.2"

extension Law {
  static let zeroOneErrors: [Law] = [
    Law(
      "zero-one-error-definition",
      "A row is wrong unless its label has the largest score, and has it before any other class.",
      clauses: ["ZERO-ONE-ERROR-1", "ZERO-ONE-ERROR-2", "REDUCTION-1"], source: vapnik,
      cover: ["tie": 0.05], world: someOfTheWorld
    ) { t in
      let batch = try t.drawScored(0...4)
      let expected = zip(batch.logits, batch.labels).map { row, label in
        row.indices.allSatisfy {
          $0 < label ? row[$0] < row[label] : row[$0] <= row[label]
        } ? Rational.zero : .one
      }
      try t.equal(t.errors(batch), t.exact(expected))
    },
    Law(
      "zero-one-error-counts",
      """
      Unless another reduction is asked for the error is the number of wrong rows; the mean is \
      their share.
      """,
      clauses: ["ZERO-ONE-ERROR-3", "REDUCTION-2", "REDUCTION-3", "REDUCTION-4"], source: vapnik,
      world: someOfTheWorld
    ) { t in
      let batch = try t.drawScored(0...4)
      try t.reduces("zero_one_error", batch.scored)
      try t.equal(t.value("zero_one_error", batch.scored), t.errors(batch).sum, "the default")
    },
    Law(
      "zero-one-error-one-label-is-right",
      "Of the C labels that a row can have exactly one is right.",
      clauses: ["ZERO-ONE-ERROR-1", "ZERO-ONE-ERROR-2"], source: vapnik, cover: ["tie": 0.02],
      world: someOfTheWorld
    ) { t in
      let batch = try t.drawScored(1...1)
      let all = Batch(
        logits: (0..<batch.classes).map { _ in batch.logits[0] },
        labels: Array(0..<batch.classes), classes: batch.classes)
      try t.equal(t.errors(all, "sum"), [t.exact(Rational(batch.classes - 1))])
    },
    Law(
      "zero-one-error-order-of-scores",
      """
      Only the order of the scores counts: their ranks give the same errors, and so do scores \
      times c plus b.
      """,
      clauses: ["ZERO-ONE-ERROR-1"],
      source: "C. Guo et al., On calibration of modern neural networks, 2017, §4.2",
      cover: ["tie": 0.05], world: someOfTheWorld
    ) { t in
      let batch = try t.drawScored()
      let errors = try t.errors(batch)
      let ranks = batch.logits.map { row in
        let levels = Set(row).sorted()
        return row.map { Rational(levels.firstIndex(of: $0)!) }
      }
      try t.equal(t.errors(batch.with(ranks)), errors, "of the ranks")
      let (c, b) = (try t.draw("c", .scale), try t.draw("b", .coarse(-6...6)))
      let affine = batch.logits.map { $0.times(c).plus(b) }
      try t.equal(t.errors(batch.with(affine)), errors, "of other scores")
    },
    Law(
      "zero-one-error-of-probabilities",
      "Probabilities count under their own name as they would as scores.",
      clauses: ["ZERO-ONE-ERROR-1", "ZERO-ONE-ERROR-2"], source: vapnik, world: someOfTheWorld
    ) { t in
      let p = try t.draw("p", .distribution(1...4))
      let label = try t.draw("label", .int(0...(p.count - 1)))
      let labels = Call.Argument.labels([label])
      try t.equal(
        t.value("zero_one_error", ["p": .matrix([p]), "labels": labels]),
        t.value("zero_one_error", ["scores": .matrix([p]), "labels": labels]))
    },
  ]

  static let zeroOneComparisons: [Law] = [
    Law(
      "zero-one-error-piecewise-constant",
      "Moving every score by less than half of the least distance between two changes no error.",
      clauses: ["ZERO-ONE-ERROR-1"], source: vapnik
    ) { t in
      let batch = try t.drawScored()
      let distances = batch.logits.flatMap { row in
        row.indices.flatMap { i in
          row.indices.filter { $0 > i }.map { (row[i] - row[$0]).magnitude }
        }
      }
      try t.assume(!distances.contains(where: \.isZero))
      // Distances are at least 1/16: less than half of that is 1/64.
      let moved = try batch.logits.map { row in
        let steps = try t.draw(
          "steps", Gen<Rational>.element(of: [0, 1, -1]).array(count: row.count))
        return row.plus(steps.times(Rational(1, 64)))
      }
      try t.equal(t.errors(batch.with(moved)), t.errors(batch))
    },
    Law(
      "zero-one-error-below-cross-entropy",
      """
      A wrong row gives its label at most ½, so that each error costs at least one bit of cross- \
      entropy.
      """,
      clauses: ["ZERO-ONE-ERROR-1", "SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-1"],
      source:
        "P. Bartlett, M. Jordan, J. McAuliffe, Convexity, classification, and risk bounds, 2006",
      examples: [["batch": Batch(logits: [[0, 0]], labels: [1], classes: 2)]], world: someOfTheWorld
    ) { t in
      let batch = try t.draw("batch", .tiedBatch())
      let losses = try t.values(
        "sparse_categorical_cross_entropy_with_logits", batch.arguments, ["reduction": "none"])
      let bit = Ball.log(t.exact(2))
      for (error, loss) in zip(try t.errors(batch), losses) {
        try t.atMost(error, loss / bit, "the error")
      }
    },
    Law(
      "zero-one-error-order-of-rows",
      "The order of the rows does not matter to the count.",
      clauses: ["REDUCTION-5"], source: "Spec/README.md"
    ) { t in
      let batch = try t.drawScored()
      let order = try t.draw("order", .order(of: batch.count))
      let errors = try t.errors(batch)
      try t.equal(t.errors(batch.rows(order)), order.map { errors[$0] }, "one by one")
      try t.equal(t.errors(batch, "sum"), t.errors(batch.rows(order), "sum"), "together")
    },
    Law(
      "zero-one-error-refusals",
      """
      A label that is no class, scores and probabilities both or neither, a probability above 1, \
      and the wish for a gradient are refused.
      """,
      clauses: ["INPUT-1", "INPUT-3", "INPUT-6", "POLICY-3", "GRADIENT-5"],
      source: "Spec/README.md", world: someOfTheWorld
    ) { t in
      let p = try t.draw("p", .distribution(1...4))
      var call = Call("zero_one_error", ["p": .matrix([p]), "labels": .labels([0])])
      switch try t.draw(
        "mistake", .element(of: ["label", "both", "neither", "above 1", "gradient"]))
      {
      case "label":
        call.arguments["labels"] = .labels([try t.draw("label", .element(of: [p.count, -1]))])
      case "both": call.arguments["scores"] = call.arguments["p"]
      case "neither": call.arguments["p"] = nil
      case "above 1": call.arguments["p"] = .matrix([p.plus(.one)])
      default: call.gradient = ["p"]
      }
      try t.refused(call)
    },
  ]
}
