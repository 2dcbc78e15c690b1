import CrossEntropy
import Exact
import Property

// NaN and infinities in the losses beside the cross-entropies, and what a cotangent makes of their
// gradients.

extension Trial {
  /// Numbers of which one, at a drawn place, is replaced.
  fileprivate func replacing(
    _ numbers: [Rational], by value: Extended
  ) throws -> (place: Int, [Extended]) {
    let place = try draw("place", .int(0...3))
    try assume(place < numbers.count)
    var replaced = numbers.map { Extended.finite($0) }
    replaced[place] = value
    return (place, replaced)
  }

  /// States that a NaN reaches its own loss, the sum and the mean, and no other loss.
  fileprivate func reaches(
    _ place: Int, _ function: String, _ arguments: [String: Call.Argument],
    _ options: [String: Call.Option], losses: [Ball]
  ) throws {
    var options = options
    options["reduction"] = "none"
    for (index, loss) in try values(function, arguments, options).enumerated() {
      if index == place {
        try isNaN(loss, "the loss of the NaN")
      } else {
        try equal(loss, losses[index], "another loss")
      }
    }
    for reduction in ["sum", "mean"] {
      options["reduction"] = .word(reduction)
      try isNaN(value(function, arguments, options), "the \(reduction)")
    }
  }

  /// States what a cotangent and a mean make of the gradient of the sum.
  fileprivate func contracts(
    _ function: String, by name: String, _ arguments: [String: Call.Argument],
    _ options: [String: Call.Option], count: Int
  ) throws {
    let weights = try draw("cotangent", .numbers(of: count, in: -4...4))
    func slopes(_ reduction: String, _ cotangent: Tensor<Extended>? = nil) throws -> [Ball] {
      var options = options
      options["reduction"] = .word(reduction)
      return try gradient(function, by: name, arguments, options, cotangent: cotangent)
    }
    let sum = try slopes("sum")
    let none = try slopes("none", Tensor(weights.map { .finite($0) }))
    try equal(none, zip(weights, sum).map { exact($0) * $1 }, "under none")
    let mean = sum.map { $0 / exact(Rational(count)) }
    try equal(slopes("mean"), mean, "under mean")
  }
}

private let manual = "Spec/README.md"

extension Law {
  static let marginSpecialValues: [Law] = [
    Law(
      "margin-nan",
      """
      A NaN score makes NaN of its own hinge or logistic loss, of the sum and of the mean, and of \
      no other loss.
      """,
      clauses: ["INPUT-2"], source: manual
    ) { t in
      let function = try t.draw("function", signedLossNames)
      let x = try t.drawCoarseSigned()
      let (place, scores) = try t.replacing(x.scores, by: .nan)
      var options = t.options(function, x, "none")
      options["reduction"] = nil
      try t.reaches(
        place, function, ["scores": .vector(scores), "y": .vector(x.targets)], options,
        losses: t.losses(function, x))
    },
    Law(
      "margin-infinite-scores",
      "An infinite score costs nothing if it is right and is infinitely dear if it is wrong.",
      clauses: ["HINGE-1", "SQUARED-HINGE-1", "LOGISTIC-LOSS-1", "POLICY-6"],
      source: "Spec/09-Margin.md", world: someOfTheWorld
    ) { t in
      let function = try t.draw("function", signedLossNames)
      let (isNegative, isRight) = (try t.draw("is negative", .bool), try t.draw("is right", .bool))
      let y = Rational(isNegative == isRight ? -1 : 1)
      let loss = try t.value(
        function,
        ["scores": .vector([Extended.infinity(isNegative: isNegative)]), "y": .vector([y])])
      try t.equal(loss, isRight ? t.exact(.zero) : .infinity)
    },
    Law(
      "margin-cotangents",
      """
      A cotangent weighs the slopes of the losses, and the gradient of the mean is that of the sum \
      over their number.
      """,
      clauses: ["GRADIENT-1", "GRADIENT-6"],
      source: "A. Griewank, A. Walther, Evaluating Derivatives, 2008, §3.2", isSmooth: true
    ) { t in
      let function = try t.draw("function", signedLossNames)
      let x = try t.drawCoarseSigned()
      var options = t.options(function, x, "none")
      options["reduction"] = nil
      try t.contracts(function, by: "scores", x.arguments, options, count: x.scores.count)
    },
  ]

