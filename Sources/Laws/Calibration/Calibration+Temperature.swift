import CrossEntropy
import Exact
import Property

extension Gen<Batch> {
  /// Rows whose labels are right often enough, and not always, so that one temperature is best.
  fileprivate static var imperfect: Gen {
    Gen { source in
      let n = 2 + (try source.index(below: 2))
      let row = Gen<([Rational], Int)> { source in
        let logits = try Gen<[Rational]>.numbers(of: n, in: -4...4).draw(&source)
        let best = logits.firstIndex(of: logits.max()!)!
        // Mostly the best class, else any.
        let label = try source.index(below: 3) > 0 ? best : try source.index(below: n)
        return (logits, label)
      }
      let rows = try row.array(2...4).draw(&source)
      return Batch(logits: rows.map(\.0), labels: rows.map(\.1), classes: n)
    }.filter { batch in
      let rows = zip(batch.logits, batch.labels)
      let isWrongSomewhere = rows.contains { row, label in row[label] < row.max()! }
      return isWrongSomewhere && rows.map { $0[$1] - $0.mean }.total.signum > 0
    }
  }
}

extension Trial {
  fileprivate func temperature(_ batch: Batch) throws -> Ball {
    try value("temperature_scaling", batch.arguments)
  }

  /// The mean of −ln softmax(z/T) at the labels.
  fileprivate func surprise(_ batch: Batch, at temperature: Ball) -> Ball {
    let losses = zip(batch.logits, batch.labels).map { row, label in
      let scaled = row.map { exact($0) / temperature }
      return Ball.log(scaled.map { Ball.exp($0 - scaled[label]) }.sum)
    }
    return losses.sum / exact(Rational(losses.count))
  }
}

private let guo = "C. Guo et al., On calibration of modern neural networks, 2017, §4.2"

extension Law {
  static let temperatures: [Law] = [
    Law(
      "temperature-stationary",
      """
      At the best temperature the label has, on average, the mean logit under the softmax: the \
      slope is 0.
      """,
      clauses: ["TEMPERATURE-SCALING-1"], source: guo
    ) { t in
      let batch = try t.draw("batch", .imperfect)
      let best = try t.temperature(batch)
      try t.less(t.exact(.zero), best, "0 against the temperature")
      let excess = zip(batch.logits, batch.labels).map { row, label in
        let powers = row.map { Ball.exp(t.exact($0) / best) }
        let sum = zip(row, powers).map { t.exact($0) * $1 }.sum
        return sum / powers.sum - t.exact(row[label])
      }
      try t.equal(excess.sum, t.exact(.zero))
    },
    Law(
      "temperature-lowers-the-loss",
      """
      Dividing the logits by the best temperature never raises their cross-entropy, nor does any \
      other temperature do better.
      """,
      clauses: ["TEMPERATURE-SCALING-1", "SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-1"],
      source: guo
    ) { t in
      let batch = try t.draw("batch", .imperfect)
      let least = t.surprise(batch, at: try t.temperature(batch))
      let asGiven = try t.value("sparse_categorical_cross_entropy_with_logits", batch.arguments)
      try t.atMost(least, asGiven, "the least loss against that of the logits as they are")
      let other = try t.draw("T", .positive(upTo: 8))
      try t.atMost(least, t.surprise(batch, at: t.exact(other)), "the least loss")
    },
    Law(
      "temperature-of-two-classes",
      """
      If k of n labels have the logit a in rows of 0 and a, a above 0, the best temperature is \
      a/ln(k/(n − k)).
      """,
      clauses: ["TEMPERATURE-SCALING-1"], source: guo
    ) { t in
      let a = try t.draw("a", .positive(upTo: 8))
      let wrong = try t.draw("wrong", .int(1...3))
      let right = wrong + (try t.draw("more right", .int(1...4)))
      let rows = Batch(
        logits: Array(repeating: [.zero, a], count: wrong + right),
        labels: (0..<(wrong + right)).map { $0 < right ? 1 : 0 }, classes: 2)
      let odds = Ball.log(t.exact(Rational(right, wrong)))
      let best = try t.temperature(rows)
      try t.equal(best, t.exact(a) / odds, "the temperature")
      // So the confidence of the rows becomes their accuracy.
      let confidence = t.exact(1) / (t.exact(1) + Ball.exp(-(t.exact(a) / best)))
      try t.equal(confidence, t.exact(Rational(right, wrong + right)), "the confidence")
    },
    Law(
      "temperature-keeps-the-answers",
      "Dividing the logits by a temperature changes no error.",
      clauses: ["TEMPERATURE-SCALING-1", "ZERO-ONE-ERROR-1"], source: guo,
      // The temperature is irrational; a rational near it will do, but in no format.
      promises: [.certified]
    ) { t in
      let batch = try t.draw("batch", .imperfect)
      let near = try t.temperature(batch).midpoint.truncated(to: 20).0.asRational
      try t.holds(near.signum > 0, "the temperature is not above 0")
      let scaled = batch.with(batch.logits.map { $0.times(near.reciprocal) })
      try t.equal(
        t.value("zero_one_error", scaled.scored), t.value("zero_one_error", batch.scored))
    },
  ]

