import CrossEntropy
import Exact
import Property

extension Law {
  /// What does not change the loss of logits.
  static let categoricalInvariances: [Law] = [
    Law(
      "categorical-logits-shift",
      "Adding the same to all logits of a row changes neither loss nor slope, dense and sparse.",
      clauses: [
        "CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-2", "SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-2",
      ],
      source: "I. Goodfellow, Y. Bengio, A. Courville, Deep Learning, 2016, §4.1", isSmooth: true,
      world: 300
    ) { t in
      let z = try t.draw("z", .coarseLogits(1...4))
      let y = try t.draw("y", Gen<Rational>.probability.array(count: z.count))
      let shift = try t.draw("shift", .coarse(-40...40))
      let label = try t.draw("label", Gen<Int>.int(0...z.count - 1))
      let moved = z.map { $0 + shift }
      for (call, other) in [
        (Call.dense(logits: [z], y: [y]), Call.dense(logits: [moved], y: [y])),
        (.sparse(logits: z, label: label), .sparse(logits: moved, label: label)),
      ] {
        try t.equal(t.loss(call), t.loss(other), "the loss")
        try t.equal(t.slopes(call, by: "logits"), t.slopes(other, by: "logits"), "the slope")
      }
    },
    Law(
      "categorical-logits-order-of-classes",
      "Classes in another order, with their targets, labels and weights, cost the same, and their"
        + " slopes come in that order.",
      clauses: ["CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-7"],
      source: "C. M. Bishop, Pattern Recognition and Machine Learning, 2006, §4.3.4", isSmooth: true
    ) { t in
      let z = try t.draw("z", .logits(1...4))
      let n = z.count
      let y = try t.draw("y", Gen<Rational>.probability.array(count: n))
      let weights = try t.draw("w", .classWeights(of: n))
      let label = try t.draw("label", Gen<Int>.int(0...n - 1))
      let order = try t.draw("order", .order(of: n))
      func moved(_ row: [Rational]) -> [Rational] { order.map { row[$0] } }
      let dense = Call.dense(logits: [z], y: [y], weights: weights)
      let other = Call.dense(logits: [moved(z)], y: [moved(y)], weights: moved(weights))
      try t.equal(t.loss(dense), t.loss(other), "the loss")
      let slopes = try t.slopes(dense, by: "logits")
      try t.equal(order.map { slopes[$0] }, t.slopes(other, by: "logits"), "the slope")
      let sparse = Call.sparse(
        logits: moved(z), label: order.firstIndex(of: label)!, weights: moved(weights))
      try t.equal(
        t.losses(sparse), t.losses(.sparse(logits: z, label: label, weights: weights)),
        "the sparse loss")
    },
    Law(
      "sparse-logits-with-an-excluded-class",
      "A class of logit −∞ that is not the label changes neither the loss nor the slopes of the"
        + " others, and has slope 0; at the label it costs ∞.",
      clauses: [
        "SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-8", "CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-4",
        "POLICY-5", "POLICY-6",
      ], source: "A. Vaswani et al., Attention Is All You Need, 2017, §3.2.3", world: 200
    ) { t in
      let z = try t.draw("z", .logits(1...4))
      let label = try t.draw("label", Gen<Int>.int(0...z.count - 1))
      let call = Call.sparse(logits: z, label: label)
      let masked = z.map { Extended.finite($0) } + [.infinity(isNegative: true)]
      let wider = call.with("logits", .matrix([masked]))
      try t.equal(t.loss(wider), t.loss(call), "the loss")
      try t.equal(
        t.slopes(wider, by: "logits"), t.slopes(call, by: "logits") + [Ball(0)], "the slope")
      try t.equal(t.loss(wider.with("labels", .labels([z.count]))), .infinity, "the loss of −∞")
      let y = (0...z.count).map { $0 == label ? Rational.one : .zero }
      let dense = Call.dense(logits: [y], y: [y]).with("logits", .matrix([masked]))
      try t.equal(t.loss(dense), t.loss(call), "the dense loss")
    },
    Law(
      "sparse-logits-at-infinity",
      "One logit of +∞ takes all: its label costs nothing, and any other ∞.",
      clauses: ["POLICY-6", "SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-1"],
      source: "P. Blanchard, D. J. Higham, N. J. Higham, Accurately Computing the Log-Sum-Exp and"
        + " Softmax Functions, 2021",
      world: wholeWorld
    ) { t in
      let z = try t.draw("z", .logits(1...4))
      let place = try t.draw("place", Gen<Int>.int(0...z.count))
      let label = try t.draw("label", Gen<Int>.int(0...z.count))
      var row = z.map { Extended.finite($0) }
      row.insert(.infinity(isNegative: false), at: place)
      let call = Call.sparse(logits: z + [0], label: label).with("logits", .matrix([row]))
      try t.equal(t.loss(call), label == place ? Ball(0) : .infinity, "the loss")
    },
    Law(
      "sparse-logits-of-one-class",
      "Where there is one class, nothing is learned: loss and slope are 0.",
      clauses: ["SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-1"],
      source: "C. M. Bishop, Pattern Recognition and Machine Learning, 2006, §4.3.4",
      isSmooth: true,
      world: wholeWorld
    ) { t in
      let z = try t.draw("z", .logit)
      let call = Call.sparse(logits: [z], label: 0)
      try t.equal(t.loss(call), Ball(0), "the loss")
      try t.equal(t.slopes(call, by: "logits"), [Ball(0)], "the slope")
    },
  ]
}
