import CrossEntropy
import Exact

/// How far an algorithm in a format is off, in units in the last place of the exact value.
struct ErrorCurve {
  /// A stretch on which the answer is no number.
  struct Break {
    let range: ClosedRange<Rational>
    let answer: Extended
  }

  let format: Format
  /// The algorithm: from a number of the format to its answer.
  let computed: (Rational) -> Extended
  /// What it should answer.
  let exact: (Rational) -> Ball

  /// Digits of the exact values: enough to see an error of the least part of an ulp.
  static let precision = 200

  /// The number of the format from which an answer is computed.
  private func input(_ x: Rational) -> Rational {
    Floating(rounding: x, to: format).value.asRational!
  }

  /// The error at a number; nil if the answer is an infinity or NaN.
  func error(_ x: Rational) -> Rational? {
    let x = input(x)
    guard let answer = computed(x).asRational else { return nil }
    let value = exact(x).midpoint
    let least = Integer(format.leastExponent - format.precision + 1)
    let place = value.isZero ? least : max(least, value.top - Integer(format.precision))
    return (answer - value.asRational).magnitude * .powerOfTwo(-place.asInt!)
  }

  /// The greatest error of each of some equal stretches, at its middle, and where answers are no
  /// numbers.
  func envelope(
    _ range: ClosedRange<Rational>, stretches: Int, samples: Int = 9
  ) -> (points: [Point?], breaks: [Break]) {
    let width = (range.upperBound - range.lowerBound) / Rational(stretches)
    var points: [Point?] = []
    var breaks: [Break] = []
    var last: (x: Rational, isNumber: Bool)?
    var start = range.lowerBound
    for stretch in 0..<stretches {
      let left = range.lowerBound + Rational(stretch) * width
      var worst: Rational?
      for sample in 0..<samples {
        let x = left + width * Rational(2 * sample + 1, 2 * samples)
        let error = error(x)
        if let before = last, before.isNumber != (error != nil) {
          let edge = boundary(before.x, x)
          if error == nil {
            start = edge
          } else {
            breaks.append(Break(range: start...edge, answer: computed(input(before.x))))
          }
        }
        last = (x, error != nil)
        if let error { worst = max(worst ?? error, error) }
      }
      // What is no error at all lies below any logarithmic side.
      let height = worst.map { max($0, Rational(1, 1000)) }
      points.append(height.map { Point(left + width / 2, $0) })
    }
    if let last, !last.isNumber {
      breaks.append(
        Break(range: start...range.upperBound, answer: computed(input(last.x))))
    }
    return (points, breaks)
  }

  /// Where, between two numbers, the answers begin or cease to be numbers.
  private func boundary(_ a: Rational, _ b: Rational) -> Rational {
    let isNumber = error(a) != nil
    var (low, high) = (a, b)
    for _ in 0..<12 {
      let middle = (low + high) / 2
      if (error(middle) != nil) == isNumber { low = middle } else { high = middle }
    }
    return high
  }
}
