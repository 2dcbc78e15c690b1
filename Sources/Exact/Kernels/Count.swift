/// A number that code may know: what is generic over it is compiled once for each type, and for the
/// types of one number each, loops of so many turns are unrolled.
///
/// `Int` is any number, for code that serves them all.
protocol Count {
  /// Whether the type says which number it is.
  static var isKnown: Bool { get }
  var value: Int { get }
}

extension Int: Count {
  @inline(__always)
  static var isKnown: Bool { false }
  @inline(__always)
  var value: Int { self }
}

/// A number that its type says.
protocol KnownCount: Count {}

extension KnownCount {
  @inline(__always)
  static var isKnown: Bool { true }
}

struct Zero: KnownCount {
  @inline(__always)
  var value: Int { 0 }
}

struct One: KnownCount {
  @inline(__always)
  var value: Int { 1 }
}

struct Two: KnownCount {
  @inline(__always)
  var value: Int { 2 }
}

struct Three: KnownCount {
  @inline(__always)
  var value: Int { 3 }
}

struct Four: KnownCount {
  @inline(__always)
  var value: Int { 4 }
}

struct Five: KnownCount {
  @inline(__always)
  var value: Int { 5 }
}

struct Six: KnownCount {
  @inline(__always)
  var value: Int { 6 }
}

struct Seven: KnownCount {
  @inline(__always)
  var value: Int { 7 }
}

struct Eight: KnownCount {
  @inline(__always)
  var value: Int { 8 }
}

/// 48.
struct FortyEight: KnownCount {
  @inline(__always)
  var value: Int { 48 }
}

/// 72.
struct SeventyTwo: KnownCount {
  @inline(__always)
  var value: Int { 72 }
}

/// One more than a number, known where that is.
struct Next<Number: Count>: Count {
  let number: Number

  @inline(__always)
  init(_ number: Number) { self.number = number }

  @inline(__always)
  static var isKnown: Bool { Number.isKnown }
  @inline(__always)
  var value: Int { number.value &+ 1 }
}
