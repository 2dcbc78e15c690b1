import Property
import Support
import Testing

@testable import Exact

/// Decimals in machine words against the slow ways: exact rational arithmetic rounded once, and
/// Ziv's loop over balls.
@Suite struct `Decimals in words` {
  /// Nines, powers of ten and of two, fives that make ties, any digits; near and far apart.
  private static func draw(_ random: inout SplitMix, reach: Int) -> Decimal38 {
    let count = random.int(1...38)
    let power = Natural.powerOfTen(count).asUInt128!
    let any = UInt128(random.next()) << 64 | UInt128(random.next())
    let few = UInt128(random.int(0...2))
    let significand: UInt128 =
      switch random.int(0...6) {
      case 0: power - 1 - few
      case 1: power / 10 + few
      case 2: power / 2 + few - 1
      case 3: 1 << UInt128(random.int(0...126))
      default: any % power
      }
    return Decimal38(
      isNegative: Bool.random(using: &random), significand: significand,
      exponent: random.int(-reach...reach))
  }

  private static func nearest(_ value: Rational) -> Decimal38 {
    Decimal38(DecimalDigits(rounding: value, count: 38))
  }

  @Test func `the four operations and the order`() {
    var random = SplitMix(seed: 383)
    var wrong: [String] = []
    for turn in 0..<12_000 {
      let reach = [2, 20, 45, 90][turn % 4]
      var (a, b) = (Self.draw(&random, reach: reach), Self.draw(&random, reach: reach))
      if turn % 5 == 0 {
        // Ties of products and quotients, and of sums.
        b = Decimal38(significand: [2, 4, 5, 25][random.int(0...3)], exponent: random.int(-1...1))
      } else if turn % 11 == 0 {
        // A power of ten less a little more or less than half of what is its last digit then.
        let half = UInt128(5) * Natural.powerOfTen(37).asUInt128! + UInt128(random.int(0...20)) - 10
        a = Decimal38(significand: 1, exponent: random.int(74...78))
        b = Decimal38(isNegative: random.int(0...3) == 0, significand: half, exponent: 0)
      } else if turn % 7 == 0 {
        // Next to the first one, for cancellation.
        b = Decimal38(
          isNegative: !a.isNegative, significand: a.significand + UInt128(random.int(0...2)),
          exponent: a.exponent + random.int(0...1))
      }
      let (x, y) = (a.value.asRational!, b.value.asRational!)
      func expect(_ result: Decimal38, _ exact: Rational, _ name: String) {
        if result != Self.nearest(exact) { wrong.append("\(a) \(name) \(b)") }
        if !result.isZero && result.significand % 10 == 0 { wrong.append("zeros of \(result)") }
      }
      expect(a + b, x + y, "+")
      expect(a - b, x - y, "-")
      expect(a * b, x * y, "*")
      if !b.isZero { expect(a / b, x / y, "/") }
      if (a < b) != (x < y) || (b < a) != (y < x) || a < a { wrong.append("\(a) < \(b)") }
    }
    #expect(wrong.count == 0, "\(wrong.count): \(wrong.prefix(3))")
  }

  @Test func `conversions of rational numbers`() {
    var random = SplitMix(seed: 384)
    var wrong: [String] = []
    for _ in 0..<12_000 {
      let (top, bottom) = (random.natural(bits: random.int(1...140)), random.int(0...3))
      let denominator: Natural =
        switch bottom {
        case 0: .powerOfTwo(random.int(0...130))
        case 1: .powerOfTen(random.int(0...45))
        default: random.natural(bits: random.int(1...140)) + .one
        }
      let value = Rational(
        Integer(isNegative: Bool.random(using: &random), magnitude: top), denominator)
      if Decimal38(value) != Self.nearest(value) { wrong.append("\(value)") }
    }
    for turn in 0..<3000 {
      // Doubles; and beside a tie, as near as 127 digits over a power of two can come.
      var value = Rational(Double(bitPattern: random.next() & ~(1 << 62)))
      if turn % 2 == 0 {
        let digits = Natural.powerOfTen(37) + random.natural(bits: 125)
        let tie = Rational(
          Integer(magnitude: digits * Natural(10 as UInt64) + Natural(5 as UInt64)),
          .powerOfTen(random.int(3...420)))
        let places = 127 + tie.denominator.bitWidth - tie.numerator.magnitude.bitWidth
        let above = (tie * .powerOfTwo(places)).floor + Integer(random.int(-1...2))
        value = Rational(above, .powerOfTwo(places))
      }
      if Decimal38(value) != Self.nearest(value) { wrong.append("\(value)") }
    }
    for whole in [Int.min, .max, 0, -1, 10, -1000, 1 << 62] {
      if Decimal38(whole).value != .finite(Rational(whole)) { wrong.append("\(whole)") }
    }
    #expect(wrong.count == 0, "\(wrong.count): \(wrong.prefix(3))")
  }

