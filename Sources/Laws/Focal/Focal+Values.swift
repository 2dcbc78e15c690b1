import CrossEntropy
import Exact
import Property

private let lin = "T.-Y. Lin et al., Focal Loss for Dense Object Detection, 2017, §3"

extension Law {
  /// What the binary focal loss is.
  static let focalBinary: [Law] = [
    Law(
      "binary-focal-is-cross-entropy-by-doubt",
      "The loss is the cross-entropy of the logit times (1 − p)^γ, where p is the probability of what"
        + " was true, times α for yes and 1 − α for no.",
      clauses: ["BINARY-FOCAL-WITH-LOGITS-1"], source: lin,
      examples: [["z": Rational(0), "y": Rational(1), "γ": 2, "α": Rational(1, 4)]],
      world: wholeWorld
    ) { t in
      let z = try t.draw("z", .logit)
      let y = try t.draw("y", .yesOrNo)
      let gamma = try t.draw("γ", Gen<Int>.int(0...6))
      let alpha = try t.draw("α", .coarseProbability)
      let entropy = try t.loss(.binary(logits: [z], y: [y]))
      let doubt = try t.value("sigmoid", ["x": .vector([y.isZero ? z : -z])])
      let call = Call.binaryFocal([z], y: [y], gamma: Rational(gamma))
      try t.equal(t.loss(call), doubt.power(gamma) * entropy, "the loss")
      let weighted = call.with("alpha", option: .number(alpha))
      try t.equal(
        t.loss(weighted), t.times(y.isZero ? 1 - alpha : alpha, t.loss(call)), "the loss with α")
    },
    Law(
      "binary-focal-without-gamma-is-cross-entropy",
      "At γ = 0 the loss and its slope are those of the cross-entropy; with α they are halved by 1/2.",
      clauses: ["BINARY-FOCAL-WITH-LOGITS-2"], source: lin, isSmooth: true, world: wholeWorld
    ) { t in
      let z = try t.draw("z", .logit)
      let y = try t.draw("y", .yesOrNo)
      let (focal, entropy) = (
        Call.binaryFocal([z], y: [y], gamma: 0), Call.binary(logits: [z], y: [y])
      )
      try t.equal(t.loss(focal), t.loss(entropy), "the loss")
      try t.equal(t.slopes(focal, by: "logits"), t.slopes(entropy, by: "logits"), "the slope")
      try t.equal(
        Ball(2) * t.loss(focal.with("alpha", option: .number(Rational(1, 2)))), t.loss(entropy),
        "twice the loss with α = 1/2")
    },
    Law(
      "binary-focal-flip",
      "Replacing z by −z, y by 1 − y and α by 1 − α leaves the loss and turns the slope round.",
      clauses: ["BINARY-FOCAL-WITH-LOGITS-3"], source: lin, isSmooth: true, world: wholeWorld
    ) { t in
      let z = try t.draw("z", .logit)
      let y = try t.draw("y", .yesOrNo)
      let gamma = try t.draw("γ", .gamma)
      let alpha = try t.draw("α", .coarseProbability)
      let call = Call.binaryFocal([z], y: [y], gamma: gamma, ["alpha": .number(alpha)])
      let other = Call.binaryFocal([-z], y: [1 - y], gamma: gamma, ["alpha": .number(1 - alpha)])
      try t.equal(t.loss(call), t.loss(other), "the loss")
      try t.equal(
        t.slopes(call, by: "logits")[0], -t.slopes(other, by: "logits")[0], "the slope")
    },
    Law(
      "binary-focal-is-two-classes",
      "A logit z is the logits (0, z) of two classes, no and yes, with the weights 1 − α and α.",
      clauses: ["BINARY-FOCAL-WITH-LOGITS-1", "FOCAL-WITH-LOGITS-1"], source: lin, isSmooth: true,
      world: wholeWorld
    ) { t in
      let z = try t.draw("z", .logit)
      let y = try t.draw("y", .yesOrNo)
      let gamma = try t.draw("γ", .gamma)
      let alpha = try t.draw("α", .coarseProbability)
      let batch = Batch(logits: [[0, z]], labels: [y.isZero ? 0 : 1], classes: 2)
      let binary = Call.binaryFocal([z], y: [y], gamma: gamma, ["alpha": .number(alpha)])
      let classes = Call.focal(batch, gamma: gamma, weights: [1 - alpha, alpha])
      try t.equal(t.loss(binary), t.loss(classes), "the loss")
      let slope = try t.slopes(binary, by: "logits")[0]
      try t.equal(t.slopes(classes, by: "logits"), [-slope, slope], "the slope")
    },
    Law(
      "binary-focal-falls-towards-the-target",
      "The loss of yes falls strictly as the logit grows, and that of no grows, at every γ.",
      clauses: ["BINARY-FOCAL-WITH-LOGITS-1", "BINARY-FOCAL-WITH-LOGITS-5"], source: lin,
      world: wholeWorld
    ) { t in
      let y = try t.draw("y", .yesOrNo)
      let z = try t.draw("z", .coarse(-30...30))
      let step = try t.draw("step", .coarse(1...8))
      let gamma = try t.draw("γ", .gamma)
      let near = try t.loss(.binaryFocal([z], y: [y], gamma: gamma))
      let far = try t.loss(.binaryFocal([z + step], y: [y], gamma: gamma))
      if y.isZero { try t.less(near, far, "the loss of no") }
      if !y.isZero { try t.less(far, near, "the loss of yes") }
    },
    Law(
      "binary-focal-at-infinity",
      "An infinite logit costs nothing and has no slope where it is right, and ∞ elsewhere, at every γ.",
      clauses: ["BINARY-FOCAL-WITH-LOGITS-4", "POLICY-6"], source: lin, world: wholeWorld
    ) { t in
      let isNegative = try t.draw("negative", Gen<Bool>.bool)
      let y = try t.draw("y", .yesOrNo)
      let gamma = try t.draw("γ", .gamma)
      let call = Call.binaryFocal([0], y: [y], gamma: gamma)
        .with("logits", .vector([Extended.infinity(isNegative: isNegative)]))
      let isRight = isNegative == y.isZero
      try t.equal(t.loss(call), isRight ? Ball(0) : .infinity, "the loss")
      if isRight { try t.equal(t.slopes(call, by: "logits")[0], Ball(0), "the slope") }
    },
    Law(
      "binary-focal-saturated",
      "However far the logit is on the right side, loss and slope are finite and go to 0: at most"
        + " e^−(1+γ)m and (1 + γ)e^−(1+γ)m.",
      clauses: ["BINARY-FOCAL-WITH-LOGITS-4"],
      source: "J. Mukhoti et al., Calibrating Deep Neural Networks Using Focal Loss, 2020",
      examples: [
        ["m": Rational(800), "γ": Rational(1, 2)], ["m": Rational(40), "γ": Rational(0)],
      ]
    ) { t in
      let margin = try t.draw("m", .number(0...1000))
      let gamma = try t.draw("γ", .gamma)
      let call = Call.binaryFocal([margin], y: [1], gamma: gamma)
      // 1 − p ≤ e^−m and −log p ≤ e^−m, relative to which both are judged.
      let size = Ball.exp(t.exact(-margin * (1 + gamma)))
      try t.atMost(t.loss(call) / size, Ball(1), "the loss over e^−(1+γ)m")
      let slope = try t.slopes(call, by: "logits")[0]
      try t.atMost(-slope / size, t.exact(1 + gamma), "the slope over e^−(1+γ)m")
      try t.atMost(slope, Ball(0), "the slope")
    },
  ]

