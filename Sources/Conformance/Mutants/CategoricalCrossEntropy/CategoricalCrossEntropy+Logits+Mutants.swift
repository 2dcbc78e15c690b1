import CrossEntropy
import Exact

private let logits = [denseLogits, sparseLogits]
private let probabilities = ["categorical_cross_entropy", "sparse_categorical_cross_entropy"]

extension Mutant {
  static let categoricalLogits: [Mutant] = [
    Mutant(
      "loss-of-softmax-twice", "The softmax is taken of what are probabilities already.",
      clauses: ["CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-1"], functions: logits,
      breaks: ["categorical-logits-closed-form", "categorical-logits-are-convex"]
    ) { call, subject in
      guard case .real(let z) = call.arguments["logits"], z.shape.count == 2 else {
        return try subject.answer(call)
      }
      var other = call
      let p = try subject.answer(Call("softmax", ["x": .real(z)])).value
      other.arguments["logits"] = .real(
        p.map { $0.isFinite ? .finite($0.roundedToDouble.midpoint.asRational) : .nan })
      return try subject.answer(other)
    },
    .asking(
      "logits-capped", "Logits are clipped to [−15, 15].",
      clauses: [
        "CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-2", "SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-2",
        "SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-8",
      ], functions: logits,
      breaks: [
        "softmax-separable-data-have-no-minimum", "nll-of-log-softmax", "categorical-logits-shift",
        "sparse-logits-with-an-excluded-class", "sparse-logits-at-infinity",
        "sparse-logits-between-bounds-of-the-margin", "sparse-logits-far-ahead",
      ]
    ) { call in
      call.change("logits") { z in
        switch z {
        case .finite(let number): .finite(max(min(number, 15), -15))
        case .infinity(let isNegative): .finite(isNegative ? -15 : 15)
        case .nan: .nan
        }
      }
    },
    .asking(
      "logits-divided-by-classes", "Logits are divided by the number of classes.",
      clauses: ["CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-1"], functions: logits,
      breaks: ["softmax-separable-data-have-no-minimum"]
    ) { call in
      call.changeRows("logits") { row in row.map { $0 / Rational(row.count) } }
    },
    .asking(
      "logits-of-sizes", "The sizes of the logits are taken, without their signs.",
      clauses: ["CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-2"], functions: logits,
      breaks: [
        "categorical-logits-are-probabilities-by-softmax", "categorical-logits-shift",
        "smoothing-costs-confidence",
      ]
    ) { call in call.changeRows("logits") { $0.map(\.magnitude) } },
    Mutant(
      "log-p-normalised", "A log_p is normalised once more, by a softmax.",
      clauses: ["NLL-LOSS-5"], functions: ["nll_loss"],
      breaks: [
        "nll-takes-log-probabilities-as-written", "nll-of-logits-less-their-log-sum",
        "nll-slope-is-minus-the-weight", "categorical-refuses-options-that-are-none",
      ]
    ) { call, subject in
      var other = call
      other.function = sparseLogits
      other.arguments["logits"] = other.arguments.removeValue(forKey: "log_p")
      other.gradient = other.gradient.map { $0 == "log_p" ? "logits" : $0 }
      var answer = try subject.answer(other)
      answer.gradient["log_p"] = answer.gradient.removeValue(forKey: "logits")
      return answer
    },
    .asking(
      "last-class-forgotten", "The last class takes part only where it is the label.",
      clauses: [
        "SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-1", "CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-7",
      ], functions: [sparseLogits],
      breaks: [
        "sparse-logits-slope-vanishes-at-the-frequency", "sparse-logits-all-equal",
        "categorical-logits-order-of-classes", "sparse-logits-between-bounds-of-the-margin",
        "sparse-logits-far-ahead", "sparse-logits-fall-with-the-true-logit",
        "sparse-logits-more-classes-cost-more", "smoothing-by-one-forgets-the-label",
        "smoothing-keeps-the-sum-of-a-target",
      ]
    ) { call in
      guard case .integer(let labels) = call.arguments["labels"],
        case .real(var z) = call.arguments["logits"], z.shape.count == 2, z.shape[1] > 1,
        labels.elements.count == z.shape[0]
      else { return }
      for (row, label) in labels.elements.enumerated() where label != z.shape[1] - 1 {
        z.elements[row * z.shape[1] + z.shape[1] - 1] = .infinity(isNegative: true)
      }
      call.arguments["logits"] = .real(z)
    },
    .asking(
      "spatial-axes-as-classes", "The classes are taken to stand last: [N, d, C] for [N, C, d].",
      clauses: ["CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-6"],
      functions: logits + ["nll_loss"], breaks: ["spatial-positions-are-rows"]
    ) { call in
      for name in ["logits", "log_p", "y"] {
        guard case .real(let tensor) = call.arguments[name], tensor.shape.count > 2 else {
          continue
        }
        let c = tensor.shape[1]
        let d = tensor.shape[2...].reduce(1, *)
        var elements = tensor.elements
        for place in elements.indices {
          let (row, rest) = (place / (c * d), place % (c * d))
          elements[place] = tensor.elements[row * c * d + rest % d * c + rest / d]
        }
        call.arguments[name] = .real(Tensor(shape: tensor.shape, elements))
      }
    },
    .asking(
      "spatial-labels-by-columns", "Of two axes after the classes the labels are read by columns.",
      clauses: ["CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-6"], functions: [sparseLogits, "nll_loss"],
      breaks: ["spatial-axes-are-read-in-order"]
    ) { call in
      guard case .integer(let labels) = call.arguments["labels"], labels.shape.count == 3 else {
        return
      }
      let (height, width) = (labels.shape[1], labels.shape[2])
      call.arguments["labels"] = .integer(
        Tensor(
          shape: labels.shape,
          labels.elements.indices.map { place in
            let (image, rest) = (place / (height * width), place % (height * width))
            return labels.elements[
              image * height * width + rest % height * width + rest / height]
          }))
    },
    Mutant(
      "spatial-positions-summed", "The positions after the classes are added up.",
      clauses: ["CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-6", "REDUCTION-1"],
      functions: logits + ["nll_loss"], breaks: ["spatial-positions-are-rows"]
    ) { call, subject in
      var answer = try subject.answer(call)
      guard answer.value.shape.count > 1 else { return answer }
      let (n, size) = (answer.value.shape[0], answer.value.shape.dropFirst().reduce(1, *))
      let old = answer.value.elements
      answer.value = Tensor(
        (0..<n).map { row in old[(row * size)..<(row * size + size)].reduce(Ball(0), +) })
      return answer
    },
    Mutant(
      "infinity-times-zero", "An infinite logit gives NaN, as ∞ − ∞ does.",
      clauses: ["POLICY-5", "POLICY-6", "CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-4", "ACCURACY-3"],
      functions: logits + probabilities,
      breaks: [
        "categorical-is-cross-entropy", "sparse-merging-classes-costs-no-more",
        "sparse-orders-models-as-likelihood", "sparse-logits-with-an-excluded-class",
        "sparse-logits-at-infinity", "categorical-is-convex-in-p",
      ]
    ) { call, subject in
      let answer = try subject.answer(call)
      let name = call.arguments["p"] == nil ? "logits" : "p"
      guard case .real(let tensor) = call.arguments[name] else { return answer }
      let isBad = tensor.elements.contains { x in
        if case .infinity = x { return true }
        return name == "p" && x.asRational == .zero
      }
      return isBad ? answer.map { _ in .nan } : answer
    },
    Mutant(
      "hard-max", "The greatest logit stands for log Σ e^z, as in a perceptron.",
      clauses: ["SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-1"], functions: [sparseLogits],
      breaks: [
        "sparse-logits-all-equal", "sparse-logits-fall-with-the-true-logit",
        "sparse-logits-more-classes-cost-more", "sparse-logits-between-bounds-of-the-margin",
        "sparse-logits-far-ahead",
      ]
    ) { call, subject in
      var answer = try subject.answer(call)
      guard case .real(let z) = call.arguments["logits"], z.shape.count == 2, z.shape[0] == 1,
        case .integer(let labels) = call.arguments["labels"],
        let top = z.elements.compactMap(\.asRational).max(), labels.elements.count == 1,
        z.elements.indices.contains(labels.elements[0]),
        let own = z.elements[labels.elements[0]].asRational
      else { return answer }
      let weight = call.number("class_weight", at: labels.elements[0]) ?? 1
      answer.value = answer.value.map { _ in Ball(weight * (top - own), precision: 512) }
      return answer
    },
  ]
}
