import CrossEntropy
import Exact

/// What is expected of the reply to a request: computed once, held against any number of replies.
public struct Expectation: Sendable {
  enum Kind: Sendable {
    /// Bad data: refusing is the right answer.
    case rejection(String)
    case answer(Reference, Allowance)
    /// A policy's number, everywhere or in some element at least.
    case number(Extended)
    /// Whatever the answer is, a policy allows it.
    case anything(String)
  }

  /// The request, its call restated in the specification's terms and without the gradients that a
  /// policy leaves open.
  public let request: Request
  let profile: Profile
  /// The levels of the value and of the gradients.
  private let accuracies: (value: Accuracy, gradient: Accuracy)
  let kind: Kind
  /// Whether a policy allows NaN for a number here.
  let allowsNaN: Bool
  /// What is expected too of whoever flushes the subnormal inputs of the request, if it has some.
  let flushed: [Expectation]
  /// How many those are.
  let subnormals: Int
  /// The enclosures at the precision that decides almost always; nil if a comparison was open.
  private let first: Answer<Ball>?
  private let firstPrecision: Int

  /// - Parameter level: the level of accuracy where the profile declares none.
  init(_ request: Request, _ profile: Profile, _ level: Accuracy) {
    let function = request.call.function
    func accuracy(isGradient: Bool) -> Accuracy {
      profile.value(of: .accuracy, for: function, isGradient: isGradient)
        .flatMap(Accuracy.init(rawValue:)) ?? level
    }
    let accuracies = (accuracy(isGradient: false), accuracy(isGradient: true))
    (self.profile, self.accuracies) = (profile, accuracies)
    firstPrecision = max(request.format.precision + 43, RoundingContext.precision)
    allowsNaN = profile.allowsNaN(in: request.call)
    let flushing = profile[.subnormal] == "flushed"
    let (call, count) = flushing ? request.call.flushed(request.format) : (request.call, 0)
    subnormals = count
    flushed =
      count == 0
      ? []
      : [Expectation(Request(id: request.id, format: request.format, call: call), profile, level)]
    var restated = request
    var first: Answer<Ball>?
    switch profile.ruling(on: request.call) {
    case .rejection(let why): kind = .rejection(why)
    case .number(let number): kind = .number(number)
    case .anything(let why): kind = .anything(why)
    case .call(let call):
      restated.call = call.call
      do {
        let reference = try Reference(call.call)
        let allowance = try Expectation.allowance(
          reference, request.format, accuracies, profile)
        first = try Expectation.enclosures(reference, firstPrecision)
        kind = .answer(reference, allowance)
      } catch {
        kind = .rejection("\(error)")
      }
    }
    (self.first, self.request) = (first, restated)
  }

  /// The exact answer, enclosed; nil where none is expected, or a policy's.
  var exact: Answer<Ball>? {
    if case .answer(_, let allowance) = kind { allowance.exact } else { nil }
  }

  /// The allowance of answers in a format, the request's own or a wider one.
  func allowance(_ format: Format) throws -> Allowance? {
    guard case .answer(let reference, let allowance) = kind else { return nil }
    if format == request.format { return allowance }
    return try Expectation.allowance(reference, format, accuracies, profile)
  }

  /// The level of the value, or of the gradient by a name.
  func accuracy(of gradient: String?) -> Accuracy {
    gradient == nil ? accuracies.value : accuracies.gradient
  }

  /// The allowance of the level and the accumulation declared for the value, and for the gradients.
  private static func allowance(
    _ reference: Reference, _ format: Format, _ accuracies: (value: Accuracy, gradient: Accuracy),
    _ profile: Profile
  ) throws -> Allowance {
    let call = reference.call
    func accumulation(isGradient: Bool) -> Format? {
      profile.accumulation(of: call.call.function, isGradient: isGradient, in: format)
    }
    let (own, ofGradient) = (accumulation(isGradient: false), accumulation(isGradient: true))
    let value = try Allowance(
      call, format: format, accumulation: own, accuracy: accuracies.value)
    let isSame = own == ofGradient && accuracies.value == accuracies.gradient
    if isSame || call.call.gradient.isEmpty { return value }
    return value.taking(
      gradientsOf: try Allowance(
        call, format: format, accumulation: ofGradient, accuracy: accuracies.gradient))
  }

  /// Enclosures, narrower and narrower.
  ///
  /// - Parameter body: told the next ones; nil where they leave something open.
  /// - Returns: what `body` came to, nil if nothing decided.
  func narrowing<Result>(
    for formats: Set<Format>, _ body: (Answer<Ball>) -> Result?
  ) throws -> Result? {
    guard case .answer(let reference, _) = kind else { return nil }
    var precision = firstPrecision
    let enough = (formats.map(\.precision).max() ?? 0) + 43
    if precision >= enough, let first, let result = body(first) { return result }
    while precision < Judge.cap {
      precision = max(enough, 2 * precision)
      if let exact = try Expectation.enclosures(reference, precision), let result = body(exact) {
        return result
      }
    }
    return nil
  }

  private static func enclosures(_ reference: Reference, _ precision: Int) throws -> Answer<Ball>? {
    do {
      return try reference.enclosures(precision: precision)
    } catch is Undecided {
      // Numbers that are equal are in no order as balls, however narrow; as fractions they are.
      return try reference.fractions()?.map { Ball($0, precision: precision) }
    }
  }
}
