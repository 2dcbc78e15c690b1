/// How the losses of the rows of a batch become the loss of the batch: as they are, summed, or
/// averaged.
///
/// The mean divides by the number of rows or by the sum of their weights. The mean of nothing, and
/// one whose weights sum to zero, is 0/0, NaN, and so are its derivatives.
struct Reduction<S: Scalar> {
  enum Kind: String { case none, sum, mean }

  let kind: Kind
  private let divisor: S

  init(_ x: Inputs<S>, divisor: S) {
    kind = Kind(rawValue: x.word("reduction"))!
    self.divisor = divisor
  }

  /// A mean over a number of rows.
  init(_ x: Inputs<S>, count: Int) { self.init(x, divisor: x.constant(count)) }

  /// The loss of the batch.
  func value(_ losses: Tensor<S>) -> Tensor<S> {
    switch kind {
    case .none: losses
    case .sum: Tensor(losses.elements.sum)
    case .mean: Tensor(isUndefined ? .nan : losses.elements.sum / divisor)
    }
  }

  private var isUndefined: Bool { kind == .mean && divisor.isZero }

  /// What the cotangent of the batch's loss is for each row's.
  func rows(_ cotangent: Tensor<S>, count: Int) -> [S] {
    switch kind {
    case .none: cotangent.elements
    case .sum: Array(repeating: cotangent.elements[0], count: count)
    case .mean:
      Array(repeating: isUndefined ? .nan : cotangent.elements[0] / divisor, count: count)
    }
  }

  /// The derivative by something that all rows share, from each row's part.
  func shared(_ parts: [S]) -> S { isUndefined ? .nan : parts.sum }
}

/// Σ cotangentᵢ·derivativeᵢ, a zero cotangent hiding an infinite derivative.
func contract<S: Scalar>(_ cotangent: [S], _ derivatives: [S]) -> S {
  zip(cotangent, derivatives).map { weighted($0, $1) }.sum
}

extension Tensor where Element: Scalar {
  /// cotangentᵢ·derivativeᵢ for every element, for a function of one number each.
  func times(_ derivatives: [Element]) -> Tensor {
    shaped(zip(elements, derivatives).map { weighted($0, $1) })
  }
}

extension Tensor {
  /// Other elements in the same shape.
  func shaped<Other>(_ elements: [Other]) -> Tensor<Other> { Tensor<Other>(shape: shape, elements) }
}
