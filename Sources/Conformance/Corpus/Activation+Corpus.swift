import CrossEntropy

extension Corpus {
  /// The ten inputs of Neptune 2023's PyTorch example.
  static let tenScores =
    "0.0421 -0.6606 0.6276 1.2491 -1.1535 -1.4137 0.8967 -1.1786 -1.3214 0.2828"

  private static func sigmoid(
    _ id: String, _ clauses: [String], _ note: String, _ x: String
  ) -> Case {
    Case(id, clauses, note, Call("sigmoid", ["x": vector(x)]))
  }

  static let sigmoid: [Case] = [
    sigmoid("ten-scores", ["SIGMOID-1"], "Neptune 2023: torch.sigmoid of ten scores", tenScores),
    sigmoid("zero", ["SIGMOID-1", "INPUT-11"], "one half, exactly", "0"),
    sigmoid("units", ["SIGMOID-2"], "small whole numbers of both signs", "1 -1 2 -2 3 -3"),
    sigmoid("tiny", ["SIGMOID-1"], "one half and a quarter of x", "1e-3 -1e-3 1e-8 -1e-8 1e-30"),
    sigmoid("saturated-20", ["SIGMOID-4"], "e to the x below, 1 above", "20 -20"),
    sigmoid("saturated-50", ["SIGMOID-4"], "below the rounding of 1 in every format", "50 -50"),
    sigmoid("deep", ["SIGMOID-4"], "relative accuracy down to small normal numbers", "-60 -70 -80"),
    sigmoid(
      "saturated-800", ["SIGMOID-1", "ACCURACY-5"], "e to the x overflows and underflows",
      "800 -800"),
    sigmoid("infinite", ["SIGMOID-3"], "the limits", "inf -inf"),
  ]
}
