import CrossEntropy

extension Corpus {
  private static let four = "[0.5, -2, 3, 1.25], [1, -1, -1, 1]"

  /// What holds of every loss of a score and a sign: shapes, reductions, refusals.
  private static func signed(_ f: String, _ value: String, _ slope: String) -> [Case] {
    [
      Case(
        "ordinary", "\(value) REDUCTION-3", "both signs, right and wrong", "\(f)(\(four))",
        by: "scores", cotangent: "-3"),
      Case(
        "ordinary-each", "\(value) REDUCTION-1", "one by one", "\(f)(\(four), reduction: none)",
        by: "scores", cotangent: "[1, -2, 4, 0.5]"),
      Case(
        "ordinary-sum", "REDUCTION-2", "the sum", "\(f)(\(four), reduction: sum)", by: "scores",
        cotangent: "0.5"),
      Case(
        "mean", "REDUCTION-3", "the mean, said aloud", "\(f)(\(four), reduction: mean)",
        by: "scores", cotangent: "3"),
      Case(
        "balanced", "\(slope) GRADIENT-1", "a cotangent of mean 0",
        "\(f)([0.5, -0.25, -3], [1, 1, 1], reduction: none)", by: "scores", cotangent: "[3, -1, -2]"
      ),
      Case(
        "reversed", "REDUCTION-5", "in another order", "\(f)([1.25, 3, -2, 0.5], [1, -1, -1, 1])"),
      Case("scalar", value, "no axis", "\(f)(-0.5, 1)", by: "scores", cotangent: "4"),
      Case("scalar-each", "REDUCTION-1", "no axis, as it is", "\(f)(-0.5, -1, reduction: none)"),
      Case(
        "matrix", "REDUCTION-3", "the mean is over all elements",
        "\(f)([[0.5, -2, 1.5], [3, 0, -1.5]], [[1, -1, 1], [-1, -1, 1]])", by: "scores"),
      Case(
        "cube-each", "REDUCTION-1", "the shape is kept",
        "\(f)([[[0.5], [-2]], [[3], [1.5]]], [[[1], [-1]], [[-1], [1]]], reduction: none)",
        by: "scores",
        cotangent: "[[[1], [-2]], [[3], [0]]]"),
      Case(
        "single-class", value, "sklearn: 0.7, not 1.3, of nothing but yes",
        "\(f)([0.25, 0.375], [1, 1])", by: "scores"),
      Case("zero", value, "a score of 0", "\(f)([0, 0], [1, -1], reduction: none)", by: "scores"),
      Case(
        "negative-zero", "INPUT-11", "−0 is 0", "\(f)([-0, 0], [1, 1], reduction: none)",
        by: "scores"),
      Case(
        "tiny", value, "next to 0",
        "\(f)([{least}, -{least}, {normal}], [1, 1, -1], reduction: none)", by: "scores"),
      Case(
        "nan", "INPUT-2", "NaN stays where it is", "\(f)([nan, 1], [1, -1], reduction: none)",
        by: "scores"),
      Case(
        "nan-target", "INPUT-2", "a target's", "\(f)([1, 1], [nan, -1], reduction: none)",
        by: "scores"),
      Case("nan-mean", "INPUT-2", "or spoils the mean", "\(f)([nan, 1], [1, -1])", by: "scores"),
      Case(
        "nan-hidden", "GRADIENT-4", "a zero cotangent hides no NaN",
        "\(f)([nan, 1], [1, -1], reduction: none)",
        by: "scores", cotangent: "[0, 0]"),
      Case(
        "127", value, "one less than a block of 128", "\(f)(\(Lists.logits(127)), \(signs(127)))",
        by: "scores"),
      Case(
        "129", value, "one more than a block", "\(f)(\(Lists.logits(129)), \(signs(129)))",
        by: "scores"),
      Case(
        "1000", value, "a long sum", "\(f)(\(Lists.logits(1000)), \(signs(1000)), reduction: sum)",
        by: "scores",
        isLong: true),
      Case("target-0", "INPUT-12 POLICY-4", "keras: 0 is not read as −1", "\(f)([1, 2], [0, 1])"),
      Case("target-half", "INPUT-12 POLICY-4", "nothing between", "\(f)([1], [0.5])"),
      Case("target-2", "INPUT-12 POLICY-4", "no sign", "\(f)([1], [2])"),
      Case("target-beside-1", "INPUT-12 POLICY-4", "one step below 1", "\(f)([1], [{below1}])"),
      Case("target-infinite", "INPUT-12 POLICY-4", "no sign", "\(f)([1], [-inf])"),
      Case("shorter", "INPUT-5", "two lengths", "\(f)([1, 2], [1])"),
      Case("scalar-target", "INPUT-5", "nothing is broadcast", "\(f)([1, 2], 1)"),
      Case("column", "INPUT-5", "a column is no row", "\(f)([1, 2], [[1], [-1]])"),
      Case(
        "reduction-unknown", "INPUT-6", "no such reduction", "\(f)([1], [1], reduction: median)"),
      Case("slope-by-target", "GRADIENT-5", "it is −1 or 1", "\(f)([1], [1])", by: "y"),
      unknownOption("\(f)([1], [1])"),
    ] + nothing(f, ["scores": empty([0]), "y": empty([0])], by: ["scores"])
  }

