import CrossEntropy
import Exact

extension Corpus {
  /// Hard roundings of every function that takes one number for each result, and of two that do if
  /// the second of two logits is 0. A function that is rational throughout, such as `relu`, has
  /// none: it is computed exactly and rounded once.
  static let knifeEdges: [Case] = [
    edges("", "INFORMATION-CONTENT-1", .nats) { Call("information_content", ["p": .vector($0)]) },
    edges("-bits", "INFORMATION-CONTENT-1 INPUT-13", .bits) {
      Call("information_content", ["p": .vector($0)], options: ["base": .number(2)])
    },
    edges("-bans", "INFORMATION-CONTENT-1 INPUT-13", .bans) {
      Call("information_content", ["p": .vector($0)], options: ["base": .number(10)])
    },
    density("uniform", "width", .uniform), density("normal", "sigma", .normal),
    density("exponential", "rate", .exponential), density("laplace", "scale", .laplace),
    edges("", "SIGMOID-1", .sigmoid) { Call("sigmoid", ["x": .vector($0)]) },
    edges("-slope", "SIGMOID-5", .sigmoidSlope) {
      Call("sigmoid", ["x": .vector($0)], gradient: ["x"])
    },
    edges("", "LOG-SIGMOID-1", .softplus) { Call("log_sigmoid", ["x": .vector($0.map { -$0 })]) },
    edges("", "SOFTPLUS-1", .softplus) { Call("softplus", ["x": .vector($0)]) },
    // The slope of softplus is the sigmoid.
    edges("-slope", "SOFTPLUS-5", .sigmoid) {
      Call("softplus", ["x": .vector($0)], gradient: ["x"])
    },
    edges("", "LOG-SUM-EXP-1", .softplus) { Call("log_sum_exp", ["x": besideZero($0)]) },
    edges("", "BINARY-CROSS-ENTROPY-1", .nats) {
      each("binary_cross_entropy", ["p": .vector($0), "y": copies(1, of: $0)])
    },
    edges("-no", "BINARY-CROSS-ENTROPY-1", .complement) {
      each("binary_cross_entropy", ["p": .vector($0), "y": copies(0, of: $0)])
    },
    edges("", "BINARY-CROSS-ENTROPY-WITH-LOGITS-1", .softplus) {
      each("binary_cross_entropy_with_logits", bothWays($0, "logits", no: 0))
    },
    edges("", "SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-1", .softplus) {
      each(
        "sparse_categorical_cross_entropy_with_logits",
        ["logits": besideZero($0), "labels": .labels($0.map { _ in 1 })])
    },
    edges("", "BINARY-FOCAL-WITH-LOGITS-1", .focal) {
      each("binary_focal_with_logits", bothWays($0.map { -$0 }, "logits", no: 0))
    },
    edges("", "LOGISTIC-LOSS-1", .softplus) {
      each("logistic_loss", bothWays($0, "scores", no: -1))
    },
  ]

  private static func edges(
    _ suffix: String, _ clauses: String, _ edges: KnifeEdges,
    _ call: @escaping @Sendable ([Rational]) -> Call
  ) -> Case {
    Case(
      "knife-edges" + suffix, clauses + " ACCURACY-2 POLICY-16",
      "each within 1e-6 ulp of a tie; in 16 bits as near as any input comes"
    ) { call(edges.inputs(in: $0)) }
  }

  /// The entropy of a distribution takes one number in all.
  private static func density(_ name: String, _ parameter: String, _ edges: KnifeEdges) -> Case {
    Case(
      "knife-edge-" + name, "DIFFERENTIAL-ENTROPY-1 ACCURACY-2 POLICY-16",
      "within 1e-6 ulp of a tie; in 16 bits as near as any input in range on the way comes"
    ) { format in
      Call(
        "differential_entropy",
        options: [
          "distribution": .word(name), parameter: .number(edges.inputs(in: format)[0]),
        ])
    }
  }

  /// A loss, element by element.
  private static func each(_ function: String, _ arguments: [String: Call.Argument]) -> Call {
    Call(function, arguments, options: ["reduction": "none"])
  }

  private static func copies(_ number: Rational, of inputs: [Rational]) -> Call.Argument {
    .vector(inputs.map { _ in number })
  }

  /// The logits with the answer no, then the opposite ones with the answer yes: the same losses.
  private static func bothWays(
    _ logits: [Rational], _ name: String, no: Rational
  ) -> [String: Call.Argument] {
    [
      name: .vector(logits + logits.map { -$0 }),
      "y": .vector(logits.map { _ in no } + logits.map { _ in 1 }),
    ]
  }

  /// Rows of two logits of which the second is 0.
  private static func besideZero(_ logits: [Rational]) -> Call.Argument {
    .matrix(logits.map { [$0, 0] })
  }
}
