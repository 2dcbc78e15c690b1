extension Least {
  static let penalty: [Least] = [
    Least("penalty-definitions", of: "penalty-strength-ignored", "w = [1], strength = 0"),
    Least("penalty-additive", of: "penalty-averaged", "function = l1_penalty, v = [0], w = [1]"),
    Least("penalty-homogeneous", of: "l2-rooted", "w = [1], c = 2"),
    Least("penalty-half", of: "l2-always-halved", "w = [1], strength = 1"),
    Least(
      "penalty-zero-only-at-zero", of: "penalty-strength-ignored",
      "function = l1_penalty, w = [1], strength = 0"),
    Least("penalty-refusals", of: "l1-accepts-half", "w = [], half = true"),
    Least("l1-triangle", of: "l1-squared", "v = [1], w = [1]"),
    Least("l2-parallelogram", of: "l2-rooted", "v = [1], w = [1]"),
    Least("l1-between-l2", of: "l2-always-halved", "w = [1]"),
    Least("penalty-gradients", of: "l2-always-halved", "w = [1], strength = 1"),
    Least("penalty-euler-identity", of: "l2-gradient-without-2", "w = [1]"),
    Least(
      "penalty-above-its-tangents", of: "l1-gradient-of-the-weight",
      "function = l1_penalty, v = [2], w = [3]"),
    Least("penalty-by-differences", of: "l2-gradient-without-2", "function = l2_penalty, w = [1]"),
  ]
}
