import CrossEntropy
import Exact
import Property

extension Law {
  static let margin: [Law] =
    hingeValues + hingeComparisons + hingeSlopes + logisticLosses + multiclassHingeValues
    + multiclassHingeComparisons + multiclassHingeSlopes + multiclassHingeReductions
    + marginConventions + marginSpecialValues
}

/// Scores with their targets and a margin.
struct SignedScores {
  var scores: [Rational]
  var targets: [Rational]
  var margin: Rational

  var arguments: [String: Call.Argument] { ["scores": .vector(scores), "y": .vector(targets)] }

  /// How much each score lacks of its margin; negative where it has more.
  var gaps: [Rational] { zip(scores, targets).map { margin - $0 * $1 } }

  func with(scores: [Rational]) -> SignedScores {
    SignedScores(scores: scores, targets: targets, margin: margin)
  }
}

extension Trial {
  /// Scores of any size, some of them exactly at the margin.
  func drawSigned(_ count: ClosedRange<Int> = 1...4) throws -> SignedScores {
    let margin = try draw("margin", .nonnegative(upTo: 4))
    let scores = try draw("s", .scores(count, touching: margin))
    return try drawTargets(scores, margin)
  }

  /// Scores and a margin of few digits.
  func drawCoarseSigned(_ count: ClosedRange<Int> = 1...4) throws -> SignedScores {
    let margin = try draw("margin", .coarse(0...3))
    let scores = try draw("s", .numbers(count, in: -6...6))
    return try drawTargets(scores, margin)
  }

  private func drawTargets(_ scores: [Rational], _ margin: Rational) throws -> SignedScores {
    let targets = try draw("y", .signs(of: scores.count))
    let drawn = SignedScores(scores: scores, targets: targets, margin: margin)
    if drawn.gaps.contains(where: \.isZero) { label("corner") }
    return drawn
  }

  /// The options of a loss of signed scores: the logistic loss knows no margin.
  func options(
    _ function: String, _ x: SignedScores, _ reduction: String
  ) -> [String: Call.Option] {
    var options: [String: Call.Option] = ["reduction": .word(reduction)]
    if function != "logistic_loss" { options["margin"] = .number(x.margin) }
    return options
  }

  func losses(_ function: String, _ x: SignedScores) throws -> [Ball] {
    try values(function, x.arguments, options(function, x, "none"))
  }

  func loss(_ function: String, _ x: SignedScores) throws -> Ball {
    try value(function, x.arguments, options(function, x, "sum"))
  }

  /// The gradient of the sum.
  func slopes(_ function: String, _ x: SignedScores, by name: String = "scores") throws -> [Ball] {
    try gradient(function, by: name, x.arguments, options(function, x, "sum"))
  }
}

/// The two hinges, and with them the loss that they resemble.
let hingeNames = Gen<String>.element(of: ["hinge", "squared_hinge"])
let signedLossNames = Gen<String>.element(of: ["hinge", "squared_hinge", "logistic_loss"])
let multiclassVariants = Gen<String>.element(of: ["crammer_singer", "weston_watkins"])
