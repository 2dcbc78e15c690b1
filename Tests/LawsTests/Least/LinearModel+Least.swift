extension Least {
  static let linearModel: [Least] = [
    Least("linear-definition", of: "linear-bias-forgotten", "model = x [[]], w [], b [1]"),
    Least("linear-without-bias", of: "linear-bias-one", "model = x [[0]], w [[0]], b [0]"),
    Least(
      "linear-columns-apart", of: "linear-first-bias-for-all",
      "model = x [[0]], w [[0, 0]], b [0, 1]"),
    Least(
      "linear-bilinear", of: "linear-bias-one", "model = x [[0]], w [[0]], b [0], c = 1, w′ = [0]"),
    Least(
      "linear-refusals", of: "linear-bias-forgotten",
      "model = x [[0]], w [[0]], b [0], mistake = outputs"),
    Least(
      "softmax-classifier-gradient", of: "linear-gradient-transposed",
      "model = x [[0, 1]], w [[0, 0], [0, 0]], b [0, 0], y = [1, 0]"),
    Least("epoch-of-one-sample", of: "epoch-ascends", "w = [0], x = [[1]], y = [1], rate = 1"),
    Least(
      "epochs-compose", of: "epoch-of-one-batch", "w = [0], x = [[1], [1]], y = [1, 1], rate = 1"),
    Least(
      "epoch-without-motion", of: "epoch-with-decay",
      "w = [1], x = [], y = [], rate = 1, still = rate"),
    Least("epoch-depends-on-the-order", of: "epoch-of-one-batch", "x = [1], rate = 1"),
    Least("epoch-lowers-the-loss", of: "epoch-ascends", "w = [0], x = [[1]], y = [1], rate = 1"),
    Least(
      "epoch-refusals", of: "epoch-with-default-rate",
      "w = [0], x = [[0]], y = [1], rate = 1, mistake = rate"),
    Least(
      "zero-one-error-definition", of: "zero-one-error-last-of-equals",
      "batch = logits [[0, 0]], labels [0]"),
    Least(
      "zero-one-error-counts", of: "zero-one-error-mean-by-default",
      "batch = logits [], labels []"),
    Least(
      "zero-one-error-one-label-is-right", of: "zero-one-error-counts-the-right",
      "batch = logits [[0]], labels [0]"),
    Least(
      "zero-one-error-order-of-scores", of: "zero-one-error-by-threshold",
      "batch = logits [[0]], labels [0], c = 2, b = 1"),
    Least(
      "zero-one-error-of-probabilities", of: "zero-one-error-of-logits-as-p", "p = [1], label = 0"),
    Least(
      "zero-one-error-below-cross-entropy", of: "zero-one-error-counts-the-right",
      "batch = logits [[0]], labels [0]"),
    Least(
      "zero-one-error-refusals", of: "zero-one-error-prefers-scores", "p = [1], mistake = both"),
  ]
}
