import CrossEntropy
import Exact

extension Corpus {
  private static let rows = "[[0.7, 0.2, 0.1], [0.1, 0.3, 0.6]], [[1, 0, 0], [0, 1, 0]]"

  static let brierScore: [Case] =
    [
      Case(
        "ordinary", "BRIER-SCORE-1 BRIER-SCORE-3", "two rows of three classes",
        "brier_score(\(rows))", by: "p y", cotangent: "-3"),
      Case(
        "ordinary-each", "BRIER-SCORE-1 REDUCTION-1", "row by row",
        "brier_score(\(rows), reduction: none)", by: "p y", cotangent: "[1, -2]"),
      Case(
        "ordinary-sum", "REDUCTION-2", "the sum", "brier_score(\(rows), reduction: sum)", by: "p y"),
      Case(
        "ordinary-mean", "BRIER-SCORE-3 REDUCTION-3", "the mean, said aloud",
        "brier_score(\(rows), reduction: mean)", by: "p"),
      Case(
        "half", "BRIER-SCORE-2", "half of it", "brier_score(\(rows), half: true)", by: "p y",
        cotangent: "2"),
      Case(
        "half-each", "BRIER-SCORE-2", "half, row by row",
        "brier_score(\(rows), reduction: none, half: true)", by: "p"),
      Case("not-half", "BRIER-SCORE-2", "said aloud", "brier_score(\(rows), half: false)"),
      Case(
        "rain", "BRIER-SCORE-1", "Brier 1950: rain or none",
        "brier_score([[0.7, 0.3], [0.9, 0.1], [0.8, 0.2]], [[0, 1], [1, 0], [1, 0]])", by: "p"),
      Case(
        "scikit-two-classes", "BRIER-SCORE-2", "0.05, and 0.025 where two classes are halved",
        "brier_score([[0.8, 0.2], [0.9, 0.1]], [[1, 0], [1, 0]], half: true)"),
      Case(
        "soft", "BRIER-SCORE-1", "targets between", "brier_score([[0.7, 0.3]], [[0.6, 0.4]])",
        by: "p y"),
      Case("perfect", "BRIER-SCORE-1 ACCURACY-7", "0", "brier_score([[0, 1]], [[0, 1]])", by: "p"),
      Case("worst", "BRIER-SCORE-1 ACCURACY-7", "2", "brier_score([[1, 0]], [[0, 1]])", by: "p y"),
      Case(
        "one-class", "BRIER-SCORE-1", "a single class", "brier_score([[0.25], [0.5]], [[1], [0]])",
        by: "p"),
      Case(
        "unnormalised", "POLICY-8", "as written", "brier_score([[0.9, 0.8, 0.7]], [[1, 1, 0]])",
        by: "p"),
      Case(
        "near", "BRIER-SCORE-1 ACCURACY-1", "differences of a step",
        "brier_score([[{below1}, {u}], [0.5, {above1}/2]], [[1, 0], [{below1}/2, 0.5]])", by: "p"),
      Case(
        "tiny", "BRIER-SCORE-1 ACCURACY-1", "squares that underflow",
        "brier_score([[{least}, {normal}], [0, {normal}/2]], [[0, 0], [0, 0]])", by: "p"),
      Case(
        "many-classes", "BRIER-SCORE-1", "one more than a block of 128",
        "brier_score([\(Lists.shares(129))], [\(Lists.shares(129, seed: 2))])", by: "p"),
      Case(
        "many-rows", "BRIER-SCORE-3", "a mean of 100 rows",
        "brier_score([\(manyShares)], [\(manyTargets)])", by: "p"),
      Case(
        "no-rows-mean", ["POLICY-2"], "NaN",
        Call("brier_score", ["p": empty([0, 3]), "y": empty([0, 3])])),
      Case(
        "no-rows-sum", ["REDUCTION-4"], "0",
        Call(
          "brier_score", ["p": empty([0, 3]), "y": empty([0, 3])], options: ["reduction": "sum"])),
      Case(
        "no-rows-each", ["REDUCTION-1"], "nothing",
        Call(
          "brier_score", ["p": empty([0, 3]), "y": empty([0, 3])], options: ["reduction": "none"])),
      Case(
        "nan", "INPUT-2", "NaN stays in its row",
        "brier_score([[nan, 0.5], [0.5, 0.5]], [[0, 1], [0, 1]], reduction: none)", by: "p"),
      Case("nan-mean", "INPUT-2", "or spoils the mean", "brier_score([[0.5, 0.5]], [[nan, 1]])"),
      Case("vector", "INPUT-5", "a list is no table", "brier_score([0.5, 0.5], [0, 1])"),
      Case(
        "labels-shape", "INPUT-5", "rows of two lengths", "brier_score([[0.5, 0.5]], [[0, 1, 0]])"),
      Case(
        "one-row-for-all", "INPUT-5", "nothing is broadcast",
        "brier_score([[0.5, 0.5], [1, 0]], [[0, 1]])"),
      Case(
        "half-maybe", "INPUT-6", "neither true nor false",
        "brier_score([[0.5]], [[1]], half: maybe)"),
      Case(
        "reduction-unknown", "INPUT-6", "no such reduction",
        "brier_score([[0.5]], [[1]], reduction: median)"),
      unknownOption("brier_score([[0.5]], [[1]])"),
    ] + noProbabilities("p", "brier_score([[0.5, #]], [[0, 1]])")
    + noProbabilities("y", "brier_score([[0.5, 0.5]], [[0, #]])")

