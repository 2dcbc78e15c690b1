import Exact

/// An argument of a batch: as many numbers for each row, one row after the other, checked.
struct RowArgument: Sendable {
  /// What the catalogue calls it.
  let name: String
  let numbers: [Double]
  /// The length of a row.
  let classes: Int

  /// The domain is of real numbers, and takes those of [0, 1].
  ///
  /// - Throws: ``DataError`` for a number of numbers that is none of whole rows, or not as many as
  ///   there have to be, and for a number outside the domain.
  init(
    _ name: String, _ numbers: [Double], classes: Int, in domain: Domain, count: Int? = nil
  ) throws {
    guard classes > 0, numbers.count % classes == 0 else {
      throw DataError.wrongShape(
        name, shape: [numbers.count], expected: "a whole number of rows of \(classes)")
    }
    if let count, numbers.count != count {
      throw DataError.wrongShape(name, shape: [numbers.count], expected: "[\(count)]")
    }
    (self.name, self.numbers, self.classes) = (name, numbers, classes)
    if domain == .real { return }
    for (offset, number) in numbers.enumerated()
    where !(number >= 0 && number <= 1) && !domain.contains(Floating(number).value) {
      let index = classes == 1 ? [offset] : [offset / classes, offset % classes]
      throw DataError.outside(name, index: index, value: Floating(number).value, domain: domain)
    }
  }

  /// Eight numbers of a row from an index on; zeros past its end.
  subscript(row: Int, index: Int) -> PairBall {
    eight(index, in: row * classes..<(row + 1) * classes)
  }

  /// Eight numbers from an index on, whatever their rows.
  subscript(index: Int) -> PairBall { eight(index, in: 0..<numbers.count) }

  private func eight(_ index: Int, in range: Range<Int>) -> PairBall {
    unsafe numbers.withUnsafeBufferPointer { numbers in
      unsafe PairBall(.init(rebasing: numbers[range]), at: index)
    }
  }

  /// A row as an argument of a call.
  func vector(_ row: Int) -> Call.Argument { vector(row * classes..<(row + 1) * classes) }

  /// Some of the numbers as an argument of a call.
  func vector(_ indices: some Sequence<Int>) -> Call.Argument {
    .real(Tensor(indices.map { Floating(numbers[$0]).value }))
  }

  /// A row as one of a batch of one.
  func matrix(_ row: Int) -> Call.Argument {
    .real(
      Tensor(
        shape: [1, classes],
        numbers[row * classes..<(row + 1) * classes].map { Floating($0).value }))
  }
}
