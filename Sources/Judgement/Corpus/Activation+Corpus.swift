import CrossEntropy

extension Corpus {
  /// The ten inputs of Neptune 2023's PyTorch example.
  static let tenScores =
    "[0.0421, -0.6606, 0.6276, 1.2491, -1.1535, -1.4137, 0.8967, -1.1786, -1.3214, 0.2828]"

  private static let ten = tenScores

  /// Cotangents of mean 0.
  private static let balanced = "[1, -2, 3, -1, 2, -3, 1, -1, 4, -4]"

  /// The shapes, and what holds of every function of one number.
  private static func elementwise(_ f: String, _ value: String, _ slope: String) -> [Case] {
    [
      Case("scalar", value, "no axis", "\(f)(-1.25)", by: "x", cotangent: "3"),
      Case(
        "matrix", value, "two axes", "\(f)([[0.5, -1], [2, -3], [0.25, 8]])", by: "x",
        cotangent: "[[1, 2], [-3, 0], [5, -8]]"),
      Case("cube", value, "three axes", "\(f)([[[0.5], [-1]], [[2], [-3]]])", by: "x"),
      Case("nothing", value, "no element", "\(f)([])", by: "x"),
      Case(
        "nothing-matrix", [value], "no element in two axes", Call(f, ["x": empty([0, 3])])),
      Case("nan", "INPUT-2", "NaN stays where it is", "\(f)([1, nan, -1])", by: "x"),
      Case(
        "nan-hidden", "GRADIENT-4", "a zero cotangent hides no NaN", "\(f)([1, nan])", by: "x",
        cotangent: "[0, 0]"),
      Case(
        "slope-balanced", "GRADIENT-1 \(slope)", "a cotangent of mean 0", "\(f)(\(ten))", by: "x",
        cotangent: balanced),
      Case(
        "slope-tiny-cotangent", "GRADIENT-1", "a cotangent far below 1", "\(f)([0.5, -0.5])",
        by: "x",
        cotangent: "[1e-4, -1e-3]"),
      Case("127", value, "one less than a block of 128", "\(f)(\(Lists.logits(127)))"),
      Case("129", value, "one more than a block", "\(f)(\(Lists.logits(129)))", by: "x"),
      Case("1000", value, "many at once", "\(f)(\(Lists.logits(1000)))", by: "x", isLong: true),
      unknownOption("\(f)([1])"),
    ]
  }

  static let sigmoid: [Case] =
    [
      Case(
        "ten-scores", "SIGMOID-1", "Neptune 2023: torch.sigmoid of ten scores", "sigmoid(\(ten))"),
      Case("zero", "SIGMOID-1 INPUT-11", "one half, exactly", "sigmoid([0])", by: "x"),
      Case(
        "units", "SIGMOID-2", "small whole numbers of both signs", "sigmoid([1, -1, 2, -2, 3, -3])",
        by: "x"),
      Case(
        "tiny", "SIGMOID-1", "one half and a quarter of x",
        "sigmoid([1e-3, -1e-3, 1e-8, -1e-8, 1e-30])"),
      Case("saturated-20", "SIGMOID-4", "e to the x below, 1 above", "sigmoid([20, -20])", by: "x"),
      Case(
        "saturated-50", "SIGMOID-4", "below the rounding of 1 in every format",
        "sigmoid([50, -50])",
        by: "x"),
      Case(
        "deep", "SIGMOID-4", "relative accuracy down to small normal numbers",
        "sigmoid([-60, -70, -80])", by: "x"),
      Case(
        "saturated-800", "SIGMOID-1 ACCURACY-5", "e to the x overflows and underflows",
        "sigmoid([800, -800])", by: "x"),
      Case("infinite", "SIGMOID-3", "the limits", "sigmoid([inf, -inf])", by: "x"),
      Case(
        "overflow", "SIGMOID-1 ACCURACY-5", "where e to the x overflows",
        "sigmoid([{exp-max}, {exp-over}, -{exp-max}, -{exp-over}])", by: "x"),
      Case(
        "underflow", "SIGMOID-4 ACCURACY-1", "where e to the x leaves the normal numbers, and all",
        "sigmoid([{exp-normal}, {exp-under}, -{exp-normal}, -{exp-under}])", by: "x"),
      Case(
        "709", "SIGMOID-4", "where e to the −x overflows in float64",
        "sigmoid([-709.5, -705, 705])",
        by: "x"),
      Case("88", "SIGMOID-4", "where it does in float32", "sigmoid([-88.5, -87, 87])", by: "x"),
      Case("11", "SIGMOID-4", "where it does in float16", "sigmoid([-11.25, -9, 9])", by: "x"),
      Case(
        "greatest", "SIGMOID-1 ACCURACY-5", "the ends of the format",
        "sigmoid([{max}, -{max}, {least}, -{least}, {normal}])", by: "x"),
      Case(
        "clip", "SIGMOID-3 SIGMOID-4", "no clip at 1e-7", "sigmoid([-17, -18, 17, 18])", by: "x"),
      Case(
        "hard", "SIGMOID-1 SIGMOID-5", "where a piecewise linear one ends",
        "sigmoid([2.5, -2.5, 3, -3, 6])", by: "x", cotangent: "[1, -1, 2, 4, -6]"),
      Case(
        "slope-middle", "SIGMOID-5", "a quarter, and a little less",
        "sigmoid([0, 1e-3, -1e-3, 0.1])",
        by: "x"),
      Case(
        "slope-infinite", "SIGMOID-5 GRADIENT-2", "0 at the ends", "sigmoid([inf, -inf, 0])",
        by: "x",
        cotangent: "[1, -2, 3]"),
    ] + elementwise("sigmoid", "SIGMOID-1", "SIGMOID-5")

