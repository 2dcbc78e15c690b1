import CrossEntropy
import Exact
import Property

extension Law {
  /// Differential entropy.
  static let differentialEntropy: [Law] = [
    Law(
      "differential-entropy-closed-forms",
      "log w for a uniform density, ½ log(2πes²) for a normal one, log(e/λ) for an exponential "
        + "one, log(2em) for a Laplace one.",
      clauses: ["DIFFERENTIAL-ENTROPY-1", "INPUT-13"],
      source:
        "T. M. Cover, J. A. Thomas, Elements of Information Theory, 2nd edition, 2006, Table 17.1"
    ) { t in
      let density = try t.draw("density", .element(of: Density.allCases))
      let a = try t.draw("a", .positive())
      let b = try t.draw("b", .base)
      let e = Ball.exp(t.exact(.one))
      let form: Ball =
        switch density {
        case .uniform: t.log(a)
        case .normal:
          Ball.log(Ball(2) * Ball.pi(precision: t.precision) * e * t.exact(a * a)) / Ball(2)
        case .exponential: .log(e / t.exact(a))
        case .laplace: .log(Ball(2) * e * t.exact(a))
        }
      try t.equal(try t.differentialEntropy(density, a, base: b), form / t.log(b), "h")
    },
    Law(
      "differential-entropy-scales",
      "Stretching a density by a factor adds the log of that factor to its entropy.",
      clauses: ["DIFFERENTIAL-ENTROPY-2"],
      source: "C. E. Shannon, A mathematical theory of communication, 1948, §20"
    ) { t in
      let density = try t.draw("density", .element(of: Density.allCases))
      let a = try t.draw("a", .positive())
      let factor = try t.draw("factor", .element(of: [2, 3, 4, Rational(1, 2)] as [Rational]))
      // A rate is the reciprocal of a length.
      let isRate = density == .exponential
      let (narrow, wide) = isRate ? (factor * a, a) : (a, factor * a)
      try t.equal(
        try t.differentialEntropy(density, wide),
        try t.differentialEntropy(density, narrow) + t.log(factor), "h of the stretched density")
    },
    Law(
      "differential-entropy-has-a-sign",
      "The entropy of a uniform density is negative where it is narrower than 1, 0 at width 1, "
        + "and else positive.",
      clauses: ["DIFFERENTIAL-ENTROPY-3"],
      source: "T. M. Cover, J. A. Thomas, Elements of Information Theory, 2nd edition, 2006, §8.1",
      cover: ["narrow": 0.1], examples: [["width": Rational(1, 2)]]
    ) { t in
      let width = try t.draw("width", .positive())
      let entropy = try t.differentialEntropy(.uniform, width)
      if width == .one { return try t.equal(entropy, Ball(0), "h of width 1") }
      if width < .one { t.label("narrow") }
      let (low, high) = width < .one ? (entropy, Ball(0)) : (Ball(0), entropy)
      try t.less(low, high, "h of width \(width)")
    },
    Law(
      "differential-entropy-is-limit-of-entropy",
      "Cut into n bins of width Δ, a uniform density has entropy H(1/n, …) = h − log Δ.",
      clauses: ["DIFFERENTIAL-ENTROPY-1", "ENTROPY-4"],
      source:
        "T. M. Cover, J. A. Thomas, Elements of Information Theory, 2nd edition, 2006, Theorem 8.3.1",
      // A third of a width is no number of a format.
      promises: [.certified]
    ) { t in
      let width = try t.draw("width", .positive())
      let n = try t.draw("n", .int(1...12))
      let cells = try t.entropy(Array(repeating: Rational(1, n), count: n))
      try t.equal(
        cells, try t.differentialEntropy(.uniform, width) - t.log(width / Rational(n)),
        "H(1/n, …) against h − log Δ")
    },
    Law(
      "differential-entropy-of-two-sides",
      "A Laplace density is two exponential ones back to back: which side it was tells log 2 more.",
      clauses: ["DIFFERENTIAL-ENTROPY-1"],
      source:
        "T. M. Cover, J. A. Thomas, Elements of Information Theory, 2nd edition, 2006, Table 17.1"
    ) { t in
      let rate = try t.draw("rate", .positive())
      try t.equal(
        try t.differentialEntropy(.laplace, rate.reciprocal),
        try t.differentialEntropy(.exponential, rate) + t.log(2), "h(Laplace)")
    },
    Law(
      "normal-entropy-is-greatest-at-given-variance",
      "Of all densities of variance s² the normal one has the greatest entropy.",
      clauses: ["DIFFERENTIAL-ENTROPY-1"],
      source: "C. E. Shannon, A mathematical theory of communication, 1948, §20"
    ) { t in
      let s = try t.draw("s", .positive())
      let normal = try t.differentialEntropy(.normal, s)
      // The deviation is w/√12 for a uniform density, 1/λ for an exponential one, m·√2 for a
      // Laplace one. Parameters that are no rational numbers are reached by stretching.
      let uniform = try t.differentialEntropy(.uniform, s) + t.log(12) / Ball(2)
      let laplace = try t.differentialEntropy(.laplace, s) - t.log(2) / Ball(2)
      try t.less(uniform, normal, "h(uniform)")
      try t.less(laplace, normal, "h(Laplace)")
      let rate = s.reciprocal
      if t.subject.numbers.contains(rate) {
        try t.less(try t.differentialEntropy(.exponential, rate), normal, "h(exponential)")
      }
    },
    Law(
      "exponential-entropy-is-greatest-at-given-mean",
      "Of all densities on the numbers above 0 with mean 1/λ the exponential one has the greatest "
        + "entropy; of all with mean size m the Laplace one.",
      clauses: ["DIFFERENTIAL-ENTROPY-1"],
      source: "T. M. Cover, J. A. Thomas, Elements of Information Theory, 2nd edition, 2006, §12.2"
    ) { t in
      let mean = try t.draw("mean", .positive())
      // The mean of a uniform density from 0 on is half its width, the mean size of one round 0 a
      // quarter of it, and of a normal one s·√(2/π).
      let width = try t.differentialEntropy(.uniform, mean)
      let laplace = try t.differentialEntropy(.laplace, mean)
      try t.less(width + t.log(4), laplace, "h(uniform) round 0")
      let root = Ball.log(Ball.pi(precision: t.precision) / Ball(2)) / Ball(2)
      try t.less(try t.differentialEntropy(.normal, mean) + root, laplace, "h(normal)")
      let rate = mean.reciprocal
      if t.subject.numbers.contains(rate) {
        let exponential = try t.differentialEntropy(.exponential, rate)
        try t.less(width + t.log(2), exponential, "h(uniform) from 0 on")
      }
    },
    Law(
      "differential-entropy-change-of-base",
      "To the base b the differential entropy is the natural one divided by ln b.",
      clauses: ["INPUT-13"],
      source: "C. E. Shannon, A mathematical theory of communication, 1948, Introduction"
    ) { t in
      let density = try t.draw("density", .element(of: Density.allCases))
      let a = try t.draw("a", .positive())
      let b = try t.draw("b", .base)
      try t.equal(
        try t.differentialEntropy(density, a, base: b) * t.log(b),
        try t.differentialEntropy(density, a), "h to base b, times ln b")
    },
    Law(
      "differential-entropy-needs-its-own-parameter",
      "A density without its parameter, with another's, or with one that is not above 0 is refused.",
      clauses: ["INPUT-6"],
      source: "Definition: the parameter is finite and above 0",
      cover: ["missing": 0.1, "not above 0": 0.1, "another's": 0.1]
    ) { t in
      let density = try t.draw("density", .element(of: Density.allCases))
      let mistake = try t.draw("mistake", .element(of: ["missing", "not above 0", "another's"]))
      t.label(mistake)
      var options = density.options(.one)
      switch mistake {
      case "missing": options[density.rawValue] = nil
      case "another's":
        let other = Density.allCases[(Density.allCases.firstIndex(of: density)! + 1) % 4]
        options[other.rawValue] = .number(.one)
      default:
        let value: Extended = try t.draw(
          "value", .element(of: [.finite(0), .finite(-1), .infinity(isNegative: false)]))
        options[density.rawValue] = .real(value)
      }
      try t.refused(Call("differential_entropy", options: options))
    },
    Law(
      "differential-entropy-of-nan",
      "A parameter that is NaN, or such a base, makes NaN of the entropy.", clauses: ["INPUT-2"],
      source: "IEEE Std 754-2019, §6.2"
    ) { t in
      let density = try t.draw("density", .element(of: Density.allCases))
      let name = try t.draw("name", .element(of: [density.rawValue, "base"]))
      let options = density.options(.one).merging([name: .real(.nan)]) { $1 }
      try t.isNaN(try t.value("differential_entropy", [:], options), "h")
    },
  ]
}
