import CrossEntropy
import Exact
import Property

extension Law {
  /// What logits cost against targets and labels.
  static let categoricalLogits: [Law] = [
    Law(
      "categorical-logits-closed-form",
      "The loss of logits z against y is (Σy)·log Σ e^z − y·z, also where y does not add up to 1.",
      clauses: ["CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-1", "LOG-SUM-EXP-1"],
      source: "S. Boyd, L. Vandenberghe, Convex Optimization, 2004, §3.1.5",
      examples: [["z": [Rational(1000), 0], "y": [Rational(0), 1]]], world: 300
    ) { t in
      let z = try t.draw("z", .logits(1...4))
      let y = try t.draw("y", Gen<Rational>.probability.array(count: z.count))
      let logSum = try t.value("log_sum_exp", ["x": .vector(z)])
      let product = zip(y, z).map { $0 * $1 }.total
      try t.equal(
        t.loss(.dense(logits: [z], y: [y])), t.times(y.total, logSum) - t.exact(product),
        "the loss")
    },
    Law(
      "categorical-logits-are-probabilities-by-softmax",
      "The loss of logits is the cross-entropy of the targets and their softmax.",
      clauses: ["CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-1", "SOFTMAX-1"],
      source: "J. S. Bridle, Probabilistic Interpretation of Feedforward Classification Network"
        + " Outputs, 1990",
      world: 300
    ) { t in
      let z = try t.draw("z", Gen<Rational>.number(-30...30).array(1...4))
      let y = try t.draw("y", Gen<Rational>.probability.array(count: z.count))
      let p = try t.values("softmax", ["x": .vector(z)])
      try t.equal(
        t.loss(.dense(logits: [z], y: [y])), -t.dot(y, p.map { .log($0) }), "the loss")
    },
    Law(
      "categorical-logits-near-their-probabilities",
      "The loss of logits is that of any probabilities near their softmax, as near as these are.",
      clauses: ["CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-1", "CATEGORICAL-CROSS-ENTROPY-1"],
      source: "J. S. Bridle, Probabilistic Interpretation of Feedforward Classification Network"
        + " Outputs, 1990",
      // A softmax is irrational: it is handed over to 120 digits.
      promises: [.certified], world: 300
    ) { t in
      let z = try t.draw("z", Gen<Rational>.number(-10...10).array(1...4))
      let y = try t.draw("y", Gen<Rational>.probability.array(count: z.count))
      let p = try t.values("softmax", ["x": .vector(z)]).map { min(t.near($0, digits: 120), 1) }
      // p > e^−20/4 > 2^−31, so that each logarithm moves by less than 2^−88; four of them.
      try t.close(
        t.loss(.dense(logits: [z], y: [y])), t.loss(.dense(p: [p], y: [y])),
        within: t.exact(.powerOfTwo(-86)), "the loss less that of the probabilities")
    },
    Law(
      "sparse-logits-closed-form",
      "The loss of logits z at a label t is log Σ e^z − z_t, times its weight.",
      clauses: ["SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-1", "LOG-SUM-EXP-1"],
      source: "P. Blanchard, D. J. Higham, N. J. Higham, Accurately Computing the Log-Sum-Exp and"
        + " Softmax Functions, 2021",
      examples: [["z": [Rational(1000), 0], "label": 1, "w": [Rational(1), 1]]], world: wholeWorld
    ) { t in
      let z = try t.draw("z", .logits())
      let label = try t.draw("label", Gen<Int>.int(0...z.count - 1))
      let weights = try t.draw("w", .classWeights(of: z.count))
      let logSum = try t.value("log_sum_exp", ["x": .vector(z)])
      let loss = try t.losses(.sparse(logits: z, label: label, weights: weights))[0]
      try t.equal(loss, t.times(weights[label], logSum - t.exact(z[label])), "the loss")
    },
    Law(
      "sparse-logits-are-dense-with-one-hot-targets",
      "A label is the target that is 1 there and 0 elsewhere, with weights, smoothing and both"
        + " normalizations: losses, means and slopes agree.",
      clauses: [
        "SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-3",
        "CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-5", "SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-5",
      ],
      source: "C. M. Bishop, Pattern Recognition and Machine Learning, 2006, §4.3.4", isSmooth: true
    ) { t in
      let batch = try t.draw("batch", .batch())
      let weights = try t.draw("w", .classWeights(of: batch.classes))
      let normalization = try t.draw("normalization", .element(of: ["count", "weight"]))
      let options: Call.Options = [
        "label_smoothing": .number(try t.draw("ε", .smoothing)),
        "normalization": .word(normalization),
      ]
      let sparse = Call.sparse(batch, weights: weights, options)
      let dense = Call.dense(logits: batch.logits, y: batch.oneHot, weights: weights, options)
      try t.equal(t.losses(sparse), t.losses(dense), "the loss")
      try t.equal(t.slopes(sparse, by: "logits"), t.slopes(dense, by: "logits"), "the slope")
      try t.equal(t.loss(sparse.reduced("mean")), t.loss(dense.reduced("mean")), "the mean")
    },
    Law(
      "categorical-logits-cost-at-least-the-entropy",
      "Against a distribution y no logits cost less than its entropy, and none cost nothing unless"
        + " there is one class.",
      clauses: ["CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-1"],
      source: "T. M. Cover, J. A. Thomas, Elements of Information Theory, 2006, §2.6", world: 300
    ) { t in
      let z = try t.draw("z", .logits(1...4))
      let y = try t.draw("y", .distribution(of: z.count))
      let loss = try t.loss(.dense(logits: [z], y: [y]))
      try t.atMost(t.value("entropy", ["p": .vector(y)]), loss, "the entropy")
      if z.count == 1 { try t.equal(loss, Ball(0), "the loss of the only class") }
      if z.count > 1 { try t.less(Ball(0), loss, "nothing") }
    },
    Law(
      "sparse-logits-all-equal",
      "Equal logits cost log C whatever the label is: what a classifier costs before it learns.",
      clauses: ["SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-1"],
      source: "K. P. Murphy, Probabilistic Machine Learning: An Introduction, 2022, §10.3"
    ) { t in
      let n = try t.draw("C", Gen<Int>.int(1...10))
      let z = try t.draw("z", .logit)
      let label = try t.draw("label", Gen<Int>.int(0...n - 1))
      let logN = Ball.log(t.exact(Rational(n)))
      let row = Array(repeating: z, count: n)
      try t.equal(t.loss(.sparse(logits: row, label: label)), logN, "the loss")
    },
    Law(
      "nll-takes-log-probabilities-as-written",
      "The loss of a label is minus its log_p times its weight, also where log_p is positive.",
      clauses: ["NLL-LOSS-1", "NLL-LOSS-5"], source: "A. Paszke et al., PyTorch, 2019",
      world: wholeWorld
    ) { t in
      let row = try t.draw("log_p", .logits(1...4))
      let label = try t.draw("label", Gen<Int>.int(0...row.count - 1))
      let weights = try t.draw("w", .classWeights(of: row.count))
      let batch = Batch(logits: [row], labels: [label], classes: row.count)
      try t.equal(
        t.losses(.nll(batch, weights: weights))[0], t.exact(-weights[label] * row[label]),
        "the loss")
    },
    Law(
      "nll-of-logits-less-their-log-sum",
      "Logits cost what they do as log-probabilities, and the log-sum-exp of each row times the weight"
        + " of its label more.",
      clauses: ["NLL-LOSS-1", "NLL-LOSS-2", "LOG-SUM-EXP-1"],
      source: "A. Paszke et al., PyTorch, 2019"
    ) { t in
      let batch = try t.draw("batch", .batch())
      let weights = try t.draw("w", .classWeights(of: batch.classes))
      let sums = try batch.logits.map { try t.value("log_sum_exp", ["x": .vector($0)]) }
      let more = t.dot(batch.labels.map { weights[$0] }, sums)
      try t.equal(
        t.loss(.sparse(batch, weights: weights)), t.loss(.nll(batch, weights: weights)) + more,
        "the loss of the logits")
    },
    Law(
      "nll-of-log-softmax",
      "The loss of log-softmax as log-probabilities is the cross-entropy of the logits: sum and mean.",
      clauses: ["NLL-LOSS-2", "NLL-LOSS-4", "LOG-SOFTMAX-1"],
      source: "A. Paszke et al., PyTorch, 2019",
      // Log-softmax is irrational: it is handed over to 100 digits.
      promises: [.certified]
    ) { t in
      let batch = try t.draw("batch", .batch())
      let weights = try t.draw("w", .classWeights(of: batch.classes))
      var logarithms = batch
      logarithms.logits = try batch.logits.map { row in
        try t.values("log_softmax", ["x": .vector(row)]).map { t.near($0, digits: 100) }
      }
      // The loss is linear: an error δ of each log_p costs at most δ·Σ w, a weighted mean δ.
      let total = batch.labels.map { weights[$0] }.total
      let (nll, sparse) = (
        Call.nll(logarithms, weights: weights), Call.sparse(batch, weights: weights)
      )
      try t.close(
        t.loss(nll), t.loss(sparse), within: t.exact(total * .powerOfTwo(-99)), "the sums")
      try t.assume(!total.isZero)
      try t.close(
        t.loss(nll.reduced("mean")), t.loss(sparse.reduced("mean")),
        within: t.exact(.powerOfTwo(-99)), "the means")
    },
  ]
}
