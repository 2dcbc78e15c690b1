import CrossEntropy
import Exact

extension Mutant {
  static let calibration: [Mutant] =
    brierMutants + brierConventionMutants + calibrationErrorMutants + isotonicMutants
    + isotonicConventionMutants + temperatureScalingMutants

  private static let brierMutants: [Mutant] = [
    .value(
      "brier-averaged-over-classes", "The sum over the classes is divided by their number.",
      clauses: ["BRIER-SCORE-1"], functions: ["brier_score"],
      breaks: ["brier-range", "brier-by-differences"]
    ) { call, score in score / Rational(max(1, call.arguments["p"]!.shape[1])).ball },
    .asking(
      "brier-always-halved", "The half is always taken.", clauses: ["BRIER-SCORE-2"],
      functions: ["brier_score"],
      breaks: [
        "brier-definition", "brier-range", "brier-of-two-classes", "brier-proper",
        "brier-bounds-one-mislabel",
      ]
    ) { $0.options["half"] = true },
    .asking(
      "brier-never-halved", "The half is never taken.", clauses: ["BRIER-SCORE-2"],
      functions: ["brier_score"],
      breaks: ["brier-definition", "brier-murphy-decomposition", "brier-gradient"]
    ) { $0.options["half"] = nil },
    .elementwise(
      "brier-of-the-true-class", "Only the class that came true counts.",
      clauses: ["BRIER-SCORE-1"], functions: ["brier_score"],
      breaks: ["brier-order-of-classes"]
    ) { call, index, _ in
      let (p, y) = (call.rows("p")[index], call.rows("y")[index])
      return zip(p, y).map { $1 * ($0 - $1) * ($0 - $1) }.reduce(.zero, +).ball
    },
    .elementwise(
      "brier-absolute", "Absolute differences are added, not squares.",
      clauses: ["BRIER-SCORE-1"], functions: ["brier_score"],
      breaks: [
        "brier-definition", "brier-of-two-classes", "brier-proper", "brier-murphy-decomposition",
        "brier-by-differences",
      ]
    ) { call, index, _ in
      zip(call.rows("p")[index], call.rows("y")[index]).map { ($0 - $1).magnitude }
        .reduce(.zero, +).ball
    },
    .elementwise(
      "brier-normalised", "Probabilities are divided by their largest.",
      clauses: ["BRIER-SCORE-1"], functions: ["brier_score"],
      breaks: ["brier-range", "brier-order-of-classes"]
    ) { call, index, _ in
      let (p, y) = (call.rows("p")[index], call.rows("y")[index])
      let largest = p.max() ?? .one
      let q = largest.isZero ? p : p.map { $0 / largest }
      return zip(q, y).map { ($0 - $1) * ($0 - $1) }.reduce(.zero, +).ball
    },
    .gradient(
      "brier-gradient-without-2", "The slope is p − y.", clauses: ["BRIER-SCORE-4"],
      functions: ["brier_score"], breaks: ["brier-gradient", "brier-by-differences"],
      by: ["p", "y"]
    ) { _, _, slope in slope / .two },
    .gradient(
      "brier-gradient-by-y-same", "By a target the slope is that by its probability.",
      clauses: ["BRIER-SCORE-4"], functions: ["brier_score"], breaks: ["brier-gradient"], by: ["y"]
    ) { _, _, slope in -slope },
    .value(
      "cross-entropy-linear-score", "What the label is not given is charged, without a logarithm.",
      clauses: ["CATEGORICAL-CROSS-ENTROPY-1"], functions: ["categorical_cross_entropy"],
      breaks: ["cross-entropy-proper", "brier-bounds-one-mislabel"]
    ) { _, loss in Rational.one.ball - .exp(-loss) },
  ]

