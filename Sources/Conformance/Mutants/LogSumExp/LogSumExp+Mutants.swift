import CrossEntropy
import Exact

extension Mutant {
  static let logSumExp: [Mutant] =
    logSumExpMutants + softmaxMutants + softmaxGradientMutants + logSoftmaxMutants
    + temperatureMutants + rowMutants

  private static let logSumExpMutants: [Mutant] = [
    .spoiling(
      "log-mean-exp", "The powers are averaged instead of summed.",
      clauses: ["LOG-SUM-EXP-1"], functions: ["log_sum_exp"],
      breaks: [
        "log-sum-exp-is-the-logarithm-of-the-sum-of-powers", "log-sum-exp-is-a-smooth-maximum",
        "log-sum-exp-of-copies", "log-sum-exp-drops-what-is-masked",
        "log-sum-exp-is-at-least-the-mean-and-log-n", "log-sum-exp-tends-to-the-maximum",
        "log-softmax-is-the-logit-less-the-log-sum-exp", "gibbs-variational-principle",
        "the-gap-of-the-variational-principle-is-a-divergence",
        "entropy-of-a-softmax-is-log-sum-exp-less-the-mean",
      ]
    ) { call, answer in
      answer.spoilRows(call) { row, values in
        values.map { $0 - .log(.number(Rational(row.count))) }
      }
    },
    .spoiling(
      "log-sum-exp-is-the-maximum",
      "The largest element is answered, and its place as the gradient.",
      clauses: ["LOG-SUM-EXP-1"], functions: ["log_sum_exp"],
      breaks: [
        "log-sum-exp-of-copies", "log-sum-exp-is-convex", "log-sum-exp-rises-with-each-element",
        "log-sum-exp-is-at-least-the-mean-and-log-n", "gibbs-variational-principle",
      ]
    ) { call, answer in
      answer.spoilRows(call) { row, values in
        row.finite.map { [.number($0.max()!)] } ?? values
      }
      answer.spoilGradient(call) { row, slopes in
        row.finite.map { x in x.indices.map { Ball($0 == x.firstIndex(of: x.max()!)! ? 1 : 0) } }
          ?? slopes
      }
    },
    .spoiling(
      "log-sum-exp-with-epsilon", "10^−6 is added to the sum before the logarithm.",
      clauses: ["LOG-SUM-EXP-1"], functions: ["log_sum_exp"],
      breaks: ["log-partition-of-independent-parts-is-a-sum"]
    ) { _, answer in
      answer.value = answer.value.map { .log(.exp($0) + .number(Rational(1, 1_000_000))) }
    },
    .spoiling(
      "log-sum-exp-not-shifted-back", "The largest element is subtracted and not added again.",
      clauses: ["LOG-SUM-EXP-2"], functions: ["log_sum_exp"],
      breaks: [
        "log-sum-exp-shifts-with-its-elements", "log-sum-exp-is-convex",
        "log-sum-exp-rises-with-each-element",
      ]
    ) { call, answer in
      answer.spoilRows(call) { row, values in
        row.finite.map { x in values.map { $0 - .number(x.max()!) } } ?? values
      }
    },
    .spoiling(
      "log-sum-exp-not-shifted", "Powers beyond the doubles overflow, and those below vanish.",
      clauses: ["LOG-SUM-EXP-4"], functions: ["log_sum_exp"],
      breaks: [
        "log-sum-exp-is-the-logarithm-of-the-sum-of-powers", "log-sum-exp-is-a-smooth-maximum",
        "log-sum-exp-of-one-is-itself", "log-sum-exp-moves-no-further-than-its-elements",
        "log-sum-exp-tends-to-the-maximum", "gradient-of-log-sum-exp-by-central-differences",
        "log-softmax-is-the-logit-less-the-log-sum-exp",
      ]
    ) { _, answer in
      answer.value = answer.value.map { value in
        guard value.isFinite else { return value }
        let number = value.midpoint.asRational
        return number > 709 ? .infinity : number < -745 ? -.infinity : value
      }
    },
    .spoiling(
      "log-sum-exp-shifted-by-infinity", "An infinite maximum is subtracted from itself: NaN.",
      clauses: ["LOG-SUM-EXP-5", "LOG-SUM-EXP-6"], functions: ["log_sum_exp"],
      breaks: [
        "log-sum-exp-of-two-lists", "log-sum-exp-of-nothing", "softmaxes-keep-empty-rows-empty",
      ]
    ) { _, answer in
      answer.value = answer.value.map { $0.isInfinite ? .nan : $0 }
    },
    .asking(
      "log-sum-exp-skipping-nan", "A NaN is left out of the sum.",
      clauses: ["INPUT-2"], functions: ["log_sum_exp"],
      breaks: [
        "log-sum-exp-with-infinity", "gradient-of-log-sum-exp-beside-infinities",
        "nan-stays-in-its-row",
      ]
    ) { $0.change("x") { $0.isNaN ? .infinity(isNegative: true) : $0 } },
    .asking(
      "log-sum-exp-in-base-two", "The powers are those of 2 and the logarithm is natural.",
      clauses: ["LOG-SUM-EXP-1"], functions: ["log_sum_exp"],
      breaks: [
        "log-sum-exp-shifts-with-its-elements", "log-sum-exp-of-one-is-itself",
        "log-sum-exp-lies-above-its-tangents",
      ]
    ) { $0.change("x") { $0.times(.logOfTwo) } },
    .spoiling(
      "gradient-of-log-sum-exp-unnormalised", "The gradient is e^x, not divided by the sum.",
      clauses: ["LOG-SUM-EXP-7"], functions: ["log_sum_exp"],
      breaks: [
        "gradient-of-log-sum-exp-is-the-softmax", "gradient-of-log-sum-exp-by-central-differences",
        "log-sum-exp-lies-above-its-tangents",
      ]
    ) { call, answer in
      answer.spoilGradient(call) { row, slopes in
        row.finite.map { $0.map { .exp(.number($0)) } } ?? slopes
      }
    },
    .spoiling(
      "gradient-of-log-sum-exp-without-limits", "Beside an infinity the gradient is NaN.",
      clauses: ["LOG-SUM-EXP-7"], functions: ["log_sum_exp"],
      breaks: ["gradient-of-log-sum-exp-beside-infinities"]
    ) { call, answer in
      answer.spoilGradient(call) { row, slopes in
        row.finite == nil ? slopes.map { _ in .nan } : slopes
      }
    },
    .spoiling(
      "log-sum-exp-counting-the-first-twice",
      "The sum begins with the first element and adds it again.",
      clauses: ["LOG-SUM-EXP-1", "LOG-SUM-EXP-3"], functions: ["log_sum_exp"],
      breaks: ["log-sum-exp-knows-no-order", "log-partition-of-independent-parts-is-a-sum"]
    ) { call, answer in
      answer.spoilRows(call) { row, values in
        guard let first = row.first?.asRational else { return values }
        return values.map { .log(.exp($0) + .exp(.number(first))) }
      }
    },
  ]

