extension Floating {
  /// The shortest decimal number that rounds to this one.
  public var shortestDecimal: String {
    guard let number = value.asRational else { return value.description }
    for count in 1...17 {
      let digits = DecimalDigits(rounding: number, count: count)
      if isZero || Floating(rounding: digits.asRational, to: format).bits == bits {
        return digits.description
      }
    }
    preconditionFailure("17 digits tell any two numbers of a format apart")
  }

  /// How many numbers of the format lie between this one and another, one end counted; nil where one
  /// is NaN. The infinities count as the neighbours of the greatest numbers, the zeros as one.
  public func steps(to other: Floating) -> UInt64? {
    precondition(format == other.format, "numbers of different formats")
    if isNaN || other.isNaN { return nil }
    let sign = UInt64(1) << UInt64(format.bitWidth - 1)
    let (a, b) = (bits & ~sign, other.bits & ~sign)
    if isNegative == other.isNegative { return a > b ? a - b : b - a }
    return a + b
  }
}
