import CrossEntropy
import Exact
import Laws

extension Mutant {
  static let linearModel: [Mutant] =
    linearMutants + epochMutants + errorMutants + errorConventionMutants

  private static let linearMutants: [Mutant] = [
    .asking(
      "linear-bias-forgotten", "The bias is not added.", clauses: ["LINEAR-1"],
      functions: ["linear"], breaks: ["linear-definition", "linear-refusals"]
    ) { if $0.gradient.isEmpty { $0.arguments["b"] = nil } },
    .asking(
      "linear-bias-one", "Without a bias one of 1 is added.", clauses: ["LINEAR-2"],
      functions: ["linear"],
      breaks: ["linear-without-bias", "linear-bilinear"]
    ) { call in
      guard call.arguments["b"] == nil, let shape = call.arguments["w"]?.shape else { return }
      call.arguments["b"] =
        shape.count == 1 ? .scalar(.one) : .vector(Array(repeating: Rational.one, count: shape[1]))
    },
    .asking(
      "linear-first-bias-for-all", "Every output is given the bias of the first.",
      clauses: ["LINEAR-1", "LINEAR-3"], functions: ["linear"],
      breaks: ["linear-definition", "linear-columns-apart"]
    ) { call in
      let bias = call.rationals("b")
      guard call.arguments["b"]?.shape.count == 1, let first = bias.first else { return }
      call.arguments["b"] = .vector(bias.map { _ in first })
    },
    .value(
      "linear-rectified", "Scores below 0 become 0.", clauses: ["LINEAR-1"],
      functions: ["linear"], breaks: ["linear-bilinear"]
    ) { _, score in .larger(score, Rational.zero.ball) },
    .value(
      "linear-averaged", "The sum is divided by the number of features.", clauses: ["LINEAR-1"],
      functions: ["linear"], breaks: ["linear-definition", "linear-gradient-is-adjoint"]
    ) { call, score in score / Rational(max(1, call.arguments["x"]!.shape[1])).ball },
    .gradient(
      "linear-gradient-averaged", "The gradient by the weights is a mean over the samples.",
      clauses: ["LINEAR-4"], functions: ["linear"],
      breaks: ["linear-gradient-is-adjoint", "softmax-classifier-gradient"], by: ["w"]
    ) { call, _, slope in slope / Rational(call.arguments["x"]!.shape[0]).ball },
    .spoiling(
      "linear-gradient-transposed", "The gradient by the weights comes transposed.",
      clauses: ["LINEAR-4"], functions: ["linear"],
      breaks: ["softmax-classifier-gradient"]
    ) { call, answer in
      let shape = call.arguments["w"]!.shape
      guard shape.count == 2, let slopes = answer.gradient["w"]?.elements else { return }
      answer.gradient["w"]!.elements = slopes.indices.map { place in
        slopes[(place % shape[0]) * shape[1] + place / shape[0]]
      }
    },
    .gradient(
      "linear-bias-gradient-of-one-sample",
      "The gradient by the bias is not summed over the samples.",
      clauses: ["LINEAR-4"], functions: ["linear"], breaks: ["linear-gradient-is-adjoint"],
      by: ["b"]
    ) { call, index, slope in call.cotangent?.elements[index].asRational?.ball ?? slope },
    .asking(
      "linear-broadcasts-bias", "A single bias serves all outputs.", clauses: ["INPUT-5"],
      functions: ["linear"], breaks: ["linear-refusals"]
    ) { call in
      guard call.arguments["b"]?.shape == [], let shape = call.arguments["w"]?.shape,
        shape.count == 2, let bias = call.rationals("b").first
      else { return }
      call.arguments["b"] = .vector(Array(repeating: bias, count: shape[1]))
    },
  ]

