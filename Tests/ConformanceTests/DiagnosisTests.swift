import Conformance
import Exact
import Judgement
import Testing

/// What failures are said to look like.
@Suite struct `Diagnosis` {
  /// A mutant under verification, over a function's cases.
  static func report(_ name: String, _ functions: [String]) throws -> String {
    let mutant = try #require(Mutant.named(name))
    let questions = Selection(functions: functions, formats: [.float64, .float32]).questions()
    return try Verification(MutantImplementation(mutant), questions).run().text
  }

  @Test(arguments: [
    ("softmax-not-shifted", "softmax"), ("huber-over-delta", "huber"),
    ("epoch-with-decay", "logistic_regression_epoch"), ("brier-of-the-true-class", "brier_score"),
    ("focal-of-the-size", "binary_focal_with_logits"),
    ("gradient-of-log-sum-exp-unnormalised", "log_sum_exp"),
    ("sigmoid-slope-without-the-complement", "sigmoid"),
  ])
  func `a mutant resembles itself`(name: String, function: String) throws {
    let text = try Self.report(name, [function])
    #expect(text.contains("behaves like mutant \(name)"), "\(text)")
  }

  @Test func `the naive formulas resemble those that overflow`() throws {
    let questions = Selection(functions: ["softplus"], formats: [.float64]).questions()
    let text = try Verification(BuiltInImplementation(.naive), questions).run().text
    #expect(text.contains("behaves like mutant softplus-"))
  }

  @Test func `who is right resembles nobody`() throws {
    let questions = Selection(functions: ["soft*"], formats: [.float64]).questions()
    let text = try Verification(BuiltInImplementation(.stable), questions).run().text
    #expect(!text.contains("behaves like"))
  }
}
