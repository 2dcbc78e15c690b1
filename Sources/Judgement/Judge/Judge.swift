import CrossEntropy
import Exact

/// Holds replies to certified values.
///
/// The exact value is enclosed more and more narrowly until the enclosure decides; the judge never
/// reports a failure that the enclosure does not prove, nor a pass.
public struct Judge: Sendable {
  /// The precision at which a case is given up as undecided.
  static let cap = 4096

  /// The level of functions for which the profile declares none.
  public var accuracy: Accuracy
  /// What the implementation does where implementations legitimately differ.
  public var profile: Profile

  /// A judge of a level, who honours a profile.
  public init(_ accuracy: Accuracy = .standard, profile: Profile = Profile()) {
    (self.accuracy, self.profile) = (accuracy, profile)
  }

  /// What is expected of the reply to a request whose numbers are already those of its format.
  public func expectation(of request: Request) -> Expectation {
    Expectation(request, profile, accuracy)
  }

  /// The verdict on a reply to a request.
  public func verdict(on reply: Reply, to request: Request) -> Verdict {
    verdict(on: reply, given: expectation(of: request))
  }

  /// The verdict on a reply, given what is expected.
  public func verdict(on reply: Reply, given expectation: Expectation) -> Verdict {
    let kept = verdict(on: reply, keeping: expectation)
    guard kept.fails, let flushed = expectation.flushed.first else { return kept }
    if case .error = reply { return kept }
    let verdict = verdict(on: reply, keeping: flushed)
    if !verdict.fails { return verdict }
    // Of several subnormal inputs some may be flushed and others not, as in the parts of a loop.
    return expectation.subnormals == 1 ? kept : Verdict(.notJudged("policy: subnormal"))
  }

  /// The verdict on a reply of whoever flushes no input.
  private func verdict(on reply: Reply, keeping expectation: Expectation) -> Verdict {
    switch (expectation.kind, reply) {
    case (_, .unsupported(let what)):
      return Verdict(.unsupported(what), expected: expectation.exact)
    case (_, .error(let what)):
      return Verdict(.fails("error: \(what)"), expected: expectation.exact)
    case (.rejection, .reject): return Verdict(.conforms)
    case (.rejection(let why), .answer):
      return Verdict(.fails("answered, where a rejection is expected: \(why)"))
    case (.anything(let why), .reject), (.anything(let why), .answer):
      return Verdict(.notJudged(why))
    case (.number(let number), .reject(let why)):
      return Verdict(.fails("rejected, where its profile says \(number): \(why)"))
    case (.number(let number), .answer(let answer)):
      // Where rows are answered one by one, those that the policy is not about have other numbers.
      let isThere = answer.value.elements.contains {
        $0.value == Floating(rounding: number, to: $0.format).value || ($0.isNaN && number.isNaN)
      }
      return isThere
        ? Verdict(.conforms)
        : Verdict(.fails("its profile says \(number), which is no number of the answer"))
    case (.answer, .reject(let why)):
      return Verdict(.fails("rejected: \(why)"), expected: expectation.exact)
    case (.answer(let reference, let allowance), .answer(let answer)):
      do {
        return try verdict(on: answer, expectation, reference, allowance)
      } catch {
        return Verdict(.fails("answered, where a rejection is expected: \(error)"))
      }
    }
  }

  private func verdict(
    on answer: Answer<Floating>, _ expectation: Expectation, _ reference: Reference,
    _ allowance: Allowance
  ) throws -> Verdict {
    let parts = AnswerParts(answer, expectation.request)
    if let complaint = parts.complaint(allowance.elements) {
      return Verdict(.fails(complaint), expected: allowance.exact)
    }
    // A tensor is held to the format that it claims by coming in it.
    var allowances: [Format: Allowance] = [:]
    for format in parts.formats { allowances[format] = try expectation.allowance(format) }
    let verdict = try expectation.narrowing(for: parts.formats) {
      decide(parts, $0, allowances, allowsNaN: expectation.allowsNaN)
    }
    guard let verdict else { return Verdict(.notJudged("undecided at \(Judge.cap) bits")) }
    let exacting = parts.all.filter {
      expectation.accuracy(of: $0.gradient) == .correctlyRounded
    }
    return rounded(verdict, exacting, reference)
  }

  /// The verdict, unless an element is open and no other is wrong.
  private func decide(
    _ parts: AnswerParts, _ exact: Answer<Ball>, _ allowances: [Format: Allowance],
    allowsNaN: Bool
  ) -> Verdict? {
    var verdict = Verdict(.conforms, expected: exact)
    var failure: (why: String, multiple: Double)?
    var isOpen = false
    for part in parts.all {
      let elements = allowances[part.format]!.elements[part.gradient].elements
      for index in part.numbers.elements.indices {
        let place = Verdict.Place(gradient: part.gradient, index: index)
        if allowsNaN && part.numbers.elements[index].isNaN { continue }
        switch ElementJudgement(
          part.numbers.elements[index], exact: exact[part.gradient].elements[index],
          allowance: elements[index])
        {
        case .open: isOpen = true
        case .rightClass:
          if verdict.conforms { verdict.outcome = .notJudged("range") }
        case .conforms(let multiple, let ulps):
          if failure == nil && multiple >= verdict.multiple {
            (verdict.multiple, verdict.ulps, verdict.worst) = (multiple, ulps, place)
          }
        case .fails(let why, let multiple, let ulps):
          if multiple > failure?.multiple ?? -1 {
            failure = (why, multiple)
            (verdict.multiple, verdict.ulps, verdict.worst) = (multiple, ulps, place)
          }
        }
      }
    }
    if let failure {
      verdict.outcome = .fails(failure.why)
    } else if isOpen {
      return nil
    } else if let row = parts.firstRowNotVanishing(allowances) {
      verdict.outcome = .fails("the numbers of the gradient's row \(row) do not sum to zero")
    }
    return verdict
  }
}
