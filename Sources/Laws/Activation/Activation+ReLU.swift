import CrossEntropy
import Exact
import Property

extension Trial {
  fileprivate func relu(_ x: Rational) throws -> Ball { try value("relu", ["x": .scalar(x)]) }
}

extension Law {
  static let reluLaws: [Law] = [
    Law(
      "relu-keeps-what-is-positive",
      "relu(x) is x where x > 0, and 0 elsewhere.", clauses: ["RELU-1"],
      source: "K. Fukushima, Visual feature extraction by a multilayered network …, 1969",
      world: wholeWorld
    ) { t in
      let x = try t.draw("x", .logit)
      try t.equal(try t.relu(x), t.exact(max(x, 0)), "relu(x)")
    },
    Law(
      "relu-is-idempotent",
      "relu(relu(x)) = relu(x).", clauses: ["RELU-1"],
      source: "K. Fukushima, Visual feature extraction by a multilayered network …, 1969",
      world: wholeWorld
    ) { t in
      let once = try t.relu(try t.draw("x", .logit))
      try t.equal(try t.relu(once.midpoint.asRational), once, "relu(relu(x))")
    },
    Law(
      "relu-is-positively-homogeneous",
      "relu(kx) = k·relu(x) for k ≥ 0.", clauses: ["RELU-1"],
      source:
        "V. Nair, G. E. Hinton, Rectified Linear Units Improve Restricted Boltzmann Machines, 2010",
      world: wholeWorld
    ) { t in
      let x = try t.draw("x", .coarse(-12...12))
      let k = try t.draw("k", .coarse(0...12))
      try t.equal(try t.relu(k * x), t.exact(k) * t.relu(x), "relu(kx) against k·relu(x)")
    },
    Law(
      "relu-splits-a-number-into-its-two-parts",
      "x = relu(x) − relu(−x) and |x| = relu(x) + relu(−x).", clauses: ["RELU-1"],
      source:
        """
        W. Shang et al., Understanding and Improving Convolutional Neural Networks via \
        Concatenated Rectified Linear Units, 2016
        """,
      world: wholeWorld
    ) { t in
      let x = try t.draw("x", .logit)
      let (up, down) = (try t.relu(x), try t.relu(-x))
      try t.equal(up - down, t.exact(x), "relu(x) − relu(−x)")
      try t.equal(up + down, t.exact(x.magnitude), "relu(x) + relu(−x)")
    },
    Law(
      "relu-is-subadditive",
      "relu(a + b) ≤ relu(a) + relu(b).", clauses: ["RELU-1"],
      source: "S. Boyd, L. Vandenberghe, Convex Optimization, 2004, §3.1.5", world: wholeWorld
    ) { t in
      let a = try t.draw("a", .coarse(-12...12))
      let b = try t.draw("b", .coarse(-12...12))
      try t.atMost(try t.relu(a + b), try t.relu(a) + t.relu(b), "relu(a + b)")
    },
    Law(
      "relu-ends",
      "relu is 0 with the slope 0 at −∞, and +∞ with the slope 1 at +∞.",
      clauses: ["RELU-1", "RELU-3"],
      source: "K. Fukushima, Visual feature extraction by a multilayered network …, 1969"
    ) { t in
      let isNegative = try t.draw("isNegative", .bool)
      let end = Extended.infinity(isNegative: isNegative)
      let value = try t.value("relu", ["x": .vector([end])])
      try t.equal(value, isNegative ? Ball(0) : t.exact(end), "relu at the end")
      try t.equal(
        try t.gradient("relu", by: "x", ["x": .vector([end])]), [Ball(isNegative ? 0 : 1)],
        "the slope at the end")
    },
    Law(
      "relu-slope",
      "The slope of ReLU is 1 above 0, 0 below, and between the two at 0.",
      clauses: ["RELU-3", "GRADIENT-3"],
      source: "X. Glorot, A. Bordes, Y. Bengio, Deep Sparse Rectifier Neural Networks, 2011",
      // At the corner dual numbers answer the slope of the branch that they take.
      isSmooth: true, world: wholeWorld
    ) { t in
      let x = try t.draw("x", .logit)
      let slope = try t.gradient("relu", by: "x", ["x": .vector([x])])[0]
      if !x.isZero { return try t.equal(slope, Ball(x.isNegative ? 0 : 1), "the slope of ReLU") }
      try t.atMost(Ball(0), slope, "0 against the slope at 0")
      try t.atMost(slope, Ball(1), "the slope at 0 against 1")
    },
    Law(
      "relu-lies-above-its-tangents",
      """
      relu(y) ≥ relu(x) + g(y − x) for the slope g at x, at the corner as well: g is a \
      subgradient.
      """,
      clauses: ["RELU-3", "GRADIENT-3"],
      source: "R. T. Rockafellar, Convex Analysis, 1970, §23", isSmooth: true, world: wholeWorld
    ) { t in
      let x = try t.draw("x", .coarse(-12...12))
      let y = try t.draw("y", .coarse(-12...12))
      let slope = try t.gradient("relu", by: "x", ["x": .vector([x])])[0]
      try t.atMost(try t.relu(x) + slope * t.exact(y - x), try t.relu(y), "the tangent at x")
    },
  ]
}
