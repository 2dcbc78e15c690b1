import CrossEntropy
import Exact

private let probability = ["binary_cross_entropy"]
private let logits = ["binary_cross_entropy_with_logits"]
private let both = probability + logits

extension Mutant {
  static let binaryCrossEntropy: [Mutant] =
    batches + binaryValues + binaryWeights + binarySlopes

  private static let binaryValues: [Mutant] = [
    Mutant(
      "binary-forgets-no", "Only −y log p is counted, and what did not happen costs nothing.",
      clauses: ["BINARY-CROSS-ENTROPY-1"], functions: probability,
      breaks: [
        "binary-is-the-expected-surprise", "binary-renaming-the-outcomes", "binary-is-convex-in-p",
        "binary-constant-is-the-base-rate", "binary-clip-bounds-the-loss",
        "binary-logits-near-their-probability", "binary-slope-by-p-by-differences",
      ]
    ) { call, subject in
      // The loss less that of 1 − y alone: all targets 0, weighed by 1 − y.
      var no = call
      guard case .real(let y) = call.arguments["y"] else { return try subject.answer(call) }
      let weights = y.elements.enumerated().map { index, y -> Extended in
        guard let y = y.asRational, y >= .zero, y <= .one else { return y }
        return .finite((1 - y) * (call.number("weight", at: index) ?? 1))
      }
      no.arguments["y"] = .real(y.map { _ in .finite(0) })
      no.arguments["weight"] = .real(Tensor(shape: y.shape, weights))
      var answer = try subject.answer(call)
      let rest = try subject.answer(no)
      answer.value.elements = zip(answer.value.elements, rest.value.elements).map { $0 - $1 }
      return answer
    },
    .asking(
      "binary-rounds-the-target", "A soft target is taken for the nearer of 0 and 1.",
      clauses: ["BINARY-CROSS-ENTROPY-1", "BINARY-CROSS-ENTROPY-WITH-LOGITS-1"], functions: both,
      breaks: [
        "binary-renaming-the-outcomes", "binary-is-linear-in-the-target",
        "binary-logits-cost-at-least-the-entropy",
      ]
    ) { call in
      call.change("y") { y in
        guard let number = y.asRational, number >= .zero, number <= .one else { return y }
        return .finite(number < Rational(1, 2) ? 0 : 1)
      }
    },
    .asking(
      "binary-swaps-prediction-and-target", "Target and probability change places.",
      clauses: ["BINARY-CROSS-ENTROPY-1"], functions: probability,
      breaks: [
        "binary-contradiction-is-infinite", "binary-is-linear-in-the-target",
        "binary-logits-near-their-probability",
      ]
    ) { call in
      (call.arguments["p"], call.arguments["y"]) = (call.arguments["y"], call.arguments["p"])
    },
    .asking(
      "binary-clips-always", "Probabilities are clipped at 10⁻⁷ though nobody asked.",
      clauses: ["BINARY-CROSS-ENTROPY-2", "POLICY-7", "BINARY-CROSS-ENTROPY-3"],
      functions: probability,
      breaks: [
        "binary-is-the-expected-surprise", "binary-is-positive-unless-certain-and-right",
        "binary-contradiction-is-infinite", "binary-is-cross-entropy-of-two-outcomes",
        "binary-falls-as-the-truth-gets-likelier", "binary-is-negative-log-likelihood",
        "binary-is-least-at-the-target", "binary-slope-at-the-ends", "binary-slope-by-the-target",
      ]
    ) { call in
      if call.options["clip"] == nil { call.options["clip"] = .number(Rational(1, 10_000_000)) }
    },
    .asking(
      "binary-adds-epsilon", "10⁻⁷ is added to a probability before its logarithm.",
      clauses: ["BINARY-CROSS-ENTROPY-1", "BINARY-CROSS-ENTROPY-3"], functions: probability,
      breaks: [
        "binary-is-positive-unless-certain-and-right", "binary-is-least-at-the-target",
        "binary-slope-by-the-target",
      ]
    ) { call in
      call.change("p") { p in
        guard let number = p.asRational, number >= .zero, number <= .one else { return p }
        return .finite(min(number + Rational(1, 10_000_000), 1))
      }
    },
    .asking(
      "binary-ignores-clip", "The clip is not applied.", clauses: ["BINARY-CROSS-ENTROPY-5"],
      functions: probability,
      breaks: [
        "binary-clip-moves-the-probability", "binary-clip-bounds-the-loss", "binary-slope-by-clip",
      ]
    ) { call in
      if case .real(let clip) = call.options["clip"], let number = clip.asRational,
        number > .zero, number < Rational(1, 2)
      {
        call.options["clip"] = nil
        call.gradient.removeAll { $0 == "clip" }
      }
    },
    .asking(
      "binary-clips-one-end", "Only small probabilities are clipped, as with log(max(p, c)).",
      clauses: ["BINARY-CROSS-ENTROPY-5"], functions: probability,
      breaks: ["binary-clip-moves-the-probability"]
    ) { call in
      if case .real(let clip) = call.options["clip"], let c = clip.asRational, c > .zero,
        c < Rational(1, 2)
      {
        if case .real(let p) = call.arguments["p"],
          p.elements.allSatisfy({ $0.asRational.map { $0 > 1 - c && $0 < 1 } ?? false })
        {
          call.options["clip"] = nil
          call.gradient.removeAll { $0 == "clip" }
        }
      }
    },
    Mutant(
      "binary-capped", "A loss of more than 100 is 100, as where logarithms are clamped.",
      clauses: ["BINARY-CROSS-ENTROPY-2", "BINARY-CROSS-ENTROPY-WITH-LOGITS-1"], functions: both,
      breaks: [
        "binary-is-cross-entropy-of-two-outcomes", "binary-logits-far-on-the-wrong-side",
        "binary-weighted-mean-divides-by-the-count",
      ]
    ) { call, subject in
      var answer = try subject.answer(call)
      answer.value = answer.value.map { $0.isNaN ? $0 : .smaller($0, Ball(100)) }
      return answer
    },
    .asking(
      "binary-clips-logits", "Logits are clipped to [−15, 15].",
      clauses: ["BINARY-CROSS-ENTROPY-WITH-LOGITS-4"], functions: logits,
      breaks: [
        "binary-separable-data-have-no-minimum", "binary-logits-softplus-form",
        "binary-logits-of-the-sigmoid", "binary-logits-yes-less-no",
        "binary-logits-between-margin-and-log-2", "binary-logits-far-on-the-right-side",
        "binary-logits-far-on-the-wrong-side", "binary-logits-fall-towards-the-target",
      ]
    ) { call in
      call.change("logits") { z in
        switch z {
        case .finite(let number): .finite(max(min(number, 15), -15))
        case .infinity(let isNegative): .finite(isNegative ? -15 : 15)
        case .nan: .nan
        }
      }
    },
    Mutant(
      "binary-sigmoid-twice", "The sigmoid is taken of what is a probability already.",
      clauses: ["BINARY-CROSS-ENTROPY-WITH-LOGITS-1"], functions: logits,
      breaks: [
        "binary-logits-cost-at-least-the-entropy", "binary-logits-softplus-form",
        "binary-logits-are-convex",
      ]
    ) { call, subject in
      var other = call
      guard case .real(let z) = call.arguments["logits"] else { return try subject.answer(call) }
      let p = try subject.answer(Call("sigmoid", ["x": .real(z)])).value
      other.arguments["logits"] = .real(
        p.map { $0.isFinite ? .finite($0.roundedToDouble.midpoint.asRational) : .nan })
      return try subject.answer(other)
    },
    .asking(
      "binary-of-the-size", "The sign of the logit is lost, as where max(z, 0) is.",
      clauses: [
        "BINARY-CROSS-ENTROPY-WITH-LOGITS-1", "BINARY-CROSS-ENTROPY-WITH-LOGITS-2",
        "BINARY-CROSS-ENTROPY-WITH-LOGITS-3",
      ], functions: logits,
      breaks: [
        "binary-separable-data-have-no-minimum", "binary-logits-flip", "binary-logits-at-infinity",
        "binary-logits-between-margin-and-log-2", "binary-logits-are-convex",
      ]
    ) { call in
      call.change("logits") { z in
        switch z {
        case .finite(let number): .finite(number.magnitude)
        case .infinity: .infinity(isNegative: false)
        case .nan: .nan
        }
      }
    },
    .asking(
      "binary-logits-flipped", "The logit is that of no.",
      clauses: ["BINARY-CROSS-ENTROPY-WITH-LOGITS-1"], functions: logits,
      breaks: [
        "binary-logits-reach-the-entropy", "binary-logits-of-the-sigmoid",
        "binary-logits-yes-less-no", "binary-logits-far-on-the-right-side",
        "binary-logits-fall-towards-the-target",
      ]
    ) { call in
      call.change("logits") { z in
        switch z {
        case .finite(let number): .finite(-number)
        case .infinity(let isNegative): .infinity(isNegative: !isNegative)
        case .nan: .nan
        }
      }
    },
    Mutant(
      "binary-doubled", "The loss is twice what it should be, as a deviance is.",
      clauses: ["BINARY-CROSS-ENTROPY-1", "BINARY-CROSS-ENTROPY-WITH-LOGITS-1"], functions: both,
      breaks: [
        "binary-is-negative-log-likelihood", "binary-logits-change-no-faster-than-the-logit",
      ]
    ) { call, subject in try subject.answer(call).map { Ball(2) * $0 } },
    Mutant(
      "binary-is-the-likelihood", "The sign is missing: the log-likelihood is answered.",
      clauses: ["BINARY-CROSS-ENTROPY-1", "BINARY-CROSS-ENTROPY-WITH-LOGITS-1"], functions: both,
      breaks: [
        "binary-falls-as-the-truth-gets-likelier", "binary-is-convex-in-p",
        "binary-logits-are-positive",
      ]
    ) { call, subject in try subject.answer(call).map { -$0 } },
    Mutant(
      "binary-hides-nan", "NaN is answered as 0.", clauses: ["INPUT-2", "POLICY-2"],
      functions: both, breaks: ["binary-logits-keep-nan-to-themselves"]
    ) { call, subject in try subject.answer(call).map { $0.isNaN ? Ball(0) : $0 } },
    .asking(
      "binary-accepts-anything", "What lies outside its domain is moved to the nearest end.",
      clauses: ["INPUT-1", "INPUT-4", "INPUT-6", "INPUT-8"], functions: both,
      breaks: [
        "binary-refuses-what-is-no-probability", "binary-refuses-weights-that-are-none",
        "binary-refuses-a-clip-that-is-none",
      ]
    ) { call in
      for name in ["p", "y"] {
        call.change(name) { x in
          x.asRational.map { .finite(max(min($0, 1), 0)) } ?? x
        }
      }
      for name in ["weight", "pos_weight"] {
        call.change(name) { x in
          if case .infinity = x { return .finite(1) }
          return x.asRational.map { .finite(max($0, 0)) } ?? x
        }
      }
      if case .real(.finite(let clip)) = call.options["clip"],
        clip <= .zero || clip >= Rational(1, 2)
      {
        call.options["clip"] = nil
      }
    },
  ]
}
