public import Exact

/// The reference: answers with proof.
///
/// Ziv's loop: the formula is run over balls; both ends of each result are rounded; the precision
/// rises until they agree. Where it does not soon end, the same formula over `NearRational` keeps
/// apart what lies astronomically close to a rational number, and over `Symbolic` decides ties and
/// zeros. Functions that are rational throughout are computed exactly and rounded once.
///
/// For a few functions no proof is known that the loop ends (entropies of a softmax, focal loss
/// from logits off z = 0, ListNet, several steps of SGD, the entropy of a normal distribution).
/// There the loop stops at `cap` bits and throws ``Undecided``.
public struct Reference: Sendable {
  /// The precision at which an unprovable case is given up, unless more digits were asked for.
  public static let cap = 4096

  /// The same for a result that is proved to be decided some day: no longer a question of proof,
  /// only of time and memory.
  static let provedCap = 1 << 18

  /// The call that is answered, checked.
  public let call: CheckedCall

  /// The reference for a call, which is checked first.
  /// - Throws: ``DataError``, naming the element and the reason.
  public init(_ call: Call) throws { self.call = try call.checked() }

  /// Enclosures computed with so many bits; how narrow they are depends on the call.
  /// - Throws: ``Undecided`` if a comparison in the formula was open at this precision.
  public func enclosures(precision: Int) throws -> Answer<Ball> {
    try call.answer(over: Ball.self, precision: precision)
  }

  /// The exact value of a function that is rational throughout; nil for any other.
  public func fractions() throws -> Answer<Extended>? {
    guard call.function.signature.isRational else { return nil }
    return try call.answer(over: Symbolic.self).map { number in
      if case .rational(let value) = number.decision { return .finite(value) }
      return number.isNaN ? .nan : .infinity(isNegative: number.isNegativeInfinity)
    }
  }

  /// Every element rounded to the nearest number of a format, ties to even.
  /// - Throws: ``Undecided`` at the cap; ``DataError`` for data without an answer.
  public func floating(_ format: Format) throws -> Answer<Floating> { try rounded(to: format) }

  /// Every element rounded to so many significant decimal digits.
  /// - Throws: ``Undecided`` at the cap; ``DataError`` for data without an answer.
  public func digits(_ count: Int) throws -> Answer<DecimalValue> {
    try rounded(to: DecimalTarget(count: count))
  }

  /// Every element correctly rounded to 38 digits. The formula run in 38-digit arithmetic, its
  /// roundings accumulating, is `call.answer(over: Decimal38.self)`.
  /// - Throws: ``Undecided`` at the cap; ``DataError`` for data without an answer.
  public func decimal38() throws -> Answer<Decimal38> { try rounded(to: Decimal38Target()) }

  /// Every element rounded to a target.
  /// - Throws: ``Undecided`` at the cap; ``DataError`` for data without an answer.
  public func rounded<Target: RoundingTarget>(to target: Target) throws -> Answer<Target.Result> {
    let isRational = call.function.signature.isRational
    return try Ziv(target: target, isRational: isRational).round(
      { try call.answer(over: Ball.self, precision: $0) },
      near: { try call.answer(over: NearRational.self, precision: $0) },
      exact: { try call.answer(over: Symbolic.self) })
  }
}

/// Ziv's loop over everything that one computation answers.
struct Ziv<Target: RoundingTarget> {
  let target: Target
  /// Whether the computation is a rational function of its inputs: then only `exact` is run.
  var isRational = false

  /// Rounds what a computation answers, given as it runs over three arithmetics.
  func round(
    _ enclosures: (Int) throws -> Answer<Ball>, near: (Int) throws -> Answer<NearRational>,
    exact: () throws -> Answer<Symbolic>
  ) throws -> Answer<Target.Result> {
    let start = target.startingPrecision
    let cap = max(Reference.cap, 4 * start)
    if isRational {
      return try exact().map { try decided(target.round($0, cap: cap), cap) }
    }
    var open = Partial<Target.Result>()
    try open.fill({ try enclosures(start) }, by: { target.round($0) })
    if let done = open.complete { return done }
    try open.fill({ try near(2 * start) }, by: { target.round($0) })
    if let done = open.complete { return done }
    // What is proved irrational is no tie: for that the loop ends by itself, if late.
    var isProved = true
    try open.fill(
      exact,
      by: {
        switch $0.decision {
        case .rational(let value): return target.round(value, direction: 0)
        case .irrational: return nil
        case .unknown:
          isProved = false
          return nil
        }
      })
    let limit = isProved ? Reference.provedCap : cap
    var precision = 4 * start
    while true {
      if let done = open.complete { return done }
      if precision > limit { throw Undecided(bits: precision / 2) }
      try open.fill({ try near(precision) }, by: { target.round($0) })
      precision *= 2
    }
  }

  private func decided(_ result: Target.Result?, _ cap: Int) throws -> Target.Result {
    guard let result else { throw Undecided(bits: cap) }
    return result
  }
}

/// An answer of which some elements are still open; nil if none is known, not even the shapes.
private struct Partial<Result: Sendable> {
  private var answer: Answer<Result?>?

  /// The answer if no element is open.
  var complete: Answer<Result>? {
    guard let answer else { return nil }
    let tensors = [answer.value] + Array(answer.gradient.values)
    guard tensors.allSatisfy({ $0.elements.allSatisfy { $0 != nil } }) else { return nil }
    return answer.map { $0! }
  }

  /// Takes open elements from an attempt, if it was not itself left undecided by a comparison.
  mutating func fill<Value>(
    _ attempt: () throws -> Answer<Value>, by round: (Value) -> Result?
  ) throws {
    do {
      merge(try attempt(), round)
    } catch is Undecided {}
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
