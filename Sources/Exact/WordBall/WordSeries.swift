// The series of the kernels in words.

extension MachineWord {
  /// a₂ ± X·a₃ + X²·(a₄ ± X·a₅ + X²·(…)) up to a_k ± X·a_(k+1) for k = `last`, in units of 2^−W: as
  /// pairs, which do not wait for one another, and what stands behind X⁴ in a limb less.
  ///
  /// **The error.** A pair has three floors, of its first term, of the second and of what comes
  /// behind it: less than 3 units of its own word, or less than 2.1 where the second is taken away,
  /// and so are two pairs, since the one before counts X². The cuts of X and X² to a shorter word
  /// count 2^−15. What stands behind X⁴ in a limb less counts 2⁶⁴·X⁴: 1 for X < 2^−16, 16 for X <
  /// 2^−15. From the shortest word on that is 3.1, 6.2 and 9.3 units, or 2.2, 38 and 602.
  ///
  /// - Parameters:
  ///   - x: X < 2^−s in units of 2^−(W+s).
  ///   - square: X² in units of 2^−(W+2s), rounded down.
  ///   - step: s, 15 or 16; negative where the second term of a pair is taken away.
  ///   - last: an even number; at most 4 for one limb, 8 for two and 12 for three.
  ///   - coefficient: a_k, rounded down.
  @inline(__always)
  static func pairedSeries(
    _ x: Self, _ square: Self, step: Int, last: Int, _ coefficient: (Int) -> Self
  ) -> Self {
    var (sum, next) = (0 as Self, last)
    if bitWidth > 64 {
      var far: UInt64 = 0
      while next > bitWidth / 16 - 4 {
        far = far.behind(pair: next, x.limb, square.limb, step) { coefficient($0).limb }
        next &-= 2
      }
      sum = Self(truncatingIfNeeded: far) &<< Self(bitWidth - 64)
    }
    if bitWidth == 192 {
      var near = sum.twoLimbs
      while next > 4 {
        near = near.behind(pair: next, x.twoLimbs, square.twoLimbs, step) {
          coefficient($0).twoLimbs
        }
        next &-= 2
      }
      sum = Self(truncatingIfNeeded: near) &<< 64
    }
    while next >= 2 {
      sum = sum.behind(pair: next, x, square, step, coefficient)
      next &-= 2
    }
    return sum
  }

  /// a_k ± X·a_(k+1) + X²·self
  @inline(__always)
  private func behind(
    pair k: Int, _ x: Self, _ square: Self, _ step: Int, _ coefficient: (Int) -> Self
  ) -> Self {
    let size = step.magnitude
    let second = Self.highProduct(x, coefficient(k &+ 1)) &>> Self(truncatingIfNeeded: size)
    let first = step < 0 ? coefficient(k) &- second : coefficient(k) &+ second
    return first &+ (Self.highProduct(square, self) &>> Self(truncatingIfNeeded: 2 &* size))
  }

  /// The upper 64 digits.
  @inline(__always)
  private var limb: UInt64 { (self &>> Self(Self.bitWidth - 64)).lowLimb }

  /// The upper 128 digits, of at least as many.
  @inline(__always)
  private var twoLimbs: UInt128 {
    UInt128(high: limb, low: (self &>> Self(Self.bitWidth - 128)).lowLimb)
  }
}
