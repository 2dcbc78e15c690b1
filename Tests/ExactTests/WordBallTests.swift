import Property
import Support
import Testing

@testable import Exact

/// What the kernels in words promise, attacked: each radius as a bound, against balls of three
/// times the digits, and the greatest radius against the constant that is published.
@Suite struct `Kernels in words` {
  @Test(arguments: ElementaryFunction.allCases)
  func `of 64 bits keep their bounds`(_ function: ElementaryFunction) {
    Self.attack(function, UInt64.self, count: 6000)
  }

  @Test(arguments: ElementaryFunction.allCases)
  func `of 128 bits keep their bounds`(_ function: ElementaryFunction) {
    Self.attack(function, UInt128.self, count: 2000)
  }

  @Test(arguments: ElementaryFunction.allCases)
  func `of 192 bits keep their bounds`(_ function: ElementaryFunction) {
    Self.attack(function, UInt192.self, count: 2000)
  }

  /// Random and hostile numbers: every exponent, next to one, next to powers of two, next to where
  /// the reductions change their entry, few digits, the ends.
  static func argument(_ random: inout SplitMix) -> Double {
    let sign: FloatingPointSign = Bool.random(using: &random) ? .plus : .minus
    let fraction = 1 + Double(random.next() >> 11) * 0x1p-53
    func near(_ value: Double) -> Double {
      let bits = Int64(bitPattern: value.bitPattern) + Int64(random.int(-3...3))
      let moved = Double(bitPattern: UInt64(bitPattern: bits))
      return moved.isFinite ? moved : value
    }
    switch random.int(0...10) {
    case 0:
      let any = Double(bitPattern: random.next())
      return any.isFinite ? any : .leastNonzeroMagnitude
    case 1: return 1 + Double(sign: sign, exponent: -random.int(1...56), significand: fraction)
    case 2: return Double(sign: sign, exponent: -random.int(1...80), significand: fraction)
    case 3: return (fraction - 1.5) * 1500
    case 4: return (fraction - 1.5) * 20
    case 5: return Double(sign: sign, exponent: random.int(-2...11), significand: fraction)
    case 6: return near(Double(sign: sign, exponent: random.int(-1070...12), significand: 1))
    case 7: return near(Double(random.int(-60_000_000...60_000_000)) * 0x1.62e42fefa39efp-17)
    case 8:
      let bins =
        (1 + Double(random.int(0...255)) / 256) * (1 + Double(random.int(0...127)) * 0x1p-15)
      return near(bins * Double(sign: .plus, exponent: random.int(-4...4), significand: 1))
    case 9: return Double(random.int(-1000...1000)) / Double(1 << random.int(0...12))
    default:
      return [
        .leastNonzeroMagnitude, .leastNormalMagnitude, .greatestFiniteMagnitude, 0x1p-1022.nextDown,
        -.leastNonzeroMagnitude, 4096, -4096, 4096.nextDown, -745.2, 709.8, 1.nextDown, 1.nextUp,
        -1.nextUp, 0x1p-8, -0x1p-8, 0x1p-9, -0x1p-9, 0x1p-15, 0x1p-15.nextDown, 1 - 0x1p-9,
      ][random.int(0...19)]
    }
  }

