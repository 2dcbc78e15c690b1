extension Clause {
  /// Clauses of the chapter LogSumExp.
  static let logSumExp: [Clause] = [
    Clause(
      "LOG-SUM-EXP-1",
      "The log-sum-exp of a row MUST be the ln of the sum of e to the power of its elements."),
    Clause(
      "LOG-SUM-EXP-2",
      "Shifting every element by the same amount MUST shift the log-sum-exp by that amount."),
    Clause("LOG-SUM-EXP-3", "Permuting the elements MUST NOT change the log-sum-exp."),
    Clause(
      "LOG-SUM-EXP-4",
      """
      The log-sum-exp of n elements MUST lie between the largest of them and the largest plus ln \
      n.
      """),
    Clause("LOG-SUM-EXP-5", "The log-sum-exp of no element, and of nothing but −∞, MUST be −∞."),
    Clause("LOG-SUM-EXP-6", "A +∞ in a row without NaN MUST make its log-sum-exp +∞."),
    Clause("LOG-SUM-EXP-7", "Its gradient MUST be the softmax of the row."),
    Clause(
      "SOFTMAX-1",
      "The softmax of a row MUST be e to the power of its elements, divided by their sum."),
    Clause("SOFTMAX-2", "Shifting every logit by the same amount MUST change nothing."),
    Clause("SOFTMAX-3", "The elements of a softmax MUST lie in [0, 1] and add up to 1."),
    Clause("SOFTMAX-4", "Permuting the logits MUST permute the softmax alike."),
    Clause(
      "SOFTMAX-5",
      "A −∞ logit MUST get 0 and leave the rest of the row as if it were absent."),
    Clause("SOFTMAX-6", "A single +∞ logit MUST get 1 and leave 0 to the rest."),
    Clause("SOFTMAX-7", "A row of nothing but −∞, or with two +∞, MUST be NaN throughout."),
    Clause(
      "SOFTMAX-8",
      "At the temperature T the softmax MUST be that of the logits divided by T."),
    Clause(
      "SOFTMAX-9",
      "Its gradient for a cotangent g MUST be p times g less its mean under p, over T."),
    Clause(
      "LOG-SOFTMAX-1",
      "The log-softmax of a row MUST be its elements less their log-sum-exp."),
    Clause("LOG-SOFTMAX-2", "Shifting every logit by the same amount MUST change nothing."),
    Clause(
      "LOG-SOFTMAX-3",
      "The log-softmax of finite logits MUST be finite, also where the softmax underflows."),
    Clause(
      "LOG-SOFTMAX-4",
      "A −∞ logit MUST give −∞ and leave the rest of the row as if it were absent."),
    Clause(
      "LOG-SOFTMAX-5",
      "At the temperature T the log-softmax MUST be that of the logits divided by T."),
    Clause(
      "LOG-SOFTMAX-6",
      "Its gradient for a cotangent g MUST be g less p times the sum of g, over T."),
  ]
}
