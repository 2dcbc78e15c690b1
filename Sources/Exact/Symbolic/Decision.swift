extension Symbolic {
  /// What is known about a value's being rational.
  public enum Decision: Sendable {
    /// Proved to be this rational number.
    case rational(Rational)
    /// Proved irrational: no tie, no terminating decimal, so Ziv's loop ends.
    case irrational
    /// The theorems do not decide it.
    case unknown
  }

  /// Decides, by the theorems named at `Symbolic`, whether the value is rational.
  public var decision: Decision {
    switch form {
    case .ratio(let n, let d):
      // N/D = t rational means N − tD = 0, and then term by term.
      return n.ratio(to: d).map { .rational($0) } ?? .irrational
    case .logarithms(let sum): return Symbolic.decide(sum)
    case .quotient(let sum, let base): return Symbolic.decide(sum, base: base)
    case .power(let sum):
      // e^r times an algebraic number is transcendental unless r = 0.
      if !sum.rational.isZero { return .irrational }
      return sum.coprimeBase().productDecision
    case .infinity, .nan, .opaque: return .unknown
    }
  }

  /// r + log(R)/D + Σ s·log F is rational only if the exponential polynomial part cancels (else
  /// Π F^k would be c·e^a) and then R = 1: otherwise e to a rational power would be algebraic, or
  /// log R rational.
  private static func decide(_ sum: LogarithmSum) -> Decision {
    if sum.isSurelyNotMonomial { return .irrational }
    guard sum.polynomialsCancel else { return .unknown }
    return sum.coprimeBase().isOne() ? .rational(sum.rational) : .irrational
  }

  /// (r + log R)/log b is rational, t, only if r = 0 and R = b^t: for r ≠ 0 e^r would be algebraic.
  private static func decide(_ sum: LogarithmSum, base: LogarithmSum) -> Decision {
    if sum.isSurelyNotMonomial { return .irrational }
    guard sum.polynomialsCancel else { return .unknown }
    if !sum.rational.isZero { return .irrational }
    let pair = base.coprimeBase(width: 2, index: 1, into: sum.coprimeBase(width: 2))
    return pair.ratioOfLogarithms.map { .rational($0) } ?? .irrational
  }

  /// A rational number close by, where the form shows one, and the exact rest as a ball of any
  /// relative precision: value = `near` + `rest`.
  ///
  /// A saturated loss is a rational number plus a term like e^−1000000. No affordable precision
  /// tells on which side of a tie it lies; the sign of the rest does.
  var expansion: (near: Rational, rest: @Sendable (Int) -> Ball)? {
    switch form {
    case .ratio(let n, let d):
      guard let a = n.terms.first, let b = d.terms.first, a.exponent <= b.exponent else {
        return nil
      }
      if a.exponent < b.exponent { return (.zero, enclosure(precision:)) }
      let near = a.coefficient / b.coefficient
      let rest = n + -d.scaled(by: near)
      return (near, { rest.enclosure(precision: $0) / d.enclosure(precision: $0) })
    case .logarithms(let sum):
      guard sum.coprimeBase().isOne() else { return nil }
      return (sum.rational, { sum.polynomialEnclosure(precision: $0) })
    case .quotient(let sum, let base):
      guard sum.rational.isZero, !sum.polynomials.isEmpty else { return nil }
      let pair = base.coprimeBase(width: 2, index: 1, into: sum.coprimeBase(width: 2))
      guard let near = sum.constants.isEmpty ? Rational.zero : pair.ratioOfLogarithms else {
        return nil
      }
      return (
        near,
        { sum.polynomialEnclosure(precision: $0) / base.enclosure(precision: $0) }
      )
    default: return nil
    }
  }
}
