extension Least {
  static let information: [Least] = [
    Least("binary-entropy-between-its-bounds", of: "entropy-nan-at-0", "p = [1, 0]"),
    Least(
      "differential-entropy-change-of-base", of: "base-ignored",
      "density = \"uniform\", a = 2, b = 2"),
    Least(
      "differential-entropy-closed-forms", of: "normal-without-e",
      "density = \"normal\", a = 1, b = 2"),
    Least(
      "differential-entropy-gradient", of: "rate-slope-positive",
      "density = \"exponential\", a = 1, b = 2, cotangent = 1"),
    Least(
      "differential-entropy-gradient-by-base", of: "normal-without-e",
      "density = \"normal\", a = 1, b = none"),
    Least(
      "differential-entropy-gradient-by-differences", of: "rate-slope-positive",
      "density = \"exponential\", a = 1, bits = 8"),
    Least("differential-entropy-has-a-sign", of: "uniform-takes-half-width", "width = 0.5"),
    Least(
      "differential-entropy-is-limit-of-entropy", of: "uniform-takes-half-width", "width = 1, n = 1"
    ),
    Least("differential-entropy-of-two-sides", of: "laplace-has-one-side", "rate = 1"),
    Least(
      "differential-entropy-scales", of: "normal-takes-variance",
      "density = \"normal\", a = 1, factor = 2"),
    Least(
      "entropy-adds-over-independent-sources", of: "entropy-of-coins",
      "p = [0.5, 0.5], q = [0.5, 0.5]"),
    Least("entropy-at-least-collision-entropy", of: "entropy-in-bits", "p = [0.5, 0.5]"),
    Least("entropy-at-most-log-n", of: "entropy-in-bits", "p = [0.75, 0.25]"),
    Least(
      "entropy-at-most-mean-word-length", of: "cross-entropy-of-coins",
      "splits = [0, 0], p = [0.25, 0.25, 0.5]"),
    Least("entropy-change-of-base", of: "entropy-in-bits", "p = [0.5], b = 2"),
    Least("entropy-falls-under-merging", of: "entropy-nan-at-0", "p = [0.5, 0.5], groups = [0, 0]"),
    Least(
      "entropy-gradient-at-edges", of: "entropy-slope-without-1",
      "edge = by p at p = 1, cotangent = 1, others = [], place = 0"),
    Least("entropy-gradient-by-base", of: "base-slope-without-base", "p = [0.5], b = none"),
    Least(
      "entropy-gradient-by-p", of: "entropy-slope-without-1", "p = [0.5], b = 2, cotangent = 1"),
    Least(
      "entropy-gradient-by-p-differences", of: "entropy-slope-without-1",
      "p = [0.5], place = 0, bits = 8"),
    Least("entropy-ignores-order", of: "entropy-stops-at-0", "p = [0, 0.5], order = [1, 0]"),
    Least("entropy-ignores-the-impossible", of: "entropy-nan-at-0", "p = [1], place = 0"),
    Least("entropy-is-0-only-where-certain", of: "entropy-nan-at-0", "p = [1, 0]"),
    Least(
      "entropy-is-concave", of: "entropy-nan-at-0", "p = [1, 0], q = [0.75, 0.25], share = 0.5"),
    Least(
      "entropy-is-mean-information", of: "information-content-of-odds", "p = [0.5, 0.5], b = 2"),
    Least("entropy-is-stationary-at-uniform", of: "entropy-slope-without-1", "n = 1"),
    Least("entropy-of-equal-chances-grows", of: "entropy-of-coins", "m = 2, n = 2"),
    Least("entropy-of-masses-at-most-n-over-e", of: "entropy-in-bits", "p = [0.5]"),
    Least(
      "entropy-rises-as-masses-are-levelled", of: "entropy-nan-at-0", "p = [1, 0], share = 0.5"),
    Least("entropy-scales", of: "entropy-normalises", "p = [1], c = 0.5"),
    Least("entropy-sums-over-parts", of: "entropy-normalises", "p = [1], q = [1]"),
    Least("entropy-within-a-bit-of-shannon-code", of: "entropy-nan-at-0", "p = [1, 0]"),
    Least("exponential-entropy-is-greatest-at-given-mean", of: "laplace-has-one-side", "mean = 1"),
    Least("information-content-adds", of: "information-content-of-odds", "p = 0, q = 1"),
    Least("information-content-at-its-ends", of: "information-content-of-odds", "b = 2"),
    Least("information-content-between-its-bounds", of: "information-content-of-odds", "p = 0.5"),
    Least(
      "information-content-change-of-base", of: "information-content-in-bits", "p = [0.5], b = 2"),
    Least("information-content-counts-halvings", of: "information-content-of-odds", "k = 0"),
    Least("information-content-falls", of: "information-content-without-sign", "p = 0, q = 1"),
    Least(
      "information-content-gradient-at-edges", of: "information-content-clipped",
      "edge = by p at p = 0, cotangent = 1, others = [], place = 0"),
    Least(
      "information-content-gradient-by-base", of: "base-slope-without-base", "p = [0.5], b = none"),
    Least(
      "information-content-gradient-by-p", of: "information-content-in-bits",
      "p = [0.5], b = 10, cotangent = 1"),
    Least(
      "information-content-gradient-by-p-differences", of: "information-content-of-odds",
      "p = [0.5], place = 0, bits = 8"),
    Least(
      "information-content-is-element-by-element", of: "information-content-summed",
      "rows = 1, columns = 1, p = [0]"),
    Least(
      "information-content-is-minus-log", of: "information-content-summed", "p = [0, 0], b = 2"),
    Least("normal-entropy-is-greatest-at-given-variance", of: "normal-without-e", "s = 1"),
  ]
}
