import CrossEntropy
import Exact
import Property

extension Law {
  private static let softmaxes = ["softmax", "log_softmax"]

  static let softmaxInfinities: [Law] = [
    Law(
      "softmaxes-drop-what-is-masked",
      "A −∞ logit gets 0, or −∞ as a logarithm, and the rest is as if it were absent.",
      clauses: ["SOFTMAX-5", "LOG-SOFTMAX-4"],
      source: "A. Vaswani et al., Attention Is All You Need, 2017, §3.2.3", cover: ["mask": 0.2]
    ) { t in
      let name = try t.draw("function", .element(of: softmaxes))
      let x = try t.draw("x", .maskedLogits(1...5))
      let values = try t.values(name, ["x": .vector(x)])
      let none = name == "softmax" ? Ball(0) : t.exact(.infinity(isNegative: true))
      for index in x.indices where x[index].asRational == nil {
        try t.equal(values[index], none, "\(name) of what is masked")
      }
      let rest = x.indices.filter { x[$0].asRational != nil }.map { values[$0] }
      let kept = try t.values(name, ["x": .vector(x.compactMap(\.asRational))])
      try t.equal(rest, kept, "\(name) of the rest")
    },
    Law(
      "gradients-of-softmaxes-drop-what-is-masked",
      """
      A −∞ logit whose output has no cotangent has no gradient, and the rest is as if it were \
      absent.
      """,
      clauses: ["SOFTMAX-5", "SOFTMAX-9", "LOG-SOFTMAX-4", "LOG-SOFTMAX-6"],
      source: "A. Vaswani et al., Attention Is All You Need, 2017, §3.2.3", cover: ["mask": 0.2]
    ) { t in
      let name = try t.draw("function", .element(of: softmaxes))
      let x = try t.draw("x", .maskedLogits(1...5))
      let free = x.indices.filter { x[$0].asRational != nil }
      var g = try t.draw("g", .cotangent(of: x.count))
      for index in x.indices where x[index].asRational == nil { g[index] = 0 }
      let slopes = try t.gradient(name, by: "x", ["x": .vector(x)], cotangent: .cotangent(g))
      let kept = try t.gradient(
        name, by: "x", ["x": .vector(x.compactMap(\.asRational))],
        cotangent: .cotangent(free.map { g[$0] }))
      try t.equal(free.map { slopes[$0] }, kept, "the gradient of the rest")
      for index in x.indices where x[index].asRational == nil {
        try t.equal(slopes[index], Ball(0), "the gradient of what is masked")
      }
    },
    Law(
      "one-infinite-logit-takes-all",
      "A single +∞ gets 1 and leaves 0 to the rest; as logarithms 0 and −∞.",
      clauses: ["SOFTMAX-6", "POLICY-6"],
      source: blanchard
    ) { t in
      let name = try t.draw("function", .element(of: softmaxes))
      var x = try t.draw("x", Gen<[Rational]>.logits(1...5)).extended
      let place = try t.draw("place", .int(0...x.count - 1))
      x[place] = .infinity(isNegative: false)
      if try t.draw("isMasked", .bool) {
        for index in x.indices where index != place { x[index] = .infinity(isNegative: true) }
      }
      let isLog = name == "log_softmax"
      let none = isLog ? t.exact(.infinity(isNegative: true)) : Ball(0)
      let limit = x.indices.map { $0 == place ? Ball(isLog ? 0 : 1) : none }
      try t.equal(try t.values(name, ["x": .vector(x)]), limit, "\(name) with a +∞")
    },
    Law(
      "softmaxes-without-a-limit-are-nan",
      "A row of nothing but −∞, with two +∞, or with a NaN, is NaN throughout.",
      clauses: ["SOFTMAX-7", "INPUT-2", "POLICY-6"],
      source: blanchard
    ) { t in
      let name = try t.draw("function", .element(of: softmaxes))
      let kind = try t.draw("kind", .element(of: ["masked", "two", "NaN"]))
      var x = try t.draw("x", Gen<Extended>.extendedLogit.array(1...4))
      switch kind {
      case "masked": x = x.map { _ in .infinity(isNegative: true) }
      case "two": x += [.infinity(isNegative: false), .infinity(isNegative: false)]
      default: x.append(.nan)
      }
      for value in try t.values(name, ["x": .vector(x)]) {
        try t.isNaN(value, "\(name) of \(kind)")
      }
      for slope in try t.gradient(name, by: "x", ["x": .vector(x)]) {
        try t.isNaN(slope, "the gradient of \(name) of \(kind)")
      }
    },
    Law(
      "log-softmax-is-finite",
      "The log-softmax of finite logits is finite, also where the softmax underflows.",
      clauses: ["LOG-SOFTMAX-3"],
      source: blanchard,
      examples: [["x": [Rational(0), 746]]], world: wholeWorld
    ) { t in
      let x = try t.draw("x", .logits())
      let most = t.exact(x.greatest - x.least) + .log(t.exact(Rational(x.count)))
      for value in try t.values("log_softmax", ["x": .vector(x)]) {
        try t.isFinite(value, "log_softmax(x)")
        try t.atMost(value, Ball(0), "log_softmax(x) against 0")
        try t.atMost(-most, value, "−(max x − min x) − log n against log_softmax(x)")
      }
    },
  ]

