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
    (copy.origin, copy.drawn, copy.labels) = (start, [], [])
    return copy
  }

  /// The choices made so far.
  public var tape: [Choice] { drawn.map(\.choice) }

  /// Remembers something about the case, such as "tie", for `cover` demands.
  public mutating func label(_ text: String) { labels.insert(text) }

  /// A whole number from 0, the simplest, to below `bound`.
  /// - Precondition: `bound` is positive.
  public mutating func index(below bound: Int) throws(Rejection) -> Int {
    precondition(bound > 0, "a choice among nothing")
    let count = UInt64(bound)
    let index: UInt64
    switch origin {
    case .random(var random):
      index = UInt64.random(in: 0..<count, using: &random)
      origin = .random(random)
    case .tape(let tape, let isOpen):
      if drawn.count < tape.count, case .index(let wanted) = tape[drawn.count] {
        index = min(wanted, count - 1)
      } else if drawn.count < tape.count || isOpen {
        index = 0
      } else {
        throw Rejection()
      }
    }
    drawn.append(Drawn(choice: .index(index), bound: count, origin: 0))
    return Int(index)
  }

  /// A real number of a range, edges more often than chance would have it.
  ///
  /// - Parameter simplest: what it shrinks towards.
  public mutating func real(
    in range: ClosedRange<Double>, simplest: Double = 0
  ) throws(Rejection) -> Double {
    let format = format ?? .binary64
    var value: Double
    switch origin {
    case .random(var random):
      value = Reals.draw(in: range, format, &random)
      origin = .random(random)
    case .tape(let tape, let isOpen):
      if drawn.count < tape.count, case .real(let wanted) = tape[drawn.count] {
        value = wanted
      } else if drawn.count < tape.count || isOpen {
        value = simplest
      } else {
        throw Rejection()
      }
    }
    value = Reals.nearest(to: value, in: range, format, simplest: simplest)
    drawn.append(Drawn(choice: .real(value), bound: 0, origin: simplest))
    return value
  }
}

/// A binary format that numbers are drawn in.
public struct BinaryFormat: Sendable, Hashable {
  /// Binary digits of a significand.
  public let precision: Int
  /// The exponents of normal numbers, 2^e ≤ |x| < 2^(e+1).
  public let exponents: ClosedRange<Int>

  public init(precision: Int, exponents: ClosedRange<Int>) {
    (self.precision, self.exponents) = (precision, exponents)
  }

  public static let binary64 = BinaryFormat(precision: 53, exponents: -1022...1023)
}
