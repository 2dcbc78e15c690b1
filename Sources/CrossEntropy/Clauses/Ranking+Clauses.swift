extension Clause {
  /// Clauses of the chapter Ranking.
  static let ranking: [Clause] = [
    Clause(
      "PAIRWISE-HINGE-1",
      """
      The loss of a pair of which the first item is more relevant MUST be the greater of 0 and \
      margin − (score of the first − score of the second).
      """),
    Clause("PAIRWISE-HINGE-2", "Two items of equal relevance MUST NOT form a pair."),
    Clause(
      "PAIRWISE-HINGE-3",
      "The mean MUST divide by the number of pairs, also of those that cost 0."),
    Clause("PAIRWISE-HINGE-4", "Without any pair the sum MUST be 0 and the mean NaN."),
    Clause(
      "PAIRWISE-HINGE-5",
      "Under none the pairs MUST stand in the lexicographic order of (i, j)."),
    Clause(
      "PAIRWISE-HINGE-6",
      """
      The gradient of a pair MUST be −1 by the first score and +1 by the second where the pair \
      costs something, and 0 where the first is ahead by more than the margin.
      """),
    Clause(
      "LIST-NET-1",
      """
      The top-one loss MUST be minus the sum of the softmax of the relevances times the \
      log-softmax of the scores.
      """),
    Clause(
      "LIST-NET-2",
      """
      The label loss MUST be minus the sum of the relevances as they are times the log-softmax \
      of the scores.
      """),
    Clause("LIST-NET-3", "Shifting every score by the same amount MUST change nothing."),
    Clause(
      "LIST-NET-4",
      "Shifting every relevance by the same amount MUST change nothing in the top-one loss."),
    Clause(
      "LIST-NET-5",
      """
      The gradient by the scores MUST be their softmax times the sum of the target weights, less \
      the target weights.
      """),
  ]
}
