import CrossEntropy
import Exact

extension Rational {
  /// log 2 to 40 bits: enough to be wrong with.
  static let logOfTwo = Rational(762_123_384_786, 1 << 40)
}

extension [Extended] {
  /// The numbers, if there are any and all are finite.
  var finite: [Rational]? {
    let numbers = compactMap(\.asRational)
    return numbers.count == count && count > 0 ? numbers : nil
  }
}

extension Mutant {
  /// A mutant that answers, for finite logits at whatever temperature, a wrong product of the
  /// cotangent with the Jacobian, made from the softmax and the cotangent of a row.
  static func spoilingSlopes(
    _ name: String, _ mistake: String, clauses: [String], of function: String,
    breaks: [String] = [], _ slopes: @escaping @Sendable ([Ball], [Ball]) -> [Ball]
  ) -> Mutant {
    Mutant(name, mistake, clauses: clauses, functions: [function], breaks: breaks) {
      call, subject in
      var answer = try subject.answer(call)
      guard let right = answer.gradient["x"], call.numbers("x").finite != nil else { return answer }
      var temperature = Rational.one
      if case .real(.finite(let given)) = call.options["temperature"] { temperature = given }
      let p = answer.value.elements.map { function == "softmax" ? $0 : .exp($0) }
      let g =
        call.cotangent?.elements.map { Ball.number($0.asRational ?? 0) } ?? p.map { _ in Ball(1) }
      let width = right.shape.last ?? 1
      let wrong = stride(from: 0, to: p.count, by: width).flatMap { start in
        slopes(Array(p[start..<start + width]), Array(g[start..<start + width]))
      }
      answer.gradient["x"] = right.shaped(wrong.map { $0 / .number(temperature) })
      return answer
    }
  }
}

extension Answer<Ball> {
  /// Changes what is answered for each row of x along its last axis.
  mutating func spoilRows(_ call: Call, _ change: ([Extended], [Ball]) -> [Ball]) {
    value = Answer.rows(call, value, change)
  }

  /// Changes the gradient by x of each row.
  mutating func spoilGradient(_ call: Call, _ change: ([Extended], [Ball]) -> [Ball]) {
    gradient["x"] = gradient["x"].map { Answer.rows(call, $0, change) }
  }

  private static func rows(
    _ call: Call, _ tensor: Tensor<Ball>, _ change: ([Extended], [Ball]) -> [Ball]
  ) -> Tensor<Ball> {
    guard case .real(let x) = call.arguments["x"], let width = x.shape.last, width > 0 else {
      return tensor
    }
    let count = x.elements.count / width
    guard count > 0 else { return tensor }
    let part = tensor.elements.count / count
    return tensor.shaped(
      (0..<count).flatMap { row in
        change(
          Array(x.elements[(row * width)..<((row + 1) * width)]),
          Array(tensor.elements[(row * part)..<((row + 1) * part)]))
      })
  }
}
