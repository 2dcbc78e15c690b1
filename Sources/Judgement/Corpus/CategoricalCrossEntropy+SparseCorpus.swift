import CrossEntropy

extension Corpus {
  private static let f = "sparse_categorical_cross_entropy"
  private static let s = "SPARSE-CATEGORICAL-CROSS-ENTROPY"
  private static let p = "[[0.7, 0.2, 0.1], [0.1, 0.3, 0.6], [0.25, 0.5, 0.25]]"
  private static let rows = "\(p), [0, 1, 2]"
  private static let weights = "class_weight: [2, 0.25, 3]"

  static let sparseCategoricalCrossEntropy: [Case] =
    ordinarySparse + ignoredSparse + specialSparse

  private static let ordinarySparse: [Case] =
    [
      Case("ordinary", "\(s)-1 \(s)-4", "three rows", "\(f)(\(rows))", by: "p", cotangent: "-3"),
      Case(
        "ordinary-each", "\(s)-1 REDUCTION-1", "row by row", "\(f)(\(rows), reduction: none)",
        by: "p", cotangent: "[1, -2, 4]"),
      Case(
        "ordinary-sum", "REDUCTION-2", "the sum", "\(f)(\(rows), reduction: sum)", by: "p",
        cotangent: "0.5"),
      Case(
        "reversed", "REDUCTION-5", "the rows the other way round",
        "\(f)([[0.1, 0.3, 0.6], [0.7, 0.2, 0.1]], [1, 0])"),
      Case(
        "weighted", "\(s)-4 POLICY-9", "the mean divides by the weights of the labels",
        "\(f)(\(rows), \(weights))", by: "p class_weight", cotangent: "-2"),
      Case(
        "weighted-count", "\(s)-4", "or by the number of rows",
        "\(f)(\(rows), \(weights), normalization: count)", by: "p class_weight"),
      Case(
        "weighted-each", "\(s)-1 \(s)-6", "each row by the weight of its label",
        "\(f)(\(rows), \(weights), reduction: none)", by: "p class_weight",
        cotangent: "[3, -1, -2]"),
      Case(
        "weighted-sum", "\(s)-1 REDUCTION-2", "the sum",
        "\(f)(\(rows), \(weights), reduction: sum)", by: "class_weight"),
      Case(
        "weighted-repeated", "\(s)-4", "a label met twice, and one never",
        "\(f)(\(p), [2, 0, 2], \(weights))", by: "p class_weight"),
      Case(
        "weights-equal", "\(s)-4", "equal weights cancel", "\(f)(\(rows), class_weight: [2, 2, 2])",
        by: "p class_weight"),
      Case(
        "weights-0", "POLICY-1 \(s)-4", "0/0", "\(f)([[0.5, 0.5]], [0], class_weight: [0, 5])",
        by: "p"),
      Case(
        "weights-0-count", "\(s)-4", "the number of rows is not 0",
        "\(f)([[0.5, 0.5]], [0], class_weight: [0, 5], normalization: count)", by: "p"),
      Case(
        "count", "\(s)-4", "without weights they are the same",
        "\(f)(\(rows), normalization: count)", by: "p"),
      Case(
        "one-hot", "\(s)-2", "as a dense target of 1",
        "\(f)([[0.775, 0.116, 0.039, 0.07], [0.1, 0.2, 0.3, 0.4]], [0, 3])"),
      Case(
        "unnormalised", "POLICY-8", "as written, not divided by their sum",
        "\(f)([[0.9, 0.8, 0.7], [0.1, 0.2, 0.3]], [1, 1], reduction: none)", by: "p",
        cotangent: "[1, -1]"),
      Case("one-class", "\(s)-1", "a single class", "\(f)([[1], [0.5]], [0, 0])", by: "p"),
      Case("one-row", "\(s)-1", "a single row", "\(f)([[0.25, 0.75]], [1])", by: "p"),
      Case(
        "right", "\(s)-1 ACCURACY-7", "0, exactly", "\(f)([[1, 0], [0, 1]], [0, 1])", by: "p"),
      Case(
        "nearly-right", "\(s)-1 ACCURACY-1", "probabilities next to 1",
        "\(f)([[{below1}, {u}], [1 - 8*{u}, 0]], [0, 0], reduction: none)", by: "p"),
      Case(
        "tiny", "POLICY-7 \(s)-1", "no clip at 1e-7",
        "\(f)([[1e-10, 1], [1e-30, 1]], [0, 0], reduction: none)", by: "p", cotangent: "[1, -2]"),
      Case(
        "subnormal", "POLICY-13", "subnormal probabilities are not 0",
        "\(f)([[{least}, 1], [{normal}/2, 1]], [0, 0], reduction: none)"),
      Case(
        "129-rows", "\(s)-4", "one more than a block of 128",
        "\(f)([\(shares(129))], \(Lists.labels(129, below: 3)), \(weights))",
        by: "p class_weight"),
      Case(
        "1000-classes", "\(s)-1", "a thousand classes",
        "\(f)([\(Lists.shares(1000))], [999])", by: "p", isLong: true),
      Case(
        "clip", "\(s)-5", "to [1/16, 15/16]",
        "\(f)([[0.5, 0.25, 0.25], [1, 0, 0], [0, 1, 0]], [1, 0, 0], reduction: none, clip: 1/16)",
        by: "p clip", cotangent: "[1, -2, 3]"),
      Case(
        "clip-weighted", "\(s)-5", "with weights and an ignored row",
        "\(f)([[0.5, 0, 0.5], [1, 0, 0], [0, 1, 0]], [1, 0, -1], \(weights), clip: 1/8, "
          + "ignore_index: -1)", by: "p class_weight clip", cotangent: "3"),
      Case(
        "clip-corner", "\(s)-5 GRADIENT-3", "at the ends, between 0 and the slope",
        "\(f)([[0.25, 0.75], [0.25, 0.75]], [0, 1], clip: 1/4)", by: "p", cotangent: "-2"),
      Case("clip-unused", "\(s)-5", "nothing is beyond it", "\(f)(\(rows), clip: 1/32)", by: "p"),
      Case(
        "clip-1e-7", "\(s)-5", "keras: 16.1", "\(f)([[0, 1]], [0], clip: 1e-7)", by: "p"),
      Case("clip-half", "INPUT-6 POLICY-4", "must be below", "\(f)(\(rows), clip: 0.5)"),
      Case("clip-0", "INPUT-6 POLICY-4", "must be above", "\(f)(\(rows), clip: 0)"),
      Case("clip-nan", "INPUT-2", "NaN in is NaN out", "\(f)(\(rows), clip: nan)"),
      Case("slope-by-no-clip", "GRADIENT-5", "there is none", "\(f)(\(rows))", by: "clip"),
    ] + notNonnegative("clip", "INPUT-6 POLICY-4", "\(f)(\(rows), clip: #)")

