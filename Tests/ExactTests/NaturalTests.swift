import Property
import Support
import Testing

@testable import Exact

/// Digits in base 2¹⁶, least significant first, as a child computes with them.
struct Schoolbook: Equatable {
  var digits: [UInt32]

  init(_ digits: [UInt32]) {
    self.digits = digits
    while self.digits.last == 0 { self.digits.removeLast() }
  }

  init(_ value: Natural) {
    self.init(
      value.limbs.flatMap { limb in
        (0..<4).map { UInt32(truncatingIfNeeded: limb >> UInt64(16 * $0)) & 0xffff }
      })
  }

  static func + (a: Self, b: Self) -> Self {
    var (sum, carry) = ([UInt32](), UInt32(0))
    for i in 0..<(max(a.digits.count, b.digits.count) + 1) {
      let total =
        (i < a.digits.count ? a.digits[i] : 0) + (i < b.digits.count ? b.digits[i] : 0) + carry
      sum.append(total & 0xffff)
      carry = total >> 16
    }
    return Self(sum)
  }

  static func * (a: Self, b: Self) -> Self {
    var product = [UInt64](repeating: 0, count: a.digits.count + b.digits.count + 1)
    for (i, x) in a.digits.enumerated() {
      for (j, y) in b.digits.enumerated() {
        // Carried at once, so that no place outgrows its word.
        var (place, carry) = (i + j, UInt64(x) * UInt64(y))
        while carry != 0 {
          let total = product[place] + carry
          product[place] = total & 0xffff
          carry = total >> 16
          place += 1
        }
      }
    }
    return Self(product.map { UInt32($0) })
  }
}

@Suite struct `Natural numbers` {
  @Test func `sums, differences and products are the schoolbook's`() {
    var random = SplitMix(seed: 1)
    var wrong: [String] = []
    for _ in 0..<3000 {
      let a = random.natural(limbs: random.int(0...7))
      let b = random.natural(limbs: random.int(0...7))
      if Schoolbook(a + b) != Schoolbook(a) + Schoolbook(b) { wrong.append("\(a) + \(b)") }
      if Schoolbook(a * b) != Schoolbook(a) * Schoolbook(b) { wrong.append("\(a) * \(b)") }
      if (a + b) - b != a || (a + b) - a != b { wrong.append("(\(a) + \(b)) - \(b)") }
      if (a < b) != !(b <= a) || (a + b < a) { wrong.append("\(a) < \(b)") }
    }
    #expect(wrong.count == 0, "\(wrong.prefix(3))")
  }

  @Test func `long products are the schoolbook's, above and below Karatsuba's threshold`() {
    var random = SplitMix(seed: 2)
    var wrong: [String] = []
    let sizes = [47, 48, 49, 95, 96, 97, 191, 200]
    for (i, j) in sizes.flatMap({ a in sizes.map { (a, $0) } }) + [(40, 200), (60, 61), (100, 51)] {
      let (a, b) = (random.natural(limbs: i), random.natural(limbs: j))
      if Schoolbook(a * b) != Schoolbook(a) * Schoolbook(b) { wrong.append("\(i) × \(j) limbs") }
    }
    // (2^m − 1)(2^n − 1) = 2^(m+n) − 2^m − 2^n + 1: every carry runs.
    for (m, n) in [(64, 64), (6400, 3200), (3072, 3072), (9000, 12800)] {
      let product = (Natural.powerOfTwo(m) - .one) * (.powerOfTwo(n) - .one)
      if product + .powerOfTwo(m) + .powerOfTwo(n) != .powerOfTwo(m + n) + .one {
        wrong.append("2^\(m) − 1 by 2^\(n) − 1")
      }
    }
    #expect(wrong.count == 0, "\(wrong.prefix(5))")
  }

  @Test func `quotient times divisor plus remainder is the dividend`() {
    var random = SplitMix(seed: 3)
    var wrong: [String] = []
    func check(_ a: Natural, _ b: Natural) {
      let (q, r) = a.quotientAndRemainder(dividingBy: b)
      let back = Schoolbook(q) * Schoolbook(b) + Schoolbook(r)
      if back != Schoolbook(a) || r >= b { wrong.append("\(a) / \(b)") }
    }
    for _ in 0..<6000 {
      let b = random.natural(limbs: random.int(1...6)) + .one
      check(random.natural(limbs: random.int(0...10)), b)
      // A dividend just below a multiple, and equal leading limbs: Knuth's rare corrections.
      let q = random.natural(limbs: random.int(1...4)) + .one
      check(q * b - .one, b)
      check(q * b + (b - .one), b)
    }
    #expect(wrong.count == 0, "\(wrong.prefix(3))")
  }

