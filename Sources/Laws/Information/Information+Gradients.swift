import CrossEntropy
import Exact
import Property

// Derivatives by probabilities, of the functions of the first three chapters: in closed form inside
// the domain, at its edges, and against differences of values.

extension Law {
  static let informationGradients: [Law] = [
    slope(
      of: "information_content", is: "−1/p", clauses: ["INFORMATION-CONTENT-4"]
    ) { t, p, _ in t.exact(-p.reciprocal) },
    edges(
      of: "information_content", clauses: ["INFORMATION-CONTENT-4"],
      [Edge("p", p: 0, is: -.infinity)]),
    differences(of: "information_content", clauses: ["INFORMATION-CONTENT-4"]) { t, _, low in
      // (−ln p)‴ = −2/p³
      t.exact(2 / low.power(3))
    },
    slope(of: "entropy", is: "−(ln p + 1)", clauses: ["ENTROPY-6"]) { t, p, _ in
      -(t.log(p) + Ball(1))
    },
    edges(
      of: "entropy", clauses: ["ENTROPY-6"],
      [Edge("p", p: 0, is: .infinity), Edge("p", p: 1, is: -Ball(1))]),
    differences(of: "entropy", clauses: ["ENTROPY-6"]) { t, _, low in
      // (−p ln p)‴ = 1/p²
      t.exact(1 / low.power(2))
    },
    Law(
      "entropy-is-stationary-at-uniform",
      "At the uniform distribution the derivatives by all outcomes are equal: no exchange of mass "
        + "changes the entropy.",
      clauses: ["ENTROPY-6"],
      source: "E. T. Jaynes, Information theory and statistical mechanics, 1957",
      promises: [.certified], isSmooth: true
    ) { t in
      let n = try t.draw("n", .int(1...8))
      let p = Array(repeating: Rational(1, n), count: n)
      let slopes = try t.gradient("entropy", by: "p", ["p": .vector(p)])
      try t.equal(slopes, slopes.map { _ in t.log(Rational(n)) - Ball(1) }, "log n − 1")
    },
    Law(
      "differential-entropy-gradient",
      "The derivative by width, sigma or scale is 1 over it and ln b, and by the rate minus that.",
      clauses: ["DIFFERENTIAL-ENTROPY-4", "INPUT-13", "GRADIENT-1"],
      source: "Definition: each entropy is a constant plus or minus the log of its parameter",
      isSmooth: true
    ) { t in
      let density = try t.draw("density", .element(of: Density.allCases))
      let a = try t.draw("a", .positive())
      let b = try t.draw("b", .base)
      let c = try t.draw("cotangent", .coarse(-4...4))
      let slope = try t.gradient(
        "differential_entropy", by: density.rawValue, [:],
        density.options(a, ["base": .number(b)]), cotangent: Tensor(.finite(c)))
      let size = t.exact(c / a) / t.log(b)
      try t.equal(slope, [density == .exponential ? -size : size], "the derivative")
    },
    Law(
      "differential-entropy-gradient-by-base",
      "The derivative by the base b is −value/(b ln b), also where b is e.",
      clauses: ["INPUT-13", "GRADIENT-1"], source: "Definition: value = nats/ln b", isSmooth: true
    ) { t in
      let density = try t.draw("density", .element(of: Density.allCases))
      let a = try t.draw("a", .positive())
      let b = try t.draw("b", Gen<Rational>.base.optional())
      let options = density.options(a, b.map { ["base": .number($0)] } ?? [:])
      let value = try t.value("differential_entropy", [:], options)
      let base = b.map { t.exact($0) } ?? .exp(t.exact(.one))
      try t.equal(
        try t.gradient("differential_entropy", by: "base", [:], options),
        [-value / (base * .log(base))], "the derivative by the base")
    },
    Law(
      "differential-entropy-gradient-by-differences",
      "The derivative by the parameter is the limit of central differences.",
      clauses: ["DIFFERENTIAL-ENTROPY-4", "GRADIENT-1"],
      source: "B. Taylor, Methodus incrementorum, 1715",
      // Numbers so near to each other are none of a short format.
      promises: [.certified]
    ) { t in
      let density = try t.draw("density", .element(of: Density.allCases))
      let a = try t.draw("a", .positive())
      let h = a * .powerOfTwo(-(try t.draw("bits", .int(8...40))))
      let difference =
        (try t.differentialEntropy(density, a + h)) - (try t.differentialEntropy(density, a - h))
      let slope = try t.gradient(
        "differential_entropy", by: density.rawValue, [:], density.options(a))
      // As for `differences`: (±ln a)‴ = ±2/a³.
      try t.close(
        slope.sum, difference / t.exact(2 * h), within: t.exact(h * h / (3 * (a - h).power(3))))
    },
  ]

