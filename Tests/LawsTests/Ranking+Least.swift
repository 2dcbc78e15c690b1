extension Least {
  static let ranking: [Least] = []
}
