public import CrossEntropy
public import Exact

// The rules of the operations. v is the exact result, p the propagated error, u the unit roundoff,
// c the budget of elementary functions, λ the least normal number.

extension RunningError: Scalar {
  /// A whole number without error, that has met no input yet.
  public init(_ value: Int) { self.init(Ball(value), nil) }

  /// What `Scalar` asks for, and this arithmetic cannot give.
  /// - Precondition: never called; inputs enter with a context.
  public init(_ value: Extended, precision: Int) {
    preconditionFailure("a number with a running error needs a rounding context")
  }

  /// Not a number, without error.
  public static var nan: RunningError { RunningError(.nan, nil) }
  /// Positive infinity, without error.
  public static var infinity: RunningError { RunningError(.infinity, nil) }
  /// Whether the exact value is NaN.
  public var isNaN: Bool { value.isNaN }
  /// Whether the number is zero in every execution.
  public var isZero: Bool { isExact && value.isZero }
  /// Whether the exact value is infinite.
  public var isInfinite: Bool { value.isInfinite }

  /// A whole number rounded to the numbers of the setting.
  public func constant(_ value: Int) -> RunningError {
    .rounded(self.value.constant(value), propagated: .zero, context)
  }

  /// u|v|, and λ more: the number may be subnormal.
  public func enclosing(_ ball: Ball) -> RunningError {
    .rounded(ball, propagated: .zero, mayUnderflow: true, context)
  }

  /// Exact.
  public static prefix func - (a: RunningError) -> RunningError {
    RunningError(-a.value, bound: a.bound, range: a.range, a.context)
  }

  /// p = eₐ + e_b; rounding u(|v| + p), and λ more where small sums may underflow. Adding an exact
  /// zero is exact.
  public static func + (a: RunningError, b: RunningError) -> RunningError {
    if a.isZero { return b.passed(on: a.context) }
    if b.isZero { return a.passed(on: b.context) }
    // ∞ + ∞ is ∞, but ∞ − ∞ is lost.
    let oppose = a.value.sign == nil || a.value.sign != b.value.sign
    let range: Range =
      a.range == .overflows && b.range == .overflows && oppose ? .lost : worst(a, b)
    return rounded(
      a.value + b.value, propagated: a.bound + b.bound, range: range, a.context ?? b.context
    ) { context, size in context.unit * size + context.floorOfSum }
  }

  /// The rule of the sum.
  public static func - (a: RunningError, b: RunningError) -> RunningError { a + -b }

  /// p = |a|e_b + |b|eₐ + eₐe_b; rounding u(|v| + p) + λ. Multiplying by one is exact.
  public static func * (a: RunningError, b: RunningError) -> RunningError {
    if a.isOne { return b.passed(on: a.context) }
    if b.isOne { return a.passed(on: b.context) }
    let context = a.context ?? b.context
    if a.isZero && b.value.isFinite && b.range == .inside { return RunningError(a.value, context) }
    if b.isZero && a.value.isFinite && a.range == .inside { return RunningError(b.value, context) }
    let propagated =
      a.bound.isZero && b.bound.isZero
      ? Magnitude.zero : a.value.size * b.bound + b.reach * a.bound
    // ∞ times what may be zero is lost.
    let isLost = worst(a, b) == .overflows && (a.mayBeZero || b.mayBeZero)
    return rounded(
      a.value * b.value, propagated: propagated, range: isLost ? .lost : worst(a, b),
      mayUnderflow: true, context)
  }

  /// p = (eₐ + |q|e_b)/(|b| − e_b), unbounded if e_b ≥ |b|; rounding u(|v| + p) + λ.
  ///
  /// An execution may have ∞ for a divisor that overflows: it then gives 0, which errs by |q|.
  public static func / (a: RunningError, b: RunningError) -> RunningError {
    if b.isOne { return a.passed(on: b.context) }
    let (value, context) = (a.value / b.value, a.context ?? b.context)
    var propagated = Magnitude.zero
    if !(a.bound.isZero && b.bound.isZero) {
      propagated = divided(a.bound + value.size * b.bound, by: b.executions)
    }
    var range = worst(a, b)
    if b.range == .overflows && a.range == .inside {
      (range, propagated) = (.inside, max(propagated, value.size))
    } else if b.range == .overflows || (a.range == .overflows && b.mayBeZero) {
      range = .lost
    }
    return rounded(value, propagated: propagated, range: range, mayUnderflow: true, context)
  }

