import CrossEntropy
import Exact

// What the laws of many losses have in common.

extension Law {
  /// Enough of the small world for a law that draws several things.
  static let someOfTheWorld = 150
}

extension Trial {
  /// States that the sum and the mean of a loss are made of what none gives.
  func reduces(
    _ function: String, _ arguments: [String: Call.Argument],
    _ options: [String: Call.Option] = [:]
  ) throws {
    func reduced(_ reduction: String) throws -> [Ball] {
      var options = options
      options["reduction"] = .word(reduction)
      return try values(function, arguments, options)
    }
    let losses = try reduced("none")
    let (sum, mean) = (try reduced("sum"), try reduced("mean"))
    try equal(sum, [losses.sum], "the sum against the sum of the losses")
    if losses.isEmpty {
      try isNaN(mean[0], "the mean of nothing")
    } else {
      try equal(mean, [losses.sum / exact(Rational(losses.count))], "the mean of the losses")
    }
  }

  /// (f(x + h) − f(x − h)) / 2h by each number of a list.
  func centralSlopes(
    at x: [Rational], step h: Rational, of f: ([Rational]) throws -> Ball
  ) throws -> [Ball] {
    try x.indices.map { index in
      var (above, below) = (x, x)
      (above[index], below[index]) = (x[index] + h, x[index] - h)
      return try (f(above) - f(below)) / exact(2 * h)
    }
  }

  /// States that a number lies between two.
  func between(
    _ low: Rational, _ value: Ball, _ high: Rational, _ what: @autoclosure () -> String = ""
  ) throws {
    try atMost(exact(low), value, what())
    try atMost(value, exact(high), what())
  }

  /// States f(b) ≥ f(a) + ⟨g, b − a⟩, what makes g a subgradient at a of a convex f.
  func supports(
    _ slopes: [Ball], at a: [Rational], _ valueAtA: Ball, _ b: [Rational], _ valueAtB: Ball
  ) throws {
    let rise = zip(slopes, zip(b, a)).map { $0 * exact($1.0 - $1.1) }.sum
    try atMost(valueAtA + rise, valueAtB, "the tangent at the first point, at the second,")
  }

  func exact(_ values: [Rational]) -> [Ball] { values.map { exact($0) } }
}

extension [Rational] {
  var total: Rational { reduce(.zero, +) }
  var mean: Rational { total / Rational(count) }

  /// Element by element.
  func plus(_ other: Self) -> Self { zip(self, other).map { $0 + $1 } }
  func plus(_ shift: Rational) -> Self { map { $0 + shift } }
  func times(_ factor: Rational) -> Self { map { $0 * factor } }
}
