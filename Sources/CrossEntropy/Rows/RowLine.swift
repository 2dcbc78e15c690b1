import Exact

/// One row of a batch with the place for its results: what a thread works on, and no other.
@safe struct RowLine: @unchecked Sendable {
  /// Which row it is.
  let number: Int
  let row: UnsafeBufferPointer<Double>
  let result: UnsafeMutableBufferPointer<Double>
  let slopes: UnsafeMutableBufferPointer<Double>?
  let terms: UnsafeMutablePointer<Double>?

  /// The line of one row, of a batch as one line.
  func line(
    _ number: Int, classes: Int, width: Int, terms: UnsafeMutablePointer<Double>?
  ) -> RowLine {
    let (places, own) = (
      number * classes..<(number + 1) * classes, number * width..<(number + 1) * width
    )
    return unsafe RowLine(
      number: number, row: .init(rebasing: row[places]), result: .init(rebasing: result[own]),
      slopes: slopes.map { unsafe .init(rebasing: $0[own]) }, terms: terms)
  }

  /// A part of the results.
  func part(_ range: Range<Int>) -> RowLine {
    unsafe RowLine(
      number: 0, row: row, result: .init(rebasing: result[range]), slopes: nil, terms: nil)
  }

  /// Fills the results, eight made at once; returns the indices of those left open.
  func fill(_ eight: (Int) -> PairBall) -> [Int] { unsafe PairBall.fill(result, eight) }

  /// A place of the result.
  subscript(index: Int) -> Double {
    get { unsafe result[index] }
    nonmutating set { unsafe result[index] = newValue }
  }

  /// log softmax of the row at one index.
  func logSoftmax(at index: Int) -> Double? {
    unsafe SoftmaxRow.logSoftmax(row, at: index, to: .float64).map { Double(bitPattern: $0) }
      ?? element { $0.logSoftmax(at: index, to: .float64) }
  }

  /// log Σ e^xᵢ of the row.
  func logSumExp() -> Double? {
    unsafe SoftmaxRow.logSumExp(row, to: .float64).map { Double(bitPattern: $0) }
      ?? element { $0.logSumExp(to: .float64) }
  }

  /// The softmax and the surprises of the row, eight at once.
  var lanes: SoftmaxLanes? { unsafe SoftmaxRow(row).map { SoftmaxLanes($0) } }

  /// One number made of the row, by pairs of doubles or by words.
  func element(_ bits: (SoftmaxRow) -> UInt64?) -> Double? {
    guard let pairs = unsafe SoftmaxRow(row) else { return nil }
    return (bits(pairs) ?? bits(pairs.refined)).map { Double(bitPattern: $0) }
  }

  /// Fills in the softmax in the same way; returns the indices that are left open, and the slope
  /// of the loss by the logit of a label.
  func softmax(label: Int? = nil) -> (open: [Int], slope: Double?) {
    guard let pairs = unsafe SoftmaxRow(row, terms: terms) else { return (everything, nil) }
    let open = refine(unsafe pairs.softmax(into: result), pairs) {
      $0.softmax(at: $1, to: .float64)
    }
    guard let label else { return (open, nil) }
    let slope =
      pairs.softmax(at: label, isLabel: true, to: .float64)
      ?? pairs.refined.softmax(at: label, isLabel: true, to: .float64)
    return (open, slope.map { Double(bitPattern: $0) })
  }

  /// The slopes are the softmax but for that of the label.
  func copySlopes(at label: Int, _ slope: Double) {
    guard let slopes = unsafe slopes else { return }
    _ = unsafe slopes.update(fromContentsOf: result)
    unsafe slopes[label] = slope
  }

  /// The same for the log-softmax.
  func logSoftmax() -> [Int] {
    guard let pairs = unsafe SoftmaxRow(row) else { return everything }
    return refine(unsafe pairs.logSoftmax(into: result), pairs) {
      $0.logSoftmax(at: $1, to: .float64)
    }
  }

  /// Asks balls made of the softmax in words for what is left open; returns what still is.
  func settle(_ open: [Int], _ ball: (SoftmaxRow, Int) -> Ball) -> [Int] {
    guard !open.isEmpty, let pairs = unsafe SoftmaxRow(row) else { return open }
    return refine(open, pairs) { Floating(rounding: ball($0, $1), to: .float64)?.bits }
  }

  private var everything: [Int] { unsafe Array(row.indices) }

  private func refine(
    _ open: [Int], _ pairs: SoftmaxRow, _ bits: (SoftmaxRow, Int) -> UInt64?
  ) -> [Int] {
    if open.isEmpty { return open }
    let words = pairs.refined
    return open.filter { index in
      guard let bits = bits(words, index) else { return true }
      self[index] = Double(bitPattern: bits)
      return false
    }
  }
}
