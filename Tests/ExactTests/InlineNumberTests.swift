import Property
import Support
import Testing

@testable import Exact

// Values below 2¹²⁸ stand in the number, longer ones in an array: the border between the two, and
// the shorter ways that sums, products and quotients take below it.

extension SplitMix {
  /// A value on either side of a border, or one that fills its limbs with hostile patterns.
  fileprivate mutating func nearBorder() -> Natural {
    if int(0...2) == 0 { return natural(limbs: int(0...5)) }
    let border = Natural.powerOfTwo([32, 63, 64, 65, 127, 128, 129, 192, 256][int(0...8)])
    let step = Natural(UInt64(int(0...2)))
    return Bool.random(using: &self) ? border + step : border - step
  }
}

@Suite struct `Numbers with and without an allocation` {
  private func isInForm(_ value: Natural) -> Bool {
    switch value.storage {
    case .words: value.limbs.count <= 2
    case .limbs(let limbs): limbs.count > 2 && limbs.last != 0
    }
  }

  @Test func `a value has one form, however it was arrived at`() {
    var random = SplitMix(seed: 31)
    var wrong: [String] = []
    for _ in 0..<4000 {
      let (a, b) = (random.nearBorder(), random.nearBorder())
      let shift = random.int(0...200)
      var ways = [
        a, Natural(limbs: a.limbs + [0, 0, 0]), (a + b) - b, b + a - b, (a << shift) >> shift,
        (a * (b + .one)) / (b + .one), Natural(decimal: a.description)!,
        (a >> shift) << shift + (a - (a >> shift) << shift), a.power(2).root(2),
      ]
      if let word = a.asUInt64 { ways.append(Natural(word)) }
      if let word = a.asUInt128 { ways.append(Natural(word)) }
      let forms = [a + b, a * b, a << shift, a >> shift, a / (b + .one), a % (b + .one)]
      if Set(ways).count != 1 || !(ways + forms).allSatisfy(isInForm)
        || (a == b) != (a.limbs == b.limbs) || (a < b) && !(b > a)
      {
        wrong.append("\(a), \(b), \(shift)")
      }
    }
    #expect(wrong.count == 0, "\(wrong.prefix(3))")
  }

  @Test func `carries and borrows cross the border like the schoolbook's`() {
    var random = SplitMix(seed: 32)
    var wrong: [String] = []
    for _ in 0..<4000 {
      let (a, b) = (random.nearBorder(), random.nearBorder())
      let (large, small) = a < b ? (b, a) : (a, b)
      let divisor = small + .one
      let (q, r) = large.quotientAndRemainder(dividingBy: divisor)
      if Schoolbook(a + b) != Schoolbook(a) + Schoolbook(b)
        || Schoolbook(a * b) != Schoolbook(a) * Schoolbook(b)
        || Schoolbook(large - small) + Schoolbook(small) != Schoolbook(large)
        || Schoolbook(q) * Schoolbook(divisor) + Schoolbook(r) != Schoolbook(large) || r >= divisor
        || a.isPowerOfTwo != (a.limbs.reduce(0) { $0 + $1.nonzeroBitCount } == 1)
      {
        wrong.append("\(a), \(b)")
      }
    }
    #expect(wrong.count == 0, "\(wrong.prefix(3))")
  }

  @Test func `quotients of two words by one are the schoolbook's`() {
    var random = SplitMix(seed: 33)
    var wrong: [String] = []
    func word() -> UInt128 { UInt128(random.limb()) << 64 | UInt128(random.limb()) }
    for _ in 0..<10_000 {
      let divisor = max(1, word() >> UInt128(random.int(0...3) * random.int(0...42)))
      // Half of the dividends have the divisor's leading limb: the estimate is then 2⁶⁴ − 1.
      let high = Bool.random(using: &random) ? word() : ((divisor >> 64) << 64) | (word() >> 64)
      let value = Wide(high, word())
      let (q, r) = value.quotientAndRemainder(dividingBy: divisor)
      let back =
        Schoolbook(q.asNatural) * Schoolbook(Natural(divisor)) + Schoolbook(Natural(r))
      if r >= divisor || back != Schoolbook(value.asNatural) {
        wrong.append("\(value.asNatural) / \(divisor)")
      }
    }
    #expect(wrong.count == 0, "\(wrong.prefix(3))")
  }

