import CrossEntropy
import Exact
import Property

extension Law {
  static let hingeValues: [Law] = [
    Law(
      "hinge-definition",
      """
      The hinge loss is what the score lacks of the margin, 0 if nothing; the squared one is its \
      square.
      """,
      clauses: ["HINGE-1", "SQUARED-HINGE-1", "REDUCTION-1"],
      source: "C. Cortes, V. Vapnik, Support-Vector Networks, 1995",
      cover: ["corner": 0.1], world: someOfTheWorld
    ) { t in
      let x = try t.drawSigned()
      let lacking = x.gaps.map { max(.zero, $0) }
      try t.equal(t.losses("hinge", x), t.exact(lacking), "hinge")
      try t.equal(t.losses("squared_hinge", x), t.exact(lacking.map { $0 * $0 }), "squared")
    },
    Law(
      "hinge-symmetry",
      "Exchanging the two classes changes neither hinge nor logistic loss.",
      clauses: ["HINGE-2", "SQUARED-HINGE-2", "LOGISTIC-LOSS-2"],
      source: "J. Friedman, T. Hastie, R. Tibshirani, Additive logistic regression, 2000",
      world: someOfTheWorld
    ) { t in
      let function = try t.draw("function", signedLossNames)
      let x = try t.drawSigned()
      let other = SignedScores(
        scores: x.scores.map { -$0 }, targets: x.targets.map { -$0 }, margin: x.margin)
      try t.equal(t.losses(function, x), t.losses(function, other))
    },
    Law(
      "hinge-nothing-beyond-the-margin",
      "A hinge costs nothing where the margin is met, and something wherever it is not.",
      clauses: ["HINGE-1", "SQUARED-HINGE-1"],
      source: "C. Cortes, V. Vapnik, Support-Vector Networks, 1995",
      cover: ["corner": 0.1], world: someOfTheWorld
    ) { t in
      let function = try t.draw("function", hingeNames)
      let x = try t.drawSigned()
      for (loss, gap) in zip(try t.losses(function, x), x.gaps) {
        if gap.signum > 0 {
          try t.less(t.exact(.zero), loss, "0 against the loss")
        } else {
          try t.equal(loss, t.exact(.zero), "the loss beyond the margin")
        }
      }
    },
    Law(
      "hinge-scaling",
      "Scores and margin times c give the hinge loss times c, the squared one times c².",
      clauses: ["HINGE-1", "SQUARED-HINGE-1"],
      source: "S. Boyd, L. Vandenberghe, Convex Optimization, 2004, §3.2"
    ) { t in
      let x = try t.drawCoarseSigned()
      let c = try t.draw("c", .scale)
      let scaled = SignedScores(
        scores: x.scores.times(c), targets: x.targets, margin: c * x.margin)
      let (hinge, square) = (try t.loss("hinge", x), try t.loss("squared_hinge", x))
      try t.equal(t.loss("hinge", scaled), t.exact(c) * hinge, "hinge")
      try t.equal(t.loss("squared_hinge", scaled), t.exact(c * c) * square, "squared")
    },
    Law(
      "hinge-rises-with-the-margin",
      "A margin wider by d costs each score from nothing to d more.",
      clauses: ["HINGE-1"], source: "C. Cortes, V. Vapnik, Support-Vector Networks, 1995"
    ) { t in
      let x = try t.drawCoarseSigned()
      let d = try t.draw("d", .coarse(0...3))
      let wide = SignedScores(scores: x.scores, targets: x.targets, margin: x.margin + d)
      for (narrow, wide) in zip(try t.losses("hinge", x), try t.losses("hinge", wide)) {
        try t.atMost(narrow, wide, "the loss at the narrower margin")
        try t.atMost(wide - narrow, t.exact(d), "the rise")
      }
    },
  ]

  static let hingeComparisons: [Law] = [
    Law(
      "zero-one-error-below-its-surrogates",
      """
      The number of errors is at most the hinge loss, the squared one, and the logistic loss in \
      bits.
      """,
      clauses: ["ZERO-ONE-ERROR-1", "HINGE-1", "SQUARED-HINGE-1", "LOGISTIC-LOSS-1"],
      source:
        "P. Bartlett, M. Jordan, J. McAuliffe, Convexity, classification, and risk bounds, 2006",
      examples: [["s": [Rational(0)], "y": [Rational(1)]]], world: someOfTheWorld
    ) { t in
      let s = try t.draw("s", .scores(1...4, touching: .one))
      let y = try t.draw("y", .signs(of: s.count))
      // A score is what the second class has more than the first.
      let errors = try t.values(
        "zero_one_error",
        [
          "scores": .matrix(s.map { [.zero, $0] }),
          "labels": .labels(y.map { $0 == .one ? 1 : 0 }),
        ], ["reduction": "none"])
      let x = SignedScores(scores: s, targets: y, margin: .one)
      for function in ["hinge", "squared_hinge", "logistic_loss"] {
        let unit = function == "logistic_loss" ? Ball.log(t.exact(2)) : t.exact(1)
        for (error, loss) in zip(errors, try t.losses(function, x)) {
          try t.atMost(error, loss / unit, "the error against \(function)")
        }
      }
    },
    Law(
      "signed-losses-convex",
      "Half-way between two scores no hinge and no logistic loss is above its mean at the two.",
      clauses: ["HINGE-1", "SQUARED-HINGE-1", "LOGISTIC-LOSS-1"],
      source: "S. Boyd, L. Vandenberghe, Convex Optimization, 2004, §3.2"
    ) { t in
      let function = try t.draw("function", signedLossNames)
      let a = try t.drawCoarseSigned()
      let b = a.with(scores: try t.draw("s′", .numbers(of: a.scores.count, in: -6...6)))
      let middle = a.with(scores: a.scores.plus(b.scores).times(Rational(1, 2)))
      let mean = (try t.loss(function, a) + t.loss(function, b)) / t.exact(2)
      try t.atMost(t.loss(function, middle), mean)
    },
    Law(
      "squared-hinge-is-the-square",
      "The squared hinge loss is the square of the hinge loss of each score, not of their sum.",
      clauses: ["SQUARED-HINGE-1"], source: "C. Cortes, V. Vapnik, Support-Vector Networks, 1995"
    ) { t in
      let x = try t.drawSigned()
      let squares = try t.losses("hinge", x).map { $0 * $0 }
      try t.equal(t.loss("squared_hinge", x), squares.sum)
    },
  ]