  /// Rows along the last axis, each by itself.
  static let softmaxRows: [Law] = [
    Law(
      "rows-of-logits-are-independent",
      "Along the last axis each row is treated by itself, whatever axes stand before it.",
      clauses: ["LOG-SUM-EXP-1", "SOFTMAX-1", "LOG-SOFTMAX-1"],
      source: "A. Vaswani et al., Attention Is All You Need, 2017, §3.2.1"
    ) { t in
      let name = try t.draw("function", .element(of: softmaxes + ["log_sum_exp"]))
      let n = try t.draw("n", .int(1...3))
      let rows = try t.draw("rows", Gen<Extended>.extendedLogit.array(count: n).array(count: 4))
      let apart = try rows.map { try t.values(name, ["x": .vector($0)]) }
      for shape in [[4, n], [2, 2, n]] {
        let call = Call(name, ["x": .real(Tensor(shape: shape, Array(rows.joined())))])
        let value = try t.answer(call).value
        try t.holds(
          value.shape == (name == "log_sum_exp" ? shape.dropLast() : shape),
          "the shape is \(value.shape)")
        try t.equal(value.elements, Array(apart.joined()), "\(name) of shape \(shape)")
      }
    },
    Law(
      "nan-stays-in-its-row",
      "A NaN makes its own row NaN, value and gradient, and no other.",
      clauses: ["INPUT-2"], source: "IEEE 754-2019, §6.2"
    ) { t in
      let name = try t.draw("function", .element(of: softmaxes + ["log_sum_exp"]))
      let clean = try t.draw("clean", .logits(1...3))
      var spoilt = clean.extended
      spoilt[try t.draw("place", .int(0...clean.count - 1))] = .nan
      let x = Call.Argument.matrix([clean.extended, spoilt])
      let alone = try t.values(name, ["x": .vector(clean)])
      let values = try t.values(name, ["x": x])
      try t.equal(Array(values.prefix(alone.count)), alone, "the clean row")
      for value in values.dropFirst(alone.count) { try t.isNaN(value, "the row with NaN") }
      let slopes = try t.gradient(name, by: "x", ["x": x])
      try t.equal(
        Array(slopes.prefix(clean.count)), try t.gradient(name, by: "x", ["x": .vector(clean)]),
        "the gradient of the clean row")
      for slope in slopes.dropFirst(clean.count) { try t.isNaN(slope, "the gradient of the other") }
    },
    Law(
      "softmaxes-keep-empty-rows-empty",
      """
      The softmaxes of rows of no class, and of no row, have no element; LSE of a row of none is \
      −∞.
      """,
      clauses: ["SOFTMAX-1", "LOG-SOFTMAX-1", "LOG-SUM-EXP-5"],
      source: "K. E. Iverson, A Programming Language, 1962"
    ) { t in
      let name = try t.draw("function", .element(of: softmaxes + ["log_sum_exp"]))
      let shape = try t.draw("shape", .element(of: [[0], [2, 0], [0, 3]]))
      let value = try t.answer(Call(name, ["x": .real(Tensor(shape: shape, []))])).value
      let wanted = name == "log_sum_exp" ? Array(shape.dropLast()) : shape
      try t.holds(value.shape == wanted, "the shape is \(value.shape)")
      let nothing = t.exact(.infinity(isNegative: true))
      try t.equal(value.elements, value.elements.map { _ in nothing }, "LSE of nothing")
    },
    Law(
      "softmaxes-need-an-axis",
      "A number without an axis is refused, and so is an option that the function does not have.",
      clauses: ["INPUT-5", "INPUT-6"],
      source: "K. E. Iverson, A Programming Language, 1962"
    ) { t in
      let name = try t.draw("function", .element(of: softmaxes + ["log_sum_exp"]))
      let x = try t.draw("x", .logit)
      try t.refused(Call(name, ["x": .scalar(x)]))
      try t.refused(Call(name, ["x": .vector([x])], options: ["axis": 0]))
      try t.refused(
        Call("log_sum_exp", ["x": .vector([x])], options: ["temperature": .number(2)]))
    },
  ]
}
