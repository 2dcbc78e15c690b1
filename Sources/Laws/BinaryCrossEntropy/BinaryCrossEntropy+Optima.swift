import CrossEntropy
import Exact
import Property

extension Law {
  /// Which predictions cost least.
  static let binaryOptima: [Law] = [
    Law(
      "binary-is-least-at-the-target",
      "Against a soft target y no probability costs less than y itself, which costs its entropy;"
        + " any other costs the divergence more.",
      clauses: ["BINARY-CROSS-ENTROPY-1"],
      source: "J. L. Savage, Elicitation of Personal Probabilities and Expectations, 1971",
      world: wholeWorld
    ) { t in
      let y = try t.draw("y", .coarseProbability)
      let p = try t.draw("p", .coarseProbability)
      let target: Call.Argument = .vector([y, 1 - y])
      let entropy = try t.value("entropy", ["p": target])
      try t.equal(t.loss(.binary(p: [y], y: [y])), entropy, "the loss of y itself")
      let loss = try t.loss(.binary(p: [p], y: [y]))
      let excess = try t.value("kl_divergence", ["p": target, "q": .vector([p, 1 - p])])
      try t.equal(loss, entropy + excess, "H(y) + KL(y‖p)")
      if p != y { try t.less(entropy, loss, "the entropy against the loss of p") }
    },
    Law(
      "binary-constant-is-the-base-rate",
      "Of all constant predictions the frequency of yes costs least, also where yes is rare, and"
        + " the slope there is 0.",
      clauses: ["BINARY-CROSS-ENTROPY-1", "BINARY-CROSS-ENTROPY-6"],
      source: "C. M. Bishop, Pattern Recognition and Machine Learning, 2006, §2.1",
      // The frequency is a third, a seventh …
      promises: [.certified], cover: ["imbalance": 0.1]
    ) { t in
      let yes = try t.draw("yes", Gen<Int>.int(1...20))
      let no = try t.draw("no", Gen<Int>.int(1...6))
      let p = try t.draw("p", .innerProbability)
      if yes >= 3 * no { t.label("imbalance") }
      let y = (0..<yes + no).map { $0 < yes ? Rational.one : .zero }
      let rate = Rational(yes, yes + no)
      let best = Call.binary(p: y.map { _ in rate }, y: y)
      try t.equal(t.slopes(best, by: "p").sum, Ball(0), "the slope at the base rate")
      let (least, other) = (try t.loss(best), try t.loss(.binary(p: y.map { _ in p }, y: y)))
      if p == rate { try t.equal(least, other) } else { try t.less(least, other, "the base rate") }
    },
    Law(
      "binary-weighted-constant-is-the-weighted-rate",
      "Of all constant predictions the share of weight that yes has costs least.",
      clauses: ["BINARY-CROSS-ENTROPY-1", "BINARY-CROSS-ENTROPY-6"],
      source: "G. King, L. Zeng, Logistic Regression in Rare Events Data, 2001",
      promises: [.certified]
    ) { t in
      let yes = try t.draw("weight of yes", Gen<Rational>.positive(upTo: 9))
      let no = try t.draw("weight of no", Gen<Rational>.positive(upTo: 9))
      let p = try t.draw("p", .innerProbability)
      let rate = yes / (yes + no)
      func call(_ p: Rational) -> Call { .binary(p: [p, p], y: [1, 0], weight: [yes, no]) }
      try t.equal(
        t.slopes(call(rate), by: "p").sum, Ball(0), "the slope at the weighted rate")
      if p != rate { try t.less(t.loss(call(rate)), t.loss(call(p)), "the weighted rate") }
    },
    Law(
      "binary-logits-cost-at-least-the-entropy",
      "A logit costs the entropy of its target and the divergence of the sigmoid from it.",
      clauses: ["BINARY-CROSS-ENTROPY-WITH-LOGITS-1"],
      source: "T. Gneiting, A. E. Raftery, Strictly Proper Scoring Rules, 2007", world: wholeWorld
    ) { t in
      let z = try t.draw("z", .coarse(-20...20))
      let y = try t.draw("y", .coarseProbability)
      let loss = try t.loss(.binary(logits: [z], y: [y]))
      let entropy = try t.value("entropy", ["p": .vector([y, 1 - y])])
      // σ(z) is 1/2 for z = 0 and irrational elsewhere.
      if z.isZero && y == Rational(1, 2) {
        try t.equal(loss, entropy, "the loss")
      } else {
        try t.less(entropy, loss, "the entropy against the loss")
      }
    },
    Law(
      "binary-logits-reach-the-entropy",
      "The logit log(y/(1 − y)) costs the entropy of y, which is what no logit undercuts.",
      clauses: ["BINARY-CROSS-ENTROPY-WITH-LOGITS-1"],
      source: "C. M. Bishop, Pattern Recognition and Machine Learning, 2006, §4.2",
      // The logit is irrational: it is asked for to 40 digits.
      promises: [.certified], world: wholeWorld
    ) { t in
      let y = try t.draw("y", .coarseInnerProbability)
      let z = t.near(.log(t.exact(y) / t.exact(1 - y)), digits: 40)
      let entropy = try t.value("entropy", ["p": .vector([y, 1 - y])])
      let loss = try t.loss(.binary(logits: [z], y: [y]))
      // The slope is 0 at the logit and changes by at most 1/4 a unit: δ²/8 with δ = 2^−40.
      try t.close(loss, entropy, within: t.exact(.powerOfTwo(-83)), "the loss less the entropy")
      try t.close(
        t.slopes(.binary(logits: [z], y: [y]), by: "logits")[0], Ball(0),
        within: t.exact(.powerOfTwo(-42)), "the slope")
    },
    Law(
      "binary-logits-slope-points-to-the-target",
      "The slope has the sign of σ(z) − y: descent moves the probability towards the target.",
      clauses: ["BINARY-CROSS-ENTROPY-WITH-LOGITS-6"],
      source: "C. M. Bishop, Pattern Recognition and Machine Learning, 2006, §4.3.2",
      isSmooth: true,
      world: wholeWorld
    ) { t in
      let z = try t.draw("z", .coarse(-20...20))
      let y = try t.draw("y", .coarseProbability)
      let slope = try t.slopes(.binary(logits: [z], y: [y]), by: "logits")[0]
      // σ(z) < y without σ: z < log(y/(1 − y)).
      let odds = Ball.compare(.exp(t.exact(z)) * t.exact(1 - y), t.exact(y))
      switch odds {
      case -1: try t.less(slope, Ball(0), "the slope")
      case 1: try t.less(Ball(0), slope, "the slope")
      default: if z.isZero { try t.equal(slope, Ball(0), "the slope") }
      }
    },
    Law(
      "binary-positive-weight-moves-the-optimum",
      "With a pos_weight π the logit 0 is the best for y = 1/(1 + π): the odds are multiplied by π.",
      clauses: ["BINARY-CROSS-ENTROPY-WITH-LOGITS-1", "BINARY-CROSS-ENTROPY-WITH-LOGITS-6"],
      source: "C. Elkan, The Foundations of Cost-Sensitive Learning, 2001",
      promises: [.certified]
    ) { t in
      let weight = try t.draw("π", .positive(upTo: 9))
      let z = try t.draw("z", .number(-30...30))
      let y = (1 + weight).reciprocal
      func call(_ z: Rational) -> Call { .binary(logits: [z], y: [y], posWeight: [weight]) }
      try t.equal(t.slopes(call(0), by: "logits")[0], Ball(0), "the slope at 0")
      if !z.isZero { try t.less(t.loss(call(0)), t.loss(call(z)), "the loss at 0") }
    },
    Law(
      "binary-separable-data-have-no-minimum",
      "Where a line separates the classes, longer weights along it always cost less, down to 0.",
      clauses: ["BINARY-CROSS-ENTROPY-WITH-LOGITS-1"],
      source: "A. Albert, J. A. Anderson, On the Existence of Maximum Likelihood Estimates in"
        + " Logistic Regression Models, 1984"
    ) { t in
      let w = try t.draw("w", Gen<Int>.int(-3...3).array(count: 2))
      let x = try t.draw("x", Gen<Int>.int(-3...3).array(count: 2).array(1...4))
      let length = try t.draw("length", Gen<Int>.int(1...4))
      let scores = x.map { $0[0] * w[0] + $0[1] * w[1] }
      try t.assume(!scores.contains(0))
      let y = scores.map { $0 > 0 ? Rational.one : .zero }
      func loss(_ length: Int) throws -> Ball {
        try t.loss(.binary(logits: scores.map { Rational(length * $0) }, y: y))
      }
      try t.less(loss(length + 1), loss(length), "the loss of longer weights")
      // log(1 + e^−m) ≤ e^−m
      let bound = scores.map { Ball.exp(t.exact(Rational(-length * abs($0)))) }.sum
      try t.atMost(loss(length), bound, "the loss")
      try t.less(Ball(0), loss(length), "nothing")
    },
    Law(
      "binary-penalty-gives-a-minimum",
      "With an L2 penalty the slope is negative at weight 0 and positive far out, so that separable"
        + " data have a best weight.",
      clauses: ["BINARY-CROSS-ENTROPY-WITH-LOGITS-6", "L2-PENALTY-1"],
      source: "T. Hastie, R. Tibshirani, J. Friedman, The Elements of Statistical Learning, 2009,"
        + " §4.4.4"
    ) { t in
      let x = try t.draw("x", Gen<Int>.int(1...4).array(1...3))
      let signs = try t.draw("y", Gen<Rational>.yesOrNo.array(count: x.count))
      let strength = try t.draw("λ", Gen<Rational>.element(of: [1, 2, Rational(1, 2)]))
      let scores = zip(x, signs).map { Rational($1.isZero ? -$0 : $0) }
      // Σ|x|/(2λ) and some more: there the penalty pulls harder than all samples can.
      let far = Rational(x.reduce(0, +)) / (2 * strength) + 1
      func slope(_ w: Rational) throws -> Ball {
        let call = Call.binary(logits: scores.map { w * $0 }, y: signs)
        let penalty = try t.gradient(
          "l2_penalty", by: "w", ["w": .vector([w])], ["strength": .number(strength)])
        return t.dot(scores, try t.slopes(call, by: "logits")) + penalty[0]
      }
      try t.less(slope(0), Ball(0), "the slope at 0")
      try t.less(Ball(0), slope(far), "the slope far out")
    },
  ]
}