  private static let brierConventionMutants: [Mutant] = [
    .spoiling(
      "brier-mean-over-elements", "The mean divides by the number of probabilities.",
      clauses: ["BRIER-SCORE-3"], functions: ["brier_score"],
      breaks: [
        "brier-of-two-classes", "brier-reductions", "brier-proper", "brier-bounds-one-mislabel",
        "brier-murphy-decomposition",
      ]
    ) { call, answer in
      guard call.isReduced("mean") else { return }
      let classes = Rational(max(1, call.arguments["p"]!.shape[1])).ball
      answer.value = answer.value.map { $0 / classes }
      for name in answer.gradient.keys {
        answer.gradient[name] = answer.gradient[name]!.map { $0 / classes }
      }
    },
    .elementwise(
      "brier-first-class-twice", "The first class is read twice.", clauses: ["BRIER-SCORE-1"],
      functions: ["brier_score"], breaks: ["brier-order-of-classes"]
    ) { call, index, score in
      let difference = call.rows("p")[index][0] - call.rows("y")[index][0]
      return score + (difference * difference).ball
    },
    .asking(
      "brier-clamps", "Numbers outside [0, 1] are clamped.", clauses: ["INPUT-1", "INPUT-12"],
      functions: ["brier_score"], breaks: ["brier-refusals"]
    ) { call in
      for name in ["p", "y"] { call.change(name) { .finite(max(0, min(1, $0.finite))) } }
    },
  ]

  private static let calibrationErrorMutants: [Mutant] = [
    .calibrationError(
      "calibration-error-unweighted", "The bins count alike, however many samples they hold.",
      clauses: ["EXPECTED-CALIBRATION-ERROR-1"],
      breaks: ["calibration-error-of-finer-bins", "calibration-error-below-absolute-error"]
    ) { bins, _ in
      bins.map { $0.reduce(.zero, +).magnitude / Rational($0.count) }.reduce(.zero, +)
        / Rational(bins.count)
    },
    .calibrationError(
      "calibration-error-greatest", "The greatest error of a bin is answered.",
      clauses: ["EXPECTED-CALIBRATION-ERROR-1"],
      breaks: [
        "calibration-error-definition", "calibration-error-on-edges",
        "calibration-error-below-absolute-error",
      ]
    ) { bins, _ in
      bins.map { $0.reduce(.zero, +).magnitude / Rational($0.count) }.max()!
    },
    .calibrationError(
      "calibration-error-signed", "Bins too sure and bins too unsure cancel.",
      clauses: ["EXPECTED-CALIBRATION-ERROR-1"],
      breaks: ["calibration-error-of-one-sample", "calibration-error-mirrored"]
    ) { bins, count in
      bins.map { $0.reduce(.zero, +) }.reduce(.zero, +) / Rational(count)
    },
    .calibrationError(
      "calibration-error-of-each-sample", "Each sample is compared with its own confidence.",
      clauses: ["EXPECTED-CALIBRATION-ERROR-1"],
      breaks: ["calibration-error-of-one-bin", "calibration-error-zero-when-calibrated"]
    ) { bins, count in
      bins.joined().map(\.magnitude).reduce(.zero, +) / Rational(count)
    },
    .calibrationError(
      "calibration-error-squared", "The distances of the means are squared.",
      clauses: ["EXPECTED-CALIBRATION-ERROR-1"],
      breaks: ["calibration-error-of-one-bin", "calibration-error-of-one-sample"]
    ) { bins, count in
      bins.map { gaps in
        let sum = gaps.reduce(.zero, +)
        return sum * sum / Rational(gaps.count)
      }.reduce(.zero, +) / Rational(count)
    },
    .calibrationError(
      "calibration-error-over-bins",
      "Every bin counts one over the number of bins, empty ones too.",
      clauses: ["EXPECTED-CALIBRATION-ERROR-4"], dividesByBins: true,
      breaks: ["calibration-error-of-one-sample", "calibration-error-of-finer-bins"]
    ) { bins, count in
      bins.map { $0.reduce(.zero, +).magnitude / Rational($0.count) }.reduce(.zero, +)
        / Rational(count)
    },
    .asking(
      "calibration-error-edges-exchanged", "The bins are closed on the other side.",
      clauses: ["EXPECTED-CALIBRATION-ERROR-2"], functions: ["expected_calibration_error"],
      breaks: ["calibration-error-definition", "calibration-error-on-edges"]
    ) {
      guard $0.options["edges"] != "closed" else { return }
      $0.options["edges"] =
        $0.options["edges"] == "left_closed" ? "right_closed" : "left_closed"
    },
    .asking(
      "calibration-error-always-right-closed", "The bins are always closed on the right.",
      clauses: ["EXPECTED-CALIBRATION-ERROR-2"], functions: ["expected_calibration_error"],
      breaks: ["calibration-error-mirrored", "calibration-error-refusals"]
    ) { $0.options["edges"] = nil },
    .asking(
      "calibration-error-fifteen-bins", "There are always 15 bins.",
      clauses: ["EXPECTED-CALIBRATION-ERROR-1"], functions: ["expected_calibration_error"],
      breaks: ["calibration-error-of-one-bin"]
    ) { $0.options["bins"] = nil },
    .asking(
      "calibration-error-one-bin-fewer", "The edges are spread as if there were one bin fewer.",
      clauses: ["EXPECTED-CALIBRATION-ERROR-2"], functions: ["expected_calibration_error"],
      breaks: [
        "calibration-error-definition", "calibration-error-on-edges", "calibration-error-refusals",
      ]
    ) {
      if let bins = $0.number(option: "bins")?.asInt {
        $0.options["bins"] = .integer(max(1, bins - 1))
      }
    },
    .value(
      "calibration-error-of-nothing-zero", "Without samples the error is 0.", clauses: ["POLICY-2"],
      functions: ["expected_calibration_error"], breaks: ["calibration-error-of-nothing"]
    ) { _, error in error.isNaN ? Rational.zero.ball : error },
    .asking(
      "calibration-error-drops-zero", "A confidence of 0 falls into no bin, and out of the data.",
      clauses: ["EXPECTED-CALIBRATION-ERROR-3"], functions: ["expected_calibration_error"],
      breaks: [
        "calibration-error-zero-when-calibrated", "calibration-error-of-finer-bins",
        "calibration-error-mirrored",
      ]
    ) { call in
      let kept = zip(call.rationals("confidence"), call.rationals("correct")).filter {
        !$0.0.isZero
      }
      call.arguments["confidence"] = .vector(kept.map(\.0))
      call.arguments["correct"] = .vector(kept.map(\.1))
    },
    .asking(
      "calibration-error-drops-the-last", "The last sample is lost with its unfilled batch.",
      clauses: ["EXPECTED-CALIBRATION-ERROR-1"], functions: ["expected_calibration_error"],
      breaks: ["calibration-error-definition", "calibration-error-order-and-repetition"]
    ) { call in
      let (confidence, correct) = (call.rationals("confidence"), call.rationals("correct"))
      guard confidence.count > 1 else { return }
      call.arguments["confidence"] = .vector(Array(confidence.dropLast()))
      call.arguments["correct"] = .vector(Array(correct.dropLast()))
    },
    .asking(
      "calibration-error-rounds-correct", "An answer is correct from one half on.",
      clauses: ["INPUT-12"], functions: ["expected_calibration_error"],
      breaks: ["calibration-error-refusals"]
    ) { $0.change("correct") { .finite($0.finite >= Rational(1, 2) ? 1 : 0) } },
  ]

