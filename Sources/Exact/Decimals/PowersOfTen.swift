import Synchronization

/// Powers of ten in two words and in 192 bits, made on first use and kept for the life of the
/// process.
@safe struct PowersOfTen {
  /// 10^k in two words for k < 78, then for 0 < d < 39 the number R of `inverse`, then for the
  /// lengths of `fives` the inverse of 5^k modulo 2¹²⁸ and the greatest multiple's quotient.
  private let whole: UnsafePointer<Wide<UInt128>>
  private let words: UnsafePointer<WordBall<UInt192>>

  /// The greatest power of ten in two words: 10⁷⁷ < 2²⁵⁶.
  static let greatest = 77
  /// How far the powers in 192 bits reach, up and down.
  static let reach = 400
  /// The powers of five by which trailing zeros are taken away.
  static let fives = [1, 2, 4, 8, 16]

  /// 10^k, for 0 ≤ k ≤ 77.
  @inline(__always)
  func power(_ k: Int) -> Wide<UInt128> { unsafe whole[k] }

  /// 10^k, for 0 ≤ k ≤ 38.
  @inline(__always)
  func shortPower(_ k: Int) -> UInt128 { unsafe whole[k].low }

  /// R = ⌊2^(127+p) / 10^d⌋, p being the number of binary digits of 10^d, and p − 1; 0 < d < 39.
  @inline(__always)
  func inverse(_ d: Int) -> (value: UInt128, shift: Int) {
    let entry = unsafe whole[PowersOfTen.greatest &+ d]
    return (entry.low, Int(truncatingIfNeeded: entry.high.lowLimb))
  }

  /// The inverse of 5^`fives`[i] modulo 2¹²⁸, and ⌊(2¹²⁸ − 1) / 5^`fives`[i]⌋.
  @inline(__always)
  func inverseOfFives(_ i: Int) -> (inverse: UInt128, limit: UInt128) {
    let entry = unsafe whole[PowersOfTen.greatest &+ 39 &+ i]
    return (entry.high, entry.low)
  }

  /// 10^k within a unit, exactly where it fits, for |k| ≤ `reach`.
  @inline(__always)
  func word(_ k: Int) -> WordBall<UInt192> { unsafe words[k &+ PowersOfTen.reach] }

  @inline(__always)
  static var shared: PowersOfTen {
    if let whole = unsafe wholePowers.load(ordering: .acquiring),
      let words = unsafe wordPowers.load(ordering: .acquiring)
    {
      return unsafe PowersOfTen(whole: whole, words: words)
    }
    return make()
  }

  @inline(never)
  private static func make() -> PowersOfTen {
    unsafe wholePowers.store(madeWholePowers, ordering: .releasing)
    unsafe wordPowers.store(madeWordPowers, ordering: .releasing)
    return unsafe PowersOfTen(whole: madeWholePowers, words: madeWordPowers)
  }
}

nonisolated(unsafe) private let wholePowers = unsafe Atomic<
  UnsafeMutablePointer<Wide<UInt128>>?
>(nil)
nonisolated(unsafe) private let wordPowers = unsafe Atomic<
  UnsafeMutablePointer<WordBall<UInt192>>?
>(nil)
nonisolated(unsafe) private let madeWholePowers = unsafe row(wholeEntries())
nonisolated(unsafe) private let madeWordPowers = unsafe row(wordEntries())

/// The entries in memory that is never freed.
private func row<Entry>(_ entries: [Entry]) -> UnsafeMutablePointer<Entry> {
  let row = UnsafeMutablePointer<Entry>.allocate(capacity: entries.count)
  for (index, entry) in entries.enumerated() { unsafe (row + index).initialize(to: entry) }
  return unsafe row
}

private func wholeEntries() -> [Wide<UInt128>] {
  var entries = (0...PowersOfTen.greatest).map { k in
    let power = Natural.powerOfTen(k)
    let high = power >> 128
    return Wide<UInt128>(high.asUInt128!, (power - high << 128).asUInt128!)
  }
  for d in 1...38 {
    let power = Natural.powerOfTen(d)
    let bits = power.bitWidth
    let (inverse, _) = Natural.powerOfTwo(127 + bits).quotientAndRemainder(dividingBy: power)
    entries.append(Wide(UInt128(bits - 1), inverse.asUInt128!))
  }
  for count in PowersOfTen.fives {
    let five = (0..<count).reduce(1 as UInt128) { power, _ in power * 5 }
    // Newton's iteration doubles the digits that are right: three of them at first.
    let inverse = (0..<6).reduce(five) { x, _ in x &* (2 &- five &* x) }
    entries.append(Wide(inverse, .max / five))
  }
  return entries
}

/// The first 192 binary digits of 10^k; what is cut off is less than a unit.
private func wordEntries() -> [WordBall<UInt192>] {
  (-PowersOfTen.reach...PowersOfTen.reach).map { k in
    let power = Natural.powerOfTen(abs(k))
    let shift = k >= 0 ? 192 - power.bitWidth : 191 + power.bitWidth
    let (digits, isExact): (Natural, Bool)
    if k > 0 {
      (digits, isExact) = (power << shift, shift >= 0 || !power.hasBits(below: -shift))
    } else {
      // 2^(191 + bits) / 10^−k lies in (2¹⁹¹, 2¹⁹²], and is 2¹⁹² only for 10⁰.
      let (quotient, rest) = Natural.powerOfTwo(k == 0 ? 191 : shift)
        .quotientAndRemainder(dividingBy: power)
      (digits, isExact) = (quotient, rest.isZero)
    }
    return WordBall(
      isNegative: false, significand: UInt192(exactly: digits)!,
      exponent: k == 0 ? -191 : -shift, radius: isExact ? 0 : 1)
  }
}
