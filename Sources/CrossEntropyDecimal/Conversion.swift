public import Exact
public import Foundation

// To and from Foundation's Decimal, digit by digit: its operators cut, and trap on some numbers, so
// none is used here.

/// What a Foundation `Decimal` cannot hold.
public enum DecimalConversionError: Error, Hashable, Sendable {
  case notANumber
  case infinite(isNegative: Bool)
  /// Too large, or with digits below the 128th decimal place.
  case outOfRange(Decimal38)
}

extension DecimalConversionError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notANumber: "the value is NaN, which is no Decimal here"
    case .infinite(let isNegative):
      "the value is \(isNegative ? "-" : "")infinity, which no Decimal is"
    case .outOfRange(let value):
      "\(value) lies outside the digits from 10^-128 to 10^165 that a Decimal can hold"
    }
  }
}

extension Rational {
  /// The exact value of a decimal number.
  /// - Throws: `DecimalConversionError.notANumber`.
  public init(_ value: Decimal) throws(DecimalConversionError) {
    // The description is exact for every Decimal, and the only public way to all of its digits
    // that does not compute with it.
    guard !value.isNaN, let exact = Rational(value.description) else { throw .notANumber }
    self = exact
  }
}

extension Extended {
  /// The exact value of a decimal number, or NaN.
  public init(_ value: Decimal) {
    self = (try? Rational(value)).map { .finite($0) } ?? .nan
  }
}

extension Decimal38 {
  /// The value of a `Decimal`; one of 39 digits is rounded to 38, ties to the even digit.
  /// - Throws: `DecimalConversionError.notANumber`.
  public init(_ value: Decimal) throws(DecimalConversionError) {
    self.init(try Rational(value))
  }
}

extension Decimal {
  /// The powers of ten that a Decimal's last digit may stand for.
  private static let exponents = -128...127

  /// The same number, exactly.
  /// - Throws: `DecimalConversionError` for infinities, NaN, and numbers with a digit outside the
  ///   places of a Decimal: nothing is rounded away, and nothing becomes zero.
  public init(_ value: Decimal38) throws(DecimalConversionError) {
    if value.isNaN { throw .notANumber }
    if value.isInfinite { throw .infinite(isNegative: value.isNegative) }
    if value.isZero {
      self = 0
      return
    }
    var (digits, exponent) = (value.significand, value.exponent)
    // A large exponent may leave room for zeros at the end: 10^165 is 10^38 · 10^127.
    while exponent > Decimal.exponents.upperBound {
      let (product, overflow) = digits.multipliedReportingOverflow(by: 10)
      if overflow { throw .outOfRange(value) }
      (digits, exponent) = (product, exponent - 1)
    }
    guard Decimal.exponents.contains(exponent), let significand = Decimal(exactly: digits) else {
      throw .outOfRange(value)
    }
    // A significand ending in zeros may be stored shortened, with an exponent of its own.
    self.init(
      sign: value.isNegative ? .minus : .plus, exponent: exponent, significand: significand)
  }
}
