import Property
import Support
import Testing

@testable import Exact

/// What is expected of a decision.
private enum Expected: Equatable {
  case rational(Rational)
  case irrational
}

private func number(_ a: Int, _ b: Int = 1) -> Symbolic { Symbolic(Rational(a, b)) }
private func log(_ a: Int, _ b: Int = 1) -> Symbolic { .log(number(a, b)) }
private func exp(_ a: Int, _ b: Int = 1) -> Symbolic { .exp(number(a, b)) }
private func decided(_ value: Symbolic) -> Expected? {
  switch value.decision {
  case .rational(let exact): .rational(exact)
  case .irrational: .irrational
  case .unknown: nil
  }
}

/// The exact cases of the family's functions: each value rational, with its value, or irrational.
@Suite struct `Rational or not` {
  private func check(
    _ value: Symbolic, is expected: Rational?, at location: SourceLocation = #_sourceLocation
  ) {
    let wanted = expected.map { Expected.rational($0) } ?? .irrational
    #expect(decided(value) == wanted, sourceLocation: location)
  }

  @Test func `exponentials and logarithms`() {
    check(exp(0), is: 1)
    check(exp(3, 7), is: nil)
    check(log(1), is: 0)
    check(log(7, 5), is: nil)
    check(.log(exp(-5, 2)), is: Rational(-5, 2))
    check(.exp(log(7, 5)), is: Rational(7, 5))
    check(exp(2) * exp(-2), is: 1)
    check(exp(2) / exp(1) - exp(1), is: 0)
    check(exp(1) - number(1), is: nil)
    check(.log(number(1) + exp(3)), is: nil)
  }

  @Test func `logarithms to a base`() {
    check(log(1, 1024) / log(2), is: -10)
    check(log(1000) / log(10), is: 3)
    check(log(5) / log(2), is: nil)
    check(log(2) / log(4), is: Rational(1, 2))
    check(log(27, 8) / log(9, 4), is: Rational(3, 2))
    check(log(6) / log(36), is: Rational(1, 2))
    check(log(12) / log(18), is: nil)
    check((log(6) + log(10) + log(15)) / log(30), is: 2)
    check((log(2) + number(1)) / log(2), is: nil)
    check(log(8) / log(2) - number(1, 2), is: Rational(5, 2))
  }

  @Test func `sums of logarithms over a coprime base`() {
    check(log(6) + log(10) + log(15) - number(2) * log(30), is: 0)
    check(log(6) - log(2) - log(3), is: 0)
    check(log(6) - log(2) - log(5), is: nil)
    check(number(1, 3) * log(8) - log(2) + number(5), is: 5)
    check(number(1, 2) * log(9, 25) + log(5, 3), is: 0)
    check(log(1 << 62) - number(62) * log(2), is: 0)
    check(log(3) * number(1, 2) - log(3) * number(1, 2), is: 0)
  }

  @Test func `perplexities are algebraic powers`() {
    // p = 1/2, q = 9/16: (9/16)^(−1/2) = 4/3, the base a perfect power.
    check(.exp(-(number(1, 2) * log(9, 16))), is: Rational(4, 3))
    check(.exp(-(number(1, 2) * log(1, 2)) - number(1, 2) * log(1, 2)), is: 2)
    check(.exp(-(number(1, 2) * log(1, 2))), is: nil)
    check(.exp(number(1, 3) * log(8, 27) + number(1, 4) * log(16)), is: Rational(4, 3))
    check(.exp(number(1, 2) + number(1, 2) * log(4)), is: nil)
    check(.exp(number(1, 2) * log(6) + number(1, 2) * log(10) + number(1, 2) * log(15)), is: 30)
    check(.power(number(27, 8), number(-2, 3)), is: Rational(4, 9))
    check(.power(number(2), number(1, 2)), is: nil)
  }

