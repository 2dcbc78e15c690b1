extension Least {
  static let margin: [Least] = []
}
