import CrossEntropy
import Exact
import Property

extension Law {
  /// What the Kullback-Leibler divergence is.
  static let divergenceValue: [Law] = [
    Law(
      "kl-divergence-is-mean-log-ratio",
      "The divergence is the sum of p·log(p/q), where an outcome with p = 0 adds nothing.",
      clauses: ["KL-DIVERGENCE-1", "KL-DIVERGENCE-4", "KL-DIVERGENCE-5", "INPUT-13"],
      source: "S. Kullback, R. A. Leibler, On information and sufficiency, 1951",
      cover: ["zero": 0.1]
    ) { t in
      let (p, q) = try t.drawMasses()
      let b = try t.draw("b", .base)
      if p.contains(.zero) { t.label("zero") }
      let terms = zip(p, q).filter { !$0.0.isZero }.map { p, q in
        q.isZero ? Ball.infinity : t.exact(p) * t.log(p / q) / t.log(b)
      }
      try t.equal(try t.divergence(p, q, base: b), terms.sum, "KL(p‖q) against Σ p log(p/q)")
    },
    Law(
      "kl-divergence-of-itself-is-0", "The divergence of p from p is 0, normalised or not.",
      clauses: ["KL-DIVERGENCE-2"],
      source: "S. Kullback, R. A. Leibler, On information and sufficiency, 1951"
    ) { t in
      let p = try t.draw("p", .masses())
      try t.equal(try t.divergence(p, p), Ball(0), "KL(p‖p)")
    },
    Law(
      "kl-divergence-is-infinite-at-the-impossible",
      "The divergence is +∞ where something happens that was held impossible, and finite else.",
      clauses: ["KL-DIVERGENCE-4", "KL-DIVERGENCE-5", "POLICY-7"],
      source: "T. M. Cover, J. A. Thomas, Elements of Information Theory, 2nd edition, 2006, §2.3",
      cover: ["infinite": 0.1], world: pairWorld
    ) { t in
      let (p, q) = try t.drawPair()
      let value = try t.divergence(p, q)
      if zip(p, q).contains(where: { !$0.isZero && $1.isZero }) {
        t.label("infinite")
        try t.equal(value, .infinity, "KL(p‖q)")
      } else {
        try t.isFinite(value, "KL(p‖q)")
      }
    },
    Law(
      "kl-divergence-scales",
      "Masses are taken as written: KL(cp‖q) = c·(KL(p‖q) + log c·Σp), KL(p‖cq) = KL(p‖q) − "
        + "log c·Σp, and KL(cp‖cq) = c·KL(p‖q).",
      clauses: ["KL-DIVERGENCE-1", "POLICY-8"], source: "Definition: log(cp) = log c + log p"
    ) { t in
      let p = try t.draw("p", .coarseDistribution())
      let q = try t.draw("q", .coarseDistribution(of: p.count))
      let c = try t.draw("c", .share)
      let (less, log) = (t.exact(c), t.log(c))
      let value = try t.divergence(p, q)
      let (scaledP, scaledQ) = (p.map { c * $0 }, q.map { c * $0 })
      try t.equal(try t.divergence(scaledP, q), less * (value + log), "KL(cp‖q)")
      try t.equal(try t.divergence(p, scaledQ), value - log, "KL(p‖cq)")
      try t.equal(try t.divergence(scaledP, scaledQ), less * value, "KL(cp‖cq)")
    },
    Law(
      "kl-divergence-from-uniform",
      "KL(p‖uniform) = log n − H(p): what is missing to full entropy.",
      clauses: ["KL-DIVERGENCE-1", "ENTROPY-1"],
      source:
        "T. M. Cover, J. A. Thomas, Elements of Information Theory, 2nd edition, 2006, Theorem 2.6.4",
      // A third is no number of a format.
      promises: [.certified], world: wholeWorld
    ) { t in
      let p = try t.draw("p", .distribution())
      let q = p.map { _ in Rational(1, p.count) }
      try t.equal(
        try t.divergence(p, q), t.log(Rational(p.count)) - (try t.entropy(p)), "KL(p‖uniform)")
    },
    Law(
      "kl-divergence-is-not-symmetric",
      "Of two coins, the fairer diverges more from the other than the other from it; equally only "
        + "where they are the same or mirrored.",
      clauses: ["KL-DIVERGENCE-1"],
      // With s = a + b and d = a − b the difference is 2(g(s) − g(2 − s)), g(s) = s·artanh(d/s),
      // which falls as s grows for d > 0: its sign is that of a(1 − a) − b(1 − b).
      source: "S. Kullback, Information Theory and Statistics, 1959, §1.3", cover: ["differ": 0.3]
    ) { t in
      let p = try t.draw("p", .coarseDistribution(of: 2))
      let q = try t.draw("q", .coarseDistribution(of: 2))
      try t.assume(!(p + q).contains(.zero))
      let (forth, back) = (try t.divergence(p, q), try t.divergence(q, p))
      let (mine, other) = (p[0] * p[1], q[0] * q[1])
      if mine == other { return try t.equal(forth, back, "KL(p‖q) against KL(q‖p)") }
      t.label("differ")
      let (low, high) = mine > other ? (back, forth) : (forth, back)
      try t.less(low, high, "from the fairer coin against to it")
    },
  ]

