import CrossEntropy
import Exact

// The questions whose answers tell the values of an axis apart, in the order in which the axes are
// inferred: what one axis makes of the answers for another comes first.

extension Probe {
  /// What is asked for the sake of one axis.
  struct Questions: Sendable {
    let axis: Axis
    let cases: [Case]

    init(_ axis: Axis, _ cases: [Case]) { (self.axis, self.cases) = (axis, cases) }
  }

  static let questions: [Questions] = [
    means, labels, domains, sparseMeans, denseMeans, ignored, smoothing, weights, clips, zeros,
    infinities, sums, subnormals, accumulations, levels,
  ]

  private static let dense = "categorical_cross_entropy_with_logits"
  private static let sparse = "sparse_categorical_cross_entropy_with_logits"
  private static let (binary, binaryLogits) = (
    "binary_cross_entropy", "binary_cross_entropy_with_logits"
  )
  private static let (denseChances, sparseChances) = (
    "categorical_cross_entropy", "sparse_categorical_cross_entropy"
  )

  /// Cases numbered as they stand.
  private static func questions(
    _ axis: Axis, _ note: String, formats: [Format] = Format.allCases, _ calls: String...
  ) -> Questions {
    Questions(
      axis,
      calls.enumerated().map { index, call in
        Case("probe-\(axis.rawValue)-\(index + 1)", axis.clause, note, call, formats: formats)
      })
  }

  private static let means = Questions(
    .emptyMean,
    questions(
      .emptyMean, "the mean of an empty batch", "\(binary)([], [])", "\(binaryLogits)([], [])",
      "mean_squared_error([], [])", "hinge([], [])"
    ).cases + [
      Case(
        "probe-empty_mean", [Axis.emptyMean.clause], "the mean of an empty batch",
        Call(dense, ["logits": Corpus.empty([0, 3]), "y": Corpus.empty([0, 3])])),
      Case(
        "probe-empty_mean", [Axis.emptyMean.clause], "the mean of an empty batch",
        Call(sparse, ["logits": Corpus.empty([0, 3]), "labels": .labels([])])),
    ])

  private static let labels = questions(
    .labelOutOfRange, "a label that is no class", "\(sparse)([[0.5, 1, 2]], [3])",
    "\(sparse)([[0.5, 1, 2]], [-1])", "\(sparseChances)([[0.25, 0.75]], [2])",
    "\(sparseChances)([[0.25, 0.75]], [-1])", "nll_loss([[-0.5, -1]], [2])",
    "nll_loss([[-0.5, -1]], [-1])", "focal_with_logits([[0.5, 1]], [2])",
    "multiclass_hinge([[0.5, 1]], [2])")

  private static let domains = questions(
    .outOfDomain, "a number outside its domain", "information_content([1.5])",
    "entropy([-0.25, 0.5])", "kl_divergence([0.5, 0.5], [1.5, 0.5])", "\(binary)([1.5], [1])",
    "\(binaryLogits)([0.5], [1.5])", "\(dense)([[0, 1]], [[1.5, 0]])",
    "\(sparse)([[0, 1]], [0], label_smoothing: 1.5)", "\(sparse)([[0, 1]], [0], [-1, 2])",
    "softmax([1, 2], temperature: 0)", "hinge([0.5], [0])",
    "huber([2], [0], delta: -1)", "l2_penalty([1], strength: -1)")

  private static let sparseMeans = questions(
    .weightedMeanSparse, "a weight that the mean divides by or not",
    "\(sparse)([[0, 0]], [0], [0.5, 1])", "\(sparseChances)([[0.25, 0.75]], [0], [0.5, 1])",
    "nll_loss([[-2, -1]], [0], [0.5, 1])")

  private static let denseMeans = questions(
    .weightedMeanDense, "a weight that the mean divides by or not",
    "\(dense)([[0, 0]], [[1, 0]], [0.5, 1])")

  private static let ignored = questions(
    .allIgnoredMean, "the mean where no row takes part",
    "\(sparse)([[1, 2]], [-100], ignore_index: -100)",
    "\(sparse)([[1, 2], [3, 4]], [1, 1], ignore_index: 1)", "\(sparse)([[1, 2]], [0], [0, 1])",
    "\(sparseChances)([[0.25, 0.75]], [1], ignore_index: 1)",
    "nll_loss([[-1, -2]], [-100], ignore_index: -100)", "nll_loss([[-1, -2]], [0], [0, 1])")

