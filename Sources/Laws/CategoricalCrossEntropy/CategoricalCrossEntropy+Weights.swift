import CrossEntropy
import Exact
import Property

/// The three losses of labels, from the same numbers: probabilities, logits and log-probabilities.
private func losses(
  _ batch: Batch, _ weights: [Rational]? = nil, _ options: Call.Options = [:]
) -> [Call] {
  let halves = batch.logits.map { $0.map { $0.isNegative ? Rational(1, 4) : Rational(1, 2) } }
  return [
    .sparse(batch, weights: weights, options), .nll(batch, weights: weights, options),
    .sparse(p: halves, labels: batch.labels, weights: weights, options),
  ]
}

extension Law {
  /// What class weights do to losses.
  static let categoricalWeights: [Law] = [
    Law(
      "sparse-weight-of-the-label-scales-a-loss",
      "The weight of its label multiplies the loss of a row; weights of 1 are none.",
      clauses: [
        "SPARSE-CATEGORICAL-CROSS-ENTROPY-1", "SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-1",
        "NLL-LOSS-1",
      ], source: "C. Elkan, The Foundations of Cost-Sensitive Learning, 2001"
    ) { t in
      let batch = try t.draw("batch", .batch())
      let weights = try t.draw("w", .classWeights(of: batch.classes))
      let ones = weights.map { _ in Rational.one }
      for (plain, (weighted, unweighted)) in zip(
        losses(batch), zip(losses(batch, weights), losses(batch, ones)))
      {
        let own = try t.losses(plain)
        try t.equal(
          t.losses(weighted), zip(batch.labels, own).map { t.times(weights[$0], $1) }, "the loss")
        try t.equal(
          t.loss(unweighted.reduced("mean")), t.loss(plain.reduced("mean")), "the mean of ones")
      }
    },
    Law(
      "categorical-weights-act-on-classes",
      "The loss of a row is linear in the class weights: each weighs the target of its class.",
      clauses: ["CATEGORICAL-CROSS-ENTROPY-1", "CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-1"],
      source: "C. Elkan, The Foundations of Cost-Sensitive Learning, 2001", world: 300
    ) { t in
      let z = try t.draw("z", .logits(1...3))
      let n = z.count
      let y = try t.draw("y", Gen<Rational>.probability.array(count: n))
      let weights = try t.draw("w", .classWeights(of: n))
      let smoothing = try t.draw("ε", .smoothing)
      let logarithms = try t.values("log_softmax", ["x": .vector(z)])
      let a = zip(weights, y).map { $0 * ((1 - smoothing) * $1 + smoothing / Rational(n)) }
      let call = Call.dense(
        logits: [z], y: [y], weights: weights, ["label_smoothing": .number(smoothing)])
      try t.equal(t.loss(call), -t.dot(a, logarithms), "the loss of the logits")
      let p = z.map { $0.isNegative ? Rational(1, 4) : Rational(1, 2) }
      try t.equal(
        t.loss(.dense(p: [p], y: [y], weights: weights)),
        -t.dot(zip(weights, y).map { $0 * $1 }, p.map { .log(t.exact($0)) }),
        "the loss of the probabilities")
    },
    Law(
      "sparse-common-factor-of-weights",
      "Multiplying all class weights multiplies the sum and leaves the weighted mean; a mean by count"
        + " is multiplied too.",
      clauses: [
        "SPARSE-CATEGORICAL-CROSS-ENTROPY-4", "SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-5",
        "NLL-LOSS-4", "POLICY-9",
      ], source: "A. Paszke et al., PyTorch, 2019"
    ) { t in
      let batch = try t.draw("batch", .batch())
      let weights = try t.draw("w", .classWeights(of: batch.classes))
      let factor = try t.draw("factor", .element(of: [2, 4, Rational(1, 2), 3]))
      try t.assume(batch.labels.contains { !weights[$0].isZero })
      let scaled = weights.map { factor * $0 }
      for (plain, other) in zip(losses(batch, weights), losses(batch, scaled)) {
        try t.equal(t.loss(other), t.times(factor, t.loss(plain)), "the sum")
        try t.equal(t.loss(other.reduced("mean")), t.loss(plain.reduced("mean")), "the mean")
        let count = (
          plain.with("normalization", option: "count").reduced("mean"),
          other.with("normalization", option: "count").reduced("mean")
        )
        try t.equal(t.loss(count.1), t.times(factor, t.loss(count.0)), "the mean by count")
      }
    },
    Law(
      "sparse-whole-weight-is-repetition",
      "A class weight k is every row of the class k times, one of 0 is none of them: in the sum, the"
        + " weighted mean and the slopes.",
      clauses: [
        "SPARSE-CATEGORICAL-CROSS-ENTROPY-4", "SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-5",
        "NLL-LOSS-4",
      ], source: "C. Elkan, The Foundations of Cost-Sensitive Learning, 2001"
    ) { t in
      let batch = try t.draw("batch", .batch())
      let counts = try t.draw("k", Gen<Int>.int(0...3).array(count: batch.classes))
      let rows = batch.labels.indices.flatMap {
        Array(repeating: $0, count: counts[batch.labels[$0]])
      }
      let weights = counts.map { Rational($0) }
      for (weighted, plain) in zip(losses(batch, weights), losses(batch)) {
        let repeated = plain.rows(rows)
        try t.equal(t.loss(weighted), t.loss(repeated), "the sum")
        try t.equal(
          t.loss(weighted.reduced("mean")), t.loss(repeated.reduced("mean")), "the mean")
      }
    },
    Law(
      "sparse-zero-weight-hides-an-infinity",
      "A row whose label has weight 0 costs nothing, even where its probability is 0 or its logit −∞.",
      clauses: ["INPUT-9", "SPARSE-CATEGORICAL-CROSS-ENTROPY-1"],
      source: "T. M. Cover, J. A. Thomas, Elements of Information Theory, 2006, §2.1",
      world: wholeWorld
    ) { t in
      let z = try t.draw("z", .logits(1...4))
      let weights = z.map { _ in Rational.one } + [0]
      let call = Call.sparse(logits: z + [0], label: z.count, weights: weights)
      let row = z.map { Extended.finite($0) } + [.infinity(isNegative: true)]
      try t.equal(t.loss(call.with("logits", .matrix([row]))), Ball(0), "the loss of −∞")
      let p = z.map { _ in Rational(1, 4) } + [0]
      let sparse = Call.sparse(p: [p], labels: [z.count], weights: weights)
      try t.equal(t.loss(sparse), Ball(0), "the loss of 0")
      try t.equal(t.slopes(sparse, by: "p"), p.map { _ in Ball(0) }, "its slope")
      let y = p.map { _ in Rational.zero }
      let dense = Call.dense(p: [p], y: [y.dropLast() + [1]], weights: weights)
      try t.equal(t.loss(dense), Ball(0), "the dense loss of 0")
    },
  ]

