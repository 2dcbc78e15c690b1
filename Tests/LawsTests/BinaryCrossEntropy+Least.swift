extension Least {
  static let binaryCrossEntropy: [Least] = []
}
