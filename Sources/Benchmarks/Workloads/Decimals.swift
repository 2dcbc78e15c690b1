import CrossEntropy
import Exact

// 38 decimal digits: the functions, each correctly rounded, and formulas whose roundings add up.

private let count = 1000
private let classes = 100

extension Workload {
  static let decimalExp = decimal("exp", signed: true, { .exp($0) }, { .exp($0) })
  static let decimalLog2 = decimal("log2", signed: false, { .log2($0) }, { .log2($0) })

  private static func decimal(
    _ name: String, signed: Bool, _ function: @escaping @Sendable (Decimal38) -> Decimal38,
    _ enclosure: @escaping @Sendable (Ball) -> Ball
  ) -> Workload {
    Workload(
      "decimal-\(name)", "\(name) of \(count) decimals, correctly rounded to 38 digits",
      goals: [.seconds(0.5e-6, elements: 1)],
      limit: "the kernel in 192 bits, half of it; then the conversion to and from decimal digits",
      draw: { draw in
        Inputs(
          (0..<count).map { _ in
            let x = sixteenths(draw.normal(3))
            return signed ? x : abs(x) + 0x1p-16
          })
      },
      ours: { inputs in
        let x = inputs.doubles.map { Decimal38(Rational($0)) }
        return { .decimals(x.map(function)) }
      },
      exact: { inputs in
        .decimals(
          inputs.doubles.map { x in
            let ball = Ball(Rational(x), precision: 512)
            // What is left open at so many bits is a power of the base, and decided exactly.
            return Decimal38(rounding: enclosure(ball)) ?? function(Decimal38(Rational(x)))
          })
      })
  }

  static let decimalCrossEntropy = formula(
    "cross-entropy", "10 rows of 100 logits: the loss",
    draw: { draw in Inputs((0..<10 * classes).map { _ in sixteenths(draw.normal(3)) }) },
    call: { call([$0]) })

  static let decimalEntropy = formula(
    "entropy", "10 distributions over 100 classes: the entropy",
    draw: { draw in Inputs((0..<10).flatMap { _ in draw.distribution(classes) }) },
    call: { Call("entropy", ["p": .vector($0.map { Rational($0) })]) })

  private static func formula(
    _ name: String, _ about: String, draw: @escaping @Sendable (inout Draw) -> Inputs,
    call: @escaping @Sendable ([Double]) -> Call
  ) -> Workload {
    Workload(
      "decimal-\(name)", about + " by the formula in arithmetic of 38 digits",
      goals: [.atLeast(20, timesFasterThan: "mpmath")],
      limit: "the functions above are half, and what brings rational inputs into decimals is a "
        + "sixth; the rest is each operation's rounding",
      isNearest: false,
      draw: draw,
      ours: { inputs in
        let calls = try inputs.rows(of: classes).map { try call($0).checked() }
        return {
          .decimals(try calls.map { try $0.answer(over: Decimal38.self).value.elements[0] })
        }
      },
      exact: { inputs in
        .decimals(
          try inputs.rows(of: classes).map { try Reference(call($0)).decimal38().value.elements[0] }
        )
      })
  }

  /// A number cut to sixteen binary places, which is a decimal of few digits.
  private static func sixteenths(_ x: Double) -> Double { (x * 0x1p16).rounded() * 0x1p-16 }
}
