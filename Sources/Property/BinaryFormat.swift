/// A binary format that numbers are drawn in. Its finite numbers are all doubles.
public struct BinaryFormat: Sendable, Hashable {
  /// Binary digits of a significand, the leading one included.
  public let precision: Int
  /// The exponents of normal numbers, 2^e ≤ |x| < 2^(e+1).
  public let exponents: ClosedRange<Int>

  /// The format of so many digits, with subnormal numbers below the least exponent.
  /// - Precondition: the numbers of the format are doubles.
  public init(precision: Int, exponents: ClosedRange<Int>) {
    precondition(
      1...53 ~= precision && exponents.lowerBound >= -1022 && exponents.upperBound <= 1023
        && exponents.contains(0), "a format of numbers that are not doubles")
    (self.precision, self.exponents) = (precision, exponents)
  }

  /// IEEE 754's binary64: `Double`.
  public static let binary64 = BinaryFormat(precision: 53, exponents: -1022...1023)
  /// IEEE 754's binary32: `Float`.
  public static let binary32 = BinaryFormat(precision: 24, exponents: -126...127)
  /// IEEE 754's binary16.
  public static let binary16 = BinaryFormat(precision: 11, exponents: -14...15)
  /// bfloat16: the exponents of binary32 with 8 digits.
  public static let bfloat16 = BinaryFormat(precision: 8, exponents: -126...127)
}

extension BinaryFormat {
  /// The distance from 1 to the next number.
  public var ulpOfOne: Double { .power(1 - precision) }
  /// The greatest finite number.
  public var greatest: Double { .power(exponents.upperBound) * (2 - ulpOfOne) }
  /// The least positive number of full precision.
  public var leastNormal: Double { .power(exponents.lowerBound) }
  /// The least positive number, a subnormal one.
  public var leastNonzero: Double { .power(exponents.lowerBound + 1 - precision) }

  /// A number of the format next to this one, the nearest unless the rule says otherwise.
  /// Beyond the greatest numbers, those.
  public func round(
    _ value: Double, _ rule: FloatingPointRoundingRule = .toNearestOrEven
  ) -> Double {
    if abs(value) >= greatest { return value < 0 ? -greatest : greatest }
    if value == 0 || value.isNaN { return value }
    let ulp = ulp(of: value)
    // Dividing and multiplying by a power of two is exact here.
    return (value / ulp).rounded(rule) * ulp
  }

  /// The number of the format after one; the greatest after itself.
  public func next(after value: Double) -> Double {
    if value >= greatest { return greatest }
    let step = ulp(of: value)
    // Below a power of two the numbers are twice as dense.
    let isBinadeEnd = value < 0 && value.significandWidth == 0 && abs(value) > leastNormal
    return value + (isBinadeEnd ? step / 2 : step)
  }

  /// The number of the format before one; the least before itself.
  public func next(before value: Double) -> Double { -next(after: -value) }

  /// The part of a range between its least and its greatest number of the format; nil if it has none.
  public func numbers(in range: ClosedRange<Double>) -> ClosedRange<Double>? {
    let (low, high) = (round(range.lowerBound, .up), round(range.upperBound, .down))
    return low <= high && range.contains(low) && range.contains(high) ? low...high : nil
  }

  private func ulp(of value: Double) -> Double {
    value == 0
      ? leastNonzero
      : .power(max(Int(value.exponent), exponents.lowerBound) + 1 - precision)
  }
}

extension Double {
  /// 2^exponent, 0 if it is below all numbers.
  static func power(_ exponent: Int) -> Double {
    Double(sign: .plus, exponent: exponent, significand: 1)
  }
}
