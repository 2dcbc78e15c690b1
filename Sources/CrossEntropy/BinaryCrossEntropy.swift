// Cross-entropy of yes and no, from probabilities and from logits.
// Source: I. J. Good, Rational Decisions, 1952 (the logarithmic score).

private let outcome: [Signature.Argument] = [
  .real("y", "[…]", .probability), .real("weight", "[…]", .nonnegative, optional: true),
]

enum BinaryCrossEntropy: Formula {
  static let signature = Signature(
    "binary_cross_entropy", [.real("p", "[…]", .probability)] + outcome, [.reduction, .clip],
    formula: "−weight·(y log p + (1−y) log(1−p)); the mean divides by the count")

  /// −(y log p + (1−y) log(1−p))
  static func loss<E: Elementwise>(_ p: E, _ y: E) -> E {
    -weighted(y, .log(p)) - weighted(E(1) - y, .log(complementOf: p))
  }

  /// Its slope by p, (1−y)/(1−p) − y/p.
  static func slope<E: Elementwise>(_ p: E, _ y: E) -> E {
    weighted(E(1) - y, E(1) / (E(1) - p)) - weighted(y, E(1) / p)
  }

  static func value<S: Scalar>(_ x: Inputs<S>) throws -> Tensor<S> {
    let losses = zip(x.clipped("p"), x.vector("y")).map { loss($0, $1) }
    return Reduction(x, count: losses.count).value(x.weightedLosses(losses, like: "p"))
  }

  static func gradient<S: Scalar>(
    _ x: Inputs<S>, by name: String, cotangent: Tensor<S>
  ) throws -> Tensor<S> {
    let (p, y) = (x.clipped("p"), x.vector("y"))
    let reduction = Reduction(x, count: p.count)
    let rows = reduction.rows(cotangent, count: p.count)
    let slopes: [S] = zip(p, y).map { p, y in
      switch name {
      case "weight": loss(p, y)
      case "y": S.log(complementOf: p) - .log(p)
      default: slope(p, y)
      }
    }
    let weights = name == "weight" ? rows : x.weights(rows)
    let products = zip(weights, slopes).map { weighted($0, $1) }
    switch name {
    case "p": return try x.insideClip(products, "p")
    case "clip":
      return Tensor(reduction.shared(try x.movedByClip(Array(zip(x.vector("p"), products)))))
    default: return x.shaped("p", products)
    }
  }
}

enum BinaryCrossEntropyWithLogits: Formula {
  static let signature = Signature(
    "binary_cross_entropy_with_logits",
    [.real("logits", "[…]")] + outcome + [.real("pos_weight", "[…]", .nonnegative, optional: true)],
    [.reduction],
    formula: "−weight·(pos_weight·y log σ(z) + (1−y) log(1−σ(z))); the mean divides by the count")

  /// pos_weight·y·log(1 + e^−z) + (1−y)·log(1 + e^z)
  static func loss<E: Elementwise>(_ z: E, _ y: E, _ positive: E) -> E {
    weighted(positive * y, .softplus(-z)) + weighted(E(1) - y, .softplus(z))
  }

  /// Its slope by z, (1−y)·σ(z) − pos_weight·y·σ(−z), in which nothing cancels where the prediction
  /// is right.
  static func slope<E: Elementwise>(_ z: E, _ y: E, _ positive: E) -> E {
    weighted(E(1) - y, .sigmoid(z)) - weighted(positive * y, .sigmoid(-z))
  }

  static func value<S: Scalar>(_ x: Inputs<S>) throws -> Tensor<S> { batch(x, loss) }

  /// As frameworks write it, with one softplus: max(z, 0) − z·y + log(1 + e^−|z|); with a pos_weight
  /// π, (1−y)·z + (1 + (π−1)·y)·log(1 + e^−z).
  static func otherForms<S: StableScalar>(_ x: Inputs<S>) throws -> [Tensor<S>] {
    if x.optionalTensor("pos_weight") == nil {
      return [
        batch(x) { z, y, _ in
          (S.larger(z, S(0)) - weighted(y, z)) + .log(onePlus: .exp(.smaller(z, -z)))
        }
      ]
    }
    return [
      batch(x) { z, y, positive in
        weighted(S(1) - y, z) + weighted(S(1) + weighted(y, positive - S(1)), .softplus(-z))
      }
    ]
  }

  /// With a sum that cancels: (1−y)·z + log(1 + e^−z), or log(1 + e^z) − y·z.
  static func backwardStableForms<S: StableScalar>(_ x: Inputs<S>) throws -> [Tensor<S>] {
    if x.optionalTensor("pos_weight") != nil { return [] }
    return [
      batch(x) { z, y, _ in weighted(S(1) - y, z) + .softplus(-z) },
      batch(x) { z, y, _ in .softplus(z) - weighted(y, z) },
    ]
  }

