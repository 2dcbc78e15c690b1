import CrossEntropy
import Exact

private let dense = ["categorical_cross_entropy", denseLogits]
private let sparse = ["sparse_categorical_cross_entropy", sparseLogits, "nll_loss"]
private let logits = [denseLogits, sparseLogits]

extension Mutant {
  static let categoricalSmoothing: [Mutant] = [
    .asking(
      "smoothing-over-others", "Smoothing gives ε/(C − 1) to every class but the true one.",
      clauses: ["POLICY-11"], functions: logits,
      breaks: ["categorical-weights-act-on-classes", "smoothing-is-least-at-the-smoothed-target"]
    ) { call in
      guard case .real(.finite(let smoothing)) = call.options["label_smoothing"],
        let classes = call.arguments["logits"]?.shape[1], classes > 1
      else { return }
      call.options["label_smoothing"] = .number(
        min(smoothing * Rational(classes) / Rational(classes - 1), 1))
    },
    .asking(
      "smoothing-weighted-by-the-label",
      "The weight of the label multiplies the whole smoothed loss.",
      clauses: ["POLICY-12"], functions: [sparseLogits],
      breaks: ["smoothing-mixes-hard-and-uniform"]
    ) { call in
      guard case .integer(let labels) = call.arguments["labels"], labels.elements.count == 1,
        case .real(let weights) = call.arguments["class_weight"],
        weights.elements.indices.contains(labels.elements[0])
      else { return }
      let weight = weights.elements[labels.elements[0]]
      call.arguments["class_weight"] = .real(weights.map { _ in weight })
    },
    .asking(
      "smoothing-not-used", "Labels are not smoothed.",
      clauses: ["SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-1"], functions: logits,
      breaks: [
        "categorical-slope-by-smoothing", "smoothing-by-one-forgets-the-label",
        "smoothing-of-an-excluded-class-is-infinite", "smoothing-costs-confidence",
        "smoothing-is-least-at-the-smoothed-target",
      ]
    ) { call in
      if !call.gradient.contains("label_smoothing") { call.options["label_smoothing"] = nil }
    },
    Mutant(
      "smoothing-adds", "Smoothing adds ε/C to every class and takes nothing from the true one.",
      clauses: ["SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-1", "POLICY-11"], functions: logits,
      breaks: [
        "categorical-logits-slope-by-differences", "smoothing-by-zero-is-none",
        "smoothing-keeps-the-sum-of-a-target",
      ]
    ) { call, subject in
      let answer = try subject.answer(call)
      guard case .real(.finite(let smoothing)) = call.options["label_smoothing"] else {
        return answer
      }
      var hard = call
      hard.options["label_smoothing"] = .number(0)
      hard.gradient.removeAll { $0 == "label_smoothing" }
      let plain = try subject.answer(hard)
      var result = answer
      let epsilon = Ball(smoothing, precision: 256)
      result.value.elements = zip(answer.value.elements, plain.value.elements).map {
        $0 + epsilon * $1
      }
      return result
    },
    .asking(
      "smoothing-from-a-tenth", "A smoothing of 0 is taken for the usual 1/10.",
      clauses: ["SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-1"], functions: logits,
      breaks: [
        "categorical-slope-by-targets", "categorical-weights-act-on-classes",
        "smoothing-mixes-hard-and-uniform", "smoothing-by-zero-is-none",
      ]
    ) { call in
      if case .real(.finite(.zero)) = call.options["label_smoothing"] {
        call.options["label_smoothing"] = .number(Rational(1, 10))
      }
    },
    .asking(
      "smoothing-skips-excluded-classes",
      "Classes of logit −∞ are left out where labels are smoothed.",
      clauses: ["SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-1"], functions: [sparseLogits],
      breaks: ["smoothing-of-an-excluded-class-is-infinite"]
    ) { call in
      if case .real(let z) = call.arguments["logits"],
        z.elements.contains(.infinity(isNegative: true))
      {
        call.options["label_smoothing"] = nil
      }
    },
    Mutant(
      "smoothed-divisor", "The weighted mean divides by the smoothed weights.",
      clauses: [
        "SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-5",
        "SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-3",
      ], functions: [sparseLogits],
      breaks: ["sparse-logits-are-dense-with-one-hot-targets", "smoothing-leaves-the-divisor"]
    ) { call, subject in
      var answer = try subject.answer(call)
      guard call.options["reduction"] == "mean", call.options["normalization"] != "count",
        case .real(.finite(let smoothing)) = call.options["label_smoothing"],
        case .real(let weights) = call.arguments["class_weight"],
        case .integer(let labels) = call.arguments["labels"]
      else { return answer }
      let w = weights.elements.compactMap(\.asRational)
      let mean = w.reduce(Rational.zero, +) / Rational(w.count)
      let own = labels.elements.filter { w.indices.contains($0) }.map { w[$0] }
      let total = own.reduce(Rational.zero, +)
      let smoothed = (1 - smoothing) * total + smoothing * mean * Rational(own.count)
      guard !smoothed.isZero else { return answer }
      answer.value = answer.value.map { $0 * Ball(total / smoothed, precision: 256) }
      return answer
    },
  ]

