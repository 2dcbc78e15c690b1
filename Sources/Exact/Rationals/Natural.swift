/// A whole number of any size, at least zero.
///
/// A value below 2¹²⁸ stands in the number itself, without an allocation: most significands are no
/// longer. Longer values are rows of 64-bit limbs.
public struct Natural: Sendable {
  /// Each value has one form only, so that equal numbers have equal parts.
  enum Storage: Sendable {
    /// A value below 2¹²⁸; always this case if it is.
    case words(low: UInt64, high: UInt64)
    /// At least three limbs, least significant first, the last one not zero.
    case limbs([UInt64])
  }

  let storage: Storage

  /// Takes limbs, least significant first; leading zeros are dropped.
  init(limbs: consuming [UInt64]) {
    var count = limbs.count
    while count > 0 && limbs[count - 1] == 0 { count -= 1 }
    if count <= 2 {
      storage = .words(low: count > 0 ? limbs[0] : 0, high: count > 1 ? limbs[1] : 0)
      return
    }
    if count < limbs.count { limbs.removeLast(limbs.count - count) }
    storage = .limbs(limbs)
  }

  /// Takes three limbs or more, the last of which is not zero.
  @inline(__always)
  init(long limbs: consuming [UInt64]) { storage = .limbs(limbs) }

  /// A machine word's value.
  @inline(__always)
  public init(_ value: UInt64) { storage = .words(low: value, high: 0) }

  /// A value of 128 bits.
  @inline(__always)
  public init(_ value: UInt128) {
    storage = .words(
      low: UInt64(truncatingIfNeeded: value), high: UInt64(truncatingIfNeeded: value &>> 64))
  }

  /// The number 0.
  public static var zero: Natural { Natural(0 as UInt64) }
  /// The number 1.
  public static var one: Natural { Natural(1 as UInt64) }

  /// Two to the power `exponent`.
  public static func powerOfTwo(_ exponent: Int) -> Natural { Natural.one << exponent }

  /// Whether the number is zero.
  public var isZero: Bool { asUInt128 == 0 }
  /// Whether the number is one.
  public var isOne: Bool { asUInt128 == 1 }

  /// Whether the number is odd.
  public var isOdd: Bool {
    switch storage {
    case .words(let low, _): low & 1 == 1
    case .limbs(let limbs): limbs[0] & 1 == 1
    }
  }

  /// The number of binary digits; 0 for zero.
  @inline(__always)
  public var bitWidth: Int {
    if let word = asUInt128 { return 128 &- word.leadingZeroBitCount }
    return longBitWidth
  }

  private var longBitWidth: Int {
    unsafe withLimbs { limbs, count in
      unsafe 64 * count - limbs[count - 1].leadingZeroBitCount
    }
  }

  /// The number of zeros at the low end of the binary digits; 0 for zero.
  public var trailingZeroBitCount: Int {
    if let word = asUInt128 { return word == 0 ? 0 : word.trailingZeroBitCount }
    return unsafe withLimbs { limbs, _ in
      var index = 0
      while unsafe limbs[index] == 0 { index += 1 }
      return unsafe 64 * index + limbs[index].trailingZeroBitCount
    }
  }

  /// Whether the number is a power of two, 1 included.
  public var isPowerOfTwo: Bool {
    if let word = asUInt128 { return word != 0 && word & (word &- 1) == 0 }
    return trailingZeroBitCount == bitWidth - 1
  }

  /// The value if it fits in 64 bits.
  @inline(__always)
  public var asUInt64: UInt64? {
    if case .words(let low, 0) = storage { low } else { nil }
  }

  /// The value if it fits in 128 bits.
  @inline(__always)
  public var asUInt128: UInt128? {
    if case .words(let low, let high) = storage { UInt128(high) &<< 64 | UInt128(low) } else { nil }
  }

  /// The value if it fits in an `Int`.
  public var asInt: Int? { asUInt64.flatMap { Int(exactly: $0) } }

  /// Whether the binary digit of weight two to the power `index` is one.
  public func bit(_ index: Int) -> Bool {
    if let word = asUInt128 { return index < 128 && word &>> UInt128(index) & 1 == 1 }
    let limb = index >> 6
    return unsafe withLimbs { limbs, count in
      unsafe limb < count && limbs[limb] >> UInt64(index & 63) & 1 == 1
    }
  }

  /// Whether any of the lowest `count` binary digits is one.
  func hasBits(below count: Int) -> Bool { !isZero && trailingZeroBitCount < count }
}

// MARK: Limbs

extension Natural {
  /// Hands the limbs out, least significant first and the last one not zero, for as long as `body`
  /// runs; zero has none.
  @inline(__always)
  func withLimbs<Result>(_ body: (Limbs.Source, Int) -> Result) -> Result {
    switch storage {
    case .words(let low, let high):
      return unsafe withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 2) { pair in
        unsafe (pair[0], pair[1]) = (low, high)
        return unsafe body(pair.baseAddress!, high != 0 ? 2 : low != 0 ? 1 : 0)
      }
    case .limbs(let limbs):
      return unsafe limbs.withUnsafeBufferPointer { unsafe body($0.baseAddress!, $0.count) }
    }
  }

  /// How many limbs the number has; zero has none.
  var limbCount: Int {
    switch storage {
    case .words(let low, let high): high != 0 ? 2 : low != 0 ? 1 : 0
    case .limbs(let limbs): limbs.count
    }
  }

  /// The limbs, least significant first and the last one not zero; zero has none.
  var limbs: [UInt64] {
    switch storage {
    case .words(let low, let high): high != 0 ? [low, high] : low != 0 ? [low] : []
    case .limbs(let limbs): limbs
    }
  }
}

extension Natural: Hashable {
  /// Whether two numbers are the same.
  @inline(__always)
  public static func == (a: Natural, b: Natural) -> Bool {
    switch (a.storage, b.storage) {
    case (.words(let x, let p), .words(let y, let q)): x == y && p == q
    case (.limbs(let x), .limbs(let y)): x == y
    default: false
    }
  }

  /// Feeds the value to a hasher; equal numbers have one form, hence one hash.
  public func hash(into hasher: inout Hasher) {
    switch storage {
    case .words(let low, let high):
      hasher.combine(low)
      hasher.combine(high)
    case .limbs(let limbs): hasher.combine(limbs)
    }
  }
}

extension Natural: Comparable {
  /// The order of the numbers.
  public static func < (a: Natural, b: Natural) -> Bool {
    switch (a.storage, b.storage) {
    case (.words(let x, let p), .words(let y, let q)): return p != q ? p < q : x < y
    case (.words, .limbs): return true
    case (.limbs, .words): return false
    case (.limbs(let a), .limbs(let b)):
      if a.count != b.count { return a.count < b.count }
      for index in a.indices.reversed() where a[index] != b[index] { return a[index] < b[index] }
      return false
    }
  }
}

extension Natural: ExpressibleByIntegerLiteral {
  /// A whole number as it is written.
  public init(integerLiteral value: UInt64) { self.init(value) }
}
