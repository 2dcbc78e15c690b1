import CrossEntropy
import Exact

extension Mutant {
  static let softmaxMutants: [Mutant] = [
    .spoiling(
      "softmax-twice", "A softmax is taken of the softmax.",
      clauses: ["SOFTMAX-1"], functions: ["softmax"],
      breaks: [
        "softmax-is-independent-of-irrelevant-alternatives",
        "raising-a-logit-takes-from-all-others", "averaging-logits-is-a-normalised-geometric-mean",
        "adding-logits-is-a-product-of-experts",
      ]
    ) { call, answer in
      answer.spoilRows(call) { _, p in
        let powers = p.map { Ball.exp($0) }
        let total = powers.reduce(Ball(0), +)
        return powers.map { $0 / total }
      }
    },
    .asking(
      "softmax-in-base-two", "The powers are those of 2.",
      clauses: ["SOFTMAX-1"], functions: ["softmax"],
      breaks: ["softmax-is-the-share-of-a-power-in-the-sum"]
    ) { $0.change("x") { $0.times(.logOfTwo) } },
    .asking(
      "softmaxes-of-twice-the-logits", "The logits are doubled.",
      clauses: ["SOFTMAX-1", "LOG-SOFTMAX-1", "LOG-SUM-EXP-1"],
      functions: ["softmax", "log_softmax", "log_sum_exp"],
      breaks: [
        "log-sum-exp-moves-no-further-than-its-elements",
        "softmax-moves-no-further-than-the-logits",
      ]
    ) { $0.change("x") { $0.times(2) } },
    .spoiling(
      "softmax-with-epsilon", "10^−6 is added to the sum that the powers are divided by.",
      clauses: ["SOFTMAX-3"], functions: ["softmax"],
      breaks: [
        "softmax-of-equals-is-uniform", "softmax-gives-the-largest-at-least-the-average",
        "raising-a-logit-takes-from-all-others", "averaging-logits-is-a-normalised-geometric-mean",
        "adding-logits-is-a-product-of-experts",
      ]
    ) { call, answer in
      answer.value = answer.value.map { $0 * .number(1 - Rational(1, 1_000_000)) }
    },
    .spoiling(
      "softmax-flushed-to-zero", "A share below the normal doubles is 0.",
      clauses: ["SOFTMAX-1", "POLICY-13"], functions: ["softmax"],
      breaks: [
        "gradient-of-log-sum-exp-is-the-softmax", "softmax-is-the-share-of-a-power-in-the-sum",
        "softmax-sums-to-one", "softmax-keeps-the-order",
      ]
    ) { _, answer in
      answer.value = answer.value.map {
        $0.isFinite && !$0.midpoint.isZero && $0.midpoint.top < -1021 ? Ball(0) : $0
      }
    },
    .spoiling(
      "softmax-not-shifted",
      "A power beyond the doubles makes its share NaN and leaves 0 to the rest.",
      clauses: ["SOFTMAX-2", "SOFTMAX-3", "ACCURACY-5"], functions: ["softmax"],
      breaks: [
        "softmax-sums-to-one", "softmax-of-equals-is-uniform",
        "softmax-moves-no-further-than-the-logits",
      ]
    ) { call, answer in
      answer.spoilRows(call) { row, p in
        guard let x = row.finite, x.contains(where: { $0 > 709 }) else { return p }
        return x.map { $0 > 709 ? .nan : Ball(0) }
      }
    },
    .spoiling(
      "softmax-is-one-hot", "The first of the largest takes all.",
      clauses: ["SOFTMAX-1"], functions: ["softmax"],
      breaks: [
        "softmax-follows-a-permutation", "softmax-is-independent-of-irrelevant-alternatives",
        "softmax-is-a-monotone-map",
      ]
    ) { call, answer in
      answer.spoilRows(call) { row, p in
        row.finite.map { x in x.indices.map { Ball($0 == x.firstIndex(of: x.max()!)! ? 1 : 0) } }
          ?? p
      }
    },
    .spoiling(
      "softmax-of-magnitudes", "The logits are divided by their sum instead of exponentiated.",
      clauses: ["SOFTMAX-1"], functions: ["softmax"], breaks: ["softmax-ignores-a-shift"]
    ) { call, answer in
      answer.spoilRows(call) { row, p in
        guard let x = row.finite else { return p }
        let total = x.map(\.magnitude).reduce(0, +)
        return total.isZero ? p : x.map { .number($0.magnitude / total) }
      }
    },
    .asking(
      "softmax-of-the-opposites", "The smallest logit gets the largest share.",
      clauses: ["SOFTMAX-1"], functions: ["softmax"],
      breaks: [
        "softmax-keeps-the-order", "softmax-gives-the-largest-at-least-the-average",
        "softmax-is-a-monotone-map", "confidence-falls-with-temperature",
      ]
    ) { $0.change("x") { $0.negated } },
    .spoiling(
      "softmax-in-another-order", "The shares are answered in reverse.",
      clauses: ["SOFTMAX-4"], functions: ["softmax", "log_softmax"],
      breaks: ["log-softmax-follows-a-permutation"]
    ) { call, answer in
      answer.spoilRows(call) { _, p in p.reversed() }
    },
    .spoiling(
      "softmax-favouring-the-first", "The first class gets a little more.",
      clauses: ["SOFTMAX-4"], functions: ["softmax"], breaks: ["softmax-follows-a-permutation"]
    ) { call, answer in
      answer.spoilRows(call) { _, p in
        p.count < 2
          ? p : [p[0] + p[1] / .number(1000), p[1] * .number(Rational(999, 1000))] + p.dropFirst(2)
      }
    },
  ]

