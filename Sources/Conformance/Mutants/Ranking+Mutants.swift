import CrossEntropy
import Exact

extension Call {
  /// The items of each pair, the more relevant first.
  fileprivate var pairs: [(Int, Int)] {
    let relevance = rationals("relevance")
    return relevance.indices.flatMap { i in
      relevance.indices.filter { relevance[i] > relevance[$0] }.map { (i, $0) }
    }
  }
}

extension Mutant {
  static let ranking: [Mutant] =
    pairMutants + pairConventionMutants + listMutants + rankingRefusalMutants

  private static let pairMutants: [Mutant] = [
    .asking(
      "pairwise-hinge-equals-paired", "Items of equal relevance are ordered as they stand.",
      clauses: ["PAIRWISE-HINGE-2"], functions: ["pairwise_hinge"],
      breaks: [
        "pairwise-hinge-of-equals", "pairwise-hinge-order-of-items", "pairwise-hinge-reversal",
      ]
    ) { call in
      let relevance = call.rationals("relevance")
      call.arguments["relevance"] = .vector(
        relevance.enumerated().map { $1 - Rational($0, 1_000_000) })
    },
    .asking(
      "pairwise-hinge-reversed", "The less relevant item should be ahead.",
      clauses: ["PAIRWISE-HINGE-1"], functions: ["pairwise_hinge"],
      breaks: [
        "pairwise-hinge-of-two-items", "pairwise-hinge-above-inversions", "pairwise-hinge-gradient",
      ]
    ) { $0.change("relevance") { .finite(-$0.finite) } },
    .asking(
      "pairwise-hinge-margin-fixed", "The margin is always 1.", clauses: ["PAIRWISE-HINGE-1"],
      functions: ["pairwise_hinge"],
      breaks: ["pairwise-hinge-scaling"]
    ) { $0.options["margin"] = nil },
    .asking(
      "pairwise-hinge-whole-relevances", "Relevances are rounded down to whole numbers.",
      clauses: ["PAIRWISE-HINGE-2"], functions: ["pairwise_hinge"],
      breaks: ["pairwise-hinge-relevance-orders", "pairwise-hinge-reversal"]
    ) { $0.change("relevance") { .finite(Rational($0.finite.floor)) } },
    .elementwise(
      "pairwise-hinge-squared", "The loss of each pair is squared.", clauses: ["PAIRWISE-HINGE-1"],
      functions: ["pairwise_hinge"],
      breaks: ["pairwise-hinge-scaling"]
    ) { _, _, loss in loss * loss },
    .elementwise(
      "pairwise-hinge-later-items-only", "An item is compared only with those after it.",
      clauses: ["PAIRWISE-HINGE-1"], functions: ["pairwise_hinge"],
      breaks: ["pairwise-hinge-order-of-items", "pairwise-hinge-reversal"]
    ) { call, index, loss in
      guard call.pairs.indices.contains(index) else { return loss }
      let (i, j) = call.pairs[index]
      return i < j ? loss : Rational.zero.ball
    },
    .elementwise(
      "pairwise-hinge-by-difference", "A pair weighs as much as its relevances differ.",
      clauses: ["PAIRWISE-HINGE-1"], functions: ["pairwise_hinge"],
      breaks: [
        "pairwise-hinge-definition", "pairwise-hinge-of-two-items",
        "pairwise-hinge-relevance-orders",
      ]
    ) { call, index, loss in
      guard call.pairs.indices.contains(index) else { return loss }
      let ((i, j), relevance) = (call.pairs[index], call.rationals("relevance"))
      return loss * (relevance[i] - relevance[j]).ball
    },
    .elementwise(
      "pairwise-hinge-halved", "Pairs are thought to be met twice, and halved.",
      clauses: ["PAIRWISE-HINGE-1"], functions: ["pairwise_hinge"],
      breaks: [
        "pairwise-hinge-definition", "pairwise-hinge-of-two-items",
        "pairwise-hinge-above-inversions",
      ]
    ) { _, _, loss in loss / .two },
    .asking(
      "ranking-scores-clipped", "Scores are clipped to [−2, 2].",
      clauses: ["PAIRWISE-HINGE-1", "LIST-NET-3"], functions: ["pairwise_hinge", "list_net"],
      breaks: ["pairwise-hinge-shift", "pairwise-hinge-scaling", "list-net-shift-of-scores"]
    ) { $0.change("scores") { .finite(max(-2, min(2, $0.finite))) } },
    .gradient(
      "pairwise-hinge-gradient-one-sided", "Only the more relevant item of a pair is moved.",
      clauses: ["PAIRWISE-HINGE-6"], functions: ["pairwise_hinge"],
      breaks: [
        "pairwise-hinge-gradient", "pairwise-hinge-above-its-tangents",
        "pairwise-hinge-by-differences",
      ], by: ["scores"]
    ) { _, _, slope in .smaller(slope, Rational.zero.ball) },
    .gradient(
      "pairwise-hinge-gradient-ascends", "The gradient has the wrong sign.",
      clauses: ["PAIRWISE-HINGE-6"], functions: ["pairwise_hinge"],
      breaks: [
        "pairwise-hinge-gradient", "pairwise-hinge-above-its-tangents",
        "pairwise-hinge-by-differences",
      ],
      by: ["scores", "margin"]
    ) { _, _, slope in -slope },
  ]

