import CrossEntropy
import Exact
import Property

extension Law {
  static let perplexity: [Law] = [
    Law(
      "perplexity-is-exp-of-cross-entropy",
      "The perplexity is e to the cross-entropy in nats, and 2 to the one in bits.",
      clauses: ["PERPLEXITY-1", "PERPLEXITY-3"],
      source: "F. Jelinek, R. L. Mercer, L. R. Bahl, J. K. Baker, Perplexity – a measure of the "
        + "difficulty of speech recognition tasks, 1977"
    ) { t in
      let (p, q) = try t.drawMasses()
      let value = try t.perplexity(p, q)
      try t.equal(value, .exp(try t.crossEntropy(p, q)), "e^H(p, q)")
      let bits = try t.crossEntropy(p, q, base: 2)
      try t.equal(value, .exp(bits * t.log(2)), "2^H(p, q)")
    },
    Law(
      "perplexity-is-a-geometric-mean",
      "Over a sample with shares p, the perplexity is the geometric mean of 1/q: its k-th power "
        + "times the likelihood of the k observations is 1.",
      clauses: ["PERPLEXITY-1", "LIKELIHOOD-1"],
      source: "D. Jurafsky, J. H. Martin, Speech and Language Processing, 2nd edition, 2009, §4.4"
    ) { t in
      let q = try t.draw("q", .distribution(1...4))
      let sample = try t.draw("sample", .sample(of: q.count))
      try t.assume(sample.allSatisfy { !q[$0].isZero })
      let mean = try t.perplexity(sample.shares(of: q.count), q)
      try t.equal(
        mean.power(sample.count) * (try t.likelihood(sample.map { q[$0] })), Ball(1),
        "perplexity^k · likelihood")
    },
    Law(
      "perplexity-of-equal-chances",
      "Who believes in n equal chances is as perplexed as by a fair die of n sides, whatever the "
        + "truth is.",
      clauses: ["PERPLEXITY-2"],
      source: "D. Jurafsky, J. H. Martin, Speech and Language Processing, 2nd edition, 2009, §4.4",
      // A third is no number of a format.
      promises: [.certified], world: wholeWorld
    ) { t in
      let p = try t.draw("p", .distribution())
      let q = p.map { _ in Rational(1, p.count) }
      try t.equal(try t.perplexity(p, q), Ball(p.count), "the perplexity")
    },
    Law(
      "perplexity-between-1-and-n",
      "1 ≤ perplexity(p, p) ≤ n: 1 where one outcome is certain, n where all are 1/n, and else "
        + "between.",
      clauses: ["PERPLEXITY-1", "PERPLEXITY-2"],
      source: "C. E. Shannon, A mathematical theory of communication, 1948, §6", world: wholeWorld
    ) { t in
      let p = try t.draw("p", .distribution())
      let value = try t.perplexity(p, p)
      if p.contains(.one) { return try t.equal(value, Ball(1), "of what is certain") }
      try t.less(Ball(1), value, "1 against the perplexity")
      if p.allSatisfy({ $0 == p[0] }) {
        try t.equal(value, Ball(p.count), "of equal chances")
      } else {
        try t.less(value, Ball(p.count), "the perplexity against n")
      }
    },
    Law(
      "perplexity-is-least-at-the-truth",
      "perplexity(p, q) ≥ perplexity(p, p), with equality for q = p alone.",
      clauses: ["PERPLEXITY-1"],
      source:
        "T. M. Cover, J. A. Thomas, Elements of Information Theory, 2nd edition, 2006, Theorem 2.6.3",
      world: pairWorld
    ) { t in
      let (p, q) = try t.drawPair()
      let (own, other) = (try t.perplexity(p, p), try t.perplexity(p, q))
      if p == q { return try t.equal(own, other, "perplexity(p, p)") }
      try t.less(own, other, "perplexity(p, p) against perplexity(p, q)")
    },
    Law(
      "perplexity-of-a-certain-outcome",
      "Where one outcome is certain the perplexity is 1/q of it, and +∞ where that is 0.",
      clauses: ["PERPLEXITY-1", "PERPLEXITY-3"],
      source: "Definition: the product of q^−p", world: wholeWorld
    ) { t in
      let q = try t.draw("q", .masses())
      let place = try t.draw("place", .int(0...q.count - 1))
      let p = q.indices.map { $0 == place ? Rational.one : .zero }
      let expected = q[place].isZero ? Ball.infinity : t.exact(q[place].reciprocal)
      try t.equal(try t.perplexity(p, q), expected, "1/q")
    },
    Law(
      "perplexity-multiplies-over-independent-sources",
      "The perplexity of pairs of independent outcomes is the product of the perplexities.",
      clauses: ["PERPLEXITY-1"],
      source: "C. E. Shannon, A mathematical theory of communication, 1948, §6"
    ) { t in
      let p = try t.draw("p", .coarseDistribution(1...3))
      let q = try t.draw("q", .coarseDistribution(of: p.count))
      let r = try t.draw("r", .coarseDistribution(1...3))
      let s = try t.draw("s", .coarseDistribution(of: r.count))
      try t.equal(
        try t.perplexity(p.times(r), q.times(s)), try t.perplexity(p, q) * t.perplexity(r, s),
        "the perplexity of pairs")
    },
  ]
}
