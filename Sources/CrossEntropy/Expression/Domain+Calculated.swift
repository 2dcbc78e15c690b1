import Exact

// Numbers that are still to be calculated, such as the elements of softmax([1, 2]), have no exact
// value to be compared with the ends of a domain: balls are.

extension Domain {
  /// A number of the domain, to stand for one that is still to be calculated.
  var example: Rational {
    switch self {
    case .probability: Rational(1, 2)
    case .clip: Rational(1, 4)
    case .aboveOne: Rational(2)
    case .real, .finite, .binary, .signed, .logProbability, .nonnegative, .positive: Rational(1)
    }
  }

  /// Whether the domain is a few separate numbers, of which no enclosure can be one.
  var isDiscrete: Bool { self == .binary || self == .signed }

  private var lowerEnd: Rational? {
    switch self {
    case .probability, .nonnegative, .positive, .clip: .zero
    case .aboveOne: .one
    case .real, .finite, .binary, .signed, .logProbability: nil
    }
  }

  private var upperEnd: Rational? {
    switch self {
    case .probability: .one
    case .clip: Rational(1, 2)
    default: nil
    }
  }

  /// Refuses numbers that surely lie outside. One that 4096 bits do not tell from an end of the
  /// domain, like sigmoid(1000000) from 1, is taken to lie inside.
  func check(
    _ bound: Bound, _ exact: [Extended?], _ name: String, at column: Int
  ) throws(ExpressionError) {
    if lowerEnd == nil && upperEnd == nil && self == .real { return }
    for precision in [64, 256, 1024, 4096] {
      guard let balls = try? bound.term.value(over: Ball.self, precision: precision) else {
        continue
      }
      var isOpen = false
      for (offset, ball) in balls.elements.enumerated() where exact[offset] == nil {
        switch contains(ball) {
        case true: continue
        case nil: isOpen = true
        case false:
          let index = balls.indices(at: offset).map(String.init).joined(separator: ", ")
          let digits = DecimalDigits(rounding: ball, count: 6)?.description ?? "\(ball)"
          throw .data(
            "\(name)\(index.isEmpty ? "" : "[\(index)]") is \(digits)…, outside \(rawValue)",
            at: column)
        }
      }
      if !isOpen { return }
    }
  }

  /// Whether the number in a ball lies in the domain; nil where that is open.
  private func contains(_ ball: Ball) -> Bool? {
    if ball.isNaN { return true }
    if ball.isUnknown { return nil }
    if ball.isInfinite { return self == .logProbability && ball.isNegativeInfinity }
    let (low, high) = (ball.lower, ball.upper)
    func compare(_ a: Dyadic, _ b: Rational) -> Int {
      let number = Ball(midpoint: a, precision: 0) - Ball(b, precision: 0)
      return number.sign ?? 0
    }
    if let end = lowerEnd {
      if compare(high, end) < 0 { return false }
      if compare(low, end) < 0 { return nil }
    }
    if let end = upperEnd {
      if compare(low, end) > 0 { return false }
      if compare(high, end) > 0 { return nil }
    }
    return true
  }
}
