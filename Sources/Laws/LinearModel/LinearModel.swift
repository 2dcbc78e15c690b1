import CrossEntropy
import Exact
import Property

extension Law {
  static let linearModel: [Law] =
    linearValues + linearSlopes + epochSteps + epochProgress + zeroOneErrors + zeroOneComparisons
    + errorSpecialValues
}

/// Samples, the weights of C outputs, and a bias for each.
struct AffineModel: Sendable, CustomStringConvertible {
  /// [N, d]
  var x: [[Rational]]
  /// [d, C]
  var w: [[Rational]]
  var bias: [Rational]
  var features: Int { w.count }
  var outputs: Int { bias.count }

  var arguments: [String: Call.Argument] {
    [
      "x": .rows(x, classes: features), "w": .rows(w, classes: outputs), "b": .vector(bias),
    ]
  }

  /// x·w + b
  var scores: [[Rational]] {
    x.map { row in
      bias.indices.map { c in zip(row, w).map { $0 * $1[c] }.total + bias[c] }
    }
  }

  var description: String {
    "x \(Shown.text(x)), w \(Shown.text(w)), b \(Shown.text(bias))"
  }
}

extension Gen<AffineModel> {
  static func affine(
    rows: ClosedRange<Int> = 1...3, features: ClosedRange<Int> = 1...3,
    outputs: ClosedRange<Int> = 1...3
  ) -> Gen {
    Gen { source in
      let d = features.lowerBound + (try source.index(below: features.count))
      let n = outputs.lowerBound + (try source.index(below: outputs.count))
      let number = Gen<Rational>.coarse(-4...4)
      let few = source.isSmallWorld ? rows.lowerBound...max(rows.lowerBound, 1) : rows
      return AffineModel(
        x: try number.array(count: d).array(few).draw(&source),
        w: try number.array(count: n).array(count: d).draw(&source),
        bias: try number.array(count: n).draw(&source))
    }
  }
}

extension [[Rational]] {
  /// The matrix with rows and columns exchanged; of so many rows.
  func transposed(_ count: Int) -> [[Rational]] {
    (0..<count).map { c in map { $0[c] } }
  }
}
