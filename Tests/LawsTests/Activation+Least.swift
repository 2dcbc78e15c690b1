extension Least {
  static let activation: [Least] = []
}
