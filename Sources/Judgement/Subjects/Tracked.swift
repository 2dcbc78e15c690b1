import CrossEntropy
import Exact

/// A number that an arithmetic computed, and beside it the running error of the very same steps.
///
/// Formulas branch: by the larger of two, by what is zero, by the sign of an argument. A bound is
/// one of the algorithm that ran only if both took the same branch, so they are run as one scalar.
/// Each predicate is answered from what is proved, for the exact value as for the computed one;
/// where a branch may differ between the two, the answer is given up.
///
/// **Invariant**: unless the error's range is lost, the computed number is an execution of the
/// running error's algorithm: finite for a finite exact value (or the infinity that `overflows`
/// allows), the same infinity for an infinite one, NaN for NaN. `settled` restores this after every
/// operation, so that an infinity out of a sum that cancelled, or one that the computed numbers
/// missed, is never taken for a proved one.
protocol Tracked: Scalar {
  associatedtype Base: Computable
  var computed: Base { get }
  var error: RunningError { get }
  /// - Precondition: the invariant.
  init(computed: Base, error: RunningError)
}

/// An arithmetic with rounding whose numbers can be read exactly.
protocol Computable: Scalar {
  var exact: Extended { get }
}

extension Double: Computable { var exact: Extended { Floating(self).value } }
extension Stable: Computable { var exact: Extended { Floating(value).value } }
extension Decimal38: Computable { var exact: Extended { value } }

/// A tracked number whose derived operations are the textbook's.
struct Textbook<Base: Computable>: Tracked {
  let computed: Base
  let error: RunningError
}

/// A tracked number whose derived operations are the stable forms.
struct Careful: Tracked, StableScalar {
  let computed: Stable
  let error: RunningError

  static func log(onePlus x: Careful) -> Careful {
    settled(.log(onePlus: x.computed), .log(onePlus: x.error))
  }

  /// As `Stable` itself chooses. Every branch of the stable forms has the same value in exact
  /// arithmetic, so that the bound of the branch taken is one for the value.
  static func seemsLess(_ a: Careful, _ b: Careful) -> Bool { a.computed.value < b.computed.value }
}

extension Tracked {
  /// A number of the input.
  init(_ value: Extended, _ context: RoundingContext) {
    self = .settled(Base(value, precision: 0), RunningError(value, context))
  }

  init(_ value: Int) { self.init(computed: Base(value), error: RunningError(value)) }

  /// - Precondition: never called; inputs enter with a context.
  init(_ value: Extended, precision: Int) {
    preconditionFailure("a tracked number needs a rounding context")
  }

  /// The two parts of a result, which is lost if the invariant does not hold of them.
  static func settled(_ computed: Base, _ error: RunningError) -> Self {
    let value = error.value
    let isExecution =
      if value.isNaN || computed.isNaN {
        value.isNaN && computed.isNaN
      } else if computed.isInfinite {
        (value.isInfinite || error.range == .overflows)
          && value.sign == (isPositive(computed) ? 1 : -1)
      } else {
        value.isFinite
      }
    if isExecution || error.range == .lost { return Self(computed: computed, error: error) }
    return Self(
      computed: computed,
      error: RunningError(value, bound: .infinite, range: .lost, error.context))
  }

  private static func isPositive(_ x: Base) -> Bool { (try? Base.isLess(Base(0), x)) ?? false }

  /// A sum or a product of two decimals without error has none if the decimal is the exact result;
  /// of binary numbers the running error itself can tell.
  private static func settled(
    _ computed: Base, _ error: RunningError, _ a: Self, _ b: Self,
    exactly operation: (Rational, Rational) -> Rational
  ) -> Self {
    let result = settled(computed, error)
    guard let context = error.context, context.numbers == .decimal, result.isCertain,
      error.value.isFinite, !error.bound.isZero, a.isComputedExactly, b.isComputedExactly,
      let x = a.computed.exact.asRational, let y = b.computed.exact.asRational,
      let z = computed.exact.asRational, operation(x, y) == z
    else { return result }
    return Self(computed: computed, error: RunningError(.finite(z), context))
  }

  /// Whether what is known of the exact value holds of the computed one.
  private var isCertain: Bool { error.range == .inside }

  /// Whether the computed number is the exact value.
  var isComputedExactly: Bool { isCertain && error.bound.isZero && error.value.isFinite }

  static var nan: Self { Self(computed: .nan, error: .nan) }
  static var infinity: Self { Self(computed: .infinity, error: .infinity) }
  var isNaN: Bool { error.isNaN && isCertain }
  var isZero: Bool { error.isZero }
  var isInfinite: Bool { error.isInfinite && isCertain }

  static prefix func - (a: Self) -> Self { Self(computed: -a.computed, error: -a.error) }
  static func + (a: Self, b: Self) -> Self {
    settled(a.computed + b.computed, a.error + b.error, a, b, exactly: +)
  }
  static func - (a: Self, b: Self) -> Self {
    settled(a.computed - b.computed, a.error - b.error, a, b, exactly: -)
  }
  static func * (a: Self, b: Self) -> Self {
    settled(a.computed * b.computed, a.error * b.error, a, b, exactly: *)
  }
  static func / (a: Self, b: Self) -> Self {
    settled(a.computed / b.computed, a.error / b.error)
  }

  static func exp(_ x: Self) -> Self { settled(.exp(x.computed), .exp(x.error)) }
  static func log(_ x: Self) -> Self { settled(.log(x.computed), .log(x.error)) }
  static func power(_ x: Self, _ y: Self) -> Self {
    settled(.power(x.computed, y.computed), .power(x.error, y.error))
  }
  static func larger(_ a: Self, _ b: Self) -> Self {
    settled(.larger(a.computed, b.computed), .larger(a.error, b.error))
  }
  static func smaller(_ a: Self, _ b: Self) -> Self {
    settled(.smaller(a.computed, b.computed), .smaller(a.error, b.error))
  }

  /// - Throws: `Undecided` where the computed order need not be the exact one.
  static func isLess(_ a: Self, _ b: Self) throws -> Bool {
    if a.isNaN || b.isNaN { return false }
    guard a.isCertain && b.isCertain else { throw Undecided(bits: 0) }
    if a.isComputedExactly && b.isComputedExactly { return try Base.isLess(a.computed, b.computed) }
    guard let order = Ball.compare(a.error.executions, b.error.executions) else {
      throw Undecided(bits: (a.error.context ?? b.error.context)?.precision ?? 0)
    }
    return order < 0
  }

  /// By the arithmetic's own order of addition, of which the running error's is any.
  static func sum(_ terms: [Self]) -> Self {
    settled(.sum(terms.map(\.computed)), .sum(terms.map(\.error)))
  }

  func constant(_ value: Int) -> Self {
    .settled(computed.constant(value), error.constant(value))
  }
  func enclosing(_ ball: Ball) -> Self {
    .settled(computed.enclosing(ball), error.enclosing(ball))
  }

  /// What is proved of the exact value if `answer` is the number that was computed: it lies within
  /// the bound of it. The radius is for the value itself, which the error knows only as a ball.
  func enclosure(of answer: Base, precision: Int) -> Ball {
    let number = answer.exact
    guard isCertain, !error.bound.isInfinite, number == computed.exact else {
      return .unknown(precision: precision)
    }
    guard let number = number.asRational else { return error.value }
    let ball = Ball(number, precision: precision)
    return Ball(
      midpoint: ball.midpoint, radius: ball.radius + error.bound + error.value.radius,
      precision: precision)
  }
}
