import CrossEntropy
import Exact
import Property

extension Law {
  /// What probabilities cost against targets and labels.
  static let categoricalProbabilities: [Law] = [
    Law(
      "categorical-is-cross-entropy",
      "The loss of a row of probabilities against a row of targets is their cross-entropy.",
      clauses: ["CATEGORICAL-CROSS-ENTROPY-1", "CROSS-ENTROPY-1"],
      source: "I. Goodfellow, Y. Bengio, A. Courville, Deep Learning, 2016, §5.5", world: 300
    ) { t in
      let p = try t.draw("p", .masses(1...4))
      let y = try t.draw("y", .masses(p.count...p.count))
      try t.equal(
        t.loss(.dense(p: [p], y: [y])),
        t.value("cross_entropy", ["p": .vector(y), "q": .vector(p)]), "the loss")
    },
    Law(
      "categorical-is-positive-unless-certain-and-right",
      "The loss of distributions is at least 0, and 0 only where both are certain of the same class.",
      clauses: ["CATEGORICAL-CROSS-ENTROPY-1"],
      source: "T. Gneiting, A. E. Raftery, Strictly Proper Scoring Rules, 2007", world: 300
    ) { t in
      let p = try t.draw("p", .distribution(1...4))
      let y = try t.draw("y", .distribution(of: p.count))
      let loss = try t.loss(.dense(p: [p], y: [y]))
      if p == y && p.contains(.one) {
        try t.equal(loss, Ball(0), "the loss")
      } else {
        try t.less(Ball(0), loss, "nothing")
      }
    },
    Law(
      "categorical-is-least-at-the-target",
      "Against targets y no distribution costs less than y itself, which costs its entropy; any other"
        + " costs the divergence more.",
      clauses: ["CATEGORICAL-CROSS-ENTROPY-1", "CROSS-ENTROPY-3"],
      source: "T. M. Cover, J. A. Thomas, Elements of Information Theory, 2006, §2.6", world: 300
    ) { t in
      let y = try t.draw("y", .distribution(1...4))
      let p = try t.draw("p", .distribution(of: y.count))
      let entropy = try t.value("entropy", ["p": .vector(y)])
      let loss = try t.loss(.dense(p: [p], y: [y]))
      let divergence = try t.value("kl_divergence", ["p": .vector(y), "q": .vector(p)])
      try t.equal(t.loss(.dense(p: [y], y: [y])), entropy, "the loss of y itself")
      try t.equal(loss, entropy + divergence, "H(y) + KL(y‖p)")
      if p != y { try t.less(entropy, loss, "the entropy against the loss of p") }
    },
    Law(
      "categorical-contradiction-is-infinite",
      "A class of probability 0 costs ∞ where its target is above 0, and nothing where it is 0.",
      clauses: ["CATEGORICAL-CROSS-ENTROPY-2", "POLICY-5", "POLICY-7"],
      source: "T. M. Cover, J. A. Thomas, Elements of Information Theory, 2006, §2.3", world: 300
    ) { t in
      let p = try t.draw("p", .masses(1...4))
      let y = try t.draw("y", .masses(p.count...p.count))
      let loss = try t.loss(.dense(p: [p], y: [y]))
      if zip(p, y).contains(where: { $0.isZero && !$1.isZero }) {
        try t.equal(loss, .infinity, "the loss")
      } else {
        try t.isFinite(loss, "the loss")
        try t.equal(
          loss, -zip(p, y).map { t.times($1, .log(t.exact($0))) }.sum, "−Σ y log p")
      }
    },
    Law(
      "categorical-takes-probabilities-as-written",
      "Probabilities are not made to add up to one: halves of them cost log 2 a unit of target more.",
      clauses: ["CATEGORICAL-CROSS-ENTROPY-1", "POLICY-8"],
      source: "F. Chollet et al., Keras, 2015",
      world: 300
    ) { t in
      let p = try t.draw("p", .rows(1...1) { Gen<Rational>.innerProbability.array(count: $0) })
      let y = try t.draw("y", .like(p) { .coarseMasses(of: $0) })
      let halves = p.map { $0.map { $0 * Rational(1, 2) } }
      let more = t.times(y[0].total, .log(t.exact(2)))
      try t.equal(
        t.loss(.dense(p: halves, y: y)), t.loss(.dense(p: p, y: y)) + more, "the loss of halves")
    },
    Law(
      "categorical-is-linear-in-the-target",
      "The loss of a soft target is the mixture of the losses of its classes.",
      clauses: ["CATEGORICAL-CROSS-ENTROPY-1", "SPARSE-CATEGORICAL-CROSS-ENTROPY-1"],
      source: "T. M. Cover, J. A. Thomas, Elements of Information Theory, 2006, §2.1", world: 300
    ) { t in
      let p = try t.draw("p", .masses(1...4))
      let y = try t.draw("y", .masses(p.count...p.count))
      let hard = try p.indices.map { try t.loss(.sparse(p: [p], labels: [$0])) }
      try t.equal(t.loss(.dense(p: [p], y: [y])), t.dot(y, hard), "the loss")
    },
    Law(
      "sparse-is-the-surprise-at-the-label",
      "The loss of a label is the information content of its probability, times its weight.",
      clauses: ["SPARSE-CATEGORICAL-CROSS-ENTROPY-1", "INFORMATION-CONTENT-1"],
      source: "C. E. Shannon, A Mathematical Theory of Communication, 1948", world: wholeWorld
    ) { t in
      let p = try t.draw("p", .masses(1...4))
      let label = try t.draw("label", Gen<Int>.int(0...p.count - 1))
      let weights = try t.draw("w", .classWeights(of: p.count))
      let surprise = try t.value("information_content", ["p": .vector([p[label]])])
      let loss = try t.losses(.sparse(p: [p], labels: [label], weights: weights))[0]
      try t.equal(loss, t.times(weights[label], surprise), "the loss")
    },
    Law(
      "sparse-looks-at-the-label-only",
      "What the other classes are given changes neither the loss of a label nor its slope.",
      clauses: ["SPARSE-CATEGORICAL-CROSS-ENTROPY-1", "POLICY-8"],
      source: "I. J. Good, Rational Decisions, 1952 (the local score)", world: 300
    ) { t in
      let p = try t.draw("p", .masses(1...4))
      let others = try t.draw("q", .masses(p.count...p.count))
      let label = try t.draw("label", Gen<Int>.int(0...p.count - 1))
      var q = others
      q[label] = p[label]
      let (call, other) = (
        Call.sparse(p: [p], labels: [label]), Call.sparse(p: [q], labels: [label])
      )
      try t.equal(t.loss(call), t.loss(other), "the loss")
      try t.equal(t.slopes(call, by: "p"), t.slopes(other, by: "p"), "the slope")
    },
    Law(
      "sparse-is-dense-with-one-hot-targets",
      "A label is the target that is 1 there and 0 elsewhere: losses, means and slopes agree.",
      clauses: ["SPARSE-CATEGORICAL-CROSS-ENTROPY-2"],
      source: "C. M. Bishop, Pattern Recognition and Machine Learning, 2006, §4.3.4"
    ) { t in
      let p = try t.draw("p", .rows { Gen<Rational>.probability.array(count: $0) })
      let n = p[0].count
      let labels = try t.draw("labels", .labels(p.count, of: n))
      let weights = try t.draw("w", .classWeights(of: n))
      let y = labels.map { label in (0..<n).map { $0 == label ? Rational.one : .zero } }
      let sparse = Call.sparse(p: p, labels: labels, weights: weights, ["normalization": "count"])
      let dense = Call.dense(p: p, y: y, weights: weights)
      try t.equal(t.losses(sparse), t.losses(dense), "the loss")
      try t.equal(t.loss(sparse.reduced("mean")), t.loss(dense.reduced("mean")), "the mean")
      try t.equal(t.slopes(sparse, by: "p"), t.slopes(dense, by: "p"), "the slope")
    },
    Law(
      "sparse-merging-classes-costs-no-more",
      "Where two classes are taken as one, the label costs no more than before.",
      clauses: ["SPARSE-CATEGORICAL-CROSS-ENTROPY-1"],
      source: "T. M. Cover, J. A. Thomas, Elements of Information Theory, 2006, §2.7 (log sums)",
      world: wholeWorld
    ) { t in
      let p = try t.draw("p", .rows(1...1, classes: 2...4) { .gridDistribution(of: $0) })[0]
      let label = try t.draw("label", Gen<Int>.int(0...1))
      let merged = [p[0] + p[1]] + p.dropFirst(2)
      try t.atMost(
        t.loss(.sparse(p: [merged], labels: [0])), t.loss(.sparse(p: [p], labels: [label])),
        "the loss of the merged class")
    },
  ]

