/// Eight balls side by side, in pairs of doubles: what the terms of a row are computed in.
///
/// Lane by lane the true value lies within `error` of head + rest, and |rest| ≤ u·|head|: some
/// hundred digits, of which the elementary functions leave seventy. Each operation bounds what it
/// adds to the errors of its operands, so a formula need not be argued about to be certified.
///
/// Where the head is not finite nothing is promised. An infinite one stays what it is through sums
/// and products, so that ``weigh(_:_:)`` can hide it; NaN stands for what is not known.
///
/// The arithmetic is IEEE 754's, rounded to nearest, the same on every platform. A bound is formed in
/// the same arithmetic: `slack` makes up for the roundings of at most eight operations, and `least`
/// for all that underflows.
public struct PairBall: Sendable {
  var head: DoubleVector
  var rest: DoubleVector
  var error: DoubleVector

  /// 1 + 8u and more.
  @inline(__always)
  static var slack: DoubleVector { DoubleVector(repeating: 1 + 0x1p-49) }
  /// Far above what underflow can take away, 2^−1074 an operation, and far below what is rounded.
  @inline(__always)
  static var least: DoubleVector { DoubleVector(repeating: 0x1p-960) }
  @inline(__always)
  static var zero: DoubleVector { DoubleVector() }

  @inline(__always)
  init(head: DoubleVector, rest: DoubleVector, error: DoubleVector) {
    (self.head, self.rest, self.error) = (head, rest, error)
  }

  /// Exact numbers.
  @inline(__always)
  init(_ numbers: DoubleVector) { self.init(head: numbers, rest: Self.zero, error: Self.zero) }

  /// head + low, brought to the form that is promised, which is exact.
  @inline(__always)
  init(_ head: DoubleVector, plus low: DoubleVector, error: DoubleVector) {
    // Beside an infinity there is no rest, but what is made of one is NaN.
    let low = low.replacing(with: 0, where: head.magnitudes .== .infinity)
    let sum = Pair.exactSum(head, low)
    self.init(head: sum.head, rest: sum.rest, error: error)
  }

  /// The same whole number in every lane.
  /// - Precondition: its magnitude is at most 2⁵³.
  public init(_ value: Int) {
    precondition(value.magnitude <= 1 << 53, "a ball in pairs takes a whole number of 53 digits")
    self.init(DoubleVector(repeating: Double(value)))
  }

  /// The same number in every lane.
  public init(repeating value: Double) { self.init(DoubleVector(repeating: value)) }

  /// The same number in every lane, with its error.
  ///
  /// The first of two doubles has the leading 53 digits; the second is rounded, to u of what is below
  /// 2u of the first.
  public init(_ value: WordBall<UInt128>) {
    guard !value.isUnknown, value.top.magnitude < 900 || value.isZero else {
      self.init(repeating: .nan)
      return
    }
    let (first, second) = value.pair
    let unit = Double(sign: .plus, exponent: value.exponent, significand: 1)
    let error = Double(value.radius) * unit * (1 + 0x1p-49) + first.magnitude * 0x1p-104
    self.init(
      DoubleVector(repeating: first), plus: DoubleVector(repeating: second),
      error: DoubleVector(repeating: error))
  }

  /// Which lanes are zero, without error.
  @inline(__always)
  var isZero: SIMDMask<SIMD8<Int64>> { (head.magnitudes + error) .== 0 }

  /// The lanes of another where the mask says so.
  @inline(__always)
  func replacing(with other: PairBall, where mask: SIMDMask<SIMD8<Int64>>) -> PairBall {
    PairBall(
      head: head.replacing(with: other.head, where: mask),
      rest: rest.replacing(with: other.rest, where: mask),
      error: error.replacing(with: other.error, where: mask))
  }
}

// MARK: Arithmetic

extension PairBall {
  /// The numbers of the other sign.
  @inline(__always)
  public static prefix func - (a: PairBall) -> PairBall {
    PairBall(head: -a.head, rest: -a.rest, error: a.error)
  }

