import CrossEntropy
import Exact
import Property

extension Law {
  static let crossEntropyOfDistributions: [Law] = [
    Law(
      "entropy-decomposition",
      "Cross-entropy is entropy plus divergence: H(p, q) = H(p) + KL(p‖q).",
      clauses: ["CROSS-ENTROPY-2"],
      source: "S. Kullback, R. A. Leibler, On information and sufficiency, 1951"
    ) { t in
      let (p, q) = try t.drawMasses()
      try t.equal(
        try t.crossEntropy(p, q), try t.entropy(p) + t.divergence(p, q),
        "H(p, q) against H(p) + KL(p‖q)")
    },
    Law(
      "cross-entropy-is-mean-information-under-q",
      "The cross-entropy is the sum of p·I(q), where an outcome with p = 0 adds nothing.",
      clauses: ["CROSS-ENTROPY-1", "CROSS-ENTROPY-3", "INPUT-13"],
      source:
        "T. M. Cover, J. A. Thomas, Elements of Information Theory, 2nd edition, 2006, Theorem 5.4.3",
      cover: ["zero": 0.1]
    ) { t in
      let (p, q) = try t.drawMasses()
      let b = try t.draw("b", .base)
      if p.contains(.zero) { t.label("zero") }
      let terms = try zip(p, q).filter { !$0.0.isZero }
        .map { t.exact($0) * (try t.content($1, base: b)) }
      try t.equal(try t.crossEntropy(p, q, base: b), terms.sum, "H(p, q) against Σ p·I(q)")
    },
    Law(
      "cross-entropy-of-itself-is-entropy", "H(p, p) = H(p).",
      clauses: ["CROSS-ENTROPY-1", "CROSS-ENTROPY-2"],
      source: "Definition: both are −Σ p log p"
    ) { t in
      let p = try t.draw("p", .masses())
      try t.equal(try t.crossEntropy(p, p), try t.entropy(p), "H(p, p) against H(p)")
    },
    Law(
      "cross-entropy-is-least-at-the-truth",
      "Nothing that one can believe is better than the truth: H(p, q) ≥ H(p), with equality for "
        + "q = p alone.",
      clauses: ["CROSS-ENTROPY-2", "KL-DIVERGENCE-3"],
      source:
        "T. M. Cover, J. A. Thomas, Elements of Information Theory, 2nd edition, 2006, Theorem 2.6.3",
      world: pairWorld
    ) { t in
      let (p, q) = try t.drawPair()
      let (own, other) = (try t.entropy(p), try t.crossEntropy(p, q))
      if p == q { return try t.equal(own, other, "H(p, p) against H(p)") }
      try t.less(own, other, "H(p) against H(p, q)")
    },
    Law(
      "cross-entropy-of-a-certain-outcome",
      "Where one outcome is certain, the cross-entropy is the information content of its q: the "
        + "loss of a classifier.",
      clauses: ["CROSS-ENTROPY-1", "CROSS-ENTROPY-3"],
      source: "I. Goodfellow, Y. Bengio, A. Courville, Deep Learning, 2016, §3.13"
    ) { t in
      let q = try t.draw("q", .masses())
      let place = try t.draw("place", .int(0...q.count - 1))
      let p = q.indices.map { $0 == place ? Rational.one : .zero }
      try t.equal(try t.crossEntropy(p, q), try t.content(q[place]), "H(one-hot, q) against I(q)")
    },
    Law(
      "cross-entropy-to-uniform-is-log-n",
      "Who believes in n equal chances is log n surprised, whatever the truth is.",
      clauses: ["CROSS-ENTROPY-1"],
      source: "T. M. Cover, J. A. Thomas, Elements of Information Theory, 2nd edition, 2006, §2.6",
      // A third is no number of a format.
      promises: [.certified], world: wholeWorld
    ) { t in
      let p = try t.draw("p", .distribution())
      let q = p.map { _ in Rational(1, p.count) }
      try t.equal(try t.crossEntropy(p, q), t.log(Rational(p.count)), "H(p, uniform)")
    },
    Law(
      "cross-entropy-is-linear-in-p",
      "H(λp + (1 − λ)r, q) = λH(p, q) + (1 − λ)H(r, q), and half the masses cost half.",
      clauses: ["CROSS-ENTROPY-1", "POLICY-8"],
      source: "Definition: a sum of the p with coefficients −log q"
    ) { t in
      let p = try t.draw("p", .coarseDistribution())
      let r = try t.draw("r", .coarseDistribution(of: p.count))
      let q = try t.draw("q", .distribution(of: p.count))
      let share = try t.draw("share", .share)
      let (first, second) = (try t.crossEntropy(p, q), try t.crossEntropy(r, q))
      let parts = t.exact(share) * first + t.exact(.one - share) * second
      try t.equal(try t.crossEntropy(p.mixed(share, with: r), q), parts, "H of the mixture")
      try t.equal(
        try t.crossEntropy(p.map { share * $0 }, q), t.exact(share) * first, "H(λp, q)")
    },
    Law(
      "cross-entropy-is-convex-in-q",
      "H(p, λq + (1 − λ)r) ≤ λH(p, q) + (1 − λ)H(p, r), with equality where q = r wherever p > 0.",
      clauses: ["CROSS-ENTROPY-1", "CROSS-ENTROPY-4"],
      source: "S. Boyd, L. Vandenberghe, Convex Optimization, 2004, §3.1.5"
    ) { t in
      let p = try t.draw("p", .coarseDistribution())
      let q = try t.draw("q", .coarseDistribution(of: p.count))
      let r = try t.draw("r", .coarseDistribution(of: p.count))
      let share = try t.draw("share", .share)
      let mean =
        t.exact(share) * (try t.crossEntropy(p, q))
        + t.exact(.one - share) * (try t.crossEntropy(p, r))
      let mixed = try t.crossEntropy(p, q.mixed(share, with: r))
      let isEqual = p.indices.allSatisfy { p[$0].isZero || q[$0] == r[$0] }
      let isInfinite = p.indices.contains { !p[$0].isZero && q[$0].isZero && r[$0].isZero }
      if isEqual || isInfinite { return try t.equal(mixed, mean, "H of the mixture") }
      try t.less(mixed, mean, "H of the mixture against the mean")
    },
    Law(
      "cross-entropy-adds-over-independent-sources",
      "H(p⊗r, q⊗s) = H(p, q) + H(r, s) for p and r that each add up to one.",
      clauses: ["CROSS-ENTROPY-1"],
      source: "C. E. Shannon, A mathematical theory of communication, 1948, §6"
    ) { t in
      let p = try t.draw("p", .coarseDistribution(1...3))
      let q = try t.draw("q", .coarseDistribution(of: p.count))
      let r = try t.draw("r", .coarseDistribution(1...3))
      let s = try t.draw("s", .coarseDistribution(of: r.count))
      try t.equal(
        try t.crossEntropy(p.times(r), q.times(s)),
        try t.crossEntropy(p, q) + t.crossEntropy(r, s), "H of the pairs")
    },
    Law(
      "cross-entropy-is-infinite-at-the-impossible",
      "The cross-entropy is +∞ where something happens that was held impossible, and finite else.",
      clauses: ["CROSS-ENTROPY-3", "CROSS-ENTROPY-4", "POLICY-7"],
      source: "T. M. Cover, J. A. Thomas, Elements of Information Theory, 2nd edition, 2006, §2.3",
      cover: ["infinite": 0.1], world: pairWorld
    ) { t in
      let (p, q) = try t.drawPair()
      let value = try t.crossEntropy(p, q)
      if zip(p, q).contains(where: { !$0.isZero && $1.isZero }) {
        t.label("infinite")
        try t.equal(value, .infinity, "H(p, q)")
      } else {
        try t.isFinite(value, "H(p, q)")
      }
    },
  ]

