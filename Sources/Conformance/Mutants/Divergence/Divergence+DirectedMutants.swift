import CrossEntropy
import Exact

extension Mutant {
  static let crossEntropyOfDistributions: [Mutant] = [
    .spoiling(
      "cross-entropy-of-coins", "Each outcome adds −(1 − p) log(1 − q) as well.",
      clauses: ["CROSS-ENTROPY-1", "CROSS-ENTROPY-2"], functions: ["cross_entropy"],
      breaks: [
        "cross-entropy-adds-over-independent-sources", "cross-entropy-gradient-by-base",
        "cross-entropy-gradient-by-p-differences",
        "cross-entropy-gradient-by-q-differences", "cross-entropy-ignores-the-impossible",
        "cross-entropy-is-least-at-the-truth", "cross-entropy-is-linear-in-p",
        "cross-entropy-of-itself-is-entropy", "cross-entropy-to-uniform-is-log-n",
        "entropy-at-most-mean-word-length",
        "negative-log-likelihood-is-cross-entropy-of-shares",
      ]
    ) { call, answer in
      let terms = zip(call.balls("p"), call.balls("q")).map { p, q in
        weighted(Ball(1) - p, .log(Ball(1) - q)) / call.logarithmOfBase
      }
      answer.value = answer.value.map { $0 - terms.sum }
    },
    .spoiling(
      "cross-entropy-slope-of-softmax", "The derivative by q is q − p, which is that by a logit.",
      clauses: ["CROSS-ENTROPY-5"], functions: ["cross_entropy"],
      breaks: [
        "cross-entropy-gradient-at-edges", "cross-entropy-gradient-by-q",
        "cross-entropy-gradient-by-q-differences",
        "cross-entropy-is-stationary-at-the-truth",
      ]
    ) { call, answer in
      if answer.gradient["q"] != nil {
        answer.gradient["q"] = Tensor(
          zip(call.balls("p"), call.balls("q")).map { call.weight * ($1 - $0) })
      }
    },
    .spoiling(
      "cross-entropy-slope-nan-at-0", "The derivative by q is NaN where p and q are 0.",
      clauses: ["CROSS-ENTROPY-5", "KL-DIVERGENCE-8", "PERPLEXITY-4"],
      functions: ["cross_entropy", "kl_divergence", "perplexity"],
      breaks: [
        "cross-entropy-gradient-at-edges", "cross-entropy-is-stationary-at-the-truth",
        "kl-divergence-gradient-at-edges", "perplexity-gradient-at-edges",
      ]
    ) { call, answer in
      guard let slopes = answer.gradient["q"] else { return }
      let both = zip(call.balls("p"), call.balls("q")).map { $0.isZero && $1.isZero }
      answer.gradient["q"] = Tensor(zip(slopes.elements, both).map { $1 ? .nan : $0 })
    },
  ]

  static let kullbackLeibler: [Mutant] = [
    Mutant(
      "kl-symmetrised", "The divergence is the mean of both directions.",
      clauses: ["KL-DIVERGENCE-1"], functions: ["kl_divergence"],
      breaks: [
        "kl-divergence-at-most-chi-square", "kl-divergence-chain-rule",
        "kl-divergence-compensation", "kl-divergence-falls-under-merging",
        "kl-divergence-from-uniform", "kl-divergence-ignores-the-impossible",
        "kl-divergence-is-infinite-at-the-impossible", "kl-divergence-is-not-symmetric",
      ]
    ) { call, subject in
      var back = call
      (back.arguments["p"], back.arguments["q"]) = (call.arguments["q"], call.arguments["p"])
      var answer = try subject.answer(call)
      let other = try subject.answer(back).value.elements[0]
      answer.value = answer.value.map { ($0 + other) / Ball(2) }
      return answer
    },
    .spoiling(
      "kl-not-negative", "A negative divergence is cut to 0.", clauses: ["KL-DIVERGENCE-1"],
      functions: ["kl_divergence"],
      breaks: [
        "entropy-decomposition", "kl-divergence-gradient-by-base",
        "kl-divergence-gradient-by-p-differences",
        "kl-divergence-gradient-by-q-differences", "kl-divergence-is-mean-log-ratio",
        "kl-divergence-scales", "log-sum-inequality",
      ]
    ) { $1.value = $1.value.map { .larger(Ball(0), $0) } },
    .spoiling(
      "kl-with-masses",
      "Each outcome adds q − p as well, which tells nothing where both sum to one.",
      clauses: ["KL-DIVERGENCE-1", "POLICY-8"], functions: ["kl_divergence"],
      breaks: [
        "entropy-decomposition", "kl-divergence-gradient-by-base",
        "kl-divergence-gradient-by-p-differences",
        "kl-divergence-gradient-by-q-differences", "kl-divergence-ignores-the-impossible",
        "kl-divergence-is-mean-log-ratio", "kl-divergence-scales", "log-sum-inequality",
      ]
    ) { call, answer in
      let masses = (call.balls("q").sum - call.balls("p").sum) / call.logarithmOfBase
      answer.value = answer.value.map { $0 + masses }
    },
    .spoiling(
      "kl-halved", "The divergence is half of what it is.",
      clauses: ["KL-DIVERGENCE-1", "CROSS-ENTROPY-2"],
      functions: ["kl_divergence"],
      breaks: [
        "bretagnolle-huber-inequality", "entropy-decomposition",
        "kl-divergence-at-least-bhattacharyya", "kl-divergence-at-most-chi-square",
        "kl-divergence-from-uniform", "kl-divergence-gradient-by-base",
        "kl-divergence-gradient-by-p-differences",
        "kl-divergence-gradient-by-q-differences", "kl-divergence-is-mean-log-ratio",
        "kl-divergence-scales", "maximum-likelihood-is-least-divergence",
        "pinsker-inequality",
      ]
    ) { $1.value = $1.value.map { $0 / Ball(2) } },
    .spoiling(
      "kl-as-chi-square", "The divergence is χ² = Σ(p − q)²/q, its double near p = q.",
      clauses: ["KL-DIVERGENCE-1", "KL-DIVERGENCE-6"], functions: ["kl_divergence"],
      breaks: [
        "kl-divergence-adds-over-independent-sources", "kl-divergence-at-most-chi-square",
        "kl-divergence-chain-rule", "kl-divergence-change-of-base",
        "kl-divergence-compensation", "kl-divergence-from-uniform",
        "kl-divergence-gradient-by-q-differences", "kl-divergence-ignores-the-impossible",
        "kl-divergence-is-mean-log-ratio", "kl-divergence-refuses-a-base-not-above-1",
        "kl-divergence-scales", "maximum-likelihood-is-least-divergence",
      ]
    ) { call, answer in
      let terms = zip(call.balls("p"), call.balls("q")).map { p, q in
        weighted((p - q) * (p - q), Ball(1) / q)
      }
      answer.value = Tensor(terms.sum)
    },
    .spoiling(
      "kl-slope-without-1", "The derivative by p is log(p/q).", clauses: ["KL-DIVERGENCE-7"],
      functions: ["kl_divergence"],
      breaks: [
        "kl-divergence-gradient-by-p", "kl-divergence-gradient-by-p-differences",
      ]
    ) { call, answer in
      answer.changeGradient("p") { $0 - call.weight / call.logarithmOfBase }
    },
  ]

