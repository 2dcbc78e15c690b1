import CrossEntropy

extension Corpus {
  private static let f = "binary_cross_entropy_with_logits"
  private static let b = "BINARY-CROSS-ENTROPY-WITH-LOGITS"
  private static let tenTargets = "[1, 0, 0, 1, 0, 0, 1, 0, 0, 0]"

  static let binaryCrossEntropyWithLogits: [Case] =
    binaryLogits + weightedBinaryLogits + specialBinaryLogits

  private static let binaryLogits: [Case] = [
    Case(
      "ten-scores", "\(b)-5 \(b)-1", "Neptune 2023: the mean of the PyTorch example",
      "\(f)(\(tenScores), \(tenTargets))", by: "logits"),
    Case(
      "ten-scores-each", "\(b)-1", "the same, element by element",
      "\(f)(\(tenScores), \(tenTargets), reduction: none)", by: "logits",
      cotangent: "[1, -2, 3, -1, 2, -3, 1, -1, 4, -4]"),
    Case(
      "ten-scores-sum", "\(b)-1", "the same, summed",
      "\(f)(\(tenScores), \(tenTargets), reduction: sum)", by: "logits y", cotangent: "-0.5"),
    Case(
      "ten-scores-mean", "REDUCTION-3", "the mean, said aloud",
      "\(f)(\(tenScores), \(tenTargets), reduction: mean)", by: "logits"),
    Case(
      "zero", "\(b)-1", "ln 2, whatever the target",
      "\(f)([0, 0, 0], [0, 1, 0.3], reduction: none)",
      by: "logits y"),
    Case(
      "right-20", "\(b)-4", "a loss far below 1", "\(f)([20, -20], [1, 0], reduction: none)",
      by: "logits"),
    Case(
      "right-40", "\(b)-4 \(b)-2", "torch 195529: 40 for yes and −40 for no are the same",
      "\(f)([40, -40], [1, 0], reduction: none)", by: "logits"),
    Case(
      "right-50", "\(b)-4", "a loss below the rounding of 1",
      "\(f)([50, -50], [1, 0], reduction: none)", by: "logits"),
    Case(
      "wrong-50", "\(b)-1", "the loss is the logit", "\(f)([-50, 50], [1, 0], reduction: none)",
      by: "logits"),
    Case(
      "wrong-100", "\(b)-1", "torch 2221: e to the 100 overflows in float32",
      "\(f)([-100, 100, 101], [1, 0, 0], reduction: none)", by: "logits"),
    Case(
      "wrong-800", "\(b)-1", "e to the 800 overflows", "\(f)([-800, 800], [1, 0], reduction: none)",
      by: "logits", cotangent: "[2, -3]"),
    Case(
      "right-800", "\(b)-4", "e to the −800 underflows",
      "\(f)([800, -800], [1, 0], reduction: none)",
      by: "logits y"),
    Case(
      "wrong-1e4", "\(b)-1", "linear far out", "\(f)([-10000, 10000], [1, 0], reduction: none)"),
    Case(
      "mirror", "\(b)-2", "z and y mirrored", "\(f)([1.5, -1.5], [0.25, 0.75], reduction: none)",
      by: "logits"),
    Case(
      "soft", "\(b)-1", "targets between", "\(f)([0.3, -2, 4, 0.01], [0.5, 0.1, 0.9, 0.75])",
      by: "logits y", cotangent: "-2"),
    Case(
      "soft-far", "\(b)-1", "no saturation for a soft target",
      "\(f)([50, -50, 800, -800], [0.5, 0.25, 0.75, 1e-3], reduction: none)", by: "logits y"),
    Case("one", "\(b)-1", "one element", "\(f)([-1.25], [1])", by: "logits y"),
    Case("scalar", "\(b)-1", "no axis", "\(f)(-1.25, 1)", by: "logits y", cotangent: "4"),
    Case("scalar-each", "REDUCTION-1", "no axis, as it is", "\(f)(2, 0, reduction: none)"),
    Case(
      "matrix", "REDUCTION-3", "the mean is over all elements",
      "\(f)([[0.3, -2, 4], [1, 0, -1]], [[1, 0, 1], [0.5, 0, 0]])", by: "logits"),
    Case(
      "cube-each", "REDUCTION-1", "the shape is kept",
      "\(f)([[[0.3], [-2]], [[4], [1]]], [[[1], [0]], [[0], [1]]], reduction: none)",
      by: "logits", cotangent: "[[[1], [-2]], [[0], [3]]]"),
    Case("reversed", "REDUCTION-5", "in another order", "\(f)([4, -2, 0.3], [1, 0, 1])"),
    Case("nothing-mean", "POLICY-2", "NaN", "\(f)([], [])", by: "logits"),
    Case("nothing-sum", "REDUCTION-4", "0", "\(f)([], [], reduction: sum)"),
    Case("nothing-each", "REDUCTION-1", "nothing", "\(f)([], [], reduction: none)"),
    Case(
      "overflow", "\(b)-1 ACCURACY-5", "at the overflow of e to the z",
      "\(f)([{exp-max}, {exp-over}, -{exp-max}, -{exp-over}], [0, 0, 1, 1], reduction: none)"),
    Case(
      "underflow", "\(b)-4", "where e to the z leaves the normal numbers, and all",
      "\(f)([{exp-normal}, {exp-under}, -{exp-normal}, -{exp-under}], [0, 0, 1, 1], reduction: none)"
    ),
    Case(
      "greatest", "\(b)-1 ACCURACY-5", "the ends of the format",
      "\(f)([{max}, -{max}, {max}, -{max}], [1, 0, 0, 1], reduction: none)"),
    Case(
      "tiny", "\(b)-1", "ln 2 and a half of z",
      "\(f)([{least}, -{least}, 1e-4, -1e-4], [0, 1, 1, 0.5], reduction: none)"),
    Case(
      "slope-cancels", "\(b)-6 ACCURACY-1", "σ(z) next to the target",
      "\(f)([0, 1.0986122886681098, -2], [0.5, 0.75, 0.1192], reduction: none)", by: "logits"),
    Case(
      "slope-by-y", "\(b)-1 GRADIENT-1", "minus the logit",
      "\(f)([0.5, -3, 100, -100], [0, 1, 0.5, 1], reduction: none)", by: "y",
      cotangent: "[1, -2, 3, 4]"),
    Case(
      "127", "\(b)-1", "one less than a block of 128",
      "\(f)(\(Lists.logits(127)), \(Lists.labels(127, below: 2)))"),
    Case(
      "129", "\(b)-1", "one more than a block",
      "\(f)(\(Lists.logits(129)), \(Lists.labels(129, below: 2)))", by: "logits"),
    Case(
      "1000", "\(b)-1", "a long sum",
      "\(f)(\(Lists.logits(1000)), \(Lists.labels(1000, below: 2)), reduction: sum)", isLong: true),
  ]

