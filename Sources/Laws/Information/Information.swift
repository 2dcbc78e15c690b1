extension Law {
  static let information: [Law] =
    informationContent + entropyValue + entropyBounds + entropyOfPairs + coding
    + differentialEntropy + informationGradients
    + ["information_content", "entropy"].flatMap { conventions(of: $0) }
}
