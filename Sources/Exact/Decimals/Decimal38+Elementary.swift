// The elementary functions: in words of 192 bits where these prove all 38 digits, and by Ziv's loop
// over balls where they do not.

extension Decimal38 {
  /// e^x, correctly rounded; infinite or zero where |x| ≥ 10⁷.
  public static func exp(_ x: Decimal38) -> Decimal38 {
    inWords(x) { .exp($0) } ?? saturatedExponential(x) ?? rounded(x, .exp)
  }

  /// e^x − 1, correctly rounded, so that no digit is lost near 0.
  public static func expMinusOne(_ x: Decimal38) -> Decimal38 {
    inWords(x) { .expMinusOne($0) } ?? saturatedExponential(x).map { $0 - Decimal38(1) }
      ?? rounded(x, .expMinusOne)
  }

  /// ln x, correctly rounded: −∞ at 0, NaN below.
  public static func log(_ x: Decimal38) -> Decimal38 {
    logInWords(x) { $0 } ?? rounded(x, .log)
  }

  /// ln(1 + x), correctly rounded, so that no digit is lost near 0: −∞ at −1, NaN below.
  public static func log(onePlus x: Decimal38) -> Decimal38 {
    // From −1/2 down the sum is a decimal, and the digits that it loses would be missing.
    let isNearPole = x.isNegative && x < minusHalf
    return isNearPole
      ? logInWords(Decimal38(1) + x) { $0 } ?? rounded(x, .logOnePlus)
      : inWords(x) { .log(onePlus: $0) } ?? rounded(x, .logOnePlus)
  }

  /// log₂ x, correctly rounded; exact at the powers of two.
  public static func log2(_ x: Decimal38) -> Decimal38 {
    logInWords(x) { $0 * UInt192.tables.inverseLogOfTwo } ?? rounded(x, .log2)
  }

  /// log₁₀ x, correctly rounded; exact at the powers of ten.
  public static func log10(_ x: Decimal38) -> Decimal38 {
    logInWords(x) { $0 * UInt192.tables.inverseLogOfTen } ?? rounded(x, .log10)
  }

  private static var minusHalf: Decimal38 {
    Decimal38(kind: .finite, isNegative: true, significand: 5, exponent: -1)
  }
}

// MARK: In words

extension Decimal38 {
  /// The value of a function, if a word proves its 38 digits.
  @inline(__always)
  private static func inWords(
    _ x: Decimal38, _ function: (WordBall<UInt192>) -> WordBall<UInt192>
  ) -> Decimal38? {
    let tens = PowersOfTen.shared
    guard let word = x.word(tens) else { return nil }
    return Decimal38(rounding: function(word), tens)
  }

  /// A multiple of the logarithm. Next to one, x − 1 is a decimal of which no digit is lost.
  @inline(__always)
  private static func logInWords(
    _ x: Decimal38, _ multiple: (WordBall<UInt192>) -> WordBall<UInt192>
  ) -> Decimal38? {
    let tens = PowersOfTen.shared
    guard let word = x.word(tens) else { return nil }
    if word.top == 0 || word.top == -1 {
      let rest = x - Decimal38(1)
      if rest.isZero { return .zero }
      return rest.word(tens).flatMap { Decimal38(rounding: multiple(.log(onePlus: $0)), tens) }
    }
    return Decimal38(rounding: multiple(.log(word)), tens)
  }

  /// The number as a word, within two units; nil for zero, what is not finite, and for exponents
  /// beyond the table.
  @inline(__always)
  private func word(_ tens: PowersOfTen) -> WordBall<UInt192>? {
    guard kind == .finite, significand != 0, exponent.magnitude <= PowersOfTen.reach.magnitude
    else { return nil }
    let digits = WordBall(isNegative, significand, exponent: 0)
    return exponent == 0 ? digits : digits * tens.word(exponent)
  }

