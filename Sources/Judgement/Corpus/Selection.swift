import CrossEntropy
public import Exact

/// Which part of the corpus is asked.
public struct Selection: Sendable {
  /// Patterns of function names with * and ?; empty for all.
  public var functions: [String]
  /// Empty for all.
  public var formats: [Format]
  /// How much of the corpus is asked: that tier and those below it.
  public var tier: Case.Tier

  /// A selection; by default the core of everything.
  public init(functions: [String] = [], formats: [Format] = [], tier: Case.Tier = .core) {
    (self.functions, self.formats, self.tier) = (functions, formats, tier)
  }

  /// The questions selected, in the corpus's order, format by format.
  public func questions(of cases: [Case] = Corpus.all) -> [Question] {
    cases.filter { one in
      one.tier <= tier
        && (functions.isEmpty || functions.contains { glob($0, matches: one.function) })
    }.flatMap { one in
      one.formats.filter { formats.isEmpty || formats.contains($0) }
        .map { Question(one, request: one.request(in: $0)) }
    }
  }
}

/// A request, and what it is asked for.
public struct Question: Sendable {
  /// What is sent.
  public let request: Request
  /// The case of the corpus that it comes from; nil for a request from elsewhere.
  public let caseID: String?
  /// The clauses that a wrong answer breaks, the likeliest first.
  public let clauses: [String]
  /// What the case is about; empty for a request from elsewhere.
  public let note: String

  private init(_ request: Request, caseID: String?, clauses: [String], note: String) {
    (self.request, self.caseID, self.clauses, self.note) = (request, caseID, clauses, note)
  }

  private init(_ request: Request, from origin: Case?) {
    self.init(
      request, caseID: origin?.id, clauses: origin?.clauses ?? [], note: origin?.note ?? "")
  }

  package init(_ origin: Case, request: Request) { self.init(request, from: origin) }

  /// The same question of the value alone; nil if it is about the gradient.
  package var withoutGradient: Question? {
    if clauses.first?.hasPrefix("GRADIENT") ?? false { return nil }
    var request = request
    (request.call.gradient, request.call.cotangent) = ([], nil)
    return Question(request, caseID: caseID, clauses: clauses, note: note)
  }

  /// The question that a request asks: the corpus's, if it is one of its requests, unchanged.
  public init(_ request: Request) {
    let id = request.id.split(separator: "@").first.map(String.init) ?? ""
    let origin = Corpus.named(id).flatMap { origin in
      origin.formats.contains(request.format) && origin.request(in: request.format) == request
        ? origin : nil
    }
    self.init(request, from: origin)
  }
}

/// Whether a pattern with * (any letters) and ? (any one) matches all of a name.
public func glob(_ pattern: some StringProtocol, matches name: some StringProtocol) -> Bool {
  guard let first = pattern.first else { return name.isEmpty }
  let rest = pattern.dropFirst()
  if first == "*" {
    return name.indices.contains { glob(rest, matches: name[$0...]) } || glob(rest, matches: "")
  }
  return !name.isEmpty && (first == "?" || first == name.first)
    && glob(rest, matches: name.dropFirst())
}
