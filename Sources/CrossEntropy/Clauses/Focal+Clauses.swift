extension Clause {
  /// Clauses of the chapter Focal.
  static let focal: [Clause] = [
    Clause(
      "BINARY-FOCAL-WITH-LOGITS-1",
      """
      The loss MUST be minus alpha of the target times (1 − p) to the gamma times ln p, where p \
      is the probability of the target under the sigmoid of the logit.
      """),
    Clause(
      "BINARY-FOCAL-WITH-LOGITS-2",
      "At gamma 0 without alpha it MUST be the binary cross-entropy of the logits."),
    Clause(
      "BINARY-FOCAL-WITH-LOGITS-3",
      "Replacing z by −z, y by 1 − y and alpha by 1 − alpha MUST NOT change the loss."),
    Clause(
      "BINARY-FOCAL-WITH-LOGITS-4",
      """
      Where p saturates at 1 the loss and its gradient MUST go to 0 instead of becoming NaN, \
      also for a gamma below 1.
      """),
    Clause(
      "BINARY-FOCAL-WITH-LOGITS-5",
      """
      The derivative of a loss by z MUST be 2y − 1 times alpha of the target times (1 − p) to \
      the gamma times (gamma p ln p − (1 − p)).
      """),
    Clause(
      "FOCAL-WITH-LOGITS-1",
      """
      The loss of a row MUST be minus the weight of its label times (1 − p) to the gamma times \
      ln p, where p is the softmax at the label.
      """),
    Clause(
      "FOCAL-WITH-LOGITS-2",
      "At gamma 0 the loss of a row MUST be its sparse categorical cross-entropy."),
    Clause(
      "FOCAL-WITH-LOGITS-3",
      "Shifting every logit of a row by the same amount MUST change nothing."),
    Clause(
      "FOCAL-WITH-LOGITS-4",
      "The mean MUST divide by the number of rows, whatever the weights are."),
    Clause(
      "FOCAL-WITH-LOGITS-5",
      """
      Where p saturates at 1 the loss and its gradient MUST go to 0 instead of becoming NaN, \
      also for a gamma below 1.
      """),
    Clause(
      "FOCAL-WITH-LOGITS-6",
      "The gradient of a loss by the logits MUST sum to 0 over the row."),
  ]
}