  static let relu: [Case] =
    [
      Case("ten-scores", "RELU-1", "ten scores of both signs", "relu(\(ten))", by: "x"),
      Case("zero", "RELU-1 RELU-3", "the corner", "relu([0])", by: "x"),
      Case(
        "corner-weighted", "RELU-3 GRADIENT-3", "any slope from 0 to 1, times the cotangent",
        "relu([0, 0, 1, -1])", by: "x", cotangent: "[-3, 0.5, 2, 4]"),
      Case(
        "units", "RELU-1 ACCURACY-7", "exact", "relu([1, -1, 2, -2, 3, -3])", by: "x"),
      Case(
        "large", "RELU-1", "no cap at 6", "relu([5.5, 6, 6.5, 100, -100])", by: "x",
        cotangent: "[1, -2, 3, -4, 5]"),
      Case(
        "near-corner", "RELU-1 POLICY-13", "one step from the corner",
        "relu([{least}, -{least}, {normal}, -{normal}, {normal}/2])"),
      Case(
        "greatest", "RELU-1 ACCURACY-7", "the ends of the format", "relu([{max}, -{max}])", by: "x"),
      Case("infinite", "RELU-1", "the limits", "relu([inf, -inf])", by: "x"),
      Case(
        "slope-infinite", "RELU-3", "1 above and 0 below", "relu([inf, -inf])", by: "x",
        cotangent: "[2, -3]"),
      Case("dropped-nan", "RELU-2", "the maximum of 0 and NaN is NaN", "relu([nan, 0, -1])"),
    ] + elementwise("relu", "RELU-1", "RELU-3")

