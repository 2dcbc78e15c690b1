import CrossEntropy
import Exact

extension Mutant {
  static let isotonicMutants: [Mutant] = [
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

  static let isotonicConventionMutants: [Mutant] = [
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
}
