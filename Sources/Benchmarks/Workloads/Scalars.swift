import CrossEntropy
import Exact
import Judgement

// Functions of one number of a format.

private let count = 4096

extension Workload {
  static let exp = Workload(
    "exp", "\(count) numbers of [−20, 20): correctly rounded to float64",
    goals: [.atMost(3, times: "libm"), .atLeast(60, timesFasterThan: "MPFR")],
    limit: "some thirty additions and products of doubles, one number at a time",
    draw: { draw in Inputs((0..<count).map { _ in draw.uniform(-20..<20) }) },
    ours: { inputs in
      let x = inputs.doubles
      return { .bits(x.map { CorrectlyRounded.exp($0).bitPattern }) }
    },
    exact: { .bits($0.doubles.map { nearest($0, startingAt: 256) { .exp($0) }.bitPattern }) })

  static let log = Workload(
    "log", "\(count) numbers of [2⁻²⁰, 2²⁰): correctly rounded to float64",
    goals: [.atMost(3, times: "libm"), .atLeast(60, timesFasterThan: "MPFR")],
    limit: "some thirty additions and products of doubles, one number at a time",
    draw: { draw in Inputs((0..<count).map { _ in draw.logUniform(-20..<20) }) },
    ours: { inputs in
      let x = inputs.doubles
      return { .bits(x.map { CorrectlyRounded.log($0).bitPattern }) }
    },
    exact: { .bits($0.doubles.map { nearest($0, startingAt: 256) { .log($0) }.bitPattern }) })

  /// Every so manyth bit pattern of float32, infinities and NaN among them.
  private static let step = 131_071

  static let sigmoid = Workload(
    "sigmoid-float32",
    "every float32, correctly rounded, on two cores: measured at every \(step)th, scaled to all",
    goals: [.seconds(30, elements: 0x1p32)],
    limit:
      "some twenty-five operations on doubles a number: eight numbers side by side, but two to an "
      + "instruction, which is all that every x86-64 has",
    repeats: 16,
    draw: { _ in
      Inputs(
        stride(from: 0, through: Int(UInt32.max), by: step).map { Natural(UInt64($0)) }, digits: 8)
    },
    ours: { inputs in
      let numbers = inputs.words.map { Float(bitPattern: UInt32($0, radix: 16)!) }
      let middle = numbers.count / 2
      let halves = [Array(numbers[..<middle]), Array(numbers[middle...])]
      return {
        let results = halves.concurrentMap { half in
          var results: [Float] = []
          // Over and over, so that to start a thread is nothing beside it.
          for _ in 0..<16 { results = ElementaryFunction.sigmoid.rounded(half) }
          return results.map { UInt64($0.bitPattern) }
        }
        return .bits(results.flatMap { $0 })
      }
    },
    exact: { inputs in
      .bits(try inputs.words.flatMap { try sigmoid([UInt64($0, radix: 16)!]) })
    })

  private static func sigmoid(_ patterns: some Sequence<UInt64>) throws -> [UInt64] {
    let numbers = patterns.map { Floating(bits: $0, format: .float32).value }
    return try Reference(Call("sigmoid", ["x": .vector(numbers)])).floating(.float32).value
      .elements.map(\.bits)
  }
}
