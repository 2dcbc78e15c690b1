import Exact

// Certified enclosures at any precision, the whole function: from a number to a ball.

extension Workload {
  static let balls: [Workload] =
    [(128, 0.4, 0.3), (333, 0.5, 0.5), (1000, 0.5, 0.5), (3333, 0.6, 0.6)].flatMap {
      bits, exp, log in
      [
        ball("exp", bits, goal: exp) { .exp($0) }, ball("log", bits, goal: log) { .log($0) },
      ]
    }

  private static func ball(
    _ name: String, _ bits: Int, goal: Double, _ function: @escaping @Sendable (Ball) -> Ball
  ) -> Workload {
    let count = 65536 / bits
    return Workload(
      "ball-\(name)-\(bits)",
      "\(name) of \(count) numbers of (0.25, 8) with \(bits) bits each: an enclosure of as many",
      goals: [.atMost(goal, times: "Arb")],
      limit: limit(bits),
      draw: { draw in Inputs((0..<count).map { _ in draw.wide(bits: bits) }) },
      ours: { inputs in
        let x = inputs.eighths(bits: bits).map { Ball(midpoint: $0, precision: bits) }
        return { .balls(x.map(function), precision: bits) }
      },
      exact: { inputs in
        let x = inputs.eighths(bits: bits).map { Ball(midpoint: $0, precision: bits + 128) }
        return .balls(x.map(function), precision: bits)
      })
  }

  private static func limit(_ bits: Int) -> String {
    switch bits {
    case ..<192:
      "from number to word, the kernel and back are half of it; the rest is copies of balls, whose "
        + "exponents may refer to long numbers: exponents that are plain words would do without"
    case ..<500:
      "the kernel is two fifths, and products of six limbs a third of it; memory for the result, "
        + "taken and given back, is a quarter, and numbers to rows and back another: balls that hold "
        + "six limbs themselves would save most of the last two"
    default:
      "the products of the series, half of it, then the steps of the argument reduction; products "
        + "and squares in assembly, as Arb has them, would save a fifth"
    }
  }
}
