import CrossEntropy
import Exact

// Changes that mutants make to calls.

extension Call {
  /// Changes the labels, knowing how many classes there are.
  mutating func changeLabels(_ transform: (Int, Int) -> Int) {
    guard case .integer(let labels) = arguments["labels"],
      let shape = ["p", "logits", "log_p"].compactMap({ arguments[$0]?.shape }).first,
      shape.count > 1, shape[1] > 0
    else { return }
    let classes = shape[1]
    arguments["labels"] = .integer(labels.map { transform($0, classes) })
  }

  /// Changes the rows of a matrix that holds finite numbers only.
  mutating func changeRows(_ name: String, _ transform: ([Rational]) -> [Rational]) {
    guard case .real(let tensor) = arguments[name], tensor.shape.count == 2,
      tensor.elements.allSatisfy({ $0.asRational != nil }), tensor.shape[1] > 0
    else { return }
    let classes = tensor.shape[1]
    let numbers = tensor.elements.compactMap(\.asRational)
    let rows = (0..<tensor.shape[0]).map { Array(numbers[($0 * classes)..<(($0 + 1) * classes)]) }
    arguments[name] = .real(
      Tensor(shape: tensor.shape, rows.flatMap(transform).map { .finite($0) }))
  }
}
