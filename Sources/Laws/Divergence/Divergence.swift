extension Law {
  static let divergence: [Law] =
    crossEntropyOfDistributions + divergenceValue + divergenceBounds + divergenceOfPairs
    + jensenShannon + jensenShannonBounds + perplexity + divergenceGradients
    + ["cross_entropy", "kl_divergence", "js_divergence", "perplexity"].flatMap {
      conventions(of: $0) + pairs(of: $0)
    }

  /// What the functions of p and q do with a further or another order of outcomes.
  private static func pairs(of function: String) -> [Law] {
    [orderOfPairs(function), furtherPair(function)]
  }
}
