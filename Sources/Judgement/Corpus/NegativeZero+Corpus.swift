import CrossEntropy

extension Corpus {
  /// −0 where a function might look at the sign bit, beside the functions whose own cases hold one.
  static let negativeZeros: [Case] = [
    negativeZero("information_content([-0, 1])", by: "p"),
    negativeZero("entropy([-0, 1/2, 1/2])", by: "p"),
    negativeZero("cross_entropy([-0, 1], [-0, 1])", by: "q"),
    negativeZero("kl_divergence([-0, 1], [1/2, 1/2])", by: "q"),
    negativeZero("js_divergence([-0, 1], [1, -0])"),
    negativeZero("perplexity([-0, 1], [-0, 1])"),
    negativeZero("likelihood([-0, 1/2])", by: "p"),
    negativeZero("log_likelihood([-0, 1/2])", by: "p"),
    negativeZero("sigmoid([-0, 0])", by: "x"),
    negativeZero("log_sigmoid([-0, 0])", by: "x"),
    negativeZero("softplus([-0, 0])", by: "x"),
    negativeZero("relu([-0, 0])", by: "x"),
    negativeZero("log_sum_exp([-0, 0])", by: "x"),
    negativeZero("softmax([-0, 0])", by: "x"),
    negativeZero("log_softmax([-0, 0])", by: "x"),
    negativeZero("binary_cross_entropy([-0, -0, 1], [-0, 1, -0], reduction: none)"),
    negativeZero("binary_cross_entropy_with_logits([-0, 0], [1, -0], [-0, 1])", by: "logits"),
    negativeZero("categorical_cross_entropy([[-0, 1]], [[-0, 1]])", by: "p"),
    negativeZero("categorical_cross_entropy_with_logits([[-0, 0]], [[1, -0]])", by: "logits"),
    negativeZero("sparse_categorical_cross_entropy([[-0, 1]], [1])", by: "p"),
    negativeZero("sparse_categorical_cross_entropy_with_logits([[-0, 0]], [1])", by: "logits"),
    negativeZero("nll_loss([[-0, -1]], [0])", by: "log_p"),
    negativeZero("binary_focal_with_logits([-0, 0], [1, -0])", by: "logits"),
    negativeZero("focal_with_logits([[-0, 0]], [1])", by: "logits"),
    negativeZero("multiclass_hinge([[-0, 0]], [1])", by: "scores"),
    negativeZero("pairwise_hinge([-0, 0], [-0, 1])"),
    negativeZero("list_net([-0, 0], [-0, 0])", by: "scores"),
    negativeZero("nce([-0], [[-0, 0]], [-0], [[-0, -1]])", by: "score_data"),
    negativeZero("l1_penalty([-0, 1])", by: "w"),
    negativeZero("l2_penalty([-0, 1])", by: "w"),
    negativeZero("brier_score([[-0, 1]], [[0, 1]])", by: "p"),
    negativeZero("expected_calibration_error([-0, 1], [-0, 1])"),
    negativeZero("isotonic_regression([1, 3, 2], x: [0, -0, 1])", by: "y"),
    negativeZero("temperature_scaling([[-0, 1], [1, -0], [-0, 1]], [1, 1, 1])"),
  ]

  private static func negativeZero(_ text: String, by names: String = "") -> Case {
    Case("negative-zero", "INPUT-11", "−0 is 0", text, by: names)
  }
}
