public import Exact

/// An arithmetic in which a term of a formula can be written: of one number, or of several side by
/// side, to each of which the same is done.
public protocol Elementwise: Sendable {
  /// A whole number, exactly; it brings no precision of its own.
  init(_ value: Int)

  /// The number with the other sign.
  static prefix func - (a: Self) -> Self
  /// The sum; ∞ − ∞ is NaN.
  static func + (a: Self, b: Self) -> Self
  /// The difference; ∞ − ∞ is NaN.
  static func - (a: Self, b: Self) -> Self
  /// The product; 0·∞ is NaN.
  static func * (a: Self, b: Self) -> Self
  /// The quotient; 1/0 is ∞, 0/0 and ∞/∞ are NaN.
  static func / (a: Self, b: Self) -> Self

  /// e^x
  static func exp(_ x: Self) -> Self
  /// The natural logarithm.
  static func log(_ x: Self) -> Self
  /// 1/(1 + e^−x), from 0 at −∞ by ½ at 0 to 1 at +∞.
  static func sigmoid(_ x: Self) -> Self
  /// log(1 + e^x), above max(0, x) by at most log 2; its slope is the sigmoid.
  static func softplus(_ x: Self) -> Self
  /// log(1 − p), which loses the digits of a small p if 1 − p is rounded first.
  static func log(complementOf p: Self) -> Self
  /// What ``weighted(_:_:)`` is.
  static func weigh(_ weight: Self, _ x: Self) -> Self
}

/// weight · x, where a zero weight, target or cotangent hides an infinity, but never a NaN: the
/// convention 0·log 0 = 0.
public func weighted<E: Elementwise>(_ weight: E, _ x: E) -> E { E.weigh(weight, x) }

/// An arithmetic that the formulas can be run over.
///
/// The formulas are written once, as the textbook prints them; what they mean is decided here. Over
/// `Ball` they are certified, over `Double` they are the naive implementation, over `Decimal38`
/// they carry 38 digits, over ``Dual`` they bring their derivative, over `Symbolic` they say
/// whether their value is rational.
///
/// **Infinities and NaN** follow IEEE 754, an exact zero counting as approached from above:
/// log 0 = −∞, 1/0 = ∞, 0/0, ∞ − ∞ and 0·∞ are NaN.
public protocol Scalar: Elementwise {
  /// A number of the input; an arithmetic of fixed precision ignores `precision`.
  init(_ value: borrowing Extended, precision: Int)

  /// Not a number: what an undefined operation gives.
  static var nan: Self { get }
  /// Positive infinity.
  static var infinity: Self { get }

  /// Whether the number is surely NaN.
  var isNaN: Bool { get }
  /// Whether the number is surely zero, without error.
  var isZero: Bool { get }
  /// Whether the number is surely one of the infinities.
  var isInfinite: Bool { get }

  /// x^y for x ≥ 0, with 0⁰ = 1.
  static func power(_ x: Self, _ y: Self) -> Self
  /// The larger of two; NaN if either is.
  static func larger(_ a: Self, _ b: Self) -> Self
  /// The smaller of two; NaN if either is.
  static func smaller(_ a: Self, _ b: Self) -> Self

  /// Whether a < b; false if either is NaN.
  /// - Throws: ``Undecided`` if the arithmetic cannot tell at its precision.
  static func isLess(_ a: Self, _ b: Self) throws -> Bool

  /// The slope of max(0, x): 1 where x > 0, 0 where x < 0, NaN for NaN. At the corner it is the
  /// subgradient of least norm, 0; an arithmetic of sets may answer all of them.
  /// - Throws: ``Undecided``, as `isLess`.
  static func step(_ x: Self) throws -> Self
  /// The slopes of the largest of some numbers: 1 for the largest, 0 for the others. Where several
  /// are largest the subgradient of least norm shares equally between them; an arithmetic of sets
  /// may answer all subgradients.
  ///
  /// - Parameters:
  ///   - x: the numbers themselves.
  ///   - computed: the numbers, all moved alike, as they are computed where the largest is looked
  ///     for; only an arithmetic that knows about rounding looks at them.
  /// - Throws: ``Undecided``, as `isLess`.
  static func slopesOfLargest(_ x: [Self], computedAs computed: [Self]) throws -> [Self]

