import CrossEntropy
import Exact
import Property

extension Law {
  /// What the Jensen-Shannon divergence is.
  static let jensenShannon: [Law] = [
    Law(
      "js-divergence-is-mean-divergence-from-the-middle",
      "JS(p, q) = ½KL(p‖m) + ½KL(q‖m) with m = (p + q)/2, and no square root of it.",
      clauses: ["JS-DIVERGENCE-1"],
      source: "J. Lin, Divergence measures based on the Shannon entropy, 1991"
    ) { t in
      let p = try t.draw("p", .coarseDistribution())
      let q = try t.draw("q", .coarseDistribution(of: p.count))
      let m = p.mixed(Rational(1, 2), with: q)
      try t.equal(
        try t.jensenShannon(p, q), (try t.divergence(p, m) + t.divergence(q, m)) / Ball(2),
        "JS(p, q)")
    },
    Law(
      "js-divergence-is-excess-entropy-of-the-middle",
      "JS(p, q) = H(m) − ½H(p) − ½H(q), normalised or not, to any base.",
      clauses: ["JS-DIVERGENCE-1", "INPUT-13"],
      source: "J. Lin, Divergence measures based on the Shannon entropy, 1991"
    ) { t in
      let p = try t.draw("p", Gen<Rational>.factor.array(1...5))
      let q = try t.draw("q", Gen<Rational>.factor.array(count: p.count))
      let b = try t.draw("b", .base)
      let own = (try t.entropy(p, base: b) + t.entropy(q, base: b)) / Ball(2)
      try t.equal(
        try t.jensenShannon(p, q, base: b),
        try t.entropy(p.mixed(Rational(1, 2), with: q), base: b) - own, "JS(p, q)")
    },
    Law(
      "js-divergence-is-mutual-information",
      "A fair coin decides between p and q: JS(p, q) is what the outcome tells about the coin.",
      clauses: ["JS-DIVERGENCE-1", "ENTROPY-1"],
      source: "J. Lin, Divergence measures based on the Shannon entropy, 1991"
    ) { t in
      let p = try t.draw("p", .coarseDistribution())
      let q = try t.draw("q", .coarseDistribution(of: p.count))
      let half = Rational(1, 2)
      let joint = try t.entropy([half, half].joint([p, q]))
      let outcome = try t.entropy(p.mixed(half, with: q))
      try t.equal(
        try t.jensenShannon(p, q), try t.entropy([half, half]) + outcome - joint,
        "JS against H(X) + H(Y) − H(X, Y)")
    },
    Law(
      "js-divergence-is-symmetric", "JS(p, q) = JS(q, p), normalised or not.",
      clauses: ["JS-DIVERGENCE-2"],
      source: "J. Lin, Divergence measures based on the Shannon entropy, 1991"
    ) { t in
      let (p, q) = try t.drawMasses()
      try t.equal(try t.jensenShannon(p, q), try t.jensenShannon(q, p), "JS(p, q) and JS(q, p)")
    },
    Law(
      "js-divergence-is-homogeneous", "JS(cp, cq) = c·JS(p, q): masses are taken as written.",
      clauses: ["JS-DIVERGENCE-1", "POLICY-8"], source: "Definition: p/m does not change"
    ) { t in
      let p = try t.draw("p", .coarseDistribution())
      let q = try t.draw("q", .coarseDistribution(of: p.count))
      let c = try t.draw("c", .share)
      try t.equal(
        try t.jensenShannon(p.map { c * $0 }, q.map { c * $0 }),
        t.exact(c) * (try t.jensenShannon(p, q)), "JS(cp, cq)")
    },
    Law(
      "js-divergence-sums-over-parts",
      "The divergence of two lists put together is the sum of theirs: no list is normalised.",
      clauses: ["JS-DIVERGENCE-1", "POLICY-8"], source: "Definition: a sum over outcomes"
    ) { t in
      let (p, q) = try t.drawMasses()
      let r = try t.draw("r", .masses(1...3))
      let s = try t.draw("s", .masses(r.count...r.count))
      try t.equal(
        try t.jensenShannon(p + r, q + s), try t.jensenShannon(p, q) + t.jensenShannon(r, s),
        "JS of both lists")
    },
  ]

