extension Least {
  static let information: [Least] = [
    Least("entropy-decomposition", of: "entropy-in-bits", "p = [0.5], q = [1]")
  ]
}
