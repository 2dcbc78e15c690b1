import CrossEntropy
import Exact

/// The losses of a batch of rows or elements, that divide a mean by their number.
private let losses = [
  "binary_cross_entropy", "binary_cross_entropy_with_logits", "categorical_cross_entropy",
  "categorical_cross_entropy_with_logits", "sparse_categorical_cross_entropy",
  "sparse_categorical_cross_entropy_with_logits", "nll_loss", "binary_focal_with_logits",
  "focal_with_logits",
]

private let prefixes = [
  "binary", "binary-logits", "categorical", "categorical-logits", "sparse", "sparse-logits", "nll",
  "binary-focal", "focal",
]

private func laws(_ endings: [String]) -> [String] {
  prefixes.flatMap { prefix in endings.map { prefix + $0 } }
}

extension Mutant {
  /// Mistakes with a batch that any loss can make.
  static let batches: [Mutant] = [
    .asking(
      "mean-is-the-sum", "A mean is not divided by anything.", clauses: ["REDUCTION-3"],
      functions: losses,
      breaks: laws(["-reductions-agree", "-mean-slope", "-of-a-concatenation", "-of-nothing"])
    ) { call in
      if call.options["reduction"] == "mean" { call.options["reduction"] = "sum" }
    },
    .spoiling(
      "sum-of-nothing-is-nan", "A sum over no losses is NaN, as their mean is.",
      clauses: ["REDUCTION-4"], functions: losses, breaks: laws(["-of-nothing"])
    ) { call, answer in
      let rows = (call.arguments["y"] ?? call.arguments["labels"])?.shape.first
      if rows == 0 && call.options["reduction"] == "sum" { answer.value = Tensor(.nan) }
    },
    .asking(
      "cotangent-is-ones", "The cotangent is not looked at.", clauses: ["GRADIENT-1"],
      functions: losses, breaks: laws(["-cotangent-is-linear"])
    ) { $0.cotangent = nil },
    Mutant(
      "first-losses-swapped", "The losses of the first two rows are swapped.",
      clauses: ["REDUCTION-1"], functions: losses, breaks: laws(["-order-of-rows"])
    ) { call, subject in
      var answer = try subject.answer(call)
      if answer.value.elements.count > 1 { answer.value.elements.swapAt(0, 1) }
      return answer
    },
    Mutant(
      "mean-of-one-more",
      "The mean divides by one more than there are, as a variance does by less.",
      clauses: ["REDUCTION-3"], functions: losses,
      breaks: laws(["-reductions-agree", "-of-a-concatenation"])
    ) { call, subject in
      var answer = try subject.answer(call)
      if call.options["reduction"] == "mean" {
        let count = (call.arguments["y"] ?? call.arguments["labels"])?.shape.first ?? 1
        answer.value = answer.value.map { $0 * Ball(count) / Ball(count + 1) }
      }
      return answer
    },
  ]
}
