import CrossEntropy
import Exact
import Property

/// Numbers to be fitted by a sequence that does not fall, each with a weight and, maybe, a place.
private struct Unordered {
  var y: [Rational]
  var weight: [Rational]
  var x: [Rational]?

  var arguments: [String: Call.Argument] {
    var arguments: [String: Call.Argument] = ["y": .vector(y), "weight": .vector(weight)]
    if let x { arguments["x"] = .vector(x) }
    return arguments
  }

  func with(y: [Rational]) -> Unordered { Unordered(y: y, weight: weight, x: x) }

  /// The members of equal place, by rising place.
  var groups: [[Int]] {
    guard let x else { return y.indices.map { [$0] } }
    return Set(x).sorted().map { place in y.indices.filter { x[$0] == place } }
  }

  /// max over a ≤ i of the min over b ≥ i of the weighted mean of a…b.
  var minMax: [Rational] {
    let groups = groups
    var fitted = y
    for (i, group) in groups.enumerated() {
      let value = (0...i).map { a in
        (i..<groups.count).map { b in
          let members = Array(groups[a...b].joined())
          let sum = members.map { weight[$0] * y[$0] }.total
          return sum / members.map { weight[$0] }.total
        }.min()!
      }.max()!
      for index in group { fitted[index] = value }
    }
    return fitted
  }
}

extension Trial {
  fileprivate func drawUnordered(_ count: ClosedRange<Int> = 1...6) throws -> Unordered {
    let y = try draw("y", .numbers(count, in: -4...4))
    let weight = try draw("weight", .positiveWeights(of: y.count))
    var drawn = Unordered(y: y, weight: weight)
    if try draw("has x", .bool) {
      drawn.x = try draw("x", .numbers(of: y.count, in: -2...2))
    }
    if drawn.groups.count < y.count { label("tie") }
    let means = drawn.groups.map { group in group.map { y[$0] }.mean }
    if zip(means, means.dropFirst()).contains(where: { $0 > $1 }) { label("violation") }
    return drawn
  }

  fileprivate func fit(_ x: Unordered, increasing: Bool = true) throws -> [Ball] {
    try values("isotonic_regression", x.arguments, increasing ? [:] : ["increasing": false])
  }

  /// Σ w·a·b
  fileprivate func inner(_ weight: [Rational], _ a: [Ball], _ b: [Ball]) -> Ball {
    zip(weight, zip(a, b)).map { exact($0) * $1.0 * $1.1 }.sum
  }

  fileprivate func subtract(_ a: [Ball], _ b: [Ball]) -> [Ball] { zip(a, b).map { $0 - $1 } }
}

private let barlow = "R. E. Barlow et al., Statistical Inference under Order Restrictions, 1972"

