import CrossEntropy
import Exact

/// The frozen questions by which conformance is decided.
public enum Corpus {
  /// Every case, in the order of the chapters of Spec/, the hardest roundings last.
  public static let all: [Case] = parts.concurrentMap { $0() }.flatMap { $0 }

  /// The cases of each function: closures, for they are made side by side.
  private static let parts: [@Sendable () -> [Case]] = [
    { informationContent }, { entropy }, { differentialEntropy }, { crossEntropy },
    { klDivergence }, { jsDivergence }, { perplexity }, { likelihood }, { logLikelihood },
    { negativeLogLikelihood }, { sigmoid }, { logSigmoid }, { softplus }, { relu }, { logSumExp },
    { softmax }, { logSoftmax }, { binaryCrossEntropy }, { binaryCrossEntropyWithLogits },
    { categoricalCrossEntropy }, { categoricalCrossEntropyWithLogits },
    { sparseCategoricalCrossEntropy }, { sparseCategoricalCrossEntropyWithLogits }, { nllLoss },
    { binaryFocalWithLogits }, { focalWithLogits }, { logisticLoss }, { hinge }, { squaredHinge },
    { multiclassHinge }, { meanSquaredError }, { meanAbsoluteError }, { huber }, { pairwiseHinge },
    { listNet }, { nce }, { l1Penalty }, { l2Penalty }, { brierScore },
    { expectedCalibrationError }, { isotonicRegression }, { temperatureScaling }, { linear },
    { logisticRegressionEpoch }, { zeroOneError }, { negativeZeros }, { knifeEdges },
  ]

  private static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })

  /// The case of that id.
  public static func named(_ id: String) -> Case? { byID[id] }
}

// How the files of the corpus write their numbers: as the documents print them.

/// A vector of decimals, fractions or infinities between spaces: `"26/30 4/30"`, `"0 -inf"`.
func vector(_ text: String) -> Call.Argument {
  .real(Tensor(text.split(separator: " ").map(number)))
}

private func number(_ text: Substring) -> Extended {
  switch text {
  case "inf": return .infinity(isNegative: false)
  case "-inf": return .infinity(isNegative: true)
  default:
    guard let value = Rational(String(text)) else { preconditionFailure("no number: \(text)") }
    return .finite(value)
  }
}
