import Exact

/// Rows of doubles, every result the double nearest to the exact value, ties to even.
///
///     try Rows.crossEntropy(logits, labels: [3, 0])     // two rows, one after the other
///
/// What `Reference` answers to the same call, to the bit. The softmax family and the loss of a hard
/// label are at the speed of libraries that promise nothing: a row is worked through in pairs of
/// doubles with a proved error (`SoftmaxRow`), which decides all but one element in some ten
/// thousand; those go to words of 128 bits, and what is still open then to the reference itself. The
/// other losses and their slopes run the terms of the formulas themselves over `PairBall`, eight
/// numbers at once, in a few times that time.
///
/// **Domain**: that of the catalogue's functions. NaN and infinities mean what they mean there.
///
/// Rows are shared out among `threads`, all cores by default; the results do not depend on that.
public enum Rows {
  /// −log softmax(z)_t for each row z with the label t: the cross-entropy of a hard target.
  ///
  /// - Parameters:
  ///   - logits: rows of equal length, one after the other; as many as there are labels.
  ///   - labels: the class number of each row.
  ///   - classWeight: one for each class, by which what a class costs is multiplied; ones by default.
  ///   - labelSmoothing: ε, what of the target is spread over all classes; nothing by default.
  ///   - threads: how many rows are worked on at once; as pays by default.
  /// - Throws: ``DataError`` for a length that is no multiple of the number of labels, for a label that
  ///   is no class number, and for a weight or ε outside its domain.
  /// - Complexity: O(*n*) for *n* logits.
  public static func crossEntropy(
    _ logits: [Double], labels: [Int], classWeight: [Double]? = nil,
    labelSmoothing: Double? = nil, threads: Int? = nil
  ) throws -> [Double] {
    let classes = try classes(logits, labels)
    let rows = try CategoricalRows(logits, .labels(labels), classes, classWeight, labelSmoothing)
    if classWeight != nil || labelSmoothing != nil { return rows.losses(threads) }
    return each(logits, classes: classes, width: 1, threads: threads) { line in
      line[0] =
        line.logSoftmax(at: labels[line.number]).map { 0 - $0 }
        ?? reference(rows.call(line.number)).value.elements[0]
    }
  }

  /// The softmax of each row, and with it the slopes of that loss by the logits, softmax(z) −
  /// [c = t].
  ///
  /// - Throws: ``DataError``, as `crossEntropy`.
  public static func softmaxAndSlopes(
    _ logits: [Double], labels: [Int], threads: Int? = nil
  ) throws -> (softmax: [Double], slopes: [Double]) {
    let classes = try classes(logits, labels)
    let rows = try CategoricalRows(logits, .labels(labels), classes, nil, nil)
    var softmax: [Double] = []
    let slopes = unsafe filled(logits.count) { slopes in
      softmax = unsafe map(
        logits, classes: classes, width: classes, threads: threads, slopes: slopes
      ) { line in
        let label = labels[line.number]
        let (open, slope) = line.softmax(label: label)
        settle(open, of: "softmax", line, rows.logits)
        line.copySlopes(
          at: label,
          slope
            ?? reference(rows.call(line.number, gradient: ["logits"])).gradient["logits"]!
            .elements[label])
      }
    }
    return (softmax, slopes)
  }

  /// e^xᵢ / Σ e^xₖ for each row.
  ///
  /// - Parameters:
  ///   - x: rows of equal length, one after the other.
  ///   - classes: the length of a row.
  ///   - threads: how many rows are worked on at once; as pays by default.
  /// - Throws: ``DataError`` for a length that is no multiple of it.
  public static func softmax(
    _ x: [Double], classes: Int, threads: Int? = nil
  ) throws -> [Double] {
    let rows = try RowArgument("x", x, classes: classes, in: .real)
    return each(x, classes: classes, width: classes, threads: threads) { line in
      settle(line.softmax().open, of: "softmax", line, rows)
    }
  }

  /// xᵢ − log Σ e^xₖ for each row.
  ///
  /// - Throws: ``DataError``, as `softmax`.
  public static func logSoftmax(
    _ x: [Double], classes: Int, threads: Int? = nil
  ) throws -> [Double] {
    let rows = try RowArgument("x", x, classes: classes, in: .real)
    return each(x, classes: classes, width: classes, threads: threads) { line in
      settle(line.logSoftmax(), of: "log_softmax", line, rows)
    }
  }

  /// log Σ e^xᵢ for each row.
  ///
  /// - Throws: ``DataError``, as `softmax`.
  public static func logSumExp(
    _ x: [Double], classes: Int, threads: Int? = nil
  ) throws -> [Double] {
    let rows = try RowArgument("x", x, classes: classes, in: .real)
    return each(x, classes: classes, width: 1, threads: threads) { line in
      line[0] =
        line.logSumExp()
        ?? reference(Call("log_sum_exp", ["x": rows.vector(line.number)])).value.elements[0]
    }
  }

  private static func settle(
    _ open: [Int], of function: String, _ line: RowLine, _ rows: RowArgument
  ) {
    if open.isEmpty { return }
    let answer = reference(Call(function, ["x": rows.vector(line.number)])).value
    for index in open { line[index] = answer.elements[index] }
  }

  /// What the reference answers: it is asked what it can decide.
  static func reference(_ call: Call) -> Answer<Double> {
    do {
      return try Reference(call).floating(.float64).map { Double(bitPattern: $0.bits) }
    } catch {
      preconditionFailure("rows of doubles are decided: \(error)")
    }
  }

  static func classes(_ logits: [Double], _ labels: [Int]) throws -> Int {
    let classes = labels.isEmpty ? 0 : logits.count / labels.count
    guard classes > 0, classes * labels.count == logits.count else {
      throw DataError.wrongShape(
        "logits", shape: [logits.count], expected: "a whole number of logits for each label")
    }
    for (row, label) in labels.enumerated() where !(0..<classes).contains(label) {
      throw DataError.labelOutside("labels", index: [row], label: label, classes: classes)
    }
    return classes
  }
}
