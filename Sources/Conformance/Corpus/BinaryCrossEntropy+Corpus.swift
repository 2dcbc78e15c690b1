import CrossEntropy

extension Corpus {
  private static func binary(
    _ id: String, _ clauses: [String], _ note: String, _ logits: String, y: String,
    weight: String? = nil, positive: String? = nil, reduction: String? = nil
  ) -> Case {
    var call = Call(
      "binary_cross_entropy_with_logits", ["logits": vector(logits), "y": vector(y)])
    call.arguments["weight"] = weight.map { vector($0) }
    call.arguments["pos_weight"] = positive.map { vector($0) }
    call.options["reduction"] = reduction.map { .word($0) }
    return Case(id, clauses.map { "BINARY-CROSS-ENTROPY-WITH-LOGITS-\($0)" }, note, call)
  }

  private static let tenTargets = "1 0 0 1 0 0 1 0 0 0"

  static let binaryCrossEntropyWithLogits: [Case] = [
    binary(
      "ten-scores", ["5", "1"], "Neptune 2023: the mean of the PyTorch example", tenScores,
      y: tenTargets),
    binary(
      "ten-scores-each", ["1"], "the same, element by element", tenScores, y: tenTargets,
      reduction: "none"),
    binary(
      "ten-scores-sum", ["1"], "the same, summed", tenScores, y: tenTargets, reduction: "sum"),
    binary("zero", ["1"], "ln 2, whatever the target", "0 0 0", y: "0 1 0.3", reduction: "none"),
    binary(
      "right-20", ["4"], "a loss far below 1", "20 -20", y: "1 0", reduction: "none"),
    binary(
      "right-50", ["4"], "a loss below the rounding of 1", "50 -50", y: "1 0", reduction: "none"),
    binary("wrong-50", ["1"], "the loss is the logit", "-50 50", y: "1 0", reduction: "none"),
    binary("wrong-800", ["1"], "e to the 800 overflows", "-800 800", y: "1 0", reduction: "none"),
    binary(
      "wrong-1e4", ["1"], "linear far out", "-10000 10000", y: "1 0", reduction: "none"),
    binary("mirror", ["2"], "z and y mirrored", "1.5 -1.5", y: "0.25 0.75", reduction: "none"),
    binary("soft", ["1"], "targets between", "0.3 -2 4 0.01", y: "0.5 0.1 0.9 0.75"),
    binary(
      "weighted", ["5", "1"], "the mean divides by the count", "0.3 -2 4", y: "1 0 1",
      weight: "2 0.5 0"),
    binary(
      "pos-weight", ["1"], "more for the positives", "0.3 -2 4 -1", y: "1 0 1 0.5",
      positive: "3 3 0.25 2", reduction: "none"),
    binary("one", ["1"], "one element", "-1.25", y: "1"),
  ]
}
