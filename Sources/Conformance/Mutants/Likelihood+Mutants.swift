import CrossEntropy
import Exact

extension Mutant {
  static let likelihood: [Mutant] = [
    .spoiling(
      "likelihood-summed", "The probabilities are added.",
      clauses: ["LIKELIHOOD-1", "LIKELIHOOD-2"],
      functions: ["likelihood"],
      breaks: [
        "likelihood-at-most-its-least-probability", "likelihood-at-most-power-of-the-mean",
        "likelihood-gradient-by-p-differences", "likelihood-is-the-product",
        "likelihood-multiplies-over-samples",
        "likelihood-of-a-coin-is-greatest-at-its-share", "likelihood-of-nothing",
      ]
    ) { call, answer in answer.value = Tensor(call.balls("p").sum) },
    .spoiling(
      "likelihood-of-any", "The likelihood is that of any observation, 1 − Π(1 − p).",
      clauses: ["LIKELIHOOD-1"], functions: ["likelihood"],
      breaks: [
        "likelihood-at-most-its-least-probability", "likelihood-at-most-power-of-the-mean",
        "likelihood-gradient-by-p-differences", "likelihood-gradient-is-product-of-others",
        "likelihood-is-the-product", "likelihood-multiplies-over-samples",
        "likelihood-of-a-coin-is-greatest-at-its-share", "likelihood-of-nothing",
        "shares-are-most-likely",
      ]
    ) { call, answer in
      answer.value = Tensor(Ball(1) - call.balls("p").map { Ball(1) - $0 }.product)
    },
    .spoiling(
      "likelihood-mean", "The likelihood is the mean of the probabilities.",
      clauses: ["LIKELIHOOD-1"], functions: ["likelihood"],
      breaks: [
        "likelihood-at-most-its-least-probability", "likelihood-at-most-power-of-the-mean",
        "likelihood-gradient-by-p-differences", "likelihood-gradient-is-product-of-others",
        "likelihood-is-exp-of-log-likelihood", "likelihood-is-the-product",
        "likelihood-multiplies-over-samples",
        "likelihood-of-a-coin-is-greatest-at-its-share", "likelihood-of-nothing",
        "shares-are-most-likely",
      ]
    ) { call, answer in
      answer.value = Tensor(call.balls("p").sum / Ball(max(call.count("p"), 1)))
    },
    .spoiling(
      "likelihood-per-observation", "The likelihood is the geometric mean, comparable over sizes.",
      clauses: ["LIKELIHOOD-1"], functions: ["likelihood"],
      breaks: [
        "likelihood-at-most-its-least-probability", "likelihood-at-most-power-of-the-mean",
        "likelihood-gradient-by-p-differences", "likelihood-gradient-is-product-of-others",
        "likelihood-is-exp-of-log-likelihood", "likelihood-is-the-product",
        "likelihood-multiplies-over-samples", "perplexity-is-a-geometric-mean",
      ]
    ) { call, answer in
      answer.value = answer.value.map { .exp(.log($0) / Ball(max(call.count("p"), 1))) }
    },
    .spoiling(
      "likelihood-slope-by-division", "The derivative is the likelihood over p, NaN at 0.",
      clauses: ["LIKELIHOOD-3"], functions: ["likelihood"],
      breaks: ["likelihood-gradient-is-product-of-others"]
    ) { call, answer in
      let value = answer.value.elements[0]
      if answer.gradient["p"] != nil {
        answer.gradient["p"] = Tensor(call.balls("p").map { call.weight * (value / $0) })
      }
    },
    .spoiling(
      "log-likelihood-by-product", "The product is formed first, in double precision.",
      clauses: ["LOG-LIKELIHOOD-3"], functions: ["log_likelihood", "negative_log_likelihood"],
      breaks: [
        "likelihood-is-exp-of-log-likelihood", "log-likelihood-gradient-by-base",
        "log-likelihood-gradient-by-p-differences", "log-likelihood-is-sum-of-logs",
        "log-likelihood-outlives-the-product", "log-likelihood-refuses-a-base-not-above-1",
        "negative-log-likelihood-gradient-by-p-differences",
        "negative-log-likelihood-refuses-a-base-not-above-1",
      ]
    ) { call, answer in
      let product = call.balls("p").product
      guard product.isFinite, product.upper < .powerOfTwo(-1074) else { return }
      let isLoss = call.function == "negative_log_likelihood"
      answer.value = Tensor(isLoss ? .infinity : -.infinity)
    },
    .spoiling(
      "log-likelihood-mean", "The mean over the observations stands for the sum.",
      clauses: ["LOG-LIKELIHOOD-1", "NEGATIVE-LOG-LIKELIHOOD-1", "NEGATIVE-LOG-LIKELIHOOD-2"],
      functions: ["log_likelihood", "negative_log_likelihood"],
      breaks: [
        "log-likelihood-gradient-by-base", "log-likelihood-gradient-by-p-differences",
        "log-likelihood-is-sum-of-logs", "log-likelihoods-add-over-samples",
        "maximum-likelihood-is-least-divergence",
        "negative-log-likelihood-gradient-by-base",
        "negative-log-likelihood-gradient-by-p-differences",
        "negative-log-likelihood-is-cross-entropy-of-shares",
        "negative-log-likelihood-is-total-information",
      ]
    ) { call, answer in
      answer.value = answer.value.map { $0 / Ball(max(call.count("p"), 1)) }
    },
    .spoiling(
      "log-likelihood-turned", "The log-likelihood is the negative one.",
      clauses: ["LOG-LIKELIHOOD-1"], functions: ["log_likelihood"],
      breaks: [
        "likelihood-is-exp-of-log-likelihood",
        "likelihood-of-a-coin-is-greatest-at-its-share", "log-likelihood-gradient-by-base",
        "log-likelihood-gradient-by-p-differences", "log-likelihood-is-not-positive",
        "log-likelihood-is-sum-of-logs", "log-likelihood-outlives-the-product",
        "negative-log-likelihood-is-minus-log-likelihood", "shares-are-most-likely",
      ]
    ) { $1.value = $1.value.map { -$0 } },
    .spoiling(
      "negative-log-likelihood-turned", "The negative log-likelihood keeps its sign.",
      clauses: ["NEGATIVE-LOG-LIKELIHOOD-1"], functions: ["negative_log_likelihood"],
      breaks: [
        "log-likelihood-is-not-positive", "log-likelihood-outlives-the-product",
        "maximum-likelihood-is-least-divergence",
        "negative-log-likelihood-gradient-by-base",
        "negative-log-likelihood-gradient-by-p-differences",
        "negative-log-likelihood-is-cross-entropy-of-shares",
        "negative-log-likelihood-is-minus-log-likelihood",
        "negative-log-likelihood-is-total-information", "shares-are-most-likely",
      ]
    ) { $1.value = $1.value.map { -$0 } },
    .asking(
      "log-likelihood-clipped", "Probabilities below e^−100 are raised to it, or nearly.",
      clauses: ["LOG-LIKELIHOOD-2", "NEGATIVE-LOG-LIKELIHOOD-3", "POLICY-7"],
      functions: ["log_likelihood", "negative_log_likelihood"],
      breaks: [
        "log-likelihood-gradient-at-edges", "log-likelihood-gradient-by-p",
        "log-likelihood-is-sum-of-logs", "log-likelihood-outlives-the-product",
        "log-likelihood-refuses-no-probability",
        "negative-log-likelihood-gradient-at-edges",
        "negative-log-likelihood-gradient-by-p",
        "negative-log-likelihood-is-cross-entropy-of-shares",
        "negative-log-likelihood-is-total-information",
        "negative-log-likelihood-refuses-no-probability",
      ]
    ) { $0.change("p") { $0.clipped(from: .powerOfTwo(-144)) } },
    .asking(
      "log-likelihoods-in-bits", "The logarithm is always taken to base 2.",
      clauses: ["LOG-LIKELIHOOD-1", "NEGATIVE-LOG-LIKELIHOOD-1"],
      functions: ["log_likelihood", "negative_log_likelihood"],
      breaks: [
        "log-likelihood-change-of-base", "log-likelihood-gradient-at-edges",
        "log-likelihood-gradient-by-p", "log-likelihood-gradient-by-p-differences",
        "log-likelihood-refuses-a-base-not-above-1",
        "negative-log-likelihood-change-of-base",
        "negative-log-likelihood-gradient-at-edges",
        "negative-log-likelihood-gradient-by-p",
        "negative-log-likelihood-gradient-by-p-differences",
        "negative-log-likelihood-refuses-a-base-not-above-1",
      ]
    ) { $0.options["base"] = 2 },
  ]
}
