/// A search for a case that a claim fails on.
public struct Check: Sendable {
  public var seed: UInt64
  public var cases: Int
  /// Shares of the cases that must carry a label, such as `["tie": 0.05]`.
  public var cover: [String: Double]
  /// What the source of each case is told before the draw.
  public var format: BinaryFormat?
  /// How often a failing case may be tried in a simpler form.
  public var budget = 4000

  public init(
    seed: UInt64, cases: Int, cover: [String: Double] = [:], format: BinaryFormat? = nil
  ) {
    (self.seed, self.cases, self.cover, self.format) = (seed, cases, cover, format)
  }

  /// Tries the claim, which draws its case from the source, so many times.
  ///
  /// - Parameter claim: throws `Rejection` for a case to discard, anything else where it fails.
  public func run(_ claim: (inout Source) throws -> Void) -> Outcome {
    var random = SplitMix(seed: seed)
    var (tried, discarded) = (0, 0)
    var labels: [String: Int] = [:]
    while tried < cases {
      var source = Source(seed: random.next())
      source.format = format
      do {
        try claim(&source)
      } catch is Rejection {
        discarded += 1
        if discarded > 10 * cases + 100 { return .starved(cases: tried, discarded: discarded) }
        continue
      } catch {
        return .fails(failure(source, error, case: tried + 1, isSmallWorld: false, claim))
      }
      tried += 1
      for label in source.labels { labels[label, default: 0] += 1 }
    }
    for (label, share) in cover.sorted(by: { $0.key < $1.key })
    where Double(labels[label] ?? 0) < share * Double(tried) {
      return .uncovered(
        label: label, share: Double(labels[label] ?? 0) / Double(tried), wanted: share)
    }
    return .holds(cases: tried, labels: labels)
  }

  /// Tries the claim on every case of the small world, which is drawn by indices alone, up to a limit.
  public func exhaust(limit: Int = .max, _ claim: (inout Source) throws -> Void) -> Outcome {
    var tape: [Choice] = []
    var tried = 0
    while true {
      var source = Source(extending: tape)
      (source.isSmallWorld, source.format) = (true, format)
      do {
        try claim(&source)
        tried += 1
      } catch is Rejection {
      } catch {
        return .fails(failure(source, error, case: tried + 1, isSmallWorld: true, claim))
      }
      guard tried < limit, let next = source.successor else {
        return .holds(cases: tried, labels: [:])
      }
      tape = next
    }
  }

  /// One case again.
  public func replay(
    _ tape: [Choice], isSmallWorld: Bool = false, _ claim: (inout Source) throws -> Void
  ) throws {
    var source = Source(replaying: tape)
    (source.isSmallWorld, source.format) = (isSmallWorld, format)
    try claim(&source)
  }

  private func failure(
    _ first: Source, _ error: any Error, case number: Int, isSmallWorld: Bool,
    _ claim: (inout Source) throws -> Void
  ) -> Failure {
    var last: any Error = error
    func attempt(_ tape: [Choice]) -> [Drawn]? {
      var source = Source(replaying: tape)
      (source.isSmallWorld, source.format) = (isSmallWorld, format)
      do {
        try claim(&source)
        return nil
      } catch is Rejection {
        return nil
      } catch {
        last = error
        return source.drawn
      }
    }
    let isFlaky = attempt(first.tape) == nil
    last = error
    if isFlaky {
      return Failure(
        caseNumber: number, first: Tape(first.tape), least: Tape(first.tape), steps: 0, tries: 1,
        isSmallWorld: isSmallWorld, isFlaky: true, error: error)
    }
    let shrunk = Shrinker(budget: budget).shrink(first.drawn, fails: attempt)
    _ = attempt(shrunk.tape.map(\.choice))
    return Failure(
      caseNumber: number, first: Tape(first.tape), least: Tape(shrunk.tape.map(\.choice)),
      steps: shrunk.steps, tries: shrunk.tries, isSmallWorld: isSmallWorld, isFlaky: false,
      error: last)
  }
}

/// What a search found.
public enum Outcome: Sendable {
  case holds(cases: Int, labels: [String: Int])
  case fails(Failure)
  /// Too many draws were discarded.
  case starved(cases: Int, discarded: Int)
  /// A label that `cover` demands was too rare.
  case uncovered(label: String, share: Double, wanted: Double)
}

/// A failing case, in the simplest form found.
public struct Failure: Sendable {
  /// Which case failed, counted from 1.
  public let caseNumber: Int
  public let first: Tape
  public let least: Tape
  /// Simplifications that kept it failing, and all that were tried.
  public let steps: Int
  public let tries: Int
  public let isSmallWorld: Bool
  /// Whether the claim held when the very same case was tried again.
  public let isFlaky: Bool
  /// What the least case threw.
  public let error: any Error
}

extension Source {
  /// The tape after this one in the enumeration of all; nil after the last.
  fileprivate var successor: [Choice]? {
    for position in drawn.indices.reversed() {
      guard case .index(let index) = drawn[position].choice else { continue }
      if index + 1 < drawn[position].bound {
        return drawn[..<position].map(\.choice) + [.index(index + 1)]
      }
    }
    return nil
  }
}
