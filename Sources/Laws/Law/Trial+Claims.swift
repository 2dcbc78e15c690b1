import CrossEntropy
public import Exact

// What a trial can state. A statement about enclosures fails only where they refute it; of a
// certified subject they must also be narrow, so that an identity is checked to 60 digits.

/// The enclosures say too little about a claim that is to be checked to 60 digits.
struct TooWide: Error {}

extension Trial {
  /// How narrow the enclosures of a certified subject must be, relative to the larger of the
  /// numbers compared and 1: 60 decimal digits.
  static let width = Magnitude.powerOfTwo(-200)

  /// States that two numbers are the same.
  ///
  /// - Parameter isRelative: whether a certified subject's enclosures must be narrow relative to the
  ///   numbers themselves, also where these are small.
  public func equal(
    _ a: Ball, _ b: Ball, _ what: @autoclosure () -> String = "", isRelative: Bool = false
  ) throws {
    guard a.overlaps(b) else {
      throw Violation(Trial.named(what()) + "\(Trial.shown(a)) is not \(Trial.shown(b))")
    }
    try demandNarrow(a, b, isRelative: isRelative)
  }

  /// States that two lists of numbers are the same.
  public func equal(
    _ a: [Ball], _ b: [Ball], _ what: @autoclosure () -> String = "", isRelative: Bool = false
  ) throws {
    guard a.count == b.count else {
      throw Violation(Trial.named(what()) + "\(a.count) elements are not \(b.count)")
    }
    for (index, pair) in zip(a, b).enumerated() {
      try equal(
        pair.0, pair.1, what() + (a.count == 1 ? "" : "[\(index)]"), isRelative: isRelative)
    }
  }

  /// States that a ≤ b.
  public func atMost(_ a: Ball, _ b: Ball, _ what: @autoclosure () -> String = "") throws {
    if a.isUnknown || b.isUnknown { return try demandNarrow(a, b) }
    guard !a.isNaN, !b.isNaN, Ball.compare(a, b) != 1 else {
      throw Violation(Trial.named(what()) + "\(Trial.shown(a)) is not at most \(Trial.shown(b))")
    }
    try demandNarrow(a, b)
  }

  /// States that a < b; of a certified subject this must be sure.
  public func less(_ a: Ball, _ b: Ball, _ what: @autoclosure () -> String = "") throws {
    let order = Ball.compare(a, b)
    if order == -1 { return }
    let isOpen = order == nil && !a.isNaN && !b.isNaN
    if isOpen && subject.promise != .certified && Trial.mayBeLess(a, b) { return }
    if isOpen && subject.promise == .certified && subject.sharper != nil { throw TooWide() }
    throw Violation(Trial.named(what()) + "\(Trial.shown(a)) is not less than \(Trial.shown(b))")
  }

  /// Whether the least number of one is below the greatest of the other.
  private static func mayBeLess(_ a: Ball, _ b: Ball) -> Bool {
    guard a.isFinite, b.isFinite else { return true }
    return a.lower < b.upper
  }

  /// States that |a − b| is at most a bound that was argued.
  public func close(
    _ a: Ball, _ b: Ball, within bound: Ball, _ what: @autoclosure () -> String = ""
  ) throws {
    try atMost(.larger(a - b, b - a), bound, what().isEmpty ? "the distance" : what())
  }

  public func isNaN(_ a: Ball, _ what: @autoclosure () -> String = "") throws {
    guard a.isNaN || a.isUnknown else {
      throw Violation(Trial.named(what()) + "\(Trial.shown(a)) is not NaN")
    }
  }

  public func isFinite(_ a: Ball, _ what: @autoclosure () -> String = "") throws {
    guard a.isFinite || a.isUnknown else {
      throw Violation(Trial.named(what()) + "\(Trial.shown(a)) is not finite")
    }
  }

  /// States something that is no comparison of numbers.
  public func holds(_ condition: Bool, _ what: @autoclosure () -> String) throws {
    if !condition { throw Violation(what()) }
  }

  private func demandNarrow(_ a: Ball, _ b: Ball, isRelative: Bool = false) throws {
    guard subject.promise == .certified, !a.isNaN, !a.isInfinite, !b.isNaN, !b.isInfinite else {
      return
    }
    let size = max(Magnitude(above: a.midpoint), Magnitude(above: b.midpoint))
    let scale = isRelative ? size : max(size, Magnitude.powerOfTwo(0))
    guard !a.isUnknown, !b.isUnknown, a.radius + b.radius <= Trial.width * scale else {
      if subject.sharper != nil { throw TooWide() }
      throw Violation("the enclosures \(Trial.shown(a)) and \(Trial.shown(b)) stay too wide")
    }
  }

  private static func named(_ what: String) -> String { what.isEmpty ? "" : what + ": " }

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
