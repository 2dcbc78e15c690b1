/// Cross-entropy of distributions and the divergences, in nats. Probabilities are taken as they
/// are, whether or not they sum to one.
///
/// Source: S. Kullback, R. Leibler, *On Information and Sufficiency*, 1951; J. Lin, *Divergence
/// Measures Based on the Shannon Entropy*, 1991.
public enum Divergence {
  /// −Σ pᵢ log qᵢ, in nats: what it costs to code events of p as if they came from q.
  ///
  /// An outcome with pᵢ = 0 counts nothing, one with pᵢ > 0 and qᵢ = 0 makes it +∞. The slopes are
  /// −log qᵢ by pᵢ and −pᵢ/qᵢ by qᵢ. Clauses CROSS-ENTROPY-1 to 5.
  /// - Complexity: O(*n*) logarithms.
  public static func crossEntropy<S: Scalar>(_ p: [S], _ q: [S]) -> S {
    zip(p, q).map { crossEntropyTerm($0, $1) }.sum
  }

  /// p·(−log q)
  static func crossEntropyTerm<E: Elementwise>(_ p: E, _ q: E) -> E {
    weighted(p, Information.content(q))
  }

  /// Σ pᵢ log(pᵢ/qᵢ), as pᵢ log pᵢ − pᵢ log qᵢ so that each zero hides its own infinity; in nats.
  ///
  /// It is 0 for p = q and not negative where both sum to one; +∞ where some pᵢ > 0 = qᵢ. Near p = q
  /// the terms cancel, and an arithmetic that rounds keeps few digits of it. The slopes are
  /// log pᵢ − log qᵢ + 1 by pᵢ and −pᵢ/qᵢ by qᵢ. Clauses KL-DIVERGENCE-1 to 8.
  /// - Complexity: O(*n*) logarithms.
  public static func kullbackLeibler<S: Scalar>(_ p: [S], _ q: [S]) -> S {
    zip(p, q).map { kullbackLeiblerTerm($0, $1) }.sum
  }

  /// p log p − p log q
  static func kullbackLeiblerTerm<E: Elementwise>(_ p: E, _ q: E) -> E {
    weighted(p, .log(p)) - weighted(p, .log(q))
  }

  /// Its slope by p, log p − log q + 1.
  static func kullbackLeiblerSlope<E: Elementwise>(_ p: E, _ q: E) -> E {
    E.log(p) - .log(q) + E(1)
  }

  /// The slope of both sums by q, −p/q, 0 where p is.
  static func slopeByPrediction<E: Elementwise>(_ p: E, _ q: E) -> E { -weighted(p, E(1) / q) }

  /// The same by logarithms of quotients.
  static func byQuotients<S: Scalar>(_ p: [S], _ q: [S]) -> S {
    zip(p, q).map { weighted($0, .log($0 / $1)) }.sum
  }

  /// ½KL(p‖m) + ½KL(q‖m) with m = (p + q)/2, in nats: the divergence, not its square root.
  ///
  /// It is symmetric, finite also where p or q is 0, and between 0 and log 2 where both sum to one.
  /// The slope by pᵢ is ½ log(pᵢ/mᵢ). Clauses JS-DIVERGENCE-1 to 5.
  /// - Complexity: O(*n*) logarithms.
  public static func jensenShannon<S: Scalar>(_ p: [S], _ q: [S]) -> S {
    jensenShannon(p, q, by: kullbackLeibler)
  }

  static func jensenShannon<S: Scalar>(
    _ p: [S], _ q: [S], by divergence: ([S], [S]) -> S
  ) -> S {
    let m = zip(p, q).map { ($0 + $1) / $0.constant(2) }
    let sum = divergence(p, m) + divergence(q, m)
    return sum / sum.constant(2)
  }
}

private let distributions: [Signature.Argument] = [
  .real("p", "[n]", .probability), .real("q", "[n]", .probability),
]

enum CrossEntropyOfDistributions: Formula {
  static let signature = Signature(
    "cross_entropy", distributions, [.base], formula: "−Σ pᵢ log qᵢ")

  static func value<S: Scalar>(_ x: Inputs<S>) throws -> Tensor<S> {
    Tensor(Divergence.crossEntropy(x.vector("p"), x.vector("q")) / x.logarithmOfBase)
  }

  /// By p: −log q. By q: −p/q, 0 where p is.
  static func derivatives<S: Scalar>(_ x: Inputs<S>, by name: String) -> [S] {
    zip(x.vector("p"), x.vector("q")).map { p, q in
      name == "p" ? Information.content(q) : Divergence.slopeByPrediction(p, q)
    }
  }

