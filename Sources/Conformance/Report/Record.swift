import CrossEntropy
public import Exact
public import Judgement

/// What became of one question, and no more of it than a report needs.
public struct Record: Sendable {
  /// What a question came to.
  public enum Outcome: String, Sendable, CaseIterable {
    /// The answer is proved to be good enough, or the rejection was due.
    case conforms
    /// The answer is proved to be wrong, or is of the wrong kind.
    case fails
    /// The implementation, which had not declared it, says that it cannot.
    case unsupported
    /// A failure that a list of known ones expects.
    case known
    /// The answer is of the right class, and there is no bound to hold its size to.
    case notJudged = "not_judged"
  }

  /// The id of the request.
  public var id: String
  /// The function that was asked.
  public var function: String
  /// The format that it was asked in.
  public var format: Format
  /// The clauses that a wrong answer breaks, the likeliest first; none for a question that is not the
  /// corpus's.
  public var clauses: [String]
  /// What the question came to.
  public var outcome: Outcome
  /// Why it fails, or is not judged.
  public var why: String?
  /// The worst element's error as a multiple of its bound, and in units in the last place.
  public var multiple: Double
  /// The same error in units of the last place of the exact value.
  public var ulps: Double
  /// What a failure looks like.
  public var exhibit: Exhibit?

  /// A failure as a person is shown it.
  public struct Exhibit: Sendable, Hashable {
    /// Why the question is asked.
    public var note: String
    /// The call, as one would type it.
    public var call: String
    /// The certified answer; nil where there is none.
    public var expected: String?
    /// What was answered instead.
    public var got: String
    /// The indices of the element that is wrong.
    public var place: [Int]
    /// The request and the reply, as they went over the wire.
    public var request: JSON
    /// The reply, as it went over the wire.
    public var reply: JSON
  }

  init(
    id: String, function: String, format: Format, clauses: [String], outcome: Outcome,
    why: String? = nil, multiple: Double, ulps: Double, exhibit: Exhibit? = nil
  ) {
    (self.id, self.function, self.format, self.clauses) = (id, function, format, clauses)
    (self.outcome, self.why, self.exhibit) = (outcome, why, exhibit)
    (self.multiple, self.ulps) = (multiple, ulps)
  }

  /// - Parameter isDeclared: whether the implementation says that it has the function: then saying
  ///   that it cannot is a failure.
  init(_ question: Question, _ reply: Reply, _ verdict: Verdict, isDeclared: Bool) {
    let (outcome, why): (Outcome, String?) =
      switch verdict.outcome {
      case .conforms: (.conforms, nil)
      case .notJudged(let why): (.notJudged, why)
      case .unsupported(let what) where isDeclared:
        (.fails, "unsupported, though declared: \(what)")
      case .unsupported(let what): (.unsupported, what)
      case .fails(let why): (.fails, why)
      }
    let request = question.request
    self.init(
      id: request.id, function: request.call.function, format: request.format,
      clauses: question.clauses, outcome: outcome, why: why, multiple: verdict.multiple,
      ulps: verdict.ulps,
      exhibit: outcome == .fails ? Exhibit(question, reply, verdict) : nil)
  }
}

extension Record.Exhibit {
  fileprivate init(_ question: Question, _ reply: Reply, _ verdict: Verdict) {
    let request = question.request
    // What is shown is the tensor that is wrong.
    let (part, index) = (verdict.worst?.gradient, verdict.worst?.index)
    let what = part.map { "gradient by \($0) " } ?? ""
    (note, call) = (question.note, request.text)
    (self.request, self.reply) = (request.json, reply.json(id: request.id))
    // An answer in a wider format is judged there, and differs there from what is expected.
    var format = request.format
    if case .answer(let answer) = reply,
      let own = (part.flatMap { answer.gradient[$0] } ?? answer.value).elements.first?.format
    {
      format = own
    }
    expected = verdict.expected.map { expected in
      what
        + expected[part].text(keeping: index) { ball in
          (Floating(rounding: ball, to: format) ?? Floating(rounding: ball.midpoint, to: format))
            .text
        }
    }
    place = []
    switch reply {
    case .answer(let answer):
      // An answer without the gradient that was asked for has nothing to show there.
      let tensor = part.flatMap { answer.gradient[$0] } ?? answer.value
      got = what + tensor.text(keeping: index) { $0.text }
      if let index, index < tensor.elements.count { place = tensor.indices(at: index) }
    case .reject(let why): got = "a rejection: \(why)"
    case .unsupported(let why): got = "unsupported: \(why)"
    case .error(let why): got = "an error: \(why)"
    }
  }
}
