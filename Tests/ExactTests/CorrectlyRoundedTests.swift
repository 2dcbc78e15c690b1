import Property
import Support
import Testing

@testable import Exact

/// The fast path against the balls: every number of the short formats, random and hostile ones of
/// the long ones, the hardest known.
@Suite struct `Correctly rounded functions` {
  /// The nearest number by balls alone; where the value lies too close to a limit for them, by what
  /// is plain.
  static func expected(_ function: ElementaryFunction, _ x: Floating) -> Floating {
    let value = x.asDouble
    guard function.isRegular(value), case .finite(let exact) = x.value else {
      return limit(function, x)
    }
    if value.magnitude >= 4096 && function.saturates { return saturated(function, x) }
    for precision in [200, 512] {
      let ball = function.value(Ball(exact, precision: precision))
      if let result = Floating(rounding: ball, to: x.format) { return result }
    }
    return x.format.round(function.value(Symbolic(exact)), cap: 1 << 16)!
  }

  private static func saturated(_ function: ElementaryFunction, _ x: Floating) -> Floating {
    let (format, isNegative) = (x.format, x.isNegative)
    let one = Floating(rounding: Rational(isNegative ? -1 : 1), to: format)
    switch function {
    case .exp: return isNegative ? .zero(format) : .infinity(format)
    case .expMinusOne: return isNegative ? one : .infinity(format)
    case .sigmoid: return isNegative ? .zero(format) : one
    case .softplus: return isNegative ? .zero(format) : x
    case .logSigmoid: return isNegative ? x : .zero(isNegative: true, format)
    default: preconditionFailure("logarithms do not saturate")
    }
  }

  private static func limit(_ function: ElementaryFunction, _ x: Floating) -> Floating {
    let (format, isBelow) = (x.format, x.isNegative)
    if x.isNaN { return .nan(format) }
    switch function {
    case .log, .log2, .log10:
      return x.isZero
        ? .infinity(isNegative: true, format) : isBelow ? .nan(format) : .infinity(format)
    case .logOnePlus:
      if x.isZero || !isBelow { return x }
      return x.asDouble == -1 ? .infinity(isNegative: true, format) : .nan(format)
    case .expMinusOne: return x.isZero ? x : saturated(function, x)
    default: return saturated(function, x)
    }
  }

  private static func agree(_ a: Floating, _ b: Floating) -> Bool { a == b || a.isNaN && b.isNaN }

  @Test(arguments: ElementaryFunction.allCases, [Format.float16, .bfloat16])
  func `every number of 16 bits`(_ function: ElementaryFunction, _ format: Format) {
    let wrong = (0..<65536).filter { bits in
      let x = Floating(bits: UInt64(bits), format: format)
      return !Self.agree(CorrectlyRounded.rounded(function, x), Self.expected(function, x))
    }
    #expect(wrong.count == 0, "\(wrong.count): \(wrong.prefix(3).map { String($0, radix: 16) })")
  }

  @Test(arguments: ElementaryFunction.allCases)
  func `random and hostile numbers of 32 and 64 bits`(_ function: ElementaryFunction) {
    var random = SplitMix(seed: SplitMix.seed(for: "rounding \(function)"))
    var wrong: [String] = []
    for _ in 0..<4000 {
      let argument = `Kernels in words`.argument(&random)
      let short = Float(argument)
      for x in [
        Floating(argument), Floating(short),
        Floating(bits: UInt64(random.next() >> 32), format: .float32),
      ] {
        let result = CorrectlyRounded.rounded(function, x)
        if !Self.agree(result, Self.expected(function, x)) {
          wrong.append("\(x.asDouble): \(result.asDouble)")
        }
      }
      // The faces of the same function.
      let (a, b) = (Self.face(function, argument), Self.face(function, short))
      let (c, d) = (
        CorrectlyRounded.rounded(function, Floating(argument)),
        CorrectlyRounded.rounded(function, Floating(short))
      )
      if !Self.agree(Floating(a), c) || !Self.agree(Floating(b), d) { wrong.append("\(argument)") }
    }
    #expect(wrong.count == 0, "\(wrong.count): \(wrong.prefix(3))")
  }

