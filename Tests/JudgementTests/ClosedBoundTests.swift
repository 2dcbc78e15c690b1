import CrossEntropy
import Exact
import Judgement
import Property
import Testing

/// The allowance is what an arithmetic makes of the formulas, with no formula of errors per function.
/// Where somebody derived such formulas by hand, both have to say the same.
@Suite struct `Closed bounds` {
  /// Spread, near ties, a winner, an offset.
  private static func logits(_ count: Int, _ random: inout SplitMix) -> [Double] {
    let kind = Int.random(in: 0..<4, using: &random)
    let spread = [1, 0.01, 10, 4][kind]
    return (0..<count).map { index in
      let offset = kind == 2 && index == 0 ? 20.0 : kind == 3 ? 100 : 0
      return offset + Double.random(in: -spread...spread, using: &random)
    }
  }

  private static func draw(
    _ bound: ClosedBound, _ random: inout SplitMix
  ) throws -> CheckedCall {
    let count = [2, 3, 5, 17, 60][Int.random(in: 0..<5, using: &random)]
    var call = bound.call
    for name in bound.draws.keys.sorted() {
      let numbers: [Double] =
        switch bound.draws[name]! {
        case .logit: logits(count, &random)
        case .probability: (0..<count).map { _ in .random(in: 0.001...0.999, using: &random) }
        case .sign: (0..<count).map { _ in Bool.random(using: &random) ? 1 : -1 }
        case .distinct: (0..<count).map { 0.37 * Double($0) }
        }
      let isMatrix = bound.isBatch || (call.function == "linear" && name == "x")
      call.arguments[name] = .real(
        Tensor(
          shape: isMatrix ? [1, count] : [count], numbers.map { .finite(Rational($0)) }))
    }
    let signature = try Function.named(call.function).signature
    if signature.arguments.contains(where: { $0.name == "labels" }) {
      call.arguments["labels"] = .labels([1])
    }
    if signature.option("reduction") != nil { call.options["reduction"] = .word("none") }
    if ["softmax", "log_softmax"].contains(call.function) && !call.gradient.isEmpty {
      call.cotangent = Tensor(logits(count, &random).map { .finite(Rational($0)) })
    }
    return try call.rounded(to: .float32).checked()
  }

  @Test(arguments: ClosedBound.all)
  func `the running error agrees with what was derived by hand`(bound: ClosedBound) throws {
    var random = SplitMix(seed: 31)
    var (least, most) = (Double.infinity, 0.0)
    for _ in 0..<60 {
      let call = try Self.draw(bound, &random)
      let allowance = try Allowance(call, format: .float32).elements
      let elements = bound.call.gradient.first.map { allowance.gradient[$0]! } ?? allowance.value
      let expected = bound.bound(ClosedBound.Numbers(call: call.call))
      #expect(elements.elements.count == expected.count)
      for (element, expected) in zip(elements.elements, expected) {
        guard case .within(let magnitude) = element, expected > 0 else { continue }
        let units =
          Floating(rounding: .finite(magnitude.asDyadic.asRational), to: .float64).asDouble * 0x1p24
        // λ, for what may be flushed, belongs to no formula in u.
        if units < 0x1p-90 { continue }
        (least, most) = (min(least, units / expected), max(most, units / expected))
      }
    }
    // To first order they agree where no difference is exact; what a person counts once may be charged
    // twice, or the other way round, and no more than twice.
    #expect(least >= 0.5 && most <= 2.001 && most >= 0.9, "from \(least) to \(most)")
  }
}
