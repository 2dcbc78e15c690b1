import Testing

@testable import Exact

/// Values astronomically close to a tie: no affordable precision tells the side, the algebra does.
@Suite struct `Beside a tie` {
  /// 1 + 2^−53 lies between 1 and its successor; the even one is 1.
  private let tie = Rational(1) + .powerOfTwo(-53)
  private let tiny = Symbolic.exp(Symbolic(-1_000_000))
  private let next = Floating(1.0.nextUp)

  private func round(_ value: Symbolic) -> Floating? { Format.float64.round(value, cap: 4096) }

  @Test func `a term e^−1000000 decides the side`() {
    #expect(round(Symbolic(tie)) == Floating(1.0))
    #expect(round(Symbolic(tie) + tiny) == next)
    #expect(round(Symbolic(tie) - tiny) == Floating(1.0))
    // One ulp further the even neighbour is above.
    let other = tie + .powerOfTwo(-52)
    #expect(round(Symbolic(other) - tiny) == next)
    #expect(round(Symbolic(other)) == Floating(1.0.nextUp.nextUp))
    #expect(round(-Symbolic(tie) - tiny) == Floating(-(1.0.nextUp)))
    #expect(round(-Symbolic(tie) + tiny) == Floating(-1.0))
  }

  @Test func `also inside a logarithm, a quotient and another base`() {
    let far = Symbolic.log(Symbolic(1) + tiny)
    #expect(round(far + Symbolic(tie)) == next && round(Symbolic(tie) - far) == Floating(1.0))
    let two = Symbolic.log(Symbolic(2))
    #expect(round(far / two + Symbolic(tie)) == next)
    #expect(round((two - far) / two) == Floating(1.0))
    let ratio = (Symbolic(tie) + tiny) / (Symbolic(1) + .exp(Symbolic(-2_000_000)))
    #expect(round(ratio) == next)
    // log(6 + …) − log 2 − log 3: constants that cancel only over a coprime base.
    let hidden = Symbolic.log(Symbolic(6) + tiny) - .log(Symbolic(2)) - .log(Symbolic(3))
    #expect(round(hidden + Symbolic(tie)) == next)
  }

  @Test func `saturated losses in small formats`() {
    // softplus(65520) = 65520 + log(1 + e^−65520): 65520 is float16's tie with infinity.
    let softplus = Symbolic.log(Symbolic(1) + .exp(Symbolic(65_520)))
    #expect(Format.float16.round(softplus, cap: 4096)?.isInfinite == true)
    let below = Symbolic(65_520) - .exp(Symbolic(-65_520))
    #expect(Format.float16.round(below, cap: 4096)?.value == .finite(Format.float16.greatest))
    // A sigmoid of −1000 is less than half of the least number.
    let sigmoid = Symbolic(1) / (Symbolic(1) + .exp(Symbolic(1000)))
    #expect(Format.float64.round(sigmoid, cap: 4096)?.isZero == true)
    let one = Symbolic(1) / (Symbolic(1) + .exp(Symbolic(-1000)))
    #expect(Format.float64.round(one, cap: 4096) == Floating(1.0))
    // log10(10^257) = 257 is a tie of bfloat16.
    let logarithm =
      Symbolic.log(Symbolic(Rational(10).power(257))) / .log(Symbolic(10))
    #expect(Format.bfloat16.round(logarithm, cap: 256)?.hexadecimal == "4380")
  }

  @Test func `decimal ties`() {
    let tie = Symbolic(Rational(25, 10))
    func round(_ value: Symbolic) -> String? {
      DecimalTarget(count: 1).round(value, cap: 512)?.description
    }
    #expect(round(tie) == "2" && round(tie + tiny) == "3" && round(tie - tiny) == "2")
    #expect(round(Symbolic(Rational(35, 10)) - tiny) == "3")
    let digits = Decimal38Target().round(Symbolic(1) - tiny, cap: 512)
    #expect(digits == Decimal38(1))
  }

  @Test func `exact powers of two in exp2 and the tie of exp10`() {
    // 2^−1075 is half of the least float64: the tie goes to zero; one third more, to the least.
    let half = Symbolic.power(Symbolic(2), Symbolic(-1075))
    #expect(Format.float64.round(half, cap: 256)?.isZero == true)
    #expect(Format.float64.round(half + .exp(Symbolic(-1_000_000)), cap: 256)?.bits == 1)
    // 10²³ is a tie of float64: 5²³ has 54 bits and is odd.
    let power = Symbolic.power(Symbolic(10), Symbolic(23))
    #expect(Format.float64.round(power, cap: 256) == Floating(1e23))
  }

  @Test func `what no form holds is left open, not guessed`() {
    let opaque = Symbolic.exp(.exp(Symbolic(1)))
    #expect(Format.float64.round(opaque, cap: 4096) == nil)
    #expect(Format.float64.round(.nan, cap: 64)?.isNaN == true)
    #expect(
      Format.float64.round(-Symbolic.infinity, cap: 64) == .infinity(isNegative: true, .float64))
  }
}
