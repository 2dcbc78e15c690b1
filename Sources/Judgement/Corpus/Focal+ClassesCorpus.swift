import CrossEntropy

extension Corpus {
  private static let f = "focal_with_logits"
  private static let p = "FOCAL-WITH-LOGITS"
  private static let three = "[[2, 1, -1], [0, 1, 3], [1, 1, 0]], [0, 1, 2]"
  private static let weights = "class_weight: [2, 0.25, 3]"

  static let focalWithLogits: [Case] =
    [
      Case(
        "ordinary", "\(p)-1 REDUCTION-3", "three rows", "\(f)(\(three))", by: "logits gamma",
        cotangent: "-3"),
      Case(
        "ordinary-each", "\(p)-1 REDUCTION-1", "row by row", "\(f)(\(three), reduction: none)",
        by: "logits gamma", cotangent: "[1, -2, 4]"),
      Case(
        "ordinary-sum", "REDUCTION-2", "the sum", "\(f)(\(three), reduction: sum)", by: "logits",
        cotangent: "0.5"),
      Case(
        "reversed", "REDUCTION-5", "the rows the other way round",
        "\(f)([[0, 1, 3], [2, 1, -1]], [1, 0])"),
      Case(
        "weighted", "\(p)-4", "the mean divides by the number of rows",
        "\(f)(\(three), \(weights))",
        by: "logits class_weight gamma", cotangent: "-2"),
      Case(
        "mean", "\(p)-4 REDUCTION-3", "the mean, said aloud",
        "\(f)(\(three), \(weights), gamma: 1, reduction: mean)", by: "logits class_weight gamma",
        cotangent: "3"),
      Case(
        "weighted-each", "\(p)-1", "row by row", "\(f)(\(three), \(weights), reduction: none)",
        by: "logits class_weight gamma", cotangent: "[1, -2, 4]"),
      Case(
        "weighted-sum", "\(p)-1 REDUCTION-2", "the sum",
        "\(f)([[2, 1], [0, 1], [1, 3]], [1, 0, 1], class_weight: [0.5, 3], reduction: sum)",
        by: "class_weight"),
      Case(
        "weight-0", "\(p)-1", "a class that costs nothing",
        "\(f)(\(three), class_weight: [0, 1, 3])", by: "logits"),
      Case(
        "weights-0", "\(p)-4", "the number of rows is not 0",
        "\(f)(\(three), class_weight: [0, 0, 0])", by: "logits"),
      Case(
        "gamma-0", "\(p)-2", "the cross-entropy", "\(f)(\(three), gamma: 0)", by: "logits gamma"),
      Case("gamma-1", "\(p)-1", "one", "\(f)(\(three), gamma: 1)", by: "logits gamma"),
      Case(
        "gamma-half", "\(p)-1", "below one", "\(f)(\(three), gamma: 0.5, reduction: none)",
        by: "logits gamma", cotangent: "[1, -1, 2]"),
      Case("gamma-3", "\(p)-1", "more than usual", "\(f)(\(three), gamma: 3)", by: "logits gamma"),
      Case(
        "gamma-2.5", "\(p)-1", "no whole number", "\(f)(\(three), gamma: 2.5)", by: "logits",
        isLong: true),
      Case(
        "gamma-0-weighted", "\(p)-2 \(p)-4", "divided by the count all the same",
        "\(f)(\(three), \(weights), gamma: 0)", by: "logits class_weight"),
      Case("ties", "\(p)-1", "four ninths of ln 3", "\(f)([[0.5, 0.5, 0.5]], [1])", by: "logits"),
      Case(
        "one-class", "\(p)-1", "no loss among one class",
        "\(f)([[3.25], [-7]], [0, 0], reduction: none)", by: "logits"),
      Case(
        "offset-1e4", "\(p)-3", "e to the x overflows", "\(f)([[10002, 10001, 9999]], [1])",
        by: "logits"),
      Case(
        "offset-ties", "\(p)-3", "a quarter of ln 2 at 1e8",
        "\(f)([[1e8, 1e8], [-1e8, -1e8]], [0, 1], reduction: none)", by: "logits"),
      Case(
        "right-8", "\(p)-5 ACCURACY-1", "1 − p small", "\(f)([[8, 0, -1]], [0])",
        by: "logits gamma"),
      Case(
        "right-20", "\(p)-5 ACCURACY-1", "below the rounding of 1", "\(f)([[20, 0, -1]], [0])",
        by: "logits gamma"),
      Case("wrong-50", "\(p)-1", "the difference", "\(f)([[0, 50, -3]], [0])", by: "logits gamma"),
      Case(
        "wrong-800", "\(p)-1", "the probability underflows", "\(f)([[0, 800]], [0])", by: "logits"),
      Case(
        "saturated", "\(p)-5", "where p is 1 to any format", "\(f)([[0, 100]], [1])",
        by: "logits gamma"),
      Case(
        "saturated-gamma-half", "\(p)-5", "kornia 918: γ below 1",
        "\(f)([[0, 100], [18, 0]], [1, 0], gamma: 0.5, reduction: none)", by: "logits",
        cotangent: "[1, -2]"),
      Case(
        "saturated-800", "\(p)-5", "where the other probability underflows",
        "\(f)([[0, 800], [0, 800]], [1, 1], gamma: 1, reduction: none)", by: "logits gamma"),
      Case(
        "greatest", "\(p)-1 \(p)-3", "the ends of the format",
        "\(f)([[{max}, {max}], [{max}, 0], [-{max}, 0]], [0, 0, 0], reduction: none)", by: "logits"),
      Case(
        "overflow", "\(p)-3 ACCURACY-5", "at the overflow of e to the x",
        "\(f)([[{exp-over}, {exp-over}], [-{exp-over}, -{exp-max}]], [1, 1], reduction: none)",
        by: "logits"),
      Case(
        "excluded", "POLICY-6", "an excluded class costs nothing", "\(f)([[-inf, 1, 2]], [1])",
        by: "logits gamma"),
      Case(
        "excluded-true", "POLICY-6 ACCURACY-4", "infinite where it was true",
        "\(f)([[-inf, 1, 2]], [0])", by: "logits"),
      Case(
        "excluded-all-but-one", "\(p)-5 POLICY-6", "0", "\(f)([[-inf, 5, -inf]], [1])", by: "logits"
      ),
      Case(
        "excluded-all", "POLICY-6", "NaN without any class", "\(f)([[-inf, -inf]], [0])",
        by: "logits"),
      Case(
        "infinite", "\(p)-5 POLICY-6", "takes all the probability",
        "\(f)([[inf, 0], [inf, 0]], [0, 1], reduction: none)", by: "logits", cotangent: "[1, -2]"),
      Case(
        "infinite-both", "POLICY-6", "NaN where two compete", "\(f)([[inf, inf]], [0])",
        by: "logits"),
      Case(
        "infinite-weight-0", "INPUT-9", "a zero weight hides an infinite loss",
        "\(f)([[-inf, 1], [0, 1]], [0, 1], class_weight: [0, 1])"),
      Case(
        "nan", "INPUT-2", "NaN stays in its row",
        "\(f)([[nan, 0], [1, 2]], [1, 0], reduction: none)", by: "logits"),
      Case("nan-mean", "INPUT-2", "or spoils the mean", "\(f)([[nan, 0], [1, 2]], [1, 0])"),
      Case("nan-weight", "INPUT-2", "a weight's", "\(f)([[1, 0]], [0], class_weight: [nan, 1])"),
      Case(
        "nan-weight-0", "INPUT-10", "a zero weight hides no NaN",
        "\(f)([[nan, 0]], [0], class_weight: [0, 1])"),
      Case("nan-gamma", "INPUT-2", "an option's", "\(f)(\(three), gamma: nan)"),
      Case(
        "127", "\(p)-1", "one less than a block of 128", "\(f)([\(Lists.logits(127))], [126])",
        by: "logits"),
      Case(
        "129", "\(p)-1", "one more than a block", "\(f)([\(Lists.logits(129))], [128], gamma: 1)",
        by: "logits"),
      Case(
        "1000", "\(p)-1", "a thousand classes", "\(f)([\(Lists.logits(1000))], [999])",
        by: "logits",
        isLong: true),
      Case(
        "100-rows", "\(p)-4", "a mean of 100 rows",
        "\(f)(\(pairs(100)), \(Lists.labels(100, below: 2)))", by: "logits"),
      Case("vector", "INPUT-5", "a list is no table", "\(f)([1, 2], [0])"),
      Case("spatial", "INPUT-5", "nor are two axes of classes", "\(f)([[[1], [2]]], [[0]])"),
      Case("labels-longer", "INPUT-5", "two labels for a row", "\(f)([[1, 2]], [0, 1])"),
      Case("labels-shorter", "INPUT-5", "one for two", "\(f)([[1, 2], [1, 2]], [0])"),
      Case(
        "weight-shorter", "INPUT-5", "two weights for three classes",
        "\(f)(\(three), class_weight: [1, 2])"),
      Case(
        "no-classes", ["INPUT-3"], "no class to be right",
        Call(f, ["logits": empty([1, 0]), "labels": .labels([0])])),
      Case(
        "reduction-unknown", "INPUT-6", "no such reduction", "\(f)(\(three), reduction: median)"),
      Case(
        "slope-by-no-weight", "GRADIENT-5", "there is none", "\(f)(\(three))", by: "class_weight"),
      Case(
        "slope-by-labels", "GRADIENT-5", "labels are whole numbers", "\(f)(\(three))", by: "labels"),
      unknownOption("\(f)(\(three))"),
    ] + nothing(f, ["logits": empty([0, 3]), "labels": .labels([])], by: ["logits"])
    + noLabels("\(f)([[1, 2, 3], [1, 2, 3]], [0, #])")
    + notNonnegative("gamma", "INPUT-6 POLICY-4", "\(f)(\(three), gamma: #)")
    + notNonnegative("weight", "INPUT-4 POLICY-4", "\(f)(\(three), class_weight: [1, #, 1])")
}
