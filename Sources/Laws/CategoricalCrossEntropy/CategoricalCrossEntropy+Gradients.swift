import CrossEntropy
import Exact
import Property

extension Law {
  /// Derivatives, as closed forms and by differences.
  static let categoricalGradients: [Law] = [
    Law(
      "categorical-logits-slope-is-p-less-y",
      "By its logits a row has the slope (Σa)·softmax(z) − a, where a is the weighted targets, also"
        + " where these do not add up to 1.",
      clauses: ["CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-3", "SOFTMAX-1"],
      source: "C. M. Bishop, Pattern Recognition and Machine Learning, 2006, §4.3.4",
      isSmooth: true, world: 300
    ) { t in
      let z = try t.draw("z", .logits(1...4))
      let y = try t.draw("y", Gen<Rational>.probability.array(count: z.count))
      let weights = try t.draw("w", .classWeights(of: z.count))
      let p = try t.values("softmax", ["x": .vector(z)])
      let a = zip(y, weights).map { $0 * $1 }
      try t.equal(
        t.slopes(.dense(logits: [z], y: [y], weights: weights), by: "logits"),
        zip(p, a).map { t.times(a.total, $0) - t.exact($1) }, "the slope")
    },
    Law(
      "sparse-logits-slope-is-p-less-one-hot",
      "By its logits a row has the slope softmax(z), less 1 at the label.",
      clauses: ["SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-7", "SOFTMAX-1"],
      source: "J. S. Bridle, Probabilistic Interpretation of Feedforward Classification Network"
        + " Outputs, 1990",
      isSmooth: true, world: 300
    ) { t in
      let z = try t.draw("z", .logits())
      let label = try t.draw("label", Gen<Int>.int(0...z.count - 1))
      var p = try t.values("softmax", ["x": .vector(z)])
      p[label] = p[label] - Ball(1)
      try t.equal(t.slopes(.sparse(logits: z, label: label), by: "logits"), p, "the slope")
    },
    Law(
      "categorical-logits-slopes-sum-to-zero",
      "The slopes of a row sum to 0 over its classes, whatever targets, weights and smoothing are.",
      clauses: [
        "CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-3", "SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-7",
      ],
      source: "C. M. Bishop, Pattern Recognition and Machine Learning, 2006, §4.3.4", isSmooth: true
    ) { t in
      let z = try t.draw("z", .logits(1...4))
      let y = try t.draw("y", Gen<Rational>.probability.array(count: z.count))
      let weights = try t.draw("w", .classWeights(of: z.count))
      let label = try t.draw("label", Gen<Int>.int(0...z.count - 1))
      let options: Call.Options = ["label_smoothing": .number(try t.draw("ε", .smoothing))]
      let dense = Call.dense(logits: [z], y: [y], weights: weights, options)
      let sparse = Call.sparse(logits: z, label: label, weights: weights, options)
      try t.equal(t.slopes(dense, by: "logits").sum, Ball(0), "the sum of the slopes")
      try t.equal(t.slopes(sparse, by: "logits").sum, Ball(0), "the sum of the slopes")
    },
    Law(
      "sparse-logits-slopes-have-signs",
      "A label's own slope is negative and the others positive; their sizes sum to 2(1 − p_t).",
      clauses: ["SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-7"],
      source: "I. Goodfellow, Y. Bengio, A. Courville, Deep Learning, 2016, §6.2.2", isSmooth: true,
      world: wholeWorld
    ) { t in
      let z = try t.draw("z", .row(2...4) { .logits(of: $0) })
      let label = try t.draw("label", Gen<Int>.int(0...z.count - 1))
      let slopes = try t.slopes(.sparse(logits: z, label: label), by: "logits")
      for c in z.indices {
        let size = c == label ? -slopes[c] : slopes[c]
        try t.atMost(Ball(0), size, "the size of slope \(c)")
        try t.atMost(size, Ball(1), "the size of slope \(c)")
      }
      let p = try t.values("softmax", ["x": .vector(z)])[label]
      try t.equal(
        slopes.indices.map { $0 == label ? -slopes[$0] : slopes[$0] }.sum,
        Ball(2) * (Ball(1) - p), "the sum of the sizes")
    },
    Law(
      "categorical-logits-slope-by-differences",
      "Each slope is the central difference of the loss, but for what its third derivative allows.",
      clauses: ["CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-3", "GRADIENT-1"],
      source: "W. H. Press et al., Numerical Recipes, 2007, §5.7",
      // A step of 2^−40 fits no format.
      promises: [.certified], world: wholeWorld
    ) { t in
      let z = try t.draw("z", .logits(1...4))
      let y = try t.draw("y", Gen<Rational>.probability.array(count: z.count))
      let weights = try t.draw("w", .classWeights(of: z.count))
      let options: Call.Options = ["label_smoothing": .number(try t.draw("ε", .smoothing))]
      let place = try t.draw("place", Gen<Int>.int(0...z.count - 1))
      let step = Rational.powerOfTwo(-40)
      func call(_ move: Rational) -> Call {
        var row = z
        row[place] = row[place] + move
        return .dense(logits: [row], y: [y], weights: weights, options)
      }
      let rise = try t.loss(call(step)) - t.loss(call(-step))
      // Along one logit the loss is A·log Σ e^z less a linear part, A = Σa ≤ Σw; the third derivative
      // p(1 − p)(1 − 2p) of the former is below 1/10, and the difference errs by h²/6 of it.
      try t.close(
        rise / t.exact(2 * step), t.slopes(call(0), by: "logits")[place],
        within: t.exact(step * step * weights.total / 60), "the difference less the slope")
    },
    Law(
      "categorical-slope-by-p",
      "By a probability a class has the slope −w·y/p; by differences too, but for what the third"
        + " derivative allows.",
      clauses: ["CATEGORICAL-CROSS-ENTROPY-5", "GRADIENT-1"],
      source: "W. H. Press et al., Numerical Recipes, 2007, §5.7",
      promises: [.certified], isSmooth: true, world: wholeWorld
    ) { t in
      let p = try t.draw(
        "p", .rows(1...1) { Gen<Rational>.coarseInnerProbability.array(count: $0) })[0]
      let y = try t.draw("y", .coarseMasses(of: p.count))
      let weights = try t.draw("w", .classWeights(of: p.count))
      let place = try t.draw("place", Gen<Int>.int(0...p.count - 1))
      let step = Rational.powerOfTwo(-40)
      func call(_ move: Rational) -> Call {
        var row = p
        row[place] = row[place] + move
        return .dense(p: [row], y: [y], weights: weights)
      }
      let slope = try t.slopes(call(0), by: "p")[place]
      let pull = weights[place] * y[place]
      try t.equal(slope, t.exact(-pull / p[place]), "the slope")
      // The third derivative of −a·log p is −2a/p³; h²/6 of it at the least p.
      let bound = step * step * pull / (3 * (p[place] - step).power(3))
      try t.close(
        (t.loss(call(step)) - t.loss(call(-step))) / t.exact(2 * step), slope,
        within: t.exact(bound), "the difference less the slope")
    },
    Law(
      "sparse-slope-by-p",
      "By its probability a label has the slope −w/p, and the other classes 0.",
      clauses: ["SPARSE-CATEGORICAL-CROSS-ENTROPY-6"],
      source: "C. M. Bishop, Pattern Recognition and Machine Learning, 2006, §4.3.4",
      isSmooth: true,
      world: wholeWorld
    ) { t in
      let p = try t.draw(
        "p", .rows(1...1) { Gen<Rational>.innerProbability.array(count: $0) })[0]
      let label = try t.draw("label", Gen<Int>.int(0...p.count - 1))
      let weights = try t.draw("w", .classWeights(of: p.count))
      try t.equal(
        t.slopes(.sparse(p: [p], labels: [label], weights: weights), by: "p"),
        p.indices.map { $0 == label ? t.exact(-weights[label] / p[label]) : Ball(0) }, "the slope")
    },
    Law(
      "nll-slope-is-minus-the-weight",
      "By log_p a label has the slope −w, and the other classes 0, whatever log_p is.",
      clauses: ["NLL-LOSS-6"], source: "A. Paszke et al., PyTorch, 2019", isSmooth: true,
      world: wholeWorld
    ) { t in
      let row = try t.draw("log_p", .logits(1...4))
      let label = try t.draw("label", Gen<Int>.int(0...row.count - 1))
      let weights = try t.draw("w", .classWeights(of: row.count))
      let batch = Batch(logits: [row], labels: [label], classes: row.count)
      try t.equal(
        t.slopes(.nll(batch, weights: weights), by: "log_p"),
        row.indices.map { $0 == label ? t.exact(-weights[label]) : Ball(0) }, "the slope")
    },
    Law(
      "categorical-slope-by-targets",
      "By a target the loss has the slope w(1 − ε)(−log p): it is what the loss rises by, since it is"
        + " linear in the target.",
      clauses: ["CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-1", "GRADIENT-1"],
      source: "A. Griewank, A. Walther, Evaluating Derivatives, 2008", isSmooth: true, world: 300
    ) { t in
      let z = try t.draw("z", .logits(1...4))
      let y = try t.draw(
        "y", Gen<Rational>.coarseInnerProbability.array(count: z.count))
      let weights = try t.draw("w", .classWeights(of: z.count))
      let smoothing = try t.draw("ε", .smoothing)
      let call = Call.dense(
        logits: [z], y: [y], weights: weights, ["label_smoothing": .number(smoothing)])
      let slopes = try t.slopes(call, by: "y")
      let logarithms = try t.values("log_softmax", ["x": .vector(z)])
      for c in z.indices {
        try t.equal(
          slopes[c], t.times(weights[c] * (1 - smoothing), -logarithms[c]), "slope \(c)")
        var certain = y
        certain[c] = 1
        let rise = try t.loss(call.with("y", .matrix([certain]))) - t.loss(call)
        try t.equal(rise, t.times(1 - y[c], slopes[c]), "the rise to a target of 1")
      }
    },
    Law(
      "categorical-slope-by-class-weights",
      "By the class weights the sum has slopes that make it up: Σ w_c·∂/∂w_c is the sum itself, and 0"
        + " for a weighted mean, which no common factor moves.",
      clauses: ["CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-1", "GRADIENT-1"],
      source: "L. Euler, Institutiones calculi differentialis, 1755 (homogeneous functions)",
      isSmooth: true
    ) { t in
      let batch = try t.draw("batch", .batch(rows: 1...3, classes: 1...3))
      let weights = try t.draw(
        "w", Gen<Rational>.element(of: [1, 2, 3, Rational(1, 2)]).array(count: batch.classes))
      let options: Call.Options = [
        "label_smoothing": .number(try t.draw("ε", .smoothing)), "normalization": "weight",
      ]
      for call in [
        Call.sparse(batch, weights: weights, options),
        .dense(logits: batch.logits, y: batch.oneHot, weights: weights, options),
      ] {
        try t.equal(t.dot(weights, t.slopes(call, by: "class_weight")), t.loss(call), "the sum")
        let mean = try t.slopes(call.reduced("mean"), by: "class_weight")
        try t.equal(t.dot(weights, mean), Ball(0), "the slope of the mean along the weights")
      }
    },
    Law(
      "sparse-weighted-mean-slope-by-class-weights",
      "By the weight of class c the weighted mean has the slope Σ (ℓ − mean)/W over its rows.",
      clauses: ["SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-5", "GRADIENT-1"],
      source: "A. Griewank, A. Walther, Evaluating Derivatives, 2008", isSmooth: true
    ) { t in
      let batch = try t.draw("batch", .batch(rows: 1...3, classes: 1...3))
      let weights = try t.draw(
        "w", Gen<Rational>.element(of: [1, 2, 3, Rational(1, 2)]).array(count: batch.classes))
      let call = Call.sparse(batch, weights: weights).reduced("mean")
      let mean = try t.loss(call)
      let losses = try t.losses(.sparse(batch))
      let total = t.exact(batch.labels.map { weights[$0] }.total)
      let slopes = try t.slopes(call, by: "class_weight")
      for c in weights.indices {
        let rows = batch.labels.indices.filter { batch.labels[$0] == c }
        try t.equal(slopes[c], rows.map { losses[$0] - mean }.sum / total, "slope \(c)")
      }
    },
    Law(
      "categorical-slope-by-smoothing",
      "By the smoothing the loss has the slope of the straight line from ε = 0 to ε = 1.",
      clauses: [
        "CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-1", "SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-1",
        "GRADIENT-1",
      ],
      source: "C. Szegedy et al., Rethinking the Inception Architecture, 2016, §7", isSmooth: true
    ) { t in
      let batch = try t.draw("batch", .batch(rows: 1...3, classes: 1...3))
      let weights = try t.draw("w", .classWeights(of: batch.classes))
      // Inside of [0, 1]; a sparse sum names other classes only where ε is not 0.
      let smoothing = try t.draw("ε", .element(of: [Rational(1, 2), Rational(1, 8)]))
      for call in [
        Call.sparse(batch, weights: weights),
        .dense(logits: batch.logits, y: batch.oneHot, weights: weights),
      ] {
        func at(_ smoothing: Rational) -> Call {
          call.with("label_smoothing", option: .number(smoothing))
        }
        try t.equal(
          t.slopes(at(smoothing), by: "label_smoothing")[0], t.loss(at(1)) - t.loss(at(0)),
          "the slope")
      }
    },
    Law(
      "softmax-classifier-slope",
      "By the weights of a linear softmax classifier the loss has the slope xᵀ(p − y), as the chain"
        + " rule makes it and as differences show.",
      clauses: ["SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-7", "LINEAR-1"],
      source: "C. M. Bishop, Pattern Recognition and Machine Learning, 2006, §4.3.4",
      promises: [.certified]
    ) { t in
      let x = try t.draw("x", .rows(1...3, classes: 2...2) { Gen.coarseLogits($0...$0) })
      let w = try t.draw("w", Gen<Rational>.coarse(-3...3).array(count: 3).array(count: 2))
      let labels = try t.draw("labels", .labels(x.count, of: 3))
      let feature = try t.draw("feature", Gen<Int>.int(0...1))
      let place = try t.draw("class", Gen<Int>.int(0...2))
      let step = Rational.powerOfTwo(-40)
      func loss(_ move: Rational) throws -> Ball {
        try t.loss(.sparse(try classifier(move)))
      }
      func classifier(_ move: Rational) throws -> Batch {
        var moved = w
        moved[feature][place] = moved[feature][place] + move
        let scores = try t.values("linear", ["x": .matrix(x), "w": .matrix(moved)])
        try t.holds(scores.allSatisfy(\.isExact), "a linear score is not exact")
        let numbers = scores.map { $0.midpoint.asRational }
        return Batch(
          logits: x.indices.map { Array(numbers[(3 * $0)..<(3 * $0 + 3)]) }, labels: labels,
          classes: 3)
      }
      let slopes = try t.slopes(.sparse(try classifier(0)), by: "logits")
      let column = x.map { $0[feature] }
      let chain = t.dot(column, x.indices.map { slopes[3 * $0 + place] })
      // A step h of the weight is a step h·x of one logit of each row: third derivatives |x|³/10.
      let cubes = column.map { $0.magnitude.power(3) }.total
      try t.close(
        (loss(step) - loss(-step)) / t.exact(2 * step), chain,
        within: t.exact(step * step * cubes / 60), "the difference less xᵀ(p − y)")
    },
  ]
}
