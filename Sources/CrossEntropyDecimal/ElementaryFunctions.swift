import Exact
public import Foundation

// The elementary functions of a Decimal, correctly rounded to 38 digits, ties to the even digit.
//
// The argument is taken exactly, with all of its digits. Values whose algebraic form is rational
// (the logarithms of powers of the base, e⁰, log 1) are decided as such; all others are irrational,
// so that a high enough precision always decides the last digit.

extension Decimal {
  /// e to the power `x`.
  /// - Throws: ``DecimalConversionError`` if `x` is NaN, or where the value is beyond a Decimal:
  ///   above 3.4·10¹⁶⁵, or so small that its 38 digits pass the 128th decimal place (x < −207).
  public static func exp(_ x: Decimal) throws(DecimalConversionError) -> Decimal {
    try rounded(.exp(Symbolic(try Rational(x))))
  }

  /// The natural logarithm.
  /// - Throws: ``DecimalConversionError`` if `x` is zero (−∞), negative or NaN.
  public static func log(_ x: Decimal) throws(DecimalConversionError) -> Decimal {
    try rounded(.log(Symbolic(try Rational(x))))
  }

  /// The logarithm to base 2, exact for powers of two.
  /// - Throws: ``DecimalConversionError`` if `x` is zero (−∞), negative or NaN.
  public static func log2(_ x: Decimal) throws(DecimalConversionError) -> Decimal {
    try rounded(.log(Symbolic(try Rational(x))) / .log(Symbolic(2)))
  }

  /// The logarithm to base 10, exact for powers of ten.
  /// - Throws: ``DecimalConversionError`` if `x` is zero (−∞), negative or NaN.
  public static func log10(_ x: Decimal) throws(DecimalConversionError) -> Decimal {
    try rounded(.log(Symbolic(try Rational(x))) / .log(Symbolic(10)))
  }

  private static func rounded(_ value: Symbolic) throws(DecimalConversionError) -> Decimal {
    // Never opaque, hence never undecided.
    guard let rounded = Decimal38Target().round(value, cap: 1 << 20) else { throw .notANumber }
    return try Decimal(rounded)
  }
}
