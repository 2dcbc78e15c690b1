import CrossEntropy
import Exact

/// A question of the corpus in one format, with the certified answer and what else is accepted: all
/// that another test suite needs to judge an implementation without this one.
public struct Vector: Sendable {
  /// One number of the answer.
  struct Element: Sendable {
    /// The exact value, correctly rounded.
    let nearest: Floating
    let accepted: [Accuracy: AcceptedInterval]
  }

  enum Expected: Sendable {
    /// Bad data, and why.
    case rejection(String)
    case answer(Answer<Element>)
  }

  /// The certified answer is not known to so many bits.
  struct Undecided: Error, CustomStringConvertible {
    let id: String
    var description: String { "\(id) is undecided at \(Judge.cap) bits" }
  }

  /// The levels that accept more than the nearest number.
  static let levels: [Accuracy] = [.strict, .standard, .backwardStable]

  let request: Request
  /// The clauses that a wrong answer breaks, the likeliest first.
  let clauses: [String]
  let note: String
  let tier: Case.Tier
  let expected: Expected

  /// - Throws: `Undecided`.
  init(_ origin: Case, in format: Format) throws {
    try self.init(
      origin.request(in: format), clauses: origin.clauses, note: origin.note, tier: origin.tier)
  }

  /// - Throws: `Undecided`.
  package init(_ request: Request, clauses: [String], note: String, tier: Case.Tier) throws {
    (self.request, self.clauses, self.note, self.tier) = (request, clauses, note, tier)
    let format = request.format
    let expectations = Vector.levels.map { Judge($0).expectation(of: request) }
    switch expectations[0].kind {
    case .rejection(let why): expected = .rejection(why)
    case .answer(let reference, _):
      guard let nearest = try? reference.floating(format) else { throw Undecided(id: request.id) }
      var accepted: [Accuracy: Answer<AcceptedInterval>] = [:]
      for (level, expectation) in zip(Vector.levels, expectations) {
        guard let intervals = try Vector.intervals(expectation, format) else {
          throw Undecided(id: request.id)
        }
        accepted[level] = intervals
      }
      func elements(_ name: String?) -> Tensor<Element> {
        let numbers = nearest[name]
        return Tensor(
          shape: numbers.shape,
          numbers.elements.indices.map { index in
            Element(
              nearest: numbers.elements[index],
              accepted: accepted.mapValues { $0[name].elements[index] })
          })
      }
      expected = .answer(
        Answer(
          value: elements(nil),
          gradient: nearest.gradient.reduce(into: [:]) { $0[$1.key] = elements($1.key) }))
    case .number, .anything: preconditionFailure("the spec's own profile has no such ruling")
    }
  }

  private static func intervals(
    _ expectation: Expectation, _ format: Format
  ) throws -> Answer<AcceptedInterval>? {
    guard let allowance = try expectation.allowance(format)?.elements else { return nil }
    func intervals(_ exact: Answer<Ball>, acceptsOpen: Bool) -> Answer<AcceptedInterval>? {
      func tensor(_ name: String?) -> Tensor<AcceptedInterval>? {
        var intervals: [AcceptedInterval] = []
        for (number, allowed) in zip(exact[name].elements, allowance[name].elements) {
          let interval = AcceptedInterval(number, allowed, format, acceptsOpen: acceptsOpen)
          guard let interval else { return nil }
          intervals.append(interval)
        }
        return Tensor(shape: exact[name].shape, intervals)
      }
      guard let value = tensor(nil) else { return nil }
      var answer = Answer(value: value)
      for name in exact.gradient.keys {
        guard let gradient = tensor(name) else { return nil }
        answer.gradient[name] = gradient
      }
      return answer
    }
    var narrowest: Answer<Ball>?
    let decided = try expectation.narrowing(for: [format]) { exact in
      narrowest = exact
      return intervals(exact, acceptsOpen: false)
    }
    return decided ?? narrowest.flatMap { intervals($0, acceptsOpen: true) }
  }
}
