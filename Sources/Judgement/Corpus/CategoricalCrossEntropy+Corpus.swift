import CrossEntropy

extension Corpus {
  private static let f = "categorical_cross_entropy"
  private static let c = "CATEGORICAL-CROSS-ENTROPY"
  private static let p = "[[0.7, 0.2, 0.1], [0.1, 0.3, 0.6]]"
  private static let rows = "\(p), [[1, 0, 0], [0, 1, 0]]"
  private static let soft = "\(p), [[0.75, 0.25, 0], [0.1, 0.5, 0.4]]"
  private static let weights = "class_weight: [2, 0.25, 3]"

  static let categoricalCrossEntropy: [Case] =
    ordinaryCategorical + clippedCategorical + specialCategorical

  private static let ordinaryCategorical: [Case] = [
    Case(
      "ordinary", "\(c)-1 \(c)-3", "two rows of three classes", "\(f)(\(rows))", by: "p y",
      cotangent: "-3"),
    Case(
      "ordinary-each", "\(c)-1 REDUCTION-1", "row by row", "\(f)(\(rows), reduction: none)",
      by: "p y", cotangent: "[1, -2]"),
    Case(
      "ordinary-sum", "REDUCTION-2", "the sum", "\(f)(\(rows), reduction: sum)", by: "p",
      cotangent: "0.5"),
    Case(
      "reversed", "REDUCTION-5", "the rows the other way round",
      "\(f)([[0.1, 0.3, 0.6], [0.7, 0.2, 0.1]], [[0, 1, 0], [1, 0, 0]])"),
    Case("soft", "\(c)-1", "targets between", "\(f)(\(soft))", by: "p y", cotangent: "2"),
    Case(
      "soft-each", "\(c)-1 \(c)-5", "targets between, row by row", "\(f)(\(soft), reduction: none)",
      by: "p y", cotangent: "[1, -1]"),
    Case(
      "weighted", "\(c)-3 \(c)-1", "the mean divides by the number of rows",
      "\(f)(\(rows), \(weights))", by: "p y class_weight", cotangent: "-2"),
    Case(
      "weighted-each", "\(c)-1", "each class by its own weight",
      "\(f)(\(soft), \(weights), reduction: none)", by: "p y class_weight", cotangent: "[3, -1]"),
    Case(
      "weighted-sum", "\(c)-1 REDUCTION-2", "the sum", "\(f)(\(soft), \(weights), reduction: sum)",
      by: "class_weight"),
    Case(
      "mean", "REDUCTION-3 \(c)-3", "the mean, said aloud",
      "\(f)(\(soft), \(weights), reduction: mean)", by: "p y class_weight", cotangent: "3"),
    Case(
      "weights-equal", "\(c)-3", "equal weights do not cancel",
      "\(f)(\(rows), class_weight: [2, 2, 2])", by: "p"),
    Case(
      "weights-0", "\(c)-3", "the number of rows is not 0",
      "\(f)(\(rows), class_weight: [0, 0, 5])", by: "p y"),
    Case(
      "loss-above-1", "\(c)-1", "nothing caps a loss", "\(f)([[0.01, 0.99]], [[1, 0]])", by: "p"),
    Case(
      "sums-to-2", "POLICY-8 \(c)-1", "two classes are true",
      "\(f)([[0.5, 0.25, 0.25]], [[1, 1, 0]])", by: "p y"),
    Case(
      "sums-to-0", "POLICY-8 \(c)-1", "none is", "\(f)([[0.5, 0.25, 0.25]], [[0, 0, 0]])",
      by: "p y"),
    Case(
      "unnormalised", "POLICY-8", "probabilities as written, not divided by their sum",
      "\(f)([[0.9, 0.8, 0.7], [0.1, 0.2, 0.3]], [[0, 1, 0], [0.5, 0.5, 0]], reduction: none)",
      by: "p", cotangent: "[1, -1]"),
    Case("one-class", "\(c)-1", "a single class", "\(f)([[1], [0.5]], [[1], [1]])", by: "p"),
    Case("one-row", "\(c)-1", "a single row", "\(f)([[0.25, 0.75]], [[0, 1]])", by: "p"),
    Case("two-classes", "\(c)-1", "1 bit in nats", "\(f)([[0.5, 0.5]], [[0.5, 0.5]])", by: "p y"),
    Case(
      "container", "\(c)-1", "Koech 2020: four classes",
      "\(f)([[0.775, 0.116, 0.039, 0.07]], [[1, 0, 0, 0]])"),
    Case(
      "right", "\(c)-1 ACCURACY-7", "0, exactly", "\(f)([[1, 0], [0, 1]], [[1, 0], [0, 1]])",
      by: "p"),
    Case(
      "nearly-right", "\(c)-1 ACCURACY-1", "probabilities next to 1",
      "\(f)([[{below1}, {u}], [1 - 8*{u}, 0]], [[1, 0], [1, 0]], reduction: none)", by: "p"),
    Case(
      "tiny", "POLICY-7 \(c)-1", "keras 17634: no clip at 1e-7",
      "\(f)([[1e-10, 1], [1e-30, 1]], [[1, 0], [1, 0]], reduction: none)", by: "p",
      cotangent: "[1, -2]"),
    Case(
      "subnormal", "POLICY-13", "subnormal probabilities are not 0",
      "\(f)([[{least}, 1], [{normal}/2, 1]], [[1, 0], [1, 0]], reduction: none)"),
    Case(
      "many-classes", "\(c)-1", "one more than a block of 128",
      "\(f)([\(Lists.shares(129))], [\(Lists.shares(129, seed: 2))])", by: "p"),
    Case(
      "127", "\(c)-1", "one less than a block of 128",
      "\(f)([\(Lists.shares(127))], [\(Lists.shares(127, seed: 2))])", by: "y"),
    Case(
      "128-rows", "\(c)-3", "a block of rows",
      "\(f)([\(longShares(128, 1))], [\(longShares(128, 500))])", by: "p"),
    Case(
      "1000", "\(c)-1", "a thousand classes",
      "\(f)([\(Lists.shares(1000))], [\(Lists.shares(1000, seed: 2))])", by: "p y", isLong: true),
  ]

