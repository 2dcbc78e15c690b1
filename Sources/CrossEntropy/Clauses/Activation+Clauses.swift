extension Clause {
  /// Clauses of the chapter Activation.
  static let activation: [Clause] = [
    Clause("SIGMOID-1", "The sigmoid of x MUST be 1 over 1 + e to the −x, element by element."),
    Clause("SIGMOID-2", "The sigmoids of x and −x MUST add up to 1."),
    Clause("SIGMOID-3", "The sigmoid MUST be 1 at +∞ and 0 at −∞."),
    Clause(
      "SIGMOID-4",
      """
      Far below 0 the sigmoid MUST follow e to the x in relative accuracy as long as that is a \
      normal number.
      """),
    Clause("SIGMOID-5", "Its derivative MUST be the sigmoid of x times the sigmoid of −x."),
    Clause(
      "LOG-SIGMOID-1",
      "The log-sigmoid of x MUST be minus ln(1 + e to the −x), element by element."),
    Clause("LOG-SIGMOID-2", "The log-sigmoid MUST be 0 at +∞ and −∞ at −∞."),
    Clause(
      "LOG-SIGMOID-3",
      "The log-sigmoid of a finite x MUST be finite unless its exact value overflows."),
    Clause(
      "LOG-SIGMOID-4",
      """
      Far above 0 the log-sigmoid MUST follow minus e to the −x in relative accuracy as long as \
      that is a normal number.
      """),
    Clause("LOG-SIGMOID-5", "Its derivative MUST be the sigmoid of −x."),
    Clause("SOFTPLUS-1", "The softplus of x MUST be ln(1 + e to the x), element by element."),
    Clause("SOFTPLUS-2", "The softplus MUST be +∞ at +∞ and 0 at −∞."),
    Clause(
      "SOFTPLUS-3",
      "The softplus of a finite x MUST be finite, also where e to the x overflows."),
    Clause(
      "SOFTPLUS-4",
      """
      Far below 0 the softplus MUST follow e to the x in relative accuracy as long as that is a \
      normal number.
      """),
    Clause("SOFTPLUS-5", "Its derivative MUST be the sigmoid of x."),
    Clause("RELU-1", "The ReLU of x MUST be the greater of 0 and x, element by element."),
    Clause("RELU-2", "The ReLU of NaN MUST be NaN."),
    Clause("RELU-3", "Its derivative MUST be 1 above 0, 0 below 0 and in [0, 1] at 0."),
  ]
}
