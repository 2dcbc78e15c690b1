import CrossEntropy
import Exact

extension Corpus {
  /// Ten rows of five logits, and their labels: Neptune 2023's PyTorch example.
  static let tenRowsOfLogits = """
    -0.5698 -0.0558 -0.2550 1.6812 0.0238; -2.1786 1.3923 -0.2363 -0.4601 -1.4949; \
    1.3679 1.2853 0.4087 -0.5743 -0.2752; 2.1995 0.1469 -0.1661 0.4617 -0.4395; \
    -0.5686 -0.7453 -0.1455 -0.5304 0.3020; -0.1489 -0.9143 -1.5282 -0.5023 1.2751; \
    -1.3830 -0.6535 0.5392 -2.2050 -1.4138; -0.5592 1.5028 0.0442 -1.5487 -0.1522; \
    0.7436 -1.8956 1.0145 -0.2974 -2.0576; 0.1003 0.6604 -1.3535 -0.3053 -0.4034
    """
  private static let tenLabels = [3, 0, 1, 1, 2, 4, 0, 2, 1, 3]

  private static func sparse(
    _ id: String, _ clauses: [String], _ note: String, _ logits: String, _ labels: [Int],
    weights: String? = nil, options: [String: Call.Option] = [:]
  ) -> Case {
    var call = Call(
      "sparse_categorical_cross_entropy_with_logits",
      ["logits": matrix(logits), "labels": .labels(labels)], options: options)
    call.arguments["class_weight"] = weights.map { vector($0) }
    return Case(
      id, clauses.map { "SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-\($0)" }, note, call)
  }

  private static let each: [String: Call.Option] = ["reduction": .word("none")]
  private static let smoothed: Call.Option = .real(.finite(Rational(1, 8)))

  static let sparseCategoricalCrossEntropyWithLogits: [Case] = [
    sparse(
      "ten-rows", ["5", "1"], "Neptune 2023: nn.CrossEntropyLoss", tenRowsOfLogits, tenLabels),
    sparse(
      "ten-rows-each", ["1"], "the same, row by row", tenRowsOfLogits, tenLabels, options: each),
    sparse(
      "ten-rows-sum", ["1"], "the same, summed", tenRowsOfLogits, tenLabels,
      options: ["reduction": .word("sum")]),
    sparse("three-scores", ["1"], "Neptune 2023: blue is right", "2 1 -1", [0]),
    sparse("ties", ["1"], "ln 3", "0.5 0.5 0.5", [1]),
    sparse("one-class", ["1"], "no loss among one class", "3.25; -7", [0, 0], options: each),
    sparse("offset-1e4", ["2"], "e to the x overflows", "10002 10001 9999", [1]),
    sparse(
      "offset-1e8", ["2"], "logits of which float32 keeps every eighth",
      "100000016 100000008 100000000", [1]),
    sparse("right-20", ["1"], "a small loss", "20 0 -1", [0]),
    sparse("right-50", ["1"], "a loss below the rounding of 1", "0 50 -3", [1]),
    sparse("wrong-50", ["1"], "the loss is the difference", "0 50 -3", [0]),
    sparse("wrong-800", ["1"], "the probability underflows", "0 800", [0]),
    sparse("masked", ["8"], "an excluded class costs nothing", "1 -inf 2; 0 0 -inf", [2, 0]),
    sparse(
      "ignored-row", ["4", "6"], "a row that is not looked at", "2 1 -1; 5 5 5; 0 1 3",
      [0, -100, 1], options: ["ignore_index": .integer(-100)]),
    sparse(
      "ignored-row-each", ["4"], "it contributes 0", "2 1 -1; 5 5 5; 0 1 3", [0, -100, 1],
      options: ["ignore_index": .integer(-100), "reduction": .word("none")]),
    sparse(
      "ignored-class", ["6"], "the index of a class may be ignored", "2 1 -1; 5 4 5; 0 1 3",
      [0, 1, 2], options: ["ignore_index": .integer(1)]),
    sparse(
      "class-weights", ["5"], "the mean divides by the weights of the labels",
      "2 1 -1; 0 1 3; 1 1 0", [0, 2, 1], weights: "1 2 0.25"),
    sparse(
      "class-weights-count", ["5"], "or by the number of rows", "2 1 -1; 0 1 3; 1 1 0", [0, 2, 1],
      weights: "1 2 0.25", options: ["normalization": .word("count")]),
    sparse(
      "class-weight-zero", ["1"], "a class that costs nothing", "2 1 -1; 0 1 3", [0, 2],
      weights: "0 1 3"),
    sparse(
      "smoothed", ["1", "3"], "an eighth goes to all classes", "2 1 -1; 0 1 3", [0, 2],
      options: ["label_smoothing": smoothed]),
    sparse(
      "smoothed-weights", ["1", "5"], "each class by its own weight", "2 1 -1; 0 1 3", [0, 2],
      weights: "1 2 0.25", options: ["label_smoothing": smoothed]),
    sparse(
      "smoothed-wrong-50", ["1"], "the other classes count", "0 50 -3", [1],
      options: ["label_smoothing": smoothed]),
  ]
}
