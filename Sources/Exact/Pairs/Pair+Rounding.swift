extension Pair<Double> {
  /// The bits of the number of `format` nearest to all numbers within `error` of this one; nil if
  /// they do not agree on it, and for the short formats.
  ///
  /// For float64, which must be far from underflow, the margins are put to the rest, whose own
  /// rounding the error includes. For float32 the number is rounded to a double and moved either
  /// way by 2^−48 of itself, which is more than that and an error of 2^−49: the exact value lies
  /// strictly between two doubles, and where these round alike it does too.
  @inline(__always)
  func rounded(error: Double, to format: Format) -> UInt64? {
    switch format {
    case .float64:
      let (low, high) = (head + (rest - error), head + (rest + error))
      return low == high ? low.bitPattern : nil
    case .float32: return Pair.rounded(head + rest)
    default: return nil
    }
  }

  /// The bits of the float32 nearest to all numbers within 2^−49 of a double.
  @inline(__always)
  static func rounded(_ value: Double) -> UInt64? {
    let margin = value * 0x1p-48
    let (low, high) = (Float(value - margin), Float(value + margin))
    return low == high ? UInt64(low.bitPattern) : nil
  }
}

extension ElementaryFunction {
  /// The first tier, where pairs of doubles have the function: it takes half the time of a word.
  @inline(__always)
  func roundedByPairs(_ x: Double, to format: Format) -> UInt64? {
    if format == .float16 || format == .bfloat16 { return nil }
    switch self {
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
      return Pair.rounded((value.head + value.rest) * factor)
    case .sigmoid:
      guard format == .float32, x.magnitude <= .infinity else { return nil }
      // 1/(1 + E) or E/(1 + E) with E = e^−|x|: each operation adds 2^−53 of its result. Below
      // −600 both are zero or one to float32 as they are there.
      let power = Pair.exponential(Pair(head: -min(x.magnitude, 600), rest: 0), .shared)
      let e = power.head + power.rest
      return Pair.rounded((x < 0 ? e : 1) / (1 + e))
    default: return nil
    }
  }
}
