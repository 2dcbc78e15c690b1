/// Where a generator gets its choices: drawn at random, replayed from a tape, or enumerated.
///
/// Every choice is written to the tape as it is made. A replay is refused past the end of its tape,
/// and takes the nearest choice that is allowed where the tape's is not.
public struct Source {
  private enum Origin {
    case random(SplitMix)
    /// `isOpen`: past the end of the tape come the simplest choices, instead of a refusal.
    case tape([Choice], isOpen: Bool)
  }

  private var origin: Origin
  private let start: Origin
  private(set) var drawn: [Drawn] = []
  /// What generators and claims have said about the case.
  public private(set) var labels: Set<String> = []
  /// What the case is, in words; empty unless `keepsNotes`.
  public private(set) var notes: [String] = []
  /// Whether notes are kept: only for the few cases that are reported.
  public var keepsNotes = false

  /// The binary numbers that may be drawn; nil where any number will do.
  public var format: BinaryFormat?
  /// Whether generators are to draw from few values by indices alone, for enumeration.
  public var isSmallWorld = false

  /// Choices at random.
  public init(seed: UInt64) { self.init(.random(SplitMix(seed: seed))) }

  /// The choices of a tape.
  public init(replaying tape: [Choice]) { self.init(.tape(tape, isOpen: false)) }

  /// The choices of a tape, and the simplest ones after its end.
  init(extending tape: [Choice]) { self.init(.tape(tape, isOpen: true)) }

  private init(_ start: Origin) { (origin, self.start) = (start, start) }

  /// The same source before its first choice: it makes the same ones again.
  public var rewound: Source {
    var copy = self
    (copy.origin, copy.drawn, copy.labels, copy.notes) = (start, [], [], [])
    return copy
  }

  /// The choices made so far.
  public var tape: [Choice] { drawn.map(\.choice) }

  /// Remembers something about the case, such as "tie", for `cover` demands.
  public mutating func label(_ text: String) { labels.insert(text) }

  /// Names a part of the case for the report of a failure, such as "z = 710.0".
  public mutating func note(_ text: @autoclosure () -> String) {
    if keepsNotes { notes.append(text()) }
  }

  /// A whole number from 0, the simplest, to below `bound`.
  /// - Precondition: `bound` is positive.
  public mutating func index(below bound: Int) throws(Rejection) -> Int {
    try index(below: bound) { random in Int.random(in: 0..<bound, using: &random) }
  }

  /// A whole number from 0, the simplest, each drawn by its weight.
  /// - Precondition: the weights are positive.
  public mutating func index(weights: [Int]) throws(Rejection) -> Int {
    precondition(weights.allSatisfy { $0 > 0 }, "a choice that is never taken")
    return try index(below: weights.count) { random in
      var rest = Int.random(in: 0..<weights.reduce(0, +), using: &random)
      return weights.firstIndex { weight in
        rest -= weight
        return rest < 0
      }!
    }
  }

  private mutating func index(
    below bound: Int, _ draw: (inout SplitMix) -> Int
  ) throws(Rejection) -> Int {
    precondition(bound > 0, "a choice among nothing")
    let index: Int
    switch origin {
    case .random(var random):
      index = draw(&random)
      origin = .random(random)
    case .tape(let tape, let isOpen):
      if drawn.count < tape.count, case .index(let wanted) = tape[drawn.count] {
        index = Int(min(wanted, UInt64(bound - 1)))
      } else if drawn.count < tape.count || isOpen {
        index = 0
      } else {
        throw Rejection()
      }
    }
    drawn.append(Drawn(choice: .index(UInt64(index)), bound: UInt64(bound), origin: 0))
    return index
  }

  /// A finite real number of a range, edges more often than chance would have it; one of the
  /// format, if there is one. In ranges that hold 0, −0 is drawn too.
  ///
  /// - Parameters:
  ///   - range: the ends are among the edges.
  ///   - simplest: what it shrinks towards.
  /// - Throws: ``Rejection`` also if the format has no number in the range.
  public mutating func real(
    in range: ClosedRange<Double>, simplest: Double = 0
  ) throws(Rejection) -> Double {
    guard let reals = Reals(range, format ?? .binary64) else { throw Rejection() }
    let simplest = reals.nearest(to: simplest)
    let value: Double
    switch origin {
    case .random(var random):
      value = reals.draw(&random)
      origin = .random(random)
    case .tape(let tape, let isOpen):
      if drawn.count < tape.count, case .real(let wanted) = tape[drawn.count] {
        value = wanted.isNaN ? simplest : reals.nearest(to: wanted)
      } else if drawn.count < tape.count || isOpen {
        value = simplest
      } else {
        throw Rejection()
      }
    }
    drawn.append(Drawn(choice: .real(value), bound: 0, origin: simplest))
    return value
  }
}
