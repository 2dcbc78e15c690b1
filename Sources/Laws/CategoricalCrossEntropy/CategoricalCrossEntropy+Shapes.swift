import CrossEntropy
import Exact
import Property

/// Rows of a matrix as positions along the axes after the classes: [N, C, d].
private func spatial(_ rows: [[Rational]], positions: Int, classes: Int) -> Call.Argument {
  var elements: [Extended] = []
  for block in stride(from: 0, to: rows.count, by: positions) {
    for c in 0..<classes {
      for position in 0..<positions { elements.append(.finite(rows[block + position][c])) }
    }
  }
  return .real(Tensor(shape: [rows.count / positions, classes, positions], elements))
}

extension Law {
  /// Axes after the classes.
  static let categoricalShapes: [Law] = [
    Law(
      "spatial-positions-are-rows",
      "Every position along the axes after the classes is a row of its own: losses, both means and"
        + " slopes are those of the rows one by one, in a shape without the classes.",
      clauses: ["CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-6", "REDUCTION-1"],
      source: "J. Long, E. Shelhamer, T. Darrell, Fully Convolutional Networks for Semantic"
        + " Segmentation, 2015"
    ) { t in
      let positions = try t.draw("positions", Gen<Int>.int(1...3))
      let count = try t.draw("N", Gen<Int>.int(1...2))
      let rows = positions * count
      let batch = try t.draw("batch", .batch(rows: rows...rows, classes: 1...3))
      let n = batch.classes
      let weights = try t.draw("w", .classWeights(of: n))
      let options: Call.Options = ["label_smoothing": .number(try t.draw("ε", .smoothing))]
      let labels = Call.Argument.integer(Tensor(shape: [count, positions], batch.labels))
      func box(_ rows: [[Rational]]) -> Call.Argument {
        spatial(rows, positions: positions, classes: n)
      }
      let flat = [
        Call.sparse(batch, weights: weights, options), .nll(batch, weights: weights),
        .dense(logits: batch.logits, y: batch.oneHot, weights: weights, options),
      ]
      let boxes = [
        flat[0].with("logits", box(batch.logits)).with("labels", labels),
        flat[1].with("log_p", box(batch.logits)).with("labels", labels),
        flat[2].with("logits", box(batch.logits)).with("y", box(batch.oneHot)),
      ]
      for (index, (one, two)) in zip(flat, boxes).enumerated() {
        let name = index == 1 ? "log_p" : "logits"
        let answer = try t.answer(two.reduced("none"))
        try t.holds(
          answer.value.shape == [count, positions],
          "the losses have the shape \(answer.value.shape)")
        try t.equal(answer.value.elements, t.losses(one), "the loss")
        try t.equal(t.loss(two), t.loss(one), "the sum")
        try t.equal(t.loss(two.reduced("mean")), t.loss(one.reduced("mean")), "the mean")
        let slopes = try t.slopes(one, by: name)
        let moved = try t.slopes(two, by: name)
        for row in 0..<rows {
          for c in 0..<n {
            let place = (row / positions * n + c) * positions + row % positions
            try t.equal(moved[place], slopes[row * n + c], "slope \(c) of row \(row)")
          }
        }
      }
    },
    Law(
      "spatial-axes-are-read-in-order",
      "Several axes after the classes are one axis of their product.",
      clauses: ["CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-6"],
      source: "J. Long, E. Shelhamer, T. Darrell, Fully Convolutional Networks for Semantic"
        + " Segmentation, 2015"
    ) { t in
      let z = try t.draw("z", Gen<Rational>.logit.array(count: 8))
      let labels = try t.draw("labels", .labels(4, of: 2))
      let flat = Call.sparse(
        Batch(logits: [], labels: [], classes: 2)
      ).with("logits", .real(Tensor(shape: [1, 2, 4], z.map { .finite($0) })))
        .with("labels", .integer(Tensor(shape: [1, 4], labels)))
      let square = flat.with("logits", .real(Tensor(shape: [1, 2, 2, 2], z.map { .finite($0) })))
        .with("labels", .integer(Tensor(shape: [1, 2, 2], labels)))
      try t.equal(t.losses(square), t.losses(flat), "the loss")
      try t.equal(t.slopes(square, by: "logits"), t.slopes(flat, by: "logits"), "the slope")
    },
  ]

