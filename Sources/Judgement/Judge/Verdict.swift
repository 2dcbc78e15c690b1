public import CrossEntropy
public import Exact

/// What the judge says of one reply.
public struct Verdict: Sendable {
  /// What a reply comes to.
  public enum Outcome: Sendable, Hashable {
    /// Every element is proved to be as near as the level asks, or the rejection was due.
    case conforms
    /// Of the right class, with no accepted algorithm that stays in range to hold its size to; or
    /// left open by every enclosure.
    case notJudged(String)
    /// The implementation says that it cannot; it never counts as a pass.
    case unsupported(String)
    /// An element is proved to be wrong, or the reply is of the wrong kind; the reason in words.
    case fails(String)
  }

  /// A number of an answer.
  public struct Place: Sendable, Hashable {
    /// What a gradient is by; nil for the value.
    public var gradient: String?
    /// In row-major order.
    public var index: Int

    /// The place of an element of a gradient or, with nil, of the value.
    public init(gradient: String?, index: Int) { (self.gradient, self.index) = (gradient, index) }
  }

  /// What the reply comes to.
  public var outcome: Outcome
  /// The worst element's error as a multiple of its bound B; 2 is allowed.
  public var multiple = 0.0
  /// The same element's error in units of the last place of the exact value.
  public var ulps = 0.0
  /// The element that is worst, or wrong.
  public var worst: Place?
  /// The exact numbers, where there are any, at the precision that decided.
  public var expected: Answer<Ball>?

  init(_ outcome: Outcome, expected: Answer<Ball>? = nil) {
    (self.outcome, self.expected) = (outcome, expected)
    // What fails without a number to measure is beyond any multiple.
    if fails { (multiple, ulps) = (.infinity, .infinity) }
  }

  /// Whether the reply counts as a pass.
  public var conforms: Bool { outcome == .conforms }
  /// Whether the reply counts as a failure.
  public var fails: Bool { if case .fails = outcome { true } else { false } }
}
