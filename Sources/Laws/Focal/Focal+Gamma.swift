import CrossEntropy
import Exact
import Property

private let lin = "T.-Y. Lin et al., Focal Loss for Dense Object Detection, 2017, §3"

extension Law {
  /// What gamma does.
  static let focalGamma: [Law] = [
    Law(
      "focal-never-above-cross-entropy",
      "Without weights the loss lies between 0 and the cross-entropy, binary and of several classes,"
        + " and is 0 only where there is one class.",
      clauses: ["BINARY-FOCAL-WITH-LOGITS-1", "FOCAL-WITH-LOGITS-1"], source: lin, world: 300
    ) { t in
      let z = try t.draw("z", .logits(1...4))
      let label = try t.draw("label", Gen<Int>.int(0...z.count - 1))
      let gamma = try t.draw("γ", .gamma)
      let batch = Batch(logits: [z], labels: [label], classes: z.count)
      let loss = try t.loss(.focal(batch, gamma: gamma))
      try t.atMost(loss, t.loss(.sparse(batch)), "the loss")
      if z.count > 1 { try t.less(Ball(0), loss, "nothing") } else { try t.equal(loss, Ball(0)) }
      let binary = try t.loss(.binaryFocal([z[0]], y: [1], gamma: gamma))
      try t.atMost(binary, t.loss(.binary(logits: [z[0]], y: [1])), "the binary loss")
      try t.less(Ball(0), binary, "nothing")
    },
    Law(
      "focal-falls-with-gamma",
      "A greater γ never costs more, binary and of several classes.",
      clauses: ["BINARY-FOCAL-WITH-LOGITS-1", "FOCAL-WITH-LOGITS-1"], source: lin,
      world: 300
    ) { t in
      let z = try t.draw("z", .logits(1...4))
      let label = try t.draw("label", Gen<Int>.int(0...z.count - 1))
      let gamma = try t.draw("γ", .coarse(0...5))
      let step = try t.draw("step", .coarse(1...3))
      let batch = Batch(logits: [z], labels: [label], classes: z.count)
      try t.atMost(
        t.loss(.focal(batch, gamma: gamma + step)), t.loss(.focal(batch, gamma: gamma)),
        "the loss")
      try t.atMost(
        t.loss(.binaryFocal([z[0]], y: [0], gamma: gamma + step)),
        t.loss(.binaryFocal([z[0]], y: [0], gamma: gamma)), "the binary loss")
    },
    Law(
      "focal-vanishes-on-easy-examples",
      "With a margin m on the right side the loss is at most e^−γm of the cross-entropy, and at most"
        + " 2^−γ of it.",
      clauses: ["BINARY-FOCAL-WITH-LOGITS-1"], source: lin,
      examples: [["m": Rational(3), "γ": Rational(2)]]
    ) { t in
      let margin = try t.draw("m", .number(0...200))
      let gamma = try t.draw("γ", .gamma)
      let entropy = try t.loss(.binary(logits: [margin], y: [1]))
      let ratio = try t.loss(.binaryFocal([margin], y: [1], gamma: gamma)) / entropy
      try t.atMost(ratio, .exp(t.exact(-gamma * margin)), "the share")
      try t.atMost(ratio, .exp(-t.exact(gamma) * .log(t.exact(2))), "the share")
    },
    Law(
      "focal-keeps-hard-examples",
      "For γ ≥ 1 the loss is at least (1 − γp) of the cross-entropy: what is given little is not let"
        + " off.",
      clauses: ["BINARY-FOCAL-WITH-LOGITS-1"],
      source: "J. Mukhoti et al., Calibrating Deep Neural Networks Using Focal Loss, 2020, App. B",
      world: wholeWorld
    ) { t in
      let z = try t.draw("z", .logit)
      let gamma = 1 + (try t.draw("γ − 1", .coarse(0...4)))
      let entropy = try t.loss(.binary(logits: [z], y: [1]))
      let p = try t.value("sigmoid", ["x": .vector([z])])
      let least = (Ball(1) - t.exact(gamma) * p) * entropy
      // J. Bernoulli: (1 − p)^γ ≥ 1 − γp for γ ≥ 1.
      try t.atMost(least, t.loss(.binaryFocal([z], y: [1], gamma: gamma)), "1 − γp of it")
    },
    Law(
      "focal-gamma-adds-up",
      "Losses of γ in equal steps are a geometric sequence: of three the middle one squared is the"
        + " product of the others.",
      clauses: ["BINARY-FOCAL-WITH-LOGITS-1", "FOCAL-WITH-LOGITS-1"], source: lin, world: 300
    ) { t in
      let z = try t.draw("z", Gen<Rational>.number(-30...30).array(2...4))
      let gamma = try t.draw("γ", .coarse(0...4))
      let step = try t.draw("step", .coarse(0...3))
      let batch = Batch(logits: [z], labels: [0], classes: z.count)
      func loss(_ gamma: Rational) throws -> Ball { try t.loss(.focal(batch, gamma: gamma)) }
      func binary(_ gamma: Rational) throws -> Ball {
        try t.loss(.binaryFocal([z[0]], y: [1], gamma: gamma))
      }
      let (middle, other) = (gamma + step, gamma + 2 * step)
      try t.equal(loss(middle).power(2), loss(gamma) * loss(other), "the square")
      try t.equal(binary(middle).power(2), binary(gamma) * binary(other), "the binary square")
    },
  ]

