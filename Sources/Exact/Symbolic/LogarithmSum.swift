/// r + Σ qᵢ·log cᵢ + Σ sⱼ·log Fⱼ: rational r, qᵢ, sⱼ, positive rational cᵢ, and exponential
/// polynomials Fⱼ whose leading term is 1.
struct LogarithmSum: Hashable, Sendable {
  private(set) var rational: Rational
  private(set) var constants: [Rational: Rational] = [:]
  private(set) var polynomials: [ExponentialPolynomial: Rational] = [:]

  init(_ rational: Rational) { self.rational = rational }

  /// The logarithm of a quotient of exponential polynomials; nil where a leading coefficient is
  /// not positive.
  init?(logarithmOf numerator: ExponentialPolynomial, over denominator: ExponentialPolynomial) {
    self.init(.zero)
    for (polynomial, sign) in [(numerator, Rational.one), (denominator, Rational(-1))] {
      guard !polynomial.isZero else { return nil }
      let (leading, rest) = polynomial.normalized
      guard leading.coefficient.signum > 0 else { return nil }
      rational += sign * leading.exponent
      add(constant: leading.coefficient, times: sign)
      if !rest.isMonomial { add(polynomial: rest, times: sign) }
    }
  }

  private mutating func add(constant: Rational, times factor: Rational) {
    if constant == .one { return }
    // log(1/c) and log c share an entry.
    let isInverted = constant < .one
    let key = isInverted ? constant.reciprocal : constant
    let sum = (constants[key] ?? .zero) + (isInverted ? -factor : factor)
    constants[key] = sum.isZero ? nil : sum
  }

  private mutating func add(polynomial: ExponentialPolynomial, times factor: Rational) {
    let sum = (polynomials[polynomial] ?? .zero) + factor
    polynomials[polynomial] = sum.isZero ? nil : sum
  }

  static func + (a: Self, b: Self) -> Self {
    var sum = a
    sum.rational += b.rational
    for (key, value) in b.constants { sum.add(constant: key, times: value) }
    for (key, value) in b.polynomials { sum.add(polynomial: key, times: value) }
    return sum
  }

  func scaled(by factor: Rational) -> Self {
    if factor.isZero { return LogarithmSum(.zero) }
    var result = self
    result.rational = rational * factor
    result.constants = constants.mapValues { $0 * factor }
    result.polynomials = polynomials.mapValues { $0 * factor }
    return result
  }

  /// The value if no logarithm is written; equal numbers may still be hidden in `constants`.
  var asRational: Rational? { constants.isEmpty && polynomials.isEmpty ? rational : nil }
  var isConstant: Bool { polynomials.isEmpty }
  /// Whether this is the logarithm of an algebraic number other than 1, and can be divided by.
  var isLogarithmOfBase: Bool { isConstant && rational.isZero && !coprimeBase().isOne() }

  /// The product Π cᵢ^qᵢ over a coprime base, as product number `index` of a base of `width`.
  func coprimeBase(width: Int = 1, index: Int = 0, into base: CoprimeBase? = nil) -> CoprimeBase {
    var base = base ?? CoprimeBase(width: width)
    for (value, exponent) in constants { base.multiply(by: value, exponent: exponent, in: index) }
    return base
  }

  /// Whether Σ sⱼ·log Fⱼ is surely not the logarithm of a single exponential c·e^a, c algebraic.
  ///
  /// If all sⱼ have one sign, some Π Fⱼ^kⱼ with whole kⱼ > 0 would have to be a monomial; but the
  /// distance between the greatest and the least exponent of a product is the sum of the factors'
  /// distances, and each Fⱼ has two terms at least. With mixed signs the two products, those of
  /// positive and of negative sⱼ, are multiplied out and compared, if they are small enough.
  var isSurelyNotMonomial: Bool {
    if polynomials.isEmpty { return false }
    let signs = Set(polynomials.values.map(\.signum))
    if signs.count == 1 { return true }
    guard let (positive, negative) = wholePowers else { return false }
    return positive != negative
  }

  /// Whether the two products of `isSurelyNotMonomial` are the same.
  var polynomialsCancel: Bool {
    if polynomials.isEmpty { return true }
    guard let (positive, negative) = wholePowers else { return false }
    return positive == negative
  }

  /// Π Fⱼ^kⱼ over the positive and over the negative sⱼ, the kⱼ being the sⱼ times their common
  /// denominator; nil if too large. Both have the leading term 1.
  private var wholePowers: (ExponentialPolynomial, ExponentialPolynomial)? {
    var common = Natural.one
    for value in polynomials.values {
      common = common * value.denominator / .greatestCommonDivisor(common, value.denominator)
    }
    var products = [ExponentialPolynomial.one, .one]
    for (polynomial, factor) in polynomials {
      let scaled = factor * Rational(Integer(magnitude: common))
      guard let power = scaled.asInt, abs(power) <= 64 else { return nil }
      let side = power > 0 ? 0 : 1
      for _ in 0..<abs(power) {
        guard let product = products[side] * polynomial else { return nil }
        products[side] = product
      }
    }
    return (products[0], products[1])
  }

  func enclosure(precision: Int) -> Ball {
    var sum = Ball(rational, precision: precision)
    for (value, factor) in constants {
      sum = sum + Ball(factor, precision: precision) * .log(Ball(value, precision: precision))
    }
    return sum + polynomialEnclosure(precision: precision)
  }

  /// Σ sⱼ·log Fⱼ, accurate also when every Fⱼ is close to 1.
  func polynomialEnclosure(precision: Int) -> Ball {
    polynomials.reduce(Ball(midpoint: .zero, precision: precision)) { sum, entry in
      sum + Ball(entry.value, precision: precision)
        * .log(onePlus: entry.key.enclosureAboveOne(precision: precision))
    }
  }
}
