import CrossEntropy
import Exact

extension Mutant {
  static let information: [Mutant] = [
    .asking(
      "entropy-in-bits", "The entropy is always taken to base 2.", clauses: ["ENTROPY-1"],
      functions: ["entropy"], breaks: ["entropy-decomposition", "entropy-at-most-log-n"]
    ) { $0.options["base"] = 2 }
  ]
}
