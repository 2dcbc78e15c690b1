import CrossEntropy
import Exact
import Property

private let strang = "G. Strang, Linear Algebra and Its Applications, 1976, §1.4"

extension Law {
  static let linearValues: [Law] = [
    Law(
      "linear-definition",
      """
      The linear scores are the products of samples and weights, summed over the features, plus \
      the bias.
      """,
      clauses: ["LINEAR-1"], source: strang, world: someOfTheWorld
    ) { t in
      let m = try t.draw("model", .affine(rows: 0...3, features: 0...3))
      try t.equal(t.values("linear", m.arguments), t.exact(Array(m.scores.joined())))
    },
    Law(
      "linear-without-bias",
      "Leaving the bias out is a bias of 0.",
      clauses: ["LINEAR-2"], source: strang, world: someOfTheWorld
    ) { t in
      var m = try t.draw("model", .affine(rows: 0...3))
      m.bias = m.bias.map { _ in .zero }
      var bare = m.arguments
      bare["b"] = nil
      try t.equal(t.values("linear", bare), t.values("linear", m.arguments))
    },
    Law(
      "linear-columns-apart",
      "Each column of the weights gives what it gives alone.",
      clauses: ["LINEAR-3"], source: strang, world: someOfTheWorld
    ) { t in
      let m = try t.draw("model", .affine())
      let all = try t.values("linear", m.arguments)
      for (c, column) in m.w.transposed(m.outputs).enumerated() {
        let alone = try t.values(
          "linear",
          ["x": .matrix(m.x), "w": .vector(column), "b": .scalar(m.bias[c])])
        try t.equal(alone, m.x.indices.map { all[$0 * m.outputs + c] }, "column \(c)")
      }
    },
    Law(
      "linear-bilinear",
      "Without a bias the scores are linear in the weights, and in the samples.",
      clauses: ["LINEAR-1", "LINEAR-2"], source: strang
    ) { t in
      let m = try t.draw("model", .affine())
      let c = try t.draw("c", .element(of: [1, 2, -1, Rational(1, 2)]))
      func scores(_ x: [[Rational]], _ w: [[Rational]]) throws -> [Ball] {
        try t.values("linear", ["x": .matrix(x), "w": .matrix(w)])
      }
      let direct = try scores(m.x, m.w)
      let w = try m.w.map { _ in try t.draw("w′", .numbers(of: m.outputs, in: -4...4)) }
      try t.equal(
        scores(m.x, zip(m.w, w).map { $0.plus($1.times(c)) }),
        zip(direct, scores(m.x, w)).map { $0 + t.exact(c) * $1 }, "in the weights")
      let x = try m.x.map { _ in try t.draw("x′", .numbers(of: m.features, in: -4...4)) }
      try t.equal(
        scores(zip(m.x, x).map { $0.plus($1.times(c)) }, m.w),
        zip(direct, scores(x, m.w)).map { $0 + t.exact(c) * $1 }, "in the samples")
    },
    Law(
      "linear-refusals",
      """
      Weights for other features than the samples have, and a bias for other outputs, are refused.
      """,
      clauses: ["INPUT-5"], source: "Spec/README.md", world: someOfTheWorld
    ) { t in
      let m = try t.draw("model", .affine())
      var arguments = m.arguments
      switch try t.draw("mistake", .element(of: ["features", "outputs", "single bias"])) {
      case "features":
        arguments["w"] = .rows(m.w + [m.bias], classes: m.outputs)
      case "outputs": arguments["b"] = .vector(m.bias + [.zero])
      default: arguments["b"] = .scalar(.zero)
      }
      try t.refused(Call("linear", arguments))
    },
  ]

