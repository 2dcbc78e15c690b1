import CrossEntropy
import Exact
import Property

extension Law {
  /// What one row can cost, by how far its label is ahead.
  static let categoricalMargins: [Law] = [
    Law(
      "sparse-logits-between-bounds-of-the-margin",
      "With a margin m over the best of the other C − 1 classes the loss lies between log(1 + e^−m)"
        + " and log(1 + (C − 1)e^−m): a confident mistake costs its margin and more.",
      clauses: ["SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-1"],
      source: "A. Tewari, P. L. Bartlett, On the Consistency of Multiclass Classification Methods,"
        + " 2007",
      examples: [["z": [Rational(1000), 0], "label": 1]], world: wholeWorld
    ) { t in
      let z = try t.draw("z", .row(2...5) { .logits(of: $0) })
      let label = try t.draw("label", Gen<Int>.int(0...z.count - 1))
      let margin = z[label] - z.indices.filter { $0 != label }.map { z[$0] }.max()!
      let loss = try t.loss(.sparse(logits: z, label: label))
      let size = Ball.exp(t.exact(-margin))
      try t.atMost(.log(onePlus: size), loss, "log(1 + e^−m)")
      try t.atMost(loss, .log(onePlus: Ball(z.count - 1) * size), "the loss")
      try t.atMost(t.exact(-margin), loss, "−m")
    },
    Law(
      "sparse-logits-far-ahead",
      "Far ahead the loss is Σ e^(z_c − z_t) over the other classes, less at most half of its square:"
        + " relative accuracy is kept however small it gets.",
      clauses: ["SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-1"],
      source: "P. Blanchard, D. J. Higham, N. J. Higham, Accurately Computing the Log-Sum-Exp and"
        + " Softmax Functions, 2021"
    ) { t in
      let gaps = try t.draw("gaps", Gen<Rational>.number(1...1000, simplest: 1).array(1...3))
      let loss = try t.loss(.sparse(logits: [0] + gaps.map { -$0 }, label: 0))
      let sum = gaps.map { Ball.exp(t.exact(-$0)) }.sum
      // x − x²/2 ≤ log(1 + x) ≤ x
      try t.atMost(loss / sum, Ball(1), "the loss over the sum")
      try t.atMost(Ball(1) - sum / Ball(2), loss / sum, "1 less half of the sum")
    },
    Law(
      "sparse-logits-fall-with-the-true-logit",
      "The loss falls strictly as the logit of the label grows, and grows with any other logit.",
      clauses: ["SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-1"],
      source: "A. Tewari, P. L. Bartlett, On the Consistency of Multiclass Classification Methods,"
        + " 2007",
      world: 300
    ) { t in
      let z = try t.draw(
        "z",
        .row(2...4) { Gen<Rational>.coarse(-12...12).array(count: $0) })
      let label = try t.draw("label", Gen<Int>.int(0...z.count - 1))
      let moved = try t.draw("moved", Gen<Int>.int(0...z.count - 1))
      let step = try t.draw("step", .coarse(1...8))
      var other = z
      other[moved] = z[moved] + step
      let (before, after) = (
        try t.loss(.sparse(logits: z, label: label)),
        try t.loss(.sparse(logits: other, label: label))
      )
      if moved == label { try t.less(after, before, "the loss") }
      if moved != label { try t.less(before, after, "the loss") }
    },
    Law(
      "sparse-logits-change-by-at-most-twice",
      "Moving every logit by at most d changes the loss by at most 2d.",
      clauses: ["SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-1"],
      source: "B. Gao, L. Pavel, On the Properties of the Softmax Function, 2017", world: wholeWorld
    ) { t in
      let z = try t.draw("z", .logits(1...4))
      let other = try t.draw("other", .logits(of: z.count))
      let label = try t.draw("label", Gen<Int>.int(0...z.count - 1))
      let distance = zip(z, other).map { ($0 - $1).magnitude }.max()!
      try t.close(
        t.loss(.sparse(logits: z, label: label)), t.loss(.sparse(logits: other, label: label)),
        within: t.exact(2 * distance), "the distance of the losses")
    },
    Law(
      "sparse-logits-more-classes-cost-more",
      "A further class costs every label more.",
      clauses: ["SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-1"],
      source: "M. Gutmann, A. Hyvärinen, Noise-Contrastive Estimation, 2010", world: 300
    ) { t in
      let z = try t.draw("z", .coarseLogits(1...4))
      let further = try t.draw("further", .coarse(-12...12))
      let label = try t.draw("label", Gen<Int>.int(0...z.count - 1))
      try t.less(
        t.loss(.sparse(logits: z, label: label)),
        t.loss(.sparse(logits: z + [further], label: label)), "the loss")
    },
  ]
}