  static let logSoftmaxMutants: [Mutant] = [
    .spoiling(
      "log-softmax-of-a-double", "The logarithm is taken of the softmax as it rounds to a double.",
      clauses: ["LOG-SOFTMAX-3"], functions: ["log_softmax"],
      breaks: [
        "log-softmax-is-finite", "log-softmax-is-the-logarithm-of-the-softmax",
        "log-softmax-near-zero-keeps-its-digits", "log-softmax-keeps-differences",
        "log-softmax-of-log-p-is-log-p", "the-gap-of-the-variational-principle-is-a-divergence",
        "divergence-of-softmaxes-is-the-bregman-divergence-of-log-sum-exp",
        "entropy-of-a-softmax-is-log-sum-exp-less-the-mean",
      ]
    ) { call, answer in
      answer.value = answer.value.map { $0.isFinite ? .log(Ball.exp($0).roundedToDouble) : $0 }
    },
    .spoiling(
      "log-softmax-with-epsilon", "10^−9 is added before the logarithm is taken.",
      clauses: ["LOG-SOFTMAX-1"], functions: ["log_softmax"],
      breaks: ["log-softmax-of-one-class-is-zero"]
    ) { _, answer in
      answer.value = answer.value.map { .log(.exp($0) + .number(Rational(1, 1_000_000_000))) }
    },
    .spoiling(
      "log-softmax-less-the-maximum", "The largest logit is subtracted, not the log-sum-exp.",
      clauses: ["LOG-SOFTMAX-1"], functions: ["log_softmax"],
      breaks: ["softmaxes-drop-what-is-masked"]
    ) { call, answer in
      answer.spoilRows(call) { row, values in
        row.finite.map { x in x.map { .number($0 - x.max()!) } } ?? values
      }
    },
    .spoiling(
      "log-softmax-not-normalised", "The logits are answered as they are.",
      clauses: ["LOG-SOFTMAX-1", "LOG-SOFTMAX-2"], functions: ["log_softmax"],
      breaks: ["log-softmax-ignores-a-shift", "log-softmax-of-one-class-is-zero"]
    ) { call, answer in
      answer.spoilRows(call) { row, values in
        row.finite.map { $0.map { .number($0) } } ?? values
      }
    },
    .spoiling(
      "log-softmax-in-bits", "The logarithm is taken to base 2.",
      clauses: ["LOG-SOFTMAX-1"], functions: ["log_softmax"],
      breaks: [
        "log-softmax-is-finite", "log-softmax-is-the-logarithm-of-the-softmax",
        "log-softmax-near-zero-keeps-its-digits", "log-softmax-keeps-differences",
        "log-softmax-of-log-p-is-log-p",
        "divergence-of-softmaxes-is-the-bregman-divergence-of-log-sum-exp",
      ]
    ) { _, answer in
      answer.value = answer.value.map { $0 / .log(.number(2)) }
    },
    .spoiling(
      "log-softmax-as-a-loss", "What is answered is minus the log-softmax.",
      clauses: ["LOG-SOFTMAX-1"], functions: ["log_softmax"],
      breaks: ["one-infinite-logit-takes-all"]
    ) { _, answer in answer.value = answer.value.map { -$0 } },
  ]

