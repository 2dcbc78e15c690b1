// Source: M. Gutmann, A. Hyvärinen, Noise-contrastive estimation, 2010.

enum NoiseContrastiveEstimation: Formula {
  static let signature = Signature(
    "nce",
    [
      .real("score_data", "[N]"), .real("score_noise", "[N,k≥1]"),
      .real("log_noise_data", "[N]"), .real("log_noise_noise", "[N,k≥1]"),
    ], [.reduction],
    formula: "−log σ(s − log k − log_noise) − Σ log σ(−(s′ − log k − log_noise′))")

  /// The logarithms of the odds that a sample is data: s − log k − log_noise.
  private static func odds<S: Scalar>(_ x: Inputs<S>) -> (data: [S], noise: [[S]]) {
    let scores = x.tensor("score_noise")
    let logCount = S.log(x.constant(scores.shape[1]))
    func odds(_ score: S, _ noise: S) -> S { score - logCount - noise }
    let data = zip(x.vector("score_data"), x.vector("log_noise_data")).map(odds)
    let noise = zip(scores.elements, x.vector("log_noise_noise")).map(odds)
    return (data, scores.shaped(noise).rows(axis: 1))
  }

  static func value<S: Scalar>(_ x: Inputs<S>) throws -> Tensor<S> {
    let (data, noise) = odds(x)
    let losses = zip(data, noise).map { own, others in
      ([S.softplus(-own)] + others.map { S.softplus($0) }).sum
    }
    return Reduction(x, count: losses.count).value(Tensor(losses))
  }

  /// By the odds of the datum −σ(−t), of a noise sample σ(t′); a log_noise enters with the other sign.
  static func gradient<S: Scalar>(
    _ x: Inputs<S>, by name: String, cotangent: Tensor<S>
  ) throws -> Tensor<S> {
    slopes(x, by: name, cotangent) { -S.sigmoid(-$0) }
  }

  /// By the odds of the datum as p − y, with y = 1.
  static func otherGradients<S: StableScalar>(
    _ x: Inputs<S>, by name: String, cotangent: Tensor<S>
  ) throws -> [Tensor<S>] {
    name.hasSuffix("_data") ? [slopes(x, by: name, cotangent) { .sigmoid($0) - S(1) }] : []
  }

  /// - Parameter ofDatum: the slope of a datum's loss by its odds.
  private static func slopes<S: Scalar>(
    _ x: Inputs<S>, by name: String, _ cotangent: Tensor<S>, ofDatum: (S) -> S
  ) -> Tensor<S> {
    let (data, noise) = odds(x)
    let rows = Reduction(x, count: data.count).rows(cotangent, count: data.count)
    let slopes: [S] =
      name.hasSuffix("_data")
      ? zip(rows, data).map { weighted($0, ofDatum($1)) }
      : zip(rows, noise).flatMap { g, row in row.map { weighted(g, S.sigmoid($0)) } }
    return x.shaped(name, name.hasPrefix("score") ? slopes : slopes.map { -$0 })
  }
}
