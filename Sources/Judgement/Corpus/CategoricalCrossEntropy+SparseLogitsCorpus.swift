import CrossEntropy

extension Corpus {
  private static let f = "sparse_categorical_cross_entropy_with_logits"
  private static let s = "SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS"
  /// Ten rows of five logits, and their labels: Neptune 2023's PyTorch example.
  static let tenRowsOfLogits = """
    [[-0.5698, -0.0558, -0.2550, 1.6812, 0.0238], [-2.1786, 1.3923, -0.2363, -0.4601, -1.4949], \
    [1.3679, 1.2853, 0.4087, -0.5743, -0.2752], [2.1995, 0.1469, -0.1661, 0.4617, -0.4395], \
    [-0.5686, -0.7453, -0.1455, -0.5304, 0.3020], [-0.1489, -0.9143, -1.5282, -0.5023, 1.2751], \
    [-1.3830, -0.6535, 0.5392, -2.2050, -1.4138], [-0.5592, 1.5028, 0.0442, -1.5487, -0.1522], \
    [0.7436, -1.8956, 1.0145, -0.2974, -2.0576], [0.1003, 0.6604, -1.3535, -0.3053, -0.4034]]
    """
  private static let ten = "\(tenRowsOfLogits), [3, 0, 1, 1, 2, 4, 0, 2, 1, 3]"
  private static let three = "[[2, 1, -1], [0, 1, 3], [1, 1, 0]], [0, 2, 1]"
  private static let weights = "class_weight: [1, 2, 0.25]"
  private static let ignoring = "[[2, 1, -1], [5, 5, 5], [0, 1, 3]], [0, -100, 1]"

  static let sparseCategoricalCrossEntropyWithLogits: [Case] =
    ordinarySparseLogits + smoothedSparseLogits + ignoredSparseLogits + numericalSparseLogits
    + specialSparseLogits

  private static let ordinarySparseLogits: [Case] = [
    Case(
      "ten-rows", "\(s)-5 \(s)-1", "Neptune 2023: nn.CrossEntropyLoss", "\(f)(\(ten))",
      by: "logits"),
    Case(
      "ten-rows-each", "\(s)-1 REDUCTION-1", "the same, row by row",
      "\(f)(\(ten), reduction: none)",
      by: "logits", cotangent: "[1, -2, 3, -4, 5, -5, 4, -3, 2, -1]"),
    Case(
      "ten-rows-sum", "\(s)-1 REDUCTION-2", "the same, summed", "\(f)(\(ten), reduction: sum)",
      by: "logits", cotangent: "-0.5"),
    Case(
      "three-scores", "\(s)-1", "Neptune 2023: blue is right", "\(f)([[2, 1, -1]], [0])",
      by: "logits"),
    Case(
      "one-hot", "\(s)-3", "as a dense target of 1",
      "\(f)([[2, 1, -1], [0, 1, 3]], [1, 2], reduction: none)", by: "logits", cotangent: "[1, -1]"),
    Case(
      "reversed", "REDUCTION-5", "the rows the other way round",
      "\(f)([[1, 1, 0], [0, 1, 3], [2, 1, -1]], [1, 2, 0], \(weights))"),
    Case(
      "class-weights", "\(s)-5 POLICY-9", "the mean divides by the weights of the labels",
      "\(f)(\(three), \(weights))", by: "logits class_weight", cotangent: "-2"),
    Case(
      "class-weights-count", "\(s)-5", "or by the number of rows",
      "\(f)(\(three), \(weights), normalization: count)", by: "logits class_weight"),
    Case(
      "class-weights-each", "\(s)-1 \(s)-7", "each row by the weight of its label",
      "\(f)(\(three), \(weights), reduction: none)", by: "logits class_weight",
      cotangent: "[3, -1, -2]"),
    Case(
      "class-weights-sum", "\(s)-1 REDUCTION-2", "the sum",
      "\(f)(\(three), \(weights), reduction: sum)", by: "logits class_weight"),
    Case(
      "class-weight-zero", "\(s)-1", "a class that costs nothing",
      "\(f)([[2, 1, -1], [0, 1, 3]], [0, 2], class_weight: [0, 1, 3])", by: "logits class_weight"),
    Case(
      "class-weights-zero", "POLICY-1 \(s)-5", "0/0",
      "\(f)([[2, 1]], [0], class_weight: [0, 5])", by: "logits"),
    Case(
      "class-weights-zero-count", "\(s)-5", "the number of rows is not 0",
      "\(f)([[2, 1]], [0], class_weight: [0, 5], normalization: count)", by: "logits"),
    Case(
      "count", "\(s)-5", "without weights they are the same", "\(f)(\(three), normalization: count)"
    ),
    Case(
      "one-class", "\(s)-1", "no loss among one class",
      "\(f)([[3.25], [-7]], [0, 0], reduction: none)", by: "logits"),
    Case(
      "images", "\(s)-1 REDUCTION-3", "two axes after the classes", "\(f)(\(images))", by: "logits",
      cotangent: "-3"),
    Case(
      "images-each", "REDUCTION-1 \(s)-1", "a loss for each position",
      "\(f)(\(images), reduction: none)", by: "logits",
      cotangent: "[[[1, -2], [3, 0]], [[-1, 2], [4, -3]]]"),
    Case(
      "images-weighted", "\(s)-5 POLICY-12", "with weights, smoothing and ignored positions",
      "\(f)(\(images), \(weights), label_smoothing: 1/4, ignore_index: 1)",
      by: "logits class_weight label_smoothing", cotangent: "2"),
    Case(
      "sequence", "\(s)-1", "one axis after the classes",
      "\(f)([[[1, 2, 0], [3, -1, 4]]], [[0, 1, 1]], reduction: none)", by: "logits",
      cotangent: "[[1, -2, 3]]"),
  ]

