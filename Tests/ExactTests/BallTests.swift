import Property
import Support
import Testing

@testable import Exact

/// Inclusion: for a number in the ball, the function's value there is in the ball of values. The
/// values come from `Oracle`, which shares nothing with the balls.
@Suite struct `Balls hold the truth` {
  /// A random ball, and exact numbers in it: its ends, its middle, others.
  struct Draw {
    var ball: Ball
    var members: [Rational]

    init(_ random: inout SplitMix, top: ClosedRange<Int>, isPositive: Bool = false) {
      let precision = random.int(16...220)
      var midpoint = random.dyadic(bits: random.int(1...precision), top: top)
      if isPositive { midpoint = midpoint.magnitude }
      let kind = random.int(0...3)
      let radius: Magnitude =
        kind == 0
        ? .zero
        : Magnitude(
          roundingUp: random.limb() >> 32,
          exponent: midpoint.top - Integer(32 + random.int(kind == 1 ? 0...4 : 5...200)))
      ball = Ball(midpoint: midpoint, radius: radius, precision: precision)
      let (a, r) = (midpoint.asRational, radius.asDyadic.asRational)
      let t = Rational(random.int(-1000...1000), 1000)
      members = radius.isZero ? [a] : [a - r, a + r, a + r * t, a]
    }
  }

  /// A function and its truth at so many bits after the point; nil where it has none.
  struct Unary: Sendable {
    var name: String
    var top: ClosedRange<Int>
    var isPositive = false
    var ball: @Sendable (Ball) -> Ball
    var truth: @Sendable (Rational, Int) -> Interval?
  }

  private static let functions: [Unary] = [
    Unary(name: "exp", top: -90...6, ball: { .exp($0) }, truth: { Oracle.exp($0, bits: $1) }),
    Unary(
      name: "expMinusOne", top: -90...6, ball: { .expMinusOne($0) },
      truth: { Oracle.exp($0, bits: $1) - Interval(1) }),
    Unary(
      name: "log", top: -90...90, isPositive: true, ball: { .log($0) },
      truth: { $0.signum > 0 ? Oracle.log($0, bits: $1) : nil }),
    Unary(
      name: "log of 1 + x", top: -90...90, ball: { .log(onePlus: $0) },
      truth: { $0 > -1 ? Oracle.log($0 + 1, bits: $1) : nil }),
    Unary(
      name: "log2", top: -60...60, isPositive: true, ball: { .log2($0) },
      truth: {
        $0.signum > 0 ? Oracle.log($0, bits: $1 + 8) / Oracle.log(2, bits: $1 + 16) : nil
      }),
    Unary(
      name: "log10", top: -60...60, isPositive: true, ball: { .log10($0) },
      truth: {
        $0.signum > 0 ? Oracle.log($0, bits: $1 + 8) / Oracle.log(10, bits: $1 + 16) : nil
      }),
    Unary(
      name: "squareRoot", top: -90...90, isPositive: true, ball: { .squareRoot($0) },
      truth: { $0.signum >= 0 ? Oracle.squareRoot($0, bits: $1) : nil }),
    Unary(
      name: "cube", top: -30...30, ball: { $0.power(3) }, truth: { x, _ in Interval(x * x * x) }),
    Unary(
      name: "inverse cube", top: -30...30, ball: { $0.power(-3) },
      truth: { x, _ in x.isZero ? nil : Interval((x * x * x).reciprocal) }),
  ]

  @Test(arguments: functions.indices) func `elementary functions`(index: Int) {
    let function = Self.functions[index]
    var random = SplitMix(seed: 40 + UInt64(index))
    var (wrong, finite) = ([String](), 0)
    for _ in 0..<150 {
      let draw = Draw(&random, top: function.top, isPositive: function.isPositive)
      let result = function.ball(draw.ball)
      if result.isUnknown { continue }
      for x in draw.members {
        guard let truth = function.truth(x, 420) else { continue }
        finite += 1
        if !result.contains(truth) { wrong.append("\(x) in \(draw.ball): \(result)") }
      }
      // An exact argument keeps all but a few of its digits.
      if draw.ball.isExact && !result.isNaN && !result.isAccurate(to: draw.ball.precision - 5) {
        wrong.append("\(draw.ball) loses digits at \(draw.ball.precision): \(result)")
      }
    }
    #expect(wrong.count == 0, "\(function.name): \(wrong.count), \(wrong.prefix(2))")
    #expect(finite > 100, "\(function.name)")
  }

