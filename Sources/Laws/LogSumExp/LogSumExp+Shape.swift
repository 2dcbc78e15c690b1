import CrossEntropy
import Exact
import Property

extension Law {
  static let logSumExpShape: [Law] = [
    Law(
      "log-sum-exp-is-convex",
      "LSE((x + y)/2) ≤ (LSE(x) + LSE(y))/2, with equality where y is x shifted.",
      clauses: ["LOG-SUM-EXP-1"],
      source: "S. Boyd, L. Vandenberghe, Convex Optimization, 2004, §3.1.5", world: wholeWorld
    ) { t in
      let x = try t.draw("x", .coarseLogits(1...5))
      let y = try t.draw("y", .coarseLogits(x.count...x.count))
      let middle = zip(x, y).map { ($0 + $1) / 2 }
      let mean = try (t.logSumExp(x) + t.logSumExp(y)) * t.exact(Rational(1, 2))
      let differences = zip(x, y).map { $0 - $1 }
      if differences.allSatisfy({ $0 == differences[0] }) {
        try t.equal(try t.logSumExp(middle), mean, "LSE of the mean")
      } else {
        try t.less(try t.logSumExp(middle), mean, "LSE of the mean against the mean of LSE")
      }
    },
    Law(
      "log-sum-exp-moves-no-further-than-its-elements",
      "LSE(x) and LSE(y) are no further apart than the greatest distance of two elements.",
      clauses: ["LOG-SUM-EXP-1", "LOG-SUM-EXP-7"],
      source: "B. Gao, L. Pavel, On the Properties of the Softmax Function, 2017",
      world: wholeWorld
    ) { t in
      let x = try t.draw("x", .logits(1...5))
      let y = try t.draw("y", .logits(of: x.count))
      let most = zip(x, y).map { ($0 - $1).magnitude }.greatest
      try t.close(try t.logSumExp(x), try t.logSumExp(y), within: t.exact(most))
    },
    Law(
      "log-sum-exp-rises-with-each-element",
      "Raising an element raises the log-sum-exp, by less than that where there is another.",
      clauses: ["LOG-SUM-EXP-1", "LOG-SUM-EXP-7"],
      source: "S. Boyd, L. Vandenberghe, Convex Optimization, 2004, §3.1.5", world: wholeWorld
    ) { t in
      let x = try t.draw("x", .coarseLogits())
      let place = try t.draw("place", .int(0...x.count - 1))
      let rise = try t.draw("rise", .coarse(1...12))
      var raised = x
      raised[place] += rise
      let (before, after) = (try t.logSumExp(x), try t.logSumExp(raised))
      try t.less(before, after, "LSE before against after")
      try t.atMost(after - before, t.exact(rise), "how much LSE rises")
    },
    Law(
      "log-sum-exp-is-at-least-the-mean-and-log-n",
      "LSE(x) ≥ mean(x) + log n, with equality where all elements are equal.",
      clauses: ["LOG-SUM-EXP-1"],
      source: "J. L. W. V. Jensen, Sur les fonctions convexes …, 1906", world: wholeWorld
    ) { t in
      let x = try t.draw("x", .coarseLogits())
      let n = t.exact(Rational(x.count))
      let least = t.exact(x.reduce(.zero, +)) / n + .log(n)
      if x.allSatisfy({ $0 == x[0] }) {
        try t.equal(try t.logSumExp(x), least, "LSE(x)")
      } else {
        try t.less(least, try t.logSumExp(x), "mean(x) + log n against LSE(x)")
      }
    },
    Law(
      "log-sum-exp-tends-to-the-maximum",
      "max x ≤ T·LSE(x/T) ≤ max x + T·log n, and T·LSE(x/T) does not fall as T rises.",
      clauses: ["LOG-SUM-EXP-1", "LOG-SUM-EXP-4"],
      source: "Y. Nesterov, Smooth minimization of non-smooth functions, 2005", world: wholeWorld
    ) { t in
      let x = try t.draw("x", .coarseLogits())
      let cold = try t.draw("T", .temperature)
      func smooth(_ temperature: Rational) throws -> Ball {
        try t.exact(temperature) * t.logSumExp(x.scaled(by: temperature.reciprocal))
      }
      let (value, top) = (try smooth(cold), t.exact(x.greatest))
      try t.atMost(top, value, "max x against T·LSE(x/T)")
      let most = top + t.exact(cold) * .log(t.exact(Rational(x.count)))
      try t.atMost(value, most, "T·LSE(x/T) against max x + T·log n")
      try t.atMost(value, try smooth(2 * cold), "T·LSE(x/T) against that at 2T")
    },
  ]

