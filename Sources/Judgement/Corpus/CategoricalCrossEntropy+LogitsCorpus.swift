import CrossEntropy

extension Corpus {
  private static let f = "categorical_cross_entropy_with_logits"
  private static let c = "CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS"
  private static let z = "[[2, 1, -1], [0, 1, 3], [-2, 0.5, 0.25]]"
  private static let hard = "\(z), [[1, 0, 0], [0, 1, 0], [0, 0, 1]]"
  private static let soft = "\(z), [[0.75, 0.25, 0], [0.125, 0.5, 0.375], [0, 0, 1]]"
  private static let weights = "class_weight: [2, 0.25, 3]"
  /// Two images of 2 × 2 positions and three classes, and their targets.
  private static let images =
    "[[[[1, 2], [3, -1]], [[0, 1], [-2, 0.5]], [[2, 2], [1, 0]]], "
    + "[[[4, 0], [1, -3]], [[0.25, 1], [2, 0.5]], [[1, -2], [0, 5]]]], "
    + "[[[[1, 0], [0.5, 0]], [[0, 1], [0.5, 0.25]], [[0, 0], [0, 0.75]]], "
    + "[[[0, 0.5], [1, 0]], [[1, 0], [0, 1]], [[0, 0.5], [0, 0]]]]"

  static let categoricalCrossEntropyWithLogits: [Case] =
    ordinaryCategoricalLogits + numericalCategoricalLogits + specialCategoricalLogits

