public import Exact

/// The reference: answers with proof.
///
/// Ziv's loop: the formula is run over balls; both ends of each result are rounded; the precision
/// rises until they agree. Where it does not soon end, the same formula over `Symbolic` decides
/// ties, zeros and results that lie astronomically close to them. Functions that are rational
/// throughout are computed exactly and rounded once.
///
/// For a few functions no proof is known that the loop ends (entropies of a softmax, focal loss
/// from logits off z = 0, ListNet, several steps of SGD, the entropy of a normal distribution).
/// There the loop stops at `cap` bits and throws `Undecided`.
public struct Reference: Sendable {
  /// The precision at which an unprovable case is given up, unless more digits were asked for.
  public static let cap = 4096

  public let call: CheckedCall

  /// - Throws: `DataError`, naming the element and the reason.
  public init(_ call: Call) throws { self.call = try call.checked() }

  /// Enclosures computed with so many bits; how narrow they are depends on the call.
  /// - Throws: `Undecided` if a comparison in the formula was open at this precision.
  public func enclosures(precision: Int) throws -> Answer<Ball> {
    try call.answer(over: Ball.self, precision: precision)
  }

  /// Every element rounded to the nearest number of a format, ties to even.
  /// - Throws: `Undecided` at the cap; `DataError` for data without an answer.
  public func floating(_ format: Format) throws -> Answer<Floating> { try rounded(to: format) }

  /// Every element rounded to so many significant decimal digits.
  /// - Throws: `Undecided` at the cap; `DataError` for data without an answer.
  public func digits(_ count: Int) throws -> Answer<DecimalValue> {
    try rounded(to: DecimalTarget(count: count))
  }

  /// Every element correctly rounded to 38 digits. The formula run in 38-digit arithmetic, its
  /// roundings accumulating, is `call.answer(over: Decimal38.self)`.
  /// - Throws: `Undecided` at the cap; `DataError` for data without an answer.
  public func decimal38() throws -> Answer<Decimal38> { try rounded(to: Decimal38Target()) }

  /// Every element rounded to a target.
  /// - Throws: `Undecided` at the cap; `DataError` for data without an answer.
  public func rounded<Target: RoundingTarget>(to target: Target) throws -> Answer<Target.Result> {
    let isRational = call.function.signature.isRational
    return try Ziv(target: target, isRational: isRational).round(
      { try call.answer(over: Ball.self, precision: $0) },
      { try call.answer(over: Symbolic.self) })
  }
}

/// Ziv's loop over everything that one computation answers.
struct Ziv<Target: RoundingTarget> {
  let target: Target
  /// Whether the computation is a rational function of its inputs: then only `exact` is run.
  var isRational = false

  /// Rounds what a computation answers, given as it runs over balls of a precision and over symbols.
  func round(
    _ enclosures: (Int) throws -> Answer<Ball>, _ exact: () throws -> Answer<Symbolic>
  ) throws -> Answer<Target.Result> {
    let start = target.startingPrecision
    let cap = max(Reference.cap, 4 * start)
    if isRational {
      return try exact().map { try decided(target.round($0, cap: cap), cap) }
    }
    var partial = try attempt(enclosures, start)
    if let done = partial.complete { return done }
    partial.fill(try attempt(enclosures, 2 * start))
    if let done = partial.complete { return done }
    do {
      let symbols = try exact()
      partial.fill(symbols) { target.round($0, cap: cap) }
    } catch is Undecided {}
    var precision = 4 * start
    while true {
      if let done = partial.complete { return done }
      if precision > cap { throw Undecided(bits: precision / 2) }
      partial.fill(try attempt(enclosures, precision))
      precision *= 2
    }
  }

  private func decided(_ result: Target.Result?, _ cap: Int) throws -> Target.Result {
    guard let result else { throw Undecided(bits: cap) }
    return result
  }

  private func attempt(
    _ enclosures: (Int) throws -> Answer<Ball>, _ precision: Int
  ) throws -> Partial<Target.Result> {
    do {
      return Partial(try enclosures(precision).map { target.round($0) })
    } catch is Undecided {
      return Partial(nil)
    }
  }
}

/// An answer of which some elements are still open; nil if none is known, not even the shapes.
private struct Partial<Result: Sendable> {
  private var answer: Answer<Result?>?

  init(_ answer: Answer<Result?>?) { self.answer = answer }

  /// The answer if no element is open.
  var complete: Answer<Result>? {
    guard let answer else { return nil }
    let tensors = [answer.value] + Array(answer.gradient.values)
    guard tensors.allSatisfy({ $0.elements.allSatisfy { $0 != nil } }) else { return nil }
    return answer.map { $0! }
  }

  /// Takes open elements from another attempt.
  mutating func fill(_ other: Partial) {
    guard let found = other.answer else { return }
    merge(found) { $0 }
  }

  /// Takes open elements from values that `round` may decide; only those are asked.
  mutating func fill<Value>(_ found: Answer<Value>, _ round: (Value) -> Result?) {
    merge(found, round)
  }

  private mutating func merge<Value>(_ found: Answer<Value>, _ convert: (Value) -> Result?) {
    guard let known = answer else {
      answer = found.map(convert)
      return
    }
    func join(_ a: Tensor<Result?>, _ b: Tensor<Value>) -> Tensor<Result?> {
      a.shaped(zip(a.elements, b.elements).map { $0 ?? convert($1) })
    }
    answer = Answer<Result?>(
      value: join(known.value, found.value),
      gradient: known.gradient.reduce(into: [:]) {
        $0[$1.key] = join($1.value, found.gradient[$1.key]!)
      })
  }
}
