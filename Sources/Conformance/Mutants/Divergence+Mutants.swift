import CrossEntropy
import Exact

extension Mutant {
  static let divergence: [Mutant] =
    ofBoth + crossEntropyOfDistributions + kullbackLeibler + jensenShannon + perplexity

  private static let functionsOfBoth = [
    "cross_entropy", "kl_divergence", "js_divergence", "perplexity",
  ]

  /// Mistakes of every function of p and q.
  private static let ofBoth: [Mutant] = [
    .asking(
      "divergences-normalise", "p and q are divided by their sums first.", clauses: ["POLICY-8"],
      functions: functionsOfBoth,
      breaks: [
        "cross-entropy-gradient-by-p-differences", "cross-entropy-ignores-the-impossible",
        "cross-entropy-is-linear-in-p", "cross-entropy-refuses-no-probability",
        "cross-entropy-refuses-what-does-not-fit", "js-divergence-is-homogeneous",
        "js-divergence-refuses-no-probability", "js-divergence-refuses-what-does-not-fit",
        "js-divergence-sums-over-parts", "kl-divergence-refuses-no-probability",
        "kl-divergence-refuses-what-does-not-fit", "perplexity-ignores-the-impossible",
        "perplexity-refuses-no-probability", "perplexity-refuses-what-does-not-fit",
      ]
    ) { call in for name in ["p", "q"] { call.normalise(name) } },
    .spoiling(
      "divergences-nan-at-0", "0·log 0 is NaN.",
      clauses: ["CROSS-ENTROPY-3", "KL-DIVERGENCE-4", "JS-DIVERGENCE-4"],
      functions: functionsOfBoth,
      breaks: [
        "cross-entropy-is-convex-in-q", "cross-entropy-is-infinite-at-the-impossible",
        "cross-entropy-is-linear-in-p", "gibbs-inequality",
        "js-divergence-falls-under-merging", "js-divergence-ignores-the-impossible",
        "js-divergence-is-convex", "js-divergence-roots-obey-the-triangle-inequality",
        "kl-divergence-falls-through-a-channel", "kl-divergence-is-convex",
        "kl-divergence-of-itself-is-0", "perplexity-between-1-and-n",
        "perplexity-ignores-the-impossible",
        "perplexity-multiplies-over-independent-sources",
      ]
    ) { call, answer in
      let isHidden = zip(call.balls("p"), call.balls("q")).contains { $0.isZero && $1.isZero }
      if isHidden { answer.value = Tensor(.nan) }
    },
    .spoiling(
      "divergences-mean", "The mean over the outcomes stands for the sum.",
      clauses: ["CROSS-ENTROPY-1", "KL-DIVERGENCE-1"],
      functions: ["cross_entropy", "kl_divergence", "js_divergence"],
      breaks: [
        "bretagnolle-huber-inequality", "cross-entropy-adds-over-independent-sources",
        "cross-entropy-gradient-by-p-differences",
        "cross-entropy-gradient-by-q-differences", "cross-entropy-ignores-the-impossible",
        "cross-entropy-to-uniform-is-log-n", "js-divergence-ignores-the-impossible",
        "js-divergence-sums-over-parts", "kl-divergence-adds-over-independent-sources",
        "kl-divergence-at-least-bhattacharyya", "kl-divergence-chain-rule",
        "kl-divergence-ignores-the-impossible", "pinsker-inequality",
      ]
    ) { call, answer in
      answer.value = answer.value.map { $0 / Ball(max(call.count("p"), 1)) }
    },
    .asking(
      "divergences-clipped", "q is raised to 10^−7, so that nothing is infinite.",
      clauses: ["CROSS-ENTROPY-4", "KL-DIVERGENCE-5", "PERPLEXITY-3", "POLICY-7"],
      functions: ["cross_entropy", "kl_divergence", "perplexity"],
      breaks: [
        "cross-entropy-adds-over-independent-sources", "cross-entropy-is-convex-in-q",
        "cross-entropy-is-infinite-at-the-impossible",
        "cross-entropy-refuses-no-probability", "gibbs-inequality",
        "kl-divergence-adds-over-independent-sources", "kl-divergence-compensation",
        "kl-divergence-falls-under-merging", "kl-divergence-is-convex",
        "kl-divergence-is-infinite-at-the-impossible", "kl-divergence-of-itself-is-0",
        "kl-divergence-refuses-no-probability",
        "perplexity-multiplies-over-independent-sources",
      ]
    ) { $0.change("q") { $0.clipped(from: Rational(1, 10_000_000)) } },
    .asking(
      "divergences-skip-the-impossible", "Outcomes with q = 0 are left out.",
      clauses: ["CROSS-ENTROPY-4", "KL-DIVERGENCE-5", "PERPLEXITY-3"],
      functions: ["cross_entropy", "kl_divergence", "perplexity"],
      breaks: [
        "bretagnolle-huber-inequality", "cross-entropy-adds-over-independent-sources",
        "cross-entropy-is-convex-in-q", "cross-entropy-is-infinite-at-the-impossible",
        "cross-entropy-refuses-no-probability", "cross-entropy-refuses-what-does-not-fit",
        "gibbs-inequality", "js-divergence-at-most-a-quarter-of-both-divergences",
        "kl-divergence-adds-over-independent-sources",
        "kl-divergence-at-least-bhattacharyya", "kl-divergence-chain-rule",
        "kl-divergence-compensation", "kl-divergence-falls-through-a-channel",
        "kl-divergence-falls-under-merging", "kl-divergence-gradient-at-edges",
        "kl-divergence-is-convex", "kl-divergence-is-infinite-at-the-impossible",
        "kl-divergence-refuses-no-probability", "kl-divergence-refuses-what-does-not-fit",
        "perplexity-is-least-at-the-truth",
        "perplexity-multiplies-over-independent-sources",
        "perplexity-refuses-no-probability", "perplexity-refuses-what-does-not-fit",
        "pinsker-inequality",
      ]
    ) { call in
      let kept = zip(call.numbers("p"), call.numbers("q")).map { p, q in
        q == .finite(.zero) && !p.isNaN ? .finite(.zero) : p
      }
      call.arguments["p"] = .vector(kept)
    },
    .asking(
      "divergences-swapped", "p and q are taken for each other.",
      clauses: ["CROSS-ENTROPY-1", "KL-DIVERGENCE-1", "PERPLEXITY-1"],
      functions: ["cross_entropy", "kl_divergence", "perplexity"],
      breaks: [
        "cross-entropy-gradient-by-p-differences", "cross-entropy-ignores-the-impossible",
        "cross-entropy-is-convex-in-q", "cross-entropy-is-infinite-at-the-impossible",
        "cross-entropy-is-linear-in-p", "kl-divergence-falls-under-merging",
        "kl-divergence-is-infinite-at-the-impossible", "kl-divergence-is-not-symmetric",
        "perplexity-ignores-the-impossible", "perplexity-is-least-at-the-truth",
      ]
    ) { call in
      (call.arguments["p"], call.arguments["q"]) = (call.arguments["q"], call.arguments["p"])
    },
    .asking(
      "divergences-in-bits", "The logarithm is always taken to base 2.",
      clauses: ["CROSS-ENTROPY-1", "KL-DIVERGENCE-1", "JS-DIVERGENCE-1"],
      functions: ["cross_entropy", "kl_divergence", "js_divergence"],
      breaks: [
        "cross-entropy-change-of-base", "cross-entropy-gradient-by-p",
        "cross-entropy-gradient-by-q-differences",
        "cross-entropy-is-stationary-at-the-truth",
        "cross-entropy-refuses-a-base-not-above-1", "cross-entropy-to-uniform-is-log-n",
        "js-divergence-change-of-base", "js-divergence-refuses-a-base-not-above-1",
        "kl-divergence-change-of-base", "kl-divergence-gradient-by-q",
        "kl-divergence-refuses-a-base-not-above-1",
      ]
    ) { $0.options["base"] = 2 },
    .asking(
      "divergences-in-bans", "The logarithm is always taken to base 10.",
      clauses: ["CROSS-ENTROPY-1", "KL-DIVERGENCE-1", "JS-DIVERGENCE-1"],
      functions: ["cross_entropy", "kl_divergence", "js_divergence"],
      breaks: [
        "bretagnolle-huber-inequality", "cross-entropy-change-of-base",
        "cross-entropy-gradient-by-base", "cross-entropy-gradient-by-p",
        "cross-entropy-gradient-by-q", "cross-entropy-is-stationary-at-the-truth",
        "cross-entropy-refuses-a-base-not-above-1", "cross-entropy-to-uniform-is-log-n",
        "js-divergence-change-of-base", "js-divergence-refuses-a-base-not-above-1",
        "kl-divergence-at-least-bhattacharyya", "kl-divergence-at-most-chi-square",
        "kl-divergence-change-of-base", "kl-divergence-gradient-by-p",
        "kl-divergence-gradient-by-q", "kl-divergence-refuses-a-base-not-above-1",
        "pinsker-inequality",
      ]
    ) { $0.options["base"] = 10 },
  ]

