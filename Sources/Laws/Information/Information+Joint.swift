import CrossEntropy
import Exact
import Property

extension Law {
  /// Entropies of two things that are looked at together, in turn, or through each other.
  static let entropyOfPairs: [Law] = [
    Law(
      "entropy-chain-rule",
      "What a pair tells is what the first tells, and then the second: H(X, Y) = H(X) + H(Y|X).",
      clauses: ["ENTROPY-1"],
      source: "C. E. Shannon, A mathematical theory of communication, 1948, §6"
    ) { t in
      let p = try t.draw("p", .coarseDistribution(1...3))
      let rows = try t.draw("rows", .channel(from: p.count, to: t.draw("m", .int(1...3))))
      let conditional = try zip(p, rows).map { t.exact($0) * (try t.entropy($1)) }.sum
      try t.equal(
        try t.entropy(p.joint(rows)), try t.entropy(p) + conditional,
        "H(X, Y) against H(X) + H(Y|X)")
    },
    Law(
      "entropy-grouping",
      "If a choice is broken down into two in turn, the entropy is the weighted sum of theirs: "
        + "splitting p into λp and (1 − λ)p adds p·H(λ, 1 − λ).",
      clauses: ["ENTROPY-1"],
      source: "C. E. Shannon, A mathematical theory of communication, 1948, §6, property 3",
      // H(1/2, 1/3, 1/6) = H(1/2, 1/2) + ½ H(2/3, 1/3), the paper's own example.
      examples: [
        ["p": [Rational(1, 2), Rational(1, 2)], "place": 1, "share": Rational(2, 3)]
      ]
    ) { t in
      let p = try t.draw("p", .coarseDistribution())
      let place = try t.draw("place", .int(0...p.count - 1))
      let share = try t.draw("share", .share)
      var split = p
      split[place] = share * p[place]
      split = split.inserting((.one - share) * p[place], at: place)
      let choice = try t.entropy([share, .one - share])
      try t.equal(
        try t.entropy(split), try t.entropy(p) + t.exact(p[place]) * choice, "H in two steps")
    },
    Law(
      "entropy-adds-over-independent-sources",
      "The entropy of two independent sources taken as a pair is the sum of theirs.",
      clauses: ["ENTROPY-5"],
      source: "C. E. Shannon, A mathematical theory of communication, 1948, §6"
    ) { t in
      let p = try t.draw("p", .coarseDistribution(1...3))
      let q = try t.draw("q", .coarseDistribution(1...3))
      try t.equal(
        try t.entropy(p.times(q)), try t.entropy(p) + t.entropy(q), "H(X, Y) against H(X) + H(Y)")
    },
    Law(
      "entropy-of-equal-chances-grows",
      "A(n), the entropy of n equal chances, rises with n, and A(mn) = A(m) + A(n).",
      clauses: ["ENTROPY-4", "ENTROPY-5"],
      source: "C. E. Shannon, A mathematical theory of communication, 1948, Appendix 2",
      // Equal chances of 3 outcomes are no numbers of a format.
      promises: [.certified]
    ) { t in
      let m = try t.draw("m", .int(1...8))
      let n = try t.draw("n", .int(1...8))
      func chances(_ n: Int) throws -> Ball {
        try t.entropy(Array(repeating: Rational(1, n), count: n))
      }
      try t.less(try chances(n), try chances(n + 1), "A(n) against A(n + 1)")
      try t.equal(try chances(m * n), try chances(m) + chances(n), "A(mn) against A(m) + A(n)")
    },
    Law(
      "entropy-is-subadditive",
      "max(H(X), H(Y)) ≤ H(X, Y) ≤ H(X) + H(Y), the latter an equality where X and Y are "
        + "independent alone: conditioning lowers entropy.",
      clauses: ["ENTROPY-1", "ENTROPY-5"],
      source: "C. E. Shannon, A mathematical theory of communication, 1948, §6",
      cover: ["independent": 0.05, "dependent": 0.2]
    ) { t in
      let p = try t.draw("p", .coarseDistribution(1...3))
      let rows = try t.draw("rows", .channel(from: p.count, to: t.draw("m", .int(1...3))))
      let q = p.sent(through: rows)
      let both = try t.entropy(p.joint(rows))
      let (first, second) = (try t.entropy(p), try t.entropy(q))
      try t.atMost(first, both, "H(X) against H(X, Y)")
      try t.atMost(second, both, "H(Y) against H(X, Y)")
      if p.joint(rows) == p.times(q) {
        t.label("independent")
        try t.equal(both, first + second, "H(X, Y) against H(X) + H(Y)")
      } else {
        t.label("dependent")
        try t.less(both, first + second, "H(X, Y) against H(X) + H(Y)")
      }
    },
    Law(
      "entropy-falls-under-merging",
      "Taking several outcomes for one lowers the entropy, unless all but one of them cannot happen.",
      clauses: ["ENTROPY-1"],
      source:
        "T. M. Cover, J. A. Thomas, Elements of Information Theory, 2nd edition, 2006, problem 2.4",
      cover: ["merged": 0.2]
    ) { t in
      let p = try t.draw("p", .coarseDistribution(1...4))
      let groups = try t.draw("groups", .merging(of: p.count))
      let fewer = p.merged(by: groups)
      if p.filter({ !$0.isZero }).sorted() == fewer.filter({ !$0.isZero }).sorted() {
        return try t.equal(try t.entropy(fewer), try t.entropy(p), "H of the merged p against H(p)")
      }
      t.label("merged")
      try t.less(try t.entropy(fewer), try t.entropy(p), "H of the merged p against H(p)")
    },
  ]
}
