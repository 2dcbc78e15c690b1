/// Work that is timed: ours, and whatever peers do the same.
package struct Workload: Sendable {
  /// One pass over the inputs, which is what is timed.
  package typealias Pass = () throws -> Outputs

  package let name: String
  /// What is computed, from what, how well.
  package let about: String
  package let goals: [Goal]
  /// What our time is spent on, as a profiler sees it.
  package let limit: String
  let draw: @Sendable (inout Draw) -> Inputs
  /// Our pass over the inputs.
  let ours: @Sendable (Inputs) throws -> Pass
  /// What is right, by a way that is proved and may be slow.
  let exact: @Sendable (Inputs) throws -> Outputs
  /// Whether ours is to be the nearest number in every result. What a formula gives whose roundings
  /// add up is not.
  let isNearest: Bool
  /// How many results a peer gives, where that is fewer than ours.
  let peerResults: Int?
  /// How often a pass of ours goes over the inputs.
  let repeats: Int

  init(
    _ name: String, _ about: String, goals: [Goal], limit: String, isNearest: Bool = true,
    peerResults: Int? = nil, repeats: Int = 1,
    draw: @escaping @Sendable (inout Draw) -> Inputs,
    ours: @escaping @Sendable (Inputs) throws -> Pass,
    exact: @escaping @Sendable (Inputs) throws -> Outputs
  ) {
    (self.name, self.about, self.goals, self.limit) = (name, about, goals, limit)
    (self.isNearest, self.peerResults, self.repeats) = (isNearest, peerResults, repeats)
    (self.draw, self.ours, self.exact) = (draw, ours, exact)
  }

  /// Every row of the table.
  package static let all: [Workload] =
    [crossEntropyRow, softmaxRow] + losses + [exp, log] + balls
    + [sigmoid, decimalExp, decimalLog2, decimalCrossEntropy, decimalEntropy, verification]

  /// What the workload computes with, the same every time.
  package var inputs: Inputs {
    var random = Draw(name)
    return draw(&random)
  }
}

/// A workload with its inputs drawn and its right results computed.
package struct Work {
  let pass: Workload.Pass
  let exact: Outputs
  /// How many results a peer gives.
  let peerResults: Int
  /// What times are divided by.
  let elements: Int

  init(_ workload: Workload) throws {
    let inputs = workload.inputs
    (pass, exact) = (try workload.ours(inputs), try workload.exact(inputs))
    peerResults = workload.peerResults ?? exact.count
    elements = max(1, inputs.words.count) * workload.repeats
  }
}
