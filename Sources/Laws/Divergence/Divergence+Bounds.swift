import CrossEntropy
import Exact
import Property

extension Law {
  /// How large the Kullback-Leibler divergence is.
  static let divergenceBounds: [Law] = [
    Law(
      "gibbs-inequality",
      "The divergence of distributions is 0 for p = q, and else above 0.",
      clauses: ["KL-DIVERGENCE-2", "KL-DIVERGENCE-3"],
      source:
        "T. M. Cover, J. A. Thomas, Elements of Information Theory, 2nd edition, 2006, Theorem 2.6.3",
      world: pairWorld
    ) { t in
      let (p, q) = try t.drawPair()
      let value = try t.divergence(p, q)
      if p == q { return try t.equal(value, Ball(0), "KL(p‖p)") }
      try t.less(Ball(0), value, "0 against KL(p‖q)")
    },
    Law(
      "log-sum-inequality",
      "What is left of Gibbs' inequality for masses that do not add up to one: KL(p‖q) ≥ "
        + "P log(P/Q) with the sums P and Q, with equality where p/q is everywhere the same.",
      clauses: ["KL-DIVERGENCE-1", "POLICY-8"],
      source:
        "T. M. Cover, J. A. Thomas, Elements of Information Theory, 2nd edition, 2006, Theorem 2.7.1",
      cover: ["negative": 0.05], examples: [["p": [Rational(1, 2)], "q": [Rational(1)]]]
    ) { t in
      let (p, q) = try t.drawMasses()
      let value = try t.divergence(p, q)
      let (all, believed) = (p.total, q.total)
      if believed.isZero {
        return try t.equal(value, all.isZero ? Ball(0) : .infinity, "KL from nothing")
      }
      if all.isZero { return try t.equal(value, Ball(0), "KL of nothing") }
      let bound = t.exact(all) * t.log(all / believed)
      if all < believed { t.label("negative") }
      if zip(p, q).allSatisfy({ $0 * believed == $1 * all }) {
        try t.equal(value, bound, "KL(p‖q) against P log(P/Q)")
      } else {
        try t.less(bound, value, "P log(P/Q) against KL(p‖q)")
      }
    },
    Law(
      "pinsker-inequality",
      "KL(p‖q) ≥ ½‖p − q‖₁² in nats, with equality for p = q alone.",
      clauses: ["KL-DIVERGENCE-1", "KL-DIVERGENCE-3"],
      source:
        "I. Csiszár, Information-type measures of difference of probability distributions, 1967",
      world: pairWorld
    ) { t in
      let (p, q) = try t.drawPair()
      let value = try t.divergence(p, q)
      if p == q { return try t.equal(value, Ball(0), "KL(p‖p)") }
      let distance = p.distance(to: q)
      try t.less(t.exact(distance * distance / 2), value, "½‖p − q‖₁² against KL(p‖q)")
    },
    Law(
      "bretagnolle-huber-inequality",
      "(½‖p − q‖₁)² ≤ 1 − e^−KL(p‖q), which says something also where Pinsker's bound does not.",
      clauses: ["KL-DIVERGENCE-1"],
      source: "J. Bretagnolle, C. Huber, Estimation des densités : risque minimax, 1979",
      world: pairWorld
    ) { t in
      let (p, q) = try t.drawPair()
      let distance = p.distance(to: q)
      let bound = Ball(1) - .exp(-(try t.divergence(p, q)))
      try t.atMost(t.exact(distance * distance / 4), bound, "(½‖p − q‖₁)²")
    },
    Law(
      "kl-divergence-at-least-bhattacharyya",
      "KL(p‖q) ≥ −2 log Σ√(pq).", clauses: ["KL-DIVERGENCE-1"],
      source: "A. L. Gibbs, F. E. Su, On choosing and bounding probability metrics, 2002",
      world: pairWorld
    ) { t in
      let (p, q) = try t.drawPair()
      let overlap = zip(p, q).map { Ball.squareRoot(t.exact($0 * $1)) }.sum
      try t.atMost(Ball(-2) * .log(overlap), try t.divergence(p, q), "−2 log Σ√(pq)")
    },
    Law(
      "kl-divergence-at-most-chi-square",
      "KL(p‖q) ≤ log(1 + χ²) with χ² = Σ(p − q)²/q, with equality where p/q is the same wherever "
        + "p > 0.",
      clauses: ["KL-DIVERGENCE-1"],
      source: "A. L. Gibbs, F. E. Su, On choosing and bounding probability metrics, 2002",
      world: pairWorld
    ) { t in
      let (p, q) = try t.drawPair()
      try t.assume(!zip(p, q).contains { !$0.isZero && $1.isZero })
      // Σ p·(p/q) = 1 + χ²
      let possible = zip(p, q).filter { !$0.0.isZero }
      let bound = t.log(possible.map { $0 * $0 / $1 }.total)
      let value = try t.divergence(p, q)
      if possible.allSatisfy({ $0 * possible[0].1 == $1 * possible[0].0 }) {
        try t.equal(value, bound, "KL(p‖q) against log(1 + χ²)")
      } else {
        try t.less(value, bound, "KL(p‖q) against log(1 + χ²)")
      }
    },
  ]
}
