import CrossEntropy
import Exact
import Support
import Testing

/// The same formulas over the other arithmetics: on easy inputs each agrees with the certified value
/// to a thousand of its unit roundoffs, relative to the larger of the value and 1.
@Suite struct `Formulas over every arithmetic` {
  private static func disagreements<S: Scalar>(
    _ call: CheckedCall, _ exact: Answer<Ball>, unit: Rational, over: S.Type,
    _ rational: (S) -> Rational?
  ) throws -> [String] {
    let answer = try call.answer(over: S.self)
    let pairs =
      [("value", answer.value, exact.value)]
      + answer.gradient.map { ($0.key, $0.value, exact.gradient[$0.key]!) }
    return pairs.flatMap { name, found, truth in
      if found.shape != truth.shape { return ["\(name): shape \(found.shape)"] }
      return zip(found.elements, truth.elements).compactMap { value, ball -> String? in
        guard let number = rational(value) else { return "\(name) is \(value)" }
        let middle = ball.midpoint.asRational
        let error = (number - middle).magnitude
        let scale = max(Rational(1), middle.magnitude)
        return error <= scale * unit * 1000 ? nil : "\(S.self): \(name) is \(value), not \(ball)"
      }
    }
  }

  @Test(arguments: Function.all.map(\.name)) func `agree on easy inputs`(function: String) throws {
    let signature = try Function.named(function).signature
    var wrong: [String] = []
    for sample in Samples.calls(signature, seed: 201) {
      var call = sample
      call.gradient = signature.differentiableNames.filter { name in
        (try? Call(call.function, call.arguments, options: call.options, gradient: [name]).checked())
          != nil
      }
      let checked = try call.checked()
      let exact = try checked.answer(over: Ball.self, precision: 200)
      wrong += try Self.disagreements(
        checked, exact, unit: .powerOfTwo(-53), over: Double.self
      ) { $0.isFinite ? Rational($0) : nil }
      wrong += try Self.disagreements(
        checked, exact, unit: .powerOfTwo(-24), over: Float.self
      ) { $0.isFinite ? Rational($0) : nil }
      wrong += try Self.disagreements(
        checked, exact, unit: .powerOfTwo(-53), over: Stable.self
      ) { $0.value.isFinite ? Rational($0.value) : nil }
      wrong += try Self.disagreements(
        checked, exact, unit: Rational(10).power(-38), over: Decimal38.self
      ) { $0.value.asRational }
    }
    #expect(wrong.count == 0, "\(wrong.count): \(wrong.prefix(2))")
  }
}
