import CrossEntropy

extension Corpus {
  private static let f = "zero_one_error"
  private static let z = "ZERO-ONE-ERROR"
  private static let p = "[[0.75, 0.25], [0.4, 0.6], [0.45, 0.55], [0.9, 0.1]], [0, 1, 0, 1]"
  private static let s =
    "scores: [[2, 1.75, -1], [0.25, 0.5, 0.75], [-3, -1, -2], [5, 0, 1]], labels: [0, 1, 1, 2]"

  static let zeroOneError: [Case] =
    [
      Case("ordinary", "\(z)-1 \(z)-3", "two of four rows are wrong", "\(f)(\(p))"),
      Case(
        "ordinary-each", "\(z)-1 REDUCTION-1", "row by row", "\(f)(\(p), reduction: none)"),
      Case("ordinary-mean", "REDUCTION-3", "a half", "\(f)(\(p), reduction: mean)"),
      Case("ordinary-sum", "\(z)-3 REDUCTION-2", "said aloud", "\(f)(\(p), reduction: sum)"),
      Case("scores", "\(z)-1", "scores instead of probabilities", "\(f)(\(s))"),
      Case("scores-each", "\(z)-1 REDUCTION-1", "row by row", "\(f)(\(s), reduction: none)"),
      Case("scores-mean", "\(z)-1 REDUCTION-3", "the mean", "\(f)(\(s), reduction: mean)"),
      Case(
        "reversed", "REDUCTION-5", "the rows the other way round",
        "\(f)([[0.9, 0.1], [0.45, 0.55], [0.4, 0.6], [0.75, 0.25]], [1, 0, 1, 0])"),
      Case(
        "three", "\(z)-1", "a third of the rows",
        "\(f)([[0.2, 0.3, 0.5], [0.6, 0.3, 0.1], [0.1, 0.8, 0.1]], [2, 0, 2], reduction: mean)"),
      Case(
        "ties-first", "\(z)-2", "the first of equals is right",
        "\(f)([[0.5, 0.5], [0.25, 0.25]], [0, 0], reduction: none)"),
      Case(
        "ties-last", "\(z)-2", "the last is wrong",
        "\(f)([[0.5, 0.5], [0.25, 0.25]], [1, 1], reduction: none)"),
      Case(
        "ties-scores", "\(z)-2", "of scores, after a smaller one",
        "\(f)(scores: [[-1, 2, 2], [3, 1, 3], [0, 0, 0]], labels: [1, 2, 0], reduction: none)"),
      Case(
        "near-ties", "\(z)-1", "a step decides",
        "\(f)(scores: [[1, {above1}], [1, {below1}]], labels: [1, 1], reduction: none)"),
      Case(
        "near-ties-p", "\(z)-1", "a step decides between probabilities",
        "\(f)([[0.5, {above1}/2], [0.5, {below1}/2]], [1, 1], reduction: none)"),
      Case(
        "negative-zero", "INPUT-11 \(z)-2", "−0 and 0 are equal",
        "\(f)(scores: [[-0, 0], [0, -0]], labels: [0, 0])"),
      Case(
        "subnormal", "POLICY-13 \(z)-1", "the least number is above 0",
        "\(f)(scores: [[0, {least}], [-{least}, 0]], labels: [1, 1])"),
      Case(
        "below-half", "\(z)-1", "the largest share need not be a half",
        "\(f)([[0.4, 0.3, 0.3], [0.3, 0.3, 0.4]], [0, 2])"),
      Case(
        "unnormalised", "POLICY-8", "as written",
        "\(f)([[0.9, 0.8], [1, 1]], [1, 0], reduction: none)"),
      Case("negative", "\(z)-1", "all scores below 0", "\(f)(scores: [[-3, -1, -2]], labels: [1])"),
      Case(
        "greatest", "\(z)-1", "the ends of the format",
        "\(f)(scores: [[-{max}, {max}]], labels: [1])"),
      Case(
        "infinite", "POLICY-6 \(z)-1", "above every number",
        "\(f)(scores: [[inf, {max}], [-inf, -{max}]], labels: [0, 1], reduction: none)"),
      Case(
        "infinite-ties", "\(z)-2", "infinities are equal",
        "\(f)(scores: [[inf, inf], [-inf, -inf]], labels: [0, 1], reduction: none)"),
      Case("one-class", "\(z)-1", "always right", "\(f)([[0.5], [0]], [0, 0])"),
      Case("one-row", "\(z)-1", "one row", "\(f)([[0.3, 0.7]], [0])"),
      Case(
        "ten-rows", "\(z)-1", "Neptune 2023: ten rows of five scores",
        "\(f)(scores: \(tenRowsOfLogits), labels: [3, 0, 1, 1, 2, 4, 0, 2, 1, 3])"),
      Case(
        "129-classes", "\(z)-1", "one more than a block of 128",
        "\(f)(scores: [\(Lists.logits(129))], labels: [128])"),
      Case(
        "129-rows", "\(z)-3", "one more than a block",
        "\(f)(scores: \(pairs(129)), labels: \(Lists.labels(129, below: 2)))"),
      Case(
        "1000-rows", "REDUCTION-3", "a thousand rows",
        "\(f)(scores: \(pairs(1000)), labels: \(Lists.labels(1000, below: 2)), reduction: mean)",
        isLong: true),
      Case(
        "300-rows", "\(z)-3", "more than 8 bits count",
        "\(f)(scores: \(Array(repeating: "[1, 0]", count: 300).joinedList), labels: \(Lists.copies("1", 300)))"
      ),
      Case(
        "nan", "INPUT-2", "NaN stays in its row",
        "\(f)([[nan, 0.5], [0.5, 0.25]], [1, 0], reduction: none)"),
      Case(
        "nan-scores", "INPUT-2", "or spoils the sum",
        "\(f)(scores: [[1, nan], [2, 1]], labels: [0, 0])"),
      Case("both", ["INPUT-6"], "scores or probabilities, not both", both),
      Case("neither", ["INPUT-6"], "nor none of them", Call(f, ["labels": .labels([0])])),
      Case("vector", "INPUT-5", "a list is no table", "\(f)([0.5, 0.5], [0])"),
      Case("labels-longer", "INPUT-5", "two labels for a row", "\(f)([[0.5, 0.5]], [0, 1])"),
      Case("labels-shorter", "INPUT-5", "one for two", "\(f)([[0.5, 0.5], [1, 0]], [0])"),
      Case(
        "no-classes", ["INPUT-3"], "no class to be right",
        Call(f, ["p": empty([1, 0]), "labels": .labels([0])])),
      Case("reduction-unknown", "INPUT-6", "no such reduction", "\(f)(\(p), reduction: median)"),
      Case("slope-by-p", "GRADIENT-5", "it is piecewise constant", "\(f)(\(p))", by: "p"),
      Case("slope-by-scores", "GRADIENT-5", "it is piecewise constant", "\(f)(\(s))", by: "scores"),
      unknownOption("\(f)(\(p))"),
    ] + nothing(f, ["p": empty([0, 3]), "labels": .labels([])])
    + noLabels("\(f)([[0.5, 0.25, 0.25], [1, 0, 0]], [0, #])")
    + noProbabilities("p", "\(f)([[0.5, #]], [0])")

  private static var both: Call {
    var call = parsed("\(f)([[0.5, 0.25]], [0])")
    call.arguments["scores"] = call.arguments["p"]
    return call
  }
}

extension [String] {
  fileprivate var joinedList: String { "[" + joined(separator: ", ") + "]" }
}