  /// A mutant that makes something else of the gaps correct − confidence in the bins that hold any.
  private static func calibrationError(
    _ name: String, _ mistake: String, clauses: [String], dividesByBins: Bool = false,
    breaks: [String] = [],
    _ change: @escaping @Sendable ([[Rational]], Int) -> Rational
  ) -> Mutant {
    Mutant(
      name, mistake, clauses: clauses, functions: ["expected_calibration_error"], breaks: breaks
    ) { call, subject in
      var answer = try subject.answer(call)
      let (confidence, correct) = (call.rationals("confidence"), call.rationals("correct"))
      if confidence.isEmpty { return answer }
      let count = call.number(option: "bins")?.asInt ?? 15
      var bins: [Int: [Rational]] = [:]
      for (value, correct) in zip(confidence, correct) {
        let scaled = value * Rational(count)
        let isBelow = call.options["edges"] != "left_closed" && scaled.isInteger
        let bin = min(max(scaled.floor.asInt! - (isBelow ? 1 : 0), 0), count - 1)
        bins[bin, default: []].append(correct - value)
      }
      let divisor = dividesByBins ? count : confidence.count
      answer.value.elements = [change(Array(bins.values), divisor).ball]
      return answer
    }
  }

  private static let isotonicMutants: [Mutant] = [
    .asking(
      "isotonic-unweighted", "The weights are passed over.", clauses: ["ISOTONIC-REGRESSION-1"],
      functions: ["isotonic_regression"],
      breaks: [
        "isotonic-keeps-the-mean", "isotonic-contracts", "isotonic-weights-repeat",
        "isotonic-refusals",
      ]
    ) { $0.arguments["weight"] = nil },
    .asking(
      "isotonic-unsorted", "The samples are taken in the order given, whatever x says.",
      clauses: ["ISOTONIC-REGRESSION-1"], functions: ["isotonic_regression"],
      breaks: [
        "isotonic-min-max", "isotonic-monotone-and-bounded", "isotonic-idempotent",
        "isotonic-optimal", "isotonic-order-of-input",
      ]
    ) { $0.arguments["x"] = nil },
    .spoiling(
      "isotonic-in-order-of-x", "The value comes in the order of x.",
      clauses: ["ISOTONIC-REGRESSION-4"], functions: ["isotonic_regression"],
      breaks: ["isotonic-weights-repeat", "isotonic-order-of-input"]
    ) { call, answer in
      let x = call.rationals("x")
      guard x.count == answer.value.elements.count else { return }
      let order = x.indices.sorted { (x[$0], $0) < (x[$1], $1) }
      answer.value.elements = order.map { answer.value.elements[$0] }
    },
    .asking(
      "isotonic-ties-apart", "Samples of equal x are taken one after the other.",
      clauses: ["ISOTONIC-REGRESSION-3"], functions: ["isotonic_regression"],
      breaks: [
        "isotonic-min-max", "isotonic-monotone-and-bounded", "isotonic-idempotent",
        "isotonic-order-of-input",
      ]
    ) { call in
      let x = call.rationals("x")
      if !x.isEmpty {
        call.arguments["x"] = .vector(x.enumerated().map { $1 + Rational($0, 1_000_000) })
      }
    },
    .asking(
      "isotonic-always-increasing", "The direction is passed over.",
      clauses: ["ISOTONIC-REGRESSION-5"], functions: ["isotonic_regression"],
      breaks: ["isotonic-decreasing"]
    ) { $0.options["increasing"] = nil },
    .asking(
      "isotonic-always-decreasing", "The sequence never rises.",
      clauses: ["ISOTONIC-REGRESSION-1"], functions: ["isotonic_regression"],
      breaks: [
        "isotonic-min-max", "isotonic-monotone-and-bounded", "isotonic-identity",
        "isotonic-idempotent", "isotonic-optimal", "isotonic-decreasing",
      ]
    ) { $0.options["increasing"] = false },
    .spoiling(
      "isotonic-running-maximum", "Each value is the greatest so far.",
      clauses: ["ISOTONIC-REGRESSION-1", "ISOTONIC-REGRESSION-2"],
      functions: ["isotonic_regression"],
      breaks: ["isotonic-min-max"]
    ) { call, answer in
      let y = call.rationals("y")
      answer.value.elements = y.indices.map { y[...$0].max()!.ball }
    },
    .spoiling(
      "isotonic-sorted", "The numbers are sorted.", clauses: ["ISOTONIC-REGRESSION-1"],
      functions: ["isotonic_regression"], breaks: ["isotonic-min-max"]
    ) { call, answer in answer.value.elements = call.rationals("y").sorted().map(\.ball) },
    .spoiling(
      "isotonic-constant", "One value, the mean, is fitted.", clauses: ["ISOTONIC-REGRESSION-1"],
      functions: ["isotonic_regression"],
      breaks: [
        "isotonic-identity", "isotonic-keeps-the-mean", "isotonic-optimal", "isotonic-contracts",
        "isotonic-weights-repeat",
      ]
    ) { call, answer in
      let y = call.rationals("y")
      guard !y.isEmpty else { return }
      let mean = y.reduce(.zero, +) / Rational(y.count)
      answer.value.elements = y.map { _ in mean.ball }
    },
    .spoiling(
      "isotonic-one-pass", "Neighbours in the wrong order are averaged, once from the left.",
      clauses: ["ISOTONIC-REGRESSION-1"], functions: ["isotonic_regression"],
      breaks: ["isotonic-min-max"]
    ) { call, answer in
      var y = call.rationals("y")
      for index in y.indices.dropFirst() where y[index - 1] > y[index] {
        let mean = (y[index - 1] + y[index]) / 2
        (y[index - 1], y[index]) = (mean, mean)
      }
      answer.value.elements = y.map(\.ball)
    },
  ]

