import CrossEntropy
import Exact

/// Infers which of the documented policies an implementation follows, axis by axis, from its
/// answers to a few dozen questions.
///
/// An answer fits a value of an axis if the judge finds it right under the profile with that value,
/// whatever its accuracy. A value is inferred if every answer fits it; of several the one that
/// judges most of the answers, and among equals the specification's own. Only what is declared is
/// asked, and an answer `unsupported` says nothing.
public struct Probe {
  /// Who is asked.
  public let subject: any Implementation
  /// What is known already: no value is inferred on these axes, but answers against them are found.
  public let declared: Profile

  /// A probe of an implementation of which something is known.
  public init(_ subject: any Implementation, declared: Profile) {
    (self.subject, self.declared) = (subject, declared)
  }

  /// The profile that the subject declares in its hello is what is known.
  /// - Throws: ``ImplementationFailure`` if it declares what cannot be.
  public init(_ subject: any Implementation) throws {
    self.init(subject, declared: try subject.hello.declaredProfile())
  }

  /// What was answered to a question.
  struct Answered {
    let request: Request
    let reply: Reply
  }

  /// Asks everything and infers every axis but `summation`, in the order of the axes.
  /// - Throws: ``ImplementationFailure``.
  public func run() throws -> [Finding] {
    let answers = try ask()
    var profile = declared
    var findings: [Finding] = []
    for questions in Probe.questions {
      let finding = infer(questions.axis, answers[questions.axis] ?? [], profile)
      findings.append(finding)
      if !questions.axis.isInferred { continue }
      // What was seen explains the answers that follow, whatever is declared.
      let seen = Profile([finding])
      profile =
        finding.contradictions.isEmpty
        ? profile.filled(from: seen) : seen.filled(from: profile)
    }
    return Axis.allCases.compactMap { axis in findings.first { $0.axis == axis } }
  }

  /// The questions whose functions, options and formats the subject has, each in one format.
  private func ask() throws -> [Axis: [Answered]] {
    let formats: [Format] = [.float32, .float64, .bfloat16, .float16]
    let asked = Probe.questions.flatMap { questions in
      questions.cases.compactMap { one -> (axis: Axis, request: Request)? in
        formats.lazy.filter(one.formats.contains).map { one.request(in: $0) }
          .first { subject.hello.lacks($0) == nil }.map { (questions.axis, $0) }
      }
    }
    var replies = [Reply?](repeating: nil, count: asked.count)
    try subject.ask(asked.map(\.request)) { index, reply in
      replies[index] = reply
      return true
    }
    var answers: [Axis: [Answered]] = [:]
    for (question, reply) in zip(asked, replies) {
      guard let reply else { continue }
      if case .unsupported = reply { continue }
      answers[question.axis, default: []].append(Answered(request: question.request, reply: reply))
    }
    return answers
  }

  // MARK: Inference

  /// Whether an answer is judged right under a value, is not judged, or is wrong.
  private enum Fit { case right, open, wrong }

  private func fit(_ answer: Answered, _ axis: Axis, _ value: String, _ known: Profile) -> Fit {
    var judge = Judge(.backwardStable, profile: known)
    if axis == .logClip && !known.says(.zeroTimesInfinity) {
      judge.profile[.zeroTimesInfinity] = "nan"
    }
    if axis == .accuracy {
      judge.accuracy = Accuracy(rawValue: value)!
    } else {
      judge.profile[axis] = value
    }
    switch (judge.verdict(on: answer.reply, to: answer.request).outcome, answer.reply) {
    case (.conforms, _): return .right
    // Nobody's policy is to answer anything, a refusal too.
    case (.notJudged, .answer): return .open
    default: return .wrong
    }
  }

