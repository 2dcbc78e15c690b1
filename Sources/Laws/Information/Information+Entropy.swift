import CrossEntropy
import Exact
import Property

extension Law {
  /// What entropy is, term by term.
  static let entropyValue: [Law] = [
    Law(
      "entropy-is-mean-information",
      "The entropy is the sum of p·I(p), where an outcome of probability 0 adds nothing.",
      clauses: ["ENTROPY-1", "ENTROPY-2", "INPUT-13"],
      source: "C. E. Shannon, A mathematical theory of communication, 1948, §6",
      cover: ["zero": 0.1], examples: [["p": [Rational(1, 2), Rational(1, 2)], "b": Rational(2)]]
    ) { t in
      let p = try t.draw("p", .masses())
      let b = try t.draw("b", .base)
      if p.contains(.zero) { t.label("zero") }
      let terms = try p.filter { !$0.isZero }.map { t.exact($0) * (try t.content($0, base: b)) }
      try t.equal(try t.entropy(p, base: b), terms.sum, "H(p) against Σ p·I(p)")
    },
    Law(
      "entropy-sums-over-parts",
      "The entropy of two lists put together is the sum of theirs: no list is normalised.",
      clauses: ["ENTROPY-1", "POLICY-8"],
      source: "Definition: a sum over outcomes, whether or not they add up to one"
    ) { t in
      let p = try t.draw("p", .masses(1...4))
      let q = try t.draw("q", .masses(1...4))
      try t.equal(
        try t.entropy(p + q), try t.entropy(p) + t.entropy(q), "H(p ++ q) against H(p) + H(q)")
    },
    Law(
      "entropy-scales",
      "Masses are taken as written: H(c·p) = c·H(p) − c·log c·Σp.",
      clauses: ["ENTROPY-1", "POLICY-8"],
      source: "Definition: log(c·p) = log c + log p"
    ) { t in
      let p = try t.draw("p", .coarseDistribution())
      let c = try t.draw("c", .share)
      let scaled = try t.entropy(p.map { c * $0 })
      try t.equal(scaled, t.exact(c) * (try t.entropy(p) - t.log(c)), "H(c·p)")
    },
    Law(
      "entropy-ignores-order",
      "Permuting the outcomes does not change the entropy.",
      clauses: ["ENTROPY-3"],
      source: "A. I. Khinchin, Mathematical Foundations of Information Theory, 1957, §1",
      cover: ["moved": 0.2]
    ) { t in
      let p = try t.draw("p", .masses(1...4))
      let order = try t.draw("order", .order(of: p.count))
      if p.ordered(by: order) != p { t.label("moved") }
      try t.equal(
        try t.entropy(p.ordered(by: order)), try t.entropy(p), "H of the permuted p against H(p)")
    },
    Law(
      "entropy-ignores-the-impossible",
      "An outcome of probability 0, wherever it stands, does not change the entropy.",
      clauses: ["ENTROPY-2", "POLICY-5"],
      source: "A. I. Khinchin, Mathematical Foundations of Information Theory, 1957, §2"
    ) { t in
      let p = try t.draw("p", .masses(1...4))
      let place = try t.draw("place", .int(0...p.count))
      try t.equal(
        try t.entropy(p.inserting(.zero, at: place)), try t.entropy(p), "H with a 0 against H")
    },
  ]

