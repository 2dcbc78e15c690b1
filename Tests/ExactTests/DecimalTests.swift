import Property
import Support
import Testing

@testable import Exact

/// The rounding of a rational number to decimal digits as one does it on paper: long division.
private func longDivision(_ value: Rational, _ count: Int) -> (digits: [Int], exponent: Int) {
  let (top, bottom) = (value.numerator.magnitude, value.denominator)
  var (scale, exponent) = (value.magnitude, 0)
  while scale >= 10 { (scale, exponent) = (scale * Rational(1, 10), exponent + 1) }
  while scale < 1 { (scale, exponent) = (scale * 10, exponent - 1) }
  // value = d.ddd… × 10^exponent
  var rest = exponent >= 0 ? top : top * .powerOfTen(-exponent)
  let unit = exponent >= 0 ? bottom * .powerOfTen(exponent) : bottom
  var digits: [Int] = []
  for _ in 0..<count {
    var digit = 0
    while rest >= unit { (rest, digit) = (rest - unit, digit + 1) }
    digits.append(digit)
    rest = rest * 10
  }
  let half = unit * 5
  if rest > half || (rest == half && digits.last! & 1 == 1) {
    var place = count - 1
    while place >= 0 && digits[place] == 9 {
      digits[place] = 0
      place -= 1
    }
    if place >= 0 {
      digits[place] += 1
    } else {
      digits = [1] + digits.dropLast()
      exponent += 1
    }
  }
  return (digits, exponent)
}

@Suite struct `Decimal digits` {
  @Test func `digits are those of long division, ties to even`() {
    var random = SplitMix(seed: 81)
    var wrong: [String] = []
    for _ in 0..<1500 {
      let count = random.int(1...40)
      // Now and then a tie: an odd number of halves of the last place; or nines that carry.
      let value: Rational =
        switch random.int(0...4) {
        case 0:
          Rational(Integer(magnitude: random.natural(bits: 60) << 1 + .one), 2)
            * Rational(10).power(random.int(-40...20))
        case 1: Rational(10).power(random.int(-5...5)) - Rational(10).power(random.int(-60 ... -6))
        case 2: Rational(random.int(1...99), 10) * Rational(10).power(random.int(-3...3))
        default: random.rational(limbs: 2)
        }
      if value.isZero { continue }
      let rounded = DecimalDigits(rounding: value, count: count)
      let (digits, exponent) = longDivision(value, count)
      let text = rounded.digits.description
      if text != digits.map(String.init).joined() || rounded.isNegative != value.isNegative
        || rounded.exponent + Integer(count - 1) != Integer(exponent)
      {
        wrong.append("\(value) to \(count)")
      }
      if DecimalDigits(rounded.description)?.asRational != rounded.asRational {
        wrong.append("text \(rounded)")
      }
    }
    #expect(wrong.count == 0, "\(wrong.prefix(3))")
  }

  @Test func `the direction decides ties, and nothing else`() {
    for (value, count, results) in [
      (Rational(25, 100), 1, ["0.2", "0.2", "0.3"]), (Rational(35, 100), 1, ["0.3", "0.4", "0.4"]),
      (Rational(-25, 100), 1, ["-0.3", "-0.2", "-0.2"]),
      (Rational(1, 2), 1, ["0.5", "0.5", "0.5"]),
      (Rational(1, 3), 2, ["0.33", "0.33", "0.33"]), (Rational(995, 10), 2, ["99", "100", "100"]),
    ] {
      let found = [-1, 0, 1].map {
        DecimalDigits(rounding: value, count: count, direction: $0).description
      }
      #expect(found == results, "\(value)")
    }
  }

  @Test func `a ball is rounded only where both of its ends agree`() {
    func ball(_ a: Rational, _ r: Int) -> Ball {
      Ball(midpoint: Dyadic(exactly: a)!, radius: .powerOfTwo(Integer(r)), precision: 300)
    }
    #expect(DecimalDigits(rounding: ball(Rational(5, 2), -90), count: 1) == nil)
    #expect(DecimalDigits(rounding: ball(Rational(5, 2), -90), count: 3)?.description == "2.50")
    #expect(DecimalDigits(rounding: ball(0, -90), count: 3) == nil)
    #expect(DecimalDigits(rounding: .infinity, count: 3) == nil)
  }

  @Test func `numbers are written as a person writes them`() {
    for (text, count, written) in [
      ("0", 3, "0"), ("0.00001", 2, "0.000010"), ("0.000001", 2, "1.0e-6"), ("123456", 3, "123000"),
      ("1e20", 2, "100000000000000000000"), ("1e21", 2, "1.0e21"), ("-1.25", 3, "-1.25"),
      ("1e30", 1, "1e30"),
    ] { #expect(DecimalDigits(rounding: Rational(text)!, count: count).description == written) }
  }
}

@Suite struct `Decimals of 38 digits` {
  private static func draw(_ random: inout SplitMix) -> Decimal38 {
    let digits = random.int(1...38)
    let significand = Natural.powerOfTen(digits).asUInt128!
    let drawn: UInt128 =
      switch random.int(0...5) {
      case 0: significand - 1
      case 1: significand / 10 + UInt128(random.int(0...2))
      default: UInt128(random.next()) << 64 | UInt128(random.next())
      }
    return Decimal38(
      isNegative: Bool.random(using: &random), significand: drawn % significand,
      exponent: random.int(-60...60))
  }

