import CrossEntropy
import Exact
import Property

extension Trial {
  func logSumExp(_ x: [Rational]) throws -> Ball { try value("log_sum_exp", ["x": .vector(x)]) }

  /// The powers e^x.
  func powers(_ x: [Rational]) -> [Ball] { x.map { .exp(exact($0)) } }
}

extension Law {
  static let logSumExpValues: [Law] = [
    Law(
      "log-sum-exp-is-the-logarithm-of-the-sum-of-powers",
      "e^LSE(x) = Σ e^xᵢ.", clauses: ["LOG-SUM-EXP-1"],
      source: blanchard,
      examples: [["x": [Rational(710), 710]], ["x": [Rational(-800), -800]]], world: wholeWorld
    ) { t in
      let x = try t.draw("x", .logits())
      try t.equal(.exp(try t.logSumExp(x)), t.powers(x).sum, "e^LSE(x)", isRelative: true)
    },
    Law(
      "log-sum-exp-shifts-with-its-elements",
      "LSE(x + c) = LSE(x) + c.", clauses: ["LOG-SUM-EXP-2"],
      source: "S. Boyd, L. Vandenberghe, Convex Optimization, 2004, §3.1.5", world: wholeWorld
    ) { t in
      let x = try t.draw("x", .coarseLogits())
      let c = try t.draw("c", .coarse(-100...100))
      try t.equal(try t.logSumExp(x.shifted(by: c)), try t.logSumExp(x) + t.exact(c), "LSE(x + c)")
    },
    Law(
      "log-sum-exp-knows-no-order",
      "Permuting the elements does not change the log-sum-exp.", clauses: ["LOG-SUM-EXP-3"],
      source: "S. Boyd, L. Vandenberghe, Convex Optimization, 2004, §3.1.5", world: wholeWorld
    ) { t in
      let x = try t.draw("x", .logits())
      let order = try t.draw("order", .order(of: x.count))
      try t.equal(try t.logSumExp(order.map { x[$0] }), try t.logSumExp(x), "LSE reordered")
    },
    Law(
      "log-sum-exp-is-a-smooth-maximum",
      """
      max x ≤ LSE(x) ≤ max x + log n: the first equal for one element alone, the second where \
      all are equal.
      """,
      clauses: ["LOG-SUM-EXP-4"],
      source: "S. Boyd, L. Vandenberghe, Convex Optimization, 2004, §3.1.5",
      cover: ["tie": 0.02, "all equal": 0.02], world: wholeWorld
    ) { t in
      let x = try t.draw("x", .logits())
      let (value, top) = (try t.logSumExp(x), t.exact(x.greatest))
      try t.atMost(top, value, "max x against LSE(x)")
      let most = top + .log(t.exact(Rational(x.count)))
      try t.atMost(value, most, "LSE(x) against max x + log n")
      if x.allSatisfy({ $0 == x[0] }) { return try t.equal(value, most, "LSE of equals") }
      // So far apart, the difference from the maximum has more digits than can be asked for.
      if x.greatest - x.least < 700 { try t.less(top, value, "max x against LSE(x)") }
      try t.less(value, most, "LSE(x) against max x + log n")
    },
    Law(
      "log-sum-exp-of-one-is-itself",
      "LSE of a single element is that element.", clauses: ["LOG-SUM-EXP-1"],
      source: "S. Boyd, L. Vandenberghe, Convex Optimization, 2004, §3.1.5", world: wholeWorld
    ) { t in
      let x = try t.draw("x", .logit)
      try t.equal(try t.logSumExp([x]), t.exact(x), "LSE(x)")
    },
    Law(
      "log-sum-exp-of-copies",
      "Repeating every element m times adds log m.", clauses: ["LOG-SUM-EXP-1"],
      source: "S. Boyd, L. Vandenberghe, Convex Optimization, 2004, §3.1.5", world: wholeWorld
    ) { t in
      let x = try t.draw("x", .logits(1...4))
      let m = try t.draw("m", .int(1...5))
      let copies = (0..<m).flatMap { _ in x }
      let more = Ball.log(t.exact(Rational(m)))
      try t.equal(try t.logSumExp(copies), try t.logSumExp(x) + more, "LSE of the copies")
    },
    Law(
      "log-sum-exp-of-two-lists",
      "LSE of two lists together is LSE of their two log-sum-exps: it can be taken piece by piece.",
      clauses: ["LOG-SUM-EXP-1", "LOG-SUM-EXP-5"],
      source: "M. Milakov, N. Gimelshein, Online normalizer calculation for softmax, 2018",
      world: wholeWorld
    ) { t in
      let x = try t.draw("x", .logits(1...4))
      let y = try t.draw("y", Gen<Rational>.logit.array(0...3))
      let (left, right) = (try t.logSumExp(x), try t.logSumExp(y))
      try t.equal(try t.logSumExp(x + y), .log(.exp(left) + .exp(right)), "LSE of both")
    },
    Law(
      "log-sum-exp-of-two-is-the-larger-and-a-softplus",
      "LSE(a, b) = b + softplus(a − b).", clauses: ["LOG-SUM-EXP-1", "SOFTPLUS-1"],
      source: blanchard,
      world: wholeWorld
    ) { t in
      let a = try t.draw("a", .coarse(-60...60))
      let b = try t.draw("b", .coarse(-60...60))
      let softplus = try t.value("softplus", ["x": .scalar(a - b)])
      try t.equal(try t.logSumExp([a, b]), t.exact(b) + softplus, "LSE(a, b)")
    },
    Law(
      "log-partition-of-independent-parts-is-a-sum",
      "LSE of all sums xᵢ + yⱼ is LSE(x) + LSE(y).", clauses: ["LOG-SUM-EXP-1"],
      source: "J. W. Gibbs, Elementary Principles in Statistical Mechanics, 1902",
      world: wholeWorld
    ) { t in
      let x = try t.draw("x", .coarseLogits(1...3))
      let y = try t.draw("y", .coarseLogits(1...3))
      let sums = x.flatMap { a in y.map { a + $0 } }
      try t.equal(try t.logSumExp(sums), try t.logSumExp(x) + t.logSumExp(y), "LSE of the sums")
    },
    Law(
      "log-sum-exp-of-nothing",
      "LSE of no element, and of nothing but −∞, is −∞.", clauses: ["LOG-SUM-EXP-5"],
      source: "IEEE 754-2019, §9.2.1 (log 0 = −∞)"
    ) { t in
      let n = try t.draw("n", .int(0...5))
      let nothing = [Extended](repeating: .infinity(isNegative: true), count: n)
      let value = try t.value("log_sum_exp", ["x": .vector(nothing)])
      try t.equal(value, t.exact(.infinity(isNegative: true)), "LSE of nothing")
    },
    Law(
      "log-sum-exp-drops-what-is-masked",
      "An element −∞ counts as if it were absent.", clauses: ["LOG-SUM-EXP-1", "LOG-SUM-EXP-5"],
      source: "A. Vaswani et al., Attention Is All You Need, 2017, §3.2.3", cover: ["mask": 0.2]
    ) { t in
      let x = try t.draw("x", .maskedLogits(1...5))
      let kept = x.compactMap(\.asRational)
      try t.equal(
        try t.value("log_sum_exp", ["x": .vector(x)]), try t.logSumExp(kept), "LSE of the masked")
    },
    Law(
      "log-sum-exp-with-infinity",
      "A +∞ makes LSE +∞, whatever else there is, but NaN makes it NaN.",
      clauses: ["LOG-SUM-EXP-6", "INPUT-2"], source: "IEEE 754-2019, §6"
    ) { t in
      let x = try t.draw("x", Gen<Extended>.extendedLogit.array(1...5))
      try t.assume(x.contains { $0.asRational == nil && $0 != .infinity(isNegative: true) })
      let value = try t.value("log_sum_exp", ["x": .vector(x)])
      if x.contains(where: \.isNaN) { return try t.isNaN(value, "LSE with NaN") }
      try t.equal(value, t.exact(.infinity(isNegative: false)), "LSE with +∞")
    },
  ]
}