  static func gradient<S: Scalar>(
    _ x: Inputs<S>, by name: String, cotangent: Tensor<S>
  ) throws -> Tensor<S> {
    if name == "base" { return try x.gradientByBase(value(x), cotangent) }
    let base = x.logarithmOfBase
    return Tensor(derivatives(x, by: name).map { weighted(cotangent.elements[0], $0 / base) })
  }
}

enum KLDivergence: Formula {
  static let signature = Signature(
    "kl_divergence", distributions, [.base], formula: "Σ pᵢ log(pᵢ/qᵢ)")

  static func value<S: Scalar>(_ x: Inputs<S>) throws -> Tensor<S> {
    Tensor(Divergence.kullbackLeibler(x.vector("p"), x.vector("q")) / x.logarithmOfBase)
  }

  static func otherForms<S: StableScalar>(_ x: Inputs<S>) throws -> [Tensor<S>] {
    [Tensor(Divergence.byQuotients(x.vector("p"), x.vector("q")) / x.logarithmOfBase)]
  }

  /// By p: log p − log q + 1. By q: −p/q, 0 where p is.
  static func gradient<S: Scalar>(
    _ x: Inputs<S>, by name: String, cotangent: Tensor<S>
  ) throws -> Tensor<S> {
    if name == "base" { return try x.gradientByBase(value(x), cotangent) }
    let base = x.logarithmOfBase
    return Tensor(
      zip(x.vector("p"), x.vector("q")).map { p, q in
        let slope =
          name == "p"
          ? Divergence.kullbackLeiblerSlope(p, q) : Divergence.slopeByPrediction(p, q)
        return weighted(cotangent.elements[0], slope / base)
      })
  }
}

enum JSDivergence: Formula {
  static let signature = Signature(
    "js_divergence", distributions, [.base],
    formula: "½ KL(p‖m) + ½ KL(q‖m), m = (p + q)/2; no square root")

  static func value<S: Scalar>(_ x: Inputs<S>) throws -> Tensor<S> {
    Tensor(Divergence.jensenShannon(x.vector("p"), x.vector("q")) / x.logarithmOfBase)
  }

  static func otherForms<S: StableScalar>(_ x: Inputs<S>) throws -> [Tensor<S>] {
    let (p, q) = (x.vector("p"), x.vector("q"))
    return [
      Tensor(Divergence.jensenShannon(p, q, by: Divergence.byQuotients) / x.logarithmOfBase)
    ]
  }

  /// By either: ½ log(itself/m); the derivative by way of m cancels.
  static func gradient<S: Scalar>(
    _ x: Inputs<S>, by name: String, cotangent: Tensor<S>
  ) throws -> Tensor<S> {
    if name == "base" { return try x.gradientByBase(value(x), cotangent) }
    let (p, q, base) = (x.vector("p"), x.vector("q"), x.logarithmOfBase)
    return Tensor(
      zip(p, q).map { p, q in
        let own = name == "p" ? p : q
        let slope = (S.log(own) - .log((p + q).half(x))).half(x)
        return weighted(cotangent.elements[0], slope / base)
      })
  }

  /// Step by step, where p/p − ½(p/m + q/m) cancels only in exact arithmetic.
  static func otherGradients<S: StableScalar>(
    _ x: Inputs<S>, by name: String, cotangent: Tensor<S>
  ) throws -> [Tensor<S>] {
    if name == "base" { return [] }
    let (p, q, base) = (x.vector("p"), x.vector("q"), x.logarithmOfBase)
    let slopes = zip(p, q).map { p, q -> S in
      let (own, middle) = (name == "p" ? p : q, (p + q).half(x))
      if own.isZero { return .log(own) }
      let rest = own * (S(1) / own) - (p / middle + q / middle).half(x)
      return (S.log(own) - .log(middle) + rest).half(x)
    }
    return [Tensor(slopes.map { weighted(cotangent.elements[0], $0 / base) })]
  }
}

enum Perplexity: Formula {
  static let signature = Signature(
    "perplexity", distributions, formula: "exp(−Σ pᵢ log qᵢ)")

  static func value<S: Scalar>(_ x: Inputs<S>) throws -> Tensor<S> {
    Tensor(.exp(Divergence.crossEntropy(x.vector("p"), x.vector("q"))))
  }

  static func gradient<S: Scalar>(
    _ x: Inputs<S>, by name: String, cotangent: Tensor<S>
  ) throws -> Tensor<S> {
    let value = try value(x).elements[0]
    // A target p = 0 hides an infinite value; a slope −log 1 = 0 by p does not.
    return Tensor(
      CrossEntropyOfDistributions.derivatives(x, by: name).map { slope in
        weighted(cotangent.elements[0], name == "p" ? slope * value : weighted(slope, value))
      })
  }
}
