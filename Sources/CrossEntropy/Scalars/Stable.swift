public import Exact

/// `Double` with the primitives that a careful engineer writes: shifted, fused, with log1p.
///
/// The formulas above the primitives are the same as everywhere; only what lies beneath differs.
/// This is the package's own subject, `stable-double`.
public struct Stable: Hashable, Sendable {
  /// The number in hardware.
  public var value: Double
  /// A number in hardware.
  public init(_ value: Double) { self.value = value }
}

/// An arithmetic over which the primitives have their stable forms.
///
/// None of them depends on a comparison for being right: another branch, or another logit taken
/// for the largest, gives the same number in exact arithmetic.
public protocol StableScalar: Scalar {
  /// log(1 + x)
  static func log(onePlus x: Self) -> Self
  /// Whether a < b, so far as can be told: what the stable forms choose their branches by.
  static func seemsLess(_ a: Self, _ b: Self) -> Bool
}

extension StableScalar {
  public static func seemsLess(_ a: Self, _ b: Self) -> Bool { (try? isLess(a, b)) ?? false }
  public static func sigmoid(_ x: Self) -> Self { StableForms.sigmoid(x) }
  public static func softplus(_ x: Self) -> Self { StableForms.softplus(x) }
  public static func logSigmoid(_ x: Self) -> Self { StableForms.logSigmoid(x) }
  public static func log(complementOf p: Self) -> Self { StableForms.log(complementOf: p) }
  public static func logSumExp(_ x: [Self]) -> Self { StableForms.logSumExp(x) }
  public static func softmax(_ x: [Self]) -> [Self] { StableForms.softmax(x) }
  public static func logSoftmax(_ x: [Self]) -> [Self] { StableForms.logSoftmax(x) }
}

/// The stable forms of the primitives, written once for every arithmetic that takes them.
public enum StableForms<S: StableScalar> {
  /// By the exponential of the negative magnitude, which cannot overflow:
  /// 1/(1 + e^−x) for x ≥ 0, e^x/(1 + e^x) below.
  public static func sigmoid(_ x: S) -> S {
    if S.seemsLess(x, S(0)) {
      let power = S.exp(x)
      return power / (S(1) + power)
    }
    return S(1) / (S(1) + .exp(-x))
  }

  /// max(x, 0) + log1p(e^−|x|)
  public static func softplus(_ x: S) -> S {
    if x.isInfinite { return .larger(x, S(0)) }
    return S.seemsLess(x, S(0)) ? .log(onePlus: .exp(x)) : x + .log(onePlus: .exp(-x))
  }

  /// −softplus(−x)
  public static func logSigmoid(_ x: S) -> S { -softplus(-x) }

  /// log1p(−p)
  public static func log(complementOf p: S) -> S { S.log(onePlus: -p) }

  /// m + log1p(Σ e^(xᵢ − m) over all but the largest m): no power overflows, and no digit of a sum
  /// near 0 is lost to the 1.
  public static func logSumExp(_ x: [S]) -> S {
    guard let (_, largest, rest) = shifted(x) else { return x.largest }
    return largest + .log(onePlus: rest)
  }

  /// e^(xᵢ − m) / Σ e^(xₖ − m) with the largest m; NaN throughout if m is infinite or NaN.
  public static func softmax(_ x: [S]) -> [S] {
    guard let (differences, _, rest) = shifted(x) else { return x.map { _ in .nan } }
    let total = S(1) + rest
    return differences.map { S.exp($0) / total }
  }

  /// xᵢ − m − log1p(Σ e^(xₖ − m) over all but the largest m); NaN throughout if m is infinite or
  /// NaN.
  public static func logSoftmax(_ x: [S]) -> [S] {
    guard let (differences, _, rest) = shifted(x) else { return x.map { _ in .nan } }
    let logarithm = S.log(onePlus: rest)
    return differences.map { $0 - logarithm }
  }

  /// The logits less the largest, that one, and the sum of their exponentials without its one term
  /// 1; nil if there is none, or the largest is no finite number.
  ///
  /// Keeping the 1 apart is what saves the digits of a loss near zero: log1p(rest), not log(1 + rest).
  private static func shifted(
    _ x: [S]
  ) -> (differences: [S], largest: S, rest: S)? {
    if x.isEmpty || x.hasNaN { return nil }
    var winner = 0
    for index in x.indices where S.seemsLess(x[winner], x[index]) { winner = index }
    if x[winner].isInfinite { return nil }
    let differences = x.map { $0 - x[winner] }
    let rest = differences.indices.filter { $0 != winner }.map { S.exp(differences[$0]) }.sum
    return (differences, x[winner], rest)
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
  public func enclosing(_ ball: Ball) -> Stable { Stable(value.enclosing(ball)) }
}
