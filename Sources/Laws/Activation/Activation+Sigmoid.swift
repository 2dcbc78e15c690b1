import CrossEntropy
import Exact
import Property

extension Trial {
  fileprivate func sigmoid(_ x: Rational) throws -> Ball {
    try value("sigmoid", ["x": .scalar(x)])
  }
}

extension Law {
  static let sigmoidValues: [Law] = [
    Law(
      "sigmoid-is-e-to-x-over-one-more",
      "σ(x) = e^x/(1 + e^x), in relative accuracy.",
      clauses: ["SIGMOID-1", "SIGMOID-4"],
      source: "D. R. Cox, The Regression Analysis of Binary Sequences, 1958",
      examples: [["x": Rational(0)], ["x": Rational(-800)]], world: wholeWorld
    ) { t in
      let x = try t.draw("x", .logit)
      let odds = Ball.exp(t.exact(x))
      try t.equal(try t.sigmoid(x), odds / (Ball(1) + odds), "σ(x)", isRelative: true)
    },
    Law(
      "sigmoids-of-opposites-add-up-to-one",
      "σ(x) + σ(−x) = 1.", clauses: ["SIGMOID-2"],
      source: "D. R. Cox, The Regression Analysis of Binary Sequences, 1958", world: wholeWorld
    ) { t in
      let x = try t.draw("x", .logit)
      try t.equal(try t.sigmoid(x) + t.sigmoid(-x), Ball(1), "σ(x) + σ(−x)")
    },
    Law(
      "sigmoid-lies-between-zero-and-one",
      "0 < σ(x) < 1, and σ(x) lies on the side of ½ on which x lies of 0.",
      clauses: ["SIGMOID-1"],
      source: "D. R. Cox, The Regression Analysis of Binary Sequences, 1958", world: wholeWorld
    ) { t in
      let x = try t.draw("x", .decidableLogit)
      let sigma = try t.sigmoid(x)
      try t.less(Ball(0), sigma, "0 against σ(x)")
      try t.less(sigma, Ball(1), "σ(x) against 1")
      let half = t.exact(Rational(1, 2))
      switch x.signum {
      case 1: try t.less(half, sigma, "½ against σ(x)")
      case -1: try t.less(sigma, half, "σ(x) against ½")
      default: try t.equal(sigma, half, "σ(0)")
      }
    },
    Law(
      "sigmoid-ends",
      "σ(+∞) = 1 and σ(−∞) = 0, and the slope is 0 at both.",
      clauses: ["SIGMOID-3", "GRADIENT-2"],
      source: "D. R. Cox, The Regression Analysis of Binary Sequences, 1958"
    ) { t in
      let isNegative = try t.draw("isNegative", .bool)
      let end = Call.Argument.vector([Extended.infinity(isNegative: isNegative)])
      try t.equal(try t.value("sigmoid", ["x": end]), Ball(isNegative ? 0 : 1), "σ at the end")
      try t.equal(
        try t.gradient("sigmoid", by: "x", ["x": end]), [Ball(0)], "the slope at the end")
    },
    Law(
      "sigmoid-tail-is-exponential",
      "Below 0 the sigmoid lies between e^x(1 − e^x) and e^x.",
      clauses: ["SIGMOID-4"],
      source: blanchard
    ) { t in
      let x = try t.draw("x", .number(-12000...0))
      let (sigma, power) = (try t.sigmoid(x), Ball.exp(t.exact(x)))
      try t.atMost(sigma, power, "σ(x) against e^x")
      try t.atMost(power * (Ball(1) - power), sigma, "e^x(1 − e^x) against σ(x)")
    },
    Law(
      "logit-undoes-the-sigmoid",
      "log(σ(x)/σ(−x)) = x.", clauses: ["SIGMOID-1"],
      source: "J. Berkson, Application of the Logistic Function to Bio-Assay, 1944",
      world: wholeWorld
    ) { t in
      let x = try t.draw("x", .logit)
      try t.equal(
        Ball.log(try t.sigmoid(x) / t.sigmoid(-x)), t.exact(x), "the logarithm of the odds")
    },
    Law(
      "sigmoid-undoes-the-logit",
      "σ(log(p/(1 − p))) = p.", clauses: ["SIGMOID-1"],
      source: "J. Berkson, Application of the Logistic Function to Bio-Assay, 1944",
      // The log-odds is irrational: it is asked with 256 bits of it.
      promises: [.certified]
    ) { t in
      let p = try t.draw("p", .innerProbability)
      let logit = Ball.log(t.exact(p) / t.exact(.one - p))
      // No slope of σ exceeds 1/4, so an argument off by the radius moves it by at most that.
      let off = t.exact(logit.radius.asDyadic.asRational)
      try t.close(try t.sigmoid(logit.midpoint.asRational), t.exact(p), within: off)
    },
    Law(
      "sigmoid-is-half-of-one-plus-tanh",
      "σ(x) = (1 + tanh(x/2))/2.", clauses: ["SIGMOID-1"],
      source: "C. M. Bishop, Pattern Recognition and Machine Learning, 2006, exercise 3.1",
      world: wholeWorld
    ) { t in
      let x = try t.draw("x", .logit)
      let (up, down) = (Ball.exp(t.exact(x / 2)), Ball.exp(t.exact(-x / 2)))
      let tanh = (up - down) / (up + down)
      try t.equal(try t.sigmoid(x), (Ball(1) + tanh) * t.exact(Rational(1, 2)), "σ(x)")
    },
    Law(
      "adding-log-odds-is-bayes-rule",
      "σ(x + c) = σ(x)e^c/(σ(x)e^c + σ(−x)): evidence of the weight c multiplies the odds by e^c.",
      clauses: ["SIGMOID-1"], source: "I. J. Good, Probability and the Weighing of Evidence, 1950",
      world: wholeWorld
    ) { t in
      let x = try t.draw("x", .coarse(-40...40))
      let c = try t.draw("c", .coarse(-40...40))
      let raised = try t.sigmoid(x) * .exp(t.exact(c))
      try t.equal(try t.sigmoid(x + c), raised / (raised + t.sigmoid(-x)), "σ(x + c)")
    },
  ]

