public import Exact

/// `Double` with the primitives that a careful engineer writes: shifted, fused, with log1p.
///
/// The formulas above the primitives are the same as everywhere; only what lies beneath differs.
/// This is the package's own subject, `stable-double`.
public struct Stable: Hashable, Sendable {
  public var value: Double
  public init(_ value: Double) { self.value = value }
}

/// An arithmetic with expm1 and log1p, over which the stable forms of the primitives are written.
public protocol StableScalar: Scalar {
  /// log(1 + x)
  static func log(onePlus x: Self) -> Self
}

extension StableScalar {
  /// By the exponential of the negative magnitude, which cannot overflow:
  /// 1/(1 + e^−x) for x ≥ 0, e^x/(1 + e^x) below.
  public static func stableSigmoid(_ x: Self) throws -> Self {
    if try isLess(x, Self(0)) {
      let power = Self.exp(x)
      return power / (Self(1) + power)
    }
    return Self(1) / (Self(1) + .exp(-x))
  }

  /// max(x, 0) + log1p(e^−|x|)
  public static func stableSoftplus(_ x: Self) -> Self {
    if x.isInfinite { return larger(x, Self(0)) }
    return larger(x, Self(0)) + .log(onePlus: .exp(smaller(x, -x)))
  }

  /// The logits less the largest, that one, and the sum of their exponentials without its one term 1.
  ///
  /// Keeping the 1 apart is what saves the digits of a loss near zero: log1p(rest), not log(1 + rest).
  private static func shifted(_ x: [Self]) throws -> (
    differences: [Self], largest: Self, rest: Self
  ) {
    var winner = 0
    for index in x.indices.dropFirst() where try isLess(x[winner], x[index]) { winner = index }
    let differences = x.map { $0 - x[winner] }
    let rest = differences.indices.filter { $0 != winner }.map { Self.exp(differences[$0]) }.sum
    return (differences, x[winner], rest)
  }

  public static func stableLogSumExp(_ x: [Self]) throws -> Self {
    if x.isEmpty || x.hasNaN || x.largest.isInfinite { return x.hasNaN ? .nan : x.largest }
    let (_, largest, rest) = try shifted(x)
    return largest + .log(onePlus: rest)
  }

  public static func stableSoftmax(_ x: [Self]) throws -> [Self] {
    if x.isEmpty || x.hasNaN || x.largest.isInfinite { return x.map { _ in .nan } }
    let (differences, _, rest) = try shifted(x)
    let total = Self(1) + rest
    return differences.map { .exp($0) / total }
  }

  public static func stableLogSoftmax(_ x: [Self]) throws -> [Self] {
    if x.isEmpty || x.hasNaN || x.largest.isInfinite { return x.map { _ in .nan } }
    let (differences, _, rest) = try shifted(x)
    let logarithm = Self.log(onePlus: rest)
    return differences.map { $0 - logarithm }
  }
}

extension Stable: StableScalar {
  public init(_ value: Int) { self.init(Double(value)) }
  public init(_ value: Extended, precision: Int) { self.init(Double(value, precision: precision)) }

  public static let nan = Stable(Double.nan)
  public static let infinity = Stable(Double.infinity)
  public var isNaN: Bool { value.isNaN }
  public var isZero: Bool { value.isZero }
  public var isInfinite: Bool { value.isInfinite }

  public static prefix func - (a: Stable) -> Stable { Stable(-a.value) }
  public static func + (a: Stable, b: Stable) -> Stable { Stable(a.value + b.value) }
  public static func - (a: Stable, b: Stable) -> Stable { Stable(a.value - b.value) }
  public static func * (a: Stable, b: Stable) -> Stable { Stable(a.value * b.value) }
  public static func / (a: Stable, b: Stable) -> Stable { Stable(a.value / b.value) }
  public static func exp(_ x: Stable) -> Stable { Stable(Double.exp(x.value)) }
  public static func log(_ x: Stable) -> Stable { Stable(Double.log(x.value)) }
  public static func log(onePlus x: Stable) -> Stable { Stable(platformLogOnePlus(x.value)) }
  public static func power(_ x: Stable, _ y: Stable) -> Stable { Stable(.power(x.value, y.value)) }
  public static func larger(_ a: Stable, _ b: Stable) -> Stable {
    Stable(.larger(a.value, b.value))
  }
  public static func smaller(_ a: Stable, _ b: Stable) -> Stable {
    Stable(.smaller(a.value, b.value))
  }
  public static func isLess(_ a: Stable, _ b: Stable) throws -> Bool { a.value < b.value }
  public func constant(_ value: Int) -> Stable { Stable(value) }
  public var constantPi: Stable { Stable(Double.pi) }

  // Doubles are always ordered or NaN, so nothing below is ever undecided.
  public static func sigmoid(_ x: Stable) -> Stable { (try? stableSigmoid(x)) ?? .nan }
  public static func softplus(_ x: Stable) -> Stable { stableSoftplus(x) }
  public static func logSigmoid(_ x: Stable) -> Stable { -stableSoftplus(-x) }
  public static func log(complementOf p: Stable) -> Stable { .log(onePlus: -p) }
  public static func logSumExp(_ x: [Stable]) -> Stable { (try? stableLogSumExp(x)) ?? .nan }
  public static func softmax(_ x: [Stable]) -> [Stable] {
    (try? stableSoftmax(x)) ?? x.map { _ in .nan }
  }
  public static func logSoftmax(_ x: [Stable]) -> [Stable] {
    (try? stableLogSoftmax(x)) ?? x.map { _ in .nan }
  }
}
