import CrossEntropy
import Exact
import Property

private let clips = Gen<Rational>.element(
  of: [Rational(1, 4), Rational(1, 8), .powerOfTwo(-7), .powerOfTwo(-20)])

extension Law {
  /// Probabilities that are kept away from 0 and 1.
  static let binaryClips: [Law] = [
    Law(
      "binary-clip-moves-the-probability",
      "A clip c is the loss of the nearest probability in [c, 1 − c].",
      clauses: ["BINARY-CROSS-ENTROPY-5"], source: "F. Chollet et al., Keras, 2015",
      world: wholeWorld
    ) { t in
      let p = try t.draw("p", .coarseProbability)
      let y = try t.draw("y", .coarseProbability)
      let c = try t.draw("c", clips)
      let nearest = min(max(p, c), 1 - c)
      try t.equal(
        t.loss(.binary(p: [p], y: [y], ["clip": .number(c)])),
        t.loss(.binary(p: [nearest], y: [y])), "the clipped loss")
    },
    Law(
      "binary-clip-bounds-the-loss",
      "Under a clip c every loss lies between −log(1 − c) and −log c, and a contradiction costs the"
        + " most.",
      clauses: ["BINARY-CROSS-ENTROPY-5"],
      source: "C. Guo et al., On Calibration of Modern Neural Networks, 2017", world: wholeWorld
    ) { t in
      let p = try t.draw("p", .probability)
      let y = try t.draw("y", .probability)
      let c = try t.draw("c", clips)
      let loss = try t.loss(.binary(p: [p], y: [y], ["clip": .number(c)]))
      let (least, most) = (-Ball.log(t.exact(1 - c)), -Ball.log(t.exact(c)))
      try t.atMost(least, loss, "−log(1 − c)")
      try t.atMost(loss, most, "the loss")
      try t.equal(
        t.loss(.binary(p: [1 - y.floorOrCeiling], y: [y.floorOrCeiling], ["clip": .number(c)])),
        most, "the loss of a contradiction")
    },
    Law(
      "binary-clip-has-no-slope",
      "Where p is clipped the slope is 0; inside it is as without a clip.",
      clauses: ["BINARY-CROSS-ENTROPY-7"], source: "M. Abadi et al., TensorFlow, 2016",
      cover: ["clipped": 0.05], world: wholeWorld
    ) { t in
      let p = try t.draw("p", .coarseProbability)
      let y = try t.draw("y", .coarseProbability)
      let c = try t.draw("c", clips)
      // At the ends of [c, 1 − c] the slope may be either.
      try t.assume(p != c && p != 1 - c)
      let slope = try t.slopes(.binary(p: [p], y: [y], ["clip": .number(c)]), by: "p")[0]
      if p < c || p > 1 - c {
        t.label("clipped")
        try t.equal(slope, Ball(0), "the slope")
      } else {
        try t.equal(slope, t.slopes(.binary(p: [p], y: [y]), by: "p")[0], "the slope")
      }
    },
    Law(
      "binary-slope-by-clip",
      "By the clip the loss has the slope of the end that p is clipped to, and 0 where it is not"
        + " clipped.",
      clauses: ["BINARY-CROSS-ENTROPY-5", "GRADIENT-1"],
      source: "A. Griewank, A. Walther, Evaluating Derivatives, 2008", world: wholeWorld
    ) { t in
      let p = try t.draw("p", .coarseProbability)
      let y = try t.draw("y", .coarseProbability)
      let c = try t.draw("c", clips)
      try t.assume(p != c && p != 1 - c)
      let slope = try t.slopes(.binary(p: [p], y: [y], ["clip": .number(c)]), by: "clip")[0]
      if p < c {
        try t.equal(slope, t.slopes(.binary(p: [c], y: [y]), by: "p")[0], "the slope")
      } else if p > 1 - c {
        try t.equal(slope, -t.slopes(.binary(p: [1 - c], y: [y]), by: "p")[0], "the slope")
      } else {
        try t.equal(slope, Ball(0), "the slope")
      }
    },
  ]
}

extension Rational {
  /// 0 for what is below 1/2, else 1.
  fileprivate var floorOrCeiling: Rational { self < Rational(1, 2) ? .zero : .one }
}
