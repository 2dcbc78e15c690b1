import CrossEntropy
public import Judgement

/// Asks an implementation the questions that it declares to have answers to, and judges what it says.
public struct Verification {
  /// Who is asked.
  public let subject: any Implementation
  /// What is asked; those that the implementation does not declare are left out.
  public let questions: [Question]
  /// Stops after so many failures.
  public var failureLimit = Int.max
  /// The level that answers are held to.
  public var accuracy = Accuracy.standard
  /// What the implementation is held to where implementations legitimately differ, over what it
  /// declares itself.
  public var profile: Profile?
  /// The failures that are expected.
  public var known: KnownFailures?
  /// Whether policies that are not declared are inferred first, in the same conversation; without
  /// that they are the specification's.
  public var probes = false

  /// What an earlier run found before it was cut short: these questions are not asked again.
  public var earlier: [Record] = []

  /// A verification at the level `standard`, of all the questions.
  public init(_ subject: any Implementation, _ questions: [Question]) {
    (self.subject, self.questions) = (subject, questions)
  }

  /// What was found, up to where the implementation broke down if it did.
  ///
  /// - Parameters:
  ///   - take: told what became of each question, as the replies come.
  ///   - progress: told how many questions of how many are judged.
  public func run(
    take: (Record) -> Void = { _ in }, progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> Summary {
    let hello = subject.hello
    var summary = Summary(hello: hello, accuracy: accuracy)
    summary.known = known
    let asked = questions.compactMap { question -> Question? in
      if let missing = hello.lacks(question.request) {
        summary.notDeclared[missing, default: 0] += 1
        return nil
      }
      if hello.differentiates(question.request) { return question }
      summary.notDeclared["gradient of \(question.request.call.function)", default: 0] += 1
      return question.withoutGradient
    }
    for record in earlier { _ = summary.take(record) }
    let answered = Set(earlier.map(\.id))
    let open = asked.filter { !answered.contains($0.request.id) }
    var done = asked.count - open.count
    do {
      let adopted = try adoptedProfile()
      summary.profile = adopted.entries
      let requests = open.map(\.request)
      let judge = LookAhead(Judge(accuracy, profile: adopted.profile), requests)
      try subject.ask(requests) { index, reply in
        let verdict = judge.verdict(on: reply, at: index)
        take(
          summary.take(Record(open[index], reply, verdict, isDeclared: hello.functions != nil)))
        done += 1
        progress(done, asked.count)
        return summary[.fails] < failureLimit
      }
      try subject.finish()
    } catch let failure as ImplementationFailure {
      summary.breakdown = failure
    }
    summary.restarts = subject.restarts.map(\.description)
    summary.isComplete = done == asked.count
    return summary
  }

  /// What the implementation is held to.
  private func adoptedProfile() throws -> AdoptedProfile {
    let declared = try subject.hello.declaredProfile()
    let known = profile?.filled(from: declared) ?? declared
    let findings = probes ? try Probe(subject, declared: known).run() : []
    return AdoptedProfile(
      declared: known, source: profile == nil ? .declared : .file, findings: findings)
  }
}
