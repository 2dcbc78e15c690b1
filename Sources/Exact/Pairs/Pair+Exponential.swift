extension Pair {
  /// The relative error of `exponential` is below two to the power of this.
  static var exponentialError: Int { -72 }

  /// e^(d + e) for a pair with |d| < 601 and |e| ≤ 2^−44.
  ///
  /// With c = log 2/2¹⁰ and k the whole number next to d/c (within 1/2 + 2^−32, |k| < 2²⁰),
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
  static func exponential(_ x: Pair, _ table: PairTable) -> Pair {
    // Adding 1.5·2⁵² leaves the nearest whole number in the last digits.
    let shift = Lanes(all: 0x1.8p52)
    let shifted = x.head * Lanes(all: table.inverseStep) + shift
    let k = shifted - shift
    let h = x.head - k * Lanes(all: table.step.head)
    let s = x.rest - k * Lanes(all: table.step.rest)
    let r = h + s
    let square = r * r
    let low = Lanes(all: 0.5) + r * Lanes(all: 1.0 / 6)
    let high = Lanes(all: 1.0 / 24) + r * Lanes(all: 1.0 / 120)
    let w = square * (low + square * high)
    let cut = Lanes(all: 0x1.8p15)
    let h1 = (h + cut) - cut
    let power = Lanes.power(shifted, table)
    let relative = power.rest * (Lanes(all: 1) + (r + w))
    let g = (h - h1) + ((s + w) + relative)
    let sum = Pair.exactSum(large: power.head, small: power.head * h1)
    return Pair(head: sum.head, rest: sum.rest + power.head * g)
  }

  /// The relative error of `roughExponential` is below two to the power of this, −62.2.
  static var roughExponentialError: Int { -62 }

  /// e^x for |x| < 601, in fewer operations: its rest is below 2^−11.4 of it.
  ///
  /// Reduced as above, 2^K · (H + H·t), t = p + λ(1 + p), p = r + r²(1/2 + r/6 + r²/24). In units of
  /// 2^−64, relative to H: r, p and t are rounded (1/2 each), and so is H·t (1); the terms left out,
  /// X⁵/120, 0.76; all else is below 2^−9: together 3.3.
  @inline(__always)
  static func roughExponential(_ x: Lanes, _ table: PairTable) -> Pair {
    let shift = Lanes(all: 0x1.8p52)
    let shifted = x * Lanes(all: table.inverseStep) + shift
    let k = shifted - shift
    let r = (x - k * Lanes(all: table.step.head)) - k * Lanes(all: table.step.rest)
    let square = r * r
    let low = Lanes(all: 0.5) + r * Lanes(all: 1.0 / 6)
    let p = r + square * (low + square * Lanes(all: 1.0 / 24))
    let power = Lanes.power(shifted, table)
    let t = p + power.rest * (Lanes(all: 1) + p)
    return Pair(head: power.head, rest: power.head * t)
  }
}
