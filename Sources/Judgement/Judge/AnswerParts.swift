package import CrossEntropy
import Exact

/// The tensors of an answer, in the order of the request: the value, then the gradients.
struct AnswerParts {
  struct Part {
    /// What a gradient is by; nil for the value.
    let gradient: String?
    let format: Format
    let numbers: Tensor<Floating>
  }

  let all: [Part]
  private let request: Request
  private let missing: String?

  init(_ answer: Answer<Floating>, _ request: Request) {
    func part(_ gradient: String?, _ numbers: Tensor<Floating>) -> Part {
      Part(
        gradient: gradient, format: numbers.elements.first?.format ?? request.format,
        numbers: numbers)
    }
    let names = request.call.gradient
    self.request = request
    missing = names.first { answer.gradient[$0] == nil }
    all =
      [part(nil, answer.value)]
      + names.compactMap { name in answer.gradient[name].map { part(name, $0) } }
  }

  var formats: Set<Format> { Set(all.map(\.format)) }

  /// What makes the answer none, whatever its numbers.
  func complaint(_ expected: Answer<Allowance.Element>?) -> String? {
    if let missing { return "no gradient by \(missing)" }
    for part in all {
      let what = part.gradient.map { "the gradient by \($0)" } ?? "the value"
      if let shape = expected?[part.gradient].shape, shape != part.numbers.shape {
        return "\(what) has the shape \(part.numbers.shape), where \(shape) is expected"
      }
      if part.format.precision < request.format.precision
        || part.format.greatestExponent < request.format.greatestExponent
      {
        return
          "\(what) is answered in \(part.format.rawValue), narrower than \(request.format.rawValue)"
      }
    }
    return nil
  }

  /// A row of a gradient that does not sum to zero, though every element of the subdifferential
  /// does: the elements by themselves may each be right, and their choice not.
  func firstRowNotVanishing(_ allowances: [Format: Allowance]) -> Int? {
    guard ["multiclass_hinge", "pairwise_hinge"].contains(request.call.function),
      let part = all.first(where: { $0.gradient == "scores" })
    else { return nil }
    let elements = allowances[part.format]!.elements[part.gradient]
    let length = part.numbers.shape.last!
    if length == 0 { return nil }
    return stride(from: 0, to: part.numbers.elements.count, by: length).first { start in
      let row = start..<start + length
      var allowed = Magnitude.zero
      var isAtCorner = false
      for (element, number) in zip(elements.elements[row], part.numbers.elements[row]) {
        switch element {
        case .exact: break
        case .within(let bound): allowed = allowed + bound
        case .near(_, let bound):
          // A share of the slope, such as a third, is rounded where no bound says so.
          let size = number.value.asRational.flatMap { Dyadic(exactly: $0) } ?? .zero
          let rounding = .powerOfTwo(Integer(-part.format.precision)) * Magnitude(above: size)
          (allowed, isAtCorner) = (allowed + bound + rounding, true)
        case .outOfRange: return false
        }
      }
      if !isAtCorner { return false }
      let numbers = part.numbers.elements[row].compactMap(\.value.asRational)
      guard numbers.count == length else { return false }
      let sum = numbers.reduce(.zero, +)
      return sum.magnitude > (ElementJudgement.factor * allowed).asDyadic.asRational
    }.map { $0 / length }
  }
}

extension Answer {
  /// The value, or the gradient by a name.
  package subscript(_ gradient: String?) -> Tensor<Element> {
    gradient.map { self.gradient[$0]! } ?? value
  }
}
