/// An exponent of two: without limit, like an `Integer`, and of the size of a word and a mark,
/// since numbers and error bounds are copied with theirs all the time.
enum Exponent: Sendable, Hashable {
  /// A value that fits in a machine word; always this case if it does.
  case word(Int)
  /// Only for values that do not fit in `Int`.
  indirect case long(Integer)

  @inline(__always)
  init(_ value: Int) { self = .word(value) }

  init(_ value: Integer) {
    if let word = value.asInt { self = .word(word) } else { self = .long(value) }
  }

  var asInteger: Integer {
    switch self {
    case .word(let value): Integer(value)
    case .long(let value): value
    }
  }

  /// The value if it fits in an `Int`.
  @inline(__always)
  var asInt: Int? {
    if case .word(let value) = self { value } else { nil }
  }

  @inline(__always)
  static func + (a: Exponent, b: Exponent) -> Exponent {
    if case .word(let x) = a, case .word(let y) = b {
      let (sum, overflow) = x.addingReportingOverflow(y)
      if !overflow { return .word(sum) }
    }
    return longSum(a, b)
  }

  @inline(__always)
  static func - (a: Exponent, b: Exponent) -> Exponent {
    if case .word(let x) = a, case .word(let y) = b {
      let (difference, overflow) = x.subtractingReportingOverflow(y)
      if !overflow { return .word(difference) }
    }
    return longDifference(a, b)
  }

  @inline(__always)
  static func + (a: Exponent, b: Int) -> Exponent { a + .word(b) }
  @inline(__always)
  static func - (a: Exponent, b: Int) -> Exponent { a - .word(b) }

  @inline(never)
  private static func longSum(_ a: Exponent, _ b: Exponent) -> Exponent {
    Exponent(a.asInteger + b.asInteger)
  }

  @inline(never)
  private static func longDifference(_ a: Exponent, _ b: Exponent) -> Exponent {
    Exponent(a.asInteger - b.asInteger)
  }
}

extension Exponent: Comparable {
  @inline(__always)
  static func < (a: Exponent, b: Exponent) -> Bool {
    if case .word(let x) = a, case .word(let y) = b { return x < y }
    return a.asInteger < b.asInteger
  }

  @inline(__always)
  static func == (a: Exponent, b: Exponent) -> Bool {
    if case .word(let x) = a, case .word(let y) = b { return x == y }
    return a.asInteger == b.asInteger
  }
}