  private static func shares(_ count: Int) -> String {
    (0..<count).map { Lists.shares(3, seed: $0 + 1) }.joined(separator: ", ")
  }

  private static let ignoredSparse: [Case] = [
    Case(
      "ignored", "\(s)-4 \(s)-3", "left out of sum and divisor",
      "\(f)(\(p), [0, -100, 2], ignore_index: -100)", by: "p", cotangent: "3"),
    Case(
      "ignored-each", "\(s)-3 REDUCTION-1", "it contributes 0",
      "\(f)(\(p), [0, -1, 2], ignore_index: -1, reduction: none)", by: "p",
      cotangent: "[1, -2, 4]"),
    Case(
      "ignored-class", "\(s)-3", "the index of a class may be ignored",
      "\(f)(\(p), [0, 1, 2], ignore_index: 1)", by: "p"),
    Case(
      "ignored-class-weighted", "\(s)-4", "and its weight with it",
      "\(f)(\(p), [0, 1, 2], \(weights), ignore_index: 2)", by: "p class_weight",
      cotangent: "-2"),
    Case(
      "ignored-mean", "\(s)-4 REDUCTION-3", "the mean, said aloud",
      "\(f)(\(p), [0, 1, -1], \(weights), ignore_index: -1, reduction: mean)",
      by: "p class_weight", cotangent: "3"),
    Case(
      "ignored-sum", "\(s)-3 REDUCTION-2", "the sum",
      "\(f)(\(p), [0, 1, -1], \(weights), ignore_index: -1, reduction: sum)",
      by: "p class_weight"),
    Case(
      "ignored-count", "\(s)-4", "nor is it counted",
      "\(f)(\(p), [0, -1, 2], \(weights), ignore_index: -1, normalization: count)",
      by: "p class_weight"),
    Case(
      "ignored-beyond", "\(s)-3", "an index beyond the classes",
      "\(f)(\(p), [0, 255, 2], ignore_index: 255)", by: "p"),
    Case(
      "ignored-none", "\(s)-4", "no row has that label", "\(f)(\(rows), ignore_index: -1)",
      by: "p"),
    Case(
      "ignored-other", "INPUT-3 POLICY-3", "−1 is not −100",
      "\(f)(\(p), [0, -1, 2], ignore_index: -100)"
    ),
    Case(
      "ignored-holds-anything", "\(s)-3 INPUT-2", "neither NaN nor a percentage matters there",
      "\(f)([[0.5, 0.5], [nan, 50], [inf, -3]], [0, -1, -1], ignore_index: -1)", by: "p"),
    Case(
      "ignored-impossible", "\(s)-3", "nor a 0",
      "\(f)([[0.5, 0.5], [0, 1]], [1, 0], ignore_index: 0, reduction: none)", by: "p"),
    Case(
      "ignored-all", "POLICY-1 \(s)-4", "0/0", "\(f)(\(p), [1, 1, 1], ignore_index: 1)", by: "p"),
    Case(
      "ignored-all-count", "POLICY-1", "0/0, counted",
      "\(f)(\(p), [1, 1, 1], ignore_index: 1, normalization: count)"),
    Case(
      "ignored-all-sum", "REDUCTION-4 \(s)-3", "the sum of nothing is 0",
      "\(f)(\(p), [-1, -1, -1], ignore_index: -1, reduction: sum)", by: "p"),
    Case(
      "ignored-weight-0", "POLICY-1", "what is left weighs nothing",
      "\(f)([[0.5, 0.5], [0.25, 0.75]], [0, 1], class_weight: [0, 1], ignore_index: 1)"),
  ]

