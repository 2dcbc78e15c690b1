// Whole rows: every element rounded to the nearest double.

extension SoftmaxRow {
  /// The softmax, every element rounded to the nearest double, into memory of the row's length;
  /// returns the indices of those that are still open, whose places hold nothing.
  ///
  /// e^(xᵢ − m) errs by 2^−72 of itself, 1/(1 + rest) by 2^−72 and by the cut of r₂, the product by
  /// 2^−73: below 2^−70. Numbers below 2^−800 are not taken from it, for they may be what was cut
  /// off; nor is there anything that underflows among the others.
  ///
  /// - Complexity: O(*n*).
  public func softmax(into result: UnsafeMutableBufferPointer<Double>) -> [Int] {
    unsafe precondition(result.count == logits.count, "the result is as long as the row")
    guard let reciprocal, let terms = unsafe terms else {
      return unsafe logits.indices.filter {
        unsafe !settle(softmax(at: $0, to: .float64), $0, result)
      }
    }
    let first = DoubleVector(repeating: reciprocal.first)
    let second = DoubleVector(repeating: reciprocal.second)
    let error = DoubleVector(repeating: 0x1p-70)
    let least = DoubleVector(repeating: 0x1p-800)
    let open = unsafe RowSum.fill(result) { index in
      let place = unsafe UnsafeRawPointer(terms + 2 * index)
      let term = unsafe Pair(
        head: place.loadUnaligned(as: DoubleVector.self),
        rest: (place + 64).loadUnaligned(as: DoubleVector.self))
      let (nearest, isSure) = term.product(first, second, error: error)
      return (nearest, isSure .& (nearest .> least))
    }
    return open.filter { unsafe !settle(softmax(at: $0, to: .float64), $0, result) }
  }

  /// The log-softmax in the same way.
  ///
  /// With L = log(1 + rest) = l₁ + l₂: xᵢ − m = d + e exactly, d − l₁ = s + t exactly, and s + (t +
  /// (e − l₂)) is rounded twice in numbers below 2u of the result, since d and −L have one sign. L
  /// errs by 2^−72 of itself as the sum does, and by the logarithm's radius: below 2^−71 together.
  ///
  /// - Complexity: O(*n*).
  public func logSoftmax(into result: UnsafeMutableBufferPointer<Double>) -> [Int] {
    unsafe precondition(result.count == logits.count, "the result is as long as the row")
    let logarithm = WordBall<UInt128>.log(onePlus: rest)
    guard !isRefined, logarithm.top > -700, logarithm.radius < 1 << 57 else {
      return unsafe logits.indices.filter {
        unsafe !settle(logSoftmax(at: $0, to: .float64), $0, result)
      }
    }
    let (first, second) = logarithm.pair
    let (head, low) = (DoubleVector(repeating: -first), DoubleVector(repeating: second))
    let largest = unsafe DoubleVector(repeating: -logits[winner])
    let error = DoubleVector(repeating: 0x1p-70)
    let least = DoubleVector(repeating: -.greatestFiniteMagnitude)
    let row = unsafe logits.baseAddress!
    let count = unsafe logits.count
    let open = unsafe RowSum.fill(result) { index in
      let difference = unsafe Pair.exactSum(RowSum.load(row, index, count), largest)
      let sum = Pair.exactSum(difference.head, head)
      let rest = sum.rest + (difference.rest - low)
      let margin = sum.head * error
      let (nearest, other) = (sum.head + (rest - margin), sum.head + (rest + margin))
      return (nearest, (nearest .== other) .& (nearest .> least))
    }
    return open.filter { unsafe !settle(logSoftmax(at: $0, to: .float64), $0, result) }
  }

  private func settle(
    _ bits: UInt64?, _ index: Int, _ result: UnsafeMutableBufferPointer<Double>
  ) -> Bool {
    guard let bits else { return false }
    unsafe result[index] = Double(bitPattern: bits)
    return true
  }

  /// 1/(1 + rest) as r₁ + r₂ of 27 and 53 digits, within 2^−72 and 2^−79 of itself for a sum in
  /// pairs of doubles; nil for one of words, and for one of which only a bound is known.
  private var reciprocal: (first: Double, second: Double)? {
    if isRefined || rest.radius == WordBall<UInt128>.leading { return nil }
    let middle = WordBall(
      isNegative: false, significand: rest.significand, exponent: rest.exponent, radius: 0)
    let quotient = WordBall<UInt128>.one / (.one + middle)
    return quotient.cut(to: 27)
  }
}

extension WordBall where Word == UInt128 {
  /// The number without its error as two doubles, the first rounded.
  var pair: (Double, Double) { cut(to: 53) }

  /// The upper `digits` digits, cut off, and the double nearest to the others.
  fileprivate func cut(to digits: Int) -> (first: Double, second: Double) {
    let first = significand & (UInt128.max << UInt128(128 - digits))
    let unit = Double(sign: .plus, exponent: exponent, significand: 1)
    let size = (Double(first) * unit, Double(significand - first) * unit)
    return isNegative ? (-size.0, -size.1) : size
  }
}
