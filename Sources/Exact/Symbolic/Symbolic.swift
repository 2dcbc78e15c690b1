/// A number as the formula made it: the scalar that decides what no precision can.
///
/// Ziv's loop ends unless the true value is a tie or zero. Running the same formula over `Symbolic`
/// instead of ``Ball`` keeps its algebraic form, for the forms whose rational values are known:
///
/// - quotients of exponential polynomials Σ c·e^a (Lindemann–Weierstrass);
/// - sums of rational multiples of logarithms of them, plus a rational number (Hermite–Lindemann
///   and Baker: irrational unless the logarithms cancel), also divided by the logarithm of a base
///   (Gelfond–Schneider);
/// - exponentials of sums of logarithms of rational numbers, that is, algebraic powers.
///
/// Whatever leaves these forms becomes `opaque`, about which nothing is claimed.
///
/// - Note: A. Baker, *Transcendental Number Theory*, 1975, theorems 1.4 and 2.1 to 2.4.
public struct Symbolic: Sendable {
  indirect enum Form: Sendable {
    case ratio(ExponentialPolynomial, ExponentialPolynomial)
    case logarithms(LogarithmSum)
    /// Divided by the logarithm of a rational base.
    case quotient(LogarithmSum, base: LogarithmSum)
    /// exp of a sum of logarithms of rational numbers.
    case power(LogarithmSum)
    case infinity(isNegative: Bool)
    case nan
    case opaque
  }

  let form: Form

  init(form: Form) { self.form = form }

  /// A rational number, exactly.
  public init(_ value: Rational) { self.init(form: .ratio(.init(value), .one)) }
  /// A whole number, exactly.
  public init(_ value: Int) { self.init(Rational(value)) }

  /// A number of the extended line, exactly.
  public init(_ value: Extended) {
    switch value {
    case .finite(let value): self.init(value)
    case .infinity(let isNegative): self.init(form: .infinity(isNegative: isNegative))
    case .nan: self.init(form: .nan)
    }
  }

  /// Not a number: what an undefined operation gives, such as 0/0.
  public static let nan = Symbolic(form: .nan)
  /// Positive infinity.
  public static let infinity = Symbolic(form: .infinity(isNegative: false))
  /// A number about which nothing is claimed.
  public static let opaque = Symbolic(form: .opaque)

  /// Whether this is NaN.
  public var isNaN: Bool { if case .nan = form { true } else { false } }
  /// Whether nothing is claimed about the number.
  public var isOpaque: Bool { if case .opaque = form { true } else { false } }
  /// Whether this is an infinity of either sign.
  public var isInfinite: Bool { if case .infinity = form { true } else { false } }

  /// The value if it is written as a rational number.
  public var asRational: Rational? {
    guard case .ratio(let n, let d) = form else { return nil }
    return n.ratio(to: d)
  }

  /// Whether the number is written as zero; a sum that cancels only by a theorem is not.
  public var isZero: Bool { asRational?.isZero ?? false }

  /// The longest denominator that is carried on, unless it is a power of two: sums of many unlike
  /// fractions grow without end.
  private static let longestDenominator = 1 << 17

  /// A quotient in its simplest form: no denominator where it is one term, a number where it is
  /// one.
  static func ratio(_ n: ExponentialPolynomial, _ d: ExponentialPolynomial) -> Symbolic {
    if let value = n.ratio(to: d) {
      return value.denominator.isPowerOfTwo || value.denominator.bitWidth < longestDenominator
        ? Symbolic(value) : .opaque
    }
    if d.isMonomial {
      let (leading, _) = d.normalized
      let inverse = ExponentialPolynomial(exponent: -leading.exponent)
        .scaled(by: leading.coefficient.reciprocal)
      if let product = n * inverse { return Symbolic(form: .ratio(product, .one)) }
    }
    return Symbolic(form: .ratio(n, d))
  }

  private static func logarithms(_ sum: LogarithmSum) -> Symbolic {
    sum.asRational.map { Symbolic($0) } ?? Symbolic(form: .logarithms(sum))
  }

  private static func quotient(_ sum: LogarithmSum, base: LogarithmSum) -> Symbolic {
    sum.asRational == .zero ? Symbolic(0) : Symbolic(form: .quotient(sum, base: base))
  }

  /// The value as a ball of about so many digits.
  public func enclosure(precision: Int) -> Ball {
    switch form {
    case .ratio(let n, let d):
      n.enclosure(precision: precision) / d.enclosure(precision: precision)
    case .logarithms(let sum): sum.enclosure(precision: precision)
    case .quotient(let sum, let base):
      sum.enclosure(precision: precision) / base.enclosure(precision: precision)
    case .power(let sum): Ball.exp(sum.enclosure(precision: precision))
    case .infinity(let isNegative): isNegative ? -.infinity : .infinity
    case .nan: .nan
    case .opaque: .unknown(precision: precision)
    }
  }