  private static let specialSparse: [Case] =
    nothing(f, ["p": empty([0, 3]), "labels": .labels([])], by: ["p"])
    + [
      Case(
        "impossible", "POLICY-7 ACCURACY-4", "infinite, not 100 or 16.1",
        "\(f)([[0, 1], [0.5, 0.5]], [0, 0], reduction: none)", by: "p"),
      Case(
        "impossible-mean", "ACCURACY-4", "nor is the mean finite",
        "\(f)([[0, 1], [0.5, 0.5]], [0, 0])"),
      Case(
        "other-impossible", "POLICY-5 \(s)-2", "0 log 0 is 0",
        "\(f)([[0, 1, 0], [0.5, 0, 0.5]], [1, 0], reduction: none)", by: "p"),
      Case(
        "weight-0", "INPUT-9", "a zero weight hides an infinite loss",
        "\(f)([[0, 1], [0.25, 0.75]], [0, 1], class_weight: [0, 3])", by: "p"),
      Case(
        "slope-hidden", "GRADIENT-4", "a zero cotangent hides an infinity",
        "\(f)([[0, 1], [0.5, 0.5]], [0, 0], reduction: none)", by: "p", cotangent: "[0, 1]"),
      Case(
        "nan", "INPUT-2", "NaN stays in its row",
        "\(f)([[nan, 0.5], [0.5, 0.5]], [0, 1], reduction: none)", by: "p"),
      Case("nan-mean", "INPUT-2", "or spoils the mean", "\(f)([[nan, 0.5], [0.5, 0.5]], [0, 1])"),
      Case(
        "nan-weight-0", "INPUT-10", "a zero weight hides no NaN",
        "\(f)([[nan, 0.5], [0.5, 0.5]], [0, 1], class_weight: [0, 1])"),
      Case(
        "nan-weight", "INPUT-2", "a weight's", "\(f)([[0.5, 0.5]], [0], class_weight: [nan, 1])",
        by: "p"),
      Case("vector", "INPUT-5", "a list is no table", "\(f)([0.5, 0.5], [0])"),
      Case("spatial", "INPUT-5", "nor are two axes of classes", "\(f)([[[0.5], [0.5]]], [[0]])"),
      Case("labels-longer", "INPUT-5", "two labels for a row", "\(f)([[0.5, 0.5]], [0, 1])"),
      Case("labels-shorter", "INPUT-5", "one for two", "\(f)([[0.5, 0.5], [1, 0]], [0])"),
      Case(
        "labels-column", "INPUT-5", "a column is no list", "\(f)([[0.5, 0.5], [1, 0]], [[0], [1]])"),
      Case("labels-scalar", "INPUT-5", "nor a number", "\(f)([[0.5, 0.5]], 0)"),
      Case(
        "weight-shorter", "INPUT-5", "two weights for three classes",
        "\(f)(\(rows), class_weight: [1, 2])"),
      Case("weight-one", "INPUT-5", "one weight for all", "\(f)(\(rows), class_weight: [1])"),
      Case(
        "weight-by-row", "INPUT-5", "a weight is a class's, not a row's",
        "\(f)([[0.5, 0.5], [1, 0], [0, 1]], [0, 1, 0], class_weight: [1, 2, 3])"),
      Case("reduction-unknown", "INPUT-6", "no such reduction", "\(f)(\(rows), reduction: median)"),
      Case(
        "normalization-unknown", "INPUT-6", "no such divisor", "\(f)(\(rows), normalization: batch)"
      ),
      Case(
        "slope-by-labels", "GRADIENT-5", "labels are whole numbers", "\(f)(\(rows))", by: "labels"),
      Case(
        "slope-by-no-weight", "GRADIENT-5", "there is none", "\(f)(\(rows))", by: "class_weight"),
      Case(
        "no-classes", ["INPUT-3"], "no class to be right",
        Call(f, ["p": empty([1, 0]), "labels": .labels([0])])),
      unknownOption("\(f)(\(rows))"),
    ] + noLabels("\(f)([[0.5, 0.25, 0.25], [1, 0, 0]], [0, #])")
    + noProbabilities("p", "\(f)([[0.5, #]], [0])")
    + notNonnegative("weight", "INPUT-4 POLICY-4", "\(f)(\(rows), class_weight: [1, #, 1])")
}
