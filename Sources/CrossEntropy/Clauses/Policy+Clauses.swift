extension Clause {
  /// Clauses of the chapter Policy.
  static let policy: [Clause] = [
    Clause(
      "POLICY-1",
      "The mean over rows that are all ignored, or whose weights sum to 0, MUST be NaN."),
    Clause("POLICY-2", "The mean of an empty batch MUST be NaN."),
    Clause(
      "POLICY-3",
      "A label that is out of range MUST be answered by a rejection, not by a number or NaN."),
    Clause(
      "POLICY-4",
      """
      A probability, target, weight or option out of its domain MUST be answered by a rejection, \
      not by a number or NaN.
      """),
    Clause("POLICY-5", "A zero target at a −∞ log-probability, and 0 log 0, MUST contribute 0."),
    Clause(
      "POLICY-6",
      """
      An infinite logit MUST be answered by the limit of the formula, and by NaN only where that \
      has none.
      """),
    Clause(
      "POLICY-7",
      "The logarithm of a probability MUST be taken without a clip unless one is asked for."),
    Clause(
      "POLICY-8",
      "Probabilities and targets that do not sum to one MUST be taken as they are written."),
    Clause(
      "POLICY-9",
      """
      The mean of a sparse loss with class weights MUST divide by the sum of the weights of the \
      labels unless count is asked for.
      """),
    Clause(
      "POLICY-10",
      """
      The mean of a dense loss with class weights MUST divide by the number of rows unless \
      weight is asked for.
      """),
    Clause("POLICY-11", "Label smoothing MUST give ε/C to every class, the true one included."),
    Clause("POLICY-12", "Class weights MUST act on each class of a smoothed target by itself."),
    Clause("POLICY-13", "A subnormal input or result MUST be kept, not flushed to 0."),
    Clause(
      "POLICY-14",
      "A sum MUST NOT err by more than the accumulation that is declared for its function allows."),
    Clause(
      "POLICY-15",
      """
      A sum MUST NOT err by more than the order of summation that is declared for its function \
      allows.
      """),
    Clause(
      "POLICY-16",
      "An answer MUST meet the level of accuracy that is declared for its function."),
  ]
}
