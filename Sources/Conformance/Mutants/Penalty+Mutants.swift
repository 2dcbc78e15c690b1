import CrossEntropy
import Exact

private let penalties = ["l1_penalty", "l2_penalty"]

extension Call {
  fileprivate var strength: Rational { number(option: "strength") ?? .one }
}

extension Mutant {
  static let penalty: [Mutant] = penaltyValueMutants + penaltyGradientMutants

  private static let penaltyValueMutants: [Mutant] = [
    .value(
      "penalty-averaged", "The sum is divided by the number of weights.",
      clauses: ["L1-PENALTY-2", "L2-PENALTY-3"], functions: penalties,
      breaks: ["penalty-definitions", "penalty-additive", "l1-between-l2"]
    ) { call, penalty in penalty / Rational(max(1, call.rationals("w").count)).ball },
    .asking(
      "penalty-strength-ignored", "The strength is always 1.",
      clauses: ["L1-PENALTY-1", "L2-PENALTY-1"], functions: penalties,
      breaks: ["penalty-definitions", "penalty-zero-only-at-zero", "penalty-refusals"]
    ) { $0.options["strength"] = nil },
    .value(
      "l2-rooted", "The length is answered, not its square.", clauses: ["L2-PENALTY-1"],
      functions: ["l2_penalty"],
      breaks: ["penalty-homogeneous", "l2-parallelogram"]
    ) { _, penalty in .squareRoot(penalty) },
    .asking(
      "l2-always-halved", "The half is always taken.", clauses: ["L2-PENALTY-2"],
      functions: ["l2_penalty"],
      breaks: ["penalty-definitions", "penalty-half", "l1-between-l2", "penalty-gradients"]
    ) { $0.options["half"] = true },
    .asking(
      "l2-never-halved", "The half is never taken.", clauses: ["L2-PENALTY-2"],
      functions: ["l2_penalty"], breaks: ["penalty-half"]
    ) { $0.options["half"] = nil },
    .value(
      "l1-signed", "The weights are added with their signs.", clauses: ["L1-PENALTY-1"],
      functions: ["l1_penalty"],
      breaks: ["penalty-homogeneous", "penalty-zero-only-at-zero", "l1-between-l2"]
    ) { call, _ in (call.strength * call.rationals("w").reduce(.zero, +)).ball },
    .value(
      "l1-squared", "The sum is squared.", clauses: ["L1-PENALTY-1"], functions: ["l1_penalty"],
      breaks: ["penalty-homogeneous", "l1-triangle"]
    ) { _, penalty in penalty * penalty },
    .value(
      "l2-of-the-sum", "The sum is squared, not each weight.", clauses: ["L2-PENALTY-1"],
      functions: ["l2_penalty"],
      breaks: ["penalty-additive", "l2-parallelogram"]
    ) { call, _ in
      let sum = call.rationals("w").map(\.magnitude).reduce(.zero, +)
      return (call.strength * sum * sum).ball
    },
    .asking(
      "penalty-spares-the-last", "The last weight is taken for a bias and not penalised.",
      clauses: ["L1-PENALTY-1", "L2-PENALTY-1"], functions: penalties,
      breaks: ["penalty-additive", "penalty-shapeless", "penalty-zero-only-at-zero"]
    ) { call in
      if call.gradient.isEmpty {
        call.arguments["w"] = .vector(Array(call.rationals("w").dropLast()))
      }
    },
    .asking(
      "penalty-of-the-first-row", "Of a matrix only the first row is penalised.",
      clauses: ["L1-PENALTY-1", "L2-PENALTY-1"], functions: penalties, breaks: ["penalty-shapeless"]
    ) { call in
      if let row = call.rows("w").first { call.arguments["w"] = .vector(row) }
    },
    .asking(
      "penalty-any-strength", "The sign of the strength is passed over.", clauses: ["POLICY-4"],
      functions: penalties, breaks: ["penalty-refusals"]
    ) { $0.options["strength"] = .number($0.strength.magnitude) },
    .asking(
      "l1-accepts-half", "The L1 penalty passes over half.", clauses: ["INPUT-6"],
      functions: ["l1_penalty"], breaks: ["penalty-refusals"]
    ) { $0.options["half"] = nil },
  ]

  private static let penaltyGradientMutants: [Mutant] = [
    .gradient(
      "l2-gradient-without-2", "The slope is strength times the weight.",
      clauses: ["L2-PENALTY-4"], functions: ["l2_penalty"],
      breaks: [
        "penalty-half", "penalty-euler-identity", "penalty-above-its-tangents",
        "penalty-by-differences",
      ], by: ["w"]
    ) { call, index, _ in (call.strength * call.rationals("w")[index]).ball },
    .gradient(
      "l1-gradient-of-the-weight", "The slope is strength times the weight, not its sign.",
      clauses: ["L1-PENALTY-3"], functions: ["l1_penalty"],
      breaks: [
        "penalty-gradients", "penalty-euler-identity", "penalty-above-its-tangents",
        "penalty-by-differences",
      ], by: ["w"]
    ) { call, index, _ in (call.strength * call.rationals("w")[index]).ball },
    .gradient(
      "penalty-gradient-grows", "The gradient has the wrong sign.",
      clauses: ["L1-PENALTY-3", "L2-PENALTY-4"], functions: penalties,
      breaks: ["penalty-euler-identity", "penalty-above-its-tangents", "penalty-by-differences"],
      by: ["w"]
    ) { _, _, slope in -slope },
    .gradient(
      "penalty-strength-constant", "The strength is thought to have no slope.",
      clauses: ["GRADIENT-1"], functions: penalties, breaks: ["penalty-gradients"], by: ["strength"]
    ) { _, _, _ in Rational.zero.ball },
  ]
}
