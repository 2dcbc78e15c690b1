import CrossEntropy
import Exact

extension GoldenVerdict {
  /// The first verdict that holds of a printed result.
  /// - Parameter cases: the cases of the file, of which `terms` names some.
  /// - Throws: `Undecided`; `DataError`.
  static func judge(
    _ next: GoldenCase, _ answer: GoldenAnswer, among cases: [GoldenCase]
  ) throws -> GoldenVerdict {
    guard let printed = next.printed.flatMap(PrintedNumber.init), answer.value.shape.isEmpty else {
      return .computed
    }
    // A result that is no number is not what was printed.
    guard let value = answer.interval else { return .erratum }
    if value.isExactly(printed.value) { return .exact }
    if value.rounds(to: printed) { return .rounds }
    if value.truncates(to: printed) { return .truncates }
    if !next.terms.isEmpty, try sum(of: next.terms, as: printed, among: cases) == printed.value {
      return .truncates
    }
    if case .call(let call) = next.body, try mayBe(printed, call) { return .consistent }
    return .erratum
  }

  /// The sum of the terms as they are printed; one that is not printed counts cut to the digits of
  /// the sum.
  private static func sum(
    of terms: [String], as printed: PrintedNumber, among cases: [GoldenCase]
  ) throws -> Rational? {
    var sum = Rational.zero
    for id in terms {
      let term = cases.first { $0.id == id }!
      if let number = term.printed.flatMap(PrintedNumber.init) {
        sum += number.value
        continue
      }
      let answer: GoldenAnswer
      switch term.body {
      case .call(let call): answer = try GoldenAnswer(call.call)
      case .expression(let calculation): answer = try GoldenAnswer(calculation)
      case .claim: return nil
      }
      guard let value = answer.interval else { return nil }
      sum += Rational(value.truncated(printed)) * printed.unit
    }
    return sum
  }

  /// Whether a printed result, give or take half a unit of its last place, is among the values that
  /// the inputs allow, each read the same way. Inputs without a point, and quotients, are exact.
  private static func mayBe(_ printed: PrintedNumber, _ call: GoldenCall) throws -> Bool {
    let checked = try call.call.checked()
    var inputs = Inputs<Ball>(checked, precision: 256)
    for (name, tensor) in call.intervals where tensor.elements.contains(where: \.isWide) {
      inputs = inputs.replacing(name, with: tensor.map { $0.ball(precision: 256) })
    }
    let image: Ball
    do {
      image = try checked.answer(inputs).value.elements[0]
    } catch is Undecided { return false }
    guard image.isFinite else { return false }
    let half = printed.unit * Rational(1, 2)
    return image.lower.asRational <= printed.value + half
      && image.upper.asRational >= printed.value - half
  }
}