  /// How large the Jensen-Shannon divergence is.
  static let jensenShannonBounds: [Law] = [
    Law(
      "js-divergence-between-0-and-log-2",
      "Of distributions it is 0 for p = q alone, log 2 where nothing can happen in both alone, and "
        + "else between.",
      clauses: ["JS-DIVERGENCE-3", "JS-DIVERGENCE-4"],
      source: "J. Lin, Divergence measures based on the Shannon entropy, 1991",
      world: pairWorld
    ) { t in
      let (p, q) = try t.drawPair()
      let value = try t.jensenShannon(p, q)
      if p == q {
        try t.equal(value, Ball(0), "JS(p, p)")
      } else if zip(p, q).allSatisfy({ ($0 * $1).isZero }) {
        try t.equal(value, t.log(2), "JS of what has nothing in common")
      } else {
        try t.less(Ball(0), value, "0 against JS(p, q)")
        try t.less(value, t.log(2), "JS(p, q) against log 2")
      }
    },
    Law(
      "js-divergence-of-masses-between-its-bounds",
      "Of any masses it is finite, not negative, and at most ½(Σp + Σq) log 2.",
      clauses: ["JS-DIVERGENCE-1", "JS-DIVERGENCE-4", "POLICY-8"],
      // Below: KL(p‖m) ≥ P log(P/M), and the same of q, and the mean of both bounds is that of P, Q.
      source: "J. Lin, Divergence measures based on the Shannon entropy, 1991"
    ) { t in
      let (p, q) = try t.drawMasses()
      let value = try t.jensenShannon(p, q)
      try t.isFinite(value, "JS(p, q)")
      try t.atMost(Ball(0), value, "0 against JS(p, q)")
      try t.atMost(value, t.exact((p + q).total / 2) * t.log(2), "JS(p, q)")
    },
    Law(
      "js-divergence-between-bounds-by-distance",
      "⅛‖p − q‖₁² ≤ JS(p, q) ≤ ½‖p − q‖₁ log 2.", clauses: ["JS-DIVERGENCE-1"],
      // Below: Pinsker's inequality twice, since ‖p − m‖ = ½‖p − q‖.
      source: "J. Lin, Divergence measures based on the Shannon entropy, 1991, Theorem 3",
      world: pairWorld
    ) { t in
      let (p, q) = try t.drawPair()
      let value = try t.jensenShannon(p, q)
      let distance = p.distance(to: q)
      try t.atMost(t.exact(distance * distance / 8), value, "⅛‖p − q‖₁² against JS(p, q)")
      try t.atMost(value, t.exact(distance / 2) * t.log(2), "JS(p, q) against ½‖p − q‖₁ log 2")
    },
    Law(
      "js-divergence-at-most-a-quarter-of-both-divergences",
      "JS(p, q) ≤ ¼(KL(p‖q) + KL(q‖p)), with equality for p = q alone.",
      clauses: ["JS-DIVERGENCE-1", "KL-DIVERGENCE-1"],
      source: "J. Lin, Divergence measures based on the Shannon entropy, 1991", world: pairWorld
    ) { t in
      let (p, q) = try t.drawPair()
      let both = (try t.divergence(p, q) + t.divergence(q, p)) / Ball(4)
      if p == q { return try t.equal(try t.jensenShannon(p, q), both, "JS(p, p)") }
      try t.less(try t.jensenShannon(p, q), both, "JS(p, q) against a quarter of both")
    },
    Law(
      "js-divergence-roots-obey-the-triangle-inequality",
      "√JS is a metric: √JS(p, r) ≤ √JS(p, q) + √JS(q, r).", clauses: ["JS-DIVERGENCE-1"],
      source: "D. M. Endres, J. E. Schindelin, A new metric for probability distributions, 2003"
    ) { t in
      let (p, q) = try t.drawPair()
      let r = try t.draw("r", .distribution(of: p.count))
      // The root of what is 0 but for an error is anything; for equal ones there is no claim.
      try t.assume(p != q && q != r && p != r)
      func root(_ p: [Rational], _ q: [Rational]) throws -> Ball {
        .squareRoot(try t.jensenShannon(p, q))
      }
      try t.atMost(try root(p, r), try root(p, q) + root(q, r), "√JS(p, r)")
    },
    Law(
      "js-divergence-falls-under-merging",
      "Taking several outcomes for one does not raise the divergence.",
      clauses: ["JS-DIVERGENCE-1"],
      source:
        "I. Csiszár, Information-type measures of difference of probability distributions, 1967",
      cover: ["merged": 0.2]
    ) { t in
      let p = try t.draw("p", .coarseDistribution(1...4))
      let q = try t.draw("q", .coarseDistribution(of: p.count))
      let groups = try t.draw("groups", .merging(of: p.count))
      let (fewerP, fewerQ) = (p.merged(by: groups), q.merged(by: groups))
      let (before, after) = (try t.jensenShannon(p, q), try t.jensenShannon(fewerP, fewerQ))
      if p.indices.allSatisfy({ p[$0] * fewerQ[groups[$0]] == q[$0] * fewerP[groups[$0]] }) {
        return try t.equal(after, before, "JS after merging against before")
      }
      t.label("merged")
      try t.less(after, before, "JS after merging against before")
    },
    Law(
      "js-divergence-is-convex", "Mixing both p and q lowers the divergence.",
      clauses: ["JS-DIVERGENCE-1"],
      source: "J. Lin, Divergence measures based on the Shannon entropy, 1991"
    ) { t in
      let p = try t.draw("p", .coarseDistribution(1...4))
      let q = try t.draw("q", .coarseDistribution(of: p.count))
      let r = try t.draw("r", .coarseDistribution(of: p.count))
      let s = try t.draw("s", .coarseDistribution(of: p.count))
      let share = try t.draw("share", .share)
      let mean =
        t.exact(share) * (try t.jensenShannon(p, q))
        + t.exact(.one - share) * (try t.jensenShannon(r, s))
      try t.atMost(
        try t.jensenShannon(p.mixed(share, with: r), q.mixed(share, with: s)), mean,
        "JS of the mixtures against the mean")
    },
  ]
}
