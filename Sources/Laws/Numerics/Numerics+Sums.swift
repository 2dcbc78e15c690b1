import CrossEntropy
import Exact
import Property

/// Sums from the left.
extension Law {
  static let naiveSums: [Law] = [
    Law(
      "naive-sum-stalls",
      "2^53 + 1 + 1 + … in Double stays 2^53, however many ones there are.",
      clauses: ["L1-PENALTY-1"], source: higham + ", §4.2", promises: [.literal]
    ) { t in
      let n = try t.draw("n", .int(1...20))
      let w = [Rational.powerOfTwo(53)] + [Rational](repeating: 1, count: 2 * n)
      let sum = try t.value("l1_penalty", ["w": .vector(w)])
      try t.equal(sum, t.exact(.powerOfTwo(53)), "the sum")
    },
    Law(
      "naive-score-absorbs-what-remains",
      "2^k + 1 − 2^k in Double is 0 exactly where k ≥ 53: between large terms a small one is lost.",
      clauses: ["LINEAR-1"], source: higham + ", §4.2", promises: [.literal]
    ) { t in
      let k = try t.draw("k", .int(0...100))
      let large = Rational.powerOfTwo(k)
      let score = try t.value(
        "linear", ["x": .matrix([[large, 1, -large]]), "w": .vector([1, 1, 1])])
      try t.equal(score, Ball(k >= 53 ? 0 : 1), "the score")
    },
    Law(
      "naive-mean-of-equals-is-another-number",
      "The mean of n errors that all are the double 0.1 is not 0.1 in Double for these n.",
      clauses: ["REDUCTION-3"], source: higham + ", §4.2", promises: [.literal]
    ) { t in
      let n = try t.draw("n", .element(of: [3, 6, 7, 8, 9, 10, 11, 12]))
      let tenth = Rational(0.1)
      let mean = try t.value(
        "mean_absolute_error",
        [
          "prediction": .vector([Rational](repeating: tenth, count: n)),
          "target": .vector([Rational](repeating: 0, count: n)),
        ])
      try t.holds(mean != t.exact(tenth), "the mean is 0.1")
    },
  ]
}