  @Test func `what is cut on the way is what is cut off the whole`() {
    var random = SplitMix(seed: 34)
    var wrong: [String] = []
    for _ in 0..<10_000 {
      let pair = (0..<2).map { _ in
        Dyadic(
          isNegative: .random(using: &random), random.nearBorder() >> random.int(0...130),
          exponent: Integer(random.int(-140...140)))
      }
      let (a, b, bits) = (pair[0], pair[1], random.int(1...140))
      let least = min(a.exponent.asInt!, b.exponent.asInt!)
      func whole(_ x: Dyadic) -> Integer {
        Integer(isNegative: x.isNegative, magnitude: x.significand)
          << (x.exponent.asInt! - least)
      }
      let total = whole(a) + whole(b)
      let sum = Dyadic(
        isNegative: total.isNegative, total.magnitude, exponent: Integer(least))
      let product = Dyadic(
        isNegative: a.isNegative != b.isNegative, a.significand * b.significand,
        exponent: a.exponent + b.exponent)
      if Dyadic.sum(a, b, bits: bits) != sum.truncated(to: bits) || a + b != sum
        || Dyadic.product(a, b, bits: bits) != product.truncated(to: bits) || a * b != product
      {
        wrong.append("\(a), \(b) in \(bits) bits")
      }
      if b.isZero { continue }
      let digits = max(bits, 64) + 2
      let quotient = Dyadic.quotient(a, b, digits: digits, bits: 0)
      let rest = (a - quotient.cut.0 * b).magnitude
      let unit = Dyadic.powerOfTwo(quotient.unit.asInteger)
      if quotient.isExact != rest.isZero || rest >= unit * b.magnitude
        || quotient.cut.0.magnitude * b.magnitude > a.magnitude
        || (!a.isZero && quotient.cut.0.top < Integer(digits) + quotient.unit.asInteger)
        || Dyadic.quotient(a, b, digits: digits, bits: bits).cut
          != quotient.cut.0.truncated(to: bits)
      {
        wrong.append("\(a) / \(b) in \(bits) bits")
      }
    }
    #expect(wrong.count == 0, "\(wrong.prefix(3))")
  }

  @Test func `exponents pass the end of a word and come back`() {
    let (most, least) = (Integer(Int.max), Integer(Int.min))
    for (end, step) in [(most, 1), (least, -1), (most, 300), (least, -300)] {
      let beyond = Dyadic(3, exponent: end + Integer(step))
      let back = beyond.scaled(by: Integer(-step))
      let direct = Dyadic(3, exponent: end)
      #expect(back == direct && back.hashValue == direct.hashValue && beyond != direct)
      #expect((beyond < direct) == (step < 0) && beyond.exponent == end + Integer(step))
      let sum = beyond + direct
      #expect(sum - beyond == direct && sum.exponent == min(beyond.exponent, direct.exponent))
      #expect(Magnitude(above: beyond).asDyadic == beyond)
      #expect(Magnitude(above: beyond).scaled(by: Integer(-step)) == Magnitude(above: direct))
    }
  }

  @Test func `rational sums are in lowest terms`() {
    var random = SplitMix(seed: 35)
    var wrong: [String] = []
    for _ in 0..<3000 {
      // Denominators with much in common.
      let common = random.nearBorder() + .one
      let pair = (0..<2).map { _ in
        Rational(
          Integer(isNegative: .random(using: &random), magnitude: random.nearBorder()),
          (random.natural(limbs: 1) + .one) * common)
      }
      let (a, b) = (pair[0], pair[1])
      let sum = a + b
      let below = Integer(magnitude: a.denominator * b.denominator)
      let above =
        a.numerator * Integer(magnitude: b.denominator)
        + b.numerator * Integer(magnitude: a.denominator)
      if sum.numerator * below != above * Integer(magnitude: sum.denominator)
        || !Natural.greatestCommonDivisor(sum.numerator.magnitude, sum.denominator).isOne
      {
        wrong.append("\(a) + \(b)")
      }
    }
    #expect(wrong.count == 0, "\(wrong.prefix(3))")
  }
}
