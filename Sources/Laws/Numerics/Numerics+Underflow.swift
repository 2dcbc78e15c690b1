import CrossEntropy
import Exact
import Property

/// e^−746 is 0, and e^−710 is 0 where it is made as 1/e^710.
extension Law {
  private static let infinite = Extended.infinity(isNegative: false)
  private static let minusInfinite = Extended.infinity(isNegative: true)

  static let naiveUnderflow: [Law] = [
    naive(
      "naive-log-sum-exp-underflows",
      "log Σ e^−z in Double is −∞ exactly where z > 745.13, while the truth is about −z.",
      clauses: ["LOG-SUM-EXP-4", "ACCURACY-4"], beyond: underflow, gives: minusInfinite
    ) { .row("log_sum_exp", [-$0, -$0]) },
    naive(
      "naive-softmax-underflows",
      "The softmax of logits that all are below −745.13 is 0/0, NaN, in Double.",
      clauses: ["SOFTMAX-3", "ACCURACY-3"], beyond: underflow, gives: .nan
    ) { .row("softmax", [-$0, -$0]) },
    naive(
      "naive-log-softmax-underflows",
      """
      log softmax in Double is −∞ for a logit more than 745.13 behind; the truth is about the \
      gap.
      """,
      clauses: ["LOG-SOFTMAX-3", "ACCURACY-4"], beyond: underflow, gives: minusInfinite, at: 1
    ) { .row("log_softmax", [0, -$0]) },
    naive(
      "naive-sigmoid-vanishes-too-early",
      """
      1/(1 + e^z) in Double is 0 from z > 709.78 on, where e^z overflows, while doubles reach \
      e^−745.
      """,
      clauses: ["SIGMOID-4", "ACCURACY-5"], source: higham + ", §27.8", beyond: overflow,
      gives: .finite(0), example: 710
    ) { .scalar("sigmoid", -$0) },
    naive(
      "naive-log-sigmoid-underflows",
      "log(1/(1 + e^z)) in Double is −∞ from z > 709.78 on, while the truth is −z.",
      clauses: ["LOG-SIGMOID-3", "ACCURACY-4"], source: machler, beyond: overflow,
      gives: minusInfinite
    ) { .scalar("log_sigmoid", -$0) },
    naive(
      "naive-sigmoid-slope-vanishes-too-early",
      "σ(z)σ(−z) in Double is 0 from z > 709.78 on.", clauses: ["SIGMOID-5", "ACCURACY-5"],
      source: "S. Hochreiter, The Vanishing Gradient Problem …, 1998", beyond: overflow,
      gives: .finite(0), example: 710
    ) { Call("sigmoid", ["x": .scalar($0)], gradient: ["x"]) },
    naive(
      "naive-binary-cross-entropy-gradient-vanishes-too-early",
      "The gradient −σ(−z) for the target 1 in Double is 0 from z > 709.78 on.",
      clauses: ["BINARY-CROSS-ENTROPY-WITH-LOGITS-6", "ACCURACY-5"], source: machler,
      beyond: overflow, gives: .finite(0), example: 710
    ) { .binary($0, 1, gradient: ["logits"]) },
    naive(
      "naive-sparse-cross-entropy-underflows",
      """
      −log softmax in Double is ∞ for a label more than 745.13 behind, while the truth is the \
      gap.
      """,
      clauses: ["SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-1", "ACCURACY-4"],
      beyond: underflow, gives: infinite
    ) { .sparse([0, -$0], label: 1) },
    naive(
      "naive-smoothed-cross-entropy-underflows",
      """
      With smoothing, a wrong class that is more than 745.13 behind makes a right answer cost ∞ \
      in Double.
      """,
      clauses: ["SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-1", "ACCURACY-4"],
      source: "C. Szegedy et al., Rethinking the Inception Architecture for Computer Vision, 2016",
      beyond: underflow, gives: infinite
    ) { z in
      var call = Call.sparse([0, -z], label: 0)
      call.options["label_smoothing"] = .number(Rational(1, 8))
      return call
    },
    naive(
      "naive-dense-cross-entropy-underflows",
      "−Σ y log softmax in Double is ∞ where a class with a target is more than 745.13 behind.",
      clauses: ["CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-1", "ACCURACY-4"], beyond: underflow,
      gives: infinite
    ) {
      Call(
        "categorical_cross_entropy_with_logits",
        ["logits": .matrix([[0, -$0]]), "y": .matrix([[Rational(1, 2), Rational(1, 2)]])])
    },
    naive(
      "naive-list-net-underflows",
      "A list-net loss in Double is ∞ where a score is more than 745.13 behind.",
      clauses: ["LIST-NET-1", "ACCURACY-4"],
      source: "Z. Cao et al., Learning to Rank: From Pairwise Approach to Listwise Approach, 2007",
      beyond: underflow, gives: infinite
    ) { Call("list_net", ["scores": .vector([0, -$0]), "relevance": .vector([0, 0])]) },
    naive(
      "naive-binary-focal-loss-underflows",
      "−(1 − p)²log p in Double is ∞ where the logit is on the wrong side by more than 709.78.",
      clauses: ["BINARY-FOCAL-WITH-LOGITS-1", "ACCURACY-4"],
      source: "T.-Y. Lin et al., Focal Loss for Dense Object Detection, 2017", beyond: overflow,
      gives: infinite
    ) { Call("binary_focal_with_logits", ["logits": .vector([-$0]), "y": .vector([1])]) },
    Law(
      "a-product-of-likelihoods-underflows-and-its-logarithm-does-not",
      """
      The likelihood of n answers that each had 2^−k is 0 in Double where nk > 1074; its \
      logarithm is −nk·log 2.
      """,
      clauses: ["LOG-LIKELIHOOD-1", "LOG-LIKELIHOOD-3"],
      source:
        """
        C. D. Manning, P. Raghavan, H. Schütze, Introduction to Information Retrieval, 2008, \
        §13.2
        """,
      promises: [.certified, .rounded, .computed, .literal],
      // A thousand students of whom each gave his answer the probability 1/2 or 1/4.
      examples: [["n": 1000, "k": 1], ["n": 1000, "k": 2]]
    ) { t in
      let n = try t.draw("n", .int(1...40))
      let k = try t.draw("k", .int(1...60))
      let p = Call.Argument.vector([Rational](repeating: .powerOfTwo(-k), count: n))
      let product = try t.value("likelihood", ["p": p])
      let logarithm = try t.value("log_likelihood", ["p": p])
      try t.isFinite(logarithm, "the log-likelihood")
      guard t.subject.promise == .literal else {
        try t.equal(product, t.exact(.powerOfTwo(-n * k)), "the likelihood", isRelative: true)
        let wanted = t.exact(Rational(-n * k)) * .log(t.exact(2))
        return try t.equal(logarithm, wanted, "the log-likelihood")
      }
      try t.equal(product, n * k > 1074 ? Ball(0) : t.exact(.powerOfTwo(-n * k)), "the product")
    },
  ]
}