  /// How large entropy is.
  static let entropyBounds: [Law] = [
    Law(
      "entropy-at-most-log-n",
      "The entropy of n outcomes is at most log n, and equals it only where all are 1/n.",
      clauses: ["ENTROPY-4"],
      source: "C. E. Shannon, A mathematical theory of communication, 1948, §6",
      cover: ["uniform": 0.05], world: wholeWorld
    ) { t in
      let p = try t.draw("p", .distribution())
      let entropy = try t.value("entropy", ["p": .vector(p)])
      let bound = Ball.log(t.exact(Rational(p.count)))
      if p.allSatisfy({ $0 == p[0] }) {
        try t.equal(entropy, bound, "H(p) against log \(p.count)")
      } else {
        try t.less(entropy, bound, "H(p) against log \(p.count)")
      }
    },
    Law(
      "entropy-is-0-only-where-certain",
      "The entropy of a distribution is 0 where one outcome is certain, and else above 0.",
      clauses: ["ENTROPY-1"],
      source: "C. E. Shannon, A mathematical theory of communication, 1948, §6",
      cover: ["one-hot": 0.05], world: wholeWorld
    ) { t in
      let p = try t.draw("p", .distribution())
      let entropy = try t.entropy(p)
      if p.contains(.one) {
        try t.equal(entropy, Ball(0), "H of what is certain")
      } else {
        try t.less(Ball(0), entropy, "0 against H(p)")
      }
    },
    Law(
      "entropy-of-masses-at-most-n-over-e",
      "No entropy of n masses from [0, 1] is negative or above n/e nats, whatever they add up to.",
      clauses: ["ENTROPY-1", "POLICY-8"],
      source: "G. H. Hardy, J. E. Littlewood, G. Pólya, Inequalities, 1934, §4.2"
    ) { t in
      let p = try t.draw("p", .masses())
      let entropy = try t.entropy(p)
      try t.atMost(Ball(0), entropy, "0 against H(p)")
      // −p log p has its greatest value 1/e at p = 1/e, which is no rational number.
      let e = Ball.exp(t.exact(.one))
      try t.less(entropy, t.exact(Rational(p.count)) / e, "H(p) against n/e")
    },
    Law(
      "entropy-at-least-collision-entropy",
      "H(p) ≥ −log Σp² ≥ −log max p; both are equalities where p is uniform on what can happen.",
      clauses: ["ENTROPY-1", "ENTROPY-4"],
      source: "A. Rényi, On measures of entropy and information, 1961", world: wholeWorld
    ) { t in
      let p = try t.draw("p", .distribution())
      let entropy = try t.entropy(p)
      let collision = -t.log(p.map { $0 * $0 }.total)
      let possible = p.filter { !$0.isZero }
      if possible.allSatisfy({ $0 == possible[0] }) {
        try t.equal(entropy, -t.log(possible[0]), "H(p) against log of the number of outcomes")
      } else {
        try t.less(collision, entropy, "−log Σp² against H(p)")
        try t.less(-t.log(p.max()!), entropy, "−log max p against H(p)")
      }
    },
    Law(
      "binary-entropy-between-its-bounds",
      "4p(1 − p) ≤ H(p, 1 − p) ≤ 2√(p(1 − p)) in bits, with equality at 0, ½ and 1 alone.",
      clauses: ["ENTROPY-1", "INPUT-13"],
      source:
        "F. Topsøe, Bounds for entropy and divergence for distributions over a two-element set, 2001",
      examples: [["p": [Rational(1, 2), Rational(1, 2)]]], world: wholeWorld
    ) { t in
      let p = try t.draw("p", .distribution(of: 2))
      let bits = try t.entropy(p, base: 2)
      let product = t.exact(p[0] * p[1])
      if p.contains(.zero) || p[0] == p[1] {
        return try t.equal(bits, Ball(4) * product, "H against 4p(1 − p)")
      }
      try t.less(Ball(4) * product, bits, "4p(1 − p) against H")
      try t.less(bits, Ball(2) * .squareRoot(product), "H against 2√(p(1 − p))")
    },
    Law(
      "entropy-is-concave",
      "Mixing distributions raises the entropy: H(λp + (1 − λ)q) ≥ λH(p) + (1 − λ)H(q), with "
        + "equality for p = q alone.",
      clauses: ["ENTROPY-1"],
      source:
        "T. M. Cover, J. A. Thomas, Elements of Information Theory, 2nd edition, 2006, Theorem 2.7.3",
      world: pairWorld
    ) { t in
      let p = try t.draw("p", .coarseDistribution())
      let q = try t.draw("q", .coarseDistribution(of: p.count))
      let share = try t.draw("share", .share)
      let mixed = try t.entropy(p.mixed(share, with: q))
      let mean =
        t.exact(share) * (try t.entropy(p)) + t.exact(.one - share) * (try t.entropy(q))
      if p == q { return try t.equal(mixed, mean, "H of a mixture of p and p") }
      try t.less(mean, mixed, "the mean entropy against that of the mixture")
    },
    Law(
      "entropy-rises-as-masses-are-levelled",
      "Moving mass from a likelier outcome to a less likely one, but not past it, raises entropy.",
      clauses: ["ENTROPY-1"],
      source:
        "A. W. Marshall, I. Olkin, Inequalities: Theory of Majorization and Its Applications, 1979, §3.D",
      world: wholeWorld
    ) { t in
      let p = try t.draw("p", .coarseDistribution(2...6))
      let share = try t.draw("share", .element(of: [Rational(1, 2), Rational(1, 4)]))
      var level = p
      let moved = share * (p[0] - p[1])
      (level[0], level[1]) = (p[0] - moved, p[1] + moved)
      if p[0] == p[1] { return try t.equal(try t.entropy(level), try t.entropy(p)) }
      try t.less(try t.entropy(p), try t.entropy(level), "H before against H after")
    },
  ]
}
