extension Least {
  static let binaryCrossEntropy: [Least] = [
    Least("binary-is-the-expected-surprise", of: "binary-forgets-no", "p = 0.9, y = 0"),
    Least("binary-is-positive-unless-certain-and-right", of: "binary-clips-always", "p = 0, y = 0"),
    Least(
      "binary-contradiction-is-infinite", of: "binary-swaps-prediction-and-target",
      "p = 0, y = 0.25"),
    Least("binary-renaming-the-outcomes", of: "binary-rounds-the-target", "p = 0, y = 0.5"),
    Least("binary-is-cross-entropy-of-two-outcomes", of: "binary-clips-always", "p = 0, y = 0"),
    Least(
      "binary-is-linear-in-the-target", of: "binary-swaps-prediction-and-target",
      "p = 0.5, y = 0.25"),
    Least(
      "binary-falls-as-the-truth-gets-likelier", of: "binary-is-the-likelihood",
      "y = 1, p = 0, q = 0.25"),
    Least("binary-is-convex-in-p", of: "binary-forgets-no", "y = 0, p = 0, q = 1"),
    Least("binary-is-negative-log-likelihood", of: "binary-clips-always", "p, y = [(0, 1)]"),
    Least("binary-is-least-at-the-target", of: "binary-clips-always", "y = 0, p = 0"),
    Least("binary-constant-is-the-base-rate", of: "binary-forgets-no", "yes = 1, no = 2, p = 0.5"),
    Least(
      "binary-weighted-constant-is-the-weighted-rate", of: "binary-drops-weights",
      "weight of yes = 1, weight of no = 2, p = 0.5"),
    Least(
      "binary-logits-cost-at-least-the-entropy", of: "binary-rounds-the-target", "z = 1, y = 0.5"),
    Least("binary-logits-reach-the-entropy", of: "binary-slope-without-target", "y = 0.5"),
    Least("binary-logits-slope-points-to-the-target", of: "binary-slope-flipped", "z = 0, y = 0"),
    Least(
      "binary-positive-weight-moves-the-optimum", of: "binary-drops-pos-weight", "π = 2, z = 0"),
    Least(
      "binary-penalty-gives-a-minimum", of: "binary-slope-without-target", "x = [1], y = [1], λ = 1"
    ),
    Least("binary-clip-moves-the-probability", of: "binary-ignores-clip", "p = 0, y = 0, c = 0.25"),
    Least("binary-clip-bounds-the-loss", of: "binary-forgets-no", "p = 0, y = 0, c = 0.25"),
    Least("binary-clip-has-no-slope", of: "binary-slope-through-clip", "p = 0, y = 0, c = 0.25"),
    Least("binary-slope-by-clip", of: "binary-ignores-clip", "p = 0, y = 0, c = 0.25"),
    Least("binary-logits-softplus-form", of: "binary-sigmoid-twice", "z = 0, y = 1"),
    Least("binary-logits-of-the-sigmoid", of: "binary-logits-flipped", "z = 1, y = 0"),
    Least("binary-logits-near-their-probability", of: "binary-forgets-no", "z = 0, y = 0"),
    Least("binary-logits-are-positive", of: "binary-is-the-likelihood", "z = 40, y = 1"),
    Least("binary-logits-flip", of: "binary-of-the-size", "z = 1, y = 0"),
    Least("binary-logits-yes-less-no", of: "binary-logits-flipped", "z = 1"),
    Least("binary-logits-are-two-classes", of: "binary-slope-flipped", "z = 0, y = 0"),
    Least("binary-logits-at-infinity", of: "binary-of-the-size", "negative = true, y = 0"),
    Least("binary-logits-keep-nan-to-themselves", of: "binary-hides-nan", "z = [0], place = 0"),
    Least("binary-logits-between-margin-and-log-2", of: "binary-of-the-size", "z = -1, y = 1"),
    Least("binary-logits-far-on-the-right-side", of: "binary-logits-flipped", "m = 1"),
    Least("binary-logits-far-on-the-wrong-side", of: "binary-capped", "m = 100"),
    Least(
      "binary-logits-fall-towards-the-target", of: "binary-logits-flipped", "y = 1, z = 0, step = 1"
    ),
    Least(
      "binary-logits-change-no-faster-than-the-logit", of: "binary-doubled", "y = 0, a = 0, b = 1"),
    Least("binary-logits-slope-is-p-less-y", of: "binary-slope-without-target", "z = 0, y = 1"),
    Least(
      "binary-logits-slope-with-weights", of: "binary-drops-pos-weight",
      "z = 0, y = 1, w = 1, π = 0"),
    Least("binary-logits-slope-by-differences", of: "binary-slope-flipped", "z = 0, y = 0, π = 1"),
    Least("binary-logits-slope-is-bounded", of: "binary-slope-flipped", "z = 0, y = 0"),
    Least("binary-slope-by-p", of: "binary-slope-flipped", "p = 0.5, y = 0"),
    Least("binary-slope-by-p-by-differences", of: "binary-forgets-no", "p = 0.5, y = 0"),
    Least("binary-slope-at-the-ends", of: "binary-clips-always", "p = 1, y = 0"),
    Least("binary-slope-by-the-target", of: "binary-adds-epsilon", "z = 0, p = 0.5, y = 0.5"),
    Least("binary-slope-by-weights", of: "binary-drops-weights", "z = 0, p = 0.5, y = 0.5, w = 0"),
    Least("binary-logits-are-convex", of: "binary-sigmoid-twice", "y = 0, a = 0, b = 1"),
    Least("binary-logits-curve-by-a-quarter", of: "binary-slope-flipped", "y = 0, z = 0, step = 1"),
    Least(
      "binary-weight-scales-a-loss", of: "binary-drops-weights", "z = 0, p = 0.5, y = 0, w = 0"),
    Least(
      "binary-weighted-mean-divides-by-the-count", of: "binary-mean-by-weight",
      "z, y, w = [(z: 0, y: 0, w: 0)]"),
    Least(
      "binary-whole-weight-is-repetition", of: "binary-drops-weights",
      "z, y, w = [(z: 0, y: 0, w: 1)], k = [0]"),
    Least("binary-zero-weight-hides-an-infinity", of: "binary-drops-weights", "y = 0, p = 1"),
    Least(
      "binary-positive-weight-acts-on-yes", of: "binary-drops-pos-weight", "z = 0, y = 0, π = 0"),
    Least(
      "binary-positive-weight-is-repetition-of-yes", of: "binary-drops-pos-weight",
      "z = [0], y = [1], k = 0"),
    Least(
      "binary-any-shape", of: "binary-flattens",
      "z = [0, 0, 0, 0], y = [0, 0, 0, 0], shape = [2, 2]"),
    Least(
      "binary-refuses-what-is-no-probability", of: "binary-accepts-anything", "wrong = 2, place = 0"
    ),
    Least(
      "binary-refuses-weights-that-are-none", of: "binary-accepts-anything",
      "wrong = -1, name = weight, places = 2"),
    Least("binary-refuses-a-clip-that-is-none", of: "binary-accepts-anything", "clip = 0"),
  ]
}
