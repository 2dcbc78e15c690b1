import CrossEntropy
import Exact
import Property

private let samples = Gen { source in
  (
    z: try Gen<Rational>.logit.draw(&source), y: try Gen<Rational>.probability.draw(&source),
    w: try Gen<Rational>.coarseWeight.draw(&source)
  )
}.array(1...4)

extension Law {
  /// What weights do to losses of samples.
  static let binaryWeights: [Law] = [
    Law(
      "binary-weight-scales-a-loss",
      "A weight multiplies the loss of its sample, from a logit and from a probability alike.",
      clauses: ["BINARY-CROSS-ENTROPY-1", "BINARY-CROSS-ENTROPY-WITH-LOGITS-1"],
      source: "C. Elkan, The Foundations of Cost-Sensitive Learning, 2001", world: wholeWorld
    ) { t in
      let z = try t.draw("z", .logit)
      let p = try t.draw("p", .innerProbability)
      let y = try t.draw("y", .probability)
      let weight = try t.draw("w", .coarseWeight)
      try t.equal(
        t.loss(.binary(logits: [z], y: [y], weight: [weight])),
        t.times(weight, t.loss(.binary(logits: [z], y: [y]))), "the loss of the logit")
      try t.equal(
        t.loss(.binary(p: [p], y: [y], weight: [weight])),
        t.times(weight, t.loss(.binary(p: [p], y: [y]))), "the loss of the probability")
    },
    Law(
      "binary-weighted-mean-divides-by-the-count",
      "The mean divides the weighted losses by their number, whatever the weights are.",
      clauses: ["BINARY-CROSS-ENTROPY-4", "BINARY-CROSS-ENTROPY-WITH-LOGITS-5"],
      source: "A. Paszke et al., PyTorch, 2019"
    ) { t in
      let drawn = try t.draw("z, y, w", samples)
      let (y, w) = (drawn.map(\.y), drawn.map(\.w))
      let call = Call.binary(logits: drawn.map(\.z), y: y, weight: w)
      try t.equal(
        t.loss(call.reduced("mean")), t.loss(call) / Ball(drawn.count), "the mean of the logits")
      let half = Call.binary(p: y.map { _ in Rational(1, 2) }, y: y, weight: w)
      try t.equal(
        t.loss(half.reduced("mean")), t.loss(half) / Ball(drawn.count), "the mean of halves")
    },
    Law(
      "binary-whole-weight-is-repetition",
      "A weight k is the same sample k times; one of 0 is none.",
      clauses: ["BINARY-CROSS-ENTROPY-WITH-LOGITS-1", "BINARY-CROSS-ENTROPY-1"],
      source: "C. Elkan, The Foundations of Cost-Sensitive Learning, 2001"
    ) { t in
      let drawn = try t.draw("z, y, w", samples)
      let counts = try t.draw("k", Gen<Int>.int(0...3).array(count: drawn.count))
      let call = Call.binary(logits: drawn.map(\.z), y: drawn.map(\.y))
      let repeated = call.rows(
        counts.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element) })
      let weighted = call.with("weight", .vector(counts.map { Rational($0) }))
      try t.equal(t.loss(weighted), t.loss(repeated), "the sum")
    },
    Law(
      "binary-zero-weight-hides-an-infinity",
      "A sample of weight 0 costs nothing and has no slope, even if its loss is infinite.",
      clauses: ["INPUT-9", "BINARY-CROSS-ENTROPY-1"],
      source: "T. M. Cover, J. A. Thomas, Elements of Information Theory, 2006, §2.1",
      world: wholeWorld
    ) { t in
      let y = try t.draw("y", .probability)
      let p = try t.draw("p", .yesOrNo)
      let call = Call.binary(p: [p], y: [y], weight: [0])
      try t.equal(t.loss(call), Ball(0), "the loss")
      try t.equal(t.slopes(call, by: "p")[0], Ball(0), "the slope")
    },
    Law(
      "binary-positive-weight-acts-on-yes",
      "A pos_weight multiplies the loss of yes, leaves that of no, and mixes for targets between.",
      clauses: ["BINARY-CROSS-ENTROPY-WITH-LOGITS-1"],
      source: "G. King, L. Zeng, Logistic Regression in Rare Events Data, 2001", world: wholeWorld
    ) { t in
      let z = try t.draw("z", .logit)
      let y = try t.draw("y", .probability)
      let positive = try t.draw("π", .coarseWeight)
      func loss(_ y: Rational, _ positive: Rational?) throws -> Ball {
        try t.loss(.binary(logits: [z], y: [y], posWeight: positive.map { [$0] }))
      }
      let (yes, no) = (try loss(1, nil), try loss(0, nil))
      try t.equal(loss(1, positive), t.times(positive, yes), "the loss of yes")
      try t.equal(loss(0, positive), no, "the loss of no")
      try t.equal(
        loss(y, positive), t.times(y * positive, yes) + t.times(1 - y, no), "the loss of y")
    },
    Law(
      "binary-positive-weight-is-repetition-of-yes",
      "For yes-or-no targets a pos_weight k is every yes k times.",
      clauses: ["BINARY-CROSS-ENTROPY-WITH-LOGITS-1"],
      source: "G. King, L. Zeng, Logistic Regression in Rare Events Data, 2001"
    ) { t in
      let z = try t.draw("z", Gen<Rational>.logit.array(1...4))
      let y = try t.draw("y", Gen<Rational>.yesOrNo.array(count: z.count))
      let k = try t.draw("k", Gen<Int>.int(0...3))
      let call = Call.binary(logits: z, y: y)
      let repeated = call.rows(
        z.indices.flatMap { Array(repeating: $0, count: y[$0].isZero ? 1 : k) })
      let weighted = call.with("pos_weight", .vector(y.map { _ in Rational(k) }))
      try t.equal(t.loss(weighted), t.loss(repeated), "the sum")
    },
    Law(
      "binary-any-shape",
      "The shape of a batch is that of its losses and slopes, and changes none of them.",
      clauses: ["BINARY-CROSS-ENTROPY-WITH-LOGITS-1", "REDUCTION-1"],
      source: "C. R. Harris et al., Array Programming with NumPy, 2020"
    ) { t in
      let z = try t.draw("z", Gen<Rational>.logit.array(count: 4))
      let y = try t.draw("y", Gen<Rational>.probability.array(count: 4))
      let shape = try t.draw("shape", .element(of: [[2, 2], [4, 1], [1, 4], [2, 1, 2]]))
      func shaped(_ values: [Rational]) -> Call.Argument {
        .real(Tensor(shape: shape, values.map { .finite($0) }))
      }
      let flat = Call.binary(logits: z, y: y).reduced("none")
      var box = flat.with("logits", shaped(z)).with("y", shaped(y))
      box.gradient = ["logits"]
      let answer = try t.answer(box)
      try t.holds(answer.value.shape == shape, "the losses have the shape \(answer.value.shape)")
      try t.equal(answer.value.elements, t.losses(flat), "the loss")
      let slopes = answer.gradient["logits"]!
      try t.holds(slopes.shape == shape, "the slopes have the shape \(slopes.shape)")
      try t.equal(slopes.elements, t.slopes(flat, by: "logits"), "the slope")
    },
  ]

  /// What must not be answered.
  static let binaryRefusals: [Law] = [
    Law(
      "binary-refuses-what-is-no-probability",
      "A probability or target outside [0, 1] is refused, also where a zero weight or a clip would"
        + " hide it.",
      clauses: ["INPUT-1", "INPUT-8", "INPUT-12", "POLICY-4"],
      source: "A. N. Kolmogorov, Foundations of the Theory of Probability, 1933"
    ) { t in
      let wrong = try t.draw("wrong", .element(of: [2, -1, Rational(9, 8), Rational(-1, 8)]))
      let call: Call =
        switch try t.draw("place", Gen<Int>.int(0...4)) {
        case 0: .binary(p: [wrong], y: [1])
        case 1: .binary(p: [1], y: [wrong])
        case 2: .binary(logits: [0], y: [wrong])
        case 3: .binary(p: [wrong], y: [1], weight: [0])
        default: .binary(p: [wrong], y: [1], ["clip": .number(Rational(1, 8))])
        }
      try t.refused(call)
    },
    Law(
      "binary-refuses-weights-that-are-none",
      "A negative or infinite weight is refused, and so is a shape that would need broadcasting.",
      clauses: ["INPUT-4", "INPUT-5"], source: "IEEE 754-2019, §7.2"
    ) { t in
      let bad: [Extended] = [.finite(-1), .infinity(isNegative: false), .finite(Rational(-1, 8))]
      let wrong = try t.draw("wrong", .element(of: bad))
      let name = try t.draw("name", .element(of: ["weight", "pos_weight"]))
      let call = Call.binary(logits: [0, 1], y: [0, 1])
      let values = try t.draw("places", .element(of: [2, 1, 3]))
      let isShape = values != 2
      try t.refused(
        call.with(
          name,
          .vector(
            (0..<values).map { $0 == 0 && !isShape ? wrong : Extended.finite(1) })))
    },
    Law(
      "binary-refuses-a-clip-that-is-none",
      "A clip of 0, of 1/2 or outside them is refused, and an option that does not exist.",
      clauses: ["INPUT-6"], source: "F. Chollet et al., Keras, 2015"
    ) { t in
      let clip = try t.draw("clip", .element(of: [0, Rational(1, 2), 1, Rational(-1, 8)]))
      let call = Call.binary(p: [Rational(1, 2)], y: [1])
      try t.refused(call.with("clip", option: .number(clip)))
      try t.refused(call.with("label_smoothing", option: .number(0)))
      try t.refused(call.reduced("batchmean"))
    },
  ]
}
