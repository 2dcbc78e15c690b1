package import CrossEntropy
public import Exact

/// A decimal number as somebody printed it: what it says, and how many places it shows.
public struct PrintedNumber: Sendable, Hashable {
  /// The number as it was printed.
  public let text: String
  /// The number as it is read, exactly.
  public let value: Rational
  /// Digits after the point, the exponent counted in.
  public let places: Int

  /// Reads `-0.505` or `1.2e-5`; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(
      maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: { $0 == "e" || $0 == "E" })
    let digits = parts[0].drop { $0 == "-" || $0 == "+" }
    guard let value = Rational(text), !digits.isEmpty,
      digits.allSatisfy({ $0 == "." || ("0"..."9").contains($0) }),
      let exponent = parts.count == 2 ? Int(parts[1]) : 0
    else { return nil }
    let fraction = digits.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first
    (self.text, self.value, places) = (text, value, (fraction?.count ?? 0) - exponent)
  }

  /// A unit of the last place shown.
  public var unit: Rational { Rational(10).power(-places) }

  /// The text of a number with as many places as this one.
  func text(of units: Integer) -> String {
    if places <= 0 { return (Rational(units) * unit).description }
    let digits = units.magnitude.description
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    return (units.isNegative ? "-" : "") + padded.dropLast(places) + "." + padded.suffix(places)
  }
}

/// Two rational numbers between which a value surely lies; both are the value if it is rational.
public struct DecimalInterval: Sendable, Hashable {
  /// The lower end.
  public let low: Rational
  /// The upper end.
  public let high: Rational

  /// Everything from one number to another, both included.
  public init(_ low: Rational, _ high: Rational) { (self.low, self.high) = (low, high) }

  var isWide: Bool { low < high }

  /// The ball that holds both ends and everything between them.
  func ball(precision: Int) -> Ball {
    let (a, b) = (Ball(low, precision: precision), Ball(high, precision: precision))
    return isWide ? .between(low: a.lower, high: b.upper, precision: precision) : a
  }

  /// The interval of a number correctly rounded to its digits; nil for NaN and the infinities.
  public init?(_ rounded: DecimalValue, exact: Extended?) {
    if let exact {
      guard let value = exact.asRational else { return nil }
      self.init(value, value)
      return
    }
    guard case .finite(let digits) = rounded else { return nil }
    let half = Rational(10).power(digits.exponent.asInt!) * Rational(1, 2)
    self.init(digits.asRational - half, digits.asRational + half)
  }

  /// The intervals of rounded values, of which some are known exactly.
  public static func of(_ rounded: [DecimalValue], exact: [Extended?]) -> [DecimalInterval?] {
    zip(rounded, exact).map { DecimalInterval($0, exact: $1) }
  }

  /// Whether the value is exactly a number.
  public func isExactly(_ number: Rational) -> Bool { low == number && high == number }

  /// Whether a printed number is the value rounded to the places shown; from a tie either way.
  public func rounds(to printed: PrintedNumber) -> Bool {
    let half = printed.unit * Rational(1, 2)
    return low >= printed.value - half && high <= printed.value + half
  }

  /// Whether a printed number is the value cut, toward zero, to the places shown.
  public func truncates(to printed: PrintedNumber) -> Bool {
    Rational(truncated(printed)) * printed.unit == printed.value
  }

  /// The value rounded to as many places as a printed number shows.
  public func rounded(to printed: PrintedNumber) -> String {
    printed.text(of: (low / printed.unit + Rational(1, 2)).floor)
  }

  /// The value cut to as many places as a printed number shows, in units of the last.
  func truncated(_ printed: PrintedNumber) -> Integer {
    let units = low / printed.unit
    return units.isNegative ? -units.magnitude.floor : units.floor
  }
}

extension Calculation {
  /// The numbers between which each element surely lies, to so many significant digits; nil for NaN
  /// and the infinities.
  /// - Throws: `Undecided`.
  package func intervals(digits: Int) throws -> [DecimalInterval?] {
    try DecimalInterval.of(
      rounded(to: DecimalTarget(count: digits)).elements, exact: exactValues().elements)
  }
}
