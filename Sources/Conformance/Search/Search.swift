import CrossEntropy
public import Exact
public import Judgement
public import Laws
public import Property

/// Looks for wrong answers where the frozen corpus does not ask: the numbers that the laws draw, at
/// random from a seed, put to an implementation.
///
/// What is found is a token that replays it and a vector ready to be kept. It changes no verdict: that
/// is the corpus's.
public struct Search: Sendable {
  /// A wrong answer, in the simplest form found.
  public struct Find: Sendable {
    /// What a law found, with the token that replays it.
    public let finding: Finding
    /// The function that was answered wrongly.
    public let function: String
    /// The question and its certified answer, as a line of Golden/vectors; nil where it is undecided.
    public let vector: JSON?
  }

  /// Who decides what is wrong.
  public var judge: Judge
  /// The format that numbers are drawn and asked in.
  public var format: Format
  /// The seed, and how many times the usual number of cases.
  public var settings: Settings
  /// How many simpler cases are tried once one fails.
  public var budget = 500

  /// A search with the usual budget for shrinking.
  public init(_ judge: Judge, _ format: Format, _ settings: Settings = Settings()) {
    (self.judge, self.format, self.settings) = (judge, format, settings)
  }

  /// At most one find a function: once a function is seen to be wrong it is asked no more.
  ///
  /// - Parameters:
  ///   - implementation: who is asked.
  ///   - progress: told how many laws of how many have drawn.
  public func run(
    _ implementation: any Implementation, progress: (Int, Int) -> Void = { _, _ in }
  ) -> [Find] {
    let subject = SearchSubject(implementation, judge, format)
    let laws = Law.all.filter { $0.isClaimed(of: subject) }
    var finds: [Find] = []
    for (index, law) in laws.enumerated() {
      // A law may draw numbers for several functions.
      while case .fails(let finding) = law.run(on: subject, settings, budget: budget),
        let request = subject.failure
      {
        let function = request.call.function
        finds.append(
          Find(finding: finding, function: function, vector: Search.vector(request, law)))
        subject.passOver(function)
      }
      progress(index + 1, laws.count)
    }
    return finds
  }

  private static func vector(_ request: Request, _ law: Law) -> JSON? {
    var request = request
    request.id = "\(request.call.function)/\(law.name)@\(request.format.rawValue)"
    return try? Vector(
      request, clauses: law.clauses, note: law.statement, tier: .core
    ).json
  }
}