  private static let softmaxes = ["softmax", "log_softmax"]

  static let temperatureMutants: [Mutant] = [
    .asking(
      "temperature-multiplying", "The logits are multiplied by the temperature.",
      clauses: ["SOFTMAX-8", "LOG-SOFTMAX-5"], functions: softmaxes,
      breaks: [
        "temperature-divides-the-logits", "hot-softmax-is-nearly-uniform",
        "cold-softmax-is-nearly-one-hot", "entropy-of-a-softmax-rises-with-temperature",
        "confidence-falls-with-temperature", "gradients-by-temperature-by-central-differences",
      ]
    ) { call in
      guard case .real(.finite(let temperature)) = call.options["temperature"],
        temperature.signum > 0
      else { return }
      call.options["temperature"] = .number(temperature.reciprocal)
    },
    .asking(
      "temperature-ignored", "The temperature is always 1.",
      clauses: ["SOFTMAX-8", "LOG-SOFTMAX-5"], functions: softmaxes,
      breaks: ["hot-softmax-is-nearly-uniform", "entropy-of-a-softmax-rises-with-temperature"]
    ) { if $0.options["temperature"] != nil { $0.options["temperature"] = 1 } },
    .asking(
      "temperature-off-by-one", "The logits are divided by T + 1, so that 0 is allowed.",
      clauses: ["SOFTMAX-8", "LOG-SOFTMAX-5"], functions: softmaxes,
      breaks: [
        "temperature-divides-the-logits", "temperature-one-is-none",
        "cold-softmax-is-nearly-one-hot", "gradient-of-log-softmax",
      ]
    ) { call in
      guard case .real(.finite(let temperature)) = call.options["temperature"],
        temperature.signum > 0
      else { return }
      call.options["temperature"] = .number(temperature + 1)
    },
    .asking(
      "temperature-two-by-default", "Without a temperature it is 2.",
      clauses: ["SOFTMAX-8", "LOG-SOFTMAX-5"], functions: softmaxes,
      breaks: ["temperature-one-is-none"]
    ) { if $0.options["temperature"] == nil { $0.options["temperature"] = 2 } },
    .asking(
      "temperature-by-its-size", "A temperature that cannot be is taken for its size, or for 1.",
      clauses: ["INPUT-6", "POLICY-4"], functions: softmaxes,
      breaks: ["temperature-must-be-positive", "temperature-of-nan-is-nan"]
    ) { call in
      guard case .real(let temperature) = call.options["temperature"] else { return }
      let size = temperature.asRational?.magnitude ?? 1
      call.options["temperature"] = .number(size.isZero ? 1 : size)
    },
    .spoiling(
      "temperature-forgotten-by-the-gradient", "The gradient by the logits is not divided by T.",
      clauses: ["SOFTMAX-9", "LOG-SOFTMAX-6"], functions: softmaxes,
      breaks: ["gradient-of-softmax", "gradient-of-log-softmax"]
    ) { call, answer in
      guard case .real(.finite(let temperature)) = call.options["temperature"] else { return }
      answer.gradient["x"] = answer.gradient["x"].map { $0.map { $0 * .number(temperature) } }
    },
    .spoiling(
      "derivative-by-temperature-with-the-other-sign",
      "The derivative by T has the sign of that by 1/T.",
      clauses: ["SOFTMAX-8", "LOG-SOFTMAX-5", "GRADIENT-1"], functions: softmaxes,
      breaks: ["gradients-of-softmaxes-by-temperature"]
    ) { _, answer in
      answer.gradient["temperature"] = answer.gradient["temperature"].map { $0.map { -$0 } }
    },
    .spoiling(
      "derivative-by-temperature-without-the-square", "The derivative by T is divided by T once.",
      clauses: ["SOFTMAX-8", "LOG-SOFTMAX-5", "GRADIENT-1"], functions: softmaxes,
      breaks: [
        "gradients-of-softmaxes-by-temperature", "gradients-by-temperature-by-central-differences",
      ]
    ) { call, answer in
      guard case .real(.finite(let temperature)) = call.options["temperature"] else { return }
      answer.gradient["temperature"] = answer.gradient["temperature"].map {
        $0.map { $0 * .number(temperature) }
      }
    },
  ]
}
