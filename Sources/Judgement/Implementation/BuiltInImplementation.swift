import CrossEntropy
import Exact

/// The package's own implementations in hardware arithmetic, there to be verified with nothing else
/// installed.
///
/// Both compute in `Double` and round the result once to the format of the request.
public struct BuiltInImplementation: LocalImplementation, Sendable {
  /// Which form of the primitives is computed with.
  public enum Arithmetic: String, Sendable, CaseIterable {
    /// The formulas over primitives that are shifted, fused and use log1p: a good implementation.
    case stable = "stable-double"
    /// The textbook's formulas as they stand: they overflow, cancel and saturate.
    case naive = "naive-double"
  }

  /// The form that this one computes with.
  public let arithmetic: Arithmetic
  public var hello: Hello {
    Hello(name: arithmetic.rawValue, version: suiteVersion, language: "swift")
  }

  /// The implementation in one arithmetic.
  public init(_ arithmetic: Arithmetic) { self.arithmetic = arithmetic }

  public func reply(to request: Request) -> Reply {
    do {
      let call = try request.call.checked()
      let answer =
        switch arithmetic {
        case .stable: try call.answer(over: Stable.self).map(\.value)
        case .naive: try call.answer(over: Double.self)
        }
      return .answer(answer.map { Floating(rounding: Floating($0).value, to: request.format) })
    } catch let undecided as Undecided {
      return .unsupported(undecided.description)
    } catch {
      return .reject("\(error)")
    }
  }
}

extension ReferenceImplementation: LocalImplementation {
  public var hello: Hello { Hello(name: "xent", version: suiteVersion, language: "swift") }
}
