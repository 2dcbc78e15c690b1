import CrossEntropy
import Exact

private let dense = ["categorical_cross_entropy", denseLogits]
private let sparse = ["sparse_categorical_cross_entropy", sparseLogits, "nll_loss"]

extension Mutant {
  static let categoricalMeans: [Mutant] = [
    .asking(
      "weights-not-used", "The class weights are not used.",
      clauses: ["CATEGORICAL-CROSS-ENTROPY-1", "SPARSE-CATEGORICAL-CROSS-ENTROPY-1"],
      functions: dense + sparse,
      breaks: [
        "nll-takes-log-probabilities-as-written", "categorical-refuses-weights-that-are-none",
      ]
    ) { call in
      if call.gradient.contains("class_weight") { return }
      call.arguments["class_weight"] = nil
    },
    .asking(
      "weights-in-reverse", "The class weights are taken in reverse.",
      clauses: ["CATEGORICAL-CROSS-ENTROPY-1", "SPARSE-CATEGORICAL-CROSS-ENTROPY-1", "NLL-LOSS-2"],
      functions: dense + sparse, breaks: ["sparse-logits-closed-form", "nll-of-log-softmax"]
    ) { call in
      guard case .real(let weights) = call.arguments["class_weight"] else { return }
      call.arguments["class_weight"] = .real(Tensor(weights.elements.reversed()))
    },
    .asking(
      "weights-normalised", "The class weights are divided by their sum.",
      clauses: ["SPARSE-CATEGORICAL-CROSS-ENTROPY-1"], functions: dense + sparse,
      breaks: [
        "sparse-logits-closed-form", "sparse-weight-of-the-label-scales-a-loss",
        "sparse-common-factor-of-weights", "sparse-whole-weight-is-repetition",
        "smoothing-leaves-the-divisor",
      ]
    ) { call in
      guard case .real(let weights) = call.arguments["class_weight"] else { return }
      let total = weights.elements.compactMap(\.asRational).reduce(Rational.zero, +)
      guard total > .zero else { return }
      call.change("class_weight") { w in w.asRational.map { .finite($0 / total) } ?? w }
    },
    .asking(
      "sparse-mean-by-count", "The weighted mean of labels divides by their number.",
      clauses: ["POLICY-9", "SPARSE-CATEGORICAL-CROSS-ENTROPY-4"], functions: sparse,
      breaks: [
        "sparse-weighted-mean-slope-by-class-weights", "sparse-common-factor-of-weights",
        "sparse-whole-weight-is-repetition", "sparse-weighted-means-recombine",
      ]
    ) { $0.options["normalization"] = "count" },
    .asking(
      "dense-mean-by-weight", "The mean of dense targets divides by their weights.",
      clauses: ["POLICY-10", "CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-5"], functions: [denseLogits],
      breaks: [
        "sparse-logits-are-dense-with-one-hot-targets",
        "categorical-mean-divides-by-count-or-weight",
      ]
    ) { $0.options["normalization"] = "weight" },
    Mutant(
      "dense-mean-over-elements", "The mean divides by rows times classes.",
      clauses: [
        "CATEGORICAL-CROSS-ENTROPY-3", "CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-5",
        "SPARSE-CATEGORICAL-CROSS-ENTROPY-2",
      ],
      functions: dense,
      breaks: ["sparse-is-dense-with-one-hot-targets", "categorical-mean-target-stands-for-all"]
    ) { call, subject in
      let answer = try subject.answer(call)
      guard call.options["reduction"] == "mean", let y = call.arguments["y"] else { return answer }
      return answer.map { $0 / Ball(y.shape[1]) }
    },
    Mutant(
      "mean-slope-of-the-sum", "The slope of a mean is that of the sum.", clauses: ["GRADIENT-6"],
      functions: dense + sparse,
      breaks: ["categorical-slope-by-class-weights", "sparse-mean-slope-is-sum-slope-over-weight"]
    ) { call, subject in
      var answer = try subject.answer(call)
      if call.options["reduction"] == "mean" {
        var sum = call
        sum.options["reduction"] = "sum"
        answer.gradient = try subject.answer(sum).gradient
      }
      return answer
    },
    Mutant(
      "mean-of-no-weight-is-zero", "A mean without any weight is 0.", clauses: ["POLICY-1"],
      functions: sparse,
      breaks: [
        "sparse-mean-divides-by-weight-or-count", "sparse-mean-of-weights-that-sum-to-zero",
        "sparse-nan-is-not-hidden-elsewhere",
      ]
    ) { call, subject in
      try subject.answer(call).map { $0.isNaN ? Ball(0) : $0 }
    },
    Mutant(
      "zero-weight-times-infinity", "A weight 0 at an infinite loss gives NaN.",
      clauses: ["INPUT-9"], functions: dense + sparse,
      breaks: ["sparse-is-the-surprise-at-the-label", "sparse-zero-weight-hides-an-infinity"]
    ) { call, subject in
      var plain = call
      plain.arguments["class_weight"] = nil
      plain.gradient.removeAll { $0 == "class_weight" }
      let answer = try subject.answer(call)
      guard call.arguments["class_weight"] != nil else { return answer }
      let isInfinite = try subject.answer(plain).value.elements.contains(where: \.isInfinite)
      return isInfinite ? answer.map { _ in .nan } : answer
    },
  ]