  static let categoricalSlopes: [Mutant] = [
    .spoiling(
      "slope-flipped", "All slopes have the wrong sign.", clauses: ["GRADIENT-1"],
      functions: dense + sparse,
      breaks: [
        "sparse-weighted-constant-is-the-weighted-frequency",
        "sparse-logits-slope-is-p-less-one-hot", "sparse-logits-slopes-have-signs",
        "softmax-classifier-slope", "categorical-logits-hessian-is-positive-semidefinite",
      ]
    ) { _, answer in
      answer.gradient = answer.gradient.mapValues { $0.map { -$0 } }
    },
    .spoiling(
      "slope-is-the-softmax", "The slope by the logits is p, and the target is not taken from it.",
      clauses: [
        "CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-3", "SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-7",
      ], functions: logits,
      breaks: [
        "sparse-logits-slope-vanishes-at-the-frequency", "sparse-logits-of-one-class",
        "categorical-logits-slope-is-p-less-y", "sparse-logits-slope-is-p-less-one-hot",
        "categorical-logits-slopes-sum-to-zero", "sparse-logits-slopes-have-signs",
        "softmax-classifier-slope", "smoothing-is-a-smoothed-target",
      ]
    ) { call, answer in
      guard let slopes = answer.gradient["logits"] else { return }
      let classes = slopes.shape[1]
      answer.gradient["logits"]!.elements = slopes.elements.enumerated().map { index, slope in
        if case .integer(let labels) = call.arguments["labels"] {
          return labels.elements[index / classes % labels.elements.count] == index % classes
            ? slope + Ball(1) : slope
        }
        return slope + Ball(call.number("y", at: index) ?? 0, precision: 256)
      }
    },
    Mutant(
      "slope-of-normalised-targets",
      "The slope is p − y, also where the targets do not add up to 1.",
      clauses: ["CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-3"], functions: [denseLogits],
      breaks: [
        "categorical-logits-slope-is-p-less-y", "categorical-logits-slopes-sum-to-zero",
        "categorical-logits-slope-by-differences", "smoothing-is-a-smoothed-target",
      ]
    ) { call, subject in
      var answer = try subject.answer(call)
      guard let slopes = answer.gradient["logits"], slopes.shape.count == 2,
        case .real(let z) = call.arguments["logits"], case .real(let y) = call.arguments["y"]
      else { return answer }
      let p = try subject.answer(Call("softmax", ["x": .real(z)])).value.elements
      let classes = slopes.shape[1]
      answer.gradient["logits"]!.elements = slopes.elements.enumerated().map { index, slope in
        let start = index / classes * classes
        let total = y.elements[start..<(start + classes)].compactMap(\.asRational)
          .reduce(Rational.zero, +)
        return slope + Ball(1 - total, precision: 256) * p[index]
      }
      return answer
    },
    .spoiling(
      "slope-by-p-without-p", "The slope by a probability is minus the target.",
      clauses: ["CATEGORICAL-CROSS-ENTROPY-5", "SPARSE-CATEGORICAL-CROSS-ENTROPY-6"],
      functions: ["categorical_cross_entropy", "sparse_categorical_cross_entropy"],
      breaks: [
        "sparse-weighted-constant-is-the-weighted-frequency", "categorical-slope-by-p",
        "sparse-slope-by-p",
      ]
    ) { call, answer in
      guard let slopes = answer.gradient["p"] else { return }
      answer.gradient["p"]!.elements = slopes.elements.enumerated().map { index, slope in
        slope * Ball(call.number("p", at: index) ?? 1, precision: 256)
      }
    },
    .spoiling(
      "slope-by-log-p-of-a-softmax", "The slope by log_p is taken to sum to 0, as by logits.",
      clauses: ["NLL-LOSS-6"], functions: ["nll_loss"],
      breaks: ["nll-slope-is-minus-the-weight", "sparse-mean-slope-is-sum-slope-over-weight"]
    ) { _, answer in
      guard let slopes = answer.gradient["log_p"], slopes.shape[1] > 0 else { return }
      let classes = Ball(slopes.shape[1]).withPrecision(256)
      answer.gradient["log_p"] = slopes.map { $0 + Ball(1) / classes }
    },
    .spoiling(
      "slope-by-targets-has-the-wrong-sign", "The slope by the targets is log p.",
      clauses: ["GRADIENT-1"], functions: dense, breaks: ["categorical-slope-by-targets"]
    ) { _, answer in
      if let slopes = answer.gradient["y"] { answer.gradient["y"] = slopes.map { -$0 } }
    },
    Mutant(
      "weighted-mean-slope-forgets-the-divisor",
      "The slope of a weighted mean by the weights is that of the sum over the divisor.",
      clauses: ["GRADIENT-1"], functions: dense + sparse,
      breaks: ["categorical-slope-by-class-weights", "sparse-weighted-mean-slope-by-class-weights"]
    ) { call, subject in
      var answer = try subject.answer(call)
      guard call.options["reduction"] == "mean", answer.gradient["class_weight"] != nil else {
        return answer
      }
      var sum = call
      sum.options["reduction"] = "sum"
      let total = try subject.answer(sum)
      if total.value.elements[0].isZero { return answer }
      answer.gradient["class_weight"] = total.gradient["class_weight"]!.map {
        $0 * answer.value.elements[0] / total.value.elements[0]
      }
      return answer
    },
    .spoiling(
      "slope-by-smoothing-is-the-loss", "The slope by the smoothing is the loss itself.",
      clauses: ["GRADIENT-1"], functions: logits, breaks: ["categorical-slope-by-smoothing"]
    ) { _, answer in
      if answer.gradient["label_smoothing"] != nil {
        answer.gradient["label_smoothing"] = Tensor(answer.value.elements.reduce(Ball(0), +))
      }
    },
  ]
}
