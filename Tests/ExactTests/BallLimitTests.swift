import Testing

@testable import Exact

/// Infinities, NaN, zero, balls that hold zero, and exponents that no memory could hold.
@Suite struct `Balls at the limits` {
  private let one = Ball(Rational(1), precision: 64)
  private let zero = Ball(Rational(0), precision: 64)
  private let infinity = Ball.infinity
  private let nan = Ball.nan

  private func ball(_ a: Int, _ r: Int) -> Ball {
    Ball(midpoint: Dyadic(a), radius: Magnitude(above: Dyadic(r)), precision: 64)
  }

  @Test func `infinities and NaN follow IEEE 754, zero counting as approached from above`() {
    #expect((infinity - infinity).isNaN && (infinity + one).isPositiveInfinity)
    #expect((zero * infinity).isNaN && (-one * infinity).isNegativeInfinity)
    #expect((one / zero).isPositiveInfinity && (-one / zero).isNegativeInfinity)
    #expect((zero / zero).isNaN && (infinity / infinity).isNaN && (one / infinity).isZero)
    #expect((infinity / zero).isPositiveInfinity && (-infinity / one).isNegativeInfinity)
    #expect(Ball.exp(infinity).isPositiveInfinity && Ball.exp(-infinity).isZero)
    #expect(Ball.expMinusOne(-infinity) == Ball(-1) && Ball.log(zero).isNegativeInfinity)
    #expect(Ball.log(infinity).isPositiveInfinity && Ball.log(-one).isNaN)
    #expect(Ball.log(onePlus: -one).isNegativeInfinity && Ball.log(onePlus: -infinity).isNaN)
    #expect(Ball.log(onePlus: ball(-3, 1)).isNaN && Ball.squareRoot(-one).isNaN)
    #expect(Ball.squareRoot(infinity).isPositiveInfinity && Ball.squareRoot(zero).isZero)
    for x in [
      nan + one, nan * zero, nan / one, .exp(nan), .log(nan), .expMinusOne(nan), nan.power(2),
    ] {
      #expect(x.isNaN)
    }
    #expect(nan.power(0) == one && zero.power(0) == one && Ball.larger(nan, one).isNaN)
    #expect(Ball.larger(-infinity, one) == one && Ball.smaller(-infinity, one).isNegativeInfinity)
    #expect(Ball.compare(nan, one) == nil && Ball.compare(infinity, infinity) == 0)
  }

  @Test func `a ball that may be zero divides into nothing known, and has no logarithm`() {
    let wide = ball(1, 2)
    for x in [
      one / wide, .log(wide), .squareRoot(wide), wide * infinity, .log(onePlus: ball(-1, 1)),
    ] {
      #expect(x.isUnknown, "\(x)")
    }
    #expect(wide.sign == nil && ball(0, 1).sign == nil && ball(2, 1).sign == 1 && zero.sign == 0)
    #expect(ball(1, 1).sign == nil)
    #expect((Ball.unknown(precision: 64) * zero).isUnknown)
    #expect(Ball.unknown(precision: 64).contains(infinity))
  }

  @Test func `wide balls are enclosed between the values at their ends`() {
    let exponential = Ball.exp(ball(0, 30))
    #expect(exponential.contains(Oracle.exp(30, bits: 80)))
    #expect(exponential.contains(Oracle.exp(-30, bits: 80)))
    let logarithm = Ball.log(ball(8, 7))
    #expect(logarithm.contains(Rational(0)) && logarithm.contains(Oracle.log(15, bits: 80)))
    #expect(Ball.expMinusOne(ball(0, 30)).contains(Oracle.exp(30, bits: 80) - Interval(1)))
  }

  @Test func `exponents beyond any memory`() throws {
    func exact(_ text: String) throws -> Ball { Ball(try #require(Rational(text)), precision: 64) }
    let huge = Ball.exp(try exact("1e30"))
    // log2(e)·10³⁰ = 1.442695…·10³⁰ is the exponent.
    #expect(huge.isAccurate(to: 56))
    #expect(Rational(huge.midpoint.top) > Rational(1_442_695) * Rational(10).power(24))
    #expect(Rational(huge.midpoint.top) < Rational(1_442_696) * Rational(10).power(24))
    #expect(Ball.log(huge).contains(Rational(10).power(30)))
    #expect((huge * .exp(try exact("-1e30"))).contains(Rational(1)))
    let nearOne = Ball.exp(try exact("-1e-300"))
    #expect(nearOne.isAccurate(to: 60) && nearOne.contains(Rational(1) - Rational(10).power(-300)))
    let small = Ball.expMinusOne(try exact("-1e-300"))
    #expect(small.isAccurate(to: 56) && small.contains(-(Rational(10).power(-300))))
    let tiny = Ball.exp(try exact("-1e30"))
    #expect((huge + one).isAccurate(to: 56) && (one - tiny).contains(Rational(1)))
  }

  @Test func `ends too far apart for memory still enclose`() throws {
    let far = Ball(try #require(Rational("1e12")), precision: 64)
    // Between e^−10¹² and e^10¹²: the sum of the two does not fit in memory.
    let radius = Magnitude(above: far.midpoint)
    let wide = Ball.exp(Ball(midpoint: .zero, radius: radius, precision: 64))
    let (top, bottom) = (Ball.exp(far), Ball.exp(-far))
    #expect(wide.upper >= top.lower && wide.lower <= bottom.upper)
    let negative = -wide
    #expect(negative.lower <= -top.lower && negative.upper >= -bottom.upper)
    // A midpoint far below its radius.
    let sum = bottom + ball(0, 1)
    #expect(sum.lower <= Dyadic(-1) && sum.upper >= .one && sum.upper < Dyadic(2))
    let larger = Ball.larger(bottom - top, bottom + ball(0, 1))
    #expect(larger.upper >= .one)
    let across = Ball.between(low: -bottom.upper, high: top.upper, precision: 64)
    #expect(across.lower <= -bottom.upper && across.upper >= top.upper)
    let below = Ball.between(low: -top.upper, high: bottom.upper, precision: 64)
    #expect(below.lower <= -top.upper && below.upper >= bottom.upper)
  }

  @Test func `few digits are enough to ask for`() {
    for precision in 1...20 {
      let x = Ball(Rational(5, 4), precision: precision)
      #expect(Ball.exp(x).contains(Oracle.exp(Rational(5, 4), bits: 60)), "\(precision)")
      #expect(Ball.log(x).contains(Oracle.log(Rational(5, 4), bits: 60)), "\(precision)")
    }
  }

  @Test func `functions of exact constants keep the least precision`() {
    let third = Ball(1) / Ball(3)
    #expect(third.contains(Rational(1, 3)) && third.radius.top < -60)
    for value in [Ball.log(Ball(3)), .exp(Ball(3)), .log(onePlus: Ball(3))] {
      #expect(value.isFinite && value.radius.top < -50)
    }
  }
}
