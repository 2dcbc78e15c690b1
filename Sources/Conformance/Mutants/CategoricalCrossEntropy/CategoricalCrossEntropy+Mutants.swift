import CrossEntropy
import Exact

let denseLogits = "categorical_cross_entropy_with_logits"
let sparseLogits = "sparse_categorical_cross_entropy_with_logits"
private let dense = ["categorical_cross_entropy", denseLogits]
private let sparse = ["sparse_categorical_cross_entropy", sparseLogits, "nll_loss"]
private let probabilities = ["categorical_cross_entropy", "sparse_categorical_cross_entropy"]
private let losses = dense + sparse

extension Mutant {
  static let categoricalCrossEntropy: [Mutant] =
    categoricalValues + categoricalLogits + categoricalMeans + categoricalIgnored
    + categoricalSmoothing + categoricalSlopes

  private static let categoricalValues: [Mutant] = [
    .asking(
      "categorical-normalises", "Rows of probabilities are divided by their sums.",
      clauses: ["POLICY-8"], functions: probabilities,
      breaks: [
        "categorical-takes-probabilities-as-written", "sparse-looks-at-the-label-only",
        "categorical-clip-moves-probabilities", "sparse-slope-by-p", "categorical-is-convex-in-p",
        "categorical-refuses-what-is-no-probability",
      ]
    ) { call in
      call.changeRows("p") { row in
        let total = row.reduce(Rational.zero, +)
        return total.isZero ? row : row.map { $0 / total }
      }
    },
    .asking(
      "categorical-adds-epsilon", "10⁻⁷ is added to a probability before its logarithm.",
      clauses: ["CATEGORICAL-CROSS-ENTROPY-1", "SPARSE-CATEGORICAL-CROSS-ENTROPY-1"],
      functions: probabilities, breaks: ["categorical-contradiction-is-infinite"]
    ) { call in
      call.change("p") { p in
        guard let number = p.asRational, number >= .zero, number <= .one else { return p }
        return .finite(min(number + Rational(1, 10_000_000), 1))
      }
    },
    .asking(
      "categorical-clips-always", "Probabilities are clipped at 10⁻⁷ though nobody asked.",
      clauses: ["POLICY-7", "CATEGORICAL-CROSS-ENTROPY-2"], functions: probabilities,
      breaks: [
        "categorical-is-cross-entropy", "categorical-is-positive-unless-certain-and-right",
        "categorical-is-least-at-the-target", "categorical-contradiction-is-infinite",
        "categorical-takes-probabilities-as-written", "sparse-is-negative-log-likelihood",
        "sparse-constant-is-the-frequency", "categorical-logits-near-their-probabilities",
      ]
    ) { call in
      if call.options["clip"] == nil { call.options["clip"] = .number(Rational(1, 10_000_000)) }
    },
    .asking(
      "categorical-ignores-clip", "The clip is not applied.",
      clauses: ["CATEGORICAL-CROSS-ENTROPY-4", "SPARSE-CATEGORICAL-CROSS-ENTROPY-5"],
      functions: probabilities,
      breaks: ["categorical-clip-moves-probabilities", "categorical-clip-has-no-slope"]
    ) { $0.options["clip"] = nil },
    Mutant(
      "categorical-slope-through-clip",
      "The slope is that without a clip, also where p is clipped.",
      clauses: ["CATEGORICAL-CROSS-ENTROPY-5"], functions: probabilities,
      breaks: ["categorical-clip-has-no-slope"]
    ) { call, subject in
      var answer = try subject.answer(call)
      var plain = call
      plain.options["clip"] = nil
      if let slope = try subject.answer(plain).gradient["p"] { answer.gradient["p"] = slope }
      return answer
    },
    .asking(
      "categorical-swaps-prediction-and-target", "Targets and probabilities change places.",
      clauses: ["CATEGORICAL-CROSS-ENTROPY-1"], functions: ["categorical_cross_entropy"],
      breaks: [
        "categorical-is-linear-in-the-target", "sparse-is-dense-with-one-hot-targets",
        "categorical-mean-target-stands-for-all", "categorical-logits-near-their-probabilities",
        "categorical-slope-by-p", "sparse-zero-weight-hides-an-infinity",
      ]
    ) { call in
      (call.arguments["p"], call.arguments["y"]) = (call.arguments["y"], call.arguments["p"])
    },
    .asking(
      "categorical-hardens-targets", "Of a row of targets only the greatest is taken, as 1.",
      clauses: ["CATEGORICAL-CROSS-ENTROPY-1", "CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-1"],
      functions: dense,
      breaks: [
        "categorical-is-positive-unless-certain-and-right", "categorical-logits-closed-form",
        "categorical-logits-are-probabilities-by-softmax",
        "categorical-logits-cost-at-least-the-entropy", "categorical-logits-order-of-classes",
        "categorical-mean-divides-by-count-or-weight",
      ]
    ) { call in
      call.changeRows("y") { row in
        guard row.allSatisfy({ $0 >= .zero && $0 <= .one }) else { return row }
        let top = row.firstIndex(of: row.max()!)
        return row.indices.map { $0 == top ? .one : .zero }
      }
    },
    Mutant(
      "categorical-in-bits", "The loss is to base 2.",
      clauses: ["CATEGORICAL-CROSS-ENTROPY-1", "SPARSE-CATEGORICAL-CROSS-ENTROPY-1"],
      functions: losses,
      breaks: [
        "sparse-is-negative-log-likelihood", "nll-of-logits-less-their-log-sum",
        "sparse-logits-change-by-at-most-twice",
      ]
    ) { call, subject in
      try subject.answer(call).map { $0 / .log(Ball(2, precision: 512)) }
    },
    Mutant(
      "categorical-is-the-likelihood", "The sign is missing: the log-likelihood is answered.",
      clauses: ["CATEGORICAL-CROSS-ENTROPY-1", "NLL-LOSS-1"], functions: losses,
      breaks: [
        "sparse-is-the-surprise-at-the-label", "sparse-merging-classes-costs-no-more",
        "categorical-logits-cost-at-least-the-entropy",
        "categorical-logits-hessian-is-positive-semidefinite",
      ]
    ) { call, subject in try subject.answer(call).map { -$0 } },
    .asking(
      "labels-from-one", "Labels are counted from 1, with 0 for the last.",
      clauses: ["SPARSE-CATEGORICAL-CROSS-ENTROPY-1", "NLL-LOSS-1"], functions: sparse,
      breaks: ["sparse-looks-at-the-label-only", "sparse-orders-models-as-likelihood"]
    ) { call in
      call.changeLabels { label, classes in
        (0..<classes).contains(label) ? (label + classes - 1) % classes : label
      }
    },
    .asking(
      "labels-wrap", "A label out of range is taken modulo the number of classes.",
      clauses: ["INPUT-3", "POLICY-3"], functions: sparse + ["focal_with_logits"],
      breaks: ["sparse-refuses-labels-out-of-range"]
    ) { call in
      let ignored = call.ignoreIndex
      call.changeLabels { label, classes in
        label == ignored ? label : ((label % classes) + classes) % classes
      }
    },
    .asking(
      "categorical-accepts-anything", "What lies outside its domain is moved to the nearest end.",
      clauses: ["INPUT-1", "INPUT-4", "INPUT-6"], functions: losses,
      breaks: [
        "categorical-refuses-what-is-no-probability", "categorical-refuses-weights-that-are-none",
        "categorical-refuses-options-that-are-none",
      ]
    ) { call in
      for name in ["p", "y"] {
        call.change(name) { x in x.asRational.map { .finite(max(min($0, 1), 0)) } ?? x }
      }
      call.change("class_weight") { x in
        if case .infinity = x { return .finite(1) }
        return x.asRational.map { .finite(max($0, 0)) } ?? x
      }
      if case .real(.finite(let smoothing)) = call.options["label_smoothing"] {
        call.options["label_smoothing"] = .number(max(min(smoothing, 1), 0))
      }
    },
    .asking(
      "categorical-cuts-to-fit", "Targets and labels beyond what is predicted are dropped.",
      clauses: ["INPUT-5"], functions: losses,
      breaks: ["categorical-refuses-shapes-that-do-not-fit"]
    ) { call in
      let name = ["p", "logits", "log_p"].first { call.arguments[$0] != nil }!
      guard case .real(let z) = call.arguments[name] else { return }
      if case .real(let y) = call.arguments["y"], y.shape.count == 2, y.shape[1] >= z.shape[1],
        y.shape[0] >= z.shape[0]
      {
        call.arguments["y"] = .real(
          Tensor(
            shape: z.shape,
            z.elements.indices.map { y.elements[$0 / z.shape[1] * y.shape[1] + $0 % z.shape[1]] }))
      }
      if case .integer(let labels) = call.arguments["labels"], labels.shape.count == 1,
        labels.shape[0] != z.shape[0]
      {
        call.arguments["labels"] = .integer(
          Tensor((0..<z.shape[0]).map { labels.elements.dropFirst($0).first ?? 0 }))
      }
    },
    Mutant(
      "categorical-hides-nan", "NaN is answered as 0.",
      clauses: ["INPUT-2", "POLICY-1", "POLICY-2", "INPUT-10"],
      functions: losses,
      breaks: [
        "sparse-mean-divides-by-weight-or-count", "sparse-mean-of-weights-that-sum-to-zero",
        "sparse-nan-is-not-hidden-elsewhere",
      ]
    ) { call, subject in try subject.answer(call).map { $0.isNaN ? Ball(0) : $0 } },
    Mutant(
      "categorical-capped", "A loss of more than 100 is 100, as where logarithms are clamped.",
      clauses: ["CATEGORICAL-CROSS-ENTROPY-2", "ACCURACY-4"], functions: losses,
      breaks: ["categorical-is-least-at-the-target", "smoothing-mixes-hard-and-uniform"]
    ) { call, subject in
      var answer = try subject.answer(call)
      answer.value = answer.value.map { $0.isNaN ? $0 : .smaller($0, Ball(100)) }
      return answer
    },
    Mutant(
      "categorical-is-quadratic", "The square of a surprise is taken, as if it were an error.",
      clauses: ["CATEGORICAL-CROSS-ENTROPY-1"], functions: losses,
      breaks: [
        "sparse-constant-is-the-frequency", "sparse-logits-change-by-at-most-twice",
        "sparse-weight-of-the-label-scales-a-loss", "sparse-weighted-means-recombine",
      ]
    ) { call, subject in
      var answer = try subject.answer(call)
      answer.value = answer.value.map { $0 * $0 }
      return answer
    },
    Mutant(
      "categorical-caps-at-one", "No loss is more than 1.",
      clauses: ["CATEGORICAL-CROSS-ENTROPY-1"], functions: dense,
      breaks: ["categorical-is-linear-in-the-target", "categorical-logits-are-convex"]
    ) { call, subject in
      var answer = try subject.answer(call)
      answer.value = answer.value.map { $0.isNaN ? $0 : .smaller($0, Ball(1)) }
      return answer
    },
  ]
}
