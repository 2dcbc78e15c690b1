/// A number stored in a format, as its bit pattern.
///
/// The standard library has no bfloat16, and no float16 on every platform: a bit pattern is the
/// same everywhere.
public struct Floating: Sendable, Hashable {
  /// The format that the number is stored in.
  public let format: Format
  /// The bit pattern, in the low bits of the word.
  public let bits: UInt64

  /// The number with a bit pattern, which stands in the low bits of the word.
  /// - Precondition: `bits` fits in the format.
  public init(bits: UInt64, format: Format) {
    precondition(format.bitWidth == 64 || bits >> UInt64(format.bitWidth) == 0, "too many bits")
    (self.bits, self.format) = (bits, format)
  }

  /// A `Double` with its own bits, the payload of a NaN included.
  public init(_ value: Double) { self.init(bits: value.bitPattern, format: .float64) }
  /// A `Float` with its own bits, the payload of a NaN included.
  public init(_ value: Float) { self.init(bits: UInt64(value.bitPattern), format: .float32) }

  private var fraction: UInt64 { bits & (1 << UInt64(format.precision - 1) - 1) }
  private var biasedExponent: Int {
    Int(bits >> UInt64(format.precision - 1)) & (1 << format.exponentWidth - 1)
  }
  private var hasGreatestExponent: Bool { biasedExponent == 1 << format.exponentWidth - 1 }

  /// Whether the sign bit is set, which it may also be of a zero or a NaN.
  public var isNegative: Bool { bits >> UInt64(format.bitWidth - 1) == 1 }
  /// Whether this is NaN.
  public var isNaN: Bool { hasGreatestExponent && fraction != 0 }
  /// Whether this is an infinity of either sign.
  public var isInfinite: Bool { hasGreatestExponent && fraction == 0 }
  /// Whether this is a zero of either sign.
  public var isZero: Bool { bits << UInt64(65 - format.bitWidth) == 0 }

  /// The quiet NaN of a format, without sign and payload.
  public static func nan(_ format: Format) -> Floating {
    let ones = UInt64(1 << (format.exponentWidth + 1) - 1)
    return Floating(bits: ones << UInt64(format.precision - 2), format: format)
  }

  /// An infinity of a format.
  public static func infinity(isNegative: Bool = false, _ format: Format) -> Floating {
    pattern(isNegative, exponent: 1 << format.exponentWidth - 1, fraction: 0, format)
  }

  /// A zero of a format.
  public static func zero(isNegative: Bool = false, _ format: Format) -> Floating {
    pattern(isNegative, exponent: 0, fraction: 0, format)
  }

  static func pattern(
    _ isNegative: Bool, exponent: Int, fraction: UInt64, _ format: Format
  ) -> Floating {
    let sign = UInt64(isNegative ? 1 : 0) << UInt64(format.bitWidth - 1)
    return Floating(
      bits: sign | UInt64(exponent) << UInt64(format.precision - 1) | fraction, format: format)
  }

  /// The exact value.
  public var value: Extended {
    if isNaN { return .nan }
    if isInfinite { return .infinity(isNegative: isNegative) }
    let isNormal = biasedExponent > 0
    let significand = fraction | (isNormal ? 1 << UInt64(format.precision - 1) : 0)
    let exponent = max(biasedExponent, 1) - format.bias - (format.precision - 1)
    return .finite(.scaled(isNegative: isNegative, Natural(significand), by: exponent))
  }

  /// The number in a Swift `Double`: exact, since every format fits in it.
  public var asDouble: Double {
    switch format {
    case .float64: return Double(bitPattern: bits)
    case .float32: return Double(Float(bitPattern: UInt32(bits)))
    case .bfloat16: return Double(Float(bitPattern: UInt32(bits) << 16))
    case .float16:
      if isNaN { return .nan }
      if isInfinite { return isNegative ? -.infinity : .infinity }
      let significand = fraction | (biasedExponent > 0 ? 1 << 10 : 0)
      let size = Double(
        sign: .plus, exponent: max(biasedExponent, 1) - 25, significand: Double(significand))
      return isNegative ? -size : size
    }
  }

  /// The bit pattern in hexadecimal, in as many digits as the format has.
  public var hexadecimal: String {
    let digits = String(bits, radix: 16)
    return String(repeating: "0", count: format.bitWidth / 4 - digits.count) + digits
  }
}
