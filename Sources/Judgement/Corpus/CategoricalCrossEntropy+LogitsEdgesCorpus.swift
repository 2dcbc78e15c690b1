import CrossEntropy

extension Corpus {
  private static let f = "categorical_cross_entropy_with_logits"
  private static let c = "CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS"
  private static let z = "[[2, 1, -1], [0, 1, 3], [-2, 0.5, 0.25]]"
  private static let hard = "\(z), [[1, 0, 0], [0, 1, 0], [0, 0, 1]]"
  /// Two images of 2 × 2 positions and three classes, and their targets.
  private static let images =
    "[[[[1, 2], [3, -1]], [[0, 1], [-2, 0.5]], [[2, 2], [1, 0]]], "
    + "[[[4, 0], [1, -3]], [[0.25, 1], [2, 0.5]], [[1, -2], [0, 5]]]], "
    + "[[[[1, 0], [0.5, 0]], [[0, 1], [0.5, 0.25]], [[0, 0], [0, 0.75]]], "
    + "[[[0, 0.5], [1, 0]], [[1, 0], [0, 1]], [[0, 0.5], [0, 0]]]]"

  static let numericalCategoricalLogits: [Case] = [
    Case("ties", "\(c)-1", "ln 3", "\(f)([[0.5, 0.5, 0.5]], [[0, 1, 0]])", by: "logits y"),
    Case(
      "ties-soft", "\(c)-3", "the slope of the frequency is 0",
      "\(f)([[0.5, 0.5]], [[0.5, 0.5]])", by: "logits"),
    Case(
      "near-ties", "\(c)-1 ACCURACY-1", "steps apart",
      "\(f)([[1, {above1}, {below1}]], [[0.25, 0.25, 0.5]])", by: "logits y"),
    Case(
      "offset-1e4", "\(c)-2", "e to the x overflows",
      "\(f)([[10002, 10001, 9999], [-9999, -10001, -10002]], [[0, 1, 0], [0, 0.5, 0.5]], reduction: none)",
      by: "logits", cotangent: "[1, -2]"),
    Case(
      "offset-ties", "\(c)-2", "mlx 4169: ln 2, not 0",
      "\(f)([[1e8, 1e8], [-1e8, -1e8]], [[1, 0], [0, 1]], reduction: none)", by: "logits"),
    Case(
      "offset-1e8", "\(c)-2", "logits of which float32 keeps every eighth",
      "\(f)([[100000016, 100000008, 100000000]], [[0, 1, 0]])", by: "logits y"),
    Case(
      "offset-each-row", "\(c)-2", "rows of different sizes",
      "\(f)([[1000, 1001], [1, 2], [-1000, -1001]], [[1, 0], [1, 0], [1, 0]], reduction: none)",
      by: "logits"),
    Case(
      "right-20", "ACCURACY-1 \(c)-1", "a small loss", "\(f)([[20, 0, -1]], [[1, 0, 0]])",
      by: "logits y"),
    Case(
      "right-50", "ACCURACY-1 \(c)-1", "a loss below the rounding of 1",
      "\(f)([[0, 50, -3]], [[0, 1, 0]])", by: "logits y"),
    Case(
      "wrong-50", "\(c)-1", "keras 17634: the difference, not 16.1",
      "\(f)([[14.5, 50.25, 3.5]], [[1, 0, 0]])", by: "logits y"),
    Case(
      "wrong-800", "\(c)-1", "the probability underflows",
      "\(f)([[0, 800], [0, -104]], [[1, 0], [0, 1]], reduction: none)", by: "logits y",
      cotangent: "[1, -2]"),
    Case(
      "overflow", "\(c)-2 ACCURACY-5", "at the overflow of e to the x",
      "\(f)([[{exp-max}, 0], [{exp-over}, {exp-over}], [-{exp-over}, -{exp-max}]], "
        + "[[1, 0], [0.5, 0.5], [0, 1]], reduction: none)", by: "logits"),
    Case(
      "underflow", "\(c)-1", "where e to the x leaves the normal numbers, and all",
      "\(f)([[0, {exp-normal}], [0, {exp-under}]], [[0.5, 0.5], [0, 1]], reduction: none)",
      by: "logits"),
    Case(
      "greatest", "\(c)-1 ACCURACY-5", "the ends of the format",
      "\(f)([[{max}, {max}], [{max}, 0], [-{max}, 0]], [[1, 0], [1, 0], [0, 1]], reduction: none)",
      by: "logits"),
    Case(
      "subnormal", "POLICY-13 \(c)-1", "logits next to 0",
      "\(f)([[{least}, -{least}, {normal}/2]], [[0.25, 0.5, 0.25]])", by: "logits"),
    Case(
      "exact-row", "ACCURACY-7 \(c)-1", "ln 4 whatever else is excluded",
      "\(f)([[3, -inf, 3, 3, -inf, 3]], [[0.25, 0, 0.25, 0.25, 0, 0.25]])", by: "logits"),
    Case(
      "cancelled", "\(c)-3 ACCURACY-1", "p next to y",
      "\(f)([[0, 1.0986122886681098]], [[0.25, 0.75]])", by: "logits"),
    Case(
      "127", "\(c)-1", "one less than a block of 128",
      "\(f)([\(Lists.logits(127))], [\(Lists.shares(127))])", by: "logits"),
    Case(
      "128", "\(c)-1", "a block of 128", "\(f)([\(Lists.logits(128))], [\(Lists.shares(128))])",
      by: "y"),
    Case(
      "129", "\(c)-1", "one more than a block",
      "\(f)([\(Lists.logits(129))], [\(Lists.shares(129))])", by: "logits"),
    Case(
      "1000-ties", "\(c)-1 ACCURACY-1", "a thousand equals: ln 1000",
      "\(f)([\(Lists.copies("1.5", 1000))], [\(Lists.copies("1/1000", 1000))])"),
    Case(
      "1000", "\(c)-1", "a thousand classes",
      "\(f)([\(Lists.logits(1000))], [\(Lists.shares(1000))])", by: "logits", isLong: true),
    Case(
      "100-rows", "\(c)-5", "a mean of 100 rows",
      "\(f)(\(pairs(100)), [\((0..<100).map { $0 % 3 == 0 ? "[1, 0]" : "[0.25, 0.75]" }.joined(separator: ", "))])",
      by: "logits"),
  ]

