import CrossEntropy

extension Corpus {
  private static let f = "pairwise_hinge"
  private static let h = "PAIRWISE-HINGE"
  /// Scores and grades of five documents: eight pairs, in both orders.
  private static let five = "[0.5, 2, -1, 0.25, 3], [1, 0, 2, 1, 0]"

  static let pairwiseHinge: [Case] =
    [
      Case(
        "ordinary", "\(h)-1 \(h)-3", "eight pairs of five", "\(f)(\(five))", by: "scores margin",
        cotangent: "-3"),
      Case(
        "ordinary-each", "\(h)-5 \(h)-1", "pair by pair", "\(f)(\(five), reduction: none)",
        by: "scores margin",
        cotangent: "[1, -2, 3, -4, 5, -6, 7, -8]"),
      Case(
        "ordinary-sum", "\(h)-1 REDUCTION-2", "the sum", "\(f)(\(five), reduction: sum)",
        by: "scores margin", cotangent: "0.5"),
      Case(
        "two", "\(h)-1", "in the right order, but too near", "\(f)([0.75, 0.5], [1, 0])",
        by: "scores margin"),
      Case(
        "two-wrong", "\(h)-1", "in the wrong order", "\(f)([0.5, 3], [1, 0])", by: "scores margin"),
      Case(
        "later-first", "\(h)-1", "the later is more relevant",
        "\(f)([0.5, 3], [0, 1], reduction: none)", by: "scores"),
      Case(
        "grades", "\(h)-1", "a pair weighs the same whatever its grades",
        "\(f)([0.5, 0.25], [7, 3])", by: "scores"),
      Case(
        "fractions", "\(h)-2", "grades that are no whole numbers",
        "\(f)([0.5, 1, 0.25], [0.25, 0.75, 0.5], reduction: none)", by: "scores",
        cotangent: "[1, -2, 3]"),
      Case(
        "negative-grades", "\(h)-1", "grades below 0", "\(f)([0.5, 1], [-3, -2], reduction: none)"),
      Case(
        "near-grades", "\(h)-2", "grades a step apart",
        "\(f)([0.5, 1, 0.25], [1, {above1}, 1], reduction: none)",
        by: "scores", cotangent: "[1, -2]"),
      Case(
        "equal-grades", "\(h)-2", "no pair of equals",
        "\(f)([0.5, 1, 0.25], [1, 1, 0], reduction: none)"),
      Case(
        "infinite-grades", "\(h)-1 \(h)-2", "an infinite grade is above every other",
        "\(f)([0.5, 1, 2], [inf, 1, -inf], reduction: none)"),
      Case(
        "infinite-equal-grades", "\(h)-2", "two infinite ones are equal",
        "\(f)([0.5, 1], [inf, inf], reduction: none)"),
      Case(
        "right", "\(h)-6 \(h)-3", "some pairs cost nothing and are counted",
        "\(f)([5, 2, 1.5], [2, 1, 0])", by: "scores margin"),
      Case("all-right", "\(h)-3", "0, exactly", "\(f)([5, 2, -1], [2, 1, 0])", by: "scores margin"),
      Case(
        "margin-half", "\(h)-1", "half as far", "\(f)(\(five), margin: 0.5)", by: "scores margin"),
      Case(
        "margin-3", "\(h)-1", "further", "\(f)(\(five), margin: 3, reduction: none)",
        by: "scores margin",
        cotangent: "[8, -7, 6, -5, 4, -3, 2, -1]"),
      Case("margin-0", "\(h)-1", "none", "\(f)(\(five), margin: 0)", by: "scores margin"),
      Case(
        "at-the-margin", "GRADIENT-3 \(h)-6", "the corner", "\(f)([1.5, 0.5], [1, 0])",
        by: "scores margin", cotangent: "-2"),
      Case(
        "corners", "GRADIENT-3 \(h)-6", "three corners that share scores",
        "\(f)([2, 1, 1, 0], [2, 1, 1, 0], reduction: sum)",
        by: "scores"),
      Case(
        "ties", "\(h)-1", "equal scores cost the margin",
        "\(f)([1, 1, 1], [2, 1, 0], reduction: none)", by: "scores", cotangent: "[1, 1, -2]"),
      Case(
        "beside-the-margin", "\(h)-1 ACCURACY-1", "a step on both sides",
        "\(f)([{above1}, {below1}, 0], [1, 1, 0], reduction: none)", by: "scores"),
      Case("large", "\(h)-1", "nothing caps a loss", "\(f)([-100, 100], [1, 0])", by: "scores"),
      Case(
        "offset", "\(h)-1 ACCURACY-1", "a small difference of large scores",
        "\(f)([10001, 10002], [1, 0])", by: "scores"),
      Case(
        "greatest", "\(h)-1 ACCURACY-6", "the ends of the format", "\(f)([-{max}, {max}], [1, 0])",
        by: "scores"),
      Case(
        "subnormal", "\(h)-1 POLICY-13", "grades next to 0",
        "\(f)([0.5, 0.25], [{least}, 0], reduction: none)"),
      Case(
        "infinite", "POLICY-6", "0 or infinite", "\(f)([inf, 0, -inf], [1, 0, 2], reduction: none)",
        by: "scores"),
      Case("infinite-both", "POLICY-6 ACCURACY-3", "NaN, as ∞ − ∞", "\(f)([inf, inf], [1, 0])"),
      Case(
        "equals-mean", "\(h)-4 \(h)-2", "no pair: 0/0", "\(f)([1, 2, 3], [1, 1, 1])", by: "scores"),
      Case(
        "equals-sum", "\(h)-4 REDUCTION-4", "no pair: 0",
        "\(f)([1, 2, 3], [1, 1, 1], reduction: sum)", by: "scores margin"),
      Case(
        "equals-none", "\(h)-2 REDUCTION-1", "no pair: nothing",
        "\(f)([1, 2, 3], [1, 1, 1], reduction: none)"),
      Case("one-mean", "\(h)-4", "one item makes no pair", "\(f)([1], [1])"),
      Case("one-sum", "\(h)-4 REDUCTION-4", "0", "\(f)([1], [1], reduction: sum)", by: "scores"),
      Case(
        "unpaired-sum", "\(h)-6", "an item of no pair has no slope",
        "\(f)([1, 1, nan], [1, 0, 0], reduction: none)"),
      Case("nan", "INPUT-2", "NaN spoils the sum", "\(f)([nan, 1, 2], [2, 1, 0], reduction: sum)"),
      Case("nan-grade", "INPUT-2", "a grade's", "\(f)([0, 1, 2], [nan, 1, 0])", by: "scores"),
      Case("nan-grade-sum", "INPUT-2", "the sum", "\(f)([0, 1, 2], [nan, 1, 0], reduction: sum)"),
      Case("nan-margin", "INPUT-2", "an option's", "\(f)([0, 1, 2], [2, 1, 0], margin: nan)"),
      Case(
        "17", "\(h)-3", "a hundred pairs and more",
        "\(f)(\(Lists.logits(17)), \(Lists.labels(17, below: 5)))",
        by: "scores margin"),
      Case(
        "64", "\(h)-5", "two thousand pairs",
        "\(f)(\(Lists.logits(64)), \(Lists.logits(64, seed: 2)), reduction: none)", isLong: true),
      Case("longer-grades", "INPUT-5", "three grades for two scores", "\(f)([1, 2], [1, 0, 2])"),
      Case("shorter-grades", "INPUT-5", "one for two", "\(f)([1, 2], [1])"),
      Case("matrix", "INPUT-5", "one list at a time", "\(f)([[1, 2]], [[1, 0]])"),
      Case("scalar", "INPUT-5", "a number is no list", "\(f)(1, 1)"),
      Case("reduction-unknown", "INPUT-6", "no such reduction", "\(f)(\(five), reduction: median)"),
      Case(
        "slope-by-grades", "GRADIENT-5", "they only order the items", "\(f)(\(five))",
        by: "relevance"),
      unknownOption("\(f)(\(five))"),
    ] + nothing(f, ["scores": empty([0]), "relevance": empty([0])], by: ["scores"])
    + notNonnegative("margin", "INPUT-6 POLICY-4", "\(f)(\(five), margin: #)")
}
