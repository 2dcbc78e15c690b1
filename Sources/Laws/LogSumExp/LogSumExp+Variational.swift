import CrossEntropy
import Exact
import Property

/// Free energy: what softmax and log-sum-exp are the best value and the value of.
extension Law {
  static let softmaxVariational: [Law] = [
    Law(
      "gibbs-variational-principle",
      "LSE(x) ≥ ⟨x, p⟩ + H(p) for every distribution p, with equality at p = softmax(x).",
      clauses: ["LOG-SUM-EXP-1", "SOFTMAX-1", "ENTROPY-1"],
      source: "J. W. Gibbs, Elementary Principles in Statistical Mechanics, 1902",
      world: wholeWorld
    ) { t in
      let x = try t.draw("x", .coarseLogits(1...5))
      let p = try t.draw("p", .distribution(of: x.count))
      let value = try t.logSumExp(x)
      let entropy = try t.value("entropy", ["p": .vector(p)])
      let mean = t.exact(zip(x, p).map { $0 * $1 }.reduce(.zero, +))
      try t.atMost(mean + entropy, value, "⟨x, p⟩ + H(p) against LSE(x)")
      let best = zip(x, try t.softmax(x)).map { $1 * (t.exact($0) - .log($1)) }.sum
      try t.equal(best, value, "the same at softmax(x)")
    },
    Law(
      "the-gap-of-the-variational-principle-is-a-divergence",
      "LSE(x) − ⟨x, p⟩ − H(p) = KL(p‖softmax(x)) = Σ p(log p − log_softmax(x)).",
      clauses: ["LOG-SUM-EXP-1", "LOG-SOFTMAX-1", "ENTROPY-1"],
      source:
        """
        M. J. Wainwright, M. I. Jordan, Graphical Models, Exponential Families, and Variational \
        Inference, 2008
        """,
      world: wholeWorld
    ) { t in
      let x = try t.draw("x", .coarseLogits(1...5))
      let p = try t.draw("p", .distribution(of: x.count))
      let entropy = try t.value("entropy", ["p": .vector(p)])
      let mean = t.exact(zip(x, p).map { $0 * $1 }.reduce(.zero, +))
      let gap = try t.logSumExp(x) - mean - entropy
      let cross = -zip(p, try t.logSoftmax(x)).map { t.exact($0) * $1 }.sum
      try t.equal(gap, cross - entropy, "the gap against the divergence")
      try t.atMost(Ball(0), cross - entropy, "0 against the divergence")
    },
    Law(
      "divergence-of-softmaxes-is-the-bregman-divergence-of-log-sum-exp",
      "KL(softmax(x)‖softmax(y)) = LSE(y) − LSE(x) − ⟨softmax(x), y − x⟩, and is not negative.",
      clauses: ["LOG-SUM-EXP-1", "SOFTMAX-1", "LOG-SOFTMAX-1"],
      source:
        """
        A. Banerjee, S. Merugu, I. S. Dhillon, J. Ghosh, Clustering with Bregman Divergences, \
        2005
        """,
      world: wholeWorld
    ) { t in
      let x = try t.draw("x", .coarseLogits(1...5))
      let y = try t.draw("y", .coarseLogits(x.count...x.count))
      let (p, a, b) = (try t.softmax(x), try t.logSoftmax(x), try t.logSoftmax(y))
      let divergence = x.indices.map { p[$0] * (a[$0] - b[$0]) }.sum
      let rise = x.indices.map { p[$0] * t.exact(y[$0] - x[$0]) }.sum
      let bregman = try t.logSumExp(y) - t.logSumExp(x) - rise
      try t.equal(divergence, bregman, "the divergence")
      try t.atMost(Ball(0), divergence, "0 against the divergence")
    },
    Law(
      "entropy-of-a-softmax-is-log-sum-exp-less-the-mean",
      "H(softmax(x)) = LSE(x) − ⟨softmax(x), x⟩, between 0 and log n.",
      clauses: ["LOG-SUM-EXP-1", "SOFTMAX-1", "LOG-SOFTMAX-1"],
      source: "E. T. Jaynes, Information Theory and Statistical Mechanics, 1957", world: wholeWorld
    ) { t in
      let x = try t.draw("x", .coarseLogits())
      let (p, logs) = (try t.softmax(x), try t.logSoftmax(x))
      let entropy = -zip(p, logs).map { $0 * $1 }.sum
      let mean = zip(p, x).map { $0 * t.exact($1) }.sum
      try t.equal(entropy, try t.logSumExp(x) - mean, "H(softmax(x))")
      try t.atMost(Ball(0), entropy, "0 against H(softmax(x))")
      try t.atMost(entropy, .log(t.exact(Rational(x.count))), "H(softmax(x)) against log n")
    },
    Law(
      "averaging-logits-is-a-normalised-geometric-mean",
      "softmax((x + y)/2)ᵢ is √(softmax(x)ᵢ·softmax(y)ᵢ) over the sum of these.",
      clauses: ["SOFTMAX-1"],
      source:
        "G. E. Hinton, Training Products of Experts by Minimizing Contrastive Divergence, 2002",
      world: wholeWorld
    ) { t in
      let x = try t.draw("x", .coarseLogits(1...5))
      let y = try t.draw("y", .coarseLogits(x.count...x.count))
      let roots = zip(try t.softmax(x), try t.softmax(y)).map { Ball.squareRoot($0 * $1) }
      let middle = try t.softmax(zip(x, y).map { ($0 + $1) / 2 })
      try t.equal(middle, roots.map { $0 / roots.sum }, "softmax((x + y)/2)")
    },
    Law(
      "adding-logits-is-a-product-of-experts",
      "softmax(x + y)ᵢ is softmax(x)ᵢ·softmax(y)ᵢ over the sum of these: prior times likelihood.",
      clauses: ["SOFTMAX-1"],
      source:
        "G. E. Hinton, Training Products of Experts by Minimizing Contrastive Divergence, 2002",
      world: wholeWorld
    ) { t in
      let x = try t.draw("x", .coarseLogits(1...5))
      let y = try t.draw("y", .coarseLogits(x.count...x.count))
      let products = zip(try t.softmax(x), try t.softmax(y)).map { $0 * $1 }
      let sum = try t.softmax(zip(x, y).map { $0 + $1 })
      try t.equal(sum, products.map { $0 / products.sum }, "softmax(x + y)", isRelative: true)
    },
  ]
}
