/// A product of powers of whole numbers, rewritten over factors that have no common divisor.
///
/// Whether Π rᵢ^aᵢ equals 1, or a power of another number, can be read off the exponents once the
/// rᵢ are written over a coprime base; no number is ever factored into primes.
///
/// - Note: D. Bernstein, *Factoring into coprimes in essentially linear time*, 2005. This is the
///   plain quadratic method.
struct CoprimeBase {
  /// Pairwise coprime numbers above 1.
  private(set) var factors: [(base: Natural, exponents: [Rational])] = []
  private let width: Int

  /// A base for `width` products at once, whose exponents are kept side by side.
  init(width: Int = 1) { self.width = width }

  /// Multiplies product number `index` by `value` to the power `exponent`.
  /// - Precondition: `value` is positive.
  mutating func multiply(by value: Rational, exponent: Rational, in index: Int = 0) {
    insert(value.numerator.magnitude, exponent, index)
    insert(value.denominator, -exponent, index)
  }

  private mutating func insert(_ value: Natural, _ exponent: Rational, _ index: Int) {
    if value.isOne || exponent.isZero { return }
    var exponents = [Rational](repeating: .zero, count: width)
    exponents[index] = exponent
    // Powers of 2 and 5 are split off at once: every float and every decimal is made of them.
    let twos = value.trailingZeroBitCount
    var (rest, fives) = (value >> twos, 0)
    while true {
      let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: 5 as UInt64)
      if remainder != 0 { break }
      (rest, fives) = (quotient, fives + 1)
    }
    if twos > 0 { refine(2, exponents.map { $0 * Rational(twos) }) }
    if fives > 0 { refine(5, exponents.map { $0 * Rational(fives) }) }
    refine(rest, exponents)
  }

  private mutating func refine(_ value: Natural, _ exponents: [Rational]) {
    if value.isOne { return }
    for position in factors.indices {
      let (base, others) = factors[position]
      let both = zip(exponents, others).map { $0 + $1 }
      if base == value {
        factors[position].exponents = both
        return
      }
      let common = Natural.greatestCommonDivisor(base, value)
      if common.isOne { continue }
      factors.remove(at: position)
      refine(common, both)
      refine(base / common, others)
      refine(value / common, exponents)
      return
    }
    factors.append((value, exponents))
  }

  /// Whether the product is 1.
  func isOne(_ index: Int = 0) -> Bool { factors.allSatisfy { $0.exponents[index].isZero } }

  /// The rational t with product 0 = (product 1)^t, if there is one and product 1 is not 1.
  var ratioOfLogarithms: Rational? {
    var ratio: Rational?
    for (_, exponents) in factors where !(exponents[0].isZero && exponents[1].isZero) {
      if exponents[1].isZero { return nil }
      let quotient = exponents[0] / exponents[1]
      if let ratio, ratio != quotient { return nil }
      ratio = quotient
    }
    return ratio
  }

  /// Whether the product is rational: every base element, written as h^k with h no perfect power,
  /// must have a whole exponent k·a. Unknown where the number would be too long to write down.
  ///
  /// The elements are coprime, so a rational product has, for every prime of h, a whole exponent;
  /// were k·a = s/t with t > 1, all exponents of h would be divisible by t and h a t-th power.
  var productDecision: Symbolic.Decision {
    var powers: [(root: Natural, exponent: Rational)] = []
    for (base, exponents) in factors where !exponents[0].isZero {
      let (root, degree) = CoprimeBase.perfectPower(base)
      powers.append((root, exponents[0] * Rational(degree)))
    }
    guard powers.allSatisfy({ $0.exponent.isInteger }) else { return .irrational }
    var product = Rational.one
    for (root, exponent) in powers {
      guard let power = exponent.asInt, power.magnitude < 1 << 20 else { return .unknown }
      product = product * Rational(Integer(magnitude: root)).power(power)
    }
    return .rational(product)
  }

  /// h and k with `value` = h^k and k as large as can be.
  static func perfectPower(_ value: Natural) -> (root: Natural, degree: Int) {
    for degree in stride(from: value.bitWidth, through: 2, by: -1) {
      let root = value.root(degree)
      if !root.isOne && root.power(degree) == value { return (root, degree) }
    }
    return (value, 1)
  }
}