  @Test func `sums, products, quotients and the larger of two`() {
    var random = SplitMix(seed: 60)
    var wrong: [String] = []
    for _ in 0..<3000 {
      let (a, b) = (Draw(&random, top: -70...70), Draw(&random, top: -70...70))
      let (sum, difference, product) = (a.ball + b.ball, a.ball - b.ball, a.ball * b.ball)
      let (quotient, larger) = (a.ball / b.ball, Ball.larger(a.ball, b.ball))
      for x in a.members {
        for y in b.members {
          if !sum.contains(x + y) || !difference.contains(x - y) || !product.contains(x * y)
            || !larger.contains(max(x, y)) || (!y.isZero && !quotient.contains(x / y))
          {
            wrong.append("\(a.ball), \(b.ball) at \(x), \(y)")
          }
        }
      }
      if a.ball.isExact && b.ball.isExact {
        let precision = max(a.ball.precision, b.ball.precision)
        if ![sum, difference, product, quotient].allSatisfy({
          $0.isZero || $0.isAccurate(to: precision - 2)
        }) {
          wrong.append("\(a.ball), \(b.ball) lose digits")
        }
      }
      if let order = Ball.compare(a.ball, b.ball),
        a.members.contains(where: { x in
          b.members.contains { y in (x < y ? -1 : y < x ? 1 : 0) != order }
        })
      {
        wrong.append("\(a.ball) against \(b.ball)")
      }
    }
    #expect(wrong.count == 0, "\(wrong.count): \(wrong.prefix(2))")
  }

  @Test func `any two precisions overlap, and more of it never loses digits`() {
    var random = SplitMix(seed: 61)
    var wrong: [String] = []
    for _ in 0..<300 {
      let x = random.dyadic(bits: random.int(1...400), top: -200...10)
      let (few, many) = (random.int(1...300), random.int(301...900))
      for (name, function) in [
        ("exp", Ball.exp), ("expMinusOne", Ball.expMinusOne), ("log1p", { Ball.log(onePlus: $0) }),
        ("log", { .log(.exp($0)) }), ("root", { .squareRoot($0 * $0) }),
      ] as [(String, (Ball) -> Ball)] {
        let short = function(Ball(midpoint: x, precision: few))
        let long = function(Ball(midpoint: x, precision: many))
        // log of 1 + x has no value at or below −1.
        if short.isNaN && long.isNaN { continue }
        if !short.overlaps(long) { wrong.append("\(name)(\(x)) at \(few) and \(many)") }
        if name != "log" && !long.isAccurate(to: many - 8) {
          wrong.append("\(name)(\(x)) at \(many)")
        }
      }
    }
    #expect(wrong.count == 0, "\(wrong.prefix(2))")
  }

  @Test func `a cut midpoint pays for what was cut`() {
    var random = SplitMix(seed: 62)
    var wrong: [String] = []
    for _ in 0..<3000 {
      let x = random.dyadic(bits: random.int(1...200), top: -50...50)
      let precision = random.int(1...120)
      let ball = Ball(midpoint: x, precision: precision)
      if !ball.contains(x.asRational) || !ball.isAccurate(to: precision - 1) {
        wrong.append("\(x) at \(precision)")
      }
      let (low, high) = (min(x, .one), max(x, .one))
      let between = Ball.between(low: low, high: high, precision: precision)
      if between.lower > low || between.upper < high { wrong.append("between \(low) and \(high)") }
      let value = random.rational(limbs: 2)
      if !Ball(value, precision: precision).contains(value) { wrong.append("\(value)") }
    }
    #expect(wrong.count == 0, "\(wrong.prefix(2))")
  }
}
