import CrossEntropy

extension Corpus {
  private static func entropy(
    _ id: String, _ clauses: [String], _ note: String, _ p: Call.Argument, base: String? = nil
  ) -> Case {
    Case(
      id, clauses, note,
      Call("entropy", ["p": p], options: base.map { ["base": .word($0)] } ?? [:]))
  }

  static let entropy: [Case] = [
    entropy(
      "container-1", ["ENTROPY-1", "INPUT-13"], "Koech 2020: 26 triangles, 4 circles",
      vector("26/30 4/30"), base: "2"),
    entropy(
      "container-2", ["ENTROPY-1", "INPUT-13"], "Koech 2020: 14 triangles, 16 circles",
      vector("14/30 16/30"), base: "2"),
    entropy(
      "container-3", ["ENTROPY-2", "INPUT-13"], "Koech 2020: only circles, no uncertainty",
      vector("0 1"), base: "2"),
    entropy(
      "container-1-bans", ["INPUT-13"], "the same in decimal digits", vector("26/30 4/30"),
      base: "10"),
    entropy(
      "fair-coin", ["ENTROPY-4", "INPUT-13"], "one bit", vector("1/2 1/2"), base: "2"),
    entropy("fair-coin-nats", ["ENTROPY-4"], "ln 2", vector("1/2 1/2")),
    entropy(
      "dyadic", ["ENTROPY-1"], "the answer is 7/4 bits", vector("1/2 1/4 1/8 1/8"), base: "2"),
    entropy("one-hot", ["ENTROPY-2"], "certainty among five", vector("0 0 1 0 0")),
    entropy("one-class", ["ENTROPY-1"], "nothing to be uncertain of", vector("1")),
    entropy("uniform-10", ["ENTROPY-4"], "ln 10", vector(repeating: "1/10", count: 10)),
    entropy("uniform-1000", ["ENTROPY-4"], "ln 1000", vector(repeating: "1/1000", count: 1000)),
    entropy(
      "tiny", ["ENTROPY-1"], "a term far below the others", vector("1e-30 0.5 0.5")),
    entropy(
      "only-tiny", ["ENTROPY-1"], "an epsilon inside the logarithm would show",
      vector("1e-20 1e-25 1e-30")),
    entropy(
      "near-one", ["ENTROPY-1"], "log p where p is almost 1",
      vector("0.99999988079071044921875 0.00000011920928955078125")),
    entropy(
      "unnormalised", ["POLICY-8", "ENTROPY-1"], "summed as written, though the sum is 1.5",
      vector("0.5 0.25 0.75")),
    entropy("skewed", ["ENTROPY-1"], "five classes", vector("0.05 0.85 0.07 0.02 0.01")),
  ]
}