  /// Divergences of pairs, mixtures and merged outcomes.
  static let divergenceOfPairs: [Law] = [
    Law(
      "kl-divergence-adds-over-independent-sources",
      "KL(p⊗r‖q⊗s) = KL(p‖q) + KL(r‖s) where all add up to one.", clauses: ["KL-DIVERGENCE-6"],
      source: "S. Kullback, R. A. Leibler, On information and sufficiency, 1951"
    ) { t in
      let p = try t.draw("p", .coarseDistribution(1...3))
      let q = try t.draw("q", .coarseDistribution(of: p.count))
      let r = try t.draw("r", .coarseDistribution(1...3))
      let s = try t.draw("s", .coarseDistribution(of: r.count))
      try t.equal(
        try t.divergence(p.times(r), q.times(s)), try t.divergence(p, q) + t.divergence(r, s),
        "KL of the pairs")
    },
    Law(
      "kl-divergence-chain-rule",
      "The divergence of a joint distribution is that of the first part plus the mean of those of "
        + "the second given the first.",
      clauses: ["KL-DIVERGENCE-1"],
      source:
        "T. M. Cover, J. A. Thomas, Elements of Information Theory, 2nd edition, 2006, Theorem 2.5.3"
    ) { t in
      let p = try t.draw("p", .coarseDistribution(1...3))
      let q = try t.draw("q", .coarseDistribution(of: p.count))
      let m = try t.draw("m", .int(1...3))
      let rows = try t.draw("rows of p", .channel(from: p.count, to: m))
      let others = try t.draw("rows of q", .channel(from: p.count, to: m))
      let conditional = try p.indices.map {
        weighted(t.exact(p[$0]), try t.divergence(rows[$0], others[$0]))
      }
      try t.equal(
        try t.divergence(p.joint(rows), q.joint(others)),
        try t.divergence(p, q) + conditional.sum, "KL in two steps")
    },
    Law(
      "kl-divergence-falls-under-merging",
      "Taking several outcomes for one lowers the divergence, unless p/q is the same for all of "
        + "them.",
      clauses: ["KL-DIVERGENCE-1", "KL-DIVERGENCE-3"],
      source: "S. Kullback, R. A. Leibler, On information and sufficiency, 1951, Theorem 4.1",
      cover: ["merged": 0.2]
    ) { t in
      let p = try t.draw("p", .coarseDistribution(1...4))
      let q = try t.draw("q", .coarseDistribution(of: p.count))
      let groups = try t.draw("groups", .merging(of: p.count))
      let (fewerP, fewerQ) = (p.merged(by: groups), q.merged(by: groups))
      let (before, after) = (try t.divergence(p, q), try t.divergence(fewerP, fewerQ))
      let isSufficient = p.indices.allSatisfy {
        p[$0] * fewerQ[groups[$0]] == q[$0] * fewerP[groups[$0]]
      }
      let isInfinite = zip(fewerP, fewerQ).contains { !$0.isZero && $1.isZero }
      if isSufficient || isInfinite { return try t.equal(after, before, "after against before") }
      t.label("merged")
      try t.less(after, before, "KL after merging against before")
    },
    Law(
      "kl-divergence-falls-through-a-channel",
      "No channel drives two distributions apart: KL(pW‖qW) ≤ KL(p‖q).",
      clauses: ["KL-DIVERGENCE-1", "KL-DIVERGENCE-3"],
      source:
        "I. Csiszár, Information-type measures of difference of probability distributions, 1967"
    ) { t in
      let p = try t.draw("p", .coarseDistribution(1...3))
      let q = try t.draw("q", .coarseDistribution(of: p.count))
      let rows = try t.draw("rows", .channel(from: p.count, to: t.draw("m", .int(1...3))))
      try t.atMost(
        try t.divergence(p.sent(through: rows), q.sent(through: rows)), try t.divergence(p, q),
        "KL after the channel against before")
    },
    Law(
      "kl-divergence-is-convex",
      "Mixing both p and q lowers the divergence: it is convex in the pair.",
      clauses: ["KL-DIVERGENCE-1"],
      source:
        "T. M. Cover, J. A. Thomas, Elements of Information Theory, 2nd edition, 2006, Theorem 2.7.2"
    ) { t in
      let p = try t.draw("p", .coarseDistribution(1...4))
      let q = try t.draw("q", .coarseDistribution(of: p.count))
      let r = try t.draw("r", .coarseDistribution(of: p.count))
      let s = try t.draw("s", .coarseDistribution(of: p.count))
      let share = try t.draw("share", .share)
      let mean =
        t.exact(share) * (try t.divergence(p, q)) + t.exact(.one - share) * (try t.divergence(r, s))
      try t.atMost(
        try t.divergence(p.mixed(share, with: r), q.mixed(share, with: s)), mean,
        "KL of the mixtures against the mean")
    },
    Law(
      "kl-divergence-compensation",
      "λKL(p‖q) + (1 − λ)KL(r‖q) = λKL(p‖m) + (1 − λ)KL(r‖m) + KL(m‖q) with m = λp + (1 − λ)r: the "
        + "mean is nearest to all.",
      clauses: ["KL-DIVERGENCE-1"],
      source:
        "F. Topsøe, An information theoretical identity and a problem involving capacity, 1967"
    ) { t in
      let p = try t.draw("p", .coarseDistribution(1...4))
      let r = try t.draw("r", .coarseDistribution(of: p.count))
      let q = try t.draw("q", .distribution(of: p.count))
      let share = try t.draw("share", .share)
      let m = p.mixed(share, with: r)
      func mean(_ q: [Rational]) throws -> Ball {
        t.exact(share) * (try t.divergence(p, q)) + t.exact(.one - share) * (try t.divergence(r, q))
      }
      try t.equal(try mean(q), try mean(m) + t.divergence(m, q), "by way of the mean")
    },
  ]
}
