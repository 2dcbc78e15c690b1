/// Real numbers as generators want them: edges often, all magnitudes, never outside the range.
///
/// Of eight numbers, on average,
/// - one is an edge, of the format, of the functions that overflow and underflow in it, or of the
///   range;
/// - two are small whole numbers, so that equal ones and simple ones are met;
/// - one is of any magnitude that the format has, and one of a moderate one, from 2^−40 to 2^40, all
///   exponents being equally likely;
/// - three are evenly spread over the next 1, 10, 100 or 1000.
///
/// All this is seen from the number of the range that is nearest to 0.
struct Reals {
  let format: BinaryFormat
  /// Between numbers of the format.
  let range: ClosedRange<Double>

  /// Nil if the format has no number in the range.
  init?(_ range: ClosedRange<Double>, _ format: BinaryFormat) {
    guard let range = format.numbers(in: range) else { return nil }
    (self.range, self.format) = (range, format)
  }

  /// A number of the format in the range, near to one that may be neither. −0 counts as 0.
  func nearest(to value: Double) -> Double {
    let rounded = format.round(value)
    return rounded < range.lowerBound
      ? range.lowerBound : rounded > range.upperBound ? range.upperBound : rounded
  }

  func draw(_ random: inout SplitMix) -> Double {
    let value =
      switch Int.random(in: 0..<8, using: &random) {
      case 0: edge(&random)
      case 1, 2: small(&random)
      case 3: logUniform(format.exponents.lowerBound + 1 - format.precision...1023, &random)
      case 4: logUniform(-40...40, &random)
      default: uniform([1, 10, 100, 1000].randomElement(using: &random)!, &random)
      }
    return nearest(to: value)
  }

  private var center: Double { min(max(0, range.lowerBound), range.upperBound) }

  /// A whole number about the center, or a short fraction where the range has room for few.
  private func small(_ random: inout SplitMix) -> Double {
    let width = range.upperBound / 2 - range.lowerBound / 2
    if width == 0 { return center }
    let unit = width >= 4 ? 1 : max(.power(Int(width.exponent) - 2), format.leastNonzero)
    let low = max(range.lowerBound / unit, center / unit - 20).rounded(.up)
    let high = min(range.upperBound / unit, center / unit + 20).rounded(.down)
    guard low <= high else { return center }
    return (low + Double(Int.random(in: 0...Int(high - low), using: &random))) * unit
  }

  private func uniform(_ reach: Double, _ random: inout SplitMix) -> Double {
    let low = max(range.lowerBound, center - reach)
    let high = min(range.upperBound, center + reach)
    return Double.random(in: low...high, using: &random)
  }

  /// Some exponent as likely as another, as far as the range has it.
  private func logUniform(_ exponents: ClosedRange<Int>, _ random: inout SplitMix) -> Double {
    let isNegative =
      range.upperBound <= 0 || range.lowerBound < 0 && Bool.random(using: &random)
    let low = max(isNegative ? -range.upperBound : range.lowerBound, format.leastNonzero)
    let high = isNegative ? -range.lowerBound : range.upperBound
    guard low <= high else { return center }
    let (least, most) = (Int(low.exponent), Int(high.exponent))
    let exponent = Int.random(
      in: exponents.clamped(to: least...most), using: &random)
    let power = Double.power(exponent)
    let from = exponent == least ? low / power : 1
    let to = exponent == most ? high / power : 2
    let size = Double.random(in: from...to, using: &random) * power
    return isNegative ? -size : size
  }

  /// A number at which something changes, or one beside it.
  private func edge(_ random: inout SplitMix) -> Double {
    let isEndOfBinade = Int.random(in: 0..<4, using: &random) == 0
    let binade = Double.power(Int.random(in: format.exponents, using: &random))
    let edges = isEndOfBinade ? [binade, -binade] : edges
    let candidates = edges.flatMap { edge in
      [edge, format.next(after: edge), format.next(before: edge)]
    }.filter(range.contains)
    return candidates.randomElement(using: &random) ?? range.upperBound
  }

  /// Where a format and its exponential function change, in both signs, and the ends of the range.
  private var edges: [Double] {
    let exponents = format.exponents
    let sizes =
      [0, 0.5, 1, format.leastNonzero, format.leastNormal, format.ulpOfOne, format.greatest]
      // Their squares overflow and underflow.
      + [.power((exponents.upperBound + 1) / 2), .power(exponents.lowerBound / 2)]
      + [
        exponents.upperBound + 1,  // exp overflows
        exponents.lowerBound,  // exp is subnormal
        exponents.lowerBound + 1 - format.precision,  // exp is the least number
        exponents.lowerBound - format.precision,  // exp is 0
        format.precision,  // 1 + exp is 1
      ].map { format.round(Double(abs($0)) * Self.logOfTwo, .down) }
    return sizes + sizes.map(-) + [range.lowerBound, range.upperBound]
  }

  private static let logOfTwo = 0x1.62e42fefa39efp-1
}
