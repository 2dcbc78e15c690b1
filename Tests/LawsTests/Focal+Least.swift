extension Least {
  static let focal: [Least] = []
}
