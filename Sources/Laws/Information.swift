import CrossEntropy
import Exact
import Property

extension Law {
  static let information: [Law] = [
    Law(
      "entropy-decomposition",
      "Cross-entropy is entropy plus divergence: H(p, q) = H(p) + KL(p‖q).",
      clauses: ["CROSS-ENTROPY-3"],
      source: "S. Kullback, R. A. Leibler, On information and sufficiency, 1951"
    ) { t in
      let p = try t.draw("p", .masses())
      let q = try t.draw("q", .masses(p.count...p.count))
      let cross = try t.value("cross_entropy", ["p": .vector(p), "q": .vector(q)])
      let entropy = try t.value("entropy", ["p": .vector(p)])
      let divergence = try t.value("kl_divergence", ["p": .vector(p), "q": .vector(q)])
      try t.equal(cross, entropy + divergence, "H(p, q) against H(p) + KL(p‖q)")
    },
    Law(
      "entropy-at-most-log-n",
      "The entropy of n outcomes is at most log n, and equals it only where all are 1/n.",
      clauses: ["ENTROPY-4"],
      source: "C. E. Shannon, A mathematical theory of communication, 1948, §6",
      cover: ["uniform": 0.05], world: wholeWorld
    ) { t in
      let p = try t.draw("p", .distribution())
      let entropy = try t.value("entropy", ["p": .vector(p)])
      let bound = Ball.log(t.exact(Rational(p.count)))
      if p.allSatisfy({ $0 == p[0] }) {
        try t.equal(entropy, bound, "H(p) against log \(p.count)")
      } else {
        try t.less(entropy, bound, "H(p) against log \(p.count)")
      }
    },
  ]
}
