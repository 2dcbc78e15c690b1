import CrossEntropy
import Exact
import Property

extension Law {
  /// What the size of a logit costs: nearly nothing on the right side, itself on the wrong one.
  static let binaryMargins: [Law] = [
    Law(
      "binary-logits-between-margin-and-log-2",
      "The loss lies between max(0, −m) and log 2 above it, where m is the margin (2y − 1)z: there"
        + " is no bound to what one confident mistake costs.",
      clauses: ["BINARY-CROSS-ENTROPY-WITH-LOGITS-1"],
      source: "P. L. Bartlett, M. I. Jordan, J. D. McAuliffe, Convexity, Classification, and Risk"
        + " Bounds, 2006",
      examples: [["z": Rational(1000), "y": Rational(0)]], world: wholeWorld
    ) { t in
      let z = try t.draw("z", .logit)
      let y = try t.draw("y", .yesOrNo)
      let loss = try t.loss(.binary(logits: [z], y: [y]))
      let least = t.exact(max(0, y.isZero ? z : -z))
      try t.atMost(least, loss, "max(0, −m)")
      try t.atMost(loss, least + .log(Ball(2).withPrecision(256)), "the loss")
    },
    Law(
      "binary-logits-far-on-the-right-side",
      "On the right side the loss is e^−m less at most half of its square: relative accuracy is kept"
        + " however small it gets.",
      clauses: ["BINARY-CROSS-ENTROPY-WITH-LOGITS-4"],
      source: "N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2002, §1.14.1",
      examples: [["m": Rational(1)], ["m": Rational(40)], ["m": Rational(700)]]
    ) { t in
      let margin = try t.draw("m", .number(1...1000, simplest: 1))
      let small = Ball.exp(t.exact(-margin))
      for (z, y) in [(margin, Rational.one), (-margin, .zero)] {
        // x − x²/2 ≤ log(1 + x) ≤ x
        let ratio = try t.loss(.binary(logits: [z], y: [y])) / small
        try t.atMost(ratio, Ball(1), "the loss over e^−m")
        try t.atMost(Ball(1) - small / Ball(2), ratio, "1 − e^−m/2")
      }
    },
    Law(
      "binary-logits-far-on-the-wrong-side",
      "On the wrong side the loss is more than the logit, by less than e^−|z|.",
      clauses: ["BINARY-CROSS-ENTROPY-WITH-LOGITS-1"],
      source: "P. J. Huber, Robust Estimation of a Location Parameter, 1964",
      examples: [["m": Rational(100)]]
    ) { t in
      let margin = try t.draw("m", .number(1...1000, simplest: 1))
      for (z, y) in [(margin, Rational.zero), (-margin, .one)] {
        let loss = try t.loss(.binary(logits: [z], y: [y]))
        try t.less(t.exact(margin), loss, "the logit")
        try t.atMost(loss, t.exact(margin) + .exp(t.exact(-margin)), "the loss")
      }
    },
    Law(
      "binary-logits-fall-towards-the-target",
      "The loss of yes falls strictly as the logit grows, and that of no grows.",
      clauses: ["BINARY-CROSS-ENTROPY-WITH-LOGITS-1"],
      source: "P. L. Bartlett, M. I. Jordan, J. D. McAuliffe, Convexity, Classification, and Risk"
        + " Bounds, 2006",
      world: wholeWorld
    ) { t in
      let y = try t.draw("y", .yesOrNo)
      let z = try t.draw("z", .coarse(-30...30))
      let step = try t.draw("step", .coarse(1...8))
      let near = try t.loss(.binary(logits: [z], y: [y]))
      let far = try t.loss(.binary(logits: [z + step], y: [y]))
      if y.isZero { try t.less(near, far, "the loss of no") }
      if !y.isZero { try t.less(far, near, "the loss of yes") }
    },
    Law(
      "binary-logits-change-no-faster-than-the-logit",
      "Two logits cost less apart than they are: the loss is 1-Lipschitz.",
      clauses: ["BINARY-CROSS-ENTROPY-WITH-LOGITS-1"],
      source: "S. Shalev-Shwartz, S. Ben-David, Understanding Machine Learning, 2014, §12.1.3",
      world: wholeWorld
    ) { t in
      let y = try t.draw("y", .probability)
      let a = try t.draw("a", .logit)
      let b = try t.draw("b", .logit)
      try t.close(
        t.loss(.binary(logits: [a], y: [y])), t.loss(.binary(logits: [b], y: [y])),
        within: t.exact((a - b).magnitude), "the distance of the losses")
    },
  ]
}
