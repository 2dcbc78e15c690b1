// Many arguments at once, by any of the ways that lead to a rounded result: what a sweep of a whole
// format compares. The loops stand in this module since only here code over words is specialised.

extension ElementaryFunction {
  /// The arithmetic in which the way to a rounded result begins; what it leaves open, the next one
  /// decides.
  public enum Tier: String, Sendable, CaseIterable {
    /// Pairs of doubles, where they have the function, or one machine word: what `CorrectlyRounded`
    /// answers by.
    case fastest
    /// Two machine words: other tables, another number of terms, radii smaller by 2⁶⁴.
    case twoWords = "two words"
    /// Balls of any precision, whose algorithms share nothing with those in words.
    case balls
  }

  /// The bits of the numbers of `target` nearest to the values at numbers of `source`, given by
  /// their bits.
  ///
  /// Limits and poles are no question of rounding, and are the same in every tier; NaN of float64
  /// keeps its payload.
  public func rounded(
    _ arguments: [UInt64], of source: Format, to target: Format, from tier: Tier = .fastest
  ) -> [UInt64] {
    switch tier {
    case .fastest where source == .float32 && target == .float32:
      rounded(arguments.map { Float(bitPattern: UInt32(truncatingIfNeeded: $0)) })
        .map { UInt64($0.bitPattern) }
    case .fastest:
      arguments.map { rounded(Floating(bits: $0, format: source).asDouble, to: target) }
    case .twoWords:
      arguments.map { roundedByTwoWords(Floating(bits: $0, format: source).asDouble, to: target) }
    case .balls:
      arguments.map { bits in
        let x = Floating(bits: bits, format: source).asDouble
        // What vanishes beside every number of every format is left to words: balls would carry
        // the exponents of exp(x) along.
        if !isRegular(x) || x.magnitude >= 4096 && saturates {
          return roundedByTwoWords(x, to: target)
        }
        return roundedByBalls(x, to: target).bits
      }
    }
  }

  /// Whether exp(−|x|) is all that tells the value from x, 0, 1 or −1.
  private var saturates: Bool {
    switch self {
    case .exp, .expMinusOne, .sigmoid, .logSigmoid, .softplus: true
    case .log, .logOnePlus, .log2, .log10: false
    }
  }

  /// How far a number lies above the value at `argument`, in units of the last place that the value
  /// has in the number's format; nil where one of the two is not finite.
  ///
  /// The difference is formed in two words, and only its leading digits are kept: nothing is decided
  /// by it but how large an error is called. A value that two words cannot tell from a power of two
  /// is taken for it.
  public func error(of number: Floating, at argument: Double) -> Double? {
    let (answer, limit) = (number.asDouble, limit(argument))
    guard answer.isFinite, isRegular(argument) || limit.isFinite else { return nil }
    let value: WordBall<UInt128> =
      isRegular(argument) ? value(WordBall(argument)) : WordBall(limit)
    let format = number.format
    // The ball may reach the power of two above.
    let reaches = value.significand.addingReportingOverflow(value.radius).overflow
    let top = value.isZero ? format.leastExponent : value.top + (reaches ? 1 : 0)
    let place = max(top, format.leastExponent) - format.precision + 1
    let difference = WordBall(answer) - value
    // A difference that its own radius exceeds is next to none.
    if difference.isZero || difference.isUnknown { return 0 }
    let size = Double(
      sign: .plus, exponent: difference.exponent + 64 - place,
      significand: Double(UInt64(truncatingIfNeeded: difference.significand >> 64)))
    return difference.isNegative ? -size : size
  }
}
