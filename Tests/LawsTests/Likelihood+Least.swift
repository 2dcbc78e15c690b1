extension Least {
  static let likelihood: [Least] = []
}