  static let perplexity: [Mutant] = [
    .spoiling(
      "perplexity-of-2", "2 is raised to the cross-entropy in nats.",
      clauses: ["PERPLEXITY-1", "PERPLEXITY-2"],
      functions: ["perplexity"],
      breaks: [
        "perplexity-between-1-and-n", "perplexity-gradient",
        "perplexity-gradient-by-p-differences", "perplexity-gradient-by-q-differences",
        "perplexity-is-a-geometric-mean", "perplexity-is-exp-of-cross-entropy",
        "perplexity-of-a-certain-outcome", "perplexity-of-equal-chances",
      ]
    ) { call, answer in
      answer.value = answer.value.map { .exp(.log($0) * call.logarithm(of: 2)) }
    },
    .spoiling(
      "perplexity-of-mean", "The cross-entropy is divided by the number of outcomes first.",
      clauses: ["PERPLEXITY-1", "PERPLEXITY-2"], functions: ["perplexity"],
      breaks: [
        "perplexity-between-1-and-n", "perplexity-gradient",
        "perplexity-gradient-by-p-differences", "perplexity-gradient-by-q-differences",
        "perplexity-ignores-the-impossible", "perplexity-is-a-geometric-mean",
        "perplexity-is-exp-of-cross-entropy",
        "perplexity-multiplies-over-independent-sources", "perplexity-of-a-certain-outcome",
        "perplexity-of-equal-chances",
      ]
    ) { call, answer in
      answer.value = answer.value.map { .exp(.log($0) / Ball(max(call.count("p"), 1))) }
    },
    .asking(
      "perplexity-of-entropy", "q is left out: the perplexity is that of p for itself.",
      clauses: ["PERPLEXITY-1"], functions: ["perplexity"],
      breaks: [
        "perplexity-gradient-at-edges", "perplexity-is-exp-of-cross-entropy",
        "perplexity-is-least-at-the-truth", "perplexity-of-a-certain-outcome",
        "perplexity-of-equal-chances", "perplexity-refuses-no-probability",
        "perplexity-refuses-what-does-not-fit",
      ]
    ) { $0.arguments["q"] = $0.arguments["p"] },
    .spoiling(
      "perplexity-of-minus", "The sign is lost: the perplexity is e^Σ p log q.",
      clauses: ["PERPLEXITY-1"], functions: ["perplexity"],
      breaks: [
        "perplexity-between-1-and-n", "perplexity-gradient",
        "perplexity-gradient-by-p-differences", "perplexity-gradient-by-q-differences",
        "perplexity-is-a-geometric-mean", "perplexity-is-exp-of-cross-entropy",
        "perplexity-is-least-at-the-truth", "perplexity-of-a-certain-outcome",
        "perplexity-of-equal-chances",
      ]
    ) { _, answer in answer.value = answer.value.map { Ball(1) / $0 } },
    .spoiling(
      "perplexity-slope-without-value", "The derivatives are those of the cross-entropy.",
      clauses: ["PERPLEXITY-4"], functions: ["perplexity"],
      breaks: [
        "perplexity-gradient", "perplexity-gradient-at-edges",
        "perplexity-gradient-by-p-differences", "perplexity-gradient-by-q-differences",
      ]
    ) { _, answer in
      let value = answer.value.elements[0]
      for name in answer.gradient.keys { answer.changeGradient(name) { $0 / value } }
    },
  ]
}