  /// Permuting the outcomes, of p and q alike.
  static func orderOfPairs(_ function: String) -> Law {
    Law(
      "\(dashed(function))-ignores-order",
      "Permuting p and q alike does not change \(function).",
      clauses: [dashed(function).uppercased() + "-1"], source: "Definition: a sum over outcomes",
      cover: ["moved": 0.2]
    ) { t in
      let p = try t.draw("p", .masses(1...4))
      let q = try t.draw("q", .masses(p.count...p.count))
      let order = try t.draw("order", .order(of: p.count))
      if p.ordered(by: order) != p { t.label("moved") }
      try t.equal(
        try t.value(
          function, ["p": .vector(p.ordered(by: order)), "q": .vector(q.ordered(by: order))]),
        try t.value(function, ["p": .vector(p), "q": .vector(q)]), "after against before")
    }
  }

  /// A further outcome that cannot happen and is held impossible.
  static func furtherPair(_ function: String) -> Law {
    Law(
      "\(dashed(function))-ignores-the-impossible",
      "An outcome that has p = 0 and q = 0, wherever it stands, does not change \(function); but "
        + "for the symmetric divergence, neither does one with p = 0 and q > 0.",
      clauses: furtherClauses[function]! + ["POLICY-5"],
      source: "T. M. Cover, J. A. Thomas, Elements of Information Theory, 2nd edition, 2006, §2.3"
    ) { t in
      let p = try t.draw("p", .masses(1...4))
      let q = try t.draw("q", .masses(p.count...p.count))
      let place = try t.draw("place", .int(0...p.count))
      let believed =
        function == "js_divergence" ? .zero : try t.draw("believed", .probability)
      try t.equal(
        try t.value(
          function,
          [
            "p": .vector(p.inserting(.zero, at: place)),
            "q": .vector(q.inserting(believed, at: place)),
          ]),
        try t.value(function, ["p": .vector(p), "q": .vector(q)]), "with it against without")
    }
  }

  private static let furtherClauses: [String: [String]] = [
    "cross_entropy": ["CROSS-ENTROPY-3"], "kl_divergence": ["KL-DIVERGENCE-4"],
    "js_divergence": ["JS-DIVERGENCE-4"], "perplexity": ["PERPLEXITY-1"],
  ]
}
