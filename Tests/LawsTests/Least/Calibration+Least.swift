extension Least {
  static let calibration: [Least] = [
    Least(
      "brier-range", of: "brier-averaged-over-classes", "classes = 2, p = [[1, 0]], y = [[0, 1]]"),
    Least("brier-refusals", of: "brier-clamps", "p = [1], shift = 2, mistake = p"),
    Least("brier-bounds-one-mislabel", of: "brier-always-halved", "bits = 1"),
    Least("brier-murphy-decomposition", of: "brier-never-halved", "forecast, outcome = [[0, 1]]"),
    Least("calibration-error-on-edges", of: "calibration-error-greatest", "bins = 2, edge = 1"),
    Least(
      "calibration-error-of-nothing", of: "calibration-error-of-nothing-zero",
      "bins = 1, edges = right_closed, confidence = [], correct = []"),
    Least(
      "calibration-error-zero-when-calibrated", of: "calibration-error-of-each-sample",
      "m = 2, k = [1], bins = 1, edges = right_closed"),
    Least("calibration-is-not-accuracy", of: "zero-one-error-of-any-tie", "n = 2, right = 1"),
    Least("isotonic-identity", of: "isotonic-clipped", "y = [-1], weight = [1], has x = false"),
    Least(
      "isotonic-idempotent", of: "isotonic-always-decreasing",
      "y = [0, 1], weight = [1, 1], has x = false"),
    Least(
      "isotonic-keeps-the-mean", of: "isotonic-clipped", "y = [-1], weight = [1], has x = false"),
    Least(
      "isotonic-optimal", of: "isotonic-constant",
      "y = [0, 1], weight = [1, 1], has x = false, other = [0, 1]"),
    Least(
      "isotonic-contracts", of: "isotonic-doubled", "y = [0], weight = [1], has x = false, y′ = [1]"
    ),
    Least("isotonic-decreasing", of: "isotonic-clipped", "y = [1], weight = [1], has x = false"),
    Least(
      "isotonic-affine", of: "isotonic-doubled",
      "y = [0], weight = [1], has x = false, c = 2, b = 1"),
    Least(
      "isotonic-weights-repeat", of: "isotonic-constant",
      "y = [0, 1], weight = [1, 1], has x = false, counts = [1, 2]"),
    Least(
      "isotonic-refusals", of: "no-gradient-passed-over",
      "y = [0], weight = [1], has x = false, mistake = gradient"),
  ]
}