  private static func longShares(_ count: Int, _ seed: Int) -> String {
    (0..<count).map { Lists.shares(3, seed: seed + $0) }.joined(separator: ", ")
  }

  private static let clippedCategorical: [Case] =
    [
      Case(
        "clip", "\(c)-4", "to [1/16, 15/16]",
        "\(f)([[0.5, 0, 0.03125], [1, 0.97, 0.25]], [[0.5, 0.25, 1], [1, 0.5, 0]], "
          + "reduction: none, clip: 1/16)", by: "p y", cotangent: "[1, -2]"),
      Case(
        "clip-mean", "\(c)-4", "the mean",
        "\(f)([[0.5, 0, 0.03125]], [[0.5, 0.25, 1]], clip: 1/16)",
        by: "p clip"),
      Case(
        "clip-weighted", "\(c)-4", "with weights",
        "\(f)([[0.5, 0, 0.03125], [1, 0, 0]], [[0.5, 0.25, 1], [1, 0, 0]], \(weights), clip: 1/8)",
        by: "p y class_weight clip", cotangent: "3"),
      Case(
        "clip-right", "\(c)-4", "what is right costs something",
        "\(f)([[1, 0]], [[1, 0]], clip: 1/4)", by: "p clip"),
      Case(
        "clip-unused", "\(c)-4", "nothing is beyond it", "\(f)(\(rows), clip: 1/32)", by: "p clip"),
      Case(
        "clip-corner", "\(c)-5 GRADIENT-3", "at the ends, between 0 and the slope",
        "\(f)([[0.25, 0.75, 0.5]], [[1, 0.5, 1]], clip: 1/4)", by: "p", cotangent: "-2"),
      Case("clip-1e-7", "\(c)-4", "keras: 16.1", "\(f)([[0, 1]], [[1, 0]], clip: 1e-7)", by: "p"),
      Case(
        "clip-least", "\(c)-4", "the least number", "\(f)([[0, 0.5]], [[1, 0]], clip: {least})"),
      Case("clip-almost-half", "\(c)-4", "nothing but a half", "\(f)(\(rows), clip: {below1}/2)"),
      Case("clip-nan", "INPUT-2", "NaN in is NaN out", "\(f)(\(rows), clip: nan)"),
      Case(
        "clip-hides-nothing", "INPUT-8", "1.5 is no probability, clipped or not",
        "\(f)([[1.5, 0.5]], [[1, 0]], clip: 1/16)"),
      Case(
        "clip-nan-p", "INPUT-2", "a clip hides no NaN", "\(f)([[nan, 1]], [[1, 0]], clip: 1/16)"),
      Case("clip-half", "INPUT-6 POLICY-4", "must be below", "\(f)(\(rows), clip: 0.5)"),
      Case("clip-0", "INPUT-6 POLICY-4", "must be above", "\(f)(\(rows), clip: 0)"),
      Case("slope-by-no-clip", "GRADIENT-5", "there is none", "\(f)(\(rows))", by: "clip"),
    ] + notNonnegative("clip", "INPUT-6 POLICY-4", "\(f)(\(rows), clip: #)")

