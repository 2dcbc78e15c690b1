import CrossEntropy
import Exact
import Property

extension Law {
  static let likelihoodValue: [Law] = [
    Law(
      "likelihood-is-the-product", "The likelihood is the product of the probabilities, exactly.",
      clauses: ["LIKELIHOOD-1"],
      source: "R. A. Fisher, On the mathematical foundations of theoretical statistics, 1922",
      world: wholeWorld
    ) { t in
      let p = try t.draw("p", .masses())
      let product = p.reduce(.one, *)
      try t.equal(try t.likelihood(p), t.exact(product), "the product", isRelative: true)
    },
    Law(
      "likelihood-multiplies-over-samples",
      "The likelihood of two independent samples together is the product of theirs.",
      clauses: ["LIKELIHOOD-1"],
      source: "R. A. Fisher, On the mathematical foundations of theoretical statistics, 1922"
    ) { t in
      let p = try t.draw("p", .masses(1...4))
      let q = try t.draw("q", .masses(1...4))
      try t.equal(
        try t.likelihood(p + q), try t.likelihood(p) * t.likelihood(q), "of both samples",
        isRelative: true)
    },
    Law(
      "likelihood-at-most-its-least-probability",
      "0 ≤ likelihood ≤ min p: no sample is likelier than its least likely observation, and "
        + "another observation never raises the likelihood.",
      clauses: ["LIKELIHOOD-1"], source: "A. N. Kolmogorov, Grundbegriffe, 1933"
    ) { t in
      let p = try t.draw("p", .masses())
      let value = try t.likelihood(p)
      try t.atMost(Ball(0), value, "0 against the likelihood")
      try t.atMost(value, t.exact(p.min()!), "the likelihood against min p")
      try t.atMost(value, try t.likelihood(Array(p.dropLast())), "with one more against without")
    },
    Law(
      "likelihood-at-most-power-of-the-mean",
      "The likelihood is at most the n-th power of the mean of p, with equality where all are "
        + "equal.",
      clauses: ["LIKELIHOOD-1"],
      source: "A. L. Cauchy, Cours d'analyse, 1821, Note II, Theorem 17"
    ) { t in
      let p = try t.draw("p", .masses())
      let power = t.exact((p.total / Rational(p.count)).power(p.count))
      let value = try t.likelihood(p)
      if p.allSatisfy({ $0 == p[0] }) {
        try t.equal(value, power, "the likelihood of equal observations")
      } else {
        try t.atMost(value, power, "the likelihood against the power of the mean")
      }
    },
    Law(
      "likelihood-is-exp-of-log-likelihood",
      "The log-likelihood is the logarithm of the likelihood, −∞ for 0.",
      clauses: ["LIKELIHOOD-1", "LOG-LIKELIHOOD-1", "LOG-LIKELIHOOD-2"],
      source: "R. A. Fisher, On the mathematical foundations of theoretical statistics, 1922",
      cover: ["zero": 0.1]
    ) { t in
      let p = try t.draw("p", .masses())
      if p.contains(.zero) { t.label("zero") }
      try t.equal(
        .exp(try t.logLikelihood(p)), try t.likelihood(p), "e^ℓ against the likelihood",
        isRelative: true)
    },
  ]

