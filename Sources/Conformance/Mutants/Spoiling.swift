import CrossEntropy
import Exact

// What wrong answers are made of.

extension Ball {
  /// A number that enters a wrong answer.
  static func number(_ value: Rational) -> Ball { Ball(value, precision: 600) }

  /// The double nearest to the midpoint.
  var roundedToDouble: Ball {
    if !isFinite || midpoint.isZero { return self }
    if midpoint.top < -1100 { return Ball(0) }
    if midpoint.top > 1100 { return midpoint.isNegative ? -.infinity : .infinity }
    let double = Floating(rounding: .finite(midpoint.asRational), to: .float64)
    return Ball(double.value, precision: 600)
  }
}

extension Extended {
  var negated: Extended {
    switch self {
    case .finite(let value): .finite(-value)
    case .infinity(let isNegative): .infinity(isNegative: !isNegative)
    case .nan: .nan
    }
  }

  func times(_ factor: Rational) -> Extended { asRational.map { .finite($0 * factor) } ?? self }
}

extension Tensor {
  /// Other elements in the same shape.
  func shaped<Other>(_ elements: [Other]) -> Tensor<Other> { Tensor<Other>(shape: shape, elements) }
}

extension Answer<Ball> {
  /// Replaces the elements at finite x of a function of one number.
  mutating func replace(_ call: Call, _ change: (Rational, Ball) -> Ball) {
    value = value.shaped(
      zip(call.numbers("x"), value.elements).map { x, value in
        x.asRational.map { change($0, value) } ?? value
      })
  }

  /// Replaces the slopes at finite x, each of which is then multiplied by its cotangent.
  mutating func replaceSlopes(_ call: Call, _ change: (Rational, Ball) -> Ball) {
    replaceSlopes(call) { _, x, slope in change(x, slope) }
  }

  mutating func replaceSlopes(_ call: Call, _ change: (Int, Rational, Ball) -> Ball) {
    guard let slopes = gradient["x"] else { return }
    let x = call.numbers("x")
    gradient["x"] = slopes.shaped(
      x.indices.map { index in
        guard let number = x[index].asRational else { return slopes.elements[index] }
        let g = call.cotangent?.elements[index].asRational ?? 1
        if g.isZero { return Ball(0) }
        return .number(g) * change(index, number, slopes.elements[index] / .number(g))
      })
  }
}
