import CrossEntropy
import Exact
import Foundation
import Testing

/// How far the accepted algorithms may stray, by a formula that a person derived from them to first
/// order in u, where the judge runs them over `RunningError`.
///
/// Bounds are in units of u, for `standard`: an elementary function errs by at most c = 4 units, and an
/// exponential perturbs its argument by one. The largest over the accepted algorithms counts.
struct ClosedBound: Sendable, CustomTestStringConvertible {
  /// What is drawn for an argument.
  enum Draw { case logit, probability, sign, distinct }

  /// The numbers of a call.
  struct Numbers {
    let call: Call

    subscript(name: String) -> [Double] { call.numbers(name).map(Numbers.double) }
    var cotangent: [Double] { call.cotangent!.elements.map(Numbers.double) }

    private static func double(_ value: Extended) -> Double {
      Floating(rounding: value, to: .float64).asDouble
    }
  }

  /// The function and its options, without its arguments.
  let call: Call
  /// What to draw for its real arguments. Labels are 1.
  let draws: [String: Draw]
  /// Whether the arguments are batches of one row.
  let isBatch: Bool
  let bound: @Sendable (Numbers) -> [Double]

  var testDescription: String {
    call.function + (call.gradient.isEmpty ? "" : ", slope by \(call.gradient[0])")
  }

  init(
    _ function: String, _ draws: [String: Draw], by gradient: String? = nil, isBatch: Bool = false,
    bound: @escaping @Sendable (Numbers) -> [Double]
  ) {
    call = Call(function, gradient: gradient.map { [$0] } ?? [])
    (self.draws, self.isBatch, self.bound) = (draws, isBatch, bound)
  }
}

/// The budget of an elementary function.
private let c = 4.0

