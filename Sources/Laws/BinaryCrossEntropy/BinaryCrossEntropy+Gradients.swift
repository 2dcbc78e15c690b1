import CrossEntropy
import Exact
import Property

extension Law {
  /// Derivatives, as closed forms and by differences.
  static let binaryGradients: [Law] = [
    Law(
      "binary-logits-slope-is-p-less-y",
      "By a logit the loss has the slope σ(z) − y.",
      clauses: ["BINARY-CROSS-ENTROPY-WITH-LOGITS-6", "SIGMOID-1"],
      source: "C. M. Bishop, Pattern Recognition and Machine Learning, 2006, §4.3.2",
      isSmooth: true, examples: [["z": Rational(0), "y": Rational(1)]], world: wholeWorld
    ) { t in
      let z = try t.draw("z", .logit)
      let y = try t.draw("y", .probability)
      let p = try t.value("sigmoid", ["x": .vector([z])])
      try t.equal(
        t.slopes(.binary(logits: [z], y: [y]), by: "logits")[0], p - t.exact(y), "the slope")
    },
    Law(
      "binary-logits-slope-with-weights",
      "With a weight w and a pos_weight π the slope is w((1 − y)σ(z) − πyσ(−z)).",
      clauses: ["BINARY-CROSS-ENTROPY-WITH-LOGITS-6"],
      source: "G. King, L. Zeng, Logistic Regression in Rare Events Data, 2001", isSmooth: true,
      world: wholeWorld
    ) { t in
      let z = try t.draw("z", .logit)
      let y = try t.draw("y", .probability)
      let weight = try t.draw("w", .coarseWeight)
      let positive = try t.draw("π", .coarseWeight)
      let call = Call.binary(logits: [z], y: [y], weight: [weight], posWeight: [positive])
      let p = try t.values("sigmoid", ["x": .vector([z, -z])])
      let slope = t.times(1 - y, p[0]) - t.times(positive * y, p[1])
      try t.equal(t.slopes(call, by: "logits")[0], t.times(weight, slope), "the slope")
    },
    Law(
      "binary-logits-slope-by-differences",
      "The slope is the central difference of the loss, but for what its third derivative allows.",
      clauses: ["BINARY-CROSS-ENTROPY-WITH-LOGITS-6", "GRADIENT-1"],
      source: "W. H. Press et al., Numerical Recipes, 2007, §5.7",
      // A step of 2^−40 fits no format.
      promises: [.certified], world: wholeWorld
    ) { t in
      let z = try t.draw("z", .logit)
      let y = try t.draw("y", .probability)
      let positive = try t.draw("π", .coarseWeight)
      let step = Rational.powerOfTwo(-40)
      func call(_ z: Rational) -> Call { .binary(logits: [z], y: [y], posWeight: [positive]) }
      let rise = try t.loss(call(z + step)) - t.loss(call(z - step))
      // Twice differentiated a loss is (πy + 1 − y)·σ(1 − σ), whose slope is at most 1/(6√3) < 1/10
      // of that; a central difference errs by h²/6 of the greatest third derivative.
      let bound = step * step * (positive * y + 1 - y) / 60
      try t.close(
        rise / t.exact(2 * step), t.slopes(call(z), by: "logits")[0], within: t.exact(bound),
        "the difference less the slope")
    },
    Law(
      "binary-logits-slope-is-bounded",
      "The slope lies strictly between −y and 1 − y, however large the logit is.",
      clauses: ["BINARY-CROSS-ENTROPY-WITH-LOGITS-6"],
      source: "S. Shalev-Shwartz, S. Ben-David, Understanding Machine Learning, 2014, §12.1.3",
      isSmooth: true, world: wholeWorld
    ) { t in
      let z = try t.draw("z", .number(-100...100))
      let y = try t.draw("y", .probability)
      let slope = try t.slopes(.binary(logits: [z], y: [y]), by: "logits")[0]
      try t.less(t.exact(-y), slope, "−y")
      try t.less(slope, t.exact(1 - y), "the slope")
    },
    Law(
      "binary-slope-by-p",
      "By a probability the loss has the slope (p − y)/(p(1 − p)).",
      clauses: ["BINARY-CROSS-ENTROPY-6"],
      source: "M. A. Nielsen, Neural Networks and Deep Learning, 2015, ch. 3", isSmooth: true,
      world: wholeWorld
    ) { t in
      let p = try t.draw("p", .innerProbability)
      let y = try t.draw("y", .probability)
      try t.equal(
        t.slopes(.binary(p: [p], y: [y]), by: "p")[0], t.exact((p - y) / (p * (1 - p))), "the slope"
      )
    },
    Law(
      "binary-slope-by-p-by-differences",
      "By a probability the slope is the central difference, but for what the third derivative allows.",
      clauses: ["BINARY-CROSS-ENTROPY-6", "GRADIENT-1"],
      source: "W. H. Press et al., Numerical Recipes, 2007, §5.7",
      promises: [.certified], world: wholeWorld
    ) { t in
      let p = try t.draw("p", .coarseInnerProbability)
      let y = try t.draw("y", .probability)
      let step = Rational.powerOfTwo(-40)
      let rise =
        try t.loss(.binary(p: [p + step], y: [y])) - t.loss(.binary(p: [p - step], y: [y]))
      // The third derivative is 2(1−y)/(1−p)³ − 2y/p³, at most 2/m³ where p and 1 − p are at least m.
      let least = min(p, 1 - p) - step
      let bound = step * step / (3 * least.power(3))
      try t.close(
        rise / t.exact(2 * step), t.slopes(.binary(p: [p], y: [y]), by: "p")[0],
        within: t.exact(bound), "the difference less the slope")
    },
    Law(
      "binary-slope-at-the-ends",
      "At p = 0 or 1 the slope is the limit from inside: −1 or 1 where p is right, infinite elsewhere.",
      clauses: ["BINARY-CROSS-ENTROPY-6", "GRADIENT-2"],
      source: "R. T. Rockafellar, Convex Analysis, 1970, §24", world: wholeWorld
    ) { t in
      let p = try t.draw("p", .yesOrNo)
      let y = try t.draw("y", .probability)
      let slope = try t.slopes(.binary(p: [p], y: [y]), by: "p")[0]
      let inward = p.isZero ? slope : -slope
      if p == y { try t.equal(inward, Ball(1), "the slope inwards") }
      if p != y { try t.equal(inward, -.infinity, "the slope inwards") }
    },
    Law(
      "binary-slope-by-the-target",
      "By the target the loss rises by −z, which is log((1 − p)/p): exactly, since it is linear in it.",
      clauses: ["BINARY-CROSS-ENTROPY-1", "BINARY-CROSS-ENTROPY-WITH-LOGITS-1", "GRADIENT-1"],
      source: "J. Berkson, Application of the Logistic Function to Bio-Assay, 1944",
      isSmooth: true, world: wholeWorld
    ) { t in
      let z = try t.draw("z", .logit)
      let p = try t.draw("p", .innerProbability)
      let y = try t.draw("y", .innerProbability)
      try t.equal(
        t.slopes(.binary(logits: [z], y: [y]), by: "y")[0], t.exact(-z), "the slope of a logit")
      try t.equal(
        t.slopes(.binary(p: [p], y: [y]), by: "y")[0], .log(t.exact(1 - p)) - .log(t.exact(p)),
        "the slope of a probability")
    },
    Law(
      "binary-slope-by-weights",
      "By its weight a loss has itself as slope, and by pos_weight y·softplus(−z).",
      clauses: ["BINARY-CROSS-ENTROPY-1", "BINARY-CROSS-ENTROPY-WITH-LOGITS-1", "GRADIENT-1"],
      source: "A. Griewank, A. Walther, Evaluating Derivatives, 2008", isSmooth: true
    ) { t in
      let z = try t.draw("z", .logit)
      let p = try t.draw("p", .innerProbability)
      let y = try t.draw("y", .innerProbability)
      let weight = try t.draw("w", .coarseWeight)
      let call = Call.binary(logits: [z], y: [y], weight: [weight], posWeight: [1])
      let one = Call.binary(p: [p], y: [y], weight: [weight])
      try t.equal(
        t.slopes(call, by: "weight")[0], t.loss(.binary(logits: [z], y: [y])), "by weight")
      try t.equal(t.slopes(one, by: "weight")[0], t.loss(.binary(p: [p], y: [y])), "by weight")
      let softplus = try t.value("softplus", ["x": .vector([-z])])
      try t.equal(
        t.slopes(call, by: "pos_weight")[0], t.times(weight * y, softplus), "by pos_weight")
    },
  ]

