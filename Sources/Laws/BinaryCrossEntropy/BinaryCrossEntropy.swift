import CrossEntropy
import Exact
import Property

extension Law {
  static let binaryCrossEntropy: [Law] = [
    binaryProbabilities, binaryOptima, binaryClips, binaryLogits, binaryMargins, binaryGradients,
    binaryCurvature, binaryWeights, binaryRefusals, binaryBatches,
  ].flatMap { $0 }

  private static let binaryBatches: [Law] =
    batchLaws(
      of: "binary", clauses: ["BINARY-CROSS-ENTROPY-1", "BINARY-CROSS-ENTROPY-4"], by: "p"
    ) { t in
      let samples = Gen { source in
        (
          try Gen<Rational>.coarseInnerProbability.draw(&source),
          try Gen<Rational>.probability.draw(&source)
        )
      }
      let pairs = try t.draw("p, y", samples.array(1...4))
      return .binary(p: pairs.map(\.0), y: pairs.map(\.1))
    }
    + batchLaws(
      of: "binary-logits",
      clauses: ["BINARY-CROSS-ENTROPY-WITH-LOGITS-1", "BINARY-CROSS-ENTROPY-WITH-LOGITS-5"],
      by: "logits"
    ) { t in
      let samples = Gen { source in
        (try Gen<Rational>.logit.draw(&source), try Gen<Rational>.probability.draw(&source))
      }
      let pairs = try t.draw("z, y", samples.array(1...4))
      return .binary(logits: pairs.map(\.0), y: pairs.map(\.1))
    }
}
