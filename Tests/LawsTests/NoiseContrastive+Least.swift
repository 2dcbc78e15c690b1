extension Least {
  static let noiseContrastive: [Least] = []
}
