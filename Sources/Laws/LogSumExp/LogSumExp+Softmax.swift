import CrossEntropy
import Exact
import Property

extension Trial {
  func softmax(
    _ x: [Rational], temperature: Rational? = nil
  ) throws -> [Ball] {
    try values(
      "softmax", ["x": .vector(x)], temperature.map { ["temperature": .number($0)] } ?? [:])
  }

  func softmax(_ x: [Extended]) throws -> [Ball] { try values("softmax", ["x": .vector(x)]) }
}

extension Law {
  static let softmaxValues: [Law] = [
    Law(
      "softmax-is-the-share-of-a-power-in-the-sum",
      "softmax(x)ᵢ = e^xᵢ/Σ e^xₖ, in relative accuracy.", clauses: ["SOFTMAX-1"],
      source:
        """
        J. S. Bridle, Probabilistic Interpretation of Feedforward Classification Network \
        Outputs, 1990
        """,
      examples: [["x": [Rational(710), 710]], ["x": [Rational(-800), -800]]], world: wholeWorld
    ) { t in
      let x = try t.draw("x", .logits())
      let powers = t.powers(x)
      let shares = powers.map { $0 / powers.sum }
      try t.equal(try t.softmax(x), shares, "softmax(x)", isRelative: true)
    },
    Law(
      "softmax-sums-to-one",
      "The elements of a softmax are positive, and add up to 1.", clauses: ["SOFTMAX-3"],
      source: "R. D. Luce, Individual Choice Behavior, 1959", world: wholeWorld
    ) { t in
      let p = try t.softmax(try t.draw("x", .logits()))
      for (index, share) in p.enumerated() {
        try t.less(Ball(0), share, "0 against p[\(index)]")
        try t.atMost(share, Ball(1), "p[\(index)] against 1")
      }
      try t.equal(p.sum, Ball(1), "the sum")
    },
    Law(
      "softmax-ignores-a-shift",
      "softmax(x + c) = softmax(x).", clauses: ["SOFTMAX-2"],
      source: "I. Goodfellow, Y. Bengio, A. Courville, Deep Learning, 2016, §6.2.2.3",
      world: wholeWorld
    ) { t in
      let x = try t.draw("x", .coarseLogits())
      let c = try t.draw("c", .coarse(-100...100))
      try t.equal(try t.softmax(x.shifted(by: c)), try t.softmax(x), "softmax(x + c)")
    },
    Law(
      "softmax-follows-a-permutation",
      "Permuting the logits permutes the softmax alike.", clauses: ["SOFTMAX-4"],
      source:
        """
        J. S. Bridle, Probabilistic Interpretation of Feedforward Classification Network \
        Outputs, 1990
        """,
      world: wholeWorld
    ) { t in
      let x = try t.draw("x", .logits())
      let order = try t.draw("order", .order(of: x.count))
      let p = try t.softmax(x)
      try t.equal(try t.softmax(order.map { x[$0] }), order.map { p[$0] }, "softmax reordered")
    },
    Law(
      "softmax-of-equals-is-uniform",
      "n equal logits get 1/n each.", clauses: ["SOFTMAX-1"],
      source: "P. S. Laplace, Théorie analytique des probabilités, 1812", world: wholeWorld
    ) { t in
      let x = try t.draw("x", .logit)
      let n = try t.draw("n", .int(1...8))
      let shares = [Ball](repeating: Ball(1) / t.exact(Rational(n)), count: n)
      try t.equal(try t.softmax([Rational](repeating: x, count: n)), shares, "softmax of equals")
    },
    Law(
      "softmax-of-log-p-is-p",
      "softmax(log p) = p.", clauses: ["SOFTMAX-1"],
      source: "R. D. Luce, Individual Choice Behavior, 1959",
      // Logarithms are irrational: they are asked with 256 bits of them.
      promises: [.certified]
    ) { t in
      let p = try t.draw("p", .distribution())
      let logs = p.map { Ball.log(t.exact($0)) }
      let x = logs.map { log -> Extended in
        log.isFinite ? .finite(log.midpoint.asRational) : .infinity(isNegative: true)
      }
      // A share moves by at most half of how far any logit does: 2p(1 − p) ≤ ½.
      let off = logs.map { $0.isFinite ? $0.radius.asDyadic.asRational : 0 }.greatest
      for (share, p) in zip(try t.softmax(x), p) {
        try t.close(share, t.exact(p), within: t.exact(off), "softmax(log p) against p")
      }
    },
    Law(
      "softmax-of-two-is-a-sigmoid",
      "softmax(a, b) = (σ(a − b), σ(b − a)).", clauses: ["SOFTMAX-1", "SIGMOID-1"],
      source: "C. M. Bishop, Pattern Recognition and Machine Learning, 2006, §4.2",
      world: wholeWorld
    ) { t in
      let a = try t.draw("a", .coarse(-60...60))
      let b = try t.draw("b", .coarse(-60...60))
      let sigma = try t.values("sigmoid", ["x": .vector([a - b, b - a])])
      try t.equal(try t.softmax([a, b]), sigma, "softmax(a, b)", isRelative: true)
    },
    Law(
      "softmax-is-independent-of-irrelevant-alternatives",
      "The ratio of two shares is e^(xᵢ − xⱼ), whatever other classes there are.",
      clauses: ["SOFTMAX-1"], source: "R. D. Luce, Individual Choice Behavior, 1959",
      world: wholeWorld
    ) { t in
      let a = try t.draw("a", .coarse(-12...12))
      let b = try t.draw("b", .coarse(-12...12))
      let others = try t.draw("others", .coarseLogits(1...4))
      let (p, two) = (try t.softmax([a, b] + others), try t.softmax([a, b]))
      try t.equal(p[0] * two[1], p[1] * two[0], "the ratios")
      try t.less(p[0], two[0], "the share with others against that without")
    },
    Law(
      "softmax-moves-no-further-than-the-logits",
      "Two softmaxes differ, summed over the classes, by no more than the logits do at most.",
      clauses: ["SOFTMAX-9"],
      source: "B. Gao, L. Pavel, On the Properties of the Softmax Function, 2017",
      world: wholeWorld
    ) { t in
      let x = try t.draw("x", .logits(1...5))
      let y = try t.draw("y", .logits(of: x.count))
      let most = zip(x, y).map { ($0 - $1).magnitude }.greatest
      let (p, q) = (try t.softmax(x), try t.softmax(y))
      // The derivative along v is pᵢ(vᵢ − ⟨p, v⟩); summed it is at most the deviation of v under p.
      let distance = zip(p, q).map { Ball.larger($0 - $1, $1 - $0) }.sum
      try t.atMost(distance, t.exact(most), "Σ |pᵢ − qᵢ|")
    },
  ]

