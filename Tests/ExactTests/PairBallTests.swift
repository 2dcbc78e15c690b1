import Property
import Support
import Testing

@testable import Exact

/// Balls in pairs of doubles against balls of 512 bits.
@Suite struct `Balls in pairs of doubles` {
  /// Eight numbers: as a row has them, and where arithmetic breaks.
  private static func numbers(_ random: inout SplitMix, positive: Bool = false) -> PairBall {
    var head = DoubleVector()
    var rest = DoubleVector()
    var error = DoubleVector()
    for lane in 0..<8 {
      let x = Double.random(in: -1...1, using: &random)
      let size =
        switch random.int(0...9) {
        case 0: 1 + x * 0x1p-40
        case 1: x * 0x1p-30
        case 2: Double(random.int(-3...3))
        case 3: x * Double(sign: .plus, exponent: random.int(-1000...1000), significand: 1)
        case 4: x * 700
        case 5: Double(sign: .plus, exponent: random.int(-60...9), significand: 1)
        case 7: x * .greatestFiniteMagnitude
        case 6: 0.5 + Double(random.int(-3...3)) * 0x1p-53
        default: x * 8
        }
      head[lane] = positive ? size.magnitude : size
      if random.int(0...2) > 0 && size != 0 {
        rest[lane] = size.ulp / 2 * Double.random(in: -1...1, using: &random)
        if random.int(0...2) == 0 { rest[lane] *= 0x1p-40 }
      }
      if random.int(0...19) == 0 {
        (head[lane], rest[lane]) = (0, 0)
        error[lane] = Double(sign: .plus, exponent: -random.int(4...60), significand: 1)
      } else if random.int(0...2) == 0 {
        let digits = random.int(random.int(0...1) == 0 ? 1...12 : 1...110)
        error[lane] = size.magnitude * Double(sign: .plus, exponent: -digits, significand: 1)
      }
    }
    return PairBall(head: head, rest: rest, error: error)
  }

  /// A number of the lane: one of its ends, or a number between.
  private static func member(_ x: PairBall, _ lane: Int, _ random: inout SplitMix) -> Ball {
    let error = Rational(x.error[lane]) * Rational(random.int(-4...4), 4)
    return Ball(Rational(x.head[lane]) + Rational(x.rest[lane]) + error, precision: 512)
  }

  /// How many lanes promise something, all of which must keep it.
  private static func check(
    _ result: PairBall, _ name: String, of operands: [PairBall], _ exact: (Int) -> Ball
  ) -> Int {
    var count = 0
    for lane in 0..<8 {
      let (head, rest, error) = (result.head[lane], result.rest[lane], result.error[lane])
      guard head.isFinite, error < .infinity else { continue }
      count += 1
      #expect(rest.magnitude <= head.ulp / 2 || head == 0 && rest == 0, "\(name): \(head), \(rest)")
      let value = exact(lane)
      let distance = value - Ball(Rational(head) + Rational(rest), precision: 512)
      // A ball of 512 bits is a point beside the error, but where the value is astronomical.
      let limit = Ball(Rational(error), precision: 512).midpoint
      let isHeld = distance.isFinite && distance.lower <= limit && distance.upper >= -limit
      let inputs = operands.map { "\($0.head[lane]) + \($0.rest[lane]) ± \($0.error[lane])" }
      #expect(isHeld, "\(name) of \(inputs): \(head) + \(rest) ± \(error), not \(value)")
    }
    return count
  }

  @Test func `the four operations hold every result`() {
    let operations: [(String, (PairBall, PairBall) -> PairBall, (Ball, Ball) -> Ball)] = [
      ("+", { $0 + $1 }, { $0 + $1 }), ("-", { $0 - $1 }, { $0 - $1 }),
      ("*", { $0 * $1 }, { $0 * $1 }), ("/", { $0 / $1 }, { $0 / $1 }),
      ("weigh", PairBall.weigh, { $0.isZero ? Ball(0) : $0 * $1 }),
    ]
    var random = SplitMix(seed: 11)
    for (name, ours, exact) in operations {
      var count = 0
      for round in 0..<400 {
        let a = Self.numbers(&random)
        // Numbers next to each other cancel.
        let b =
          round % 4 == 0
          ? a * PairBall(repeating: 1 + Double(random.int(-4...4)) * 0x1p-52)
          : Self.numbers(&random)
        count += Self.check(ours(a, b), name, of: [a, b]) {
          exact(Self.member(a, $0, &random), Self.member(b, $0, &random))
        }
      }
      #expect(count > 2000, "\(name)")
    }
  }

