import CrossEntropy
import Exact
import Property

/// Data with their noise samples, and what the noise gives each by its logarithm.
private struct Contrast: Sendable, CustomStringConvertible {
  var data: [Rational]
  var noise: [[Rational]]
  var logData: [Rational]
  var logNoise: [[Rational]]
  /// The number of noise samples of each datum.
  var k: Int

  var arguments: [String: Call.Argument] {
    [
      "score_data": .vector(data), "score_noise": .rows(noise, classes: k),
      "log_noise_data": .vector(logData), "log_noise_noise": .rows(logNoise, classes: k),
    ]
  }

  func with(data: [Rational], noise: [[Rational]]) -> Contrast {
    Contrast(data: data, noise: noise, logData: logData, logNoise: logNoise, k: k)
  }

  var description: String {
    "scores \(Shown.text(data)) and \(Shown.text(noise)), "
      + "log-noise \(Shown.text(logData)) and \(Shown.text(logNoise))"
  }
}

extension Gen<Contrast> {
  fileprivate static func contrast(
    _ data: ClosedRange<Int> = 1...3, noise: ClosedRange<Int> = 1...3,
    of number: Gen<Rational> = .coarse(-6...6)
  ) -> Gen {
    Gen { source in
      let k = noise.lowerBound + (try source.index(below: noise.count))
      typealias Row = ([Rational], [Rational])
      let row = Gen<Row> { source in
        (try number.array(count: k + 1).draw(&source), try number.array(count: k + 1).draw(&source))
      }
      let counts = source.isSmallWorld ? data.lowerBound...max(data.lowerBound, 1) : data
      let rows = try row.array(counts).draw(&source)
      return Contrast(
        data: rows.map { $0.0[0] }, noise: rows.map { Array($0.0.dropFirst()) },
        logData: rows.map { $0.1[0] }, logNoise: rows.map { Array($0.1.dropFirst()) }, k: k)
    }
  }

  /// Scores of any size.
  fileprivate static var wide: Gen { .contrast(1...2, of: .logit) }
}

extension Trial {
  fileprivate func losses(_ x: Contrast) throws -> [Ball] {
    try values("nce", x.arguments, ["reduction": "none"])
  }

  fileprivate func loss(_ x: Contrast) throws -> Ball {
    try value("nce", x.arguments, ["reduction": "sum"])
  }

  fileprivate func slopes(_ x: Contrast, by name: String) throws -> [Ball] {
    try gradient("nce", by: name, x.arguments, ["reduction": "sum"])
  }

  /// k·e^(log_noise − score): the odds that a sample is noise.
  fileprivate func odds(_ k: Int, _ scores: [Rational], _ logNoise: [Rational]) -> [Ball] {
    zip(scores, logNoise).map { exact(Rational(k)) * Ball.exp(exact($1 - $0)) }
  }
}

private let gutmann = "M. Gutmann, A. Hyvärinen, Noise-contrastive estimation, 2010"

extension Law {
  static let noiseContrastive: [Law] = contrastValues + contrastLimits + contrastSlopes