  private static let weightedBinaryLogits: [Case] =
    [
      Case(
        "weighted", "\(b)-5 \(b)-1", "the mean divides by the count",
        "\(f)([0.3, -2, 4], [1, 0, 1], [2, 0.5, 0])", by: "logits y weight", cotangent: "-2"),
      Case(
        "weighted-each", "\(b)-1", "one by one",
        "\(f)([0.3, -2, 4], [1, 0, 0.5], [2, 0.5, 3], reduction: none)", by: "logits y weight",
        cotangent: "[1, -2, 3]"),
      Case(
        "weight-0", "INPUT-9", "a zero weight hides an infinite loss",
        "\(f)([-inf, 1], [1, 1], [0, 1], reduction: none)", by: "logits", cotangent: "[1, 2]"),
      Case("weights-0", "\(b)-5", "the count is not 0", "\(f)([0.5, 0.25], [1, 1], [0, 0])"),
      Case(
        "pos-weight", "\(b)-1", "more for the positives",
        "\(f)([0.3, -2, 4, -1], [1, 0, 1, 0.5], pos_weight: [3, 3, 0.25, 2], reduction: none)",
        by: "logits y pos_weight", cotangent: "[1, -2, 3, 4]"),
      Case(
        "pos-weight-mean", "\(b)-5 \(b)-1", "the mean divides by the count",
        "\(f)([0.3, -2, 4, -1], [1, 0, 1, 0.5], pos_weight: [3, 3, 0.25, 2])",
        by: "logits y pos_weight"),
      Case(
        "both-weights", "\(b)-1", "both weights",
        "\(f)([0.3, -2, 4], [1, 0, 0.5], [2, 0.5, 3], pos_weight: [3, 5, 0.25], reduction: sum)",
        by: "logits y weight pos_weight", cotangent: "-2"),
      Case(
        "pos-weight-0", "INPUT-9", "a yes that costs nothing",
        "\(f)([-inf, -3, 2], [1, 1, 0], pos_weight: [0, 0, 0], reduction: none)", by: "logits"),
      Case(
        "pos-weight-right-20", "\(b)-4", "a loss far below 1, weighted",
        "\(f)([20, 40, -40], [1, 1, 0], pos_weight: [3, 5, 7], reduction: none)", by: "logits"),
      Case(
        "pos-weight-wrong-800", "\(b)-1", "linear far out, weighted",
        "\(f)([-800, 800], [1, 1], pos_weight: [3, 5], reduction: none)", by: "logits"),
      Case("weight-shorter", "INPUT-5", "one weight for two", "\(f)([1, 2], [1, 0], [2])"),
      Case(
        "pos-weight-shorter", "INPUT-5", "nothing is broadcast",
        "\(f)([[1, 2], [3, 4]], [[1, 0], [0, 1]], pos_weight: [2, 3])"),
      Case("pos-weight-scalar", "INPUT-5", "nor a number", "\(f)([1, 2], [1, 0], pos_weight: 2)"),
      Case("nan-weight", "INPUT-2", "NaN in is NaN out", "\(f)([1, 2], [1, 1], [nan, 1])"),
      Case(
        "nan-pos-weight", "INPUT-2", "NaN in is NaN out",
        "\(f)([1, 2], [1, 1], pos_weight: [nan, 1])"),
      Case(
        "slope-by-no-weight", "GRADIENT-5", "there is none", "\(f)([1], [1])", by: "pos_weight"),
    ] + notNonnegative("weight", "INPUT-4 POLICY-4", "\(f)([1, 2], [1, 0], [1, #])")
    + notNonnegative("pos-weight", "INPUT-4 POLICY-4", "\(f)([1, 2], [1, 0], pos_weight: [1, #])")

