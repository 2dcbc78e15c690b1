import CrossEntropy
import Exact
import Property

extension Law {
  static let listNetValues: [Law] = [
    Law(
      "list-net-definition",
      """
      ListNet is the mean, under the target weights, of how far each score is below the log-sum- \
      exp of all.
      """,
      clauses: ["LIST-NET-1", "LIST-NET-2"],
      source: "Z. Cao et al., Learning to rank: from pairwise approach to listwise approach, 2007",
      world: someOfTheWorld
    ) { t in
      let variant = try t.draw("variant", listVariants)
      let x = try t.drawRanked()
      let total = Ball.log(x.scores.map { Ball.exp(t.exact($0)) }.sum)
      let powers = x.relevance.map { Ball.exp(t.exact($0)) }
      let weights =
        variant == "label" ? t.exact(x.relevance) : powers.map { $0 / powers.sum }
      let losses = zip(weights, x.scores).map { $0 * (total - t.exact($1)) }
      try t.equal(t.listLoss(x, variant), losses.sum)
    },
    Law(
      "list-net-is-cross-entropy-of-softmaxes",
      """
      ListNet is the cross-entropy of the softmax of the scores under the softmax of the \
      relevances.
      """,
      clauses: ["LIST-NET-1", "SOFTMAX-1", "LOG-SOFTMAX-1"],
      source: "Z. Cao et al., Learning to rank: from pairwise approach to listwise approach, 2007",
      world: someOfTheWorld
    ) { t in
      let x = try t.drawRanked(0...5)
      let p = try t.values("softmax", ["x": .vector(x.relevance)])
      let q = try t.values("log_softmax", ["x": .vector(x.scores)])
      try t.equal(t.listLoss(x, "top_one"), -zip(p, q).map { $0 * $1 }.sum)
    },
    Law(
      "list-net-of-labels-is-cross-entropy",
      """
      With relevances that are probabilities the label loss is the categorical cross-entropy of \
      the scores as logits.
      """,
      clauses: ["LIST-NET-2", "CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-1"],
      source: "Z. Cao et al., Learning to rank: from pairwise approach to listwise approach, 2007",
      world: someOfTheWorld
    ) { t in
      let p = try t.draw("relevance", .distribution(1...5))
      let s = try t.draw("scores", .logits(of: p.count))
      try t.equal(
        t.listLoss(RankedItems(scores: s, relevance: p), "label"),
        t.value(
          "categorical_cross_entropy_with_logits", ["logits": .matrix([s]), "y": .matrix([p])]))
    },
    Law(
      "list-net-least-at-the-target",
      """
      No scores cost less than the relevances themselves, whose cost is the entropy of their \
      softmax.
      """,
      clauses: ["LIST-NET-1", "SOFTMAX-1"],
      source: "J. W. Gibbs, Elementary Principles in Statistical Mechanics, 1902",
      world: someOfTheWorld
    ) { t in
      let x = try t.drawRanked()
      let least = try t.listLoss(x.with(scores: x.relevance), "top_one")
      let p = try t.values("softmax", ["x": .vector(x.relevance)])
      try t.equal(least, -p.map { $0 * Ball.log($0) }.sum, "the entropy")
      let shift = x.scores[0] - x.relevance[0]
      if x.scores == x.relevance.plus(shift) {
        try t.equal(t.listLoss(x, "top_one"), least, "at shifted relevances")
      } else {
        try t.less(least, t.listLoss(x, "top_one"), "the least")
      }
    },
    Law(
      "list-net-of-equal-relevances",
      "If all n items are equally relevant, each counts 1/n.",
      clauses: ["LIST-NET-1"],
      source: "Z. Cao et al., Learning to rank: from pairwise approach to listwise approach, 2007",
      world: someOfTheWorld
    ) { t in
      var x = try t.drawRanked()
      x.relevance = x.relevance.map { _ in x.relevance[0] }
      let sum = try t.value("log_sum_exp", ["x": .vector(x.scores)])
      try t.equal(t.listLoss(x, "top_one"), sum - t.exact(x.scores.mean))
    },
    Law(
      "list-net-linear-in-labels",
      "The label loss is linear in the relevances.",
      clauses: ["LIST-NET-2"],
      source: "Z. Cao et al., Learning to rank: from pairwise approach to listwise approach, 2007"
    ) { t in
      let x = try t.drawRanked(0...4)
      let other = try t.draw("relevance′", .numbers(of: x.scores.count, in: 0...3))
      let c = try t.draw("c", .element(of: [1, 2, Rational(1, 2), -1]))
      let both = x.with(relevance: x.relevance.plus(other.times(c)))
      let parts = (try t.listLoss(x, "label"), try t.listLoss(x.with(relevance: other), "label"))
      try t.equal(t.listLoss(both, "label"), parts.0 + t.exact(c) * parts.1)
    },
  ]

