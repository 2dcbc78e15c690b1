import CrossEntropy
import Exact
import Property

extension Law {
  static let pairwiseHingeValues: [Law] = [
    Law(
      "pairwise-hinge-definition",
      """
      Each pair of which the first is more relevant costs what its lead lacks of the margin, in \
      the order of (i, j).
      """,
      clauses: ["PAIRWISE-HINGE-1", "PAIRWISE-HINGE-2", "PAIRWISE-HINGE-5"],
      source: "R. Herbrich, T. Graepel, K. Obermayer, Large margin rank boundaries, 2000",
      cover: ["corner": 0.1], world: someOfTheWorld
    ) { t in
      let x = try t.drawRanked()
      let losses = try t.values("pairwise_hinge", x.arguments, t.pairOptions(x, "none"))
      try t.equal(losses, t.exact(x.gaps.map { max(.zero, $0) }))
    },
    Law(
      "pairwise-hinge-reductions",
      """
      Sum and mean are made of the losses of all pairs, those that cost nothing counted too; \
      without a pair the mean is NaN.
      """,
      clauses: ["PAIRWISE-HINGE-3", "PAIRWISE-HINGE-4", "REDUCTION-2"],
      source: "R. Herbrich, T. Graepel, K. Obermayer, Large margin rank boundaries, 2000",
      cover: ["no pair": 0.1], world: someOfTheWorld
    ) { t in
      let x = try t.drawRanked(0...5)
      try t.reduces("pairwise_hinge", x.arguments, ["margin": .number(x.margin)])
    },
    Law(
      "pairwise-hinge-of-equals",
      "Items of equal relevance form no pair, whatever their scores: the sum is 0, the mean NaN.",
      clauses: ["PAIRWISE-HINGE-2", "PAIRWISE-HINGE-4"],
      source: "R. Herbrich, T. Graepel, K. Obermayer, Large margin rank boundaries, 2000",
      world: someOfTheWorld
    ) { t in
      let x = try t.drawRanked()
      let equals = x.with(relevance: x.relevance.map { _ in x.relevance[0] })
      try t.equal(t.pairLoss(equals), t.exact(.zero), "the sum")
      try t.isNaN(t.pairLoss(equals, "mean"), "the mean")
      let slopes = try t.pairSlopes(equals)
      try t.equal(slopes, slopes.map { _ in t.exact(.zero) }, "the gradient of the sum")
    },
    Law(
      "pairwise-hinge-of-two-items",
      "Of two items the loss is the hinge loss of the difference of their scores.",
      clauses: ["PAIRWISE-HINGE-1", "HINGE-1"],
      source: "R. Herbrich, T. Graepel, K. Obermayer, Large margin rank boundaries, 2000"
    ) { t in
      let x = try t.drawRanked(2...2)
      try t.assume(x.relevance[0] != x.relevance[1])
      let signed = SignedScores(
        scores: [x.scores[0] - x.scores[1]],
        targets: [x.relevance[0] > x.relevance[1] ? 1 : -1], margin: x.margin)
      try t.equal(t.pairLoss(x, "mean"), t.loss("hinge", signed))
    },
    Law(
      "pairwise-hinge-above-inversions",
      """
      With margin 1 the sum is at least the number of pairs in the wrong order, equal scores \
      counted.
      """,
      clauses: ["PAIRWISE-HINGE-1"],
      source: "M. Kendall, A new measure of rank correlation, 1938; R. Herbrich et al., 2000",
      world: someOfTheWorld
    ) { t in
      var x = try t.drawRanked()
      x.margin = .one
      let inversions = x.pairs.count { x.scores[$0.0] <= x.scores[$0.1] }
      try t.atMost(t.exact(Rational(inversions)), t.pairLoss(x), "the inversions")
    },
  ]