  @Test func `the functions hold every result`() {
    let functions: [(String, (PairBall) -> PairBall, (Ball) -> Ball)] = [
      ("exp", { .exp($0) }, { .exp($0) }), ("log", { .log($0) }, { .log($0) }),
      ("log1p", { .log(onePlus: $0) }, { .log(onePlus: $0) }),
      ("sigmoid", { .sigmoid($0) }, { Ball(1) / (Ball(1) + .exp(-$0)) }),
      ("softplus", { .softplus($0) }, { .log(onePlus: .exp($0)) }),
      ("log(1-p)", { .log(complementOf: $0) }, { .log(onePlus: -$0) }),
    ]
    var random = SplitMix(seed: 12)
    for (name, ours, exact) in functions {
      var count = 0
      for _ in 0..<500 {
        let x = Self.numbers(&random, positive: name.hasPrefix("log") && !name.hasSuffix("p)"))
        count += Self.check(ours(x), name, of: [x]) { exact(Self.member(x, $0, &random)) }
      }
      #expect(count > 2000, "\(name): \(count)")
    }
  }

  @Test func `no bound is wide`() {
    var random = SplitMix(seed: 13)
    let x = (0..<8).map { _ in Double.random(in: 0.1...9, using: &random) }
    let exact = PairBall(DoubleVector(x))
    let results: [(PairBall, Double)] = [
      (exact + exact * exact, 0x1p-100), (exact / PairBall(3), 0x1p-99), (.exp(exact), 0x1p-71),
      (.log(exact + PairBall(1)), 0x1p-71), (.softplus(-exact), 0x1p-67),
      (.sigmoid(exact), 0x1p-69),
      (.softplus(-(exact + PairBall(50))), 0x1p-69),
    ]
    for (ball, limit) in results {
      #expect(all(ball.error .<= ball.head.magnitudes * DoubleVector(repeating: limit)), "\(ball)")
    }
  }

  @Test func `nothing is promised beyond the range`() {
    let beyond: [(PairBall, Bool)] = [
      (.exp(PairBall(601)), false), (.exp(PairBall(-700)), true), (.log(PairBall(-1)), false),
      (.exp(PairBall(repeating: -.infinity)), true), (.exp(PairBall(repeating: .nan)), false),
      (.log(PairBall(repeating: 0x1p-1000)), false), (PairBall(1) / PairBall(0), false),
      (PairBall(repeating: 0x1p1000) * PairBall(repeating: 0x1p1000), false),
      (PairBall(0) * PairBall(repeating: .infinity), false),
    ]
    for (index, (ball, isKnown)) in beyond.enumerated() {
      #expect((ball.head[3].isFinite && ball.error[3] < 1) == isKnown, "\(index): \(ball)")
    }
    #expect(PairBall.log(PairBall(0)).head[0] == -.infinity)
  }

  @Test func `a zero weight hides an infinity, but not NaN`() {
    let zero = PairBall(0)
    let surprise = -PairBall.log(zero)
    #expect(all(PairBall.weigh(zero, surprise).isZero))
    #expect(all(PairBall.weigh(zero, surprise - PairBall(7)).isZero))
    #expect(!any(PairBall.weigh(zero, PairBall(repeating: .nan)).isZero))
    #expect(all(PairBall.weigh(PairBall(1), surprise).head .== .infinity))
  }

  @Test func `sums hold theirs, rows of any length`() {
    var random = SplitMix(seed: 14)
    for count in [1, 2, 7, 8, 9, 16, 31, 100] {
      // Squares have so many digits that no sum of them is a tie.
      let row = (0..<count).map { _ in Double.random(in: -1...1, using: &random) }
      let sum = unsafe row.withUnsafeBufferPointer { row in
        PairBall.sum(count: count) {
          let x = unsafe PairBall(row, at: $0)
          return x * x + PairBall(1)
        }
      }
      let exact = row.reduce(Rational(0)) { $0 + Rational($1) * Rational($1) + Rational(1) }
      #expect(sum.asBall.contains(exact), "\(count)")
      #expect(
        sum.nearest.map { Rational($0) } == Floating(rounding: exact, to: .float64).value.asRational
      )
    }
    // Exact terms, so that the only errors are the sum's own.
    let row = (0..<999).map { _ in
      Double(sign: .plus, exponent: random.int(-60...0), significand: 1)
        * Double.random(in: -1...1, using: &random)
    }
    let sum = unsafe row.withUnsafeBufferPointer { row in
      PairBall.sum(count: row.count) { unsafe PairBall(row, at: $0) }
    }
    #expect(sum.asBall.contains(row.reduce(Rational(0)) { $0 + Rational($1) }))
    let unknown = PairBall.sum(count: 9) { _ in PairBall(repeating: .nan) }
    #expect(unknown.isUnknown && unknown.nearest == nil)
  }
}
