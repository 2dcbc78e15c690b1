import CrossEntropy
import Exact
public import Judgement

/// Which questions of a corpus catch which mutants.
///
/// A mutant whose mistake is within what libraries are allowed at one level, such as one that flushes to
/// zero at `standard` or one that cuts the last bit at `strict`, is held to the next.
public struct KillMatrix: Sendable {
  /// One mutant, and what catches it.
  public struct Row: Sendable {
    /// The mutant.
    public let mutant: Mutant
    /// How many questions are about a function that it gets wrong.
    public let asked: Int
    /// The questions that it fails, in the corpus's order.
    public let killers: [Question]
    /// The level at which it does.
    public let accuracy: Accuracy

    /// Whether no question catches it.
    public var survives: Bool { killers.isEmpty }
  }

  /// The mutants in the order given.
  public let rows: [Row]

  /// Asks every mutant the questions about the functions that it gets wrong.
  ///
  /// - Parameters:
  ///   - mutants: what is to be caught.
  ///   - questions: what may catch it.
  ///   - levels: the levels of accuracy to hold a mutant to, one after the other until it is caught.
  ///   - limit: how many killers of a mutant are looked for.
  ///   - progress: told how many mutants of how many are done.
  public init(
    _ mutants: [Mutant], _ questions: [Question],
    levels: [Accuracy] = [.standard, .strict, .correctlyRounded],
    limit: Int = .max, progress: (Int, Int) -> Void = { _, _ in }
  ) {
    let byFunction = Dictionary(grouping: questions) { $0.request.call.function }
    var expectations: [Accuracy: [String: Expectation]] = [:]
    func fails(_ mutant: MutantImplementation, _ question: Question, _ level: Accuracy) -> Bool {
      let (judge, id) = (Judge(level), question.request.id)
      let expectation = expectations[level]?[id] ?? judge.expectation(of: question.request)
      expectations[level, default: [:]][id] = expectation
      return judge.verdict(on: mutant.reply(to: question.request), given: expectation).fails
    }
    rows = mutants.enumerated().map { index, mutant in
      let implementation = MutantImplementation(mutant)
      let asked = mutant.functions.flatMap { byFunction[$0] ?? [] }
      defer { progress(index + 1, mutants.count) }
      var row = Row(mutant: mutant, asked: asked.count, killers: [], accuracy: levels[0])
      for level in levels where row.survives {
        let killers = asked.lazy.filter { fails(implementation, $0, level) }.prefix(limit)
        row = Row(
          mutant: mutant, asked: asked.count, killers: Array(killers), accuracy: level)
      }
      return row
    }
  }

  /// The mutants that no question catches.
  public var survivors: [Mutant] { rows.filter(\.survives).map(\.mutant) }
}