  private static let specialCategorical: [Case] =
    nothing(f, ["p": empty([0, 3]), "y": empty([0, 3])], by: ["p", "y"])
    + [
      Case(
        "no-classes", [c + "-1"], "rows that cost nothing",
        Call(f, ["p": empty([2, 0]), "y": empty([2, 0])])),
      Case(
        "impossible", "\(c)-2 POLICY-7", "infinite, not 100 or 16.1",
        "\(f)([[0, 1], [0.5, 0.5]], [[1, 0], [1, 0]], reduction: none)", by: "p y"),
      Case(
        "impossible-mean", "\(c)-2", "nor is the mean finite",
        "\(f)([[0, 1], [0.5, 0.5]], [[1, 0], [1, 0]])", by: "p"),
      Case(
        "target-0", "\(c)-2 POLICY-5 INPUT-9", "0 log 0 is 0",
        "\(f)([[0, 1], [0, 0.5]], [[0, 1], [0, 1]], reduction: none)", by: "p y",
        cotangent: "[1, -2]"),
      Case(
        "weight-0", "\(c)-2 INPUT-9", "a zero weight hides an infinite loss",
        "\(f)([[0, 0.5], [0.25, 0.75]], [[1, 1], [1, 0]], class_weight: [0, 3], reduction: none)",
        by: "p y", cotangent: "[1, 2]"),
      Case(
        "slope-hidden", "GRADIENT-4", "a zero cotangent hides an infinity",
        "\(f)([[0, 1], [0.5, 0.5]], [[1, 0], [1, 0]], reduction: none)", by: "p y",
        cotangent: "[0, 1]"),
      Case(
        "nan", "INPUT-2", "NaN stays in its row",
        "\(f)([[nan, 0.5], [0.5, 0.5]], [[1, 0], [0, 1]], reduction: none)", by: "p y"),
      Case(
        "nan-mean", "INPUT-2", "or spoils the mean",
        "\(f)([[nan, 0.5], [0.5, 0.5]], [[1, 0], [0, 1]])", by: "p"),
      Case(
        "nan-target", "INPUT-2", "or a target's", "\(f)([[0.5, 0.5]], [[nan, 0]])", by: "p y"),
      Case(
        "nan-target-0", "INPUT-10", "a zero target hides no NaN", "\(f)([[nan, 0.5]], [[0, 1]])"),
      Case(
        "nan-weight-0", "INPUT-10", "nor does a zero weight",
        "\(f)([[nan, 0.5]], [[1, 1]], class_weight: [0, 1])"),
      Case(
        "nan-weight", "INPUT-2", "a weight's",
        "\(f)([[0.5, 0.5]], [[1, 0]], class_weight: [nan, 1])",
        by: "p"),
      Case(
        "nan-hidden", "GRADIENT-4", "a zero cotangent hides no NaN",
        "\(f)([[nan, 0.5], [0.5, 0.5]], [[1, 0], [0, 1]], reduction: none)", by: "p",
        cotangent: "[0, 0]"),
      Case("vector", "INPUT-5", "a list is no table", "\(f)([0.5, 0.5], [0, 1])"),
      Case(
        "spatial", "INPUT-5", "nor are two axes of classes",
        "\(f)([[[0.5], [0.5]]], [[[0], [1]]])"),
      Case(
        "target-longer", "INPUT-5", "rows of two lengths", "\(f)([[0.5, 0.5]], [[0, 1, 0]])"),
      Case(
        "more-targets", "INPUT-5", "two targets for a row", "\(f)([[0.5, 0.5]], [[0, 1], [1, 0]])"),
      Case(
        "one-target-for-all", "INPUT-5", "nothing is broadcast",
        "\(f)([[0.5, 0.5], [1, 0]], [[0, 1]])"),
      Case(
        "weight-shorter", "INPUT-5", "two weights for three classes",
        "\(f)(\(rows), class_weight: [1, 2])"),
      Case(
        "weight-one", "INPUT-5", "one weight for all", "\(f)(\(rows), class_weight: [1])"),
      Case("weight-scalar", "INPUT-5", "a number is no list", "\(f)(\(rows), class_weight: 2)"),
      Case(
        "weight-unused", "INPUT-8 INPUT-4", "also at a class that is never true",
        "\(f)([[0.5, 0.5]], [[1, 0]], class_weight: [1, -1])"),
      Case(
        "reduction-unknown", "INPUT-6", "no such reduction", "\(f)(\(rows), reduction: median)"),
      Case(
        "slope-by-no-weight", "GRADIENT-5", "there is none", "\(f)(\(rows))", by: "class_weight"),
      unknownOption("\(f)(\(rows))"),
    ] + noProbabilities("p", "\(f)([[0.5, #]], [[1, 0]])")
    + noProbabilities("y", "\(f)([[0.5, 0.5]], [[0, #]])")
    + notNonnegative("weight", "INPUT-4 POLICY-4", "\(f)(\(rows), class_weight: [1, #, 1])")
}
