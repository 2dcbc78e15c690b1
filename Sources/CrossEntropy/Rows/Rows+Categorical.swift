import Exact

// The categorical losses of logits with targets, class weights and smoothing.

extension Rows {
  /// −Σ_c w_c·ỹ_c·log softmax(z)_c of each row, ỹ = (1−ε)y + ε/C: the cross-entropy of soft targets.
  ///
  /// - Parameters:
  ///   - logits: rows of equal length, one after the other.
  ///   - targets: as many probabilities.
  ///   - classes: the length of a row, C.
  ///   - classWeight: w, one for each class; ones by default.
  ///   - labelSmoothing: ε, from 0 to 1; nothing by default.
  ///   - threads: how many rows are worked on at once; as pays by default.
  /// - Throws: ``DataError`` for lengths that do not fit, and for a number outside its domain.
  /// - Complexity: O(*n*) for *n* logits.
  public static func crossEntropy(
    _ logits: [Double], targets: [Double], classes: Int, classWeight: [Double]? = nil,
    labelSmoothing: Double? = nil, threads: Int? = nil
  ) throws -> [Double] {
    let rows = try CategoricalRows(
      logits, .targets(targets), classes, classWeight, labelSmoothing)
    return rows.losses(threads)
  }

  /// The slopes of that loss by the logits: (Σa)·softmax(z)_c − a_c with a_c = w_c·ỹ_c.
  ///
  /// - Throws: ``DataError``, as `crossEntropy`.
  public static func crossEntropySlopes(
    _ logits: [Double], targets: [Double], classes: Int, classWeight: [Double]? = nil,
    labelSmoothing: Double? = nil, threads: Int? = nil
  ) throws -> [Double] {
    let rows = try CategoricalRows(
      logits, .targets(targets), classes, classWeight, labelSmoothing)
    return rows.slopes(threads)
  }

  /// The same of labels.
  ///
  /// - Throws: ``DataError``, as `crossEntropy`.
  public static func crossEntropySlopes(
    _ logits: [Double], labels: [Int], classWeight: [Double]? = nil,
    labelSmoothing: Double? = nil, threads: Int? = nil
  ) throws -> [Double] {
    let classes = try classes(logits, labels)
    let rows = try CategoricalRows(logits, .labels(labels), classes, classWeight, labelSmoothing)
    return rows.slopes(threads)
  }
}

/// The arguments of a categorical loss, and what they make of a row.
///
/// - Note: A class, for it is long to copy.
final class CategoricalRows: Sendable {
  enum Truth {
    case targets([Double])
    case labels([Int])
  }

  let logits: RowArgument
  let targets: RowArgument?
  let labels: [Int]
  let weights: RowArgument?
  let smoothing: Double?
  /// The smoothing for eight numbers and for one.
  private let lanes: CategoricalTerm.Smoothing<PairBall>?
  private let balls: CategoricalTerm.Smoothing<Ball>?

  init(
    _ logits: [Double], _ truth: Truth, _ classes: Int, _ weights: [Double]?, _ smoothing: Double?
  ) throws {
    self.logits = try RowArgument("logits", logits, classes: classes, in: .real)
    switch truth {
    case .targets(let numbers):
      labels = []
      targets = try RowArgument(
        "y", numbers, classes: classes, in: .probability, count: logits.count)
    case .labels(let labels): (self.labels, targets) = (labels, nil)
    }
    self.weights = try weights.map {
      try RowArgument("class_weight", $0, classes: classes, in: .nonnegative, count: classes)
    }
    self.smoothing = smoothing
    if let smoothing {
      _ = try RowArgument("label_smoothing", [smoothing], classes: 1, in: .probability)
    }
    lanes = smoothing.map {
      .init(PairBall(repeating: $0), share: PairBall(1) / PairBall(classes))
    }
    balls = smoothing.map {
      let one = Ball(Rational(1), precision: 128)
      return .init(Ball(Floating($0).value, precision: 128), share: one / Ball(classes))
    }
  }

  func losses(_ threads: Int?) -> [Double] {
    Rows.each(logits.numbers, classes: logits.classes, width: 1, threads: threads) { line in
      line[0] = loss(line) ?? Rows.reference(call(line.number)).value.elements[0]
    }
  }

  func slopes(_ threads: Int?) -> [Double] {
    let classes = logits.classes
    return Rows.each(logits.numbers, classes: classes, width: classes, threads: threads) { line in
      let open = slopes(line)
      if open.isEmpty { return }
      let answer = Rows.reference(call(line.number, gradient: ["logits"])).gradient["logits"]!
      for index in open { line[index] = answer.elements[index] }
    }
  }

  // MARK: A row

  private func loss(_ line: RowLine) -> Double? {
    guard let softmax = line.lanes else { return nil }
    let row = line.number
    if targets == nil && smoothing == nil {
      let label = labels[row]
      let weight = PairBall(repeating: weights?.numbers[label] ?? 1)
      return PairBall.sum(count: 1) { _ in weighted(weight, softmax.surprises(at: label)) }
        .nearest
    }
    return PairBall.sum(count: logits.classes) { index in
      weighted(coefficient(row, index), softmax.surprises(at: index))
    }.nearest
  }

  /// Fills in what can be decided, and returns the indices of the others.
  private func slopes(_ line: RowLine) -> [Int] {
    guard let softmax = line.lanes else { return Array(0..<logits.classes) }
    let row = line.number
    let sum = PairBall.sum(count: logits.classes) { coefficient(row, $0) }
    let total = PairBall(sum)
    let open = line.fill { index in
      CategoricalTerm.slope(softmax.softmax(at: index), total: total, coefficient(row, index))
    }
    return line.settle(open) { refined, index in
      CategoricalTerm.slope(
        refined.softmax(at: index), total: sum.asBall, coefficient(of: index, row))
    }
  }

  /// What the surprises at eight classes from one on count, w_c·ỹ_c.
  private func coefficient(_ row: Int, _ index: Int) -> PairBall {
    CategoricalTerm.coefficient(
      targets?[row, index] ?? PairBall(oneAt: labels[row] - index),
      weight: weights?[0, index], smoothing: lanes)
  }

  /// The same at one class, as a ball.
  private func coefficient(of index: Int, _ row: Int) -> Ball {
    func ball(_ number: Double) -> Ball { Ball(Floating(number).value, precision: 128) }
    let target = targets.map { $0.numbers[row * logits.classes + index] }
    return CategoricalTerm.coefficient(
      ball(target ?? (labels[row] == index ? 1 : 0)),
      weight: (weights?.numbers[index]).map(ball), smoothing: balls)
  }

  /// The question for one row.
  func call(_ row: Int, gradient: [String] = []) -> Call {
    var call = Call(
      "sparse_categorical_cross_entropy_with_logits", ["logits": logits.matrix(row)],
      options: ["reduction": .word("none")], gradient: gradient)
    if let targets {
      call.function = "categorical_cross_entropy_with_logits"
      call.arguments["y"] = targets.matrix(row)
    } else {
      call.arguments["labels"] = .labels([labels[row]])
    }
    call.arguments["class_weight"] = weights?.vector(0)
    call.options["label_smoothing"] = smoothing.map { .real(Floating($0).value) }
    return call
  }
}
