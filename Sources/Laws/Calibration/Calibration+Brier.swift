import CrossEntropy
import Exact
import Property

/// Rows of probabilities against rows of targets.
private struct Forecasts {
  var p: [[Rational]]
  var y: [[Rational]]
  /// Also where there is no row.
  var classes: Int

  var arguments: [String: Call.Argument] {
    ["p": .rows(p, classes: classes), "y": .rows(y, classes: classes)]
  }

  /// The squared distance of each row.
  var squares: [Rational] {
    zip(p, y).map { zip($0, $1).map { ($0 - $1) * ($0 - $1) }.total }
  }
}

extension Trial {
  fileprivate func drawForecasts(_ rows: ClosedRange<Int> = 1...3) throws -> Forecasts {
    let classes = try draw("classes", .int(1...4))
    let p = try draw("p", Gen<[Rational]>.distribution(of: classes).array(rows))
    let y = try draw("y", Gen<[Rational]>.distribution(of: classes).array(count: p.count))
    return Forecasts(p: p, y: y, classes: classes)
  }

  fileprivate func scores(_ x: Forecasts, half: Bool = false) throws -> [Ball] {
    try values("brier_score", x.arguments, ["reduction": "none", "half": .flag(half)])
  }

  fileprivate func score(_ p: [Rational], _ y: [Rational]) throws -> Ball {
    try value("brier_score", ["p": .matrix([p]), "y": .matrix([y])])
  }
}

/// 1 at each of n places in turn.
private func corners(_ n: Int) -> [[Rational]] {
  (0..<n).map { place in (0..<n).map { $0 == place ? .one : .zero } }
}

private let brier = "G. W. Brier, Verification of forecasts expressed in terms of probability, 1950"
private let gneiting = "T. Gneiting, A. Raftery, Strictly proper scoring rules, 2007"

extension Law {
  static let brierValues: [Law] = [
    Law(
      "brier-definition",
      """
      The Brier score of a row is the squared distance of its probabilities from the target, over \
      all classes.
      """,
      clauses: ["BRIER-SCORE-1", "BRIER-SCORE-2", "REDUCTION-1"], source: brier,
      world: someOfTheWorld
    ) { t in
      let x = try t.drawForecasts(0...3)
      try t.equal(t.scores(x), t.exact(x.squares), "whole")
      try t.equal(t.scores(x, half: true), t.exact(x.squares.times(Rational(1, 2))), "half")
    },
    Law(
      "brier-range",
      """
      The score of a distribution against another is at most 2, 0 just where they are equal, 2 \
      just where certain and opposed.
      """,
      clauses: ["BRIER-SCORE-1"], source: brier, world: someOfTheWorld
    ) { t in
      let x = try t.drawForecasts()
      for (score, (p, y)) in zip(try t.scores(x), zip(x.p, x.y)) {
        let isOpposed = p != y && p.contains(.one) && y.contains(.one)
        if p == y {
          try t.equal(score, t.exact(.zero), "of the target itself")
        } else {
          try t.less(t.exact(.zero), score, "0 against the score")
        }
        if isOpposed {
          try t.equal(score, t.exact(2), "of a certain and wrong row")
        } else {
          try t.less(score, t.exact(2), "the score")
        }
      }
    },
    Law(
      "brier-of-two-classes",
      "With two classes the score is twice the squared error of either probability.",
      clauses: ["BRIER-SCORE-1", "BRIER-SCORE-2", "MEAN-SQUARED-ERROR-1"], source: brier,
      world: someOfTheWorld
    ) { t in
      let p = try t.draw("p", .distribution(of: 2))
      let y = try t.draw("y", .distribution(of: 2))
      let square = try t.value(
        "mean_squared_error", ["prediction": .vector([p[1]]), "target": .vector([y[1]])])
      try t.equal(t.score(p, y), square + square)
    },
    Law(
      "brier-reductions",
      "The mean divides by the number of rows, not of classes, and their order does not matter.",
      clauses: ["BRIER-SCORE-3", "REDUCTION-2", "REDUCTION-3", "REDUCTION-4", "REDUCTION-5"],
      source: brier
    ) { t in
      let x = try t.drawForecasts(0...3)
      try t.reduces("brier_score", x.arguments)
      let order = try t.draw("order", .order(of: x.p.count))
      let other = Forecasts(
        p: order.map { x.p[$0] }, y: order.map { x.y[$0] }, classes: x.classes)
      let scores = try t.scores(x)
      try t.equal(t.scores(other), order.map { scores[$0] }, "in another order")
    },
    Law(
      "brier-order-of-classes",
      "Renaming the classes changes no score, nor does exchanging forecast and target.",
      clauses: ["BRIER-SCORE-1"], source: brier
    ) { t in
      let x = try t.drawForecasts()
      let order = try t.draw("order", .order(of: x.classes))
      func renamed(_ rows: [[Rational]]) -> [[Rational]] { rows.map { r in order.map { r[$0] } } }
      let other = Forecasts(p: renamed(x.y), y: renamed(x.p), classes: x.classes)
      try t.equal(t.scores(x), t.scores(other))
    },
    Law(
      "brier-refusals",
      "Probabilities or targets outside [0, 1], and shapes that differ, are refused.",
      clauses: ["INPUT-1", "INPUT-5", "INPUT-12", "POLICY-4"], source: "Spec/README.md",
      world: someOfTheWorld
    ) { t in
      let p = try t.draw("p", .distribution(1...4))
      let outside = p.plus(try t.draw("shift", .element(of: [2, -2])))
      let arguments: [String: Call.Argument]
      switch try t.draw("mistake", .element(of: ["p", "y", "shape"])) {
      case "p": arguments = ["p": .matrix([outside]), "y": .matrix([p])]
      case "y": arguments = ["p": .matrix([p]), "y": .matrix([outside])]
      default: arguments = ["p": .matrix([p]), "y": .matrix([p + [.zero]])]
      }
      try t.refused(Call("brier_score", arguments))
    },
  ]