  static let specialCategoricalLogits: [Case] =
    nothing(f, ["logits": empty([0, 3]), "y": empty([0, 3])], by: ["logits", "y"])
    + [
      Case(
        "no-positions", [c + "-6"], "an image without positions",
        Call(
          f, ["logits": empty([1, 2, 0]), "y": empty([1, 2, 0])], options: ["reduction": "none"])),
      Case(
        "no-classes", [c + "-1"], "rows that cost nothing",
        Call(f, ["logits": empty([2, 0]), "y": empty([2, 0])])),
      Case(
        "excluded", "\(c)-4 POLICY-5", "optax 896: an excluded class without target costs nothing",
        "\(f)([[-inf, 1, 2], [0, 0, -inf]], [[0, 0, 1], [0.5, 0.5, 0]], reduction: none)",
        by: "logits y", cotangent: "[1, -2]"),
      Case(
        "excluded-weight-0", "\(c)-4 INPUT-9", "nor does one without weight",
        "\(f)([[-inf, 1, 2]], [[0.5, 0, 0.5]], class_weight: [0, 1, 1])", by: "logits y"),
      Case(
        "excluded-true", "POLICY-6 ACCURACY-4", "infinite where it was true",
        "\(f)([[-inf, 1, 2]], [[1, 0, 0]])", by: "logits y"),
      Case(
        "excluded-smoothed", "\(c)-4 POLICY-6", "or where smoothing makes it so",
        "\(f)([[-inf, 1, 2], [1, 1, 0]], [[0, 0, 1], [0, 1, 0]], label_smoothing: 1/8, reduction: none)",
        by: "logits"),
      Case(
        "excluded-all-but-one", "\(c)-4", "0, exactly", "\(f)([[-inf, 5, -inf]], [[0, 1, 0]])",
        by: "logits"),
      Case(
        "infinite", "POLICY-6", "takes all the probability",
        "\(f)([[inf, 0], [inf, 0]], [[1, 0], [0, 1]], reduction: none)", by: "logits",
        cotangent: "[1, -2]"),
      Case(
        "infinite-both", "POLICY-6", "NaN where two compete", "\(f)([[inf, inf]], [[1, 0]])",
        by: "logits"),
      Case(
        "excluded-all", "POLICY-6", "NaN without any class", "\(f)([[-inf, -inf]], [[1, 0]])",
        by: "logits"),
      Case(
        "slope-hidden", "GRADIENT-4", "a zero cotangent hides an infinity",
        "\(f)([[-inf, 1], [0, 1]], [[1, 0], [1, 0]], reduction: none)", by: "logits y",
        cotangent: "[0, 1]"),
      Case(
        "nan", "INPUT-2", "NaN stays in its row",
        "\(f)([[nan, 0], [1, 2]], [[0, 1], [1, 0]], reduction: none)", by: "logits y"),
      Case(
        "nan-mean", "INPUT-2", "or spoils the mean", "\(f)([[nan, 0], [1, 2]], [[0, 1], [1, 0]])"),
      Case(
        "nan-target-0", "INPUT-10", "zero targets hide no NaN", "\(f)([[nan, 0]], [[0, 0]])"),
      Case("nan-target", "INPUT-2", "a target's", "\(f)([[1, 0]], [[nan, 0]])", by: "logits y"),
      Case(
        "nan-weight", "INPUT-2", "a weight's", "\(f)([[1, 0]], [[1, 0]], class_weight: [1, nan])",
        by: "logits"),
      Case(
        "nan-smoothing", "INPUT-2", "an option's", "\(f)([[1, 0]], [[1, 0]], label_smoothing: nan)"),
      Case(
        "outside-weight-0", "INPUT-8", "a zero weight does not excuse it",
        "\(f)([[1, 2]], [[1.5, 0]], class_weight: [0, 1])"),
      Case("vector", "INPUT-5", "a list is no table", "\(f)([1, 2], [0, 1])"),
      Case("target-longer", "INPUT-5", "rows of two lengths", "\(f)([[1, 2]], [[0, 1, 0]])"),
      Case("more-targets", "INPUT-5", "two targets for a row", "\(f)([[1, 2]], [[0, 1], [1, 0]])"),
      Case(
        "one-target-for-all", "INPUT-5", "nothing is broadcast", "\(f)([[1, 2], [3, 4]], [[0, 1]])"),
      Case(
        "transposed", "INPUT-5", "classes and positions exchanged",
        "\(f)([[[1, 2, 3], [3, 4, 5]]], [[[0, 1], [1, 0], [1, 0]]])"),
      Case(
        "weight-shorter", "INPUT-5", "two weights for three classes",
        "\(f)(\(hard), class_weight: [1, 2])"),
      Case(
        "weight-by-position", "INPUT-5", "a weight is a class's, not a position's",
        "\(f)(\(images), class_weight: [1, 2])"),
      Case("weight-one", "INPUT-5", "one weight for all", "\(f)(\(hard), class_weight: [1])"),
      Case("reduction-unknown", "INPUT-6", "no such reduction", "\(f)(\(hard), reduction: median)"),
      Case(
        "normalization-unknown", "INPUT-6", "no such divisor", "\(f)(\(hard), normalization: batch)"
      ),
      Case(
        "slope-by-no-weight", "GRADIENT-5", "there is none", "\(f)(\(hard))", by: "class_weight"),
      unknownOption("\(f)(\(hard))"),
    ] + noProbabilities("y", "\(f)([[1, 2]], [[1, #]])")
    + noShares("smoothing", "\(f)([[1, 2]], [[1, 0]], label_smoothing: #)")
    + notNonnegative("weight", "INPUT-4 POLICY-4", "\(f)(\(hard), class_weight: [1, #, 1])")
}
