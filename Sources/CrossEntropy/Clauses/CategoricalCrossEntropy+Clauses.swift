extension Clause {
  /// Clauses of the chapter CategoricalCrossEntropy.
  static let categoricalCrossEntropy: [Clause] = [
    Clause(
      "CATEGORICAL-CROSS-ENTROPY-1",
      """
      The loss of a row MUST be minus the sum over the classes of weight times target times ln \
      p.
      """),
    Clause(
      "CATEGORICAL-CROSS-ENTROPY-2",
      """
      Without a clip, a class with p = 0 MUST cost +∞ where its weight and target are positive, \
      and nothing elsewhere.
      """),
    Clause(
      "CATEGORICAL-CROSS-ENTROPY-3",
      "The mean MUST divide by the number of rows, whatever the weights are."),
    Clause(
      "CATEGORICAL-CROSS-ENTROPY-4",
      "A clip c MUST replace p by the nearest number in [c, 1 − c] before the logarithm."),
    Clause(
      "CATEGORICAL-CROSS-ENTROPY-5",
      """
      The derivative of a loss by p MUST be minus weight times target over p, and 0 where p is \
      clipped.
      """),
    Clause(
      "CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-1",
      """
      The loss of a row MUST be minus the sum over the classes of weight times smoothed target \
      times the log-softmax of the logits.
      """),
    Clause(
      "CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-2",
      "Shifting every logit of a row by the same amount MUST change nothing."),
    Clause(
      "CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-3",
      """
      The gradient of a loss by the logits MUST be the softmax times the sum of the \
      coefficients, less the coefficients, also where these do not sum to one.
      """),
    Clause(
      "CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-4",
      "A −∞ logit whose smoothed target or weight is 0 MUST cost nothing."),
    Clause(
      "CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-5",
      """
      The mean MUST divide by the number of rows under count, and by the sum of weight times \
      unsmoothed target under weight.
      """),
    Clause(
      "CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-6",
      "Every position along the axes after C MUST be treated as a row of its own."),
    Clause(
      "CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-7",
      "Permuting the classes of logits, targets and class_weight alike MUST NOT change the loss."),
    Clause(
      "SPARSE-CATEGORICAL-CROSS-ENTROPY-1",
      "The loss of a row MUST be minus the weight of its label times ln p at the label."),
    Clause(
      "SPARSE-CATEGORICAL-CROSS-ENTROPY-2",
      """
      The loss of a row MUST be that of the dense function for a target of 1 at the label and 0 \
      elsewhere.
      """),
    Clause(
      "SPARSE-CATEGORICAL-CROSS-ENTROPY-3",
      "An ignored row MUST contribute 0 and have the gradient 0, whatever it holds."),
    Clause(
      "SPARSE-CATEGORICAL-CROSS-ENTROPY-4",
      """
      The mean MUST divide by the sum of the weights of the labels under weight, and by the \
      number of rows under count, ignored rows left out of both.
      """),
    Clause(
      "SPARSE-CATEGORICAL-CROSS-ENTROPY-5",
      "A clip c MUST replace p by the nearest number in [c, 1 − c] before the logarithm."),
    Clause(
      "SPARSE-CATEGORICAL-CROSS-ENTROPY-6",
      """
      The derivative of a loss by p MUST be minus the weight over p at the label and 0 \
      elsewhere.
      """),
    Clause(
      "SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-1",
      """
      The loss of a row MUST be (1 − ε) times the weight of its label times minus the \
      log-softmax at the label, plus ε/C times the sum over the classes of weight times minus \
      the log-softmax.
      """),
    Clause(
      "SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-2",
      "Shifting every logit of a row by the same amount MUST change nothing."),
    Clause(
      "SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-3",
      """
      The loss of a row MUST be that of the dense function for a target of 1 at the label and 0 \
      elsewhere, smoothed alike.
      """),
    Clause(
      "SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-4",
      """
      An ignored row MUST contribute 0 and have the gradient 0, whatever it holds and however \
      labels are smoothed.
      """),
    Clause(
      "SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-5",
      """
      The mean MUST divide by the sum of the unsmoothed weights of the labels under weight, and \
      by the number of rows under count, ignored rows left out of both.
      """),
    Clause(
      "SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-6",
      """
      Any integer given as ignore_index MUST be ignored, be it negative, beyond the classes or \
      the index of a class.
      """),
    Clause(
      "SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-7",
      """
      The gradient of a loss by the logits MUST be the softmax times the sum of the \
      coefficients, less the coefficients.
      """),
    Clause(
      "SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-8",
      """
      A −∞ logit MUST cost +∞ at a label whose weight is positive and, without smoothing, nothing \
      elsewhere.
      """),
    Clause(
      "NLL-LOSS-1",
      "The loss of a row MUST be minus the weight of its label times log_p at the label."),
    Clause(
      "NLL-LOSS-2",
      """
      Applied to the log-softmax of logits it MUST be the sparse categorical cross-entropy of \
      these logits.
      """),
    Clause(
      "NLL-LOSS-3",
      "An ignored row MUST contribute 0 and have the gradient 0, whatever it holds."),
    Clause(
      "NLL-LOSS-4",
      """
      The mean MUST divide by the sum of the weights of the labels under weight, and by the \
      number of rows under count, ignored rows left out of both.
      """),
    Clause(
      "NLL-LOSS-5",
      "A log_p MUST be taken as it is, also where it is positive or the row is not normalised."),
    Clause(
      "NLL-LOSS-6",
      "The derivative of a loss by log_p MUST be minus the weight at the label and 0 elsewhere."),
  ]
}
