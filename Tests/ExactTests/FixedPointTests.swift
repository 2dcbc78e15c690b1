import Property
import Support
import Testing

@testable import Exact

/// The two kernels and the constants: what their error constants promise, attacked.
@Suite struct `Fixed-point kernels` {
  /// Fractions of so many bits: random, the ends, near the ends, single bits.
  private static func fractions(_ bits: Int, _ random: inout SplitMix) -> [Natural] {
    let ones = Natural.powerOfTwo(bits) - .one
    let single = Natural.powerOfTwo(random.int(0...(bits - 1)))
    return [.zero, .one, ones, ones - .one, ones - single, single, .powerOfTwo(bits - 1)]
      + (0..<4).map { _ in random.natural(bits: bits) }
      + [random.natural(bits: bits / 2), ones - random.natural(bits: bits / 2)]
  }

  private static let lengths =
    Array(16...72) + [90, 96, 127, 128, 129, 143, 144, 145, 200, 255, 256, 333, 400, 512, 600]

  /// The shortfall of `value` units of 2^−bits against an interval, in units: its least and its most.
  private static func shortfall(_ value: Natural, _ truth: Interval, _ bits: Int) -> Interval {
    (truth - Interval(Rational(Integer(magnitude: value)) * .powerOfTwo(-bits)))
      * Interval(.powerOfTwo(bits))
  }

  @Test func `the exponential never exceeds and falls short by at most its bound`() {
    var random = SplitMix(seed: 21)
    var (wrong, worst) = ([String](), Rational(0))
    for bits in Self.lengths {
      for argument in Self.fractions(bits, &random) {
        let x = Rational(Integer(magnitude: argument)) * .powerOfTwo(-bits)
        let shortfall = Self.shortfall(
          FixedPoint.exp(argument, bits: bits), Oracle.exp(x, bits: bits + 40), bits)
        worst = max(worst, shortfall.high)
        if shortfall.high < .zero || shortfall.high >= Rational(FixedPoint.expMaxError) {
          wrong.append("exp of \(argument) in \(bits) bits: \(shortfall.high.numerator)")
        }
        // Sharper than the bound: one unit is the final cut's, the rest is claimed to be below one.
        if shortfall.low > Rational(3, 2) { wrong.append("\(argument) in \(bits) bits: too short") }
      }
    }
    #expect(wrong.count == 0, "\(wrong.prefix(3))")
    // The bound is not idle: the cut alone comes close to one unit.
    #expect(worst > Rational(9, 10))
  }

  @Test func `a product of fractions never exceeds and falls short by less than its limbs`() {
    var random = SplitMix(seed: 23)
    var (wrong, worst) = ([Int](), Natural.zero)
    let long = Limbs.fractionThreshold
    for count in Array(1...12) + [31, 64, long - 1, long, long + 1] {
      let ones = Natural.powerOfTwo(64 * count) - .one
      let low = Natural.powerOfTwo(64 * (count - 1)) - .one
      for (a, b) in [
        (ones, ones), (low, low), (ones, low), (.zero, ones), (.one, ones), (ones - low, ones),
        (random.natural(bits: 64 * count), random.natural(bits: 64 * count)),
      ] {
        let (value, exact) = (Self.fractionProduct(a, b, count: count), a * b)
        let given = value << (64 * count)
        if given > exact || exact - given >= Natural(UInt64(count)) << (64 * count) {
          wrong.append(count)
        } else if count < long {
          worst = max(worst, (exact - given) >> (64 * count))
        }
      }
    }
    #expect(wrong.isEmpty, "\(wrong)")
    // The bound is not idle: products of long rows of ones come close to it.
    #expect(worst >= Natural(UInt64(long - 3)))
  }

  private static func fractionProduct(_ a: Natural, _ b: Natural, count: Int) -> Natural {
    let rows = [a, b].map { $0.limbs + [UInt64](repeating: 0, count: count - $0.limbs.count) }
    let product = unsafe [UInt64](unsafeUninitializedCapacity: count + 1) { result, used in
      unsafe Limbs.fractionProduct(rows[0], rows[1], count: count, into: result.baseAddress!)
      used = count + 1
    }
    return Natural(limbs: Array(product.dropFirst()))
  }

  @Test func `the logarithm errs by at most its bound either way`() {
    var random = SplitMix(seed: 22)
    var wrong: [String] = []
    for bits in Self.lengths {
      for fraction in Self.fractions(bits, &random) {
        let argument = fraction + .powerOfTwo(bits)
        let m = Rational(Integer(magnitude: argument)) * .powerOfTwo(-bits)
        let shortfall = Self.shortfall(
          FixedPoint.log(argument, bits: bits), Oracle.log(m, bits: bits + 40), bits)
        let size = max(shortfall.low.magnitude, shortfall.high.magnitude)
        if size >= Rational(FixedPoint.logMaxError) { wrong.append("\(argument) in \(bits) bits") }
        // The proof leaves half a unit to the kernel and half to the rounding.
        if size > Rational(1) { wrong.append("\(argument) in \(bits) bits: beyond the proof") }
      }
    }
    #expect(wrong.count == 0, "\(wrong.prefix(3))")
  }

  @Test func `constants fall short by less than one unit at any length`() {
    let most = 2200
    let log2 = Oracle.log(2, bits: most + 64)
    let log10 = Oracle.log(10, bits: most + 64)
    let pi = Self.pi(bits: most + 64)
    var wrong: [String] = []
    // Falling, so that most are cut from a longer one that is remembered; then rising.
    for bits in stride(from: most, through: 1, by: -37) + Array(1...200) + [1999, 2100] {
      for (name, value, truth) in [
        ("log 2", Constants.log2(bits: bits), log2), ("log 10", Constants.log10(bits: bits), log10),
        ("π", Constants.pi(bits: bits), pi),
      ] {
        let shortfall = Self.shortfall(value, truth, bits)
        if shortfall.low < .zero || shortfall.high >= Rational(Constants.maxError) {
          wrong.append("\(name) in \(bits) bits")
        }
      }
    }
    #expect(wrong.count == 0, "\(wrong.prefix(3))")
  }

  /// π between partial sums of Euler's 20·arctan(1/7) + 8·arctan(3/79), which alternate.
  private static func pi(bits: Int) -> Interval {
    func arctan(_ z: Rational) -> Interval {
      let square = (z * z)
      var (power, sum, index) = (Interval(z).rounded(bits + 32), Interval(0), 0)
      while power.high > .powerOfTwo(-bits - 30) {
        let term = (power * Interval(Rational(1, 2 * index + 1))).rounded(bits + 32)
        sum = index & 1 == 0 ? sum + term : sum - term
        power = (power * Interval(square)).rounded(bits + 32)
        index += 1
      }
      return sum + Interval(-power.high, power.high)
    }
    return (Interval(20) * arctan(Rational(1, 7)) + Interval(8) * arctan(Rational(3, 79)))
      .rounded(bits + 8)
  }
}
