import CrossEntropy
import Exact

extension Judge {
  /// The verdict at the level `correctly_rounded`: the nearest number, or at a corner a number that
  /// an element of the subdifferential rounds to. Either zero is right for an exact zero.
  func rounded(_ verdict: Verdict, _ parts: [AnswerParts.Part], _ reference: Reference) -> Verdict {
    var verdict = verdict
    for part in parts {
      guard let nearest = try? reference.floating(part.format)[part.gradient] else {
        if !verdict.fails { verdict.outcome = .notJudged("its rounding is undecided") }
        return verdict
      }
      for (index, (answer, right)) in zip(part.numbers.elements, nearest.elements).enumerated()
      where !answer.isSame(as: right) {
        // What was not wrong is a number of the set where it conforms without being the nearest one.
        let isChoice = verdict.conforms && isChoice(part, index, reference)
        if isChoice { continue }
        verdict.outcome = .fails("not the nearest number of \(part.format.rawValue)")
        verdict.worst = Verdict.Place(gradient: part.gradient, index: index)
        return verdict
      }
    }
    return verdict
  }

  /// Whether an element is one of a set, and the number one that a number of the set rounds to.
  private func isChoice(_ part: AnswerParts.Part, _ index: Int, _ reference: Reference) -> Bool {
    guard part.gradient != nil,
      let allowance = try? Allowance(
        reference.call, format: part.format, accuracy: .correctlyRounded),
      case .near(let set, _) = allowance.elements[part.gradient].elements[index]
    else { return false }
    func rounded(_ end: Dyadic) -> Rational? {
      Floating(rounding: end, to: part.format).value.asRational
    }
    guard let number = part.numbers.elements[index].value.asRational,
      let low = rounded(set.lower), let high = rounded(set.upper)
    else { return false }
    return low <= number && number <= high
  }
}

extension Floating {
  /// Whether the two are one number, the zeros taken as one and all NaNs too.
  fileprivate func isSame(as other: Floating) -> Bool {
    isNaN && other.isNaN || value == other.value
  }
}
