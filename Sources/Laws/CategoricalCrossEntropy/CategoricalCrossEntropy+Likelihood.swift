import CrossEntropy
import Exact
import Property

extension Law {
  /// Least cross-entropy is greatest likelihood, and both are frequencies.
  static let categoricalLikelihood: [Law] = [
    Law(
      "sparse-is-negative-log-likelihood",
      "The sum of the losses is minus the logarithm of the probability given to all labels.",
      clauses: ["SPARSE-CATEGORICAL-CROSS-ENTROPY-1", "NEGATIVE-LOG-LIKELIHOOD-1"],
      source: "I. Goodfellow, Y. Bengio, A. Courville, Deep Learning, 2016, §5.5"
    ) { t in
      let p = try t.draw("p", .rows(1...5) { .distribution(of: $0) })
      let labels = try t.draw("labels", .labels(p.count, of: p[0].count))
      let given = zip(p, labels).map { $0[$1] }
      let loss = try t.loss(.sparse(p: p, labels: labels))
      try t.equal(loss, t.value("negative_log_likelihood", ["p": .vector(given)]), "the sum")
      let likelihood = try t.value("likelihood", ["p": .vector(given)])
      if loss.isInfinite {
        try t.equal(likelihood, Ball(0), "the likelihood")
      } else if loss.isFinite {
        try t.equal(.exp(-loss), likelihood, "e^−sum")
      }
    },
    Law(
      "sparse-orders-models-as-likelihood",
      "Of two models the one with the smaller mean loss gives the data the greater probability.",
      clauses: ["SPARSE-CATEGORICAL-CROSS-ENTROPY-1", "LIKELIHOOD-1"],
      source: "C. M. Bishop, Pattern Recognition and Machine Learning, 2006, §1.2.5"
    ) { t in
      let p = try t.draw("p", .rows(1...4) { .gridDistribution(of: $0) })
      let q = try t.draw("q", .like(p) { .gridDistribution(of: $0) })
      let labels = try t.draw("labels", .labels(p.count, of: p[0].count))
      func model(_ rows: [[Rational]]) throws -> (loss: Ball, product: Rational) {
        let call = Call.sparse(p: rows, labels: labels).reduced("mean")
        return (try t.loss(call), zip(rows, labels).reduce(.one) { $0 * $1.0[$1.1] })
      }
      let (first, second) = (try model(p), try model(q))
      if first.product > second.product { try t.less(first.loss, second.loss, "the loss of p") }
      if first.product < second.product { try t.less(second.loss, first.loss, "the loss of q") }
      if first.product == second.product { try t.equal(first.loss, second.loss, "the losses") }
    },
    Law(
      "sparse-constant-is-the-frequency",
      "Of all constant predictions the empirical frequencies cost least, also under imbalance: their"
        + " entropy a row.",
      clauses: ["SPARSE-CATEGORICAL-CROSS-ENTROPY-1"],
      source: "T. M. Cover, J. A. Thomas, Elements of Information Theory, 2006, §11.1",
      // Frequencies are thirds and sevenths.
      promises: [.certified], cover: ["imbalance": 0.1]
    ) { t in
      let counts = try t.draw("counts", Gen<Int>.int(1...9).array(1...4))
      let q = try t.draw("q", .innerDistribution(of: counts.count))
      if counts.max()! >= 4 * counts.min()! { t.label("imbalance") }
      let labels = counts.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element) }
      let frequency = counts.map { Rational($0, labels.count) }
      func call(_ row: [Rational]) -> Call { .sparse(p: labels.map { _ in row }, labels: labels) }
      let least = try t.loss(call(frequency).reduced("mean"))
      try t.equal(least, t.value("entropy", ["p": .vector(frequency)]), "the least mean")
      let other = try t.loss(call(q).reduced("mean"))
      if q == frequency { try t.equal(least, other) } else { try t.less(least, other, "the least") }
    },
    Law(
      "sparse-weighted-constant-is-the-weighted-frequency",
      "Under class weights the constant that costs least is the share of weight of each class, where"
        + " all classes have the same slope.",
      clauses: ["SPARSE-CATEGORICAL-CROSS-ENTROPY-1", "SPARSE-CATEGORICAL-CROSS-ENTROPY-6"],
      source: "C. Elkan, The Foundations of Cost-Sensitive Learning, 2001",
      promises: [.certified]
    ) { t in
      let counts = try t.draw("counts", Gen<Int>.int(1...6).array(1...4))
      let n = counts.count
      let weights = try t.draw("w", Gen<Rational>.positive(upTo: 8).array(count: n))
      let q = try t.draw("q", .innerDistribution(of: n))
      let labels = counts.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element) }
      let shares = zip(counts, weights).map { Rational($0) * $1 }
      let best = shares.map { $0 / shares.total }
      func call(_ row: [Rational]) -> Call {
        .sparse(p: labels.map { _ in row }, labels: labels, weights: weights)
      }
      let slopes = try t.slopes(call(best), by: "p")
      for c in 0..<n {
        // Lagrange: along the simplex nothing is gained where all slopes are the same, minus Σ w.
        let slope = labels.indices.map { slopes[$0 * n + c] }.sum
        try t.equal(slope, t.exact(-shares.total), "the slope of class \(c)")
      }
      if q != best { try t.less(t.loss(call(best)), t.loss(call(q)), "the least") }
    },
    Law(
      "sparse-logits-slope-vanishes-at-the-frequency",
      "A bias of log-frequencies has slope 0: a classifier that knows nothing answers the frequencies.",
      clauses: ["SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-7"],
      source: "T. Hastie, R. Tibshirani, J. Friedman, The Elements of Statistical Learning, 2009,"
        + " §4.4",
      // Logarithms are irrational: they are asked for to 60 digits.
      promises: [.certified]
    ) { t in
      let counts = try t.draw("counts", Gen<Int>.int(1...9).array(1...4))
      let n = counts.count
      let labels = counts.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element) }
      let bias = counts.map { t.near(.log(t.exact(Rational($0))), digits: 60) }
      let batch = Batch(logits: labels.map { _ in bias }, labels: labels, classes: n)
      let slopes = try t.slopes(.sparse(batch), by: "logits")
      for c in 0..<n {
        // |∂p/∂z| summed over z is 2p(1 − p) ≤ 1/2: an error δ of the logits moves p by δ/2.
        try t.close(
          labels.indices.map { slopes[$0 * n + c] }.sum, Ball(0),
          within: t.exact(Rational(labels.count) * .powerOfTwo(-60)), "the slope of class \(c)")
      }
    },
    Law(
      "categorical-mean-target-stands-for-all",
      "A constant prediction costs n rows of targets what it costs n times their mean.",
      clauses: ["CATEGORICAL-CROSS-ENTROPY-1", "CATEGORICAL-CROSS-ENTROPY-3"],
      source: "T. M. Cover, J. A. Thomas, Elements of Information Theory, 2006, §11.1"
    ) { t in
      let p = try t.draw("p", .rows(1...1) { Gen<Rational>.innerProbability.array(count: $0) })[0]
      let y = try t.draw(
        "y", Gen<[Rational]>.coarseMasses(of: p.count).array(count: 2))
      let mean = p.indices.map { (y[0][$0] + y[1][$0]) * Rational(1, 2) }
      try t.equal(
        t.loss(.dense(p: [p, p], y: y).reduced("mean")), t.loss(.dense(p: [p], y: [mean])),
        "the mean loss")
    },
    Law(
      "softmax-separable-data-have-no-minimum",
      "Where every row has its greatest logit at its label, larger logits always cost less, down to 0.",
      clauses: ["SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-1"],
      source: "A. Albert, J. A. Anderson, On the Existence of Maximum Likelihood Estimates in"
        + " Logistic Regression Models, 1984"
    ) { t in
      let z = try t.draw(
        "z", .rows(classes: 2...4) { Gen<Rational>.coarse(-6...6).array(count: $0) })
      let scale = try t.draw("scale", Gen<Int>.int(1...4))
      let labels = z.map { row in row.firstIndex(of: row.max()!)! }
      let gaps = zip(z, labels).map { row, label in
        row.indices.filter { $0 != label }.map { row[label] - row[$0] }.min()!
      }
      try t.assume(gaps.allSatisfy { $0 > 0 })
      func loss(_ scale: Int) throws -> Ball {
        let rows = z.map { $0.map { Rational(scale) * $0 } }
        return try t.loss(.sparse(Batch(logits: rows, labels: labels, classes: z[0].count)))
      }
      try t.less(loss(scale + 1), loss(scale), "the loss of larger logits")
      // log(1 + (C − 1)e^−m) ≤ (C − 1)e^−m
      let bound = (gaps.map { Ball(z[0].count - 1) * .exp(t.exact(-Rational(scale) * $0)) }).sum
      try t.atMost(loss(scale), bound, "the loss")
    },
  ]
}
