import CrossEntropy
import Exact

extension RunningError {
  /// The sum in any order, by any tree: p = Σ eₖ, and rounding by the sharpest of three theorems about
  /// the sizes Tₖ = |tₖ| + eₖ that an execution may add. With S = Σ Tₖ, the largest T_m, R = S − T_m,
  /// n the number of terms that may differ from zero, and u the unit of the accumulation:
  ///
  /// 1. (n − 1)·u·S (S. M. Rump, *Error estimation of floating-point summation*, 2012; no condition
  ///    on n·u).
  /// 2. Σ_{k≠m} min(Tₖ, u·S) + (n − 1)·u·R. Proof: one rounding errs by at most min(|a|, |b|, u|a + b|).
  ///    On the path from t_m to the root the other operands are sums of disjoint groups, which makes
  ///    Σ_groups min(s_j, u·S) ≤ Σ min(Tₖ, u·S); inside a group the errors are at most
  ///    (n_j − 1)·u·s_j by the first theorem.
  /// 3. The sum of the others, if some terms are exact multiples of a q with a sum of at most 2^p·q
  ///    and all the others come to less than u·q/2. Proof: sums of the former are exact; the others
  ///    never move such a sum by half a unit, so that each is at worst lost.
  ///
  /// One more rounding brings the sum from the format of accumulation to that of the numbers.
  public static func sum(_ terms: [RunningError]) -> RunningError {
    if terms.count <= 2 { return terms.dropFirst().reduce(terms.first ?? RunningError(0), +) }
    let value = terms.dropFirst().reduce(terms[0].value) { $0 + $1.value }
    let context = terms.lazy.compactMap(\.context).first
    let range = rangeOfSum(terms)
    guard value.isFinite, let context else {
      return rounded(value, propagated: .zero, range: range, context)
    }
    let live = terms.filter { !$0.isZero }
    if live.count <= 1 {
      return live.first?.in(context) ?? RunningError(value, range: range, context)
    }

    let propagated = live.reduce(Magnitude.zero) { $0 + $1.bound }
    let accumulated = additions(live, context)
    let bound =
      propagated + accumulated
      + (context.isSumRoundedAgain && !(value.isExact && context.keeps(value.midpoint))
        ? context.unit * (value.size + propagated + accumulated) : .zero)
    // A partial sum may overflow where the sum itself does not.
    let reach = live.reduce(accumulated) { $0 + $1.reach }
    let overflows = bound.isInfinite || context.overflows(reach)
    return RunningError(
      value, bound: bound, range: range == .inside && overflows ? .overflows : range, context)
  }

  /// What the additions of a sum may err by.
  private static func additions(
    _ terms: [RunningError], _ context: RoundingContext
  ) -> Magnitude {
    let unit = context.accumulationUnit
    let sizes = terms.map(\.reach)
    let largest = sizes.indices.max { sizes[$0] < sizes[$1] }!
    let rest = sizes.indices.lazy.filter { $0 != largest }.reduce(Magnitude.zero) {
      $0 + sizes[$1]
    }
    let total = rest + sizes[largest]
    let steps = Magnitude(above: Dyadic(terms.count - 1))
    let anyTree = steps * unit * total
    let ulp = unit * total
    let losses = sizes.indices.lazy.filter { $0 != largest }.reduce(Magnitude.zero) {
      $0 + min(sizes[$1], ulp)
    }
    let bound = min(anyTree, losses + steps * unit * rest)
    // Each step may underflow once, and what it loses then grows by less than a half.
    let underflows = (steps + steps) * context.floorOfSum
    return min(bound, exactGroup(terms, context) ?? bound) + underflows
  }

  /// The third theorem; nil where it does not apply, as to decimals, which add in no power of two.
  private static func exactGroup(
    _ terms: [RunningError], _ context: RoundingContext
  ) -> Magnitude? {
    let exact = terms.filter(\.isExact).map { $0.value.midpoint }
    guard let digits = context.accumulationDigits,
      let exponent = exact.map(\.exponent).min()
    else { return nil }
    let sum = exact.reduce(Magnitude.zero) { $0 + Magnitude(above: $1) }
    let others = terms.lazy.filter { !$0.isExact }.reduce(Magnitude.zero) { $0 + $1.reach }
    // The sum of so many magnitudes is itself rounded up: a sum of just 2^p·q may be refused.
    let fits = sum <= .powerOfTwo(exponent + Integer(digits))
    return fits && others < .powerOfTwo(exponent - Integer(digits + 1)) ? others : nil
  }

  /// ∞ + ∞ stays ∞; two infinities of different signs are lost.
  private static func rangeOfSum(_ terms: [RunningError]) -> Range {
    if terms.contains(where: { $0.range == .lost }) { return .lost }
    let signs = Set(terms.filter { $0.range == .overflows }.map { $0.value.sign })
    if signs.isEmpty { return .inside }
    return signs.count == 1 && signs.first != .some(nil) ? .overflows : .lost
  }
}
