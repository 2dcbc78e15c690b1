import CrossEntropy
import Exact
import Property

extension Law {
  static let focal: [Law] = [
    focalBinary, focalMulticlass, focalGamma, focalGradients, focalShape, focalRefusals,
    batchLaws(of: "binary-focal", clauses: ["BINARY-FOCAL-WITH-LOGITS-1"], by: "logits") { t in
      let samples = Gen { source in
        (try Gen<Rational>.logit.draw(&source), try Gen<Rational>.yesOrNo.draw(&source))
      }
      let gamma = try t.draw("γ", .gamma)
      let pairs = try t.draw("z, y", samples.array(1...4))
      return .binaryFocal(pairs.map(\.0), y: pairs.map(\.1), gamma: gamma)
    },
    batchLaws(
      of: "focal", clauses: ["FOCAL-WITH-LOGITS-1", "FOCAL-WITH-LOGITS-4"], by: "logits"
    ) { t in
      let gamma = try t.draw("γ", .gamma)
      return .focal(try t.draw("batch", .batch()), gamma: gamma)
    },
  ].flatMap { $0 }
}
