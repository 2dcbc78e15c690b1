extension Clause {
  /// Clauses of the chapter Calibration.
  static let calibration: [Clause] = [
    Clause(
      "BRIER-SCORE-1",
      "The score of a row MUST be the sum over all classes of (p − y) squared."),
    Clause("BRIER-SCORE-2", "With half the score MUST be half of what it is without."),
    Clause("BRIER-SCORE-3", "The mean MUST divide by the number of rows, not of classes."),
    Clause(
      "BRIER-SCORE-4",
      "The derivative of a score by p MUST be 2 (p − y), and half of that with half."),
    Clause(
      "EXPECTED-CALIBRATION-ERROR-1",
      """
      The error MUST be the sum over the bins of their share of the samples times the distance \
      between the mean of correct and the mean of confidence in the bin.
      """),
    Clause(
      "EXPECTED-CALIBRATION-ERROR-2",
      """
      A confidence on an edge MUST go to the bin below it under right_closed and to the bin \
      above it under left_closed.
      """),
    Clause(
      "EXPECTED-CALIBRATION-ERROR-3",
      "A confidence of 0 MUST go to the first bin and one of 1 to the last."),
    Clause("EXPECTED-CALIBRATION-ERROR-4", "A bin without samples MUST contribute 0."),
    Clause(
      "ISOTONIC-REGRESSION-1",
      """
      The value MUST be the sequence of least weighted squared distance from y among those that \
      never fall with rising x.
      """),
    Clause(
      "ISOTONIC-REGRESSION-2",
      "The weighted mean of the value MUST be the weighted mean of y."),
    Clause("ISOTONIC-REGRESSION-3", "Samples of equal x MUST get equal values."),
    Clause("ISOTONIC-REGRESSION-4", "The value MUST stand in the order of the input, not of x."),
    Clause(
      "ISOTONIC-REGRESSION-5",
      "With increasing false the value MUST be minus the value that −y has with increasing true."),
    Clause("ISOTONIC-REGRESSION-6", "A weight that is infinite or not above 0 MUST be rejected."),
    Clause(
      "TEMPERATURE-SCALING-1",
      """
      The value MUST be the T above 0 at which the mean negative log-likelihood of the labels \
      under softmax(logits/T) is least.
      """),
    Clause(
      "TEMPERATURE-SCALING-2",
      "Multiplying all logits by a positive factor MUST multiply T by that factor."),
    Clause(
      "TEMPERATURE-SCALING-3",
      "Shifting all logits of a row by the same amount MUST NOT change T."),
    Clause(
      "TEMPERATURE-SCALING-4",
      "Data for which no single finite T above 0 has the least loss MUST be rejected."),
  ]
}
