import CrossEntropy
import Exact
import Property

/// Samples in their order with their targets, the weights to start from, and a learning rate.
private struct Training {
  var x: [[Rational]]
  var y: [Rational]
  var w: [Rational]
  var rate: Rational
}

extension Trial {
  fileprivate func drawTraining(_ count: ClosedRange<Int>) throws -> Training {
    let w = try draw("w", .numbers(1...3, in: -2...2))
    let x = try draw("x", Gen<[Rational]>.numbers(of: w.count, in: -2...2).array(count))
    let y = try draw(
      "y", Gen<Rational>.element(of: [1, 0, Rational(1, 2), Rational(1, 4)]).array(count: x.count))
    let rate = try draw("rate", .element(of: [1, Rational(1, 2), Rational(1, 8), 2]))
    return Training(x: x, y: y, w: w, rate: rate)
  }

  fileprivate func epoch(_ x: Training) throws -> [Ball] {
    try values(
      "logistic_regression_epoch",
      ["x": .rows(x.x, classes: x.w.count), "y": .vector(x.y), "w": .vector(x.w)],
      ["learning_rate": .number(x.rate)])
  }

  /// Σ aᵢ·bᵢ
  fileprivate func inner(_ a: [Ball], _ b: [Rational]) -> Ball {
    zip(a, b).map { $0 * exact($1) }.sum
  }
}

private func inner(_ a: [Rational], _ b: [Rational]) -> Rational { zip(a, b).map { $0 * $1 }.total }

private let robbins = "H. Robbins, S. Monro, A stochastic approximation method, 1951"

extension Law {
  static let epochSteps: [Law] = [
    Law(
      "epoch-of-one-sample",
      """
      One sample moves the weights against the gradient of its binary cross-entropy, by the \
      learning rate.
      """,
      clauses: ["LOGISTIC-REGRESSION-EPOCH-1", "BINARY-CROSS-ENTROPY-WITH-LOGITS-1"],
      source: robbins, world: someOfTheWorld
    ) { t in
      let x = try t.drawTraining(1...1)
      let slope = try t.gradient(
        "binary_cross_entropy_with_logits", by: "logits",
        ["logits": .vector([inner(x.w, x.x[0])]), "y": .vector(x.y)])[0]
      let moved = zip(x.w, x.x[0]).map { t.exact($0) - t.exact(x.rate * $1) * slope }
      try t.equal(t.epoch(x), moved)
    },
    Law(
      "epoch-step-by-step",
      """
      Each sample in turn takes rate·(1/(1 + e^(−w·x)) − y)·x off the weights that the one before \
      left.
      """,
      clauses: ["LOGISTIC-REGRESSION-EPOCH-1", "LOGISTIC-REGRESSION-EPOCH-2"], source: robbins
    ) { t in
      let x = try t.drawTraining(0...4)
      var w = t.exact(x.w)
      for (sample, y) in zip(x.x, x.y) {
        let p = t.exact(1) / (t.exact(1) + Ball.exp(-t.inner(w, sample)))
        let step = t.exact(x.rate) * (p - t.exact(y))
        w = zip(w, sample).map { $0 - step * t.exact($1) }
      }
      try t.equal(t.epoch(x), w)
    },
    Law(
      "epochs-compose",
      "From weights 0, an epoch over two samples is one over the second from where the first led.",
      clauses: ["LOGISTIC-REGRESSION-EPOCH-2"], source: robbins
    ) { t in
      // σ(0) is ½, so the weights after the first sample are rational.
      var both = try t.drawTraining(2...2)
      both.w = both.w.map { _ in .zero }
      var second = both
      let step = both.rate * (Rational(1, 2) - both.y[0])
      (second.x, second.y, second.w) = ([both.x[1]], [both.y[1]], both.x[0].times(-step))
      try t.equal(t.epoch(both), t.epoch(second))
    },
    Law(
      "epoch-without-motion",
      "A learning rate of 0, no sample, or samples that are 0 leave the weights as they are.",
      clauses: ["LOGISTIC-REGRESSION-EPOCH-3"], source: robbins
    ) { t in
      var x = try t.drawTraining(0...3)
      switch try t.draw("still", .element(of: ["rate", "samples", "numbers"])) {
      case "rate": x.rate = .zero
      case "samples": (x.x, x.y) = ([], [])
      default: x.x = x.x.map { $0.times(0) }
      }
      try t.equal(t.epoch(x), t.exact(x.w))
    },
    Law(
      "epoch-depends-on-the-order",
      """
      One sample met as 1 and then as 0 leaves weights opposite to those of the other order, and \
      not 0.
      """,
      clauses: ["LOGISTIC-REGRESSION-EPOCH-1", "LOGISTIC-REGRESSION-EPOCH-2"], source: robbins,
      examples: [["x": [Rational(1)], "rate": Rational(1)]]
    ) { t in
      let x = try t.draw("x", .numbers(1...3, in: -2...2))
      try t.assume(x.contains { !$0.isZero })
      let rate = try t.draw("rate", .element(of: [1, Rational(1, 2), 2]))
      let start = x.map { _ in Rational.zero }
      let falling = try t.epoch(Training(x: [x, x], y: [1, 0], w: start, rate: rate))
      let rising = try t.epoch(Training(x: [x, x], y: [0, 1], w: start, rate: rate))
      try t.equal(falling, rising.map { -$0 }, "one order against the other")
      // What comes last pulls harder: after 1 and 0 the score of x is below 0.
      try t.less(t.inner(falling, x), t.exact(.zero), "the score after 1 and 0")
    },
  ]

