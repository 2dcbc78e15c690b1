import CrossEntropy
import Exact

// What decides a trial's statements. A statement about enclosures fails only where they refute it;
// of a certified subject they must also be narrow, so that an identity is checked to 60 digits.

/// The enclosures say too little about a claim that is to be checked to 60 digits.
struct TooWide: Error {}

/// Why a statement does not hold.
struct Refutation {
  let reason: String
  /// The element of a list that it is about.
  var index: Int?

  @inline(never)
  func violation(of what: String) -> Violation {
    let name = what + (index.map { "[\($0)]" } ?? "")
    return Violation(name.isEmpty ? reason : "\(name): \(reason)")
  }
}

extension Trial {
  /// How narrow the enclosures of a certified subject must be, relative to the larger of the
  /// numbers compared and 1: 60 decimal digits.
  static let width = Magnitude.powerOfTwo(-200)

  @inline(never)
  func unequal(_ a: Ball, _ b: Ball, isRelative: Bool) throws -> Refutation? {
    guard a.overlaps(b) else {
      return Refutation(reason: "\(Trial.shown(a)) is not \(Trial.shown(b))")
    }
    return try wide(a, b, isRelative: isRelative)
  }

  @inline(never)
  func unequal(_ a: [Ball], _ b: [Ball], isRelative: Bool) throws -> Refutation? {
    guard a.count == b.count else {
      return Refutation(reason: "\(a.count) elements are not \(b.count)")
    }
    for (index, pair) in zip(a, b).enumerated() {
      guard var refutation = try unequal(pair.0, pair.1, isRelative: isRelative) else { continue }
      if a.count > 1 { refutation.index = index }
      return refutation
    }
    return nil
  }

  @inline(never)
  func above(_ a: Ball, _ b: Ball) throws -> Refutation? {
    if !a.isUnknown && !b.isUnknown && (a.isNaN || b.isNaN || Ball.compare(a, b) == 1) {
      return Refutation(reason: "\(Trial.shown(a)) is not at most \(Trial.shown(b))")
    }
    return try wide(a, b)
  }

  @inline(never)
  func notLess(_ a: Ball, _ b: Ball) throws -> Refutation? {
    let order = Ball.compare(a, b)
    if order == -1 { return nil }
    let isOpen = order == nil && !a.isNaN && !b.isNaN
    if isOpen && subject.promise != .certified && Trial.mayBeLess(a, b) { return nil }
    if isOpen && subject.promise == .certified && subject.sharper != nil { throw TooWide() }
    return Refutation(reason: "\(Trial.shown(a)) is not less than \(Trial.shown(b))")
  }

  @inline(never)
  func notNaN(_ a: Ball) -> Refutation? {
    a.isNaN || a.isUnknown ? nil : Refutation(reason: "\(Trial.shown(a)) is not NaN")
  }

  @inline(never)
  func notFinite(_ a: Ball) -> Refutation? {
    a.isFinite || a.isUnknown ? nil : Refutation(reason: "\(Trial.shown(a)) is not finite")
  }

  /// Whether the least number of one is below the greatest of the other.
  private static func mayBeLess(_ a: Ball, _ b: Ball) -> Bool {
    guard a.isFinite, b.isFinite else { return true }
    return a.lower < b.upper
  }

  /// Enclosures of a certified subject that stay too wide to show anything.
  private func wide(_ a: Ball, _ b: Ball, isRelative: Bool = false) throws -> Refutation? {
    guard subject.promise == .certified, !a.isNaN, !a.isInfinite, !b.isNaN, !b.isInfinite else {
      return nil
    }
    let size = max(Magnitude(above: a.midpoint), Magnitude(above: b.midpoint))
    let scale = isRelative ? size : max(size, Magnitude.powerOfTwo(0))
    if !a.isUnknown && !b.isUnknown && a.radius + b.radius <= Trial.width * scale { return nil }
    if subject.sharper != nil { throw TooWide() }
    let reason = "the enclosures \(Trial.shown(a)) and \(Trial.shown(b)) stay too wide"
    return Refutation(reason: reason)
  }

  static func shown(_ balls: [Ball]) -> String {
    "[" + balls.map { shown($0) }.joined(separator: ", ") + "]"
  }

  /// A number as far as a reader wants it.
  static func shown(_ ball: Ball) -> String {
    guard ball.isFinite else { return ball.description }
    let value = shown(ball.midpoint, count: 17)
    // A radius that a reader would not see is left out.
    let isTight =
      ball.radius.isZero
      || (!ball.midpoint.isZero && ball.radius.top < ball.midpoint.top - Integer(50))
    if isTight { return value }
    return value + " ± " + shown(ball.radius.asDyadic, count: 2)
  }

  /// A number in so many decimal digits, or as a power of two where these would take long to find.
  private static func shown(_ number: Dyadic, count: Int) -> String {
    if !number.isZero && number.top.magnitude > 50_000 {
      return "\(number.isNegative ? "−" : "")2^\(number.top)"
    }
    return DecimalDigits(rounding: number.asRational, count: count).trimmed.description
  }
}
