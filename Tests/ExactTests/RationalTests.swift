import Property
import Support
import Testing

@testable import Exact

@Suite struct `Whole and rational numbers` {
  @Test func `whole numbers obey the laws of a ring across the machine word`() {
    var random = SplitMix(seed: 11)
    var wrong: [String] = []
    let edges = [Int.min, .min + 1, -1, 0, 1, .max - 1, .max].map { Integer($0) }
    for _ in 0..<3000 {
      func draw() -> Integer {
        random.int(0...2) == 0 ? edges.randomElement(using: &random)! : random.integer(limbs: 2)
      }
      let (a, b, c) = (draw(), draw(), draw())
      if (a + b) + c != a + (b + c) || a * (b + c) != a * b + a * c || a - b != -(b - a)
        || (a - b).isNegative != (a < b) || (a * b).magnitude != a.magnitude * b.magnitude
        || a + -a != .zero || (a * b).signum != a.signum * b.signum
      {
        wrong.append("\(a), \(b), \(c)")
      }
      // One representation for each number, or equality would not be what it says.
      let again = Integer(isNegative: a.isNegative, magnitude: a.magnitude)
      if again != a || (a + b) - b != a { wrong.append("\(a) after \(b)") }
      if !b.isZero {
        let (q, r) = a.flooredQuotientAndRemainder(dividingBy: b.magnitude)
        if q * Integer(magnitude: b.magnitude) + Integer(magnitude: r) != a || r >= b.magnitude {
          wrong.append("\(a) / \(b)")
        }
      }
    }
    #expect(wrong.count == 0, "\(wrong.prefix(3))")
  }

  @Test func `quotients obey the laws of a field, in lowest terms`() {
    var random = SplitMix(seed: 12)
    var wrong: [String] = []
    for _ in 0..<1000 {
      let (a, b, c) = (
        random.rational(limbs: 2), random.rational(limbs: 1), random.rational(limbs: 2)
      )
      func isReduced(_ x: Rational) -> Bool {
        Natural.greatestCommonDivisor(x.numerator.magnitude, x.denominator).isOne
      }
      // By hand: n/d + m/e = (ne + md)/(de), compared crosswise.
      let sum = a + b
      let above =
        a.numerator * Integer(magnitude: b.denominator)
        + b.numerator * Integer(magnitude: a.denominator)
      if sum.numerator * Integer(magnitude: a.denominator * b.denominator)
        != above * Integer(magnitude: sum.denominator) || !isReduced(sum)
      {
        wrong.append("\(a) + \(b)")
      }
      if (a + b) * c != a * c + b * c || a - b != -(b - a) || !isReduced(a * b) {
        wrong.append("\(a), \(b), \(c)")
      }
      if !b.isZero && (a / b) * b != a { wrong.append("\(a) / \(b)") }
      if (a < b) != (a - b).isNegative { wrong.append("\(a) < \(b)") }
      if !a.isZero && (a.power(3) != a * a * a || a.power(-2) * a * a != .one) {
        wrong.append("\(a)^3")
      }
      let floor = Rational(a.floor)
      if floor > a || a >= floor + 1 { wrong.append("floor \(a)") }
    }
    #expect(wrong.count == 0, "\(wrong.prefix(3))")
  }

  @Test func `text is read exactly`() {
    for (text, value) in [
      ("26/30", Rational(13, 15)), ("-0.5", Rational(-1, 2)), ("1.5e-3", Rational(3, 2000)),
      ("0x1.8p+3", Rational(12)), ("0x.8P1", Rational(1)), ("+7", Rational(7)),
      (".5", Rational(1, 2)),
      ("1e3", Rational(1000)), ("-0x1p-2", Rational(-1, 4)), ("1e2/3", Rational(100, 3)),
      ("1/-2", Rational(-1, 2)), ("1E+2", Rational(100)),
    ] { #expect(Rational(text) == value, "\(text)") }
  }

  @Test func `text that is no number is refused`() {
    for text in [
      "", "-", "+", ".", "1/0", "1/", "/1", "1/2/3", " 1", "1 ", "--1", "+-1", "1e", "1e+", "1e+-5",
      "1e++5", "1e1000001", "1e-9223372036854775808", "1e9223372036854775808", "0x", "0x1.8p",
      "1.2.3",
      "NaN", "inf", "1,5", "0xg", "1p3", "1e5.5", "½",
    ] { #expect(Rational(text) == nil, "\(text)") }
  }

  @Test func `descriptions go round`() {
    var random = SplitMix(seed: 13)
    var wrong: [String] = []
    for _ in 0..<500 {
      let decimal = Rational(random.integer(limbs: 1)) / Rational(10).power(random.int(0...30))
      for value in [random.rational(limbs: 1), decimal, Rational(.zero)]
      where Rational(value.description) != value { wrong.append(value.description) }
    }
    #expect(wrong.count == 0, "\(wrong.prefix(3))")
    #expect(Rational(-1, 2).description == "-0.5" && Rational(13, 15).description == "13/15")
  }

  @Test func `dyadic numbers add, multiply, compare and cut as the rationals they are`() {
    var random = SplitMix(seed: 14)
    var wrong: [String] = []
    for _ in 0..<2000 {
      let a = random.dyadic(bits: random.int(1...150), top: -80...80)
      let b = random.dyadic(bits: random.int(1...150), top: -80...80)
      let (x, y) = (a.asRational, b.asRational)
      if (a + b).asRational != x + y || (a * b).asRational != x * y || (a < b) != (x < y)
        || Dyadic(exactly: x) != a || (a.magnitude.asRational >= .powerOfTwo(a.top.asInt!))
        || (a.magnitude.asRational < .powerOfTwo(a.top.asInt! - 1))
      {
        wrong.append("\(a), \(b)")
      }
      let bits = random.int(0...100)
      if Rational(a.fixedPoint(bits: bits)) != Rational((x * .powerOfTwo(bits)).floor) {
        wrong.append("\(a) in \(bits) bits")
      }
      let (cut, isExact) = a.truncated(to: max(1, bits))
      if isExact != (cut == a) || cut.magnitude > a.magnitude
        || (a.magnitude - cut.magnitude).asRational >= .powerOfTwo(a.top.asInt! - max(1, bits))
      {
        wrong.append("\(a) cut to \(bits)")
      }
    }
    #expect(wrong.count == 0, "\(wrong.prefix(3))")
  }
}
