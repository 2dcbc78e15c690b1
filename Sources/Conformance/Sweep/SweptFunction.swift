import CrossEntropy
import Exact

/// A function of one number that can be swept: an elementary one, or one that the catalogue applies
/// to every element of a tensor.
public struct SweptFunction: Sendable {
  /// How the nearest numbers are found in words.
  enum Form: Sendable {
    case elementary(ElementaryFunction)
    /// −f
    case negative(ElementaryFunction)
    /// max(0, x), which is a number of the format itself
    case rectifier
  }

  /// The catalogue's name; for a function that it does not have, the C library's.
  public let name: String
  let form: Form

  /// The one argument that the catalogue's function takes; nil for a function that it does not have.
  let argument: Signature.Argument?

  private init(_ name: String, _ form: Form) {
    (self.name, self.form) = (name, form)
    argument = (try? Function.named(name))?.signature.arguments.first
  }
  private init(_ name: String, _ function: ElementaryFunction) {
    self.init(name, .elementary(function))
  }

  /// All that there are, those of the catalogue last.
  public static let all = [
    SweptFunction("exp", .exp), SweptFunction("expm1", .expMinusOne), SweptFunction("log", .log),
    SweptFunction("log1p", .logOnePlus), SweptFunction("log2", .log2),
    SweptFunction("log10", .log10), SweptFunction("sigmoid", .sigmoid),
    SweptFunction("log_sigmoid", .logSigmoid), SweptFunction("softplus", .softplus),
    SweptFunction("relu", .rectifier), SweptFunction("information_content", .negative(.log)),
  ]

  /// Whether another process can be asked for the function: the protocol's names are the catalogue's.
  public var isInCatalogue: Bool { argument != nil }

  /// Those of some numbers that the function has a value at, or NaN at NaN, and does not refuse.
  func accepted(_ arguments: [UInt64], of format: Format) -> [UInt64] {
    guard case .real(.probability) = argument?.kind else { return arguments }
    return arguments.filter { bits in
      let value = Floating(bits: bits, format: format).asDouble
      return value.isNaN || value >= 0 && value <= 1
    }
  }
}

extension SweptFunction {
  /// The bits of the nearest numbers of `target`, for bits of numbers of `source`.
  ///
  /// By balls a function of the catalogue is asked of the whole `Reference`, formula and all.
  func rounded(
    _ arguments: [UInt64], of source: Format, to target: Format, from tier: ElementaryFunction.Tier
  ) throws -> [UInt64] {
    if arguments.isEmpty { return [] }
    if tier == .balls, let argument {
      let numbers = arguments.map { Floating(bits: $0, format: source) }
      let call = Call(name, [argument.name: .real(Tensor(numbers.map(\.value)))])
      return try Reference(call).floating(target).value.elements.map(\.bits)
    }
    switch form {
    case .elementary(let function):
      let answers = function.rounded(arguments, of: source, to: target, from: tier)
      // A double that is NaN keeps its payload, which is no part of an answer.
      if target != .float64 { return answers }
      return answers.map { bits in
        let answer = Floating(bits: bits, format: target)
        return answer.isNaN ? Floating.nan(target).bits : bits
      }
    case .negative(let function):
      return function.rounded(arguments, of: source, to: target, from: tier)
        .map { Floating(bits: $0, format: target).negated.bits }
    case .rectifier:
      return arguments.map { bits in
        let x = Floating(bits: bits, format: source)
        if x.isNaN { return Floating.nan(target).bits }
        if x.isNegative { return Floating.zero(target).bits }
        return source == target ? bits : Floating(rounding: x.value, to: target).bits
      }
    }
  }

  /// How far a number lies above the value, in units of its last place; nil where one is not finite.
  func error(of number: Floating, at x: Floating) -> Double? {
    switch form {
    case .elementary(let function): function.error(of: number, at: x.asDouble)
    case .negative(let function):
      function.error(of: number.negated, at: x.asDouble).map { -$0 }
    case .rectifier:
      // log2(2^max(0, x)) would be a long way round: a number of the format has its own last place.
      x.asDouble.isFinite && number.asDouble.isFinite
        ? (number.asDouble - max(0, x.asDouble)) / number.format.unit(of: max(0, x.asDouble)) : nil
    }
  }
}

extension Floating {
  /// −x; NaN is one, and zero has no sign, as in the reference's answers.
  fileprivate var negated: Floating {
    if isNaN { return .nan(format) }
    if isZero { return .zero(format) }
    return Floating(bits: bits ^ 1 << UInt64(format.bitWidth - 1), format: format)
  }
}

extension Format {
  /// What the last place of a finite number is worth.
  fileprivate func unit(of value: Double) -> Double {
    let top = value == 0 ? leastExponent : max(Int(value.exponent), leastExponent)
    return Double(sign: .plus, exponent: top - precision + 1, significand: 1)
  }
}
