/// A search for a case that a claim fails on.
///
/// A claim is code that draws its case from a source and throws where the case breaks it, or
/// ``Rejection`` where there is nothing to claim. The same check always tries the same cases.
public struct Check: Sendable {
  /// What the random choices are made from; the same seed tries the same cases.
  public var seed: UInt64
  /// How many cases are to hold before the claim does; discarded ones do not count.
  public var cases: Int
  /// Shares of the cases that must carry a label, such as `["tie": 0.05]`.
  public var cover: [String: Double]
  /// What the source of each case is told before the draw.
  public var format: BinaryFormat?
  /// How often a failing case may be tried in a simpler form.
  public var budget = 4000

  /// A check of so many cases, with the usual budget for shrinking.
  public init(
    seed: UInt64, cases: Int, cover: [String: Double] = [:], format: BinaryFormat? = nil
  ) {
    (self.seed, self.cases, self.cover, self.format) = (seed, cases, cover, format)
  }

  /// Ten for each case, and some for a start: more discards than that and the search is starved.
  private var discardLimit: Int { 10 * cases + 100 }

  /// Tries the claim, which draws its case from the source, so many times.
  ///
  /// - Parameter claim: throws ``Rejection`` for a case to discard, anything else where it fails.
  public func run(_ claim: (inout Source) throws -> Void) -> Outcome {
    var random = SplitMix(seed: seed)
    var (tried, discarded) = (0, 0)
    var labels: [String: Int] = [:]
    while tried < cases {
      var source = prepared(Source(seed: random.next()), isSmallWorld: false)
      switch attempt(&source, claim) {
      case .held:
        tried += 1
        for label in source.labels { labels[label, default: 0] += 1 }
      case .discarded:
        discarded += 1
        if discarded > discardLimit { return .starved(cases: tried, discarded: discarded) }
      case .failed(let error):
        return .fails(failure(source, error, case: tried + 1, of: cases, claim))
      }
    }
    for (label, wanted) in cover.sorted(by: { $0.key < $1.key }) {
      let share = tried == 0 ? 0 : Double(labels[label] ?? 0) / Double(tried)
      if share < wanted { return .uncovered(label: label, share: share, wanted: wanted) }
    }
    return .holds(cases: tried, labels: labels)
  }

  /// Tries the claim on every case of the small world, once, in the order of their choices, up to a
  /// limit of cases, discarded ones included. Cases differ by indices alone: of real numbers, only
  /// the simplest is drawn.
  public func exhaust(limit: Int = .max, _ claim: (inout Source) throws -> Void) -> Outcome {
    var next: [Choice]? = []
    var (tried, discarded) = (0, 0)
    var labels: [String: Int] = [:]
    while let tape = next, tried + discarded < limit {
      var source = prepared(Source(extending: tape), isSmallWorld: true)
      switch attempt(&source, claim) {
      case .held:
        tried += 1
        for label in source.labels { labels[label, default: 0] += 1 }
      case .discarded: discarded += 1
      case .failed(let error):
        return .fails(failure(source, error, case: tried + 1, of: nil, claim))
      }
      next = source.successor
    }
    return .holds(cases: tried, labels: labels)
  }

  /// One case again.
  public func replay(
    _ tape: [Choice], isSmallWorld: Bool = false, _ claim: (inout Source) throws -> Void
  ) throws {
    var source = prepared(Source(replaying: tape), isSmallWorld: isSmallWorld)
    try claim(&source)
  }

  private func prepared(_ source: Source, isSmallWorld: Bool) -> Source {
    var source = source
    (source.isSmallWorld, source.format) = (isSmallWorld, format)
    return source
  }

  private enum Trial {
    case held, discarded
    case failed(any Error)
  }

  private func attempt(_ source: inout Source, _ claim: (inout Source) throws -> Void) -> Trial {
    do {
      try claim(&source)
      return .held
    } catch is Rejection {
      return .discarded
    } catch {
      return .failed(error)
    }
  }

  /// The failure in its simplest form, unless it does not even fail twice.
  private func failure(
    _ first: Source, _ error: any Error, case number: Int, of cases: Int?,
    _ claim: (inout Source) throws -> Void
  ) -> Failure {
    func again(_ tape: [Choice], keepsNotes: Bool) -> (source: Source, error: (any Error)?) {
      var source = prepared(Source(replaying: tape), isSmallWorld: first.isSmallWorld)
      source.keepsNotes = keepsNotes
      guard case .failed(let error) = attempt(&source, claim) else { return (source, nil) }
      return (source, error)
    }
    let repeated = again(first.tape, keepsNotes: true)
    var shrunk = (tape: first.drawn, steps: 0, tries: 0)
    if repeated.error != nil {
      shrunk = Shrinker(budget: budget).shrink(first.drawn) { tape in
        let (source, error) = again(tape, keepsNotes: false)
        return error == nil ? nil : source.drawn
      }
    }
    let least = again(shrunk.tape.map(\.choice), keepsNotes: true)
    return Failure(
      caseNumber: number, cases: cases,
      first: Tape(first.tape), firstNotes: repeated.source.notes,
      least: Tape(least.source.tape), leastNotes: least.source.notes,
      steps: shrunk.steps, tries: shrunk.tries, isSmallWorld: first.isSmallWorld,
      isFlaky: repeated.error == nil || least.error == nil, error: least.error ?? error)
  }
}

extension Source {
  /// The tape after this one in the enumeration of all; nil after the last.
  fileprivate var successor: [Choice]? {
    for (place, drawn) in drawn.enumerated().reversed() {
      if case .index(let index) = drawn.choice, index + 1 < drawn.bound {
        return tape[..<place] + [.index(index + 1)]
      }
    }
    return nil
  }
}
