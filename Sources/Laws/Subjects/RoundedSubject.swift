public import CrossEntropy
public import Exact

/// The reference correctly rounded to a format: each answer stands for the numbers nearest to it.
public struct RoundedSubject: Subject {
  /// The format that every answer is rounded to.
  public let format: Format
  /// `rounded-` and the name of the format.
  public var name: String { "rounded-\(format.rawValue)" }
  /// The nearest numbers of the format.
  public var promise: Promise { .rounded }
  /// The numbers of the format.
  public var numbers: Numbers { .format(format) }

  /// The reference, correctly rounded to a format.
  public init(_ format: Format) { self.format = format }

  /// All that rounds to the answer: half a unit of its last place to either side.
  ///
  /// - Throws: `DataError` for data that are refused; `Undecided` where the value is not known to
  ///   be rounded.
  public func answer(_ call: Call) throws -> Answer<Ball> {
    try Reference(call).floating(format).map { Ball(roundedTo: $0) }
  }
}

/// The reference correctly rounded to 38 decimal digits.
public struct RoundedDecimalSubject: Subject {
  /// `rounded-decimal`.
  public var name: String { "rounded-decimal" }
  /// The nearest numbers of 38 digits.
  public var promise: Promise { .rounded }
  /// The numbers of at most 38 digits.
  public var numbers: Numbers { .decimal }

  /// The reference, correctly rounded to 38 digits.
  public init() {}

  /// All that rounds to the answer: half a unit of its last digit to either side.
  ///
  /// - Throws: `DataError` for data that are refused; `Undecided` where the value is not known to
  ///   be rounded.
  public func answer(_ call: Call) throws -> Answer<Ball> {
    try Reference(call).decimal38().map { Ball(roundedTo: $0) }
  }
}

extension Ball {
  /// The numbers that round to one of a format; unknown for an infinity, which may be an overflow.
  init(roundedTo value: Floating) {
    switch value.value {
    case .nan: self = .nan
    case .infinity: self = .unknown(precision: ReferenceSubject.precision)
    case .finite(let number):
      let center = Dyadic(exactly: number)!
      let least = Integer(value.format.leastExponent - value.format.precision + 1)
      // Half a unit in the last place, of the binade that the number begins.
      let ulp =
        center.isZero ? least : max(least, center.top - Integer(value.format.precision))
      self.init(
        midpoint: center, radius: .powerOfTwo(ulp - Integer(1)),
        precision: ReferenceSubject.precision)
    }
  }

  /// The numbers that round to a decimal one.
  init(roundedTo value: Decimal38) {
    switch value.value {
    case .nan: self = .nan
    case .infinity: self = .unknown(precision: ReferenceSubject.precision)
    case .finite(let number):
      // The 38th digit stands at most 37 places behind the first, so half of its unit is at most
      // 5·10^−38 of the number. What rounds to 0 is less than 10^−900,000 in size.
      let center = Ball(number, precision: ReferenceSubject.precision)
      let half = Ball(number.magnitude * 5 * Rational(10).power(-38), precision: 64)
      let radius =
        number.isZero
        ? Magnitude.powerOfTwo(Integer(-2_900_000)) : center.radius + Magnitude(above: half.upper)
      self.init(
        midpoint: center.midpoint, radius: radius, precision: ReferenceSubject.precision)
    }
  }
}
