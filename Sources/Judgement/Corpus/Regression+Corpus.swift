import CrossEntropy

extension Corpus {
  private static let four = "[0.5, -2, 3, 1.25], [1, -1, -1, 1.5]"

  /// What holds of every loss of a residual: shapes, reductions, refusals.
  private static func residual(_ f: String, _ value: String, _ swap: String, _ slope: String)
    -> [Case]
  {
    [
      Case(
        "ordinary", "\(value) REDUCTION-3", "residuals of both signs", "\(f)(\(four))",
        by: "prediction target", cotangent: "-3"),
      Case(
        "ordinary-each", "\(value) REDUCTION-1", "one by one", "\(f)(\(four), reduction: none)",
        by: "prediction target", cotangent: "[1, -2, 4, 0.5]"),
      Case(
        "ordinary-sum", "REDUCTION-2", "the sum", "\(f)(\(four), reduction: sum)", by: "prediction",
        cotangent: "0.5"),
      Case(
        "mean", "REDUCTION-3", "the mean, said aloud", "\(f)(\(four), reduction: mean)",
        by: "prediction", cotangent: "3"),
      Case(
        "balanced", "\(slope) GRADIENT-1", "a cotangent of mean 0",
        "\(f)([3, -0.25, -3], [1, 1, 1], reduction: none)", by: "prediction target",
        cotangent: "[3, -1, -2]"),
      Case(
        "exchanged", swap, "prediction and target exchanged",
        "\(f)([1, -1, -1, 1.5], [0.5, -2, 3, 1.25])", by: "prediction"),
      Case(
        "reversed", "REDUCTION-5", "in another order", "\(f)([1.25, 3, -2, 0.5], [1.5, -1, -1, 1])"),
      Case("scalar", value, "no axis", "\(f)(-0.5, 1)", by: "prediction target", cotangent: "4"),
      Case("scalar-each", "REDUCTION-1", "no axis, as it is", "\(f)(-0.5, -1, reduction: none)"),
      Case(
        "matrix", "REDUCTION-3", "the mean is over all elements",
        "\(f)([[0.5, -2, 1], [3, 0, -1]], [[1, -1, 1], [-1, -1.5, 1]])", by: "prediction"),
      Case(
        "cube-each", "REDUCTION-1", "the shape is kept",
        "\(f)([[[0.5], [-2]], [[3], [1]]], [[[1], [-1]], [[-1], [2]]], reduction: none)",
        by: "prediction",
        cotangent: "[[[1], [-2]], [[3], [4]]]"),
      Case(
        "equal", "\(value) ACCURACY-7", "0, exactly",
        "\(f)([0.5, -2, 1e4], [0.5, -2, 1e4], reduction: none)", by: "prediction target",
        cotangent: "[1, -2, 3]"),
      Case(
        "negative-zero", "INPUT-11", "−0 is 0", "\(f)([-0, 0], [0, -0], reduction: none)",
        by: "prediction"),
      Case(
        "near", "\(value) ACCURACY-1", "a step apart",
        "\(f)([{above1}, {below1}], [1, 1], reduction: none)", by: "prediction"),
      Case(
        "offset", "\(value) ACCURACY-1", "a small difference of large numbers",
        "\(f)([10001, -10001], [10000, -10000], reduction: none)", by: "prediction"),
      Case(
        "relative", value, "large targets, and errors as large",
        "\(f)([110, -90], [100, -100], reduction: none)"),
      Case(
        "tiny", "POLICY-13 \(value)", "next to 0",
        "\(f)([{least}, {normal}], [0, 0], reduction: none)", by: "prediction"),
      Case(
        "greatest", "\(value) ACCURACY-6", "the ends of the format",
        "\(f)([{max}, {max}], [{max}, -{max}], reduction: none)", by: "prediction"),
      Case(
        "infinite", "POLICY-6 ACCURACY-4", "infinite",
        "\(f)([inf, 1, -inf], [0, inf, 3], reduction: none)",
        by: "prediction target"),
      Case(
        "infinite-both", "POLICY-6 ACCURACY-3", "NaN, as ∞ − ∞",
        "\(f)([inf, 1], [inf, 1], reduction: none)", by: "prediction"),
      Case(
        "infinite-apart", "POLICY-6", "infinite, twice over",
        "\(f)([inf, -inf], [-inf, inf], reduction: none)"),
      Case(
        "slope-hidden", "GRADIENT-4", "a zero cotangent hides no NaN",
        "\(f)([nan, inf], [0, 0], reduction: none)",
        by: "prediction", cotangent: "[0, 0]"),
      Case(
        "nan", "INPUT-2", "NaN stays where it is",
        "\(f)([nan, 1, 2], [1, nan, 1], reduction: none)", by: "prediction target"),
      Case("nan-mean", "INPUT-2", "or spoils the mean", "\(f)([nan, 1], [1, -1])"),
      Case(
        "127", value, "one less than a block of 128",
        "\(f)(\(Lists.logits(127)), \(Lists.logits(127, seed: 2)))", by: "prediction"),
      Case(
        "129", value, "one more than a block",
        "\(f)(\(Lists.logits(129)), \(Lists.logits(129, seed: 2)))", by: "target"),
      Case(
        "1000", value, "a long sum",
        "\(f)(\(Lists.logits(1000)), \(Lists.logits(1000, seed: 2)), reduction: sum)",
        by: "prediction", isLong: true),
      Case(
        "128-tenths", "\(value) ACCURACY-1", "rounding piles up",
        "\(f)(\(Lists.copies("0.1", 128)), \(Lists.copies("0.3", 128)), reduction: sum)"),
      Case("shorter", "INPUT-5", "two lengths", "\(f)([1, 2], [1])"),
      Case("one-prediction", "INPUT-5", "one for two", "\(f)([1], [1, 2])"),
      Case("scalar-target", "INPUT-5", "nothing is broadcast", "\(f)([1, 2], 1)"),
      Case("column", "INPUT-5", "torch: (2, 1) is not (2)", "\(f)([[1], [2]], [1, 2])"),
      Case("transposed", "INPUT-5", "rows are no columns", "\(f)([[1, 2, 3]], [[1], [2], [3]])"),
      Case(
        "reduction-unknown", "INPUT-6", "no such reduction", "\(f)([1], [2], reduction: median)"),
      unknownOption("\(f)([1], [2])"),
    ] + nothing(f, ["prediction": empty([0]), "target": empty([0])], by: ["prediction"])
      + [
        Case(
          "nothing-matrix", ["REDUCTION-1"], "no element in two axes",
          Call(
            f, ["prediction": empty([0, 3]), "target": empty([0, 3])],
            options: ["reduction": "none"]))
      ]
  }

