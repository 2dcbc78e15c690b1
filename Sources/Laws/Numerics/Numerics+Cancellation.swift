import CrossEntropy
import Exact
import Property

/// Differences of what is nearly equal, and logarithms of what is nearly 1.
extension Law {
  /// ½, ½ and a neighbour, or three parts of eight.
  private static func neighbours(_ part: Rational, _ k: Int) -> [String: Call.Argument] {
    let step = Rational.powerOfTwo(-k)
    return [
      "p": .vector([part, .one - part]), "q": .vector([part + step, .one - part - step]),
    ]
  }

  static let naiveCancellation: [Law] = [
    Law(
      "naive-softplus-loses-digits-long-before-its-tail",
      "log(1 + e^−z) in Double is off by more than 2^−50 of itself for every whole z from 5 to 36.",
      clauses: ["SOFTPLUS-4"], source: machler, promises: [.literal]
    ) { t in
      let z = Rational(try t.draw("z", .int(5...36)))
      let value = try t.value("softplus", ["x": .scalar(-z)])
      let truth = try t.truth(.scalar("softplus", -z)).value.elements[0]
      let distance = Ball.larger(value - truth, truth - value)
      try t.less(
        t.exact(.powerOfTwo(-50)) * truth, distance, "2^−50 of the truth against the error")
    },
    Law(
      "naive-divergence-of-neighbours-is-noise",
      """
      The divergence of (½, ½) from (½ + 2^−k, ½ − 2^−k) in Double errs from k = 28 on by all \
      that it is.
      """,
      clauses: ["KL-DIVERGENCE-1"], source: higham + ", §1.7", promises: [.literal]
    ) { t in
      let k = try t.draw("k", .int(28...53))
      let arguments = neighbours(Rational(1, 2), k)
      // Both terms are multiples of 2^−54, and so is their sum: the truth, 2^(1−2k), is not half of
      // that.
      let value = try t.value("kl_divergence", arguments)
      let truth = try t.truth(Call("kl_divergence", arguments)).value.elements[0]
      try t.atMost(truth, .larger(value - truth, truth - value), "the truth against the error")
    },
    Law(
      "naive-symmetrised-divergence-of-neighbours-is-noise",
      "The Jensen-Shannon divergence of the same in Double errs from k = 28 on by all that it is.",
      clauses: ["JS-DIVERGENCE-1"], source: higham + ", §1.7", promises: [.literal]
    ) { t in
      let k = try t.draw("k", .int(28...53))
      let arguments = neighbours(Rational(1, 2), k)
      let value = try t.value("js_divergence", arguments)
      let truth = try t.truth(Call("js_divergence", arguments)).value.elements[0]
      try t.atMost(truth, .larger(value - truth, truth - value), "the truth against the error")
    },
    Law(
      "naive-divergence-can-be-negative",
      """
      Among the divergences of (n/8, 1 − n/8) from neighbours 2^−29 to 2^−53 away some are \
      negative in Double.
      """,
      clauses: ["KL-DIVERGENCE-3"], source: higham + ", §1.7", promises: [.literal]
    ) { t in
      let part = Rational(try t.draw("n", .element(of: [3, 5, 7])), 8)
      let values = try (29...53).map { try t.value("kl_divergence", neighbours(part, $0)) }
      try t.holds(values.contains { $0.sign == -1 }, "none is negative")
    },
    Law(
      "naive-bits-are-not-whole",
      """
      log 2^k over log 2 in Double is not k for these k; the information content of 2^−k in bits \
      is.
      """,
      clauses: ["INFORMATION-CONTENT-1", "INPUT-13", "ACCURACY-7"],
      source: "IEEE 754-2019, §9.2 (log2 beside log)",
      promises: [.literal]
    ) { t in
      let k = try t.draw("k", .element(of: [29, 31, 39, 47, 51, 55, 58, 59]))
      let bits = try t.value(
        "information_content", ["p": .scalar(.powerOfTwo(-k))], ["base": .number(2)])
      try t.holds(bits != Ball(k), "the information content is \(k)")
    },
  ]
}