  static let sigmoidShape: [Law] = [
    Law(
      "sigmoid-slope",
      "σ′(x) = σ(x)·σ(−x), as large at −x.",
      clauses: ["SIGMOID-5"],
      source: "C. M. Bishop, Pattern Recognition and Machine Learning, 2006, eq. 4.88",
      isSmooth: true, world: wholeWorld
    ) { t in
      let x = try t.draw("x", .logit)
      let slopes = try t.gradient("sigmoid", by: "x", ["x": .vector([x, -x])])
      try t.equal(slopes[0], try t.sigmoid(x) * t.sigmoid(-x), "σ′(x)")
      try t.equal(slopes[0], slopes[1], "σ′(x) against σ′(−x)")
    },
    Law(
      "sigmoid-slope-is-at-most-a-quarter",
      "0 < σ′(x) ≤ ¼, with equality at 0 alone.",
      clauses: ["SIGMOID-5"],
      source: "S. Hochreiter, The Vanishing Gradient Problem …, 1998", isSmooth: true,
      world: wholeWorld
    ) { t in
      // Not so near to 0 that the slope differs from ¼ by less than the digits of a dual number.
      let x = try t.draw("x", .coarse(-40...40))
      let slope = try t.gradient("sigmoid", by: "x", ["x": .vector([x])])[0]
      try t.less(Ball(0), slope, "0 against σ′(x)")
      if x.isZero {
        try t.equal(slope, t.exact(Rational(1, 4)), "σ′(0)")
      } else {
        try t.less(slope, t.exact(Rational(1, 4)), "σ′(x) against ¼")
      }
    },
    Law(
      "sigmoid-slope-vanishes-far-out",
      "e^−|x|/4 ≤ σ′(x) ≤ e^−|x|: a saturated unit hardly learns.",
      clauses: ["SIGMOID-5"],
      source: "S. Hochreiter, The Vanishing Gradient Problem …, 1998", isSmooth: true,
      world: wholeWorld
    ) { t in
      let x = try t.draw("x", .logit)
      let slope = try t.gradient("sigmoid", by: "x", ["x": .vector([x])])[0]
      let power = Ball.exp(t.exact(-x.magnitude))
      try t.atMost(slope, power, "σ′(x) against e^−|x|")
      try t.atMost(power * t.exact(Rational(1, 4)), slope, "e^−|x|/4 against σ′(x)")
    },
    Law(
      "sigmoid-slope-by-central-differences",
      "(σ(x + h) − σ(x − h))/2h is near σ′(x).", clauses: ["SIGMOID-5", "GRADIENT-1"],
      source: "R. L. Burden, J. D. Faires, Numerical Analysis, 2010, §4.1",
      // Steps of 2^−40 are too small for a format.
      promises: [.certified], isSmooth: true
    ) { t in
      let x = try t.draw("x", .logit)
      let h = Rational.powerOfTwo(-40)
      let difference = try (t.sigmoid(x + h) - t.sigmoid(x - h)) / t.exact(2 * h)
      let slope = try t.gradient("sigmoid", by: "x", ["x": .vector([x])])[0]
      // The error is h²/6 of a third derivative, s(1 − 6s) with the slope s ≤ 1/4: at most 1/8.
      try t.close(difference, slope, within: t.exact(h * h / 48), "the difference quotient")
    },
    Law(
      "sigmoid-is-convex-below-zero-and-concave-above",
      "Between two numbers of the same sign the sigmoid bends up below 0 and down above.",
      clauses: ["SIGMOID-1"],
      source: "P.-F. Verhulst, Recherches mathématiques sur la loi d'accroissement …, 1845",
      world: wholeWorld
    ) { t in
      let a = try t.draw("a", .coarse(0...40))
      let b = try t.draw("b", .coarse(0...40))
      let half = t.exact(Rational(1, 2))
      let above = try (t.sigmoid(a) + t.sigmoid(b)) * half
      let below = try (t.sigmoid(-a) + t.sigmoid(-b)) * half
      try t.atMost(above, try t.sigmoid((a + b) / 2), "the mean above 0 against σ of the mean")
      try t.atMost(try t.sigmoid(-(a + b) / 2), below, "σ of the mean below 0 against the mean")
    },
  ]
}
