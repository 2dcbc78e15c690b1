import CrossEntropy
import Exact
import Property

extension Law {
  /// Second derivatives, by differences of first ones.
  static let categoricalCurvature: [Law] = [
    Law(
      "categorical-logits-are-convex",
      "Half way between two rows of logits the loss is at most the mean of theirs.",
      clauses: ["CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-1"],
      source: "S. Boyd, L. Vandenberghe, Convex Optimization, 2004, §3.1.5", world: 300
    ) { t in
      let a = try t.draw("a", .coarseLogits(1...4))
      let b = try t.draw("b", .coarseLogits(a.count...a.count))
      let y = try t.draw("y", Gen<Rational>.probability.array(count: a.count))
      let middle = zip(a, b).map { ($0 + $1) * Rational(1, 2) }
      func loss(_ z: [Rational]) throws -> Ball { try t.loss(.dense(logits: [z], y: [y])) }
      try t.atMost(loss(middle), (loss(a) + loss(b)) / Ball(2), "the loss half way")
    },
    Law(
      "categorical-logits-hessian-is-positive-semidefinite",
      "Along any direction d the slope never falls, and rises by at most half of |d|²: 0 ≤ dᵀHd ≤"
        + " |d|²/2.",
      clauses: ["CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-3"],
      source: "D. Böhning, Multinomial Logistic Regression Algorithm, 1992", isSmooth: true,
      world: 300
    ) { t in
      let z = try t.draw("z", .coarseLogits(1...4))
      let d = try t.draw("d", Gen<Rational>.coarse(-4...4).array(count: z.count))
      let y = try t.draw("y", .gridDistribution(of: z.count))
      func slope(_ z: [Rational]) throws -> Ball {
        t.dot(d, try t.slopes(.dense(logits: [z], y: [y]), by: "logits"))
      }
      let rise = try slope(zip(z, d).map { $0 + $1 }) - slope(z)
      try t.atMost(Ball(0), rise, "the rise of the slope")
      let square = d.map { $0 * $0 }.total
      try t.atMost(rise, t.exact(square * Rational(1, 2)), "the rise of the slope")
    },
    Law(
      "categorical-is-convex-in-p",
      "Half way between two rows of probabilities the loss is at most the mean of theirs.",
      clauses: ["CATEGORICAL-CROSS-ENTROPY-1"],
      source: "S. Boyd, L. Vandenberghe, Convex Optimization, 2004, §3.1.5", world: 300
    ) { t in
      let p = try t.draw("p", .rows(1...1) { .coarseMasses(of: $0) })[0]
      let q = try t.draw("q", .coarseMasses(of: p.count))
      let y = try t.draw("y", .coarseMasses(of: p.count))
      let middle = zip(p, q).map { ($0 + $1) * Rational(1, 2) }
      func loss(_ p: [Rational]) throws -> Ball { try t.loss(.dense(p: [p], y: [y])) }
      try t.atMost(loss(middle), (loss(p) + loss(q)) / Ball(2), "the loss half way")
    },
  ]
}