  private static let crossEntropyOfDistributions: [Mutant] = [
    .spoiling(
      "cross-entropy-of-coins", "Each outcome adds −(1 − p) log(1 − q) as well.",
      clauses: ["CROSS-ENTROPY-1"], functions: ["cross_entropy"],
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

  private static let kullbackLeibler: [Mutant] = [
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
      "kl-halved", "The divergence is half of what it is.", clauses: ["KL-DIVERGENCE-1"],
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
      clauses: ["KL-DIVERGENCE-1"], functions: ["kl_divergence"],
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

  private static let jensenShannon: [Mutant] = [
    .spoiling(
      "js-root", "The square root is taken, which is the distance.", clauses: ["JS-DIVERGENCE-1"],
      functions: ["js_divergence"],
      breaks: [
        "js-divergence-at-most-a-quarter-of-both-divergences",
        "js-divergence-between-0-and-log-2", "js-divergence-between-bounds-by-distance",
        "js-divergence-change-of-base", "js-divergence-is-convex",
        "js-divergence-is-homogeneous", "js-divergence-sums-over-parts",
      ]
    ) { call, answer in
      answer.value = answer.value.map { $0.sign == 1 ? .squareRoot($0) : $0 }
    },
    .spoiling(
      "js-doubled", "Both divergences from the middle are added, not averaged.",
      clauses: ["JS-DIVERGENCE-1"], functions: ["js_divergence"],
      breaks: [
        "js-divergence-between-0-and-log-2", "js-divergence-between-bounds-by-distance",
        "js-divergence-gradient-by-base", "js-divergence-gradient-by-p-differences",
        "js-divergence-gradient-by-q-differences",
        "js-divergence-is-excess-entropy-of-the-middle",
        "js-divergence-is-mean-divergence-from-the-middle",
        "js-divergence-is-mutual-information", "js-divergence-of-masses-between-its-bounds",
      ]
    ) { $1.value = $1.value.map { Ball(2) * $0 } },
    .spoiling(
      "js-middle-not-halved", "The middle is p + q.", clauses: ["JS-DIVERGENCE-1"],
      functions: ["js_divergence"],
      breaks: [
        "js-divergence-at-most-a-quarter-of-both-divergences",
        "js-divergence-between-0-and-log-2", "js-divergence-between-bounds-by-distance",
        "js-divergence-gradient-by-base", "js-divergence-is-excess-entropy-of-the-middle",
        "js-divergence-is-mean-divergence-from-the-middle",
        "js-divergence-is-mutual-information", "js-divergence-of-masses-between-its-bounds",
        "js-divergence-roots-obey-the-triangle-inequality",
      ]
    ) { call, answer in
      let sum = (call.balls("p") + call.balls("q")).sum
      let shift = sum * call.logarithm(of: 2) / (Ball(2) * call.logarithmOfBase)
      answer.value = answer.value.map { $0 - shift }
    },
    .spoiling(
      "js-one-sided", "The divergence is that of p from the middle alone.",
      clauses: ["JS-DIVERGENCE-1", "JS-DIVERGENCE-2"], functions: ["js_divergence"],
      breaks: [
        "js-divergence-gradient-by-base", "js-divergence-gradient-by-p-differences",
        "js-divergence-gradient-by-q-differences",
        "js-divergence-is-excess-entropy-of-the-middle",
        "js-divergence-is-mean-divergence-from-the-middle",
        "js-divergence-is-mutual-information", "js-divergence-is-symmetric",
        "js-divergence-of-masses-between-its-bounds",
      ]
    ) { call, answer in
      let terms = zip(call.balls("p"), call.balls("q")).map { p, q in
        weighted(p, .log(p)) - weighted(p, .log((p + q) / Ball(2)))
      }
      answer.value = Tensor(terms.sum / call.logarithmOfBase)
    },
    Mutant(
      "js-of-both-directions", "The divergence is the mean of KL(p‖q) and KL(q‖p).",
      clauses: ["JS-DIVERGENCE-1", "JS-DIVERGENCE-4"], functions: ["js_divergence"],
      breaks: [
        "js-divergence-at-most-a-quarter-of-both-divergences",
        "js-divergence-between-0-and-log-2", "js-divergence-between-bounds-by-distance",
        "js-divergence-falls-under-merging",
        "js-divergence-is-mean-divergence-from-the-middle",
        "js-divergence-is-mutual-information", "js-divergence-of-masses-between-its-bounds",
        "js-divergence-roots-obey-the-triangle-inequality",
      ]
    ) { call, subject in
      var answer = try subject.answer(call)
      let (p, q) = (call.balls("p"), call.balls("q"))
      let both = Divergence.kullbackLeibler(p, q) + Divergence.kullbackLeibler(q, p)
      answer.value = Tensor(both / (Ball(2) * call.logarithmOfBase))
      return answer
    },
    .spoiling(
      "js-slope-by-other", "The derivative is ½ log(p/q): the middle is left out.",
      clauses: ["JS-DIVERGENCE-5"], functions: ["js_divergence"],
      breaks: [
        "js-divergence-gradient-at-edges", "js-divergence-gradient-by-p",
        "js-divergence-gradient-by-p-differences", "js-divergence-gradient-by-q",
        "js-divergence-gradient-by-q-differences",
      ]
    ) { call, answer in
      let (p, q) = (call.balls("p"), call.balls("q"))
      for (name, own, other) in [("p", p, q), ("q", q, p)] where answer.gradient[name] != nil {
        answer.gradient[name] = Tensor(
          zip(own, other).map {
            weighted(call.weight, .log($0 / $1) / (Ball(2) * call.logarithmOfBase))
          })
      }
    },
    .spoiling(
      "js-slope-with-1", "The derivative has a 1 that the middle's cancels.",
      clauses: ["JS-DIVERGENCE-5"], functions: ["js_divergence"],
      breaks: [
        "js-divergence-gradient-at-edges", "js-divergence-gradient-by-p",
        "js-divergence-gradient-by-p-differences", "js-divergence-gradient-by-q",
        "js-divergence-gradient-by-q-differences",
        "js-divergence-is-stationary-at-equality",
      ]
    ) { call, answer in
      for name in answer.gradient.keys where name != "base" {
        answer.changeGradient(name) { $0 + call.weight / (Ball(2) * call.logarithmOfBase) }
      }
    },
  ]

  private static let perplexity: [Mutant] = [
    .spoiling(
      "perplexity-of-2", "2 is raised to the cross-entropy in nats.", clauses: ["PERPLEXITY-1"],
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
      clauses: ["PERPLEXITY-1"], functions: ["perplexity"],
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
