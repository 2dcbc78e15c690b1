extension Least {
  static let ranking: [Least] = [
    Least(
      "pairwise-hinge-definition", of: "pairwise-hinge-by-difference",
      "scores = [0, 0], relevance = [0, 2], margin = 1"),
    Least(
      "pairwise-hinge-reductions", of: "pairwise-hinge-mean-of-none-zero",
      "scores = [], relevance = [], margin = 0"),
    Least(
      "pairwise-hinge-of-equals", of: "pairwise-hinge-mean-of-none-zero",
      "scores = [0], relevance = [0], margin = 0"),
    Least(
      "pairwise-hinge-of-two-items", of: "pairwise-hinge-reversed",
      "scores = [0, 1], relevance = [0, 1], margin = 0"),
    Least(
      "pairwise-hinge-above-inversions", of: "pairwise-hinge-halved",
      "scores = [0, 0], relevance = [0, 1], margin = 0"),
    Least(
      "pairwise-hinge-relevance-orders", of: "pairwise-hinge-by-difference",
      "scores = [0, 0], relevance = [0, 2], margin = 1"),
    Least(
      "pairwise-hinge-reversal", of: "pairwise-hinge-equals-paired",
      "scores = [0, 1], relevance = [0, 0], margin = 0"),
    Least(
      "pairwise-hinge-scaling", of: "pairwise-hinge-margin-fixed",
      "scores = [0, 0], relevance = [0, 1], margin = 0, c = 2"),
    Least(
      "pairwise-hinge-gradient", of: "pairwise-hinge-reversed",
      "scores = [0, 0], relevance = [0, 1], margin = 1"),
    Least(
      "pairwise-hinge-by-differences", of: "pairwise-hinge-gradient-ascends",
      "scores = [0, 0], relevance = [0, 1], margin = 1"),
    Least(
      "list-net-is-cross-entropy-of-softmaxes", of: "list-net-in-bits",
      "scores = [0, 0], relevance = [0, 0], margin = 0"),
    Least(
      "list-net-of-labels-is-cross-entropy", of: "list-net-in-bits",
      "relevance = [1, 0], scores = [0, 0]"),
    Least(
      "list-net-least-at-the-target", of: "list-net-in-bits",
      "scores = [0, 0], relevance = [0, 0], margin = 0"),
    Least(
      "list-net-of-equal-relevances", of: "list-net-in-bits",
      "scores = [0, 0], relevance = [0, 0], margin = 0"),
    Least(
      "list-net-shift-of-relevances", of: "list-net-variants-exchanged",
      "scores = [0, 0], relevance = [0, 0], margin = 0, c = 1"),
    Least(
      "list-net-gradient-by-scores", of: "list-net-gradient-without-total",
      "variant = label, scores = [0], relevance = [0], margin = 0"),
    Least(
      "list-net-by-differences", of: "list-net-gradient-without-total",
      "variant = label, scores = [0], relevance = [0], margin = 0"),
    Least(
      "ranking-refusals", of: "list-net-any-variant",
      "mistake = variant, scores = [0], relevance = [0], margin = 0"),
  ]
}