  private static let pairConventionMutants: [Mutant] = [
    .spoiling(
      "pairwise-hinge-mean-of-paying", "The mean divides by the pairs that cost something.",
      clauses: ["PAIRWISE-HINGE-3"], functions: ["pairwise_hinge"],
      breaks: ["pairwise-hinge-reductions"]
    ) { call, answer in
      let (scores, margin) = (call.rationals("scores"), call.number(option: "margin") ?? .one)
      let pairs = call.pairs
      let paying = pairs.count { margin > scores[$0.0] - scores[$0.1] }
      guard call.isReduced("mean"), paying > 0 else { return }
      answer.value = answer.value.map { $0 * Rational(pairs.count, paying).ball }
    },
    .value(
      "pairwise-hinge-mean-of-none-zero", "Without a pair the mean is 0.",
      clauses: ["PAIRWISE-HINGE-4"], functions: ["pairwise_hinge"],
      breaks: ["pairwise-hinge-reductions", "pairwise-hinge-of-equals"]
    ) { _, loss in loss.isNaN ? Rational.zero.ball : loss },
    .spoiling(
      "pairwise-hinge-sum-over-squares", "The sum is divided by the square of the number of items.",
      clauses: ["REDUCTION-2"], functions: ["pairwise_hinge"],
      breaks: [
        "pairwise-hinge-reductions", "pairwise-hinge-above-inversions",
        "pairwise-hinge-above-its-tangents", "pairwise-hinge-by-differences",
      ]
    ) { call, answer in
      guard call.isReduced("sum") else { return }
      let n = max(1, call.rationals("scores").count)
      answer.value = answer.value.map { $0 / Rational(n * n).ball }
    },
    .spoiling(
      "pairwise-hinge-last-pair-first", "The pairs come in the opposite order.",
      clauses: ["PAIRWISE-HINGE-5"], functions: ["pairwise_hinge"],
      breaks: ["pairwise-hinge-definition"]
    ) { _, answer in answer.value.elements.reverse() },
  ]

