import CrossEntropy
import Exact

extension Corpus {
  static let crossEntropy: [Case] =
    [
      Case(
        "three-events", "CROSS-ENTROPY-1 INPUT-13", "Brownlee 2019: H(P, Q) of red, green, blue",
        "cross_entropy([0.10, 0.40, 0.50], [0.80, 0.15, 0.05], base: 2)", by: "p q"),
      Case(
        "three-events-turned", "CROSS-ENTROPY-1 INPUT-13", "Brownlee 2019: H(Q, P)",
        "cross_entropy([0.80, 0.15, 0.05], [0.10, 0.40, 0.50], base: 2)"),
      Case(
        "three-events-nats", "CROSS-ENTROPY-1", "the same in nats",
        "cross_entropy([0.10, 0.40, 0.50], [0.80, 0.15, 0.05])", by: "p q", cotangent: "-2"),
      Case(
        "koech", "CROSS-ENTROPY-3 CROSS-ENTROPY-1", "Koech 2020: a one-hot truth",
        "cross_entropy([1, 0, 0, 0], [0.775, 0.116, 0.039, 0.070], base: 2)", by: "q"),
      Case(
        "koech-better", "CROSS-ENTROPY-3", "Koech 2020: after training",
        "cross_entropy([1, 0, 0, 0], [0.938, 0.028, 0.013, 0.023], base: 2)"),
      Case(
        "itself", "CROSS-ENTROPY-2", "the entropy",
        "cross_entropy([0.1, 0.2, 0.3, 0.4], [0.1, 0.2, 0.3, 0.4])", by: "p q"),
      Case(
        "uniform", "CROSS-ENTROPY-2", "log 4, whatever p is",
        "cross_entropy([0.7, 0.2, 0.1, 0], [1/4, 1/4, 1/4, 1/4], base: 2)"),
      Case(
        "one-hot", "CROSS-ENTROPY-3", "minus the log of one",
        "cross_entropy([0, 1, 0], [0.2, 0.7, 0])"),
      Case(
        "bans", "INPUT-13", "decimal digits", "cross_entropy([0.3, 0.7], [0.01, 0.1], base: 10)",
        by: "p q base", cotangent: "3"),
      Case(
        "base-3", "INPUT-13", "any base above 1", "cross_entropy([0.3, 0.7], [1/3, 2/3], base: 3)",
        by: "p q base"),
      Case(
        "base-least", "INPUT-13 ACCURACY-1", "the least base there is",
        "cross_entropy([0.3, 0.7], [0.5, 0.5], base: {above1})"),
      Case("nothing", "CROSS-ENTROPY-1", "the empty sum", "cross_entropy([], [])", by: "p q"),
      Case("one-class", "CROSS-ENTROPY-1", "no surprise", "cross_entropy([1], [1])", by: "p q"),
      Case(
        "zero-and-zero", "CROSS-ENTROPY-3 POLICY-5", "what cannot happen costs nothing",
        "cross_entropy([0, 0.5, 0.5], [0, 0.5, 0.5])", by: "q"),
      Case(
        "impossible", "CROSS-ENTROPY-4 POLICY-7", "what was held impossible costs infinitely much",
        "cross_entropy([0.5, 0.5], [0, 1])", by: "p q"),
      Case(
        "impossible-bits", "CROSS-ENTROPY-4 INPUT-13", "in bits too",
        "cross_entropy([{least}, 1], [0, 1], base: 2)"),
      Case(
        "tiny-q", "CROSS-ENTROPY-1 POLICY-7", "an epsilon would show",
        "cross_entropy([0.5, 0.5], [1e-7, 1e-30])", by: "q"),
      Case(
        "subnormal", "POLICY-13", "subnormal numbers are not 0",
        "cross_entropy([0.5, {least}], [{least}, {normal}/2])"),
      Case(
        "near-one", "CROSS-ENTROPY-1 ACCURACY-1", "logarithms next to 0",
        "cross_entropy([0.5, 0.5], [{below1}, 1 - 6*{u}])", by: "p"),
      Case(
        "unnormalised", "POLICY-8", "neither sums to 1", "cross_entropy([0.9, 0.8], [0.25, 0.3])",
        by: "p q"),
      Case(
        "zeros", "CROSS-ENTROPY-3", "nothing happens", "cross_entropy([0, 0], [0, 0.5])", by: "q"),
      Case(
        "127", "CROSS-ENTROPY-1", "one less than a block of 128",
        "cross_entropy(\(Lists.shares(127)), \(Lists.shares(127, seed: 2)))"),
      Case(
        "128", "CROSS-ENTROPY-1", "a block of 128",
        "cross_entropy(\(Lists.shares(128)), \(Lists.shares(128, seed: 2)), base: 2)"),
      Case(
        "129", "CROSS-ENTROPY-1", "one more than a block",
        "cross_entropy(\(Lists.shares(129)), \(Lists.shares(129, seed: 2)))", by: "p q"),
      Case(
        "1000", "CROSS-ENTROPY-1", "a long sum",
        "cross_entropy(\(Lists.shares(1000)), \(Lists.shares(1000, seed: 2)))", isLong: true),
      Case(
        "nan-in-p", "INPUT-2", "NaN in is NaN out", "cross_entropy([nan, 0.5], [0.5, 0.5])",
        by: "p q"),
      Case(
        "nan-in-q", "INPUT-2", "NaN in is NaN out", "cross_entropy([0.5, 0.5], [0.5, nan])",
        by: "p q"),
      Case(
        "nan-where-p-is-0", "INPUT-10", "a zero hides no NaN", "cross_entropy([0, 1], [nan, 0.5])"),
      Case(
        "slope-of-zeros", "CROSS-ENTROPY-5 GRADIENT-2", "0 by q where p is 0, infinite by p",
        "cross_entropy([0, 1], [0, 1], base: 2)", by: "p q", cotangent: "2"),
      Case(
        "slope-hidden", "GRADIENT-4", "a zero cotangent hides infinite slopes",
        "cross_entropy([0.5, 0.5], [0, 1])", by: "p q", cotangent: "0"),
      Case(
        "slope-overflows", "ACCURACY-6", "p/q beyond the greatest number",
        "cross_entropy([1, 0.5], [{least}, 0.5])", by: "q"),
      Case(
        "shorter", "INPUT-5", "lists of two lengths", "cross_entropy([0.5, 0.5], [0.5, 0.25, 0.25])"
      ),
      Case("scalar-q", "INPUT-5", "nothing is broadcast", "cross_entropy([0.5, 0.5], 0.5)"),
      Case(
        "one-for-all", "INPUT-5", "nothing is broadcast", "cross_entropy([0.5, 0.5], [0.5])"),
      Case(
        "matrix", "INPUT-5", "tables", "cross_entropy([[0.5, 0.5]], [[0.5, 0.5]])"),
      unknownOption("cross_entropy([0.5, 0.5], [0.5, 0.5])"),
    ] + noProbabilities("p", "cross_entropy([0.5, #], [0.5, 0.5])")
    + noProbabilities("q", "cross_entropy([1, 0], [0.5, #])")
    + noBases("cross_entropy([0.5, 0.5], [0.5, 0.25], base: #)")