  static let pairwiseHingeInvariances: [Law] = [
    Law(
      "pairwise-hinge-shift",
      "Adding the same number to every score changes nothing.",
      clauses: ["PAIRWISE-HINGE-1"],
      source: "R. Herbrich, T. Graepel, K. Obermayer, Large margin rank boundaries, 2000"
    ) { t in
      let x = try t.drawRanked()
      let c = try t.draw("c", .coarse(-12...12))
      try t.equal(t.pairLoss(x), t.pairLoss(x.with(scores: x.scores.plus(c))))
    },
    Law(
      "pairwise-hinge-relevance-orders",
      "Relevance counts by its order alone: its ranks do as well.",
      clauses: ["PAIRWISE-HINGE-1", "PAIRWISE-HINGE-2"],
      source: "R. Herbrich, T. Graepel, K. Obermayer, Large margin rank boundaries, 2000",
      world: someOfTheWorld
    ) { t in
      let x = try t.drawRanked()
      let levels = Set(x.relevance).sorted()
      let ranks = x.relevance.map { Rational(levels.firstIndex(of: $0)!) }
      try t.equal(t.pairLoss(x), t.pairLoss(x.with(relevance: ranks)))
    },
    Law(
      "pairwise-hinge-order-of-items",
      "The order of the items changes neither sum nor mean.",
      clauses: ["PAIRWISE-HINGE-1", "PAIRWISE-HINGE-3", "REDUCTION-5"],
      source: "R. Herbrich, T. Graepel, K. Obermayer, Large margin rank boundaries, 2000"
    ) { t in
      let x = try t.drawRanked()
      let other = x.reordered(try t.draw("order", .order(of: x.scores.count)))
      try t.equal(t.pairLoss(x), t.pairLoss(other), "the sum")
      try t.equal(t.pairLoss(x, "mean"), t.pairLoss(other, "mean"), "the mean")
    },
    Law(
      "pairwise-hinge-reversal",
      "Negating scores and relevances turns every pair round and changes no sum.",
      clauses: ["PAIRWISE-HINGE-1"],
      source: "R. Herbrich, T. Graepel, K. Obermayer, Large margin rank boundaries, 2000",
      world: someOfTheWorld
    ) { t in
      let x = try t.drawRanked()
      let reversed = RankedItems(
        scores: x.scores.times(-1), relevance: x.relevance.times(-1), margin: x.margin)
      try t.equal(t.pairLoss(x), t.pairLoss(reversed))
    },
    Law(
      "pairwise-hinge-scaling",
      "Scores and margin times c give the loss times c.",
      clauses: ["PAIRWISE-HINGE-1"],
      source: "R. Herbrich, T. Graepel, K. Obermayer, Large margin rank boundaries, 2000"
    ) { t in
      let x = try t.drawRanked()
      let c = try t.draw("c", .scale)
      var scaled = x.with(scores: x.scores.times(c))
      scaled.margin = c * x.margin
      try t.equal(t.pairLoss(scaled), t.exact(c) * t.pairLoss(x))
    },
  ]

  static let pairwiseHingeSlopes: [Law] = [
    Law(
      "pairwise-hinge-gradient",
      """
      Each paying pair pulls its first item up and its second down by 1; by the margin the slope \
      is the number of those pairs.
      """,
      clauses: ["PAIRWISE-HINGE-6", "GRADIENT-1", "GRADIENT-3"],
      source: "C. Burges et al., Learning to rank using gradient descent, 2005", isSmooth: true,
      cover: ["corner": 0.1], world: someOfTheWorld
    ) { t in
      let x = try t.drawRanked()
      let slopes = try t.pairSlopes(x)
      try t.equal(slopes.sum, t.exact(.zero), "the sum of the gradient")
      // A pair just at the margin may give anything up to 1.
      var (low, high) = (x.scores.map { _ in 0 }, x.scores.map { _ in 0 })
      for ((i, j), gap) in zip(x.pairs, x.gaps) where gap.signum >= 0 {
        low[i] -= 1
        high[j] += 1
        if gap.signum > 0 {
          high[i] -= 1
          low[j] += 1
        }
      }
      for (slope, (low, high)) in zip(slopes, zip(low, high)) {
        try t.between(Rational(low), slope, Rational(high), "the slope")
      }
      let (paying, open) = (x.gaps.count { $0.signum > 0 }, x.gaps.count { $0.isZero })
      try t.between(
        Rational(paying), t.pairSlopes(x, by: "margin")[0], Rational(paying + open),
        "by the margin")
    },
    Law(
      "pairwise-hinge-above-its-tangents",
      "The gradient by the scores is a subgradient, also where a pair is just at the margin.",
      clauses: ["PAIRWISE-HINGE-6", "GRADIENT-3"],
      source: "R. T. Rockafellar, Convex Analysis, 1970, §23", isSmooth: true,
      cover: ["corner": 0.1]
    ) { t in
      let a = try t.drawRanked()
      let b = a.with(scores: try t.draw("scores′", .numbers(of: a.scores.count)))
      try t.supports(t.pairSlopes(a), at: a.scores, t.pairLoss(a), b.scores, t.pairLoss(b))
    },
    Law(
      "pairwise-hinge-by-differences",
      "Away from the margin the gradient is the difference quotient.",
      clauses: ["PAIRWISE-HINGE-6", "GRADIENT-1"],
      source: "W. H. Press et al., Numerical Recipes, 1992, §5.7", promises: [.certified]
    ) { t in
      let x = try t.drawRanked()
      try t.assume(!x.gaps.contains(where: \.isZero))
      // Gaps are multiples of 1/16: a step of 1/32 leaves every one of them on its side.
      let quotients = try t.centralSlopes(at: x.scores, step: Rational(1, 32)) {
        try t.pairLoss(x.with(scores: $0))
      }
      try t.equal(quotients, t.pairSlopes(x))
    },
  ]
}