  private static let isotonicConventionMutants: [Mutant] = [
    .value(
      "isotonic-clipped", "The fit is held within [0, 1], as probabilities are.",
      clauses: ["ISOTONIC-REGRESSION-1"], functions: ["isotonic_regression"],
      breaks: [
        "isotonic-identity", "isotonic-keeps-the-mean", "isotonic-decreasing", "isotonic-affine",
      ]
    ) { _, value in .larger(Rational.zero.ball, .smaller(value, Rational.one.ball)) },
    .value(
      "isotonic-doubled", "Every value comes out double.", clauses: ["ISOTONIC-REGRESSION-2"],
      functions: ["isotonic_regression"],
      breaks: ["isotonic-contracts", "isotonic-affine"]
    ) { _, value in value * .two },
    .spoiling(
      "isotonic-residuals", "What the fit leaves of y is answered.",
      clauses: ["ISOTONIC-REGRESSION-1"], functions: ["isotonic_regression"],
      breaks: ["isotonic-rises-with-the-data"]
    ) { call, answer in
      answer.value.elements = zip(call.rationals("y"), answer.value.elements).map { $0.ball - $1 }
    },
    .asking(
      "isotonic-any-weight", "Weights that are not above 0 are read as 1.",
      clauses: ["ISOTONIC-REGRESSION-6"], functions: ["isotonic_regression"],
      breaks: ["isotonic-refusals"]
    ) { $0.change("weight") { .finite($0.finite.signum > 0 ? $0.finite : .one) } },
  ]