  /// The loss of each element by a formula of logit, target and pos_weight, weighted and reduced.
  private static func batch<S: Scalar>(_ x: Inputs<S>, _ loss: (S, S, S) -> S) -> Tensor<S> {
    let (z, y, positive) = (x.vector("logits"), x.vector("y"), positiveWeights(x))
    let losses = z.indices.map { loss(z[$0], y[$0], positive[$0]) }
    return Reduction(x, count: losses.count).value(x.weightedLosses(losses, like: "logits"))
  }

  private static func positiveWeights<S: Scalar>(_ x: Inputs<S>) -> [S] {
    x.optionalTensor("pos_weight")?.elements ?? x.vector("y").map { _ in x.constant(1) }
  }

  static func gradient<S: Scalar>(
    _ x: Inputs<S>, by name: String, cotangent: Tensor<S>
  ) throws -> Tensor<S> {
    batch(x, by: name, cotangent) { z, y, positive in
      switch name {
      case "weight": loss(z, y, positive)
      case "y": weighted(positive, .softplus(-z)) - .softplus(z)
      case "pos_weight": weighted(y, .softplus(-z))
      default: slope(z, y, positive)
      }
    }
  }

  /// p − y, which cancels where the prediction is right; with a pos_weight π, (1 − y + π·y)·p − π·y.
  static func otherGradients<S: StableScalar>(
    _ x: Inputs<S>, by name: String, cotangent: Tensor<S>
  ) throws -> [Tensor<S>] {
    if name != "logits" { return [] }
    if x.optionalTensor("pos_weight") == nil {
      return [batch(x, by: name, cotangent) { z, y, _ in .sigmoid(z) - y }]
    }
    return [
      batch(x, by: name, cotangent) { z, y, positive in
        let truth = weighted(positive, y)
        return weighted(S(1) - y + truth, .sigmoid(z)) - truth
      }
    ]
  }

  /// The slopes by a formula of logit, target and pos_weight, weighted and contracted.
  private static func batch<S: Scalar>(
    _ x: Inputs<S>, by name: String, _ cotangent: Tensor<S>, _ slope: (S, S, S) -> S
  ) -> Tensor<S> {
    let (z, y, positive) = (x.vector("logits"), x.vector("y"), positiveWeights(x))
    let rows = Reduction(x, count: z.count).rows(cotangent, count: z.count)
    let weights = name == "weight" ? rows : x.weights(rows)
    let slopes = z.indices.map { slope(z[$0], y[$0], positive[$0]) }
    return x.shaped("logits", zip(weights, slopes).map { weighted($0, $1) })
  }
}

extension Inputs {
  /// The losses times the argument `weight`, if it is given.
  fileprivate func weightedLosses(_ losses: [S], like name: String) -> Tensor<S> {
    guard let weight = optionalTensor("weight") else { return shaped(name, losses) }
    return shaped(name, zip(weight.elements, losses).map { weighted($0, $1) })
  }

  /// Each row's cotangent times its weight.
  fileprivate func weights(_ rows: [S]) -> [S] {
    guard let weight = optionalTensor("weight") else { return rows }
    return zip(weight.elements, rows).map { weighted($0, $1) }
  }

  /// A probability argument, replaced by min(max(p, c), 1 − c) under the option clip = c.
  func clipped(_ name: String) -> [S] {
    guard let clip = optional("clip") else { return vector(name) }
    return vector(name).map { .smaller(.larger($0, clip), S(1) - clip) }
  }

  /// From slopes by the clipped probability to those by the probability itself: 0 where it is
  /// clipped, its end included.
  func insideClip(_ slopes: [S], _ name: String) throws -> Tensor<S> {
    let p = tensor(name)
    guard let clip = optional("clip") else { return p.shaped(slopes) }
    return try p.shaped(
      zip(p.elements, slopes).map { p, slope in
        if p.isNaN || clip.isNaN || slope.isNaN { return slope }
        let isInside = try S.step(p - clip) * .step((S(1) - clip) - p)
        return weighted(isInside, slope)
      })
  }

  /// From slopes by clipped probabilities to those by clip, which moves the ones it clips.
  func movedByClip(_ slopes: [(p: S, slope: S)]) throws -> [S] {
    let clip = option("clip")
    return try slopes.map { p, slope in
      if p.isNaN || clip.isNaN || slope.isNaN { return .nan }
      return try weighted(.step(clip - p), slope) - weighted(.step(p - (S(1) - clip)), slope)
    }
  }
}