  static let temperatureInvariances: [Law] = [
    Law(
      "temperature-scales",
      "Logits times a positive c have the best temperature times c.",
      clauses: ["TEMPERATURE-SCALING-2"], source: guo
    ) { t in
      let batch = try t.draw("batch", .imperfect)
      let c = try t.draw("c", .scale)
      let scaled = batch.with(batch.logits.map { $0.times(c) })
      try t.equal(t.temperature(scaled), t.exact(c) * t.temperature(batch))
    },
    Law(
      "temperature-shift",
      "Adding a number to all logits of a row leaves the best temperature.",
      clauses: ["TEMPERATURE-SCALING-3"], source: guo
    ) { t in
      let batch = try t.draw("batch", .imperfect)
      let shifts = try t.draw("shifts", .numbers(of: batch.count, in: -4...4))
      let moved = batch.with(zip(batch.logits, shifts).map { $0.plus($1) })
      try t.equal(t.temperature(moved), t.temperature(batch))
    },
    Law(
      "temperature-order-and-repetition",
      """
      The order of the rows and of the classes, and having every row twice, leave the best \
      temperature.
      """,
      clauses: ["TEMPERATURE-SCALING-1", "REDUCTION-5"], source: guo
    ) { t in
      let batch = try t.draw("batch", .imperfect)
      let rows = batch.rows(try t.draw("rows", .order(of: batch.count)))
      let order = try t.draw("classes", .order(of: batch.classes))
      let other = Batch(
        logits: (rows.logits + rows.logits).map { row in order.map { row[$0] } },
        labels: (rows.labels + rows.labels).map { order.firstIndex(of: $0)! },
        classes: batch.classes)
      try t.equal(t.temperature(other), t.temperature(batch))
    },
  ]

  static let temperatureRefusals: [Law] = [
    Law(
      "temperature-without-minimum",
      """
      Labels that are always best, or not better than the mean, and rows that say nothing have no \
      best temperature.
      """,
      clauses: ["TEMPERATURE-SCALING-4"], source: "Spec/15-Calibration.md"
    ) { t in
      var batch = try t.draw("batch", .tiedBatch(rows: 1...3, classes: 2...3))
      switch try t.draw("data", .element(of: ["separated", "mistaken", "constant", "none"])) {
      case "separated":
        batch.labels = batch.logits.map { $0.firstIndex(of: $0.max()!)! }
      case "mistaken":
        batch.labels = batch.logits.map { $0.firstIndex(of: $0.min()!)! }
      case "constant": batch.logits = batch.logits.map { row in row.map { _ in row[0] } }
      default: batch = batch.rows([])
      }
      try t.refused(Call("temperature_scaling", batch.arguments))
    },
    Law(
      "temperature-refusals",
      """
      A label that is no class, a logit of +∞, −∞ at a label, and the wish for a gradient are \
      refused.
      """,
      clauses: ["TEMPERATURE-SCALING-4", "INPUT-3", "POLICY-3", "GRADIENT-5"],
      source: "Spec/15-Calibration.md"
    ) { t in
      let batch = try t.draw("batch", .imperfect)
      var call = Call("temperature_scaling", batch.arguments)
      func infinite(_ isNegative: Bool) -> Call.Argument {
        .matrix(
          zip(batch.logits, batch.labels).map { row, label in
            row.enumerated().map {
              $0.offset == label ? .infinity(isNegative: isNegative) : .finite($0.element)
            }
          })
      }
      switch try t.draw("mistake", .element(of: ["label", "+∞", "−∞", "gradient"])) {
      case "label": call.arguments["labels"] = .labels(batch.labels.map { $0 + batch.classes })
      case "+∞": call.arguments["logits"] = infinite(false)
      case "−∞": call.arguments["logits"] = infinite(true)
      default: call.gradient = ["logits"]
      }
      try t.refused(call)
    },
  ]
}