  static let softmaxOrder: [Law] = [
    Law(
      "softmax-keeps-the-order",
      "A greater logit gets a greater share, and equal ones get the same.",
      clauses: ["SOFTMAX-1", "SOFTMAX-4"],
      source: "J. S. Bridle, Training Stochastic Model Recognition Algorithms as Networks …, 1990",
      cover: ["tie": 0.02, "near tie": 0.02], world: wholeWorld
    ) { t in
      let x = try t.draw("x", .logits())
      try t.assume(x.count < 20)
      let p = try t.softmax(x)
      for i in x.indices {
        for j in x.indices where j != i {
          if x[i] < x[j] { try t.less(p[i], p[j], "p[\(i)] against p[\(j)]") }
          if x[i] == x[j] { try t.equal(p[i], p[j], "p[\(i)] against p[\(j)]") }
        }
      }
    },
    Law(
      "softmax-gives-the-largest-at-least-the-average",
      "The largest logit gets at least 1/n, the smallest at most that.",
      clauses: ["SOFTMAX-1", "SOFTMAX-3"],
      source: "R. D. Luce, Individual Choice Behavior, 1959", world: wholeWorld
    ) { t in
      let x = try t.draw("x", .logits())
      let p = try t.softmax(x)
      let average = Ball(1) / t.exact(Rational(x.count))
      try t.atMost(average, p[x.firstIndex(of: x.greatest)!], "1/n against the largest share")
      try t.atMost(p[x.firstIndex(of: x.least)!], average, "the smallest share against 1/n")
    },
    Law(
      "softmax-is-a-monotone-map",
      "⟨softmax(x) − softmax(y), x − y⟩ ≥ 0: it is the gradient of a convex function.",
      clauses: ["SOFTMAX-1", "LOG-SUM-EXP-7"],
      source: "B. Gao, L. Pavel, On the Properties of the Softmax Function, 2017",
      world: wholeWorld
    ) { t in
      let x = try t.draw("x", .coarseLogits(1...5))
      let y = try t.draw("y", .coarseLogits(x.count...x.count))
      let (p, q) = (try t.softmax(x), try t.softmax(y))
      let product = x.indices.map { (p[$0] - q[$0]) * t.exact(x[$0] - y[$0]) }.sum
      try t.atMost(Ball(0), product, "0 against the product")
      // B. Gao and L. Pavel show as well that it is no less than |p − q|².
      let square = zip(p, q).map { ($0 - $1).power(2) }.sum
      try t.atMost(square, product, "|p − q|² against the product")
    },
    Law(
      "raising-a-logit-takes-from-all-others",
      "Raising one logit raises its share and lowers every other, all by the same factor.",
      clauses: ["SOFTMAX-1", "SOFTMAX-3"],
      source: "R. D. Luce, Individual Choice Behavior, 1959", world: wholeWorld
    ) { t in
      let x = try t.draw("x", .coarseLogits(2...5))
      let place = try t.draw("place", .int(0...x.count - 1))
      let rise = try t.draw("rise", .coarse(1...12))
      let (p, q) = (try t.softmax(x), try t.softmax(x.moved(at: place, by: rise)))
      try t.less(p[place], q[place], "the share before against after")
      for other in x.indices where other != place {
        try t.less(q[other], p[other], "another's share after against before")
        let kept = (Ball(1) - q[place]) * p[other]
        try t.equal((Ball(1) - p[place]) * q[other], kept, "the shares of the rest")
      }
    },
  ]
}