  static let hingeSlopes: [Law] = [
    Law(
      "hinge-gradient",
      """
      By a score the hinge loss has slope −y short of the margin, 0 beyond, anything between at \
      it.
      """,
      clauses: ["HINGE-3", "GRADIENT-1", "GRADIENT-3"],
      source: "C. Cortes, V. Vapnik, Support-Vector Networks, 1995",
      isSmooth: true, cover: ["corner": 0.1], world: someOfTheWorld
    ) { t in
      let x = try t.drawSigned()
      let slopes = try t.slopes("hinge", x)
      for (slope, (gap, y)) in zip(slopes, zip(x.gaps, x.targets)) {
        switch gap.signum {
        case 1: try t.equal(slope, t.exact(-y), "short of the margin")
        case -1: try t.equal(slope, t.exact(.zero), "beyond the margin")
        default: try t.between(min(.zero, -y), slope, max(.zero, -y), "at the margin")
        }
      }
      let paying = Rational(x.gaps.count { $0.signum > 0 })
      let open = Rational(x.gaps.count { $0.isZero })
      try t.between(paying, t.slopes("hinge", x, by: "margin")[0], paying + open, "by the margin")
    },
    Law(
      "squared-hinge-gradient",
      """
      The squared hinge loss has slope −2y times the hinge loss by a score, and twice it by the \
      margin.
      """,
      clauses: ["SQUARED-HINGE-3", "GRADIENT-1"],
      source: "C. Cortes, V. Vapnik, Support-Vector Networks, 1995",
      isSmooth: true, cover: ["corner": 0.1], world: someOfTheWorld
    ) { t in
      let x = try t.drawSigned()
      let hinges = try t.losses("hinge", x)
      let slopes = zip(hinges, x.targets).map { t.exact(-2 * $1) * $0 }
      try t.equal(t.slopes("squared_hinge", x), slopes, "by the scores")
      let total = t.exact(2) * hinges.sum
      try t.equal(t.slopes("squared_hinge", x, by: "margin"), [total], "by the margin")
    },
    Law(
      "signed-losses-above-their-tangents",
      """
      The gradient of a hinge or the logistic loss is a subgradient: its tangent is nowhere above \
      it.
      """,
      clauses: ["HINGE-3", "SQUARED-HINGE-3", "LOGISTIC-LOSS-4", "GRADIENT-3"],
      source: "R. T. Rockafellar, Convex Analysis, 1970, §23", isSmooth: true,
      cover: ["corner": 0.05]
    ) { t in
      let function = try t.draw("function", signedLossNames)
      let a = try t.drawCoarseSigned()
      let b = a.with(scores: try t.draw("s′", .numbers(of: a.scores.count, in: -6...6)))
      try t.supports(
        t.slopes(function, a), at: a.scores, t.loss(function, a), b.scores, t.loss(function, b))
    },
    Law(
      "signed-losses-by-differences",
      "The gradient of a hinge or the logistic loss is the limit of its difference quotients.",
      clauses: ["HINGE-3", "SQUARED-HINGE-3", "LOGISTIC-LOSS-4", "GRADIENT-1"],
      source: "W. H. Press et al., Numerical Recipes, 1992, §5.7", promises: [.certified]
    ) { t in
      let function = try t.draw("function", signedLossNames)
      let x = try t.drawCoarseSigned()
      // All gaps are multiples of 1/16, so that a step of 1/32 crosses no corner: the hinges are
      // there a line and a parabola, of which the quotient is the slope.
      let h = Rational(1, 32)
      let quotients = try t.centralSlopes(at: x.scores, step: h) {
        try t.loss(function, x.with(scores: $0))
      }
      for (index, slope) in try t.slopes(function, x).enumerated() {
        let isAtCorner = x.gaps[index].isZero
        switch function {
        // |σ″| < 1/10, so the quotient errs by less than h²/6 · 1/10.
        case "logistic_loss":
          try t.close(quotients[index], slope, within: t.exact(h * h / 60), "quotient and slope")
        // The slope changes by at most 2h over the step.
        case "squared_hinge" where isAtCorner:
          try t.close(quotients[index], slope, within: t.exact(h), "quotient and slope")
        case "hinge" where isAtCorner:
          try t.close(quotients[index], slope, within: t.exact(Rational(1, 2)), "at the corner")
        default: try t.equal(quotients[index], slope, "quotient and slope")
        }
      }
    },
  ]
}