  @Test func `softmax and its relatives`() {
    let equal = exp(7, 3) / (exp(7, 3) + exp(7, 3) + exp(7, 3))
    check(equal, is: Rational(1, 3))
    check(exp(1) / (exp(1) + exp(2)), is: nil)
    check(.log(exp(7, 3)), is: Rational(7, 3))
    check(.log(exp(1) + exp(1)), is: nil)
    check(number(1) / (number(1) + .exp(number(0))), is: Rational(1, 2))
    check(number(1) / (number(1) + exp(1)), is: nil)
    check(equal - number(1, 4), is: Rational(1, 12))
    // The product of a softmax with its cotangent cancels where the cotangent is constant.
    let powers = [exp(1), exp(2), exp(5, 2)]
    let total = powers[0] + powers[1] + powers[2]
    let p = powers.map { $0 / total }
    let mean = p[0] * number(3) + p[1] * number(3) + p[2] * number(3)
    for i in 0..<3 { check(p[i] * (number(3) - mean), is: 0) }
    check(p[0] * (number(2) - (p[0] * number(2) + p[1] * number(3) + p[2] * number(3))), is: nil)
    check(p[0] + p[1] + p[2], is: 1)
  }

  @Test func `sums of log-sum-exps`() {
    func softplus(_ a: Int) -> Symbolic { .log(number(1) + exp(a)) }
    check(softplus(3) - softplus(-3), is: 3)
    check(softplus(3) + softplus(-3), is: nil)
    check(softplus(2) - softplus(1), is: nil)
    // (1 + e)(1 + e²) and the sum of its four terms: factors in disguise.
    let product = Symbolic.log(number(1) + exp(1) + exp(2) + exp(3))
    check(softplus(1) + softplus(2) - product, is: 0)
    check(number(1, 2) * (softplus(1) + softplus(2)) - number(1, 2) * product + number(2), is: 2)
    let square = Symbolic.log(number(1) + number(2) * exp(1) + exp(2))
    check(square - number(2) * softplus(1), is: 0)
    check(square - softplus(1), is: nil)
    check((square - number(2) * softplus(1) + log(8)) / log(2), is: 3)
  }

  @Test func `nothing is claimed of what the forms do not hold`() {
    for value in [
      .exp(exp(1)), .log(log(3)), log(2) * log(3), exp(1) * log(2), log(2) + exp(1), .opaque,
      .exp(log(3) / log(2)),
    ] as [Symbolic] {
      if case .unknown = value.decision {} else { Issue.record("\(value) is decided") }
    }
  }

  @Test func `infinities, NaN and bad arguments`() {
    let (infinity, zero) = (Symbolic.infinity, number(0))
    #expect((infinity - infinity).isNaN && (zero * infinity).isNaN && (zero / zero).isNaN)
    #expect((number(1) / zero).isInfinite && (number(1) / infinity).isZero)
    #expect(Symbolic.log(zero).isInfinite && Symbolic.log(number(-1)).isNaN)
    #expect(Symbolic.log(exp(1) - number(100)).isNaN && Symbolic.exp(-infinity).isZero)
    #expect((log(5) / (log(6) - log(2) - log(3))).isOpaque)
    #expect((Symbolic.opaque * zero).isZero && (Symbolic.opaque * infinity).isOpaque)
    #expect(Symbolic.compare(log(6), log(2) + log(3)) == 0)
    #expect(Symbolic.compare(log(6), log(7)) == -1 && Symbolic.compare(infinity, log(7)) == 1)
  }

  @Test func `a power too long to write is not called irrational`() {
    let value = Symbolic.exp(Symbolic.log(number(2)) * number(1 << 21))
    #expect(decided(value) == nil)
    #expect(Format.float64.round(value, cap: 256)?.isInfinite == true)
  }
}

