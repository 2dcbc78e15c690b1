extension Law {
  /// The small world of one vector as far as three classes: for laws that ask for much.
  static let threeClasses = 5 + 25 + 125

  static let logSumExp: [Law] =
    logSumExpValues + logSumExpShape + logSumExpGradients + softmaxValues + softmaxOrder
    + softmaxInfinities + softmaxTemperature + softmaxGradients + logSoftmaxValues
    + logSoftmaxGradients + softmaxVariational + softmaxRows
}
