extension Least {
  static let categoricalCrossEntropy: [Least] = []
}
