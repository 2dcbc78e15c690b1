import CrossEntropy

extension Corpus {
  private static let isotonic = "ISOTONIC-REGRESSION"

  static let isotonicRegression: [Case] =
    [
      Case(
        "classic", "\(isotonic)-1", "scikit-learn: 1, 2.5, 2.5, 4",
        "isotonic_regression([1, 3, 2, 4])"),
      Case(
        "rising", "\(isotonic)-1 ACCURACY-7", "as it is", "isotonic_regression([-1, 0.5, 2, 7])"),
      Case(
        "falling", "\(isotonic)-1 \(isotonic)-2", "the mean", "isotonic_regression([8, 4, 2, 1])"),
      Case("level", "\(isotonic)-1", "as it is", "isotonic_regression([0.3, 0.3, 0.3])"),
      Case("one", "\(isotonic)-1", "as it is", "isotonic_regression([-7.25])"),
      Case("nothing", "\(isotonic)-1", "nothing", "isotonic_regression([])"),
      Case(
        "cascade", "\(isotonic)-1", "a late fall pools what was settled",
        "isotonic_regression([1, 2, 3, 4, 5, -9])"),
      Case(
        "cascades", "\(isotonic)-1", "several blocks",
        "isotonic_regression([4, 1, 7, 5, 9, 3, 12, 20, 15])"),
      Case(
        "negative", "\(isotonic)-1", "not held in [0, 1]",
        "isotonic_regression([-5, -8, 3, 2.5, 10])"),
      Case(
        "decreasing", "\(isotonic)-5", "never rising",
        "isotonic_regression([1, 3, 2, 4, 0], increasing: false)"),
      Case(
        "increasing", "\(isotonic)-5", "said aloud",
        "isotonic_regression([1, 3, 2, 4, 0], increasing: true)"),
      Case(
        "weighted", "\(isotonic)-1 \(isotonic)-2", "weighted means",
        "isotonic_regression([1, 3, 2, 4, 0.5], weight: [1, 0.5, 2, 1, 3])"),
      Case(
        "heavy", "\(isotonic)-1", "one sample that outweighs the rest",
        "isotonic_regression([5, 1, 2], weight: [100, 1, 1])"),
      Case(
        "equal-weights", "\(isotonic)-1", "weights that change nothing",
        "isotonic_regression([1, 3, 2, 4], weight: [4, 4, 4, 4])"),
      Case(
        "unsorted", "\(isotonic)-4 \(isotonic)-1", "the order of the input",
        "isotonic_regression([4, 1, 3, 2.5], x: [4, 1, 2, 3])"),
      Case(
        "unsorted-decreasing", "\(isotonic)-5 \(isotonic)-4", "the same, never rising",
        "isotonic_regression([4, 1, 3, 2.5], x: [4, 1, 2, 3], increasing: false)"),
      Case(
        "ties", "\(isotonic)-3", "samples of equal x, in rising and falling order",
        "isotonic_regression([1, 2, 6, 4, 9], x: [1, 1, 2, 2, 3])"),
      Case(
        "ties-apart", "\(isotonic)-3 \(isotonic)-4", "equal x that do not stand together",
        "isotonic_regression([1, 6, 3, 8], x: [1, 2, 1, 2])"),
      Case(
        "ties-weighted", "\(isotonic)-3 \(isotonic)-2", "a weighted mean at equal x",
        "isotonic_regression([1, 6, 3, 2], x: [1, 2, 1, 2], weight: [1, 2, 3, 4])"),
      Case(
        "all-tied", "\(isotonic)-3", "one x: the mean",
        "isotonic_regression([4, 1, 7.5], x: [2, 2, 2])"),
      Case(
        "near-ties", "\(isotonic)-3", "x a step apart are not equal",
        "isotonic_regression([1, 3, 8], x: [{below1}, 1, {above1}])"),
      Case(
        "infinite-x", "\(isotonic)-4", "x at the ends",
        "isotonic_regression([4, 1, 3], x: [inf, -inf, 0])"),
      Case(
        "infinite-y", "\(isotonic)-1", "y at the right ends",
        "isotonic_regression([-inf, 3, 2, inf])"),
      Case(
        "large", "\(isotonic)-1 ACCURACY-5", "a mean inside the format",
        "isotonic_regression([{max}/2, {max}/4, -{max}/4])"),
      Case(
        "tiny", "\(isotonic)-1 POLICY-13", "subnormal numbers",
        "isotonic_regression([6*{least}, 2*{least}, {normal}])"),
      Case(
        "probabilities", "\(isotonic)-1", "what calibration asks",
        "isotonic_regression([0, 0, 1, 0, 1, 1, 0, 1, 1, 1], x: \(tenScoresOfEvents))"),
      Case(
        "scattered-129", "\(isotonic)-1", "many blocks", "isotonic_regression(\(rising(129)))"),
      Case(
        "scattered-1000", "\(isotonic)-1", "many more", "isotonic_regression(\(rising(1000)))",
        isLong: true),
      Case(
        "scattered-weighted", "\(isotonic)-1", "many blocks with weights",
        "isotonic_regression(\(rising(60)), weight: \(Lists.probabilities(60)))"),
      Case("nan", "INPUT-2", "NaN reaches everything", "isotonic_regression([1, nan, 3])"),
      Case("nan-x", "INPUT-2", "no order", "isotonic_regression([1, 2], x: [nan, 0])"),
      Case("nan-weight", "INPUT-2", "no mean", "isotonic_regression([1, 2], weight: [nan, 1])"),
      Case("matrix", "INPUT-5", "a table", "isotonic_regression([[1, 3], [2, 4]])"),
      Case("shorter-x", "INPUT-5", "two lengths", "isotonic_regression([1, 2], x: [1])"),
      Case("shorter-weight", "INPUT-5", "two lengths", "isotonic_regression([1, 2], weight: [1])"),
      Case(
        "increasing-maybe", "INPUT-6", "neither true nor false",
        "isotonic_regression([1, 2], increasing: maybe)"),
      Case("slope", "GRADIENT-5", "it jumps", "isotonic_regression([1, 3, 2])", by: "y"),
      unknownOption("isotonic_regression([1, 2])"),
    ] + notPositive("weight", "\(isotonic)-6", "isotonic_regression([3, 2], weight: [1, #])")

