public import CrossEntropy
import Exact
public import Property

extension Law {
  /// What a law came to on a subject.
  public enum Verdict: Sendable {
    /// So many cases held, the examples and the small world among them.
    case holds(cases: Int)
    /// A case failed; this is it in its simplest form.
    case fails(Finding)
    /// Nothing can be said: the draw does not give what the law demands of it.
    case inconclusive(String)
  }

  /// How many cases are tried: the most on certified subjects, which decide an identity to 60 digits;
  /// fewer where that is only rounded, fewest in decimal arithmetic, which is slow.
  private static func cases(on subject: any Subject) -> Int {
    if subject.promise == .certified { return 200 }
    return subject.numbers == .decimal ? 20 : 50
  }

  /// How much of the small world is tried: all of it on the reference and on what is wrong or taken
  /// at its word; elsewhere, where the same numbers are only rounded or differentiated otherwise, its
  /// beginning.
  private func world(on subject: any Subject) -> Int {
    let isWhole =
      [.certified, .literal].contains(subject.promise) && subject.name != DualSubject.name
    return isWhole ? worldLimit : min(worldLimit, 40)
  }

  /// Tries the law on a subject: its examples, its small world, then cases at random.
  ///
  /// - Parameters:
  ///   - subject: who is asked.
  ///   - settings: the seed, and how many times the usual number of cases.
  ///   - budget: how many simpler cases are tried once one fails.
  public func run(
    on subject: any Subject, _ settings: Settings = Settings(), budget: Int = 4000
  ) -> Verdict {
    var tried = 0
    for (index, example) in examples.enumerated() {
      let trial = noted(Source(replaying: []), subject, example: example)
      do {
        try attempt(trial)
        tried += 1
      } catch is Rejection {
        // An example whose numbers are not the subject's.
      } catch {
        return .fails(Finding(self, subject, trial.source.notes, error, token: "example/\(index)"))
      }
    }
    let isCertified = subject.promise == .certified
    // Labels are demanded where all that is drawn can be asked.
    var check = settings.check(
      name + "/" + subject.name, cases: Law.cases(on: subject),
      cover: isCertified ? cover : [:], format: subject.numbers.binary)
    check.budget = budget
    if worldLimit > 0 {
      switch conclude(
        check.exhaust(limit: world(on: subject)) { try claim(of: subject, &$0) }, subject)
      {
      case .holds(let cases): tried += cases
      case let other: return other
      }
    }
    switch conclude(check.run { try claim(of: subject, &$0) }, subject) {
    case .holds(let cases): return .holds(cases: tried + cases)
    case let other: return other
    }
  }

  /// A trial of which the case is remembered in words.
  private func noted(_ source: Source, _ subject: any Subject, example: Example? = nil) -> Trial {
    var source = source
    source.keepsNotes = true
    return Trial(source, subject, example: example)
  }

  private func claim(of subject: any Subject, _ source: inout Source) throws {
    let trial = Trial(source, subject)
    defer { source = trial.source }
    try attempt(trial)
  }

  /// Runs the claim; where enclosures are too wide or a comparison stays open, once more at twice
  /// the precision.
  private func attempt(_ trial: Trial) throws {
    var current = trial
    defer { trial.adopt(current) }
    while true {
      do {
        return try claim(current)
      } catch let error where error is TooWide || error is Undecided {
        guard let sharper = current.subject.sharper else {
          // Of a case that rounding leaves open nothing is claimed.
          if error is Undecided { throw Rejection() }
          throw Violation("the enclosures stay too wide to tell")
        }
        current = current.again(for: sharper)
      }
    }
  }

  private func conclude(_ outcome: Outcome, _ subject: any Subject) -> Verdict {
    switch outcome {
    case .holds(let cases, _): return .holds(cases: cases)
    case .starved, .uncovered: return .inconclusive(outcome.report(name)!)
    case .fails(let failure): return .fails(finding(failure, subject))
    }
  }

  private func finding(_ failure: Failure, _ subject: any Subject) -> Finding {
    var finding = Finding(
      self, subject, failure.leastNotes, failure.error,
      token: (failure.isSmallWorld ? "small/" : "") + failure.least.description)
    if failure.steps > 0 { finding.first = failure.firstNotes }
    (finding.caseNumber, finding.tries) = (failure.caseNumber, failure.tries)
    finding.isFlaky = failure.isFlaky
    return finding
  }

  /// What one case came to when it was tried again.
  public enum Replay: Sendable {
    /// The case, as a person would write it.
    case holds(String)
    /// The case still fails.
    case fails(Finding)
    /// The token leads to no case of the law on that subject.
    case inconclusive(String)
  }

  /// One case again, from the end of its token; nil if that is no case of this law.
  public func replay(_ token: some StringProtocol, on subject: any Subject) -> Replay? {
    let parts = token.split(separator: "/")
    let trial: Trial
    if parts.count == 2, parts[0] == "example" {
      guard let index = Int(parts[1]), examples.indices.contains(index) else { return nil }
      trial = noted(Source(replaying: []), subject, example: examples[index])
    } else {
      guard let last = parts.last, let tape = Tape(String(last)),
        parts.count == 1 || (parts.count == 2 && parts[0] == "small")
      else { return nil }
      var source = Source(replaying: tape.choices)
      (source.isSmallWorld, source.format) = (parts.count == 2, subject.numbers.binary)
      trial = noted(source, subject)
    }
    do {
      try attempt(trial)
      return .holds(Finding.text(trial.source.notes))
    } catch is Rejection {
      return .inconclusive("the token leads to no case of \(name) on \(subject.name)")
    } catch {
      return .fails(Finding(self, subject, trial.source.notes, error, token: String(token)))
    }
  }
}

extension Numbers {
  /// The binary numbers to draw so that most can be asked; nil where any number can.
  var binary: BinaryFormat? {
    switch self {
    case .rational: nil
    case .format(let format):
      BinaryFormat(
        precision: format.precision, exponents: format.leastExponent...format.greatestExponent)
    // m·2^e with m < 2^20 and e ≥ −39 has at most 7 + 0.7·39 digits, far below 38.
    case .decimal: BinaryFormat(precision: 20, exponents: -20...60)
    }
  }
}
