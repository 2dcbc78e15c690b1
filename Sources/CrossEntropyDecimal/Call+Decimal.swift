public import CrossEntropy
import Exact
public import Foundation

extension Call.Argument {
  /// A vector of decimal numbers, taken exactly; NaN stays NaN.
  public static func decimals(_ values: [Decimal]) -> Self {
    .real(Tensor(values.map { Extended($0) }))
  }

  /// A matrix of decimal numbers, by rows, taken exactly.
  /// - Precondition: all rows have the same length.
  public static func decimals(_ rows: [[Decimal]]) -> Self {
    .real(
      Tensor(shape: [rows.count, rows.first?.count ?? 0], rows.joined().map { Extended($0) }))
  }

  /// A single decimal number, of shape [].
  public static func decimal(_ value: Decimal) -> Self { .real(Tensor(Extended(value))) }
}

extension Call.Option {
  /// A decimal number, taken exactly.
  public static func decimal(_ value: Decimal) -> Self { .real(Extended(value)) }
}

// Two answers of 38 digits, and they differ. `decimals` is the true value, rounded once.
// `decimalFormula` is what the formula gives when each of its steps is rounded to 38 digits, as in a
// program that computes with decimals; its last digits are off by what the roundings add up to.

extension Reference {
  /// Every element of the true answer, correctly rounded to 38 digits.
  ///
  ///     let call = Call("entropy", ["p": .decimals([0.25, 0.75])], options: ["base": .decimal(2)])
  ///     let bits = try Reference(call).decimals().value.elements[0]
  ///
  /// - Throws: ``DecimalConversionError`` for an element that no Decimal holds; `Undecided` and
  ///   `DataError` as `decimal38()`.
  public func decimals() throws -> Answer<Decimal> { try decimal38().map { try Decimal($0) } }

  /// The formula run in 38-digit decimal arithmetic, each operation correctly rounded, the
  /// roundings accumulating.
  /// - Throws: as `decimals()`.
  public func decimalFormula() throws -> Answer<Decimal> {
    try call.answer(over: Decimal38.self).map { try Decimal($0) }
  }
}
