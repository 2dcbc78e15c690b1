extension Clause {
  /// Clauses of the chapter Margin.
  static let margin: [Clause] = [
    Clause("HINGE-1", "The loss of a score s against y MUST be the greater of 0 and margin − ys."),
    Clause("HINGE-2", "Replacing s by −s and y by −y MUST NOT change the loss."),
    Clause(
      "HINGE-3",
      """
      The derivative of a loss by s MUST be −y where ys is below the margin, 0 where above, and \
      between the two where equal.
      """),
    Clause(
      "SQUARED-HINGE-1",
      "The loss MUST be the square of the hinge loss of each element, before any reduction."),
    Clause("SQUARED-HINGE-2", "Replacing s by −s and y by −y MUST NOT change the loss."),
    Clause("SQUARED-HINGE-3", "The derivative of a loss by s MUST be −2y times the hinge loss."),
    Clause(
      "MULTICLASS-HINGE-1",
      """
      The Crammer-Singer loss of a row MUST be the greater of 0 and margin + the largest score \
      of another class − the score of the label.
      """),
    Clause(
      "MULTICLASS-HINGE-2",
      """
      The Weston-Watkins loss of a row MUST be the sum over the other classes of the greater of \
      0 and margin + their score − the score of the label, not divided by the number of classes.
      """),
    Clause(
      "MULTICLASS-HINGE-3",
      "Shifting every score of a row by the same amount MUST change nothing."),
    Clause("MULTICLASS-HINGE-4", "The label itself MUST NOT count among the other classes."),
    Clause(
      "MULTICLASS-HINGE-5",
      "The gradient of a loss by the scores MUST sum to 0 over the row."),
    Clause("LOGISTIC-LOSS-1", "The loss of a score s against y MUST be ln(1 + e to the −ys)."),
    Clause("LOGISTIC-LOSS-2", "Replacing s by −s and y by −y MUST NOT change the loss."),
    Clause(
      "LOGISTIC-LOSS-3",
      "The loss of a finite score MUST be finite, also where e to the −ys overflows."),
    Clause("LOGISTIC-LOSS-4", "The derivative of a loss by s MUST be −y times the sigmoid of −ys."),
  ]
}
