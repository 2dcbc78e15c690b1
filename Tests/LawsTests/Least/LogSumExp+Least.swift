extension Least {
  static let logSumExp: [Least] = [
    Least(
      "softmaxes-drop-what-is-masked", of: "masked-by-a-large-number",
      "function = softmax, x = [0, -Infinity]"),
    Least(
      "gradients-of-softmaxes-drop-what-is-masked", of: "gradients-of-softmaxes-nan-beside-masks",
      "function = softmax, x = [0, -Infinity], g = [0, 0]"),
    Least(
      "softmaxes-without-a-limit-are-nan", of: "softmaxes-taking-nan-for-zero",
      "function = softmax, kind = masked, x = [0]"),
    Least("log-softmax-is-finite", of: "log-softmax-of-a-double", "x = [0, 746]"),
    Least(
      "nan-stays-in-its-row", of: "softmaxes-spreading-nan-over-rows",
      "function = softmax, clean = [0], place = 0"),
    Least(
      "softmaxes-keep-empty-rows-empty", of: "softmaxes-of-nothing-are-zero",
      "function = softmax, shape = [0]"),
    Least("softmaxes-need-an-axis", of: "softmaxes-over-everything", "function = softmax, x = 0"),
    Least(
      "log-softmax-is-the-logarithm-of-the-softmax", of: "log-softmax-of-a-double", "x = [0, 1]"),
    Least("log-softmax-near-zero-keeps-its-digits", of: "log-softmax-of-a-double", "x = [0, 40]"),
    Least("log-softmax-ignores-a-shift", of: "log-softmax-not-normalised", "x = [0], c = 1"),
    Least(
      "log-softmax-follows-a-permutation", of: "softmax-in-another-order",
      "x = [0, 0, 1], order = [0, 2, 1]"),
    Least("log-softmax-keeps-differences", of: "log-softmax-of-a-double", "x = [0, 1]"),
    Least("log-softmax-of-two-is-a-log-sigmoid", of: "log-sigmoid-of-a-double", "a = 0, b = 1"),
    Least("log-softmax-of-one-class-is-zero", of: "log-softmax-with-epsilon", "x = 0"),
    Least("log-softmax-of-log-p-is-log-p", of: "log-softmax-of-a-double", "p = [1/3, 2/3]"),
    Least("jacobian-of-log-softmax", of: "gradient-of-log-softmax-is-the-cotangent", "x = [0]"),
    Least("gradient-of-log-softmax", of: "temperature-off-by-one", "x = [0, 0], g = [0, 1], T = 1"),
    Least("the-score-has-mean-zero", of: "gradient-of-log-softmax-is-the-cotangent", "x = [0]"),
    Least(
      "fisher-information-of-a-softmax-is-its-jacobian",
      of: "gradient-of-softmax-with-the-other-sign", "x = [0, 0]"),
    Least(
      "gradient-of-softmax-is-p-times-that-of-log-softmax",
      of: "gradient-of-softmax-with-the-other-sign", "x = [0, 0]"),
    Least("log-sum-exp-is-convex", of: "log-sum-exp-is-the-maximum", "x = [0, 0], y = [0, 1]"),
    Least(
      "log-sum-exp-moves-no-further-than-its-elements", of: "softmaxes-of-twice-the-logits",
      "x = [0], y = [1]"),
    Least(
      "log-sum-exp-rises-with-each-element", of: "log-sum-exp-not-shifted-back",
      "x = [0], place = 0, rise = 1"),
    Least("log-sum-exp-is-at-least-the-mean-and-log-n", of: "log-mean-exp", "x = [0, 0]"),
    Least("log-sum-exp-tends-to-the-maximum", of: "log-mean-exp", "x = [0, 1], T = 1"),
    Least(
      "gradient-of-log-sum-exp-is-the-softmax", of: "gradient-of-log-sum-exp-unnormalised",
      "x = [0], g = 0"),
    Least(
      "gradient-of-log-sum-exp-by-central-differences", of: "gradient-of-log-sum-exp-unnormalised",
      "x = [1], place = 0"),
    Least("log-sum-exp-lies-above-its-tangents", of: "log-sum-exp-in-base-two", "x = [0], y = [1]"),
    Least("softmax-is-the-share-of-a-power-in-the-sum", of: "softmax-in-base-two", "x = [0, 1]"),
    Least("softmax-sums-to-one", of: "softmax-not-shifted", "x = [800]"),
    Least("softmax-ignores-a-shift", of: "softmax-of-magnitudes", "x = [0, 1], c = 1"),
    Least("softmax-follows-a-permutation", of: "softmax-is-one-hot", "x = [0, 0], order = [1, 0]"),
    Least("softmax-of-equals-is-uniform", of: "softmax-with-epsilon", "x = 0, n = 1"),
    Least("softmax-of-log-p-is-p", of: "masked-by-a-large-number", "p = [1, 0]"),
    Least("softmax-of-two-is-a-sigmoid", of: "sigmoid-twice-as-steep", "a = 0, b = 1"),
    Least(
      "softmax-is-independent-of-irrelevant-alternatives", of: "softmax-twice",
      "a = 0, b = 1, others = [0]"),
    Least("softmax-keeps-the-order", of: "softmax-of-the-opposites", "x = [0, 1]"),
    Least("softmax-gives-the-largest-at-least-the-average", of: "softmax-with-epsilon", "x = [0]"),
    Least("softmax-is-a-monotone-map", of: "softmax-is-one-hot", "x = [0, 0], y = [0, 1]"),
    Least(
      "raising-a-logit-takes-from-all-others", of: "softmax-with-epsilon",
      "x = [0, 0], place = 0, rise = 1"),
    Least("jacobian-of-softmax", of: "gradient-of-softmax-with-the-other-sign", "x = [0, 0]"),
    Least(
      "gradient-of-softmax", of: "temperature-forgotten-by-the-gradient",
      "x = [0, 0], g = [0, 1], T = 2"),
    Least(
      "gradients-of-softmaxes-sum-to-zero", of: "gradient-of-log-softmax-without-the-sum",
      "function = log_softmax, x = [0], g = [0]"),
    Least(
      "gradient-of-the-sum-of-a-softmax-is-zero", of: "gradient-of-softmax-without-the-mean",
      "x = [0], g = 0"),
    Least("jacobian-of-softmax-is-symmetric", of: "gradient-of-softmax-without-p", "x = [0, 1]"),
    Least(
      "jacobian-of-softmax-is-positive-semidefinite", of: "gradient-of-softmax-with-the-other-sign",
      "x = [0, 0], v = [0, 1]"),
    Least(
      "gradients-of-softmaxes-by-temperature", of: "derivative-by-temperature-with-the-other-sign",
      "function = softmax, x = [0, 1], g = [0, 1], T = 1"),
    Least(
      "gradients-by-temperature-by-central-differences", of: "temperature-multiplying",
      "function = softmax, x = [0, 1], g = [0, 1], T = 1"),
    Least(
      "temperature-divides-the-logits", of: "temperature-multiplying",
      "function = softmax, x = [0, 1], T = 2"),
    Least(
      "temperature-one-is-none", of: "temperature-off-by-one", "function = softmax, x = [0, 1]"),
    Least("hot-softmax-is-nearly-uniform", of: "temperature-multiplying", "x = [0, 1], log2 T = 1"),
    Least(
      "cold-softmax-is-nearly-one-hot", of: "temperature-multiplying", "x = [0, 1], −log2 T = 1"),
    Least(
      "entropy-of-a-softmax-rises-with-temperature", of: "temperature-multiplying",
      "x = [0, 1], T = 1, ratio = 2"),
    Least("confidence-falls-with-temperature", of: "softmax-of-the-opposites", "x = [0, 1], T = 1"),
    Least(
      "temperature-of-nan-is-nan", of: "temperature-by-its-size", "function = softmax, x = [0]"),
    Least(
      "log-sum-exp-is-the-logarithm-of-the-sum-of-powers", of: "log-mean-exp", "x = [710, 710]"),
    Least(
      "log-sum-exp-shifts-with-its-elements", of: "log-sum-exp-not-shifted-back", "x = [0], c = 1"),
    Least(
      "log-sum-exp-knows-no-order", of: "log-sum-exp-counting-the-first-twice",
      "x = [0, 1], order = [1, 0]"),
    Least("log-sum-exp-is-a-smooth-maximum", of: "log-mean-exp", "x = [0, 0]"),
    Least("log-sum-exp-of-one-is-itself", of: "log-sum-exp-in-base-two", "x = 1"),
    Least("log-sum-exp-of-copies", of: "log-mean-exp", "x = [0], m = 2"),
    Least("log-sum-exp-of-two-lists", of: "log-sum-exp-shifted-by-infinity", "x = [0], y = []"),
    Least(
      "log-sum-exp-of-two-is-the-larger-and-a-softplus", of: "softplus-with-a-threshold",
      "a = 0, b = -21"),
    Least(
      "log-partition-of-independent-parts-is-a-sum", of: "log-sum-exp-with-epsilon",
      "x = [0], y = [0]"),
    Least("log-sum-exp-of-nothing", of: "log-sum-exp-shifted-by-infinity", "n = 0"),
    Least("log-sum-exp-drops-what-is-masked", of: "log-mean-exp", "x = [0, -Infinity]"),
    Least("log-sum-exp-with-infinity", of: "log-sum-exp-skipping-nan", "x = [NaN]"),
    Least("gibbs-variational-principle", of: "log-mean-exp", "x = [0, 0], p = [1, 0]"),
    Least(
      "the-gap-of-the-variational-principle-is-a-divergence", of: "log-mean-exp",
      "x = [0, 0], p = [1, 0]"),
    Least(
      "divergence-of-softmaxes-is-the-bregman-divergence-of-log-sum-exp",
      of: "log-softmax-of-a-double", "x = [0, 0], y = [0, 1]"),
    Least("entropy-of-a-softmax-is-log-sum-exp-less-the-mean", of: "log-mean-exp", "x = [0, 0]"),
    Least(
      "averaging-logits-is-a-normalised-geometric-mean", of: "softmax-with-epsilon",
      "x = [0], y = [0]"),
    Least("adding-logits-is-a-product-of-experts", of: "softmax-with-epsilon", "x = [0], y = [0]"),
  ]
}
