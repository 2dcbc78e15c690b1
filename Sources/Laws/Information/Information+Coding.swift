import CrossEntropy
import Exact
import Property

extension Law {
  /// What entropy says about codes.
  static let coding: [Law] = [
    Law(
      "entropy-within-a-bit-of-shannon-code",
      "Words of ⌈−log₂ p⌉ bits satisfy Kraft's inequality, and their mean length L is less than a "
        + "bit above the entropy: H ≤ L < H + 1.",
      clauses: ["ENTROPY-1", "INPUT-13"],
      source: "C. E. Shannon, A mathematical theory of communication, 1948, §9", world: wholeWorld
    ) { t in
      let p = try t.draw("p", .distribution())
      let words = p.filter { !$0.isZero }.map { (mass: $0, length: shannonLength($0)) }
      try t.holds(
        words.map { Rational.powerOfTwo(-$0.length) }.total <= .one, "Kraft's sum is above 1")
      let mean = t.exact(words.map { $0.mass * Rational($0.length) }.total)
      let bits = try t.entropy(p, base: 2)
      try t.atMost(bits, mean, "H against L")
      try t.less(mean, bits + Ball(1), "L against H + 1")
    },
    Law(
      "entropy-at-most-mean-word-length",
      "No prefix code is shorter in the mean than the entropy in bits, and one is as short only "
        + "where every p is 2^−length. Its mean length is the cross-entropy to the lengths.",
      clauses: ["ENTROPY-1", "CROSS-ENTROPY-1", "INPUT-13"],
      source:
        "T. M. Cover, J. A. Thomas, Elements of Information Theory, 2nd edition, 2006, Theorem 5.3.1",
      examples: [["splits": [0, 0], "p": [Rational(1, 4), Rational(1, 4), Rational(1, 2)]]]
    ) { t in
      // A code is a binary tree: splitting a leaf makes two words of one bit more.
      var lengths = [0]
      for split in try t.draw("splits", Gen<Int>.int(0...4).array(0...5)) {
        let leaf = split % lengths.count
        lengths[leaf] += 1
        lengths.insert(lengths[leaf], at: leaf)
      }
      let p = try t.draw("p", .distribution(of: lengths.count))
      let ideal = lengths.map { Rational.powerOfTwo(-$0) }
      let mean = t.exact(zip(p, lengths).map { $0 * Rational($1) }.total)
      try t.equal(try t.crossEntropy(p, ideal, base: 2), mean, "H(p, 2^−length)")
      if p == ideal {
        try t.equal(try t.entropy(p, base: 2), mean, "H against the mean length")
      } else {
        try t.less(try t.entropy(p, base: 2), mean, "H against the mean length")
      }
    },
  ]

  /// ⌈−log₂ p⌉
  private static func shannonLength(_ p: Rational) -> Int {
    var (length, power) = (0, Rational.one)
    while power > p { (length, power) = (length + 1, power * Rational(1, 2)) }
    return length
  }
}
