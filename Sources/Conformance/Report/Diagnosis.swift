import CrossEntropy
import Exact
import Judgement

/// What failures look like: the wrong implementation of the zoo that gives the same wrong answers.
///
/// It is a likeness and no verdict: the mistake may be another one that shows in the same numbers.
struct Diagnosis {
  let mutant: Mutant
  /// How many of the failures tried it answers in the same way, and how many were tried.
  let matched: Int
  let tried: Int

  /// How many failures of a kind are tried.
  private static let sample = 6

  /// The mutant that answers most of the failures as they were answered; nil if none does for half.
  init?(of failures: [Record]) {
    let cases = failures.lazy.compactMap(Failure.init).prefix(Diagnosis.sample)
    let tried = cases.count
    let functions = Set(cases.map(\.request.call.function))
    var best: (mutant: Mutant, matched: Int)?
    for mutant in Mutant.all where !functions.isDisjoint(with: mutant.functions) {
      let implementation = MutantImplementation(mutant)
      let matched = cases.count { failure in
        mutant.functions.contains(failure.request.call.function)
          && failure.resembles(implementation.reply(to: failure.request))
      }
      if matched > best?.matched ?? 0 { best = (mutant, matched) }
    }
    guard let best, 2 * best.matched >= tried else { return nil }
    (mutant, matched, self.tried) = (best.mutant, best.matched, tried)
  }

  /// The sentence of a report.
  var text: String {
    let share = matched == tried ? "" : " (\(matched) of \(tried))"
    return "behaves like mutant \(mutant.name)\(share): \(mutant.mistake)"
  }
}

/// A wrong reply and the right answer, as far as there is one.
private struct Failure {
  let request: Request
  private let reply: Reply
  private let right: Answer<Floating>?

  init?(_ record: Record) {
    guard let exhibit = record.exhibit, let request = try? Request(exhibit.request),
      let reply = try? Reply(exhibit.reply, format: request.format)
    else { return nil }
    (self.request, self.reply) = (request, reply)
    right = try? Reference(request.call).floating(request.format)
  }

  /// Whether another reply is wrong in the same way: a refusal for a refusal, an answer where none is
  /// right, or numbers that lie much nearer to these than the right ones do.
  func resembles(_ other: Reply) -> Bool {
    switch (reply, other) {
    case (.reject, .reject): return right != nil
    case (.answer(let given), .answer(let answer)):
      guard let right else { return true }
      let error = Failure.distance(given, right)
      return error > 0 && Failure.distance(given, answer) < error / 8
    default: return false
    }
  }

  /// The largest distance of two numbers; infinite where one is not finite and the other not the
  /// same, or a tensor has another shape or is not there.
  private static func distance(_ a: Answer<Floating>, _ b: Answer<Floating>) -> Double {
    guard a.gradient.keys == b.gradient.keys else { return .infinity }
    let pairs = [(a.value, b.value)] + a.gradient.keys.map { (a.gradient[$0]!, b.gradient[$0]!) }
    return pairs.map { a, b in
      guard a.shape == b.shape else { return .infinity }
      return zip(a.elements, b.elements).map { distance($0.asDouble, $1.asDouble) }.max() ?? 0
    }.max()!
  }

  private static func distance(_ a: Double, _ b: Double) -> Double {
    if a == b || (a.isNaN && b.isNaN) { return 0 }
    return a.isFinite && b.isFinite ? (a - b).magnitude : .infinity
  }
}