  static let meanSquaredError: [Case] =
    residual(
      "mean_squared_error", "MEAN-SQUARED-ERROR-1", "MEAN-SQUARED-ERROR-2", "MEAN-SQUARED-ERROR-3")
    + [
      Case(
        "overflow", "MEAN-SQUARED-ERROR-1 ACCURACY-6", "a square beyond the format",
        "mean_squared_error([{max}/4], [-{max}/4])", by: "prediction"),
      Case(
        "underflow", "MEAN-SQUARED-ERROR-1", "a square below the format",
        "mean_squared_error([{normal}, 1e-3], [0, 0], reduction: none)", by: "prediction"),
      Case(
        "slope-by-delta", "GRADIENT-5", "there is none", "mean_squared_error([1], [2])", by: "delta"
      ),
    ]

  static let meanAbsoluteError: [Case] =
    residual(
      "mean_absolute_error", "MEAN-ABSOLUTE-ERROR-1", "MEAN-ABSOLUTE-ERROR-2",
      "MEAN-ABSOLUTE-ERROR-3") + [
      Case(
        "corner-mean", "MEAN-ABSOLUTE-ERROR-3 GRADIENT-3", "a third of a corner",
        "mean_absolute_error([1, 2, 3], [1, 0, 5])", by: "prediction target", cotangent: "-3"),
      Case(
        "beside-the-corner", "MEAN-ABSOLUTE-ERROR-3", "a step on both sides",
        "mean_absolute_error([{above1}, {below1}, {least}, -{least}], [1, 1, 0, 0], reduction: none)",
        by: "prediction", cotangent: "[1, -2, 3, 4]"),
      Case(
        "squares-apart", "MEAN-ABSOLUTE-ERROR-1", "no squares",
        "mean_absolute_error([3, -0.25], [0, 0], reduction: none)"),
    ]

  private static let h = "huber"

  static let huber: [Case] =
    residual(h, "HUBER-1", "HUBER-1", "HUBER-3") + [
      Case(
        "delta-half", "HUBER-1 HUBER-3", "half as far",
        "\(h)(\(four), delta: 0.5, reduction: none)",
        by: "prediction target delta", cotangent: "[1, -2, 4, 0.5]"),
      Case(
        "delta-2", "HUBER-1 HUBER-2", "twice as far", "\(h)(\(four), delta: 2)",
        by: "prediction delta", cotangent: "-3"),
      Case(
        "delta-3", "HUBER-1", "torch: 2, not the 2/3 of the smooth L1 loss",
        "\(h)([2], [0], delta: 3)", by: "prediction delta"),
      Case(
        "delta-large", "HUBER-1", "all squares", "\(h)(\(four), delta: 1000)",
        by: "prediction delta"),
      Case(
        "delta-small", "HUBER-1", "all lines", "\(h)(\(four), delta: 1/64)", by: "prediction delta"),
      Case(
        "delta-1", "HUBER-1", "said aloud", "\(h)(\(four), delta: 1, reduction: sum)", by: "delta"),
      Case(
        "scaled", "HUBER-2", "everything four times as large",
        "\(h)([2, -8, 12, 5], [4, -4, -4, 6], delta: 4)"),
      Case(
        "at-delta", "HUBER-3 HUBER-1", "where the pieces meet",
        "\(h)([1, -1, 2], [0, 0, 0], reduction: none)",
        by: "prediction delta", cotangent: "[3, -2, 1]"),
      Case(
        "beside-delta", "HUBER-1 HUBER-3", "a step on both sides",
        "\(h)([{above1}, {below1}], [0, 0], reduction: none)",
        by: "prediction delta"),
      Case(
        "outlier", "HUBER-3", "the slope is bounded",
        "\(h)([1000, -1000], [0, 0], delta: 0.25, reduction: none)", by: "prediction"),
      Case(
        "outlier-large", "HUBER-1 ACCURACY-5", "its square overflows, its loss does not",
        "\(h)([{max}/2, -{max}/2], [0, 0], reduction: none)", by: "prediction delta"),
      Case(
        "delta-tenth", "HUBER-1 ACCURACY-1", "a delta that is no binary number",
        "\(h)([0.1, 0.3], [0, 0], delta: 0.1, reduction: none)", by: "prediction"),
      Case(
        "delta-least", "HUBER-1", "the least number",
        "\(h)([1, 0], [0, 0], delta: {normal}, reduction: none)", by: "prediction"),
      Case("nan-delta", "INPUT-2", "NaN in is NaN out", "\(h)([1, 2], [1, 2], delta: nan)"),
    ] + notPositive("delta", "INPUT-6 POLICY-4", "\(h)([1], [2], delta: #)")
}
