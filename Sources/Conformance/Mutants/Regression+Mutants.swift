import CrossEntropy
import Exact

private let losses = ["mean_squared_error", "mean_absolute_error", "huber"]

extension Call {
  fileprivate func residual(_ index: Int) -> Rational {
    rationals("prediction")[index] - rationals("target")[index]
  }
  fileprivate var delta: Rational { number(option: "delta") ?? .one }
}

extension Mutant {
  static let regression: [Mutant] =
    residualMutants + huberMutants + residualGradientMutants + regressionConventionMutants

  private static let residualMutants: [Mutant] = [
    .value(
      "squared-error-halved", "The square is halved.", clauses: ["MEAN-SQUARED-ERROR-1"],
      functions: ["mean_squared_error"],
      breaks: [
        "absolute-error-below-root-of-squared", "huber-of-large-delta",
        "squared-error-is-bias-and-variance",
      ]
    ) { _, loss in loss / .two },
    .value(
      "squared-error-rooted", "The root of the mean is taken.", clauses: ["MEAN-SQUARED-ERROR-1"],
      functions: ["mean_squared_error"],
      breaks: ["regression-definitions"]
    ) { _, loss in .squareRoot(loss) },
    .elementwise(
      "absolute-error-signed", "Errors of both signs cancel.", clauses: ["MEAN-ABSOLUTE-ERROR-1"],
      functions: ["mean_absolute_error"],
      breaks: [
        "regression-zero-where-equal", "regression-symmetry", "regression-scaling",
        "huber-of-small-delta", "median-minimises-absolute-error",
      ]
    ) { call, index, _ in call.residual(index).ball },
    .elementwise(
      "absolute-error-squared", "The square is taken instead of the absolute value.",
      clauses: ["MEAN-ABSOLUTE-ERROR-1"], functions: ["mean_absolute_error"],
      breaks: ["regression-scaling", "absolute-error-triangle", "median-minimises-absolute-error"]
    ) { _, _, loss in loss * loss },
    .elementwise(
      "residuals-one-sided", "What is predicted too small costs half.",
      clauses: ["MEAN-SQUARED-ERROR-2", "MEAN-ABSOLUTE-ERROR-2", "HUBER-1"], functions: losses,
      breaks: ["regression-symmetry", "mean-minimises-squared-error"]
    ) { call, index, loss in call.residual(index).signum < 0 ? loss / .two : loss },
    .elementwise(
      "residuals-relative", "Errors are taken relative to targets above 1.",
      clauses: ["MEAN-SQUARED-ERROR-1", "MEAN-ABSOLUTE-ERROR-1", "HUBER-1"], functions: losses,
      breaks: [
        "regression-symmetry", "regression-translation", "absolute-error-triangle",
        "mean-minimises-squared-error",
      ]
    ) { call, index, loss in
      loss / max(.one, call.rationals("target")[index].magnitude).ball
    },
    .elementwise(
      "residuals-with-epsilon", "A small number is added to every loss.",
      clauses: ["MEAN-SQUARED-ERROR-1", "MEAN-ABSOLUTE-ERROR-1", "HUBER-1"], functions: losses,
      breaks: ["regression-zero-where-equal"]
    ) { _, _, loss in loss + Rational(1, 1_000_000).ball },
  ]

  private static let huberMutants: [Mutant] = [
    .elementwise(
      "huber-without-offset", "Beyond delta the loss is delta·|r|, and jumps.",
      clauses: ["HUBER-1"], functions: ["huber"],
      breaks: ["regression-definitions", "huber-between", "huber-is-an-envelope"]
    ) { call, index, loss in
      let size = call.residual(index).magnitude
      return size > call.delta ? (call.delta * size).ball : loss
    },
    .value(
      "huber-over-delta", "The loss is divided by delta, as the smooth L1 loss is.",
      clauses: ["HUBER-1"], functions: ["huber"],
      breaks: ["regression-scaling", "huber-of-large-delta"]
    ) { call, loss in loss / call.delta.ball },
    .value(
      "huber-doubled", "The square is not halved.", clauses: ["HUBER-1"], functions: ["huber"],
      breaks: ["huber-of-large-delta", "huber-of-small-delta", "huber-is-an-envelope"]
    ) { _, loss in loss * .two },
    .elementwise(
      "huber-never-linear", "Half of the square is taken everywhere.", clauses: ["HUBER-1"],
      functions: ["huber"],
      breaks: [
        "regression-definitions", "huber-between", "huber-of-small-delta", "huber-is-an-envelope",
      ]
    ) { call, index, _ in (call.residual(index) * call.residual(index) / 2).ball },
    .asking(
      "huber-delta-fixed", "Delta is always 1.", clauses: ["HUBER-1", "HUBER-2"],
      functions: ["huber"],
      breaks: ["huber-gradient-by-delta"]
    ) { if ($0.number(option: "delta") ?? .one).signum > 0 { $0.options["delta"] = nil } },
    .gradient(
      "huber-slope-unbounded", "The slope is r, however large.", clauses: ["HUBER-3"],
      functions: ["huber"],
      breaks: [
        "regression-above-tangents", "outlier-moves-huber-boundedly", "huber-euler-identity",
      ], by: ["prediction"]
    ) { call, index, _ in call.residual(index).ball },
    .gradient(
      "huber-slope-of-the-sign", "Beyond delta the slope is ±1, not ±delta.", clauses: ["HUBER-3"],
      functions: ["huber"],
      breaks: ["huber-slope-without-a-jump"], by: ["prediction"]
    ) { call, index, slope in
      let r = call.residual(index)
      return r.magnitude > call.delta ? Rational(r.signum).ball : slope
    },
    .gradient(
      "huber-gradient-by-delta-missing", "Delta is thought to have no slope.",
      clauses: ["GRADIENT-1"], functions: ["huber"],
      breaks: ["huber-gradient-by-delta", "huber-euler-identity"], by: ["delta"]
    ) { _, _, _ in Rational.zero.ball },
  ]

