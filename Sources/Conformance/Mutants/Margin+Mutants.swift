import CrossEntropy
import Exact

private let hinges = ["hinge", "squared_hinge"]
private let signedLosses = ["hinge", "squared_hinge", "logistic_loss"]

extension Call {
  /// margin − y·s of a score.
  fileprivate func gap(_ index: Int) -> Rational {
    (number(option: "margin") ?? .one) - rationals("y")[index] * rationals("scores")[index]
  }
}

extension Mutant {
  static let margin: [Mutant] =
    hingeMutants + hingeGradientMutants + logisticMutants + multiclassMutants
    + marginConventionMutants + sharedMistakes

  private static let hingeMutants: [Mutant] = [
    .asking(
      "margin-fixed", "The margin is always 1.", clauses: ["HINGE-1", "MULTICLASS-HINGE-1"],
      functions: hinges + ["multiclass_hinge"],
      breaks: ["hinge-nothing-beyond-the-margin", "hinge-scaling", "multiclass-hinge-scaling"]
    ) { $0.options["margin"] = nil },
    .asking(
      "margin-doubled", "The margin is asked for on either side, and counted twice.",
      clauses: ["HINGE-1", "SQUARED-HINGE-1", "MULTICLASS-HINGE-1"],
      functions: hinges + ["multiclass_hinge"], breaks: ["hinge-rises-with-the-margin"]
    ) { $0.options["margin"] = .number(2 * ($0.number(option: "margin") ?? .one)) },
    .asking(
      "hinge-without-target", "The target is left out: every score should be large.",
      clauses: ["HINGE-1", "HINGE-2", "SQUARED-HINGE-2", "LOGISTIC-LOSS-2"],
      functions: signedLosses,
      breaks: ["hinge-symmetry", "logistic-loss-gradient"]
    ) { $0.change("y") { $0.asRational == -1 ? .finite(1) : $0 } },
    .elementwise(
      "hinge-not-clamped", "Nothing keeps the loss from falling below 0.", clauses: ["HINGE-1"],
      functions: ["hinge"],
      breaks: ["hinge-definition", "hinge-nothing-beyond-the-margin"]
    ) { call, index, _ in call.gap(index).ball },
    .elementwise(
      "squared-hinge-halved", "Half of the square is taken.", clauses: ["SQUARED-HINGE-1"],
      functions: ["squared_hinge"],
      breaks: [
        "hinge-definition", "zero-one-error-below-its-surrogates", "squared-hinge-is-the-square",
      ]
    ) { _, _, loss in loss / .two },
    .elementwise(
      "squared-hinge-not-squared", "The square is forgotten.", clauses: ["SQUARED-HINGE-1"],
      functions: ["squared_hinge"],
      breaks: ["hinge-definition", "hinge-scaling", "squared-hinge-is-the-square"]
    ) { call, index, _ in max(.zero, call.gap(index)).ball },
    .elementwise(
      "hinge-capped", "The loss is capped at 2, against outliers.", clauses: ["HINGE-1"],
      functions: signedLosses,
      breaks: ["hinge-scaling", "signed-losses-convex", "logistic-loss-definition"]
    ) { _, _, loss in .smaller(loss, .two) },
    Mutant(
      "squared-hinge-of-the-sum", "The reduced hinge loss is squared, not each element.",
      clauses: ["SQUARED-HINGE-1"], functions: ["squared_hinge"],
      breaks: ["squared-hinge-is-the-square", "margin-reductions"]
    ) { call, subject in
      var hinge = call
      (hinge.function, hinge.gradient) = ("hinge", [])
      var answer = try subject.answer(call)
      answer.value = try subject.answer(hinge).value.map { $0 * $0 }
      return answer
    },
  ]

  private static let hingeGradientMutants: [Mutant] = [
    .gradient(
      "margin-gradient-ascends", "The gradient points uphill with the wrong sign.",
      clauses: ["HINGE-3", "SQUARED-HINGE-3", "LOGISTIC-LOSS-4"],
      functions: signedLosses + ["multiclass_hinge"],
      breaks: ["squared-hinge-gradient", "logistic-loss-gradient"], by: ["scores"]
    ) { _, _, slope in -slope },
    .gradient(
      "hinge-gradient-beyond-the-margin", "The slope is −y also where the margin is met.",
      clauses: ["HINGE-3"], functions: ["hinge"],
      breaks: [
        "hinge-gradient", "signed-losses-above-their-tangents", "signed-losses-by-differences",
      ], by: ["scores"]
    ) { call, index, _ in (-call.rationals("y")[index]).ball },
    .gradient(
      "hinge-gradient-outside-at-the-corner", "Just at the margin the slope is y.",
      clauses: ["HINGE-3", "GRADIENT-3"], functions: ["hinge"],
      breaks: ["hinge-gradient", "signed-losses-by-differences", "margin-cotangents"],
      by: ["scores"]
    ) { call, index, slope in
      call.gap(index).isZero ? call.rationals("y")[index].ball : slope
    },
    .gradient(
      "squared-hinge-gradient-without-2", "The factor 2 of the slope is forgotten.",
      clauses: ["SQUARED-HINGE-3"], functions: ["squared_hinge"],
      breaks: [
        "squared-hinge-gradient", "signed-losses-above-their-tangents",
        "signed-losses-by-differences",
      ],
      by: ["scores", "margin"]
    ) { _, _, slope in slope / .two },
    .gradient(
      "margin-gradient-by-margin-negative", "By the margin the loss falls.",
      clauses: ["HINGE-1", "SQUARED-HINGE-3"], functions: hinges + ["multiclass_hinge"],
      breaks: [
        "hinge-gradient", "squared-hinge-gradient", "multiclass-hinge-gradient-sums-to-zero",
      ], by: ["margin"]
    ) { _, _, slope in -slope },
  ]