  /// The derivative by each element in closed form, where all are strictly between 0 and 1.
  static func slope(
    of function: String, by name: String = "p", is text: String, clauses: [String],
    _ slope: @escaping @Sendable (Trial, _ p: Rational, _ q: Rational) -> Ball
  ) -> Law {
    Law(
      "\(dashed(function))-gradient-by-\(name)",
      "The derivative of \(function) by an element of \(name) is \(text), over ln b to the base b, "
        + "times the cotangent.",
      clauses: clauses + ["INPUT-13", "GRADIENT-1"], source: "Definition: (ln x)′ = 1/x",
      isSmooth: true
    ) { t in
      let vectors = try t.drawVectors(of: function, .innerProbability)
      let b = try t.draw("b", .base)
      let c = try t.draw("cotangent", .coarse(-4...4))
      let (p, q) = (vectors["p"]!, vectors["q"] ?? vectors["p"]!)
      let answered = try t.gradient(
        function, by: name, vectors.mapValues { .vector($0) }, ["base": .number(b)],
        cotangent: cotangent(function, c, p.count))
      let expected = zip(p, q).map { t.exact(c) * slope(t, $0, $1) / t.log(b) }
      try t.equal(answered, expected, "the derivative by \(name)")
    }
  }

  /// The same number for every element of the value.
  private static func cotangent(
    _ function: String, _ value: Rational, _ count: Int
  ) -> Tensor<Extended> {
    function == "information_content"
      ? Tensor(Array(repeating: .finite(value), count: count)) : Tensor(.finite(value))
  }

  /// The limit of a derivative where a probability is 0 or 1.
  struct Edge: Sendable, CustomStringConvertible {
    let name: String
    let p: Rational
    let q: Rational?
    let limit: Ball

    init(_ name: String, p: Rational, q: Rational? = nil, is limit: Ball) {
      (self.name, self.p, self.q, self.limit) = (name, p, q, limit)
    }

    var description: String {
      "by \(name) at p = \(p)" + (q.map { ", q = \($0)" } ?? "")
    }
  }

  /// The derivatives at the edges of the domain, whatever the other elements are; a cotangent of 0
  /// hides an infinity, not a NaN.
  static func edges(of function: String, clauses: [String], _ edges: [Edge]) -> Law {
    Law(
      "\(dashed(function))-gradient-at-edges",
      "At the edge of its domain the derivative of \(function) is the limit from inside; a "
        + "cotangent of 0 hides an infinity, not a NaN.",
      clauses: clauses + ["GRADIENT-2", "GRADIENT-4"], source: "Definition: a limit from inside",
      cover: ["hidden": 0.1]
    ) { t in
      let edge = try t.draw("edge", .element(of: edges))
      let c = try t.draw("cotangent", .element(of: [1, 2, 0, -1] as [Rational]))
      if c.isZero { t.label("hidden") }
      let others = try t.draw("others", Gen<Rational>.innerProbability.array(0...2))
      let place = try t.draw("place", .int(0...others.count))
      var arguments = ["p": Call.Argument.vector(others.inserting(edge.p, at: place))]
      if let q = edge.q { arguments["q"] = .vector(others.inserting(q, at: place)) }
      let slopes = try t.gradient(
        function, by: edge.name, arguments, cotangent: cotangent(function, c, others.count + 1))
      try t.holds(slopes.count == others.count + 1, "the gradient has \(slopes.count) elements")
      if edge.limit.isNaN {
        try t.isNaN(slopes[place], "the derivative")
      } else {
        try t.equal(slopes[place], weighted(t.exact(c), edge.limit), "the derivative")
      }
    }
  }

  /// The derivative by one element against the central difference over 2h.
  ///
  /// By Taylor's theorem they differ by at most h²/6 times the greatest size of the third derivative
  /// between the ends. All those here are largest at the lower end, unless the bound says otherwise.
  ///
  /// - Parameter third: a bound of the third derivative, from the vectors with the element moved to
  ///   the lower end.
  static func differences(
    of function: String, by name: String = "p", clauses: [String],
    third: @escaping @Sendable (Trial, Moved, _ low: Rational) throws -> Ball
  ) -> Law {
    Law(
      "\(dashed(function))-gradient-by-\(name)-differences",
      "The derivative of \(function) by \(name) is the limit of central differences.",
      clauses: clauses + ["GRADIENT-1"], source: "B. Taylor, Methodus incrementorum, 1715",
      // Numbers so near to each other are none of a short format.
      promises: [.certified]
    ) { t in
      let vectors = try t.drawVectors(of: function, .innerProbability)
      let place = try t.draw("place", .int(0...vectors[name]!.count - 1))
      let x = vectors[name]![place]
      let h = min(x, .one - x) * .powerOfTwo(-(try t.draw("bits", .int(8...40))))
      let moved = Moved(vectors: vectors, name: name, place: place)
      func total(_ value: Rational) throws -> Ball {
        try t.values(function, moved.arguments(at: value)).sum
      }
      let difference = (try total(x + h) - total(x - h)) / t.exact(2 * h)
      let slopes = try t.gradient(function, by: name, moved.arguments(at: x))
      try t.holds(slopes.indices.contains(place), "the gradient has \(slopes.count) elements")
      let bound = t.exact(h * h / 6) * (try third(t, moved, x - h))
      try t.close(
        slopes[place], difference, within: bound, "the derivative less the difference quotient")
    }
  }

  /// Vectors of which one element moves.
  struct Moved: Sendable {
    let vectors: [String: [Rational]]
    let name: String
    let place: Int

    func arguments(at value: Rational) -> [String: Call.Argument] {
      var changed = vectors
      changed[name]![place] = value
      return changed.mapValues { .vector($0) }
    }

    /// Where the element stands, p and q.
    var p: Rational { vectors["p"]![place] }
    var q: Rational { vectors["q"]![place] }
  }
}
