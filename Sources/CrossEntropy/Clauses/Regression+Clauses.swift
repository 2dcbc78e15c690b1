extension Clause {
  /// Clauses of the chapter Regression.
  static let regression: [Clause] = [
    Clause(
      "MEAN-SQUARED-ERROR-1",
      "The loss of an element MUST be the square of prediction − target."),
    Clause("MEAN-SQUARED-ERROR-2", "Exchanging prediction and target MUST NOT change the loss."),
    Clause(
      "MEAN-SQUARED-ERROR-3",
      """
      The derivative of a loss by the prediction MUST be twice prediction − target, and by the \
      target minus that.
      """),
    Clause(
      "MEAN-ABSOLUTE-ERROR-1",
      "The loss of an element MUST be the absolute value of prediction − target."),
    Clause("MEAN-ABSOLUTE-ERROR-2", "Exchanging prediction and target MUST NOT change the loss."),
    Clause(
      "MEAN-ABSOLUTE-ERROR-3",
      """
      The derivative of a loss by the prediction MUST be the sign of prediction − target, and in \
      [−1, 1] where that is 0.
      """),
    Clause(
      "HUBER-1",
      """
      The loss of an element MUST be half the square of r = prediction − target where |r| is at \
      most delta, and delta times (|r| − delta/2) elsewhere.
      """),
    Clause(
      "HUBER-2",
      """
      Multiplying prediction, target and delta by a positive factor MUST multiply the loss by \
      its square.
      """),
    Clause(
      "HUBER-3",
      """
      The derivative of a loss by the prediction MUST be the number in [−delta, delta] nearest \
      to r.
      """),
  ]
}