  /// Second derivatives, by differences of first ones.
  static let binaryCurvature: [Law] = [
    Law(
      "binary-logits-are-convex",
      "Half way between two logits the loss is at most the mean of theirs.",
      clauses: ["BINARY-CROSS-ENTROPY-WITH-LOGITS-1"],
      source: "S. Boyd, L. Vandenberghe, Convex Optimization, 2004, §3.1.5", world: wholeWorld
    ) { t in
      let y = try t.draw("y", .probability)
      let a = try t.draw("a", .coarse(-12...12))
      let b = try t.draw("b", .coarse(-12...12))
      func loss(_ z: Rational) throws -> Ball { try t.loss(.binary(logits: [z], y: [y])) }
      let ends = try loss(a) + loss(b)
      if a == b {
        try t.equal(loss(a) * Ball(2), ends, "the loss half way")
      } else {
        try t.less(loss((a + b) * Rational(1, 2)), ends / Ball(2), "the loss half way")
      }
    },
    Law(
      "binary-logits-curve-by-a-quarter",
      "The slope never falls as the logit grows, and rises by at most a quarter a unit.",
      clauses: ["BINARY-CROSS-ENTROPY-WITH-LOGITS-6"],
      source: "D. Böhning, B. G. Lindsay, Monotonicity of Quadratic-Approximation Algorithms, 1988",
      isSmooth: true, world: wholeWorld
    ) { t in
      let y = try t.draw("y", .probability)
      let z = try t.draw("z", .coarse(-30...30))
      let step = try t.draw("step", .coarse(1...8))
      func slope(_ z: Rational) throws -> Ball {
        try t.slopes(.binary(logits: [z], y: [y]), by: "logits")[0]
      }
      let rise = try slope(z + step) - slope(z)
      try t.less(Ball(0), rise, "the rise of the slope")
      try t.atMost(rise, t.exact(step * Rational(1, 4)), "the rise of the slope")
    },
  ]
}
