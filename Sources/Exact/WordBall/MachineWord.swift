import Synchronization

/// A whole number of 64, 128 or 192 binary digits: what a `WordBall` computes in.
///
/// The kernels are written once; W stands for `bitWidth` throughout. What is asked for is what they
/// use, under the names of the standard library, whose words bring it along.
public protocol MachineWord: Sendable, Comparable, ExpressibleByIntegerLiteral {
  /// W, a multiple of 64.
  static var bitWidth: Int { get }
  /// 2^W − 1.
  static var max: Self { get }

  /// The value modulo 2^W.
  init<Source: BinaryInteger>(truncatingIfNeeded source: Source)
  /// The value, which must lie in [0, 2^W).
  init<Source: BinaryInteger>(_ source: Source)
  /// The value modulo 2⁶⁴.
  var lowLimb: UInt64 { get }
  /// The number of zeros above the leading digit, W for zero.
  var leadingZeroBitCount: Int { get }

  /// The sum modulo 2^W.
  static func &+ (a: Self, b: Self) -> Self
  /// The difference modulo 2^W.
  static func &- (a: Self, b: Self) -> Self
  /// The product modulo 2^W.
  static func &* (a: Self, b: Self) -> Self
  /// The digits that both have.
  static func & (a: Self, b: Self) -> Self
  /// The digits that one has.
  static func | (a: Self, b: Self) -> Self
  /// The digits that only one has.
  static func ^ (a: Self, b: Self) -> Self
  /// The other digits.
  static prefix func ~ (a: Self) -> Self
  /// ⌊a / 2^`count`⌋ for a count below W.
  static func &>> (a: Self, count: Self) -> Self
  /// a · 2^`count` modulo 2^W for a count below W.
  static func &<< (a: Self, count: Self) -> Self

  /// The sum modulo 2^W, and whether it is not the sum.
  func addingReportingOverflow(_ other: Self) -> (partialValue: Self, overflow: Bool)
  /// The difference modulo 2^W, and whether it is not the difference.
  func subtractingReportingOverflow(_ other: Self) -> (partialValue: Self, overflow: Bool)
  /// The quotient of `high`·2^W + `low` by this number, rounded down, and the remainder: for this
  /// number above `high`, its leading digit one.
  func dividingFullWidth(_ dividend: (high: Self, low: Self)) -> (quotient: Self, remainder: Self)

  /// a·b, which is below 2^2W.
  static func fullProduct(_ a: Self, _ b: Self) -> (high: Self, low: Self)

  /// The constants of the kernels in this width, made on first use.
  static var tables: WordTables<Self> { get }
}

extension UInt64: MachineWord {
  @inline(__always)
  public var lowLimb: UInt64 { self }

  @inline(__always)
  public static func fullProduct(_ a: UInt64, _ b: UInt64) -> (high: UInt64, low: UInt64) {
    let product = UInt128(a) &* UInt128(b)
    return (product.highLimb, product.lowLimb)
  }

  @inline(__always)
  public static var tables: WordTables<UInt64> {
    if let row = unsafe oneLimbRow.load(ordering: .acquiring) { return unsafe WordTables(row: row) }
    return makeTables()
  }

  @inline(never)
  private static func makeTables() -> WordTables<UInt64> {
    unsafe oneLimbRow.store(oneLimbTables, ordering: .releasing)
    return unsafe WordTables(row: oneLimbTables)
  }
}

extension UInt128: MachineWord {
  @inline(__always)
  public var lowLimb: UInt64 { UInt64(truncatingIfNeeded: self) }

  /// Of four products of limbs; the middle column is below 3·2⁶⁴ and carries exactly.
  @inline(__always)
  public static func fullProduct(_ a: UInt128, _ b: UInt128) -> (high: UInt128, low: UInt128) {
    let (a1, a0) = (a &>> 64, a & UInt128(UInt64.max))
    let (b1, b0) = (b &>> 64, b & UInt128(UInt64.max))
    let (inner, left, right) = (a0 &* b0, a1 &* b0, a0 &* b1)
    let middle =
      (inner &>> 64) &+ (left & UInt128(UInt64.max)) &+ (right & UInt128(UInt64.max))
    return (
      a1 &* b1 &+ (left &>> 64) &+ (right &>> 64) &+ (middle &>> 64),
      middle &<< 64 | (inner & UInt128(UInt64.max))
    )
  }

  @inline(__always)
  public static var tables: WordTables<UInt128> {
    if let row = unsafe twoLimbRow.load(ordering: .acquiring) { return unsafe WordTables(row: row) }
    return makeTables()
  }

  @inline(never)
  private static func makeTables() -> WordTables<UInt128> {
    unsafe twoLimbRow.store(twoLimbTables, ordering: .releasing)
    return unsafe WordTables(row: twoLimbTables)
  }
}

extension UInt192: MachineWord {
  @inline(__always)
  public static var tables: WordTables<UInt192> {
    if let row = unsafe threeLimbRow.load(ordering: .acquiring) {
      return unsafe WordTables(row: row)
    }
    return makeTables()
  }