  /// Whether it is convex.
  static let focalShape: [Law] = [
    Law(
      "focal-is-not-convex",
      "At every γ > 0 there are logits with more between them than the mean of theirs: 6 and 2 with 4"
        + " between, for γ = 2 and no.",
      clauses: ["BINARY-FOCAL-WITH-LOGITS-1"],
      source: "S. Boyd, L. Vandenberghe, Convex Optimization, 2004, §3.1.1",
      examples: [["γ": Rational(2)]]
    ) { t in
      let gamma = try t.draw("γ", Gen<Rational>.element(of: [2, 1, Rational(1, 2), 4]))
      func loss(_ z: Rational) throws -> Ball {
        try t.loss(.binaryFocal([z], y: [0], gamma: gamma))
      }
      // For large z the loss is z + e^−z(1 − γz) and less, concave from z = 2 + 1/γ on.
      if gamma == 2 {
        try t.less((loss(2) + loss(6)) / Ball(2), loss(4), "the mean of 2 and 6 against 4")
      }
      let middle = 4 + 2 * gamma.reciprocal
      try t.less(
        (loss(middle - 1) + loss(middle + 1)) / Ball(2), loss(middle), "the mean of the ends")
    },
    Law(
      "focal-moves-the-optimum",
      "Against a target that is yes with a frequency of 3/4, γ = 2 is least nearer to 1/2 than the"
        + " frequency: it is no proper score.",
      clauses: ["BINARY-FOCAL-WITH-LOGITS-1", "BINARY-FOCAL-WITH-LOGITS-5"],
      source: "N. Charoenphakdee et al., On Focal Loss for Class-Posterior Probability Estimation,"
        + " 2021"
    ) { t in
      let yes = try t.draw("yes", Gen<Int>.int(2...6))
      let gamma = try t.draw("γ", Gen<Rational>.element(of: [2, 1, 4]))
      // The logit is irrational: near it, and some tenths of it, the slope is far from 0.
      let y = (0...yes).map { Rational($0 < yes ? 1 : 0) }
      let logit = t.near(.log(t.exact(Rational(yes))), digits: 4)
      func slope(_ z: Rational) throws -> Ball {
        (try t.slopes(.binaryFocal(y.map { _ in z }, y: y, gamma: gamma), by: "logits")).sum
      }
      try t.less(Ball(0), slope(logit), "the slope at the frequency")
      try t.less(slope(0), Ball(0), "the slope at 1/2")
      let entropy = Call.binary(logits: y.map { _ in Rational.zero }, y: y)
      try t.less(t.slopes(entropy, by: "logits").sum, Ball(0), "that of cross-entropy")
    },
  ]
}