  private static let listMutants: [Mutant] = [
    .asking(
      "list-net-variants-exchanged", "Each variant is computed as the other.",
      clauses: ["LIST-NET-1", "LIST-NET-2"], functions: ["list_net"],
      breaks: ["list-net-shift-of-relevances"]
    ) { $0.options["variant"] = $0.options["variant"] == "label" ? "top_one" : "label" },
    .value(
      "list-net-in-bits", "The logarithm is taken to base 2.",
      clauses: ["LIST-NET-1", "LIST-NET-2"], functions: ["list_net"],
      breaks: [
        "list-net-definition", "list-net-is-cross-entropy-of-softmaxes",
        "list-net-of-labels-is-cross-entropy", "list-net-least-at-the-target",
        "list-net-of-equal-relevances",
      ]
    ) { _, loss in loss / .ln2 },
    .spoiling(
      "list-net-averaged", "The sum is divided by the number of items.",
      clauses: ["LIST-NET-1", "LIST-NET-2"], functions: ["list_net"],
      breaks: [
        "list-net-definition", "list-net-is-cross-entropy-of-softmaxes",
        "list-net-of-labels-is-cross-entropy", "list-net-least-at-the-target",
        "list-net-of-equal-relevances",
      ]
    ) { call, answer in
      let n = max(1, call.rationals("scores").count)
      answer.value = answer.value.map { $0 / Rational(n).ball }
    },
    .spoiling(
      "list-net-labels-normalised", "Labels are divided by their sum.", clauses: ["LIST-NET-2"],
      functions: ["list_net"],
      breaks: ["list-net-definition", "list-net-linear-in-labels", "list-net-by-differences"]
    ) { call, answer in
      let total = call.rationals("relevance").reduce(.zero, +)
      guard call.options["variant"] == "label", !total.isZero else { return }
      answer.value = answer.value.map { $0 / total.ball }
    },
    .value(
      "list-net-negated", "The sum has no minus sign.", clauses: ["LIST-NET-1", "LIST-NET-2"],
      functions: ["list_net"],
      breaks: [
        "list-net-is-cross-entropy-of-softmaxes", "list-net-of-labels-is-cross-entropy",
        "list-net-least-at-the-target", "list-net-of-equal-relevances", "list-net-convex",
      ]
    ) { _, loss in -loss },
    .asking(
      "list-net-exchanged", "Scores and relevances are exchanged.", clauses: ["LIST-NET-1"],
      functions: ["list_net"],
      breaks: ["list-net-shift-of-scores", "list-net-convex"]
    ) { call in
      let scores = call.arguments["scores"]
      call.arguments["scores"] = call.arguments["relevance"]
      call.arguments["relevance"] = scores
    },
    .asking(
      "list-net-relevance-clipped", "Relevances are held within [0, 1].",
      clauses: ["LIST-NET-1", "LIST-NET-4"], functions: ["list_net"],
      breaks: [
        "list-net-linear-in-labels", "list-net-shift-of-relevances", "list-net-gradient-by-scores",
        "list-net-gradient-by-relevance",
      ]
    ) { $0.change("relevance") { .finite(max(0, min(1, $0.finite))) } },
    .spoiling(
      "list-net-weighs-the-first", "The first item counts for more, as in a discounted gain.",
      clauses: ["LIST-NET-1"], functions: ["list_net"],
      breaks: ["list-net-shift-of-scores", "list-net-order-of-items"]
    ) { call, answer in
      guard let first = call.rationals("scores").first else { return }
      answer.value = answer.value.map { $0 + (first * first).ball }
    },
    .value(
      "list-net-rooted", "The square root of the loss is taken.", clauses: ["LIST-NET-1"],
      functions: ["list_net"],
      breaks: ["list-net-linear-in-labels", "list-net-convex"]
    ) { _, loss in .squareRoot(.larger(loss, Rational.zero.ball)) },
    Mutant(
      "list-net-gradient-without-total", "The gradient is softmax less target, also of labels.",
      clauses: ["LIST-NET-5"], functions: ["list_net"],
      breaks: ["list-net-gradient-by-scores", "list-net-by-differences"]
    ) { call, subject in
      var answer = try subject.answer(call)
      guard call.options["variant"] == "label", let slopes = answer.gradient["scores"] else {
        return answer
      }
      let excess = call.rationals("relevance").reduce(.zero, +) - .one
      let q = try subject.answer(Call("softmax", ["x": call.arguments["scores"]!])).value
      answer.gradient["scores"]!.elements = zip(slopes.elements, q.elements).map {
        $0 - excess.ball * $1
      }
      return answer
    },
    .gradient(
      "list-net-gradient-negated", "The gradient has the wrong sign.", clauses: ["LIST-NET-5"],
      functions: ["list_net"],
      breaks: [
        "list-net-gradient-by-scores", "list-net-gradient-by-relevance", "list-net-by-differences",
      ], by: ["scores", "relevance"]
    ) { _, _, slope in -slope },
    .gradient(
      "list-net-relevance-constant", "The relevances are thought to have no slope.",
      clauses: ["GRADIENT-1"], functions: ["list_net"], breaks: ["list-net-gradient-by-relevance"],
      by: ["relevance"]
    ) { _, _, _ in Rational.zero.ball },
  ]

  private static let rankingRefusalMutants: [Mutant] = [
    .asking(
      "ranking-longer-list-cut", "What one list has more than the other is passed over.",
      clauses: ["INPUT-5"], functions: ["pairwise_hinge", "list_net"], breaks: ["ranking-refusals"]
    ) { call in
      let count = call.rationals("scores").count
      call.arguments["relevance"] = .vector(Array(call.rationals("relevance").prefix(count)))
    },
    .asking(
      "pairwise-hinge-any-margin", "The sign of the margin is passed over.", clauses: ["POLICY-4"],
      functions: ["pairwise_hinge"], breaks: ["ranking-refusals"]
    ) { $0.options["margin"] = .number(($0.number(option: "margin") ?? .one).magnitude) },
    .asking(
      "list-net-any-variant", "A variant that does not exist is read as the default.",
      clauses: ["INPUT-6"], functions: ["list_net"], breaks: ["ranking-refusals"]
    ) { if $0.options["variant"] != "label" { $0.options["variant"] = nil } },
  ]
}
