extension Least {
  static let penalty: [Least] = []
}
