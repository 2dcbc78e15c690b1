import CrossEntropy
import Exact
import Property

extension Law {
  /// What a probability costs against what happened.
  static let binaryProbabilities: [Law] = [
    Law(
      "binary-is-the-expected-surprise",
      "The loss of p against y is −(y log p + (1 − y) log(1 − p)).",
      clauses: ["BINARY-CROSS-ENTROPY-1"], source: "I. J. Good, Rational Decisions, 1952",
      examples: [
        ["p": Rational(1, 2), "y": Rational(1)], ["p": Rational(9, 10), "y": Rational(0)],
      ],
      world: wholeWorld
    ) { t in
      let p = try t.draw("p", .innerProbability)
      let y = try t.draw("y", .probability)
      let surprise = -t.times(y, .log(t.exact(p))) - t.times(1 - y, .log(t.exact(1 - p)))
      try t.equal(t.loss(.binary(p: [p], y: [y])), surprise, "the loss")
    },
    Law(
      "binary-is-positive-unless-certain-and-right",
      "The loss is at least 0, and 0 only where p is the target and that is 0 or 1.",
      clauses: ["BINARY-CROSS-ENTROPY-1", "BINARY-CROSS-ENTROPY-3"],
      source: "T. Gneiting, A. E. Raftery, Strictly Proper Scoring Rules, 2007", world: wholeWorld
    ) { t in
      let p = try t.draw("p", .probability)
      let y = try t.draw("y", .probability)
      let loss = try t.loss(.binary(p: [p], y: [y]))
      if p == y && (y.isZero || y == .one) {
        try t.equal(loss, Ball(0), "the loss")
      } else {
        try t.less(Ball(0), loss, "the loss")
      }
    },
    Law(
      "binary-contradiction-is-infinite",
      "A probability of 0 for what may happen costs ∞; any other loss is finite.",
      clauses: ["BINARY-CROSS-ENTROPY-2", "POLICY-7"],
      source: "T. M. Cover, J. A. Thomas, Elements of Information Theory, 2006, §2.3",
      world: wholeWorld
    ) { t in
      let p = try t.draw("p", .probability)
      let y = try t.draw("y", .probability)
      let loss = try t.loss(.binary(p: [p], y: [y]))
      if (p.isZero && !y.isZero) || (p == .one && y != .one) {
        try t.equal(loss, .infinity, "the loss")
      } else {
        try t.isFinite(loss, "the loss")
      }
    },
    Law(
      "binary-renaming-the-outcomes",
      "Swapping yes and no, p for 1 − p and y for 1 − y, leaves the loss as it is.",
      clauses: ["BINARY-CROSS-ENTROPY-1"], source: "D. R. Cox, Analysis of Binary Data, 1970",
      world: wholeWorld
    ) { t in
      let p = try t.draw("p", .coarseProbability)
      let y = try t.draw("y", .coarseProbability)
      try t.equal(
        t.loss(.binary(p: [p], y: [y])), t.loss(.binary(p: [1 - p], y: [1 - y])), "the loss")
    },
    Law(
      "binary-is-cross-entropy-of-two-outcomes",
      "The loss of p against y is the cross-entropy of (y, 1 − y) and (p, 1 − p), as which it is"
        + " also a categorical one.",
      clauses: ["BINARY-CROSS-ENTROPY-1", "CROSS-ENTROPY-1", "CATEGORICAL-CROSS-ENTROPY-1"],
      source: "I. Goodfellow, Y. Bengio, A. Courville, Deep Learning, 2016, §6.2.2",
      world: wholeWorld
    ) { t in
      let p = try t.draw("p", .coarseProbability)
      let y = try t.draw("y", .coarseProbability)
      let (q, target) = ([p, 1 - p], [y, 1 - y])
      let loss = try t.loss(.binary(p: [p], y: [y]))
      try t.equal(
        loss, t.value("cross_entropy", ["p": .vector(target), "q": .vector(q)]), "H(y, p)")
      try t.equal(loss, t.loss(.dense(p: [q], y: [target])), "the categorical loss")
    },
    Law(
      "binary-is-linear-in-the-target",
      "The loss of a soft target is the mixture of the losses of yes and of no.",
      clauses: ["BINARY-CROSS-ENTROPY-1"],
      source: "T. M. Cover, J. A. Thomas, Elements of Information Theory, 2006, §2.1",
      world: wholeWorld
    ) { t in
      let p = try t.draw("p", .innerProbability)
      let y = try t.draw("y", .probability)
      let (yes, no) = (try t.loss(.binary(p: [p], y: [1])), try t.loss(.binary(p: [p], y: [0])))
      try t.equal(
        t.loss(.binary(p: [p], y: [y])), t.times(y, yes) + t.times(1 - y, no), "the loss")
    },
    Law(
      "binary-falls-as-the-truth-gets-likelier",
      "Of two probabilities the one nearer to a target of 0 or 1 costs less.",
      clauses: ["BINARY-CROSS-ENTROPY-1"], source: "I. J. Good, Rational Decisions, 1952",
      world: wholeWorld
    ) { t in
      let y = try t.draw("y", .yesOrNo)
      let p = try t.draw("p", .probability)
      let q = try t.draw("q", .probability)
      try t.assume(p != q)
      let nearer = (p < q) == (y == .zero) ? p : q
      try t.less(
        t.loss(.binary(p: [nearer], y: [y])),
        t.loss(.binary(p: [nearer == p ? q : p], y: [y])), "the loss of the nearer")
    },
    Law(
      "binary-is-convex-in-p",
      "Half way between two probabilities the loss is at most the mean of theirs.",
      clauses: ["BINARY-CROSS-ENTROPY-1"],
      source: "S. Boyd, L. Vandenberghe, Convex Optimization, 2004, §3.1.5", world: wholeWorld
    ) { t in
      let y = try t.draw("y", .coarseProbability)
      let p = try t.draw("p", .coarseProbability)
      let q = try t.draw("q", .coarseProbability)
      let ends = try t.loss(.binary(p: [p], y: [y])) + t.loss(.binary(p: [q], y: [y]))
      try t.atMost(
        t.loss(.binary(p: [(p + q) * Rational(1, 2)], y: [y])), ends / Ball(2), "the loss half way")
    },
    Law(
      "binary-is-negative-log-likelihood",
      "The sum of the losses of yes-or-no targets is the negative log-likelihood of what happened.",
      clauses: ["BINARY-CROSS-ENTROPY-1", "NEGATIVE-LOG-LIKELIHOOD-1"],
      source: "C. M. Bishop, Pattern Recognition and Machine Learning, 2006, §4.3.2"
    ) { t in
      let samples = Gen { source in
        (
          try Gen<Rational>.coarseProbability.draw(&source),
          try Gen<Rational>.yesOrNo.draw(&source)
        )
      }
      let pairs = try t.draw("p, y", samples.array(1...5))
      let given = pairs.map { $1.isZero ? 1 - $0 : $0 }
      let loss = try t.loss(.binary(p: pairs.map(\.0), y: pairs.map(\.1)))
      try t.equal(
        loss, t.value("negative_log_likelihood", ["p": .vector(given)]), "the sum of losses")
      // An infinite loss is the likelihood 0.
      let likelihood = try t.value("likelihood", ["p": .vector(given)])
      if loss.isInfinite {
        try t.equal(likelihood, Ball(0), "the likelihood")
      } else if loss.isFinite {
        try t.equal(.exp(-loss), likelihood, "e^−loss")
      }
    },
  ]
}
