import CrossEntropy
import Exact

/// One number of an answer against its enclosure: decided only where the enclosure decides it.
enum ElementJudgement {
  case conforms(multiple: Double, ulps: Double)
  case fails(String, multiple: Double, ulps: Double)
  /// Of the right class; its size cannot be judged.
  case rightClass
  /// The enclosure is too wide.
  case open

  /// 2·B is allowed: functions of twice the budget, and orders of operations that nobody listed.
  static let factor = Magnitude.powerOfTwo(1)

  init(_ answer: Floating, exact enclosure: Ball, allowance: Allowance.Element) {
    // Where the algorithm is exact its value is the exact value, proved; the textbook's formula may
    // have the same value without reaching it, as log(e^x) does.
    var exact = enclosure
    var bound: Magnitude? = .zero
    switch allowance {
    case .exact(let value):
      if value.isFinite && (exact.isFinite || exact.isUnknown) { exact = value }
    case .within(let magnitude): bound = magnitude
    case .near(let set, let magnitude):
      if exact.isFinite && !answer.isNaN && !answer.isInfinite {
        self = ElementJudgement.nearSet(answer, set, magnitude)
        return
      }
      bound = magnitude
    case .outOfRange: bound = nil
    }
    if exact.isUnknown {
      self = .open
    } else if !exact.isFinite {
      self = ElementJudgement.special(answer, exact)
    } else if answer.isNaN {
      self = .fails("NaN where the exact value is a number", multiple: .infinity, ulps: .infinity)
    } else if answer.isInfinite {
      self = ElementJudgement.infinite(answer, exact, bound)
    } else {
      self =
        bound.map { ElementJudgement.finite(answer, exact, $0) }
        ?? ElementJudgement.classOnly(answer, exact)
    }
  }

  /// An exact value that is infinite or NaN.
  private static func special(_ answer: Floating, _ exact: Ball) -> ElementJudgement {
    let isRight =
      exact.isNaN
      ? answer.isNaN : answer.isInfinite && answer.isNegative == exact.isNegativeInfinity
    let what = exact.isNaN ? "NaN" : exact.isNegativeInfinity ? "-Infinity" : "Infinity"
    return isRight
      ? .conforms(multiple: 0, ulps: 0)
      : .fails("the exact value is \(what)", multiple: .infinity, ulps: .infinity)
  }

  /// An infinite answer to a finite value: right if the value itself, or with it the allowance,
  /// reaches the overflow threshold.
  private static func infinite(
    _ answer: Floating, _ exact: Ball, _ bound: Magnitude?
  ) -> ElementJudgement {
    let failure = fails(
      "an overflow, where the exact value is inside the range", multiple: .infinity,
      ulps: .infinity)
    guard let sign = exact.sign else {
      // On both sides of 0, and so small that neither infinity is near.
      let reach = Ball(midpoint: max(exact.upper, -exact.lower), precision: exact.precision)
      let isFar = overflow(reach, widenedBy: factor * (bound ?? .zero), answer.format) == false
      return isFar ? failure : .open
    }
    if (sign < 0) != answer.isNegative { return failure }
    switch overflow(exact, widenedBy: factor * (bound ?? .zero), answer.format) {
    case nil: return .open
    case false: return failure
    default: return .conforms(multiple: 1, ulps: 1)
    }
  }

  /// A finite answer where no bound holds it: wrong only if the exact value is beyond the range.
  private static func classOnly(_ answer: Floating, _ exact: Ball) -> ElementJudgement {
    switch overflow(exact, widenedBy: .zero, answer.format) {
    case nil: .open
    case false: .rightClass
    default:
      .fails(
        "a finite number, where the exact value is beyond the range", multiple: .infinity,
        ulps: .infinity)
    }
  }

  /// Whether the size of a value, an error added, rounds to infinity; nil if the enclosure leaves it
  /// open.
  private static func overflow(
    _ exact: Ball, widenedBy error: Magnitude, _ format: Format
  ) -> Bool? {
    let threshold = Ball(
      midpoint: format.overflowThreshold, precision: max(exact.precision, format.precision))
    let reach = (exact.sign == -1 ? -exact : exact) + error.ball
    return Ball.compare(reach, threshold).map { $0 >= 0 }
  }

  private static func finite(
    _ answer: Floating, _ exact: Ball, _ bound: Magnitude
  ) -> ElementJudgement {
    let given = Ball(answer.value, precision: max(exact.precision, RoundingContext.precision))
    let difference = given - exact
    let error = difference.sign == -1 ? -difference : difference
    let allowed = (factor * bound).ball
    let multiple = error.isZero ? 0 : bound.isZero ? .infinity : (error / bound.ball).asDouble
    let ulps = error.isZero ? 0 : (error / unitOfLastPlace(exact, answer.format)).asDouble
    // The error's ends against 2B: its upper end for a pass, its lower one for a failure.
    if error.upper <= allowed.midpoint { return .conforms(multiple: multiple, ulps: ulps) }
    if error.sign == 1 && error.lower > allowed.midpoint {
      return .fails("too far from the exact value", multiple: multiple, ulps: ulps)
    }
    return .open
  }

  /// An answer where every number of a set is right.
  private static func nearSet(
    _ answer: Floating, _ set: Ball, _ bound: Magnitude
  ) -> ElementJudgement {
    let number = Ball(answer.value, precision: RoundingContext.precision).midpoint
    let distance = max(set.lower - number, number - set.upper, .zero)
    let multiple =
      distance.isZero
      ? 0
      : bound.isZero
        ? .infinity : (Ball(midpoint: distance, precision: 64) / bound.ball).asDouble
    if distance <= (factor * bound).asDyadic { return .conforms(multiple: multiple, ulps: 0) }
    return .fails("no element of the subdifferential", multiple: multiple, ulps: .infinity)
  }

  private static func unitOfLastPlace(_ exact: Ball, _ format: Format) -> Ball {
    let least = Integer(format.leastExponent - format.precision + 1)
    let top = exact.midpoint.isZero ? least : exact.midpoint.top
    return Ball(
      midpoint: .powerOfTwo(max(least, top - Integer(format.precision))), precision: 64)
  }
}

extension Ball {
  /// The midpoint to the nearest `Double`.
  var asDouble: Double {
    if isFinite { return Floating(rounding: midpoint, to: .float64).asDouble }
    return isInfinite ? (isPositiveInfinity ? .infinity : -.infinity) : .nan
  }
}