  // None of these looks for the temperature: what breaks is found at once.
  private static let temperatureScalingMutants: [Mutant] = [
    .temperature(
      "temperature-one", "The temperature is always 1.", clauses: ["TEMPERATURE-SCALING-2"],
      breaks: [
        "temperature-stationary", "temperature-lowers-the-loss", "temperature-of-two-classes",
        "temperature-scales", "temperature-without-minimum", "temperature-refusals",
      ]
    ) { _ in .one },
    .temperature(
      "temperature-negative", "The temperature comes out with a minus sign.",
      clauses: ["TEMPERATURE-SCALING-1"],
      breaks: [
        "temperature-stationary", "temperature-lowers-the-loss", "temperature-of-two-classes",
        "temperature-scales", "temperature-without-minimum", "temperature-refusals",
        "temperature-keeps-the-answers",
      ]
    ) { _ in -1 },
    .temperature(
      "temperature-of-the-largest-logit", "The logits are brought to 1 at most.",
      clauses: ["TEMPERATURE-SCALING-1", "TEMPERATURE-SCALING-3"], breaks: ["temperature-shift"]
    ) { rows in max(.one, rows.joined().max() ?? .one) },
    .temperature(
      "temperature-of-the-first-row", "The spread of the first row is taken.",
      clauses: ["TEMPERATURE-SCALING-1"],
      breaks: [
        "temperature-stationary", "temperature-lowers-the-loss", "temperature-of-two-classes",
        "temperature-scales", "temperature-order-and-repetition",
      ]
    ) { rows in max(.one, (rows.first?.max() ?? .one) - (rows.first?.min() ?? .zero)) },
    Mutant(
      "temperature-always-answers", "Where there is no minimum the temperature is 1.",
      clauses: ["TEMPERATURE-SCALING-4"], functions: ["temperature_scaling"],
      breaks: ["temperature-without-minimum", "temperature-refusals"]
    ) { call, subject in
      do {
        return try subject.answer(call)
      } catch is DataError {
        return Answer(value: Tensor(Rational.one.ball))
      }
    },
  ]

  private static func temperature(
    _ name: String, _ mistake: String, clauses: [String], breaks: [String],
    _ guess: @escaping @Sendable ([[Rational]]) -> Rational
  ) -> Mutant {
    Mutant(
      name, mistake, clauses: clauses, functions: ["temperature_scaling"], breaks: breaks
    ) { call, _ in Answer(value: Tensor(guess(call.rows("logits")).ball)) }
  }
}
