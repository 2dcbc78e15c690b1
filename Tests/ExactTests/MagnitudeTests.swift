import Property
import Support
import Testing

@testable import Exact

/// Bounds that bound, compared exactly, and that are not far off.
@Suite struct Magnitudes {
  private static func magnitude(_ random: inout SplitMix) -> Magnitude {
    switch random.int(0...9) {
    case 0: .zero
    case 1: .powerOfTwo(Integer(random.int(-70...70)))
    case 2: Magnitude(roundingUp: 0xffff_ffff, exponent: Integer(random.int(-70...70)))
    default: Magnitude(roundingUp: random.limb(), exponent: Integer(random.int(-70...70)))
    }
  }

  /// What exact operations on them give, between which factor and one the bound must lie.
  private static func isTight(_ bound: Magnitude, above exact: Rational) -> Bool {
    let value = bound.asDyadic.asRational
    return value >= exact && value <= exact * (Rational(1) + .powerOfTwo(-29))
  }

  @Test func `every operation is an upper bound, tight to 29 bits`() {
    var random = SplitMix(seed: 31)
    var wrong: [String] = []
    for _ in 0..<20_000 {
      let (a, b) = (Self.magnitude(&random), Self.magnitude(&random))
      let (x, y) = (a.asDyadic.asRational, b.asDyadic.asRational)
      if !Self.isTight(a + b, above: x + y) { wrong.append("\(x) + \(y)") }
      if !Self.isTight(a * b, above: x * y) { wrong.append("\(x) * \(y)") }
      if (a < b) != (x < y) { wrong.append("\(x) < \(y)") }
      if a.scaled(by: -7).asDyadic.asRational != x * .powerOfTwo(-7) { wrong.append("\(x) scaled") }
      if !a.isZero && (x >= .powerOfTwo(a.top.asInt!) || x < .powerOfTwo(a.top.asInt! - 1)) {
        wrong.append("top of \(x)")
      }
      let value = random.dyadic(bits: random.int(1...200), top: -60...60)
      let size = value.magnitude.asRational
      if !Self.isTight(Magnitude(above: value), above: size) { wrong.append("above \(size)") }
      let limb = random.limb()
      if !Self.isTight(
        Magnitude(roundingUp: limb, exponent: 0),
        above: Rational(Integer(magnitude: Natural(limb))))
      {
        wrong.append("rounding \(limb) up")
      }
    }
    #expect(wrong.count == 0, "\(wrong.prefix(3))")
  }

  @Test func `lower bounds are below, and quotients by them above`() {
    var random = SplitMix(seed: 32)
    var wrong: [String] = []
    for _ in 0..<20_000 {
      let value = random.dyadic(bits: random.int(1...120), top: -40...40).magnitude
      let radius = Self.magnitude(&random)
      let (size, r) = (value.asRational, radius.asDyadic.asRational)
      func rational(_ bound: Magnitude.LowerBound) -> Rational {
        Rational(Integer(magnitude: Natural(bound.significand)))
          * .powerOfTwo(bound.exponent.asInt!)
      }
      let plain = rational(Magnitude.LowerBound(below: value))
      if plain > size || plain < size * (Rational(1) - .powerOfTwo(-31)) {
        wrong.append("below \(size)")
      }
      let bound = Magnitude.LowerBound(below: value, minus: radius)
      if rational(bound) > max(.zero, size - r) { wrong.append("\(size) − \(r)") }
      if r < size * Rational(1, 2) && rational(bound) < (size - r) * Rational(99, 100) {
        wrong.append("\(size) − \(r) is far off")
      }
      let a = Self.magnitude(&random)
      let quotient = a / bound
      if rational(bound).isZero {
        if !quotient.isInfinite && !a.isZero { wrong.append("\(a.asDyadic) / 0") }
      } else if quotient.asDyadic.asRational < a.asDyadic.asRational / rational(bound) {
        wrong.append("\(a.asDyadic) / \(size) − \(r)")
      }
    }
    #expect(wrong.count == 0, "\(wrong.prefix(3))")
  }

  @Test func `nothing bounds what is infinite, whatever the exponents`() {
    let far = Integer(magnitude: .powerOfTen(40))
    let (huge, tiny) = (Magnitude.powerOfTwo(far), Magnitude.powerOfTwo(-far))
    #expect((Magnitude.infinite + .zero).isInfinite && (Magnitude.zero * .infinite).isInfinite)
    #expect(huge + tiny > huge && huge * tiny == .powerOfTwo(0) && tiny < huge)
    #expect(!(Magnitude.infinite < .infinite) && huge < .infinite)
    let bound = Magnitude.LowerBound(below: .powerOfTwo(far), minus: tiny)
    #expect(bound.significand > 0)
    #expect(Magnitude.LowerBound(below: .powerOfTwo(-far), minus: huge).significand == 0)
  }
}