  /// The sign, if the form or up to 4096 bits of precision show it.
  var sign: Int? {
    if let value = asRational { return value.signum }
    if isOpaque || isNaN { return nil }
    var precision = 64
    while precision <= 4096 {
      if let sign = enclosure(precision: precision).sign { return sign }
      precision *= 2
    }
    // A zero in disguise, such as log 6 − log 2 − log 3, shows no sign at any precision.
    if case .rational(let value) = decision { return value.signum }
    return nil
  }
}

// MARK: Arithmetic

extension Symbolic {
  /// The number with the other sign.
  public static prefix func - (a: Symbolic) -> Symbolic {
    switch a.form {
    case .infinity(let isNegative): Symbolic(form: .infinity(isNegative: !isNegative))
    case .nan, .opaque: a
    default: Symbolic(-1) * a
    }
  }

  /// The sum, opaque if it leaves the forms.
  public static func + (a: Symbolic, b: Symbolic) -> Symbolic {
    switch (a.form, b.form) {
    case (.nan, _), (_, .nan): return .nan
    case (.opaque, _), (_, .opaque): return .opaque
    case (.infinity(let p), .infinity(let q)): return p == q ? a : .nan
    case (.infinity, _): return a
    case (_, .infinity): return b
    default: break
    }
    if a.isZero { return b }
    if b.isZero { return a }
    switch (a.form, b.form) {
    case (.ratio(let n, let d), .ratio(let m, let e)):
      if d == e { return ratio(n + m, d) }
      guard let left = n * e, let right = m * d, let below = d * e else { return .opaque }
      return ratio(left + right, below)
    case (.logarithms(let x), .logarithms(let y)): return logarithms(x + y)
    case (.logarithms(let x), .ratio), (.ratio, .logarithms(let x)):
      guard let value = a.asRational ?? b.asRational else { return .opaque }
      return logarithms(x + LogarithmSum(value))
    case (.quotient(let x, let base), .quotient(let y, let other)) where base == other:
      return quotient(x + y, base: base)
    case (.quotient(let x, let base), .ratio), (.ratio, .quotient(let x, let base)):
      guard let value = a.asRational ?? b.asRational else { return .opaque }
      return quotient(x + base.scaled(by: value), base: base)
    default:
      // A rational number in disguise, such as e^(2·ln 2), goes with every form.
      let (plainA, plainB) = (a.undisguised, b.undisguised)
      return plainA == nil && plainB == nil ? .opaque : (plainA ?? a) + (plainB ?? b)
    }
  }

  /// A number that is rational, but not written as one; nil for any other.
  private var undisguised: Symbolic? {
    guard asRational == nil, case .rational(let value) = decision else { return nil }
    return Symbolic(value)
  }

  /// The difference, opaque if it leaves the forms.
  public static func - (a: Symbolic, b: Symbolic) -> Symbolic { a + -b }

  /// The product, opaque if it leaves the forms; 0 · ∞ is NaN.
  public static func * (a: Symbolic, b: Symbolic) -> Symbolic {
    if a.isNaN || b.isNaN { return .nan }
    if a.isInfinite || b.isInfinite {
      guard let p = a.sign, let q = b.sign else { return .opaque }
      return p * q == 0 ? .nan : Symbolic(form: .infinity(isNegative: p * q < 0))
    }
    if a.isOpaque || b.isOpaque { return a.isZero || b.isZero ? Symbolic(0) : .opaque }
    if let factor = a.asRational { return b.scaled(by: factor) }
    if let factor = b.asRational { return a.scaled(by: factor) }
    switch (a.form, b.form) {
    case (.ratio(let n, let d), .ratio(let m, let e)):
      // A factor that stands above and below is dropped before anything is multiplied out.
      if let t = n.ratio(to: e) { return ratio(m.scaled(by: t), d) }
      if let t = m.ratio(to: d) { return ratio(n.scaled(by: t), e) }
      guard let above = n * m, let below = d * e else { return .opaque }
      return ratio(above, below)
    case (.power(let x), .power(let y)): return .exponential(x + y)
    default: return .opaque
    }
  }

  private func scaled(by factor: Rational) -> Symbolic {
    if factor.isZero { return Symbolic(0) }
    switch form {
    case .ratio(let n, let d): return .ratio(n.scaled(by: factor), d)
    case .logarithms(let sum): return .logarithms(sum.scaled(by: factor))
    case .quotient(let sum, let base): return .quotient(sum.scaled(by: factor), base: base)
    case .power(let sum):
      if factor == .one { return self }
      guard factor.signum > 0,
        let log = LogarithmSum(logarithmOf: .init(factor), over: .one)
      else { return undisguised.map { $0.scaled(by: factor) } ?? .opaque }
      return Symbolic(form: .power(sum + log))
    default: return self
    }
  }

