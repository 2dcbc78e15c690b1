import Property
import Support
import Testing

@testable import Exact

/// Balls of up to 184 digits, whose functions words answer, against balls of so many digits that
/// words have no part in them.
@Suite struct `Balls in words` {
  private static let functions: [ElementaryFunction] = [.exp, .expMinusOne, .log, .logOnePlus]

  /// As many digits as the precision or fewer, at all the places where a kernel changes its way.
  private static func argument(_ random: inout SplitMix, bits: Int) -> Dyadic {
    let short = random.dyadic(bits: random.int(1...bits), top: -20...12)
    let tiny = Dyadic.powerOfTwo(Integer(-random.int(1...bits)))
    switch random.int(0...7) {
    case 0: return Dyadic.one + (short.isNegative ? -tiny : tiny)
    case 1: return random.dyadic(bits: bits, top: -120...4)
    case 2: return random.dyadic(bits: bits, top: 0...13)
    case 3: return short
    case 4: return (Dyadic.powerOfTwo(Integer(random.int(-30...11))) + tiny).truncated(to: bits).0
    case 5: return random.dyadic(bits: bits, top: -4100...4100)
    default: return random.dyadic(bits: bits, top: -2...3)
    }
  }

  @Test func `hold the values and are narrow`() {
    var random = SplitMix(seed: 184)
    var wrong: [String] = []
    for turn in 0..<6000 {
      let precision = turn % 3 == 0 ? 128 : random.int(16...192)
      let x = Self.argument(&random, bits: precision).truncated(to: precision).0
      for function in Self.functions {
        if function != .exp && function != .expMinusOne && x.isNegative && x.top > 0 { continue }
        let result = function.value(Ball(midpoint: x, precision: precision))
        let truth = function.value(Ball(midpoint: x, precision: precision + 300))
        guard truth.isFinite, !truth.midpoint.isZero, !result.isUnknown else { continue }
        if !result.contains(truth) || !result.isAccurate(to: precision - 2) {
          wrong.append("\(function) \(x) to \(precision): \(result)")
        }
      }
    }
    #expect(wrong.count == 0, "\(wrong.count): \(wrong.prefix(3))")
  }

  @Test func `answer most numbers, and leave the others`() {
    func word(_ x: Dyadic, _ precision: Int) -> Ball? {
      Ball(x, .zero, precision).inWords({ .exp($0) }, { .exp($0) })
    }
    let (short, long) = (Dyadic(3).scaled(by: -1), Dyadic.one + .powerOfTwo(-200))
    for precision in [20, 64, 120, 128, 160, 184] { #expect(word(short, precision) != nil) }
    for precision in [185, 192, 300] { #expect(word(short, precision) == nil) }
    #expect(word(long, 100) == nil && word(.zero, 100) == nil)
    #expect(word(.powerOfTwo(-60), 100) == nil && word(Dyadic(5000), 100) == nil)
    #expect(word(.powerOfTwo(Integer(1 << 62)), 100) == nil)
    #expect(word(.powerOfTwo(Integer(magnitude: .powerOfTwo(70))), 100) == nil)
    // What is no exact number is not for words.
    let wide = Ball(midpoint: .one, radius: .powerOfTwo(-100), precision: 100)
    for ball in [wide, .nan, .infinity, .negativeInfinity, .unknown(precision: 100)] {
      #expect(ball.inWords({ .exp($0) }, { .exp($0) }) == nil)
    }
    // Three exact values, of which no word is asked.
    #expect(Ball.exp(Ball(0)).isExact && Ball.log(Ball(midpoint: .one, precision: 128)).isZero)
    #expect(Ball.log(onePlus: Ball(midpoint: .zero, precision: 128)).isZero)
  }
}