  private static let tenScoresOfEvents = "[0.1, 0.4, 0.35, 0.8, 0.7, 0.9, 0.2, 0.55, 0.6, 0.95]"

  /// Numbers that rise with much noise: no two means of blocks are equal.
  private static func rising(_ count: Int) -> String {
    let noise = Lists.logits(count, seed: 5).dropFirst().dropLast().split(separator: ",")
    let sums = noise.enumerated().map { "\(Double($0 * 5) / 64) + \($1) + 1/\(1024 + 3 * $0)" }
    return "[" + sums.joined(separator: ", ") + "]"
  }

  private static let scaling = "TEMPERATURE-SCALING"

  static let temperatureScaling: [Case] =
    [
      Case(
        "ordinary", "\(scaling)-1", "four rows of three, one wrong",
        "temperature_scaling(\(fourRows), [0, 1, 2, 0])"),
      Case(
        "doubled", "\(scaling)-2", "twice the logits, twice the temperature",
        "temperature_scaling(\(fourRows)*2, [0, 1, 2, 0])"),
      Case(
        "small", "\(scaling)-2", "a temperature far below 1",
        "temperature_scaling(\(fourRows)/1024, [0, 1, 2, 0])"),
      Case(
        "large", "\(scaling)-2", "a temperature far above 1",
        "temperature_scaling(\(fourRows)*512, [0, 1, 2, 0])"),
      Case(
        "shifted", "\(scaling)-3", "rows moved by a power of two each",
        "temperature_scaling([[3, 0, -1], [10, 12, 8.5], [-4, -2, -1], [64, 65.5, 63]], [0, 1, 2, 0])"
      ),
      Case(
        "two-classes", "\(scaling)-1", "overconfident by ln 3",
        "temperature_scaling([[2, 0], [2, 0], [2, 0], [2, 0]], [0, 0, 0, 1])"),
      Case(
        "underconfident", "\(scaling)-1", "below 1",
        "temperature_scaling([[0.5, 0], [0.5, 0], [0.25, 0], [0.5, 0], [0, 1]], [0, 0, 0, 0, 0])"),
      Case(
        "one-wrong-of-ten", "\(scaling)-1", "ten rows",
        "temperature_scaling(\(Lists.logits(rows: 10, classes: 2)), [1, 0, 1, 0, 1, 0, 0, 0, 1, 1])"
      ),
      Case(
        "reordered", "\(scaling)-1", "the order of the rows",
        "temperature_scaling([[3, 3.5, 3], [0, 2, -1.5], [3, 0, -1], [-1, 1, 2]], [0, 1, 0, 2])"),
      Case(
        "masked", "\(scaling)-1", "an excluded class",
        "temperature_scaling([[2, 0, -inf], [2, 0, -inf], [0, 2, 1]], [0, 1, 1])"),
      Case(
        "single-row", "\(scaling)-1", "a row whose label is neither first nor last",
        "temperature_scaling([[3, 2, -4]], [1])"),
      Case(
        "nan", "INPUT-2", "NaN in is NaN out", "temperature_scaling([[nan, 1], [1, 0]], [0, 1])"),
      Case(
        "all-right", "\(scaling)-4", "the colder the better",
        "temperature_scaling([[2, 0], [0, 3]], [0, 1])"),
      Case(
        "all-wrong", "\(scaling)-4", "the hotter the better",
        "temperature_scaling([[2, 0], [0, 3]], [1, 0])"),
      Case(
        "balanced", "\(scaling)-4", "wrong as often as right",
        "temperature_scaling([[2, 0], [2, 0]], [0, 1])"),
      Case(
        "level", "\(scaling)-4", "it does not matter",
        "temperature_scaling([[1, 1], [2, 2]], [0, 1])"),
      Case(
        "one-class", "\(scaling)-4", "it does not matter", "temperature_scaling([[1], [2]], [0, 0])"
      ),
      Case(
        "infinite", "\(scaling)-4", "it takes all at any temperature",
        "temperature_scaling([[inf, 0], [1, 0], [1, 0]], [0, 0, 1])"),
      Case(
        "label-excluded", "\(scaling)-4", "infinite loss at any temperature",
        "temperature_scaling([[-inf, 0], [1, 0]], [0, 0])"),
      Case(
        "no-rows", ["\(scaling)-4"], "nothing to fit",
        Call("temperature_scaling", ["logits": empty([0, 3]), "labels": .labels([])])),
      Case(
        "label-3", "INPUT-3 POLICY-3", "no such class",
        "temperature_scaling(\(fourRows), [0, 1, 3, 0])"),
      Case(
        "label-negative", "INPUT-3 POLICY-3", "no such class",
        "temperature_scaling(\(fourRows), [0, 1, -1, 0])"),
      Case(
        "labels-shorter", "INPUT-5", "a label short", "temperature_scaling(\(fourRows), [0, 1, 2])"),
      Case("vector", "INPUT-5", "a list is no table", "temperature_scaling([1, 2], [0, 1])"),
      Case(
        "slope", "GRADIENT-5", "no derivative", "temperature_scaling(\(fourRows), [0, 1, 2, 0])",
        by: "logits"),
      unknownOption("temperature_scaling(\(fourRows), [0, 1, 2, 0])"),
    ]

  private static let fourRows = "[[3, 0, -1], [0, 2, -1.5], [-1, 1, 2], [3, 3.5, 3]]"
}