  static let logSigmoid: [Case] =
    [
      Case("ten-scores", "LOG-SIGMOID-1", "ten scores", "log_sigmoid(\(ten))", by: "x"),
      Case("zero", "LOG-SIGMOID-1", "minus ln 2", "log_sigmoid([0])", by: "x"),
      Case(
        "units", "LOG-SIGMOID-1", "small whole numbers of both signs",
        "log_sigmoid([1, -1, 2, -2, 3, -3])", by: "x", cotangent: "[1, -1, 2, -2, 3, -3]"),
      Case(
        "tiny", "LOG-SIGMOID-1", "minus ln 2 and a half of x",
        "log_sigmoid([1e-3, -1e-3, 1e-8, -1e-8])", by: "x"),
      Case(
        "right-20", "LOG-SIGMOID-4", "torch 20972: ln(1 + z) without log1p is 0 in float32",
        "log_sigmoid([15, 17, 20, 30])", by: "x"),
      Case(
        "right-50", "LOG-SIGMOID-4", "below the rounding of 1 in every format",
        "log_sigmoid([36, 37, 40, 50, 80])", by: "x"),
      Case(
        "wrong-50", "LOG-SIGMOID-3", "x itself", "log_sigmoid([-17, -40, -50, -100])", by: "x"),
      Case(
        "wrong-800", "LOG-SIGMOID-3", "where the sigmoid underflows",
        "log_sigmoid([-90, -104, -750, -800])", by: "x", cotangent: "[1, -2, 3, -4]"),
      Case(
        "overflow", "LOG-SIGMOID-3", "where e to the x overflows",
        "log_sigmoid([{exp-max}, {exp-over}, -{exp-max}, -{exp-over}])", by: "x"),
      Case(
        "underflow", "LOG-SIGMOID-4", "where e to the −x leaves the normal numbers, and all",
        "log_sigmoid([-{exp-normal}, -{exp-under}, {exp-normal}, {exp-under}])", by: "x"),
      Case(
        "greatest", "LOG-SIGMOID-3", "the ends of the format",
        "log_sigmoid([{max}, -{max}, {least}, -{least}])", by: "x"),
      Case("infinite", "LOG-SIGMOID-2", "the limits", "log_sigmoid([inf, -inf])", by: "x"),
      Case(
        "slope-infinite", "LOG-SIGMOID-5", "0 and 1", "log_sigmoid([inf, -inf, 2])", by: "x",
        cotangent: "[2, -3, 1]"),
    ] + elementwise("log_sigmoid", "LOG-SIGMOID-1", "LOG-SIGMOID-5")

  static let softplus: [Case] =
    [
      Case("ten-scores", "SOFTPLUS-1", "ten scores", "softplus(\(ten))", by: "x"),
      Case("zero", "SOFTPLUS-1", "ln 2", "softplus([0])", by: "x"),
      Case(
        "units", "SOFTPLUS-1", "small whole numbers of both signs",
        "softplus([1, -1, 2, -2, 3, -3])",
        by: "x", cotangent: "[1, -1, 2, -2, 3, -3]"),
      Case(
        "tiny", "SOFTPLUS-1", "ln 2 and a half of x", "softplus([1e-3, -1e-3, 1e-8, -1e-8])",
        by: "x"),
      Case(
        "threshold", "SOFTPLUS-1", "torch: x itself above 20 is off in float64",
        "softplus([19, 20, 20.5, 21, 30])", by: "x"),
      Case(
        "below-20", "SOFTPLUS-4", "e to the x", "softplus([-15, -17, -20, -30])", by: "x"),
      Case(
        "below-50", "SOFTPLUS-4", "below the rounding of 1 in every format",
        "softplus([-36, -37, -40, -50, -80])", by: "x"),
      Case(
        "large", "SOFTPLUS-3", "torch 180193: where e to the x overflows",
        "softplus([50, 89, 100, 710, 800, 10000])", by: "x", cotangent: "[1, -2, 3, -4, 5, 6]"),
      Case(
        "overflow", "SOFTPLUS-3", "at the overflow of e to the x",
        "softplus([{exp-max}, {exp-over}, -{exp-max}, -{exp-over}])", by: "x"),
      Case(
        "underflow", "SOFTPLUS-4", "where e to the x leaves the normal numbers, and all",
        "softplus([{exp-normal}, {exp-under}, -{exp-normal}, -{exp-under}])", by: "x"),
      Case(
        "greatest", "SOFTPLUS-3", "the ends of the format",
        "softplus([{max}, -{max}, {least}, -{least}])", by: "x"),
      Case("infinite", "SOFTPLUS-2", "the limits", "softplus([inf, -inf])", by: "x"),
      Case(
        "slope-infinite", "SOFTPLUS-5", "1 and 0", "softplus([inf, -inf, 2])", by: "x",
        cotangent: "[2, -3, 1]"),
    ] + elementwise("softplus", "SOFTPLUS-1", "SOFTPLUS-5")
}
