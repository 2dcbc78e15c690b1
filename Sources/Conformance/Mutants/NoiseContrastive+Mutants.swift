import CrossEntropy
import Exact

extension Call {
  /// The loss of a datum, from k and the odds of its noise samples as they are used.
  fileprivate func contrast(_ index: Int, k: Int? = nil, samples: Int? = nil) -> Ball {
    let width = arguments["score_noise"]!.shape[1]
    let logCount = Ball.log(Rational(k ?? width).ball)
    func cost(_ odds: Ball) -> Ball { .log(onePlus: .exp(odds)) }
    let own = rationals("score_data")[index] - rationals("log_noise_data")[index]
    let (scores, noise) = (rationals("score_noise"), rationals("log_noise_noise"))
    let others = (0..<(samples ?? width)).map { j in
      cost((scores[index * width + j] - noise[index * width + j]).ball - logCount)
    }
    return cost(logCount - own.ball) + others.sum
  }
}

extension Mutant {
  static let noiseContrastive: [Mutant] = [
    .elementwise(
      "nce-without-k", "The number of noise samples is left out of the odds.", clauses: ["NCE-2"],
      functions: ["nce"],
      breaks: ["nce-definition", "nce-of-many-noise-samples", "nce-by-differences"]
    ) { call, index, _ in call.contrast(index, k: 1) },
    .elementwise(
      "nce-k-of-the-batch", "All noise samples of the batch are counted.", clauses: ["NCE-2"],
      functions: ["nce"], breaks: ["nce-definition", "nce-of-one-noise-sample"]
    ) { call, index, _ in call.contrast(index, k: call.rationals("score_noise").count) },
    .elementwise(
      "nce-first-sample-only", "Only the first noise sample is used.", clauses: ["NCE-1"],
      functions: ["nce"],
      breaks: ["nce-order", "nce-of-many-noise-samples"]
    ) { call, index, _ in call.contrast(index, samples: 1) },
    .elementwise(
      "nce-noise-averaged", "The costs of the noise samples are averaged.", clauses: ["NCE-1"],
      functions: ["nce"],
      breaks: ["nce-definition", "nce-of-many-noise-samples", "nce-by-differences"]
    ) { call, index, loss in
      let own = call.contrast(index, samples: 0)
      return own + (loss - own) / Rational(call.arguments["score_noise"]!.shape[1]).ball
    },
    .asking(
      "nce-without-log-noise", "The noise distribution is taken to be even.", clauses: ["NCE-3"],
      functions: ["nce"],
      breaks: ["nce-shift-with-noise", "nce-gradient", "nce-balance-at-the-truth"]
    ) { call in
      for name in ["log_noise_data", "log_noise_noise"] { call.change(name) { _ in .finite(0) } }
    },
    .asking(
      "nce-scores-swapped", "Scores and log-noise are exchanged.", clauses: ["NCE-1", "NCE-5"],
      functions: ["nce"],
      breaks: ["nce-of-one-noise-sample", "nce-rises-and-falls"]
    ) { call in
      guard call.gradient.isEmpty else { return }
      for end in ["data", "noise"] {
        let scores = call.arguments["score_" + end]
        call.arguments["score_" + end] = call.arguments["log_noise_" + end]
        call.arguments["log_noise_" + end] = scores
      }
    },
    .value(
      "nce-likelihood", "The log-likelihood is answered, without its minus sign.",
      clauses: ["NCE-1"], functions: ["nce"],
      breaks: ["nce-rises-and-falls", "nce-convex"]
    ) { _, loss in -loss },
    .value(
      "nce-in-bits", "The logarithm is taken to base 2.", clauses: ["NCE-1"], functions: ["nce"],
      breaks: ["nce-of-one-noise-sample"]
    ) { _, loss in loss / .ln2 },
    .spoiling(
      "nce-mean-over-samples", "The mean divides by the noise samples too.", clauses: ["NCE-4"],
      functions: ["nce"], breaks: ["nce-reductions"]
    ) { call, answer in
      guard call.isReduced("mean") else { return }
      let count = call.arguments["score_noise"]!.shape[1] + 1
      answer.value = answer.value.map { $0 / Rational(count).ball }
    },
    .gradient(
      "nce-gradient-of-noise-negated", "Noise samples are pulled up as the data are.",
      clauses: ["NCE-5"], functions: ["nce"],
      breaks: ["nce-gradient", "nce-balance-at-the-truth", "nce-by-differences"],
      by: ["score_noise"]
    ) { _, _, slope in -slope },
    .gradient(
      "nce-gradient-of-log-noise-same", "A log-noise is given the slope of its score.",
      clauses: ["NCE-5"], functions: ["nce"], breaks: ["nce-gradient"],
      by: ["log_noise_data", "log_noise_noise"]
    ) { _, _, slope in -slope },
    .asking(
      "nce-accepts-no-noise", "Without noise samples one that is never mistaken is assumed.",
      clauses: ["INPUT-5"], functions: ["nce"], breaks: ["nce-refusals"]
    ) { call in
      guard let shape = call.arguments["score_noise"]?.shape, shape.count == 2, shape[1] == 0
      else { return }
      let scores = (0..<shape[0]).map { _ in [Rational(-1_000_000)] }
      call.arguments["score_noise"] = .matrix(scores)
      call.arguments["log_noise_noise"] = .matrix(scores.map { _ in [Rational.zero] })
    },
    .asking(
      "nce-log-noise-cut", "What log_noise_data has more than the scores is passed over.",
      clauses: ["INPUT-5"], functions: ["nce"], breaks: ["nce-refusals"]
    ) { call in
      let count = call.rationals("score_data").count
      call.arguments["log_noise_data"] = .vector(
        Array(call.rationals("log_noise_data").prefix(count)))
    },
  ]
}
