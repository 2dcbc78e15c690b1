import CrossEntropy

extension Corpus {
  private static let f = "nll_loss"
  private static let n = "NLL-LOSS"
  private static let p = "[[-0.25, -1.5, -4], [-3, -0.5, -1.25], [-2, -0.125, -7]]"
  private static let rows = "\(p), [0, 1, 2]"
  private static let weights = "class_weight: [2, 0.25, 3]"
  /// Two images of 2 × 2 positions and three classes, and their labels.
  private static let images =
    "[[[[-1, -2], [-3, -1]], [[-0.5, -1], [-2, -0.25]], [[-2, -2], [-1, -4]]], "
    + "[[[-4, -0.125], [-1, -3]], [[-0.25, -1], [-2, -0.5]], [[-1, -2], [-6, -5]]]], "
    + "[[[0, 1], [2, 1]], [[2, 0], [1, 1]]]"

  static let nllLoss: [Case] = ordinaryNLL + ignoredNLL + specialNLL

  private static let ordinaryNLL: [Case] = [
    Case("ordinary", "\(n)-1 \(n)-4", "three rows", "\(f)(\(rows))", by: "log_p", cotangent: "-3"),
    Case(
      "ordinary-each", "\(n)-1 REDUCTION-1", "row by row", "\(f)(\(rows), reduction: none)",
      by: "log_p", cotangent: "[1, -2, 4]"),
    Case(
      "ordinary-sum", "REDUCTION-2", "the sum", "\(f)(\(rows), reduction: sum)", by: "log_p",
      cotangent: "0.5"),
    Case(
      "reversed", "REDUCTION-5", "the rows the other way round",
      "\(f)([[-3, -0.5, -1.25], [-0.25, -1.5, -4]], [1, 0])"),
    Case(
      "weighted", "\(n)-4 POLICY-9", "the mean divides by the weights of the labels",
      "\(f)(\(rows), \(weights))", by: "log_p class_weight", cotangent: "-2"),
    Case(
      "weighted-count", "\(n)-4", "or by the number of rows",
      "\(f)(\(rows), \(weights), normalization: count)", by: "log_p class_weight"),
    Case(
      "weighted-each", "\(n)-1 \(n)-6", "each row by the weight of its label",
      "\(f)(\(rows), \(weights), reduction: none)", by: "log_p class_weight",
      cotangent: "[3, -1, -2]"),
    Case(
      "weighted-sum", "\(n)-1 REDUCTION-2", "the sum", "\(f)(\(rows), \(weights), reduction: sum)",
      by: "log_p class_weight"),
    Case(
      "weighted-repeated", "\(n)-4", "a label met twice, and one never",
      "\(f)(\(p), [2, 0, 2], \(weights))", by: "log_p class_weight"),
    Case(
      "weights-equal", "\(n)-4", "equal weights cancel", "\(f)(\(rows), class_weight: [2, 2, 2])"),
    Case(
      "weights-0", "POLICY-1 \(n)-4", "0/0", "\(f)([[-1, -2]], [0], class_weight: [0, 5])",
      by: "log_p"),
    Case(
      "weights-0-count", "\(n)-4", "the number of rows is not 0",
      "\(f)([[-1, -2]], [0], class_weight: [0, 5], normalization: count)", by: "log_p"),
    Case(
      "positive", "\(n)-5", "a positive log_p is taken as it is",
      "\(f)([[1.5, 0.25], [2, -3]], [0, 1], reduction: none)", by: "log_p", cotangent: "[1, -2]"),
    Case(
      "unnormalised", "\(n)-5", "and so is a row that sums to 3", "\(f)([[0, 0, 0]], [1])",
      by: "log_p"),
    Case(
      "log-softmax", "\(n)-2", "log-probabilities of the logits 2, 1 and −1",
      "\(f)([[-0.3490121, -1.3490121, -3.3490121]], [0])", by: "log_p"),
    Case(
      "log-third", "\(n)-2", "ln 3", "\(f)([[-1.0986122886681098, -1.0986122886681098]], [1])"),
    Case(
      "images", "\(n)-1 REDUCTION-3", "two axes after the classes", "\(f)(\(images))", by: "log_p",
      cotangent: "-3"),
    Case(
      "images-each", "REDUCTION-1 \(n)-1", "a loss for each position",
      "\(f)(\(images), reduction: none)", by: "log_p",
      cotangent: "[[[1, -2], [3, 0]], [[-1, 2], [4, -3]]]"),
    Case(
      "images-weighted", "\(n)-4", "with weights and ignored positions",
      "\(f)(\(images), \(weights), ignore_index: 1)", by: "log_p class_weight"),
    Case(
      "sequence", "\(n)-1", "one axis after the classes",
      "\(f)([[[-1, -2, 0], [-3, -1, -4]]], [[0, 1, 1]], reduction: none)", by: "log_p",
      cotangent: "[[1, -2, 3]]"),
    Case("one-class", "\(n)-1", "a single class", "\(f)([[0], [-0.5]], [0, 0])", by: "log_p"),
    Case("one-row", "\(n)-1", "a single row", "\(f)([[-0.25, -1.5]], [1])", by: "log_p"),
    Case("right", "\(n)-1 ACCURACY-7", "0, exactly", "\(f)([[0, -inf]], [0])", by: "log_p"),
    Case(
      "large", "\(n)-1", "a loss above 100", "\(f)([[-104, 0], [-1e4, 0]], [0, 0], reduction: none)"
    ),
    Case(
      "greatest", "\(n)-1 ACCURACY-5", "the ends of the format",
      "\(f)([[-{max}, 0], [0, {max}], [-{least}, 0]], [0, 1, 0], reduction: none)", by: "log_p"),
    Case(
      "overflow", "\(n)-1 ACCURACY-6", "a sum beyond the format",
      "\(f)([[-{max}, 0], [-{max}, 0]], [0, 0], reduction: sum)"),
    Case(
      "subnormal", "POLICY-13", "subnormal losses are kept",
      "\(f)([[-{least}, 0], [-{normal}/2, 0]], [0, 0], reduction: none)"),
    Case(
      "cancelled", "\(n)-5 ACCURACY-1", "losses of both signs",
      "\(f)([[1, 0], [-{above1}, 0]], [0, 0], reduction: sum)", by: "log_p"),
    Case(
      "129-rows", "\(n)-4", "one more than a block of 128",
      "\(f)(\(pairs(129)), \(Lists.labels(129, below: 2)), class_weight: [0.5, 3])",
      by: "log_p class_weight"),
    Case(
      "1000-rows", "\(n)-4", "a long mean", "\(f)(\(pairs(1000)), \(Lists.labels(1000, below: 2)))",
      isLong: true),
    Case(
      "1000-classes", "\(n)-1", "the last of a thousand", "\(f)([\(Lists.logits(1000))], [999])",
      by: "log_p"),
  ]