  /// What must not be answered.
  static let categoricalRefusals: [Law] = [
    Law(
      "sparse-refuses-labels-out-of-range",
      "A label below 0 or from C on is refused, unless it is the index to ignore.",
      clauses: ["INPUT-3", "POLICY-3"], source: "M. Abadi et al., TensorFlow, 2016"
    ) { t in
      let batch = try t.draw("batch", .batch())
      let place = try t.draw("place", Gen<Int>.int(0...batch.count - 1))
      let wrong = try t.draw("wrong", .element(of: [-1, batch.classes, -100, 1000]))
      var bad = batch
      bad.labels[place] = wrong
      let p = batch.logits.map { $0.map { _ in Rational(1, 2) } }
      try t.refused(.sparse(bad))
      try t.refused(.nll(bad))
      try t.refused(.sparse(p: p, labels: bad.labels))
      try t.refused(.focal(bad, gamma: 2))
      try t.refused(.sparse(bad, ["ignore_index": -7]))
    },
    Law(
      "categorical-refuses-what-is-no-probability",
      "A probability or target outside [0, 1] is refused, also where its target or weight is 0.",
      clauses: ["INPUT-1", "INPUT-8", "INPUT-12", "POLICY-4"],
      source: "A. N. Kolmogorov, Foundations of the Theory of Probability, 1933"
    ) { t in
      let wrong = try t.draw("wrong", .element(of: [2, -1, Rational(9, 8), Rational(-1, 8)]))
      let call: Call =
        switch try t.draw("place", Gen<Int>.int(0...4)) {
        case 0: .dense(p: [[wrong, 0]], y: [[1, 0]])
        case 1: .dense(p: [[1, wrong]], y: [[1, 0]])
        case 2: .dense(p: [[1, 1]], y: [[1, wrong]])
        case 3: .dense(logits: [[1, 1]], y: [[wrong, 0]], weights: [0, 1])
        default: .sparse(p: [[1, wrong]], labels: [0])
        }
      try t.refused(call)
    },
    Law(
      "categorical-refuses-weights-that-are-none",
      "A negative or infinite class weight is refused, and so are weights of other than C classes.",
      clauses: ["INPUT-4", "INPUT-5"], source: "IEEE 754-2019, §7.2"
    ) { t in
      let bad: [Extended] = [.finite(-1), .infinity(isNegative: false)]
      let wrong = try t.draw("wrong", .element(of: bad))
      let batch = try t.draw("batch", .batch(classes: 2...3))
      let call = Call.sparse(batch)
      let ones = (1..<batch.classes).map { _ in Extended.finite(1) }
      try t.refused(call.with("class_weight", .vector([wrong] + ones)))
      try t.refused(call.with("class_weight", .vector(ones)))
      try t.refused(
        Call.dense(logits: batch.logits, y: batch.oneHot).with(
          "class_weight", .vector(ones + ones + ones)))
    },
    Law(
      "categorical-refuses-shapes-that-do-not-fit",
      "Targets of other rows or classes than the logits are refused, and labels of other rows.",
      clauses: ["INPUT-5"], source: "C. R. Harris et al., Array Programming with NumPy, 2020"
    ) { t in
      let batch = try t.draw("batch", .batch())
      let row = try t.draw("row", Gen<Bool>.bool)
      let wider = batch.oneHot.map { $0 + [0] }
      let longer = batch.oneHot + [batch.oneHot[0]]
      try t.refused(.dense(logits: batch.logits, y: row ? longer : wider))
      let labels = row ? batch.labels + [0] : Array(batch.labels.dropLast())
      try t.refused(Call.sparse(batch).with("labels", .labels(labels)))
      try t.refused(Call.nll(batch).with("labels", .labels(labels)))
    },
    Law(
      "categorical-refuses-options-that-are-none",
      "Smoothing outside [0, 1], a normalization or an option that does not exist are refused.",
      clauses: ["INPUT-6"], source: "A. Paszke et al., PyTorch, 2019"
    ) { t in
      let batch = try t.draw("batch", .batch())
      let wrong = try t.draw("ε", .element(of: [2, -1, Rational(9, 8)]))
      let call = Call.sparse(batch)
      try t.refused(call.with("label_smoothing", option: .number(wrong)))
      try t.refused(call.with("normalization", option: "batch"))
      try t.refused(Call.nll(batch).with("label_smoothing", option: .number(0)))
    },
  ]
}
