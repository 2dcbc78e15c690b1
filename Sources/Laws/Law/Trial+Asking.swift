public import CrossEntropy
public import Exact
import Property

// What a trial asks of its subject. A case that the subject cannot be asked, since its numbers are
// not the subject's, is discarded.

extension Trial {
  /// The answer to a call.
  /// - Throws: ``Violation`` if the subject refuses it.
  @inline(never)
  public func answer(_ call: Call) throws -> Answer<Ball> {
    guard subject.numbers.contain(call) else { throw Rejection() }
    do {
      return try subject.answer(call)
    } catch let refusal as DataError {
      throw Violation("\(call.function) was refused: \(refusal)")
    }
  }

  /// The elements of a value, in row-major order.
  @inline(never)
  public func values(
    _ function: String, _ arguments: [String: Call.Argument] = [:],
    _ options: [String: Call.Option] = [:]
  ) throws -> [Ball] {
    try answer(Call(function, arguments, options: options)).value.elements
  }

  /// A value that is one number.
  @inline(never)
  public func value(
    _ function: String, _ arguments: [String: Call.Argument] = [:],
    _ options: [String: Call.Option] = [:]
  ) throws -> Ball {
    let elements = try values(function, arguments, options)
    guard elements.count == 1 else {
      throw Violation("\(function) has \(elements.count) elements where one is expected")
    }
    return elements[0]
  }

  /// The gradient by one argument or option, contracted with the cotangent (all ones if none).
  @inline(never)
  public func gradient(
    _ function: String, by name: String, _ arguments: [String: Call.Argument] = [:],
    _ options: [String: Call.Option] = [:], cotangent: Tensor<Extended>? = nil
  ) throws -> [Ball] {
    let call = Call(
      function, arguments, options: options, gradient: [name], cotangent: cotangent)
    guard let gradient = try answer(call).gradient[name] else {
      throw Violation("\(function) has no gradient by \(name)")
    }
    return gradient.elements
  }

  /// States that a call must be refused.
  @inline(never)
  public func refused(_ call: Call) throws {
    guard subject.numbers.contain(call) else { throw Rejection() }
    do {
      let answer = try subject.answer(call)
      throw Violation("\(call.function) answered \(Trial.shown(answer.value.elements))")
    } catch is DataError {}
  }

  /// What the reference says, whatever the subject is.
  @inline(never)
  public func truth(_ call: Call) throws -> Answer<Ball> {
    try ReferenceSubject(precision: precision).answer(call)
  }
}
