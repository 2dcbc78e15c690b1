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
      clauses: ["CROSS-ENTROPY-1", "KL-DIVERGENCE-1", "KL-DIVERGENCE-6"],
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
      clauses: [
        "CROSS-ENTROPY-4", "KL-DIVERGENCE-5", "PERPLEXITY-3", "POLICY-7", "KL-DIVERGENCE-2",
      ],
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
      clauses: ["CROSS-ENTROPY-4", "KL-DIVERGENCE-5", "PERPLEXITY-3", "KL-DIVERGENCE-3"],
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
}