  static let linearSlopes: [Law] = [
    Law(
      "linear-gradient-is-adjoint",
      """
      Against a cotangent G, a change of weights, samples or bias counts as the change of the \
      scores does.
      """,
      clauses: ["LINEAR-4", "GRADIENT-1"],
      source: "A. Griewank, A. Walther, Evaluating Derivatives, 2008, §3.2", isSmooth: true
    ) { t in
      let m = try t.draw("model", .affine())
      let g = try m.x.map { _ in try t.draw("G", .numbers(of: m.outputs, in: -4...4)) }
      let flat = Array(g.joined())
      let cotangent = Tensor<Extended>(
        shape: [m.x.count, m.outputs], flat.map { .finite($0) })
      func gradient(_ name: String) throws -> [Ball] {
        try t.gradient("linear", by: name, m.arguments, cotangent: cotangent)
      }
      /// ⟨G, x·w⟩
      func product(_ x: [[Rational]], _ w: [[Rational]]) throws -> Ball {
        let scores = try t.values("linear", ["x": .matrix(x), "w": .matrix(w)])
        return zip(scores, flat).map { $0 * t.exact($1) }.sum
      }
      func inner(_ slopes: [Ball], _ change: [[Rational]]) -> Ball {
        zip(slopes, change.joined()).map { $0 * t.exact($1) }.sum
      }
      let w = try m.w.map { _ in try t.draw("change of w", .numbers(of: m.outputs, in: -4...4)) }
      try t.equal(inner(gradient("w"), w), product(m.x, w), "by the weights")
      let x = try m.x.map { _ in try t.draw("change of x", .numbers(of: m.features, in: -4...4)) }
      try t.equal(inner(gradient("x"), x), product(x, m.w), "by the samples")
      let sums = g.transposed(m.outputs).map { t.exact($0.total) }
      try t.equal(gradient("b"), sums, "by the bias")
    },
    Law(
      "softmax-classifier-gradient",
      """
      By the weights of a linear classifier the cross-entropy of its softmax has the gradient xᵀ(p \
      − y).
      """,
      clauses: ["LINEAR-4", "CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-1", "GRADIENT-1"],
      source: "C. Bishop, Pattern Recognition and Machine Learning, 2006, §4.3.4",
      promises: [.certified]
    ) { t in
      let m = try t.draw("model", .affine(rows: 1...2, features: 1...2, outputs: 1...3))
      let y = try m.x.map { _ in try t.draw("y", .distribution(of: m.outputs)) }
      let arguments: [String: Call.Argument] = ["logits": .matrix(m.scores), "y": .matrix(y)]
      let byLogits = try t.gradient(
        "categorical_cross_entropy_with_logits", by: "logits", arguments, ["reduction": "sum"])
      // The gradient of `linear` is linear in its cotangent: one for each logit, by its slope.
      var chained = [Ball](repeating: t.exact(.zero), count: m.features * m.outputs)
      for (place, slope) in byLogits.enumerated() {
        var unit = [Extended](repeating: .finite(.zero), count: byLogits.count)
        unit[place] = .finite(.one)
        let part = try t.gradient(
          "linear", by: "w", m.arguments,
          cotangent: Tensor(shape: [m.x.count, m.outputs], unit))
        chained = zip(chained, part).map { $0 + slope * $1 }
      }
      let p = try t.values("softmax", ["x": .matrix(m.scores)])
      let errors = zip(p, y.joined()).map { $0 - t.exact($1) }
      let expected = (0..<m.features).flatMap { j in
        (0..<m.outputs).map { c in
          m.x.indices.map { t.exact(m.x[$0][j]) * errors[$0 * m.outputs + c] }.sum
        }
      }
      try t.equal(chained, expected, "the chain against xᵀ(p − y)")
      // And as a limit: by a weight a logit moves x times as fast, and the third derivative of a
      // log-sum-exp by a logit is below 1/10, so the quotient errs by h²/60·Σ|x|³.
      let h = Rational.powerOfTwo(-20)
      let quotients = try t.centralSlopes(at: Array(m.w.joined()), step: h) { flat in
        var moved = m
        moved.w = m.w.indices.map { Array(flat[($0 * m.outputs)..<(($0 + 1) * m.outputs)]) }
        return try t.value(
          "categorical_cross_entropy_with_logits",
          ["logits": .matrix(moved.scores), "y": .matrix(y)], ["reduction": "sum"])
      }
      let cubes = m.x.joined().map { $0.magnitude.power(3) }.reduce(.zero, +)
      for (quotient, slope) in zip(quotients, chained) {
        try t.close(quotient, slope, within: t.exact(h * h * cubes / 60), "the quotient")
      }
    },
  ]
}
