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
    public let finding: Finding
    public let function: String
    /// The question and its certified answer, as a line of Golden/vectors; nil where it is undecided.
    public let vector: JSON?
  }

  public var judge: Judge
  public var format: Format
  public var settings: Settings
  /// How many simpler cases are tried once one fails.
  public var budget = 500

  public init(_ judge: Judge, _ format: Format, _ settings: Settings = Settings()) {
    (self.judge, self.format, self.settings) = (judge, format, settings)
  }

  /// At most one find a function: once a function is seen to be wrong it is asked no more.
  ///
  /// - Parameter progress: told how many laws of how many have drawn.
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
