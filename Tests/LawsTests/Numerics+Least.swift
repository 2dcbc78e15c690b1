extension Least {
  static let numerics: [Least] = []
}
