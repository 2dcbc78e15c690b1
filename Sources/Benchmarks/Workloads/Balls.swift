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
      limit: bits < 500
        ? "the kernel, half of it; the rest is between numbers and rows of limbs, and allocation"
        : "the products of the series, half of it; then the steps of the argument reduction",
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
}
