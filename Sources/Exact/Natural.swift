/// A whole number of any size, at least zero.
///
/// Limbs are 64-bit, least significant first, and the last one is never zero, so that equal
/// numbers have equal limbs and zero has none.
public struct Natural: Sendable, Hashable {
  @usableFromInline var limbs: [UInt64]

  /// Takes limbs, least significant first; leading zeros are dropped.
  init(limbs: consuming [UInt64]) {
    var count = limbs.count
    while count > 0 && limbs[count - 1] == 0 { count -= 1 }
    if count < limbs.count { limbs.removeLast(limbs.count - count) }
    self.limbs = limbs
  }

  /// A machine word's value.
  public init(_ value: UInt64) {
    limbs = value == 0 ? [] : [value]
  }

  /// A value of 128 bits.
  public init(_ value: UInt128) {
    self.init(limbs: [UInt64(truncatingIfNeeded: value), UInt64(truncatingIfNeeded: value >> 64)])
  }

  /// The number 0.
  public static let zero = Natural(limbs: [])
  /// The number 1.
  public static let one = Natural(1 as UInt64)

  /// Two to the power `exponent`.
  public static func powerOfTwo(_ exponent: Int) -> Natural { Natural.one << exponent }

  /// Whether the number is zero.
  public var isZero: Bool { limbs.isEmpty }
  /// Whether the number is one.
  public var isOne: Bool { limbs.count == 1 && limbs[0] == 1 }
  /// Whether the number is odd.
  public var isOdd: Bool { (limbs.first ?? 0) & 1 == 1 }

  /// The number of binary digits; 0 for zero.
  public var bitWidth: Int {
    guard let last = limbs.last else { return 0 }
    return limbs.count * 64 - last.leadingZeroBitCount
  }

  /// The number of zeros at the low end of the binary digits; 0 for zero.
  public var trailingZeroBitCount: Int {
    for (index, limb) in limbs.enumerated() where limb != 0 {
      return index * 64 + limb.trailingZeroBitCount
    }
    return 0
  }

  /// Whether the number is a power of two, 1 included.
  public var isPowerOfTwo: Bool { !isZero && trailingZeroBitCount == bitWidth - 1 }

  /// The value if it fits in 64 bits.
  public var asUInt64: UInt64? { limbs.count > 1 ? nil : (limbs.first ?? 0) }

  /// The value if it fits in 128 bits.
  public var asUInt128: UInt128? {
    guard limbs.count <= 2 else { return nil }
    return limbs.reversed().reduce(0) { $0 << 64 | UInt128($1) }
  }

  /// The value if it fits in an `Int`.
  public var asInt: Int? { asUInt64.flatMap { Int(exactly: $0) } }

  /// Whether the binary digit of weight two to the power `index` is one.
  public func bit(_ index: Int) -> Bool {
    let limb = index >> 6
    return limb < limbs.count && limbs[limb] >> UInt64(index & 63) & 1 == 1
  }

  /// Whether any of the lowest `count` binary digits is one.
  func hasBits(below count: Int) -> Bool { !isZero && trailingZeroBitCount < count }
}

extension Natural: Comparable {
  /// The order of the numbers.
  public static func < (a: Natural, b: Natural) -> Bool {
    if a.limbs.count != b.limbs.count { return a.limbs.count < b.limbs.count }
    for index in a.limbs.indices.reversed() where a.limbs[index] != b.limbs[index] {
      return a.limbs[index] < b.limbs[index]
    }
    return false
  }
}

extension Natural: ExpressibleByIntegerLiteral {
  /// A whole number as it is written.
  public init(integerLiteral value: UInt64) { self.init(value) }
}

// MARK: Sums and shifts

extension Natural {
  /// The exact sum.
  public static func + (a: Natural, b: Natural) -> Natural {
    let (long, short) = a.limbs.count >= b.limbs.count ? (a.limbs, b.limbs) : (b.limbs, a.limbs)
    if short.isEmpty { return Natural(limbs: long) }
    var sum = long
    var carry: UInt64 = 0
    for index in sum.indices {
      if index >= short.count && carry == 0 { break }
      let other = index < short.count ? short[index] : 0
      let (partial, first) = sum[index].addingReportingOverflow(other)
      let (total, second) = partial.addingReportingOverflow(carry)
      sum[index] = total
      carry = (first ? 1 : 0) &+ (second ? 1 : 0)
    }
    if carry != 0 { sum.append(carry) }
    return Natural(limbs: sum)
  }

  /// The difference.
  /// - Precondition: `b <= a`.
  public static func - (a: Natural, b: Natural) -> Natural {
    var difference = a.limbs
    var borrow: UInt64 = 0
    for index in difference.indices {
      if index >= b.limbs.count && borrow == 0 { break }
      let other = index < b.limbs.count ? b.limbs[index] : 0
      let (partial, first) = difference[index].subtractingReportingOverflow(other)
      let (total, second) = partial.subtractingReportingOverflow(borrow)
      difference[index] = total
      borrow = (first ? 1 : 0) &+ (second ? 1 : 0)
    }
    precondition(
      borrow == 0 && b.limbs.count <= a.limbs.count, "a natural number below zero")
    return Natural(limbs: difference)
  }

  /// The product with two to the power `count`; a negative count shifts right.
  public static func << (a: Natural, count: Int) -> Natural {
    if count < 0 { return a >> -count }
    guard let last = a.limbs.last, count != 0 else { return a }
    let (whole, part) = (count >> 6, count & 63)
    // The limb that is carried out is zero if the last one has as many zeros as the shift.
    let isCarried = last.leadingZeroBitCount < part
    return unsafe Natural(count: whole + a.limbs.count + (isCarried ? 1 : 0)) { row in
      unsafe row.update(repeating: 0, count: whole)
      unsafe a.limbs.withUnsafeBufferPointer { limbs in
        let carry = unsafe Limbs.shiftUp(
          limbs.baseAddress!, count: limbs.count, by: part, into: row + whole)
        if isCarried { unsafe row[whole + limbs.count] = carry }
      }
    }
  }

  /// The quotient by two to the power `count`, rounded down.
  public static func >> (a: Natural, count: Int) -> Natural {
    if count < 0 { return a << -count }
    if count == 0 { return a }
    let (whole, part) = (count >> 6, count & 63)
    if whole >= a.limbs.count { return .zero }
    return unsafe Natural(count: a.limbs.count - whole) { row in
      unsafe a.limbs.withUnsafeBufferPointer { limbs in
        unsafe Limbs.shiftDown(
          limbs.baseAddress! + whole, count: limbs.count - whole, by: part, into: row)
      }
    }
  }
}