  /// The nearest of 38 digits, by long division.
  private static func nearest(_ value: Rational) -> Rational {
    if value.isZero { return value }
    let (digits, exponent) = longDivision(value, 38)
    let whole = Natural(decimal: digits.map(String.init).joined())!
    return Rational(Integer(isNegative: value.isNegative, magnitude: whole))
      * Rational(10).power(exponent - 37)
  }

  @Test func `the four operations are correctly rounded`() {
    var random = SplitMix(seed: 82)
    var wrong: [String] = []
    for _ in 0..<4000 {
      let (a, b) = (Self.draw(&random), Self.draw(&random))
      let (x, y) = (a.value.asRational!, b.value.asRational!)
      if (a + b).value != .finite(Self.nearest(x + y)) { wrong.append("\(a) + \(b)") }
      if (a - b).value != .finite(Self.nearest(x - y)) { wrong.append("\(a) - \(b)") }
      if (a * b).value != .finite(Self.nearest(x * y)) { wrong.append("\(a) * \(b)") }
      if !b.isZero && (a / b).value != .finite(Self.nearest(x / y)) { wrong.append("\(a) / \(b)") }
      if (a < b) != (x < y) || (a - a) != .zero { wrong.append("\(a), \(b)") }
    }
    #expect(wrong.count == 0, "\(wrong.count): \(wrong.prefix(3))")
  }

  @Test func `ties go to the even digit, far terms do not disturb`() {
    let whole = Decimal38(significand: .init(Natural.powerOfTen(37).asUInt128!), exponent: 0)
    let (half, one) = (Decimal38(Rational(1, 2)), Decimal38(1))
    #expect(whole + half == whole && (whole + one) + half == whole + Decimal38(2))
    #expect((whole - half).description == "9999999999999999999999999999999999999.5")
    let tiny = Decimal38(significand: 1, exponent: -300)
    #expect(whole + tiny == whole && whole - tiny == whole && tiny - whole == -whole)
    let power = Decimal38(significand: 1, exponent: 100)
    #expect(power - tiny == power && power + tiny == power)
    // As far apart as the digits reach, and twice as far: the sum changes its way of adding.
    for gap in 39...120 {
      let small = Decimal38(significand: 1, exponent: 100 - gap)
      #expect(power - small == power && power + small == power, "\(gap)")
    }
  }

  @Test func `infinities, NaN and the one zero`() {
    let (infinity, nan, zero, one) = (
      Decimal38.infinity, Decimal38.nan, Decimal38.zero, Decimal38(1)
    )
    #expect((infinity - infinity).isNaN && (zero * infinity).isNaN && (zero / zero).isNaN)
    #expect(one / zero == infinity && one / infinity == zero && -zero == zero)
    #expect(-one / zero == -infinity && infinity + one == infinity && (nan + one).isNaN)
    #expect(!(nan < one) && !(one < nan) && -infinity < one && one < infinity)
    #expect(Decimal38.log(zero) == -infinity && Decimal38.log(-one).isNaN)
    #expect(Decimal38.exp(infinity) == infinity && Decimal38.exp(-infinity) == zero)
    let huge = Decimal38(significand: 1, exponent: 1_000_000)
    #expect(huge * huge == infinity && one / huge / huge == zero)
  }

  @Test func `exponentials of the largest and the least end at once`() {
    let huge = Decimal38(significand: 1, exponent: 1_000_000)
    #expect(Decimal38.exp(huge) == .infinity && Decimal38.exp(-huge) == .zero)
    #expect(Decimal38.expMinusOne(-huge) == Decimal38(-1))
    #expect(Decimal38.expMinusOne(huge) == .infinity)
    #expect(Decimal38.exp(Decimal38(9_999_999)) == .infinity)
    let tiny = Decimal38(significand: 1, exponent: -100_000)
    #expect(Decimal38.exp(tiny) == Decimal38(1) && Decimal38.expMinusOne(tiny) == tiny)
    #expect(Decimal38.log(onePlus: tiny) == tiny)
  }

  @Test func `elementary functions have the fixtures' digits`() throws {
    var (wrong, count) = ([String](), 0)
    for row in try rows("ExactTests/Fixtures/elementary.tsv") {
      let argument = try #require(Rational(row[1]))
      let x = Decimal38(argument)
      // Values with exponents of many digits are the other fixture test's.
      let isShort = row[1].count < 60 && row[2].split(separator: "e").last!.count < 5
      guard isShort, x.value == .finite(argument), let truth = Rational(row[2]) else { continue }
      let result: Decimal38
      switch row[0] {
      case "exp": result = .exp(x)
      case "expm1": result = .expMinusOne(x)
      case "log": result = .log(x)
      case "log1p": result = .log(onePlus: x)
      case "log2": result = .log2(x)
      case "log10": result = .log10(x)
      default: continue
      }
      count += 1
      // Rounded twice, from 70 digits: right but for a tie that the 70 digits made.
      if result != Decimal38(truth) { wrong.append("\(row[0])(\(row[1]))") }
    }
    #expect(wrong.count == 0, "\(wrong)")
    #expect(count > 100)
  }

  @Test func `logarithms of powers of the base are exact`() {
    for k in -60...60 {
      let power = Rational.powerOfTwo(k)
      #expect(Decimal38.log10(Decimal38(significand: 1, exponent: k)) == Decimal38(k))
      if Decimal38(power).value == .finite(power) {
        #expect(Decimal38.log2(Decimal38(power)) == Decimal38(k))
      }
    }
  }
}