  private static let smoothing = questions(
    .labelSmoothing, "how much the true class keeps",
    "\(sparse)([[2, 0, 0]], [0], label_smoothing: 0.25)",
    "\(dense)([[2, 0, 0]], [[1, 0, 0]], label_smoothing: 0.25)")

  private static let weights = questions(
    .smoothingWithWeights, "class weights that cancel if they are the row's",
    "\(sparse)([[2, 0, 0]], [0], [1, 2, 4], label_smoothing: 0.25)",
    "\(sparse)([[2, 0, 0]], [0], [1, 2, 4], label_smoothing: 0.25, normalization: weight)")

  private static let clips = questions(
    .logClip, "the loss of what was impossible, and of what was certain", "\(binary)([0], [1])",
    "\(binary)([1], [0])", "\(binary)([1], [1])", "\(sparseChances)([[0, 1]], [0])",
    "\(sparseChances)([[0, 1]], [1])", "\(denseChances)([[0, 1]], [[1, 0]])",
    "\(denseChances)([[0, 1]], [[0, 1]])")

  private static let zeros = questions(
    .zeroTimesInfinity, "0 times an infinite logarithm", "entropy([0, 1])",
    "cross_entropy([0, 1], [0, 1])", "kl_divergence([0, 1], [0, 1])",
    "js_divergence([0, 1], [0.5, 0.5])", "\(binary)([1], [1])", "\(binary)([0], [0])",
    "\(dense)([[-inf, 1, 2]], [[0, 1, 0]])", "\(denseChances)([[0, 1]], [[0, 1]])",
    "\(sparse)([[-inf, 1]], [1])")

  private static let infinities = questions(
    .infiniteLogit, "an infinite logit that has a limit", "sigmoid([-inf])", "softplus([-inf])",
    "softmax([inf, 1])", "log_softmax([1, inf])", "log_sum_exp([inf, 1])",
    "\(binaryLogits)([inf], [1])", "\(binaryLogits)([-inf], [0])", "\(sparse)([[inf, 0]], [0])")

  private static let sums = questions(
    .unnormalised, "a sum that is not 1", "entropy([1, 1])",
    "cross_entropy([0.5, 0.5], [0.25, 0.25])", "kl_divergence([0.5, 0.5], [0.25, 0.25])",
    "js_divergence([0.5, 0.5], [0.25, 0.25])", "\(denseChances)([[0.25, 0.25]], [[1, 0]])",
    "\(sparseChances)([[0.25, 0.25]], [0])")

  private static let subnormals = questions(
    .subnormal, "the logarithm of a subnormal number", formats: [.float32, .float64],
    "information_content([{least}])", "negative_log_likelihood([{least}])",
    "log_likelihood([{least}])", "cross_entropy([1], [{least}])",
    "kl_divergence([1], [{least}])", "\(binary)([{least}], [1])",
    "\(sparseChances)([[{least}, 1]], [0])")

  /// Sums of equal terms that stop growing, at 2⁸ in bfloat16 and at 2¹¹ in float16, unless they
  /// are accumulated in more digits.
  private static let accumulations = Questions(
    .accumulation,
    [(Format.bfloat16, 512), (.float16, 4096)].flatMap { format, count in
      let (zeros, ones) = (Lists.copies("0", count), Lists.copies("1", count))
      return [
        "log_sum_exp(\(zeros))", "\(sparse)([\(zeros)], [0])", "l1_penalty(\(ones))",
        "mean_squared_error(\(ones), \(zeros), reduction: sum)",
      ].map {
        Case(
          "probe-accumulation", Axis.accumulation.clause, "\(count) equal terms", $0,
          formats: [format])
      }
    })

  private static let levels = questions(
    .accuracy, "how near the answer is", "sigmoid([-2.5])", "softplus([-3.25])",
    "log_sigmoid([4.5])", "log_sum_exp([0.5, -1.75, 3])", "softmax([0.5, -1.75, 3])",
    "log_softmax([0.5, -1.75, 3])", "entropy([0.125, 0.375, 0.5])",
    "kl_divergence([0.125, 0.375, 0.5], [0.25, 0.25, 0.5])", "\(binary)([0.3], [1])",
    "\(binaryLogits)([-40], [0])", "\(sparse)([[12, 0, 1]], [0])",
    "\(dense)([[12, 0, 1]], [[1, 0, 0]])")
}