  /// Two images of 2 × 2 positions and three classes, and their labels.
  private static let images =
    "[[[[1, 2], [3, -1]], [[0, 1], [-2, 0.5]], [[2, 2], [1, 0]]], "
    + "[[[4, 0], [1, -3]], [[0.25, 1], [2, 0.5]], [[1, -2], [0, 5]]]], "
    + "[[[0, 1], [2, 1]], [[2, 0], [1, 1]]]"

  private static let smoothedSparseLogits: [Case] =
    [
      Case(
        "smoothed", "\(s)-1 \(s)-3 POLICY-11", "an eighth goes to all classes",
        "\(f)([[2, 1, -1], [0, 1, 3]], [0, 2], label_smoothing: 1/8)", by: "logits label_smoothing"),
      Case(
        "smoothed-each", "POLICY-11 \(s)-7", "row by row",
        "\(f)(\(three), label_smoothing: 1/4, reduction: none)", by: "logits label_smoothing",
        cotangent: "[1, -2, 4]"),
      Case(
        "smoothed-tenth", "POLICY-11", "the usual tenth", "\(f)(\(three), label_smoothing: 0.1)"),
      Case(
        "smoothed-weights", "\(s)-1 \(s)-5 POLICY-12", "each class by its own weight",
        "\(f)([[2, 1, -1], [0, 1, 3]], [0, 2], \(weights), label_smoothing: 1/8)",
        by: "logits class_weight label_smoothing", cotangent: "-2"),
      Case(
        "smoothed-weights-each", "POLICY-12 \(s)-7", "row by row",
        "\(f)(\(three), \(weights), label_smoothing: 1/8, reduction: none)",
        by: "logits class_weight label_smoothing", cotangent: "[1, -3, 2]"),
      Case(
        "smoothed-weights-count", "\(s)-5", "divided by the number of rows",
        "\(f)(\(three), \(weights), label_smoothing: 1/8, normalization: count)",
        by: "logits class_weight label_smoothing"),
      Case(
        "smoothed-weights-sum", "REDUCTION-2 POLICY-12", "the sum",
        "\(f)(\(three), \(weights), label_smoothing: 1/2, reduction: sum)",
        by: "logits class_weight label_smoothing"),
      Case(
        "smoothed-weight-zero", "\(s)-1 POLICY-12", "its class still costs the uniform part",
        "\(f)([[2, 1, -1], [0, 1, 3]], [0, 2], class_weight: [0, 1, 3], label_smoothing: 1/4)",
        by: "logits class_weight"),
      Case(
        "smoothed-ignored", "\(s)-4 \(s)-5", "torch 73205: an ignored row is not smoothed either",
        "\(f)(\(ignoring), label_smoothing: 1/5, ignore_index: -100)", by: "logits label_smoothing"),
      Case(
        "smoothed-ignored-each", "\(s)-4", "tinygrad: nor where the index is −1",
        "\(f)([[2, 1, -1], [5, 4, 5]], [0, -1], label_smoothing: 1/5, ignore_index: -1, "
          + "reduction: none)", by: "logits", cotangent: "[1, 3]"),
      Case(
        "smoothed-ignored-weights", "\(s)-4 \(s)-5",
        "torch 69339: weights, smoothing, a row ignored",
        "\(f)([[2, 1, -1], [5, 4, 5], [0, 1, 3]], [-100, 1, 2], \(weights), label_smoothing: 0.1, "
          + "ignore_index: -100)", by: "logits class_weight label_smoothing", cotangent: "3"),
      Case(
        "smoothed-ignored-weights-mean", "\(s)-5 \(s)-4 REDUCTION-3", "the mean, said aloud",
        "\(f)([[2, 1, -1], [5, 4, 5], [0, 1, 3]], [-100, 1, 2], \(weights), label_smoothing: 1/4, "
          + "ignore_index: -100, reduction: mean)", by: "logits class_weight label_smoothing",
        cotangent: "3"),
      Case(
        "smoothed-ignored-weights-sum", "\(s)-4 REDUCTION-2", "the sum",
        "\(f)([[2, 1, -1], [5, 4, 5], [0, 1, 3]], [-100, 1, 2], \(weights), label_smoothing: 1/4, "
          + "ignore_index: -100, reduction: sum)", by: "logits class_weight label_smoothing"),
      Case(
        "smoothed-ignored-weights-count", "\(s)-5", "the same, counted",
        "\(f)([[2, 1, -1], [5, 4, 5], [0, 1, 3]], [-100, 1, 2], \(weights), label_smoothing: 0.1, "
          + "ignore_index: -100, normalization: count)", by: "logits class_weight label_smoothing"),
      Case(
        "smoothed-ignored-class", "\(s)-4 \(s)-6",
        "an ignored class still gets its share elsewhere",
        "\(f)([[2, 1, -1], [5, 4, 5], [0, 1, 3]], [0, 1, 2], \(weights), label_smoothing: 1/4, "
          + "ignore_index: 1)", by: "logits class_weight"),
      Case(
        "smoothed-wrong-50", "\(s)-1", "the other classes count",
        "\(f)([[0, 50, -3]], [1], label_smoothing: 1/8)", by: "logits"),
      Case(
        "smoothed-by-0", "\(s)-1", "not at all, said aloud", "\(f)(\(three), label_smoothing: 0)",
        by: "logits label_smoothing"),
      Case(
        "smoothed-by-1", "\(s)-1", "the labels are forgotten", "\(f)(\(three), label_smoothing: 1)",
        by: "logits label_smoothing"),
      Case(
        "smoothed-one-class", "\(s)-1", "no loss among one class",
        "\(f)([[3.25]], [0], label_smoothing: 1/8)", by: "logits label_smoothing"),
      Case(
        "smoothed-argmin", "POLICY-12", "torch 104776: weights of a tenth and nine tenths",
        "\(f)([[2, -1], [0.5, 1]], [0, 1], class_weight: [0.1, 0.9], label_smoothing: 0.1)",
        by: "logits"),
      Case(
        "smoothing-nan", "INPUT-2", "NaN in is NaN out", "\(f)(\(three), label_smoothing: nan)"),
    ] + noShares("smoothing", "\(f)([[1, 2]], [0], label_smoothing: #)")

