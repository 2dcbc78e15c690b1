import CrossEntropy
import Exact
import Property

private let penalties = Gen<String>.element(of: ["l1_penalty", "l2_penalty"])
private let tibshirani = "R. Tibshirani, Regression shrinkage and selection via the lasso, 1996"
private let hoerl = "A. E. Hoerl, R. W. Kennard, Ridge regression, 1970"

extension Trial {
  fileprivate func penalty(
    _ function: String, _ w: [Rational], strength: Rational = .one, half: Bool = false
  ) throws -> Ball {
    try value(function, ["w": .vector(w)], options(function, strength, half))
  }

  fileprivate func slopes(
    _ function: String, by name: String = "w", _ w: [Rational], strength: Rational = .one,
    half: Bool = false
  ) throws -> [Ball] {
    try gradient(function, by: name, ["w": .vector(w)], options(function, strength, half))
  }

  private func options(
    _ function: String, _ strength: Rational, _ half: Bool
  ) -> [String: Call.Option] {
    var options: [String: Call.Option] = ["strength": .number(strength)]
    if half { options["half"] = true }
    return options
  }
}

extension Law {
  static let penalty: [Law] =
    penaltyValues + penaltyComparisons + penaltySlopes + penaltySpecialValues

  private static let penaltyValues: [Law] = [
    Law(
      "penalty-definitions",
      "The penalties are strength times the sum of |w|, and of w².",
      clauses: ["L1-PENALTY-1", "L2-PENALTY-1"], source: tibshirani + "; " + hoerl,
      world: someOfTheWorld
    ) { t in
      let w = try t.draw("w", .numbers(0...5))
      let strength = try t.draw("strength", .nonnegative(upTo: 4))
      let (sizes, squares) = (w.map(\.magnitude).total, w.map { $0 * $0 }.total)
      try t.equal(t.penalty("l1_penalty", w, strength: strength), t.exact(strength * sizes), "L1")
      try t.equal(t.penalty("l2_penalty", w, strength: strength), t.exact(strength * squares), "L2")
    },
    Law(
      "penalty-additive",
      "The penalty of two sets of weights together is the sum of theirs: it is no mean.",
      clauses: ["L1-PENALTY-2", "L2-PENALTY-3"], source: tibshirani + "; " + hoerl,
      world: someOfTheWorld
    ) { t in
      let function = try t.draw("function", penalties)
      let (v, w) = (try t.draw("v", .numbers(0...4)), try t.draw("w", .numbers(0...4)))
      try t.equal(t.penalty(function, v + w), t.penalty(function, v) + t.penalty(function, w))
    },
    Law(
      "penalty-homogeneous",
      "Weights times c give the L1 penalty times |c| and the L2 penalty times c².",
      clauses: ["L1-PENALTY-1", "L2-PENALTY-1"], source: tibshirani + "; " + hoerl
    ) { t in
      let w = try t.draw("w", .numbers(0...5))
      let c = try t.draw("c", .element(of: [2, -1, Rational(1, 2), 0, -3]))
      let (l1, l2) = (try t.penalty("l1_penalty", w), try t.penalty("l2_penalty", w))
      try t.equal(t.penalty("l1_penalty", w.times(c)), t.exact(c.magnitude) * l1, "L1")
      try t.equal(t.penalty("l2_penalty", w.times(c)), t.exact(c * c) * l2, "L2")
    },
    Law(
      "penalty-half",
      "With half the L2 penalty, and its gradient, are half of what they are without.",
      clauses: ["L2-PENALTY-2", "L2-PENALTY-4"], source: hoerl, isSmooth: true,
      world: someOfTheWorld
    ) { t in
      let w = try t.draw("w", .numbers(0...5))
      let strength = try t.draw("strength", .nonnegative(upTo: 4))
      let whole = try t.penalty("l2_penalty", w, strength: strength)
      let halved = try t.penalty("l2_penalty", w, strength: strength, half: true)
      try t.equal(halved + halved, whole, "the value")
      let slopes = try t.slopes("l2_penalty", w, strength: strength)
      let half = try t.slopes("l2_penalty", w, strength: strength, half: true)
      try t.equal(half.map { $0 + $0 }, slopes, "the gradient")
    },
    Law(
      "penalty-shapeless",
      "A matrix of weights is penalised as the list of its elements, in any order.",
      clauses: ["L1-PENALTY-1", "L2-PENALTY-1"], source: hoerl
    ) { t in
      let function = try t.draw("function", penalties)
      let w = try t.draw("w", .numbers(of: 4))
      let order = try t.draw("order", .order(of: 4))
      let v = order.map { w[$0] }
      let matrix = try t.value(function, ["w": .matrix([Array(v[..<2]), Array(v[2...])])])
      try t.equal(t.penalty(function, w), matrix)
    },
    Law(
      "penalty-zero-only-at-zero",
      "A penalty is never negative, and 0 just where the strength or all weights are.",
      clauses: ["L1-PENALTY-1", "L2-PENALTY-1"], source: tibshirani, world: someOfTheWorld
    ) { t in
      let function = try t.draw("function", penalties)
      let w = try t.draw("w", .numbers(0...5))
      let strength = try t.draw("strength", .nonnegative(upTo: 4))
      let penalty = try t.penalty(function, w, strength: strength)
      if strength.isZero || w.allSatisfy(\.isZero) {
        try t.equal(penalty, t.exact(.zero))
      } else {
        try t.less(t.exact(.zero), penalty, "0 against the penalty")
      }
    },
    Law(
      "penalty-refusals",
      "A strength below 0 is refused, and so is half for the L1 penalty.",
      clauses: ["INPUT-6", "POLICY-4"], source: "Spec/README.md", world: someOfTheWorld
    ) { t in
      let w = try t.draw("w", .numbers(0...5))
      if try t.draw("half", .bool) {
        try t.refused(Call("l1_penalty", ["w": .vector(w)], options: ["half": true]))
      } else {
        let function = try t.draw("function", penalties)
        let strength = try t.draw("strength", .element(of: [-1, Rational(-1, 16), -1000]))
        try t.refused(
          Call(function, ["w": .vector(w)], options: ["strength": .number(strength)]))
      }
    },
  ]

