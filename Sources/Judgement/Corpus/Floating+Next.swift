import Exact

extension Floating {
  /// The next number of the format, above or below; the infinities are the last ones.
  ///
  /// - Precondition: it is not NaN, and not the infinity that lies that way.
  func next(up: Bool) -> Floating {
    if isZero {
      let sign = up ? 0 : UInt64(1) << UInt64(format.bitWidth - 1)
      return Floating(bits: sign | 1, format: format)
    }
    return Floating(bits: up == isNegative ? bits - 1 : bits + 1, format: format)
  }
}
