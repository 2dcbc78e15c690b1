import Laws

/// The least case on which a mutant breaks a law, where there is one that a person would have
/// written: what the search must come down to.
struct Least: Sendable, CustomStringConvertible {
  let law: String
  let mutant: String
  let text: String

  init(_ law: String, of mutant: String, _ text: String) {
    (self.law, self.mutant, self.text) = (law, mutant, text)
  }

  var description: String { "\(law) of \(mutant)" }

  static let all: [Least] = [
    information, divergence, likelihood, activation, logSumExp, binaryCrossEntropy,
    categoricalCrossEntropy, focal, margin, regression, ranking, noiseContrastive, penalty,
    linearModel, calibration, numerics,
  ].flatMap { $0 }
}