  /// The sums.
  ///
  /// The heads are added exactly. The sum of the rests is rounded, to u·u(|a| + |b|), and that with
  /// what the heads left out, 2u²(|a| + |b|): together below 4u²(|a| + |b|). Where the rests cancel,
  /// or there are none, nothing is rounded.
  @inline(__always)
  public static func + (a: PairBall, b: PairBall) -> PairBall {
    let sum = Pair.exactSum(a.head, b.head)
    let rests = a.rest + b.rest
    let rounding = (a.head.magnitudes + b.head.magnitudes) * DoubleVector(repeating: 0x1p-104)
    let error = a.error + b.error + rounding.replacing(with: 0, where: rests .== 0)
    return PairBall(sum.head, plus: sum.rest + rests, error: error * slack)
  }

  /// The differences, as good as the sums.
  public static func - (a: PairBall, b: PairBall) -> PairBall { a + -b }

  /// The products.
  ///
  /// (a + a′)(b + b′): ab is exact in two doubles, a·b′ and a′·b are rounded (u² each), added (2u²) and
  /// put to the second double (3u²), a′·b′ left out (u²): 8u²|ab|. To that |a|f + |b|e + ef for the
  /// operands' errors e and f.
  @inline(__always)
  public static func * (a: PairBall, b: PairBall) -> PairBall {
    let product = Pair.exactProduct(a.head, b.head)
    let low = product.rest + (a.head * b.rest + a.rest * b.head)
    let (first, second) = (a.head.magnitudes, b.head.magnitudes)
    let carried = first * b.error + (second * a.error + a.error * b.error)
    let rounding = product.head.magnitudes * DoubleVector(repeating: 0x1p-102)
    let error = (carried + rounding) * slack + least
    return PairBall(
      product.head, plus: low, error: error.replacing(with: 0, where: a.isZero .| b.isZero))
  }

  /// The quotients, for divisors b of which the error f is at most 2^−10 of them. From 2^996 on, below
  /// where 1/b loses digits, the exact product is NaN, and so is the quotient.
  ///
  /// q = a·(1/b) is within 2u of a/b, so a − qb, below 3u|a|, is what the exact product leaves, rounded
  /// once (3u²). With the rests that makes a + a′ − q(b + b′) = r, |r| ≤ 5u|a|, in two more sums (5u²
  /// each) and a product (u²). What q lacks is r/(b + b′): r·(1/b) is off by 5u²|q| for b′, and by twice
  /// as much for two roundings: together below 30u²|q|.
  ///
  /// The operands' errors e and f move it by at most (e + |q|f)/(|b| − f).
  public static func / (a: PairBall, b: PairBall) -> PairBall {
    let inverse = DoubleVector(repeating: 1) / b.head
    let quotient = a.head * inverse
    let product = Pair.exactProduct(quotient, b.head)
    let remainder = ((a.head - product.head) - product.rest) + (a.rest - quotient * b.rest)
    let size = quotient.magnitudes
    let carried = (a.error + size * b.error) * inverse.magnitudes * DoubleVector(repeating: 1.002)
    let error = (carried + size * DoubleVector(repeating: 0x1p-101)) * slack + least
    let isKnown = b.error .<= b.head.magnitudes * DoubleVector(repeating: 0x1p-10)
    return PairBall(
      quotient.replacing(with: .nan, where: .!isKnown), plus: remainder * inverse,
      error: error.replacing(with: 0, where: a.isZero))
  }

  /// weight · x, where a weight of exactly zero hides an infinity, but not NaN.
  public static func weigh(_ weight: PairBall, _ x: PairBall) -> PairBall {
    let isHidden = weight.isZero .& (x.head .== x.head)
    return (weight * x).replacing(with: PairBall(zero), where: isHidden)
  }
}

extension Pair where Lanes == DoubleVector {
  /// a·b exactly, for factors below 2^996 whose product does not underflow.
  ///
  /// Each factor is cut into two of 26 digits, whose products are exact.
  ///
  /// Source: T. J. Dekker, *A Floating-Point Technique for Extending the Available Precision*, 1971.
  @inline(__always)
  static func exactProduct(_ a: DoubleVector, _ b: DoubleVector) -> Pair {
    let product = a * b
    let (first, second) = (halves(a), halves(b))
    let upper = first.head * second.head - product
    let middle = (upper + first.head * second.rest) + first.rest * second.head
    return Pair(head: product, rest: middle + first.rest * second.rest)
  }

  @inline(__always)
  private static func halves(_ a: DoubleVector) -> Pair {
    let moved = a * DoubleVector(repeating: 0x1p27 + 1)
    let head = moved - (moved - a)
    return Pair(head: head, rest: a - head)
  }
}
