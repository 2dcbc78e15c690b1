import CrossEntropy

extension Corpus {
  private static let f = "multiclass_hinge"
  private static let m = "MULTICLASS-HINGE"
  private static let three = "[[2, 1.5, -1], [0, 1, 3], [1, 0.75, -2]], [0, 1, 2]"
  private static let ww = "variant: weston_watkins"

  static let multiclassHinge: [Case] =
    [
      Case(
        "ordinary", "\(m)-1 REDUCTION-3", "three rows", "\(f)(\(three))", by: "scores margin",
        cotangent: "-3"),
      Case(
        "ordinary-each", "\(m)-1 REDUCTION-1", "row by row", "\(f)(\(three), reduction: none)",
        by: "scores margin",
        cotangent: "[1, -2, 4]"),
      Case(
        "ordinary-sum", "REDUCTION-2", "the sum", "\(f)(\(three), reduction: sum)", by: "scores",
        cotangent: "0.5"),
      Case("crammer-singer", "\(m)-1", "said aloud", "\(f)(\(three), variant: crammer_singer)"),
      Case(
        "reversed", "REDUCTION-5", "the rows the other way round",
        "\(f)([[0, 1, 3], [2, 1.5, -1]], [1, 0])"),
      Case(
        "weston-watkins", "\(m)-2", "the sum over the classes", "\(f)(\(three), \(ww))",
        by: "scores margin", cotangent: "-3"),
      Case(
        "weston-watkins-each", "\(m)-2", "torch: not divided by the classes",
        "\(f)(\(three), \(ww), reduction: none)",
        by: "scores margin", cotangent: "[1, -2, 4]"),
      Case(
        "weston-watkins-sum", "\(m)-2 REDUCTION-2", "the sum",
        "\(f)(\(three), \(ww), reduction: sum)", by: "scores margin"),
      Case(
        "margin-half", "\(m)-1", "half as far", "\(f)(\(three), margin: 0.25, reduction: none)",
        by: "scores margin",
        cotangent: "[1, -2, 4]"),
      Case(
        "margin-3", "\(m)-2", "further", "\(f)(\(three), \(ww), margin: 3)", by: "scores margin"),
      Case(
        "margin-0", "\(m)-1", "the perceptron", "\(f)(\(three), margin: 0)", by: "scores margin"),
      Case(
        "margin-0-weston-watkins", "\(m)-2", "the same, of all", "\(f)(\(three), \(ww), margin: 0)",
        by: "scores"),
      Case(
        "right", "\(m)-4", "beyond the margin: 0",
        "\(f)([[5, 1, 2], [0, 7, 1]], [0, 1], reduction: none)", by: "scores margin"),
      Case(
        "right-weston-watkins", "\(m)-4", "beyond the margin: 0",
        "\(f)([[5, 1, 2], [0, 7, 1]], [0, 1], \(ww), reduction: none)", by: "scores margin"),
      Case(
        "one-class", "\(m)-4", "nothing to beat", "\(f)([[3], [-2]], [0, 0], reduction: none)",
        by: "scores margin"),
      Case(
        "one-class-weston-watkins", "\(m)-4", "nothing to beat",
        "\(f)([[3], [-2]], [0, 0], \(ww), reduction: none)", by: "scores margin"),
      Case(
        "two-classes", "\(m)-1", "the hinge of the difference",
        "\(f)([[0.5, 1], [0.5, 1]], [0, 1], reduction: none)", by: "scores"),
      Case("negative", "\(m)-3", "all scores below 0", "\(f)([[-3, -1, -2]], [0])", by: "scores"),
      Case(
        "shifted", "\(m)-3", "by a hundred",
        "\(f)([[102, 101.5, 99], [-100, -99, -97]], [0, 1], reduction: none)", by: "scores"),
      Case(
        "offset-1e4", "\(m)-3", "by ten thousand", "\(f)([[10002, 10001, 9999]], [1], \(ww))",
        by: "scores"),
      Case(
        "offset-1e8", "\(m)-3 ACCURACY-1", "scores of which float32 keeps every eighth",
        "\(f)([[100000016, 100000008, 100000000]], [1])", by: "scores"),
      Case(
        "at-the-margin", "GRADIENT-3 \(m)-1", "the corner", "\(f)([[2, 1, -1]], [0])",
        by: "scores margin", cotangent: "-2"),
      Case(
        "at-the-margin-weston-watkins", "GRADIENT-3 \(m)-2", "two corners at once",
        "\(f)([[2, 1, 1]], [0], \(ww))",
        by: "scores margin", cotangent: "3"),
      Case(
        "rivals", "GRADIENT-3 \(m)-5", "two largest others", "\(f)([[0, 2, 2, 1]], [0])",
        by: "scores", cotangent: "-2"),
      Case("rivals-three", "GRADIENT-3 \(m)-5", "three", "\(f)([[1, 1, 1, 1]], [2])", by: "scores"),
      Case(
        "rivals-at-the-margin", "GRADIENT-3 \(m)-5", "two, and the corner",
        "\(f)([[2, 1, 1]], [0])", by: "scores"),
      Case(
        "near-rivals", "\(m)-1 ACCURACY-1", "steps apart",
        "\(f)([[0, 1, {above1}, {below1}]], [0])", by: "scores"),
      Case("large", "\(m)-1", "nothing caps a loss", "\(f)([[-100, 100]], [0])", by: "scores"),
      Case(
        "greatest", "\(m)-1 ACCURACY-6", "the ends of the format",
        "\(f)([[{max}, 0], [0, {max}], [-{max}, {max}]], [0, 0, 0], reduction: none)", by: "scores"),
      Case("tiny", "\(m)-1", "next to 0", "\(f)([[{least}, -{least}]], [0], margin: 0)"),
      Case(
        "infinite", "POLICY-6", "0 or infinite",
        "\(f)([[inf, 0], [inf, 0]], [0, 1], reduction: none)", by: "scores"),
      Case(
        "minus-infinite", "POLICY-6", "the same below",
        "\(f)([[-inf, 0, 1], [-inf, 0, 1]], [0, 1], reduction: none)", by: "scores"),
      Case(
        "infinite-weston-watkins", "POLICY-6", "of all others",
        "\(f)([[-inf, 0, 1], [-inf, 0, 1]], [0, 1], \(ww), reduction: none)",
        by: "scores"),
      Case("infinite-both", "POLICY-6", "NaN where two compete", "\(f)([[inf, inf]], [0])"),
      Case(
        "nan", "INPUT-2", "NaN stays in its row",
        "\(f)([[nan, 0], [1, 2]], [1, 0], reduction: none)", by: "scores"),
      Case(
        "nan-label", "INPUT-2", "the label's own",
        "\(f)([[nan, 0], [1, 2]], [0, 0], \(ww), reduction: none)", by: "scores"),
      Case("nan-one-class", "INPUT-2", "also where nothing is to beat", "\(f)([[nan]], [0])"),
      Case(
        "nan-far", "INPUT-2", "also of a class that is far behind",
        "\(f)([[5, nan, 1]], [0], \(ww))"),
      Case("nan-mean", "INPUT-2", "or spoils the mean", "\(f)([[nan, 0], [1, 2]], [1, 0])"),
      Case("nan-margin", "INPUT-2", "an option's", "\(f)(\(three), margin: nan)"),
      Case("127", "\(m)-1", "one less than a block of 128", "\(f)([\(Lists.logits(127))], [126])"),
      Case(
        "129", "\(m)-2", "one more than a block", "\(f)([\(Lists.logits(129))], [128], \(ww))",
        by: "scores"),
      Case(
        "1000", "\(m)-2", "a thousand classes", "\(f)([\(Lists.logits(1000))], [999], \(ww))",
        by: "scores", isLong: true),
      Case(
        "100-rows", "REDUCTION-3", "a mean of 100 rows",
        "\(f)(\(pairs(100)), \(Lists.labels(100, below: 2)))", by: "margin"),
      Case("vector", "INPUT-5", "a list is no table", "\(f)([1, 2], [0])"),
      Case("labels-longer", "INPUT-5", "two labels for a row", "\(f)([[1, 2]], [0, 1])"),
      Case("labels-shorter", "INPUT-5", "one for two", "\(f)([[1, 2], [1, 2]], [0])"),
      Case(
        "no-classes", ["INPUT-3"], "no class to be right",
        Call(f, ["scores": empty([1, 0]), "labels": .labels([0])])),
      Case("variant-unknown", "INPUT-6", "no such variant", "\(f)(\(three), variant: lee)"),
      Case(
        "reduction-unknown", "INPUT-6", "no such reduction", "\(f)(\(three), reduction: median)"),
      Case(
        "slope-by-labels", "GRADIENT-5", "labels are whole numbers", "\(f)(\(three))", by: "labels"),
      unknownOption("\(f)(\(three))"),
    ] + nothing(f, ["scores": empty([0, 3]), "labels": .labels([])], by: ["scores"])
    + noLabels("\(f)([[1, 2, 3], [1, 2, 3]], [0, #])")
    + notNonnegative("margin", "INPUT-6 POLICY-4", "\(f)(\(three), margin: #)")
}
