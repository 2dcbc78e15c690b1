/// A rational number plus a ball that may be astronomically smaller: `head` + `tail`.
///
/// A saturated loss is 9664·α + e^−9664·…: the head decides everything but a tie, and the tail's
/// sign decides the tie. A ball would need as many bits as the two lie apart; here each keeps its
/// own precision. A number of which no rational part is known has the head 0.
public struct NearRational: Sendable {
  /// The rational part, exactly; 0 where none is known.
  public let head: Rational
  /// What is added to the head; infinities and NaN stand here.
  public let tail: Ball

  /// The longest denominator of a head that is kept exactly.
  private static let longestDenominator = 1 << 14

  /// `head` + `tail`. A head without proportion, with a denominator of more than 2^14 bits, is put
  /// into the tail.
  public init(head: Rational, tail: Ball) {
    // Infinities, NaN and the unknown have no rational part; one that has grown out of proportion
    // is given up.
    if !tail.isFinite {
      (self.head, self.tail) = (.zero, tail)
    } else if head.denominator.bitWidth > Self.longestDenominator {
      (self.head, self.tail) = (.zero, Ball(head, precision: tail.precision) + tail)
    } else {
      (self.head, self.tail) = (head, tail)
    }
  }

  /// A rational number, exactly; what is computed from it keeps so many bits in its tail.
  public init(_ value: Rational, precision: Int) {
    self.init(head: value, tail: Ball(midpoint: .zero, precision: precision))
  }

  private init(_ tail: Ball) { self.init(head: .zero, tail: tail) }

  private var precision: Int { tail.precision }
  private var headBall: Ball { Ball(head, precision: precision) }

  /// The sum of the two as one ball.
  public var ball: Ball { head.isZero ? tail : headBall + tail }

  /// Whether the number is its head, without error.
  public var isExact: Bool { tail.isZero }
  /// Whether the number is zero, without error.
  public var isZero: Bool { head.isZero && tail.isZero }

  /// The number with the other sign.
  public static prefix func - (a: NearRational) -> NearRational {
    NearRational(head: -a.head, tail: -a.tail)
  }

  /// The sum: heads add exactly, tails as balls.
  public static func + (a: NearRational, b: NearRational) -> NearRational {
    guard a.tail.isFinite && b.tail.isFinite else { return NearRational(a.ball + b.ball) }
    return NearRational(head: a.head + b.head, tail: a.tail + b.tail)
  }

  /// The difference: heads subtract exactly, tails as balls.
  public static func - (a: NearRational, b: NearRational) -> NearRational { a + -b }

  /// (h + t)(k + u) = hk + (hu + kt + tu)
  public static func * (a: NearRational, b: NearRational) -> NearRational {
    guard a.tail.isFinite && b.tail.isFinite else { return NearRational(a.ball * b.ball) }
    var tail = a.tail * b.tail
    if !a.head.isZero && !b.tail.isZero { tail = tail + a.headBall * b.tail }
    if !b.head.isZero && !a.tail.isZero { tail = tail + b.headBall * a.tail }
    return NearRational(head: a.head * b.head, tail: tail)
  }

  /// (h + t)/(k + u) = q + (t − qu)/(k + u) with q = h/k
  public static func / (a: NearRational, b: NearRational) -> NearRational {
    guard a.tail.isFinite && b.tail.isFinite && !b.head.isZero else {
      return NearRational(a.ball / b.ball)
    }
    let quotient = a.head / b.head
    let precision = max(a.precision, b.precision)
    if a.tail.isZero && b.tail.isZero { return NearRational(quotient, precision: precision) }
    let scaled = Ball(quotient, precision: precision) * b.tail
    return NearRational(head: quotient, tail: (a.tail - scaled) / b.ball)
  }

  /// e^t = 1 + expm1(t) for a tail alone; a rational part makes the result irrational, head 0.
  public static func exp(_ x: NearRational) -> NearRational {
    if x.head.isZero && x.tail.isFinite && (x.tail.isZero || x.tail.midpoint.top < 0) {
      return NearRational(head: .one, tail: .expMinusOne(x.tail))
    }
    return NearRational(.exp(x.ball))
  }

  /// log(1 + t) for a number near 1; else the logarithm as a ball.
  public static func log(_ x: NearRational) -> NearRational {
    NearRational(x.head == .one ? .log(onePlus: x.tail) : .log(x.ball))
  }

  /// log(1 + x); a tail alone keeps its digits however small it is.
  public static func log(onePlus x: NearRational) -> NearRational {
    x.head.isZero
      ? NearRational(.log(onePlus: x.tail)) : log(NearRational(head: x.head + .one, tail: x.tail))
  }

  /// x^y for x ≥ 0 and a rational y, with 0⁰ = 1.
  public static func power(_ x: NearRational, _ y: NearRational) -> NearRational {
    if y.isZero { return NearRational(.one, precision: y.precision) }
    if x.isZero, let sign = y.ball.sign { return sign > 0 ? x : NearRational(.infinity) }
    if y.isExact, let count = y.head.asInt, count > 0, count <= 64 {
      return (1..<count).reduce(x) { power, _ in power * x }
    }
    return exp(y * log(x))
  }

  /// The order of two numbers; nil where it is open, or one is NaN.
  public static func compare(_ a: NearRational, _ b: NearRational) -> Int? {
    guard a.tail.isFinite && b.tail.isFinite else { return Ball.compare(a.ball, b.ball) }
    let difference = a - b
    return difference.head.isZero ? difference.tail.sign : difference.ball.sign
  }
}
