import CrossEntropy
import Exact

private let binary = ["binary_focal_with_logits"]
private let classes = ["focal_with_logits"]
private let both = binary + classes

extension Mutant {
  static let focal: [Mutant] = [
    .asking(
      "focal-without-gamma", "γ is not used.",
      clauses: ["BINARY-FOCAL-WITH-LOGITS-1", "FOCAL-WITH-LOGITS-1"], functions: both,
      breaks: [
        "binary-focal-saturated", "focal-vanishes-on-easy-examples", "focal-is-not-convex",
        "focal-moves-the-optimum",
      ]
    ) { call in
      if case .real(.finite(let gamma)) = call.options["gamma"], gamma >= .zero {
        call.options["gamma"] = .number(0)
      }
    },
    .asking(
      "focal-gamma-is-two", "γ is always 2.",
      clauses: ["BINARY-FOCAL-WITH-LOGITS-2", "FOCAL-WITH-LOGITS-2"], functions: both,
      breaks: [
        "binary-focal-without-gamma-is-cross-entropy", "focal-vanishes-on-easy-examples",
        "focal-keeps-hard-examples",
      ]
    ) { call in
      if case .real(.finite(let gamma)) = call.options["gamma"], gamma >= .zero {
        call.options["gamma"] = .number(2)
      }
    },
    Mutant(
      "focal-gamma-upside-down", "1/γ is taken for γ, so that a greater γ costs more.",
      clauses: ["BINARY-FOCAL-WITH-LOGITS-1", "FOCAL-WITH-LOGITS-1"], functions: both,
      breaks: [
        "binary-focal-saturated", "focal-falls-with-gamma", "focal-gamma-adds-up",
        "focal-is-not-convex",
      ]
    ) { call, subject in
      var other = call
      if case .real(.finite(let gamma)) = call.options["gamma"], gamma > .zero {
        other.options["gamma"] = .number(gamma.reciprocal)
      }
      return try subject.answer(other)
    },
    Mutant(
      "focal-with-a-constant", "10⁻⁷ is added to every loss.",
      clauses: ["BINARY-FOCAL-WITH-LOGITS-4"], functions: both,
      breaks: [
        "focal-without-gamma-is-cross-entropy", "focal-never-above-cross-entropy",
        "focal-gamma-adds-up", "focal-slope-by-class-weights",
      ]
    ) { call, subject in
      var answer = try subject.answer(call)
      answer.value = answer.value.map { $0 + Ball(Rational(1, 10_000_000), precision: 256) }
      return answer
    },
    .asking(
      "focal-alpha-on-both", "α multiplies the loss of no as well, instead of 1 − α.",
      clauses: ["BINARY-FOCAL-WITH-LOGITS-1", "BINARY-FOCAL-WITH-LOGITS-3"], functions: binary,
      breaks: [
        "binary-focal-is-cross-entropy-by-doubt", "binary-focal-flip", "focal-slope-by-gamma",
      ]
    ) { call in
      guard case .real(.finite(let alpha)) = call.options["alpha"], alpha >= 0, alpha <= 1,
        case .real(let y) = call.arguments["y"], y.elements.allSatisfy({ $0.asRational == .zero })
      else { return }
      call.options["alpha"] = .number(1 - alpha)
    },
    .asking(
      "focal-alpha-not-used", "α is not used.", clauses: ["BINARY-FOCAL-WITH-LOGITS-1"],
      functions: binary,
      breaks: [
        "binary-focal-is-cross-entropy-by-doubt", "binary-focal-without-gamma-is-cross-entropy",
        "binary-focal-is-two-classes", "binary-focal-slope",
      ]
    ) { call in
      guard case .real(.finite(let alpha)) = call.options["alpha"], alpha >= 0, alpha <= 1,
        !call.gradient.contains("alpha")
      else { return }
      call.options["alpha"] = nil
    },
    Mutant(
      "focal-slope-of-cross-entropy",
      "The power is taken for a constant: the slope is that of the cross-entropy times it.",
      clauses: ["BINARY-FOCAL-WITH-LOGITS-5", "FOCAL-WITH-LOGITS-1"], functions: both,
      breaks: ["binary-focal-slope-by-differences", "focal-moves-the-optimum"]
    ) { call, subject in
      var answer = try subject.answer(call)
      guard answer.gradient["logits"] != nil, answer.value.elements.count == 1 else {
        return answer
      }
      var plain = call
      plain.options["gamma"] = .number(0)
      let entropy = try subject.answer(plain)
      // Of one class there is nothing to share out.
      if entropy.value.elements[0].isZero { return answer }
      let share = answer.value.elements[0] / entropy.value.elements[0]
      answer.gradient["logits"] = entropy.gradient["logits"]!.map { $0 * share }
      return answer
    },
    .spoiling(
      "focal-slope-flipped", "All slopes have the wrong sign.", clauses: ["GRADIENT-1"],
      functions: both, breaks: ["binary-focal-slope", "binary-focal-slope-by-differences"]
    ) { _, answer in
      answer.gradient = answer.gradient.mapValues { $0.map { -$0 } }
    },
    .spoiling(
      "focal-slope-of-the-label-only", "Only the logit of the label has a slope.",
      clauses: ["FOCAL-WITH-LOGITS-6"], functions: classes,
      breaks: ["focal-slope", "focal-slopes-sum-to-zero"]
    ) { call, answer in
      guard let slopes = answer.gradient["logits"],
        case .integer(let labels) = call.arguments["labels"]
      else { return }
      let n = slopes.shape[1]
      answer.gradient["logits"]!.elements = slopes.elements.enumerated().map { index, slope in
        labels.elements[index / n] == index % n ? slope : Ball(0)
      }
    },
    Mutant(
      "focal-mean-by-weight", "The mean divides by the weights of the labels.",
      clauses: ["FOCAL-WITH-LOGITS-4"], functions: classes,
      breaks: ["focal-without-gamma-is-cross-entropy", "focal-mean-divides-by-the-count"]
    ) { call, subject in
      var answer = try subject.answer(call)
      guard call.options["reduction"] == "mean",
        case .real(let weights) = call.arguments["class_weight"],
        case .integer(let labels) = call.arguments["labels"]
      else { return answer }
      let total = labels.elements.compactMap { weights.elements[$0].asRational }
        .reduce(Rational.zero, +)
      let factor = Ball(labels.elements.count) / Ball(total, precision: 256)
      answer.value = answer.value.map { $0 * factor }
      return answer
    },
    .asking(
      "focal-weights-in-reverse", "The class weights are taken in reverse.",
      clauses: ["FOCAL-WITH-LOGITS-1"], functions: classes,
      breaks: [
        "binary-focal-is-two-classes", "focal-is-cross-entropy-by-doubt", "focal-order-of-classes",
        "focal-mean-divides-by-the-count", "focal-slope",
      ]
    ) { call in
      guard case .real(let weights) = call.arguments["class_weight"] else { return }
      call.arguments["class_weight"] = .real(Tensor(weights.elements.reversed()))
    },
    .asking(
      "focal-labels-from-one", "Labels are counted from 1, with 0 for the last.",
      clauses: ["FOCAL-WITH-LOGITS-1"], functions: classes,
      breaks: [
        "focal-order-of-classes", "focal-with-an-excluded-class", "focal-never-above-cross-entropy",
      ]
    ) { call in
      call.changeLabels { label, classes in
        (0..<classes).contains(label) ? (label + classes - 1) % classes : label
      }
    },
    .asking(
      "focal-logits-capped", "Logits are clipped to [−15, 15].",
      clauses: ["FOCAL-WITH-LOGITS-3"], functions: both,
      breaks: [
        "binary-focal-falls-towards-the-target", "focal-shift", "focal-with-an-excluded-class",
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
    .asking(
      "focal-of-the-size", "The sign of the logit is lost.",
      clauses: ["BINARY-FOCAL-WITH-LOGITS-1"], functions: binary,
      breaks: [
        "binary-focal-flip", "binary-focal-falls-towards-the-target", "binary-focal-at-infinity",
        "focal-keeps-hard-examples",
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
    Mutant(
      "focal-saturated-is-nan", "0 to a negative power times 0: NaN where p is 1.",
      clauses: ["BINARY-FOCAL-WITH-LOGITS-4", "FOCAL-WITH-LOGITS-5"], functions: both,
      breaks: ["focal-is-cross-entropy-by-doubt", "focal-falls-with-gamma"]
    ) { call, subject in
      let answer = try subject.answer(call)
      guard case .real(let z) = call.arguments["logits"] else { return answer }
      let isSaturated = z.elements.contains { z in
        if case .infinity(isNegative: false) = z { return true }
        return (z.asRational ?? 0) > 745
      }
      return isSaturated ? answer.map { _ in .nan } : answer
    },
    .asking(
      "focal-accepts-anything", "What lies outside its domain is moved to the nearest end.",
      clauses: ["INPUT-6", "INPUT-12"], functions: both,
      breaks: ["focal-refuses-options-that-are-none"]
    ) { call in
      for (name, top) in [("gamma", Rational(100)), ("alpha", 1)] {
        if case .real(.finite(let value)) = call.options[name] {
          call.options[name] = .number(max(min(value, top), 0))
        }
      }
      call.change("y") { y in y.asRational.map { .finite($0 < Rational(1, 2) ? 0 : 1) } ?? y }
      call.change("class_weight") { w in w.asRational.map { .finite(max($0, 0)) } ?? w }
    },
    Mutant(
      "focal-slope-by-gamma-of-p", "The slope by γ takes log p for log(1 − p).",
      clauses: ["GRADIENT-1"], functions: both,
      breaks: ["focal-slope-by-gamma", "focal-slope-by-class-weights"]
    ) { call, subject in
      var answer = try subject.answer(call)
      if let slope = answer.gradient["gamma"] { answer.gradient["gamma"] = slope.map { -$0 } }
      if let slope = answer.gradient["class_weight"] {
        answer.gradient["class_weight"] = slope.map { Ball(2) * $0 }
      }
      return answer
    },
  ]
}