extension Law {
  static let isotonicForms: [Law] = [
    Law(
      "isotonic-min-max",
      """
      The fitted value is the greatest over all starts before of the least over all ends after of \
      the weighted mean.
      """,
      clauses: [
        "ISOTONIC-REGRESSION-1", "ISOTONIC-REGRESSION-3", "ISOTONIC-REGRESSION-4",
      ],
      source: barlow, cover: ["tie": 0.1, "violation": 0.3], world: someOfTheWorld
    ) { t in
      let x = try t.drawUnordered(0...6)
      try t.equal(t.fit(x), t.exact(x.minMax))
    },
    Law(
      "isotonic-monotone-and-bounded",
      """
      The value never falls with rising x, is the same where x is, and stays between the least and \
      the greatest y.
      """,
      clauses: ["ISOTONIC-REGRESSION-1", "ISOTONIC-REGRESSION-3"], source: barlow,
      cover: ["violation": 0.3], world: someOfTheWorld
    ) { t in
      let x = try t.drawUnordered()
      let fitted = try t.fit(x)
      let groups = x.groups
      for (before, after) in zip(groups, groups.dropFirst()) {
        try t.atMost(fitted[before[0]], fitted[after[0]], "the value before")
      }
      for group in groups {
        for index in group.dropFirst() { try t.equal(fitted[index], fitted[group[0]], "a tie") }
      }
      for value in fitted { try t.between(x.y.min()!, value, x.y.max()!, "the value") }
    },
    Law(
      "isotonic-identity",
      "A sequence that does not fall is its own fit.",
      clauses: ["ISOTONIC-REGRESSION-1"], source: barlow
    ) { t in
      var x = try t.drawUnordered()
      (x.y, x.x) = (x.y.sorted(), nil)
      try t.equal(t.fit(x), t.exact(x.y))
    },
    Law(
      "isotonic-idempotent",
      "The fit of a fit is the fit.",
      clauses: ["ISOTONIC-REGRESSION-1"], source: barlow, promises: [.certified],
      cover: ["violation": 0.3]
    ) { t in
      let x = try t.drawUnordered()
      // The fit as exact numbers, which are asked with again.
      let fitted = x.minMax
      try t.equal(t.fit(x), t.exact(fitted), "the fit")
      try t.equal(t.fit(x.with(y: fitted)), t.exact(fitted), "the fit of the fit")
    },
    Law(
      "isotonic-keeps-the-mean",
      "The weighted mean of the fit, over all and over those of equal fit, is that of y.",
      clauses: ["ISOTONIC-REGRESSION-2"], source: barlow,
      cover: ["violation": 0.3], world: someOfTheWorld
    ) { t in
      let x = try t.drawUnordered()
      let fitted = try t.fit(x)
      let ones = x.y.map { _ in t.exact(1) }
      try t.equal(
        t.inner(x.weight, fitted, ones), t.inner(x.weight, t.exact(x.y), ones), "over all")
      // Of every function of the fit, the fit itself for one: ⟨y − f, f⟩ = 0.
      let rest = t.subtract(t.exact(x.y), fitted)
      try t.equal(t.inner(x.weight, rest, fitted), t.exact(.zero), "against the fit")
    },
  ]

  static let isotonicProjections: [Law] = [
    Law(
      "isotonic-optimal",
      """
      To any other sequence that does not fall, y is further by at least the squared distance of \
      that from the fit.
      """,
      clauses: ["ISOTONIC-REGRESSION-1"], source: barlow,
      cover: ["violation": 0.3]
    ) { t in
      let x = try t.drawUnordered()
      let steps = try t.draw("other", .numbers(of: x.groups.count, in: -4...4)).sorted()
      var other = x.y
      for (step, group) in zip(steps, x.groups) { for index in group { other[index] = step } }
      let (y, f, g) = (t.exact(x.y), try t.fit(x), t.exact(other))
      func distance(_ a: [Ball], _ b: [Ball]) -> Ball {
        t.inner(x.weight, t.subtract(a, b), t.subtract(a, b))
      }
      try t.atMost(distance(y, f) + distance(f, g), distance(y, g), "by way of the fit")
    },
    Law(
      "isotonic-contracts",
      "The fits of two sequences are no further apart than the sequences are.",
      clauses: ["ISOTONIC-REGRESSION-1"],
      source:
        "E. Zarantonello, Projections on convex sets in Hilbert space and spectral theory, 1971"
    ) { t in
      let a = try t.drawUnordered()
      let b = a.with(y: try t.draw("y′", .numbers(of: a.y.count, in: -4...4)))
      let fits = t.subtract(try t.fit(a), try t.fit(b))
      let data = t.subtract(t.exact(a.y), t.exact(b.y))
      try t.atMost(t.inner(a.weight, fits, fits), t.inner(a.weight, data, data))
    },
    Law(
      "isotonic-rises-with-the-data",
      "Raising any of the numbers lowers no value of the fit.",
      clauses: ["ISOTONIC-REGRESSION-1"], source: barlow
    ) { t in
      let x = try t.drawUnordered()
      let rise = try t.draw("rise", .numbers(of: x.y.count, in: 0...3))
      for (before, after) in zip(try t.fit(x), try t.fit(x.with(y: x.y.plus(rise)))) {
        try t.atMost(before, after, "the value before")
      }
    },
  ]

