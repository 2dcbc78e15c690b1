import CrossEntropy

extension Corpus {
  private static let f = "sparse_categorical_cross_entropy_with_logits"
  private static let s = "SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS"
  private static let three = "[[2, 1, -1], [0, 1, 3], [1, 1, 0]], [0, 2, 1]"

  static let numericalSparseLogits: [Case] = [
    Case("ties", "\(s)-1", "ln 3", "\(f)([[0.5, 0.5, 0.5]], [1])", by: "logits"),
    Case(
      "near-ties", "\(s)-1 ACCURACY-1", "steps apart", "\(f)([[1, {above1}, {below1}]], [1])",
      by: "logits"),
    Case(
      "offset-1e4", "\(s)-2", "e to the x overflows", "\(f)([[10002, 10001, 9999]], [1])",
      by: "logits"),
    Case(
      "offset-1e8", "\(s)-2", "logits of which float32 keeps every eighth",
      "\(f)([[100000016, 100000008, 100000000]], [1])", by: "logits"),
    Case(
      "offset-ties", "\(s)-2", "optax: ln 2, not 0",
      "\(f)([[1e8, 1e8], [-1e8, -1e8]], [0, 1], reduction: none)", by: "logits"),
    Case(
      "offset-each-row", "\(s)-2", "rows of different sizes",
      "\(f)([[1000, 1001], [1, 2], [-1000, -1001]], [0, 0, 0], reduction: none)", by: "logits"),
    Case("right-20", "\(s)-1", "a small loss", "\(f)([[20, 0, -1]], [0])", by: "logits"),
    Case(
      "right-50", "\(s)-1", "a loss below the rounding of 1", "\(f)([[0, 50, -3]], [1])",
      by: "logits"),
    Case(
      "wrong-50", "\(s)-1", "the loss is the difference", "\(f)([[0, 50, -3]], [0])", by: "logits"),
    Case(
      "wrong-800", "\(s)-1", "the probability underflows", "\(f)([[0, 800]], [0])", by: "logits"),
    Case(
      "wrong-104", "\(s)-1", "paddle: not 64", "\(f)([[0, -100, -104]], [2])", by: "logits"),
    Case(
      "overflow", "\(s)-2 ACCURACY-5", "at the overflow of e to the x",
      "\(f)([[{exp-max}, 0], [{exp-over}, {exp-over}], [-{exp-over}, -{exp-max}]], [0, 1, 1], "
        + "reduction: none)", by: "logits"),
    Case(
      "underflow", "\(s)-1", "where e to the x leaves the normal numbers, and all",
      "\(f)([[0, {exp-normal}], [0, {exp-under}]], [0, 1], reduction: none)", by: "logits"),
    Case(
      "greatest", "\(s)-1 ACCURACY-5", "the ends of the format",
      "\(f)([[{max}, {max}], [{max}, 0], [-{max}, 0]], [0, 1, 0], reduction: none)", by: "logits"),
    Case(
      "subnormal", "POLICY-13 \(s)-1", "logits next to 0",
      "\(f)([[{least}, -{least}, {normal}/2]], [1])", by: "logits"),
    Case(
      "exact-row", "ACCURACY-7 \(s)-1", "ln 4 whatever else is excluded",
      "\(f)([[3, -inf, 3, 3, -inf, 3]], [2])", by: "logits"),
    Case(
      "nnlib-126", "\(s)-7", "far apart on both sides",
      "\(f)([[-431, 279, 427], [-431, 279, 427]], [2, 1], reduction: none)", by: "logits",
      cotangent: "[1, -2]"),
    Case(
      "127", "\(s)-1", "one less than a block of 128", "\(f)([\(Lists.logits(127))], [126])",
      by: "logits"),
    Case("128", "\(s)-1", "a block of 128", "\(f)([\(Lists.logits(128))], [0])", by: "logits"),
    Case(
      "129", "\(s)-1", "one more than a block", "\(f)([\(Lists.logits(129))], [128])", by: "logits"),
    Case(
      "1000-ties", "\(s)-1 ACCURACY-1", "a thousand equals: ln 1000",
      "\(f)([\(Lists.copies("1.5", 1000))], [999])"),
    Case(
      "1000", "\(s)-1", "a thousand classes",
      "\(f)([\(Lists.logits(1000))], [999], label_smoothing: 1/8)", by: "logits", isLong: true),
    Case(
      "100-rows", "\(s)-5", "a mean of 100 rows with weights",
      "\(f)(\(pairs(100)), \(Lists.labels(100, below: 2)), class_weight: [0.5, 3])",
      by: "logits class_weight"),
  ]