  @inline(never)
  private static func makeTables() -> WordTables<UInt192> {
    unsafe threeLimbRow.store(threeLimbTables, ordering: .releasing)
    return unsafe WordTables(row: threeLimbTables)
  }
}

// A lazy global costs a call each time it is read; an atomic pointer that starts as nil costs a
// load.
nonisolated(unsafe) private let oneLimbRow = unsafe Atomic<UnsafeMutablePointer<UInt64>?>(nil)
nonisolated(unsafe) private let twoLimbRow = unsafe Atomic<UnsafeMutablePointer<UInt128>?>(nil)
nonisolated(unsafe) private let threeLimbRow = unsafe Atomic<UnsafeMutablePointer<UInt192>?>(nil)
nonisolated(unsafe) private let oneLimbTables = unsafe WordTables<UInt64>.make()
nonisolated(unsafe) private let twoLimbTables = unsafe WordTables<UInt128>.make()
nonisolated(unsafe) private let threeLimbTables = unsafe WordTables<UInt192>.make()

extension MachineWord {
  /// ⌊a·b / 2^W⌋
  @inline(__always)
  static func highProduct(_ a: Self, _ b: Self) -> Self { fullProduct(a, b).high }
}

extension MachineWord {
  /// A natural number, if it is below 2^W.
  @inline(__always)
  init?(exactly value: Natural) {
    switch value.storage {
    case .words(let low, let high):
      if Self.bitWidth == 64 && high != 0 { return nil }
      self.init(truncatingIfNeeded: UInt128(high: high, low: low))
    case .limbs(let limbs):
      // Three limbs at least: of the words, only one is as long.
      if 64 * limbs.count > Self.bitWidth { return nil }
      self.init(truncatingIfNeeded: UInt128(high: limbs[1], low: limbs[0]))
      self = self | Self(truncatingIfNeeded: limbs[2]) &<< 128
    }
  }
}

extension Natural {
  /// The value of a word.
  @inline(__always)
  init<Word: MachineWord>(word: Word) {
    if Word.bitWidth == 64 {
      self.init(word.lowLimb)
      return
    }
    let (low, middle) = (word.lowLimb, (word &>> 64).lowLimb)
    if Word.bitWidth == 128 || (word &>> 128).lowLimb == 0 {
      self.init(UInt128(high: middle, low: low))
    } else {
      self.init(limbs: [low, middle, (word &>> 128).lowLimb])
    }
  }
}

/// A whole number of two words.
struct Wide<Word: MachineWord>: Sendable {
  var high: Word
  var low: Word

  @inline(__always)
  init(_ high: Word, _ low: Word) { (self.high, self.low) = (high, low) }

  /// The product, in full.
  @inline(__always)
  init(_ a: Word, times b: Word) { (high, low) = Word.fullProduct(a, b) }

  @inline(__always)
  static func + (a: Wide, b: Wide) -> Wide {
    let (low, carry) = a.low.addingReportingOverflow(b.low)
    return Wide(a.high &+ b.high &+ (carry ? 1 : 0), low)
  }

  @inline(__always)
  static func - (a: Wide, b: Wide) -> Wide {
    let (low, borrow) = a.low.subtractingReportingOverflow(b.low)
    return Wide(a.high &- b.high &- (borrow ? 1 : 0), low)
  }

  /// The product with a word, modulo 2^2W.
  @inline(__always)
  static func * (a: Wide, b: Word) -> Wide {
    let product = Wide(a.low, times: b)
    return Wide(a.high &* b &+ product.high, product.low)
  }

  /// The sum with b, or the difference where `mask` is all ones instead of zero: no branch to
  /// foretell wrongly.
  @inline(__always)
  func adding(_ b: Wide, negatedBy mask: Word) -> Wide {
    let (first, carry) = low.addingReportingOverflow(b.low ^ mask)
    let (low, second) = first.addingReportingOverflow(mask & 1)
    return Wide(high &+ (b.high ^ mask) &+ (carry ? 1 : 0) &+ (second ? 1 : 0), low)
  }

  /// The same number with its leading digit at the top, and by how many places it was moved: none,
  /// or one.
  @inline(__always)
  var raised: (value: Wide, shift: Int) {
    let mask = (high &>> Word(Word.bitWidth - 1)) &- 1
    return (self + Wide(high & mask, low & mask), Int(truncatingIfNeeded: mask.lowLimb & 1))
  }

  /// The product with 2^`count`, modulo 2^2W, for a count below W.
  @inline(__always)
  func shiftedUp(_ count: Int) -> Wide {
    // In two steps, since a shift by W is wanted where the count is zero.
    let carried = (low &>> 1) &>> Word(truncatingIfNeeded: Word.bitWidth &- 1 &- count)
    let part = Word(truncatingIfNeeded: count)
    return Wide(high &<< part | carried, low &<< part)
  }
}