private func total(_ terms: [Double]) -> Double { terms.reduce(0, +) }
private func sigmoid(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
private func softplus(_ x: Double) -> Double { max(x, 0) + log1p(exp(-abs(x))) }

/// A sum of these terms in any order, in float32 (`RunningError.sum` has the theorems).
private func additions(_ terms: [Double]) -> Double {
  let sizes = terms.map(abs).filter { $0 != 0 }.sorted()
  guard let largest = sizes.last, sizes.count > 1 else { return 0 }
  if sizes.count == 2 { return abs(total(terms)) }
  let (sum, steps) = (total(sizes), Double(sizes.count - 1))
  let lost = total(sizes.dropLast().map { min($0 / 0x1p-24, sum) })
  return min(steps * sum, lost + steps * (sum - largest))
}

/// What is lost where a difference is rounded: 1, or nothing if float32 has it.
private func loss(_ difference: Double) -> Double {
  Double(Float(difference)) == difference ? 0 : 1
}

/// The square of a difference.
private func square(_ difference: Double) -> Double {
  difference * difference * (1 + 2 * loss(difference))
}

/// log(1 + e^t)
private func softplusBound(_ t: Double) -> Double {
  (c + abs(t)) * sigmoid(-abs(t)) + c * log1p(exp(-abs(t))) + softplus(t)
}

/// 1/(1 + e^−x), or below 0 as well e^x/(1 + e^x).
private func sigmoidBound(_ x: Double) -> Double {
  sigmoid(x) * ((c + abs(x)) * (x < 0 ? 1 + sigmoid(x) : sigmoid(-x)) + 2)
}

private func crossEntropyBound(_ p: [Double], _ q: [Double]) -> Double {
  let terms = zip(p, q).map { $0 * abs(log($1)) }
  return (c + 1) * total(terms) + additions(terms)
}

/// What the bounds of the softmax family are made of: D = max x − x, s = Σ e^−D, p, z = log p.
private struct Row {
  let distances: [Double]
  /// What the differences have lost.
  let lost: [Double]
  let s: Double
  let p: [Double]
  let z: [Double]
  /// The relative error of s.
  let error: Double

  init(_ x: [Double]) {
    let largest = x.max()!
    let powers = x.map { exp($0 - largest) }
    let s = total(powers)
    (distances, self.s, p) = (x.map { largest - $0 }, s, powers.map { $0 / s })
    lost = distances.map { $0 * loss($0) }
    z = x.map { $0 - largest - log(s) }
    let own = zip(distances, lost).map { $0 + $1 + ($0 == 0 ? 0 : c) }
    error = total(zip(p, own).map { $0 * $1 }) + additions(powers) / s
  }

  var logSoftmax: [Double] { p.indices.map { -z[$0] + lost[$0] + error + c * log(s) } }

  /// As quotient, and as exponential of the logarithm.
  var softmax: [Double] {
    p.indices.map {
      let quotient = distances[$0] + lost[$0] + (distances[$0] == 0 ? 0 : c) + error + 1
      let exponential = -2 * z[$0] + lost[$0] + error + c * (1 + log(s))
      return p[$0] * max(quotient, exponential)
    }
  }
}

extension ClosedBound {
  static let all: [ClosedBound] = values + slopes

  private static let values: [ClosedBound] = [
    ClosedBound("information_content", ["p": .probability]) { of in
      of["p"].map { c * abs(log($0)) }
    },
    ClosedBound("log_likelihood", ["p": .probability]) { of in
      let terms = of["p"].map { log($0) }
      return [c * total(terms.map(abs)) + additions(terms)]
    },
    ClosedBound("likelihood", ["p": .probability]) { of in
      [Double(of["p"].count - 1) * of["p"].reduce(1, *)]
    },
    ClosedBound("entropy", ["p": .probability]) { of in [crossEntropyBound(of["p"], of["p"])] },
    ClosedBound("cross_entropy", ["p": .probability, "q": .probability]) { of in
      [crossEntropyBound(of["p"], of["q"])]
    },
    ClosedBound("perplexity", ["p": .probability, "q": .probability]) { of in
      let (p, q) = (of["p"], of["q"])
      let exponent = total(zip(p, q).map { -$0 * log($1) })
      return [exp(exponent) * (crossEntropyBound(p, q) + c + exponent)]
    },
    ClosedBound("kl_divergence", ["p": .probability, "q": .probability]) { of in
      let pairs = zip(of["p"], of["q"])
      let terms = pairs.map { $0 * abs(log($0 / $1)) }
      // By differences of logarithms, and by logarithms of quotients.
      let differences = pairs.map { $0 * (c + 1) * (abs(log($0)) + abs(log($1))) }
      let quotients = pairs.map { $0 * (1 + c * abs(log($0 / $1))) }
      return [max(total(differences), total(quotients)) + total(terms) + additions(terms)]
    },
    ClosedBound("sigmoid", ["x": .logit]) { of in of["x"].map(sigmoidBound) },
    ClosedBound("softplus", ["x": .logit]) { of in of["x"].map(softplusBound) },
    ClosedBound("log_sigmoid", ["x": .logit]) { of in of["x"].map { softplusBound(-$0) } },
    ClosedBound("log_sum_exp", ["x": .logit]) { of in
      let row = Row(of["x"])
      return [abs(of["x"].max()! + log(row.s)) + row.error + c * log(row.s)]
    },
    ClosedBound("softmax", ["x": .logit]) { of in Row(of["x"]).softmax },
    ClosedBound("log_softmax", ["x": .logit]) { of in Row(of["x"]).logSoftmax },
    ClosedBound("sparse_categorical_cross_entropy_with_logits", ["logits": .logit], isBatch: true) {
      of in [Row(of["logits"]).logSoftmax[1]]
    },
    ClosedBound("categorical_cross_entropy", ["p": .probability, "y": .probability], isBatch: true)
    {
      of in
      let terms = zip(of["p"], of["y"]).map { $1 * abs(log($0)) }
      return [(c + 3) * total(terms) + additions(terms)]
    },
    ClosedBound("binary_cross_entropy", ["p": .probability, "y": .probability]) { of in
      zip(of["p"], of["y"]).map { p, y in
        let logs = y * abs(log(p)) + (1 - y) * abs(log1p(-p))
        return (c + 2) * logs + (1 - y) * loss(1 - p)
      }
    },
    ClosedBound("binary_cross_entropy_with_logits", ["logits": .logit, "y": .probability]) { of in
      zip(of["logits"], of["y"]).map { x, y in
        let value = y * softplus(-x) + (1 - y) * softplus(x)
        let tail = (c + abs(x)) * sigmoid(-abs(x)) + c * log1p(exp(-abs(x)))
        let apart = abs(x) * y + abs(max(x, 0) - x * y) + tail + value
        return max(apart, y * softplusBound(-x) + (1 - y) * softplusBound(x) + 3 * value)
      }
    },
    ClosedBound("logistic_loss", ["scores": .logit, "y": .sign]) { of in
      zip(of["scores"], of["y"]).map { softplusBound(-$0 * $1) }
    },
    ClosedBound("hinge", ["scores": .logit, "y": .sign]) { of in
      zip(of["scores"], of["y"]).map { max(0, 1 - $0 * $1) * loss(1 - $0 * $1) }
    },
    ClosedBound("squared_hinge", ["scores": .logit, "y": .sign]) { of in
      zip(of["scores"], of["y"]).map { square(max(0, 1 - $0 * $1)) }
    },
    ClosedBound("mean_squared_error", ["prediction": .logit, "target": .logit]) { of in
      zip(of["prediction"], of["target"]).map { square($0 - $1) }
    },
    ClosedBound("mean_absolute_error", ["prediction": .logit, "target": .logit]) { of in
      zip(of["prediction"], of["target"]).map { abs($0 - $1) * loss($0 - $1) }
    },
    ClosedBound("huber", ["prediction": .logit, "target": .logit]) { of in
      zip(of["prediction"], of["target"]).map {
        let r = abs($0 - $1)
        return r <= 1 ? square(r) / 2 + r * r / 2 : r * loss(r) + 2 * (r - 0.5)
      }
    },
    ClosedBound("brier_score", ["p": .probability, "y": .probability], isBatch: true) { of in
      let squares = zip(of["p"], of["y"]).map { pow($0 - $1, 2) }
      return [total(zip(of["p"], of["y"]).map { square($0 - $1) }) + additions(squares)]
    },
    ClosedBound("list_net", ["scores": .logit, "relevance": .distinct]) { of in
      let row = Row(of["scores"])
      let weights = Row(of["relevance"])
      let terms = zip(weights.p, row.z).map { -$0 * $1 }
      let products = zip(weights.p, row.logSoftmax).map { $0 * $1 }
      let shares = zip(weights.softmax, row.z).map { -$0 * $1 }
      return [total(products) + total(shares) + total(terms) + additions(terms)]
    },
    ClosedBound("linear", ["x": .logit, "w": .logit]) { of in
      let products = zip(of["x"], of["w"]).map { $0 * $1 }
      return [total(products.map(abs)) + additions(products)]
    },
  ]

  private static let slopes: [ClosedBound] = [
    ClosedBound("softplus", ["x": .logit], by: "x") { of in of["x"].map(sigmoidBound) },
    ClosedBound("log_sigmoid", ["x": .logit], by: "x") { of in of["x"].map { sigmoidBound(-$0) } },
    ClosedBound("sigmoid", ["x": .logit], by: "x") { of in
      of["x"].map { x in
        let (p, q) = (sigmoid(x), sigmoid(-x))
        let apart = sigmoidBound(x) * q + sigmoidBound(-x) * p + p * q
        return max(apart, sigmoidBound(x) * q + p * (sigmoidBound(x) + q) + p * q)
      }
    },
    ClosedBound("log_sum_exp", ["x": .logit], by: "x") { of in Row(of["x"]).softmax },
    ClosedBound("softmax", ["x": .logit], by: "x") { of in
      let (row, g) = (Row(of["x"]), of.cotangent)
      let terms = zip(row.p, g).map { $0 * $1 }
      let mean = total(terms)
      let meanBound =
        total(zip(row.softmax, g).map { $0 * abs($1) }) + total(terms.map(abs)) + additions(terms)
      return g.indices.map {
        row.p[$0] * meanBound + row.softmax[$0] * abs(g[$0] - mean)
          + 2 * row.p[$0] * (abs(g[$0]) + abs(mean))
      }
    },
    ClosedBound("log_softmax", ["x": .logit], by: "x") { of in
      let (row, g) = (Row(of["x"]), of.cotangent)
      let sum = total(g)
      return g.indices.map {
        row.softmax[$0] * abs(sum) + row.p[$0] * additions(g) + 2 * row.p[$0] * abs(sum)
          + abs(g[$0] - row.p[$0] * sum)
      }
    },
    ClosedBound(
      "sparse_categorical_cross_entropy_with_logits", ["logits": .logit], by: "logits",
      isBatch: true
    ) { of in
      let row = Row(of["logits"])
      return row.p.indices.map { row.softmax[$0] + abs(row.p[$0] - ($0 == 1 ? 1 : 0)) }
    },
    ClosedBound("entropy", ["p": .probability], by: "p") { of in
      of["p"].map { c * abs(log($0)) + abs(1 + log($0)) }
    },
    ClosedBound("cross_entropy", ["p": .probability, "q": .probability], by: "q") { of in
      zip(of["p"], of["q"]).map { 2 * $0 / $1 }
    },
    ClosedBound(
      "binary_cross_entropy_with_logits", ["logits": .logit, "y": .probability], by: "logits"
    ) {
      of in
      zip(of["logits"], of["y"]).map { z, y in
        let slope = abs(sigmoid(z) - y)
        let no = (1 - y) * (sigmoidBound(z) + (1 + loss(1 - y)) * sigmoid(z))
        let yes = y * (sigmoidBound(-z) + sigmoid(-z))
        return max(sigmoidBound(z) + slope, no + yes + slope)
      }
    },
    ClosedBound("mean_squared_error", ["prediction": .logit, "target": .logit], by: "prediction") {
      of in
      zip(of["prediction"], of["target"]).map { 4 * abs($0 - $1) * loss($0 - $1) }
    },
  ]
}