  private static let ordinaryCategoricalLogits: [Case] = [
    Case(
      "ordinary", "\(c)-1 \(c)-5", "three rows", "\(f)(\(hard))", by: "logits y", cotangent: "-3"),
    Case(
      "ordinary-each", "\(c)-1 REDUCTION-1", "row by row", "\(f)(\(hard), reduction: none)",
      by: "logits y", cotangent: "[1, -2, 4]"),
    Case(
      "ordinary-sum", "REDUCTION-2", "the sum", "\(f)(\(hard), reduction: sum)", by: "logits",
      cotangent: "0.5"),
    Case(
      "reversed", "REDUCTION-5", "the rows the other way round",
      "\(f)([[0, 1, 3], [2, 1, -1]], [[0, 1, 0], [1, 0, 0]])"),
    Case("soft", "\(c)-1", "targets between", "\(f)(\(soft))", by: "logits y", cotangent: "2"),
    Case(
      "soft-each", "\(c)-1 \(c)-3", "targets between, row by row", "\(f)(\(soft), reduction: none)",
      by: "logits y", cotangent: "[1, -3, 2]"),
    Case(
      "weighted", "POLICY-10 \(c)-5", "the mean divides by the number of rows",
      "\(f)(\(hard), \(weights))", by: "logits y class_weight", cotangent: "-2"),
    Case(
      "weighted-soft", "POLICY-10 \(c)-1", "each class by its own weight",
      "\(f)(\(soft), \(weights), normalization: count)", by: "logits y class_weight"),
    Case(
      "weighted-each", "\(c)-1 \(c)-3", "the coefficients do not sum to one",
      "\(f)(\(soft), \(weights), reduction: none)", by: "logits y class_weight",
      cotangent: "[3, -1, -2]"),
    Case(
      "weighted-by-weight", "\(c)-5", "or by the weights of the targets",
      "\(f)(\(soft), \(weights), normalization: weight)", by: "logits y class_weight",
      cotangent: "3"),
    Case(
      "by-weight", "\(c)-5", "without weights, by the sum of the targets",
      "\(f)(\(z), [[1, 0, 0.5], [0, 0, 0], [0.25, 1, 0.5]], normalization: weight)",
      by: "logits y"),
    Case(
      "by-weight-sum", "\(c)-5 REDUCTION-2", "a sum divides by nothing",
      "\(f)(\(soft), \(weights), normalization: weight, reduction: sum)",
      by: "logits y class_weight"),
    Case(
      "weight-0", "INPUT-9 \(c)-1", "a class that costs nothing",
      "\(f)(\(soft), class_weight: [0, 1, 3])", by: "logits y class_weight"),
    Case(
      "mean", "REDUCTION-3 \(c)-5", "the mean, said aloud",
      "\(f)(\(soft), \(weights), label_smoothing: 1/4, reduction: mean)",
      by: "logits y class_weight label_smoothing", cotangent: "3"),
    Case(
      "mean-by-weight", "\(c)-5", "the same, by weight",
      "\(f)(\(soft), \(weights), label_smoothing: 1/4, reduction: mean, normalization: weight)",
      by: "logits y class_weight label_smoothing", cotangent: "-2"),
    Case(
      "weights-0", "\(c)-5", "the number of rows is not 0",
      "\(f)(\(hard), class_weight: [0, 0, 0])", by: "logits"),
    Case(
      "weights-0-by-weight", "POLICY-1", "0/0",
      "\(f)([[1, 2]], [[1, 0]], class_weight: [0, 5], normalization: weight)"),
    Case(
      "targets-0-by-weight", "POLICY-1", "0/0",
      "\(f)([[1, 2]], [[0, 0]], normalization: weight)"),
    Case(
      "smoothed", "POLICY-11 \(c)-1", "an eighth goes to all classes",
      "\(f)(\(hard), label_smoothing: 1/8)", by: "logits y label_smoothing"),
    Case(
      "smoothed-each", "POLICY-11 \(c)-3", "row by row",
      "\(f)(\(soft), label_smoothing: 1/4, reduction: none)", by: "logits y label_smoothing",
      cotangent: "[1, -2, 4]"),
    Case(
      "smoothed-tenth", "POLICY-11", "the usual tenth", "\(f)(\(hard), label_smoothing: 0.1)"),
    Case(
      "smoothed-by-0", "\(c)-1", "not at all, said aloud", "\(f)(\(hard), label_smoothing: 0)",
      by: "logits label_smoothing"),
    Case(
      "smoothed-by-1", "\(c)-1", "the targets are forgotten", "\(f)(\(hard), label_smoothing: 1)",
      by: "logits y label_smoothing"),
    Case(
      "smoothed-weighted", "POLICY-12 POLICY-11", "each class by its own weight",
      "\(f)(\(soft), \(weights), label_smoothing: 1/8)",
      by: "logits y class_weight label_smoothing", cotangent: "-2"),
    Case(
      "smoothed-by-weight", "\(c)-5 POLICY-12", "the divisor is not smoothed",
      "\(f)(\(soft), \(weights), label_smoothing: 1/4, normalization: weight)",
      by: "logits y class_weight label_smoothing", cotangent: "3"),
    Case(
      "smoothed-sums-to-2", "\(c)-1 POLICY-8", "each target is smoothed by itself",
      "\(f)([[1, 2, 3]], [[1, 1, 0]], label_smoothing: 1/2)", by: "logits y label_smoothing"),
    Case(
      "sums-to-2", "\(c)-3 POLICY-8", "2p − y, not p − y",
      "\(f)([[1, 2, 3], [0.5, 0, 4]], [[1, 0, 1], [1, 1, 1]], reduction: none)", by: "logits y",
      cotangent: "[1, -2]"),
    Case(
      "sums-to-0", "\(c)-3 POLICY-8", "tensorflow 60314: no target, no slope",
      "\(f)([[1, 2, 3]], [[0, 0, 0]])", by: "logits y"),
    Case(
      "sums-to-half", "\(c)-3 POLICY-8", "NeMo 2428: half p − y",
      "\(f)([[1, 2, 3]], [[0, 0.5, 0]])",
      by: "logits"),
    Case(
      "images", "\(c)-6", "two axes after the classes", "\(f)(\(images))", by: "logits y",
      cotangent: "-3"),
    Case(
      "images-each", "\(c)-6 REDUCTION-1", "a loss for each position",
      "\(f)(\(images), reduction: none)", by: "logits y",
      cotangent: "[[[1, -2], [3, 0]], [[-1, 2], [4, -3]]]"),
    Case(
      "images-weighted", "\(c)-6 \(c)-5", "with weights",
      "\(f)(\(images), \(weights), normalization: weight)", by: "logits y class_weight"),
    Case(
      "images-smoothed", "\(c)-6 POLICY-11", "the classes are counted, not the positions",
      "\(f)(\(images), label_smoothing: 1/4)", by: "logits"),
    Case(
      "sequence", "\(c)-6", "one axis after the classes",
      "\(f)([[[1, 2, 0], [3, -1, 4]]], [[[1, 0, 0.5], [0, 1, 0.5]]], reduction: none)",
      by: "logits", cotangent: "[[1, -2, 3]]"),
    Case(
      "one-class", "\(c)-1", "no loss among one class", "\(f)([[3.25], [-7]], [[1], [0.5]])",
      by: "logits y"),
    Case("one-row", "\(c)-1", "a single row", "\(f)([[0.5, -1]], [[0, 1]])", by: "logits"),
    Case(
      "classes-permuted", "\(c)-7", "the same in another order",
      "\(f)([[-1, 2, 1], [3, 0, 1]], [[0, 0.75, 0.25], [0.375, 0.125, 0.5]], class_weight: [3, 2, 0.25])"
    ),
    Case(
      "negative", "\(c)-1", "all logits below 0", "\(f)([[-1, -2, -3.5]], [[0.5, 0, 0.5]])",
      by: "logits"),
  ]
}
