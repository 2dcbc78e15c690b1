extension Least {
  static let divergence: [Least] = []
}
