import Property
import Support
import Testing

@testable import Exact

/// The kernels with tables against those without: what their error constants promise, attacked at
/// random and where the steps of the argument reduction begin and end.
@Suite struct `Tabulated kernels` {
  private static let counts = Array(3...20) + [31, 32, 41, 53, 54, 64, 76, 82]
  /// Further bits in which the kernels without tables give the truth.
  private static let extra = 32

  /// Fractions of so many limbs: random, long runs of zeros and ones, and k·2^(−8s) from both sides.
  private static func fractions(_ count: Int, _ random: inout SplitMix) -> [Natural] {
    let bits = 64 * count
    let all = Natural.powerOfTwo(bits)
    var fractions = [.one, all - .one, all >> 1, (all >> 1) - .one]
    for step in [1, 2, 3, 4, 5, 6, Plan.of(count).steps] {
      let edge = Natural(UInt64(random.int(1...255))) << (bits - 8 * step)
      fractions += [edge, edge - .one, all - edge, all - edge - .one]
    }
    for _ in 0..<4 {
      let length = random.int(1...bits)
      fractions += [random.natural(bits: bits), all - .one - random.natural(bits: length)]
      fractions.append(random.natural(bits: length))
    }
    return fractions
  }

  /// Fractions x ≤ log 2 and v ≥ 1/2 that the first steps leave nothing of, or next to nothing:
  /// sums of logarithms of 1 + i/2^(8s), and the reciprocals of products of those.
  private static func edges(
    _ count: Int, _ random: inout SplitMix
  ) -> (exponential: [Natural], logarithm: [Natural]) {
    let bits = 64 * count
    var (sum, product, places) = (Natural.zero, Natural.one, 0)
    var edges: (exponential: [Natural], logarithm: [Natural]) = ([], [])
    for step in 1...5 {
      let index = random.int(0...(step == 1 ? 254 : 255))
      sum = sum + (LogarithmTable.logarithm(step, index, bits: bits + 64) >> 64)
      product = product * (.powerOfTwo(8 * step) + Natural(UInt64(index)))
      places += 8 * step
      let inverse = Natural.powerOfTwo(bits + places).quotientAndRemainder(dividingBy: product).0
      let offset = Natural.powerOfTwo(random.int(0...(bits - 20)))
      edges.exponential += [sum, sum + .one, sum + offset, sum < offset ? sum : sum - offset]
      edges.logarithm += [inverse - .one, inverse - .one - offset]
      if inverse.bitWidth == bits { edges.logarithm += [inverse, inverse + .one] }
    }
    return edges
  }

  private typealias Plan = FixedPoint.Plan
  private typealias Kernel = (Limbs.Row, Int, Limbs.Row, Limbs.Row) -> Void

  /// What a kernel makes of a fraction, and whether it kept to the scratch it asked for.
  private static func apply(
    _ kernel: Kernel, to x: Natural, count: Int
  ) -> (value: Natural, keptToScratch: Bool) {
    let length = Plan.of(count).scratch(count: count)
    let mark: UInt64 = 0x5A5A_5A5A_5A5A_5A5A
    var row = x.limbs + [UInt64](repeating: 0, count: count - x.limbs.count)
    var scratch = [UInt64](repeating: mark, count: length + 4)
    var result = [UInt64](repeating: 0, count: count + 1)
    unsafe row.withUnsafeMutableBufferPointer { row in
      unsafe scratch.withUnsafeMutableBufferPointer { scratch in
        unsafe result.withUnsafeMutableBufferPointer { result in
          unsafe kernel(row.baseAddress!, count, scratch.baseAddress!, result.baseAddress!)
        }
      }
    }
    return (Natural(limbs: result), scratch[length...].allSatisfy { $0 == mark })
  }

  /// The error of `value` in units of 2^(−64·count), rounded up, if the truth is off by 2 in `extra`
  /// bits more.
  private static func error(_ value: Natural, _ truth: Natural) -> UInt64 {
    let long = value << extra
    let distance = (long < truth ? truth - long : long - truth) + Natural(2 as UInt64)
    return (distance >> extra).asUInt64.map { $0 + 1 } ?? .max
  }

