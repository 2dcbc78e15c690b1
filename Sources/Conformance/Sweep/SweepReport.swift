import Exact
import Judgement

/// A sweep that has been made: of what, by whom, and what was found.
public struct SweepReport: Sendable {
  /// The name of the function.
  public let function: String
  /// The numbers that were asked.
  public let inputs: SweptInputs
  /// Who answered, and in which version.
  public let subject: (name: String, version: String)
  /// What became of the answers.
  public let tally: SweepTally
  /// When the reference itself was swept: every how many numbers it was held to balls, too.
  public let ballStride: Int?
  /// How far an answer may be from the value, in units of the last place; nil if only the nearest
  /// number will do.
  public var limit: Double?
  /// Why requests were not answered: each reason, and how often.
  public var unanswered: [String: Int] = [:]
  /// How often a process had to be started again.
  public var restarts = 0

  /// The report over a sweep of the reference, or of anything else if `ballStride` is nil.
  public init(
    _ sweep: Sweep, of subject: (name: String, version: String), _ tally: SweepTally,
    ballStride: Int? = nil
  ) {
    (function, inputs) = (sweep.function.name, sweep.inputs)
    (self.subject, self.tally, self.ballStride) = (subject, tally, ballStride)
  }

  /// Whether every answer is as near as is asked for.
  public var conforms: Bool { tally.isWithin(limit) }

  /// The sum over all answers, as it is printed.
  public var checksum: String {
    let digits = String(tally.checksum, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// How many answers are not right, however little.
  var wrong: Int { tally.asked - tally.nearest }
}
