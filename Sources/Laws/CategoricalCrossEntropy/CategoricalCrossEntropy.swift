import CrossEntropy
import Exact
import Property

extension Law {
  static let categoricalCrossEntropy: [Law] = [
    categoricalProbabilities, categoricalLikelihood, categoricalClips, categoricalLogits,
    categoricalInvariances, categoricalMargins, categoricalGradients, categoricalCurvature,
    categoricalWeights, categoricalMeans, categoricalIgnored, categoricalSmoothing,
    categoricalShapes, categoricalRefusals, categoricalBatches,
  ].flatMap { $0 }

  private static let categoricalBatches: [Law] = [
    batchLaws(
      of: "categorical", clauses: ["CATEGORICAL-CROSS-ENTROPY-1", "CATEGORICAL-CROSS-ENTROPY-3"],
      by: "p"
    ) { t in
      let p = try t.draw("p", .rows { Gen<Rational>.coarseInnerProbability.array(count: $0) })
      let y = try t.draw("y", .like(p) { Gen<Rational>.probability.array(count: $0) })
      return .dense(p: p, y: y)
    },
    batchLaws(
      of: "categorical-logits",
      clauses: [
        "CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-1", "CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-5",
      ], by: "logits"
    ) { t in
      let z = try t.draw("z", .rows { .logits(of: $0) })
      let y = try t.draw("y", .like(z) { Gen<Rational>.probability.array(count: $0) })
      return .dense(logits: z, y: y)
    },
    batchLaws(
      of: "sparse",
      clauses: ["SPARSE-CATEGORICAL-CROSS-ENTROPY-1", "SPARSE-CATEGORICAL-CROSS-ENTROPY-4"],
      by: "p"
    ) { t in
      let p = try t.draw("p", .rows { Gen<Rational>.coarseInnerProbability.array(count: $0) })
      return .sparse(p: p, labels: try t.draw("labels", .labels(p.count, of: p[0].count)))
    },
    batchLaws(
      of: "sparse-logits",
      clauses: [
        "SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-1",
        "SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-5",
      ], by: "logits"
    ) { t in .sparse(try t.draw("batch", .batch())) },
    batchLaws(of: "nll", clauses: ["NLL-LOSS-1", "NLL-LOSS-4"], by: "log_p") { t in
      .nll(try t.draw("batch", .batch()))
    },
  ].flatMap { $0 }
}
