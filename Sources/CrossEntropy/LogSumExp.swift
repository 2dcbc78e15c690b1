/// The softmax family with its limits at infinite logits, over the primitives of an arithmetic.
///
/// A −∞ logit is an excluded class; one +∞ takes all the probability; all −∞, or two +∞ that
/// compete, is NaN, as is any NaN.
///
/// Source: J. Bridle, *Probabilistic Interpretation of Feedforward Classification Network Outputs*,
/// 1990 (softmax); P. Blanchard, D. J. Higham, N. J. Higham, *Accurately computing the log-sum-exp
/// and softmax functions*, 2021.
public enum SoftmaxFamily {
  /// e^xᵢ / Σ e^xₖ: probabilities from logits.
  ///
  /// Adding a number to every logit changes nothing in exact arithmetic; in hardware the textbook's
  /// form overflows unless the largest is taken off first. For a cotangent g the gradient is
  /// pᵢ(gᵢ − Σ pₖgₖ). Clauses SOFTMAX-1 to 9.
  /// - Complexity: O(*n*) exponentials.
  public static func softmax<S: Scalar>(_ x: [S]) -> [S] { limit(x) ?? S.softmax(x) }

  /// log softmax(x)ᵢ = xᵢ − log Σ e^xₖ
  ///
  /// It is finite for finite logits, also where the softmax underflows to 0: a loss is to be made of
  /// this, not of the logarithm of a softmax. For a cotangent g the gradient is gᵢ − pᵢ Σ gₖ.
  /// Clauses LOG-SOFTMAX-1 to 6.
  /// - Complexity: O(*n*) exponentials.
  public static func logSoftmax<S: Scalar>(_ x: [S]) -> [S] {
    limit(x)?.map { .log($0) } ?? S.logSoftmax(x)
  }

  /// One element of it.
  static func logSoftmax<S: Scalar>(_ x: [S], at index: Int) -> S {
    limit(x).map { .log($0[index]) } ?? S.logSoftmax(x, at: index)
  }

  /// log Σ e^xᵢ, a smooth maximum: between the largest of n numbers and that plus log n.
  ///
  /// −∞ for no number, and for nothing but −∞; +∞ with a +∞ among them. Its gradient is the softmax.
  /// Clauses LOG-SUM-EXP-1 to 7.
  /// - Complexity: O(*n*) exponentials.
  public static func logSumExp<S: Scalar>(_ x: [S]) -> S { S.logSumExp(x) }

  /// xᵢ − Σ pₖxₖ for weights that sum to one. Among infinities it is Σ pₖ(xᵢ − xₖ) over the others,
  /// so that an infinite number does not meet itself.
  static func deviations<S: Scalar>(_ x: [S], weights p: [S]) -> [S] {
    guard x.contains(where: \.isInfinite) else {
      let mean = zip(p, x).map { weighted($0, $1) }.sum
      return x.map { $0 - mean }
    }
    if p.hasNaN { return x.map { _ in .nan } }
    return x.indices.map { i in
      if p[i].isZero && x[i].isInfinite { return x[i] }
      return x.indices.filter { $0 != i && !p[$0].isZero }.map { p[$0] * (x[i] - x[$0]) }.sum
    }
  }

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

/// A function of the rows x/T.
protocol TemperedFormula: Formula {}

extension TemperedFormula {
  /// By T from the slopes by x: −Σ xᵢ·(slope by xᵢ)/T, which cancels where the logits are far from 0.
  static func otherGradients<S: StableScalar>(
    _ x: Inputs<S>, by name: String, cotangent: Tensor<S>
  ) throws -> [Tensor<S>] {
    try name == "temperature"
      ? x.gradientByTemperature(gradient(x, by: "x", cotangent: cotangent)) : []
  }
}

enum Softmax: TemperedFormula {
  static let signature = Signature(
    "softmax", lastAxis, [.temperature], formula: "e^(xᵢ/T) / Σ e^(xₖ/T)")

  static func value<S: Scalar>(_ x: Inputs<S>) throws -> Tensor<S> {
    x.scaledLogits().mapRows { SoftmaxFamily.softmax($0) }
  }

  /// With z = x/T: by x pᵢ(gᵢ − Σ pₖgₖ)/T; by T −Σ gᵢpᵢ(zᵢ − Σ pₖzₖ)/T.
  static func gradient<S: Scalar>(
    _ x: Inputs<S>, by name: String, cotangent: Tensor<S>
  ) throws -> Tensor<S> {
    x.gradientOfRows(by: name, cotangent) { z, p, g in
      let deviations = SoftmaxFamily.deviations(g ?? z, weights: p)
      return zip(p, deviations).map { weighted($0, $1) }
    }
  }
}

enum LogSoftmax: TemperedFormula {
  static let signature = Signature(
    "log_softmax", lastAxis, [.temperature], formula: "xᵢ/T − log Σ e^(xₖ/T)")

  static func value<S: Scalar>(_ x: Inputs<S>) throws -> Tensor<S> {
    x.scaledLogits().mapRows { SoftmaxFamily.logSoftmax($0) }
  }

  /// With z = x/T: by x (gᵢ − pᵢ·Σ gₖ)/T; by T −Σ gᵢ(zᵢ − Σ pₖzₖ)/T.
  static func gradient<S: Scalar>(
    _ x: Inputs<S>, by name: String, cotangent: Tensor<S>
  ) throws -> Tensor<S> {
    x.gradientOfRows(by: name, cotangent) { z, p, g in
      guard let g else { return SoftmaxFamily.deviations(z, weights: p) }
      let total = g.sum
      return zip(p, g).map { $1 - weighted($0, total) }
    }
  }
}

extension Inputs {
  /// x/T, over the last axis of which the softmaxes go.
  fileprivate func scaledLogits() -> Tensor<S> {
    let temperature = option("temperature")
    return tensor("x").map { $0 / temperature }
  }

  /// The gradient of a function of the rows z = x/T, by x or by T.
  ///
  /// `slopes` is given z, its softmax and a row's cotangent, and answers the product with the
  /// Jacobian by z; without a cotangent, what each output moves by along z itself, since z falls
  /// with T as −z/T.
  fileprivate func gradientOfRows(
    by name: String, _ cotangent: Tensor<S>, _ slopes: ([S], [S], [S]?) -> [S]
  ) -> Tensor<S> {
    let temperature = option("temperature")
    let g = cotangent.rows(axis: cotangent.shape.count - 1)
    let isByTemperature = name == "temperature"
    let products = scaledLogits().mapRows(g) { z, g in
      let p = SoftmaxFamily.softmax(z)
      if isByTemperature { return zip(g, slopes(z, p, nil)).map { -weighted($0, $1) } }
      return slopes(z, p, g)
    }
    let scaled = products.map { $0 / temperature }
    return isByTemperature ? Tensor(scaled.elements.sum) : scaled
  }
}

extension Inputs where S: StableScalar {
  /// −Σ xᵢ·sᵢ/T for the slopes s by x; nothing where an infinite logit is a limit.
  fileprivate func gradientByTemperature(_ slopes: Tensor<S>) -> [Tensor<S>] {
    let logits = vector("x")
    if logits.contains(where: \.isInfinite) { return [] }
    let products = zip(logits, slopes.elements).map { weighted($1, $0) }
    return [Tensor(-(products.sum / option("temperature")))]
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
