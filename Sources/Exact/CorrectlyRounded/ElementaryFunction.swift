/// The elementary functions of one number that `CorrectlyRounded` answers.
///
/// Each is written for every arithmetic that can carry it: words for speed, balls of any precision
/// for what words leave open, and the algebra that decides ties for what would leave balls open.
public enum ElementaryFunction: String, Sendable, CaseIterable {
  /// e to the power x.
  case exp
  /// exp(x) − 1.
  case expMinusOne
  /// The natural logarithm.
  case log
  /// log(1 + x).
  case logOnePlus
  /// The logarithm to base 2.
  case log2
  /// The logarithm to base 10.
  case log10
  /// 1/(1 + exp(−x)).
  case sigmoid
  /// log(1/(1 + exp(−x))).
  case logSigmoid
  /// log(1 + exp(x)).
  case softplus

  /// Whether the value is a question of rounding: not at a limit or a pole, outside the domain, at
  /// a zero that keeps its sign, or beyond what every format holds.
  @inline(__always)
  func isRegular(_ x: Double) -> Bool {
    switch self {
    case .exp: x < 4096 && x > -.infinity
    case .expMinusOne: x < 4096 && x > -.infinity && x != 0
    case .log, .log2, .log10: x > 0 && x < .infinity
    case .logOnePlus: x > -1 && x < .infinity && x != 0
    case .sigmoid, .softplus, .logSigmoid: x < .infinity && x > -.infinity
    }
  }

  /// The value where it is none; every format has it.
  func limit(_ x: Double) -> Double {
    if x.isNaN { return x }
    switch self {
    case .exp: return x > 0 ? .infinity : 0
    case .expMinusOne: return x == 0 ? x : x > 0 ? .infinity : -1
    case .log, .log2, .log10: return x > 0 ? x : x == 0 ? -.infinity : .nan
    case .logOnePlus: return x > -1 ? x : x == -1 ? -.infinity : .nan
    case .sigmoid: return x > 0 ? 1 : 0
    case .softplus: return x > 0 ? x : 0
    case .logSigmoid: return x > 0 ? -0.0 : x
    }
  }

  /// The value at a regular number.
  @inline(__always)
  func value<Word>(_ x: WordBall<Word>) -> WordBall<Word> {
    switch self {
    case .exp: .exp(x)
    case .expMinusOne: .expMinusOne(x)
    case .log: .log(x)
    case .logOnePlus: .log(onePlus: x)
    case .log2: .log2(x)
    case .log10: .log10(x)
    case .sigmoid: .sigmoid(x)
    case .logSigmoid: .logSigmoid(x)
    case .softplus: .softplus(x)
    }
  }

  /// The same over balls.
  func value(_ x: Ball) -> Ball {
    switch self {
    case .exp: .exp(x)
    case .expMinusOne: .expMinusOne(x)
    case .log: .log(x)
    case .logOnePlus: .log(onePlus: x)
    case .log2: .log2(x)
    case .log10: .log10(x)
    case .sigmoid: Ball(1) / (Ball(1) + .exp(-x))
    case .logSigmoid: -.log(onePlus: .exp(-x))
    case .softplus: .log(onePlus: .exp(x))
    }
  }

  /// The same in the algebra.
  func value(_ x: Symbolic) -> Symbolic {
    let one = Symbolic(1)
    switch self {
    case .exp: return .exp(x)
    case .expMinusOne: return .exp(x) - one
    case .log: return .log(x)
    case .logOnePlus: return .log(one + x)
    case .log2: return .log(x) / .log(Symbolic(2))
    case .log10: return .log(x) / .log(Symbolic(10))
    case .sigmoid: return one / (one + .exp(-x))
    case .logSigmoid: return -.log(one + .exp(-x))
    case .softplus: return .log(one + .exp(x))
    }
  }
}

extension ElementaryFunction {
  /// The bits of the number of `format` nearest to the value at `x`, ties to even.
  ///
  /// One limb decides all but a fraction of a percent; the rest is for two limbs, then three, and
  /// what these leave open (next to never, but for arguments made for it) for Ziv's loop.
  @inline(__always)
  func rounded(_ x: Double, to format: Format) -> UInt64 {
    if let bits = roundedByPairs(x, to: format) { return bits }
    if isRegular(x), let bits = value(WordBall<UInt64>(x)).rounded(to: format) { return bits }
    return roundedSlowly(x, to: format)
  }

  @inline(never)
  private func roundedSlowly(_ x: Double, to format: Format) -> UInt64 {
    roundedByTwoWords(x, to: format)
  }

  /// The same, beginning with two words.
  @inline(__always)
  func roundedByTwoWords(_ x: Double, to format: Format) -> UInt64 {
    if !isRegular(x) { return format.bits(of: limit(x)) }
    return value(WordBall<UInt128>(x)).rounded(to: format)
      ?? value(WordBall<UInt192>(x)).rounded(to: format) ?? roundedByBalls(x, to: format).bits
  }

  /// Ziv's loop. The algebra ends it: of these functions it is known where they are rational, and
  /// everywhere else some precision decides.
  func roundedByBalls(_ x: Double, to format: Format) -> Floating {
    guard case .finite(let argument) = Floating(x).value else {
      preconditionFailure("the limits are not a question of rounding")
    }
    for precision in [format.startingPrecision, 256, 512] {
      if let result = format.round(value(Ball(argument, precision: precision))) { return result }
    }
    guard let result = format.round(value(Symbolic(argument)), cap: 1 << 18) else {
      preconditionFailure("an elementary function of a rational number is decided")
    }
    return result
  }
}

extension Format {
  /// The bits of a limit: NaN, an infinity, a zero with its sign, or a number that every format
  /// has.
  fileprivate func bits(of limit: Double) -> UInt64 {
    if self == .float64 { return limit.bitPattern }
    if limit == 0 { return Floating.zero(isNegative: limit.sign == .minus, self).bits }
    return Floating(rounding: Floating(limit).value, to: self).bits
  }
}
