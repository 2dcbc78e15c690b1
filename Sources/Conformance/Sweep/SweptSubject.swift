import CrossEntropy
import Exact
import Foundation
public import Judgement

/// What is swept inside this process.
public struct SweptSubject: Sendable {
  /// What reports call it.
  public let name: String
  /// The answers, as bits of the format, to numbers given as bits of it.
  let answers: @Sendable ([UInt64], Format) throws -> [UInt64]

  /// A function in hardware arithmetic, its result rounded once to the format.
  public init(_ name: String, _ function: @escaping @Sendable (Double) -> Double) {
    self.name = name
    answers = { arguments, format in
      arguments.map { bits in
        format.bits(nearest: function(Floating(bits: bits, format: format).asDouble))
      }
    }
  }

  /// One of the package's own implementations.
  public init(_ arithmetic: BuiltInImplementation.Arithmetic, of function: SweptFunction) {
    switch arithmetic {
    case .naive: self.init(arithmetic.rawValue) { function.naive($0) }
    case .stable: self.init(arithmetic.rawValue) { function.stable($0) }
    }
  }
}

extension Format {
  /// The bits of the nearest number to a double.
  fileprivate func bits(nearest value: Double) -> UInt64 {
    switch self {
    case .float64: value.bitPattern
    case .float32: UInt64(Float(value).bitPattern)
    case .float16, .bfloat16:
      value == 0
        ? Floating.zero(isNegative: value.sign == .minus, self).bits
        : Floating(rounding: Floating(value).value, to: self).bits
    }
  }
}

extension SweptFunction {
  /// The formula as the textbook prints it.
  fileprivate func naive(_ x: Double) -> Double {
    switch form {
    case .elementary(let function):
      switch function {
      case .expMinusOne: .exp(x) - 1
      case .logOnePlus: .log(1 + x)
      case .log2: .log(x) / .log(2)
      case .log10: .log(x) / .log(10)
      default: formula(x)
      }
    default: formula(x)
    }
  }

  /// The C library's functions, and the stable forms over them.
  fileprivate func stable(_ x: Double) -> Double {
    switch form {
    case .elementary(let function):
      switch function {
      case .expMinusOne: Foundation.expm1(x)
      case .logOnePlus: Foundation.log1p(x)
      case .log2: Foundation.log2(x)
      case .log10: Foundation.log10(x)
      default: formula(Stable(x)).value
      }
    default: formula(Stable(x)).value
    }
  }

  /// What is a primitive of every arithmetic.
  private func formula<S: Scalar>(_ x: S) -> S {
    switch form {
    case .elementary(.exp): .exp(x)
    case .elementary(.log): .log(x)
    case .elementary(.sigmoid): .sigmoid(x)
    case .elementary(.logSigmoid): .logSigmoid(x)
    case .elementary(.softplus): .softplus(x)
    case .negative: Information.content(x)
    case .rectifier: .larger(x, S(0))
    case .elementary: preconditionFailure("\(name) has forms of its own")
    }
  }
}
