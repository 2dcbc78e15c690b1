import CrossEntropy
import Exact

/// What is expected of the reply to a request: computed once, held against any number of replies.
public struct Expectation: Sendable {
  enum Kind: Sendable {
    /// Bad data: refusing is the right answer.
    case rejection(String)
    case answer(Reference, Allowance)
  }

  public let request: Request
  let accuracy: Accuracy
  let kind: Kind
  /// The enclosures at the precision that decides almost always; nil if a comparison was open.
  private let first: Answer<Ball>?
  private let firstPrecision: Int

  init(_ request: Request, _ accuracy: Accuracy) {
    (self.request, self.accuracy) = (request, accuracy)
    firstPrecision = max(request.format.precision + 43, RoundingContext.precision)
    do {
      let reference = try Reference(request.call)
      let allowance = try Allowance(reference.call, format: request.format, accuracy: accuracy)
      first = try Expectation.enclosures(reference, firstPrecision)
      kind = .answer(reference, allowance)
    } catch {
      kind = .rejection("\(error)")
      first = nil
    }
  }

  /// The allowance of answers in a format, the request's own or a wider one.
  func allowance(_ format: Format) throws -> Allowance? {
    guard case .answer(let reference, let allowance) = kind else { return nil }
    if format == request.format { return allowance }
    return try Allowance(reference.call, format: format, accuracy: accuracy)
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
      return nil
    }
  }
}
