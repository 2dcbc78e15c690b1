extension Least {
  static let regression: [Least] = []
}