  private static let contrastValues: [Law] = [
    Law(
      "nce-definition",
      """
      A datum costs ln(1 + o), a noise sample ln(1 + 1/o), with o = k·e^(log_noise − score) the \
      odds of being noise.
      """,
      clauses: ["NCE-1", "NCE-2", "REDUCTION-1"], source: gutmann, world: someOfTheWorld
    ) { t in
      let x = try t.draw("x", .wide)
      let own = t.odds(x.k, x.data, x.logData).map { Ball.log(onePlus: $0) }
      let others = zip(x.noise, x.logNoise).map { row in
        t.odds(x.k, row.0, row.1).map { Ball.log(onePlus: t.exact(1) / $0) }.sum
      }
      try t.equal(t.losses(x), zip(own, others).map { $0 + $1 }, isRelative: true)
    },
    Law(
      "nce-of-one-noise-sample",
      """
      With one noise sample each, NCE is binary cross-entropy: score − log_noise is the logit, 1 \
      for data and 0 for noise.
      """,
      clauses: ["NCE-1", "NCE-2", "BINARY-CROSS-ENTROPY-WITH-LOGITS-1"], source: gutmann,
      world: someOfTheWorld
    ) { t in
      let x = try t.draw("x", .contrast(noise: 1...1))
      let data = zip(x.data, x.logData).map { $0 - $1 }
      let noise = zip(x.noise.joined(), x.logNoise.joined()).map { $0 - $1 }
      let entropy = try t.value(
        "binary_cross_entropy_with_logits",
        [
          "logits": .vector(data + noise),
          "y": .vector(data.map { _ in Rational.one } + noise.map { _ in Rational.zero }),
        ], ["reduction": "sum"])
      try t.equal(t.loss(x), entropy)
    },
    Law(
      "nce-shift-with-noise",
      "Adding the same number to a score and to its log_noise changes nothing.",
      clauses: ["NCE-3"], source: gutmann
    ) { t in
      let x = try t.draw("x", .contrast())
      let (c, d) = (try t.draw("c", .coarse(-6...6)), try t.draw("d", .coarse(-6...6)))
      let moved = Contrast(
        data: x.data.plus(c), noise: x.noise.map { $0.plus(d) }, logData: x.logData.plus(c),
        logNoise: x.logNoise.map { $0.plus(d) }, k: x.k)
      try t.equal(t.losses(x), t.losses(moved))
    },
    Law(
      "nce-order",
      "Neither the order of the noise samples of a datum nor that of the data matters to its loss.",
      clauses: ["NCE-1", "REDUCTION-5"], source: gutmann
    ) { t in
      let x = try t.draw("x", .contrast())
      let samples = try t.draw("samples", .order(of: x.k))
      let data = try t.draw("data", .order(of: x.data.count))
      let other = Contrast(
        data: data.map { x.data[$0] }, noise: data.map { n in samples.map { x.noise[n][$0] } },
        logData: data.map { x.logData[$0] },
        logNoise: data.map { n in samples.map { x.logNoise[n][$0] } }, k: x.k)
      let losses = try t.losses(x)
      try t.equal(t.losses(other), data.map { losses[$0] }, "one by one")
      try t.equal(t.value("nce", x.arguments), t.value("nce", other.arguments), "the mean")
    },
    Law(
      "nce-reductions",
      "The mean divides by the number of data, however many noise samples each has.",
      clauses: ["NCE-4", "REDUCTION-2", "REDUCTION-3", "REDUCTION-4"], source: gutmann
    ) { t in
      let x = try t.draw("x", .contrast(0...3))
      try t.reduces("nce", x.arguments)
    },
    Law(
      "nce-refusals",
      "No noise sample at all, and shapes that do not fit, are refused.",
      clauses: ["INPUT-5"], source: "Spec/README.md", world: someOfTheWorld
    ) { t in
      let x = try t.draw("x", .contrast())
      var arguments = x.arguments
      switch try t.draw("mistake", .element(of: ["no noise", "log-noise", "data"])) {
      case "no noise":
        let empty = Call.Argument.rows(x.data.map { _ in [] }, classes: 0)
        (arguments["score_noise"], arguments["log_noise_noise"]) = (empty, empty)
      case "log-noise": arguments["log_noise_data"] = .vector(x.logData + [.zero])
      default:
        arguments["score_noise"] = .rows(x.noise.map { $0 + [.zero] }, classes: x.k + 1)
      }
      try t.refused(Call("nce", arguments))
    },
  ]

