/// What one class of a row is made of, in any arithmetic.
enum CategoricalTerm {
  /// What label smoothing makes of targets: (1−ε)y + ε/C.
  struct Smoothing<E: Elementwise>: Sendable {
    /// 1−ε
    private let kept: E
    /// ε/C
    private let shared: E

    init(_ smoothing: E, share: E) { (kept, shared) = (E(1) - smoothing, smoothing * share) }

    func callAsFunction(_ y: E) -> E { kept * y + shared }
  }

  /// The coefficient w·ỹ, of a class without a weight its target.
  static func coefficient<E: Elementwise>(_ y: E, weight: E?, smoothing: Smoothing<E>?) -> E {
    let target = smoothing.map { $0(y) } ?? y
    return weight.map { weighted($0, target) } ?? target
  }

  /// The slope of the row's loss by the class's logit, (Σa)·p − a.
  static func slope<E: Elementwise>(_ p: E, total: E, _ a: E) -> E { weighted(total, p) - a }
}

/// The five categorical losses are one sum: a row costs Σ_c a_c·ℓ_c, the surprises ℓ_c = −log p_c
/// weighed by coefficients a_c that targets, class weights and smoothing make.
///
/// - dense: a_c = w_c·ỹ_c with ỹ = (1−ε)y + ε/C;
/// - sparse, label t: a_c = (1−ε)·w_t·[c = t] + (ε/C)·w_c.
///
/// Source: J. S. Bridle, 1990; C. Szegedy et al., *Rethinking the Inception Architecture*, 2016
/// (label smoothing).
struct CategoricalLoss<S: Scalar> {
  /// What the surprises are made from.
  enum Source { case probabilities, logits, logProbabilities }

  let x: Inputs<S>
  let source: Source
  let argument: String
  /// The rows of the source, the class weights, and the rows' surprises where they are needed.
  let rows: [[S]]
  let weights: [S]?
  let smoothing: S?
  /// What the smoothing makes of targets.
  private let smooth: CategoricalTerm.Smoothing<S>?
  let classes: Int
  /// Dense targets; nil for labels.
  let targets: [[S]]?

  init(_ x: Inputs<S>, _ source: Source) {
    (self.x, self.source) = (x, source)
    argument =
      switch source {
      case .probabilities: "p"
      case .logits: "logits"
      case .logProbabilities: "log_p"
      }
    let tensor = x.tensor(argument)
    classes = tensor.shape[1]
    rows =
      source == .probabilities
      ? tensor.shaped(x.clipped("p")).rows(axis: 1) : tensor.rows(axis: 1)
    weights = x.optionalTensor("class_weight")?.elements
    let smoothing: S? = x.optional("label_smoothing")
    self.smoothing = smoothing
    smooth = smoothing.map { .init($0, share: x.constant(1) / x.constant(tensor.shape[1])) }
    targets = x.call.reals["y"] == nil ? nil : x.tensor("y").rows(axis: 1)
  }

  /// Whether the mean divides by the sum of the weights.
  private var isWeighted: Bool { x.call.words["normalization"] == "weight" }
  private var reduction: Reduction<S> { Reduction(x, divisor: divisor) }
  private func weight(_ c: Int) -> S { weights?[c] ?? x.constant(1) }
  private func isIgnored(_ row: Int) -> Bool { targets == nil && x.call.isIgnored[row] }
  private func label(_ row: Int) -> Int { x.labels("labels").elements[row] }

  /// 1/C
  private var share: S { x.constant(1) / x.constant(classes) }

  /// The classes that a row's sum names, and their coefficients: all of them, but for a label
  /// without smoothing just that one.
  private func coefficients(_ row: Int) -> [(c: Int, a: S)] {
    if let targets {
      return (0..<classes).map { c in
        (
          c,
          CategoricalTerm.coefficient(targets[row][c], weight: weight(c), smoothing: smooth)
        )
      }
    }
    let t = label(row)
    guard let smoothing, !smoothing.isZero else { return [(t, weight(t))] }
    return (0..<classes).map { c in
      let uniform = weighted(smoothing * share, weight(c))
      return (c, c == t ? weighted(S(1) - smoothing, weight(t)) + uniform : uniform)
    }
  }

  /// −log p_c of every class.
  private func surprises(_ row: Int) -> [S] {
    switch source {
    case .probabilities: rows[row].map { -S.log($0) }
    case .logits: SoftmaxFamily.logSoftmax(rows[row]).map { -$0 }
    case .logProbabilities: rows[row].map { -$0 }
    }
  }

  private func loss(_ row: Int) -> S {
    if isIgnored(row) { return x.constant(0) }
    let coefficients = coefficients(row)
    if source == .logits && coefficients.count == 1 {
      let (c, a) = coefficients[0]
      return weighted(a, -SoftmaxFamily.logSoftmax(rows[row], at: c))
    }
    let surprises = surprises(row)
    return coefficients.map { weighted($0.a, surprises[$0.c]) }.sum
  }

  /// What the mean divides by.
  private var divisor: S {
    guard isWeighted else {
      return x.constant(rows.indices.count { !isIgnored($0) })
    }
    let weights = rows.indices.flatMap { row -> [S] in
      if let targets { return targets[row].indices.map { weighted(weight($0), targets[row][$0]) } }
      return isIgnored(row) ? [] : [weight(label(row))]
    }
    return weights.isEmpty ? x.constant(0) : weights.sum
  }

  /// Where the classes were: the shape of one loss a row.
  private var rowShape: [Int] {
    var shape = x.shape(argument)
    shape.remove(at: 1)
    return shape
  }

