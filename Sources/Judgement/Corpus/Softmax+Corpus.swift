import CrossEntropy

extension Corpus {
  static let softmax = softmaxes(
    "softmax", value: "SOFTMAX-1", shift: "SOFTMAX-2", mask: "SOFTMAX-5", infinite: "SOFTMAX-6",
    temperature: "SOFTMAX-8", slope: "SOFTMAX-9")

  static let logSoftmax =
    softmaxes(
      "log_softmax", value: "LOG-SOFTMAX-1", shift: "LOG-SOFTMAX-2", mask: "LOG-SOFTMAX-4",
      infinite: "LOG-SOFTMAX-1", temperature: "LOG-SOFTMAX-5", slope: "LOG-SOFTMAX-6") + [
      Case(
        "underflow-104", "LOG-SOFTMAX-3", "onnx: −104, where the softmax underflows in float32",
        "log_softmax([0, -104])", by: "x"),
      Case(
        "clip", "LOG-SOFTMAX-3", "paddle: no clip at −64", "log_softmax([0, -70, -100, -200])"),
      Case(
        "near-zero", "LOG-SOFTMAX-1 ACCURACY-1", "the logarithm of a share next to 1",
        "log_softmax([20, 0], temperature: 1)"),
      Case("near-zero-40", "LOG-SOFTMAX-1 ACCURACY-1", "nearer", "log_softmax([0, -40])"),
      Case(
        "flux", "LOG-SOFTMAX-6 LOG-SOFTMAX-3", "Flux 435: −431, 279, 427",
        "log_softmax([-431, 279, 427])", by: "x", cotangent: "[1, 2, -4]"),
    ]

  private static func softmaxes(
    _ f: String, value: String, shift: String, mask: String, infinite: String, temperature: String,
    slope: String
  ) -> [Case] {
    finite(f, value, shift) + special(f, value, mask, infinite)
      + temperatures(f, temperature, slope) + slopes(f, slope)
  }

