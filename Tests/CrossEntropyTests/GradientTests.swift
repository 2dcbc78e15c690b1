import Exact
import Property
import Support
import Testing

@testable import CrossEntropy

/// Each closed form against the derivative that the formula makes of itself, and against a
/// difference quotient.
@Suite struct `Gradients` {
  private static let precision = 200

  /// A call with its gradients and a random cotangent, as inputs over balls.
  private static func prepared(_ call: Call, _ random: inout SplitMix) throws -> Call {
    var call = call
    let shape = try call.checked().answer(over: Double.self).value.shape
    call.cotangent = Tensor(
      shape: shape,
      (0..<shape.reduce(1, *)).map { _ in
        .finite(Rational(Int.random(in: -50...50, using: &random), 16))
      })
    return call
  }

  /// The names that a call can be differentiated by: what it was given.
  private static func names(_ call: Call, _ signature: Signature) -> [String] {
    signature.differentiableNames.filter { name in
      var trial = call
      trial.gradient = [name]
      return (try? trial.checked()) != nil
    }
  }

  /// The numbers behind a name.
  private static func tensor(_ name: String, _ call: Call, _ precision: Int) -> Tensor<Ball> {
    if case .real(let tensor) = call.arguments[name] {
      return tensor.map { Ball($0, precision: precision) }
    }
    if case .real(let value) = call.options[name] {
      return Tensor(Ball(value, precision: precision))
    }
    // A default: e for a base, else the number that the signature names.
    let standard = try! Function.named(call.function).signature.option(name)!.standard!
    let value = Rational(standard).map { Ball($0, precision: precision) }
    return Tensor(value ?? .exp(Ball(Rational(1), precision: precision)))
  }

  private static func contracted<S: Scalar>(_ cotangent: Tensor<Extended>, _ x: [S], _ bits: Int)
    -> S
  {
    zip(cotangent.elements, x).map { S($0, precision: bits) * $1 }.sum
  }

  /// The derivative of the contracted value by one element, with dual numbers.
  private static func dual(
    _ call: CheckedCall, _ name: String, _ tensor: Tensor<Ball>, _ element: Int
  ) throws -> Ball {
    var moved = tensor.map { Dual($0, derivative: Ball(Rational(0), precision: precision)) }
    moved.elements[element].derivative = Ball(Rational(1), precision: precision)
    let inputs = Inputs<Dual<Ball>>(call, precision: precision).replacing(name, with: moved)
    let slopes = try call.function.formula.value(inputs).elements.map(\.derivative)
    return contracted(call.call.cotangent!, slopes, precision)
  }

  /// A central difference of step h = 2^−60, and a bound on its error.
  ///
  /// D(h) = f′ + f‴h²/6 + O(h⁴), so D(2h) − D(h) = f‴h²/2 + O(h⁴) is three times the error of D(h):
  /// its magnitude is taken for the bound, generously, with 2^−200 for the next term of the series.
  private static func difference(
    _ call: CheckedCall, _ name: String, _ element: Int
  ) throws -> (quotient: Ball, bound: Ball) {
    let bits = 420
    let tensor = tensor(name, call.call, bits)
    func value(_ step: Rational) throws -> Ball {
      var moved = tensor
      moved.elements[element] = moved.elements[element] + Ball(step, precision: bits)
      let inputs = Inputs<Ball>(call, precision: bits).replacing(name, with: moved)
      return contracted(
        call.call.cotangent!, try call.function.formula.value(inputs).elements, bits)
    }
    func quotient(_ h: Rational) throws -> Ball {
      (try value(h) - value(Rational(0) - h)) / Ball(h * 2, precision: bits)
    }
    let near = try quotient(.powerOfTwo(-60))
    let far = try quotient(.powerOfTwo(-59))
    let gap = far - near
    return (near, .larger(gap, -gap) + Ball(.powerOfTwo(-200), precision: bits))
  }

  @Test(arguments: Function.all.map(\.name))
  func `closed forms, dual numbers and differences agree`(function: String) throws {
    let signature = try Function.named(function).signature
    var random = SplitMix(seed: 101)
    var (wrong, covered) = ([String](), Set<String>())
    let calls = Samples.calls(signature, seed: 102)
    #expect(!calls.isEmpty, "no sample")
    for (number, sample) in calls.enumerated() {
      if signature.differentiableNames.isEmpty { break }
      var call = try Self.prepared(sample, &random)
      call.gradient = Self.names(call, signature)
      let checked = try call.checked()
      let answer = try checked.answer(over: Ball.self, precision: Self.precision)
      for name in call.gradient {
        covered.insert(name)
        let tensor = Self.tensor(name, call, Self.precision)
        let closed = answer.gradient[name]!
        if closed.shape != tensor.shape { wrong.append("\(name): shape \(closed.shape)") }
        for element in tensor.elements.indices {
          let form = closed.elements[element]
          let dual = try Self.dual(checked, name, tensor, element)
          // An enclosure that says nothing would agree with everything.
          let isNarrow = form.isFinite && dual.isFinite && (form - dual).radius.top < -120
          if !isNarrow && !(form - dual).isZero || !form.overlaps(dual) {
            wrong.append("\(name)[\(element)] of \(call): \(form), dual \(dual)")
          }
          // Differences cost four evaluations an element: every third call has them.
          if number % 3 != 0 { continue }
          let (quotient, bound) = try Self.difference(checked, name, element)
          let error = Ball.larger(form - quotient, quotient - form)
          if Ball.compare(error, bound) == 1 || bound.isUnknown || !quotient.isFinite
            || bound.upper > .powerOfTwo(-80)
          {
            wrong.append("\(name)[\(element)] of \(call): \(form), difference \(quotient)")
          }
        }
      }
    }
    #expect(wrong.count == 0, "\(wrong.count): \(wrong.prefix(2))")
    #expect(covered == Set(signature.differentiableNames), "not all names have a sample")
  }
}