  func value() -> Tensor<S> {
    reduction.value(Tensor(shape: rowShape, rows.indices.map(loss)))
  }

  // MARK: Gradients

  func gradient(by name: String, cotangent: Tensor<S>) throws -> Tensor<S> {
    let reduction = reduction
    let g = reduction.rows(cotangent, count: rows.count)
    switch name {
    case argument:
      let slopes = slopes(g)
      return source == .probabilities ? try x.insideClip(slopes.elements, argument) : slopes
    case "clip":
      let slopes = slopes(g).rows(axis: 1)
      let p = x.tensor(argument).rows(axis: 1)
      let named = rows.indices.flatMap { row in
        isIgnored(row) ? [] : coefficients(row).map { (p[row][$0.c], slopes[row][$0.c]) }
      }
      return Tensor(reduction.shared(try x.movedByClip(named)))
    case "label_smoothing":
      return Tensor(reduction.shared(rows.indices.map { weighted(g[$0], bySmoothing($0)) }))
    case "class_weight":
      let table = derivativeTable(g)
      return Tensor(
        (0..<classes).map { c in
          reduction.shared([table.derivative(at: c, divisor: weightOfClass(c)) { byWeight($0, c) }])
        })
    default:
      let table = derivativeTable(g)
      let slopes = rows.indices.map { row in
        (0..<classes).map { c in
          let slope = smoothing.map { weighted(S(1) - $0, weight(c)) } ?? weight(c)
          return table.derivative(at: c, divisor: weight(c)) { $0 == row ? slope : nil }
        }
      }
      return Tensor(rows: slopes, axis: 1, shape: x.shape("y"))
    }
  }

  /// By logits (Σa)·p − a; by probabilities −a/p; by log-probabilities −a; an ignored row has 0.
  private func slopes(_ g: [S]) -> Tensor<S> {
    let slopes = rows.indices.map { row -> [S] in
      var slopes = [S](repeating: S(0), count: classes)
      if isIgnored(row) { return slopes }
      let coefficients = coefficients(row)
      guard source == .logits else {
        for (c, a) in coefficients {
          let slope = source == .probabilities ? weighted(a, x.constant(1) / rows[row][c]) : a
          slopes[c] = weighted(g[row], -slope)
        }
        return slopes
      }
      let total = coefficients.map(\.a).sum
      let p = SoftmaxFamily.softmax(rows[row])
      slopes = p.map { weighted(total, $0) }
      for (c, a) in coefficients { slopes[c] = CategoricalTerm.slope(p[c], total: total, a) }
      return slopes.map { weighted(g[row], $0) }
    }
    return Tensor(rows: slopes, axis: 1, shape: x.shape(argument))
  }

  /// What the derivatives by weights and by targets are made of, formed once for all of them.
  private func derivativeTable(_ g: [S]) -> DerivativeTable {
    let isMoving = isWeighted && reduction.kind == .mean
    let taken = rows.indices.filter { !isIgnored($0) }
    return DerivativeTable(
      rows: taken.map { ($0, g[$0], surprises($0), isMoving ? coefficients($0) : []) },
      divisor: isMoving ? divisor : nil)
  }

  private struct DerivativeTable {
    /// The rows that take part, with their cotangents, surprises and coefficients.
    let rows: [(row: Int, g: S, surprises: [S], coefficients: [(c: Int, a: S)])]
    /// W under a weighted mean; nil where the divisor is fixed.
    let divisor: S?

    /// The derivative by something that moves coefficient c of some rows by `slope`, and, under a
    /// weighted mean, the divisor W: Σ ℓ_c·(a′_c·W − a_c·W′)/W², each surprise with its whole
    /// coefficient, so that a coefficient 0 hides an infinite surprise.
    func derivative(at c: Int, divisor moved: S, slope: (Int) -> S?) -> S {
      rows.compactMap { row, g, surprises, coefficients -> S? in
        var slopes: [Int: S] = [:]
        slopes[c] = slope(row)
        if let divisor, !moved.isZero {
          for (c, a) in coefficients {
            slopes[c] = (slopes[c] ?? S(0)) - weighted(moved, a / divisor)
          }
        }
        if slopes.isEmpty { return nil }
        return slopes.keys.sorted().map { weighted(weighted(g, slopes[$0]!), surprises[$0]) }.sum
      }.sum
    }
  }

  /// ∂a_c/∂w_c of one row; nil if its sum does not name the class.
  private func byWeight(_ row: Int, _ c: Int) -> S? {
    if let targets { return smooth.map { $0(targets[row][c]) } ?? targets[row][c] }
    let isLabel = label(row) == c
    guard let smoothing, !smoothing.isZero else { return isLabel ? x.constant(1) : nil }
    return isLabel ? S(1) - smoothing + smoothing * share : smoothing * share
  }

  /// ∂W/∂w_c: how often the class is the label, or how much of the targets.
  private func weightOfClass(_ c: Int) -> S {
    rows.indices.filter { !isIgnored($0) }.map { row in
      targets?[row][c] ?? x.constant(label(row) == c ? 1 : 0)
    }.sum
  }

  /// Σ w_c(1/C − y_c)ℓ_c; with a label Σ w_c·ℓ_c/C − w_t·ℓ_t.
  private func bySmoothing(_ row: Int) -> S {
    if isIgnored(row) { return S(0) }
    let surprises = surprises(row)
    return (0..<classes).map { c in
      let y = targets?[row][c] ?? x.constant(label(row) == c ? 1 : 0)
      return weighted(weighted(weight(c), share - y), surprises[c])
    }.sum
  }
}