  /// What the mean divides by.
  static let categoricalMeans: [Law] = [
    Law(
      "sparse-mean-divides-by-weight-or-count",
      "The mean of labels is the sum over Σ w_t, which is the default, or over the number of rows.",
      clauses: [
        "SPARSE-CATEGORICAL-CROSS-ENTROPY-4", "SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-5",
        "NLL-LOSS-4", "POLICY-9",
      ], source: "A. Paszke et al., PyTorch, 2019"
    ) { t in
      let batch = try t.draw("batch", .batch())
      let weights = try t.draw("w", .classWeights(of: batch.classes))
      let total = batch.labels.map { weights[$0] }.total
      for call in losses(batch, weights) {
        let sum = try t.loss(call)
        let mean = call.reduced("mean")
        let weighted = try t.loss(mean.with("normalization", option: "weight"))
        try t.equal(t.loss(mean), weighted, "the default")
        if total.isZero {
          try t.isNaN(weighted, "the mean without weight")
          try t.equal(sum, Ball(0), "the sum without weight")
        } else {
          try t.equal(weighted, sum / t.exact(total), "the mean by weight")
        }
        try t.equal(
          t.loss(mean.with("normalization", option: "count")), sum / Ball(batch.count),
          "the mean by count")
      }
    },
    Law(
      "categorical-mean-divides-by-count-or-weight",
      "The mean of dense targets is the sum over the number of rows, which is the default, or over"
        + " Σ w·y without smoothing.",
      clauses: [
        "CATEGORICAL-CROSS-ENTROPY-3", "CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-5", "POLICY-10",
      ], source: "F. Chollet et al., Keras, 2015"
    ) { t in
      let z = try t.draw("z", .rows { .logits(of: $0) })
      let y = try t.draw("y", .like(z) { .coarseMasses(of: $0) })
      let weights = try t.draw("w", .classWeights(of: z[0].count))
      let smoothing = try t.draw("ε", .smoothing)
      let call = Call.dense(
        logits: z, y: y, weights: weights, ["label_smoothing": .number(smoothing)])
      let (sum, mean) = (try t.loss(call), call.reduced("mean"))
      let count = Ball(z.count)
      try t.equal(t.loss(mean), sum / count, "the mean")
      try t.equal(t.loss(mean.with("normalization", option: "count")), sum / count, "by count")
      let total = y.map { zip($0, weights).map { $0 * $1 }.total }.total
      let weighted = try t.loss(mean.with("normalization", option: "weight"))
      if total.isZero { try t.isNaN(weighted, "by weight") }
      if !total.isZero { try t.equal(weighted, sum / t.exact(total), "by weight") }
      let p = z.map { $0.map { _ in Rational(1, 2) } }
      let half = Call.dense(p: p, y: y, weights: weights)
      try t.equal(t.loss(half.reduced("mean")), t.loss(half) / count, "the mean of halves")
    },
    Law(
      "sparse-weighted-means-recombine",
      "The weighted mean of two batches together weighs their means by their weights.",
      clauses: [
        "SPARSE-CATEGORICAL-CROSS-ENTROPY-4", "SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-5",
        "NLL-LOSS-4",
      ],
      source: "L. Bottou, F. E. Curtis, J. Nocedal, Optimization Methods for Large-Scale Machine"
        + " Learning, 2018"
    ) { t in
      let batch = try t.draw("batch", .batch(rows: 2...5))
      let cut = try t.draw("cut", Gen<Int>.int(1...batch.count - 1))
      let weights = try t.draw(
        "w", Gen<Rational>.element(of: [1, 2, 3, Rational(1, 2)]).array(count: batch.classes))
      let parts = [Array(0..<cut), Array(cut..<batch.count)]
      let totals = parts.map { $0.map { weights[batch.labels[$0]] }.total }
      for call in losses(batch, weights, ["reduction": "mean"]) {
        let means = try parts.map { try t.loss(call.rows($0)) }
        try t.equal(
          t.loss(call) * t.exact(totals.total), t.dot(totals, means), "the mean times the weight")
      }
    },
    Law(
      "sparse-mean-slope-is-sum-slope-over-weight",
      "The gradient of the weighted mean is that of the sum over Σ w_t.",
      clauses: ["GRADIENT-6", "SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-5"],
      source: "A. Paszke et al., PyTorch, 2019"
    ) { t in
      let batch = try t.draw("batch", .batch())
      let weights = try t.draw("w", .classWeights(of: batch.classes))
      let total = batch.labels.map { weights[$0] }.total
      try t.assume(!total.isZero)
      for (call, name) in zip(losses(batch, weights), ["logits", "log_p", "p"]) {
        let sum = try t.slopes(call, by: name)
        try t.equal(
          t.slopes(call.reduced("mean"), by: name), sum.map { $0 / t.exact(total) }, "the slope")
      }
    },
    Law(
      "sparse-mean-of-weights-that-sum-to-zero",
      "Where all labels have weight 0 the sum is 0 and the weighted mean NaN, but not that by count.",
      clauses: ["POLICY-1", "SPARSE-CATEGORICAL-CROSS-ENTROPY-4", "NLL-LOSS-4"],
      source: "A. Paszke et al., PyTorch, 2019"
    ) { t in
      let batch = try t.draw("batch", .batch())
      for call in losses(batch, (0..<batch.classes).map { batch.labels.contains($0) ? 0 : 1 }) {
        try t.equal(t.loss(call), Ball(0), "the sum")
        try t.isNaN(t.loss(call.reduced("mean")), "the mean")
        let count = call.reduced("mean").with("normalization", option: "count")
        try t.equal(t.loss(count), Ball(0), "the mean by count")
      }
    },
  ]
}
