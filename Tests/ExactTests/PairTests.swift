import Property
import Support
import Testing

@testable import Exact

/// Pairs of doubles: the bounds of their logarithm and of what they round to.
@Suite struct `Pairs of doubles` {
  /// Numbers at the ends of the stretches, next to 1, and anywhere.
  private static func hostile(_ random: inout SplitMix) -> Double {
    let exponent = UInt64(random.int(1...2046)) << 52
    switch random.int(0...4) {
    case 0:
      let stretch = 0x3FE6_9800_0000_0000 + UInt64(random.int(0...256)) << 44
      return Double(bitPattern: stretch &+ UInt64(bitPattern: Int64(random.int(-2...2))))
    case 1: return 1 + Double(random.int(-1000...1000)) * 0x1p-53
    case 2: return 1 + Double.random(in: -1...1, using: &random) * 0x1p-9
    case 3: return Double(bitPattern: random.next() & 0xF_FFFF_FFFF_FFFF | exponent)
    default: return Double.random(in: 0.5...2, using: &random)
    }
  }

  @Test(arguments: [true, false])
  func `a logarithm errs by less than its bound`(_ isRough: Bool) {
    var random = SplitMix(seed: 3)
    for _ in 0..<4000 {
      let x = Self.hostile(&random)
      let (value, bound) =
        isRough ? Pair.roughLogarithm(x, .shared) : Pair.logarithm(x, .shared)
      let sum = Rational(value.head) + Rational(value.rest)
      let error = Ball(sum, precision: 256) - .log(Ball(Rational(x), precision: 256))
      let size = Ball.larger(error, -error)
      #expect(x == 1 ? size.isZero && bound == 0 : size.upper.asRational < Rational(bound), "\(x)")
    }
  }

  @Test func `sums are exact`() {
    var random = SplitMix(seed: 4)
    for _ in 0..<2000 {
      let (a, b) = (Self.hostile(&random), -Self.hostile(&random))
      guard a.magnitude < 0x1p900, b.magnitude < 0x1p900 else { continue }
      let sum = Pair.exactSum(a, b)
      #expect(Rational(sum.head) + Rational(sum.rest) == Rational(a) + Rational(b))
      #expect(sum.head == a + b)
      let (large, small) = a.magnitude >= b.magnitude ? (a, b) : (b, a)
      let fast = Pair.exactSum(large: large, small: small)
      #expect(fast.head == sum.head && fast.rest == sum.rest)
    }
  }

  @Test(arguments: [ElementaryFunction.exp, .log, .log2, .log10, .sigmoid])
  func `what they round is what two words round`(_ function: ElementaryFunction) {
    var random = SplitMix(seed: 5)
    for format in [Format.float64, .float32] {
      var decided = 0
      for _ in 0..<3000 {
        var x = function == .exp || function == .sigmoid ? 0 : Self.hostile(&random)
        if x == 0 { x = Double.random(in: -110...110, using: &random) }
        if format == .float32 { x = Double(Float(x)) }
        guard let bits = function.roundedByPairs(x, to: format), function.isRegular(x) else {
          continue
        }
        decided += 1
        let words = function.value(WordBall<UInt128>(x)).rounded(to: format)
        #expect(words == nil || words == bits, "\(function) \(x) \(format)")
      }
      // Log2, log10 and the sigmoid are for float32 only.
      let isOffered = format == .float32 || function == .exp || function == .log
      #expect(isOffered ? decided > 2000 : decided == 0)
    }
  }

  @Test(arguments: ElementaryFunction.allCases)
  func `many numbers of float32 at once are each the nearest`(_ function: ElementaryFunction) {
    var random = SplitMix(seed: 6)
    var x: [Float] = (0..<6001).map {
      $0 % 2 == 0
        ? Float(bitPattern: UInt32(truncatingIfNeeded: random.next()))
        : Float.random(in: -110...110, using: &random)
    }
    let limits: [Float] = [
      .nan, -.nan, .infinity, -.infinity, 0, -0.0, .leastNonzeroMagnitude,
      .greatestFiniteMagnitude, -.greatestFiniteMagnitude, 600, -600, 601, -601, 88.72284, -103.97,
    ]
    for (index, limit) in limits.enumerated() { x[19 * index] = limit }
    let answers = function.rounded(x)
    let expected = x.map { function.roundedByTwoWords(Double($0), to: .float32) }
    let wrong = x.indices.filter { UInt64(answers[$0].bitPattern) != expected[$0] }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(3).map { x[$0] })")
    #expect(function.rounded([]).isEmpty)
    let few = function.rounded(Array(x[..<7]))
    #expect(few.map(\.bitPattern) == answers[..<7].map(\.bitPattern))
  }

  @Test func `the table holds what it says`() {
    let table = PairTable.shared
    let precision = 256
    let unit = Ball.logOfTwo(precision: precision) / Ball(1024)
    #expect(table.step.head * 0x1p43 == (table.step.head * 0x1p43).rounded())
    for j in [0, 1, 2, 511, 512, 1022, 1023] {
      let (head, rest) = table.power(j)
      let power = Ball.exp(Ball(j) * unit)
      let error =
        Ball(Rational(head), precision: precision)
        * (Ball(1) + Ball(Rational(rest), precision: precision)) - power
      #expect((head * 0x1p26).rounded() == head * 0x1p26)
      #expect(Ball.larger(error, -error).upper < .powerOfTwo(-79), "\(j)")
    }
    for i in 0..<256 {
      let entry = table.logarithm(i)
      let error =
        Ball(Rational(entry.head) + Rational(entry.rest), precision: precision)
        + .log(Ball(Rational(entry.factor), precision: precision))
      #expect(Ball.larger(error, -error).upper < .powerOfTwo(-95), "\(i)")
      #expect((entry.head * 0x1p42).rounded() == entry.head * 0x1p42)
      #expect((entry.factor * 0x1p12).rounded() == entry.factor * 0x1p12)
    }
    #expect(table.logarithm(150).factor == 1)
  }
}