  private static let penaltyComparisons: [Law] = [
    Law(
      "l1-triangle",
      "The L1 penalty of a sum is at most the sum of the penalties.",
      clauses: ["L1-PENALTY-1"], source: "W. Rudin, Functional Analysis, 1973, §1.2"
    ) { t in
      let v = try t.draw("v", .numbers(1...4, in: -6...6))
      let w = try t.draw("w", .numbers(of: v.count, in: -6...6))
      try t.atMost(
        t.penalty("l1_penalty", v.plus(w)), t.penalty("l1_penalty", v) + t.penalty("l1_penalty", w))
    },
    Law(
      "l2-parallelogram",
      "The L2 penalties of sum and difference are together twice those of the two.",
      clauses: ["L2-PENALTY-1"],
      source: "P. Jordan, J. von Neumann, On inner products in linear metric spaces, 1935"
    ) { t in
      let v = try t.draw("v", .numbers(1...4, in: -6...6))
      let w = try t.draw("w", .numbers(of: v.count, in: -6...6))
      let (sum, difference) = (v.plus(w), v.plus(w.times(-1)))
      let sides = try t.penalty("l2_penalty", v) + t.penalty("l2_penalty", w)
      try t.equal(
        t.penalty("l2_penalty", sum) + t.penalty("l2_penalty", difference), sides + sides)
    },
    Law(
      "l1-between-l2",
      "The square of the L1 penalty is at least the L2 penalty and at most n times it.",
      clauses: ["L1-PENALTY-1", "L2-PENALTY-1"],
      source: "A.-L. Cauchy, Cours d'analyse, 1821, note II", world: someOfTheWorld
    ) { t in
      let w = try t.draw("w", .numbers(1...5))
      let (l1, l2) = (try t.penalty("l1_penalty", w), try t.penalty("l2_penalty", w))
      try t.atMost(l2, l1 * l1, "L2 against the square of L1")
      try t.atMost(l1 * l1, t.exact(Rational(w.count)) * l2, "the square of L1 against n·L2")
    },
  ]