  private static let epochMutants: [Mutant] = [
    Mutant(
      "epoch-of-one-batch", "All samples step from the weights at the start.",
      clauses: ["LOGISTIC-REGRESSION-EPOCH-2"], functions: ["logistic_regression_epoch"],
      breaks: ["epoch-step-by-step", "epochs-compose", "epoch-depends-on-the-order"]
    ) { call, subject in
      var answer = try subject.answer(call)
      let start = call.rationals("w").map(\.ball)
      var w = start
      for (row, y) in zip(call.rows("x"), call.rationals("y")) {
        var one = call
        (one.arguments["x"], one.arguments["y"]) = (.matrix([row]), .vector([y]))
        let moved = try subject.answer(one).value.elements
        w = w.indices.map { w[$0] + moved[$0] - start[$0] }
      }
      answer.value.elements = w
      return answer
    },
    .asking(
      "epoch-ascends", "The gradient is added.", clauses: ["LOGISTIC-REGRESSION-EPOCH-1"],
      functions: ["logistic_regression_epoch"],
      breaks: ["epoch-of-one-sample", "epoch-lowers-the-loss", "epoch-on-separable-data"]
    ) { call in
      if let rate = call.number(option: "learning_rate") {
        call.options["learning_rate"] = .number(-rate)
      }
    },
    .asking(
      "epoch-rate-over-samples",
      "The learning rate is divided by the number of samples and features.",
      clauses: ["LOGISTIC-REGRESSION-EPOCH-1"], functions: ["logistic_regression_epoch"],
      breaks: [
        "epoch-of-one-sample", "epoch-step-by-step", "epochs-compose", "epoch-lowers-the-loss",
      ]
    ) { call in
      if let rate = call.number(option: "learning_rate") {
        let count = call.rationals("x").count
        call.options["learning_rate"] = .number(rate / Rational(max(1, count)))
      }
    },
    .asking(
      "epoch-last-sample-first", "The samples come in the opposite order.",
      clauses: ["LOGISTIC-REGRESSION-EPOCH-1"], functions: ["logistic_regression_epoch"],
      breaks: ["epoch-step-by-step", "epochs-compose", "epoch-depends-on-the-order"]
    ) { call in
      let rows = call.rows("x")
      guard let first = rows.first else { return }
      call.arguments["x"] = .rows(rows.reversed(), classes: first.count)
      call.arguments["y"] = .vector(Array(call.rationals("y").reversed()))
    },
    .value(
      "epoch-with-decay", "The weights shrink by a hundredth.",
      clauses: ["LOGISTIC-REGRESSION-EPOCH-3"], functions: ["logistic_regression_epoch"],
      breaks: ["epoch-without-motion", "epoch-on-separable-data"]
    ) { _, weight in weight * Rational(99, 100).ball },
    .asking(
      "epoch-targets-rounded", "Targets are rounded up to 1.",
      clauses: ["LOGISTIC-REGRESSION-EPOCH-1"], functions: ["logistic_regression_epoch"],
      breaks: ["epoch-of-one-sample", "epoch-lowers-the-loss", "epoch-of-the-other-class"]
    ) { $0.change("y") { .finite($0.finite.signum > 0 ? 1 : $0.finite) } },
    .asking(
      "epoch-with-default-rate", "Without a learning rate a tenth is taken.", clauses: ["INPUT-6"],
      functions: ["logistic_regression_epoch"], breaks: ["epoch-refusals"]
    ) {
      if $0.options["learning_rate"] == nil {
        $0.options["learning_rate"] = .number(Rational(1, 10))
      }
    },
    .asking(
      "epoch-targets-clamped", "Targets outside [0, 1] are clamped.", clauses: ["INPUT-12"],
      functions: ["logistic_regression_epoch"], breaks: ["epoch-refusals"]
    ) { $0.change("y") { .finite(max(0, min(1, $0.finite))) } },
  ]

