extension Pair<Double> {
  /// The bits of the number of `format` nearest to all numbers within `error` of this one; nil if
  /// they do not agree on it, and for the short formats.
  ///
  /// For float64, which must be far from underflow, the margins are put to the rest, whose own
  /// rounding the error includes. For float32 the number is rounded to a double; that and an error
  /// of 2^−50 are within what `decidedSingles` allows for.
  @inline(__always)
  func rounded(error: Double, to format: Format) -> UInt64? {
    switch format {
    case .float64:
      let (low, high) = (head + (rest - error), head + (rest + error))
      return low == high ? low.bitPattern : nil
    case .float32: return (head + rest).decidedSingles?.bits
    default: return nil
    }
  }
}

extension Float {
  fileprivate var bits: UInt64 { UInt64(bitPattern) }
}

extension ElementaryFunction {
  /// The first tier, where pairs of doubles have the function: it takes half the time of a word.
  @inline(__always)
  func roundedByPairs(_ x: Double, to format: Format) -> UInt64? {
    if format == .float16 || format == .bfloat16 { return nil }
    switch self {
    case .exp where format == .float32, .sigmoid where format == .float32:
      return singles(x)?.bits
    case .exp:
      guard x.magnitude < 600 else { return nil }
      let value = Pair.exponential(Pair(head: x, rest: 0), .shared)
      return value.rounded(error: value.head * 0x1p-71, to: format)
    case .log, .log2, .log10:
      guard x >= .leastNormalMagnitude, x < .infinity else { return nil }
      let table = PairTable.shared
      let (value, error) = Pair.roughLogarithm(x, table)
      if self == .log { return value.rounded(error: error, to: format) }
      guard format == .float32 else { return nil }
      let factor = self == .log2 ? table.inverseLogOfTwo : table.inverseLogOfTen
      return ((value.head + value.rest) * factor).decidedSingles?.bits
    default: return nil
    }
  }
}