  static let logLikelihood: [Law] = [
    Law(
      "log-likelihood-is-sum-of-logs",
      "The log-likelihood is Σ log p, and −∞ where a probability is 0.",
      clauses: ["LOG-LIKELIHOOD-1", "LOG-LIKELIHOOD-2", "POLICY-7", "INPUT-13"],
      source: "R. A. Fisher, On the mathematical foundations of theoretical statistics, 1922",
      cover: ["zero": 0.1]
    ) { t in
      let p = try t.draw("p", .masses())
      let b = try t.draw("b", .base)
      if p.contains(.zero) { t.label("zero") }
      try t.equal(
        try t.logLikelihood(p, base: b), p.map { t.log($0) }.sum / t.log(b), "Σ log p")
    },
    Law(
      "negative-log-likelihood-is-minus-log-likelihood",
      "The negative log-likelihood is minus the log-likelihood, to any base.",
      clauses: ["NEGATIVE-LOG-LIKELIHOOD-1", "NEGATIVE-LOG-LIKELIHOOD-3"],
      source: "I. Goodfellow, Y. Bengio, A. Courville, Deep Learning, 2016, §5.5"
    ) { t in
      let p = try t.draw("p", .masses())
      let b = try t.draw("b", .base)
      try t.equal(
        try t.negativeLogLikelihood(p, base: b), -(try t.logLikelihood(p, base: b)), "−ℓ")
    },
    Law(
      "negative-log-likelihood-is-total-information",
      "The negative log-likelihood is the sum of the information contents of the observations.",
      clauses: ["NEGATIVE-LOG-LIKELIHOOD-1", "INFORMATION-CONTENT-1"],
      source: "C. E. Shannon, A mathematical theory of communication, 1948, Introduction"
    ) { t in
      let p = try t.draw("p", .masses())
      let b = try t.draw("b", .base)
      let contents = try t.values(
        "information_content", ["p": .vector(p)], ["base": .number(b)])
      try t.equal(try t.negativeLogLikelihood(p, base: b), contents.sum, "Σ I(p)")
    },
    Law(
      "log-likelihoods-add-over-samples",
      "The log-likelihood of two samples together is the sum of theirs, and so is the negative one: "
        + "both are totals, not means.",
      clauses: ["LOG-LIKELIHOOD-1", "NEGATIVE-LOG-LIKELIHOOD-2"],
      source: "A. W. F. Edwards, Likelihood, 1972"
    ) { t in
      let p = try t.draw("p", .masses(1...4))
      let q = try t.draw("q", .masses(1...4))
      try t.equal(
        try t.logLikelihood(p + q), try t.logLikelihood(p) + t.logLikelihood(q), "ℓ(p ++ q)")
      try t.equal(
        try t.negativeLogLikelihood(p + q),
        try t.negativeLogLikelihood(p) + t.negativeLogLikelihood(q), "−ℓ(p ++ q)")
    },
    Law(
      "log-likelihood-outlives-the-product",
      "Of n observations of probability p > 0 it is n·log p and finite, also where the product "
        + "has long left every format.",
      clauses: ["LOG-LIKELIHOOD-1", "LOG-LIKELIHOOD-3", "NEGATIVE-LOG-LIKELIHOOD-1"],
      source: "C. M. Bishop, Pattern Recognition and Machine Learning, 2006, §1.2.4",
      // A thousand students, and each gets in with probability one half, or one tenth.
      examples: [["p": Rational(1, 2), "n": 1000], ["p": Rational(1, 10), "n": 1000]]
    ) { t in
      let p = try t.draw("p", .innerProbability)
      let n = try t.draw("n", .int(1...32))
      let sample = Array(repeating: p, count: n)
      let value = try t.logLikelihood(sample)
      try t.isFinite(value, "ℓ")
      try t.equal(value, Ball(n) * t.log(p), "n·log p")
      try t.equal(try t.negativeLogLikelihood(sample), Ball(-n) * t.log(p), "−n·log p")
    },
    Law(
      "log-likelihood-is-not-positive",
      "No sample has a log-likelihood above 0; it is 0 where all was certain alone.",
      clauses: ["LOG-LIKELIHOOD-1", "NEGATIVE-LOG-LIKELIHOOD-1"],
      source: "A. W. F. Edwards, Likelihood, 1972"
    ) { t in
      let p = try t.draw("p", .masses())
      let (value, loss) = (try t.logLikelihood(p), try t.negativeLogLikelihood(p))
      if p.allSatisfy({ $0 == .one }) {
        try t.equal(value, Ball(0), "ℓ of the certain")
        try t.equal(loss, Ball(0), "−ℓ of the certain")
      } else {
        try t.less(value, Ball(0), "ℓ against 0")
        try t.less(Ball(0), loss, "0 against −ℓ")
      }
    },
  ]

  /// Permuting independent observations.
  static func orderOfObservations(_ function: String) -> Law {
    Law(
      "\(dashed(function))-ignores-order",
      "Permuting the observations does not change \(function).",
      clauses: [dashed(function).uppercased() + "-1"],
      source: "B. de Finetti, La prévision : ses lois logiques, ses sources subjectives, 1937",
      cover: ["moved": 0.2]
    ) { t in
      let p = try t.draw("p", .masses(1...4))
      let order = try t.draw("order", .order(of: p.count))
      if p.ordered(by: order) != p { t.label("moved") }
      try t.equal(
        try t.value(function, ["p": .vector(p.ordered(by: order))]),
        try t.value(function, ["p": .vector(p)]), "after against before")
    }
  }
}
