import CrossEntropy

extension Corpus {
  private static let f = "binary_focal_with_logits"
  private static let b = "BINARY-FOCAL-WITH-LOGITS"
  private static let four = "[0.5, -2, 3, 1.25], [1, 0, 0, 1]"

  static let binaryFocalWithLogits: [Case] =
    [
      Case(
        "ordinary", "\(b)-1 REDUCTION-3", "yes and no, right and wrong", "\(f)(\(four))",
        by: "logits gamma", cotangent: "-3"),
      Case(
        "ordinary-each", "\(b)-1 REDUCTION-1", "one by one", "\(f)(\(four), reduction: none)",
        by: "logits gamma", cotangent: "[1, -2, 4, 0.5]"),
      Case(
        "ordinary-sum", "REDUCTION-2", "the sum", "\(f)(\(four), reduction: sum)", by: "logits",
        cotangent: "0.5"),
      Case(
        "reversed", "REDUCTION-5", "in another order", "\(f)([1.25, 3, -2, 0.5], [1, 0, 0, 1])"),
      Case(
        "gamma-0", "\(b)-2", "the binary cross-entropy", "\(f)(\(four), gamma: 0, reduction: none)",
        by: "logits gamma", cotangent: "[1, -2, 4, 0.5]"),
      Case(
        "gamma-1", "\(b)-1", "one", "\(f)(\(four), gamma: 1)", by: "logits gamma"),
      Case(
        "gamma-half", "\(b)-1 \(b)-5", "below one", "\(f)(\(four), gamma: 0.5, reduction: none)",
        by: "logits gamma", cotangent: "[1, -2, 4, 0.5]"),
      Case(
        "gamma-3", "\(b)-1", "more than usual", "\(f)(\(four), gamma: 3)", by: "logits gamma"),
      Case(
        "gamma-2.5", "\(b)-1", "no whole number", "\(f)(\(four), gamma: 2.5)", by: "logits gamma",
        isLong: true),
      Case("gamma-large", "\(b)-1", "ten", "\(f)([0.5, -2], [1, 1], gamma: 10)", by: "logits"),
      Case(
        "alpha", "\(b)-1 \(b)-3", "a quarter for yes, three for no",
        "\(f)(\(four), alpha: 0.25)", by: "logits gamma alpha", cotangent: "-2"),
      Case(
        "mean", "REDUCTION-3 \(b)-1", "the mean, said aloud",
        "\(f)(\(four), gamma: 1, alpha: 0.25, reduction: mean)", by: "logits gamma alpha",
        cotangent: "3"),
      Case(
        "alpha-each", "\(b)-1", "one by one", "\(f)(\(four), alpha: 0.125, reduction: none)",
        by: "logits gamma alpha", cotangent: "[1, -2, 4, 3]"),
      Case(
        "alpha-no", "\(b)-3", "nothing but no", "\(f)([0.5, -2], [0, 0], alpha: 0.25)",
        by: "logits alpha"),
      Case("alpha-0", "\(b)-1", "yes costs nothing", "\(f)(\(four), alpha: 0)", by: "logits alpha"),
      Case(
        "alpha-1", "\(b)-1", "nor does no", "\(f)(\(four), alpha: 1, gamma: 1)", by: "logits alpha"),
      Case(
        "alpha-gamma-0", "\(b)-2", "a balanced cross-entropy",
        "\(f)(\(four), alpha: 0.25, gamma: 0)", by: "logits gamma alpha"),
      Case("alpha-none", "\(b)-1", "said aloud", "\(f)(\(four), alpha: none)"),
      Case(
        "flipped", "\(b)-3", "everything the other way round",
        "\(f)([-0.5, 2, -3, -1.25], [0, 1, 1, 0], alpha: 0.75)"),
      Case(
        "zero", "\(b)-1", "a quarter of ln 2", "\(f)([0, 0], [1, 0], reduction: none)", by: "logits"
      ),
      Case("scalar", "\(b)-1", "no axis", "\(f)(1, 1)", by: "logits gamma", cotangent: "4"),
      Case(
        "matrix", "REDUCTION-3", "the mean is over all elements",
        "\(f)([[0.5, -2, 1], [3, 0, -1]], [[1, 0, 1], [0, 0, 1]])", by: "logits"),
      Case(
        "cube-each", "REDUCTION-1", "the shape is kept",
        "\(f)([[[0.5], [-2]], [[3], [1]]], [[[1], [0]], [[0], [1]]], reduction: none)",
        by: "logits", cotangent: "[[[1], [-2]], [[0], [3]]]"),
      Case(
        "easy", "\(b)-4", "far on the right side",
        "\(f)([8, -8, 10, -12], [1, 0, 1, 0], reduction: none)", by: "logits gamma"),
      Case(
        "easy-20", "\(b)-4 ACCURACY-1", "a loss far below the rounding of 1",
        "\(f)([20, -20], [1, 0], reduction: none)", by: "logits gamma"),
      Case(
        "hard-50", "\(b)-1", "the logit itself", "\(f)([-50, 50], [1, 0], reduction: none)",
        by: "logits gamma"),
      Case(
        "saturated", "\(b)-4", "kornia 918: where p is 1 to any format",
        "\(f)([100, -100], [1, 0], reduction: none)", by: "logits gamma"),
      Case(
        "saturated-gamma-half", "\(b)-4", "kornia 918: γ below 1",
        "\(f)([100, -100, 18], [1, 0, 1], gamma: 0.5, reduction: none)", by: "logits",
        cotangent: "[1, -2, 3]"),
      Case(
        "saturated-gamma-0", "\(b)-2 \(b)-4", "sam3 576: γ = 0",
        "\(f)([18, 40, -40], [1, 1, 0], gamma: 0, reduction: none)", by: "logits"),
      Case(
        "saturated-800", "\(b)-4", "where e to the −z underflows",
        "\(f)([800, -800, 800, -800], [1, 0, 0, 1], reduction: none)", by: "logits gamma"),
      Case(
        "overflow", "\(b)-1 ACCURACY-5", "at the overflow of e to the z",
        "\(f)([{exp-max}, {exp-over}, -{exp-max}, -{exp-over}], [0, 0, 1, 1], reduction: none)",
        by: "logits"),
      Case(
        "greatest", "\(b)-1 \(b)-4", "the ends of the format",
        "\(f)([{max}, -{max}, {max}, -{max}], [1, 0, 0, 1], reduction: none)", by: "logits"),
      Case(
        "tiny", "\(b)-1", "a quarter of ln 2, and a little",
        "\(f)([{least}, -{least}, 1e-4, -1e-4], [0, 1, 1, 0], reduction: none)", by: "logits"),
      Case(
        "infinite-right", "\(b)-4 POLICY-6", "0", "\(f)([inf, -inf], [1, 0], reduction: none)",
        by: "logits gamma", cotangent: "[1, -2]"),
      Case(
        "infinite-right-gamma-0", "\(b)-4 POLICY-6", "0, also for γ = 0",
        "\(f)([inf, -inf], [1, 0], gamma: 0, reduction: none)", by: "logits"),
      Case(
        "infinite-right-gamma-half", "\(b)-4 POLICY-6", "0, also for a γ below 1",
        "\(f)([inf, -inf], [1, 0], gamma: 0.5, reduction: none)", by: "logits"),
      Case(
        "infinite-wrong", "POLICY-6 ACCURACY-4", "infinite",
        "\(f)([inf, -inf], [0, 1], reduction: none)", by: "logits", cotangent: "[2, -3]"),
      Case(
        "infinite-alpha-0", "INPUT-9", "a zero weight hides an infinite loss",
        "\(f)([-inf, 1], [1, 0], alpha: 0, reduction: none)"),
      Case(
        "slope-hidden", "GRADIENT-4", "a zero cotangent hides no NaN",
        "\(f)([nan, 1], [1, 0], reduction: none)", by: "logits", cotangent: "[0, 0]"),
      Case(
        "nan", "INPUT-2", "NaN stays where it is", "\(f)([nan, 1], [1, 0], reduction: none)",
        by: "logits"),
      Case(
        "nan-target", "INPUT-2", "a target's", "\(f)([1, 1], [nan, 0], reduction: none)",
        by: "logits"),
      Case("nan-mean", "INPUT-2", "or spoils the mean", "\(f)([nan, 1], [1, 0])"),
      Case("nan-gamma", "INPUT-2", "an option's", "\(f)([1, 2], [1, 0], gamma: nan)"),
      Case("nan-alpha", "INPUT-2", "an option's", "\(f)([1, 2], [1, 0], alpha: nan)"),
      Case(
        "127", "\(b)-1", "one less than a block of 128",
        "\(f)(\(Lists.logits(127)), \(Lists.labels(127, below: 2)))"),
      Case(
        "129", "\(b)-1", "one more than a block",
        "\(f)(\(Lists.logits(129)), \(Lists.labels(129, below: 2)), alpha: 0.25)",
        by: "logits alpha"),
      Case(
        "1000", "\(b)-1", "a long sum",
        "\(f)(\(Lists.logits(1000)), \(Lists.labels(1000, below: 2)), reduction: sum)", by: "gamma",
        isLong: true),
      Case("soft", "INPUT-12 POLICY-4", "a target is 0 or 1", "\(f)([1], [0.5])"),
      Case("target-signed", "INPUT-12 POLICY-4", "not −1", "\(f)([1], [-1])"),
      Case("target-above-1", "INPUT-12 POLICY-4", "one step above 1", "\(f)([1], [{above1}])"),
      Case("target-tiny", "INPUT-12 POLICY-4", "one step above 0", "\(f)([1], [{least}])"),
      Case("target-infinite", "INPUT-12 POLICY-4", "no target", "\(f)([1], [inf])"),
      Case("shorter", "INPUT-5", "two lengths", "\(f)([1, 2], [1])"),
      Case("scalar-target", "INPUT-5", "nothing is broadcast", "\(f)([1, 2], 1)"),
      Case("column", "INPUT-5", "a column is no row", "\(f)([1, 2], [[1], [0]])"),
      Case(
        "reduction-unknown", "INPUT-6", "no such reduction", "\(f)([1], [1], reduction: median)"),
      Case("slope-by-target", "GRADIENT-5", "it is 0 or 1", "\(f)([1], [1])", by: "y"),
      Case("slope-by-no-alpha", "GRADIENT-5", "there is none", "\(f)([1], [1])", by: "alpha"),
      unknownOption("\(f)([1], [1])"),
    ] + nothing(f, ["logits": empty([0]), "y": empty([0])], by: ["logits"])
    + notNonnegative("gamma", "INPUT-6 POLICY-4", "\(f)([1], [1], gamma: #)")
    + noShares("alpha", "\(f)([1], [1], alpha: #)")
}
