/// How simple a real number is as a choice, the least being the simplest: where it shrinks towards,
/// then whole numbers from there outwards, then whole numbers too large to be counted and fractions,
/// each with few binary digits before those with many. Of a number and its negative, the positive
/// one is simpler.
struct Simplicity: Comparable {
  private enum Kind: Int { case origin, counting, large, fraction }

  private let kind: Kind
  /// What tells the numbers of a kind apart, the weightiest first.
  private let digits: Int
  private let distance: Double
  private let magnitude: Double
  private let isNegative: Bool

  init(of value: Double, origin: Double) {
    let isWhole = value.rounded(.towardZero) == value
    if value.bitPattern == origin.bitPattern {
      (kind, digits) = (.origin, 0)
    } else if isWhole && abs(value) <= Self.countingLimit {
      (kind, digits) = (.counting, 0)
    } else if isWhole {
      (kind, digits) = (.large, value.significandWidth)
    } else {
      (kind, digits) = (.fraction, -value.exponentOfLastDigit)
    }
    (distance, magnitude) = (abs(value - origin), abs(value))
    isNegative = value.sign == .minus
  }

  /// Up to here each whole number is a double.
  static let countingLimit = 0x1p53

  static func < (a: Simplicity, b: Simplicity) -> Bool {
    if a.kind != b.kind { return a.kind.rawValue < b.kind.rawValue }
    if a.digits != b.digits { return a.digits < b.digits }
    if a.distance != b.distance { return a.distance < b.distance }
    if a.magnitude != b.magnitude { return a.magnitude < b.magnitude }
    return !a.isNegative && b.isNegative
  }
}

extension Double {
  /// The exponent of the last binary digit that is not 0; of a number that is not 0 and finite.
  var exponentOfLastDigit: Int { Int(exponent) - significandWidth }
}

extension Drawn {
  func isSimpler(than other: Drawn) -> Bool {
    switch (choice, other.choice) {
    case (.index(let a), .index(let b)): a < b
    case (.index, .real): true
    case (.real, .index): false
    case (.real(let a), .real(let b)):
      Simplicity(of: a, origin: origin) < Simplicity(of: b, origin: other.origin)
    }
  }

  /// Whether no choice could be simpler here.
  var isSimplest: Bool {
    switch choice {
    case .index(let index): index == 0
    case .real(let value): value.bitPattern == origin.bitPattern
    }
  }

  /// The simplest choice in its place.
  var simplest: Choice { bound == 0 ? .real(origin) : .index(0) }
}

extension [Drawn] {
  /// The order of tapes: fewer choices first, then simpler ones from the beginning on.
  func isSimpler(than other: [Drawn]) -> Bool {
    if count != other.count { return count < other.count }
    for (mine, theirs) in zip(self, other) where mine.choice != theirs.choice {
      return mine.isSimpler(than: theirs)
    }
    return false
  }
}
