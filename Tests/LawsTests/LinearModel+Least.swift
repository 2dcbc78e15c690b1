extension Least {
  static let linearModel: [Least] = []
}
