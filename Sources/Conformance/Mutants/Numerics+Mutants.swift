import CrossEntropy
import Exact

extension Mutant {
  static let numerics: [Mutant] =
    rounding + [
      Mutant(
        "log-likelihood-of-a-product",
        "The logarithm is taken of the product as it rounds to a double.",
        clauses: ["LOG-LIKELIHOOD-3"], functions: ["log_likelihood"],
        breaks: ["a-product-of-likelihoods-underflows-and-its-logarithm-does-not"]
      ) { call, subject in
        var product = Call("likelihood", call.arguments)
        product.gradient = []
        let value = try subject.answer(product).value.map { Ball.log($0.roundedToDouble) }
        return Answer(value: value)
      }
    ]

  /// Mistakes of an arithmetic, not of a formula.
  private static let rounding: [Mutant] = [
    .spoiling(
      "single-precision", "Every result goes through float32.",
      clauses: ["ACCURACY-1", "POLICY-16"],
      functions: ["sigmoid", "softplus", "log_sum_exp", "softmax", "log_softmax"], breaks: []
    ) { _, answer in answer.value = answer.value.map { $0.rounded(to: .float32) } },
    .spoiling(
      "last-bit-cut", "Results are cut to the format, not rounded.",
      clauses: ["ACCURACY-2", "POLICY-16"],
      functions: ["information_content", "sigmoid", "log_sigmoid", "softplus"], breaks: []
    ) { _, answer in answer.value = answer.value.map(\.cutToDouble) },
    .spoiling(
      "overflow-is-the-largest", "What overflows a double is the largest of them.",
      clauses: ["ACCURACY-6"], functions: ["perplexity"], breaks: []
    ) { _, answer in
      answer.value = answer.value.map {
        !$0.isFinite || $0.roundedToDouble.isFinite ? $0 : .number(Format.float64.greatest)
      }
    },
    Mutant(
      "sums-in-single", "The terms of a sum are added up in float32.",
      clauses: ["POLICY-14", "POLICY-15"],
      functions: ["entropy", "log_likelihood", "negative_log_likelihood"], breaks: []
    ) { call, subject in
      var answer = try subject.answer(call)
      guard answer.value.elements.allSatisfy(\.isFinite) else { return answer }
      let terms = try call.numbers("p").map { number in
        var term = call
        (term.arguments["p"], term.gradient, term.cotangent) = (.real(Tensor([number])), [], nil)
        return try subject.answer(term).value.elements[0]
      }
      answer.value = Tensor(terms.reduce(Ball(0)) { ($0 + $1).rounded(to: .float32) })
      return answer
    },
    Mutant(
      "negative-zero-is-less", "−0 is taken for a number below 0, as by its sign bit.",
      clauses: ["INPUT-11"],
      functions: ["entropy", "sigmoid", "relu", "binary_cross_entropy", "hinge"], breaks: []
    ) { call, subject in
      var changed = call
      for (name, places) in call.negativeZeros {
        guard case .real(var tensor) = call.arguments[name] else { continue }
        for place in places { tensor.elements[place] = .finite(Rational(-1, 1000)) }
        changed.arguments[name] = .real(tensor)
      }
      return try subject.answer(changed)
    },
  ]
}

extension Ball {
  /// The number of a format nearest to the midpoint, of what is finite there.
  fileprivate func rounded(to format: Format) -> Ball {
    guard isFinite, midpoint.top < 120 && midpoint.top > -120 else { return self }
    return Ball(
      Floating(rounding: .finite(midpoint.asRational), to: format).value, precision: 600)
  }

  /// The double next to the midpoint on the side of 0.
  fileprivate var cutToDouble: Ball {
    let near = roundedToDouble
    guard isFinite, near.isFinite, !near.midpoint.isZero,
      near.midpoint.asRational.magnitude > midpoint.asRational.magnitude
    else { return near }
    let double = Floating(rounding: .finite(near.midpoint.asRational), to: .float64)
    return Ball(Floating(bits: double.bits - 1, format: .float64).value, precision: 600)
  }
}
