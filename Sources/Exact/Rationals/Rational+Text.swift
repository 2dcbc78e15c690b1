extension Rational {
  /// Reads `26/30`, `-0.5`, `1.5e-3` or `0x1.8p+3`, exactly; nil if it is none of these.
  ///
  /// Exponents beyond ±1,000,000 are refused: the exact value would fill the memory.
  public init?(_ text: some StringProtocol) {
    if let value = Rational.short(text) {
      self = value
      return
    }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    switch parts.count {
    case 1:
      guard let value = Rational.number(Substring(text)) else { return nil }
      self = value
    case 2:
      guard let a = Rational.number(Substring(parts[0])),
        let b = Rational.number(Substring(parts[1])),
        !b.isZero
      else { return nil }
      self = a / b
    default: return nil
    }
  }

  /// The largest exponent of ten or two that text may carry.
  public static let largestTextExponent = 1_000_000

  /// A decimal of at most 18 digits with nothing but a point, as nearly all are: it fits in a word.
  private static func short(_ text: some StringProtocol) -> Rational? {
    var (digits, scale, count, isFraction) = (UInt64(0), UInt64(1), 0, false)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9") where count < 18:
        digits = 10 * digits + UInt64(byte - UInt8(ascii: "0"))
        count += 1
        if isFraction { scale *= 10 }
      case UInt8(ascii: ".") where !isFraction: isFraction = true
      default: return nil
      }
    }
    return count == 0 ? nil : Rational(Integer(magnitude: Natural(digits)), Natural(scale))
  }

  private static func number(_ text: Substring) -> Rational? {
    var rest = text
    var isNegative = false
    if let sign = rest.first, sign == "-" || sign == "+" {
      isNegative = sign == "-"
      rest = rest.dropFirst()
    }
    let value: Rational?
    if rest.hasPrefix("0x") || rest.hasPrefix("0X") {
      value = scaled(rest.dropFirst(2), exponentMark: ["p", "P"], radixBits: 4)
    } else {
      value = scaled(rest, exponentMark: ["e", "E"], radixBits: nil)
    }
    return value.map { isNegative ? -$0 : $0 }
  }

  /// Reads digits, a point and an exponent; hexadecimal if `radixBits` is given.
  private static func scaled(
    _ text: Substring, exponentMark: Set<Character>, radixBits: Int?
  ) -> Rational? {
    var (mantissa, exponent) = (text, 0)
    if let mark = text.firstIndex(where: exponentMark.contains) {
      mantissa = text[..<mark]
      var power = text[text.index(after: mark)...]
      if power.first == "+" {
        power = power.dropFirst()
        if power.first == "-" || power.first == "+" { return nil }
      }
      guard let value = Int(power), value.magnitude <= largestTextExponent else { return nil }
      exponent = value
    }
    let parts = mantissa.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2 else { return nil }
    let fraction = parts.count == 2 ? parts[1] : ""
    let digits = parts[0] + fraction
    if let radixBits {
      guard let value = Natural(hexadecimal: digits) else { return nil }
      return Rational(Integer(magnitude: value))
        * .powerOfTwo(exponent - radixBits * fraction.count)
    }
    guard let value = Natural(decimal: digits) else { return nil }
    let power = exponent - fraction.count
    let ten = Natural.powerOfTen(abs(power))
    return power >= 0
      ? Rational(Integer(magnitude: value * ten)) : Rational(Integer(magnitude: value), ten)
  }
}

extension Rational: CustomStringConvertible {
  /// A terminating decimal where there is a short one (`0.5`), else the quotient (`13/15`).
  public var description: String {
    if isInteger { return numerator.description }
    var (rest, twos, fives) = (denominator, denominator.trailingZeroBitCount, 0)
    rest = rest >> twos
    while fives < 40 {
      let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: 5 as UInt64)
      if remainder != 0 { break }
      (rest, fives) = (quotient, fives + 1)
    }
    let places = max(twos, fives)
    guard rest.isOne, places <= 40 else { return "\(numerator)/\(denominator)" }
    let digits = (numerator.magnitude * .powerOfTen(places) / denominator).description
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    return (isNegative ? "-" : "") + padded.dropLast(places) + "." + padded.suffix(places)
  }
}
