/// Eight doubles at once: what a row of numbers is worked through in.
typealias DoubleVector = SIMD8<Double>

/// Eight numbers, each as the unevaluated sum of two doubles: `rest` is what `head` leaves out.
///
/// The arithmetic is IEEE 754's, rounded to nearest, one operation at a time: the same on every
/// platform. u stands for 2^−53, the most by which a rounding errs relative to its result.
struct PairVector {
  var head: DoubleVector
  var rest: DoubleVector

  /// a + b exactly, whatever their sizes: the rounded sum, and what rounding left out.
  ///
  /// Source: D. E. Knuth, *The Art of Computer Programming* 2, 4.2.2, theorem B.
  @inline(__always)
  static func exactSum(_ a: DoubleVector, _ b: DoubleVector) -> PairVector {
    let sum = a + b
    let moved = sum - a
    return PairVector(head: sum, rest: (a - (sum - moved)) + (b - moved))
  }
}

extension PairVector {
  /// The lowest difference whose exponential is formed; lower ones count as this.
  static let lowestDifference = -600.0
  /// The largest magnitude of `largest`, so that its distance to the lowest number that is looked
  /// at is what it should be within 2^−13.
  static let greatestMagnitude = 0x1p40
  /// What the exponential of a difference below the lowest is at most, and counts as at most.
  static let cutTerm = -864
  /// The relative error of an exponential is below two to the power of this.
  static let exponentialError = -72

  /// exp(x − `largest`) for x ≤ `largest`, and whatever lies below `lowest`, an infinity too, as if
  /// it were that.
  ///
  /// x − `largest` = d + e exactly, |d| < 601 and |e| ≤ 2^−44. With c = log 2/2¹⁰ and k the whole
  /// number next to d/c (within 1/2 + 2^−32, |k| < 2²⁰),
  ///
  ///     exp(d + e) = 2^(k/2¹⁰) · e^X,   X = (d − k·c₁) + (e − k·c₂) = h + s,   |X| < 2^−11.5.
  ///
  /// **The reduction.** c₁ is c rounded to 33 digits, so k·c₁ is exact, and so is h: it is a
  /// multiple of 2^−64 below 2^−11. |c₂| ≤ 2^−44, |k·c₂| < 2^−24: c₂'s own rounding, the product's
  /// and that of s count 2^−77 + 2^−78 + 2^−77.
  ///
  /// **The series.** w = e^X − 1 − X = r²(1/2 + r/6 + r²/24 + r³/120), r = fl(h + s). In units of
  /// 2^−76: r is off by 2^−65, which w feels X times, 0.71; r², the two roundings of the bracket
  /// near a half, and the product 1.75; the terms left out, X⁶/720, 0.2. With s (1.25) and the sum
  /// s + w (0.5) that is 4.4.
  ///
  /// **The table** has 2^(j/2¹⁰) = H·(1 + λ), H of 27 digits, |λ| ≤ 2^−27. So that the products of H
  /// are exact, h is cut in two: h₁ a multiple of 2^−37, |h₂| ≤ 2^−38. Then
  ///
  ///     exp = 2^K · (H + H·h₁ + H·g),   g = h₂ + s + w + λ·(1 + r + w),
  ///
  /// H·h₁ exact; g errs by 4.4, λ's product 0.2, its two sums 1 each; H·g is rounded (1.1), and so
  /// is its sum with what H + H·h₁ leaves out (1.1): below 9·2^−76 relative to H, so below 2^−72
  /// relative to the exponential. What underflows is below 2^−1074, 2^−200 of the least of them.
  @inline(__always)
  static func exponential(
    _ x: DoubleVector, less largest: DoubleVector, lowest: DoubleVector, _ table: RowTable
  ) -> PairVector {
    let difference = exactSum(x.replacing(with: lowest, where: x .< lowest), -largest)
    return exponential(difference, table)
  }

  @inline(__always)
  private static func exponential(_ x: PairVector, _ table: RowTable) -> PairVector {
    // Adding 1.5·2⁵² leaves the nearest whole number in the last digits.
    let shifted = x.head * table.inverseStep + 0x1.8p52
    let k = shifted - 0x1.8p52
    let h = x.head - k * table.step
    let s = x.rest - k * table.stepRest
    let r = h + s
    let square = r * r
    let low: DoubleVector = 0.5 + r * (1.0 / 6)
    let high: DoubleVector = 1.0 / 24 + r * (1.0 / 120)
    let w = square * (low + square * high)
    let h1 = (h + 0x1.8p15) - 0x1.8p15
    let power = table.power(unsafe unsafeBitCast(shifted, to: SIMD8<UInt64>.self))
    let relative: DoubleVector = power.rest * (1 + (r + w))
    let g = (h - h1) + ((s + w) + relative)
    let product = power.head * h1
    let sum = power.head + product
    return PairVector(head: sum, rest: (product - (sum - power.head)) + power.head * g)
  }
}
