extension Least {
  static let information: [Least] = [
    Least("entropy-decomposition", of: "entropy-in-bits", "p = [1/2], q = [1]")
  ]
}