  private static let manyShares = (0..<100).map { Lists.shares(3, seed: $0) }.joined(
    separator: ", ")
  private static let manyTargets = (0..<100)
    .map { ["[1, 0, 0]", "[0, 1, 0]", "[0, 0, 1]"][$0 * 7 % 3] }.joined(separator: ", ")

  static let expectedCalibrationError: [Case] =
    [
      Case(
        "ordinary", "EXPECTED-CALIBRATION-ERROR-1", "ten answers in 15 bins",
        "expected_calibration_error(\(tenConfidences), \(tenCorrect))"),
      Case(
        "five-bins", "EXPECTED-CALIBRATION-ERROR-1", "the same in 5",
        "expected_calibration_error(\(tenConfidences), \(tenCorrect), bins: 5)"),
      Case(
        "eight-bins", "EXPECTED-CALIBRATION-ERROR-1", "the same in 8",
        "expected_calibration_error(\(tenConfidences), \(tenCorrect), bins: 8)"),
      Case(
        "one-bin", "EXPECTED-CALIBRATION-ERROR-1", "the means of all",
        "expected_calibration_error(\(tenConfidences), \(tenCorrect), bins: 1)"),
      Case(
        "left-closed", "EXPECTED-CALIBRATION-ERROR-1", "nothing lies on an edge",
        "expected_calibration_error(\(tenConfidences), \(tenCorrect), bins: 5, edges: left_closed)"),
      Case(
        "many-bins", "EXPECTED-CALIBRATION-ERROR-4", "a bin for each",
        "expected_calibration_error(\(tenConfidences), \(tenCorrect), bins: 128)"),
      Case(
        "on-edges", "EXPECTED-CALIBRATION-ERROR-2", "with the bin below",
        "expected_calibration_error([0.25, 0.3125, 0.5, 0.625, 0.75], [1, 0, 0, 1, 1], bins: 4)"),
      Case(
        "on-edges-left", "EXPECTED-CALIBRATION-ERROR-2", "with the bin above",
        "expected_calibration_error([0.25, 0.3125, 0.5, 0.625, 0.75], [1, 0, 0, 1, 1], bins: 4, \(left))"
      ),
      Case(
        "beside-edges", "EXPECTED-CALIBRATION-ERROR-2", "a step from the edges of 2 bins",
        "expected_calibration_error([0.5, {below1}/2, {above1}/2, 0.25], [1, 0, 1, 0], bins: 2)"),
      Case(
        "beside-edges-left", "EXPECTED-CALIBRATION-ERROR-2", "the same, closed on the left",
        "expected_calibration_error([0.5, {below1}/2, {above1}/2, 0.25], [1, 0, 1, 0], bins: 2, \(left))"
      ),
      Case(
        "ends", "EXPECTED-CALIBRATION-ERROR-3", "0 in the first, 1 in the last",
        "expected_calibration_error([0, 0.125, 1, 0.9375], [1, 0, 0, 1], bins: 8)"),
      Case(
        "ends-left", "EXPECTED-CALIBRATION-ERROR-3", "the same, closed on the left",
        "expected_calibration_error([0, 0.0625, 1, 0.9375], [1, 0, 0, 1], bins: 8, \(left))"),
      Case(
        "ends-fifteen", "EXPECTED-CALIBRATION-ERROR-3", "torchmetrics 3510: 0.475, not 0.525",
        "expected_calibration_error([0.95, 1], [1, 0])"),
      Case(
        "zero", "EXPECTED-CALIBRATION-ERROR-3", "nothing but 0",
        "expected_calibration_error([0, 0], [1, 0])"),
      Case(
        "one", "EXPECTED-CALIBRATION-ERROR-3", "nothing but 1, and right",
        "expected_calibration_error([1, 1], [1, 1], bins: 10)"),
      Case(
        "subnormal", "POLICY-13 EXPECTED-CALIBRATION-ERROR-3", "above 0, in the first bin",
        "expected_calibration_error([{least}, {normal}], [0, 0], bins: 10, \(left))"),
      Case(
        "single", "EXPECTED-CALIBRATION-ERROR-1", "one answer",
        "expected_calibration_error([0.7], [1], bins: 10)"),
      Case(
        "calibrated", "EXPECTED-CALIBRATION-ERROR-1", "0",
        "expected_calibration_error([0.75, 0.75, 0.75, 0.75], [1, 1, 0, 1], bins: 10)"),
      Case(
        "opposed", "EXPECTED-CALIBRATION-ERROR-1", "too sure and too unsure do not cancel",
        "expected_calibration_error([0.9375, 0.9375, 0.0625, 0.0625], [0, 1, 1, 0], bins: 4)"),
      Case(
        "uneven", "EXPECTED-CALIBRATION-ERROR-1", "bins weigh by what they hold",
        "expected_calibration_error([0.9, 0.91, 0.92, 0.93, 0.15], [1, 1, 0, 1, 1], bins: 5)"),
      Case(
        "1000", "EXPECTED-CALIBRATION-ERROR-1", "many answers",
        "expected_calibration_error(\(Lists.probabilities(1000)), \(Lists.labels(1000, below: 2)), bins: 16)"
      ),
      Case("nothing", "POLICY-2", "NaN", "expected_calibration_error([], [])"),
      Case("nan", "INPUT-2", "NaN in is NaN out", "expected_calibration_error([nan, 0.5], [1, 0])"),
      Case(
        "nan-correct", "INPUT-2", "NaN in is NaN out",
        "expected_calibration_error([0.4, 0.5], [1, nan])"),
      Case(
        "correct-half", "INPUT-12", "neither right nor wrong",
        "expected_calibration_error([0.4, 0.6], [1, 0.5])"),
      Case(
        "correct-2", "INPUT-12 POLICY-4", "a label is no truth value",
        "expected_calibration_error([0.4, 0.6], [1, 2])"),
      Case(
        "correct-negative", "INPUT-12", "−1 is not wrong",
        "expected_calibration_error([0.4, 0.6], [1, -1])"),
      Case("bins-0", "INPUT-6", "no bin", "expected_calibration_error([0.4], [1], bins: 0)"),
      Case(
        "bins-negative", "INPUT-6", "no number of bins",
        "expected_calibration_error([0.4], [1], bins: -3)"),
      Case(
        "bins-2.5", ["INPUT-6"], "no whole number",
        Call(
          "expected_calibration_error", ["confidence": .vector([1]), "correct": .vector([1])],
          options: ["bins": .number(Rational(5, 2))])),
      Case(
        "edges-unknown", "INPUT-6", "no such edges",
        "expected_calibration_error([0.4], [1], edges: closed)"),
      Case("shorter", "INPUT-5", "two lengths", "expected_calibration_error([0.4, 0.5], [1])"),
      Case("matrix", "INPUT-5", "a table", "expected_calibration_error([[0.4]], [[1]])"),
      Case(
        "slope", "GRADIENT-5", "it jumps", "expected_calibration_error([0.4], [1])",
        by: "confidence"),
      unknownOption("expected_calibration_error([0.4], [1])"),
    ] + noProbabilities("confidence", "expected_calibration_error([0.5, #], [1, 0])")

  private static let left = "edges: left_closed"
  private static let tenConfidences =
    "[0.95, 0.85, 0.55, 0.7, 0.35, 0.9, 0.15, 0.65, 0.75, 0.98]"
  private static let tenCorrect = "[1, 1, 0, 1, 0, 1, 0, 0, 1, 1]"
}