  static let listNetInvariances: [Law] = [
    Law(
      "list-net-shift-of-scores",
      "Adding the same number to every score changes neither variant.",
      clauses: ["LIST-NET-3"],
      source: "Z. Cao et al., Learning to rank: from pairwise approach to listwise approach, 2007"
    ) { t in
      let variant = try t.draw("variant", listVariants)
      let x = try t.drawRanked()
      let c = try t.draw("c", .coarse(-12...12))
      try t.equal(
        t.listLoss(x, variant), t.listLoss(x.with(scores: x.scores.plus(c)), variant))
    },
    Law(
      "list-net-shift-of-relevances",
      "Adding the same number to every relevance does not change the top-one loss.",
      clauses: ["LIST-NET-4"],
      source: "Z. Cao et al., Learning to rank: from pairwise approach to listwise approach, 2007"
    ) { t in
      let x = try t.drawRanked()
      let c = try t.draw("c", .coarse(-12...12))
      let shifted = x.with(relevance: x.relevance.plus(c))
      try t.equal(t.listLoss(x, "top_one"), t.listLoss(shifted, "top_one"))
    },
    Law(
      "list-net-order-of-items",
      "The order of the items changes neither variant.",
      clauses: ["LIST-NET-1", "LIST-NET-2"],
      source: "Z. Cao et al., Learning to rank: from pairwise approach to listwise approach, 2007"
    ) { t in
      let variant = try t.draw("variant", listVariants)
      let x = try t.drawRanked()
      let order = try t.draw("order", .order(of: x.scores.count))
      try t.equal(t.listLoss(x, variant), t.listLoss(x.reordered(order), variant))
    },
    Law(
      "list-net-convex",
      "Half-way between two lists of scores neither variant is above its mean at the two.",
      clauses: ["LIST-NET-1", "LIST-NET-2"],
      source: "S. Boyd, L. Vandenberghe, Convex Optimization, 2004, §3.1.5"
    ) { t in
      let variant = try t.draw("variant", listVariants)
      let a = try t.drawRanked()
      let b = a.with(scores: try t.draw("scores′", .numbers(of: a.scores.count)))
      let middle = a.with(scores: a.scores.plus(b.scores).times(Rational(1, 2)))
      let mean = (try t.listLoss(a, variant) + t.listLoss(b, variant)) / t.exact(2)
      try t.atMost(t.listLoss(middle, variant), mean)
    },
  ]

