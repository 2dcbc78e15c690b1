import CrossEntropy
import Exact

extension Corpus {
  private static let x = "[[1, 2, -1], [0.5, -3, 4]]"
  private static let w = "[[1, -2], [0.5, 3], [0.25, -1]]"

  static let linear: [Case] = [
    Case(
      "ordinary", "LINEAR-1", "two rows of three features", "linear(\(x), [2, -1, 0.5], 3)",
      by: "x w b", cotangent: "[1, -2]"),
    Case(
      "columns", "LINEAR-3 LINEAR-1", "two outputs", "linear(\(x), \(w), [10, -20])", by: "x w b",
      cotangent: "[[1, -2], [3, 5]]"),
    Case("first-column", "LINEAR-3", "the first alone", "linear(\(x), [1, 0.5, 0.25], 10)"),
    Case(
      "no-bias", "LINEAR-2", "a bias of 0", "linear(\(x), [2, -1, 0.5])", by: "x w",
      cotangent: "[1, -2]"),
    Case(
      "no-bias-columns", "LINEAR-2", "biases of 0", "linear(\(x), \(w))", by: "x w",
      cotangent: "[[1, -2], [3, 5]]"),
    Case("bias-0", "LINEAR-2", "said aloud", "linear(\(x), [2, -1, 0.5], 0)", by: "b"),
    Case(
      "balanced", "LINEAR-4", "a cotangent of mean 0", "linear([[1, 2], [1, 2]], [3, 4], 5)",
      by: "x w b", cotangent: "[1, -1]"),
    Case("ones", "LINEAR-4", "a cotangent of ones", "linear(\(x), \(w), [10, -20])", by: "x w b"),
    Case("one-row", "LINEAR-1", "one row", "linear([[1, 2, 3]], [4, 5, 6], 7)", by: "x w b"),
    Case("one-feature", "LINEAR-1", "one feature", "linear([[2], [3]], [5], 1)", by: "x w b"),
    Case(
      "one-column", "LINEAR-3", "one output keeps its axis", "linear([[2], [3]], [[5]], [1])",
      by: "x w b", cotangent: "[[1], [-2]]"),
    Case(
      "four-columns", "LINEAR-3", "more outputs than features",
      "linear([[2, 1]], [[1, 2, 3, 4], [5, 6, 7, 8]], [1, 2, 3, 4])", by: "x w b",
      cotangent: "[[1, -2, 3, 4]]"),
    Case(
      "square", "LINEAR-4", "nothing tells x from w by its shape",
      "linear([[1, 2], [3, 4]], [[5, 6], [7, 8]], [9, 10])", by: "x w b",
      cotangent: "[[1, 2], [3, 5]]"),
    Case("negative-zero", "INPUT-11", "−0 is 0", "linear([[-0, 0]], [1, -1], -0)"),
    Case(
      "tenths", "LINEAR-1 ACCURACY-1", "rounding in every product",
      "linear([[0.1, 0.2, 0.3]], [0.3, 0.2, 0.1], 0.7)", by: "x w"),
    Case(
      "cancelled", "LINEAR-1 ACCURACY-1", "terms that cancel",
      "linear([[100, 1, -100]], [100, 0.25, 100], 0.5)", by: "x w b"),
    Case(
      "near-cancelled", "LINEAR-1 ACCURACY-1", "all but a step", "linear([[{above1}, 1]], [1, -1])",
      by: "x"),
    Case(
      "overflow", "LINEAR-1 ACCURACY-6", "beyond the format", "linear([[{max}, {max}]], [1, 1], 0)",
      by: "x"),
    Case(
      "greatest", "LINEAR-1", "the ends of the format", "linear([[{max}, 0]], [1, {max}], 0)",
      by: "x w", cotangent: "[1/2]"),
    Case(
      "subnormal", "POLICY-13 LINEAR-1", "the least number",
      "linear([[{least}, {normal}]], [1, 0], 0)"),
    Case("infinite", "POLICY-6 ACCURACY-4", "infinite", "linear([[inf, 1], [-inf, 1]], [2, 1], 0)"),
    Case(
      "infinite-times-0", "ACCURACY-3", "NaN: nothing is said of ∞·0 but for weights and targets",
      "linear([[inf, 1]], [0, 1], 0)"),
    Case(
      "nan", "INPUT-2", "NaN stays in its row", "linear([[nan, 1], [2, 1]], [2, 1], 0)", by: "x w b"
    ),
    Case("nan-weight", "INPUT-2", "or in its column", "linear([[1, 2]], [[nan, 1], [2, 1]])"),
    Case("nan-bias", "INPUT-2", "a bias's", "linear([[1, 2]], [[1, 1], [2, 1]], [nan, 0])"),
    Case(
      "127", "LINEAR-1", "one less than a block of 128",
      "linear([\(Lists.logits(127))], \(Lists.logits(127, seed: 2)), 1)", by: "x"),
    Case(
      "129", "LINEAR-1", "one more than a block",
      "linear([\(Lists.logits(129))], \(Lists.logits(129, seed: 2)), 1)", by: "w"),
    Case(
      "129-shares", "LINEAR-1 ACCURACY-1", "rounding piles up",
      "linear([\(Lists.shares(129))], \(Lists.shares(129, seed: 2)))"),
    Case(
      "1000", "LINEAR-1", "a thousand features",
      "linear([\(Lists.logits(1000))], \(Lists.logits(1000, seed: 2)), 1)", by: "x w", isLong: true),
    Case(
      "100-rows", "LINEAR-4", "a hundred rows", "linear(\(pairs(100)), [1, -2], 0.5)", by: "w b"),
    Case(
      "no-rows", ["LINEAR-1"], "nothing", Call("linear", ["x": empty([0, 2]), "w": vector("1 2")])),
    Case(
      "no-features", ["LINEAR-1"], "the bias",
      Call("linear", ["x": empty([2, 0]), "w": empty([0]), "b": .scalar(3)])),
    Case(
      "no-columns", ["LINEAR-3"], "nothing", Call("linear", ["x": vectorRows, "w": empty([2, 0])])),
    Case("features-fewer", "INPUT-5", "two for three", "linear([[1, 2]], [1, 2, 3])"),
    Case("vector", "INPUT-5", "a list is no table", "linear([1, 2], [1, 2])"),
    Case(
      "w-transposed", "INPUT-5", "features first", "linear([[1, 2, 3]], [[1, 2, 3], [4, 5, 6]])"),
    Case("bias-list", "INPUT-5", "one output has one bias", "linear([[1, 2]], [1, 2], [3])"),
    Case(
      "bias-number", "INPUT-5", "a bias for each output", "linear([[1, 2]], [[1, 2], [3, 4]], 3)"),
    Case(
      "bias-longer", "INPUT-5", "three biases for two outputs",
      "linear([[1, 2]], [[1, 2], [3, 4]], [1, 2, 3])"),
    Case("slope-by-no-bias", "GRADIENT-5", "there is none", "linear([[1, 2]], [1, 2])", by: "b"),
    unknownOption("linear([[1, 2]], [1, 2])"),
  ]

