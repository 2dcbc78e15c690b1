/// Numbers in a box of so many sides, the last index running fastest.
public struct Tensor<Element> {
  /// The sides, from the outermost; [] for a single number.
  public let shape: [Int]
  /// The numbers in row-major order: the last index runs fastest.
  public var elements: [Element]

  /// Numbers in row-major order, in a shape.
  /// - Precondition: there are as many elements as the shape has places.
  public init(shape: [Int], _ elements: [Element]) {
    precondition(
      elements.count == shape.reduce(1, *), "\(elements.count) elements in shape \(shape)")
    (self.shape, self.elements) = (shape, elements)
  }

  /// A single number, of shape [].
  public init(_ value: Element) { self.init(shape: [], [value]) }

  /// A vector, of shape [n].
  public init(_ elements: [Element]) { self.init(shape: [elements.count], elements) }

  /// The tensor of the same shape with every element transformed.
  public func map<Result>(_ transform: (Element) throws -> Result) rethrows -> Tensor<Result> {
    Tensor<Result>(shape: shape, try elements.map(transform))
  }

  /// The indices, one a side, of the element at an offset.
  public func indices(at offset: Int) -> [Int] {
    var (rest, result) = (offset, [Int]())
    for side in shape.reversed() {
      result.append(rest % side)
      rest /= side
    }
    return result.reversed()
  }
}

extension Tensor: Sendable where Element: Sendable {}
extension Tensor: Equatable where Element: Equatable {}
extension Tensor: Hashable where Element: Hashable {}

extension Tensor {
  /// The vectors along one axis, in the order of the remaining indices.
  func rows(axis: Int) -> [[Element]] {
    let count = shape[axis]
    let inner = shape[(axis + 1)...].reduce(1, *)
    let outer = shape[..<axis].reduce(1, *)
    var rows: [[Element]] = []
    for block in 0..<outer {
      for position in 0..<inner {
        rows.append((0..<count).map { elements[(block * count + $0) * inner + position] })
      }
    }
    return rows
  }

  /// The inverse of `rows(axis:)`.
  init(rows: [[Element]], axis: Int, shape: [Int]) {
    let count = shape[axis]
    let inner = shape[(axis + 1)...].reduce(1, *)
    let outer = shape[..<axis].reduce(1, *)
    var elements: [Element] = []
    elements.reserveCapacity(outer * count * inner)
    for block in 0..<outer {
      for index in 0..<count {
        for position in 0..<inner { elements.append(rows[block * inner + position][index]) }
      }
    }
    self.init(shape: shape, elements)
  }

  /// The shape without one axis.
  func shape(without axis: Int) -> [Int] {
    Array(shape[..<axis]) + Array(shape[(axis + 1)...])
  }
}
