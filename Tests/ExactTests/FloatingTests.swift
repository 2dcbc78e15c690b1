import Property
import Support
import Testing

@testable import Exact

@Suite struct `Rounding to floating point` {
  @Test(arguments: [Format.float16, .bfloat16])
  func `every pattern of sixteen bits goes round`(format: Format) {
    var wrong: [UInt64] = []
    for bits in UInt64(0)..<65_536 {
      let number = Floating(bits: bits, format: format)
      switch number.value {
      case .nan:
        if !number.isNaN || !number.asDouble.isNaN { wrong.append(bits) }
      case .infinity(let isNegative):
        if number != .infinity(isNegative: isNegative, format)
          || number.asDouble != (isNegative ? -.infinity : .infinity)
        {
          wrong.append(bits)
        }
      case .finite(let value):
        let again = Floating(rounding: value, to: format)
        if again != number && !(number.isZero && again.isZero) { wrong.append(bits) }
        if Rational(number.asDouble) != value { wrong.append(bits) }
      }
    }
    #expect(wrong.count == 0, "\(wrong.prefix(5).map { String($0, radix: 16) })")
  }

  @Test(arguments: [Format.float16, .bfloat16])
  func `midpoints go to even, and the least bit beside them decides`(format: Format) {
    var wrong: [String] = []
    let greatest = Floating(rounding: format.greatest, to: format).bits
    for bits in UInt64(0)...greatest {
      let (low, high) = (
        Floating(bits: bits, format: format), Floating(bits: bits + 1, format: format)
      )
      let a = low.value.asRational!
      // Beyond the greatest number the next midpoint is where infinity begins.
      let b = high.value.asRational ?? Rational.powerOfTwo(format.greatestExponent + 1)
      let middle = (a + b) * Rational(1, 2)
      let tiny = Rational.powerOfTwo(-400)
      let even = bits & 1 == 0 ? low : high
      let dyadic = Dyadic(exactly: middle)!
      let results = [
        Floating(rounding: middle, to: format), Floating.nearest(dyadic, format, direction: 0),
        Floating(rounding: middle - tiny, to: format),
        Floating.nearest(dyadic, format, direction: -1),
        Floating(rounding: middle + tiny, to: format),
        Floating.nearest(dyadic, format, direction: 1),
        // A third more or less than the midpoint: no power of two below.
        Floating(rounding: middle - tiny * Rational(1, 3), to: format),
        Floating(rounding: middle + tiny * Rational(1, 3), to: format),
      ]
      if results != [even, even, low, low, high, high, low, high] { wrong.append("above \(a)") }
      // Mirrored below zero: towards minus infinity is away from it.
      let mirrored = [
        Floating.nearest(-dyadic, format, direction: 1), .nearest(-dyadic, format, direction: -1),
      ]
      if mirrored.map(\.bits) != [low, high].map({ $0.bits | 1 << 15 }) {
        wrong.append("below -\(a)")
      }
    }
    #expect(wrong.count == 0, "\(wrong.prefix(5))")
  }

  @Test func `the standard library rounds the same`() {
    var random = SplitMix(seed: 71)
    var wrong: [String] = []
    for _ in 0..<20_000 {
      // A Double rounds to Float, and a 128-bit whole number to either.
      let double = Double(
        bitPattern: random.next() & ~(0x7ff << 52) | UInt64(random.int(800...1200)) << 52)
      let single = Floating(rounding: Rational(double), to: .float32)
      if single.bits != UInt64(Float(double).bitPattern) && !single.isZero {
        wrong.append("\(double)")
      }
      if Floating(rounding: Rational(double), to: .float64) != Floating(double) {
        wrong.append("\(double) itself")
      }
      let whole = UInt128(random.limb()) << UInt128(random.int(0...64)) | UInt128(random.limb())
      let value = Rational(Integer(magnitude: Natural(whole)))
      if Floating(rounding: value, to: .float64) != Floating(Double(whole))
        || Floating(rounding: value, to: .float32) != Floating(Float(whole))
      {
        wrong.append("\(whole)")
      }
      // A quotient of whole numbers is what the hardware's division rounds.
      let (a, b) = (random.int(1...1 << 52), random.int(1...1 << 52))
      if Floating(rounding: Rational(a, b), to: .float64) != Floating(Double(a) / Double(b)) {
        wrong.append("\(a)/\(b)")
      }
    }
    #expect(wrong.count == 0, "\(wrong.count): \(wrong.prefix(3))")
  }

  @Test(arguments: Format.allCases) func `the ends of a format`(format: Format) {
    let (greatest, least) = (format.greatest, format.leastNonzero)
    let half = Rational(1, 2)
    func round(_ value: Rational) -> Floating { Floating(rounding: value, to: format) }
    #expect(round(greatest).value == .finite(greatest) && round(least).bits == 1)
    let limit = (greatest + .powerOfTwo(format.greatestExponent + 1)) * half
    #expect(round(limit).isInfinite && round(-limit) == .infinity(isNegative: true, format))
    #expect(round(limit - .powerOfTwo(-2000)).value == .finite(greatest))
    #expect(round(.powerOfTwo(5000)).isInfinite && round(.powerOfTwo(-5000)).isZero)
    #expect(round(least * half).isZero && round(least * half + .powerOfTwo(-2000)).bits == 1)
    #expect(round(least * Rational(3, 2)).bits == 2 && round(-least * half).isNegative)
    let tie = Dyadic(exactly: least * half)!
    #expect(Floating.nearest(tie, format, direction: 1).bits == 1)
    #expect(Floating.nearest(tie, format, direction: -1).isZero)
    #expect(Floating.nearest(-tie, format, direction: -1).value == .finite(-least))
    let leastNormal = Rational.powerOfTwo(format.leastExponent)
    #expect(round(leastNormal - least * Rational(1, 4)).value == .finite(leastNormal))
  }

  @Test func `a ball is rounded only where both of its ends agree`() {
    func ball(_ a: Rational, _ r: Int) -> Ball {
      Ball(midpoint: Dyadic(exactly: a)!, radius: .powerOfTwo(Integer(r)), precision: 300)
    }
    let middle = Rational(1) + .powerOfTwo(-53)
    #expect(Floating(rounding: ball(middle, -200), to: .float64) == nil)
    #expect(
      Floating(rounding: ball(middle + .powerOfTwo(-150), -200), to: .float64)
        == Floating(1.0.nextUp))
    #expect(
      Floating(rounding: ball(middle - .powerOfTwo(-150), -200), to: .float64) == Floating(1.0))
    #expect(Floating(rounding: ball(0, -1100), to: .float64)?.isZero == true)
    #expect(Floating(rounding: .unknown(precision: 53), to: .float64) == nil)
    #expect(Floating(rounding: .nan, to: .float16)?.isNaN == true)
    #expect(Floating(rounding: -.infinity, to: .float16) == .infinity(isNegative: true, .float16))
  }
}
