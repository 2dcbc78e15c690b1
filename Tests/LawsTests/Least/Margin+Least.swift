extension Least {
  static let margin: [Least] = [
    Least("hinge-definition", of: "hinge-not-clamped", "margin = 0, s = [1], y = [1]"),
    Least(
      "hinge-symmetry", of: "hinge-without-target", "function = hinge, margin = 0, s = [1], y = [1]"
    ),
    Least(
      "hinge-nothing-beyond-the-margin", of: "margin-fixed",
      "function = hinge, margin = 0, s = [0], y = [1]"),
    Least("hinge-scaling", of: "margin-fixed", "margin = 0, s = [0], y = [1], c = 2"),
    Least(
      "signed-losses-convex", of: "hinge-capped",
      "function = hinge, margin = 0, s = [0], y = [1], s′ = [-3]"),
    Least("zero-one-error-below-its-surrogates", of: "squared-hinge-halved", "s = [0], y = [1]"),
    Least("hinge-gradient", of: "hinge-gradient-beyond-the-margin", "margin = 0, s = [1], y = [1]"),
    Least("squared-hinge-gradient", of: "margin-gradient-ascends", "margin = 1, s = [0], y = [1]"),
    Least("logistic-loss-definition", of: "logistic-loss-in-bits", "s = [0], y = [1]"),
    Least(
      "logistic-loss-is-binary-cross-entropy", of: "logistic-gradient-without-target",
      "s = [0], y = [1]"),
    Least("logistic-loss-between-lines", of: "logistic-loss-vanishes", "s = [37], y = [1]"),
    Least("logistic-loss-of-the-other-class", of: "logistic-loss-in-bits", "s = [1]"),
    Least("logistic-loss-gradient", of: "margin-gradient-ascends", "s = [0], y = [1]"),
    Least(
      "logistic-loss-approaches-the-hinge", of: "logistic-loss-in-bits",
      "margin = 0, s = [0], y = [1], c = 1"),
    Least(
      "margin-reductions", of: "margin-mean-is-sum",
      "function = hinge, margin = 0, s = [], y = []"),
    Least(
      "margin-refusals", of: "margin-targets-by-sign", "mistake = target, function = hinge, y = 0"),
    Least(
      "hinge-rises-with-the-margin", of: "margin-doubled", "margin = 0, s = [0], y = [1], d = 1"),
  ]
}
