import CrossEntropy

extension Corpus {
  static let informationContent: [Case] =
    [
      Case(
        "ordinary", "INFORMATION-CONTENT-1", "nats, element by element",
        "information_content([0.9, 0.5, 0.3, 0.1, 1e-3])", by: "p", cotangent: "[1, -2, 3, 0.5, 4]"),
      Case(
        "halvings", "INFORMATION-CONTENT-1 INPUT-13", "as many bits as halvings",
        "information_content([1, 1/2, 1/4, 1/1024, 1/65536], base: 2)"),
      Case(
        "bans", "INPUT-13", "as many bans as zeros",
        "information_content([1, 0.1, 0.01, 1e-3], base: 10)", by: "p"),
      Case(
        "base-3", "INPUT-13", "any base above 1", "information_content([1/3, 1/9, 0.7], base: 3)",
        by: "p base", cotangent: "[1, -3, 2]"),
      Case(
        "base-1.5", "INPUT-13", "a base that is no whole number",
        "information_content([0.5, 0.01], base: 1.5)", by: "p base"),
      Case(
        "base-least", "INPUT-13 ACCURACY-1", "the least base there is: its logarithm is tiny",
        "information_content([0.5, {below1}, 0.9], base: {above1})", by: "p"),
      Case(
        "base-greatest", "INPUT-13", "a huge base", "information_content([0.5, 0.01], base: {max})"),
      Case(
        "ends", "INFORMATION-CONTENT-2", "certainty and impossibility",
        "information_content([0, 1])", by: "p", cotangent: "[1, 1]"),
      Case(
        "ends-bits", "INFORMATION-CONTENT-2 INPUT-13", "the same in bits",
        "information_content([0, 1], base: 2)"),
      Case(
        "near-one", "INFORMATION-CONTENT-1 ACCURACY-1", "the logarithm of a number next to 1",
        "information_content([{below1}, 1 - 4*{u}, 1 - 64*{u}, 0.99])", by: "p"),
      Case(
        "tiny", "INFORMATION-CONTENT-1 POLICY-7", "no clip",
        "information_content([1e-7, 1e-10, 1e-30, 1e-40])"),
      Case(
        "normal", "INFORMATION-CONTENT-1", "the least normal number and its neighbour",
        "information_content([{normal}, {normal} + {least}])", by: "p"),
      Case(
        "subnormal", "POLICY-13 INFORMATION-CONTENT-1", "subnormal probabilities are not 0",
        "information_content([{normal} - {least}, {normal}/2, 3*{least}, {least}])"),
      Case(
        "product", "INFORMATION-CONTENT-3", "3/8 and 5/8, and both",
        "information_content([3/8, 5/8, 15/64])"),
      Case("scalar", "INFORMATION-CONTENT-1", "no axis", "information_content(0.3)", by: "p"),
      Case(
        "matrix", "INFORMATION-CONTENT-1", "two axes",
        "information_content([[0.9, 0.1], [0.5, 0.25], [1, 0]], base: 2)"),
      Case(
        "cube", "INFORMATION-CONTENT-1", "three axes",
        "information_content([[[0.9], [0.1]], [[0.5], [0.25]]])", by: "p",
        cotangent: "[[[1], [-2]], [[0], [4]]]"),
      Case("nothing", "INFORMATION-CONTENT-1", "no element", "information_content([])", by: "p"),
      Case(
        "nothing-matrix", ["INFORMATION-CONTENT-1"], "no element in two axes",
        Call("information_content", ["p": empty([2, 0])])),
      Case(
        "nan", "INPUT-2", "NaN stays where it is", "information_content([0.5, nan, 0, 1])", by: "p"),
      Case(
        "slope-at-0", "INFORMATION-CONTENT-4 GRADIENT-2", "minus infinity",
        "information_content([0, 0.5, 0], base: 2)", by: "p", cotangent: "[1, 1, -2]"),
      Case(
        "slope-hidden", "GRADIENT-4", "a zero cotangent hides an infinite slope, not a NaN",
        "information_content([0, 0.5, nan])", by: "p", cotangent: "[0, 0, 0]"),
      Case(
        "slope-overflows", "ACCURACY-6 INFORMATION-CONTENT-4", "1/p beyond the greatest number",
        "information_content([{least}, {normal}])", by: "p"),
      Case(
        "slope-by-base", "INPUT-13 GRADIENT-1", "minus the value over b ln b",
        "information_content([0.5, 0.1, 0.9], base: 2)", by: "base", cotangent: "[1, -2, 4]"),
      Case(
        "slope-by-base-at-0", "GRADIENT-2 GRADIENT-4", "the slope of an infinite value",
        "information_content([0, 0.5], base: 2)", by: "base"),
      Case(
        "slope-by-base-hidden", "GRADIENT-4", "the same, hidden",
        "information_content([0, 0.5], base: 2)", by: "base", cotangent: "[0, 1]"),
      Case(
        "slope-mean-0", "GRADIENT-1", "parts that nearly cancel",
        "information_content([0.3, 0.3, 0.6], base: 10)", by: "p base", cotangent: "[1, -2, 1]"),
      Case(
        "129", "INFORMATION-CONTENT-1", "one more than a block of 128",
        "information_content(\(Lists.probabilities(129)), base: 2)"),
      Case(
        "1000", "INFORMATION-CONTENT-1", "many at once",
        "information_content(\(Lists.probabilities(1000)))", by: "p", isLong: true),
      unknownOption("information_content([0.5])"),
    ] + noProbabilities("p", "information_content([0.5, #, nan])")
    + noBases("information_content([0.5, 0.25], base: #)")