  static let isotonicInvariances: [Law] = [
    Law(
      "isotonic-decreasing",
      "The sequence that does not rise is minus the fit of −y.",
      clauses: ["ISOTONIC-REGRESSION-5"], source: barlow, world: someOfTheWorld
    ) { t in
      let x = try t.drawUnordered()
      let negated = try t.fit(x.with(y: x.y.times(-1)))
      try t.equal(t.fit(x, increasing: false), negated.map { -$0 })
    },
    Law(
      "isotonic-affine",
      "Numbers times a positive c plus b have the fit times c plus b.",
      clauses: ["ISOTONIC-REGRESSION-1"], source: barlow
    ) { t in
      let x = try t.drawUnordered()
      let (c, b) = (try t.draw("c", .scale), try t.draw("b", .coarse(-4...4)))
      let moved = try t.fit(x).map { t.exact(c) * $0 + t.exact(b) }
      try t.equal(t.fit(x.with(y: x.y.times(c).plus(b))), moved)
    },
    Law(
      "isotonic-weights-repeat",
      "A whole weight is as many samples, and all weights times c change nothing.",
      clauses: ["ISOTONIC-REGRESSION-1", "ISOTONIC-REGRESSION-3"], source: barlow
    ) { t in
      var x = try t.drawUnordered(1...4)
      x.weight = try t.draw("counts", Gen<Rational>.element(of: [1, 2, 3]).array(count: x.y.count))
      let places = x.x ?? x.y.indices.map { Rational($0) }
      let copies = x.y.indices.flatMap { index in
        (0..<x.weight[index].asInt!).map { _ in index }
      }
      let repeated = Unordered(
        y: copies.map { x.y[$0] }, weight: copies.map { _ in .one },
        x: copies.map { places[$0] })
      let fitted = try t.fit(x)
      try t.equal(t.fit(repeated), copies.map { fitted[$0] }, "repeated")
      x.weight = x.weight.times(try t.draw("c", .scale))
      try t.equal(t.fit(x), fitted, "scaled")
    },
    Law(
      "isotonic-order-of-input",
      """
      With x the value follows its sample wherever that stands, and only the order of the x \
      counts.
      """,
      clauses: ["ISOTONIC-REGRESSION-3", "ISOTONIC-REGRESSION-4"], source: "Spec/15-Calibration.md"
    ) { t in
      var x = try t.drawUnordered()
      let places = try t.draw("places", .numbers(of: x.y.count, in: -2...2))
      x.x = places
      let fitted = try t.fit(x)
      let order = try t.draw("order", .order(of: x.y.count))
      let other = Unordered(
        y: order.map { x.y[$0] }, weight: order.map { x.weight[$0] },
        x: order.map { places[$0] })
      try t.equal(t.fit(other), order.map { fitted[$0] }, "in another order")
      let levels = Set(places).sorted()
      x.x = places.map { Rational(levels.firstIndex(of: $0)!) }
      try t.equal(t.fit(x), fitted, "at the ranks of the x")
    },
    Law(
      "isotonic-refusals",
      "A weight that is not above 0, shapes that differ, and the wish for a gradient are refused.",
      clauses: ["ISOTONIC-REGRESSION-6", "INPUT-5", "GRADIENT-5"], source: "Spec/README.md",
      world: someOfTheWorld
    ) { t in
      let x = try t.drawUnordered()
      var call = Call("isotonic_regression", x.arguments)
      switch try t.draw("mistake", .element(of: ["weight", "shape", "gradient"])) {
      case "weight":
        var weight = x.weight
        weight[weight.count - 1] = try t.draw("bad", .element(of: [0, -1]))
        call.arguments["weight"] = .vector(weight)
      case "shape": call.arguments["weight"] = .vector(x.weight + [.one])
      default: call.gradient = ["y"]
      }
      try t.refused(call)
    },
  ]
}
