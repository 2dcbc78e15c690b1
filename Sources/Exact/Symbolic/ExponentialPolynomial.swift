/// Σ cᵢ·e^aᵢ with rational cᵢ and distinct rational aᵢ, the largest exponent first.
///
/// By the Lindemann–Weierstrass theorem the e^aᵢ are linearly independent over the algebraic
/// numbers, so two such sums are equal as numbers only if they are equal term by term.
struct ExponentialPolynomial: Hashable, Sendable {
  struct Term: Hashable, Sendable {
    var exponent: Rational
    var coefficient: Rational
  }

  /// Exponents fall strictly; no coefficient is zero.
  private(set) var terms: [Term]

  /// The most terms that a product may form; larger ones are left to the interval arithmetic.
  static let largestProduct = 400_000

  init(_ value: Rational) {
    terms = value.isZero ? [] : [Term(exponent: .zero, coefficient: value)]
  }

  /// e^`exponent`.
  init(exponent: Rational) { terms = [Term(exponent: exponent, coefficient: .one)] }

  private init(terms: [Term]) { self.terms = terms }

  static let one = ExponentialPolynomial(Rational.one)

  var isZero: Bool { terms.isEmpty }
  var isMonomial: Bool { terms.count == 1 }
  /// Whether no coefficient is negative, so that the value is positive whatever the exponents.
  var isPlainlyPositive: Bool { terms.allSatisfy { $0.coefficient.signum > 0 } }
  /// The value if no exponential is left.
  var constant: Rational? {
    if isZero { return .zero }
    return isMonomial && terms[0].exponent.isZero ? terms[0].coefficient : nil
  }

  static prefix func - (a: Self) -> Self { a.scaled(by: Rational(-1)) }

  static func + (a: Self, b: Self) -> Self {
    if a.isZero { return b }
    if b.isZero { return a }
    var (result, i, j) = ([Term](), 0, 0)
    result.reserveCapacity(a.terms.count + b.terms.count)
    while i < a.terms.count || j < b.terms.count {
      if j == b.terms.count || (i < a.terms.count && b.terms[j].exponent < a.terms[i].exponent) {
        result.append(a.terms[i])
        i += 1
      } else if i == a.terms.count || a.terms[i].exponent < b.terms[j].exponent {
        result.append(b.terms[j])
        j += 1
      } else {
        let sum = a.terms[i].coefficient + b.terms[j].coefficient
        if !sum.isZero { result.append(Term(exponent: a.terms[i].exponent, coefficient: sum)) }
        (i, j) = (i + 1, j + 1)
      }
    }
    return Self(terms: result)
  }

  /// The product, or nil if it would have too many terms.
  static func * (a: Self, b: Self) -> Self? {
    if a.terms.count * b.terms.count > largestProduct { return nil }
    if a.isMonomial { return b.multiplied(by: a.terms[0]) }
    if b.isMonomial { return a.multiplied(by: b.terms[0]) }
    var sums: [Rational: Rational] = [:]
    for x in a.terms {
      for y in b.terms {
        sums[x.exponent + y.exponent, default: .zero] += x.coefficient * y.coefficient
      }
    }
    let terms = sums.filter { !$0.value.isZero }.map {
      Term(exponent: $0.key, coefficient: $0.value)
    }
    return Self(terms: terms.sorted { $0.exponent > $1.exponent })
  }

  func scaled(by factor: Rational) -> Self {
    factor.isZero ? Self(terms: []) : multiplied(by: Term(exponent: .zero, coefficient: factor))
  }

  private func multiplied(by factor: Term) -> Self {
    Self(
      terms: terms.map {
        Term(
          exponent: $0.exponent + factor.exponent, coefficient: $0.coefficient * factor.coefficient)
      })
  }

  /// The sum divided by its leading term, and that term: c·e^a·(1 + smaller exponentials).
  var normalized: (leading: Term, rest: Self) {
    let leading = terms[0]
    let inverse = Term(exponent: -leading.exponent, coefficient: leading.coefficient.reciprocal)
    return (leading, multiplied(by: inverse))
  }

  /// The rational number t with `self` = t·`other`, if there is one.
  func ratio(to other: Self) -> Rational? {
    guard terms.count == other.terms.count, let a = terms.first, let b = other.terms.first else {
      return isZero ? .zero : nil
    }
    // The exponents first, which are compared for nothing.
    guard zip(terms, other.terms).allSatisfy({ $0.exponent == $1.exponent }) else { return nil }
    let ratio = a.coefficient / b.coefficient
    let isProportional = zip(terms, other.terms).allSatisfy {
      $0.coefficient == ratio * $1.coefficient
    }
    return isProportional ? ratio : nil
  }

  /// The value as a ball.
  func enclosure(precision: Int) -> Ball {
    terms.reduce(Ball(midpoint: .zero, precision: precision)) { sum, term in
      sum + Ball(term.coefficient, precision: precision)
        * Ball.exp(
          Ball(term.exponent, precision: ExponentialPolynomial.length(term.exponent, precision))
        )
        .withPrecision(precision)
    }
  }

  /// The digits that an exponent needs so that its error does not show in the exponential.
  private static func length(_ exponent: Rational, _ precision: Int) -> Int {
    precision + 8 + max(0, exponent.numerator.magnitude.bitWidth - exponent.denominator.bitWidth)
  }

  /// The value without the leading term, which is 1: only for a normalized sum.
  func enclosureAboveOne(precision: Int) -> Ball {
    Self(terms: Array(terms.dropFirst())).enclosure(precision: precision)
  }
}
