import CrossEntropy
public import Exact

/// Which part of the corpus is asked.
public struct Selection: Sendable {
  /// Patterns of function names with * and ?; empty for all.
  public var functions: [String]
  /// Empty for all.
  public var formats: [Format]
  public var tier: Case.Tier

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

/// A case in one format.
public struct Question: Sendable {
  public let origin: Case
  public let request: Request

  init(_ origin: Case, request: Request) { (self.origin, self.request) = (origin, request) }
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

/// Asks a subject the questions that it declares to have answers to, and judges what it says.
public struct Verification {
  public let subject: any Implementation
  public let questions: [Question]
  /// Stops after so many failures.
  public var failureLimit = Int.max
  public var accuracy = Accuracy.standard

  public init(_ subject: any Implementation, _ questions: [Question]) {
    (self.subject, self.questions) = (subject, questions)
  }

  /// What was found, up to where the subject broke down if it did.
  ///
  /// - Parameter progress: told how many questions of how many are judged.
  public func run(progress: (Int, Int) -> Void = { _, _ in }) throws -> Report {
    let hello = subject.hello
    var report = Report(hello: hello, accuracy: accuracy)
    let asked = questions.filter { question in
      guard let missing = hello.lacks(question.request) else { return true }
      report.notDeclared[missing, default: 0] += 1
      return false
    }
    let judge = Judge(accuracy)
    do {
      try subject.ask(asked.map(\.request)) { index, reply in
        let verdict = judge.verdict(on: reply, to: asked[index].request)
        report.add(Report.Entry(question: asked[index], reply: reply, verdict: verdict))
        progress(report.entries.count, asked.count)
        return report.failures.count < failureLimit
      }
      try subject.finish()
    } catch let failure as ImplementationFailure {
      report.breakdown = failure
    }
    report.restarts = subject.restarts
    report.isComplete = report.entries.count == asked.count
    report.sort()
    return report
  }
}
