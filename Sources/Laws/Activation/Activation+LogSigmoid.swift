import CrossEntropy
import Exact
import Property

extension Trial {
  fileprivate func logSigmoid(_ x: Rational) throws -> Ball {
    try value("log_sigmoid", ["x": .scalar(x)])
  }
}

extension Law {
  static let logSigmoidLaws: [Law] = [
    Law(
      "log-sigmoid-is-the-logarithm-of-the-sigmoid",
      "e^log_sigmoid(x) = σ(x).", clauses: ["LOG-SIGMOID-1", "SIGMOID-1"],
      source: "D. R. Cox, The Regression Analysis of Binary Sequences, 1958", world: wholeWorld
    ) { t in
      let x = try t.draw("x", .logit)
      let sigma = try t.value("sigmoid", ["x": .scalar(x)])
      try t.equal(Ball.exp(try t.logSigmoid(x)), sigma, "e^log σ(x)", isRelative: true)
    },
    Law(
      "log-sigmoid-is-minus-softplus-of-the-opposite",
      "log σ(x) = −softplus(−x), in relative accuracy.",
      clauses: ["LOG-SIGMOID-1", "LOG-SIGMOID-4", "SOFTPLUS-1"],
      source: "C. Dugas et al., Incorporating Second-Order Functional Knowledge …, 2001",
      world: wholeWorld
    ) { t in
      let x = try t.draw("x", .logit)
      let softplus = try t.value("softplus", ["x": .scalar(-x)])
      try t.equal(try t.logSigmoid(x), -softplus, "log σ(x)", isRelative: true)
    },
    Law(
      "log-sigmoids-of-opposites-differ-by-x",
      "log σ(x) − log σ(−x) = x.", clauses: ["LOG-SIGMOID-1"],
      source: "J. Berkson, Application of the Logistic Function to Bio-Assay, 1944",
      world: wholeWorld
    ) { t in
      let x = try t.draw("x", .logit)
      try t.equal(try t.logSigmoid(x) - t.logSigmoid(-x), t.exact(x), "the log-odds")
    },
    Law(
      "log-sigmoid-is-near-the-lesser-of-x-and-zero",
      "min(x, 0) − log 2 ≤ log σ(x) < min(x, 0): finite wherever x is.",
      clauses: ["LOG-SIGMOID-3", "LOG-SIGMOID-1"],
      source: "S. Boyd, L. Vandenberghe, Convex Optimization, 2004, §3.1.5",
      examples: [["x": Rational(-746)]], world: wholeWorld
    ) { t in
      let x = try t.draw("x", .logit)
      let (value, end) = (try t.logSigmoid(x), t.exact(min(x, 0)))
      try t.isFinite(value, "log σ(x)")
      try t.atMost(value, end, "log σ(x) against min(x, 0)")
      try t.less(value, Ball(0), "log σ(x) against 0")
      let floor = end - .log(t.exact(2))
      if x.isZero {
        try t.equal(value, floor, "log σ(0) against −log 2")
      } else {
        try t.less(floor, value, "min(x, 0) − log 2 against log σ(x)")
      }
    },
    Law(
      "log-sigmoid-tail-is-exponential",
      "Above 0, −e^−x ≤ log σ(x) ≤ −e^−x(1 − e^−x/2), in relative accuracy.",
      clauses: ["LOG-SIGMOID-4"],
      source: machler,
      examples: [["x": Rational(37)], ["x": Rational(700)]]
    ) { t in
      let x = try t.draw("x", .number(0...12000))
      let (value, power) = (try t.logSigmoid(x), Ball.exp(t.exact(-x)))
      try t.atMost(-power, value, "−e^−x against log σ(x)")
      let most = -power * (Ball(1) - power * t.exact(Rational(1, 2)))
      try t.atMost(value, most, "log σ(x) against −e^−x(1 − e^−x/2)")
      try t.equal(value, -.log(onePlus: power), "log σ(x)", isRelative: true)
    },
    Law(
      "log-sigmoid-ends",
      "log σ is 0 with the slope 0 at +∞, and −∞ with the slope 1 at −∞.",
      clauses: ["LOG-SIGMOID-2", "GRADIENT-2"],
      source: "D. R. Cox, The Regression Analysis of Binary Sequences, 1958"
    ) { t in
      let isNegative = try t.draw("isNegative", .bool)
      let end = Extended.infinity(isNegative: isNegative)
      let value = try t.value("log_sigmoid", ["x": .vector([end])])
      try t.equal(value, isNegative ? t.exact(end) : Ball(0), "log σ at the end")
      try t.equal(
        try t.gradient("log_sigmoid", by: "x", ["x": .vector([end])]), [Ball(isNegative ? 1 : 0)],
        "the slope at the end")
    },
    Law(
      "log-sigmoid-is-concave",
      "At the middle of two numbers log σ is at least the mean of what it is at them.",
      clauses: ["LOG-SIGMOID-1"],
      source: "S. Boyd, L. Vandenberghe, Convex Optimization, 2004, §3.5.1", world: wholeWorld
    ) { t in
      let a = try t.draw("a", .coarse(-40...40))
      let b = try t.draw("b", .coarse(-40...40))
      let mean = try (t.logSigmoid(a) + t.logSigmoid(b)) * t.exact(Rational(1, 2))
      try t.atMost(mean, try t.logSigmoid((a + b) / 2), "the mean against log σ of the mean")
    },
    Law(
      "log-sigmoid-slope",
      """
      The slope of log σ at x is σ(−x): the gradient of the logistic loss never dies on its \
      wrong side.
      """,
      clauses: ["LOG-SIGMOID-5"],
      source: "C. M. Bishop, Pattern Recognition and Machine Learning, 2006, §4.3.2",
      isSmooth: true, world: wholeWorld
    ) { t in
      let x = try t.draw("x", .logit)
      let slope = try t.gradient("log_sigmoid", by: "x", ["x": .vector([x])])[0]
      try t.equal(slope, try t.value("sigmoid", ["x": .scalar(-x)]), "the slope of log σ")
    },
    Law(
      "log-sigmoid-slope-by-central-differences",
      "(log σ(x + h) − log σ(x − h))/2h is near the slope of log σ.",
      clauses: ["LOG-SIGMOID-5", "GRADIENT-1"],
      source: "R. L. Burden, J. D. Faires, Numerical Analysis, 2010, §4.1",
      // Steps of 2^−40 are too small for a format.
      promises: [.certified], isSmooth: true
    ) { t in
      let x = try t.draw("x", .logit)
      let h = Rational.powerOfTwo(-40)
      let difference = try (t.logSigmoid(x + h) - t.logSigmoid(x - h)) / t.exact(2 * h)
      let slope = try t.gradient("log_sigmoid", by: "x", ["x": .vector([x])])[0]
      // The error is h²/6 of a third derivative, σ″: s(1 − 2σ) is at most 1/(6√3) < 1/10.
      try t.close(difference, slope, within: t.exact(h * h / 60), "the difference quotient")
    },
  ]
}
