/// One sentence of the specification that an implementation can violate, under a name that never
/// changes.
public struct Clause: Sendable, Hashable {
  /// Such as `ENTROPY-1`: the quantity's name and a number.
  public let id: String
  /// What an implementation has to fulfil, word for word as it stands in Spec/.
  public let sentence: String

  init(_ id: String, _ sentence: String) { (self.id, self.sentence) = (id, sentence) }

  /// Every clause, in the order of Spec/.
  public static let all: [Clause] = [
    conventions, information, divergence, likelihood, activation, logSumExp, binaryCrossEntropy,
    categoricalCrossEntropy, focal, margin, regression, ranking, noiseContrastive, penalty,
    linearModel, calibration, accuracy, policy,
  ].flatMap { $0 }
}
