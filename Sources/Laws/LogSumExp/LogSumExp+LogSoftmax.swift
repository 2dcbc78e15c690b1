import CrossEntropy
import Exact
import Property

extension Trial {
  func logSoftmax(_ x: [Rational]) throws -> [Ball] { try values("log_softmax", ["x": .vector(x)]) }
}

extension Law {
  static let logSoftmaxValues: [Law] = [
    Law(
      "log-softmax-is-the-logit-less-the-log-sum-exp",
      "log_softmax(x)ᵢ = xᵢ − LSE(x).", clauses: ["LOG-SOFTMAX-1"],
      source: blanchard,
      world: wholeWorld
    ) { t in
      let x = try t.draw("x", .logits())
      let lse = try t.logSumExp(x)
      try t.equal(try t.logSoftmax(x), x.map { t.exact($0) - lse }, "log_softmax(x)")
    },
    Law(
      "log-softmax-is-the-logarithm-of-the-softmax",
      "e^log_softmax(x) = softmax(x), in relative accuracy.",
      clauses: ["LOG-SOFTMAX-1", "SOFTMAX-1"],
      source: blanchard,
      world: wholeWorld
    ) { t in
      let x = try t.draw("x", .logits())
      let powers = try t.logSoftmax(x).map { Ball.exp($0) }
      try t.equal(powers, try t.softmax(x), "e^log_softmax(x)", isRelative: true)
    },
    Law(
      "log-softmax-near-zero-keeps-its-digits",
      "log_softmax(x)ᵢ = −log(1 + Σ e^(xₖ − xᵢ)) over the others, in relative accuracy.",
      clauses: ["LOG-SOFTMAX-1"],
      source: blanchard,
      cover: ["dominant": 0.02], examples: [["x": [Rational(0), 40]]], world: threeClasses
    ) { t in
      let x = try t.draw("x", .logits())
      try t.assume(x.count < 20)
      let wanted = x.indices.map { i in
        let others = x.indices.filter { $0 != i }
        return -Ball.log(onePlus: others.map { Ball.exp(t.exact(x[$0] - x[i])) }.sum)
      }
      try t.equal(try t.logSoftmax(x), wanted, "log_softmax(x)", isRelative: true)
    },
    Law(
      "log-softmax-ignores-a-shift",
      "log_softmax(x + c) = log_softmax(x).", clauses: ["LOG-SOFTMAX-2"],
      source: "I. Goodfellow, Y. Bengio, A. Courville, Deep Learning, 2016, §6.2.2.3",
      world: wholeWorld
    ) { t in
      let x = try t.draw("x", .coarseLogits())
      let c = try t.draw("c", .coarse(-100...100))
      try t.equal(try t.logSoftmax(x.shifted(by: c)), try t.logSoftmax(x), "log_softmax(x + c)")
    },
    Law(
      "log-softmax-follows-a-permutation",
      "Permuting the logits permutes the log-softmax alike.", clauses: ["LOG-SOFTMAX-1"],
      source:
        """
        J. S. Bridle, Probabilistic Interpretation of Feedforward Classification Network \
        Outputs, 1990
        """,
      world: wholeWorld
    ) { t in
      let x = try t.draw("x", .logits())
      let order = try t.draw("order", .order(of: x.count))
      let values = try t.logSoftmax(x)
      try t.equal(
        try t.logSoftmax(order.map { x[$0] }), order.map { values[$0] }, "log_softmax reordered")
    },
    Law(
      "log-softmax-keeps-differences",
      "Two log-probabilities differ by what their logits do.", clauses: ["LOG-SOFTMAX-1"],
      source: "R. D. Luce, Individual Choice Behavior, 1959", world: wholeWorld
    ) { t in
      let x = try t.draw("x", .logits())
      let values = try t.logSoftmax(x)
      for i in x.indices.dropFirst() {
        try t.equal(values[i] - values[0], t.exact(x[i] - x[0]), "the difference of two")
      }
    },
    Law(
      "log-softmax-of-two-is-a-log-sigmoid",
      "log_softmax(a, b) = (log σ(a − b), log σ(b − a)).",
      clauses: ["LOG-SOFTMAX-1", "LOG-SIGMOID-1"],
      source: "C. M. Bishop, Pattern Recognition and Machine Learning, 2006, §4.2",
      world: wholeWorld
    ) { t in
      let a = try t.draw("a", .coarse(-60...60))
      let b = try t.draw("b", .coarse(-60...60))
      let wanted = try t.values("log_sigmoid", ["x": .vector([a - b, b - a])])
      try t.equal(try t.logSoftmax([a, b]), wanted, "log_softmax(a, b)", isRelative: true)
    },
    Law(
      "log-softmax-of-one-class-is-zero",
      "A class without a rival has the log-probability 0.", clauses: ["LOG-SOFTMAX-1"],
      source: "R. D. Luce, Individual Choice Behavior, 1959", world: wholeWorld
    ) { t in
      let x = try t.draw("x", .logit)
      try t.equal(try t.logSoftmax([x]), [Ball(0)], "log_softmax(x)")
    },
    Law(
      "log-softmax-of-log-p-is-log-p",
      "log_softmax(log p) = log p: what is normalised stays as it is.",
      clauses: ["LOG-SOFTMAX-1"],
      source: blanchard,
      // Logarithms are irrational: they are asked with 256 bits of them.
      promises: [.certified]
    ) { t in
      let p = try t.draw("p", .distribution())
      try t.assume(!p.contains(where: \.isZero))
      let logs = p.map { Ball.log(t.exact($0)) }
      let off = logs.map { $0.radius.asDyadic.asRational }.greatest
      for (value, log) in zip(try t.logSoftmax(logs.map(\.midpoint.asRational)), logs) {
        // The logit is off by at most its radius, and so is the log-sum-exp.
        try t.close(value, log, within: t.exact(2 * off), "log_softmax(log p) against log p")
      }
    },
  ]

