public import CrossEntropy
public import Exact

/// The formulas run in an arithmetic with rounding, every number answered with a proved bound on
/// its error.
///
/// The bound is one of the algorithm that ran, not of the best there is: where the textbook's
/// log(1 + e^x) overflows, or its sum cancels, it is wide, or nothing is proved at all and the
/// enclosure is unknown.
public struct ComputedSubject: Subject {
  private enum Arithmetic: Sendable { case naive, stable, decimal }

  /// What reports call it.
  public let name: String
  /// The doubles, or the decimals.
  public let numbers: Numbers
  private let arithmetic: Arithmetic

  /// A bound on the error of every step.
  public var promise: Promise { .computed }

  /// The formulas as the textbook prints them, over `Double`.
  public static let naive = ComputedSubject(
    name: "naive-double", numbers: .format(.float64), arithmetic: .naive)
  /// The same formulas over `Stable`, whose primitives are shifted and fused.
  public static let stable = ComputedSubject(
    name: "stable-double", numbers: .format(.float64), arithmetic: .stable)
  /// The textbook's formulas in decimals of 38 digits, every operation correctly rounded.
  public static let decimal = ComputedSubject(
    name: "decimal38", numbers: .decimal, arithmetic: .decimal)

  /// The three that there are.
  public static let all = [naive, stable, decimal]

  /// The computed numbers, each with the bound that was proved for it.
  /// - Throws: `DataError` for data without an answer; `Undecided` where a formula branches by an
  ///   order that rounding may have changed.
  public func answer(_ call: Call) throws -> Answer<Ball> {
    let call = try call.checked()
    return switch arithmetic {
    case .naive: try answer(call, over: Textbook<Double>.self, RoundingContext(.float64))
    case .stable: try answer(call, over: Careful.self, RoundingContext(.float64))
    case .decimal: try answer(call, over: Textbook<Decimal38>.self, .decimal)
    }
  }

  /// The number is that of the arithmetic by itself; where a branch made it another than the one that
  /// the bound is of, nothing is proved.
  private func answer<S: Tracked>(
    _ call: CheckedCall, over: S.Type, _ context: RoundingContext
  ) throws -> Answer<Ball> {
    let inputs = Inputs<S>(call, precision: context.precision) { S($0, context) }
    let tracked = try call.answer(inputs)
    let plain = try call.answer(over: S.Base.self)
    func enclosures(_ proved: Tensor<S>, _ computed: Tensor<S.Base>) -> Tensor<Ball> {
      Tensor(
        shape: proved.shape,
        zip(proved.elements, computed.elements).map {
          $0.enclosure(of: $1, precision: context.precision)
        })
    }
    var answer = Answer(value: enclosures(tracked.value, plain.value))
    for (name, tensor) in tracked.gradient {
      answer.gradient[name] = enclosures(tensor, plain.gradient[name]!)
    }
    return answer
  }
}