  /// A whole number with the precision of this one, for constants that are divided or logarithms
  /// of them.
  func constant(_ value: Int) -> Self
  /// A number computed outside the arithmetic, as well as the arithmetic can hold it, in the
  /// setting of this one.
  func enclosing(_ ball: Ball) -> Self

  // What follows has the textbook's form as default; an arithmetic may offer a better one.

  /// The sum of numbers, from the left; zero for none.
  static func sum(_ terms: [Self]) -> Self

  /// log σ(x) = −log(1 + e^−x), finite where σ(x) underflows.
  static func logSigmoid(_ x: Self) -> Self
  /// log Σ e^xᵢ
  static func logSumExp(_ x: [Self]) -> Self
  /// e^xᵢ / Σ e^xₖ of finite numbers and −∞
  static func softmax(_ x: [Self]) -> [Self]
  /// log softmax(x)ᵢ of finite numbers and −∞
  static func logSoftmax(_ x: [Self]) -> [Self]
  /// One element of the log-softmax, the same number.
  static func logSoftmax(_ x: [Self], at index: Int) -> Self
}

/// An arithmetic could not order two numbers, or a loop reached its cap, at so many bits.
public struct Undecided: Error, Hashable, CustomStringConvertible {
  /// The binary digits at which it was given up.
  public let bits: Int
  /// Given up at so many binary digits.
  public init(bits: Int) { self.bits = bits }
  /// `undecided at 4096 bits`
  public var description: String { "undecided at \(bits) bits" }
}

extension Scalar {
  public static func step(_ x: Self) throws -> Self {
    if x.isNaN { return .nan }
    return try isLess(Self(0), x) ? Self(1) : Self(0)
  }

  /// −1, 0 or 1 with x; NaN for NaN: the slope of |x|.
  static func sign(_ x: Self) throws -> Self { try step(x) - step(-x) }

  public static func slopesOfLargest(
    _ x: [Self], computedAs computed: [Self]
  ) throws -> [Self] {
    // A number is never compared with itself: balls could not tell that it is not less.
    var first = 0
    for index in x.indices.dropFirst() where try isLess(x[first], x[index]) { first = index }
    let isLargest = try x.indices.map { try $0 == first || !isLess(x[$0], x[first]) }
    let count = isLargest.count { $0 }
    return isLargest.map { $0 ? x[first].constant(1) / x[first].constant(count) : Self(0) }
  }

  public static func sum(_ terms: [Self]) -> Self {
    terms.dropFirst().reduce(terms.first ?? Self(0), +)
  }

  public static func weigh(_ weight: Self, _ x: Self) -> Self {
    if weight.isZero && !x.isNaN { return Self(0) }
    return weight * x
  }

  public static func sigmoid(_ x: Self) -> Self { Self(1) / (Self(1) + .exp(-x)) }
  public static func softplus(_ x: Self) -> Self { .log(Self(1) + .exp(x)) }
  public static func logSigmoid(_ x: Self) -> Self { .log(.sigmoid(x)) }
  public static func log(complementOf p: Self) -> Self { .log(Self(1) - p) }
  public static func logSumExp(_ x: [Self]) -> Self { .log(x.map { .exp($0) }.sum) }
  public static func softmax(_ x: [Self]) -> [Self] {
    let powers = x.map { Self.exp($0) }
    let total = powers.sum
    return powers.map { $0 / total }
  }
  public static func logSoftmax(_ x: [Self]) -> [Self] { softmax(x).map { .log($0) } }
  public static func logSoftmax(_ x: [Self], at index: Int) -> Self { logSoftmax(x)[index] }

  var half: Self { self / constant(2) }
}

extension Collection where Element: Scalar {
  /// The sum as the arithmetic takes it; zero for nothing.
  public var sum: Element { .sum(Array(self)) }

  /// The product from the left; one for nothing.
  public var product: Element { dropFirst().reduce(first ?? Element(1), *) }

  /// The largest element; −∞ for nothing, NaN if any is.
  public var largest: Element { dropFirst().reduce(first ?? -Element.infinity) { .larger($0, $1) } }

  var hasNaN: Bool { contains { $0.isNaN } }
}
