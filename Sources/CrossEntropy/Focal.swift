// Focal loss: a surprise weighed by how far the answer is from certain.
// Source: T.-Y. Lin et al., Focal Loss for Dense Object Detection, 2017.

/// (1 − p)^γ·(−log p) of the probability given to what was true, and its derivatives.
private struct FocalTerm<S: Scalar> {
  let p: S
  /// 1 − p, and log p.
  let doubt: S
  let logarithm: S
  let gamma: S

  var value: S { -weighted(S.power(doubt, gamma), logarithm) }

  /// By the logarithm of the odds of p: (1−p)^γ·(γ·p·log p − (1 − p)).
  var slope: S {
    let hidden = gamma.isZero ? S(0) : weighted(gamma * p, logarithm)
    return weighted(S.power(doubt, gamma), hidden - doubt)
  }

  /// By γ: the value times log(1 − p), 0 where either is, whatever the other.
  var byGamma: S { value.isZero ? S(0) : weighted(S.log(doubt), value) }
}

enum BinaryFocalWithLogits: Formula {
  static let signature = Signature(
    "binary_focal_with_logits",
    [
      .real("logits", "[…]"),
      .real("y", "[…]", .binary, discrete: "it is 0 or 1"),
    ],
    [.real("gamma", .nonnegative, "2"), .real("alpha", .probability, "none"), .reduction],
    formula: "−α_t·(1−p_t)^γ·log p_t; α_t = α for y = 1, 1−α for y = 0")

  private static func terms<S: Scalar>(_ x: Inputs<S>) -> [(term: FocalTerm<S>, isTrue: Bool)] {
    let gamma = x.option("gamma")
    return zip(x.vector("logits"), x.vector("y")).map { z, y in
      if y.isNaN { return (FocalTerm(p: .nan, doubt: .nan, logarithm: .nan, gamma: gamma), true) }
      let own = y.isZero ? -z : z
      let term = FocalTerm<S>(
        p: .sigmoid(own), doubt: .sigmoid(-own), logarithm: .logSigmoid(own), gamma: gamma)
      return (term, !y.isZero)
    }
  }

  private static func alpha<S: Scalar>(_ x: Inputs<S>, _ isTrue: Bool) -> S {
    guard let alpha = x.optional("alpha") else { return x.constant(1) }
    return isTrue ? alpha : S(1) - alpha
  }

  static func value<S: Scalar>(_ x: Inputs<S>) throws -> Tensor<S> {
    let losses = terms(x).map { weighted(alpha(x, $0.isTrue), $0.term.value) }
    return Reduction(x, count: losses.count).value(x.shaped("logits", losses))
  }

  static func gradient<S: Scalar>(
    _ x: Inputs<S>, by name: String, cotangent: Tensor<S>
  ) throws -> Tensor<S> {
    let terms = terms(x)
    let reduction = Reduction(x, count: terms.count)
    let rows = reduction.rows(cotangent, count: terms.count)
    let slopes: [S] = zip(rows, terms).map { g, entry in
      let (term, isTrue) = entry
      switch name {
      case "alpha": return weighted(g, isTrue ? term.value : -term.value)
      case "gamma": return weighted(g, weighted(alpha(x, isTrue), term.byGamma))
      default: return weighted(g, weighted(alpha(x, isTrue), isTrue ? term.slope : -term.slope))
      }
    }
    return name == "logits" ? x.shaped("logits", slopes) : Tensor(reduction.shared(slopes))
  }
}

enum FocalWithLogits: Formula {
  static let signature = Signature(
    "focal_with_logits",
    [
      .real("logits", "[N,C]"), .labels("labels", "[N]"),
      .real("class_weight", "[C]", .nonnegative, optional: true),
    ],
    [.real("gamma", .nonnegative, "2"), .reduction],
    formula: "−w_t·(1−p_t)^γ·log p_t, p = softmax(z); the mean divides by the number of rows")

  private static func terms<S: Scalar>(_ x: Inputs<S>) -> [(p: [S], term: FocalTerm<S>)] {
    let gamma = x.option("gamma")
    return zip(x.tensor("logits").rows(axis: 1), x.labels("labels").elements).map { row, t in
      let p = SoftmaxFamily.softmax(row)
      // 1 − p_t as the sum of the others: nothing cancels.
      let others = p.indices.filter { $0 != t }.map { p[$0] }
      let doubt = p[t].isZero ? x.constant(1) : p[t].isNaN ? .nan : others.sum
      let logarithm = SoftmaxFamily.logSoftmax(row, at: t)
      return (p, FocalTerm(p: p[t], doubt: doubt, logarithm: logarithm, gamma: gamma))
    }
  }

  private static func weights<S: Scalar>(_ x: Inputs<S>) -> [S] {
    let weights = x.optionalTensor("class_weight")?.elements
    return x.labels("labels").elements.map { weights?[$0] ?? x.constant(1) }
  }

  static func value<S: Scalar>(_ x: Inputs<S>) throws -> Tensor<S> {
    let losses = zip(weights(x), terms(x)).map { weighted($0, $1.term.value) }
    return Reduction(x, count: losses.count).value(Tensor(losses))
  }

  /// By z_c: w_t·(1−p_t)^(γ−1)·(γ·p_t·log p_t − (1−p_t))·([c=t] − p_c), the power and the factor
  /// 1−p_t that it lacks being shared by ([c=t] − p_c)/(1−p_t): 1 at t, −p_c/(1−p_t) elsewhere.
  static func gradient<S: Scalar>(
    _ x: Inputs<S>, by name: String, cotangent: Tensor<S>
  ) throws -> Tensor<S> {
    let (terms, weights, labels) = (terms(x), weights(x), x.labels("labels").elements)
    let reduction = Reduction(x, count: terms.count)
    let rows = reduction.rows(cotangent, count: terms.count)
    switch name {
    case "gamma":
      return Tensor(
        reduction.shared(
          terms.indices.map { weighted(rows[$0], weighted(weights[$0], terms[$0].term.byGamma)) }))
    case "class_weight":
      return x.shaped(
        name,
        x.vector(name).indices.map { c in
          reduction.shared(
            labels.indices.map { labels[$0] == c ? weighted(rows[$0], terms[$0].term.value) : S(0) }
          )
        })
    default:
      let slopes = terms.indices.map { row in
        let (p, term) = terms[row]
        let scale = weighted(weights[row], term.slope)
        return p.indices.map { c in
          let share =
            c == labels[row] ? S(1) : term.doubt.isZero ? S(0) : -(p[c] / term.doubt)
          return weighted(rows[row], weighted(share, scale))
        }
      }
      return Tensor(rows: slopes, axis: 1, shape: x.shape("logits"))
    }
  }
}
