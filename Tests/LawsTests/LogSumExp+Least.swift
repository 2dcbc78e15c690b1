extension Least {
  static let logSumExp: [Least] = []
}
