extension Natural: CustomStringConvertible {
  /// The decimal digits, without leading zeros.
  /// - Complexity: O(*n*²) in the number of limbs.
  public var description: String {
    if isZero { return "0" }
    var (rest, chunks) = (self, [UInt64]())
    while !rest.isZero {
      let chunk: UInt64
      (rest, chunk) = rest.quotientAndRemainder(dividingBy: Natural.decimalChunk)
      chunks.append(chunk)
    }
    var text = String(chunks.removeLast())
    for chunk in chunks.reversed() {
      let digits = String(chunk)
      text += String(repeating: "0", count: 19 - digits.count) + digits
    }
    return text
  }

  /// Reads decimal digits; nil if there is anything else, or nothing.
  public init?(decimal text: some StringProtocol) {
    self.init(digits: text, radix: 10, chunk: 19)
  }

  /// Reads hexadecimal digits; nil if there is anything else, or nothing.
  public init?(hexadecimal text: some StringProtocol) {
    self.init(digits: text, radix: 16, chunk: 15)
  }

  private init?(digits text: some StringProtocol, radix: UInt64, chunk: Int) {
    guard !text.isEmpty else { return nil }
    var (value, pending, scale, count) = (Natural.zero, UInt64(0), UInt64(1), 0)
    for character in text.utf8 {
      guard let digit = Natural.digit(character), digit < radix else { return nil }
      pending = pending * radix + digit
      scale *= radix
      count += 1
      if count == chunk {
        value = value * Natural(scale) + Natural(pending)
        (pending, scale, count) = (0, 1, 0)
      }
    }
    self = value * Natural(scale) + Natural(pending)
  }

  private static func digit(_ character: UInt8) -> UInt64? {
    switch character {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(character - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(character - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt64(character - UInt8(ascii: "A") + 10)
    default: nil
    }
  }

  /// The largest power of ten in a limb, and the digits that it stands for: 19.
  private static let decimalChunk: UInt64 = 10_000_000_000_000_000_000

  /// Ten to the power `exponent`.
  public static func powerOfTen(_ exponent: Int) -> Natural {
    Natural(10 as UInt64).power(exponent)
  }
}