  static let regressionSpecialValues: [Law] = [
    Law(
      "regression-nan",
      "A NaN makes NaN of its own loss, of the sum and of the mean, and of no other loss.",
      clauses: ["INPUT-2"], source: manual
    ) { t in
      let function = try t.draw("function", regressionNames)
      let x = try t.drawResiduals()
      let (place, prediction) = try t.replacing(x.prediction, by: .nan)
      try t.reaches(
        place, function, ["prediction": .vector(prediction), "target": .vector(x.target)],
        function == "huber" ? ["delta": .number(x.delta)] : [:], losses: t.losses(function, x))
    },
    Law(
      "regression-infinities",
      """
      An infinite residual costs infinitely much, but has a bounded slope under Huber's loss; \
      equal infinities give NaN.
      """,
      clauses: ["MEAN-SQUARED-ERROR-1", "MEAN-ABSOLUTE-ERROR-1", "HUBER-1", "HUBER-3"],
      source: "Spec/10-Regression.md", world: someOfTheWorld
    ) { t in
      let function = try t.draw("function", regressionNames)
      let isNegative = try t.draw("is negative", .bool)
      let infinite = [Extended.infinity(isNegative: isNegative)]
      let far: [String: Call.Argument] = [
        "prediction": .vector(infinite), "target": .vector([Rational.zero]),
      ]
      try t.equal(t.value(function, far), .infinity)
      let both: [String: Call.Argument] = [
        "prediction": .vector(infinite), "target": .vector(infinite),
      ]
      try t.isNaN(t.value(function, both), "equal infinities")
      let slope = try t.gradient("huber", by: "prediction", far)[0]
      try t.equal(slope, t.exact(isNegative ? -1 : 1), "Huber's slope")
    },
    Law(
      "regression-cotangents",
      """
      A cotangent weighs the slopes of the losses, and the gradient of the mean is that of the sum \
      over their number.
      """,
      clauses: ["GRADIENT-1", "GRADIENT-6"],
      source: "A. Griewank, A. Walther, Evaluating Derivatives, 2008, §3.2", isSmooth: true
    ) { t in
      let function = try t.draw("function", regressionNames)
      let x = try t.drawResiduals()
      try t.contracts(
        function, by: "prediction", x.arguments,
        function == "huber" ? ["delta": .number(x.delta)] : [:], count: x.target.count)
    },
  ]

  static let rankingSpecialValues: [Law] = [
    Law(
      "ranking-nan",
      "A NaN relevance makes sum and mean of the pairs NaN, and a NaN score or relevance ListNet.",
      clauses: ["INPUT-2"], source: "Spec/11-Ranking.md"
    ) { t in
      let x = try t.drawRanked()
      let (_, relevance) = try t.replacing(x.relevance, by: .nan)
      let arguments: [String: Call.Argument] = [
        "scores": .vector(x.scores), "relevance": .vector(relevance),
      ]
      try t.isNaN(t.value("pairwise_hinge", arguments, ["reduction": "sum"]), "the sum")
      try t.isNaN(t.value("pairwise_hinge", arguments), "the mean")
      try t.isNaN(t.value("list_net", arguments), "ListNet, by relevance")
      let exchanged: [String: Call.Argument] = [
        "scores": .vector(relevance), "relevance": .vector(x.scores),
      ]
      try t.isNaN(t.value("list_net", exchanged), "ListNet, by score")
    }
  ]

  static let penaltySpecialValues: [Law] = [
    Law(
      "penalty-special-values",
      "An infinite weight is infinitely dear, unless the strength is 0, which does not hide a NaN.",
      clauses: ["L1-PENALTY-1", "L2-PENALTY-1", "INPUT-2", "INPUT-9", "INPUT-10"],
      source: "Spec/13-Penalty.md"
    ) { t in
      let function = try t.draw("function", Gen<String>.element(of: ["l1_penalty", "l2_penalty"]))
      let w = try t.draw("w", .numbers(1...4))
      let isNegative = try t.draw("is negative", .bool)
      let infinite = try t.replacing(w, by: .infinity(isNegative: isNegative)).1
      try t.equal(t.value(function, ["w": .vector(infinite)]), .infinity)
      let none = try t.value(function, ["w": .vector(infinite)], ["strength": 0])
      try t.equal(none, t.exact(.zero), "with strength 0")
      let unknown = infinite.map { $0.asRational == nil ? Extended.nan : $0 }
      try t.isNaN(t.value(function, ["w": .vector(unknown)], ["strength": 0]), "of a NaN")
    }
  ]

  static let errorSpecialValues: [Law] = [
    Law(
      "zero-one-error-nan",
      "A NaN in a row makes its error NaN, wherever it stands, with the count and the mean.",
      clauses: ["INPUT-2", "ZERO-ONE-ERROR-1"], source: "Spec/14-LinearModel.md"
    ) { t in
      let batch = try t.draw("batch", .coarseBatch())
      let row = try t.draw("row", .int(0...2))
      try t.assume(row < batch.count)
      var rows = batch.logits.map { $0.map { Extended.finite($0) } }
      rows[row] = try t.replacing(batch.logits[row], by: .nan).1
      let losses = try t.values("zero_one_error", batch.scored, ["reduction": "none"])
      try t.reaches(
        row, "zero_one_error", ["scores": .matrix(rows), "labels": .labels(batch.labels)], [:],
        losses: losses)
    }
  ]

  static let calibrationSpecialValues: [Law] = [
    Law(
      "calibration-nan",
      """
      A NaN makes NaN of the Brier score of its row, of the calibration error, and of the whole \
      isotonic fit.
      """,
      clauses: ["INPUT-2"], source: "Spec/15-Calibration.md"
    ) { t in
      let p = try t.draw("p", .distribution(1...4))
      let (_, q) = try t.replacing(p, by: .nan)
      let scores = try t.values(
        "brier_score",
        ["p": .matrix([q, p.map { .finite($0) }]), "y": .matrix([p, p])], ["reduction": "none"])
      try t.isNaN(scores[0], "the score of the row")
      try t.equal(scores[1], t.exact(.zero), "that of another")
      let ones = p.map { _ in Rational.one }
      try t.isNaN(
        t.value(
          "expected_calibration_error", ["confidence": .vector(q), "correct": .vector(ones)]),
        "the calibration error")
      for value in try t.values("isotonic_regression", ["y": .vector(q)]) {
        try t.isNaN(value, "the fit")
      }
    }
  ]
}