/// Rational numbers in disguise: whatever is built from one must never be called irrational.
@Suite struct `Rational numbers in disguise` {
  /// A value that is `truth`, by a random chain of operations that undo each other.
  private static func disguise(
    _ truth: Rational, _ random: inout SplitMix
  ) -> (value: Symbolic, recipe: String) {
    func positive() -> Rational { Rational(random.int(1...60), random.int(1...60)) }
    let a = positive()
    let b = positive()
    let c = positive()
    let t = Symbolic(truth)
    let (la, lb, lc) = (
      Symbolic.log(Symbolic(a)), Symbolic.log(Symbolic(b)), Symbolic.log(Symbolic(c))
    )
    let q = Symbolic(Rational(random.int(1...9), random.int(1...9)))
    let recipe = "\(truth), \(a), \(b), \(c), \(q)"
    switch random.int(0...8) {
    case 0: return (t + la + lb - .log(Symbolic(a * b)), "sum of logarithms " + recipe)
    case 1: return (t + q * (la - lb) + q * .log(Symbolic(b / a)), "multiples " + recipe)
    case 2:
      // log(a^n)/log(a^m) = n/m, plus the rest.
      if a == .one { return (t, "plain") }
      let (n, m) = (random.int(1...5), random.int(1...5))
      let quotient = Symbolic.log(Symbolic(a.power(n))) / .log(Symbolic(a.power(-m)))
      return (quotient + Symbolic(truth + Rational(n, m)), "quotient \(n)/\(m) " + recipe)
    case 3:
      let e = Symbolic.exp(Symbolic(a)) + .exp(Symbolic(b)) + Symbolic(c)
      return (t * e / e, "ratio " + recipe)
    case 4:
      let e = Symbolic.exp(Symbolic(a)) + Symbolic(1)
      let f = Symbolic.exp(Symbolic(b)) + Symbolic(c)
      return (t + .log(e * f) - .log(e) - .log(f), "log of a product " + recipe)
    case 5:
      // (a^n)^(1/n) · t/a
      let n = random.int(2...6)
      let power = Symbolic.exp(Symbolic(Rational(1, n)) * .log(Symbolic(a.power(n))))
      return truth.signum > 0
        ? (power * Symbolic(truth / a), "root \(n) " + recipe) : (t, "plain")
    case 6:
      let softplus = Symbolic.log(Symbolic(1) + .exp(Symbolic(a)))
      return (
        t + softplus - .log(Symbolic(1) + .exp(Symbolic(-a))) - Symbolic(a), "softplus " + recipe
      )
    case 7: return (t + la + lb + lc - .log(Symbolic(a * c)) - lb, "three " + recipe)
    default:
      let e = Symbolic.exp(Symbolic(a - b))
      return (
        t - Symbolic(1) + e / (Symbolic(1) + e) + Symbolic(1) / (Symbolic(1) + e),
        "sigmoids " + recipe
      )
    }
  }

  @Test func `are found, whatever they are built from`() {
    var random = SplitMix(seed: 91)
    var (wrong, found) = ([String](), 0)
    for _ in 0..<1500 {
      let truth = Rational(random.int(-40...40), random.int(1...16))
      let (value, recipe) = Self.disguise(truth, &random)
      switch value.decision {
      case .rational(let exact):
        found += 1
        if exact != truth { wrong.append("\(recipe): \(exact)") }
      case .irrational: wrong.append("irrational: \(recipe)")
      case .unknown: wrong.append("unknown: \(recipe)")
      }
    }
    #expect(wrong.count == 0, "\(wrong.count): \(wrong.prefix(4))")
    #expect(found > 1400)
  }

  @Test func `what is called rational is in the enclosure`() {
    var random = SplitMix(seed: 92)
    var wrong: [String] = []
    for _ in 0..<300 {
      let truth = Rational(random.int(-40...40), random.int(1...16))
      let (value, recipe) = Self.disguise(truth, &random)
      if !value.enclosure(precision: 200).contains(truth) { wrong.append(recipe) }
    }
    #expect(wrong.count == 0, "\(wrong.prefix(4))")
  }
}
