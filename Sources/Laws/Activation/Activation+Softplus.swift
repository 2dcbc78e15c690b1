import CrossEntropy
import Exact
import Property

extension Trial {
  fileprivate func softplus(_ x: Rational) throws -> Ball {
    try value("softplus", ["x": .scalar(x)])
  }
}

extension Law {
  static let softplusValues: [Law] = [
    Law(
      "softplus-is-the-logarithm-of-one-plus-e-to-x",
      "e^softplus(x) = 1 + e^x.", clauses: ["SOFTPLUS-1"],
      source: "C. Dugas et al., Incorporating Second-Order Functional Knowledge …, 2001",
      world: wholeWorld
    ) { t in
      let x = try t.draw("x", .logit)
      try t.equal(Ball.exp(try t.softplus(x)), Ball(1) + .exp(t.exact(x)), "e^softplus(x)")
    },
    Law(
      "softplus-of-opposites-differ-by-x",
      "softplus(x) − softplus(−x) = x.", clauses: ["SOFTPLUS-1", "SOFTPLUS-3"],
      source: "C. Dugas et al., Incorporating Second-Order Functional Knowledge …, 2001",
      world: wholeWorld
    ) { t in
      let x = try t.draw("x", .logit)
      try t.equal(try t.softplus(x) - t.softplus(-x), t.exact(x), "the difference")
    },
    Law(
      "softplus-is-finite-where-e-to-x-overflows",
      "softplus(x) is x + log(1 + e^−x) and finite, however large x is.",
      clauses: ["SOFTPLUS-3"],
      source: blanchard,
      examples: [["x": Rational(710)], ["x": Rational(1_000_000_000)]]
    ) { t in
      let x = try t.draw("x", .number(0...1e30))
      let value = try t.softplus(x)
      try t.isFinite(value, "softplus(x)")
      try t.equal(value, t.exact(x) + .log(onePlus: .exp(t.exact(-x))), "softplus(x)")
    },
    Law(
      "softplus-lies-just-above-relu",
      "max(x, 0) < softplus(x) ≤ max(x, 0) + log 2, with equality at 0 alone.",
      clauses: ["SOFTPLUS-1", "RELU-1"],
      source: "X. Glorot, A. Bordes, Y. Bengio, Deep Sparse Rectifier Neural Networks, 2011",
      world: wholeWorld
    ) { t in
      let x = try t.draw("x", .decidableLogit)
      let relu = try t.value("relu", ["x": .scalar(x)])
      let value = try t.softplus(x)
      try t.less(relu, value, "max(x, 0) against softplus(x)")
      let most = relu + .log(t.exact(2))
      if x.isZero {
        try t.equal(value, most, "softplus(0) against log 2")
      } else {
        try t.less(value, most, "softplus(x) against max(x, 0) + log 2")
      }
    },
    Law(
      "softplus-sharpens-to-relu",
      "0 ≤ softplus(kx)/k − max(x, 0) ≤ (log 2)/k: scaled up, softplus tends to ReLU.",
      clauses: ["SOFTPLUS-1", "RELU-1"],
      source: "X. Glorot, A. Bordes, Y. Bengio, Deep Sparse Rectifier Neural Networks, 2011",
      world: wholeWorld
    ) { t in
      let x = try t.draw("x", .coarse(-12...12))
      let k = Rational.powerOfTwo(try t.draw("log2 k", .int(0...9)))
      let gap = try t.softplus(k * x) / t.exact(k) - t.value("relu", ["x": .scalar(x)])
      try t.atMost(Ball(0), gap, "0 against softplus(kx)/k − max(x, 0)")
      let most = Ball.log(t.exact(2)) / t.exact(k)
      try t.atMost(gap, most, "softplus(kx)/k − max(x, 0) against (log 2)/k")
    },
    Law(
      "softplus-tail-is-exponential",
      "Below 0, e^x(1 − e^x/2) ≤ softplus(x) ≤ e^x, in relative accuracy.",
      clauses: ["SOFTPLUS-4"],
      source: machler,
      examples: [["x": Rational(-37)], ["x": Rational(-700)]]
    ) { t in
      let x = try t.draw("x", .number(-12000...0))
      let (value, power) = (try t.softplus(x), Ball.exp(t.exact(x)))
      try t.atMost(value, power, "softplus(x) against e^x")
      let least = power * (Ball(1) - power * t.exact(Rational(1, 2)))
      try t.atMost(least, value, "e^x(1 − e^x/2) against softplus(x)")
      try t.equal(value, .log(onePlus: power), "softplus(x)", isRelative: true)
    },
    Law(
      "softplus-ends",
      "softplus is 0 with the slope 0 at −∞, and +∞ with the slope 1 at +∞.",
      clauses: ["SOFTPLUS-2", "GRADIENT-2"],
      source: "C. Dugas et al., Incorporating Second-Order Functional Knowledge …, 2001"
    ) { t in
      let isNegative = try t.draw("isNegative", .bool)
      let end = Extended.infinity(isNegative: isNegative)
      let value = try t.value("softplus", ["x": .vector([end])])
      try t.equal(value, isNegative ? Ball(0) : t.exact(end), "softplus at the end")
      try t.equal(
        try t.gradient("softplus", by: "x", ["x": .vector([end])]), [Ball(isNegative ? 0 : 1)],
        "the slope at the end")
    },
  ]