  private func infer(_ axis: Axis, _ answers: [Answered], _ known: Profile) -> Finding {
    var others = known
    others.forget(axis)
    let values = axis == .logClip ? LogClip.candidates(answers) : axis.values
    let fits = answers.map { answer in
      values.filter { $0 != "unspecified" }.map { ($0, fit(answer, axis, $0, others)) }
    }
    let evidence = zip(answers, fits).map { answer, fits in
      Finding.Evidence(
        function: answer.request.call.function, question: answer.request.expression,
        answer: answer.reply.text, values: fits.filter { $0.1 != .wrong }.map(\.0))
    }
    let judge = Judge(.backwardStable, profile: known)
    let contradictions = zip(answers, evidence).filter { answer, _ in
      declared.says(axis) && judge.verdict(on: answer.reply, to: answer.request).fails
    }.map(\.1)
    return Finding(
      axis: axis, outcome: outcome(axis, evidence, fits), evidence: evidence,
      contradictions: contradictions)
  }

  private func outcome(
    _ axis: Axis, _ evidence: [Finding.Evidence], _ fits: [[(String, Fit)]]
  ) -> Finding.Outcome {
    guard axis.isByFunction else { return Probe.common(axis, fits) }
    let places = Dictionary(grouping: evidence.indices) { evidence[$0].function }
    let outcomes = places.mapValues { Probe.common(axis, $0.map { fits[$0] }) }
    let values = outcomes.compactMapValues { outcome -> String? in
      if case .inferred(let value) = outcome { value } else { nil }
    }
    if values.count < outcomes.count || Set(values.values).count == 1 {
      return Probe.common(axis, fits)
    }
    return values.isEmpty ? .unknown : .byFunction(values)
  }

  /// The value that all answers fit.
  private static func common(_ axis: Axis, _ fits: [[(String, Fit)]]) -> Finding.Outcome {
    guard let first = fits.first else { return .unknown }
    let common = first.indices.filter { place in fits.allSatisfy { $0[place].1 != .wrong } }
    if common.isEmpty { return .mixed }
    func weight(_ place: Int) -> Int { fits.count { $0[place].1 == .right } }
    let most = common.map(weight).max()!
    let best = common.filter { weight($0) == most }
    // What is accepted beyond a domain is never judged.
    let isOpen = most == 0 && axis != .outOfDomain
    return isOpen || (best.count > 1 && !axis.isNested)
      ? .undecided : .inferred(first[best[0]].0)
  }
}

extension Profile {
  /// What findings say, and no more.
  init(_ findings: [Probe.Finding]) {
    self.init()
    for finding in findings {
      switch finding.outcome {
      case .inferred(let value): self[finding.axis] = value
      case .byFunction(let values):
        for (function, value) in values { set(finding.axis, value, for: function) }
      default: break
      }
    }
  }
}

extension LogClip {
  /// No clip, and every one that a finite answer to a question about zero may come from: a round
  /// number, a power of two, or a cap on the loss.
  static func candidates(_ answers: [Probe.Answered]) -> [String] {
    var candidates = ["none"]
    for answer in answers {
      guard case .answer(let reply) = answer.reply,
        let number = reply.value.elements.first, reply.value.elements.count == 1,
        let loss = number.value.asRational, loss > 1, loss < 2000
      else { continue }
      let chance = Ball.exp(Ball(.finite(-loss), precision: 96)).midpoint.asRational
      let exponent = (loss * Rational(14427, 10000) + Rational(1, 2)).floor.asInt!
      let power = Floating(rounding: .finite(.powerOfTwo(-exponent)), to: .float64).text
      let digits = [1, 2].map { DecimalDigits(rounding: chance, count: $0).trimmed.description }
      // Below the normal numbers a clip is never judged.
      let isNormal = chance >= .powerOfTwo(number.format.leastExponent)
      for clip in isNormal ? digits + [power] : [] {
        candidates += [true, false].map { #"{"probability":\#(clip),"both_ends":\#($0)}"# }
      }
      candidates.append(#"{"loss":\#(number.text)}"#)
    }
    var known: Set<String> = []
    return candidates.filter { known.insert($0).inserted && ($0 == "none" || LogClip($0) != nil) }
  }
}
