import CrossEntropy
import Exact
import Judgement

extension Example {
  /// Why claims of the example are not true, with their lines; empty if all are.
  public func findings() -> [Malformed] {
    claims.compactMap { claim in
      falsehood(claim).map { Malformed(line: claim.line, message: $0) }
    }
  }

  /// Why a claim is not true; nil if it is.
  private func falsehood(_ claim: Claim) -> String? {
    do {
      let calculation: Calculation
      do {
        calculation = try Calculation(parsing: expression)
      } catch {
        if claim.kind == .refused && error.description == claim.text { return nil }
        return "it is refused: \(error)"
      }
      switch claim.kind {
      case .refused: return "it is not refused, it is \(try Example.text(calculation))"
      case .equal: return try unequal(calculation, claim.text)
      case .rounded, .wrong:
        return try digits(
          claim.text, calculation.intervals(digits: 60),
          calculation.rounded(to: DecimalTarget(count: 20)).elements.map(\.description),
          isWrong: claim.kind == .wrong)
      case .float64, .float32, .float16, .bfloat16:
        let nearest = try calculation.rounded(to: Format(rawValue: claim.kind.rawValue)!)
        let texts = nearest.elements.map(\.shortestDecimal)
        return texts == Example.words(claim.text) ? nil : "it is \(Example.list(texts))"
      case .less, .atMost, .atLeast, .greater, .unequal:
        let comparison = try Comparison(
          parsing: "\(expression) \(claim.kind.rawValue) \(claim.text)")
        return try comparison.holds() ? nil : "that is false"
      case .naive: return try naive(claim.text)
      }
    } catch {
      return "\(error)"
    }
  }

  // MARK: Equality

  /// Nil if every element is proved to be that of another expression.
  private func unequal(_ calculation: Calculation, _ text: String) throws -> String? {
    let other = try Calculation(parsing: text)
    guard other.shape == calculation.shape else {
      return "its shape is \(calculation.shape), not \(other.shape)"
    }
    return try calculation.isProved(equalTo: other)
      ? nil : "it is not proved to be equal: it is \(try Example.text(calculation))"
  }

  // MARK: Digits

  /// Nil if every number shown is the value at its digits or, if they should be wrong, none is.
  private func digits(
    _ text: String, _ values: [DecimalInterval?], _ shown: [String], isWrong: Bool
  ) -> String? {
    let words = Example.words(text)
    guard words.count == values.count else {
      return "there are \(words.count) numbers, where the value has \(values.count)"
    }
    for (offset, word) in words.enumerated() {
      let (place, value) = (words.count == 1 ? "" : " at place \(offset)", values[offset])
      guard let printed = PrintedNumber(word) else {
        if !["NaN", "Infinity", "-Infinity"].contains(word) { return "\(word) is no number" }
        if (word == shown[offset]) == isWrong { return "it is \(shown[offset])\(place)" }
        continue
      }
      guard let value else {
        if !isWrong { return "it is \(shown[offset])\(place)" }
        continue
      }
      if !isWrong && !value.rounds(to: printed) {
        return "at these digits it is \(value.rounded(to: printed))\(place)"
      }
      if isWrong && (value.rounds(to: printed) || value.truncates(to: printed)) {
        return "it is that at these digits\(place)"
      }
    }
    return nil
  }

  /// Nil if the formula over `Double` gives these numbers.
  private func naive(_ text: String) throws -> String? {
    let call = try Call(parsing: expression)
    let answer = try call.checked().answer(over: Double.self)
    let values = (call.gradient.first.flatMap { answer.gradient[$0] } ?? answer.value).elements
    // 0 and 1 are what is left where digits are lost: 10^−20 is not meant by 0.
    for (word, value) in zip(Example.words(text), values) where !word.contains(".") {
      if let whole = Int(word), value.isFinite, value != Double(whole) { return "it is \(value)" }
    }
    return digits(
      text,
      values.map { number in
        Floating(number).value.asRational.map { DecimalInterval($0, $0) }
      },
      values.map { Floating($0).shortestDecimal }, isWrong: false)
  }

  // MARK: Texts

  private static func words(_ text: String) -> [String] {
    text.split(whereSeparator: { "[], ".contains($0) }).map(String.init)
  }

  private static func list(_ texts: [String]) -> String {
    texts.count == 1 ? texts[0] : "[\(texts.joined(separator: ", "))]"
  }

  private static func text(_ calculation: Calculation) throws -> String {
    list(try calculation.rounded(to: DecimalTarget(count: 12)).elements.map(\.description))
  }
}
