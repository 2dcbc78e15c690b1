extension Clause {
  /// Clauses of the chapter Information.
  static let information: [Clause] = [
    Clause(
      "INFORMATION-CONTENT-1",
      "The information content of p MUST be minus log p, element by element."),
    Clause(
      "INFORMATION-CONTENT-2",
      "The information content of 1 MUST be 0, and that of 0 MUST be +∞."),
    Clause(
      "INFORMATION-CONTENT-3",
      "The information content of a product of two probabilities MUST be the sum of theirs."),
    Clause(
      "INFORMATION-CONTENT-4",
      "Its derivative by p MUST be minus 1 over p ln b, and −∞ at 0."),
    Clause("ENTROPY-1", "The entropy of p MUST be minus the sum of p log p over its elements."),
    Clause("ENTROPY-2", "An element that is 0 MUST contribute nothing."),
    Clause("ENTROPY-3", "Permuting the elements MUST NOT change the entropy."),
    Clause("ENTROPY-4", "The entropy of n elements that all are 1/n MUST be log n."),
    Clause(
      "ENTROPY-5",
      """
      The entropy of two independent sources that each sum to one, taken as a pair, MUST be the \
      sum of their entropies.
      """),
    Clause(
      "ENTROPY-6",
      "Its derivative by an element p MUST be minus (ln p + 1) over ln b, and +∞ at 0."),
    Clause(
      "DIFFERENTIAL-ENTROPY-1",
      """
      The differential entropy MUST be log w for a uniform distribution of width w, half of \
      log(2πes²) for a normal one of deviation s, log(e/λ) for an exponential one of rate λ, and \
      log(2em) for a Laplace one of scale m.
      """),
    Clause(
      "DIFFERENTIAL-ENTROPY-2",
      """
      Multiplying the width, sigma or scale by a factor, or dividing the rate by it, MUST add \
      the log of that factor.
      """),
    Clause(
      "DIFFERENTIAL-ENTROPY-3",
      "The differential entropy of a uniform distribution narrower than 1 MUST be negative."),
    Clause(
      "DIFFERENTIAL-ENTROPY-4",
      """
      Its derivative by width, sigma or scale MUST be 1 over that parameter times ln b, and by \
      rate minus that.
      """),
  ]
}