  static let logSoftmaxGradients: [Law] = [
    Law(
      "jacobian-of-log-softmax",
      "∂log pₖ/∂xᵢ = [i = k] − pᵢ: I − 1pᵀ.", clauses: ["LOG-SOFTMAX-6", "GRADIENT-1"],
      source: "C. M. Bishop, Pattern Recognition and Machine Learning, 2006, §4.3.4",
      isSmooth: true, world: threeClasses
    ) { t in
      let x = try t.draw("x", .logits(1...3))
      let (p, rows) = (try t.softmax(x), try t.jacobian("log_softmax", x))
      for k in x.indices {
        let row = x.indices.map { Ball($0 == k ? 1 : 0) - p[$0] }
        try t.equal(rows[k], row, "the derivatives of log p[\(k)]")
      }
    },
    Law(
      "gradient-of-log-softmax",
      "For a cotangent g and the temperature T the gradient is (g − p·Σ g)/T.",
      clauses: ["LOG-SOFTMAX-6", "GRADIENT-1"],
      source: "C. M. Bishop, Pattern Recognition and Machine Learning, 2006, §4.3.4",
      isSmooth: true, world: threeClasses
    ) { t in
      let x = try t.draw("x", .logits(1...5))
      let g = try t.draw("g", .cotangent(of: x.count))
      let temperature = try t.draw("T", .temperature)
      let total = t.exact(g.reduce(.zero, +))
      let p = try t.softmax(x, temperature: temperature)
      let gradient = try t.gradient(
        "log_softmax", by: "x", ["x": .vector(x)], ["temperature": .number(temperature)],
        cotangent: .cotangent(g))
      try t.equal(
        gradient, zip(p, g).map { (t.exact($1) - $0 * total) / t.exact(temperature) },
        "the gradient")
    },
    Law(
      "the-score-has-mean-zero",
      "Σ pₖ ∂log pₖ/∂xᵢ = 0.", clauses: ["LOG-SOFTMAX-6"],
      source: "R. A. Fisher, Theory of Statistical Estimation, 1925", isSmooth: true,
      world: threeClasses
    ) { t in
      let x = try t.draw("x", .logits(1...3))
      let (p, rows) = (try t.softmax(x), try t.jacobian("log_softmax", x))
      for i in x.indices {
        let mean = x.indices.map { p[$0] * rows[$0][i] }.sum
        try t.equal(mean, Ball(0), "the mean of the score by x[\(i)]")
      }
    },
    Law(
      "fisher-information-of-a-softmax-is-its-jacobian",
      "Σ pₖ ∂log pₖ/∂xᵢ · ∂log pₖ/∂xⱼ = ∂pᵢ/∂xⱼ.", clauses: ["LOG-SOFTMAX-6", "SOFTMAX-9"],
      source: "R. A. Fisher, Theory of Statistical Estimation, 1925", isSmooth: true,
      world: threeClasses
    ) { t in
      let x = try t.draw("x", .logits(1...3))
      let (p, scores) = (try t.softmax(x), try t.jacobian("log_softmax", x))
      let rows = try t.jacobian("softmax", x)
      for i in x.indices {
        for j in x.indices {
          let information = x.indices.map { p[$0] * scores[$0][i] * scores[$0][j] }.sum
          try t.equal(information, rows[i][j], "the information on x[\(i)] and x[\(j)]")
        }
      }
    },
    Law(
      "gradient-of-softmax-is-p-times-that-of-log-softmax",
      "∂pₖ/∂xᵢ = pₖ·∂log pₖ/∂xᵢ.", clauses: ["SOFTMAX-9", "LOG-SOFTMAX-6"],
      source: "R. J. Williams, Simple Statistical Gradient-Following Algorithms …, 1992",
      isSmooth: true, world: threeClasses
    ) { t in
      let x = try t.draw("x", .logits(1...3))
      let p = try t.softmax(x)
      let (rows, scores) = (try t.jacobian("softmax", x), try t.jacobian("log_softmax", x))
      for k in x.indices {
        try t.equal(rows[k], scores[k].map { p[k] * $0 }, "the derivatives of p[\(k)]")
      }
    },
  ]
}