  /// −1 and 1 without order.
  private static func signs(_ count: Int) -> String {
    Lists.labels(count, below: 2).split(separator: "0").joined(separator: "-1")
  }

  private static let l = "logistic_loss"
  private static let ll = "LOGISTIC-LOSS"

  static let logisticLoss: [Case] =
    signed(l, "\(ll)-1", "\(ll)-4") + [
      Case(
        "symmetric", "\(ll)-2", "torch 195529: both signs alike",
        "\(l)([-40, 40, 40, -40], [-1, 1, -1, 1], reduction: none)", by: "scores"),
      Case(
        "right-20", "\(ll)-1 ACCURACY-1", "ln(1 + z) without log1p is 0 in float32",
        "\(l)([15, 17, 20, 30], [1, 1, 1, 1], reduction: none)", by: "scores"),
      Case(
        "right-50", "\(ll)-1 ACCURACY-1", "below the rounding of 1 in every format",
        "\(l)([37, 40, -50, -80], [1, 1, -1, -1], reduction: none)", by: "scores"),
      Case(
        "wrong-100", "\(ll)-3", "torch 77529: 100, not infinite",
        "\(l)([100, -100, 12, -89], [-1, 1, -1, 1], reduction: none)", by: "scores"),
      Case(
        "wrong-800", "\(ll)-3", "800, also in float64",
        "\(l)([800, -800], [-1, 1], reduction: none)",
        by: "scores", cotangent: "[1, -2]"),
      Case(
        "right-800", "\(ll)-1", "where e to the −s underflows",
        "\(l)([800, -800], [1, -1], reduction: none)", by: "scores"),
      Case(
        "overflow", "\(ll)-3 ACCURACY-5", "at the overflow of e to the s",
        "\(l)([{exp-max}, {exp-over}, -{exp-max}, -{exp-over}], [-1, -1, 1, 1], reduction: none)",
        by: "scores"),
      Case(
        "underflow", "\(ll)-1", "where e to the −s leaves the normal numbers, and all",
        "\(l)([{exp-normal}, {exp-under}], [-1, -1], reduction: none)", by: "scores"),
      Case(
        "greatest", "\(ll)-3", "the ends of the format",
        "\(l)([{max}, -{max}, {max}, -{max}], [1, 1, -1, -1], reduction: none)", by: "scores"),
      Case(
        "infinite", "POLICY-6", "0 or infinite",
        "\(l)([inf, inf, -inf, -inf], [1, -1, 1, -1], reduction: none)", by: "scores"),
      Case(
        "slope-middle", "\(ll)-4", "a half, and a little less",
        "\(l)([1e-3, -1e-3], [1, -1], reduction: none)",
        by: "scores"),
      Case("slope-by-margin", "GRADIENT-5", "there is none", "\(l)([1], [1])", by: "margin"),
    ]