  private static let everything = ["softmax", "log_softmax", "log_sum_exp"]

  private static let rowMutants: [Mutant] = [
    .asking(
      "masked-by-a-large-number", "A −∞ is replaced by −10,000.",
      clauses: ["SOFTMAX-5", "LOG-SOFTMAX-4", "LOG-SUM-EXP-5"], functions: everything,
      breaks: [
        "softmax-of-log-p-is-p", "softmaxes-drop-what-is-masked",
        "softmaxes-without-a-limit-are-nan",
      ]
    ) { $0.change("x") { $0 == .infinity(isNegative: true) ? .finite(-10_000) : $0 } },
    .asking(
      "masked-by-zero", "A −∞ is replaced by 0.",
      clauses: ["SOFTMAX-5", "LOG-SOFTMAX-4", "LOG-SUM-EXP-5"], functions: everything,
      breaks: [
        "log-sum-exp-drops-what-is-masked", "softmax-of-log-p-is-p",
        "softmaxes-drop-what-is-masked", "gradients-of-softmaxes-drop-what-is-masked",
      ]
    ) { $0.change("x") { $0 == .infinity(isNegative: true) ? .finite(0) : $0 } },
    .spoiling(
      "softmaxes-nan-beside-infinity", "A row with a +∞ is NaN throughout.",
      clauses: ["SOFTMAX-6", "LOG-SUM-EXP-6"], functions: everything,
      breaks: ["log-sum-exp-with-infinity", "one-infinite-logit-takes-all"]
    ) { call, answer in
      answer.spoilRows(call) { row, values in
        row.contains(.infinity(isNegative: false)) ? values.map { _ in .nan } : values
      }
    },
    .spoiling(
      "softmaxes-taking-nan-for-zero", "A NaN is answered as 0.",
      clauses: ["SOFTMAX-7", "INPUT-2"], functions: everything,
      breaks: ["softmaxes-without-a-limit-are-nan", "temperature-of-nan-is-nan"]
    ) { _, answer in
      answer.value = answer.value.map { $0.isNaN ? Ball(0) : $0 }
      answer.gradient = answer.gradient.mapValues { $0.map { $0.isNaN ? Ball(0) : $0 } }
    },
    .spoiling(
      "softmaxes-spreading-nan-over-rows", "A NaN makes every row NaN.",
      clauses: ["INPUT-2"], functions: everything,
      breaks: ["rows-of-logits-are-independent", "nan-stays-in-its-row"]
    ) { call, answer in
      guard call.numbers("x").contains(where: \.isNaN) else { return }
      answer.value = answer.value.map { _ in .nan }
      answer.gradient = answer.gradient.mapValues { $0.map { _ in .nan } }
    },
    Mutant(
      "softmaxes-over-everything", "All the elements are taken for one row.",
      clauses: ["SOFTMAX-1", "LOG-SOFTMAX-1"], functions: ["softmax", "log_softmax"],
      breaks: ["rows-of-logits-are-independent", "softmaxes-need-an-axis"]
    ) { call, subject in
      var flat = call
      guard case .real(let x) = call.arguments["x"] else { return try subject.answer(call) }
      flat.arguments["x"] = .real(Tensor(x.elements))
      flat.cotangent = call.cotangent.map { Tensor($0.elements) }
      var answer = try subject.answer(flat)
      answer.value = x.shaped(answer.value.elements)
      answer.gradient["x"] = answer.gradient["x"].map { x.shaped($0.elements) }
      return answer
    },
    Mutant(
      "softmaxes-of-anything", "What should be refused is answered by 0.",
      clauses: ["INPUT-5", "INPUT-6"], functions: everything,
      breaks: ["temperature-must-be-positive", "softmaxes-need-an-axis"]
    ) { call, subject in
      do { return try subject.answer(call) } catch is DataError {
        return Answer(value: Tensor(Ball(0)))
      }
    },
    .spoiling(
      "softmaxes-of-nothing-are-zero", "What is made of empty rows is the number 0.",
      clauses: ["SOFTMAX-1", "LOG-SUM-EXP-5"], functions: everything,
      breaks: [
        "log-sum-exp-of-two-lists", "log-sum-exp-of-nothing", "softmaxes-keep-empty-rows-empty",
      ]
    ) { call, answer in
      if call.numbers("x").isEmpty { answer.value = Tensor(Ball(0)) }
    },
    .spoiling(
      "gradients-of-softmaxes-nan-beside-masks", "Where a class is masked the gradient is NaN.",
      clauses: ["SOFTMAX-5", "LOG-SOFTMAX-4"], functions: ["softmax", "log_softmax"],
      breaks: ["gradients-of-softmaxes-drop-what-is-masked"]
    ) { call, answer in
      answer.spoilGradient(call) { row, slopes in
        zip(row, slopes).map { $0 == .infinity(isNegative: true) ? .nan : $1 }
      }
    },
  ]
}
