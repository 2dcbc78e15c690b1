import CrossEntropy
import Exact
public import Judgement

extension Sweep {
  /// Numbers in a request, and requests in flight or in memory at a time.
  private static let (length, portion) = (1024, 32)

  /// What an implementation would have to declare, and does not; nil if it can be asked.
  /// - Precondition: the function is in the catalogue.
  public func lacks(_ implementation: any Implementation) -> String? {
    implementation.hello.lacks(request(0, [0]))
  }

  /// Sweeps an implementation that is asked by the protocol, held to the reference.
  ///
  /// An answer in a format of its own is held to the nearest number of that. NaNs have no payload on
  /// the wire: all of them are asked as the quiet one.
  ///
  /// - Parameters:
  ///   - implementation: who is asked.
  ///   - note: told of a request that was not answered, and why.
  ///   - progress: told how many are done, and of how many.
  /// - Precondition: the function is in the catalogue.
  /// - Throws: `ImplementationFailure` where the implementation cannot go on.
  public func run(
    _ implementation: any Implementation, note: (String) -> Void = { _ in },
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> SweepTally {
    var total = SweepTally()
    let window = Sweep.length * Sweep.portion
    for start in stride(from: 0, to: inputs.count, by: window) {
      let end = min(start + window, inputs.count)
      let all = inputs.patterns(start..<end)
      let asked = function.accepted(all, of: inputs.format)
      total.outside += all.count - asked.count
      let pieces = stride(from: 0, to: asked.count, by: Sweep.length).map {
        Array(asked[$0..<min($0 + Sweep.length, asked.count)])
      }
      let requests = pieces.enumerated().map { request(start / Sweep.length + $0, $1) }
      var tallies = [SweepTally](repeating: SweepTally(), count: pieces.count)
      var failure: (any Error)?
      try implementation.ask(requests) { index, reply in
        do {
          tallies[index] = try tally(pieces[index], reply, note)
          return true
        } catch {
          failure = error
          return false
        }
      }
      if let failure { throw failure }
      for tally in tallies { total.add(tally) }
      progress(end, inputs.count)
    }
    return total
  }

  private func request(_ number: Int, _ arguments: [UInt64]) -> Request {
    let numbers = arguments.map { Floating(bits: $0, format: inputs.format) }
    let name = function.argument!.name
    var call = Call(function.name, [name: .real(Tensor(numbers.map(\.value)))])
    call.negativeZeros[name] = Set(
      numbers.indices.filter { numbers[$0].isZero && numbers[$0].isNegative })
    return Request(id: "sweep-\(number)", format: inputs.format, call: call)
  }

  private func tally(
    _ arguments: [UInt64], _ reply: Reply, _ note: (String) -> Void
  ) throws -> SweepTally {
    var tally = SweepTally()
    let problem: String
    switch reply {
    case .answer(let answer) where answer.value.shape == [arguments.count]:
      // A tensor has one format.
      let target = answer.value.elements.first?.format ?? inputs.format
      let expected = try function.rounded(
        arguments, of: inputs.format, to: target, from: .fastest)
      for (index, element) in answer.value.elements.enumerated() {
        let argument = Floating(bits: arguments[index], format: inputs.format)
        tally.add(
          element, expected: Floating(bits: expected[index], format: target),
          at: argument.isNaN ? .nan(inputs.format) : argument, of: function)
      }
      return tally
    case .answer(let answer):
      problem = "an answer of shape \(answer.value.shape) to \(arguments.count) numbers"
    case .reject(let why): problem = "refused: \(why)"
    case .unsupported(let what): problem = "unsupported: \(what)"
    case .error(let what): problem = what
    }
    note(problem)
    for _ in arguments { tally.addUnanswered() }
    return tally
  }
}
