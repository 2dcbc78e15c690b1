extension Least {
  static let focal: [Least] = [
    Least(
      "binary-focal-is-cross-entropy-by-doubt", of: "focal-alpha-on-both",
      "z = 0, y = 0, γ = 0, α = 0"),
    Least("binary-focal-without-gamma-is-cross-entropy", of: "focal-gamma-is-two", "z = 0, y = 1"),
    Least("binary-focal-flip", of: "focal-alpha-on-both", "z = 0, y = 1, γ = 2, α = 0"),
    Least("binary-focal-is-two-classes", of: "focal-alpha-not-used", "z = 0, y = 1, γ = 2, α = 0"),
    Least(
      "binary-focal-falls-towards-the-target", of: "focal-logits-capped",
      "y = 1, z = 15, step = 1, γ = 2"),
    Least("binary-focal-at-infinity", of: "focal-of-the-size", "negative = true, y = 1, γ = 2"),
    Least("binary-focal-saturated", of: "focal-gamma-upside-down", "m = 1, γ = 2"),
    Least(
      "focal-without-gamma-is-cross-entropy", of: "focal-with-a-constant",
      "batch = logits [[0]], labels [0], w = [1]"),
    Least("focal-shift", of: "focal-logits-capped", "z = [0, 1], label = 0, shift = 15, γ = 2"),
    Least(
      "focal-order-of-classes", of: "focal-weights-in-reverse",
      "z = [0, 0, 0], label = 0, γ = 2, w = [1, 1, 0], order = [0, 2, 1]"),
    Least(
      "focal-mean-divides-by-the-count", of: "focal-mean-by-weight",
      "batch = logits [[0]], labels [0], k = [0], γ = 2"),
    Least(
      "focal-with-an-excluded-class", of: "focal-logits-capped",
      "z = [0], label = 0, γ = 2"),
    Least(
      "focal-never-above-cross-entropy", of: "focal-with-a-constant", "z = [0], label = 0, γ = 2"),
    Least(
      "focal-falls-with-gamma", of: "focal-gamma-upside-down", "z = [0], label = 0, γ = 1, step = 1"
    ),
    Least("focal-vanishes-on-easy-examples", of: "focal-without-gamma", "m = 3, γ = 2"),
    Least("focal-keeps-hard-examples", of: "focal-gamma-is-two", "z = 0, γ − 1 = 0"),
    Least("focal-gamma-adds-up", of: "focal-gamma-upside-down", "z = [0, 0], γ = 0, step = 1"),
    Least("binary-focal-slope", of: "focal-alpha-not-used", "z = 0, y = 1, γ = 0, α = 0"),
    Least(
      "focal-slope", of: "focal-slope-of-the-label-only", "z = [0, 0], label = 0, γ = 1, w = [1, 1]"
    ),
    Least(
      "focal-slopes-sum-to-zero", of: "focal-slope-of-the-label-only",
      "z = [0, 0], label = 0, γ = 2"),
    Least(
      "binary-focal-slope-by-differences", of: "focal-slope-of-cross-entropy", "z = 0, y = 1, γ = 2"
    ),
    Least("focal-slope-by-gamma", of: "focal-alpha-on-both", "z = 0, γ = 1"),
    Least(
      "focal-slope-by-class-weights", of: "focal-with-a-constant",
      "batch = logits [[0]], labels [0], γ = 2, w = [1]"),
    Least("focal-is-not-convex", of: "focal-without-gamma", "γ = 2"),
    Least("focal-moves-the-optimum", of: "focal-without-gamma", "yes = 2, γ = 2"),
    Least("focal-refuses-options-that-are-none", of: "focal-accepts-anything", "wrong = -1"),
  ]
}
