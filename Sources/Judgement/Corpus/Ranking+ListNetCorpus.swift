import CrossEntropy

extension Corpus {
  private static let f = "list_net"
  private static let l = "LIST-NET"
  private static let four = "[0.5, 2, -1, 0.25], [1, 0, 2, 3]"
  private static let label = "variant: label"

  static let listNet: [Case] = [
    Case(
      "ordinary", "\(l)-1", "four grades", "\(f)(\(four))", by: "scores relevance", cotangent: "-3"),
    Case("top-one", "\(l)-1", "said aloud", "\(f)(\(four), variant: top_one)", by: "scores"),
    Case(
      "label", "\(l)-2 \(l)-5", "the grades as they are", "\(f)(\(four), \(label))",
      by: "scores relevance", cotangent: "-3"),
    Case(
      "label-one-hot", "\(l)-2", "a cross-entropy", "\(f)([2, 1, -1], [1, 0, 0], \(label))",
      by: "scores relevance"),
    Case(
      "label-0", "\(l)-2 \(l)-5", "no grade, no loss", "\(f)([2, 1, -1], [0, 0, 0], \(label))",
      by: "scores relevance"),
    Case(
      "label-negative", "\(l)-2", "grades below 0 are taken as they are",
      "\(f)([2, 1, -1], [-1, 0.5, 2], \(label))",
      by: "scores relevance"),
    Case(
      "label-sums-to-0", "\(l)-5", "grades that cancel", "\(f)([2, 1, -1], [-1, -1, 2], \(label))",
      by: "scores"),
    Case(
      "label-fractions", "\(l)-2", "shares", "\(f)([2, 1, -1], [0.25, 0.5, 0.25], \(label))",
      by: "scores"),
    Case(
      "rax", "\(l)-1 \(l)-2", "two functions of one name", "\(f)([0.25, 0.5, 0.125], [1, 2, 0])",
      by: "scores relevance"),
    Case(
      "rax-label", "\(l)-1 \(l)-2", "the other", "\(f)([0.25, 0.5, 0.125], [1, 2, 0], \(label))",
      by: "scores relevance"),
    Case(
      "equal-scores", "\(l)-1", "ln 3 whatever the grades", "\(f)([0.5, 0.5, 0.5], [3, 1, 0])",
      by: "scores relevance"),
    Case(
      "equal-grades", "\(l)-1", "each a third", "\(f)([2, 1, -1], [5, 5, 5])",
      by: "scores relevance"),
    Case(
      "own", "\(l)-1 \(l)-5", "scores as the grades: their entropy, no slope",
      "\(f)([2, 1, -1], [2, 1, -1])", by: "scores relevance"),
    Case("one", "\(l)-1", "nothing to order", "\(f)([3], [7])", by: "scores relevance"),
    Case(
      "one-label", "\(l)-2", "nothing to order", "\(f)([3], [7], \(label))", by: "scores relevance"),
    Case(
      "exchanged", "\(l)-1", "scores and grades exchanged", "\(f)([1, 0, 2, 3], [0.5, 2, -1, 0.25])"
    ),
    Case(
      "reversed", "REDUCTION-5", "the items in another order",
      "\(f)([0.25, -1, 2, 0.5], [3, 2, 0, 1])", by: "scores"),
    Case(
      "offset-1e4", "\(l)-3", "e to the x overflows", "\(f)([10002, 10001, 9999], [0, 1, 2])",
      by: "scores relevance"),
    Case("offset-ties", "\(l)-3", "ln 2, not 0", "\(f)([1e8, 1e8], [1, 0])", by: "scores"),
    Case(
      "offset-grades", "\(l)-4", "grades far up", "\(f)([2, 1, -1], [10000, 10001, 9999])",
      by: "scores relevance"),
    Case(
      "offset-below", "\(l)-3 \(l)-4", "and far down", "\(f)([-1000, -1001], [-1000, -999])",
      by: "scores relevance"),
    Case(
      "large-label", "\(l)-2", "large grades as they are",
      "\(f)([2, 1, -1], [100, 0, 50], \(label))", by: "scores relevance"),
    Case(
      "right-50", "\(l)-1 ACCURACY-1", "a loss below the rounding of 1",
      "\(f)([0, 50, -3], [0, 60, 1])", by: "scores"),
    Case(
      "right-50-label", "\(l)-2 ACCURACY-1", "the same of a label",
      "\(f)([0, 50, -3], [0, 1, 0], \(label))", by: "scores relevance"),
    Case(
      "wrong-50", "\(l)-1", "the difference", "\(f)([0, 50, -3], [60, 0, 1])",
      by: "scores relevance"),
    Case(
      "wrong-800", "\(l)-2", "the probability underflows", "\(f)([0, 800], [1, 0], \(label))",
      by: "scores relevance"),
    Case(
      "overflow", "\(l)-3 ACCURACY-5", "at the overflow of e to the x",
      "\(f)([{exp-over}, {exp-max}], [{exp-over}, {exp-over}])",
      by: "scores"),
    Case(
      "greatest", "\(l)-2 ACCURACY-5", "the ends of the format",
      "\(f)([{max}, 0], [1, 0], \(label))", by: "scores"),
    Case(
      "subnormal", "\(l)-1 POLICY-13", "scores next to 0", "\(f)([{least}, -{least}], [{least}, 0])"
    ),
    Case(
      "excluded", "POLICY-5", "a score of −∞ without a grade costs nothing",
      "\(f)([-inf, 1, 2], [0, 1, 0], \(label))", by: "scores"),
    Case(
      "excluded-top-one", "POLICY-6 ACCURACY-4", "with one it costs everything",
      "\(f)([-inf, 1, 2], [0, 1, 0])", by: "scores"),
    Case(
      "grade-excluded", "POLICY-5", "a grade of −∞ has no share",
      "\(f)([-inf, 1, 2], [-inf, 1, 0])", by: "scores"),
    Case(
      "grade-infinite", "POLICY-6", "a grade of ∞ has all", "\(f)([0, 1, 2], [inf, 1, 0])",
      by: "scores"),
    Case(
      "infinite", "POLICY-6", "a score of ∞ takes all", "\(f)([inf, 1], [1, 0], \(label))",
      by: "scores"),
    Case("excluded-all", "POLICY-6", "NaN where no score is left", "\(f)([-inf, -inf], [1, 0])"),
    Case("grades-excluded-all", "POLICY-6", "NaN where no grade is", "\(f)([1, 0], [-inf, -inf])"),
    Case(
      "slope-hidden", "GRADIENT-4", "a zero cotangent hides an infinity",
      "\(f)([-inf, 1], [1, 1], \(label))", by: "scores relevance", cotangent: "0"),
    Case("nan", "INPUT-2", "NaN in is NaN out", "\(f)([nan, 1], [1, 0])", by: "scores relevance"),
    Case("nan-grade", "INPUT-2", "a grade's", "\(f)([0, 1], [nan, 0])", by: "scores relevance"),
    Case(
      "nan-grade-label", "INPUT-2", "or a label's", "\(f)([0, 1], [nan, 0], \(label))", by: "scores"
    ),
    Case(
      "nan-label-0", "INPUT-10", "a zero grade hides no NaN", "\(f)([nan, 1], [0, 0], \(label))"),
    Case(
      "127", "\(l)-1", "one less than a block of 128",
      "\(f)(\(Lists.logits(127)), \(Lists.labels(127, below: 5)))", by: "scores"),
    Case(
      "129", "\(l)-2", "one more than a block",
      "\(f)(\(Lists.logits(129)), \(Lists.labels(129, below: 5)), \(label))", by: "scores relevance"
    ),
    Case(
      "1000", "\(l)-1", "a thousand items",
      "\(f)(\(Lists.logits(1000)), \(Lists.labels(1000, below: 5)))", by: "scores", isLong: true),
    Case("nothing", "\(l)-1", "no items, no loss", "\(f)([], [])", by: "scores"),
    Case(
      "nothing-label", "\(l)-2", "no items, no loss", "\(f)([], [], \(label))",
      by: "scores relevance"),
    Case("longer-grades", "INPUT-5", "three grades for two scores", "\(f)([1, 2], [1, 0, 2])"),
    Case("shorter-grades", "INPUT-5", "one for two", "\(f)([1, 2], [1])"),
    Case("matrix", "INPUT-5", "one list at a time", "\(f)([[1, 2]], [[1, 0]])"),
    Case("scalar", "INPUT-5", "a number is no list", "\(f)(1, 1)"),
    Case("variant-unknown", "INPUT-6", "no such variant", "\(f)(\(four), variant: mle)"),
    Case(
      "reduction", ["INPUT-6"], "it has no reduction",
      Call(f, ["scores": vector("1 2"), "relevance": vector("1 0")], options: ["reduction": "sum"])),
    unknownOption("\(f)(\(four))"),
  ]
}
