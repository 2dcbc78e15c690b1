extension Law {
  static let likelihood: [Law] =
    likelihoodValue + logLikelihood + maximumLikelihood + likelihoodGradients
    + ["likelihood", "log_likelihood", "negative_log_likelihood"].flatMap {
      conventions(of: $0) + [orderOfObservations($0)]
    }
}
