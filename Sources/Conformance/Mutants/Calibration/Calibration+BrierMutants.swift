import CrossEntropy
import Exact

extension Mutant {
  static let brierMutants: [Mutant] = [
    .value(
      "brier-averaged-over-classes", "The sum over the classes is divided by their number.",
      clauses: ["BRIER-SCORE-1"], functions: ["brier_score"],
      breaks: ["brier-range", "brier-by-differences"]
    ) { call, score in score / Rational(max(1, call.arguments["p"]!.shape[1])).ball },
    .asking(
      "brier-always-halved", "The half is always taken.", clauses: ["BRIER-SCORE-2"],
      functions: ["brier_score"],
      breaks: [
        "brier-definition", "brier-range", "brier-of-two-classes", "brier-proper",
        "brier-bounds-one-mislabel",
      ]
    ) { $0.options["half"] = true },
    .asking(
      "brier-never-halved", "The half is never taken.", clauses: ["BRIER-SCORE-2"],
      functions: ["brier_score"],
      breaks: ["brier-definition", "brier-murphy-decomposition", "brier-gradient"]
    ) { $0.options["half"] = nil },
    .elementwise(
      "brier-of-the-true-class", "Only the class that came true counts.",
      clauses: ["BRIER-SCORE-1"], functions: ["brier_score"],
      breaks: ["brier-order-of-classes"]
    ) { call, index, _ in
      let (p, y) = (call.rows("p")[index], call.rows("y")[index])
      return zip(p, y).map { $1 * ($0 - $1) * ($0 - $1) }.reduce(.zero, +).ball
    },
    .elementwise(
      "brier-absolute", "Absolute differences are added, not squares.",
      clauses: ["BRIER-SCORE-1"], functions: ["brier_score"],
      breaks: [
        "brier-definition", "brier-of-two-classes", "brier-proper", "brier-murphy-decomposition",
        "brier-by-differences",
      ]
    ) { call, index, _ in
      zip(call.rows("p")[index], call.rows("y")[index]).map { ($0 - $1).magnitude }
        .reduce(.zero, +).ball
    },
    .elementwise(
      "brier-normalised", "Probabilities are divided by their largest.",
      clauses: ["BRIER-SCORE-1"], functions: ["brier_score"],
      breaks: ["brier-range", "brier-order-of-classes"]
    ) { call, index, _ in
      let (p, y) = (call.rows("p")[index], call.rows("y")[index])
      let largest = p.max() ?? .one
      let q = largest.isZero ? p : p.map { $0 / largest }
      return zip(q, y).map { ($0 - $1) * ($0 - $1) }.reduce(.zero, +).ball
    },
    .gradient(
      "brier-gradient-without-2", "The slope is p − y.", clauses: ["BRIER-SCORE-4"],
      functions: ["brier_score"], breaks: ["brier-gradient", "brier-by-differences"],
      by: ["p", "y"]
    ) { _, _, slope in slope / .two },
    .gradient(
      "brier-gradient-by-y-same", "By a target the slope is that by its probability.",
      clauses: ["BRIER-SCORE-4"], functions: ["brier_score"], breaks: ["brier-gradient"], by: ["y"]
    ) { _, _, slope in -slope },
    .value(
      "cross-entropy-linear-score", "What the label is not given is charged, without a logarithm.",
      clauses: ["CATEGORICAL-CROSS-ENTROPY-1"], functions: ["categorical_cross_entropy"],
      breaks: ["cross-entropy-proper", "brier-bounds-one-mislabel"]
    ) { _, loss in Rational.one.ball - .exp(-loss) },
  ]

  static let brierConventionMutants: [Mutant] = [
    .spoiling(
      "brier-mean-over-elements", "The mean divides by the number of probabilities.",
      clauses: ["BRIER-SCORE-3"], functions: ["brier_score"],
      breaks: [
        "brier-of-two-classes", "brier-reductions", "brier-proper", "brier-bounds-one-mislabel",
        "brier-murphy-decomposition",
      ]
    ) { call, answer in
      guard call.isReduced("mean") else { return }
      let classes = Rational(max(1, call.arguments["p"]!.shape[1])).ball
      answer.value = answer.value.map { $0 / classes }
      for name in answer.gradient.keys {
        answer.gradient[name] = answer.gradient[name]!.map { $0 / classes }
      }
    },
    .elementwise(
      "brier-first-class-twice", "The first class is read twice.", clauses: ["BRIER-SCORE-1"],
      functions: ["brier_score"], breaks: ["brier-order-of-classes"]
    ) { call, index, score in
      let difference = call.rows("p")[index][0] - call.rows("y")[index][0]
      return score + (difference * difference).ball
    },
    .asking(
      "brier-clamps", "Numbers outside [0, 1] are clamped.", clauses: ["INPUT-1", "INPUT-12"],
      functions: ["brier_score"], breaks: ["brier-refusals"]
    ) { call in
      for name in ["p", "y"] { call.change(name) { .finite(max(0, min(1, $0.finite))) } }
    },
  ]
}