  private static let logisticMutants: [Mutant] = [
    .value(
      "logistic-loss-in-bits", "The logarithm is taken to base 2.", clauses: ["LOGISTIC-LOSS-1"],
      functions: ["logistic_loss"],
      breaks: [
        "logistic-loss-definition", "logistic-loss-between-lines",
        "logistic-loss-of-the-other-class", "logistic-loss-approaches-the-hinge",
      ]
    ) { _, loss in loss / .ln2 },
    .value(
      "logistic-loss-halved", "The loss is halved.", clauses: ["LOGISTIC-LOSS-1"],
      functions: ["logistic_loss"],
      breaks: ["logistic-loss-definition", "logistic-loss-approaches-the-hinge"]
    ) { _, loss in loss / .two },
    .elementwise(
      "logistic-loss-overflows", "e to the −ys overflows a double.", clauses: ["LOGISTIC-LOSS-3"],
      functions: ["logistic_loss"],
      breaks: [
        "logistic-loss-is-binary-cross-entropy", "logistic-loss-between-lines",
        "logistic-loss-of-the-other-class", "logistic-loss-approaches-the-hinge",
      ]
    ) { call, index, loss in
      -(call.rationals("y")[index] * call.rationals("scores")[index]) >= 710 ? .infinity : loss
    },
    .elementwise(
      "logistic-loss-vanishes", "1 + e to the −ys is rounded to 1.", clauses: ["LOGISTIC-LOSS-1"],
      functions: ["logistic_loss"],
      breaks: [
        "logistic-loss-is-binary-cross-entropy", "logistic-loss-between-lines",
        "logistic-loss-of-the-other-class",
      ]
    ) { call, index, loss in
      call.rationals("y")[index] * call.rationals("scores")[index] >= 37 ? Rational.zero.ball : loss
    },
    .gradient(
      "logistic-gradient-without-target", "The slope is the sigmoid of −ys, whatever y is.",
      clauses: ["LOGISTIC-LOSS-4"], functions: ["logistic_loss"],
      breaks: [
        "signed-losses-above-their-tangents", "logistic-loss-is-binary-cross-entropy",
        "logistic-loss-gradient",
      ], by: ["scores"]
    ) { call, index, slope in -(slope * call.rationals("y")[index].ball) },
  ]

