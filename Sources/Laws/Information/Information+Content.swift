import CrossEntropy
import Exact
import Property

extension Law {
  /// What the surprise of one event is.
  static let informationContent: [Law] = [
    Law(
      "information-content-is-minus-log",
      "The information content of each p is −ln p, divided by ln b to the base b.",
      clauses: ["INFORMATION-CONTENT-1", "INPUT-13"],
      source: "C. E. Shannon, A mathematical theory of communication, 1948, Introduction",
      examples: [["p": [Rational(1, 2)], "b": Rational(2)]]
    ) { t in
      let p = try t.draw("p", Gen<Rational>.probability.array(1...6))
      let b = try t.draw("b", .base)
      let answered = try t.values(
        "information_content", ["p": .vector(p)], ["base": .number(b)])
      try t.equal(answered, p.map { -t.log($0) / t.log(b) }, "−log p")
    },
    Law(
      "information-content-counts-halvings",
      "An event of probability 2^−k tells k bits: as much as k tosses of a fair coin.",
      clauses: ["INFORMATION-CONTENT-1", "INPUT-13"],
      source: "R. V. L. Hartley, Transmission of information, 1928"
    ) { t in
      let k = try t.draw("k", .int(0...120))
      try t.equal(try t.content(.powerOfTwo(-k), base: 2), Ball(k), "bits of \(k) tosses")
    },
    Law(
      "information-content-adds",
      "Two independent events together are as surprising as both by themselves: I(pq) = I(p) + I(q).",
      clauses: ["INFORMATION-CONTENT-3"],
      source: "C. E. Shannon, A mathematical theory of communication, 1948, Introduction"
    ) { t in
      let p = try t.draw("p", .factor)
      let q = try t.draw("q", .factor)
      try t.equal(
        try t.content(p * q), try t.content(p) + t.content(q), "I(pq) against I(p) + I(q)")
    },
    Law(
      "information-content-falls",
      "The likelier of two events is the less surprising one.",
      clauses: ["INFORMATION-CONTENT-1"],
      source: "T. M. Cover, J. A. Thomas, Elements of Information Theory, 2nd edition, 2006, §2.1",
      cover: ["differ": 0.5]
    ) { t in
      let p = try t.draw("p", .probability)
      let q = try t.draw("q", .probability)
      if p == q { return try t.equal(try t.content(p), try t.content(q)) }
      t.label("differ")
      try t.less(try t.content(max(p, q)), try t.content(min(p, q)), "I of the likelier event")
    },
    Law(
      "information-content-at-its-ends",
      "What is certain tells nothing, to any base, and what is impossible tells +∞.",
      clauses: ["INFORMATION-CONTENT-2"],
      source: "C. E. Shannon, A mathematical theory of communication, 1948, §6"
    ) { t in
      let b = try t.draw("b", .base)
      try t.equal(try t.content(.one, base: b), Ball(0), "I(1)")
      try t.equal(try t.content(.zero, base: b), .infinity, "I(0)")
    },
    Law(
      "information-content-between-its-bounds",
      "1 − p ≤ I(p) ≤ 1/p − 1 in nats, with equality for p = 1 alone.",
      clauses: ["INFORMATION-CONTENT-1"],
      source: "G. H. Hardy, J. E. Littlewood, G. Pólya, Inequalities, 1934, §4.2"
    ) { t in
      let p = try t.draw("p", .innerProbability)
      let content = try t.content(p)
      try t.less(t.exact(.one - p), content, "1 − p")
      try t.less(content, t.exact(p.reciprocal - .one), "I(p)")
    },
    Law(
      "information-content-is-element-by-element",
      "The answer has the shape of p, and each element is the one that it gets alone, NaN for NaN.",
      clauses: ["INFORMATION-CONTENT-1", "INPUT-2"],
      source: "Definition: the function acts on every element by itself",
      cover: ["NaN": 0.2]
    ) { t in
      let rows = try t.draw("rows", .int(1...3))
      let columns = try t.draw("columns", .int(1...3))
      let element = Gen<Extended> { source in
        let value = try Gen<Rational>.probability.draw(&source)
        return try source.index(below: 5) == 4 ? .nan : .finite(value)
      }
      let p = try t.draw("p", element.array(count: rows * columns))
      if p.contains(.nan) { t.label("NaN") }
      let call = Call("information_content", ["p": .real(Tensor(shape: [rows, columns], p))])
      let answered = try t.answer(call).value
      try t.holds(answered.shape == [rows, columns], "the shape is \(answered.shape)")
      for (value, own) in zip(answered.elements, p) {
        if own.isNaN {
          try t.isNaN(value, "I(NaN)")
        } else {
          let alone = try t.value("information_content", ["p": .real(Tensor(own))])
          try t.equal(value, alone, "I(p) among others against I(p) alone")
        }
      }
    },
  ]
}

extension Gen<Rational> {
  /// A probability of few digits, so that a product of two is a number of the format too: k/8, or
  /// any where any number will do.
  static var factor: Gen {
    Gen { source in
      if source.format == nil { return try Gen.probability.draw(&source) }
      return Rational(try source.index(below: 9), 8)
    }
  }
}
