import CrossEntropy
import Exact
import Property

extension Law {
  /// Derivatives of the functions of p and q, by both.
  static let divergenceGradients: [Law] =
    crossEntropySlopes + divergenceSlopes + jensenShannonSlopes + perplexitySlopes

  private static let crossEntropySlopes: [Law] = [
    slope(of: "cross_entropy", is: "−ln q", clauses: ["CROSS-ENTROPY-5"]) { t, _, q in -t.log(q) },
    slope(of: "cross_entropy", by: "q", is: "−p/q", clauses: ["CROSS-ENTROPY-5"]) { t, p, q in
      t.exact(-p / q)
    },
    edges(
      of: "cross_entropy", clauses: ["CROSS-ENTROPY-5"],
      [
        Edge("q", p: 0, q: Rational(1, 2), is: Ball(0)), Edge("q", p: 0, q: 0, is: Ball(0)),
        Edge("q", p: 1, q: 0, is: -.infinity), Edge("p", p: 0, q: 0, is: .infinity),
        Edge("p", p: 1, q: 0, is: .infinity), Edge("p", p: 0, q: 1, is: Ball(0)),
      ]),
    // Linear in p.
    differences(of: "cross_entropy", clauses: ["CROSS-ENTROPY-5"]) { _, _, _ in Ball(0) },
    // (−p ln q)‴ = −2p/q³
    differences(of: "cross_entropy", by: "q", clauses: ["CROSS-ENTROPY-5"]) { t, at, low in
      t.exact(2 * at.p / low.power(3))
    },
    Law(
      "cross-entropy-is-stationary-at-the-truth",
      "At q = p the derivatives by all outcomes that can happen are −1: no exchange of belief "
        + "lowers the cross-entropy.",
      clauses: ["CROSS-ENTROPY-5"],
      source: "T. M. Cover, J. A. Thomas, Elements of Information Theory, 2nd edition, 2006, §5.3",
      world: wholeWorld
    ) { t in
      let p = try t.draw("p", .distribution())
      for function in ["cross_entropy", "kl_divergence"] {
        let slopes = try t.gradient(function, by: "q", ["p": .vector(p), "q": .vector(p)])
        try t.equal(
          slopes, p.map { $0.isZero ? Ball(0) : Ball(-1) }, "the derivative of \(function)")
      }
    },
  ]

  private static let divergenceSlopes: [Law] = [
    slope(of: "kl_divergence", is: "ln p − ln q + 1", clauses: ["KL-DIVERGENCE-7"]) { t, p, q in
      t.log(p / q) + Ball(1)
    },
    slope(of: "kl_divergence", by: "q", is: "−p/q", clauses: ["KL-DIVERGENCE-8"]) { t, p, q in
      t.exact(-p / q)
    },
    edges(
      of: "kl_divergence", clauses: ["KL-DIVERGENCE-7", "KL-DIVERGENCE-8"],
      [
        Edge("p", p: 0, q: Rational(1, 2), is: -.infinity), Edge("p", p: 1, q: 0, is: .infinity),
        Edge("p", p: 0, q: 0, is: .nan), Edge("q", p: 0, q: Rational(1, 2), is: Ball(0)),
        Edge("q", p: 0, q: 0, is: Ball(0)), Edge("q", p: 1, q: 0, is: -.infinity),
      ]),
    // (p ln p − p ln q)‴ = −1/p² by p and −2p/q³ by q
    differences(of: "kl_divergence", clauses: ["KL-DIVERGENCE-7"]) { t, _, low in
      t.exact(1 / low.power(2))
    },
    differences(of: "kl_divergence", by: "q", clauses: ["KL-DIVERGENCE-8"]) { t, at, low in
      t.exact(2 * at.p / low.power(3))
    },
  ]

