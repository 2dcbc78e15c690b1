/// Real numbers as generators want them: edges often, all magnitudes, never outside the range.
enum Reals {
  /// Edges that every range and format has.
  private static func edges(_ range: ClosedRange<Double>, _ format: BinaryFormat) -> [Double] {
    let ulpOfOne = power(1 - format.precision)
    let leastNormal = power(format.exponents.lowerBound)
    let greatest = power(format.exponents.upperBound) * (2 - ulpOfOne)
    return [
      0, -0.0, 1, -1, 0.5, leastNormal, leastNormal * ulpOfOne, ulpOfOne, 1 - ulpOfOne / 2,
      1 + ulpOfOne, greatest, range.lowerBound, range.upperBound,
    ].filter { range.contains($0) && $0.isFinite }
  }

  /// 2^exponent, 0 if it is below all numbers.
  static func power(_ exponent: Int) -> Double {
    Double(sign: .plus, exponent: exponent, significand: 1)
  }

  /// 1 in 8 an edge, 2 in 8 a small whole number, 2 in 8 log-uniform, the rest uniform.
  static func draw(
    in range: ClosedRange<Double>, _ format: BinaryFormat, _ random: inout SplitMix
  ) -> Double {
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return edges(range, format).randomElement(using: &random) ?? range.lowerBound
    case 1, 2: return Double(Int.random(in: -20...20, using: &random))
    case 3, 4:
      let size = max(abs(range.lowerBound), abs(range.upperBound))
      let top = size > 0 && size.isFinite ? Int(size.exponent) : format.exponents.upperBound
      let exponents = max(format.exponents.lowerBound, -40)...max(top, -40)
      let value =
        power(Int.random(in: exponents, using: &random))
        * Double.random(in: 1..<2, using: &random)
      return Bool.random(using: &random) ? value : -value
    default:
      let low = max(range.lowerBound, -1000)
      let high = min(range.upperBound, 1000)
      return low < high ? Double.random(in: low...high, using: &random) : low
    }
  }

  /// A number of the format in the range, near to one that may be neither.
  static func nearest(
    to value: Double, in range: ClosedRange<Double>, _ format: BinaryFormat, simplest: Double
  ) -> Double {
    let rounded = round(value, format)
    if range.contains(rounded) { return rounded }
    let clamped = min(max(value, range.lowerBound), range.upperBound)
    let inner = round(clamped, format)
    return range.contains(inner) ? inner : simplest
  }

  /// The number of the format nearest to a finite one, ties to even.
  static func round(_ value: Double, _ format: BinaryFormat) -> Double {
    if value == 0 || format == .binary64 || !value.isFinite { return value }
    let exponent = max(Int(value.exponent), format.exponents.lowerBound) - (format.precision - 1)
    // Two scalings of moderate size: 2^exponent itself may be below all doubles.
    let half = exponent / 2
    let scaled = value / power(half) / power(exponent - half)
    return scaled.rounded(.toNearestOrEven) * power(half) * power(exponent - half)
  }
}