  /// Cutting probabilities off.
  static let categoricalClips: [Law] = [
    Law(
      "categorical-clip-moves-probabilities",
      "A clip c is the loss of the nearest probabilities in [c, 1 − c], dense and sparse.",
      clauses: ["CATEGORICAL-CROSS-ENTROPY-4", "SPARSE-CATEGORICAL-CROSS-ENTROPY-5"],
      source: "F. Chollet et al., Keras, 2015", world: 300
    ) { t in
      let p = try t.draw("p", .rows(1...1) { .coarseMasses(of: $0) })
      let y = try t.draw("y", .like(p) { .coarseMasses(of: $0) })
      let c = try t.draw("c", .element(of: [Rational(1, 4), Rational(1, 8), .powerOfTwo(-7)]))
      let label = try t.draw("label", Gen<Int>.int(0...p[0].count - 1))
      let near = p.map { $0.map { min(max($0, c), 1 - c) } }
      let options: Call.Options = ["clip": .number(c)]
      try t.equal(
        t.loss(.dense(p: p, y: y, options)), t.loss(.dense(p: near, y: y)), "the dense loss")
      let loss = try t.loss(.sparse(p: p, labels: [label], options))
      try t.equal(loss, t.loss(.sparse(p: near, labels: [label])), "the sparse loss")
      try t.atMost(loss, -.log(t.exact(c)), "the sparse loss")
      try t.atMost(-.log(t.exact(1 - c)), loss, "−log(1 − c)")
    },
    Law(
      "categorical-clip-has-no-slope",
      "Where a probability is clipped its slope is 0; inside it is as without a clip.",
      clauses: ["CATEGORICAL-CROSS-ENTROPY-5", "SPARSE-CATEGORICAL-CROSS-ENTROPY-5"],
      source: "M. Abadi et al., TensorFlow, 2016", cover: ["clipped": 0.05], world: 300
    ) { t in
      let p = try t.draw("p", .rows(1...1) { .coarseMasses(of: $0) })
      let y = try t.draw("y", .like(p) { .coarseMasses(of: $0) })
      let c = try t.draw("c", .element(of: [Rational(1, 4), Rational(1, 8), .powerOfTwo(-7)]))
      // At the ends of [c, 1 − c] the slope may be either.
      try t.assume(!p[0].contains { $0 == c || $0 == 1 - c })
      let clipped = try t.slopes(.dense(p: p, y: y, ["clip": .number(c)]), by: "p")
      let plain = try t.slopes(.dense(p: p, y: y), by: "p")
      for (index, p) in p[0].enumerated() {
        let isInside = c < p && p < 1 - c
        if !isInside { t.label("clipped") }
        try t.equal(clipped[index], isInside ? plain[index] : Ball(0), "slope \(index)")
      }
      let label = y[0].firstIndex(of: .one) ?? 0
      let sparse = try t.slopes(.sparse(p: p, labels: [label], ["clip": .number(c)]), by: "p")
      let isInside = c < p[0][label] && p[0][label] < 1 - c
      try t.equal(
        sparse[label], isInside ? -(Ball(1) / t.exact(p[0][label])) : Ball(0), "the sparse slope")
    },
  ]
}