  static let logSumExpGradients: [Law] = [
    Law(
      "gradient-of-log-sum-exp-is-the-softmax",
      "The derivative of LSE by xᵢ is softmax(x)ᵢ, times the cotangent.",
      clauses: ["LOG-SUM-EXP-7", "GRADIENT-1"],
      source: "S. Boyd, L. Vandenberghe, Convex Optimization, 2004, §3.1.5", isSmooth: true,
      world: threeClasses
    ) { t in
      let x = try t.draw("x", .logits(1...5))
      let g = try t.draw("g", .coarse(-12...12))
      let p = try t.values("softmax", ["x": .vector(x)])
      let slopes = try t.gradient("log_sum_exp", by: "x", ["x": .vector(x)])
      try t.equal(slopes, p, "the gradient")
      let products = try t.gradient(
        "log_sum_exp", by: "x", ["x": .vector(x)],
        cotangent: Tensor(.finite(g)))
      try t.equal(products, p.map { t.exact(g) * $0 }, "g times the gradient")
    },
    Law(
      "gradient-of-log-sum-exp-by-central-differences",
      "(LSE(x + h·eᵢ) − LSE(x − h·eᵢ))/2h is near the derivative by xᵢ.",
      clauses: ["LOG-SUM-EXP-7", "GRADIENT-1"],
      source: "R. L. Burden, J. D. Faires, Numerical Analysis, 2010, §4.1",
      // Steps of 2^−40 are too small for a format.
      promises: [.certified], isSmooth: true
    ) { t in
      let x = try t.draw("x", .logits(1...5))
      let place = try t.draw("place", .int(0...x.count - 1))
      let h = Rational.powerOfTwo(-40)
      let (up, down) = (x.moved(at: place, by: h), x.moved(at: place, by: -h))
      let difference = try (t.logSumExp(up) - t.logSumExp(down)) / t.exact(2 * h)
      let slope = try t.gradient("log_sum_exp", by: "x", ["x": .vector(x)])[place]
      // The error is h²/6 of a third derivative, p(1 − p)(1 − 2p), at most 1/(6√3) < 1/10.
      try t.close(difference, slope, within: t.exact(h * h / 60), "the difference quotient")
    },
    Law(
      "gradient-of-log-sum-exp-beside-infinities",
      "The gradient of LSE is NaN for nothing but −∞ and for two +∞, 1 at a single +∞, 0 at −∞.",
      clauses: ["LOG-SUM-EXP-7", "SOFTMAX-5", "SOFTMAX-6", "SOFTMAX-7"],
      source: "A. Vaswani et al., Attention Is All You Need, 2017, §3.2.3"
    ) { t in
      let x = try t.draw("x", Gen<Extended>.extendedLogit.array(1...5))
      try t.assume(x.contains { $0.asRational == nil })
      let slopes = try t.gradient("log_sum_exp", by: "x", ["x": .vector(x)])
      try t.equal(slopes, try t.values("softmax", ["x": .vector(x)]), "the gradient")
    },
    Law(
      "log-sum-exp-lies-above-its-tangents",
      "LSE(y) ≥ LSE(x) + ⟨softmax(x), y − x⟩.", clauses: ["LOG-SUM-EXP-1", "LOG-SUM-EXP-7"],
      source: "S. Boyd, L. Vandenberghe, Convex Optimization, 2004, §3.1.3", isSmooth: true,
      world: wholeWorld
    ) { t in
      let x = try t.draw("x", .coarseLogits(1...5))
      let y = try t.draw("y", .coarseLogits(x.count...x.count))
      let slopes = try t.gradient("log_sum_exp", by: "x", ["x": .vector(x)])
      let rise = x.indices.map { slopes[$0] * t.exact(y[$0] - x[$0]) }.sum
      try t.atMost(try t.logSumExp(x) + rise, try t.logSumExp(y), "the tangent at x")
    },
  ]
}

extension [Rational] {
  /// The numbers with one of them changed.
  func moved(at place: Int, by amount: Rational) -> [Rational] {
    var copy = self
    copy[place] += amount
    return copy
  }
}
