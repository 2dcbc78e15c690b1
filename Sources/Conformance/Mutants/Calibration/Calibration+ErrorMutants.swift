import CrossEntropy
import Exact

extension Mutant {
  static let calibrationErrorMutants: [Mutant] = [
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
}
