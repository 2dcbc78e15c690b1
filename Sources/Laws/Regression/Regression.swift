import CrossEntropy
import Exact
import Property

extension Law {
  static let regression: [Law] =
    regressionValues + regressionSymmetries + huberComparisons + regressionMinima + regressionSlopes
    + outliers + regressionConventions + regressionSpecialValues
}

/// Predictions with their targets, and the delta of the Huber loss.
struct Residuals {
  var prediction: [Rational]
  var target: [Rational]
  var delta: Rational = .one

  var arguments: [String: Call.Argument] {
    ["prediction": .vector(prediction), "target": .vector(target)]
  }
  var residuals: [Rational] { zip(prediction, target).map { $0 - $1 } }

  func with(prediction: [Rational]) -> Residuals {
    Residuals(prediction: prediction, target: target, delta: delta)
  }
}

let regressionNames = Gen<String>.element(
  of: ["mean_squared_error", "mean_absolute_error", "huber"])

extension Trial {
  /// Numbers of few digits, some residuals 0 and some exactly ±delta.
  func drawResiduals(_ count: ClosedRange<Int> = 1...4) throws -> Residuals {
    let delta = try draw("delta", .element(of: [1, 2, Rational(1, 2), 4, Rational(1, 4), 3]))
    let target = try draw("target", .numbers(count, in: -6...6))
    let corners: [Rational] = [.zero, delta, -delta]
    let prediction = try draw(
      "prediction",
      Gen { source in
        try target.map { target in
          if try source.isSmallWorld || source.index(below: 4) < 3 {
            return try Gen<Rational>.coarse(-6...6).draw(&source)
          }
          return target + corners[try source.index(below: 3)]
        }
      })
    let drawn = Residuals(prediction: prediction, target: target, delta: delta)
    if drawn.residuals.contains(where: { $0.magnitude == delta }) { label("corner") }
    if drawn.residuals.contains(where: \.isZero) { label("zero") }
    return drawn
  }

  func options(_ function: String, _ x: Residuals, _ reduction: String) -> [String: Call.Option] {
    var options: [String: Call.Option] = ["reduction": .word(reduction)]
    if function == "huber" { options["delta"] = .number(x.delta) }
    return options
  }

  func losses(_ function: String, _ x: Residuals) throws -> [Ball] {
    try values(function, x.arguments, options(function, x, "none"))
  }

  func loss(_ function: String, _ x: Residuals) throws -> Ball {
    try value(function, x.arguments, options(function, x, "sum"))
  }

  /// The gradient of the sum.
  func slopes(
    _ function: String, _ x: Residuals, by name: String = "prediction"
  ) throws -> [Ball] {
    try gradient(function, by: name, x.arguments, options(function, x, "sum"))
  }
}