  static let softplusShape: [Law] = [
    Law(
      "softplus-is-convex",
      "At the middle of two numbers softplus is at most the mean of what it is at them.",
      clauses: ["SOFTPLUS-1"],
      source: "S. Boyd, L. Vandenberghe, Convex Optimization, 2004, §3.1.5", world: wholeWorld
    ) { t in
      let a = try t.draw("a", .coarse(-40...40))
      let b = try t.draw("b", .coarse(-40...40))
      let mean = try (t.softplus(a) + t.softplus(b)) * t.exact(Rational(1, 2))
      try t.atMost(try t.softplus((a + b) / 2), mean, "softplus of the mean against the mean")
    },
    Law(
      "softplus-is-conjugate-to-negative-entropy",
      "softplus(x) ≥ px + H(p, 1 − p), with equality at p = σ(x).",
      clauses: ["SOFTPLUS-1", "ENTROPY-1"],
      source: "S. Boyd, L. Vandenberghe, Convex Optimization, 2004, §3.3.1", world: wholeWorld
    ) { t in
      let x = try t.draw("x", .coarse(-40...40))
      let p = try t.draw("p", .distribution(2...2))
      let entropy = try t.value("entropy", ["p": .vector(p)])
      let value = try t.softplus(x)
      try t.atMost(t.exact(p[0] * x) + entropy, value, "px + H(p) against softplus(x)")
      let (s, rest) = (
        try t.value("sigmoid", ["x": .scalar(x)]), try t.value("sigmoid", ["x": .scalar(-x)])
      )
      let best = s * t.exact(x) - s * .log(s) - rest * .log(rest)
      try t.equal(best, value, "the same at σ(x)")
    },
    Law(
      "softplus-slope",
      "The slope of softplus is the sigmoid.", clauses: ["SOFTPLUS-5"],
      source: "C. Dugas et al., Incorporating Second-Order Functional Knowledge …, 2001",
      isSmooth: true, world: wholeWorld
    ) { t in
      let x = try t.draw("x", .logit)
      let slope = try t.gradient("softplus", by: "x", ["x": .vector([x])])[0]
      try t.equal(slope, try t.value("sigmoid", ["x": .scalar(x)]), "the slope of softplus")
    },
    Law(
      "softplus-slope-by-central-differences",
      "(softplus(x + h) − softplus(x − h))/2h is near the slope of softplus.",
      clauses: ["SOFTPLUS-5", "GRADIENT-1"],
      source: "R. L. Burden, J. D. Faires, Numerical Analysis, 2010, §4.1",
      // Steps of 2^−40 are too small for a format.
      promises: [.certified], isSmooth: true
    ) { t in
      let x = try t.draw("x", .logit)
      let h = Rational.powerOfTwo(-40)
      let difference = try (t.softplus(x + h) - t.softplus(x - h)) / t.exact(2 * h)
      let slope = try t.gradient("softplus", by: "x", ["x": .vector([x])])[0]
      // The error is h²/6 of a third derivative, σ″: s(1 − 2σ) is at most 1/(6√3) < 1/10.
      try t.close(difference, slope, within: t.exact(h * h / 60), "the difference quotient")
    },
    Law(
      "softplus-rises-between-its-tangents",
      "(y − x)σ(x) ≤ softplus(y) − softplus(x) ≤ (y − x)σ(y).",
      clauses: ["SOFTPLUS-1", "SOFTPLUS-5"],
      source: "S. Boyd, L. Vandenberghe, Convex Optimization, 2004, §3.1.3", world: wholeWorld
    ) { t in
      let x = try t.draw("x", .coarse(-40...40))
      let y = try t.draw("y", .coarse(-40...40))
      let slopes = try t.gradient("softplus", by: "x", ["x": .vector([x, y])])
      let rise = try t.softplus(y) - t.softplus(x)
      try t.atMost(t.exact(y - x) * slopes[0], rise, "the tangent at x against the rise")
      try t.atMost(rise, t.exact(y - x) * slopes[1], "the rise against the tangent at y")
    },
  ]
}
