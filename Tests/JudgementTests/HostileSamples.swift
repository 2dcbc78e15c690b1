import CrossEntropy
import Exact
import Judgement
import Property
import Support

extension Samples {
  /// The calls of one function with its numbers replaced by what breaks arithmetics: the ends of the
  /// domains, infinities and NaN, exponentials that overflow, logarithms of next to nothing, rows that
  /// differ in their last digits only.
  static func hostileCalls(_ signature: Signature, seed: UInt64) -> [Call] {
    var random = SplitMix(seed: seed)
    return calls(signature, seed: seed).map { sample in
      var call = sample
      for argument in signature.arguments {
        guard case .real(let domain) = argument.kind,
          case .real(let tensor) = sample.arguments[argument.name]
        else { continue }
        // A whole tensor of offsets, or some of its numbers each by itself.
        let offset =
          domain == .real ? [nil, Rational(10_000), Rational("1e8")!].pick(&random) : nil
        call.arguments[argument.name] = .real(
          tensor.map { value in
            if let offset { return .finite(offset + value.asRational!) }
            return Bool.random(using: &random) ? value : hostile(domain).pick(&random)
          })
      }
      for (name, option) in sample.options {
        guard case .real = option, case .real(let domain) = signature.option(name)!.kind,
          Bool.random(using: &random)
        else { continue }
        call.options[name] = .real(hostile(domain).pick(&random))
      }
      return call
    }
  }

  private static func hostile(_ domain: Domain) -> [Extended] {
    func numbers(_ texts: String...) -> [Extended] { texts.map { .finite(Rational($0)!) } }
    let limits: [Extended] = [.infinity(isNegative: false), .infinity(isNegative: true)]
    let reals =
      numbers("0", "-0.5", "40", "-40", "710", "-710", "-746", "1e4", "-1e4")
      + numbers("1e-17", "-1e-17", "1e-300", "1e300", "-1e300", "1.7e308")
    return switch domain {
    case .real: reals + limits + [.nan]
    case .finite: reals + [.nan]
    case .probability: numbers("0", "1", "0.5", "1e-17", "1e-300", "5e-324", "0.9999999999999999")
    case .binary: numbers("0", "1")
    case .signed: numbers("-1", "1")
    case .logProbability: numbers("0", "-1e-17", "-800", "-1e300") + [limits[1]]
    case .nonnegative: numbers("0", "0.5", "1", "60", "1e-300", "1e300")
    case .positive: numbers("0.5", "1", "1e-17", "1e-300", "1e300")
    case .aboveOne: numbers("2", "10", "1.000000000000001", "1e300")
    case .clip: numbers("1e-7", "1e-17", "1e-300", "0.25")
    }
  }
}

extension Array {
  fileprivate func pick(_ random: inout SplitMix) -> Element { randomElement(using: &random)! }
}

extension Call {
  /// The same call with every number rounded to one that a subject can be asked with.
  func rounded(to numbers: Numbers) -> Call {
    guard case .format(let format) = numbers else {
      func round(_ value: Extended) -> Extended { Decimal38(value).value }
      var call = self
      call.arguments = arguments.mapValues { argument in
        if case .real(let tensor) = argument { .real(tensor.map(round)) } else { argument }
      }
      call.options = options.mapValues { option in
        if case .real(let value) = option { .real(round(value)) } else { option }
      }
      call.cotangent = cotangent?.map(round)
      return call
    }
    return rounded(to: format)
  }

  /// The same call, asked for every gradient that it has.
  func withGradients(_ signature: Signature) -> Call {
    var call = self
    call.gradient = signature.differentiableNames.filter { name in
      var trial = self
      trial.gradient = [name]
      return (try? trial.checked()) != nil
    }
    return call
  }
}