  static let epochProgress: [Law] = [
    Law(
      "epoch-lowers-the-loss",
      """
      With a rate up to 4/‖x‖² a step lowers the loss of its sample by at least rate/2 times the \
      squared gradient.
      """,
      clauses: ["LOGISTIC-REGRESSION-EPOCH-1"],
      source: "Y. Nesterov, Introductory Lectures on Convex Optimization, 2004, §1.2.3",
      // The loss has second derivatives up to ‖x‖²/4 along x, so that the descent lemma applies.
      world: someOfTheWorld
    ) { t in
      var x = try t.drawTraining(1...1)
      let square = inner(x.x[0], x.x[0])
      try t.assume(!square.isZero)
      while x.rate * square > 4 { x.rate = x.rate / 2 }
      func loss(_ score: Ball) -> Ball {
        Ball.log(onePlus: Ball.exp(score)) - t.exact(x.y[0]) * score
      }
      let score = t.exact(inner(x.w, x.x[0]))
      let error = t.exact(1) / (t.exact(1) + Ball.exp(-score)) - t.exact(x.y[0])
      let gain = t.exact(x.rate * square / 2) * error * error
      try t.atMost(loss(t.inner(t.epoch(x), x.x[0])), loss(score) - gain, "the loss after the step")
    },
    Law(
      "epoch-on-separable-data",
      "If a direction separates the samples by their sign, every epoch moves the weights along it.",
      clauses: ["LOGISTIC-REGRESSION-EPOCH-1", "LOGISTIC-REGRESSION-EPOCH-2"],
      source: "A. Novikoff, On convergence proofs on perceptrons, 1962"
    ) { t in
      var x = try t.drawTraining(1...4)
      let direction = try t.draw("direction", .numbers(of: x.w.count, in: -2...2))
      let sides = x.x.map { inner($0, direction) }
      try t.assume(!sides.contains(where: \.isZero))
      x.y = sides.map { $0.signum > 0 ? 1 : 0 }
      try t.less(
        t.exact(inner(x.w, direction)), t.inner(t.epoch(x), direction), "the way made before")
    },
    Law(
      "epoch-of-the-other-class",
      """
      Exchanging the classes turns the weights round: from −w with targets 1 − y an epoch leads to \
      minus as far.
      """,
      clauses: ["LOGISTIC-REGRESSION-EPOCH-1"],
      source: "C. Bishop, Pattern Recognition and Machine Learning, 2006, §4.3.2"
    ) { t in
      let x = try t.drawTraining(0...3)
      var other = x
      (other.w, other.y) = (x.w.times(-1), x.y.map { .one - $0 })
      try t.equal(t.epoch(x), t.epoch(other).map { -$0 })
    },
    Law(
      "epoch-refusals",
      """
      A target outside [0, 1], a missing rate, weights that do not fit, and the wish for a \
      gradient are refused.
      """,
      clauses: ["INPUT-5", "INPUT-6", "INPUT-12", "POLICY-4", "GRADIENT-5"],
      source: "Spec/README.md", world: someOfTheWorld
    ) { t in
      let x = try t.drawTraining(1...2)
      var call = Call(
        "logistic_regression_epoch",
        ["x": .matrix(x.x), "y": .vector(x.y), "w": .vector(x.w)],
        options: ["learning_rate": .number(x.rate)])
      switch try t.draw("mistake", .element(of: ["target", "rate", "weights", "gradient"])) {
      case "target": call.arguments["y"] = .vector(x.y.map { _ in Rational(-1) })
      case "rate": call.options = [:]
      case "weights": call.arguments["w"] = .vector(x.w + [.zero])
      default: call.gradient = ["w"]
      }
      try t.refused(call)
    },
  ]
}
