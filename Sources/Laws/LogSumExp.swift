extension Law {
  static let logSumExp: [Law] =
    logSumExpValues + logSumExpShape + logSumExpGradients + softmaxValues + softmaxOrder
    + softmaxInfinities + softmaxTemperature + softmaxGradients + logSoftmaxValues
    + logSoftmaxGradients + softmaxVariational + softmaxRows
}
