import CrossEntropy
import Exact

extension Mutant {
  static let jensenShannon: [Mutant] = [
    .spoiling(
      "js-root", "The square root is taken, which is the distance.",
      clauses: ["JS-DIVERGENCE-1", "JS-DIVERGENCE-3"],
      functions: ["js_divergence"],
      breaks: [
        "js-divergence-at-most-a-quarter-of-both-divergences",
        "js-divergence-between-0-and-log-2", "js-divergence-between-bounds-by-distance",
        "js-divergence-change-of-base", "js-divergence-is-convex",
        "js-divergence-is-homogeneous", "js-divergence-sums-over-parts",
      ]
    ) { call, answer in
      answer.value = answer.value.map { $0.sign == 1 ? .squareRoot($0) : $0 }
    },
    .spoiling(
      "js-doubled", "Both divergences from the middle are added, not averaged.",
      clauses: ["JS-DIVERGENCE-1", "JS-DIVERGENCE-3"], functions: ["js_divergence"],
      breaks: [
        "js-divergence-between-0-and-log-2", "js-divergence-between-bounds-by-distance",
        "js-divergence-gradient-by-base", "js-divergence-gradient-by-p-differences",
        "js-divergence-gradient-by-q-differences",
        "js-divergence-is-excess-entropy-of-the-middle",
        "js-divergence-is-mean-divergence-from-the-middle",
        "js-divergence-is-mutual-information", "js-divergence-of-masses-between-its-bounds",
      ]
    ) { $1.value = $1.value.map { Ball(2) * $0 } },
    .spoiling(
      "js-middle-not-halved", "The middle is p + q.", clauses: ["JS-DIVERGENCE-1"],
      functions: ["js_divergence"],
      breaks: [
        "js-divergence-at-most-a-quarter-of-both-divergences",
        "js-divergence-between-0-and-log-2", "js-divergence-between-bounds-by-distance",
        "js-divergence-gradient-by-base", "js-divergence-is-excess-entropy-of-the-middle",
        "js-divergence-is-mean-divergence-from-the-middle",
        "js-divergence-is-mutual-information", "js-divergence-of-masses-between-its-bounds",
        "js-divergence-roots-obey-the-triangle-inequality",
      ]
    ) { call, answer in
      let sum = (call.balls("p") + call.balls("q")).sum
      let shift = sum * call.logarithm(of: 2) / (Ball(2) * call.logarithmOfBase)
      answer.value = answer.value.map { $0 - shift }
    },
    .spoiling(
      "js-one-sided", "The divergence is that of p from the middle alone.",
      clauses: ["JS-DIVERGENCE-1", "JS-DIVERGENCE-2"], functions: ["js_divergence"],
      breaks: [
        "js-divergence-gradient-by-base", "js-divergence-gradient-by-p-differences",
        "js-divergence-gradient-by-q-differences",
        "js-divergence-is-excess-entropy-of-the-middle",
        "js-divergence-is-mean-divergence-from-the-middle",
        "js-divergence-is-mutual-information", "js-divergence-is-symmetric",
        "js-divergence-of-masses-between-its-bounds",
      ]
    ) { call, answer in
      let terms = zip(call.balls("p"), call.balls("q")).map { p, q in
        weighted(p, .log(p)) - weighted(p, .log((p + q) / Ball(2)))
      }
      answer.value = Tensor(terms.sum / call.logarithmOfBase)
    },
    Mutant(
      "js-of-both-directions", "The divergence is the mean of KL(p‖q) and KL(q‖p).",
      clauses: ["JS-DIVERGENCE-1", "JS-DIVERGENCE-4"], functions: ["js_divergence"],
      breaks: [
        "js-divergence-at-most-a-quarter-of-both-divergences",
        "js-divergence-between-0-and-log-2", "js-divergence-between-bounds-by-distance",
        "js-divergence-falls-under-merging",
        "js-divergence-is-mean-divergence-from-the-middle",
        "js-divergence-is-mutual-information", "js-divergence-of-masses-between-its-bounds",
        "js-divergence-roots-obey-the-triangle-inequality",
      ]
    ) { call, subject in
      var answer = try subject.answer(call)
      let (p, q) = (call.balls("p"), call.balls("q"))
      let both = Divergence.kullbackLeibler(p, q) + Divergence.kullbackLeibler(q, p)
      answer.value = Tensor(both / (Ball(2) * call.logarithmOfBase))
      return answer
    },
    .spoiling(
      "js-slope-by-other", "The derivative is ½ log(p/q): the middle is left out.",
      clauses: ["JS-DIVERGENCE-5"], functions: ["js_divergence"],
      breaks: [
        "js-divergence-gradient-at-edges", "js-divergence-gradient-by-p",
        "js-divergence-gradient-by-p-differences", "js-divergence-gradient-by-q",
        "js-divergence-gradient-by-q-differences",
      ]
    ) { call, answer in
      let (p, q) = (call.balls("p"), call.balls("q"))
      for (name, own, other) in [("p", p, q), ("q", q, p)] where answer.gradient[name] != nil {
        answer.gradient[name] = Tensor(
          zip(own, other).map {
            weighted(call.weight, .log($0 / $1) / (Ball(2) * call.logarithmOfBase))
          })
      }
    },
    .spoiling(
      "js-slope-with-1", "The derivative has a 1 that the middle's cancels.",
      clauses: ["JS-DIVERGENCE-5"], functions: ["js_divergence"],
      breaks: [
        "js-divergence-gradient-at-edges", "js-divergence-gradient-by-p",
        "js-divergence-gradient-by-p-differences", "js-divergence-gradient-by-q",
        "js-divergence-gradient-by-q-differences",
        "js-divergence-is-stationary-at-equality",
      ]
    ) { call, answer in
      for name in answer.gradient.keys where name != "base" {
        answer.changeGradient(name) { $0 + call.weight / (Ball(2) * call.logarithmOfBase) }
      }
    },
  ]
}
