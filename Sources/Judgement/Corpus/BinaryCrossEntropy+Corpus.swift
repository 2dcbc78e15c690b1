import CrossEntropy

extension Corpus {
  private static let f = "binary_cross_entropy"
  private static let b = "BINARY-CROSS-ENTROPY"

  static let binaryCrossEntropy: [Case] =
    [
      Case(
        "ordinary", "\(b)-1", "yes and no, the mean", "\(f)([0.9, 0.2, 0.6, 0.3], [1, 0, 1, 0])",
        by: "p y", cotangent: "-2"),
      Case(
        "ordinary-each", "REDUCTION-1 \(b)-1", "one by one",
        "\(f)([0.9, 0.2, 0.6, 0.3], [1, 0, 1, 0], reduction: none)", by: "p",
        cotangent: "[1, -2, 4, 0.5]"),
      Case(
        "ordinary-sum", "REDUCTION-2", "the sum",
        "\(f)([0.9, 0.2, 0.6, 0.3], [1, 0, 1, 0], reduction: sum)", by: "p y", cotangent: "0.5"),
      Case(
        "ordinary-mean", "REDUCTION-3", "the mean, said aloud",
        "\(f)([0.9, 0.2, 0.6, 0.3], [1, 0, 1, 0], reduction: mean)", by: "p"),
      Case(
        "ordinary-reversed", "REDUCTION-5", "in another order",
        "\(f)([0.3, 0.6, 0.2, 0.9], [0, 1, 0, 1])"),
      Case(
        "soft", "\(b)-1", "targets between", "\(f)([0.9, 0.2, 0.6], [0.75, 0.1, 0.5])", by: "p y"),
      Case(
        "soft-each", "\(b)-1", "targets between, one by one",
        "\(f)([0.9, 0.2, 0.6], [0.75, 0.4, 0.5], reduction: none)", by: "p y",
        cotangent: "[1, -1, 2]"),
      Case("right", "\(b)-3", "0, exactly", "\(f)([1, 0], [1, 0], reduction: none)", by: "y"),
      Case(
        "contradicted", "\(b)-2 POLICY-7", "infinite, not 100 or 16.1",
        "\(f)([0, 1], [1, 0], reduction: none)"),
      Case(
        "half-contradicted", "\(b)-2", "a soft target at an end", "\(f)([0, 1], [0.25, 0.75])",
        by: "y"),
      Case(
        "nearly-right", "\(b)-1 ACCURACY-1", "keras 15249: 1 − 1e-7",
        "\(f)([{below1}, 1 - 8*{u}, {u}, 1e-6], [1, 1, 0, 0], reduction: none)", by: "p"),
      Case(
        "nearly-contradicted", "\(b)-1 POLICY-7", "no clip at 1e-7",
        "\(f)([{u}, {below1}, 1e-10, 1e-30], [1, 0, 1, 1], reduction: none)"),
      Case(
        "subnormal", "POLICY-13 \(b)-1", "subnormal probabilities are not 0",
        "\(f)([{least}, {normal}/2], [1, 1], reduction: none)"),
      Case(
        "half", "\(b)-1", "ln 2 whatever the target", "\(f)([0.5, 0.5, 0.5], [1, 0, 0.3])", by: "p"),
      Case("one", "\(b)-1", "one element", "\(f)([0.3], [1])", by: "p y"),
      Case("scalar", "\(b)-1", "no axis", "\(f)(0.3, 1)", by: "p y"),
      Case("scalar-each", "REDUCTION-1", "no axis, as it is", "\(f)(0.3, 0, reduction: none)"),
      Case(
        "matrix", "REDUCTION-3", "the mean is over all elements",
        "\(f)([[0.9, 0.2, 0.5], [0.6, 0.3, 0.1]], [[1, 0, 1], [0.5, 0, 0]])", by: "p"),
      Case(
        "cube-each", "REDUCTION-1", "the shape is kept",
        "\(f)([[[0.9], [0.2]], [[0.6], [0.3]]], [[[1], [0]], [[0], [1]]], reduction: none)",
        by: "p", cotangent: "[[[1], [-2]], [[0], [3]]]"),
      Case("nothing-mean", "POLICY-2", "NaN", "\(f)([], [])"),
      Case("nothing-sum", "REDUCTION-4", "0", "\(f)([], [], reduction: sum)"),
      Case("nothing-each", "REDUCTION-1", "nothing", "\(f)([], [], reduction: none)"),
      Case(
        "weighted", "\(b)-4 \(b)-1", "the mean divides by the count",
        "\(f)([0.9, 0.2, 0.6], [1, 0, 0], [2, 0.5, 3])", by: "p y weight", cotangent: "-3"),
      Case(
        "weighted-each", "\(b)-1", "one by one",
        "\(f)([0.9, 0.2, 0.6], [1, 0, 0.5], [2, 0.5, 3], reduction: none)", by: "p y weight",
        cotangent: "[1, -2, 3]"),
      Case(
        "weighted-sum", "REDUCTION-2", "the sum",
        "\(f)([0.9, 0.2, 0.6], [1, 0, 0.5], [2, 0.5, 3], reduction: sum)", by: "weight"),
      Case(
        "weight-0", "INPUT-9", "a zero weight hides an infinite loss",
        "\(f)([0, 0.5], [1, 1], [0, 1], reduction: none)", by: "p", cotangent: "[1, 2]"),
      Case(
        "weights-0", "\(b)-4", "the count is not 0", "\(f)([0.5, 0.25], [1, 1], [0, 0])", by: "p"),
      Case(
        "weight-at-infinity", "\(b)-2", "a weight of an infinite loss",
        "\(f)([0, 0.5], [1, 1], [2, 1])",
        by: "weight"),
      Case(
        "clipped", "\(b)-5", "both ends", "\(f)([0, 1, 0.5, 0.999], [1, 0, 1, 1], clip: 1/64)",
        by: "p"),
      Case(
        "clipped-each", "\(b)-5 \(b)-7", "both ends, one by one",
        "\(f)([0.001, 0.999, 0.3], [1, 0, 1], reduction: none, clip: 1/64)", by: "p y clip",
        cotangent: "[1, -2, 3]"),
      Case(
        "clipped-right", "\(b)-5", "a right answer costs a little",
        "\(f)([1, 0], [1, 0], reduction: none, clip: 1/128)", by: "p clip", cotangent: "[2, 1]"),
      Case(
        "clipped-upper", "\(b)-5", "only the upper end", "\(f)([0.999, 0.998], [0, 1], clip: 1/32)",
        by: "p clip"),
      Case(
        "clip-at-its-ends", "GRADIENT-3 \(b)-7", "the corners of the clip",
        "\(f)([1/64, 63/64], [1, 0], reduction: none, clip: 1/64)", by: "p", cotangent: "[1, -2]"),
      Case(
        "clip-unused", "\(b)-5", "nothing reaches it",
        "\(f)([0.3, 0.7], [1, 0], clip: 1e-3)", by: "p clip"),
      Case("clip-none", "POLICY-7", "said aloud", "\(f)([0, 0.7], [1, 1], clip: none)"),
      Case(
        "clip-weighted", "\(b)-5", "with weights",
        "\(f)([0, 0.999, 0.5], [1, 1, 0], [2, 0.5, 0], reduction: sum, clip: 1/64)",
        by: "p weight clip"),
      Case("clip-0", "INPUT-6", "no clip", "\(f)([0.5], [1], clip: 0)"),
      Case("clip-half", "INPUT-6", "nothing left", "\(f)([0.5], [1], clip: 0.5)"),
      Case("clip-negative", "INPUT-6 POLICY-4", "no probability", "\(f)([0.5], [1], clip: -0.125)"),
      Case("clip-nan", "INPUT-2", "NaN in is NaN out", "\(f)([0.5], [1], clip: nan)"),
      Case(
        "nan", "INPUT-2", "NaN stays where it is",
        "\(f)([nan, 0.5, 0.5], [1, nan, 1], reduction: none)", by: "p"),
      Case("nan-mean", "INPUT-2", "or spoils the mean", "\(f)([nan, 0.5], [1, 1])"),
      Case(
        "nan-weight-0", "INPUT-10", "a zero weight hides no NaN",
        "\(f)([nan, 0.5], [1, 1], [0, 1], reduction: none)", by: "p"),
      Case("nan-weight", "INPUT-2", "NaN in is NaN out", "\(f)([0.5, 0.5], [1, 1], [nan, 1])"),
      Case(
        "nan-clipped", "INPUT-2", "a clip hides no NaN", "\(f)([nan], [1], clip: 1/64)", by: "p"),
      Case(
        "slope-at-ends", "\(b)-6 GRADIENT-2", "infinite where wrong, 1 where right",
        "\(f)([0, 1, 0, 1], [1, 1, 0, 0], reduction: none)", by: "p", cotangent: "[1, -2, 3, 4]"),
      Case(
        "slope-by-y-at-ends", "GRADIENT-2", "infinite", "\(f)([0, 1], [0.5, 0.5], reduction: none)",
        by: "y", cotangent: "[1, 2]"),
      Case(
        "slope-hidden", "GRADIENT-4", "a zero cotangent",
        "\(f)([0, 0.5], [1, 0], reduction: none)", by: "p y", cotangent: "[0, 0]"),
      Case(
        "slope-cancels", "\(b)-6 ACCURACY-1", "p next to the target",
        "\(f)([0.3, 0.7], [0.3 + 2*{u}, 0.7], reduction: none)", by: "p"),
      Case(
        "slope-of-right", "\(b)-6", "derivatives of p near its target",
        "\(f)([{below1}, {u}], [1, 0], reduction: none)", by: "p y", cotangent: "[1, -1]"),
      Case(
        "127", "\(b)-1", "one less than a block of 128",
        "\(f)(\(Lists.probabilities(127)), \(Lists.labels(127, below: 2)))"),
      Case(
        "129", "\(b)-1", "one more than a block",
        "\(f)(\(Lists.probabilities(129)), \(Lists.labels(129, below: 2)))", by: "p"),
      Case(
        "1000", "\(b)-1", "a long sum",
        "\(f)(\(Lists.probabilities(1000)), \(Lists.labels(1000, below: 2)), reduction: sum)",
        isLong: true),
      Case("shorter", "INPUT-5", "two lengths", "\(f)([0.5, 0.5], [1])"),
      Case("scalar-target", "INPUT-5", "nothing is broadcast", "\(f)([0.5, 0.5], 1)"),
      Case("column", "INPUT-5", "a column is no row", "\(f)([0.5, 0.5], [[1], [0]])"),
      Case("weight-scalar", "INPUT-5", "nothing is broadcast", "\(f)([0.5, 0.5], [1, 0], 2)"),
      Case("weight-shorter", "INPUT-5", "one weight for two", "\(f)([0.5, 0.5], [1, 0], [2])"),
      Case(
        "reduction-unknown", "INPUT-6", "no such reduction", "\(f)([0.5], [1], reduction: median)"),
      Case(
        "slope-by-no-weight", "GRADIENT-5", "there is none", "\(f)([0.5], [1])", by: "weight"),
      Case(
        "outside-weight-0", "INPUT-8", "a zero weight does not excuse it",
        "\(f)([1.5, 0.5], [1, 1], [0, 1])"),
      Case("outside-clip", "INPUT-8", "nor does a clip", "\(f)([-0.5], [1], clip: 1/64)"),
      unknownOption("\(f)([0.5], [1])"),
    ] + binaryRefusals

  private static let binaryRefusals =
    noProbabilities("p", "\(f)([0.5, #], [1, 0])")
    + noProbabilities("y", "\(f)([0.5, 0.5], [1, #])")
    + notNonnegative("weight", "INPUT-4 POLICY-4", "\(f)([0.5, 0.5], [1, 0], [1, #])")
}
