import Exact

// Losses of an order.
// Source: R. Herbrich, T. Graepel, K. Obermayer, 2000 (pairwise hinge); Z. Cao et al., Learning to
// Rank: From Pairwise Approach to Listwise Approach, 2007 (ListNet).

enum PairwiseHinge: Formula {
  static let signature = Signature(
    "pairwise_hinge",
    [
      .real("scores", "[n]"),
      .real("relevance", "[n]", discrete: "it only orders the items", exact: true),
    ],
    [.margin, .reduction],
    formula: "max(0, margin − (s_i − s_j)) over the pairs with relevance_i > relevance_j",
    isRational: true)

  /// The ordered pairs of differing relevance, lexicographically; nil if a relevance is NaN.
  private static func pairs<S: Scalar>(_ x: Inputs<S>) -> [(Int, Int)]? {
    let relevance = x.call.reals["relevance"]!.elements
    if relevance.contains(where: \.isNaN) { return nil }
    return relevance.indices.flatMap { i in
      relevance.indices.filter { relevance[i].isAbove(relevance[$0]) }.map { (i, $0) }
    }
  }

  /// margin − (s_i − s_j)
  private static func gaps<S: Scalar>(_ x: Inputs<S>, _ pairs: [(Int, Int)]) -> [S] {
    let (scores, margin) = (x.vector("scores"), x.option("margin"))
    return pairs.map { margin - (scores[$0.0] - scores[$0.1]) }
  }

  static func value<S: Scalar>(_ x: Inputs<S>) throws -> Tensor<S> {
    guard let pairs = pairs(x) else {
      if x.word("reduction") != "none" { return Tensor(S.nan) }
      throw DataError.undefinedPairs
    }
    let losses = gaps(x, pairs).map { S.larger($0, S(0)) }
    return Reduction(x, count: pairs.count).value(Tensor(losses))
  }

  static func gradient<S: Scalar>(
    _ x: Inputs<S>, by name: String, cotangent: Tensor<S>
  ) throws -> Tensor<S> {
    let scores = x.tensor("scores")
    guard let pairs = pairs(x) else {
      return name == "margin" ? Tensor(S.nan) : scores.map { _ in .nan }
    }
    let reduction = Reduction(x, count: pairs.count)
    if reduction.kind == .mean && pairs.isEmpty {
      return name == "margin" ? Tensor(S.nan) : scores.map { _ in .nan }
    }
    let rows = reduction.rows(cotangent, count: pairs.count)
    let steps = try zip(rows, gaps(x, pairs)).map { weighted($0, try .step($1)) }
    if name == "margin" { return Tensor(steps.sum) }
    var slopes = [[S]](repeating: [], count: scores.elements.count)
    for ((i, j), step) in zip(pairs, steps) {
      slopes[i].append(-step)
      slopes[j].append(step)
    }
    return Tensor(slopes.map(\.sum))
  }
}

enum ListNet: Formula {
  static let signature = Signature(
    "list_net", [.real("scores", "[n]"), .real("relevance", "[n]")],
    [.word("variant", ["top_one", "label"], "top_one")],
    formula: "−Σ softmax(relevance)_i·log softmax(scores)_i, or with the relevance as it is")

  private static func targets<S: Scalar>(_ x: Inputs<S>) -> [S] {
    let relevance = x.vector("relevance")
    return x.word("variant") == "label" ? relevance : SoftmaxFamily.softmax(relevance)
  }

  static func value<S: Scalar>(_ x: Inputs<S>) throws -> Tensor<S> {
    Tensor(
      -zip(targets(x), SoftmaxFamily.logSoftmax(x.vector("scores"))).map { weighted($0, $1) }.sum)
  }

  static func gradient<S: Scalar>(
    _ x: Inputs<S>, by name: String, cotangent: Tensor<S>
  ) throws -> Tensor<S> {
    let (targets, scores, g) = (targets(x), x.vector("scores"), cotangent.elements[0])
    if name == "scores" {
      let total = targets.sum
      return Tensor(
        zip(SoftmaxFamily.softmax(scores), targets).map { weighted(g, weighted(total, $0) - $1) })
    }
    let surprises = SoftmaxFamily.logSoftmax(scores).map { -$0 }
    if x.word("variant") == "label" { return Tensor(surprises.map { weighted(g, $0) }) }
    let deviations = SoftmaxFamily.deviations(surprises, weights: targets)
    return Tensor(zip(targets, deviations).map { weighted(g, weighted($0, $1)) })
  }
}
