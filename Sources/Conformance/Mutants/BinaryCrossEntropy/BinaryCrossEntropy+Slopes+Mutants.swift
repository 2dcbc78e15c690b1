import CrossEntropy
import Exact

private let probability = ["binary_cross_entropy"]
private let logits = ["binary_cross_entropy_with_logits"]
private let both = probability + logits

extension Mutant {
  static let binaryWeights: [Mutant] = [
    .asking(
      "binary-drops-weights", "The weights are not used.", clauses: ["BINARY-CROSS-ENTROPY-1"],
      functions: both,
      breaks: [
        "binary-weighted-constant-is-the-weighted-rate", "binary-slope-by-weights",
        "binary-weight-scales-a-loss", "binary-whole-weight-is-repetition",
        "binary-zero-weight-hides-an-infinity",
      ]
    ) { call in
      if call.gradient.contains("weight") { return }
      call.arguments["weight"] = nil
    },
    .asking(
      "binary-squares-weights", "A weight is applied twice.", clauses: ["BINARY-CROSS-ENTROPY-1"],
      functions: both,
      breaks: [
        "binary-weighted-constant-is-the-weighted-rate", "binary-slope-by-weights",
        "binary-weight-scales-a-loss", "binary-whole-weight-is-repetition",
        "binary-refuses-weights-that-are-none",
      ]
    ) { call in
      call.change("weight") { w in w.asRational.map { .finite($0 * $0) } ?? w }
    },
    Mutant(
      "binary-mean-by-weight", "The mean divides by the sum of the weights.",
      clauses: ["BINARY-CROSS-ENTROPY-4", "BINARY-CROSS-ENTROPY-WITH-LOGITS-5"], functions: both,
      breaks: ["binary-weighted-mean-divides-by-the-count"]
    ) { call, subject in
      var answer = try subject.answer(call)
      guard call.options["reduction"] == "mean" || call.options["reduction"] == nil,
        case .real(let weights) = call.arguments["weight"]
      else { return answer }
      let total = weights.elements.compactMap(\.asRational).reduce(.zero, +)
      let factor = Ball(weights.elements.count) / Ball(total, precision: 256)
      answer.value = answer.value.map { $0 * factor }
      return answer
    },
    .asking(
      "binary-drops-pos-weight", "The pos_weight is not used.",
      clauses: ["BINARY-CROSS-ENTROPY-WITH-LOGITS-1"], functions: logits,
      breaks: [
        "binary-positive-weight-moves-the-optimum", "binary-logits-slope-with-weights",
        "binary-positive-weight-acts-on-yes", "binary-positive-weight-is-repetition-of-yes",
      ]
    ) { call in
      if call.gradient.contains("pos_weight") { return }
      call.arguments["pos_weight"] = nil
    },
    .asking(
      "binary-pos-weight-on-all", "The pos_weight multiplies the whole loss, that of no included.",
      clauses: ["BINARY-CROSS-ENTROPY-WITH-LOGITS-1"], functions: logits,
      breaks: [
        "binary-positive-weight-moves-the-optimum", "binary-logits-slope-with-weights",
        "binary-logits-slope-by-differences", "binary-positive-weight-acts-on-yes",
        "binary-positive-weight-is-repetition-of-yes",
      ]
    ) { call in
      guard case .real(let positive) = call.arguments["pos_weight"],
        !call.gradient.contains("pos_weight"), !call.gradient.contains("weight")
      else { return }
      let old = call
      call.arguments["pos_weight"] = nil
      let weights = positive.elements.enumerated().map { index, weight -> Extended in
        weight.asRational.map { .finite($0 * (old.number("weight", at: index) ?? 1)) } ?? weight
      }
      call.arguments["weight"] = .real(Tensor(shape: positive.shape, weights))
    },
    Mutant(
      "binary-zero-times-infinity", "A weight 0 at an infinite loss gives NaN.",
      clauses: ["INPUT-9"], functions: both, breaks: ["binary-zero-weight-hides-an-infinity"]
    ) { call, subject in
      var plain = call
      plain.arguments["weight"] = nil
      plain.gradient.removeAll { $0 == "weight" }
      let answer = try subject.answer(call)
      let without = try subject.answer(plain)
      return without.value.elements.contains(where: \.isInfinite)
        && call.arguments["weight"] != nil ? answer.map { _ in .nan } : answer
    },
  ]