  private static let errorMutants: [Mutant] = [
    .asking(
      "zero-one-error-last-of-equals", "Among equal scores the last is taken.",
      clauses: ["ZERO-ONE-ERROR-2"], functions: ["zero_one_error"],
      breaks: ["zero-one-error-definition"]
    ) { call in
      for name in ["p", "scores"] where call.arguments[name] != nil {
        guard let shape = call.arguments[name]?.shape, shape.count == 2, call.gradient.isEmpty
        else { return }
        call.arguments[name] = .rows(
          call.rows(name).map { $0.reversed() }, classes: shape[1])
        guard name == "scores" || call.arguments["scores"] == nil else { continue }
        call.arguments["labels"] = .labels(call.labels().map { shape[1] - 1 - $0 })
      }
    },
    .elementwise(
      "zero-one-error-of-any-tie", "A tie with the label is an error.",
      clauses: ["ZERO-ONE-ERROR-2"], functions: ["zero_one_error"],
      breaks: [
        "zero-one-error-definition", "zero-one-error-one-label-is-right",
        "calibration-is-not-accuracy",
      ]
    ) { call, index, error in
      let row = call.rows(call.arguments["p"] == nil ? "scores" : "p")[index]
      let own = row[call.labels()[index]]
      return row.filter { $0 >= own }.count > 1 ? Rational.one.ball : error
    },
    .elementwise(
      "zero-one-error-counts-the-right", "Right rows are counted.", clauses: ["ZERO-ONE-ERROR-1"],
      functions: ["zero_one_error"],
      breaks: [
        "zero-one-error-below-its-surrogates", "multiclass-hinge-above-errors",
        "zero-one-error-one-label-is-right", "zero-one-error-below-cross-entropy",
      ]
    ) { _, _, error in Rational.one.ball - error },
    .asking(
      "zero-one-error-of-the-least", "The smallest score is taken for the answer.",
      clauses: ["ZERO-ONE-ERROR-1"], functions: ["zero_one_error"],
      breaks: [
        "zero-one-error-below-its-surrogates", "multiclass-hinge-above-errors",
        "zero-one-error-of-probabilities", "zero-one-error-below-cross-entropy",
      ]
    ) { $0.change("scores") { .finite(-$0.finite) } },
    .asking(
      "zero-one-error-of-whole-scores", "Scores are rounded down before they are compared.",
      clauses: ["ZERO-ONE-ERROR-1"], functions: ["zero_one_error"],
      breaks: [
        "zero-one-error-order-of-scores", "zero-one-error-of-probabilities",
        "zero-one-error-piecewise-constant", "zero-one-error-below-cross-entropy",
      ]
    ) { $0.change("scores") { .finite(Rational($0.finite.floor)) } },
    .elementwise(
      "zero-one-error-by-threshold", "A row is right if the score of its label is above ½.",
      clauses: ["ZERO-ONE-ERROR-1"], functions: ["zero_one_error"],
      breaks: ["zero-one-error-order-of-scores", "zero-one-error-piecewise-constant"]
    ) { call, index, _ in
      let row = call.rows(call.arguments["p"] == nil ? "scores" : "p")[index]
      return row[call.labels()[index]] > Rational(1, 2) ? Rational.zero.ball : Rational.one.ball
    },
    .elementwise(
      "zero-one-error-half-per-row", "Errors are weighed by the place of their row.",
      clauses: ["REDUCTION-5"], functions: ["zero_one_error"],
      breaks: [
        "zero-one-error-definition", "zero-one-error-one-label-is-right",
        "zero-one-error-order-of-rows",
      ]
    ) { _, index, error in error / Rational(index + 1).ball },
    .elementwise(
      "zero-one-error-of-logits-as-p", "Only scores are compared; probabilities are always wrong.",
      clauses: ["ZERO-ONE-ERROR-1"], functions: ["zero_one_error"],
      breaks: ["zero-one-error-of-probabilities", "calibration-is-not-accuracy"]
    ) { call, _, error in call.arguments["p"] == nil ? error : Rational.one.ball },
  ]

  private static let errorConventionMutants: [Mutant] = [
    .asking(
      "zero-one-error-mean-by-default", "Without a reduction the mean is answered.",
      clauses: ["ZERO-ONE-ERROR-3"], functions: ["zero_one_error"],
      breaks: ["calibration-is-not-accuracy", "zero-one-error-counts"]
    ) { if $0.options["reduction"] == nil { $0.options["reduction"] = "mean" } },
    .asking(
      "zero-one-error-labels-wrap", "A label out of range is counted from the other end.",
      clauses: ["INPUT-3", "POLICY-3"], functions: ["zero_one_error"],
      breaks: ["zero-one-error-refusals"]
    ) { call in
      let classes = max(1, (call.arguments["p"] ?? call.arguments["scores"])?.shape.last ?? 1)
      call.arguments["labels"] = .labels(
        call.labels().map { ($0 % classes + classes) % classes })
    },
    .asking(
      "zero-one-error-prefers-scores", "Given both, the scores are used.", clauses: ["INPUT-6"],
      functions: ["zero_one_error"], breaks: ["zero-one-error-refusals"]
    ) { if $0.arguments["scores"] != nil { $0.arguments["p"] = nil } },
    .asking(
      "zero-one-error-any-probability", "Probabilities are taken as scores.", clauses: ["INPUT-1"],
      functions: ["zero_one_error"], breaks: ["zero-one-error-refusals"]
    ) { call in
      guard call.arguments["scores"] == nil else { return }
      call.arguments["scores"] = call.arguments["p"]
      call.arguments["p"] = nil
    },
    .asking(
      "no-gradient-passed-over", "A gradient that does not exist is left out of the answer.",
      clauses: ["GRADIENT-5"],
      functions: [
        "zero_one_error", "logistic_regression_epoch", "expected_calibration_error",
        "isotonic_regression",
      ],
      breaks: ["epoch-refusals", "isotonic-refusals"]
    ) { $0.gradient = [] },
  ]
}