  private static let penaltySlopes: [Law] = [
    Law(
      "penalty-gradients",
      """
      By a weight the slopes are strength times its sign, anything within ±strength at 0, and \
      twice strength times it.
      """,
      clauses: ["L1-PENALTY-3", "L2-PENALTY-4", "GRADIENT-1", "GRADIENT-3"],
      source: tibshirani + "; " + hoerl, isSmooth: true, cover: ["zero": 0.05],
      world: someOfTheWorld
    ) { t in
      let w = try t.draw("w", .numbers(0...5))
      let strength = try t.draw("strength", .nonnegative(upTo: 4))
      if w.contains(where: \.isZero) { t.label("zero") }
      for (slope, w) in zip(try t.slopes("l1_penalty", w, strength: strength), w) {
        if w.isZero {
          try t.between(-strength, slope, strength, "L1 at 0")
        } else {
          try t.equal(slope, t.exact(w.signum > 0 ? strength : -strength), "L1")
        }
      }
      let twice = w.map { t.exact(2 * strength * $0) }
      try t.equal(t.slopes("l2_penalty", w, strength: strength), twice, "L2")
      for function in ["l1_penalty", "l2_penalty"] {
        let byStrength = try t.slopes(function, by: "strength", w, strength: strength)
        try t.equal(byStrength, [try t.penalty(function, w)], "by the strength")
      }
    },
    Law(
      "penalty-euler-identity",
      "The weights against their gradient give the L1 penalty, and twice the L2 penalty.",
      clauses: ["L1-PENALTY-3", "L2-PENALTY-4"],
      source: "L. Euler, Institutiones calculi differentialis, 1755", isSmooth: true,
      world: someOfTheWorld
    ) { t in
      let w = try t.draw("w", .numbers(0...5))
      for (function, degree) in [("l1_penalty", 1), ("l2_penalty", 2)] {
        let product = zip(try t.slopes(function, w), w).map { $0 * t.exact($1) }.sum
        try t.equal(product, t.exact(Rational(degree)) * t.penalty(function, w), function)
      }
    },
    Law(
      "penalty-above-its-tangents",
      "Both penalties are convex: the gradient is a subgradient, also at 0.",
      clauses: ["L1-PENALTY-3", "L2-PENALTY-4", "GRADIENT-3"],
      source: "R. T. Rockafellar, Convex Analysis, 1970, §23", isSmooth: true
    ) { t in
      let function = try t.draw("function", penalties)
      let v = try t.draw("v", .numbers(1...4, in: -6...6))
      let w = try t.draw("w", .numbers(of: v.count, in: -6...6))
      try t.supports(
        t.slopes(function, v), at: v, t.penalty(function, v), w, t.penalty(function, w))
    },
    Law(
      "penalty-by-differences",
      "The gradient of a penalty is its difference quotient, for L1 away from 0.",
      clauses: ["L1-PENALTY-3", "L2-PENALTY-4", "GRADIENT-1"],
      source: "W. H. Press et al., Numerical Recipes, 1992, §5.7", promises: [.certified]
    ) { t in
      let function = try t.draw("function", penalties)
      let w = try t.draw("w", .numbers(1...5))
      // A parabola has its slope as quotient; |w| too if the step of 1/32 does not reach 0.
      let quotients = try t.centralSlopes(at: w, step: Rational(1, 32)) {
        try t.penalty(function, $0)
      }
      for (index, slope) in try t.slopes(function, w).enumerated()
      where function == "l2_penalty" || !w[index].isZero {
        try t.equal(quotients[index], slope)
      }
    },
  ]
}
