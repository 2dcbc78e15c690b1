import Exact

/// The numbers of a format that a level of accuracy accepts for one element: all from `low` to
/// `high`, either of which may be infinite; only NaN where both are NaN.
///
/// It says what the judge says, in numbers that a reader in another language can compare. Where only
/// the class of an answer can be judged, it runs over all finite numbers.
struct AcceptedInterval: Sendable, Hashable {
  let low: Floating
  let high: Floating

  /// - Parameter acceptsOpen: whether a number that the enclosure does not decide is taken to be
  ///   accepted. No enclosure decides one that lies right at the end of what is allowed, as it may
  ///   where the exact value is 0; the judge does not call it wrong.
  /// - Returns: nil where the enclosure is too wide to tell.
  init?(
    _ exact: Ball, _ allowance: Allowance.Element, _ format: Format, acceptsOpen: Bool
  ) {
    if exact.isUnknown { return nil }
    if !exact.isFinite {
      let only = Floating(rounding: exact, to: format)!
      (low, high) = (only, only)
      return
    }
    func accepts(_ number: Floating) -> Bool? {
      switch ElementJudgement(number, exact: exact, allowance: allowance) {
      case .conforms, .rightClass: true
      case .fails: false
      case .open: acceptsOpen ? true : nil
      }
    }
    // Numbers near the ends, rounded: the outermost one that is accepted is at most a step away.
    func outermost(_ end: Floating, up: Bool) -> Floating? {
      var number = end
      guard var isAccepted = accepts(number) else { return nil }
      if !isAccepted {
        number = number.next(up: !up)
        return accepts(number) == true ? number : nil
      }
      while isAccepted && !number.isInfinite {
        guard let isNextAccepted = accepts(number.next(up: up)) else { return nil }
        isAccepted = isNextAccepted
        if isAccepted { number = number.next(up: up) }
      }
      return number
    }
    let ends = AcceptedInterval.ends(exact, allowance, format)
    guard let low = outermost(ends.low, up: false), let high = outermost(ends.high, up: true) else {
      return nil
    }
    (self.low, self.high) = (low, high)
  }

  /// Where the accepted numbers end, give or take a step.
  private static func ends(
    _ exact: Ball, _ allowance: Allowance.Element, _ format: Format
  ) -> (low: Floating, high: Floating) {
    func rounded(_ values: Ball, _ bound: Magnitude) -> (low: Floating, high: Floating) {
      // As balls: a sum of dyadic numbers of very different sizes would have too many digits.
      func end(_ value: Dyadic, _ reach: Ball) -> Floating {
        let number = Ball(midpoint: value, precision: RoundingContext.precision) + reach
        return Floating(rounding: number.midpoint, to: format)
      }
      let reach = (ElementJudgement.factor * bound).ball
      return (end(values.lower, -reach), end(values.upper, reach))
    }
    switch allowance {
    case .exact(let value): return rounded(value, .zero)
    case .within(let bound): return rounded(exact, bound)
    case .near(let set, let bound): return rounded(set, bound)
    case .outOfRange:
      let value = Floating(rounding: exact.midpoint, to: format)
      if value.isInfinite { return (value, value) }
      let greatest = Floating.infinity(format).next(up: false)
      return (Floating.infinity(isNegative: true, format).next(up: true), greatest)
    }
  }
}
