import CrossEntropy
import Exact
import Judgement

/// Whether a number that somebody else computed is right.
struct EvalJudgement {
  let isRight: Bool
  let sentence: String

  /// Judges one number, or a list of them for a value that is a list.
  static func judge(
    _ text: String, _ calculation: Calculation, format: Format?
  ) throws -> [EvalJudgement] {
    let words = text.split(whereSeparator: { "[], \n".contains($0) }).map(String.init)
    let count = calculation.shape.reduce(1, *)
    guard words.count == count else {
      throw Failure.badData(
        "--got is a list of \(words.count), where the value has \(count) numbers")
    }
    // More digits than any of the words has.
    let bounds = try calculation.intervals(digits: 40 + (words.map(\.count).max() ?? 0))
    let rounded = try format.map { try calculation.rounded(to: $0).elements }
    return try words.indices.map { offset in
      guard let number = extended(words[offset]) else {
        throw Failure.badData("--got is \(words[offset]), which is no number")
      }
      let judgement =
        rounded.map { inFormat(words[offset], number, bounds[offset], $0[offset]) }
        ?? atDigits(words[offset], number, bounds[offset])
      let index = Tensor(shape: calculation.shape, words).indices(at: offset)
      let place = index.map { "[\($0)]" }.joined()
      return EvalJudgement(
        isRight: judgement.isRight,
        sentence: (place.isEmpty ? "" : place + " ") + judgement.sentence)
    }
  }

  private static func extended(_ text: String) -> Extended? {
    switch text.lowercased() {
    case "nan": .nan
    case "inf", "infinity", "+inf", "+infinity": .infinity(isNegative: false)
    case "-inf", "-infinity": .infinity(isNegative: true)
    default: Rational(text).map { .finite($0) }
    }
  }

  private static func atDigits(
    _ text: String, _ number: Extended, _ value: DecimalInterval?
  ) -> EvalJudgement {
    guard let value, let got = number.asRational else {
      let isRight = value == nil && number.asRational == nil
      return EvalJudgement(
        isRight: isRight,
        sentence: "got \(text): " + (isRight ? "not finite, as the value" : "wrong"))
    }
    if value.isExactly(got) {
      return EvalJudgement(isRight: true, sentence: "got \(text): right, exactly the value")
    }
    guard let printed = PrintedNumber(text) else {
      return EvalJudgement(isRight: false, sentence: "got \(text): wrong, not exactly the value")
    }
    let places = "at the digits shown"
    if value.rounds(to: printed) {
      return EvalJudgement(
        isRight: true, sentence: "got \(text): right, the value rounded \(places)")
    }
    let rounded = value.rounded(to: printed)
    if value.truncates(to: printed) {
      return EvalJudgement(
        isRight: true, sentence: "got \(text): the value cut \(places); rounded it is \(rounded)")
    }
    return EvalJudgement(
      isRight: false, sentence: "got \(text): wrong; \(places) the value is \(rounded)")
  }

  private static func inFormat(
    _ text: String, _ number: Extended, _ value: DecimalInterval?, _ nearest: Floating
  ) -> EvalJudgement {
    let got = Floating(rounding: number, to: nearest.format)
    let name = nearest.format.rawValue
    guard let steps = got.steps(to: nearest) else {
      let isRight = got.isNaN && nearest.isNaN
      return EvalJudgement(
        isRight: isRight, sentence: "got \(text): \(isRight ? "right, NaN" : "wrong")")
    }
    if steps == 0 {
      return EvalJudgement(
        isRight: true, sentence: "got \(text): right, the nearest \(name)" + ulps(got, value))
    }
    let numbers = counted(steps, "number")
    return EvalJudgement(
      isRight: false,
      sentence: "got \(text): \(numbers) of \(name) from the nearest, \(nearest.shortestDecimal)"
        + ulps(got, value))
  }

  /// The error in units of the last place of the value.
  private static func ulps(_ got: Floating, _ value: DecimalInterval?) -> String {
    guard let value, let number = got.value.asRational else { return "" }
    let error = (number - value.low).magnitude / got.format.ulp(of: value.low)
    if error.isZero { return ", without error" }
    return ", \(DecimalDigits(rounding: error, count: 3)) ulp off"
  }
}

extension Format {
  /// The weight of the last digit that numbers as large as a value have.
  func ulp(of value: Rational) -> Rational {
    let size = value.magnitude
    var exponent = leastExponent
    if !size.isZero {
      let guess = size.numerator.magnitude.bitWidth - size.denominator.bitWidth
      // size lies in (2^(guess−1), 2^(guess+1)).
      exponent = max(leastExponent, size < .powerOfTwo(guess) ? guess - 1 : guess)
    }
    return .powerOfTwo(min(exponent, greatestExponent) - precision + 1)
  }
}
