import CrossEntropy
import Exact
import Judgement
import Support
import Testing

/// The judge on everything that the catalogue has: values and gradients, tame and hostile, whatever
/// the format.
@Suite struct `No right answer fails` {
  /// Requests of one function with every gradient that it has, the formats by turns.
  private static func requests(
    _ name: String, seed: UInt64, every step: Int, isHostile: Bool
  ) throws -> [Request] {
    let signature = try Function.named(name).signature
    let calls =
      isHostile
      ? Samples.hostileCalls(signature, seed: seed) : Samples.calls(signature, seed: seed)
    return stride(from: 0, to: calls.count, by: step).flatMap { index in
      Format.allCases.map { format in
        Request(
          id: "\(index)@\(format.rawValue)", format: format,
          call: calls[index].rounded(to: format).withGradients(signature))
      }
    }
  }

  @Test(arguments: Function.all.map(\.name), [false, true])
  func `from the reference`(function: String, isHostile: Bool) throws {
    for request in try Self.requests(function, seed: 41, every: 3, isHostile: isHostile) {
      let reply = ReferenceImplementation().reply(to: request)
      for accuracy in [Accuracy.correctlyRounded, .strict, .standard] {
        let verdict = Judge(accuracy).verdict(on: reply, to: request)
        let isWithinBound = verdict.multiple <= 1 && !verdict.fails
        #expect(isWithinBound, "\(request.text) \(accuracy): \(verdict)")
      }
    }
  }

  @Test(arguments: Function.all.map(\.name), [false, true])
  func `from a library of four ulps`(function: String, isHostile: Bool) throws {
    let requests = try Self.requests(function, seed: 42, every: 3, isHostile: isHostile)
    for (index, request) in requests.enumerated() {
      // Double is too narrow to simulate float64 in.
      if request.format == .float64 { continue }
      let form = RoundingContext.Form.allCases[index % 4]
      // Where an unshifted softmax may be anything, that it was right by luck is no rule to hold
      // others to.
      if form == .unshifted && isHostile { continue }
      // Whoever flushes results may not know what to do with a subnormal clip either.
      let flushes = index % 8 < 4 && !request.call.hasSubnormal(request.format)
      let library = SloppyImplementation(
        form: form, budget: 8, flushes: flushes, seed: UInt64(index),
        variesFormulas: !isHostile)
      let accuracy = form == .unshifted ? Accuracy.backwardStable : .standard
      let verdict = Judge(accuracy).verdict(on: library.reply(to: request), to: request)
      #expect(!verdict.fails, "\(request.text) \(form): \(verdict)")
    }
  }
}

extension Call {
  /// Whether a number of the call is below the normal numbers of a format.
  fileprivate func hasSubnormal(_ format: Format) -> Bool {
    let least = Rational.powerOfTwo(format.leastExponent)
    func isSubnormal(_ value: Extended) -> Bool {
      guard let number = value.asRational else { return false }
      return number.signum != 0 && number.magnitude < least
    }
    return arguments.values.contains { argument in
      if case .real(let tensor) = argument {
        tensor.elements.contains(where: isSubnormal)
      } else {
        false
      }
    }
      || options.values.contains { option in
        if case .real(let value) = option { isSubnormal(value) } else { false }
      }
  }
}
