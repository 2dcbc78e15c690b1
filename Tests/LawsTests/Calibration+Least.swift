extension Least {
  static let calibration: [Least] = []
}
