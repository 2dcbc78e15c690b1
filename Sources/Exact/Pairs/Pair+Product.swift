extension Pair<DoubleVector> {
  /// The numbers times r₁ + r₂, each rounded to a double, and which of them are surely the nearest
  /// doubles to what is enclosed with a relative error of 2^`error`.
  ///
  /// r₁ has 27 digits at most, |r₂| ≤ 2^−26·r₁. The head is cut to 26 digits, so that its product
  /// with r₁ is exact; what is left of it is below 2^−25 of it, and |rest| below 2^−22.8. Then three
  /// products and two sums of at most 2^−22.3 are rounded: below 2^−73 of the result altogether, and
  /// the last one, with the error put to it either way, another 2^−75. Where both round to the same
  /// double, all between them do.
  @inline(__always)
  func product(
    _ first: DoubleVector, _ second: DoubleVector, error: DoubleVector
  ) -> (nearest: DoubleVector, isSure: SIMDMask<SIMD8<Int64>>) {
    let upper = head.leadingDigits
    let product = upper * first
    let small: DoubleVector = (head - upper) * first + head * second
    let low: DoubleVector = small + rest * (first + second)
    let margin = product * error
    let (nearest, other) = (product + (low - margin), product + (low + margin))
    return (nearest, nearest .== other)
  }
}