  @Test func `the rare branches of the long division`() {
    let top = UInt64(1) << 63
    let cases: [([UInt64], [UInt64])] = [
      // The estimate is one too large after its correction, and the divisor is added back.
      ([3, 0, top], [1, 0, 1 << 61]),
      ([0, 0, top, top - 1], [1, 0, top]),
      ([0, .max - 1, top], [.max, top]),
      // The leading limbs are equal: the estimate is 2⁶⁴ − 1.
      ([0, 0, top], [1, top]), ([.max, .max, top - 1], [.max, top]),
      ([0, 0, 0, top, top], [.max, 0, top]),
      ([.max, .max, .max, .max], [.max, .max]), ([0, 0, 0, 1], [.max, .max]),
    ]
    for (a, b) in cases {
      let (a, b) = (Natural(limbs: a), Natural(limbs: b))
      let (q, r) = a.quotientAndRemainder(dividingBy: b)
      #expect(
        r < b && Schoolbook(q) * Schoolbook(b) + Schoolbook(r) == Schoolbook(a), "\(a) / \(b)")
    }
  }

  @Test func `greatest common divisors`() {
    var random = SplitMix(seed: 4)
    var wrong: [String] = []
    for _ in 0..<400 {
      // Neighbours have no common divisor, so the one of their multiples by g is g.
      let g = random.natural(limbs: random.int(1...4)) + .one
      let u = random.natural(limbs: random.int(1...5)) + .one
      if Natural.greatestCommonDivisor(g * u, g * (u + .one)) != g { wrong.append("\(g), \(u)") }
    }
    #expect(wrong.count == 0, "\(wrong.prefix(3))")
    #expect(
      Natural.greatestCommonDivisor(0, 12) == 12 && Natural.greatestCommonDivisor(12, 0) == 12)
    #expect(Natural.greatestCommonDivisor(48, 180) == 12)
  }

  @Test func `roots are rounded down`() {
    var random = SplitMix(seed: 5)
    var wrong: [String] = []
    for _ in 0..<500 {
      let (value, degree) = (random.natural(limbs: random.int(0...6)), random.int(1...9))
      let power = value.power(degree)
      let root = value.root(degree)
      if root.power(degree) > value || (root + .one).power(degree) <= value
        || power.root(degree) != value
        || (!value.isZero && degree > 1 && !value.isOne
          && (power - .one).root(degree) != value - .one)
      {
        wrong.append("\(value) ^ 1/\(degree)")
      }
    }
    #expect(wrong.count == 0, "\(wrong.prefix(3))")
  }

  @Test func `shifts are products and quotients by powers of two`() {
    var random = SplitMix(seed: 6)
    var wrong: [String] = []
    for _ in 0..<2000 {
      let (a, count) = (random.natural(limbs: random.int(0...5)), random.int(0...330))
      let power = Natural(2 as UInt64).power(count)
      if a << count != a * power || a >> count != a / power || a << -count != a >> count
        || a.hasBits(below: count) == (a % power).isZero
        || a.bit(count) != (a / power).isOdd
        || (!a.isZero && (a.bitWidth > count) != (a >= power))
      {
        wrong.append("\(a), \(count)")
      }
    }
    #expect(wrong.count == 0, "\(wrong.prefix(3))")
  }

  @Test func `text goes round, and what is no number is refused`() {
    var random = SplitMix(seed: 7)
    var wrong: [String] = []
    for _ in 0..<500 {
      let a = random.natural(limbs: random.int(0...12))
      let hexadecimal = a.limbs.reversed().map { limb in
        let text = String(limb, radix: 16)
        return String(repeating: "0", count: 16 - text.count) + text
      }.joined()
      let digits = a.description.utf8.reduce(Natural.zero) { $0 * 10 + Natural(UInt64($1 - 48)) }
      if Natural(decimal: a.description) != a || digits != a
        || Natural(hexadecimal: hexadecimal.isEmpty ? "0" : hexadecimal) != a
      {
        wrong.append("\(a)")
      }
    }
    #expect(wrong.count == 0, "\(wrong.prefix(3))")
    #expect(Natural.powerOfTen(40).description == "1" + String(repeating: "0", count: 40))
    for text in ["", "-1", "+1", " 1", "1 ", "1_000", "12a", "٣", "1.0"] {
      #expect(Natural(decimal: text) == nil, "\(text)")
    }
    #expect(Natural(hexadecimal: "0g") == nil && Natural(hexadecimal: "fF") == 255)
  }
}
