import Property
import Support
import Testing

@testable import Exact

/// The operations of a word of three limbs, against natural numbers.
@Suite struct `Words of 192 bits` {
  private static func cut(_ value: Natural) -> Natural { value - (value >> 192) << 192 }

  @Test func `sums, shifts and orders`() {
    var random = SplitMix(seed: 191)
    var wrong: [String] = []
    for _ in 0..<20_000 {
      let (a, b): (UInt192, UInt192) = (random.word(), random.word())
      let (x, y) = (Natural(word: a), Natural(word: b))
      let modulus = Natural.powerOfTwo(192)
      func expect(_ word: UInt192, _ value: Natural, _ name: String) {
        if Natural(word: word) != value { wrong.append("\(name) of \(x), \(y)") }
      }
      let (sum, difference) = (a.addingReportingOverflow(b), a.subtractingReportingOverflow(b))
      expect(a &+ b, Self.cut(x + y), "+")
      expect(sum.partialValue, Self.cut(x + y), "sum")
      expect(a &- b, Self.cut(x + modulus - y), "-")
      expect(difference.partialValue, Self.cut(x + modulus - y), "difference")
      if sum.overflow != (x + y >= modulus) || difference.overflow != (x < y) {
        wrong.append("overflow of \(x), \(y)")
      }
      if (a < b) != (x < y) || (a == b) != (x == y) { wrong.append("order of \(x), \(y)") }
      let count = random.int(0...191)
      expect(a &<< UInt192(count), Self.cut(x << count), "<< \(count)")
      expect(a &>> UInt192(count), x >> count, ">> \(count)")
      expect(~a, modulus - .one - x, "~")
      expect((a & b) &+ (a | b), Self.cut(x + y), "& and |")
      expect((a & b) &+ (a & b) &+ (a ^ b), Self.cut(x + y), "^")
      if a.leadingZeroBitCount != 192 - x.bitWidth || a.lowLimb != (x - (x >> 64) << 64).asUInt64! {
        wrong.append("zeros of \(x)")
      }
      if UInt192(exactly: x) != a || UInt192(exactly: x + modulus) != nil {
        wrong.append("the word of \(x)")
      }
      let (whole, sign) = (Int(truncatingIfNeeded: random.limb()), UInt128(random.limb()))
      expect(
        UInt192(truncatingIfNeeded: whole),
        whole < 0
          ? modulus - Integer(whole).magnitude : Integer(whole).magnitude, "\(whole)")
      expect(UInt192(sign << 64), Natural(sign) << 64, "\(sign)")
    }
    #expect(wrong.count == 0, "\(wrong.count): \(wrong.prefix(3))")
  }

  @Test func `products and quotients`() {
    var random = SplitMix(seed: 192)
    var wrong: [String] = []
    for _ in 0..<20_000 {
      let (a, b): (UInt192, UInt192) = (random.word(), random.word())
      let (x, y) = (Natural(word: a), Natural(word: b))
      if Natural(word: UInt192.highProduct(a, b)) != (x * y) >> 192 { wrong.append("\(x) · \(y)") }
      if Natural(word: a &* b) != Self.cut(x * y) { wrong.append("\(x) · \(y) below") }

      // A divisor with its leading digit, the dividend's upper word below it, now and then just so.
      let divisor = a | 1 &<< 191
      let high: UInt192 = random.int(0...2) == 0 ? divisor &- 1 : b < divisor ? b : b &- divisor
      let low: UInt192 = random.word()
      let dividend = Natural(word: high) << 192 + Natural(word: low)
      let (quotient, remainder) = divisor.dividingFullWidth((high, low))
      let expected = dividend.quotientAndRemainder(dividingBy: Natural(word: divisor))
      if Natural(word: quotient) != expected.0 || Natural(word: remainder) != expected.1 {
        wrong.append("\(dividend) / \(Natural(word: divisor))")
      }
    }
    #expect(wrong.count == 0, "\(wrong.count): \(wrong.prefix(3))")
  }
}