  static let listNetSlopes: [Law] = [
    Law(
      "list-net-gradient-by-scores",
      """
      By a score the slope is its softmax times the sum of the target weights, less its target \
      weight.
      """,
      clauses: ["LIST-NET-5", "GRADIENT-1"],
      source: "Z. Cao et al., Learning to rank: from pairwise approach to listwise approach, 2007",
      isSmooth: true, world: someOfTheWorld
    ) { t in
      let variant = try t.draw("variant", listVariants)
      let x = try t.drawRanked()
      let slopes = try t.gradient(
        "list_net", by: "scores", x.arguments, ["variant": .word(variant)])
      let q = try t.values("softmax", ["x": .vector(x.scores)])
      let weights =
        variant == "label"
        ? t.exact(x.relevance) : try t.values("softmax", ["x": .vector(x.relevance)])
      let total = variant == "label" ? t.exact(x.relevance.total) : t.exact(.one)
      try t.equal(slopes, zip(q, weights).map { $0 * total - $1 }, "by the scores")
      try t.equal(slopes.sum, t.exact(.zero), "their sum")
    },
    Law(
      "list-net-gradient-by-relevance",
      """
      By a relevance the label loss has slope −ln q, and the top-one loss π times what that \
      exceeds the loss.
      """,
      clauses: ["LIST-NET-1", "LIST-NET-2", "GRADIENT-1"],
      source: "C. Bishop, Pattern Recognition and Machine Learning, 2006, §4.3.4",
      isSmooth: true, world: someOfTheWorld
    ) { t in
      let variant = try t.draw("variant", listVariants)
      let x = try t.drawRanked()
      let slopes = try t.gradient(
        "list_net", by: "relevance", x.arguments, ["variant": .word(variant)])
      let surprises = try t.values("log_softmax", ["x": .vector(x.scores)]).map { -$0 }
      if variant == "label" { return try t.equal(slopes, surprises) }
      let p = try t.values("softmax", ["x": .vector(x.relevance)])
      let mean = zip(p, surprises).map { $0 * $1 }.sum
      try t.equal(slopes, zip(p, surprises).map { $0 * ($1 - mean) })
      try t.equal(slopes.sum, t.exact(.zero), "their sum")
    },
    Law(
      "list-net-by-differences",
      "The gradient by the scores is the limit of its difference quotients.",
      clauses: ["LIST-NET-5", "GRADIENT-1"],
      source: "W. H. Press et al., Numerical Recipes, 1992, §5.7", promises: [.certified]
    ) { t in
      let variant = try t.draw("variant", listVariants)
      let x = try t.drawRanked()
      let h = Rational.powerOfTwo(-20)
      let quotients = try t.centralSlopes(at: x.scores, step: h) {
        try t.listLoss(x.with(scores: $0), variant)
      }
      let slopes = try t.gradient(
        "list_net", by: "scores", x.arguments, ["variant": .word(variant)])
      // The third derivative of a log-sum-exp by one of its numbers is the third cumulant of a
      // coin, less than 1/10 in size: the quotient errs by h²/60 times the sum of the weights.
      let weight = variant == "label" ? max(x.relevance.total, .one) : .one
      for (quotient, slope) in zip(quotients, slopes) {
        try t.close(quotient, slope, within: t.exact(weight * h * h / 60))
      }
    },
  ]

  static let rankingRefusals: [Law] = [
    Law(
      "ranking-refusals",
      "Lists of different lengths, a margin below 0 and a variant that does not exist are refused.",
      clauses: ["INPUT-5", "INPUT-6", "POLICY-4"], source: "Spec/README.md", world: someOfTheWorld
    ) { t in
      let mistake = try t.draw("mistake", .element(of: ["margin", "length", "variant"]))
      let x = try t.drawRanked(1...3)
      switch mistake {
      case "margin":
        let margin = try t.draw("negative", .element(of: [-1, Rational(-1, 8)]))
        try t.refused(
          Call("pairwise_hinge", x.arguments, options: ["margin": .number(margin)]))
      case "length":
        let function = try t.draw(
          "function", Gen<String>.element(of: ["pairwise_hinge", "list_net"]))
        let longer = x.with(relevance: x.relevance + [.one])
        try t.refused(Call(function, longer.arguments))
      default: try t.refused(Call("list_net", x.arguments, options: ["variant": "top_two"]))
      }
    }
  ]
}