  private static func face(_ function: ElementaryFunction, _ x: Double) -> Double {
    switch function {
    case .exp: CorrectlyRounded.exp(x)
    case .expMinusOne: CorrectlyRounded.expMinusOne(x)
    case .log: CorrectlyRounded.log(x)
    case .logOnePlus: CorrectlyRounded.log(onePlus: x)
    case .log2: CorrectlyRounded.log2(x)
    case .log10: CorrectlyRounded.log10(x)
    case .sigmoid: CorrectlyRounded.sigmoid(x)
    case .logSigmoid: CorrectlyRounded.logSigmoid(x)
    case .softplus: CorrectlyRounded.softplus(x)
    }
  }

  private static func face(_ function: ElementaryFunction, _ x: Float) -> Float {
    switch function {
    case .exp: CorrectlyRounded.exp(x)
    case .expMinusOne: CorrectlyRounded.expMinusOne(x)
    case .log: CorrectlyRounded.log(x)
    case .logOnePlus: CorrectlyRounded.log(onePlus: x)
    case .log2: CorrectlyRounded.log2(x)
    case .log10: CorrectlyRounded.log10(x)
    case .sigmoid: CorrectlyRounded.sigmoid(x)
    case .logSigmoid: CorrectlyRounded.logSigmoid(x)
    case .softplus: CorrectlyRounded.softplus(x)
    }
  }

  @Test func `exact values`() {
    let (zero, one) = (0.0, 1.0)
    #expect(CorrectlyRounded.exp(zero) == 1 && CorrectlyRounded.exp(-zero) == 1)
    #expect(CorrectlyRounded.sigmoid(zero) == 0.5)
    #expect(CorrectlyRounded.expMinusOne(-zero).sign == .minus)
    #expect(CorrectlyRounded.log(onePlus: -zero).sign == .minus)
    #expect(CorrectlyRounded.log(one) == 0 && CorrectlyRounded.log(one).sign == .plus)
    for exponent in -1074...1023 {
      let power = Double(sign: .plus, exponent: exponent, significand: 1)
      #expect(CorrectlyRounded.log2(power) == Double(exponent))
    }
    var power = 1.0
    for exponent in 0...22 {
      #expect(CorrectlyRounded.log10(power) == Double(exponent))
      power *= 10
    }
  }

  @Test func `a point halfway is left to the algebra`() {
    // 1/2 + x/4 − x³/48 + …, the first two terms halfway between two numbers.
    for x in [0x1p-52 * 3, -0x1p-53 * 3, 0x1p-51 + 0x1p-52, 0x1.8p-40 + 0x1p-52] {
      let slow = ElementaryFunction.sigmoid.roundedByBalls(x, to: .float64)
      #expect(Floating(CorrectlyRounded.sigmoid(x)) == slow)
      #expect(WordBall<UInt64>.sigmoid(WordBall(x)).rounded(to: .float64) == nil)
    }
  }

  @Test func `the hardest numbers known`() throws {
    for row in try rows("ExactTests/Fixtures/hardest.tsv") {
      let function = try #require(ElementaryFunction(rawValue: row[0]))
      let argument = try #require(Double(row[1]))
      let bits = try #require(UInt64(row[2], radix: 16))
      let run = try #require(Int(row[3]))
      #expect(Floating(Self.face(function, argument)).bits == bits, "\(row)")
      #expect(function.roundedByBalls(argument, to: .float64).bits == bits, "\(row)")
      // As hard as is said: in units of half of the last place within 2^−run of a whole number.
      guard case .finite(let exact) = Floating(argument).value else { continue }
      let value = function.value(Ball(exact, precision: 400)).midpoint.magnitude
      let scaled = value.scaled(by: 54 - value.top)
      let distances = [scaled.fixedPoint(bits: 0), scaled.fixedPoint(bits: 0) + 1].map {
        (scaled - Dyadic($0)).magnitude
      }
      #expect(distances.min()! < .powerOfTwo(Integer(-run)), "\(row)")
    }
  }
}
