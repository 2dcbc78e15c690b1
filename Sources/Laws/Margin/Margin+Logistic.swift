import CrossEntropy
import Exact
import Property

extension Law {
  static let logisticLosses: [Law] = [
    Law(
      "logistic-loss-definition",
      "e to the logistic loss, less 1, is e^(−ys).",
      clauses: ["LOGISTIC-LOSS-1", "REDUCTION-1"],
      source: "J. Friedman, T. Hastie, R. Tibshirani, Additive logistic regression, 2000",
      examples: [["s": [Rational(0)], "y": [Rational(1)]]], world: someOfTheWorld
    ) { t in
      let s = try t.draw("s", .logits(1...4))
      let y = try t.draw("y", .signs(of: s.count))
      let losses = try t.losses(
        "logistic_loss", SignedScores(scores: s, targets: y, margin: .zero))
      for (loss, power) in zip(losses, zip(s, y).map { Ball.exp(t.exact(-($0 * $1))) }) {
        try t.equal(Ball.expMinusOne(loss), power, isRelative: true)
      }
    },
    Law(
      "logistic-loss-is-binary-cross-entropy",
      """
      With targets −1 and 1 the logistic loss is what binary cross-entropy is with targets 0 and \
      1.
      """,
      clauses: ["LOGISTIC-LOSS-1", "LOGISTIC-LOSS-4", "BINARY-CROSS-ENTROPY-WITH-LOGITS-1"],
      source: "C. Bishop, Pattern Recognition and Machine Learning, 2006, §7.1.2",
      isSmooth: true, world: someOfTheWorld
    ) { t in
      let s = try t.draw("s", .logits(1...4))
      let y = try t.draw("y", .signs(of: s.count))
      let signed: [String: Call.Argument] = ["scores": .vector(s), "y": .vector(y)]
      let binary: [String: Call.Argument] = [
        "logits": .vector(s), "y": .vector(y.map { ($0 + .one) / 2 }),
      ]
      try t.equal(
        t.value("logistic_loss", signed), t.value("binary_cross_entropy_with_logits", binary),
        isRelative: true)
      try t.equal(
        t.gradient("logistic_loss", by: "scores", signed),
        t.gradient("binary_cross_entropy_with_logits", by: "logits", binary), "gradient")
    },
    Law(
      "logistic-loss-between-lines",
      "The logistic loss is finite, above max(0, −ys), and by at most ln 2.",
      clauses: ["LOGISTIC-LOSS-1", "LOGISTIC-LOSS-3"],
      source: "S. Boyd, L. Vandenberghe, Convex Optimization, 2004, §3.1.5",
      examples: [
        ["s": [Rational(710)], "y": [Rational(-1)]], ["s": [Rational(0)], "y": [Rational(1)]],
      ], world: someOfTheWorld
    ) { t in
      let s = try t.draw("s", .logits(1...4))
      let y = try t.draw("y", .signs(of: s.count))
      let losses = try t.losses(
        "logistic_loss", SignedScores(scores: s, targets: y, margin: .zero))
      for (loss, product) in zip(losses, zip(s, y).map { $0 * $1 }) {
        let least = t.exact(max(.zero, -product))
        try t.isFinite(loss)
        try t.less(t.exact(.zero), loss, "0 against the loss")
        try t.atMost(least, loss, "max(0, −ys)")
        try t.atMost(loss, least + Ball.log(t.exact(2)), "the loss")
      }
    },
    Law(
      "logistic-loss-of-the-other-class",
      "The logistic losses of one score against −1 and against 1 differ by the score.",
      clauses: ["LOGISTIC-LOSS-1"],
      source: "C. Bishop, Pattern Recognition and Machine Learning, 2006, §4.3.2",
      world: someOfTheWorld
    ) { t in
      let s = try t.draw("s", .logits(1...4))
      let ones = [Rational](repeating: .one, count: s.count)
      let wrong = try t.losses(
        "logistic_loss", SignedScores(scores: s, targets: ones.times(-1), margin: .zero))
      let right = try t.losses(
        "logistic_loss", SignedScores(scores: s, targets: ones, margin: .zero))
      for (score, (wrong, right)) in zip(s, zip(wrong, right)) {
        try t.equal(wrong - right, t.exact(score))
      }
    },
    Law(
      "logistic-loss-gradient",
      "The slope of the logistic loss by a score, times 1 + e^(ys), is −y.",
      clauses: ["LOGISTIC-LOSS-4", "GRADIENT-1"],
      source: "J. Friedman, T. Hastie, R. Tibshirani, Additive logistic regression, 2000",
      isSmooth: true, world: someOfTheWorld
    ) { t in
      let s = try t.draw("s", .scores(1...4, touching: 700))
      let y = try t.draw("y", .signs(of: s.count))
      let slopes = try t.slopes(
        "logistic_loss", SignedScores(scores: s, targets: y, margin: .zero))
      for (slope, (s, y)) in zip(slopes, zip(s, y)) {
        let scaled = t.exact(-y) / (t.exact(1) + Ball.exp(t.exact(s * y)))
        try t.equal(slope, scaled, "the slope")
        try t.between(-1, slope, 1, "the slope")
      }
    },
    Law(
      "logistic-loss-approaches-the-hinge",
      """
      Over c, the logistic loss of c times the scores is within ln 2 / c above the hinge of margin \
      0.
      """,
      clauses: ["LOGISTIC-LOSS-1", "LOGISTIC-LOSS-3", "HINGE-1"],
      source: "J. Friedman, T. Hastie, R. Tibshirani, Additive logistic regression, 2000"
    ) { t in
      var x = try t.drawCoarseSigned()
      x.margin = .zero
      let c = try t.draw("c", Gen<Rational>.element(of: [1, 2, 16, 1024, 65536]))
      let sharp = x.with(scores: x.scores.times(c))
      for (loss, hinge) in zip(try t.losses("logistic_loss", sharp), try t.losses("hinge", x)) {
        try t.atMost(hinge, loss / t.exact(c), "the hinge")
        try t.atMost(loss / t.exact(c) - hinge, Ball.log(t.exact(2)) / t.exact(c), "the distance")
      }
    },
  ]
}
