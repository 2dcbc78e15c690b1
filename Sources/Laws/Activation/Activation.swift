extension Law {
  static let activation: [Law] =
    activationElements + sigmoidValues + sigmoidShape + logSigmoidLaws + softplusValues
    + softplusShape + reluLaws
}
