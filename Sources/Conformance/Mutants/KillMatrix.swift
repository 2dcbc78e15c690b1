import CrossEntropy
import Exact
public import Judgement

/// Which questions of a corpus catch which mutants.
public struct KillMatrix: Sendable {
  public struct Row: Sendable {
    public let mutant: Mutant
    /// How many questions are about a function that it gets wrong.
    public let asked: Int
    /// The questions that it fails, in the corpus's order.
    public let killers: [Question]

    public var survives: Bool { killers.isEmpty }
  }

  public let rows: [Row]

  /// Asks every mutant the questions about the functions that it gets wrong.
  ///
  /// - Parameter progress: told how many mutants of how many are done.
  public init(
    _ mutants: [Mutant], _ questions: [Question], _ judge: Judge = Judge(),
    progress: (Int, Int) -> Void = { _, _ in }
  ) {
    let byFunction = Dictionary(grouping: questions) { $0.request.call.function }
    var expectations: [String: Expectation] = [:]
    var rows: [Row] = []
    for mutant in mutants {
      let implementation = MutantImplementation(mutant)
      let asked = mutant.functions.flatMap { byFunction[$0] ?? [] }
      let killers = asked.filter { question in
        let id = question.request.id
        let expectation = expectations[id] ?? judge.expectation(of: question.request)
        expectations[id] = expectation
        return judge.verdict(
          on: implementation.reply(to: question.request), given: expectation
        ).fails
      }
      rows.append(Row(mutant: mutant, asked: asked.count, killers: killers))
      progress(rows.count, mutants.count)
    }
    self.rows = rows
  }

  public var survivors: [Mutant] { rows.filter(\.survives).map(\.mutant) }
}