  private static let multiclassMutants: [Mutant] = [
    .elementwise(
      "multiclass-hinge-counts-the-label", "The label itself is among the classes to beat.",
      clauses: ["MULTICLASS-HINGE-4"], functions: ["multiclass_hinge"],
      breaks: [
        "multiclass-hinge-of-one-class", "multiclass-hinge-of-two-classes",
        "crammer-singer-below-weston-watkins", "multiclass-hinge-nothing-beyond-the-margin",
      ]
    ) { call, _, loss in
      let margin = (call.number(option: "margin") ?? .one).ball
      return call.options["variant"] == "weston_watkins" ? loss + margin : .larger(loss, margin)
    },
    .elementwise(
      "weston-watkins-averaged", "The sum over the classes is divided by their number.",
      clauses: ["MULTICLASS-HINGE-2"], functions: ["multiclass_hinge"],
      breaks: [
        "multiclass-hinge-definition", "multiclass-hinge-of-two-classes",
        "crammer-singer-below-weston-watkins", "multiclass-hinge-above-errors",
        "multiclass-hinge-above-its-tangents", "multiclass-hinge-by-differences",
      ]
    ) { call, _, loss in
      guard call.options["variant"] == "weston_watkins" else { return loss }
      return loss / Rational(call.arguments["scores"]!.shape[1]).ball
    },
    .asking(
      "multiclass-variants-exchanged", "Each variant is computed as the other.",
      clauses: ["MULTICLASS-HINGE-1", "MULTICLASS-HINGE-2"], functions: ["multiclass_hinge"],
      breaks: ["multiclass-hinge-definition", "crammer-singer-below-weston-watkins"]
    ) {
      $0.options["variant"] =
        $0.options["variant"] == "weston_watkins" ? "crammer_singer" : "weston_watkins"
    },
    .asking(
      "multiclass-labels-from-one", "Labels are counted from 1.", clauses: ["MULTICLASS-HINGE-1"],
      functions: ["multiclass_hinge"],
      breaks: ["multiclass-hinge-order-of-classes", "multiclass-hinge-nothing-beyond-the-margin"]
    ) { call in
      let classes = call.arguments["scores"]?.shape.last ?? 0
      let labels = call.labels()
      guard labels.allSatisfy({ (0..<classes).contains($0) }) else { return }
      call.arguments["labels"] = .labels(labels.map { ($0 + classes - 1) % classes })
    },
    .asking(
      "multiclass-scores-not-negative", "Scores below 0 are raised to 0.",
      clauses: ["MULTICLASS-HINGE-3"], functions: ["multiclass_hinge"],
      breaks: [
        "multiclass-hinge-definition", "multiclass-hinge-of-two-classes", "multiclass-hinge-shift",
        "multiclass-hinge-nothing-beyond-the-margin", "multiclass-hinge-above-its-tangents",
        "multiclass-hinge-by-differences",
      ]
    ) { $0.change("scores") { .finite(max(.zero, $0.finite)) } },
    .gradient(
      "multiclass-gradient-without-label", "The label's score is given no slope.",
      clauses: ["MULTICLASS-HINGE-5"], functions: ["multiclass_hinge"],
      breaks: [
        "multiclass-hinge-gradient-sums-to-zero", "multiclass-hinge-above-its-tangents",
        "multiclass-hinge-by-differences",
      ],
      by: ["scores"]
    ) { call, index, slope in
      let classes = call.arguments["scores"]!.shape[1]
      return call.labels()[index / classes] == index % classes ? Rational.zero.ball : slope
    },
    .gradient(
      "multiclass-gradient-by-margin-one", "By the margin every row has slope 1.",
      clauses: ["GRADIENT-1"], functions: ["multiclass_hinge"],
      breaks: ["multiclass-hinge-gradient-sums-to-zero"], by: ["margin"]
    ) { call, _, _ in Rational(call.labels().count).ball },
  ]

  private static let marginConventionMutants: [Mutant] = [
    .asking(
      "margin-mean-is-sum", "The mean is not divided.", clauses: ["REDUCTION-3"],
      functions: signedLosses + ["multiclass_hinge"],
      breaks: ["margin-reductions", "multiclass-hinge-reductions"]
    ) { if $0.isReduced("mean") { $0.options["reduction"] = "sum" } },
    .value(
      "margin-mean-of-nothing-zero", "The mean of nothing is 0.", clauses: ["POLICY-2"],
      functions: signedLosses + ["multiclass_hinge"],
      breaks: ["margin-reductions", "multiclass-hinge-reductions"]
    ) { _, loss in loss.isNaN ? Rational.zero.ball : loss },
    .spoiling(
      "margin-none-reversed", "The losses come in the opposite order.", clauses: ["REDUCTION-1"],
      functions: signedLosses + ["multiclass_hinge"],
      breaks: ["hinge-nothing-beyond-the-margin", "multiclass-hinge-reductions"]
    ) { _, answer in answer.value.elements.reverse() },
    .asking(
      "margin-negative-accepted", "A margin below 0 is read as 0.", clauses: ["POLICY-4"],
      functions: hinges + ["multiclass_hinge"], breaks: ["margin-refusals"]
    ) {
      if let margin = $0.number(option: "margin"), margin.signum < 0 {
        $0.options["margin"] = 0
      }
    },
    .asking(
      "margin-targets-by-sign", "Any target above 0 is read as 1, any other as −1.",
      clauses: ["INPUT-12"], functions: signedLosses, breaks: ["margin-refusals"]
    ) { $0.change("y") { .finite($0.finite.signum > 0 ? 1 : -1) } },
    .asking(
      "margin-broadcasts", "A single target serves all scores.", clauses: ["INPUT-5"],
      functions: signedLosses, breaks: ["margin-refusals"]
    ) { call in
      let y = call.rationals("y")
      guard y.count == 1, let shape = call.arguments["scores"]?.shape, shape.count == 1 else {
        return
      }
      call.arguments["y"] = .vector(Array(repeating: y[0], count: shape[0]))
    },
    .asking(
      "multiclass-labels-wrap", "A label out of range is counted from the other end.",
      clauses: ["INPUT-3", "POLICY-3"], functions: ["multiclass_hinge"], breaks: ["margin-refusals"]
    ) { call in
      let classes = max(1, call.arguments["scores"]?.shape.last ?? 1)
      call.arguments["labels"] = .labels(
        call.labels().map { ($0 % classes + classes) % classes })
    },
  ]
}