  private static let ignoredSparseLogits: [Case] = [
    Case(
      "ignored-row", "\(s)-4 \(s)-6", "a row that is not looked at",
      "\(f)(\(ignoring), ignore_index: -100)", by: "logits", cotangent: "3"),
    Case(
      "ignored-row-each", "\(s)-4", "it contributes 0",
      "\(f)(\(ignoring), ignore_index: -100, reduction: none)", by: "logits",
      cotangent: "[1, -2, 4]"),
    Case(
      "ignored-row-sum", "\(s)-4", "to the sum as well",
      "\(f)(\(ignoring), ignore_index: -100, reduction: sum)", by: "logits"),
    Case(
      "ignored-class", "\(s)-6", "the index of a class may be ignored",
      "\(f)([[2, 1, -1], [5, 4, 5], [0, 1, 3]], [0, 1, 2], ignore_index: 1)", by: "logits"),
    Case(
      "ignored-minus-1", "\(s)-6", "tinygrad: −1 is an index like any other",
      "\(f)([[1, 2, 3], [0, 0, 0]], [0, -1], ignore_index: -1)", by: "logits"),
    Case(
      "ignored-beyond", "\(s)-6", "so is one beyond the classes",
      "\(f)([[1, 2, 3], [0, 0, 0]], [0, 255], ignore_index: 255)", by: "logits"),
    Case(
      "ignored-weights", "\(s)-5", "its weight is left out with it",
      "\(f)([[2, 1, -1], [5, 4, 5], [0, 1, 3]], [0, 1, 2], \(weights), ignore_index: 0)",
      by: "logits class_weight", cotangent: "-2"),
    Case(
      "ignored-weights-count", "\(s)-5", "nor is it counted",
      "\(f)([[2, 1, -1], [5, 4, 5], [0, 1, 3]], [0, -1, 2], \(weights), ignore_index: -1, "
        + "normalization: count)", by: "logits class_weight"),
    Case(
      "ignored-none", "\(s)-5", "no row has that label", "\(f)(\(three), ignore_index: -100)"),
    Case(
      "ignored-other", "INPUT-3 POLICY-3", "−1 is not −100",
      "\(f)([[1, 2]], [-1], ignore_index: -100)"),
    Case(
      "ignored-holds-anything", "\(s)-4 INPUT-2", "NaN, infinities, all excluded",
      "\(f)([[1, 2], [nan, 0], [inf, inf], [-inf, -inf]], [0, -1, -1, -1], ignore_index: -1)",
      by: "logits"),
    Case(
      "ignored-all", "POLICY-1 \(s)-5", "0/0", "\(f)([[1, 2], [3, 4]], [1, 1], ignore_index: 1)",
      by: "logits"),
    Case(
      "ignored-all-count", "POLICY-1", "0/0, counted",
      "\(f)([[1, 2], [3, 4]], [-1, -1], ignore_index: -1, normalization: count)"),
    Case(
      "ignored-all-sum", "REDUCTION-4 \(s)-4", "the sum of nothing is 0",
      "\(f)([[1, 2], [3, 4]], [-1, -1], ignore_index: -1, reduction: sum)", by: "logits"),
    Case(
      "ignored-all-each", "\(s)-4", "zeros",
      "\(f)([[1, 2], [3, 4]], [-1, -1], ignore_index: -1, reduction: none)", by: "logits"),
    Case(
      "ignored-all-smoothed", "POLICY-1 \(s)-4", "smoothing makes it nothing else",
      "\(f)([[1, 2], [3, 4]], [-1, -1], ignore_index: -1, label_smoothing: 1/4)"),
  ]
}
