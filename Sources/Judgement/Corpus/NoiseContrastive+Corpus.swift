import CrossEntropy

extension Corpus {
  private static let every = "score_data score_noise log_noise_data log_noise_noise"
  /// Two data with three noise samples each.
  private static let two =
    "[1.5, -0.5], [[0.25, -1, 2], [1, 0.5, -2]], [-2, -1.5], [[-1, -3, -0.5], [-2, -1, -4]]"

  private static func arguments(_ rows: Int, _ samples: Int) -> [String: Call.Argument] {
    [
      "score_data": empty([rows]), "score_noise": empty([rows, samples]),
      "log_noise_data": empty([rows]), "log_noise_noise": empty([rows, samples]),
    ]
  }

  static let nce: [Case] =
    [
      Case(
        "ordinary", "NCE-1 NCE-4", "two data, three noise samples each", "nce(\(two))", by: every,
        cotangent: "-3"),
      Case(
        "ordinary-each", "NCE-1 REDUCTION-1", "datum by datum", "nce(\(two), reduction: none)",
        by: every, cotangent: "[1, -2]"),
      Case(
        "ordinary-sum", "REDUCTION-2", "the sum", "nce(\(two), reduction: sum)", by: every,
        cotangent: "0.5"),
      Case(
        "reversed", "REDUCTION-5", "the data the other way round",
        "nce([-0.5, 1.5], [[1, 0.5, -2], [0.25, -1, 2]], [-1.5, -2], [[-2, -1, -4], [-1, -3, -0.5]])"
      ),
      Case(
        "one-sample", "NCE-1 NCE-2", "ln 1 is 0: two binary cross-entropies",
        "nce([1], [[0.5]], [-1], [[-2]])", by: every),
      Case("two-samples", "NCE-2", "ln 2", "nce([1], [[0.5, 0.25]], [-1], [[-2, -1]])", by: every),
      Case(
        "one-sample-each", "NCE-2 NCE-4", "of each of three data",
        "nce([1, 0, -1], [[0.5], [1], [2]], [-1, -2, 0], [[-2], [-1], [0.5]])", by: every),
      Case(
        "eight-samples", "NCE-2", "ln 8",
        "nce([1], [[0.5, 0.25, 1, 2, -1, 0, 3, -2]], [-1], [[-2, -1, -3, -1, -1, -2, -4, 0]])",
        by: every),
      Case(
        "no-noise-given", "NCE-3", "an even noise",
        "nce([1, 2], [[0.5, -1], [0.25, 0]], [0, 0], [[0, 0], [0, 0]])", by: every),
      Case(
        "shifted", "NCE-3", "by a hundred, both",
        "nce([101], [[100.5, 99]], [100], [[100, 100]], reduction: sum)", by: every),
      Case(
        "offset-1e4", "NCE-3 ACCURACY-1", "by ten thousand",
        "nce([10001], [[10000, 9999]], [10000], [[10000, 10000]])", by: "score_data score_noise"),
      Case(
        "balanced", "NCE-5", "where model and noise agree", "nce([-1], [[-2]], [-1], [[-2]])",
        by: every),
      Case(
        "right-20", "NCE-1 ACCURACY-1", "a small loss", "nce([20], [[-20, -22]], [0], [[0, 0]])",
        by: every),
      Case(
        "right-50", "NCE-1 ACCURACY-1", "below the rounding of 1", "nce([50], [[-50]], [0], [[0]])",
        by: every),
      Case(
        "wrong-50", "NCE-1", "linear far out", "nce([-50], [[50, 60]], [0], [[0, 0]])", by: every),
      Case(
        "wrong-800", "NCE-1 ACCURACY-5", "where e to the u overflows",
        "nce([-800], [[800]], [0], [[0]])", by: every),
      Case(
        "overflow", "NCE-1 ACCURACY-5", "at the overflow of e to the u",
        "nce([-{exp-over}], [[{exp-max}]], [0], [[0]])",
        by: "score_data score_noise"),
      Case(
        "underflow", "NCE-1", "where it leaves the normal numbers",
        "nce([-{exp-normal}], [[{exp-normal}]], [0], [[0]])",
        by: "score_data score_noise"),
      Case(
        "greatest", "NCE-1 ACCURACY-6", "the ends of the format",
        "nce([{max}, -{max}], [[0], [0]], [0, 0], [[0], [0]], reduction: none)", by: "score_data"),
      Case("tiny", "NCE-1", "next to 0", "nce([{least}], [[-{least}]], [0], [[0]])", by: every),
      Case("infinite-right", "POLICY-6", "0", "nce([inf], [[-inf]], [0], [[0]])", by: every),
      Case(
        "infinite-wrong", "POLICY-6 ACCURACY-4", "infinite",
        "nce([-inf, 0], [[0], [inf]], [0, 0], [[0], [0]], reduction: none)", by: every),
      Case(
        "noise-impossible", "POLICY-6", "a datum that noise never makes",
        "nce([1], [[1]], [-inf], [[0]])", by: every),
      Case(
        "noise-impossible-sample", "POLICY-6 ACCURACY-4", "a noise sample that noise never makes",
        "nce([1], [[1]], [0], [[-inf]])", by: every),
      Case(
        "infinite-both", "POLICY-6 ACCURACY-3", "NaN, as ∞ − ∞",
        "nce([-inf, 0], [[0], [0]], [-inf, 0], [[0], [0]], reduction: none)"),
      Case(
        "slope-hidden", "GRADIENT-4", "a zero cotangent hides no NaN",
        "nce([nan, 1], [[0], [0]], [0, 0], [[0], [0]], reduction: none)", by: every,
        cotangent: "[0, 1]"),
      Case(
        "nan", "INPUT-2", "NaN stays with its datum",
        "nce([1, 0], [[0, nan], [0, 1]], [0, 0], [[0, 0], [0, 0]], reduction: none)", by: every),
      Case("nan-data", "INPUT-2", "a datum's", "nce([nan], [[0]], [0], [[0]])", by: every),
      Case("nan-noise-data", "INPUT-2", "the noise's", "nce([1], [[0]], [nan], [[0]])"),
      Case("nan-noise-noise", "INPUT-2", "of a sample", "nce([1], [[0]], [0], [[nan]])"),
      Case(
        "100-samples", "NCE-1", "a hundred samples",
        "nce([1], [\(Lists.logits(100))], [-1], [\(Lists.logits(100, seed: 2))])", by: every),
      Case(
        "129-data", "NCE-4", "one more than a block of 128",
        "nce(\(Lists.logits(129)), \(pairs(129)), \(Lists.logits(129, seed: 2)), \(pairs(129, seed: 200)))",
        by: "score_data"),
      Case(
        "1000-samples", "NCE-1", "a thousand samples",
        "nce([1], [\(Lists.logits(1000))], [-1], [\(Lists.logits(1000, seed: 2))])",
        by: "score_noise", isLong: true),
      Case(
        "no-samples", ["INPUT-5"], "there must be noise",
        Call(
          "nce",
          [
            "score_data": vector("1"), "score_noise": empty([1, 0]), "log_noise_data": vector("0"),
            "log_noise_noise": empty([1, 0]),
          ])),
      Case("noise-list", "INPUT-5", "a list is no table", "nce([1], [0], [0], [0])"),
      Case(
        "noise-of-one", "INPUT-5", "one row of noise for two data",
        "nce([1, 2], [[0, 1]], [0, 0], [[0, 0]])"),
      Case("log-noise-longer", "INPUT-5", "two for one datum", "nce([1], [[0]], [0, 0], [[0]])"),
      Case(
        "log-noise-narrower", "INPUT-5", "one for two samples", "nce([1], [[0, 1]], [0], [[0]])"),
      Case("log-noise-scalar", "INPUT-5", "nothing is broadcast", "nce([1], [[0]], 0, [[0]])"),
      Case("reduction-unknown", "INPUT-6", "no such reduction", "nce(\(two), reduction: median)"),
      unknownOption("nce(\(two))"),
    ] + nothing("nce", arguments(0, 2), by: ["score_data", "score_noise"])
}