  private static let specialBinaryLogits: [Case] =
    [
      Case(
        "infinite-right", "\(b)-3 POLICY-6", "0; torch 49844: NaN in every library",
        "\(f)([inf, -inf], [1, 0], reduction: none)", by: "logits"),
      Case(
        "infinite-wrong", "POLICY-6 ACCURACY-4", "infinite",
        "\(f)([inf, -inf], [0, 1], reduction: none)",
        by: "logits", cotangent: "[2, -3]"),
      Case(
        "infinite-soft", "POLICY-6", "infinite for any soft target",
        "\(f)([inf, -inf, 1], [0.5, 0.5, 0.5])", by: "logits"),
      Case(
        "infinite-by-y", "GRADIENT-2", "minus the logit",
        "\(f)([inf, -inf], [1, 0], reduction: none)",
        by: "y"),
      Case(
        "slope-hidden", "GRADIENT-4", "a zero cotangent hides an infinity",
        "\(f)([inf, 1], [0, 1], reduction: none)", by: "logits y", cotangent: "[0, 0]"),
      Case(
        "nan", "INPUT-2", "NaN stays where it is",
        "\(f)([nan, 1, 2], [1, nan, 1], reduction: none)",
        by: "logits"),
      Case("nan-mean", "INPUT-2", "or spoils the mean", "\(f)([nan, 1], [1, 1])", by: "logits"),
      Case(
        "nan-weight-0", "INPUT-10", "a zero weight hides no NaN",
        "\(f)([nan, 1], [1, 1], [0, 1], reduction: none)"),
      Case("shorter", "INPUT-5", "two lengths", "\(f)([1, 2], [1])"),
      Case("scalar-target", "INPUT-5", "nothing is broadcast", "\(f)([1, 2], 1)"),
      Case("column", "INPUT-5", "a column is no row", "\(f)([1, 2], [[1], [0]])"),
      Case(
        "reduction-unknown", "INPUT-6", "no such reduction", "\(f)([1], [1], reduction: median)"),
      Case(
        "outside-weight-0", "INPUT-8", "a zero weight does not excuse it",
        "\(f)([1, 2], [1.5, 1], [0, 1])"),
      unknownOption("\(f)([1], [1])"),
    ] + noProbabilities("y", "\(f)([1, 2], [1, #])")
}
