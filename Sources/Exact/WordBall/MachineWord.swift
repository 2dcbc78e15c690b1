import Synchronization

/// A whole number of 64 or 128 binary digits: what a `WordBall` computes in.
///
/// The kernels are written once; W stands for `bitWidth` throughout.
public protocol MachineWord: FixedWidthInteger, UnsignedInteger, Sendable
where Magnitude == Self {
  /// ⌊a·b / 2^W⌋
  static func highProduct(_ a: Self, _ b: Self) -> Self

  /// The constants of the kernels in this width, made on first use.
  static var tables: WordTables<Self> { get }
}

extension UInt64: MachineWord {
  @inline(__always)
  public static func highProduct(_ a: UInt64, _ b: UInt64) -> UInt64 {
    UInt64(truncatingIfNeeded: (UInt128(a) &* UInt128(b)) &>> 64)
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
  /// Of four products of limbs; the middle column is below 3·2⁶⁴ and carries exactly.
  @inline(__always)
  public static func highProduct(_ a: UInt128, _ b: UInt128) -> UInt128 {
    let (a1, a0) = (a &>> 64, a & UInt128(UInt64.max))
    let (b1, b0) = (b &>> 64, b & UInt128(UInt64.max))
    let (inner, left, right) = (a0 &* b0, a1 &* b0, a0 &* b1)
    let middle =
      (inner &>> 64) &+ (left & UInt128(UInt64.max)) &+ (right & UInt128(UInt64.max))
    return a1 &* b1 &+ (left &>> 64) &+ (right &>> 64) &+ (middle &>> 64)
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

// A lazy global costs a call each time it is read; an atomic pointer that starts as nil costs a
// load.
nonisolated(unsafe) private let oneLimbRow = unsafe Atomic<UnsafeMutablePointer<UInt64>?>(nil)
nonisolated(unsafe) private let twoLimbRow = unsafe Atomic<UnsafeMutablePointer<UInt128>?>(nil)
nonisolated(unsafe) private let oneLimbTables = unsafe WordTables<UInt64>.make()
nonisolated(unsafe) private let twoLimbTables = unsafe WordTables<UInt128>.make()

/// A whole number of two words.
struct Wide<Word: MachineWord>: Sendable {
  var high: Word
  var low: Word

  @inline(__always)
  init(_ high: Word, _ low: Word) { (self.high, self.low) = (high, low) }

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
    Wide(a.high &* b &+ Word.highProduct(a.low, b), a.low &* b)
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
    return (self + Wide(high & mask, low & mask), Int(truncatingIfNeeded: mask & 1))
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