  @Test func `elementary functions`() {
    let functions: [(ElementaryFunction, (Decimal38) -> Decimal38)] = [
      (.exp, { .exp($0) }), (.expMinusOne, { .expMinusOne($0) }), (.log, { .log($0) }),
      (.logOnePlus, { .log(onePlus: $0) }), (.log2, { .log2($0) }), (.log10, { .log10($0) }),
    ]
    var random = SplitMix(seed: 385)
    var wrong: [String] = []
    for turn in 0..<2400 {
      var x = Self.draw(&random, reach: [2, 40, 100, 450][turn % 4])
      let short = Decimal38(
        isNegative: Bool.random(using: &random), significand: UInt128(random.int(1...9999)),
        exponent: -random.int(0...48))
      switch turn % 9 {
      case 0: x = Decimal38(1) + short
      case 1: x = Decimal38(-1) + (short.isNegative ? -short : short)
      case 2: x = short
      // Every function is near a tie there: 1 + 5·10⁻³⁸, and x + x²/2 with 19 digits.
      case 3:
        x = Decimal38(significand: UInt128(random.int(1...99)), exponent: -random.int(17...39))
      default: break
      }
      for (function, answer) in functions {
        let isLarge = x.exponent + String(x.significand).count > 4
        if isLarge && (function == .exp || function == .expMinusOne) { continue }
        let (result, expected) = (answer(x), Decimal38.rounded(x, function))
        if result != expected && !(result.isNaN && expected.isNaN) {
          wrong.append("\(function)(\(x)): \(result), \(expected)")
        }
      }
    }
    #expect(wrong.count == 0, "\(wrong.count): \(wrong.prefix(3))")
  }

  @Test func `the ends of the range`() {
    let (most, ulp) = (UInt128(Natural.powerOfTen(38).asUInt128! - 1), Decimal38.greatestExponent)
    let greatest = Decimal38(significand: most, exponent: ulp)
    #expect(greatest.isFinite && (greatest + greatest).isInfinite)
    #expect((greatest * Decimal38(significand: 10, exponent: 0)).isInfinite)
    #expect(-greatest - greatest == -.infinity && greatest / Decimal38(1) == greatest)
    // A number of fewer digits counts as if zeros followed.
    #expect(Decimal38(significand: 1, exponent: ulp + 37).isFinite)
    #expect(Decimal38(significand: 1, exponent: ulp + 38).isInfinite)
    #expect(Decimal38(significand: 1, exponent: 37 - ulp).isFinite)
    #expect(!Decimal38(significand: 1, exponent: 37 - ulp).isZero)
    #expect(Decimal38(significand: 1, exponent: 36 - ulp).isZero)
    #expect(Decimal38(significand: most, exponent: .max).isInfinite)
    #expect(Decimal38(significand: most, exponent: .min).isZero)
  }

  @Test func `powers of ten are within their units`() {
    let tens = PowersOfTen.shared
    var wrong: [String] = []
    for k in -PowersOfTen.reach...PowersOfTen.reach {
      let word = tens.word(k)
      let unit = Rational.powerOfTwo(word.exponent)
      let value = Rational(Integer(magnitude: Natural(word: word.significand))) * unit
      let rest = Rational(10).power(k) - value
      let isExact = word.radius == 0
      if rest < 0 || rest >= unit || isExact != rest.isZero
        || word.significand.leadingZeroBitCount != 0
      {
        wrong.append("10^\(k)")
      }
    }
    for d in 1...38 {
      let (inverse, shift) = tens.inverse(d)
      let exact = Rational.powerOfTwo(128 + shift) / Rational(10).power(d)
      if exact.floor != Integer(magnitude: Natural(inverse)) { wrong.append("1/10^\(d)") }
    }
    #expect(wrong.count == 0, "\(wrong.count): \(wrong.prefix(3))")
  }
}
