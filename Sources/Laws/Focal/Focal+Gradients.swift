import CrossEntropy
import Exact
import Property

private let lin = "T.-Y. Lin et al., Focal Loss for Dense Object Detection, 2017, App. B"

extension Law {
  /// Derivatives, as closed forms and by differences.
  static let focalGradients: [Law] = [
    Law(
      "binary-focal-slope",
      "By the logit the loss has the slope ±α(1 − p)^γ(γp log p − (1 − p)), with + for yes.",
      clauses: ["BINARY-FOCAL-WITH-LOGITS-5"], source: lin, isSmooth: true, world: wholeWorld
    ) { t in
      let z = try t.draw("z", .logit)
      let y = try t.draw("y", .yesOrNo)
      let gamma = try t.draw("γ", Gen<Int>.int(0...5))
      let alpha = try t.draw("α", .coarseProbability)
      let own = y.isZero ? -z : z
      let p = try t.values("sigmoid", ["x": .vector([own, -own])])
      let log = try t.value("log_sigmoid", ["x": .vector([own])])
      let slope = p[1].power(gamma) * (Ball(gamma) * p[0] * log - p[1])
      let call = Call.binaryFocal(
        [z], y: [y], gamma: Rational(gamma), ["alpha": .number(alpha)])
      try t.equal(
        t.slopes(call, by: "logits")[0],
        t.times(y.isZero ? alpha - 1 : alpha, slope), "the slope")
    },
    Law(
      "focal-slope",
      "By its logits a row has the slope of the cross-entropy, p less one-hot, times w(1 − p)^γ less"
        + " what the power moves: (1 − p)^(γ−1)((1 − p) − γp log p).",
      clauses: ["FOCAL-WITH-LOGITS-1", "FOCAL-WITH-LOGITS-6"], source: lin, isSmooth: true,
      world: 300
    ) { t in
      let z = try t.draw("z", .row(2...4) { .logits(of: $0) })
      let label = try t.draw("label", Gen<Int>.int(0...z.count - 1))
      let gamma = try t.draw("γ", Gen<Int>.int(1...5))
      let weights = try t.draw("w", .classWeights(of: z.count))
      let batch = Batch(logits: [z], labels: [label], classes: z.count)
      let p = try t.values("softmax", ["x": .vector(z)])
      let log = try t.values("log_softmax", ["x": .vector(z)])[label]
      let doubt = p.indices.filter { $0 != label }.map { p[$0] }.sum
      let factor = doubt.power(gamma - 1) * (doubt - Ball(gamma) * p[label] * log)
      let call = Call.focal(batch, gamma: Rational(gamma), weights: weights)
      try t.equal(
        t.slopes(call, by: "logits"),
        p.indices.map { c in
          t.times(weights[label], factor * (c == label ? -doubt : p[c]))
        }, "the slope")
    },
    Law(
      "focal-slopes-sum-to-zero",
      "The slopes of a row sum to 0 over its classes, and the label's own is not positive, at every γ.",
      clauses: ["FOCAL-WITH-LOGITS-6", "FOCAL-WITH-LOGITS-5"], source: lin, world: 300
    ) { t in
      let z = try t.draw("z", .logits(1...4))
      let label = try t.draw("label", Gen<Int>.int(0...z.count - 1))
      let gamma = try t.draw("γ", .gamma)
      let batch = Batch(logits: [z], labels: [label], classes: z.count)
      let slopes = try t.slopes(.focal(batch, gamma: gamma), by: "logits")
      try t.equal(slopes.sum, Ball(0), "the sum of the slopes")
      try t.atMost(slopes[label], Ball(0), "the slope of the label")
    },
    Law(
      "binary-focal-slope-by-differences",
      "The slope is the central difference of the loss, but for what its third derivative allows.",
      clauses: ["BINARY-FOCAL-WITH-LOGITS-5", "GRADIENT-1"],
      source: "W. H. Press et al., Numerical Recipes, 2007, §5.7",
      // A step of 2^−40 fits no format.
      promises: [.certified], world: wholeWorld
    ) { t in
      let z = try t.draw("z", .number(-50...50))
      let y = try t.draw("y", .yesOrNo)
      let gamma = try t.draw("γ", .gamma)
      let step = Rational.powerOfTwo(-40)
      func call(_ z: Rational) -> Call { .binaryFocal([z], y: [y], gamma: gamma) }
      let rise = try t.loss(call(z + step)) - t.loss(call(z - step))
      // The loss is q^γ·ℓ with q = 1 − p, q' = −q(1 − q), ℓ' = −q, and ℓ ≤ |z| + 1. The derivatives
      // of q^γ are at most γ, γ(γ + 1) and γ(γ² + 3γ + 1), those of ℓ at most 1, 1/4 and 1/10: by
      // the product rule the third of the loss is at most (1 + γ)³(|z| + 4); h²/6 of it.
      let size = gamma + 1
      let bound = step * step * size * size * size * (z.magnitude + 5) / 6
      try t.close(
        rise / t.exact(2 * step), t.slopes(call(z), by: "logits")[0], within: t.exact(bound),
        "the difference less the slope")
    },
    Law(
      "focal-slope-by-gamma",
      "By γ the loss has the slope of itself times log(1 − p); by α it is linear.",
      clauses: ["BINARY-FOCAL-WITH-LOGITS-1", "FOCAL-WITH-LOGITS-1", "GRADIENT-1"],
      source: "A. Griewank, A. Walther, Evaluating Derivatives, 2008", isSmooth: true,
      world: wholeWorld
    ) { t in
      let z = try t.draw("z", .number(-100...100))
      let gamma = try t.draw("γ", .positive(upTo: 5))
      let batch = Batch(logits: [[0, z]], labels: [1], classes: 2)
      let half = Rational(1, 2)
      let binary = Call.binaryFocal([z], y: [1], gamma: gamma, ["alpha": .number(half)])
      let log = try t.value("log_sigmoid", ["x": .vector([-z])])
      for call in [binary, .focal(batch, gamma: gamma)] {
        try t.equal(t.slopes(call, by: "gamma")[0], t.loss(call) * log, "the slope by γ")
      }
      let one = binary.with("alpha", option: .number(1))
      try t.equal(t.slopes(binary, by: "alpha")[0], t.loss(one), "the slope by α of yes")
      let no = binary.with("y", .vector([0]))
      try t.equal(
        t.slopes(no, by: "alpha")[0], -t.loss(no.with("alpha", option: .number(0))),
        "the slope by α of no")
    },
    Law(
      "focal-slope-by-class-weights",
      "By the class weights the loss is linear: Σ w_c·∂/∂w_c is the loss itself.",
      clauses: ["FOCAL-WITH-LOGITS-1", "GRADIENT-1"],
      source: "L. Euler, Institutiones calculi differentialis, 1755 (homogeneous functions)",
      isSmooth: true
    ) { t in
      let batch = try t.draw("batch", .batch())
      let gamma = try t.draw("γ", .gamma)
      let weights = try t.draw(
        "w", Gen<Rational>.element(of: [1, 2, 3, Rational(1, 2)]).array(count: batch.classes))
      for reduction in ["sum", "mean"] {
        let call = Call.focal(batch, gamma: gamma, weights: weights).reduced(reduction)
        try t.equal(t.dot(weights, t.slopes(call, by: "class_weight")), t.loss(call), reduction)
      }
    },
  ]

  /// What must not be answered.
  static let focalRefusals: [Law] = [
    Law(
      "focal-refuses-options-that-are-none",
      "A negative γ and an α outside [0, 1] are refused, and a target other than 0 and 1.",
      clauses: ["INPUT-6", "INPUT-12", "POLICY-4"], source: lin
    ) { t in
      let wrong = try t.draw("wrong", .element(of: [-1, Rational(-1, 8)]))
      let call = Call.binaryFocal([0], y: [1], gamma: 2)
      try t.refused(call.with("gamma", option: .number(wrong)))
      try t.refused(call.with("alpha", option: .number(wrong)))
      try t.refused(call.with("alpha", option: .number(1 - wrong)))
      try t.refused(call.with("y", .vector([Rational(1, 2)])))
      let batch = Batch(logits: [[0]], labels: [0], classes: 1)
      try t.refused(.focal(batch, gamma: wrong))
      try t.refused(.focal(batch, gamma: 2, weights: [wrong]))
    }
  ]
}
