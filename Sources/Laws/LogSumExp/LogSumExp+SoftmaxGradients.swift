import CrossEntropy
import Exact
import Property

extension Trial {
  /// The Jacobian of a softmax: row k holds the derivatives of output k.
  func jacobian(_ name: String, _ x: [Rational], _ options: [String: Call.Option] = [:]) throws
    -> [[Ball]]
  {
    try x.indices.map { k in
      let one = x.indices.map { $0 == k ? Rational.one : .zero }
      return try gradient(name, by: "x", ["x": .vector(x)], options, cotangent: .cotangent(one))
    }
  }
}

extension Law {
  static let softmaxGradients: [Law] = [
    Law(
      "jacobian-of-softmax",
      "∂pₖ/∂xᵢ = pₖ([i = k] − pᵢ): diag(p) − ppᵀ.", clauses: ["SOFTMAX-9", "GRADIENT-1"],
      source: "J. S. Bridle, Training Stochastic Model Recognition Algorithms as Networks …, 1990",
      isSmooth: true, world: threeClasses
    ) { t in
      let x = try t.draw("x", .logits(1...4))
      let (p, rows) = (try t.softmax(x), try t.jacobian("softmax", x))
      for k in x.indices {
        let row = x.indices.map { p[k] * (Ball($0 == k ? 1 : 0) - p[$0]) }
        try t.equal(rows[k], row, "the derivatives of p[\(k)]")
      }
    },
    Law(
      "gradient-of-softmax",
      "For a cotangent g and the temperature T the gradient is p(g − ⟨p, g⟩)/T.",
      clauses: ["SOFTMAX-9", "GRADIENT-1"],
      source: "I. Goodfellow, Y. Bengio, A. Courville, Deep Learning, 2016, §6.2.2.3",
      isSmooth: true, world: wholeWorld
    ) { t in
      let x = try t.draw("x", .logits(1...5))
      let g = try t.draw("g", .cotangent(of: x.count))
      let temperature = try t.draw("T", .temperature)
      let p = try t.softmax(x, temperature: temperature)
      let mean = zip(p, g).map { $0 * t.exact($1) }.sum
      let gradient = try t.gradient(
        "softmax", by: "x", ["x": .vector(x)], ["temperature": .number(temperature)],
        cotangent: .cotangent(g))
      try t.equal(
        gradient, zip(p, g).map { $0 * (t.exact($1) - mean) / t.exact(temperature) }, "the gradient"
      )
    },
    Law(
      "gradients-of-softmaxes-sum-to-zero",
      "The gradient by the logits sums to 0 whatever the cotangent, since a shift changes nothing.",
      clauses: ["SOFTMAX-9", "LOG-SOFTMAX-6", "SOFTMAX-2", "LOG-SOFTMAX-2"],
      source: "J. S. Bridle, Training Stochastic Model Recognition Algorithms as Networks …, 1990",
      isSmooth: true, world: wholeWorld
    ) { t in
      let name = try t.draw("function", .element(of: ["softmax", "log_softmax"]))
      let x = try t.draw("x", .logits(1...5))
      let g = try t.draw("g", .cotangent(of: x.count))
      let gradient = try t.gradient(name, by: "x", ["x": .vector(x)], cotangent: .cotangent(g))
      try t.equal(gradient.sum, Ball(0), "the sum of the gradient")
    },
    Law(
      "gradient-of-the-sum-of-a-softmax-is-zero",
      "For a cotangent of equal elements the gradient of softmax is 0, since its sum is always 1.",
      clauses: ["SOFTMAX-3", "SOFTMAX-9", "GRADIENT-1"],
      source: "J. S. Bridle, Training Stochastic Model Recognition Algorithms as Networks …, 1990",
      isSmooth: true, world: threeClasses
    ) { t in
      let x = try t.draw("x", .logits(1...5))
      let g = try t.draw("g", .coarse(-12...12))
      let zero = x.map { _ in Ball(0) }
      try t.equal(
        try t.gradient("softmax", by: "x", ["x": .vector(x)]), zero, "without a cotangent")
      let gradient = try t.gradient(
        "softmax", by: "x", ["x": .vector(x)], cotangent: .cotangent(x.map { _ in g }))
      try t.equal(gradient, zero, "with a cotangent of equals")
    },
    Law(
      "jacobian-of-softmax-is-symmetric",
      "∂pᵢ/∂xⱼ = ∂pⱼ/∂xᵢ: softmax is the gradient of a function.", clauses: ["SOFTMAX-9"],
      source: "B. Gao, L. Pavel, On the Properties of the Softmax Function, 2017", isSmooth: true,
      world: threeClasses
    ) { t in
      let x = try t.draw("x", .logits(2...4))
      let rows = try t.jacobian("softmax", x)
      for i in x.indices {
        for j in 0..<i { try t.equal(rows[i][j], rows[j][i], "∂p[\(i)]/∂x[\(j)]") }
      }
    },
    Law(
      "jacobian-of-softmax-is-positive-semidefinite",
      "0 ≤ ⟨v, Jv⟩ ≤ (max v − min v)²/4: it is the variance of v under p.",
      clauses: ["SOFTMAX-9"],
      source:
        "T. Popoviciu, Sur les équations algébriques ayant toutes leurs racines réelles, 1935",
      isSmooth: true, world: wholeWorld
    ) { t in
      let x = try t.draw("x", .logits(1...5))
      let v = try t.draw("v", .cotangent(of: x.count))
      let product = try t.gradient("softmax", by: "x", ["x": .vector(x)], cotangent: .cotangent(v))
      let variance = zip(v, product).map { t.exact($0) * $1 }.sum
      try t.atMost(Ball(0), variance, "0 against ⟨v, Jv⟩")
      let range = v.greatest - v.least
      try t.atMost(variance, t.exact(range * range / 4), "⟨v, Jv⟩ against (max v − min v)²/4")
    },
    Law(
      "gradients-of-softmaxes-are-linear-in-the-cotangent",
      "The gradient for a·g + h is a times that for g, plus that for h.",
      clauses: ["GRADIENT-1", "SOFTMAX-9", "LOG-SOFTMAX-6"],
      source: "A. Griewank, A. Walther, Evaluating Derivatives, 2008, §3.2", isSmooth: true,
      world: threeClasses
    ) { t in
      let name = try t.draw("function", .element(of: ["softmax", "log_softmax"]))
      let x = try t.draw("x", .logits(1...5))
      let g = try t.draw("g", .cotangent(of: x.count))
      let h = try t.draw("h", .cotangent(of: x.count))
      let a = try t.draw("a", .coarse(-4...4))
      func gradient(_ g: [Rational]) throws -> [Ball] {
        try t.gradient(name, by: "x", ["x": .vector(x)], cotangent: .cotangent(g))
      }
      let sum = zip(try gradient(g), try gradient(h)).map { t.exact(a) * $0 + $1 }
      try t.equal(try gradient(zip(g, h).map { a * $0 + $1 }), sum, "the gradient for a·g + h")
    },
    Law(
      "gradients-of-softmaxes-by-temperature",
      """
      T times the derivative by T is minus ⟨x, gradient by x⟩: logits and temperature count by \
      ratio.
      """,
      clauses: ["SOFTMAX-8", "LOG-SOFTMAX-5", "GRADIENT-1"],
      source: "L. Euler, Institutiones calculi differentialis, 1755 (homogeneous functions)",
      isSmooth: true, world: threeClasses
    ) { t in
      let name = try t.draw("function", .element(of: ["softmax", "log_softmax"]))
      let x = try t.draw("x", .coarseLogits(1...5))
      let g = try t.draw("g", .cotangent(of: x.count))
      let temperature = try t.draw("T", .temperature)
      func gradient(by argument: String) throws -> [Ball] {
        try t.gradient(
          name, by: argument, ["x": .vector(x)], ["temperature": .number(temperature)],
          cotangent: .cotangent(g))
      }
      let radial = zip(x, try gradient(by: "x")).map { t.exact($0) * $1 }.sum
      try t.equal(
        t.exact(temperature) * (try gradient(by: "temperature")[0]), -radial,
        "T times the derivative by T")
    },
    Law(
      "gradients-of-softmaxes-by-central-differences",
      "The difference quotient of ⟨g, softmax⟩ along a logit is near the derivative by it.",
      clauses: ["SOFTMAX-9", "LOG-SOFTMAX-6", "GRADIENT-1"],
      source: "R. L. Burden, J. D. Faires, Numerical Analysis, 2010, §4.1",
      // Steps of 2^−40 are too small for a format.
      promises: [.certified], isSmooth: true
    ) { t in
      let name = try t.draw("function", .element(of: ["softmax", "log_softmax"]))
      let x = try t.draw("x", .logits(1...5))
      let g = try t.draw("g", .cotangent(of: x.count))
      let place = try t.draw("place", .int(0...x.count - 1))
      let h = Rational.powerOfTwo(-40)
      func value(_ x: [Rational]) throws -> Ball {
        zip(try t.values(name, ["x": .vector(x)]), g).map { $0 * t.exact($1) }.sum
      }
      let (up, down) = (x.moved(at: place, by: h), x.moved(at: place, by: -h))
      let difference = try (value(up) - value(down)) / t.exact(2 * h)
      let slope = try t.gradient(name, by: "x", ["x": .vector(x)], cotangent: .cotangent(g))[place]
      // Along one logit pₖ is a multiple of at most 1 of a sigmoid, whose third derivative is at
      // most 1/8, and log pₖ a line less a log-sum-exp, whose third derivative is at most 1/10; the
      // error is h²/6 times that.
      let size = g.map(\.magnitude).reduce(.zero, +)
      try t.close(difference, slope, within: t.exact(size * h * h / 48), "the difference quotient")
    },
    Law(
      "gradients-by-temperature-by-central-differences",
      "The difference quotient of ⟨g, softmax⟩ along T is near the derivative by T.",
      clauses: ["SOFTMAX-8", "LOG-SOFTMAX-5", "GRADIENT-1"],
      source: "R. L. Burden, J. D. Faires, Numerical Analysis, 2010, §4.1",
      // Steps of 2^−40·T are too small for a format.
      promises: [.certified], isSmooth: true
    ) { t in
      let name = try t.draw("function", .element(of: ["softmax", "log_softmax"]))
      let x = try t.draw("x", .coarseLogits(1...5))
      let g = try t.draw("g", .cotangent(of: x.count))
      let temperature = try t.draw("T", .temperature)
      let h = temperature * .powerOfTwo(-40)
      func value(_ temperature: Rational) throws -> Ball {
        let values = try t.values(name, ["x": .vector(x)], ["temperature": .number(temperature)])
        return zip(values, g).map { $0 * t.exact($1) }.sum
      }
      let difference = try (value(temperature + h) - value(temperature - h)) / t.exact(2 * h)
      let slope = try t.gradient(
        name, by: "temperature", ["x": .vector(x)], ["temperature": .number(temperature)],
        cotangent: .cotangent(g))[0]
      // As functions of b = 1/T, with d the deviation of a logit from the mean, |d| ≤ r, and c₂, c₃
      // the central moments of the logits, c₂ ≤ r²/4, |c₃| ≤ r³: p has the derivatives pd,
      // p(d² − c₂), p(d³ − 3dc₂ − c₃), and log p has d, −c₂, −c₃; all at most r, r², 3r³. By T the
      // third derivative of q(1/T) is −(q‴b⁶ + 6q″b⁵ + 6q′b⁴), so at most 6b³(s³ + s² + s) with
      // s = rb; near T, b is at most 2/T.
      let s = 2 * (x.greatest - x.least) / temperature
      let third = 48 * (s * s * s + s * s + s) / (temperature * temperature * temperature)
      let size = g.map(\.magnitude).reduce(.zero, +)
      try t.close(
        difference, slope, within: t.exact(size * third * h * h / 6), "the difference quotient")
    },
  ]
}