  private static let jensenShannonSlopes: [Law] = [
    slope(
      of: "js_divergence", is: "½ ln(p/m)", clauses: ["JS-DIVERGENCE-5"]
    ) { t, p, q in t.log(2 * p / (p + q)) / Ball(2) },
    slope(
      of: "js_divergence", by: "q", is: "½ ln(q/m)", clauses: ["JS-DIVERGENCE-5"]
    ) { t, p, q in t.log(2 * q / (p + q)) / Ball(2) },
    edges(
      of: "js_divergence", clauses: ["JS-DIVERGENCE-5"],
      [
        Edge("p", p: 0, q: Rational(1, 2), is: -.infinity), Edge("p", p: 0, q: 0, is: .nan),
        Edge("p", p: 1, q: 0, is: .log(Ball(Rational(2), precision: 512)) / Ball(2)),
        Edge("q", p: Rational(1, 2), q: 0, is: -.infinity), Edge("q", p: 0, q: 0, is: .nan),
      ]),
    // ½ ln(p/m) has the second derivative ½(1/(p + q)² − 1/p²), of size below 1/(2p²).
    differences(of: "js_divergence", clauses: ["JS-DIVERGENCE-5"]) { t, _, low in
      t.exact(1 / (2 * low.power(2)))
    },
    differences(of: "js_divergence", by: "q", clauses: ["JS-DIVERGENCE-5"]) { t, _, low in
      t.exact(1 / (2 * low.power(2)))
    },
    Law(
      "js-divergence-is-stationary-at-equality",
      "At p = q the derivatives by both are 0 wherever p > 0: from there the divergence only rises.",
      clauses: ["JS-DIVERGENCE-5"],
      source: "J. Lin, Divergence measures based on the Shannon entropy, 1991", isSmooth: true
    ) { t in
      let p = try t.draw("p", Gen<Rational>.innerProbability.array(1...4))
      for name in ["p", "q"] {
        let slopes = try t.gradient("js_divergence", by: name, ["p": .vector(p), "q": .vector(p)])
        try t.equal(slopes, p.map { _ in Ball(0) }, "the derivative by \(name)")
      }
    },
  ]

  private static let perplexitySlopes: [Law] = [
    Law(
      "perplexity-gradient",
      "The derivative of the perplexity P by an element of q is −P·p/q, and by one of p −P·ln q.",
      clauses: ["PERPLEXITY-4", "GRADIENT-1"], source: "Definition: (e^x)′ = e^x", isSmooth: true
    ) { t in
      let p = try t.draw("p", Gen<Rational>.innerProbability.array(1...4))
      let q = try t.draw("q", Gen<Rational>.innerProbability.array(count: p.count))
      let c = try t.draw("cotangent", .coarse(-4...4))
      let value = try t.perplexity(p, q)
      func slopes(by name: String) throws -> [Ball] {
        try t.gradient(
          "perplexity", by: name, ["p": .vector(p), "q": .vector(q)],
          cotangent: Tensor(.finite(c)))
      }
      try t.equal(
        try slopes(by: "q"), zip(p, q).map { t.exact(-c * $0 / $1) * value }, "−P·p/q")
      try t.equal(try slopes(by: "p"), q.map { t.exact(-c) * value * t.log($0) }, "−P·ln q")
    },
    edges(
      of: "perplexity", clauses: ["PERPLEXITY-4"],
      [
        Edge("q", p: 0, q: Rational(1, 2), is: Ball(0)), Edge("q", p: 0, q: 0, is: Ball(0)),
        Edge("q", p: 1, q: 0, is: -.infinity), Edge("p", p: 0, q: 0, is: .infinity),
        Edge("p", p: 1, q: 0, is: .infinity), Edge("p", p: 0, q: 1, is: Ball(0)),
      ]),
    Law(
      "perplexity-gradient-where-it-is-infinite",
      "Where something happens that was held impossible P is +∞ and stands for its limit: so is the "
        + "derivative by any p with q < 1, and −∞ by any q with p > 0; 0 times it is NaN, but for "
        + "p = 0.",
      clauses: ["PERPLEXITY-3", "PERPLEXITY-4", "GRADIENT-2"],
      source: "Definition: a limit from inside", world: wholeWorld
    ) { t in
      let p = try t.draw("p", .probability)
      let q = try t.draw("q", .probability)
      let arguments: [String: Call.Argument] = ["p": .vector([1, p]), "q": .vector([0, q])]
      let byQ = try t.gradient("perplexity", by: "q", arguments)
      try t.equal(byQ, [-.infinity, p.isZero ? Ball(0) : -.infinity], "by q")
      let byP = try t.gradient("perplexity", by: "p", arguments)
      try t.holds(byP.count == 2, "the gradient has \(byP.count) elements")
      if q == .one { return try t.isNaN(byP[1], "by p where q is 1") }
      try t.equal(byP, [.infinity, .infinity], "by p")
    },
    // P = C·q^−p: by p the third derivative is P·(−ln q)³, which grows with p to at most p = 1.
    differences(of: "perplexity", clauses: ["GRADIENT-1"]) { t, at, _ in
      let most = try t.value("perplexity", at.arguments(at: .one))
      return most * (-t.log(at.q)).power(3)
    },
    // By q it is −P·p(p + 1)(p + 2)/q³, and P falls as q grows.
    differences(of: "perplexity", by: "q", clauses: ["PERPLEXITY-4"]) { t, at, low in
      let most = try t.value("perplexity", at.arguments(at: low))
      return most * t.exact(at.p * (at.p + 1) * (at.p + 2) / low.power(3))
    },
  ]
}
