import CrossEntropy
import Exact

/// The certified result of a case, as its file should give it.
struct GoldenAnswer {
  let value: GoldenValue
  let gradient: [String: GoldenValue]
  /// Between which numbers a single result lies.
  let interval: DecimalInterval?

  /// Digits of a value that does not end before them.
  static let digits = 40

  /// More digits than any document prints; a result that these leave open does not occur.
  private static let certain = 80

  /// - Throws: `Undecided`; `DataError` for data without an answer.
  init(_ call: Call) throws {
    let reference = try Reference(call)
    let (exact, rounded) = (try reference.exactValues(), try reference.digits(GoldenAnswer.digits))
    value = GoldenAnswer.value(rounded.value, exact.value)
    gradient = Dictionary(
      uniqueKeysWithValues: rounded.gradient.map {
        ($0.key, GoldenAnswer.value($0.value, exact.gradient[$0.key]!))
      })
    let certain = try reference.digits(GoldenAnswer.certain).value
    interval = GoldenAnswer.interval(certain, exact.value)
  }

  /// - Throws: `Undecided`.
  init(_ calculation: Calculation) throws {
    let exact = calculation.exactValues()
    let rounded = try calculation.rounded(to: DecimalTarget(count: GoldenAnswer.digits))
    let certain = try calculation.rounded(to: DecimalTarget(count: GoldenAnswer.certain))
    (value, gradient) = (GoldenAnswer.value(rounded, exact), [:])
    interval = GoldenAnswer.interval(certain, exact)
  }

  private static func value(
    _ rounded: Tensor<DecimalValue>, _ exact: Tensor<Extended?>
  ) -> GoldenValue {
    GoldenValue(
      shape: rounded.shape,
      zip(rounded.elements, exact.elements).map { rounded, exact in
        guard case .finite(let digits) = rounded else { return rounded.description }
        let ends = exact?.asRational == digits.asRational
        return (ends ? digits.trimmed : digits).goldenText
      })
  }

  private static func interval(
    _ rounded: Tensor<DecimalValue>, _ exact: Tensor<Extended?>
  ) -> DecimalInterval? {
    guard rounded.shape.isEmpty else { return nil }
    return DecimalInterval(rounded.elements[0], exact: exact.elements[0])
  }
}

extension GoldenValue {
  /// A decimal number of a golden file to fewer digits.
  public static func rounded(_ decimal: String, digits: Int) -> String {
    guard let value = Rational(decimal) else { return decimal }
    let rounded = DecimalDigits(rounding: value, count: digits)
    return (rounded.asRational == value ? rounded.trimmed : rounded).goldenText
  }
}

extension DecimalDigits {
  /// As the golden files write a number: with an exponent below 10^−7 and from 10^40 on.
  fileprivate var goldenText: String {
    let text = digits.description
    guard !digits.isZero, let power = exponent.asInt else { return description }
    let (point, sign) = (power + text.count - 1, isNegative ? "-" : "")
    if point < -7 || point >= 40 {
      let fraction = text.count > 1 ? "." + text.dropFirst() : ""
      return sign + text.prefix(1) + fraction + "e\(point)"
    }
    if point < 0 { return sign + "0." + String(repeating: "0", count: -point - 1) + text }
    if power >= 0 { return sign + text + String(repeating: "0", count: power) }
    return sign + text.prefix(point + 1) + "." + text.dropFirst(point + 1)
  }
}