  static let perplexity: [Case] =
    [
      Case(
        "three-events", "PERPLEXITY-1", "e to the 2.2797",
        "perplexity([0.10, 0.40, 0.50], [0.80, 0.15, 0.05])", by: "p q", cotangent: "-2"),
      Case(
        "uniform", "PERPLEXITY-2", "as many as there are",
        "perplexity([0.7, 0.2, 0.1, 0], [1/4, 1/4, 1/4, 1/4])"),
      Case("fair-coin", "PERPLEXITY-2", "2", "perplexity([1/2, 1/2], [1/2, 1/2])", by: "p q"),
      Case("uniform-6", "PERPLEXITY-2", "a die", "perplexity(\(sixth), \(sixth))", by: "p q"),
      Case("certain", "PERPLEXITY-1", "1", "perplexity([0, 1, 0], [0, 1, 0])"),
      Case(
        "one-hot", "PERPLEXITY-1", "one over q", "perplexity([0, 1, 0], [0.2, 0.7, 0.1])", by: "q"),
      Case(
        "itself", "PERPLEXITY-1", "e to the entropy",
        "perplexity([0.1, 0.2, 0.3, 0.4], [0.1, 0.2, 0.3, 0.4])", by: "p q", cotangent: "0.5"),
      Case("nothing", "PERPLEXITY-1", "e to the 0", "perplexity([], [])"),
      Case(
        "impossible", "PERPLEXITY-3", "infinite", "perplexity([0.5, 0.5], [0, 1])"),
      Case(
        "impossible-slopes", "PERPLEXITY-4 GRADIENT-2", "slopes of an infinite value",
        "perplexity([0.5, 0.25, 0, 0.25], [0, 0.5, 0.5, 1])", by: "q"),
      Case(
        "impossible-slopes-by-p", "GRADIENT-2", "slopes by p of an infinite value",
        "perplexity([0.5, 0.5], [0, 0.5])", by: "p"),
      Case(
        "impossible-hidden", "GRADIENT-4", "hidden by a zero cotangent",
        "perplexity([0.5, 0.5], [0, 0.5])", by: "p q", cotangent: "0"),
      Case(
        "zero-and-zero", "PERPLEXITY-4 POLICY-5", "what cannot happen costs nothing",
        "perplexity([0, 0.5, 0.5], [0, 0.5, 0.25])", by: "q", cotangent: "3"),
      Case(
        "near-one", "PERPLEXITY-1 ACCURACY-1", "next to 1",
        "perplexity([0.5, 0.5], [{below1}, 1 - 6*{u}])", by: "p q"),
      Case(
        "tiny-q", "PERPLEXITY-1 POLICY-7", "no clip", "perplexity([0.5, 0.5], [1e-7, 1e-5])",
        by: "q"),
      Case(
        "large", "PERPLEXITY-1 ACCURACY-1", "the error of a long exponent",
        "perplexity([1, 0], [1/60000, 0.5])", by: "q"),
      Case(
        "largest", "PERPLEXITY-1 ACCURACY-5", "one over the least normal number",
        "perplexity([1], [{normal}])"),
      Case(
        "overflow", "ACCURACY-6", "one over the least number of all", "perplexity([1], [{least}])"),
      Case(
        "unnormalised", "POLICY-8", "neither sums to 1", "perplexity([0.9, 0.8], [0.25, 0.3])",
        by: "p q"),
      Case(
        "129", "PERPLEXITY-1", "one more than a block of 128",
        "perplexity(\(Lists.shares(129)), \(Lists.shares(129, seed: 2)))", by: "p q"),
      Case(
        "uniform-1000", "PERPLEXITY-2", "1000",
        "perplexity(\(Lists.shares(1000)), \(Lists.copies("1/1000", 1000)))", isLong: true),
      Case(
        "nan-in-p", "INPUT-2", "NaN in is NaN out", "perplexity([nan, 0.5], [0.5, 0.5])", by: "p"),
      Case("nan-in-q", "INPUT-2", "NaN in is NaN out", "perplexity([0.5, 0.5], [0.5, nan])"),
      Case("nan-where-p-is-0", "INPUT-10", "a zero hides no NaN", "perplexity([0, 1], [nan, 0.5])"),
      Case(
        "shorter", "INPUT-5", "lists of two lengths", "perplexity([0.5, 0.5], [0.5, 0.25, 0.25])"),
      Case("matrix", "INPUT-5", "tables", "perplexity([[0.5, 0.5]], [[0.5, 0.5]])"),
      Case(
        "base", ["INPUT-6"], "it has none",
        Call(
          "perplexity", ["p": .vector([1]), "q": .vector([1])], options: ["base": 2])),
      unknownOption("perplexity([0.5, 0.5], [0.5, 0.5])"),
    ] + noProbabilities("p", "perplexity([0.5, #], [0.5, 0.5])")
    + noProbabilities("q", "perplexity([1, 0], [0.5, #])")

  private static let sixth = Lists.copies("1/6", 6)
}