  private static let uniform = "differential_entropy(distribution: uniform, width: "
  private static let normal = "differential_entropy(distribution: normal, sigma: "
  private static let exponential = "differential_entropy(distribution: exponential, rate: "
  private static let laplace = "differential_entropy(distribution: laplace, scale: "

  static let differentialEntropy: [Case] =
    [
      Case(
        "uniform", "DIFFERENTIAL-ENTROPY-1", "log 3", uniform + "3)", by: "width",
        cotangent: "-2.5"),
      Case(
        "uniform-by-default", "DIFFERENTIAL-ENTROPY-1", "the distribution if none is named",
        "differential_entropy(width: 3)"),
      Case(
        "uniform-bits", "INPUT-13", "3 bits", uniform + "8, base: 2)", by: "width base"),
      Case(
        "uniform-narrow", "DIFFERENTIAL-ENTROPY-3", "negative", uniform + "0.125)", by: "width"),
      Case("uniform-1", "DIFFERENTIAL-ENTROPY-1", "zero, exactly", uniform + "1)"),
      Case(
        "uniform-near-1", "DIFFERENTIAL-ENTROPY-1 DIFFERENTIAL-ENTROPY-3", "next to zero",
        uniform + "{below1})"),
      Case("uniform-greatest", "DIFFERENTIAL-ENTROPY-1", "the greatest width", uniform + "{max})"),
      Case(
        "uniform-least", "DIFFERENTIAL-ENTROPY-1 POLICY-13", "the least width", uniform + "{least})"
      ),
      Case(
        "normal", "DIFFERENTIAL-ENTROPY-1", "half of log 2πes²", normal + "2)", by: "sigma",
        cotangent: "3"),
      Case(
        "normal-1", "DIFFERENTIAL-ENTROPY-1", "1.4189 nats", normal + "1)", by: "sigma"),
      Case("normal-bits", "INPUT-13", "2.0471 bits", normal + "1, base: 2)", by: "sigma base"),
      Case(
        "normal-third", "DIFFERENTIAL-ENTROPY-2", "a narrow one", normal + "1/3, base: 10)",
        by: "sigma base", cotangent: "-2"),
      Case(
        "normal-narrow", "DIFFERENTIAL-ENTROPY-1", "negative", normal + "0.01)", by: "sigma"),
      Case(
        "normal-near-zero", "DIFFERENTIAL-ENTROPY-1 ACCURACY-1", "log s against log √2πe",
        normal + "0.2419707245)"),
      Case("normal-100", "DIFFERENTIAL-ENTROPY-1", "a wide one", normal + "100)", by: "sigma"),
      Case(
        "exponential", "DIFFERENTIAL-ENTROPY-1", "1 − log 2", exponential + "2)", by: "rate",
        cotangent: "3"),
      Case("exponential-1", "DIFFERENTIAL-ENTROPY-1", "one nat", exponential + "1)", by: "rate"),
      Case(
        "exponential-bits", "INPUT-13", "log₂ e of them", exponential + "0.25, base: 2)",
        by: "rate base", cotangent: "-2"),
      Case(
        "exponential-e", "DIFFERENTIAL-ENTROPY-1 ACCURACY-1", "nearly 0: 1 against log e",
        exponential + "2.71828182845904523536)"),
      Case(
        "exponential-fast", "DIFFERENTIAL-ENTROPY-1", "negative", exponential + "1000)", by: "rate"),
      Case(
        "exponential-greatest", "DIFFERENTIAL-ENTROPY-1", "the greatest rate",
        exponential + "{max})"),
      Case(
        "exponential-least", "DIFFERENTIAL-ENTROPY-1 POLICY-13", "the least rate",
        exponential + "{least})"),
      Case(
        "laplace", "DIFFERENTIAL-ENTROPY-1", "1 + log 2m", laplace + "2)", by: "scale",
        cotangent: "3"),
      Case("laplace-1", "DIFFERENTIAL-ENTROPY-1", "1 + log 2", laplace + "1)", by: "scale"),
      Case("laplace-half", "DIFFERENTIAL-ENTROPY-1", "one nat", laplace + "0.5)", by: "scale"),
      Case(
        "laplace-bits", "INPUT-13", "in bits", laplace + "0.25, base: 2)", by: "scale base",
        cotangent: "-2"),
      Case(
        "laplace-narrow", "DIFFERENTIAL-ENTROPY-1", "negative", laplace + "0.01)", by: "scale"),
      Case(
        "laplace-least", "DIFFERENTIAL-ENTROPY-1", "the least normal one", laplace + "{normal})"),
      Case("base-3", "INPUT-13", "any base above 1", laplace + "9, base: 3)", by: "scale base"),
      Case("width-nan", "INPUT-2", "NaN in is NaN out", uniform + "nan)", by: "width"),
      Case("sigma-nan", "INPUT-2", "NaN in is NaN out", normal + "nan)"),
      Case("without-width", "INPUT-6", "its parameter is missing", "differential_entropy()"),
      Case(
        "without-sigma", "INPUT-6", "its parameter is missing",
        "differential_entropy(distribution: normal)"),
      Case(
        "other-parameter", "INPUT-6", "the parameter of another distribution",
        "differential_entropy(distribution: normal, rate: 2)"),
      Case(
        "two-parameters", "INPUT-6", "one too many",
        "differential_entropy(distribution: laplace, scale: 1, width: 2)"),
      Case(
        "unknown-distribution", "INPUT-6", "not one of the four",
        "differential_entropy(distribution: cauchy, scale: 1)"),
      Case(
        "slope-by-another", "GRADIENT-5", "a parameter that is not there", normal + "1)",
        by: "width"),
      unknownOption("differential_entropy(width: 2)"),
    ] + notPositive("width", "INPUT-6 POLICY-4", uniform + "#)")
    + notPositive("sigma", "INPUT-6 POLICY-4", normal + "#)")
    + notPositive("rate", "INPUT-6 POLICY-4", exponential + "#)")
    + notPositive("scale", "INPUT-6 POLICY-4", laplace + "#)") + noBases(uniform + "2, base: #)")
}
