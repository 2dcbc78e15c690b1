public import CrossEntropy
public import Exact

/// What the judge says of one reply.
public struct Verdict: Sendable {
  public enum Outcome: Sendable, Hashable {
    case conforms
    /// Of the right class, with no accepted algorithm that stays in range to hold its size to.
    case notJudged(String)
    /// The implementation says that it cannot; it never counts as a pass.
    case unsupported(String)
    case fails(String)
  }

  public var outcome: Outcome
  /// The worst element's error as a multiple of its bound B; 2 is allowed.
  public var multiple = 0.0
  /// The same element's error in units of the last place of the exact value.
  public var ulps = 0.0
  /// The element that is worst, or wrong, in row-major order.
  public var worst: Int?
  /// The exact values, where there are any, at the precision that decided.
  public var expected: Tensor<Ball>?

  init(_ outcome: Outcome, expected: Tensor<Ball>? = nil) {
    (self.outcome, self.expected) = (outcome, expected)
    // What fails without a number to measure is beyond any multiple.
    if fails { (multiple, ulps) = (.infinity, .infinity) }
  }

  public var conforms: Bool { outcome == .conforms }
  public var fails: Bool { if case .fails = outcome { true } else { false } }
}