  private static let residualGradientMutants: [Mutant] = [
    .gradient(
      "squared-error-gradient-without-2", "The slope is r.", clauses: ["MEAN-SQUARED-ERROR-3"],
      functions: ["mean_squared_error"],
      breaks: [
        "regression-gradients", "regression-by-differences", "outlier-moves-huber-boundedly",
      ], by: ["prediction", "target"]
    ) { _, _, slope in slope / .two },
    .gradient(
      "absolute-error-gradient-of-the-square", "The slope is 2r.",
      clauses: ["MEAN-ABSOLUTE-ERROR-3"], functions: ["mean_absolute_error"],
      breaks: [
        "regression-gradients", "regression-above-tangents", "regression-by-differences",
        "regression-cotangents",
      ],
      by: ["prediction"]
    ) { call, index, _ in (2 * call.residual(index)).ball },
    .gradient(
      "residual-gradient-target-minus-prediction", "The gradient has the wrong sign.",
      clauses: ["MEAN-SQUARED-ERROR-3", "MEAN-ABSOLUTE-ERROR-3", "HUBER-3"], functions: losses,
      breaks: [
        "regression-above-tangents", "regression-by-differences", "outlier-moves-huber-boundedly",
        "huber-euler-identity",
      ], by: ["prediction"]
    ) { _, _, slope in -slope },
    .gradient(
      "residual-gradient-by-target-same", "By the target the slope is that by the prediction.",
      clauses: ["MEAN-SQUARED-ERROR-3", "MEAN-ABSOLUTE-ERROR-3", "HUBER-3"], functions: losses,
      breaks: ["regression-gradients"], by: ["target"]
    ) { _, _, slope in -slope },
  ]

  private static let regressionConventionMutants: [Mutant] = [
    .asking(
      "regression-mean-is-sum", "The mean is not divided.", clauses: ["REDUCTION-3"],
      functions: losses,
      breaks: [
        "absolute-error-below-root-of-squared", "squared-error-is-bias-and-variance",
        "regression-reductions",
      ]
    ) { if $0.isReduced("mean") { $0.options["reduction"] = "sum" } },
    .spoiling(
      "regression-mean-of-one-fewer", "The mean divides by n − 1.", clauses: ["REDUCTION-3"],
      functions: losses,
      breaks: [
        "absolute-error-below-root-of-squared", "squared-error-is-bias-and-variance",
        "regression-reductions", "calibration-error-below-absolute-error",
      ]
    ) { call, answer in
      let count = call.rationals("target").count
      guard call.isReduced("mean"), count > 1 else { return }
      answer.value = answer.value.map { $0 * Rational(count, count - 1).ball }
    },
    .value(
      "regression-mean-of-nothing-zero", "The mean of nothing is 0.", clauses: ["POLICY-2"],
      functions: losses, breaks: ["regression-reductions"]
    ) { _, loss in loss.isNaN ? Rational.zero.ball : loss },
    .spoiling(
      "regression-none-reversed", "The losses come in the opposite order.",
      clauses: ["REDUCTION-1"], functions: losses,
      breaks: [
        "regression-definitions", "regression-zero-where-equal", "huber-between",
        "regression-order",
      ]
    ) { _, answer in answer.value.elements.reverse() },
    .spoiling(
      "regression-last-counts-twice", "A ring buffer reads the last element twice.",
      clauses: ["REDUCTION-5"], functions: losses,
      breaks: [
        "mean-minimises-squared-error", "median-minimises-absolute-error", "regression-order",
      ]
    ) { call, answer in
      guard !call.isReduced("none"), let last = call.rationals("target").indices.last else {
        return
      }
      answer.value = answer.value.map { $0 + call.residual(last).magnitude.ball }
    },
    .asking(
      "huber-any-delta", "A delta that is not above 0 is read as 1.", clauses: ["POLICY-4"],
      functions: ["huber"], breaks: ["regression-refusals"]
    ) {
      if let delta = $0.number(option: "delta"), delta.signum <= 0 { $0.options["delta"] = 1 }
    },
    .asking(
      "regression-broadcasts", "A single prediction serves all targets.", clauses: ["INPUT-5"],
      functions: losses, breaks: ["regression-refusals"]
    ) { call in
      let (prediction, target) = (call.rationals("prediction"), call.rationals("target"))
      if prediction.count == 1 {
        call.arguments["prediction"] = .vector(target.map { _ in prediction[0] })
      }
    },
    .asking(
      "regression-ignores-options", "Options that do not exist are passed over.",
      clauses: ["INPUT-6"], functions: ["mean_squared_error", "mean_absolute_error"],
      breaks: ["regression-refusals"]
    ) { call in call.options = call.options.filter { $0.key == "reduction" } },
  ]
}
