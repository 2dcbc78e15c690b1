extension Clause {
  /// Clauses of the chapter LinearModel.
  static let linearModel: [Clause] = [
    Clause("LINEAR-1", "Each value MUST be the sum over the features of x times w, plus the bias."),
    Clause("LINEAR-2", "Without a bias the value MUST be what a bias of 0 gives."),
    Clause("LINEAR-3", "Each column of w[d,C] MUST give what it gives alone as w[d]."),
    Clause(
      "LINEAR-4",
      """
      Its gradient for a cotangent G MUST be G times w transposed by x, x transposed times G by \
      w, and the sum of G over the rows by the bias.
      """),
    Clause(
      "LOGISTIC-REGRESSION-EPOCH-1",
      """
      Each sample, in the order given, MUST take the learning rate times (σ(w·x) − y) times x \
      off the weights.
      """),
    Clause(
      "LOGISTIC-REGRESSION-EPOCH-2",
      "Each step MUST start from the weights that the step before it left."),
    Clause(
      "LOGISTIC-REGRESSION-EPOCH-3",
      "A learning rate of 0, or no sample, MUST leave the weights as they are."),
    Clause(
      "ZERO-ONE-ERROR-1",
      "The loss of a row MUST be 0 where its largest entry stands at the label, and 1 elsewhere."),
    Clause(
      "ZERO-ONE-ERROR-2",
      "Among equal largest entries the one of lowest index MUST be taken."),
    Clause(
      "ZERO-ONE-ERROR-3",
      "Unless another reduction is asked for the value MUST be the number of wrong rows."),
  ]
}