  @Test func `plans keep to what the bounds assume`() {
    for count in Plan.counts {
      let plan = Plan.of(count)
      #expect(plan.steps >= 5 && 3 * plan.steps <= 15 + count, "\(count)")
      #expect(plan.steps <= (count < 9 ? 8 : LogarithmTable.mostSteps), "\(count)")
      #expect(plan.exponentialTerms <= FixedPoint.Series.exponentialTerms, "\(count)")
      #expect(plan.logarithmTerms <= FixedPoint.Series.logarithmTerms, "\(count)")
      // The last block has a limb left, and the terms reach the last place.
      #expect(plan.beta * plan.logarithmTerms < 64 * count, "\(count)")
      #expect(plan.beta * (plan.logarithmTerms + 1) >= 64 * count, "\(count)")
      #expect(min(plan.exponentialBlock, plan.logarithmBlock) >= 3, "\(count)")
      #expect(max(plan.exponentialBlock, plan.logarithmBlock) <= 5, "\(count)")
      if Plan.short ~= count { #expect(Plan(short: count) == Plan(count: count), "\(count)") }
    }
  }

  @Test func `the exponential errs by at most its bound`() {
    var random = SplitMix(seed: 31)
    var (wrong, worst) = ([String](), UInt64(0))
    for count in Self.counts {
      let bits = 64 * count
      let log2 = Constants.log2(bits: bits)
      for fraction in Self.fractions(count, &random) + Self.edges(count, &random).exponential {
        let x = fraction < log2 ? fraction : log2 - (fraction >> 2)
        let (value, keptToScratch) = unsafe Self.apply(
          { unsafe FixedPoint.tabulatedExp($0, count: $1, scratch: $2, into: $3) }, to: x,
          count: count)
        let error = Self.error(value, FixedPoint.exp(x << Self.extra, bits: bits + Self.extra))
        worst = max(worst, error)
        if error > FixedPoint.tabulatedMaxError(count) || !keptToScratch {
          wrong.append("exp of \(x) in \(count) limbs")
        }
      }
    }
    #expect(wrong.count == 0, "\(wrong.prefix(3))")
    // The bound is not idle: the longest lose more than a few units.
    #expect(worst > 20)
  }

  @Test func `the logarithm errs by at most its bound`() {
    var random = SplitMix(seed: 32)
    var (wrong, worst) = ([String](), UInt64(0))
    for count in Self.counts {
      let bits = 64 * count
      let log2 = Constants.log2(bits: bits + Self.extra)
      for fraction in Self.fractions(count, &random) + Self.edges(count, &random).logarithm {
        if fraction.bitWidth > bits { continue }
        let v =
          fraction.bitWidth == bits ? fraction : (fraction >> 1) + .powerOfTwo(bits - 1)
        let (value, keptToScratch) = unsafe Self.apply(
          { unsafe FixedPoint.tabulatedLog($0, count: $1, scratch: $2, into: $3) }, to: v,
          count: count)
        let log = FixedPoint.log(v << (Self.extra + 1), bits: bits + Self.extra)
        let error = Self.error(value, log < log2 ? log2 - log : .zero)
        worst = max(worst, error)
        if error > FixedPoint.tabulatedMaxError(count) || !keptToScratch {
          wrong.append("log of \(v) in \(count) limbs")
        }
      }
    }
    #expect(wrong.count == 0, "\(wrong.prefix(3))")
    #expect(worst > 20)
  }

  @Test func `tabulated logarithms never exceed and fall short by less than their bound`() {
    var random = SplitMix(seed: 33)
    var wrong: [String] = []
    for count in [3, 9, 10, 20, 33] {
      for step in [1, 2, 3, 4, 5, 8, 17, LogarithmTable.mostSteps] {
        for index in [1, 2, 128, 255, random.int(1...255)] + (step == 1 ? [256] : [257, 516]) {
          let row = unsafe LogarithmTable.shared.row(step, index, count: count)
          let argument = Rational(1) + Rational(index) * .powerOfTwo(-8 * step)
          let value = unsafe Natural(row, count: count)
          let shortfall =
            (Oracle.log(argument, bits: 64 * count + 40)
              - Interval(
                Rational(Integer(magnitude: value))
                  * .powerOfTwo(-64 * count))) * Interval(.powerOfTwo(64 * count))
          if shortfall.high < .zero || shortfall.high >= Rational(LogarithmTable.maxError) {
            wrong.append("step \(step), index \(index), \(count) limbs")
          }
        }
      }
    }
    #expect(wrong.count == 0, "\(wrong.prefix(3))")
  }

  @Test func `a square of a fraction never exceeds and falls short by less than its limbs`() {
    var random = SplitMix(seed: 34)
    var wrong: [Int] = []
    for count in Array(1...24) + [53, 82] {
      let ones = Natural.powerOfTwo(64 * count) - .one
      let low = Natural.powerOfTwo(64 * (count - 1)) - .one
      for a in [ones, low, ones - low, .one, random.natural(bits: 64 * count)] {
        let row = a.limbs + [UInt64](repeating: 0, count: count - a.limbs.count)
        var result = [UInt64](repeating: 0, count: count + 1)
        unsafe result.withUnsafeMutableBufferPointer {
          unsafe Limbs.fractionSquare(row, count: count, into: $0.baseAddress!)
        }
        let given = Natural(limbs: Array(result.dropFirst())) << (64 * count)
        if given > a * a || a * a - given >= Natural(UInt64(count)) << (64 * count) {
          wrong.append(count)
        }
      }
    }
    #expect(wrong.isEmpty, "\(wrong)")
  }

  @Test func `balls by tables hold those without them, and are narrow`() {
    var random = SplitMix(seed: 35)
    var wrong: [String] = []
    // Longer than any table.
    let long = 5400
    for precision in Array(stride(from: 64, through: 460, by: 12)) + [1000, 3333, 5200] {
      for exponent in [0, 1, 3, random.int(-20...31)] {
        let x = Dyadic(
          random.natural(bits: precision) + .one, exponent: Integer(exponent - precision))
        let near = Dyadic(
          random.natural(bits: 20) + .one, exponent: Integer(-random.int(21...(precision - 1))))
        for (name, argument) in [
          ("log", x), ("log", .one + near), ("log", .one - near), ("exp", x), ("exp", -x),
        ] {
          let function: (Ball) -> Ball = name == "log" ? { .log($0) } : { .exp($0) }
          let ball = function(Ball(midpoint: argument, precision: precision))
          if !ball.contains(function(Ball(midpoint: argument, precision: long))) {
            wrong.append("\(name) of \(argument) in \(precision) bits")
          }
          if ball.radius > Magnitude(above: ball.midpoint).scaled(by: Integer(3 - precision)) {
            wrong.append("\(name) of \(argument) in \(precision) bits: wide")
          }
        }
      }
    }
    #expect(wrong.count == 0, "\(wrong.prefix(3))")
  }
}
