import CrossEntropy
import Exact

// A policy said in the specification's terms: the call whose exact answer whoever has the policy owes.

extension Profile {
  /// What is expected where a policy changes what a call means; nil where none does.
  func restated(_ call: Call) -> Ruling? {
    var restated = call
    let early = weighMean(of: restated) ?? spreadSmoothing(of: &restated)
    if let ruling = early ?? weighRows(of: &restated) ?? normalise(&restated) ?? clip(&restated) {
      return ruling
    }
    if restated == call { return nil }
    // A policy that leaves the domain is nobody's mistake but ours.
    return (try? restated.checked()).map { .call($0) } ?? .anything("policy")
  }

  /// A mean by weight of a dense loss that has no option to say so.
  private func weighMean(of call: Call) -> Ruling? {
    guard self[.weightedMeanDense] == "weight_sum", call.function == "categorical_cross_entropy",
      call.arguments["class_weight"] != nil, call.options["reduction"] ?? "mean" == "mean"
    else { return nil }
    return .anything(.weightedMeanDense)
  }

  /// ε/(C−1) for each other class is the smoothing ε·C/(C−1) over all.
  private func spreadSmoothing(of call: inout Call) -> Ruling? {
    guard self[.labelSmoothing] == "over_others", let smoothing = call.smoothing,
      let classes = call.arguments["logits"]?.shape.dropFirst().first, classes > 1
    else { return nil }
    let spread = smoothing * Rational(classes, classes - 1)
    if spread > 1 { return .anything(.labelSmoothing) }
    call.options["label_smoothing"] = .real(.finite(spread))
    call.gradient.removeAll { $0 == "label_smoothing" }
    return nil
  }

  /// One weight for all of a row, which a mean over that row by weight divides by again.
  private func weighRows(of call: inout Call) -> Ruling? {
    guard self[.smoothingWithWeights] == "per_sample", call.smoothing != nil else { return nil }
    let weights = call.numbers("class_weight")
    if Set(weights).count < 2 { return nil }
    guard case .integer(let labels) = call.arguments["labels"], labels.elements.count == 1,
      weights.indices.contains(labels.elements[0]),
      call.options["normalization"] == .word("weight"),
      call.options["reduction"] ?? "mean" == "mean",
      let weight = weights[labels.elements[0]].asRational, weight > .zero
    else { return .anything(.smoothingWithWeights) }
    call.change("class_weight") { _ in .finite(weight) }
    call.gradient.removeAll { $0 == "class_weight" }
    return nil
  }

  private func clip(_ call: inout Call) -> Ruling? {
    guard let clip = LogClip(self[.logClip]), call.options["clip"] == nil,
      (try? Function.named(call.function))?.signature.option("clip") != nil
    else { return nil }
    return clip.restate(&call)
  }

  /// Divides each distribution by its sum, where every implementation does so without rounding.
  private func normalise(_ call: inout Call) -> Ruling? {
    let policy = self[.unnormalised]
    guard policy != "as_written", let names = Profile.distributions[call.function] else {
      return nil
    }
    // The derivative of p/Σp is another one, also where the sum is 1.
    if policy == "normalised" { (call.gradient, call.cotangent) = ([], nil) }
    var ruling: Ruling?
    for name in names {
      guard case .real(var tensor)? = call.arguments[name] else { continue }
      let count = tensor.shape.last ?? 0
      for start in stride(from: 0, to: tensor.elements.count, by: max(count, 1)) {
        let row = tensor.elements[start..<start + count].compactMap(\.asRational)
        if call.isIgnored(row: start / count) || row.count < count { continue }
        let sum = row.reduce(.zero, +)
        if policy == "reject" {
          if (sum - 1).magnitude > Rational(1, 8) { return .rejection("a sum that is not 1") }
          if sum != 1 { ruling = .anything(.unnormalised) }
        } else if Profile.isDividedExactly(row, by: sum) {
          if sum == 1 { continue }
          for (place, number) in row.enumerated() {
            tensor.elements[start + place] = .finite(number / sum)
          }
        } else {
          ruling = .anything(.unnormalised)
        }
      }
      call.arguments[name] = .real(tensor)
    }
    return ruling
  }

  /// The arguments that are distributions, whole or row by row.
  private static let distributions = [
    "entropy": ["p"], "cross_entropy": ["p", "q"], "kl_divergence": ["p", "q"],
    "js_divergence": ["p", "q"], "perplexity": ["p", "q"], "categorical_cross_entropy": ["p"],
    "sparse_categorical_cross_entropy": ["p"],
  ]

  /// Whether sums in any order are exact in the narrowest format, and the sum a power of two.
  private static func isDividedExactly(_ row: [Rational], by sum: Rational) -> Bool {
    let powers = (-8...8).map { Rational.powerOfTwo($0) }
    return powers.contains(sum) && row.allSatisfy { ($0 / sum * 256).isInteger }
  }
}

extension Call {
  /// How much of the targets is smoothed, if something is.
  fileprivate var smoothing: Rational? {
    guard case .real(.finite(let smoothing)) = options["label_smoothing"], !smoothing.isZero else {
      return nil
    }
    return smoothing
  }

  fileprivate func isIgnored(row: Int) -> Bool {
    guard case .integer(let labels) = arguments["labels"] else { return false }
    return labels.elements[row] == ignoreIndex
  }
}
