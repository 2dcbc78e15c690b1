public import Exact
public import Foundation

// To and from Foundation's Decimal, digit by digit: its operators cut, and trap on some numbers, so
// none is used here.

/// What a Foundation `Decimal` cannot hold.
public enum DecimalConversionError: Error, Hashable, Sendable {
  /// NaN, which a decimal could hold but not be trusted with.
  case notANumber
  /// An infinity, which a decimal cannot hold.
  case infinite(isNegative: Bool)
  /// Above the greatest Decimal, 3.4·10¹⁶⁵, or with a digit below the place 10⁻¹²⁸.
  case outOfRange(Decimal38)
}

extension DecimalConversionError: CustomStringConvertible {
  /// The reason, as a sentence without its end.
  public var description: String {
    switch self {
    case .notANumber: "the value is NaN, which is no Decimal here"
    case .infinite(let isNegative):
      "the value is \(isNegative ? "-" : "")infinity, which no Decimal is"
    case .outOfRange(let value):
      "\(value) is above the greatest Decimal, or has a digit below the place 10^-128"
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
  /// - Throws: ``DecimalConversionError`` for infinities, NaN, and numbers above the greatest
  ///   Decimal, or with a digit below the place 10⁻¹²⁸: nothing is rounded away, and
  ///   nothing becomes zero.
  public init(_ value: Decimal38) throws(DecimalConversionError) {
    if value.isNaN { throw .notANumber }
    if value.isInfinite { throw .infinite(isNegative: value.isNegative) }
    if value.isZero {
      self = 0
      return
    }
    if value.exponent > Decimal.exponents.upperBound {
      // Room may be left for zeros at the end (10¹⁶⁵ is 10³⁸·10¹²⁷), but only text can write them.
      let text = (value.isNegative ? "-" : "") + String(value.significand)
      guard value.exponent <= 165,
        let padded = Decimal(string: text + String(repeating: "0", count: value.exponent)),
        (try Rational(padded)) == value.value.asRational
      else { throw .outOfRange(value) }
      self = padded
      return
    }
    guard Decimal.exponents.contains(value.exponent),
      let significand = Decimal(exactly: value.significand)
    else { throw .outOfRange(value) }
    // The significand has no zeros at its end; with some, the initializer would strip them off, add
    // their count to the exponent, and answer NaN where that passes 127.
    self.init(
      sign: value.isNegative ? .minus : .plus, exponent: value.exponent, significand: significand)
  }
}
