extension Least {
  static let categoricalCrossEntropy: [Least] = [
    Least("categorical-is-cross-entropy", of: "infinity-times-zero", "p = [0], y = [0]"),
    Least(
      "categorical-is-positive-unless-certain-and-right", of: "categorical-clips-always",
      "p = [1], y = [1]"),
    Least("categorical-is-least-at-the-target", of: "categorical-clips-always", "y = [1], p = [1]"),
    Least(
      "categorical-contradiction-is-infinite", of: "categorical-adds-epsilon", "p = [0], y = [0.25]"
    ),
    Least(
      "categorical-takes-probabilities-as-written", of: "categorical-normalises",
      "p = [[0.5]], y = [[0.25]]"),
    Least(
      "categorical-is-linear-in-the-target", of: "categorical-swaps-prediction-and-target",
      "p = [0], y = [0.25]"),
    Least(
      "sparse-is-the-surprise-at-the-label", of: "categorical-is-the-likelihood",
      "p = [0], label = 0, w = [1]"),
    Least(
      "sparse-looks-at-the-label-only", of: "labels-from-one",
      "p = [0, 0], q = [0, 0.25], label = 0"),
    Least(
      "sparse-is-dense-with-one-hot-targets", of: "categorical-swaps-prediction-and-target",
      "p = [[0]], labels = [0], w = [1]"),
    Least(
      "sparse-merging-classes-costs-no-more", of: "categorical-is-the-likelihood",
      "p = [[1, 0]], label = 1"),
    Least(
      "sparse-is-negative-log-likelihood", of: "categorical-clips-always", "p = [[1]], labels = [0]"
    ),
    Least(
      "sparse-constant-is-the-frequency", of: "categorical-clips-always", "counts = [1], q = [1]"),
    Least(
      "sparse-weighted-constant-is-the-weighted-frequency", of: "slope-flipped",
      "counts = [1], w = [1], q = [1]"),
    Least(
      "sparse-logits-slope-vanishes-at-the-frequency", of: "slope-is-the-softmax", "counts = [1]"),
    Least(
      "categorical-mean-target-stands-for-all", of: "categorical-swaps-prediction-and-target",
      "p = [[0.5]], y = [[0], [0.5]]"),
    Least("softmax-separable-data-have-no-minimum", of: "logits-capped", "z = [[0, 5]], scale = 3"),
    Least(
      "categorical-clip-moves-probabilities", of: "categorical-normalises",
      "p = [[0]], y = [[0]], c = 0.25, label = 0"),
    Least(
      "categorical-clip-has-no-slope", of: "categorical-ignores-clip",
      "p = [[0]], y = [[0]], c = 0.25"),
    Least(
      "categorical-logits-closed-form", of: "categorical-hardens-targets", "z = [0, 0], y = [0, 0]"),
    Least(
      "categorical-logits-are-probabilities-by-softmax", of: "categorical-hardens-targets",
      "z = [0, 0], y = [0, 0]"),
    Least(
      "categorical-logits-near-their-probabilities", of: "categorical-swaps-prediction-and-target",
      "z = [0], y = [0]"),
    Least(
      "sparse-logits-closed-form", of: "weights-in-reverse", "z = [0, 0], label = 0, w = [1, 0]"),
    Least(
      "categorical-logits-cost-at-least-the-entropy", of: "categorical-is-the-likelihood",
      "z = [0, 0], y = [1, 0]"),
    Least("sparse-logits-all-equal", of: "last-class-forgotten", "C = 2, z = 0, label = 0"),
    Least(
      "nll-takes-log-probabilities-as-written", of: "log-p-normalised",
      "log_p = [1], label = 0, w = [1]"),
    Least(
      "nll-of-log-softmax", of: "weights-in-reverse",
      "batch = logits [[0, 0]], labels [0], w = [1, 0]"),
    Least(
      "categorical-logits-order-of-classes", of: "categorical-hardens-targets",
      "z = [0, 0], y = [0, 0], w = [1, 1], label = 0, order = [1, 0]"),
    Least("sparse-logits-with-an-excluded-class", of: "logits-capped", "z = [0], label = 0"),
    Least("sparse-logits-at-infinity", of: "logits-capped", "z = [0], place = 0, label = 0"),
    Least("sparse-logits-of-one-class", of: "slope-is-the-softmax", "z = 0"),
    Least(
      "sparse-logits-between-bounds-of-the-margin", of: "hard-max",
      "z = [0, 0], label = 0"),
    Least("sparse-logits-far-ahead", of: "hard-max", "gaps = [1]"),
    Least(
      "sparse-logits-fall-with-the-true-logit", of: "last-class-forgotten",
      "z = [0, 0], label = 0, moved = 0, step = 1"),
    Least(
      "sparse-logits-change-by-at-most-twice", of: "categorical-is-quadratic",
      "z = [0, 0], other = [0, 2], label = 0"),
    Least(
      "sparse-logits-more-classes-cost-more", of: "last-class-forgotten",
      "z = [0], further = 0, label = 0"),
    Least(
      "categorical-logits-slope-is-p-less-y", of: "slope-of-normalised-targets",
      "z = [0], y = [0], w = [1]"),
    Least(
      "sparse-logits-slope-is-p-less-one-hot", of: "slope-is-the-softmax", "z = [0], label = 0"),
    Least(
      "categorical-logits-slopes-sum-to-zero", of: "slope-is-the-softmax",
      "z = [0], y = [0], w = [1], label = 0, ε = 0"),
    Least("sparse-logits-slopes-have-signs", of: "slope-flipped", "z = [0, 0], label = 0"),
    Least(
      "categorical-logits-slope-by-differences", of: "slope-of-normalised-targets",
      "z = [0], y = [0], w = [1], ε = 0, place = 0"),
    Least(
      "categorical-slope-by-p", of: "categorical-swaps-prediction-and-target",
      "p = [[0.5]], y = [0], w = [1], place = 0"),
    Least("sparse-slope-by-p", of: "categorical-normalises", "p = [[0.5]], label = 0, w = [1]"),
    Least(
      "nll-slope-is-minus-the-weight", of: "log-p-normalised", "log_p = [0], label = 0, w = [1]"),
    Least(
      "categorical-slope-by-targets", of: "smoothing-from-a-tenth",
      "z = [0, 0], y = [0.5, 0.5], w = [1, 1], ε = 0"),
    Least(
      "categorical-logits-are-convex", of: "loss-of-softmax-twice",
      "a = [0, 0], b = [0, 1], y = [0.25, 0]"),
    Least(
      "categorical-logits-hessian-is-positive-semidefinite", of: "categorical-is-the-likelihood",
      "z = [0, 0], d = [0, 1], y = [1, 0]"),
    Least("categorical-is-convex-in-p", of: "infinity-times-zero", "p = [[0]], q = [0], y = [0]"),
    Least(
      "sparse-weight-of-the-label-scales-a-loss", of: "categorical-is-quadratic",
      "batch = logits [[0]], labels [0], w = [0.125]"),
    Least(
      "categorical-weights-act-on-classes", of: "smoothing-from-a-tenth",
      "z = [0, 0], y = [0, 0], w = [1, 1], ε = 0"),
    Least(
      "sparse-common-factor-of-weights", of: "weights-normalised",
      "batch = logits [[0]], labels [0], w = [1], factor = 2"),
    Least(
      "sparse-zero-weight-hides-an-infinity", of: "categorical-swaps-prediction-and-target",
      "z = [0]"),
    Least(
      "sparse-mean-divides-by-weight-or-count", of: "categorical-hides-nan",
      "batch = logits [[0, 0]], labels [0], w = [0, 1]"),
    Least(
      "categorical-mean-divides-by-count-or-weight", of: "categorical-hardens-targets",
      "z = [[0]], y = [[0]], w = [1], ε = 0"),
    Least(
      "sparse-weighted-means-recombine", of: "categorical-is-quadratic",
      "batch = logits [[0], [1]], labels [0, 0], cut = 1, w = [1]"),
    Least(
      "sparse-mean-slope-is-sum-slope-over-weight", of: "mean-slope-of-the-sum",
      "batch = logits [[0]], labels [0], w = [0.125]"),
    Least(
      "sparse-mean-of-weights-that-sum-to-zero", of: "categorical-hides-nan",
      "batch = logits [[0]], labels [0]"),
    Least(
      "sparse-ignored-rows-may-hold-anything", of: "ignores-negative-labels-only",
      "batch = logits [[0, 0]], labels [0], ignore_index 0, junk = NaN"),
    Least(
      "sparse-any-integer-can-be-ignored", of: "ignores-negative-labels-only",
      "batch = logits [[0, 0]], labels [0], ignore_index 0, other = -7"),
    Least(
      "sparse-all-ignored", of: "ignored-rows-are-counted",
      "batch = logits [[0]], labels [0], normalization = weight"),
    Least(
      "sparse-nan-is-not-hidden-elsewhere", of: "categorical-hides-nan", "z = [0], label = 0, w = 1"
    ),
    Least(
      "smoothing-is-a-smoothed-target", of: "slope-is-the-softmax",
      "z = [0], y = [0], w = [1], ε = 1"),
    Least(
      "smoothing-by-one-forgets-the-label", of: "last-class-forgotten", "z = [0, 0], w = [1, 1]"),
    Least("smoothing-by-zero-is-none", of: "smoothing-adds", "z = [0, -Infinity], label = 1"),
    Least(
      "smoothing-of-an-excluded-class-is-infinite", of: "smoothing-not-used", "z = [0], ε = 0.125"),
    Least(
      "smoothing-keeps-the-sum-of-a-target", of: "last-class-forgotten", "y = [1, 0], z = 0, ε = 0"),
    Least("smoothing-costs-confidence", of: "logits-of-sizes", "z = [1, -1], label = 0, ε = 1"),
    Least(
      "smoothing-is-least-at-the-smoothed-target", of: "smoothing-over-others",
      "z = [0, 0], label = 0, ε = 0.125"),
    Least(
      "smoothing-leaves-the-divisor", of: "weights-normalised",
      "batch = logits [[0, 0]], labels [0], w = [1, 1], ε = 0"),
    Least(
      "spatial-positions-are-rows", of: "spatial-positions-summed",
      "positions = 1, N = 1, batch = logits [[0]], labels [0], w = [1], ε = 0"),
    Least(
      "sparse-refuses-labels-out-of-range", of: "labels-wrap",
      "batch = logits [[0]], labels [0], place = 0, wrong = -1"),
    Least(
      "categorical-refuses-what-is-no-probability", of: "categorical-normalises",
      "wrong = 2, place = 0"),
    Least(
      "categorical-refuses-weights-that-are-none", of: "categorical-accepts-anything",
      "wrong = -1, batch = logits [[0, 0]], labels [0]"),
    Least(
      "categorical-refuses-shapes-that-do-not-fit", of: "categorical-cuts-to-fit",
      "batch = logits [[0]], labels [0], row = false"),
    Least(
      "categorical-refuses-options-that-are-none", of: "categorical-accepts-anything",
      "batch = logits [[0]], labels [0], ε = 2"),
  ]
}
