import Exact

// Entropy, cross-entropy and divergence of distributions, one a row, in nats.

extension Rows {
  /// Which of two distributions a slope is by.
  public enum Distribution: String, Sendable {
    /// The distribution that events come from.
    case p
    /// The one that is held for it.
    case q
  }

  /// −Σ pᵢ log pᵢ of each row.
  ///
  /// - Throws: ``DataError`` for a length that is no multiple of `classes`, and for a number outside
  ///   [0, 1].
  /// - Complexity: O(*n*) logarithms.
  public static func entropy(
    p: [Double], classes: Int, threads: Int? = nil
  ) throws -> [Double] {
    let p = try RowArgument("p", p, classes: classes, in: .probability)
    return sums("entropy", p, p, threads, Divergence.crossEntropyTerm)
  }

  /// −Σ pᵢ log qᵢ of each row.
  ///
  /// - Throws: ``DataError``, as `entropy`, and for p and q of different lengths.
  public static func crossEntropy(
    p: [Double], q: [Double], classes: Int, threads: Int? = nil
  ) throws -> [Double] {
    let (p, q) = try distributions(p, q, classes)
    return sums("cross_entropy", p, q, threads, Divergence.crossEntropyTerm)
  }

  /// Σ pᵢ log(pᵢ/qᵢ) of each row.
  ///
  /// - Throws: ``DataError``, as `crossEntropy`.
  public static func klDivergence(
    p: [Double], q: [Double], classes: Int, threads: Int? = nil
  ) throws -> [Double] {
    let (p, q) = try distributions(p, q, classes)
    return sums("kl_divergence", p, q, threads, Divergence.kullbackLeiblerTerm)
  }

  /// −(log pᵢ + 1), the slopes of the entropy.
  ///
  /// - Throws: ``DataError`` for a number outside [0, 1].
  public static func entropySlopes(p: [Double], threads: Int? = nil) throws -> [Double] {
    let p = try RowArgument("p", p, classes: 1, in: .probability)
    return slopes("entropy", p, p, by: .p, threads) { p, _ in Information.slope(p) }
  }

  /// The slopes of the cross-entropy by p, −log qᵢ, or by q, −pᵢ/qᵢ.
  ///
  /// - Throws: ``DataError`` for p and q of different lengths, and for a number outside [0, 1].
  public static func crossEntropySlopes(
    p: [Double], q: [Double], by distribution: Distribution, threads: Int? = nil
  ) throws -> [Double] {
    let (p, q) = try distributions(p, q, 1)
    switch distribution {
    case .p:
      return slopes("cross_entropy", p, q, by: .p, threads) { Information.content($1) }
    case .q:
      return slopes("cross_entropy", p, q, by: .q, threads, Divergence.slopeByPrediction)
    }
  }

  /// The slopes of the divergence by p, log pᵢ − log qᵢ + 1, or by q, −pᵢ/qᵢ.
  ///
  /// - Throws: ``DataError``, as `crossEntropySlopes`.
  public static func klDivergenceSlopes(
    p: [Double], q: [Double], by distribution: Distribution, threads: Int? = nil
  ) throws -> [Double] {
    let (p, q) = try distributions(p, q, 1)
    switch distribution {
    case .p: return slopes("kl_divergence", p, q, by: .p, threads, Divergence.kullbackLeiblerSlope)
    case .q: return slopes("kl_divergence", p, q, by: .q, threads, Divergence.slopeByPrediction)
    }
  }

  private static func distributions(
    _ p: [Double], _ q: [Double], _ classes: Int
  ) throws -> (p: RowArgument, q: RowArgument) {
    (
      try RowArgument("p", p, classes: classes, in: .probability),
      try RowArgument("q", q, classes: classes, in: .probability, count: p.count)
    )
  }

  /// The sum of each row's terms.
  private static func sums(
    _ function: String, _ p: RowArgument, _ q: RowArgument, _ threads: Int?,
    _ term: @Sendable (PairBall, PairBall) -> PairBall
  ) -> [Double] {
    each(p.numbers, classes: p.classes, width: 1, threads: threads) { line in
      let row = line.number
      let sum = PairBall.sum(count: p.classes) { term(p[row, $0], q[row, $0]) }
      line[0] =
        sum.nearest
        ?? reference(Call(function, arguments(p, q) { $0.vector(row) })).value.elements[0]
    }
  }

  /// The slope of each element's own term.
  private static func slopes(
    _ function: String, _ p: RowArgument, _ q: RowArgument, by distribution: Distribution,
    _ threads: Int?, _ slope: @Sendable (PairBall, PairBall) -> PairBall
  ) -> [Double] {
    let name = distribution.rawValue
    return elements(p.numbers.count, threads: threads) {
      slope(p[$0], q[$0])
    } settle: { open in
      reference(Call(function, arguments(p, q) { $0.vector(open) }, gradient: [name]))
        .gradient[name]!.elements
    }
  }

  /// The arguments by their names, of which an entropy has but one.
  private static func arguments(
    _ p: RowArgument, _ q: RowArgument, _ value: (RowArgument) -> Call.Argument
  ) -> [String: Call.Argument] {
    [q.name: value(q)].merging([p.name: value(p)]) { $1 }
  }
}
