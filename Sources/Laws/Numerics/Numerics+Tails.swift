import CrossEntropy
import Exact
import Property

/// 1 + e^−37 is 1: what stood behind the 1 is lost.
extension Law {
  /// Near the threshold the last digit of the exponential decides.
  private static let slack = 0.001

  static let naiveTails: [Law] = [
    naive(
      "naive-softplus-forgets-its-tail",
      "log(1 + e^−z) in Double is 0 from z > 36.74 on, while the truth is e^−z.",
      clauses: ["SOFTPLUS-4"], source: machler, beyond: saturation, upTo: 100, slack: slack,
      gives: .finite(0)
    ) { .scalar("softplus", -$0) },
    naive(
      "naive-log-sum-exp-forgets-the-smaller",
      "log(1 + e^−z) in Double is 0, as if there were one class, from z > 36.74 on.",
      clauses: ["LOG-SUM-EXP-1"], source: blanchard, beyond: saturation, upTo: 100, slack: slack,
      gives: .finite(0)
    ) { .row("log_sum_exp", [0, -$0]) },
    naive(
      "naive-log-sigmoid-forgets-its-tail",
      "log σ(z) in Double is 0 from z > 36.74 on, while the truth is −e^−z.",
      clauses: ["LOG-SIGMOID-4"], source: machler, beyond: saturation, upTo: 100, slack: slack,
      gives: .finite(0)
    ) { .scalar("log_sigmoid", $0) },
    naive(
      "naive-binary-cross-entropy-forgets-its-tail",
      """
      A logit on the right side by more than 36.74 costs exactly 0 in Double, while the truth is \
      e^−z.
      """,
      clauses: ["BINARY-CROSS-ENTROPY-WITH-LOGITS-4"], source: machler, beyond: saturation,
      upTo: 100, slack: slack, gives: .finite(0)
    ) { .binary($0, 1) },
    naive(
      "naive-logistic-loss-forgets-its-tail",
      "log(1 + e^−ys) in Double is 0 from ys > 36.74 on, while the truth is e^−ys.",
      clauses: ["LOGISTIC-LOSS-1"], source: machler, beyond: saturation, upTo: 100, slack: slack,
      gives: .finite(0)
    ) { Call("logistic_loss", ["scores": .vector([$0]), "y": .vector([1])]) },
    naive(
      "naive-binary-focal-loss-forgets-its-tail",
      "−(1 − p)²log p in Double is 0 from z > 36.74 on, while the truth is e^−3z.",
      clauses: ["BINARY-FOCAL-WITH-LOGITS-1"],
      source: "T.-Y. Lin et al., Focal Loss for Dense Object Detection, 2017",
      beyond: saturation, upTo: 100, slack: slack, gives: .finite(0)
    ) { Call("binary_focal_with_logits", ["logits": .vector([$0]), "y": .vector([1])]) },
    // Between 36.73 and 37.43 the 1 is half a unit of e^z, and e^z decides which way it rounds.
    naive(
      "naive-sparse-cross-entropy-forgets-its-tail",
      "−log softmax(z, 0) in Double is 0 for the first from z ≥ 37.5 on, while the truth is e^−z.",
      clauses: ["SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-1"], beyond: 37.1, upTo: 100,
      slack: 0.4, gives: .finite(0)
    ) { .sparse([$0, 0], label: 0) },
    naive(
      "naive-cross-entropy-gradient-forgets-its-tail",
      """
      p − 1 in Double is 0 from z ≥ 37.5 on, while the truth is −e^−z: nothing is left to learn \
      from.
      """,
      clauses: ["SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-7"], beyond: 37.1, upTo: 100,
      slack: 0.4, gives: .finite(0)
    ) { .sparse([$0, 0], label: 0, gradient: ["logits"]) },
    Law(
      "naive-sigmoid-saturates",
      "σ(z) in Double is 1 from z > 36.74 on, though at 37 a double below 1 is nearer.",
      clauses: ["SIGMOID-1"], source: machler, promises: [.literal],
      examples: [["z": Rational(37)]]
    ) { t in
      let z = try t.draw("z", .near(saturation, upTo: 100))
      try t.assume((z - Rational(saturation)).magnitude > Rational(slack))
      let sigma = try t.value("sigmoid", ["x": .scalar(z)])
      if z > Rational(saturation) {
        try t.equal(sigma, Ball(1), "σ(z)")
      } else {
        try t.less(sigma, Ball(1), "σ(z) against 1")
      }
    },
    Law(
      "a-saturated-probability-costs-everything-or-nothing",
      """
      The cross-entropy of σ(z) as a Double is ∞ or 0 from z > 36.74 on; from the logit it is z \
      or e^−z.
      """,
      clauses: ["BINARY-CROSS-ENTROPY-2", "BINARY-CROSS-ENTROPY-WITH-LOGITS-4"], source: machler,
      promises: [.literal],
      examples: [["z": Rational(37)]]
    ) { t in
      let z = try t.draw("z", .near(saturation, upTo: 100))
      try t.assume(z > Rational(saturation + slack))
      let p = try t.value("sigmoid", ["x": .scalar(z)]).midpoint.asRational
      func loss(_ y: Rational) throws -> Ball {
        try t.value("binary_cross_entropy", ["p": .vector([p]), "y": .vector([y])])
      }
      try t.equal(try loss(0), t.exact(.infinity(isNegative: false)), "the loss against 0")
      try t.equal(try loss(1), Ball(0), "the loss against 1")
    },
    Law(
      "naive-complement-of-a-tiny-probability-is-one",
      "−log(1 − p) for p = 2^−k in Double is 0 exactly where k ≥ 54, while the truth is about p.",
      clauses: ["BINARY-CROSS-ENTROPY-1"], source: machler, promises: [.literal]
    ) { t in
      let k = try t.draw("k", .int(1...1074))
      let p = Rational.powerOfTwo(-k)
      let loss = try t.value("binary_cross_entropy", ["p": .vector([p]), "y": .vector([0])])
      if k >= 54 {
        try t.equal(loss, Ball(0), "the loss")
      } else {
        try t.less(Ball(0), loss, "0 against the loss")
      }
    },
    Law(
      "naive-logistic-regression-stops-learning",
      "The step σ(z) − 1 in Double is 0 from z > 36.74 on: a weight at 0 stays there.",
      clauses: ["LOGISTIC-REGRESSION-EPOCH-1"], source: machler, promises: [.literal]
    ) { t in
      let z = try t.draw("z", .near(saturation, upTo: 100))
      try t.assume((z - Rational(saturation)).magnitude > Rational(slack))
      let w = try t.values(
        "logistic_regression_epoch",
        ["x": .matrix([[Rational(1), 1]]), "w": .vector([z, 0]), "y": .vector([1])],
        ["learning_rate": .number(1)])
      if z > Rational(saturation) {
        try t.equal(w[1], Ball(0), "the second weight")
      } else {
        try t.less(Ball(0), w[1], "0 against the second weight")
      }
    },
  ]
}