  static let brierComparisons: [Law] = [
    Law(
      "brier-proper",
      """
      Where labels come as p says, the expected score of a forecast q exceeds that of p by their \
      squared distance.
      """,
      clauses: ["BRIER-SCORE-1"], source: gneiting, world: someOfTheWorld
    ) { t in
      let p = try t.draw("p", .distribution(1...4))
      let q = try t.draw("q", .distribution(of: p.count))
      func expected(_ forecast: [Rational]) throws -> Ball {
        try zip(p, corners(p.count)).map { try t.exact($0) * t.score(forecast, $1) }.sum
      }
      let distance = zip(p, q).map { ($0 - $1) * ($0 - $1) }.total
      try t.equal(expected(q) - expected(p), t.exact(distance))
    },
    Law(
      "cross-entropy-proper",
      """
      Where labels come as p says, no forecast has a smaller expected cross-entropy than p, and no \
      other the same.
      """,
      clauses: ["CATEGORICAL-CROSS-ENTROPY-1"], source: gneiting, world: someOfTheWorld
    ) { t in
      let p = try t.draw("p", .distribution(1...4))
      let q = try t.draw("q", .distribution(of: p.count))
      func expected(_ forecast: [Rational]) throws -> Ball {
        // What never happens costs nothing, however surprising it would be.
        try zip(p, corners(p.count)).filter { !$0.0.isZero }.map { mass, corner in
          try t.exact(mass)
            * t.value(
              "categorical_cross_entropy", ["p": .matrix([forecast]), "y": .matrix([corner])])
        }.sum
      }
      if p == q {
        try t.equal(expected(q), expected(p))
      } else {
        try t.less(expected(p), expected(q), "the expected loss of p")
      }
    },
    Law(
      "brier-bounds-one-mislabel",
      """
      A sure forecast that is wrong costs at most 2, while its cross-entropy is −ln of what it \
      left, without bound.
      """,
      clauses: ["BRIER-SCORE-1", "CATEGORICAL-CROSS-ENTROPY-1"], source: gneiting,
      examples: [["bits": 10]]
    ) { t in
      let bits = try t.draw("bits", .int(1...7))
      let left = Rational.powerOfTwo(-bits)
      let (p, y): ([Rational], [Rational]) = ([left, .one - left], [1, 0])
      try t.between(Rational(1, 2), t.score(p, y), 2, "the score")
      let entropy = try t.value(
        "categorical_cross_entropy", ["p": .matrix([p]), "y": .matrix([y])])
      try t.equal(entropy, t.exact(Rational(bits)) * Ball.log(t.exact(2)), "the cross-entropy")
    },
    Law(
      "brier-murphy-decomposition",
      """
      Forecasts of few values score their reliability less their resolution plus the uncertainty \
      of the outcomes.
      """,
      clauses: ["BRIER-SCORE-1", "BRIER-SCORE-2", "BRIER-SCORE-3"],
      source: "A. H. Murphy, A new vector partition of the probability score, 1973",
      world: someOfTheWorld
    ) { t in
      let pairs = try t.draw(
        "forecast, outcome",
        Gen<[Rational]> { source in
          [Rational(try source.index(below: 5), 4), Rational(try source.index(below: 2))]
        }.array(1...6))
      let (f, o) = (pairs.map { $0[0] }, pairs.map { $0[1] })
      let score = try t.value(
        "brier_score",
        ["p": .matrix(f.map { [.one - $0, $0] }), "y": .matrix(o.map { [.one - $0, $0] })],
        ["half": true])
      let rate = o.mean
      var (reliability, resolution) = (Rational.zero, Rational.zero)
      for value in Set(f) {
        let outcomes = zip(f, o).filter { $0.0 == value }.map(\.1)
        let share = Rational(outcomes.count, o.count)
        reliability += share * (value - outcomes.mean) * (value - outcomes.mean)
        resolution += share * (outcomes.mean - rate) * (outcomes.mean - rate)
      }
      try t.equal(score, t.exact(reliability - resolution + rate * (.one - rate)))
    },
  ]