  private static let vectorRows = parsed("linear([[1, 2]], [1, 2])").arguments["x"]!

  private static let e = "logistic_regression_epoch"
  private static let l = "LOGISTIC-REGRESSION-EPOCH"
  private static let samples = "[[1, 2], [0.5, -1], [-2, 0.25]], [0.5, -0.25], [1, 0, 1]"

  static let logisticRegressionEpoch: [Case] =
    [
      Case(
        "ordinary", "\(l)-1 \(l)-2", "three steps", "\(e)(\(samples), learning_rate: 0.5)"),
      Case(
        "one-sample", "\(l)-1", "one step", "\(e)([[1, 2]], [0.5, -0.25], [1], learning_rate: 0.5)"),
      Case(
        "from-0", "\(l)-1", "a step of η/2 times x",
        "\(e)([[1, 2]], [0, 0], [0], learning_rate: 0.25)"),
      Case(
        "two-samples", "\(l)-2", "the second step starts where the first ended",
        "\(e)([[1, 2], [1, 2]], [0, 0], [1, 1], learning_rate: 1)"),
      Case(
        "order", "\(l)-1 \(l)-2", "the samples the other way round",
        "\(e)([[-2, 0.25], [0.5, -1], [1, 2]], [0.5, -0.25], [1, 0, 1], learning_rate: 0.5)"),
      Case("rate-0", "\(l)-3", "nothing moves", "\(e)(\(samples), learning_rate: 0)"),
      Case("rate-negative", "\(l)-1", "uphill", "\(e)(\(samples), learning_rate: -0.5)"),
      Case("rate-large", "\(l)-1", "far past the minimum", "\(e)(\(samples), learning_rate: 8)"),
      Case(
        "rate-tenth", "\(l)-1 ACCURACY-1", "the usual tenth", "\(e)(\(samples), learning_rate: 0.1)"
      ),
      Case(
        "soft", "\(l)-1", "targets between",
        "\(e)([[1, 2], [0.5, -1]], [0.5, -0.25], [0.25, 0.75], learning_rate: 0.5)"),
      Case("soft-one", "\(l)-1", "a half", "\(e)([[1, 2]], [0, 0], [0.5], learning_rate: 0.5)"),
      Case(
        "satisfied", "\(l)-1", "far on the right side: next to nothing",
        "\(e)([[20]], [1], [1], learning_rate: 1)"),
      Case(
        "saturated", "\(l)-1", "far on the wrong side",
        "\(e)([[100], [-100]], [1], [0, 1], learning_rate: 0.5)"),
      Case(
        "overflow", "\(l)-1 ACCURACY-5", "e to the score overflows",
        "\(e)([[800]], [1], [0], learning_rate: 0.5)"),
      Case(
        "no-features", [l + "-1"], "nothing",
        Call(
          e, ["x": empty([2, 0]), "w": empty([0]), "y": vector("0 1")],
          options: ["learning_rate": 1])),
      Case(
        "no-samples", [l + "-3"], "nothing moves",
        Call(
          e, ["x": empty([0, 2]), "w": vector("0.5 -3"), "y": empty([0])],
          options: ["learning_rate": 1])),
      Case(
        "zeros", "\(l)-1", "a sample of zeros moves nothing",
        "\(e)([[0, 0]], [0.5, -3], [1], learning_rate: 1)"),
      Case(
        "three-features", "\(l)-1", "three",
        "\(e)([[1, 2, 3], [3, -2, 1]], [0.1, 0.2, -0.3], [0, 1], learning_rate: 0.25)"),
      Case(
        "many", "\(l)-2", "twenty steps",
        "\(e)(\(pairs(20)), [0, 0], \(Lists.labels(20, below: 2)), learning_rate: 0.0625)"),
      Case(
        "nan", "INPUT-2", "NaN in is NaN out", "\(e)([[1, nan]], [0.5, -3], [1], learning_rate: 1)"),
      Case("nan-rate", "INPUT-2", "an option's", "\(e)(\(samples), learning_rate: nan)"),
      Case(
        "nan-target", "INPUT-2", "a target's", "\(e)([[1, 2]], [0.5, -3], [nan], learning_rate: 1)"),
      Case("no-rate", "INPUT-6", "it has no default", "\(e)(\(samples))"),
      Case(
        "rate-infinite", "INPUT-6 POLICY-4", "not a finite number",
        "\(e)(\(samples), learning_rate: inf)"),
      Case(
        "rate-minus-infinite", "INPUT-6 POLICY-4", "not a finite number",
        "\(e)(\(samples), learning_rate: -inf)"),
      Case(
        "target-signed", "INPUT-12 POLICY-4", "not −1",
        "\(e)([[1, 2]], [0.5, -3], [-1], learning_rate: 1)"),
      Case(
        "features-fewer", "INPUT-5", "two for three",
        "\(e)([[1, 2]], [1, 2, 3], [1], learning_rate: 1)"),
      Case(
        "targets-fewer", "INPUT-5", "one for two",
        "\(e)([[1, 2], [3, 4]], [1, 2], [1], learning_rate: 1)"),
      Case(
        "w-matrix", "INPUT-5", "one output", "\(e)([[1, 2]], [[1], [2]], [1], learning_rate: 1)"),
      Case(
        "slope-by-w", "GRADIENT-5", "it is a step of an algorithm",
        "\(e)(\(samples), learning_rate: 1)", by: "w"),
      Case(
        "slope-by-rate", "GRADIENT-5", "it is a step of an algorithm",
        "\(e)(\(samples), learning_rate: 1)", by: "learning_rate"),
      unknownOption("\(e)(\(samples), learning_rate: 1)"),
    ] + noProbabilities("y", "\(e)([[1, 2]], [0.5, -3], [#], learning_rate: 1)")
}