  private static func finite(_ f: String, _ value: String, _ shift: String) -> [Case] {
    [
      Case(
        "three-scores", value, "Neptune 2023: blue, green, red", "\(f)([2, 1, -1])", by: "x",
        cotangent: "[1, -2, 4]"),
      Case(
        "batch", value, "each row by itself", "\(f)([[2, 1, -1], [0, 0, 0], [-1, 3, 0.5]])",
        by: "x", cotangent: "[[1, -2, 4], [0, 1, 0], [3, -3, 0]]"),
      Case(
        "fifty-scores", value, "Neptune 2023: ten rows of five logits", "\(f)(\(tenRowsOfLogits))"),
      Case("fair", value, "two equal logits are one half each", "\(f)([0, 0])"),
      Case("ties", shift, "equal logits off zero", "\(f)([3.7, 3.7, 3.7])"),
      Case("two-tied-winners", value, "a tie at the top", "\(f)([5, 5, -40, 1])"),
      Case("one-class", "SOFTMAX-3 \(value)", "all the probability", "\(f)([-12.5])", by: "x"),
      Case(
        "one-class-batch", value, "a column", "\(f)([[-12.5], [1000], [0]])", by: "x",
        cotangent: "[[1], [-2], [3]]"),
      Case("offset-1e4", shift, "e to the x overflows", "\(f)([10002, 10001, 9999])", by: "x"),
      Case(
        "offset-minus-1e4", shift, "every e to the x underflows", "\(f)([-10002, -10001, -9999])",
        by: "x"),
      Case(
        "offset-1e8", shift, "logits of which float32 keeps every eighth",
        "\(f)([100000016, 100000008, 100000000])", by: "x"),
      Case(
        "offset-ties", shift, "one half each, also at 1e8", "\(f)([1e8, 1e8])", by: "x",
        cotangent: "[1, -2]"),
      Case(
        "large-numbers", shift, "ONNX: 0 to 3 and 10000 to 10003",
        "\(f)([[0, 1, 2, 3], [10000, 10001, 10002, 10003]])"),
      Case(
        "row-maxima", shift, "rows far apart: one maximum for all would lose a row",
        "\(f)([[1000, 999], [-1000, -1001], [0, 1]])", by: "x",
        cotangent: "[[1, 0], [0, 1], [1, -1]]"),
      Case("saturated-20", value, "a clear winner", "\(f)([20, 0, -1])", by: "x"),
      Case("saturated-50", value, "tails below the rounding of 1", "\(f)([0, 50, -3])", by: "x"),
      Case(
        "saturated-800", "\(value) ACCURACY-5", "tails below every format", "\(f)([0, 800])",
        by: "x", cotangent: "[3, -1]"),
      Case(
        "overflow", "\(shift) ACCURACY-5", "at the overflow of e to the x",
        "\(f)([{exp-max}, {exp-over}, 0])"),
      Case(
        "underflow", "\(value) POLICY-13", "shares that leave the normal numbers, and all",
        "\(f)([0, {exp-normal}, {exp-under}])"),
      Case(
        "underflow-700", value, "shares near the least normal float64", "\(f)([0, -700, -708])"),
      Case(
        "greatest", "\(shift) ACCURACY-5", "the difference overflows", "\(f)([{max}, -{max}, 0])"),
      Case(
        "near-ties", "\(value) ACCURACY-1", "logits a step apart",
        "\(f)([1, {above1}, {below1}, -{least}])"),
      Case("tiny", value, "nearly equal", "\(f)([{least}, -{least}, 1e-7])"),
      Case("irrelevant", value, "two of a kind and one far below", "\(f)([1.5, 0.25, -30])"),
      Case("127", value, "one less than a block of 128", "\(f)(\(Lists.logits(127)))"),
      Case("128", value, "a block of 128", "\(f)(\(Lists.logits(128)))"),
      Case(
        "129", value, "one more than a block", "\(f)(\(Lists.logits(129)))", by: "x",
        cotangent: Lists.logits(129, seed: 3)),
      Case(
        "rows-of-33", value, "rows that fill no tile", "\(f)(\(Lists.logits(rows: 5, classes: 33)))"
      ),
      Case(
        "uniform-1000", "ACCURACY-1 \(value)",
        "a thousand ties, e to the 0 each: no order of summation errs",
        "\(f)(\(Lists.copies("0.7", 1000)))"),
      Case(
        "ties-of-1000", "\(value) ACCURACY-1", "three winners, the rest excluded",
        "\(f)(\(Lists.copies("-inf", 997).dropLast()), 5, 5, 5])"),
      Case("1000", value, "a long row", "\(f)(\(Lists.logits(1000)))", isLong: true),
      Case(
        "batch-1000", value, "rows of 250", "\(f)(\(Lists.logits(rows: 4, classes: 250)))", by: "x",
        isLong: true),
      Case(
        "spatial", value, "over the last of three axes",
        "\(f)([[[1, 2], [3, 5]], [[-1, 0], [8, 8]]])",
        by: "x", cotangent: "[[[1, 2], [3, -5]], [[-1, 0], [4, 8]]]"),
    ]
  }

  private static func special(
    _ f: String, _ value: String, _ mask: String, _ infinite: String
  ) -> [Case] {
    [
      Case("masked", mask, "an excluded class", "\(f)([1, -inf, 2])"),
      Case(
        "masked-slope", "\(mask) GRADIENT-2", "slopes beside an excluded class",
        "\(f)([1, -inf, 2])",
        by: "x", cotangent: "[1, 0, -3]"),
      Case("masked-but-one", mask, "only one class left", "\(f)([-inf, -3, -inf])"),
      Case(
        "masked-low", mask, "far below any stand-in for −inf", "\(f)([-20000, -inf, -20001])",
        by: "x",
        cotangent: "[1, 0, 2]"),
      Case(
        "masked-batch", mask, "other classes in each row", "\(f)([[1, -inf, 2], [-inf, 0, 0.5]])"),
      Case(
        "infinite", "\(infinite) POLICY-6", "it takes all", "\(f)([1, inf, -inf, 3])"),
      Case(
        "infinite-slope", "\(infinite) POLICY-6", "slopes beside it", "\(f)([1, inf, 3])", by: "x",
        cotangent: "[1, 2, -4]"),
      Case(
        "all-masked", "SOFTMAX-7 ACCURACY-3", "no limit", "\(f)([[-inf, -inf], [1, 2]])", by: "x"),
      Case("competing", "SOFTMAX-7 ACCURACY-3", "no limit", "\(f)([[inf, 1, inf], [1, 2, 3]])"),
      Case(
        "nan", "INPUT-2", "NaN in its row only", "\(f)([[1, nan], [inf, nan], [1, 2]])", by: "x"),
      Case("nothing", value, "no class", "\(f)([])", by: "x"),
      Case("empty-rows", [value], "no class in two rows", Call(f, ["x": empty([2, 0])])),
      Case("no-rows", [value], "no row", Call(f, ["x": empty([0, 3])])),
      Case("scalar", "INPUT-5", "a number has no last axis", "\(f)(3)"),
      unknownOption("\(f)([1, 2])"),
    ]
  }