  static let brierSlopes: [Law] = [
    Law(
      "brier-gradient",
      "The slope by a probability is 2(p − y), by a target minus that, and half of it with half.",
      clauses: ["BRIER-SCORE-4", "GRADIENT-1"], source: brier, isSmooth: true, world: someOfTheWorld
    ) { t in
      let x = try t.drawForecasts()
      let half = try t.draw("half", .bool)
      let factor = Rational(half ? 1 : 2)
      let slopes = zip(x.p.joined(), x.y.joined()).map { factor * ($0 - $1) }
      let options: [String: Call.Option] = ["reduction": "sum", "half": .flag(half)]
      try t.equal(
        t.gradient("brier_score", by: "p", x.arguments, options), t.exact(slopes), "by p")
      try t.equal(
        t.gradient("brier_score", by: "y", x.arguments, options), t.exact(slopes.times(-1)), "by y")
    },
    Law(
      "brier-by-differences",
      "The gradient is the difference quotient, since the score is a parabola.",
      clauses: ["BRIER-SCORE-3", "BRIER-SCORE-4", "GRADIENT-1", "GRADIENT-6"],
      source: "W. H. Press et al., Numerical Recipes, 1992, §5.7", promises: [.certified]
    ) { t in
      let inner = Gen<Rational> { Rational(1 + (try $0.index(below: 15)), 16) }
      let p = try t.draw("p", inner.array(1...4))
      let y = try t.draw("y", .distribution(of: p.count))
      let quotients = try t.centralSlopes(at: p, step: Rational(1, 32)) { try t.score($0, y) }
      let slopes = try t.gradient(
        "brier_score", by: "p", ["p": .matrix([p]), "y": .matrix([y])])
      try t.equal(quotients, slopes)
    },
  ]
}