  /// What holds of the hinge and of its square: margins and corners.
  private static func hinged(_ f: String, _ value: String, _ slope: String) -> [Case] {
    [
      Case(
        "margin-2", value, "twice as far", "\(f)(\(four), margin: 2, reduction: none)",
        by: "scores margin",
        cotangent: "[1, -2, 4, 0.5]"),
      Case(
        "margin-2-mean", value, "the mean", "\(f)(\(four), margin: 2)", by: "scores margin",
        cotangent: "-3"),
      Case("margin-half", value, "half as far", "\(f)(\(four), margin: 0.5)", by: "scores margin"),
      Case("margin-0", value, "the perceptron", "\(f)(\(four), margin: 0)", by: "scores margin"),
      Case(
        "margin-1", value, "said aloud", "\(f)(\(four), margin: 1, reduction: sum)", by: "margin"),
      Case(
        "at-the-margin", "\(slope) GRADIENT-3", "the corner",
        "\(f)([1, -1, 2], [1, -1, 1], reduction: none)",
        by: "scores margin", cotangent: "[3, -2, 1]"),
      Case(
        "at-the-margin-mean", "\(slope) GRADIENT-3", "a third of a corner",
        "\(f)([1, -0.5, 2], [1, -1, 1])",
        by: "scores"),
      Case(
        "beside-the-margin", "\(value) ACCURACY-1", "one step from it",
        "\(f)([{above1}, {below1}, -{below1}], [1, 1, -1], reduction: none)", by: "scores"),
      Case(
        "beyond", value, "0, exactly", "\(f)([1.5, -7], [1, -1], reduction: none)",
        by: "scores margin"),
      Case(
        "far-wrong", value, "nothing caps a loss", "\(f)([-100, 100], [1, -1], reduction: none)",
        by: "scores"),
      Case(
        "infinite", "POLICY-6", "0 or infinite",
        "\(f)([inf, inf, -inf, -inf], [1, -1, 1, -1], reduction: none)",
        by: "scores"),
      Case("nan-margin", "INPUT-2", "NaN in is NaN out", "\(f)([1, 2], [1, -1], margin: nan)"),
      Case(
        "margin-tenth", "\(value) ACCURACY-1", "a margin that is no binary number",
        "\(f)([0.1, -0.3], [1, -1], margin: 0.3, reduction: none)", by: "scores"),
    ] + notNonnegative("margin", "INPUT-6 POLICY-4", "\(f)([1], [1], margin: #)")
  }

  static let hinge: [Case] =
    signed("hinge", "HINGE-1", "HINGE-3") + hinged("hinge", "HINGE-1", "HINGE-3") + [
      Case(
        "symmetric", "HINGE-2", "both signs alike",
        "hinge([-0.75, 0.75], [-1, 1], reduction: none)", by: "scores"),
      Case(
        "greatest", "HINGE-1 ACCURACY-5", "the ends of the format",
        "hinge([{max}, -{max}], [1, 1], reduction: none)", by: "scores"),
    ]

  static let squaredHinge: [Case] =
    signed("squared_hinge", "SQUARED-HINGE-1", "SQUARED-HINGE-3")
    + hinged("squared_hinge", "SQUARED-HINGE-1", "SQUARED-HINGE-3") + [
      Case(
        "symmetric", "SQUARED-HINGE-2", "both signs alike",
        "squared_hinge([-0.75, 0.75], [-1, 1], reduction: none)", by: "scores"),
      Case(
        "squares-first", "SQUARED-HINGE-1", "each is squared, then added",
        "squared_hinge([0, -1, 0.5], [1, 1, -1], reduction: sum)", by: "scores margin"),
      Case(
        "overflow", "SQUARED-HINGE-1 ACCURACY-6", "a square beyond the format",
        "squared_hinge([-{max}, {max}], [1, 1], reduction: none)", by: "scores"),
      Case(
        "underflow", "SQUARED-HINGE-1 ACCURACY-1", "a square below the rounding of 1",
        "squared_hinge([{below1}, 0], [1, -1], margin: 1, reduction: none)", by: "scores"),
    ]
}
