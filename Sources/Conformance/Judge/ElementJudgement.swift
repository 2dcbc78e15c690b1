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

  /// `standard` allows 2·B: libraries of 4 ulp, and orders of operations that nobody listed.
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
      self = bound.map { ElementJudgement.finite(answer, exact, $0) } ?? .rightClass
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

  /// An infinite answer to a finite value: right if the allowance reaches the overflow threshold.
  private static func infinite(
    _ answer: Floating, _ exact: Ball, _ bound: Magnitude?
  ) -> ElementJudgement {
    let failure = fails(
      "an overflow, where the exact value is inside the range", multiple: .infinity,
      ulps: .infinity)
    guard let bound, let sign = exact.sign else { return bound == nil ? failure : .open }
    if (sign < 0) != answer.isNegative { return failure }
    let size = sign < 0 ? -exact : exact
    let reach = size + (factor * bound).ball
    let threshold = Ball(
      midpoint: answer.format.overflowThreshold, precision: RoundingContext.precision)
    switch Ball.compare(reach, threshold) {
    case nil: return .open
    case -1: return failure
    default: return .conforms(multiple: 1, ulps: 1)
    }
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