  private static let ignoredNLL: [Case] = [
    Case(
      "ignored", "\(n)-4 \(n)-3", "paddle 23708: left out of sum and divisor",
      "\(f)(\(p), [0, -100, 2], ignore_index: -100)", by: "log_p", cotangent: "3"),
    Case(
      "ignored-each", "\(n)-3 REDUCTION-1", "torch 20406: it contributes 0",
      "\(f)(\(p), [0, -1, 2], ignore_index: -1, reduction: none)", by: "log_p",
      cotangent: "[1, -2, 4]"),
    Case(
      "ignored-class", "\(n)-3", "the index of a class may be ignored",
      "\(f)(\(p), [0, 1, 2], ignore_index: 1)", by: "log_p"),
    Case(
      "ignored-weighted", "\(n)-4", "and its weight with it",
      "\(f)(\(p), [0, 1, 2], \(weights), ignore_index: 2)", by: "log_p class_weight",
      cotangent: "-2"),
    Case(
      "ignored-mean", "\(n)-4 REDUCTION-3", "the mean, said aloud",
      "\(f)(\(p), [0, 1, -1], \(weights), ignore_index: -1, reduction: mean)",
      by: "log_p class_weight", cotangent: "3"),
    Case(
      "ignored-sum", "\(n)-3 REDUCTION-2", "the sum",
      "\(f)(\(p), [0, 1, -1], \(weights), ignore_index: -1, reduction: sum)",
      by: "log_p class_weight"),
    Case(
      "ignored-count", "\(n)-4", "nor is it counted",
      "\(f)(\(p), [0, -1, 2], \(weights), ignore_index: -1, normalization: count)",
      by: "log_p class_weight"),
    Case(
      "ignored-beyond", "\(n)-3", "an index beyond the classes",
      "\(f)(\(p), [0, 255, 2], ignore_index: 255)", by: "log_p"),
    Case(
      "ignored-none", "\(n)-4", "no row has that label", "\(f)(\(rows), ignore_index: -100)"),
    Case(
      "ignored-other", "INPUT-3 POLICY-3", "−1 is not −100",
      "\(f)(\(p), [0, -1, 2], ignore_index: -100)"),
    Case(
      "ignored-holds-anything", "\(n)-3 INPUT-2", "neither NaN nor an infinity matters there",
      "\(f)([[-1, -2], [nan, nan], [inf, -inf]], [0, -1, -1], ignore_index: -1)", by: "log_p"),
    Case(
      "ignored-all", "POLICY-1 \(n)-4", "0/0", "\(f)(\(p), [1, 1, 1], ignore_index: 1)",
      by: "log_p"),
    Case(
      "ignored-all-count", "POLICY-1", "0/0, counted",
      "\(f)(\(p), [1, 1, 1], ignore_index: 1, normalization: count)"),
    Case(
      "ignored-all-sum", "REDUCTION-4 \(n)-3", "the sum of nothing is 0",
      "\(f)(\(p), [-1, -1, -1], ignore_index: -1, reduction: sum)", by: "log_p"),
    Case(
      "ignored-all-each", "\(n)-3", "zeros",
      "\(f)(\(p), [-1, -1, -1], ignore_index: -1, reduction: none)", by: "log_p"),
  ]

