extension Clause {
  /// Clauses of the chapter BinaryCrossEntropy.
  static let binaryCrossEntropy: [Clause] = [
    Clause(
      "BINARY-CROSS-ENTROPY-1",
      "The loss of p against y MUST be −(y ln p + (1 − y) ln(1 − p)), times the weight."),
    Clause(
      "BINARY-CROSS-ENTROPY-2",
      """
      A probability of 0 where y > 0, or of 1 where y < 1, MUST cost +∞ unless a clip is asked \
      for or the weight is 0.
      """),
    Clause(
      "BINARY-CROSS-ENTROPY-3",
      "Without a clip, a probability equal to a target of 0 or 1 MUST cost 0."),
    Clause(
      "BINARY-CROSS-ENTROPY-4",
      "The mean MUST divide by the number of elements, whatever the weights are."),
    Clause(
      "BINARY-CROSS-ENTROPY-5",
      "A clip c MUST replace p by the nearest number in [c, 1 − c] before the logarithms."),
    Clause(
      "BINARY-CROSS-ENTROPY-6",
      "The derivative of a loss by p MUST be (1 − y)/(1 − p) − y/p, times the weight."),
    Clause("BINARY-CROSS-ENTROPY-7", "The derivative of a loss by p MUST be 0 where p is clipped."),
    Clause(
      "BINARY-CROSS-ENTROPY-WITH-LOGITS-1",
      """
      The loss of a logit z against y MUST be pos_weight times y times softplus(−z), plus (1 − \
      y) times softplus(z), all times the weight.
      """),
    Clause(
      "BINARY-CROSS-ENTROPY-WITH-LOGITS-2",
      """
      Without a pos_weight, replacing z by −z and y by 1 − y MUST NOT change the loss or the \
      size of its gradient.
      """),
    Clause(
      "BINARY-CROSS-ENTROPY-WITH-LOGITS-3",
      "The loss MUST be 0 at z = +∞ for y = 1 and at z = −∞ for y = 0."),
    Clause(
      "BINARY-CROSS-ENTROPY-WITH-LOGITS-4",
      """
      Without a pos_weight, the loss of a target of 0 or 1 far on the right side MUST keep its \
      relative accuracy as long as it is a normal number.
      """),
    Clause(
      "BINARY-CROSS-ENTROPY-WITH-LOGITS-5",
      "The mean MUST divide by the number of elements, whatever the weights are."),
    Clause(
      "BINARY-CROSS-ENTROPY-WITH-LOGITS-6",
      """
      The derivative of a loss by z MUST be (1 − y) σ(z) less pos_weight times y times σ(−z), \
      all times the weight.
      """),
  ]
}
