import Exact
import Property

/// What became of the answers of a sweep, or of a part of one: parts add up, in any order.
public struct SweepTally: Sendable {
  /// How many numbers were asked.
  public private(set) var asked = 0
  /// How many lie where the function refuses its argument, and were not asked.
  public internal(set) var outside = 0
  /// How many answers are the nearest number, zeros of the other sign among them.
  public private(set) var nearest = 0
  /// How many of those are zeros of the other sign, which is never scored.
  public private(set) var zeroSigns = 0
  /// How many answers that are not the nearest number err by at most 2^k units of the last place and
  /// by more than half of that, by k; those that err by at most one are all under 0.
  public private(set) var histogram: [Int: Int] = [:]
  /// The few that err most, the worst first.
  public private(set) var worst: [SweptResult] = []
  /// How many answers are wrong in another way.
  public private(set) var mistakes: [SweptResult.Mistake: Int] = [:]
  /// The first few of each such way, by the bits of the argument.
  public private(set) var examples: [SweptResult.Mistake: [SweptResult]] = [:]
  /// A sum over all answers, so that two runs can be compared.
  ///
  /// It is Σ m(m(x) + y) modulo 2⁶⁴ over the bits x of the arguments and y of the answers, every NaN
  /// being the quiet one without a sign; m is one step of SplitMix64.
  public private(set) var checksum: UInt64 = 0

  /// How many of the worst are kept.
  static let kept = 5

  /// Takes an answer that is the nearest number into account, without a look at it.
  mutating func addNearest(_ argument: UInt64, _ answer: UInt64) {
    asked += 1
    nearest += 1
    checksum &+= SweepTally.mix(argument, answer)
  }

  /// Takes an answer into account.
  /// - Precondition: the answer is in the format of the number that is expected.
  mutating func add(
    _ answer: Floating, expected: Floating, at argument: Floating, of function: SweptFunction
  ) {
    asked += 1
    checksum &+= SweepTally.mix(
      argument.bits, answer.isNaN ? Floating.nan(answer.format).bits : answer.bits)
    switch SweptResult.verdict(on: answer, expected: expected) {
    case .nearest: nearest += 1
    case .zeroSign:
      nearest += 1
      zeroSigns += 1
    case .inexact:
      let error = function.error(of: answer, at: argument) ?? 0
      histogram[SweepTally.bin(error), default: 0] += 1
      if worst.count < SweepTally.kept || error.magnitude >= worst.last!.error!.magnitude {
        insert(
          SweptResult(argument: argument, expected: expected, answer: answer, error: error))
      }
    case .mistake(let mistake):
      mistakes[mistake, default: 0] += 1
      let known = examples[mistake] ?? []
      if known.count < SweepTally.kept || argument.bits < known.last!.argument.bits {
        let error = function.error(of: answer, at: argument)
        examples[mistake] = SweepTally.first(
          known
            + [SweptResult(argument: argument, expected: expected, answer: answer, error: error)])
      }
    }
  }

  /// Takes a number into account to which there was no answer.
  mutating func addUnanswered() {
    asked += 1
    mistakes[.unanswered, default: 0] += 1
  }

  private mutating func insert(_ result: SweptResult) {
    let place = worst.firstIndex { SweptResult.isWorse(result, $0) } ?? worst.count
    worst.insert(result, at: place)
    worst = Array(worst.prefix(SweepTally.kept))
  }

  private static func first(_ results: [SweptResult]) -> [SweptResult] {
    Array(results.sorted { $0.argument.bits < $1.argument.bits }.prefix(kept))
  }

  /// Adds another part of the same sweep.
  mutating func add(_ other: SweepTally) {
    asked += other.asked
    outside += other.outside
    nearest += other.nearest
    zeroSigns += other.zeroSigns
    histogram.merge(other.histogram, uniquingKeysWith: +)
    mistakes.merge(other.mistakes, uniquingKeysWith: +)
    examples.merge(other.examples) { SweepTally.first($0 + $1) }
    for result in other.worst { insert(result) }
    checksum &+= other.checksum
  }

  /// The least k ≥ 0 with |error| ≤ 2^k.
  static func bin(_ error: Double) -> Int {
    let size = error.magnitude
    if size <= 1 { return 0 }
    return Int(size.exponent) + (size.significand == 1 ? 0 : 1)
  }

  private static func mix(_ argument: UInt64, _ answer: UInt64) -> UInt64 {
    var inner = SplitMix(seed: argument)
    var outer = SplitMix(seed: inner.next() &+ answer)
    return outer.next()
  }
}

extension SweepTally {
  /// The greatest error of an answer that is finite as it should be, in units of the last place;
  /// nil if all of them are the nearest numbers.
  public var greatestError: Double? { worst.first?.error?.magnitude }

  /// Whether every answer is finite, infinite, NaN, zero and of the sign that it should be, and errs
  /// by at most so many units of the last place; without a limit, whether it is the nearest number.
  public func isWithin(_ limit: Double?) -> Bool {
    guard let limit else { return asked == nearest }
    return mistakes.isEmpty && (greatestError ?? 0) <= limit
  }
}
