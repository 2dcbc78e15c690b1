import CrossEntropy
import Exact

// Rows of 1000 classes through the losses of two arguments, and their slopes.

private let classes = 1000
private let rowCount = 8
private let passes = 25

/// So many rows of one argument, and as many of the other.
private struct Batch {
  let first: [Double]
  let second: [Double]

  init(_ inputs: Inputs) {
    let numbers = inputs.doubles
    first = Array(numbers.prefix(rowCount * classes))
    second = Array(numbers.dropFirst(rowCount * classes))
  }

  /// Over and over, as SciPy is given them.
  var repeated: Batch { Batch(first: repeated(first), second: repeated(second)) }

  private init(first: [Double], second: [Double]) { (self.first, self.second) = (first, second) }

  private func repeated(_ numbers: [Double]) -> [Double] { (0..<passes).flatMap { _ in numbers } }
}

extension Workload {
  /// Every row of the table for them.
  static let losses: [Workload] = [
    loss(
      "soft-target-row", "rows of 1000 logits and soft targets: the loss",
      { try Rows.crossEntropy($0.first, targets: $0.second, classes: classes, threads: 1) }),
    loss(
      "soft-target-slopes", "rows of 1000 logits and soft targets: the slopes by the logits",
      { try Rows.crossEntropySlopes($0.first, targets: $0.second, classes: classes, threads: 1) }),
    loss(
      "kl-row", "pairs of distributions over 1000 classes: the divergence",
      function: "kl_divergence",
      { try Rows.klDivergence(p: $0.first, q: $0.second, classes: classes, threads: 1) }),
    loss(
      "binary-row", "rows of 1000 logits and targets, yes or no: the loss of each",
      function: "binary_cross_entropy_with_logits",
      { try Rows.binaryCrossEntropy(logits: $0.first, targets: $0.second, threads: 1) }),
  ]

  private static func loss(
    _ name: String, _ about: String, function: String = "categorical_cross_entropy_with_logits",
    _ ours: @escaping @Sendable (Batch) throws -> [Double]
  ) -> Workload {
    let isSlope = name.hasSuffix("slopes")
    return Workload(
      name, "\(rowCount) \(about), correctly rounded to float64", goals: [],
      limit:
        "what a number in two doubles costs over one: a product is some thirty operations, ten of "
        + "them for its error, a logarithm sixty, two lanes at a time",
      repeats: passes,
      draw: { draw in
        let isDistribution = function == "kl_divergence"
        let first = (0..<rowCount).flatMap { _ in
          isDistribution
            ? draw.distribution(classes) : (0..<classes).map { _ in draw.normal(3) }
        }
        let second = (0..<rowCount).flatMap { _ in
          function.hasPrefix("binary")
            ? (0..<classes).map { _ in draw.unit() < 0.5 ? 0 : 1 } : draw.distribution(classes)
        }
        return Inputs(first + second)
      },
      ours: { inputs in
        let batch = Batch(inputs).repeated
        return {
          let results = try ours(batch)
          return .bits(results.prefix(results.count / passes).map(\.bitPattern))
        }
      },
      exact: { inputs in
        .bits(try exact(function, Batch(inputs), isSlope: isSlope).map(\.bits))
      })
  }

  /// The same by the reference, row by row.
  private static func exact(
    _ function: String, _ batch: Batch, isSlope: Bool
  ) throws -> [Floating] {
    let names = function == "kl_divergence" ? ("p", "q") : ("logits", "y")
    return try (0..<rowCount).flatMap { row in
      func argument(_ numbers: [Double]) -> Call.Argument {
        let values = numbers[row * classes..<(row + 1) * classes].map { Rational($0) }
        return function.hasPrefix("categorical") ? .matrix([values]) : .vector(values)
      }
      let answer = try Reference(
        Call(
          function, [names.0: argument(batch.first), names.1: argument(batch.second)],
          options: function == "kl_divergence" ? [:] : ["reduction": "none"],
          gradient: isSlope ? [names.0] : [])
      ).floating(.float64)
      return (isSlope ? answer.gradient[names.0]! : answer.value).elements
    }
  }
}
