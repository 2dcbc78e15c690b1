import CrossEntropy
import Exact
import Property

extension Law {
  private static let names = ["sigmoid", "log_sigmoid", "softplus", "relu"]

  /// What the four functions share: each element is treated by itself.
  static let activationElements: [Law] = [
    Law(
      "activations-act-element-by-element",
      """
      An element of an activation is the activation of that element alone, whatever stands \
      beside it.
      """,
      clauses: ["SIGMOID-1", "LOG-SIGMOID-1", "SOFTPLUS-1", "RELU-1", "INPUT-2"],
      source: "K. E. Iverson, A Programming Language, 1962"
    ) { t in
      let name = try t.draw("function", .element(of: names))
      let x = try t.draw("x", Gen<Extended>.extendedLogit.array(1...4))
      let square = Tensor(shape: [2, x.count], x + x.reversed())
      let together = try t.values(name, ["x": .real(square)])
      let apart = try square.elements.map { try t.value(name, ["x": .real(Tensor($0))]) }
      try t.equal(together, apart, "\(name) of all against one at a time")
    },
    Law(
      "activations-keep-empty-tensors-empty",
      "An activation of no element has no element.",
      clauses: ["SIGMOID-1", "LOG-SIGMOID-1", "SOFTPLUS-1", "RELU-1"],
      source: "K. E. Iverson, A Programming Language, 1962"
    ) { t in
      let name = try t.draw("function", .element(of: names))
      let shape = try t.draw("shape", .element(of: [[0], [0, 3], [2, 0]]))
      let answer = try t.answer(Call(name, ["x": .real(Tensor(shape: shape, []))]))
      try t.holds(answer.value.shape == shape, "the shape is \(answer.value.shape)")
    },
    Law(
      "activations-of-nan-are-nan",
      "NaN gives NaN, and leaves the other elements alone.",
      clauses: ["RELU-2", "INPUT-2"],
      source: "IEEE 754-2019, §6.2"
    ) { t in
      let name = try t.draw("function", .element(of: names))
      let x = try t.draw("x", .logit)
      let values = try t.values(name, ["x": .vector([.nan, .finite(x)])])
      try t.isNaN(values[0], "\(name) of NaN")
      try t.isFinite(values[1], "\(name) beside NaN")
      let slopes = try t.gradient(name, by: "x", ["x": .vector([.nan, .finite(x)])])
      try t.isNaN(slopes[0], "the slope of \(name) at NaN")
      try t.isFinite(slopes[1], "the slope of \(name) beside NaN")
    },
    Law(
      "activation-gradients-scale-with-the-cotangent",
      "The gradient is the slope times the cotangent, element by element.",
      clauses: ["GRADIENT-1"],
      source: "A. Griewank, A. Walther, Evaluating Derivatives, 2008, §3.2", isSmooth: true
    ) { t in
      let name = try t.draw("function", .element(of: names))
      let x = try t.draw("x", Gen<Rational>.logit.array(1...4))
      let g = try t.draw("g", .cotangent(of: x.count))
      let slopes = try t.gradient(name, by: "x", ["x": .vector(x)])
      let products = try t.gradient(name, by: "x", ["x": .vector(x)], cotangent: .cotangent(g))
      try t.equal(products, zip(g, slopes).map { t.exact($0) * $1 }, "g times the slope")
    },
    Law(
      "a-zero-cotangent-hides-no-nan",
      "A zero cotangent makes a finite slope 0 and leaves the slope at NaN NaN.",
      clauses: ["GRADIENT-4"], source: "IEEE 754-2019, §6.2"
    ) { t in
      let name = try t.draw("function", .element(of: names))
      let x = try t.draw("x", .logit)
      let slopes = try t.gradient(
        name, by: "x", ["x": .vector([.finite(x), .nan])], cotangent: .cotangent([0, 0]))
      try t.equal(slopes[0], Ball(0), "0 times the slope")
      try t.isNaN(slopes[1], "0 times NaN")
    },
    Law(
      "activations-are-never-steeper-than-one",
      """
      The sigmoid moves by at most a quarter of what its argument does, the others by at most \
      all.
      """,
      clauses: ["SIGMOID-5", "LOG-SIGMOID-5", "SOFTPLUS-5", "RELU-3"],
      source: "B. Gao, L. Pavel, On the Properties of the Softmax Function, 2017", world: wholeWorld
    ) { t in
      let name = try t.draw("function", .element(of: names))
      let a = try t.draw("a", .logit)
      let b = try t.draw("b", .logit)
      let values = try t.values(name, ["x": .vector([a, b])])
      let most = t.exact((a - b).magnitude * (name == "sigmoid" ? Rational(1, 4) : 1))
      try t.close(values[0], values[1], within: most)
    },
    Law(
      "activations-are-monotone",
      """
      A greater argument gives a greater value, of ReLU one that is not smaller; equal ones the \
      same.
      """,
      clauses: ["SIGMOID-1", "LOG-SIGMOID-1", "SOFTPLUS-1", "RELU-1"],
      source: "I. Goodfellow, Y. Bengio, A. Courville, Deep Learning, 2016, §3.10",
      world: wholeWorld
    ) { t in
      let name = try t.draw("function", .element(of: names))
      // Moderate, so that what has nearly saturated can still be told apart.
      let a = try t.draw("a", .decidableLogit)
      let b = try t.draw("b", .decidableLogit)
      let values = try t.values(name, ["x": .vector([min(a, b), max(a, b)])])
      if a == b {
        try t.equal(values[0], values[1], "f(a) against f(b)")
      } else if name == "relu" {
        try t.atMost(values[0], values[1], "f at the lesser against f at the greater")
      } else {
        try t.less(values[0], values[1], "f at the lesser against f at the greater")
      }
    },
  ]
}