  /// p = e^a(e^eₐ − 1); rounding (|v| + p)((1 + cu)e^{u(|a| + eₐ)} − 1) + λ.
  ///
  /// The second factor lets an exponential perturb its argument by one u: 2^(x·log₂e) does, and that
  /// is the conditioning of exp. The exponential of exactly 0 is exactly 1, that of −∞ 0.
  public static func exp(_ x: RunningError) -> RunningError {
    let value = Ball.exp(x.value)
    guard x.value.isFinite else { return RunningError(value, range: x.range, x.context) }
    if x.isZero { return x.constant(1) }
    var (propagated, range) = (x.bound.isZero ? .zero : value.size * growth(x.bound), x.range)
    if range == .overflows && x.executions.sign == -1 {
      // −∞ in an execution: 0; no execution has more than the largest of its exponentials.
      (propagated, range) = (Ball.exp(x.executions).size, .inside)
    }
    return rounded(value, propagated: propagated, range: range, x.context) { context, size in
      let argument = growth(context.argument * x.reach)
      let factor = context.elementary + argument + context.elementary * argument
      return size * factor + context.floor
    }
  }

  /// p = −log(1 − eₐ/a), unbounded if eₐ ≥ a; rounding uc(|v| + p). There is no term of the argument:
  /// an error of one u in the argument of log(1 + z) is the very defect that log1p exists to avoid.
  public static func log(_ x: RunningError) -> RunningError {
    logarithm(.log(x.value), of: x, base: x.value)
  }

  /// The rule of the logarithm, for log(1 + x): p = −log(1 − eₓ/(1 + x)).
  public static func log(onePlus x: RunningError) -> RunningError {
    if x.isZero { return x }
    return logarithm(.log(onePlus: x.value), of: x, base: Ball(1) + x.value)
  }

  private static func logarithm(
    _ value: Ball, of x: RunningError, base: Ball
  ) -> RunningError {
    var propagated = Magnitude.zero
    if !x.bound.isZero {
      guard !x.bound.isInfinite, base.sign == 1 else {
        return RunningError(value, bound: .infinite, range: x.range, x.context)
      }
      propagated = Ball.log(onePlus: -(x.bound.ball / base)).size
    }
    return rounded(
      value, propagated: propagated, range: x.range == .inside ? .inside : .lost, x.context
    ) { context, size in context.elementary * size }
  }

  /// The larger of two moves by no more than the more uncertain of them; where one is surely the
  /// larger, by no more than that one.
  public static func larger(_ a: RunningError, _ b: RunningError) -> RunningError {
    let range = worst(a, b) == .lost ? Range.lost : nil
    if let order = Ball.compare(a.executions, b.executions) {
      let winner = order < 0 ? b : a
      return RunningError(
        winner.value, bound: winner.bound, range: range ?? winner.range, a.context ?? b.context)
    }
    return RunningError(
      .larger(a.value, b.value), bound: max(a.bound, b.bound), range: range ?? worst(a, b),
      a.context ?? b.context)
  }

  /// By the rule of `larger`.
  public static func smaller(_ a: RunningError, _ b: RunningError) -> RunningError {
    -larger(-a, -b)
  }

  /// Which of two is less in real arithmetic. Where the enclosures overlap the two are equal to 96
  /// digits, and either branch has the same value there.
  public static func isLess(_ a: RunningError, _ b: RunningError) throws -> Bool {
    (Ball.compare(a.value, b.value) ?? 0) < 0
  }

  // MARK: Corners

  /// At a corner every subgradient is right, and an execution may have passed the corner: unless it
  /// surely lies to one side, the slope is the set of all of them.
  public static func step(_ x: RunningError) -> RunningError {
    if x.isNaN || x.range == .lost { return RunningError(x.value, range: x.range, x.context) }
    return switch x.executions.sign {
    case 1: RunningError(1).in(x.context)
    case nil, 0: anySlope(x.context)
    default: RunningError(0).in(x.context)
    }
  }