  /// What the focal loss of several classes is.
  static let focalMulticlass: [Law] = [
    Law(
      "focal-is-cross-entropy-by-doubt",
      "The loss of a row is its cross-entropy times (1 − p)^γ, where p is the softmax at the label,"
        + " times the weight of the label.",
      clauses: ["FOCAL-WITH-LOGITS-1"], source: lin,
      examples: [["z": [Rational(0), 0], "label": 0, "γ": 2, "w": [Rational(1), 1]]],
      world: wholeWorld
    ) { t in
      let z = try t.draw("z", .logits(1...4))
      let label = try t.draw("label", Gen<Int>.int(0...z.count - 1))
      let gamma = try t.draw("γ", Gen<Int>.int(0...6))
      let weights = try t.draw("w", .classWeights(of: z.count))
      let batch = Batch(logits: [z], labels: [label], classes: z.count)
      let entropy = try t.loss(.sparse(batch))
      // 1 − p as the sum of the other classes, so that nothing cancels.
      let p = try t.values("softmax", ["x": .vector(z)])
      let doubt = z.indices.filter { $0 != label }.map { p[$0] }.sum
      let value = doubt.withPrecision(t.precision).power(gamma) * entropy
      let call = Call.focal(batch, gamma: Rational(gamma), weights: weights)
      try t.equal(t.loss(call), t.times(weights[label], value), "the loss")
    },
    Law(
      "focal-without-gamma-is-cross-entropy",
      "At γ = 0 losses, means by count and slopes are those of the sparse cross-entropy.",
      clauses: ["FOCAL-WITH-LOGITS-2"], source: lin
    ) { t in
      let batch = try t.draw("batch", .batch())
      let weights = try t.draw("w", .classWeights(of: batch.classes))
      let focal = Call.focal(batch, gamma: 0, weights: weights)
      let entropy = Call.sparse(batch, weights: weights, ["normalization": "count"])
      try t.equal(t.losses(focal), t.losses(entropy), "the loss")
      try t.equal(t.loss(focal.reduced("mean")), t.loss(entropy.reduced("mean")), "the mean")
      try t.equal(t.slopes(focal, by: "logits"), t.slopes(entropy, by: "logits"), "the slope")
    },
    Law(
      "focal-shift",
      "Adding the same to all logits of a row changes neither loss nor slope.",
      clauses: ["FOCAL-WITH-LOGITS-3"], source: lin, isSmooth: true, world: 300
    ) { t in
      let z = try t.draw("z", .coarseLogits(1...4))
      let label = try t.draw("label", Gen<Int>.int(0...z.count - 1))
      let shift = try t.draw("shift", .coarse(-40...40))
      let gamma = try t.draw("γ", .gamma)
      func call(_ z: [Rational]) -> Call {
        .focal(Batch(logits: [z], labels: [label], classes: z.count), gamma: gamma)
      }
      let (one, two) = (call(z), call(z.map { $0 + shift }))
      try t.equal(t.loss(one), t.loss(two), "the loss")
      // With one class the slope of a power below 1 is 0 by a limit that dual numbers do not take.
      if z.count > 1 {
        try t.equal(t.slopes(one, by: "logits"), t.slopes(two, by: "logits"), "the slope")
      }
    },
    Law(
      "focal-order-of-classes",
      "Classes in another order, with labels and weights, cost the same.",
      clauses: ["FOCAL-WITH-LOGITS-1"], source: lin
    ) { t in
      let z = try t.draw("z", .logits(1...4))
      let label = try t.draw("label", Gen<Int>.int(0...z.count - 1))
      let gamma = try t.draw("γ", .gamma)
      let weights = try t.draw("w", .classWeights(of: z.count))
      let order = try t.draw("order", .order(of: z.count))
      func call(_ z: [Rational], _ label: Int, _ weights: [Rational]) -> Call {
        .focal(
          Batch(logits: [z], labels: [label], classes: z.count), gamma: gamma, weights: weights)
      }
      try t.equal(
        t.loss(call(z, label, weights)),
        t.loss(
          call(
            order.map { z[$0] }, order.firstIndex(of: label)!, order.map { weights[$0] })),
        "the loss")
    },
    Law(
      "focal-mean-divides-by-the-count",
      "The mean divides by the number of rows, whatever the weights are; a whole weight is repetition"
        + " in the sum.",
      clauses: ["FOCAL-WITH-LOGITS-4"], source: lin
    ) { t in
      let batch = try t.draw("batch", .batch())
      let counts = try t.draw("k", Gen<Int>.int(0...3).array(count: batch.classes))
      let gamma = try t.draw("γ", .gamma)
      let call = Call.focal(batch, gamma: gamma, weights: counts.map { Rational($0) })
      try t.equal(t.loss(call.reduced("mean")), t.loss(call) / Ball(batch.count), "the mean")
      let rows = batch.labels.indices.flatMap {
        Array(repeating: $0, count: counts[batch.labels[$0]])
      }
      try t.equal(
        t.loss(call), t.loss(.focal(batch.rows(rows), gamma: gamma)), "the sum of repeated rows")
    },
    Law(
      "focal-with-an-excluded-class",
      "A class of logit −∞ that is not the label changes neither loss nor the slopes of the others, and"
        + " an infinite right logit costs nothing, at every γ.",
      clauses: ["FOCAL-WITH-LOGITS-5", "POLICY-6"], source: lin, world: 150
    ) { t in
      let z = try t.draw("z", .logits(1...3))
      let label = try t.draw("label", Gen<Int>.int(0...z.count - 1))
      let gamma = try t.draw("γ", .gamma)
      let batch = Batch(logits: [z], labels: [label], classes: z.count)
      let call = Call.focal(batch, gamma: gamma)
      let masked = z.map { Extended.finite($0) } + [.infinity(isNegative: true)]
      let wider = call.with("logits", .matrix([masked]))
      try t.equal(t.loss(wider), t.loss(call), "the loss")
      try t.equal(
        t.slopes(wider, by: "logits"), t.slopes(call, by: "logits") + [Ball(0)], "the slope")
      let certain = z.map { Extended.finite($0) } + [.infinity(isNegative: false)]
      let right = call.with("logits", .matrix([certain])).with("labels", .labels([z.count]))
      try t.equal(t.loss(right), Ball(0), "the loss of +∞")
      try t.equal(
        t.slopes(right, by: "logits"), certain.map { _ in Ball(0) }, "the slope of +∞")
    },
  ]
}
