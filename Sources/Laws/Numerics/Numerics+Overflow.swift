import CrossEntropy
import Exact
import Property

/// e^710 is no double.
extension Law {
  private static let infinite = Extended.infinity(isNegative: false)

  static let naiveOverflow: [Law] = [
    naive(
      "naive-softplus-overflows",
      "log(1 + e^z) in Double is ∞ exactly where z > 709.78, while the truth is about z.",
      clauses: ["SOFTPLUS-3", "ACCURACY-5"], source: machler, beyond: overflow, gives: infinite
    ) { .scalar("softplus", $0) },
    naive(
      "naive-log-sum-exp-overflows",
      "log(e^z + e^0) in Double is ∞ exactly where z > 709.78.",
      clauses: ["LOG-SUM-EXP-4", "ACCURACY-5"], beyond: overflow, gives: infinite
    ) { .row("log_sum_exp", [$0, 0]) },
    naive(
      "naive-log-sum-exp-does-not-even-return-one-element",
      "log e^z in Double is ∞ where z > 709.78.", clauses: ["LOG-SUM-EXP-1", "ACCURACY-5"],
      beyond: overflow, gives: infinite
    ) { .row("log_sum_exp", [$0]) },
    naive(
      "naive-softmax-overflows",
      "e^z/Σ in Double is ∞/∞, NaN, exactly where z > 709.78, while the truth is about 1.",
      clauses: ["SOFTMAX-3", "ACCURACY-3"], beyond: overflow, gives: .nan
    ) { .row("softmax", [$0, 0]) },
    naive(
      "naive-log-softmax-overflows",
      "log(e^z/Σ) in Double is NaN exactly where z > 709.78.",
      clauses: ["LOG-SOFTMAX-3", "ACCURACY-3"], beyond: overflow, gives: .nan
    ) { .row("log_softmax", [$0, 0]) },
    naive(
      "naive-log-sum-exp-has-no-gradient",
      "Where z > 709.78 the gradient of LSE in Double is NaN, while the truth is about 1.",
      clauses: ["LOG-SUM-EXP-7", "ACCURACY-3"], beyond: overflow, gives: .nan
    ) { Call("log_sum_exp", ["x": .vector([$0, 0])], gradient: ["x"]) },
    naive(
      "naive-logistic-loss-overflows",
      "log(1 + e^−ys) in Double is ∞ where −ys > 709.78: a loss that should pull is none.",
      clauses: ["LOGISTIC-LOSS-3", "ACCURACY-5"], source: machler, beyond: overflow,
      gives: infinite
    ) { Call("logistic_loss", ["scores": .vector([-$0]), "y": .vector([1])]) },
    naive(
      "naive-binary-cross-entropy-overflows",
      """
      A logit on the wrong side by more than 709.78 costs ∞ in Double, not what it should, the \
      logit.
      """,
      clauses: ["BINARY-CROSS-ENTROPY-WITH-LOGITS-1", "ACCURACY-5"], source: machler,
      beyond: overflow, gives: infinite
    ) { .binary($0, 0) },
    naive(
      "naive-noise-contrastive-estimation-overflows",
      "A noise sample scored above 709.78 makes the loss ∞ in Double.",
      clauses: ["NCE-1", "ACCURACY-5"],
      source: "M. Gutmann, A. Hyvärinen, Noise-contrastive estimation, 2010", beyond: overflow,
      gives: infinite
    ) { z in
      Call(
        "nce",
        [
          "score_data": .vector([0]), "score_noise": .matrix([[z]]), "log_noise_data": .vector([0]),
          "log_noise_noise": .matrix([[0]]),
        ])
    },
    naive(
      "naive-sparse-cross-entropy-overflows",
      """
      −log softmax in Double is NaN where the label's own logit is above 709.78: a perfect \
      answer.
      """,
      clauses: ["SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-1", "ACCURACY-3"],
      beyond: overflow, gives: .nan
    ) { .sparse([$0, 0], label: 0) },
    naive(
      "naive-sparse-cross-entropy-overflows-beside-the-label",
      """
      −log softmax in Double is ∞ where another logit is above 709.78, while the truth is about \
      it.
      """,
      clauses: ["SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-1", "ACCURACY-4"],
      beyond: overflow, gives: infinite
    ) { .sparse([$0, 0], label: 1) },
    naive(
      "naive-cross-entropy-gradient-is-nan",
      """
      Where a logit is above 709.78 the gradient of the cross-entropy in Double is NaN: training \
      dies.
      """,
      clauses: ["SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-7", "ACCURACY-3"],
      beyond: overflow, gives: .nan
    ) { .sparse([$0, 0], label: 1, gradient: ["logits"]) },
    naive(
      "naive-focal-loss-overflows",
      "A focal loss of softmaxes in Double is NaN where the label's logit is above 709.78.",
      clauses: ["FOCAL-WITH-LOGITS-5", "ACCURACY-3"],
      source: "T.-Y. Lin et al., Focal Loss for Dense Object Detection, 2017", beyond: overflow,
      gives: .nan
    ) { Call("focal_with_logits", ["logits": .matrix([[$0, 0]]), "labels": .labels([0])]) },
    naive(
      "naive-list-net-overflows",
      "A list-net loss in Double is NaN where a score is above 709.78.",
      clauses: ["LIST-NET-1", "ACCURACY-3"],
      source: "Z. Cao et al., Learning to Rank: From Pairwise Approach to Listwise Approach, 2007",
      beyond: overflow, gives: .nan
    ) { Call("list_net", ["scores": .vector([$0, 0]), "relevance": .vector([1, 0])]) },
    Law(
      "naive-sum-overflows-though-no-term-does",
      """
      For 709.1 ≤ z ≤ 709.78 e^z is finite and e^z + e^z is not: LSE(z, z) is ∞, softmax(z, z) \
      is (0, 0).
      """,
      clauses: ["LOG-SUM-EXP-4", "SOFTMAX-3"], source: blanchard, promises: [.literal]
    ) { t in
      let z = try t.draw("z", .number(709.1...overflow, simplest: 709.5))
      let value = try t.value("log_sum_exp", ["x": .vector([z, z])])
      try t.equal(value, t.exact(.infinity(isNegative: false)), "LSE(z, z)")
      try t.equal(try t.softmax([z, z]), [Ball(0), Ball(0)], "softmax(z, z)")
    },
    Law(
      "naive-cold-softmax-is-nan",
      "softmax(1, 0) at the temperature 2^−k in Double is NaN exactly where 2^k > 709.78, k ≥ 10.",
      clauses: ["SOFTMAX-8", "ACCURACY-3"],
      source:
        "S. Kirkpatrick, C. D. Gelatt, M. P. Vecchi, Optimization by Simulated Annealing, 1983",
      promises: [.literal]
    ) { t in
      let k = try t.draw("k", .int(0...20))
      let p = try t.softmax([1, 0], temperature: .powerOfTwo(-k))
      if k >= 10 { try t.isNaN(p[0], "softmax") } else { try t.isFinite(p[0], "softmax") }
    },
    Law(
      "naive-entropy-of-a-normal-distribution-overflows",
      "½log(2πeσ²) in Double is ∞ from σ = 2^511 on and −∞ from 2^−539 down, for want of σ².",
      clauses: ["DIFFERENTIAL-ENTROPY-1", "ACCURACY-5"], source: higham + ", §27.8",
      promises: [.literal]
    ) { t in
      let k = try t.draw("log2 sigma", .int(-600...600))
      let value = try t.value(
        "differential_entropy", [:],
        ["distribution": "normal", "sigma": .number(.powerOfTwo(k))])
      if k >= 511 || k <= -539 {
        try t.equal(value, t.exact(.infinity(isNegative: k < 0)), "the entropy")
      } else {
        try t.isFinite(value, "the entropy")
      }
    },
    Law(
      "naive-mean-overflows-though-no-error-does",
      "The mean of 2^m errors of 2^k in Double is ∞ exactly where k + m ≥ 1024; the truth is 2^k.",
      clauses: ["REDUCTION-3", "ACCURACY-5"], source: higham + ", §4.2", promises: [.literal]
    ) { t in
      let m = try t.draw("m", .int(0...3))
      let k = try t.draw("k", .int(1000...1023))
      let errors = [Rational](repeating: .powerOfTwo(k), count: 1 << m)
      let value = try t.value(
        "mean_absolute_error",
        ["prediction": .vector(errors), "target": .vector(errors.map { _ in 0 })])
      let mean: Extended =
        k + m >= 1024 ? .infinity(isNegative: false) : .finite(.powerOfTwo(k))
      try t.equal(value, t.exact(mean), "the mean")
    },
    Law(
      "naive-penalty-overflows-before-its-strength",
      """
      2^−1000·w² for w = 2^k in Double is ∞ exactly where k ≥ 512, while the truth is 2^(2k − \
      1000).
      """,
      clauses: ["L2-PENALTY-1", "ACCURACY-5"], source: higham + ", §27.8", promises: [.literal]
    ) { t in
      let k = try t.draw("k", .int(0...1000))
      let value = try t.value(
        "l2_penalty", ["w": .vector([.powerOfTwo(k)])], ["strength": .number(.powerOfTwo(-1000))])
      let wanted: Extended =
        k >= 512 ? .infinity(isNegative: false) : .finite(.powerOfTwo(2 * k - 1000))
      try t.equal(value, t.exact(wanted), "the penalty")
    },
  ]
}
