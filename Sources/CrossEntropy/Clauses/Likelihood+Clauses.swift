extension Clause {
  /// Clauses of the chapter Likelihood.
  static let likelihood: [Clause] = [
    Clause("LIKELIHOOD-1", "The likelihood MUST be the product of the probabilities."),
    Clause("LIKELIHOOD-2", "The likelihood of no observation MUST be 1."),
    Clause(
      "LIKELIHOOD-3",
      """
      Its derivative by one probability MUST be the product of the others, also where that \
      probability is 0.
      """),
    Clause(
      "LOG-LIKELIHOOD-1",
      "The log-likelihood MUST be the sum of log p over the observations."),
    Clause("LOG-LIKELIHOOD-2", "A probability of 0 MUST make the log-likelihood −∞."),
    Clause(
      "LOG-LIKELIHOOD-3",
      "The log-likelihood MUST be finite for positive probabilities whose product underflows."),
    Clause(
      "LOG-LIKELIHOOD-4",
      "Its derivative by one probability MUST be 1 over p ln b, and +∞ at 0."),
    Clause(
      "NEGATIVE-LOG-LIKELIHOOD-1",
      "The negative log-likelihood MUST be minus the sum of log p over the observations."),
    Clause(
      "NEGATIVE-LOG-LIKELIHOOD-2",
      "The negative log-likelihood of two samples together MUST be the sum of theirs."),
    Clause(
      "NEGATIVE-LOG-LIKELIHOOD-3",
      "A probability of 0 MUST make the negative log-likelihood +∞."),
    Clause(
      "NEGATIVE-LOG-LIKELIHOOD-4",
      "Its derivative by one probability MUST be minus 1 over p ln b, and −∞ at 0."),
  ]
}
