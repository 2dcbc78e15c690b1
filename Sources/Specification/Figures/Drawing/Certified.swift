import CrossEntropy
import Exact

/// Numbers for drawing, each the nearest of so many digits to the exact one.
enum Certified {
  /// Far more digits than a picture shows.
  private static let digits = 15

  /// The elements of a value; nil for an infinity or NaN.
  static func values(_ call: Call) throws -> [Rational?] {
    try Reference(call).digits(digits).value.elements.map(\.asRational)
  }

  /// The elements of the gradient that a call asks for.
  static func gradient(_ call: Call) throws -> [Rational?] {
    try Reference(call).digits(digits).gradient[call.gradient[0]]!.elements.map(\.asRational)
  }

  /// The number of an expression.
  static func number(_ expression: String) throws -> Rational {
    let calculation = try Calculation(parsing: expression)
    return try calculation.rounded(to: DecimalTarget(count: digits)).elements[0].asRational!
  }

  /// A function of one number at each of some.
  static func values(_ function: String, _ argument: String = "x", at x: [Rational]) throws
    -> [Rational?]
  {
    try values(Call(function, [argument: .vector(x)]))
  }
}

extension DecimalValue {
  fileprivate var asRational: Rational? {
    if case .finite(let digits) = self { digits.asRational } else { nil }
  }
}

/// Places at which a curve is drawn.
enum Samples {
  /// So many equal steps from one number to another, both ends included.
  static func even(_ range: ClosedRange<Rational>, steps: Int) -> [Rational] {
    let width = range.upperBound - range.lowerBound
    return (0...steps).map { range.lowerBound + width * Rational($0, steps) }
  }

  /// From 0 to 1, without 0, ever closer towards 0.
  static func towardsZero(steps: Int) -> [Rational] {
    (1...steps).map { Rational($0, steps).power(3) }
  }

  /// From 0 to 1, without the ends, ever closer towards both.
  ///
  /// - Parameter isDense: whether so close that even a logarithm has gone far.
  static func unit(steps: Int, isDense: Bool = false) -> [Rational] {
    // Flat at both ends.
    func step(_ t: Rational) -> Rational { t * t * (Rational(3) - 2 * t) }
    return (1..<steps).map { index in
      let t = step(Rational(index, steps))
      return isDense ? step(t) : t
    }
  }
}
