import CrossEntropy
import Exact
import Property

extension Law {
  /// What the likelihood of a sample has to do with the divergence from its shares.
  static let maximumLikelihood: [Law] = [
    Law(
      "negative-log-likelihood-is-cross-entropy-of-shares",
      "The mean negative log-likelihood of a sample is the cross-entropy between its shares and "
        + "the model.",
      clauses: ["NEGATIVE-LOG-LIKELIHOOD-1", "CROSS-ENTROPY-1"],
      source: "I. Goodfellow, Y. Bengio, A. Courville, Deep Learning, 2016, §5.5"
    ) { t in
      let q = try t.draw("q", .distribution(1...4))
      let sample = try t.draw("sample", .sample(of: q.count))
      try t.equal(
        try t.negativeLogLikelihood(sample.map { q[$0] }) / Ball(sample.count),
        try t.crossEntropy(sample.shares(of: q.count), q), "the mean −ℓ against H(shares, q)")
    },
    Law(
      "maximum-likelihood-is-least-divergence",
      "Of two models, the one under which a sample is likelier is by as much nearer to its shares: "
        + "−ℓ(q) − (−ℓ(r)) = k·(KL(shares‖q) − KL(shares‖r)).",
      clauses: ["NEGATIVE-LOG-LIKELIHOOD-1", "KL-DIVERGENCE-1"],
      source: "I. Goodfellow, Y. Bengio, A. Courville, Deep Learning, 2016, §5.5"
    ) { t in
      let q = try t.draw("q", .distribution(1...4))
      let r = try t.draw("r", .distribution(of: q.count))
      let sample = try t.draw("sample", .sample(of: q.count))
      try t.assume(sample.allSatisfy { !q[$0].isZero && !r[$0].isZero })
      let shares = sample.shares(of: q.count)
      let loss =
        try t.negativeLogLikelihood(sample.map { q[$0] })
        - t.negativeLogLikelihood(sample.map { r[$0] })
      let divergence = try t.divergence(shares, q) - t.divergence(shares, r)
      try t.equal(loss, Ball(sample.count) * divergence, "the gain in likelihood")
    },
    Law(
      "shares-are-most-likely",
      "No model makes a sample likelier than its own shares do, and no other as likely.",
      clauses: ["LIKELIHOOD-1", "LOG-LIKELIHOOD-1", "NEGATIVE-LOG-LIKELIHOOD-1"],
      source: "R. A. Fisher, On the mathematical foundations of theoretical statistics, 1922",
      // Seven heads in ten tosses: 7/10, not the fair coin.
      examples: [
        ["q": [Rational(1, 2), Rational(1, 2)], "sample": [0, 0, 1, 0, 1, 0, 0, 0, 1, 0]]
      ]
    ) { t in
      let q = try t.draw("q", .distribution(1...4))
      let sample = try t.draw("sample", .sample(of: q.count))
      let shares = sample.shares(of: q.count)
      let (best, other) = (sample.map { shares[$0] }, sample.map { q[$0] })
      if q == shares {
        return try t.equal(try t.likelihood(best), try t.likelihood(other), "of the shares")
      }
      try t.less(try t.likelihood(other), try t.likelihood(best), "the likelihood")
      try t.less(try t.logLikelihood(other), try t.logLikelihood(best), "the log-likelihood")
      try t.less(
        try t.negativeLogLikelihood(best), try t.negativeLogLikelihood(other), "the loss")
    },
    Law(
      "likelihood-of-a-coin-is-greatest-at-its-share",
      "On a grid of coins, the likelihood of h heads in n tosses rises up to the coin h/n and falls "
        + "from there on, and so does the log-likelihood.",
      clauses: ["LIKELIHOOD-1", "LOG-LIKELIHOOD-1"],
      source: "J. Bernoulli, Ars conjectandi, 1713; R. A. Fisher, On an absolute criterion for "
        + "fitting frequency curves, 1912"
    ) { t in
      // θ^h(1 − θ)^(n − h) has the one stationary point h/n.
      let tosses = try t.draw("tosses", Gen<Bool>.bool.array(1...6))
      let place = try t.draw("place", .int(0...15))
      let (low, high) = (Rational(place, 16), Rational(place + 1, 16))
      let share = Rational(tosses.filter { $0 }.count, tosses.count)
      try t.assume(high <= share || share <= low)
      func sample(_ coin: Rational) -> [Rational] { tosses.map { $0 ? coin : .one - coin } }
      let (far, near) = high <= share ? (low, high) : (high, low)
      try t.less(
        try t.likelihood(sample(far)), try t.likelihood(sample(near)), "the likelihood")
      try t.less(
        try t.logLikelihood(sample(far)), try t.logLikelihood(sample(near)), "the log-likelihood")
    },
  ]

  static let likelihoodGradients: [Law] = [
    Law(
      "likelihood-gradient-is-product-of-others",
      "The derivative of the likelihood by one probability is the likelihood of the others, also "
        + "where it is 0.",
      clauses: ["LIKELIHOOD-3", "GRADIENT-1"],
      source: "Definition: a product is linear in each factor",
      isSmooth: true, cover: ["zero": 0.1],
      examples: [["p": [Rational(0), Rational(1, 2)], "cotangent": Rational(1)]],
      world: wholeWorld
    ) { t in
      let p = try t.draw("p", .masses())
      let c = try t.draw("cotangent", .coarse(-4...4))
      if p.contains(.zero) { t.label("zero") }
      let slopes = try t.gradient(
        "likelihood", by: "p", ["p": .vector(p)], cotangent: Tensor(.finite(c)))
      let others = try p.indices.map { place in
        t.exact(c) * (try t.likelihood(Array(p[..<place] + p[(place + 1)...])))
      }
      try t.equal(slopes, others, "the derivative", isRelative: true)
    },
    // Linear in each probability.
    differences(of: "likelihood", clauses: ["LIKELIHOOD-3"]) { _, _, _ in Ball(0) },
    slope(of: "log_likelihood", is: "1/p", clauses: ["LOG-LIKELIHOOD-4"]) { t, p, _ in
      t.exact(p.reciprocal)
    },
    edges(
      of: "log_likelihood", clauses: ["LOG-LIKELIHOOD-4"],
      [Edge("p", p: 0, is: .infinity), Edge("p", p: 1, is: Ball(1))]),
    // (ln p)‴ = 2/p³
    differences(of: "log_likelihood", clauses: ["LOG-LIKELIHOOD-4"]) { t, _, low in
      t.exact(2 / low.power(3))
    },
    slope(
      of: "negative_log_likelihood", is: "−1/p", clauses: ["NEGATIVE-LOG-LIKELIHOOD-4"]
    ) { t, p, _ in t.exact(-p.reciprocal) },
    edges(
      of: "negative_log_likelihood", clauses: ["NEGATIVE-LOG-LIKELIHOOD-4"],
      [Edge("p", p: 0, is: -.infinity), Edge("p", p: 1, is: Ball(-1))]),
    differences(
      of: "negative_log_likelihood", clauses: ["NEGATIVE-LOG-LIKELIHOOD-4"]
    ) { t, _, low in t.exact(2 / low.power(3)) },
  ]
}
