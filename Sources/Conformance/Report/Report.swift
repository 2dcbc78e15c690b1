import CrossEntropy
public import Exact

/// What a verification found.
public struct Report: Sendable {
  /// One question, the reply and what the judge says of it.
  public struct Entry: Sendable {
    public let question: Question
    public let reply: Reply
    public let verdict: Verdict

    /// Whether it stands against the implementation: a failure, or something declared but
    /// unsupported.
    func counts(against hello: Hello) -> Bool {
      if case .unsupported = verdict.outcome { return hello.functions != nil }
      return verdict.fails
    }
  }

  /// The results of one function in one format.
  public struct Group: Sendable {
    public let function: String
    public let format: Format
    public let entries: [Entry]
    public var passed: Int { entries.count { $0.verdict.conforms } }
    public var notJudged: Int {
      entries.count { if case .notJudged = $0.verdict.outcome { true } else { false } }
    }
    /// The answer with the greatest multiple of its bound.
    public var worst: Entry? { entries.max { $0.verdict.multiple < $1.verdict.multiple } }
  }

  public let hello: Hello
  public let accuracy: Accuracy
  public internal(set) var entries: [Entry] = []
  /// What the subject does not declare, and how many questions that left out.
  public internal(set) var notDeclared: [String: Int] = [:]
  /// Why the subject could not be asked to the end, or ended badly.
  public internal(set) var breakdown: ImplementationFailure?
  /// The times that the subject had to be started again, and why.
  public internal(set) var restarts: [ImplementationFailure] = []
  /// Whether every question was judged; not after a limit on failures, or a breakdown.
  public internal(set) var isComplete = true

  init(hello: Hello, accuracy: Accuracy) {
    (self.hello, self.accuracy) = (hello, accuracy)
  }

  mutating func add(_ entry: Entry) { entries.append(entry) }

  /// Puts the entries in the corpus's order, whatever order the replies came in.
  mutating func sort() {
    let order = Dictionary(
      Function.all.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    let places = Dictionary(
      Corpus.all.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    func key(_ entry: Entry) -> (Int, Int, Int) {
      let request = entry.question.request
      return (
        order[request.call.function] ?? .max, Format.allCases.firstIndex(of: request.format)!,
        places[entry.question.origin.id] ?? .max
      )
    }
    entries.sort { key($0) < key($1) }
  }

  public var failures: [Entry] { entries.filter { $0.counts(against: hello) } }
  public var passed: Int { entries.count { $0.verdict.conforms } }

  public var unsupported: Int {
    entries.count { if case .unsupported = $0.verdict.outcome { true } else { false } }
  }

  public var notJudged: Int {
    entries.count { if case .notJudged = $0.verdict.outcome { true } else { false } }
  }

  /// Whether the implementation conforms on what was asked: something was, and nothing failed.
  public var conforms: Bool { passed > 0 && failures.isEmpty && breakdown == nil }

  public var groups: [Group] {
    var groups: [[Entry]] = []
    for entry in entries {
      let request = entry.question.request
      if let last = groups.last?.last?.question.request,
        last.call.function == request.call.function && last.format == request.format
      {
        groups[groups.count - 1].append(entry)
      } else {
        groups.append([entry])
      }
    }
    return groups.map { entries in
      let request = entries[0].question.request
      return Group(function: request.call.function, format: request.format, entries: entries)
    }
  }
}
