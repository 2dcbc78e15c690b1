extension Least {
  static let noiseContrastive: [Least] = [
    Least(
      "nce-definition", of: "nce-without-k",
      "x = scores [0] and [[0, 0]], log-noise [0] and [[0, 0]]"),
    Least(
      "nce-of-one-noise-sample", of: "nce-scores-swapped",
      "x = scores [0] and [[0]], log-noise [0] and [[1]]"),
    Least(
      "nce-reductions", of: "nce-mean-over-samples",
      "x = scores [0] and [[0]], log-noise [0] and [[0]]"),
    Least("nce-of-many-noise-samples", of: "nce-without-k", "k = 4, data = 0, noise = 0"),
    Least(
      "nce-rises-and-falls", of: "nce-scores-swapped",
      "x = scores [0] and [[0]], log-noise [0] and [[0]], step = 1"),
    Least(
      "nce-gradient", of: "nce-without-log-noise",
      "x = scores [0] and [[0]], log-noise [0] and [[1]]"),
    Least("nce-balance-at-the-truth", of: "nce-without-log-noise", "k = 1, s = 0, log_noise = 1"),
    Least(
      "nce-by-differences", of: "nce-gradient-of-noise-negated",
      "x = scores [0] and [[0]], log-noise [0] and [[0]]"),
  ]
}