  private static func attack<Word: MachineWord>(
    _ function: ElementaryFunction, _: Word.Type, count: Int
  ) {
    var random = SplitMix(seed: SplitMix.seed(for: "\(function) in \(Word.bitWidth) bits"))
    let published = maxError(function, Word.self)
    var (wrong, tried, tight) = ([String](), 0, 0.0)
    while tried < count {
      let x = argument(&random)
      guard function.isRegular(x), case .finite(let exact) = Floating(x).value else { continue }
      tried += 1
      let result = function.value(WordBall<Word>(x))
      let isSaturated = x.magnitude >= 4096 && function.saturates
      if isSaturated {
        // Beyond, the truth is too far off for a ball, but its format's rounding is plain.
        continue
      }
      let truth = function.value(Ball(exact, precision: 3 * Word.bitWidth))
      guard truth.isFinite, !result.isUnknown, result.isZero == truth.isZero else {
        wrong.append("\(x): \(result)")
        continue
      }
      if result.isZero { continue }
      let top = (1 as Word) &<< Word(Word.bitWidth - 1)
      let error = distance(result, truth)
      let radius = Double(result.radius.lowLimb)
      tight = max(tight, error / radius)
      if error > radius || result.significand < top || result.radius > published {
        wrong.append("\(x): off by \(error), \(result)")
      }
    }
    #expect(wrong.count == 0, "\(wrong.count): \(wrong.prefix(3))")
    // The bounds are not idle.
    #expect(tight > 0.2)
  }

  /// The greatest distance of a ball's numbers from a significand, in its units, rounded up to
  /// 2^−20.
  private static func distance<Word: MachineWord>(_ result: WordBall<Word>, _ truth: Ball) -> Double
  {
    let middle = Dyadic(
      isNegative: result.isNegative, Natural(word: result.significand),
      exponent: Integer(result.exponent))
    let far = max((truth.lower - middle).magnitude, (truth.upper - middle).magnitude)
    let scaled = far.scaled(by: Integer(20 - result.exponent)).fixedPoint(bits: 0)
    return scaled.asInt.map { Double($0 + 1) * 0x1p-20 } ?? .infinity
  }

  private static func maxError<Word: MachineWord>(_ function: ElementaryFunction, _: Word.Type)
    -> Word
  {
    switch function {
    case .exp: WordBall<Word>.expMaxError
    case .expMinusOne: WordBall<Word>.expMinusOneMaxError
    case .log: WordBall<Word>.logMaxError
    case .logOnePlus: WordBall<Word>.logOnePlusMaxError
    case .log2, .log10: WordBall<Word>.scaledLogMaxError
    case .sigmoid: WordBall<Word>.sigmoidMaxError
    case .logSigmoid, .softplus: WordBall<Word>.softplusMaxError
    }
  }

  @Test func `of a number with an error enclose the values of all that it may be`() {
    var random = SplitMix(seed: 31)
    var wrong: [String] = []
    for _ in 0..<6000 {
      let x = Self.argument(&random)
      guard x != 0 else { continue }
      let exact = WordBall<UInt64>(x)
      let radius = random.next() >> UInt64(random.int(10...63))
      let wide = WordBall<UInt64>(
        isNegative: exact.isNegative, significand: exact.significand, exponent: exact.exponent,
        radius: radius)
      let moved = random.next() % (radius + 1)
      let isUp = Bool.random(using: &random)
      let (sum, overflow) =
        isUp
        ? exact.significand.addingReportingOverflow(moved)
        : exact.significand.subtractingReportingOverflow(moved)
      if overflow { continue }
      let inner = Ball(
        midpoint: Dyadic(
          isNegative: exact.isNegative, Natural(sum), exponent: Integer(exact.exponent)),
        precision: 192)
      for function in ElementaryFunction.allCases where function.isRegular(x) && x.magnitude < 4000
      {
        let result = function.value(wide)
        let truth = function.value(inner)
        if result.isUnknown || !truth.isFinite { continue }
        if !result.asBall.overlaps(truth) || !result.asBall.contains(truth.midpoint.asRational) {
          wrong.append("\(function) \(x) ± \(radius): \(result)")
        }
      }
    }
    #expect(wrong.count == 0, "\(wrong.count): \(wrong.prefix(3))")
  }
}

extension ElementaryFunction {
  /// Whether the values at large arguments lie astronomically close to a limit or beyond.
  var saturates: Bool {
    switch self {
    case .exp, .expMinusOne, .sigmoid, .logSigmoid, .softplus: true
    case .log, .logOnePlus, .log2, .log10: false
    }
  }
}