  /// The nearest decimal to every number of the ball; nil if words do not show that they agree.
  ///
  /// Times 10^k the ball lies in [10³⁷, 10³⁸), and the whole part of the significand is the 38
  /// digits, if the rest keeps clear of the half. Where the ball reaches beyond those bounds the
  /// decimals are closer or farther apart: with a radius below 1/32 it stays on the side of all
  /// halves on which the bound is.
  @inline(__always)
  init?(rounding ball: WordBall<UInt192>, _ tens: PowersOfTen) {
    if ball.isUnknown { return nil }
    if ball.isZero {
      self = .zero
      return
    }
    // ⌊top·log₁₀ 2⌋, or one off; one more where the leading digit is not the least.
    var power = Decimal38.digitCount &- 1 &- (ball.top &* 315_653) &>> 20
    for _ in 0..<3 {
      guard power.magnitude <= PowersOfTen.reach.magnitude else { return nil }
      let scaled = ball * tens.word(power)
      let cut = -scaled.exponent
      // The whole part has at most 128 digits, and there is a fraction.
      guard !scaled.isUnknown, cut >= 64, cut <= 72 else { return nil }
      let place = UInt192(truncatingIfNeeded: cut)
      var digits = (scaled.significand &>> place).rest
      if digits >= tens.shortPower(38) {
        power &-= 1
      } else if digits < tens.shortPower(37) {
        power &+= 1
      } else {
        let half: UInt192 = 1 &<< (place &- 1)
        let fraction = scaled.significand & (half &- 1 &+ half)
        if scaled.radius >= half &>> 4 || fraction &+ scaled.radius &- half <= scaled.radius &<< 1 {
          return nil
        }
        if fraction >= half { digits &+= 1 }
        self.init(ball.isNegative, digits, -power, tens)
        return
      }
    }
    return nil
  }
}

extension WordBall<UInt192> {
  /// ± `digits`·2^`exponent`, exactly; `digits` is not zero.
  @inline(__always)
  init(_ isNegative: Bool, _ digits: UInt128, exponent: Int) {
    let zeros = digits.leadingZeroBitCount
    self.init(
      isNegative: isNegative,
      significand: UInt192(0, digits) &<< UInt192(truncatingIfNeeded: zeros &+ 64),
      exponent: exponent &- 64 &- zeros, radius: 0)
  }
}

// MARK: By balls

extension Decimal38 {
  /// Infinity or zero where |x| ≥ 10⁷: e^10⁷ is beyond 10^4,000,000, and nothing has to be computed.
  private static func saturatedExponential(_ x: Decimal38) -> Decimal38? {
    guard x.isFinite, !x.isZero, x.exponent + String(x.significand).count > 7 else { return nil }
    return x.isNegative ? .zero : .infinity
  }

  /// Ziv's loop over 38 digits. It ends: the rational values of these functions at rational
  /// arguments are at 0 for the exponentials, at 1 for the logarithms, and at the powers of the
  /// base, and those the ball gives exactly or `exactLogarithm` answers; every other value is
  /// irrational (Hermite–Lindemann; Gelfond–Schneider for the bases), so no tie.
  @inline(never)
  static func rounded(_ x: Decimal38, _ function: ElementaryFunction) -> Decimal38 {
    if x.isNaN { return x }
    if function == .log2 || function == .log10,
      let exact = exactLogarithm(x, base: function == .log2 ? 2 : 10)
    {
      return exact
    }
    var precision = 192
    while true {
      let argument: Ball =
        x.isInfinite
        ? (x.isNegative ? -.infinity : .infinity)
        : Ball(x.value.asRational!, precision: precision)
      if let result = Decimal38(rounding: function.value(argument)) { return result }
      precision *= 2
    }
  }

  /// The logarithm of a whole power of the base.
  private static func exactLogarithm(_ x: Decimal38, base: Int) -> Decimal38? {
    guard case .finite(let value) = x.value, value.signum > 0 else { return nil }
    if base == 10 { return x.significand == 1 ? Decimal38(x.exponent) : nil }
    let (n, d) = (value.numerator.magnitude, value.denominator)
    guard n.isPowerOfTwo && d.isPowerOfTwo else { return nil }
    return Decimal38(n.bitWidth - d.bitWidth)
  }
}
