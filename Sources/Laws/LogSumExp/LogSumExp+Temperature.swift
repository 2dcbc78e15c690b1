import CrossEntropy
import Exact
import Property

extension Law {
  static let softmaxTemperature: [Law] = [
    Law(
      "temperature-divides-the-logits",
      "At the temperature T a softmax is that of x/T.", clauses: ["SOFTMAX-8", "LOG-SOFTMAX-5"],
      source: "G. Hinton, O. Vinyals, J. Dean, Distilling the Knowledge in a Neural Network, 2015",
      world: wholeWorld
    ) { t in
      let name = try t.draw("function", .element(of: ["softmax", "log_softmax"]))
      let x = try t.draw("x", .logits(1...5))
      let temperature = try t.draw("T", .temperature)
      let options: [String: Call.Option] = ["temperature": .number(temperature)]
      try t.equal(
        try t.values(name, ["x": .vector(x)], options),
        try t.values(name, ["x": .vector(x.scaled(by: temperature.reciprocal))]), "\(name) at T")
    },
    Law(
      "temperature-one-is-none",
      "At the temperature 1 a softmax is as without one.", clauses: ["SOFTMAX-8", "LOG-SOFTMAX-5"],
      source: "G. Hinton, O. Vinyals, J. Dean, Distilling the Knowledge in a Neural Network, 2015",
      world: wholeWorld
    ) { t in
      let name = try t.draw("function", .element(of: ["softmax", "log_softmax"]))
      let x = Call.Argument.vector(try t.draw("x", .logits(1...5)))
      try t.equal(
        try t.values(name, ["x": x], ["temperature": .number(1)]), try t.values(name, ["x": x]),
        "\(name) at 1")
    },
    Law(
      "hot-softmax-is-nearly-uniform",
      "e^−r/n ≤ softmax(x/T)ᵢ ≤ e^r/n with r = (max x − min x)/T: uniform as T → ∞.",
      clauses: ["SOFTMAX-8"],
      source: "G. Hinton, O. Vinyals, J. Dean, Distilling the Knowledge in a Neural Network, 2015",
      world: wholeWorld
    ) { t in
      let x = try t.draw("x", .coarseLogits())
      let temperature = Rational.powerOfTwo(try t.draw("log2 T", .int(0...60)))
      let r = Ball.exp(t.exact((x.greatest - x.least) / temperature))
      let n = t.exact(Rational(x.count))
      for share in try t.softmax(x, temperature: temperature) {
        try t.atMost(share, r / n, "a share against e^r/n")
        try t.atMost(Ball(1) / (r * n), share, "e^−r/n against a share")
      }
    },
    Law(
      "cold-softmax-is-nearly-one-hot",
      """
      The logits below the largest get at most e^(−gap/T) each, the k largest share the rest: \
      one-hot as T → 0.
      """,
      clauses: ["SOFTMAX-8"],
      source:
        "S. Kirkpatrick, C. D. Gelatt, M. P. Vecchi, Optimization by Simulated Annealing, 1983",
      world: wholeWorld
    ) { t in
      let x = try t.draw("x", .coarseLogits())
      let temperature = Rational.powerOfTwo(-(try t.draw("−log2 T", .int(0...12))))
      let p = try t.softmax(x, temperature: temperature)
      let losers = x.indices.filter { x[$0] < x.greatest }
      for index in losers {
        let most = Ball.exp(t.exact((x[index] - x.greatest) / temperature))
        try t.atMost(p[index], most, "p[\(index)] against e^(−gap/T)")
      }
      let rest = Ball(1) - losers.map { p[$0] }.sum
      let share = rest / t.exact(Rational(x.count - losers.count))
      for index in x.indices where x[index] == x.greatest {
        try t.equal(p[index], share, "p[\(index)] against its share of the rest")
      }
    },
    Law(
      "entropy-of-a-softmax-rises-with-temperature",
      """
      The entropy of softmax(x/T) does not fall as T rises, and rises unless all logits are \
      equal.
      """,
      clauses: ["SOFTMAX-8"],
      source: "J. W. Gibbs, Elementary Principles in Statistical Mechanics, 1902",
      world: wholeWorld
    ) { t in
      let x = try t.draw("x", .coarseLogits(1...5))
      let temperature = try t.draw("T", .temperature)
      let ratio = try t.draw("ratio", .element(of: [2, 4, 1024] as [Rational]))
      func entropy(_ temperature: Rational) throws -> Ball {
        -(try t.softmax(x, temperature: temperature).map { $0 * .log($0) }.sum)
      }
      let (cold, hot) = (try entropy(temperature), try entropy(ratio * temperature))
      // Where all but one have nearly vanished, the difference has too many digits to be seen.
      if x.allSatisfy({ $0 == x[0] }) {
        try t.equal(cold, hot, "the entropies of a uniform distribution")
      } else if x.greatest - x.least < 100 * temperature {
        try t.less(cold, hot, "the entropy at T against that at \(ratio)T")
      } else {
        try t.atMost(cold, hot, "the entropy at T against that at \(ratio)T")
      }
    },
    Law(
      "confidence-falls-with-temperature",
      "The largest share of softmax(x/T) does not rise with T, nor does the smallest fall.",
      clauses: ["SOFTMAX-8"],
      source: "C. Guo et al., On Calibration of Modern Neural Networks, 2017", world: wholeWorld
    ) { t in
      let x = try t.draw("x", .coarseLogits(1...5))
      let temperature = try t.draw("T", .temperature)
      let cold = try t.softmax(x, temperature: temperature)
      let hot = try t.softmax(x, temperature: 2 * temperature)
      let (top, bottom) = (x.firstIndex(of: x.greatest)!, x.firstIndex(of: x.least)!)
      try t.atMost(hot[top], cold[top], "the largest share at 2T against that at T")
      try t.atMost(cold[bottom], hot[bottom], "the smallest share at T against that at 2T")
    },
    Law(
      "temperature-must-be-positive",
      "A temperature that is 0, negative or infinite is refused.",
      clauses: ["INPUT-6", "POLICY-4"],
      source:
        "S. Kirkpatrick, C. D. Gelatt, M. P. Vecchi, Optimization by Simulated Annealing, 1983"
    ) { t in
      let name = try t.draw("function", .element(of: ["softmax", "log_softmax"]))
      let x = try t.draw("x", .logits(1...3))
      let size = try t.draw("size", .nonnegative())
      let temperature =
        try t.draw("isInfinite", .bool) ? Extended.infinity(isNegative: false) : .finite(-size)
      try t.refused(Call(name, ["x": .vector(x)], options: ["temperature": .real(temperature)]))
    },
    Law(
      "temperature-of-nan-is-nan",
      "NaN as the temperature makes NaN of everything.", clauses: ["INPUT-2"],
      source: "IEEE 754-2019, §6.2"
    ) { t in
      let name = try t.draw("function", .element(of: ["softmax", "log_softmax"]))
      let x = try t.draw("x", .logits(1...3))
      for value in try t.values(name, ["x": .vector(x)], ["temperature": .real(.nan)]) {
        try t.isNaN(value, "\(name) at NaN")
      }
    },
  ]
}
