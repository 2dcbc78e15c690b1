import CrossEntropy
import Exact
import Foundation
import Judgement

/// A function of one number, asked at all numbers of a format or at every n-th.
///
/// What is found does not depend on the number of threads, nor on how the work is cut.
public struct Sweep: Sendable {
  /// The function.
  public let function: SweptFunction
  /// The numbers that it is asked at.
  public let inputs: SweptInputs
  /// How many threads share the work.
  public var threads = ProcessInfo.processInfo.activeProcessorCount

  /// A sweep of a function over some inputs.
  public init(_ function: SweptFunction, _ inputs: SweptInputs) {
    (self.function, self.inputs) = (function, inputs)
  }

  /// About how many numbers are also asked of the balls, when the reference is swept.
  static let ballCount = 1 << 16
  private static let chunk = 1 << 14

  private var format: Format { inputs.format }

  // MARK: In this process

  /// Sweeps the reference: its answers, decided in the fastest way, against two words; and against balls
  /// at every `ballStride`-th number.
  /// - Parameter progress: told how many are done, and of how many.
  /// - Throws: `Undecided`, where balls cannot tell.
  public func run(progress: (Int, Int) -> Void = { _, _ in }) throws -> SweepTally {
    try inChunks(progress) { places, arguments in
      func rounded(_ arguments: [UInt64], _ tier: ElementaryFunction.Tier) throws -> [UInt64] {
        try function.rounded(arguments, of: format, to: format, from: tier)
      }
      let answers = try rounded(arguments, .fastest)
      var expected = try rounded(arguments, .twoWords)
      let step = ballStride
      let some = arguments.indices.filter { (places.lowerBound + $0) % step == 0 }
      for (index, bits) in zip(some, try rounded(some.map { arguments[$0] }, .balls))
      where expected[index] == answers[index] && !isSame(bits, expected[index]) {
        // Three have to agree: whichever does not shows.
        expected[index] = bits
      }
      return tally(arguments, answers, expected)
    }
  }

  /// The catalogue knows no zero below zero.
  private func isSame(_ a: UInt64, _ b: UInt64) -> Bool {
    let (a, b) = (Floating(bits: a, format: format), Floating(bits: b, format: format))
    return a == b || a.isZero && b.isZero
  }

  /// Every how many numbers the balls are asked; odd, so that no digit of the patterns stands still.
  public var ballStride: Int {
    inputs.count <= Sweep.ballCount ? 1 : inputs.count / Sweep.ballCount | 1
  }

  /// Sweeps something else in this process, held to the reference.
  public func run(
    _ subject: SweptSubject, progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> SweepTally {
    try inChunks(progress) { _, arguments in
      tally(
        arguments, try subject.answers(arguments, format),
        try function.rounded(arguments, of: format, to: format, from: .fastest))
    }
  }

  /// Cuts the inputs into pieces and adds up what becomes of them.
  private func inChunks(
    _ progress: (Int, Int) -> Void,
    _ work: @Sendable (Range<Int>, [UInt64]) throws -> SweepTally
  ) throws -> SweepTally {
    var total = SweepTally()
    let window = Sweep.chunk * 16 * threads
    for start in stride(from: 0, to: inputs.count, by: window) {
      let end = min(start + window, inputs.count)
      let pieces = stride(from: start, to: end, by: Sweep.chunk).map {
        $0..<min($0 + Sweep.chunk, end)
      }
      let tallies = try pieces.concurrentMap(threads: threads) { places in
        let all = inputs.patterns(places)
        let asked = function.accepted(all, of: format)
        var tally = try work(places, asked)
        tally.outside = all.count - asked.count
        return tally
      }
      for tally in tallies { total.add(tally) }
      progress(end, inputs.count)
    }
    return total
  }

  private func tally(
    _ arguments: [UInt64], _ answers: [UInt64], _ expected: [UInt64]
  ) -> SweepTally {
    var tally = SweepTally()
    for index in arguments.indices {
      if answers[index] == expected[index] {
        tally.addNearest(arguments[index], answers[index])
      } else {
        tally.add(
          Floating(bits: answers[index], format: format),
          expected: Floating(bits: expected[index], format: format),
          at: Floating(bits: arguments[index], format: format), of: function)
      }
    }
    return tally
  }
}