  /// The quotient, opaque if it leaves the forms; 1/0 is infinite, 0/0 is NaN.
  public static func / (a: Symbolic, b: Symbolic) -> Symbolic {
    if a.isNaN || b.isNaN { return .nan }
    if b.isInfinite { return a.isInfinite ? .nan : Symbolic(0) }
    if b.isZero || a.isInfinite {
      guard let p = a.sign, let q = b.sign else { return .opaque }
      return p == 0 ? .nan : Symbolic(form: .infinity(isNegative: p * (q < 0 ? -1 : 1) < 0))
    }
    if a.isOpaque || b.isOpaque { return a.isZero ? Symbolic(0) : .opaque }
    if a.isZero { return Symbolic(0) }
    if let divisor = b.asRational { return a.scaled(by: divisor.reciprocal) }
    switch (a.form, b.form) {
    case (_, .ratio(let n, let d)): return a * .ratio(d, n)
    case (.logarithms(let x), .logarithms(let y)) where y.isLogarithmOfBase:
      return quotient(x, base: y)
    case (.ratio, .logarithms(let y)) where y.isLogarithmOfBase:
      return a.asRational.map { quotient(LogarithmSum($0), base: y) } ?? .opaque
    default: return .opaque
    }
  }

  // MARK: Elementary functions

  /// e^x, of a rational number or of a sum of logarithms; opaque of anything else.
  public static func exp(_ x: Symbolic) -> Symbolic {
    switch x.form {
    case .nan, .opaque: return x
    case .infinity(let isNegative): return isNegative ? Symbolic(0) : x
    case .logarithms(let sum): return exponential(sum)
    default:
      return x.asRational.map { Symbolic(form: .ratio(.init(exponent: $0), .one)) } ?? .opaque
    }
  }

  /// exp of a sum of logarithms: a quotient where all multiples are whole, an algebraic power where
  /// the arguments are rational numbers.
  private static func exponential(_ sum: LogarithmSum) -> Symbolic {
    let multiples = Array(sum.constants.values) + Array(sum.polynomials.values)
    guard multiples.allSatisfy({ $0.isInteger && $0.magnitude <= 8 }) else {
      return sum.isConstant ? Symbolic(form: .power(sum)) : .opaque
    }
    var result = Symbolic(form: .ratio(.init(exponent: sum.rational), .one))
    for (value, count) in sum.constants { result = result * Symbolic(value.power(count.asInt!)) }
    for (polynomial, count) in sum.polynomials {
      for _ in 0..<abs(count.asInt!) {
        result = result * (count.signum > 0 ? .ratio(polynomial, .one) : .ratio(.one, polynomial))
      }
    }
    return result
  }

  /// ln x, of an exponential polynomial that is surely positive, or of an algebraic power; −∞ at 0,
  /// NaN below.
  public static func log(_ x: Symbolic) -> Symbolic {
    switch x.form {
    case .nan, .opaque: return x
    case .infinity(let isNegative): return isNegative ? .nan : x
    case .power(let sum): return logarithms(sum)
    case .ratio(let n, let d):
      if n.isZero { return Symbolic(form: .infinity(isNegative: true)) }
      if let value = x.asRational, value.isNegative { return .nan }
      if !(n.isPlainlyPositive && d.isPlainlyPositive) {
        guard let sign = x.sign else { return .opaque }
        if sign < 0 { return .nan }
      }
      return LogarithmSum(logarithmOf: n, over: d).map { logarithms($0) } ?? .opaque
    default: return .opaque
    }
  }

  /// x^y, with 0⁰ = 1.
  public static func power(_ x: Symbolic, _ y: Symbolic) -> Symbolic {
    guard let exponent = y.asRational else { return y.isNaN ? .nan : .opaque }
    if exponent.isZero { return Symbolic(1) }
    if x.isNaN || x.isOpaque { return x }
    if x.isZero { return exponent.signum > 0 ? Symbolic(0) : .infinity }
    if x.isInfinite { return exponent.signum > 0 ? x : Symbolic(0) }
    if let base = x.asRational, let count = exponent.asInt, count.magnitude <= 1 << 16 {
      return Symbolic(base.power(count))
    }
    if let count = exponent.asInt, abs(count) <= 64 {
      var result = Symbolic(1)
      for _ in 0..<abs(count) { result = count > 0 ? result * x : result / x }
      return result
    }
    return exp(log(x) * y)
  }

  /// The order of two numbers, if it can be told.
  public static func compare(_ a: Symbolic, _ b: Symbolic) -> Int? {
    if a.isNaN || b.isNaN { return nil }
    if let x = a.asRational, let y = b.asRational { return x < y ? -1 : y < x ? 1 : 0 }
    if a.isInfinite && b.isInfinite { return a.sign! < b.sign! ? -1 : a.sign! > b.sign! ? 1 : 0 }
    if a.isInfinite { return a.sign! }
    if b.isInfinite { return -b.sign! }
    return (a - b).sign
  }
}
