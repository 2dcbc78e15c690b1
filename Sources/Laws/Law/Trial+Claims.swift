import CrossEntropy
public import Exact

// What a trial can state. There are thousands of statements, so each is no more than a call of what
// decides it (`Trial+Refutation`) and its name, put into words only if it fails.

extension Trial {
  /// States that two numbers are the same.
  ///
  /// - Parameters:
  ///   - a: one of them.
  ///   - b: the other.
  ///   - what: the statement's name, for the report.
  ///   - isRelative: whether a certified subject's enclosures must be narrow relative to the
  ///     numbers themselves, also where these are small.
  /// - Throws: ``Violation`` where they cannot be the same.
  public func equal(
    _ a: Ball, _ b: Ball, _ what: @autoclosure () -> String = "", isRelative: Bool = false
  ) throws {
    try report(unequal(a, b, isRelative: isRelative), what())
  }

  /// States that two lists of numbers are the same.
  public func equal(
    _ a: [Ball], _ b: [Ball], _ what: @autoclosure () -> String = "", isRelative: Bool = false
  ) throws {
    try report(unequal(a, b, isRelative: isRelative), what())
  }

  /// States that a ≤ b.
  public func atMost(_ a: Ball, _ b: Ball, _ what: @autoclosure () -> String = "") throws {
    try report(above(a, b), what())
  }

  /// States that a < b; of a certified subject this must be sure.
  public func less(_ a: Ball, _ b: Ball, _ what: @autoclosure () -> String = "") throws {
    try report(notLess(a, b), what())
  }

  /// States that |a − b| is at most a bound that was argued.
  public func close(
    _ a: Ball, _ b: Ball, within bound: Ball, _ what: @autoclosure () -> String = "the distance"
  ) throws {
    try report(above(.larger(a - b, b - a), bound), what())
  }

  /// States that a number is NaN.
  public func isNaN(_ a: Ball, _ what: @autoclosure () -> String = "") throws {
    try report(notNaN(a), what())
  }

  /// States that a number is finite; of a certified subject this must be sure.
  public func isFinite(_ a: Ball, _ what: @autoclosure () -> String = "") throws {
    try report(notFinite(a), what())
  }

  /// States something that is no comparison of numbers.
  public func holds(_ condition: Bool, _ what: @autoclosure () -> String) throws {
    if !condition { throw Violation(what()) }
  }

  /// Throws what refutes a statement, if anything does, after the statement's name.
  @inline(__always)
  private func report(_ refutation: Refutation?, _ what: @autoclosure () -> String) throws {
    if let refutation { throw refutation.violation(of: what()) }
  }
}