  static let binarySlopes: [Mutant] = [
    .spoiling(
      "binary-slope-without-target", "The slope of a logit is p, and y is not taken from it.",
      clauses: ["BINARY-CROSS-ENTROPY-WITH-LOGITS-6", "BINARY-CROSS-ENTROPY-WITH-LOGITS-2"],
      functions: logits,
      breaks: [
        "binary-logits-reach-the-entropy", "binary-logits-slope-points-to-the-target",
        "binary-penalty-gives-a-minimum", "binary-logits-flip", "binary-logits-are-two-classes",
        "binary-logits-at-infinity", "binary-logits-slope-is-p-less-y",
        "binary-logits-slope-is-bounded",
      ]
    ) { call, answer in
      guard let slopes = answer.gradient["logits"]?.elements else { return }
      answer.gradient["logits"]!.elements = slopes.enumerated().map { index, slope in
        slope + Ball(call.number("y", at: index) ?? 0, precision: 256)
      }
    },
    .spoiling(
      "binary-slope-flipped", "All slopes have the wrong sign.", clauses: ["GRADIENT-1"],
      functions: both,
      breaks: [
        "binary-logits-slope-points-to-the-target", "binary-penalty-gives-a-minimum",
        "binary-logits-are-two-classes", "binary-logits-slope-is-p-less-y",
        "binary-logits-slope-by-differences", "binary-logits-slope-is-bounded", "binary-slope-by-p",
        "binary-logits-curve-by-a-quarter",
      ]
    ) { _, answer in
      answer.gradient = answer.gradient.mapValues { $0.map { -$0 } }
    },
    .spoiling(
      "binary-slope-clipped", "Slopes are clipped to [−1/2, 1/2].", clauses: ["GRADIENT-1"],
      functions: both,
      breaks: ["binary-constant-is-the-base-rate", "binary-logits-curve-by-a-quarter"]
    ) { _, answer in
      answer.gradient = answer.gradient.mapValues {
        $0.map {
          $0.isNaN
            ? $0
            : .larger(.smaller($0, Ball(1) / Ball(2)), -(Ball(1) / Ball(2)))
        }
      }
    },
    Mutant(
      "binary-slope-through-clip", "The slope is that without a clip, also where p is clipped.",
      clauses: ["BINARY-CROSS-ENTROPY-7"], functions: probability,
      breaks: ["binary-clip-has-no-slope"]
    ) { call, subject in
      var answer = try subject.answer(call)
      var plain = call
      plain.options["clip"] = nil
      plain.gradient.removeAll { $0 == "clip" }
      if let slope = try subject.answer(plain).gradient["p"] { answer.gradient["p"] = slope }
      return answer
    },
    .spoiling(
      "binary-slope-by-clip-is-zero", "The clip is taken for a constant.", clauses: ["GRADIENT-1"],
      functions: probability, breaks: ["binary-slope-by-clip"]
    ) { _, answer in
      if let slope = answer.gradient["clip"] {
        answer.gradient["clip"] = slope.map { _ in Ball(0) }
      }
    },
    .spoiling(
      "binary-slope-by-p-is-the-residual", "The slope by a probability is p − y, as by a logit.",
      clauses: ["BINARY-CROSS-ENTROPY-6"], functions: probability,
      breaks: [
        "binary-clip-has-no-slope", "binary-slope-by-p", "binary-slope-by-p-by-differences",
        "binary-slope-at-the-ends",
      ]
    ) { call, answer in
      guard let slopes = answer.gradient["p"]?.elements else { return }
      answer.gradient["p"]!.elements = slopes.indices.map { index in
        Ball(
          (call.number("p", at: index) ?? 0) - (call.number("y", at: index) ?? 0), precision: 256)
      }
    },
    Mutant(
      "binary-flattens", "The losses and slopes come as one vector, whatever the shape was.",
      clauses: ["REDUCTION-1"], functions: both, breaks: ["binary-any-shape"]
    ) { call, subject in
      var answer = try subject.answer(call)
      answer.value = Tensor(answer.value.elements)
      answer.gradient = answer.gradient.mapValues { Tensor($0.elements) }
      return answer
    },
  ]
}
