/// The softmax family with its limits at infinite logits, over the primitives of an arithmetic.
///
/// A −∞ logit is an excluded class; one +∞ takes all the probability; all −∞, or two +∞ that
/// compete, is NaN, as is any NaN.
///
/// Source: J. Bridle, *Probabilistic Interpretation of Feedforward Classification Network Outputs*,
/// 1990 (softmax); P. Blanchard, D. J. Higham, N. J. Higham, *Accurately computing the log-sum-exp
/// and softmax functions*, 2021.
public enum SoftmaxFamily {
  /// e^xᵢ / Σ e^xₖ
  public static func softmax<S: Scalar>(_ x: [S]) -> [S] { limit(x) ?? S.softmax(x) }

  /// log softmax(x)ᵢ
  public static func logSoftmax<S: Scalar>(_ x: [S]) -> [S] {
    limit(x)?.map { .log($0) } ?? S.logSoftmax(x)
  }

  /// log Σ e^xᵢ
  public static func logSumExp<S: Scalar>(_ x: [S]) -> S { S.logSumExp(x) }

  /// The softmax where it is a limit; nil for finite logits and excluded classes beside them.
  private static func limit<S: Scalar>(_ x: [S]) -> [S]? {
    if x.hasNaN { return x.map { _ in .nan } }
    let winners = x.indices.filter { x[$0].isPositiveInfinity }
    if winners.count == 1 { return x.indices.map { $0 == winners[0] ? S(1) : S(0) } }
    let isEmpty = x.allSatisfy { $0.isNegativeInfinity }
    return winners.count > 1 || (isEmpty && !x.isEmpty) ? x.map { _ in .nan } : nil
  }
}

extension Scalar {
  var isPositiveInfinity: Bool { isInfinite && (self + .infinity).isInfinite }
  var isNegativeInfinity: Bool { isInfinite && (self + .infinity).isNaN }
}

private let lastAxis: [Signature.Argument] = [.real("x", "[…,C]")]

enum LogSumExp: Formula {
  static let signature = Signature("log_sum_exp", lastAxis, formula: "log Σ e^xᵢ")

  static func value<S: Scalar>(_ x: Inputs<S>) throws -> Tensor<S> {
    let logits = x.tensor("x")
    let axis = logits.shape.count - 1
    return Tensor(
      shape: logits.shape(without: axis),
      logits.rows(axis: axis).map { SoftmaxFamily.logSumExp($0) })
  }

  /// The softmax.
  static func gradient<S: Scalar>(
    _ x: Inputs<S>, by name: String, cotangent: Tensor<S>
  ) throws -> Tensor<S> {
    x.tensor("x").mapRows(cotangent.elements) { row, g in
      SoftmaxFamily.softmax(row).map { weighted(g, $0) }
    }
  }
}

enum Softmax: Formula {
  static let signature = Signature(
    "softmax", lastAxis, [.temperature], formula: "e^(xᵢ/T) / Σ e^(xₖ/T)")

  static func value<S: Scalar>(_ x: Inputs<S>) throws -> Tensor<S> {
    x.scaledLogits().mapRows { SoftmaxFamily.softmax($0) }
  }

  /// pᵢ(gᵢ − Σ pₖgₖ)/T
  static func gradient<S: Scalar>(
    _ x: Inputs<S>, by name: String, cotangent: Tensor<S>
  ) throws -> Tensor<S> {
    let slopes = x.scaledLogits().mapRows(cotangent.rows(axis: cotangent.shape.count - 1)) {
      row, g in
      let p = SoftmaxFamily.softmax(row)
      let mean = zip(p, g).map { weighted($0, $1) }.sum
      return zip(p, g).map { weighted($0, $1 - mean) }
    }
    return x.throughTemperature(slopes, by: name)
  }
}

enum LogSoftmax: Formula {
  static let signature = Signature(
    "log_softmax", lastAxis, [.temperature], formula: "xᵢ/T − log Σ e^(xₖ/T)")

  static func value<S: Scalar>(_ x: Inputs<S>) throws -> Tensor<S> {
    x.scaledLogits().mapRows { SoftmaxFamily.logSoftmax($0) }
  }

  /// (gᵢ − pᵢ·Σ gₖ)/T
  static func gradient<S: Scalar>(
    _ x: Inputs<S>, by name: String, cotangent: Tensor<S>
  ) throws -> Tensor<S> {
    let slopes = x.scaledLogits().mapRows(cotangent.rows(axis: cotangent.shape.count - 1)) {
      row, g in
      let total = g.sum
      return zip(SoftmaxFamily.softmax(row), g).map { $1 - weighted($0, total) }
    }
    return x.throughTemperature(slopes, by: name)
  }
}

extension Inputs {
  /// x/T, over the last axis of which the softmaxes go.
  fileprivate func scaledLogits() -> Tensor<S> {
    let temperature = option("temperature")
    return tensor("x").map { $0 / temperature }
  }

  /// From the derivative by x/T to that by x, which is it over T, or by T: −Σ (derivative·x)/T².
  fileprivate func throughTemperature(_ slopes: Tensor<S>, by name: String) -> Tensor<S> {
    let temperature = option("temperature")
    if name == "x" { return slopes.map { $0 / temperature } }
    return Tensor(
      -zip(slopes.elements, vector("x")).map { weighted($0, $1 / temperature / temperature) }.sum)
  }
}

extension Tensor where Element: Scalar {
  /// Each vector along the last axis, transformed.
  func mapRows(_ transform: ([Element]) -> [Element]) -> Tensor {
    let axis = shape.count - 1
    return Tensor(rows: rows(axis: axis).map(transform), axis: axis, shape: shape)
  }

  /// Each vector along the last axis, transformed together with something of its own.
  func mapRows<Other>(_ others: [Other], _ transform: ([Element], Other) -> [Element]) -> Tensor {
    let axis = shape.count - 1
    return Tensor(
      rows: zip(rows(axis: axis), others).map { transform($0, $1) }, axis: axis, shape: shape)
  }
}
