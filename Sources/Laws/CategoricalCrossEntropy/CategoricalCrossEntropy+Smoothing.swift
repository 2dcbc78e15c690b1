import CrossEntropy
import Exact
import Property

private let szegedy = "C. Szegedy et al., Rethinking the Inception Architecture, 2016, §7"

extension Law {
  /// Labels that are not quite certain.
  static let categoricalSmoothing: [Law] = [
    Law(
      "smoothing-mixes-hard-and-uniform",
      "Smoothing by ε is (1 − ε) of the loss of the label and ε of that of the uniform target.",
      clauses: ["SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-1", "POLICY-11", "POLICY-12"],
      source: szegedy,
      examples: [
        ["z": [Rational(1), 0], "label": 0, "w": [Rational(1), 1], "ε": Rational(1, 8)]
      ], world: wholeWorld
    ) { t in
      let z = try t.draw("z", .logits(1...4))
      let label = try t.draw("label", Gen<Int>.int(0...z.count - 1))
      let weights = try t.draw("w", .classWeights(of: z.count))
      let smoothing = try t.draw("ε", .smoothing)
      let call = Call.sparse(logits: z, label: label, weights: weights)
      let all = try z.indices.map {
        try t.loss(.sparse(logits: z, label: $0, weights: weights))
      }
      let smoothed = try t.loss(call.with("label_smoothing", option: .number(smoothing)))
      try t.equal(
        smoothed,
        t.times(1 - smoothing, all[label])
          + t.times(smoothing, all.sum) / Ball(z.count), "the smoothed loss")
    },
    Law(
      "smoothing-is-a-smoothed-target",
      "Smoothing targets y by ε is the loss of the targets (1 − ε)y + ε/C: values and slopes.",
      clauses: ["CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-1", "POLICY-11"], source: szegedy,
      // ε/3 is no number of a format.
      promises: [.certified], isSmooth: true, world: 300
    ) { t in
      let z = try t.draw("z", .logits(1...4))
      let y = try t.draw("y", Gen<Rational>.probability.array(count: z.count))
      let weights = try t.draw("w", .classWeights(of: z.count))
      let smoothing = try t.draw("ε", .smoothing)
      let target = y.map { (1 - smoothing) * $0 + smoothing / Rational(z.count) }
      let call = Call.dense(
        logits: [z], y: [y], weights: weights, ["label_smoothing": .number(smoothing)])
      let plain = Call.dense(logits: [z], y: [target], weights: weights)
      try t.equal(t.loss(call), t.loss(plain), "the loss")
      try t.equal(t.slopes(call, by: "logits"), t.slopes(plain, by: "logits"), "the slope")
    },
    Law(
      "smoothing-by-one-forgets-the-label",
      "Smoothed by 1 every label costs the same: what the uniform target does.",
      clauses: ["SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-1", "POLICY-11"], source: szegedy,
      world: wholeWorld
    ) { t in
      let z = try t.draw("z", .logits(1...4))
      let weights = try t.draw("w", .classWeights(of: z.count))
      let losses = try z.indices.map {
        try t.losses(.sparse(logits: z, label: $0, weights: weights, ["label_smoothing": 1]))[0]
      }
      for loss in losses { try t.equal(loss, losses[0], "the loss") }
    },
    Law(
      "smoothing-by-zero-is-none",
      "Smoothed by 0 a label costs what it does without smoothing, also where another logit is −∞.",
      clauses: [
        "SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-1",
        "SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-8",
      ],
      source: szegedy, world: wholeWorld
    ) { t in
      let z = try t.draw("z", .maskedLogits(1...4))
      let label = try t.draw("label", Gen<Int>.int(0...z.count - 1))
      let call = Call.sparse(logits: z.map { _ in .zero }, label: label)
        .with("logits", .matrix([z]))
      try t.equal(
        t.loss(call.with("label_smoothing", option: .number(0))), t.loss(call), "the loss")
    },
    Law(
      "smoothing-of-an-excluded-class-is-infinite",
      "With smoothing every class may be the right one, so that a logit of −∞ costs ∞.",
      clauses: ["SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-1"],
      source: "R. Müller, S. Kornblith, G. Hinton, When Does Label Smoothing Help?, 2019",
      world: wholeWorld
    ) { t in
      let z = try t.draw("z", .logits(1...4))
      let smoothing = try t.draw("ε", .element(of: [Rational(1, 8), Rational(1), Rational(1, 2)]))
      let row = z.map { Extended.finite($0) } + [.infinity(isNegative: true)]
      let call = Call.sparse(logits: z + [0], label: 0, ["label_smoothing": .number(smoothing)])
        .with("logits", .matrix([row]))
      try t.equal(t.loss(call), .infinity, "the loss")
    },
    Law(
      "smoothing-keeps-the-sum-of-a-target",
      "Smoothing takes as much as it gives: equal logits cost log C at any ε.",
      clauses: [
        "SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-1", "CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-1",
        "POLICY-11",
      ], source: szegedy, world: wholeWorld
    ) { t in
      let y = try t.draw("y", .distribution(1...4))
      let z = try t.draw("z", .logit)
      let smoothing = try t.draw("ε", .smoothing)
      let row = y.map { _ in z }
      let logN = Ball.log(t.exact(Rational(y.count)))
      let options: Call.Options = ["label_smoothing": .number(smoothing)]
      try t.equal(t.loss(.dense(logits: [row], y: [y], options)), logN, "the dense loss")
      try t.equal(t.loss(.sparse(logits: row, label: 0, options)), logN, "the sparse loss")
    },
    Law(
      "smoothing-costs-confidence",
      "Smoothed by ε a loss is at least ε/C of the distance of any two logits: too far ahead is"
        + " no longer free, and there is a best margin.",
      clauses: ["SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-1"],
      source: "R. Müller, S. Kornblith, G. Hinton, When Does Label Smoothing Help?, 2019",
      examples: [["z": [Rational(1000), 0], "label": 0, "ε": Rational(1, 8)]], world: wholeWorld
    ) { t in
      let z = try t.draw("z", .logits(1...4))
      let label = try t.draw("label", Gen<Int>.int(0...z.count - 1))
      let smoothing = try t.draw("ε", .element(of: [Rational(1, 8), Rational(1, 2), .one]))
      let loss = try t.loss(
        .sparse(logits: z, label: label, ["label_smoothing": .number(smoothing)]))
      // Of its C surprises, all from 0 up, the least likely class has at least max z − min z.
      let spread = z.max()! - z.min()!
      try t.atMost(t.exact(spread * smoothing / Rational(z.count)), loss, "ε/C of the distance")
    },
    Law(
      "smoothing-is-least-at-the-smoothed-target",
      "No logits cost less than the entropy of the smoothed target, and its logarithms reach it.",
      clauses: ["SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-1", "POLICY-11"],
      source: "R. Müller, S. Kornblith, G. Hinton, When Does Label Smoothing Help?, 2019",
      // ε/3 is no number of a format, and logarithms are irrational: they are asked for to 60 digits.
      promises: [.certified], world: wholeWorld
    ) { t in
      let z = try t.draw("z", .logits(1...4))
      let label = try t.draw("label", Gen<Int>.int(0...z.count - 1))
      let smoothing = try t.draw("ε", .element(of: [Rational(1, 8), Rational(1, 2), .one]))
      let n = z.count
      let share = smoothing / Rational(n)
      let target = (0..<n).map { $0 == label ? 1 - smoothing + share : share }
      let entropy = try t.value("entropy", ["p": .vector(target)])
      let options: Call.Options = ["label_smoothing": .number(smoothing)]
      try t.atMost(
        entropy, t.loss(.sparse(logits: z, label: label, options)), "the entropy")
      let best = target.map { t.near(.log(t.exact($0)), digits: 60) }
      // At the best logits the slope is 0, and the curvature at most |d|²/2 with |d|² ≤ 4·2^−120.
      try t.close(
        t.loss(.sparse(logits: best, label: label, options)), entropy,
        within: t.exact(.powerOfTwo(-119)), "the loss of the best less the entropy")
    },
    Law(
      "smoothing-leaves-the-divisor",
      "The weighted mean divides by the weights of the labels as they were, without smoothing.",
      clauses: ["SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-5"],
      source: "A. Paszke et al., PyTorch, 2019"
    ) { t in
      let batch = try t.draw("batch", .batch())
      let weights = try t.draw("w", .classWeights(of: batch.classes))
      let smoothing = try t.draw("ε", .smoothing)
      let total = batch.labels.map { weights[$0] }.total
      try t.assume(!total.isZero)
      let call = Call.sparse(batch, weights: weights, ["label_smoothing": .number(smoothing)])
      try t.equal(t.loss(call.reduced("mean")), t.loss(call) / t.exact(total), "the mean")
    },
  ]
}
