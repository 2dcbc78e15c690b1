extension Clause {
  /// Clauses of the chapter NoiseContrastive.
  static let noiseContrastive: [Clause] = [
    Clause(
      "NCE-1",
      """
      The loss of a datum MUST be softplus(−u) for its own u plus the sum of softplus(v) over \
      its k noise samples, where u and v are score − ln k − log_noise.
      """),
    Clause("NCE-2", "The k in ln k MUST be the number of noise samples of each datum."),
    Clause("NCE-3", "Adding the same amount to a score and to its log_noise MUST change nothing."),
    Clause(
      "NCE-4",
      "The mean MUST divide by the number of data, not by that of the noise samples."),
    Clause(
      "NCE-5",
      """
      The derivative of a loss MUST be minus the sigmoid of −u by the score of the datum, and \
      the sigmoid of v by that of a noise sample.
      """),
  ]
}