  private static let specialNLL: [Case] =
    nothing(f, ["log_p": empty([0, 3]), "labels": .labels([])], by: ["log_p"])
    + [
      Case(
        "no-positions", [n + "-1"], "an image without positions",
        Call(
          f,
          [
            "log_p": empty([1, 2, 0]), "labels": .integer(Tensor(shape: [1, 0], [])),
          ], options: ["reduction": "none"])),
      Case(
        "impossible", "\(n)-1 ACCURACY-4", "infinite, not 100",
        "\(f)([[-inf, 0], [-1, -2]], [0, 0], reduction: none)", by: "log_p"),
      Case(
        "impossible-mean", "ACCURACY-4", "nor is the mean finite",
        "\(f)([[-inf, 0], [-1, -2]], [0, 0])"),
      Case(
        "other-impossible", "POLICY-5 \(n)-1", "what is not looked at costs nothing",
        "\(f)([[-inf, -0.5], [-1, -inf]], [1, 0], reduction: none)", by: "log_p"),
      Case(
        "weight-0", "INPUT-9", "torch: NaN; a zero weight hides an infinite loss",
        "\(f)([[-inf, 0], [-1, -2]], [0, 1], class_weight: [0, 3])", by: "log_p"),
      Case(
        "nan", "INPUT-2", "NaN stays in its row",
        "\(f)([[nan, -1], [-1, -2]], [0, 1], reduction: none)", by: "log_p"),
      Case("nan-mean", "INPUT-2", "or spoils the mean", "\(f)([[nan, -1], [-1, -2]], [0, 1])"),
      Case(
        "nan-weight-0", "INPUT-10", "a zero weight hides no NaN",
        "\(f)([[nan, -1], [-1, -2]], [0, 1], class_weight: [0, 1])"),
      Case(
        "nan-weight", "INPUT-2", "a weight's", "\(f)([[-1, -2]], [0], class_weight: [nan, 1])",
        by: "log_p"),
      Case(
        "log_p-infinite", "INPUT-1 POLICY-4", "no logarithm of a probability",
        "\(f)([[inf, 0]], [1])"),
      Case("vector", "INPUT-5", "a list is no table", "\(f)([-1, -2], [0])"),
      Case("labels-longer", "INPUT-5", "two labels for a row", "\(f)([[-1, -2]], [0, 1])"),
      Case("labels-shorter", "INPUT-5", "one for two", "\(f)([[-1, -2], [-1, -2]], [0])"),
      Case(
        "labels-column", "INPUT-5", "a column is no list", "\(f)([[-1, -2], [-1, -2]], [[0], [1]])"),
      Case(
        "labels-of-rows", "INPUT-5", "a label for each row, not for each position",
        "\(f)([[[-1, -2], [-3, -4]]], [0])"),
      Case(
        "weight-shorter", "INPUT-5", "two weights for three classes",
        "\(f)(\(rows), class_weight: [1, 2])"),
      Case("weight-one", "INPUT-5", "one weight for all", "\(f)(\(rows), class_weight: [1])"),
      Case("reduction-unknown", "INPUT-6", "no such reduction", "\(f)(\(rows), reduction: median)"),
      Case(
        "normalization-unknown", "INPUT-6", "no such divisor", "\(f)(\(rows), normalization: batch)"
      ),
      Case(
        "slope-by-labels", "GRADIENT-5", "labels are whole numbers", "\(f)(\(rows))", by: "labels"),
      Case(
        "slope-by-no-weight", "GRADIENT-5", "there is none", "\(f)(\(rows))", by: "class_weight"),
      unknownOption("\(f)(\(rows))"),
    ] + noLabels("\(f)([[-1, -2, -3], [-1, -2, -3]], [0, #])")
    + notNonnegative("weight", "INPUT-4 POLICY-4", "\(f)(\(rows), class_weight: [1, #, 1])")
}