  private static func temperatures(_ f: String, _ clause: String, _ slope: String) -> [Case] {
    [
      Case("temperature-2", clause, "half the logits", "\(f)([2, 1, -1], temperature: 2)"),
      Case(
        "temperature-3", clause, "a quotient that is rounded", "\(f)([2, 1, -1], temperature: 3)",
        by: "x temperature", cotangent: "[1, -2, 4]"),
      Case(
        "temperature-half", clause, "twice the logits",
        "\(f)([[2, 1, -1], [0, 1, 0]], temperature: 0.5)",
        by: "x temperature", cotangent: "[[1, 0, 2], [3, 0, -1]]"),
      Case("temperature-1", clause, "nothing changes", "\(f)([2, 1, -1], temperature: 1)"),
      Case(
        "temperature-cold", clause, "nearly one-hot", "\(f)([2, 1, -1], temperature: 1/64)",
        by: "x temperature", cotangent: "[1, 0, -1]"),
      Case(
        "temperature-hot", clause, "nearly uniform", "\(f)([2, 1, -1], temperature: 1024)",
        by: "x temperature", cotangent: "[1, 0, 2]"),
      Case(
        "temperature-offset", clause, "logits far from 0", "\(f)([1000, 999], temperature: 10)",
        by: "temperature", cotangent: "[1, 0]"),
      Case(
        "temperature-masked", clause, "beside an excluded class",
        "\(f)([1, -inf, 2], temperature: 2)",
        by: "x temperature", cotangent: "[1, 0, 3]"),
      Case(
        "temperature-beside-infinity", clause, "beside +inf", "\(f)([1, inf, 2], temperature: 2)",
        by: "temperature", cotangent: "[1, 2, 3]"),
      Case(
        "temperature-zero-cotangent", "GRADIENT-4 \(slope)", "nothing is asked",
        "\(f)([1, 3], temperature: 2)", by: "x temperature", cotangent: "[0, 0]"),
      Case(
        "temperature-nan", "INPUT-2", "NaN in is NaN out", "\(f)([2, 1, -1], temperature: nan)",
        by: "x"),
    ] + notPositive("temperature", "INPUT-6 POLICY-4", "\(f)([2, 1, -1], temperature: #)")
  }

  private static func slopes(_ f: String, _ slope: String) -> [Case] {
    [
      Case(
        "slope-ones", "\(slope) GRADIENT-1", "all ones if none is given", "\(f)([2, 1, -1])",
        by: "x"),
      Case(
        "slope-first", slope, "one column of the Jacobian", "\(f)([2, 1, -1])", by: "x",
        cotangent: "[1, 0, 0]"),
      Case(
        "slope-mean-0", "\(slope) ACCURACY-1", "a cotangent of mean 0",
        "\(f)([0.5, 1.5, -2, 0, 1, 3])", by: "x", cotangent: "[1, -1, 2, -2, 3, -3]"),
      Case(
        "slope-large-cotangent", "\(slope) ACCURACY-1", "a large cotangent, all but equal",
        "\(f)([0.5, 1.5, -2])", by: "x", cotangent: "[1000, 1001, 1000]"),
      Case(
        "slope-saturated", slope, "derivatives far below 1", "\(f)([30, 0, -5])", by: "x",
        cotangent: "[1, 2, -3]"),
      Case(
        "slope-hides-no-nan", "GRADIENT-4", "a zero cotangent", "\(f)([[nan, 1], [1, 2]])", by: "x",
        cotangent: "[[0, 0], [0, 0]]"),
    ]
  }
}
