import CrossEntropy
import Exact

/// Holds replies to certified values.
///
/// The exact value is enclosed more and more narrowly until the enclosure decides; the judge never
/// reports a failure that the enclosure does not prove, nor a pass.
public struct Judge: Sendable {
  /// The precision at which a case is given up as undecided.
  static let cap = 4096

  public init() {}

  /// The verdict on a reply to a request whose numbers are already those of its format.
  public func verdict(on reply: Reply, to request: Request) -> Verdict {
    let reference: Reference
    let allowance: Allowance
    do {
      reference = try Reference(request.call)
      allowance = try Allowance(reference.call, format: request.format)
    } catch {
      return Judge.rejection(reply, because: "\(error)")
    }
    switch reply {
    case .unsupported(let what): return Verdict(.unsupported(what), expected: allowance.exact)
    case .error(let what): return Verdict(.fails("error: \(what)"), expected: allowance.exact)
    case .reject(let why):
      return Verdict(.fails("rejected: \(why)"), expected: allowance.exact)
    case .answer(let answer):
      if answer.value.shape != allowance.value.shape {
        return Verdict(
          .fails("shape \(answer.value.shape), where \(allowance.value.shape) is expected"),
          expected: allowance.exact)
      }
      let formats = Set(answer.value.elements.map(\.format))
      if let narrow = formats.first(where: { $0.precision < request.format.precision }) {
        return Verdict(
          .fails("answered in \(narrow.rawValue), narrower than \(request.format.rawValue)"),
          expected: allowance.exact)
      }
      return Judge.judge(answer.value, reference, allowance, request.format)
    }
  }

  /// The verdict where refusing is the right answer.
  private static func rejection(_ reply: Reply, because why: String) -> Verdict {
    switch reply {
    case .reject: Verdict(.conforms)
    case .unsupported(let what): Verdict(.unsupported(what))
    case .error(let what): Verdict(.fails("error: \(what)"))
    case .answer: Verdict(.fails("answered, where a rejection is expected: \(why)"))
    }
  }

  private static func judge(
    _ answer: Tensor<Floating>, _ reference: Reference, _ allowance: Allowance, _ format: Format
  ) -> Verdict {
    var precision = max(format.precision + 43, RoundingContext.precision)
    while precision <= cap {
      defer { precision *= 2 }
      do {
        let exact = try reference.enclosures(precision: precision).value
        if let verdict = decide(answer, exact, allowance) { return verdict }
      } catch is Undecided {
        continue
      } catch {
        return rejection(.answer(Answer(value: answer)), because: "\(error)")
      }
    }
    return Verdict(.notJudged("undecided at \(cap) bits"))
  }

  /// The verdict, unless an element is open.
  private static func decide(
    _ answer: Tensor<Floating>, _ exact: Tensor<Ball>, _ allowance: Allowance
  ) -> Verdict? {
    var verdict = Verdict(.conforms, expected: exact)
    var failure: (why: String, multiple: Double)?
    for index in answer.elements.indices {
      switch ElementJudgement(
        answer.elements[index], exact: exact.elements[index],
        allowance: allowance.value.elements[index])
      {
      case .open: return nil
      case .rightClass:
        if verdict.conforms { verdict.outcome = .notJudged("range") }
      case .conforms(let multiple, let ulps):
        if failure == nil && multiple >= verdict.multiple {
          (verdict.multiple, verdict.ulps, verdict.worst) = (multiple, ulps, index)
        }
      case .fails(let why, let multiple, let ulps):
        if multiple > failure?.multiple ?? -1 {
          failure = (why, multiple)
          (verdict.multiple, verdict.ulps, verdict.worst) = (multiple, ulps, index)
        }
      }
    }
    if let failure { verdict.outcome = .fails(failure.why) }
    return verdict
  }
}