  static let specialSparseLogits: [Case] =
    nothing(f, ["logits": empty([0, 3]), "labels": .labels([])], by: ["logits"])
    + [
      Case(
        "no-positions", [s + "-1"], "an image without positions",
        Call(
          f, ["logits": empty([1, 2, 0]), "labels": .integer(Tensor(shape: [1, 0], []))],
          options: ["reduction": "none"])),
      Case(
        "no-classes", ["INPUT-3"], "no class to be right",
        Call(f, ["logits": empty([1, 0]), "labels": .labels([0])])),
      Case(
        "masked", "\(s)-8", "an excluded class costs nothing",
        "\(f)([[1, -inf, 2], [0, 0, -inf]], [2, 0])", by: "logits"),
      Case(
        "masked-true", "\(s)-8 POLICY-6", "infinite where it was true",
        "\(f)([[-inf, 1, 2], [0, 1, 2]], [0, 0], reduction: none)", by: "logits"),
      Case(
        "masked-smoothed", "\(s)-8 POLICY-6", "or where smoothing makes it so",
        "\(f)([[-inf, 1, 2], [0, 1, 2]], [1, 0], label_smoothing: 1/8, reduction: none)",
        by: "logits"),
      Case(
        "masked-smoothed-by-0", "\(s)-8 POLICY-5", "not where it does not",
        "\(f)([[-inf, 1, 2]], [1], label_smoothing: 0)", by: "logits"),
      Case(
        "masked-weight-0", "INPUT-9", "a zero weight hides an infinite loss",
        "\(f)([[-inf, 1, 2], [0, 1, 2]], [0, 1], class_weight: [0, 1, 3], label_smoothing: 1/8, "
          + "reduction: none)", by: "logits", cotangent: "[1, -2]"),
      Case(
        "masked-all-but-one", "\(s)-8", "0, exactly", "\(f)([[-inf, 5, -inf]], [1])", by: "logits"),
      Case(
        "infinite", "POLICY-6", "takes all the probability",
        "\(f)([[inf, 0], [inf, 0]], [0, 1], reduction: none)", by: "logits", cotangent: "[1, -2]"),
      Case(
        "infinite-both", "POLICY-6", "NaN where two compete", "\(f)([[inf, inf]], [0])",
        by: "logits"),
      Case(
        "masked-all", "POLICY-6", "NaN without any class", "\(f)([[-inf, -inf]], [0])", by: "logits"
      ),
      Case(
        "slope-hidden", "GRADIENT-4", "a zero cotangent hides an infinity",
        "\(f)([[-inf, 1], [0, 1]], [0, 0], reduction: none)", by: "logits", cotangent: "[0, 1]"),
      Case(
        "nan", "INPUT-2", "NaN stays in its row",
        "\(f)([[nan, 0], [1, 2]], [1, 0], reduction: none)", by: "logits"),
      Case("nan-mean", "INPUT-2", "or spoils the mean", "\(f)([[nan, 0], [1, 2]], [1, 0])"),
      Case(
        "nan-weight-0", "INPUT-10", "a zero weight hides no NaN",
        "\(f)([[nan, 0], [1, 2]], [0, 1], class_weight: [0, 1])"),
      Case(
        "nan-weight", "INPUT-2", "a weight's", "\(f)([[1, 0]], [0], class_weight: [nan, 1])",
        by: "logits"),
      Case("vector", "INPUT-5", "a list is no table", "\(f)([1, 2], [0])"),
      Case("labels-longer", "INPUT-5", "two labels for a row", "\(f)([[1, 2]], [0, 1])"),
      Case("labels-shorter", "INPUT-5", "one for two", "\(f)([[1, 2], [1, 2]], [0])"),
      Case("labels-column", "INPUT-5", "a column is no list", "\(f)([[1, 2], [1, 2]], [[0], [1]])"),
      Case(
        "labels-of-rows", "INPUT-5", "a label for each row, not for each position",
        "\(f)([[[1, 2], [3, 4]]], [0])"),
      Case(
        "classes-last", "INPUT-5", "the classes stand second",
        "\(f)([[[1, 2, 3], [3, 4, 5]]], [[0, 1]])"),
      Case(
        "weight-shorter", "INPUT-5", "two weights for three classes",
        "\(f)(\(three), class_weight: [1, 2])"),
      Case("weight-one", "INPUT-5", "one weight for all", "\(f)(\(three), class_weight: [1])"),
      Case(
        "reduction-unknown", "INPUT-6", "no such reduction", "\(f)(\(three), reduction: median)"),
      Case(
        "normalization-unknown", "INPUT-6", "no such divisor",
        "\(f)(\(three), normalization: batch)"),
      Case(
        "slope-by-labels", "GRADIENT-5", "labels are whole numbers", "\(f)(\(three))", by: "labels"),
      Case(
        "slope-by-no-weight", "GRADIENT-5", "there is none", "\(f)(\(three))", by: "class_weight"),
      unknownOption("\(f)(\(three))"),
    ] + noLabels("\(f)([[1, 2, 3], [1, 2, 3]], [0, #])")
    + notNonnegative("weight", "INPUT-4 POLICY-4", "\(f)(\(three), class_weight: [1, #, 1])")
}
