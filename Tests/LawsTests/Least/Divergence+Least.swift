extension Least {
  static let divergence: [Least] = [
    Least("bretagnolle-huber-inequality", of: "kl-halved", "p = [1, 0], q = [0.25, 0.75]"),
    Least(
      "cross-entropy-adds-over-independent-sources", of: "cross-entropy-of-coins",
      "p = [1, 0], q = [0.5, 0.5], r = [0.5, 0.5], s = [0.5, 0.5]"),
    Least(
      "cross-entropy-gradient-by-p", of: "slopes-in-nats",
      "p = [0.5], q = [0.5], b = 2, cotangent = 1"),
    Least(
      "cross-entropy-gradient-by-p-differences", of: "cross-entropy-of-coins",
      "p = [0.5], q = [0.5], place = 0, bits = 8"),
    Least(
      "cross-entropy-gradient-by-q", of: "slopes-in-nats",
      "p = [0.5], q = [0.5], b = 2, cotangent = 1"),
    Least(
      "cross-entropy-gradient-by-q-differences", of: "cross-entropy-slope-of-softmax",
      "p = [0.5], q = [0.5], place = 0, bits = 8"),
    Least(
      "cross-entropy-ignores-the-impossible", of: "cross-entropy-of-coins",
      "p = [0], q = [0], place = 0, believed = 1"),
    Least(
      "cross-entropy-is-convex-in-q", of: "divergences-skip-the-impossible",
      "p = [1, 0], q = [1, 0], r = [0, 1], share = 0.5"),
    Least(
      "cross-entropy-is-infinite-at-the-impossible", of: "divergences-skip-the-impossible",
      "p = [1, 0], q = [0, 1]"),
    Least(
      "cross-entropy-is-least-at-the-truth", of: "cross-entropy-of-coins",
      "p = [0.75, 0.25], q = [0.75, 0.25]"),
    Least(
      "cross-entropy-is-linear-in-p", of: "cross-entropy-of-coins",
      "p = [1], r = [1], q = [1], share = 0.5"),
    Least(
      "cross-entropy-is-mean-information-under-q", of: "information-content-of-odds",
      "p = [1], q = [1], b = 2"),
    Least(
      "cross-entropy-is-stationary-at-the-truth", of: "cross-entropy-slope-nan-at-0", "p = [1, 0]"),
    Least(
      "cross-entropy-of-a-certain-outcome", of: "information-content-of-odds", "q = [1], place = 0"),
    Least("cross-entropy-of-itself-is-entropy", of: "entropy-normalises", "p = [0.5]"),
    Least("cross-entropy-to-uniform-is-log-n", of: "cross-entropy-of-coins", "p = [1, 0]"),
    Least("entropy-decomposition", of: "kl-not-negative", "p = [0.5], q = [1]"),
    Least("gibbs-inequality", of: "divergences-skip-the-impossible", "p = [1, 0], q = [0, 1]"),
    Least(
      "js-divergence-at-most-a-quarter-of-both-divergences", of: "js-middle-not-halved",
      "p = [1], q = [1]"),
    Least("js-divergence-between-0-and-log-2", of: "js-doubled", "p = [1, 0], q = [0.25, 0.75]"),
    Least(
      "js-divergence-between-bounds-by-distance", of: "js-doubled", "p = [1, 0], q = [0.75, 0.25]"),
    Least("js-divergence-change-of-base", of: "js-root", "p = [0], q = [1], b = 2"),
    Least(
      "js-divergence-falls-under-merging", of: "divergences-nan-at-0",
      "p = [0.5, 0.5], q = [0.5, 0.5], groups = [0, 0]"),
    Least(
      "js-divergence-gradient-by-base", of: "base-slope-without-base", "p = [0], q = [1], b = none"),
    Least(
      "js-divergence-gradient-by-p", of: "js-slope-with-1",
      "p = [0.5], q = [0.5], b = 2, cotangent = 1"),
    Least(
      "js-divergence-gradient-by-p-differences", of: "js-slope-by-other",
      "p = [0.5], q = [0.25], place = 0, bits = 8"),
    Least(
      "js-divergence-gradient-by-q", of: "js-slope-by-other",
      "p = [0.5], q = [0.25], b = 2, cotangent = 1"),
    Least(
      "js-divergence-gradient-by-q-differences", of: "js-slope-by-other",
      "p = [0.5], q = [0.25], place = 0, bits = 8"),
    Least(
      "js-divergence-ignores-order", of: "last-forgotten", "p = [0, 0], q = [0, 1], order = [1, 0]"),
    Least(
      "js-divergence-ignores-the-impossible", of: "divergences-mean", "p = [0], q = [1], place = 0"),
    Least(
      "js-divergence-is-convex", of: "js-root",
      "p = [1, 0], q = [1, 0], r = [1, 0], s = [0.5, 0.5], share = 0.5"),
    Least(
      "js-divergence-is-excess-entropy-of-the-middle", of: "js-one-sided", "p = [0], q = [1], b = 2"
    ),
    Least("js-divergence-is-homogeneous", of: "js-root", "p = [1, 0], q = [0.5, 0.5], c = 0.5"),
    Least(
      "js-divergence-is-mean-divergence-from-the-middle", of: "js-one-sided",
      "p = [0.5, 0.5], q = [1, 0]"),
    Least("js-divergence-is-mutual-information", of: "js-one-sided", "p = [0.5, 0.5], q = [1, 0]"),
    Least("js-divergence-is-stationary-at-equality", of: "js-slope-with-1", "p = [0.5]"),
    Least("js-divergence-is-symmetric", of: "js-one-sided", "p = [0], q = [1]"),
    Least("js-divergence-of-masses-between-its-bounds", of: "js-one-sided", "p = [1], q = [0]"),
    Least(
      "js-divergence-roots-obey-the-triangle-inequality", of: "js-middle-not-halved",
      "p = [1, 0], q = [0, 1], r = [0.5, 0.5]"),
    Least("js-divergence-sums-over-parts", of: "js-root", "p = [0], q = [1], r = [0], s = [1]"),
    Least(
      "kl-divergence-adds-over-independent-sources", of: "kl-as-chi-square",
      "p = [1, 0], q = [0.5, 0.5], r = [1, 0], s = [0.5, 0.5]"),
    Least("kl-divergence-at-least-bhattacharyya", of: "kl-halved", "p = [1, 0], q = [0.75, 0.25]"),
    Least("kl-divergence-at-most-chi-square", of: "kl-halved", "p = [1, 0], q = [0.75, 0.25]"),
    Least("kl-divergence-change-of-base", of: "kl-as-chi-square", "p = [0], q = [1], b = 2"),
    Least(
      "kl-divergence-compensation", of: "kl-as-chi-square",
      "p = [0.5, 0.5], r = [1, 0], q = [0.5, 0.5], share = 0.5"),
    Least(
      "kl-divergence-falls-under-merging", of: "divergences-skip-the-impossible",
      "p = [0.5, 0.5], q = [1, 0], groups = [0, 0]"),
    Least("kl-divergence-from-uniform", of: "kl-halved", "p = [1, 0]"),
    Least("kl-divergence-gradient-by-base", of: "kl-not-negative", "p = [0.5], q = [1], b = none"),
    Least(
      "kl-divergence-gradient-by-p", of: "kl-slope-without-1",
      "p = [0.5], q = [0.5], b = 2, cotangent = 1"),
    Least(
      "kl-divergence-gradient-by-p-differences", of: "kl-slope-without-1",
      "p = [0.5], q = [0.5], place = 0, bits = 8"),
    Least(
      "kl-divergence-gradient-by-q", of: "cotangent-ignored",
      "p = [0.5], q = [0.5], b = 2, cotangent = 0"),
    Least(
      "kl-divergence-gradient-by-q-differences", of: "kl-not-negative",
      "p = [0.5], q = [0.5], place = 0, bits = 8"),
    Least(
      "kl-divergence-ignores-the-impossible", of: "kl-with-masses",
      "p = [0], q = [0], place = 0, believed = 1"),
    Least(
      "kl-divergence-is-convex", of: "divergences-skip-the-impossible",
      "p = [1, 0], q = [0, 1], r = [1, 0], s = [0.5, 0.5], share = 0.5"),
    Least(
      "kl-divergence-is-infinite-at-the-impossible", of: "kl-symmetrised",
      "p = [1, 0], q = [0.75, 0.25]"),
    Least(
      "kl-divergence-is-not-symmetric", of: "kl-symmetrised", "p = [0.75, 0.25], q = [0.5, 0.5]"),
    Least("kl-divergence-of-itself-is-0", of: "divergences-nan-at-0", "p = [0]"),
    Least("kl-divergence-scales", of: "kl-not-negative", "p = [1], q = [1], c = 0.5"),
    Least("log-sum-inequality", of: "kl-not-negative", "p = [0.5], q = [1]"),
    Least("perplexity-between-1-and-n", of: "perplexity-of-2", "p = [0.5, 0.5]"),
    Least(
      "perplexity-gradient", of: "perplexity-slope-without-value",
      "p = [0.5], q = [0.5], cotangent = 1"),
    Least(
      "perplexity-gradient-by-p-differences", of: "perplexity-slope-without-value",
      "p = [0.5], q = [0.5], place = 0, bits = 8"),
    Least(
      "perplexity-gradient-by-q-differences", of: "perplexity-slope-without-value",
      "p = [0.5], q = [0.5], place = 0, bits = 8"),
    Least(
      "perplexity-ignores-order", of: "last-forgotten", "p = [0, 1], q = [0, 0], order = [1, 0]"),
    Least(
      "perplexity-ignores-the-impossible", of: "perplexity-of-mean",
      "p = [1], q = [0.5], place = 0, believed = 0"),
    Least("perplexity-gradient-where-it-is-infinite", of: "slopes-finite", "p = 0, q = 0"),
    Least(
      "perplexity-is-a-geometric-mean", of: "likelihood-per-observation",
      "q = [0.5, 0.5], sample = [0, 0]"),
    Least("perplexity-is-exp-of-cross-entropy", of: "perplexity-of-2", "p = [1], q = [0.5]"),
    Least(
      "perplexity-is-least-at-the-truth", of: "perplexity-of-minus", "p = [1, 0], q = [0.75, 0.25]"),
    Least(
      "perplexity-multiplies-over-independent-sources", of: "perplexity-of-mean",
      "p = [1, 0], q = [0.5, 0.5], r = [0.5, 0.5], s = [0.5, 0.5]"),
    Least("perplexity-of-a-certain-outcome", of: "perplexity-of-2", "q = [0.25], place = 0"),
    Least("perplexity-of-equal-chances", of: "perplexity-of-2", "p = [1, 0]"),
    Least("pinsker-inequality", of: "kl-halved", "p = [1, 0], q = [0.5, 0.5]"),
  ]
}