  /// Of those that an execution may find to be the largest, any convex combination.
  public static func slopesOfLargest(
    _ x: [RunningError], computedAs computed: [RunningError]
  ) -> [RunningError] {
    let winners = computed.indices.filter { index in
      !computed.contains { Ball.compare(computed[index].executions, $0.executions) == -1 }
    }
    return x.indices.map { index in
      if !winners.contains(index) { return RunningError(0).in(x[index].context) }
      return winners.count == 1 ? RunningError(1).in(x[index].context) : anySlope(x[index].context)
    }
  }

  /// The numbers from 0 to 1.
  private static func anySlope(_ context: RoundingContext?) -> RunningError {
    context?.meetCorner()
    return RunningError(
      .between(low: .zero, high: .one, precision: RoundingContext.precision), context)
  }

  /// Whether the value, of a run that has met a corner, is a set of numbers, each of which is right:
  /// the digits that are carried along leave a single one with a radius far below its bound.
  var isSet: Bool { value.isFinite && value.radius > bound.scaled(by: -20) }

  // MARK: Parts of the rules

  /// The same number, a constant no longer if it met an input of a context.
  func `in`(_ context: RoundingContext?) -> RunningError {
    RunningError(value, bound: bound, range: range, self.context ?? context)
  }

  /// The result of an operation that changes nothing, but may flush what is below the normal numbers.
  private func passed(on context: RoundingContext?) -> RunningError {
    let same = self.in(context)
    guard let context = same.context, !context.floorOfSum.isZero, value.isFinite, !value.isZero,
      value.size < context.floor
    else { return same }
    return RunningError(
      value, bound: bound + context.floorOfSum, range: range, context)
  }

  private static func worst(_ a: RunningError, _ b: RunningError) -> Range {
    if a.range == .lost || b.range == .lost { return .lost }
    return a.range == .overflows || b.range == .overflows ? .overflows : .inside
  }

  /// A ball that holds the result of every execution that stays in range.
  var executions: Ball {
    value.isFinite
      ? Ball(
        midpoint: value.midpoint, radius: value.radius + bound,
        precision: context?.precision ?? RoundingContext.precision) : value
  }

  /// Whether an execution may have zero here.
  private var mayBeZero: Bool { (executions.sign ?? 0) == 0 }

  private static func divided(_ bound: Magnitude, by divisor: Ball) -> Magnitude {
    bound.isInfinite ? .infinite : (bound.ball / divisor).size
  }

  /// e^x − 1
  private static func growth(_ x: Magnitude) -> Magnitude {
    x.isInfinite ? .infinite : Ball.expMinusOne(x.ball).size
  }

  /// p from (x ± eₓ)^(y ± e_y), the power being monotone in each; rounding (|v| + p)·cu, and u more
  /// for each unit of y·log x: with t = x^y that is t·|log t|, greatest at an end or, by 1/e, within.
  /// Powers of exactly 1 and to exactly 1 or 0 are exact; others, ½² too, are an elementary function's.
  public static func power(_ x: RunningError, _ y: RunningError) -> RunningError {
    if y.isOne { return x.passed(on: y.context) }
    let (value, context) = (Ball.power(x.value, y.value), x.context ?? y.context)
    let isExact = value.isExact && (y.isZero || x.isOne || x.isZero)
    if !value.isFinite || isExact {
      return RunningError(value, bound: .zero, range: worst(x, y), context)
    }
    let ends = x.ends.flatMap { a in y.ends.map { Ball.power(.larger(a, Ball(0)), $0) } }
    let propagated = ends.map { ($0 - value).size }.max()!
    return rounded(
      value, propagated: propagated, range: worst(x, y), isElementary: true, context
    ) { context, size in
      let spread = (ends + [value]).map { $0.isZero ? .zero : ($0 * .log($0)).size }.max()!
      return context.elementary * size + context.argument * max(spread, .powerOfTwo(-1))
        + context.floor
    }
  }

  private var ends: [Ball] {
    let error = bound.isInfinite ? Ball.unknown(precision: 64) : bound.ball
    return bound.isZero ? [value] : [value - error, value + error]
  }
}