  static let categoricalIgnored: [Mutant] = [
    Mutant(
      "ignored-rows-are-counted", "The mean divides by all rows, ignored ones included.",
      clauses: ["SPARSE-CATEGORICAL-CROSS-ENTROPY-4", "NLL-LOSS-4"], functions: sparse,
      breaks: ["sparse-ignored-rows-can-be-dropped", "sparse-all-ignored"]
    ) { call, subject in
      var answer = try subject.answer(call)
      guard call.options["reduction"] == "mean", let index = call.ignoreIndex,
        case .integer(let labels) = call.arguments["labels"]
      else { return answer }
      let kept = labels.elements.count { $0 != index }
      let share = Ball(kept) / Ball(labels.elements.count).withPrecision(256)
      answer.value = answer.value.map { kept == 0 ? Ball(0) : $0 * share }
      return answer
    },
    Mutant(
      "ignored-nan-leaks", "An ignored row is multiplied by 0, so that its NaN comes through.",
      clauses: ["SPARSE-CATEGORICAL-CROSS-ENTROPY-3", "INPUT-2", "NLL-LOSS-3"], functions: sparse,
      breaks: ["sparse-ignored-rows-may-hold-anything"]
    ) { call, subject in
      let answer = try subject.answer(call)
      let name = ["p", "logits", "log_p"].first { call.arguments[$0] != nil }!
      guard case .real(let tensor) = call.arguments[name],
        tensor.elements.contains(where: \.isNaN)
      else { return answer }
      return answer.map { _ in .nan }
    },
    .asking(
      "ignores-negative-labels-only", "An index to ignore that is a class is not ignored.",
      clauses: ["SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-6"], functions: sparse,
      breaks: [
        "sparse-ignored-rows-can-be-dropped", "sparse-ignored-rows-may-hold-anything",
        "sparse-any-integer-can-be-ignored",
      ]
    ) { call in
      let name = ["p", "logits", "log_p"].first { call.arguments[$0] != nil }!
      if let index = call.ignoreIndex, let classes = call.arguments[name]?.shape[1],
        (0..<classes).contains(index)
      {
        call.options["ignore_index"] = nil
      }
    },
    Mutant(
      "ignored-rows-cost-the-smoothing", "Ignored rows cost what smoothing gives to every class.",
      clauses: ["SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-4"], functions: [sparseLogits],
      breaks: ["sparse-ignored-rows-cost-nothing"]
    ) { call, subject in
      var answer = try subject.answer(call)
      guard case .real(.finite(let smoothing)) = call.options["label_smoothing"],
        let index = call.ignoreIndex, case .integer(let labels) = call.arguments["labels"],
        labels.elements.contains(index), call.options["reduction"] == "sum"
      else { return answer }
      answer.value = answer.value.map { $0 + Ball(smoothing, precision: 256) }
      return answer
    },
    Mutant(
      "ignored-rows-have-slopes", "The slope of an ignored row is that of label 0.",
      clauses: ["SPARSE-CATEGORICAL-CROSS-ENTROPY-3", "NLL-LOSS-3"], functions: sparse,
      breaks: ["sparse-ignored-rows-cost-nothing", "sparse-all-ignored"]
    ) { call, subject in
      var answer = try subject.answer(call)
      var plain = call
      plain.options["ignore_index"] = nil
      let index = call.ignoreIndex
      plain.changeLabels { label, _ in label == index ? 0 : label }
      if !call.gradient.isEmpty, index != nil, call.options["reduction"] == "sum",
        call.arguments.values.allSatisfy({
          if case .real(let tensor) = $0 {
            tensor.elements.allSatisfy { $0.asRational != nil }
          } else {
            true
          }
        })
      {
        answer.gradient = try subject.answer(plain).gradient
      }
      return answer
    },
  ]
}