  private static let contrastLimits: [Law] = [
    Law(
      "nce-of-many-noise-samples",
      """
      With k samples of one ratio, the loss less ln k tends to the log-ratio of the datum plus the \
      ratio of the noise.
      """,
      clauses: ["NCE-1", "NCE-2"], source: gutmann
    ) { t in
      let k = try t.draw("k", .element(of: [1, 4, 16, 64]))
      let (a, d) = (try t.draw("data", .coarse(-2...2)), try t.draw("noise", .coarse(-2...2)))
      let x = Contrast(
        data: [a], noise: [Array(repeating: d, count: k)], logData: [.zero],
        logNoise: [Array(repeating: .zero, count: k)], k: k)
      // ln(1 + k·e^−a) − ln k = −a + ln(1 + e^a/k) lies within e^a/k above −a, and k·ln(1 + e^d/k)
      // within e^2d/2k below e^d.
      let count = t.exact(Rational(k))
      let rest = try t.loss(x) - Ball.log(count) - Ball.exp(t.exact(d)) + t.exact(a)
      try t.atMost(rest, Ball.exp(t.exact(a)) / count, "the rest")
      try t.atMost(-rest, Ball.exp(t.exact(2 * d)) / (count + count), "minus the rest")
    },
    Law(
      "nce-rises-and-falls",
      """
      The loss is above 0, falls as the score of a datum rises, and rises with that of a noise \
      sample.
      """,
      clauses: ["NCE-1"], source: gutmann
    ) { t in
      let x = try t.draw("x", .contrast(1...1))
      let step = try t.draw("step", .element(of: [1, Rational(1, 2), 4]))
      let loss = try t.loss(x)
      try t.less(t.exact(.zero), loss, "0 against the loss")
      let surer = x.with(data: x.data.plus(step), noise: x.noise)
      try t.less(t.loss(surer), loss, "the loss at a greater score of the datum")
      let fooled = x.with(data: x.data, noise: x.noise.map { $0.plus(step) })
      try t.less(loss, t.loss(fooled), "the loss at greater scores of the noise")
    },
    Law(
      "nce-convex",
      "Half-way between two sets of scores the loss is at most its mean at the two.",
      clauses: ["NCE-1"], source: "S. Boyd, L. Vandenberghe, Convex Optimization, 2004, §3.1.5"
    ) { t in
      let a = try t.draw("x", .contrast(1...1))
      let b = a.with(
        data: try t.draw("data′", .numbers(of: 1)), noise: [try t.draw("noise′", .numbers(of: a.k))]
      )
      let half = Rational(1, 2)
      let middle = a.with(
        data: a.data.plus(b.data).times(half), noise: [a.noise[0].plus(b.noise[0]).times(half)])
      try t.atMost(t.loss(middle), (t.loss(a) + t.loss(b)) / t.exact(2))
    },
  ]

  private static let contrastSlopes: [Law] = [
    Law(
      "nce-gradient",
      """
      The slope is −o/(1 + o) by the score of a datum, 1/(1 + o) by that of noise; by a log_noise \
      minus that.
      """,
      clauses: ["NCE-5", "GRADIENT-1"], source: gutmann, isSmooth: true, world: someOfTheWorld
    ) { t in
      let x = try t.draw("x", .wide)
      let one = t.exact(1)
      let data = t.odds(x.k, x.data, x.logData).map { -(one / (one + one / $0)) }
      let odds = t.odds(x.k, Array(x.noise.joined()), Array(x.logNoise.joined()))
      let noise = odds.map { one / (one + $0) }
      try t.equal(t.slopes(x, by: "score_data"), data, "by the data")
      try t.equal(t.slopes(x, by: "score_noise"), noise, "by the noise")
      try t.equal(t.slopes(x, by: "log_noise_data"), data.map { -$0 }, "by log_noise_data")
      try t.equal(t.slopes(x, by: "log_noise_noise"), noise.map { -$0 }, "by log_noise_noise")
    },
    Law(
      "nce-balance-at-the-truth",
      """
      Where data come as e^score and noise as k·e^log_noise, their slopes cancel: the true scores \
      are stationary.
      """,
      clauses: ["NCE-2", "NCE-5"], source: gutmann + ", theorem 1", isSmooth: true,
      world: someOfTheWorld
    ) { t in
      let k = try t.draw("k", .element(of: [1, 2, 3, 5]))
      let (s, q) = (try t.draw("s", .coarse(-6...6)), try t.draw("log_noise", .coarse(-6...6)))
      let x = Contrast(
        data: [s], noise: [Array(repeating: s, count: k)], logData: [q],
        logNoise: [Array(repeating: q, count: k)], k: k)
      let data = Ball.exp(t.exact(s)) * (try t.slopes(x, by: "score_data")[0])
      let noise = Ball.exp(t.exact(q)) * (try t.slopes(x, by: "score_noise").sum)
      try t.equal(data, -noise)
    },
    Law(
      "nce-by-differences",
      "The gradient by the scores is the limit of its difference quotients.",
      clauses: ["NCE-5", "GRADIENT-1"], source: "W. H. Press et al., Numerical Recipes, 1992, §5.7",
      promises: [.certified]
    ) { t in
      let x = try t.draw("x", .contrast(1...1))
      let h = Rational.powerOfTwo(-20)
      let quotients = try t.centralSlopes(at: x.data + x.noise[0], step: h) {
        try t.loss(x.with(data: [$0[0]], noise: [Array($0.dropFirst())]))
      }
      let slopes = try t.slopes(x, by: "score_data") + t.slopes(x, by: "score_noise")
      // Each score enters one softplus, of which |f‴| < 1/10: the quotient errs by h²/60.
      for (quotient, slope) in zip(quotients, slopes) {
        try t.close(quotient, slope, within: t.exact(h * h / 60))
      }
    },
  ]
}
