import CrossEntropy
import Exact
import Property

extension Law {
  /// What a logit costs against what happened.
  static let binaryLogits: [Law] = [
    Law(
      "binary-logits-softplus-form",
      "The loss of z against y is (1 − y)z + softplus(−z), which is softplus(z) − yz.",
      clauses: ["BINARY-CROSS-ENTROPY-WITH-LOGITS-1", "SOFTPLUS-1"],
      source: "C. Dugas et al., Incorporating Second-Order Functional Knowledge, 2001",
      examples: [
        ["z": Rational(0), "y": Rational(1)], ["z": Rational(710), "y": Rational(0)],
        ["z": Rational(-1000), "y": Rational(1)],
      ], world: wholeWorld
    ) { t in
      let z = try t.draw("z", .logit)
      let y = try t.draw("y", .probability)
      let loss = try t.loss(.binary(logits: [z], y: [y]))
      let below = try t.value("softplus", ["x": .vector([-z])])
      let above = try t.value("softplus", ["x": .vector([z])])
      try t.equal(loss, t.exact((1 - y) * z) + below, "(1 − y)z + softplus(−z)")
      try t.equal(loss, above - t.exact(y * z), "softplus(z) − yz")
    },
    Law(
      "binary-logits-of-the-sigmoid",
      "The loss of a logit is that of its sigmoid as a probability.",
      clauses: ["BINARY-CROSS-ENTROPY-WITH-LOGITS-1", "BINARY-CROSS-ENTROPY-1", "SIGMOID-1"],
      source: "D. R. Cox, The Regression Analysis of Binary Sequences, 1958", world: wholeWorld
    ) { t in
      let z = try t.draw("z", .number(-30...30))
      let y = try t.draw("y", .probability)
      let loss = try t.loss(.binary(logits: [z], y: [y]))
      // 1 − σ(z) = σ(−z) is asked for, so that nothing cancels.
      let p = try t.values("sigmoid", ["x": .vector([z, -z])])
      try t.equal(loss, -t.times(y, .log(p[0])) - t.times(1 - y, .log(p[1])), "the loss")
    },
    Law(
      "binary-logits-near-their-probability",
      "The loss of a logit is that of any probability near its sigmoid, as near as that is.",
      clauses: ["BINARY-CROSS-ENTROPY-WITH-LOGITS-1", "BINARY-CROSS-ENTROPY-1"],
      source: "D. R. Cox, The Regression Analysis of Binary Sequences, 1958",
      // A sigmoid is irrational: it is handed over to 80 digits.
      promises: [.certified], world: wholeWorld
    ) { t in
      let z = try t.draw("z", .number(-10...10))
      let y = try t.draw("y", .probability)
      let p = t.near(try t.value("sigmoid", ["x": .vector([z])]), digits: 80)
      // On the way from σ(z) to p the slope is at most 1/min(p, 1 − p) < 2^16.
      try t.close(
        t.loss(.binary(logits: [z], y: [y])), t.loss(.binary(p: [p], y: [y])),
        within: t.exact(.powerOfTwo(-64)), "the loss less that of the probability")
    },
    Law(
      "binary-logits-are-positive",
      "No finite logit costs nothing: every loss is above 0.",
      clauses: ["BINARY-CROSS-ENTROPY-WITH-LOGITS-1", "BINARY-CROSS-ENTROPY-WITH-LOGITS-4"],
      source: "T. Hastie, R. Tibshirani, J. Friedman, The Elements of Statistical Learning, 2009,"
        + " §10.6",
      examples: [["z": Rational(40), "y": Rational(1)]], world: wholeWorld
    ) { t in
      let z = try t.draw("z", .logit)
      let y = try t.draw("y", .probability)
      try t.less(Ball(0), t.loss(.binary(logits: [z], y: [y])), "nothing")
    },
    Law(
      "binary-logits-flip",
      "Replacing z by −z and y by 1 − y leaves the loss and turns the slope round.",
      clauses: ["BINARY-CROSS-ENTROPY-WITH-LOGITS-2"],
      source: "D. R. Cox, Analysis of Binary Data, 1970", isSmooth: true, world: wholeWorld
    ) { t in
      let z = try t.draw("z", .logit)
      let y = try t.draw("y", .coarseProbability)
      let (call, flipped) = (
        Call.binary(logits: [z], y: [y]), Call.binary(logits: [-z], y: [1 - y])
      )
      try t.equal(t.loss(call), t.loss(flipped), "the loss")
      try t.equal(
        t.slopes(call, by: "logits")[0], -t.slopes(flipped, by: "logits")[0], "the slope")
    },
    Law(
      "binary-logits-yes-less-no",
      "That yes happened costs z less than that no did.",
      clauses: ["BINARY-CROSS-ENTROPY-WITH-LOGITS-1"],
      source: "J. Berkson, Application of the Logistic Function to Bio-Assay, 1944",
      world: wholeWorld
    ) { t in
      let z = try t.draw("z", .logit)
      let (yes, no) = (
        try t.loss(.binary(logits: [z], y: [1])), try t.loss(.binary(logits: [z], y: [0]))
      )
      try t.equal(no - yes, t.exact(z), "the loss of no less that of yes")
    },
    Law(
      "binary-logits-are-two-classes",
      "A logit z is the categorical logits (z, 0), with labels 0 for yes and 1 for no; the slopes"
        + " are that of z and its negative.",
      clauses: [
        "BINARY-CROSS-ENTROPY-WITH-LOGITS-1", "CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-1",
        "SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-1",
      ],
      source: "J. S. Bridle, Probabilistic Interpretation of Feedforward Classification Network"
        + " Outputs, 1990",
      isSmooth: true, world: wholeWorld
    ) { t in
      let z = try t.draw("z", .logit)
      let y = try t.draw("y", .coarseProbability)
      let call = Call.binary(logits: [z], y: [y])
      let categorical = Call.dense(logits: [[z, 0]], y: [[y, 1 - y]])
      try t.equal(t.loss(call), t.loss(categorical), "the categorical loss")
      let slope = try t.slopes(call, by: "logits")[0]
      try t.equal(t.slopes(categorical, by: "logits"), [slope, -slope], "the slope")
      if y == .one || y.isZero {
        let sparse = Call.sparse(logits: [z, 0], label: y.isZero ? 1 : 0)
        try t.equal(t.loss(call), t.loss(sparse), "the sparse loss")
      }
    },
    Law(
      "binary-logits-at-infinity",
      "An infinite logit costs nothing where it is right, and ∞ elsewhere.",
      clauses: ["BINARY-CROSS-ENTROPY-WITH-LOGITS-3", "POLICY-6"],
      source: "P. Blanchard, D. J. Higham, N. J. Higham, Accurately Computing the Log-Sum-Exp and"
        + " Softmax Functions, 2021",
      world: wholeWorld
    ) { t in
      let isNegative = try t.draw("negative", Gen<Bool>.bool)
      let y = try t.draw("y", .probability)
      let call = Call.binary(logits: [0], y: [y])
        .with("logits", .vector([Extended.infinity(isNegative: isNegative)]))
      let right: Rational = isNegative ? 0 : 1
      let loss = try t.loss(call)
      if y == right { try t.equal(loss, Ball(0), "the loss") }
      if y != right { try t.equal(loss, .infinity, "the loss") }
      let side: Rational = isNegative ? 0 : 1
      try t.equal(t.slopes(call, by: "logits")[0], t.exact(side - y), "the slope")
    },
    Law(
      "binary-logits-keep-nan-to-themselves",
      "A NaN makes NaN of its own loss and of the sum, and of no other loss.",
      clauses: ["INPUT-2"], source: "IEEE 754-2019, §6.2"
    ) { t in
      let z = try t.draw("z", Gen<Rational>.logit.array(1...3))
      let place = try t.draw("place", Gen<Int>.int(0...z.count))
      var logits = z.map { Extended.finite($0) }
      logits.insert(.nan, at: place)
      let y = logits.map { _ in Rational.one }
      let call = Call.binary(logits: y, y: y).with("logits", .vector(logits))
      let losses = try t.losses(call)
      for index in losses.indices where index != place { try t.isFinite(losses[index], "a loss") }
      try t.isNaN(losses[place], "its loss")
      try t.isNaN(t.loss(call), "the sum")
    },
  ]
}
