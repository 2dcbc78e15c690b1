import CrossEntropy
import Exact
import Property

extension Law {
  static let ranking: [Law] =
    pairwiseHingeValues + pairwiseHingeInvariances + pairwiseHingeSlopes + listNetValues
    + listNetInvariances + listNetSlopes + rankingRefusals + rankingSpecialValues
}

/// Items with their scores and relevances, and a margin.
struct RankedItems {
  var scores: [Rational]
  var relevance: [Rational]
  var margin: Rational = .one

  var arguments: [String: Call.Argument] {
    ["scores": .vector(scores), "relevance": .vector(relevance)]
  }

  /// The items of each pair, the more relevant first.
  var pairs: [(Int, Int)] {
    relevance.indices.flatMap { i in
      relevance.indices.filter { relevance[i] > relevance[$0] }.map { (i, $0) }
    }
  }

  /// What each pair lacks of its margin; negative where it has more.
  var gaps: [Rational] { pairs.map { margin - (scores[$0.0] - scores[$0.1]) } }

  func reordered(_ order: [Int]) -> RankedItems {
    RankedItems(
      scores: order.map { scores[$0] }, relevance: order.map { relevance[$0] }, margin: margin)
  }

  func with(scores: [Rational]) -> RankedItems {
    RankedItems(scores: scores, relevance: relevance, margin: margin)
  }

  func with(relevance: [Rational]) -> RankedItems {
    RankedItems(scores: scores, relevance: relevance, margin: margin)
  }
}

extension Trial {
  /// Items of few digits, among which equal relevances are common.
  func drawRanked(_ count: ClosedRange<Int> = 1...5) throws -> RankedItems {
    let scores = try draw("scores", .numbers(count, in: -6...6))
    let relevance = try draw("relevance", .numbers(of: scores.count, in: 0...3))
    let margin = try draw("margin", .coarse(0...3))
    let items = RankedItems(scores: scores, relevance: relevance, margin: margin)
    if items.pairs.isEmpty { label("no pair") }
    if items.gaps.contains(where: \.isZero) { label("corner") }
    return items
  }

  func pairOptions(_ x: RankedItems, _ reduction: String) -> [String: Call.Option] {
    ["margin": .number(x.margin), "reduction": .word(reduction)]
  }

  func pairLoss(_ x: RankedItems, _ reduction: String = "sum") throws -> Ball {
    try value("pairwise_hinge", x.arguments, pairOptions(x, reduction))
  }

  func pairSlopes(_ x: RankedItems, by name: String = "scores") throws -> [Ball] {
    try gradient("pairwise_hinge", by: name, x.arguments, pairOptions(x, "sum"))
  }

  func listLoss(_ x: RankedItems, _ variant: String) throws -> Ball {
    try value("list_net", x.arguments, ["variant": .word(variant)])
  }
}

let listVariants = Gen<String>.element(of: ["top_one", "label"])
